"""How Sphinx builds these pages: `make docs`."""

from __future__ import annotations

from importlib.metadata import version as installed_version

project = "aigaq"
author = "The aigaq maintainers"
project_copyright = "The aigaq maintainers. Apache-2.0"
version = release = installed_version("aigaq")

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
suppress_warnings = ["myst.xref_missing"]  # links out of docs/ are checked by tests/docs/test_docs.py

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"aigaq {release}"
