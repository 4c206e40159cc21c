"""Malformed, oversized and hostile messages get a sentence and leave the server standing."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from experiments.seminar import limits
from experiments.seminar.talk.messages import BY_NAME, BadMessage, read

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
MEMBERS = sorted({name for kind in BY_NAME.values() for name in ("from", "to", *kind.model_fields)})
HOSTILE = st.dictionaries(st.sampled_from(MEMBERS), JSON, max_size=8)
"""Messages with the members of true ones and anything in them."""


def one_sentence(text: str) -> bool:
    return text.endswith(".") and len(text) < 1500 and "Traceback" not in text


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300) | st.binary(max_size=300) | JSON.map(json.dumps))
def test_whatever_is_no_message_is_refused_in_a_sentence(text):
    with pytest.raises(BadMessage) as refused:
        read(text)
    assert one_sentence(str(refused.value))


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(sorted(BY_NAME)), HOSTILE)
def test_true_names_with_anything_in_them_are_understood_or_refused(do, members):
    try:
        message = read(json.dumps({"id": 1, **members, "do": do}))
    except BadMessage as refused:
        assert one_sentence(str(refused))
    else:
        assert message.do == do


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(set(BY_NAME) - {"hello", "room.make"})), HOSTILE)
def test_the_server_answers_hostile_messages_and_goes_on(server, do, members):
    """Each answer has an error or what was asked for; afterwards the same page is still served."""
    with server.page() as page:
        page.open(**{"people.accounts": 5, "run.days": 3})
        heard = page.ask(do, **{key: value for key, value in members.items() if key not in ("do", "id")})
        assert heard["is"] != "error" or one_sentence(heard["sentence"])
        assert page.ask("ping")["is"] == "pong"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(max_size=30), JSON, max_size=4), JSON)
def test_hostile_settings_are_refused_and_the_server_goes_on(server, changes, seed):
    with server.page() as page:
        heard = page.ask("open", slot="a", scenario="mtel", changes={**changes, "run.days": 2}, seed=seed)
        assert heard["is"] in ("opened", "error")
        assert page.ask("ping")["is"] == "pong"


@pytest.mark.parametrize(
    "text",
    [
        '{"do":"ping","id":1e400}', '{"do":"ping","id":NaN}', '{"do":"ping","id":' + "9" * 5000 + "}", "[" * 50_000,
        '{"do":' * 9_000, '{"do":"ping","id":1,"id":[]}', "\ud83d", "", "null", "0",
        '{"do":"open","id":1,"slot":"a","scenario":"mtel","seed":' + "9" * 400 + "}",
        '{"do":"open","id":1,"slot":"a","scenario":"mtel","changes":{"demand.load_curve":[' + "1," * 3000 + "1]}}",
    ],
)  # fmt: skip
def test_known_tricks_are_refused_in_a_sentence(text):
    with pytest.raises(BadMessage) as refused:
        read(text)
    assert one_sentence(str(refused.value))


@pytest.mark.parametrize("value", ["9" * 400, "1e400", "nan", "inf", 10**400, [float(1)] * 1440, [-1.0], [], {}])
def test_values_that_no_parameter_can_hold_are_refused_in_a_sentence(page, value):
    for name in ("people.teams", "demand.work_minutes", "demand.load_curve", "people.desk_open"):
        heard = page.ask("open", slot="a", scenario="mtel", changes={name: value, "run.days": 2})
        assert heard["is"] == "opened" or one_sentence(heard["sentence"])
    assert page.ask("ping")["is"] == "pong"


def test_an_oversized_message_is_refused_and_a_huge_one_ends_the_connection_alone(server):
    with server.page() as page, server.page() as other:
        page.socket.send('{"do":"ping","id":1,"x":"' + "x" * limits.MESSAGE_BYTES + '"}')
        assert "at most 65,536" in page.hear()["sentence"]
        with pytest.raises(Exception, match=r"1009|too big|close"):
            page.socket.send("x" * (3 * limits.MESSAGE_BYTES))
            page.hear()
            page.hear()
        assert other.ask("ping")["is"] == "pong"


def test_a_flood_is_answered_with_a_sentence_and_ended_with_a_reason(server):
    with server.page() as page, server.page() as other:
        with pytest.raises(Exception, match=r"1008|Too many"):
            for _ in range(limits.MESSAGES_AT_ONCE + 4 * limits.REFUSALS_BEFORE_CLOSING):
                page.socket.send('{"do":"ping","id":1}')
            while True:
                page.hear()
        assert other.ask("ping")["is"] == "pong"


def test_more_questions_than_may_wait_are_refused_in_a_sentence(page):
    page.open(scenario="star_customer", seed=9, **{"run.days": 550})
    for _ in range(limits.ASKED_AT_ONCE):
        page.send("measures", slot="a")
    assert "wait for an answer already" in page.refusal("measures", slot="a")


@pytest.mark.parametrize(
    "path",
    [
        "/data/days.csv?scenario=mtel&set=people.teams", "/data/days.csv?scenario=nowhere",
        "/data/days.csv?scenario=mtel&seed=-1", "/data/days.csv?scenario=mtel&seed=1e9",
        "/data/network.graphml?scenario=mtel&day=9999", "/data/network.graphml?scenario=mtel&day=x",
        "/data/days.csv?scenario=mtel&set=run.days%3D999999", "/data/room.csv?room=ZZZZ", "/api/scenarios/..%2fmtel",
        "/claims/..%2f..%2fpyproject.toml", "/..%2f..%2fpyproject.toml", "/nothing/here",
    ],
)  # fmt: skip
def test_addresses_that_cannot_be_are_refused_in_a_sentence(server, path):
    code, _, text = server.get(path)
    assert code in (400, 404)
    assert one_sentence(json.loads(text)["sentence"])
