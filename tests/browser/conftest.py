"""A browser for tests: Debian's Chromium, driven by Playwright, that may talk to this machine alone."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from experiments.bench_seminar.servers import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
LOCAL = ("127.0.0.1", "localhost")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none; where everything is to be shown (CI=true) there must be one."""
    if CHROMIUM is None and os.environ.get("CI"):
        raise pytest.UsageError("There is no chromium on the PATH, and CI skips nothing: `make browser`.")
    missing = pytest.mark.skip(reason="There is no chromium on the PATH; `make browser` installs it on Debian.")
    for item in items:
        if CHROMIUM is None and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(missing)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One headless Chromium for all tests; no name but this machine's can be resolved."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: "Browser") -> Iterator[Callable]:
    """A function that opens an address as a visitor of its own.

    At the end of the test no visitor may have asked anything of another machine, nor met an error in a script.
    """
    contexts, strangers, errors = [], [], []

    def open_page(address: str, width: int = 1280, height: int = 900, **settings: object) -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: _note_stranger(request.url, strangers))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert strangers == [], f"requests left the machine: {strangers}"
    assert errors == [], f"errors in scripts: {errors}"


def _note_stranger(url: str, strangers: list[str]) -> None:
    parts = urlsplit(url)
    if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in LOCAL:
        strangers.append(url)


@pytest.fixture(scope="session")
def seminar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a seminar that runs for all tests, as `desksales serve` starts it."""
    from tests.cli.command import ENTRY

    rooms = tmp_path_factory.mktemp("seminar") / "rooms.sqlite"
    with serving([*ENTRY, "serve", "--rooms", str(rooms)]) as server:
        yield server.address
