"""What is shipped: enough lines, every text fit for a form, nothing pointing nowhere."""

import re
import tomllib
from importlib.resources import files

import pytest

from good_on_paper.catalogue import Item, Scale, load

CATALOGUE = load()
CIRCUMSTANCES = CATALOGUE.items("circumstance")
RATINGS = [item for item in CATALOGUE.items() if item.kind == "rating"]
CORE = [
    "decision_freedom", "manager_backing", "clarity", "peers", "purpose", "pace",
    "hours", "variety", "growth_room", "contract_security", "fair_play", "resources",
]  # fmt: skip

ratings = pytest.mark.parametrize("item", RATINGS, ids=lambda item: item.key)
circumstances = pytest.mark.parametrize("item", CIRCUMSTANCES, ids=lambda item: item.key)


def test_how_many_there_are() -> None:
    assert 28 <= len([item for item in CIRCUMSTANCES if not item.on_request]) <= 34
    asked_for = [item for item in CIRCUMSTANCES if item.on_request]
    assert 6 <= len(asked_for) <= 8
    assert all(item.scope == "internal" and item.core is None for item in asked_for)
    assert [item.key for item in CATALOGUE.items("outcome")] == [
        "overall", "cost", "energy", "absorbed", "inner_weather",
    ]  # fmt: skip
    assert len(CATALOGUE.items("success")) == 10
    assert len(CATALOGUE.items("unsuccess")) == 6


def test_the_facts_of_a_role() -> None:
    kinds = {item.key: item.kind for item in CATALOGUE.items("fact")}
    assert kinds == {
        "title": "text", "employer": "text", "started": "date", "ended": "date",
        "role_kind": "choice", "place": "text", "summary": "text", "in_a_line": "text", "hurt": "choice",
        "boss_word": "text",
    }  # fmt: skip
    assert CATALOGUE.item("role_kind").options == (
        "job", "freelance", "study", "volunteer", "project", "other",
    )  # fmt: skip


def test_the_facts_of_a_job_in_sight() -> None:
    kinds = {item.key: item.kind for item in CATALOGUE.items("target")}
    assert kinds == {
        "talk_on": "date", "meets": "choice", "meets_name": "text", "talk_round": "choice",
        "applied_on": "date", "found_how": "text", "advert_text": "text", "firm_shine": "number",
        "advice_followed": "text",
        "offered_on": "date",
        "known_what": "text", "known_from": "text", "known_on": "date",
        "there_level": "number", "there_up_to": "number",
        "promised_there": "text", "promised_from": "text", "promised_on": "date",
        "written_there": "text", "written_in": "text", "written_on": "date",
    }  # fmt: skip
    assert CATALOGUE.item("meets").options == ("recruiter", "manager", "peer", "senior", "report")


def test_the_first_twelve_in_order() -> None:
    assert [item.key for item in CATALOGUE.core] == CORE
    assert [item.core for item in CATALOGUE.core] == list(range(1, 13))
    assert {item.scope for item in CATALOGUE.core} == {"external"}  # someone at the interview can answer


def test_each_of_the_first_twelve_says_what_one_would_need() -> None:
    needs = [item.need for item in CATALOGUE.core]
    assert len({need.casefold() for need in needs}) == len(needs)
    assert all(0 < len(need) <= 44 and need[0].isupper() and "{boss}" not in need for need in needs)


def test_scopes_times_and_keying_are_set_and_mixed() -> None:
    assert {item.scope for item in CIRCUMSTANCES} == {"external", "internal"}
    assert {item.time for item in CIRCUMSTANCES} == {"career", "day", "moment"}
    for sign, least in ((1, 8), (-1, 8), (0, 3)):
        assert sum(item.keyed == sign for item in CIRCUMSTANCES) >= least


def test_every_shipped_rating_says_its_keying_itself() -> None:
    for name in ("circumstances.toml", "outcomes.toml"):
        groups = tomllib.loads(files("good_on_paper.catalogue").joinpath(name).read_text("utf-8"))
        unset = [key for group in groups.values() for key, fields in group.items() if "keyed" not in fields]
        assert unset == []


def test_states_and_verdicts_are_no_circumstances() -> None:
    keys = {item.key for item in CIRCUMSTANCES}
    assert keys.isdisjoint({"energy", "absorbed", "inner_weather", "outside_weather"})
    assert {item.key for item in CIRCUMSTANCES if item.private} == {"treated_differently", "health"}
    assert {item.key for item in CIRCUMSTANCES if item.middle} == {"stretch", "pace", "public_contact"}


def test_kin_is_mutual_and_points_somewhere() -> None:
    for item in CATALOGUE.items():
        for other in item.kin:
            assert item.key in CATALOGUE.item(other).kin
    assert "growth" in CATALOGUE.item("growth_room").kin
    assert "growth_room" in CATALOGUE.item("growth").kin


def test_no_label_or_question_stands_twice() -> None:
    items = CATALOGUE.items()
    assert len({item.label.casefold() for item in items}) == len(items)
    assert len({item.ask.casefold() for item in items}) == len(items)


@ratings
def test_texts_fit_a_form(item: Item) -> None:
    item = item.worded()
    assert len(item.label) <= 42
    assert len(item.ask) <= 90
    assert 0 < len(item.low) <= 44
    assert 0 < len(item.high) <= 44
    assert item.low != item.high
    assert item.ask.endswith("?")
    assert item.label[0].isupper()
    assert item.ask[0].isupper()
    assert not item.low.endswith(".")
    assert not item.high.endswith(".")
    assert item.scale == Scale(min=1, max=7)


@ratings
def test_said_completes_a_sentence(item: Item) -> None:
    said = item.worded().said
    assert said[-1].isalpha()
    assert re.match(r"(I|it|my|one|most|others|people|some(one)?|the|much|what) ", said)
    assert "worst" not in said


@circumstances
def test_a_circumstance_is_an_amount_not_a_verdict(item: Item) -> None:
    words = set(re.findall(r"[a-z]+", f"{item.low} {item.high}".lower()))
    assert words.isdisjoint({"good", "bad", "better", "worse", "best", "worst", "great", "awful", "nice"})
    assert item.construct_
    assert item.source


def test_no_weather_in_any_text() -> None:
    for item in CATALOGUE.items():
        texts = f"{item.label} {item.ask} {item.said} {item.low} {item.high}".lower()
        assert not re.search(r"\b(weather|storm|calm|sun|rain|cloud)", texts)


def test_the_boss_is_a_word_of_the_persons_own() -> None:
    backing = CATALOGUE.item("manager_backing")
    assert backing.worded().ask == "When I brought a problem, how often did my manager act on it?"
    assert backing.worded("the clients").said == "the clients acted on the problems I brought"
    assert backing.worded("  ").label == "Backing from my manager"
    assert backing.worded("the {head}").label == "Backing from the {head}"
    for item in RATINGS:
        texts = f"{item.label} {item.ask} {item.said} {item.low} {item.high}"
        assert not re.search(r"\b(boss|manager|head)\b", texts.replace("{boss}", ""))
        assert not re.search(r"\{boss\} (was|is|has|does)\b", texts)  # the clients as well as the head


def test_loading_again_reads_nothing_again() -> None:
    assert load() is load()
