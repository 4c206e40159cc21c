"""What the page says beside its tables: links lead somewhere, names exist, the example runs."""

import re

import pytest

from model.document.source import MODEL
from model.document.write import PAGE
from model.measures import MEASURES
from model.parameters import TABLES as PARAMETER_TABLES
from model.parameters import catalogue
from model.parameters.record import RULES
from model.rules.slot import slots
from model.vocabularies import VOCABULARIES
from model.world.world import TABLES

TEXT = re.sub(r"<!-- generated.*?<!-- end -->", "", PAGE.read_text(encoding="utf-8"), flags=re.S)
CODE = re.findall(r"^```python\n(.*?)^```$", TEXT, re.M | re.S)
PROSE = re.sub(r"^```.*?^```$", "", TEXT, flags=re.M | re.S)
WORDS = {
    "u", "count", "code", "generated", "end", "messages.send", "books.talk", "queueing", "a", "me", "ids", "pair",
    "project", "issue.key", "call.key", "call.attempt", "call.customer", "s", "i", "day", "week", "try_again",
    "watts_strogatz_graph",
}  # fmt: skip
"""Names in the prose that are functions or no names of the model at all."""


def test_every_link_of_the_contents_leads_to_a_heading():
    headings = re.findall(r"^#+ (.*)$", TEXT, re.M)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    linked = re.findall(r"\]\(#([^)]*)\)", TEXT)
    assert len(linked) >= 15
    assert set(linked) - anchors == set()


def test_the_seven_elements_stand_in_the_order_of_the_protocol():
    numbers = [int(n) for n in re.findall(r"^## (\d) ", TEXT, re.M)]
    assert numbers == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "concept",
    ["Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing",
     "Interaction", "Stochasticity", "Collectives", "Observation"],
)  # fmt: skip
def test_every_design_concept_has_its_paragraph(concept):
    concepts = TEXT.split("## 4 Design concepts")[1].split("## 5 ")[0]
    assert f"\n**{concept}.** " in concepts


def test_every_name_of_a_parameter_or_column_in_the_prose_exists():
    known = {name for full in catalogue() for name in (full, full.split(".")[1])}
    known |= {choice for record in catalogue().values() for choice in record.choices or ()}
    known |= {file.stem for file in RULES.glob("*/*/*.py")}
    known |= {record.name for name, theme in PARAMETER_TABLES.items() for record in theme.records(name)}
    known |= set(slots()) | set(MEASURES) | WORDS
    known |= {column for kind in TABLES.values() for column, *_ in getattr(kind, "schema", ())}
    known |= {record.name for theme in VOCABULARIES.values() for record in theme.records("")}
    named = {name for name in re.findall(r"`([^`\n]+)`", PROSE) if re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", name)}
    files = {name for name in named if (MODEL / name).exists() or (MODEL / "engine" / name).exists()}
    assert named - known - files == set()


def test_every_folder_and_file_in_the_prose_exists():
    named = {name for name in re.findall(r"`([\w/]+(?:/|\.py))`", PROSE)}
    places = ("", "engine", "..")
    missing = {name for name in named if not any((MODEL / base / name).exists() for base in places)}
    assert missing == {"rules/salespeople/choose_rep/least_used.py"}  # the example of a rule to be added


def test_the_example_of_a_rule_to_add_names_the_rep_named_least():
    names: dict = {}
    exec(CODE[0], names)

    class Tie:
        def __init__(self, known, used):
            self.known, self.used = known, used

    rule = getattr(names["least_used"], "py_func", names["least_used"])
    assert rule([Tie(1, 5), Tie(0, 0), Tie(1, 2)], None, 0.5) == 2
    assert rule([Tie(0, 0)], None, 0.5) == -1


def test_the_example_of_a_rule_from_a_notebook_prints_what_it_says(capsys):
    exec(CODE[1], {})
    assert capsys.readouterr().out == "1.0\n"
