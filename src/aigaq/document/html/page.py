"""The page: head with its security policy, opening, sections, and the tools that the script brings to life."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Final

from aigaq.document.html.blocks import block, widths
from aigaq.document.model import Document, Section, Table
from aigaq.locale import Translator, tag, translator

ICON: Final = "data:,"
_HEAD: Final = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="{icon}">
<title>{title}</title>
<style>{style}</style>
</head>
"""


def page(document: Document) -> str:
    """Return the page as text."""
    _ = translator(document.language)
    style = _asset("page.css") + widths(document)
    script = _asset("page.js")
    head = _HEAD.format(
        language=tag(document.language),
        policy=policy(style=style, script=script),
        icon=ICON,
        title=escape(document.title),
        style=style,
    )
    skip = f'<a class="skip" href="#table">{escape(_("Skip to the table"))}</a>\n' if document.main else ""
    sections = "".join(_section(section, document, _) for section in document.sections)
    return (
        f"{head}<body>\n{skip}<main>\n<h1>{escape(document.title)}</h1>\n{sections}</main>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def policy(*, style: str, script: str) -> str:
    """Return a content security policy (W3C CSP Level 3) that allows this style, this script, no connection."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (files("aigaq.document.html") / name).read_text(encoding="utf-8")


def _section(section: Section, document: Document, _: Translator) -> str:
    anchor = f' id="{escape(section.anchor)}"' if section.anchor else ""
    heading = f"<h2>{escape(section.title)}</h2>\n" if section.title else ""
    blocks = []
    for found in section.blocks:
        if isinstance(found, Table) and found.main:
            blocks.append(_tools(found, _))
        blocks.append(block(found, document))
    opening = ' class="opening"' if not section.title else ""
    return f"<section{anchor}{opening}>\n{heading}{''.join(blocks)}</section>\n"


def _tools(table: Table, _: Translator) -> str:
    """Return the search and the filters; hidden until the script shows them."""
    facets = "".join(
        f"<fieldset><legend>{escape(facet.title)}</legend>"
        + "".join(
            f'<label><input type="checkbox" value="{escape(name)}"><span>{escape(called)}</span></label>'
            for name, called in facet.options
        )
        + "</fieldset>\n"
        for facet in table.facets
        if facet.options
    )
    words = {
        "shown": _("Rows shown: {shown} of {all}"),
        "none": _("No row fits. Esc clears the search and the filters."),
    }
    return (
        f'<form id="tools" role="search" hidden data-words="{escape(json.dumps(words, ensure_ascii=False))}">\n'
        f'<div class="search"><label for="search">{escape(_("Search"))}</label>'
        '<input id="search" type="search" autocomplete="off" spellcheck="false">'
        f'<button type="button" id="clear">{escape(_("Clear"))}</button></div>\n{facets}'
        f'<p id="shown" role="status"></p><p class="keys">{_keys(_)}</p>\n</form>\n'
    )


def _keys(_: Translator) -> str:
    named = (
        ("/", _("search")),
        ("j", _("next row")),
        ("k", _("previous row")),
        ("Esc", _("clear")),
    )
    return " · ".join(f"<kbd>{key}</kbd> {escape(does)}" for key, does in named)
