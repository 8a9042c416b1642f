from __future__ import annotations

import pytest

from aigaq.app.doctor import TOOLS, examine


@pytest.mark.parametrize(
    ("here", "found"),
    [
        ({}, {}),
        ({"git": "/bin/git"}, {"git": "/bin/git"}),
        ({"google-chrome": "/bin/google-chrome"}, {"Chromium": "/bin/google-chrome"}),
        ({"soffice": "/a/soffice", "libreoffice": "/b/libreoffice"}, {"LibreOffice": "/a/soffice"}),
    ],
)
def test_examine(here: dict[str, str], found: dict[str, str]) -> None:
    findings = examine(which=here.get)
    assert {each.tool.name: each.path for each in findings if each.found} == found
    assert [each.tool for each in findings] == list(TOOLS)


def test_each_tool_says_what_it_is_for_and_how_to_get_it() -> None:
    assert [tool.name for tool in TOOLS if not (tool.purpose and tool.hint and tool.commands)] == []
