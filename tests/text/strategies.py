"""Texts as they are really typed, and worse."""

from __future__ import annotations

from hypothesis import strategies as st

SIGNS = (
    "aceiopxyhABCEHIKMOPTXYNVDwəëабвеёийіһқАВСНІ№0123459 \t\r\n\xa0\u2009\u2028.,;:()/_«»“”„\"‘’'ʼ-‐–—−"
    "\u00ad\u200b\u200d\u2060\ufeff\u0300\u0301\u0306\u0308\u0323\u212a\u2126\u1100\u1161\u11a8字İ"
)

typed = st.lists(st.sampled_from(SIGNS), max_size=14).map("".join)
"""Short texts of look-alikes, marks, spaces and invisible characters."""

anything = st.one_of(typed, st.text(max_size=30))
"""Texts of the first kind, and of any Unicode characters."""
