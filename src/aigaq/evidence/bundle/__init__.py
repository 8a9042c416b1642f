"""Bundles: what a third party needs to check one capture, or several, without this software."""

from aigaq.evidence.bundle.choose import choose
from aigaq.evidence.bundle.make import Bundle, write_bundle
from aigaq.evidence.bundle.standalone import script

__all__ = ["Bundle", "choose", "script", "write_bundle"]
