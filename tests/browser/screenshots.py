"""Makes the pictures of the pages in figures/screens anew: `make screenshots`.

Small files: few colours are enough for a page, and a picture whose bytes would not change is left alone.
"""

import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.conftest import CHROMIUM
from tests.browser.explore import wait_for_day
from experiments.bench_seminar.servers import ROOT, serving
from tests.cli.command import ENTRY, program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCREENS = ROOT / "figures" / "screens"
COLOURS = 256
ONLY = sys.argv[1:]
"""Names of the pictures to make; all if none is given."""
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 800}
GUESSES = (-0.6, -0.3, -0.25, -0.1, 0.1, 0.2, 0.4)
"""What a small class might bet on the first ready bet, hours."""


def explore(page: "Page", address: str) -> None:
    """The organisation some weeks after the service turn."""
    page.goto(f"{address}/explore?scenario=mtel&seed=1&day=120")
    wait_for_day(page, 120)
    page.locator(".progress", has_text="Recording").wait_for(state="hidden")
    page.wait_for_timeout(800)  # the last plot is drawn


def notes(page: "Page", address: str) -> None:
    """The life of one issue."""
    page.goto(f"{address}/notes?scenario=mtel&seed=1&pick=tagged")
    page.locator("svg.timeline").wait_for(timeout=60_000)


def reveal(page: "Page", address: str) -> None:
    """The teacher's page when a class has bet and both designs have run."""
    page.goto(f"{address}/teach?scenario=mtel&seed=1")
    page.get_by_role("button", name="Open the room").click()
    code = page.locator(".code").inner_text()
    for guess in GUESSES:
        student = page.context.browser.new_context().new_page()
        student.goto(f"{address}/bet?room={code}")
        student.get_by_label("Your guess as a number").fill(str(guess))
        student.get_by_role("button", name="Place the bet").click()
        student.get_by_text("Your bet is").wait_for()
        student.context.close()
    page.get_by_text(f"{len(GUESSES)} bets").wait_for()
    page.get_by_role("button", name="Close the betting").click()
    page.locator(".verdict").wait_for(timeout=120_000)
    page.wait_for_timeout(300)


def bet(page: "Page", address: str) -> None:
    """A student's telephone before the bet."""
    maker = page.context.browser.new_context().new_page()
    maker.goto(f"{address}/teach?scenario=mtel&seed=1")
    maker.get_by_role("button", name="Open the room").click()
    code = maker.locator(".code").inner_text()
    page.goto(f"{address}/bet?room={code}")
    page.get_by_label("Your guess as a number").fill("0.3")
    maker.context.close()


def gallery(page: "Page", address: str) -> None:
    """What is claimed and how it came out."""
    page.goto(f"{address}/figures?scenario=mtel")
    page.locator(".gallery > *").first.wait_for()
    page.wait_for_timeout(800)


PAGES: dict[str, tuple[Callable, dict, str]] = {
    "explore": (explore, WIDE, "light"), "explore_dark": (explore, WIDE, "dark"),
    "explore_phone": (explore, NARROW, "light"), "notes": (notes, WIDE, "light"), "reveal": (reveal, WIDE, "light"),
    "bet_phone": (bet, NARROW, "light"), "figures": (gallery, WIDE, "light"),
}  # fmt: skip
"""By name of the picture: what is shown, how large the window is, and in which scheme of colours."""


def take(browser: "Browser", name: str, show: Callable[["Page"], None], size: dict, scheme: str) -> None:
    """Open a page of its own, bring it where it should be, and keep the picture."""
    if ONLY and name not in ONLY:
        return
    with _page(browser, size, scheme) as page:
        show(page)
        page.mouse.move(0, 0)
        keep(SCREENS / f"{name}.png", page.screenshot())


@contextmanager
def _page(browser: "Browser", size: dict, scheme: str) -> Iterator["Page"]:
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def keep(path: Path, picture: bytes) -> None:
    """Write a picture with few colours, whole or not at all."""
    from PIL import Image

    small = io.BytesIO()
    full = Image.open(io.BytesIO(picture)).convert("RGB")
    few = full.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(small, "PNG", optimize=True)
    if not path.exists() or path.read_bytes() != small.getvalue():
        part = path.with_suffix(".part")
        part.write_bytes(small.getvalue())
        part.replace(path)
    print(f"{path.relative_to(ROOT)}: {len(small.getvalue()) / 1024:.0f} KB")


def mesa(page: "Page", address: str) -> None:
    """Mesa's own page after some days."""
    page.goto(address)
    page.get_by_text("day 0 of").first.wait_for(timeout=60_000)
    page.get_by_role("button", name="▶").click()
    page.wait_for_function("/day ([4-9]\\d|\\d{3}) of/.test(document.body.innerText)", timeout=120_000)
    page.get_by_role("button", name="❚❚").click()
    page.wait_for_timeout(1500)


def main() -> int:
    """Take all pictures, or those named."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        print("There is no chromium on the PATH; `make browser` installs it on Debian.", file=sys.stderr)
        return 2
    SCREENS.mkdir(exist_ok=True)
    solara = [sys.executable, "-m", "solara", "run", "model/app.py", "--production", "--no-open"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with serving([*ENTRY, "serve", "--rooms", f"{folder}/rooms.sqlite"]) as server:
            for name, (show, size, scheme) in PAGES.items():
                take(browser, name, lambda page, show=show: show(page, server.address), size, scheme)
        with serving(solara) as server:
            take(browser, "mesa", lambda page: mesa(page, server.address), WIDE, "light")
        program("handout", "mtel", "--out", "handout.html", folder=Path(folder)).check_returncode()
        take(browser, "handout", lambda page: page.goto(f"file://{folder}/handout.html"), WIDE, "light")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
