"""The parts of the script that a bundle carries, and that needs nothing but Python and ``cryptography``.

``aigaq.evidence.bundle.standalone`` puts them together into one file. So they import only the standard library,
one another, and the two modules of ``aigaq.evidence.stamp`` that go in first. They share no judgement with the rest
of aigaq: trees, notes, signatures and certificates are checked here a second time, written anew.
"""
