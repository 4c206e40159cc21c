"""The built pages are those of the sources; told without Node."""

import hashlib
from pathlib import Path

import pytest

import experiments.seminar

SEMINAR = Path(experiments.seminar.__file__).parent
WEB, STATIC = SEMINAR / "web", SEMINAR / "static"


def hash_of_sources() -> str:
    """The hash that `web/stamp.js` writes beside the build: names and bytes of all sources, in order of the names."""
    names = sorted(
        path.relative_to(WEB).as_posix()
        for path in WEB.rglob("*")
        if path.is_file() and "node_modules" not in path.relative_to(WEB).parts
    )
    digest = hashlib.sha256()
    for name in names:
        digest.update(f"{name}\n".encode())
        digest.update((WEB / name).read_bytes())
        digest.update(b"\n")
    return digest.hexdigest()


def test_the_bundle_was_built_from_these_sources():
    stamped = (STATIC / "sources.sha256").read_text().strip()
    assert stamped == hash_of_sources(), "The bundle is stale: `make web` builds it anew."


@pytest.mark.parametrize("page", ["index.html", "handout.html"])
def test_a_page_names_no_other_machine(page):
    text = (STATIC / page).read_text(encoding="utf-8")
    assert "https://" not in text.replace("https://github.com/", "")  # but for the homes of libraries in comments


def test_the_handout_has_its_place_for_data_exactly_once():
    text = (STATIC / "handout.html").read_text(encoding="utf-8")
    assert text.count('<script type="application/json" id="handout-data">null</script>') == 1


def test_every_file_that_the_page_names_is_in_the_bundle():
    text = (STATIC / "index.html").read_text(encoding="utf-8")
    named = [part.split('"')[0] for part in text.split('="/')[1:]]
    assert named and all((STATIC / name).is_file() for name in named)
