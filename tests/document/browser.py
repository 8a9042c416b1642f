"""A browser for the tests of pages: started once for each module, without any connection."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

from aigaq.document import write
from tests.document.sample import document

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield Chromium; skip the test where it is not installed."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed (make doctor)")
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("page") / "table.html"
    found.write_bytes(write(document(), "html"))
    return found


@pytest.fixture
def page(browser: Browser, path: Path) -> Iterator[Page]:
    """Yield the sample page; a request that leaves it or an error in its script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    found = context.new_page()
    faults: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    def leave(asked: Request) -> None:
        if not asked.url.startswith(("file:", "data:")):
            faults.append(asked.url)

    found.on("console", lambda said: faults.append(said.text))
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("dialog", dismiss)
    found.on("request", leave)
    found.goto(path.as_uri())
    yield found
    context.close()
    assert faults == []
