"""Labels: what pages show is words for readers, one label for each measure, and no phrase without a use."""

import pytest

from experiments.seminar.labels import label, label_of, phrases
from model import load_scenario, scenario_names
from model.measures import MEASURES


def test_every_measure_has_a_label_of_its_own_in_words():
    labels = {name: label(name) for name in MEASURES}
    assert len(set(labels.values())) == len(MEASURES)
    for name, told in labels.items():
        assert "_" not in told and told[0].isupper() and len(told) <= 70, told
        assert told.lower() != name.replace("_", " ") or len(name.split("_")) <= 2, told


@pytest.mark.parametrize("scenario", scenario_names())
def test_every_published_figure_is_called_by_a_phrase_of_the_list(scenario):
    for name in load_scenario(scenario).published:
        assert any(name.startswith(start) for start in phrases()["phrases"]), name


def test_a_measure_s_ending_and_unit_are_told_once():
    assert label("wait_hours_desk_p50") == "Wait of requests through the desk (median)"
    assert label("handle_time_s_stars") == "Length of calls (Stars)"
    assert label("handle_time_p99_s") == "Length of calls (99th percentile)"


def test_every_phrase_of_the_list_is_used():
    for start in phrases()["phrases"]:
        assert any(name == start or name.startswith(f"{start}_") for name in MEASURES), start


@pytest.mark.parametrize("scenario", scenario_names())
def test_a_parameter_is_called_by_its_meaning(scenario):
    records = load_scenario(scenario).records()
    labels = {record.full_name: label_of(record) for record in records}
    assert all("_" not in told and told and len(told) <= 92 for told in labels.values())
    by_meaning = [record for record in records if record.meaning.startswith(labels[record.full_name][:12])]
    assert len(by_meaning) > 0.8 * len(records)
