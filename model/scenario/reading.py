"""Scenario files: TOML with a head, published figures, grades, and the values by group."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from model.parameters import TABLES
from model.scenario.names import ScenarioError, nearest
from model.scenario.scenario import Scenario, refuse_new_rows
from model.vocabularies import VOCABULARIES

FOLDER = Path(__file__).parent.parent / "scenarios"


def scenario_names() -> list[str]:
    """Names of the scenarios that come with the model."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


def load_scenario(
    which: str | Path, changes: Mapping[str, Any] | None = None, bundles: Sequence[str] = ()
) -> Scenario:
    """Read a scenario by name or from a TOML file, with some values replaced.

    Parameters
    ----------
    which : name of a scenario that comes with the model, or the path of a TOML file.
    changes : from `group.name` to value, the same names as `desksales run --set`.
    bundles : names of bundles of values that are laid over the scenario before the changes, one after another.

    Raises
    ------
    ScenarioError : one clear sentence on what is wrong.

    Examples
    --------
    >>> load_scenario("mtel", {"incentives.quota_multiple": 2.0}).incentives.quota_multiple
    2.0
    """
    name, values, about = _read(which)
    for bundle in bundles:
        values = values | read_bundle(bundle)
    about = about | {"bundles": tuple(bundles)}
    refuse_new_rows(values, changes or {})
    return Scenario(name, values | dict(changes or {}), about)


def bundle_names() -> list[str]:
    """Names of the bundles: values that can be laid over a scenario (001-57 to 001-61)."""
    return sorted(file.stem for file in (FOLDER / "bundles").glob("*.toml"))


def read_bundle(name: str) -> dict[str, Any]:
    """The values of a bundle by full name."""
    return _values({group: entry for group, entry in _bundle(name).items() if group != "bundle"})


def bundle_title(name: str) -> str:
    """What a bundle stands for."""
    return _bundle(name)["bundle"]["title"]


def _bundle(name: str) -> dict[str, Any]:
    if name not in bundle_names():
        known = bundle_names()
        raise ScenarioError(f"There is no bundle {name!r}{nearest(name, known)}; it must be one of {', '.join(known)}.")
    return tomllib.loads((FOLDER / "bundles" / f"{name}.toml").read_text(encoding="utf-8"))


def _read(which: str | Path, above: tuple[Path, ...] = ()) -> tuple[str, dict[str, Any], dict[str, Any]]:
    path = Path(which)
    if path.suffix != ".toml":
        path = FOLDER / f"{which}.toml"
        if not path.exists() or path.parent != FOLDER:
            raise ScenarioError(
                f"There is no scenario {str(which)!r}{nearest(str(which), scenario_names())}; it must be one of "
                f"{', '.join(scenario_names())}, or the path of a .toml file."
            )
    if path.resolve() in above:
        raise ScenarioError(f"The scenario file {path.name!r} extends itself; extends must name another one.")
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ScenarioError(f"There is no scenario file {str(which)!r}; check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ScenarioError(f"The scenario file {str(which)!r} cannot be read ({_reason(error)}).") from None
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"The scenario file {str(which)!r} is not valid TOML: {_lower(str(error))}.") from None
    return _sort_out(path, content, (*above, path.resolve()))


def _sort_out(
    path: Path, content: dict[str, Any], above: tuple[Path, ...]
) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Split a file's content into parameter values and what is said about the scenario."""
    about, published, grades = (_table(path, content, name) for name in ("scenario", "published", "grades"))
    _check_about(path, about)
    values: dict[str, Any] = {}
    own = _values(content)
    if "extends" in about:
        _, values, inherited = _read(about.pop("extends"), above)
        published, grades = inherited["published"] | published, inherited["grades"] | grades
        about = inherited | about
    return path.stem, values | own, about | {"published": published, "grades": grades}


def _values(content: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Values by full name: `group.name`, or `table.row.name` for the rows of a table."""
    values: dict[str, Any] = {}
    for name, entry in content.items():
        full_name = f"{above}{name}"
        if isinstance(entry, dict) and (not above or (above.count(".") == 1 and above[:-1] in TABLES)):
            values |= _values(entry, f"{full_name}.")
        else:
            values[full_name] = entry
    return values


def _table(path: Path, content: dict[str, Any], name: str) -> dict[str, Any]:
    table = content.pop(name, {})
    if not isinstance(table, dict):
        raise ScenarioError(f"In {path.name}, [{name}] must be a table; it is {table!r}.")
    return table


def _check_about(path: Path, about: dict[str, Any]) -> None:
    """Refuse what [scenario] cannot say."""
    kinds = {
        "title": str, "description": str, "extends": str, "vocabulary": str, "replications": int, "main_measures": list,
    }  # fmt: skip
    for name, value in about.items():
        if name not in kinds:
            raise ScenarioError(f"In {path.name}, [scenario] has no {name!r}{nearest(name, kinds)}.")
        if not isinstance(value, kinds[name]) or isinstance(value, bool):
            kind = {int: "a whole number", list: "a list of names of measures"}.get(kinds[name], "text")
            raise ScenarioError(f"In {path.name}, [scenario] {name} is {value!r}; it must be {kind}.")
    for name in about.get("main_measures", ()):
        if not isinstance(name, str):
            raise ScenarioError(f"In {path.name}, [scenario] main_measures has {name!r}; it must be a name in quotes.")
    if about.get("replications", 1) < 1:
        given = about["replications"]
        raise ScenarioError(f"In {path.name}, [scenario] replications is {given}; it must be 1 or more.")
    if about.get("vocabulary", "textbook_queue") not in VOCABULARIES:
        raise ScenarioError(
            f"In {path.name}, [scenario] vocabulary is {about['vocabulary']!r}; it must be one of "
            f"{', '.join(VOCABULARIES)}."
        )


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or "it is not text in UTF-8"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")
