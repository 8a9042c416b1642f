"""``python -m aigaq`` does what the command ``aigaq`` does."""

from __future__ import annotations

import sys

from aigaq.cli import main

if __name__ == "__main__":
    sys.exit(main())
