"""Drafting an amending act: two editions of a law in, the act that makes one of the other out."""

from aigaq.law.draft.draft import Draft, draft
from aigaq.law.draft.wish import Cause, Item, Refusal, Wish

__all__ = ["Cause", "Draft", "Item", "Refusal", "Wish", "draft"]
