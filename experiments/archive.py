"""`python -m experiments.archive`: the last commit as one archive for a model library (CoMSES Net).

What the library asks for stands in folders of its own: `code` (the repository, which runs by itself with `make`),
`docs` (the ODD description and TRACE), `data` (tables and certificates behind the figures) and `results` (the
figures), and `codemeta.json` describes it. Two archives of one commit are the same bytes.
"""

import io
import json
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
DOCS = {"model/README.md": "ODD.md", "experiments/README.md": "TRACE.md", "figures/README.md": "results.md"}
FIGURES, DATA, PICTURES = "figures", (".csv", ".json"), (".png", ".svg")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""Date of every file in the archive, the first that the format knows."""


class ArchiveError(Exception):
    """There is nothing to archive; the message is one sentence."""


def main() -> int:
    """Write dist/desksales-VERSION.zip; returns the exit status."""
    try:
        files = committed(ROOT)
        place = ROOT / "dist" / f"desksales-{project(files)['version']}.zip"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(packed(arranged(files)))
    except ArchiveError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{place.relative_to(ROOT)}: {len(files)} files, {place.stat().st_size / 2**20:.1f} MiB")
    return 0


def committed(root: Path) -> dict[str, bytes]:
    """From path to content, the files of the last commit.

    Raises
    ------
    ArchiveError : where there is no commit, as in an archive that was unpacked.
    """
    try:
        told = subprocess.run(["git", "-C", str(root), "archive", "HEAD"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        raise ArchiveError(
            f"{root} has no commit to archive; run this in a clone of the repository, with git installed."
        ) from None
    with tarfile.open(fileobj=io.BytesIO(told.stdout)) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}


def project(files: dict[str, bytes]) -> dict:
    """The table [project] of the archive's pyproject.toml."""
    return tomllib.loads(files["pyproject.toml"].decode())["project"]


def arranged(files: dict[str, bytes]) -> dict[str, bytes]:
    """From path in the archive to content, as a model library wants it."""
    placed = {f"code/{path}": content for path, content in files.items()}
    placed |= {f"docs/{name}": files[path] for path, name in DOCS.items() if path in files}
    for path, content in files.items():
        inside = PurePosixPath(path)
        if inside.parts[0] == FIGURES and inside.suffix in (*DATA, *PICTURES):
            folder = "data" if inside.suffix in DATA else "results"
            placed[str(PurePosixPath(folder, *inside.parts[1:]))] = content
    for name in ("LICENSE", "CITATION.cff"):
        placed[name] = files[name]
    placed["README.md"] = OPENING.encode()
    placed["codemeta.json"] = (json.dumps(codemeta(files), indent=2, ensure_ascii=False) + "\n").encode()
    return placed


OPENING = """# DeskSales

`code` is the repository: `cd code && make` sets everything up (Python 3.12 or later) and runs the first experiment,
`make test` runs the tests, `make figures` makes every figure again. `docs` has the ODD description (ODD.md), TRACE
(TRACE.md) and the results as a page (results.md); links in them are those of the repository. `data` has the tables
behind the figures and their certificates, `results` the figures. How to cite is in CITATION.cff.
"""


def codemeta(files: dict[str, bytes]) -> dict:
    """The archive's description in the vocabulary of CodeMeta 3."""
    about = project(files)
    return {
        "@context": "https://w3id.org/codemeta/3.0", "@type": "SoftwareSourceCode", "name": about["name"],
        "description": about["description"], "version": about["version"], "license": "https://spdx.org/licenses/MIT",
        "programmingLanguage": "Python", "runtimePlatform": f"Python {about['requires-python']}",
        "softwareRequirements": about["dependencies"], "keywords": about["keywords"],
        "author": [{"@type": "Organization", "name": author["name"]} for author in about["authors"]],
        "applicationCategory": "agent-based model",
    }  # fmt: skip


def packed(files: dict[str, bytes]) -> bytes:
    """Files as a zip archive, sorted and without dates."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for path in sorted(files):
            about = zipfile.ZipInfo(path, EPOCH)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            target.writestr(about, files[path])
    return archive.getvalue()


if __name__ == "__main__":
    sys.exit(main())
