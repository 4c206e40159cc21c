"""The archive for a model library: complete, the same each time, and free of places of this machine."""

import io
import json
import subprocess
import zipfile

import pytest

from experiments.archive import ROOT, ArchiveError, arranged, committed, packed


@pytest.fixture(scope="module")
def files():
    try:
        return committed(ROOT)
    except ArchiveError:
        pytest.skip("this copy of the code is no clone")


def test_the_archive_has_code_description_data_lock_and_citation(files):
    names = set(zipfile.ZipFile(io.BytesIO(packed(arranged(files)))).namelist())
    assert {"code/Makefile", "code/uv.lock", "code/pyproject.toml", "docs/ODD.md", "CITATION.cff", "LICENSE"} <= names
    assert any(name.startswith("data/") for name in names) and any(name.startswith("results/") for name in names)


def test_one_commit_gives_the_same_bytes(files):
    assert packed(arranged(files)) == packed(arranged(dict(reversed(files.items()))))


def test_no_file_names_the_folder_in_which_the_archive_was_made(files):
    here = str(ROOT).encode()
    assert [path for path, content in arranged(files).items() if here in content] == []


def test_codemeta_names_what_the_project_file_says(files):
    about = json.loads(arranged(files)["codemeta.json"])
    assert about["name"] == "desksales" and "numba" in " ".join(about["softwareRequirements"])


def test_a_folder_without_a_commit_is_refused_in_a_sentence(tmp_path):
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    with pytest.raises(ArchiveError, match="no commit"):
        committed(tmp_path)
