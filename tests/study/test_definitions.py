"""Own definitions as outcomes: declared before the first look, frozen there, no word for their kin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from good_on_paper.catalogue import keys, load
from good_on_paper.frames.definitions import definition
from good_on_paper.kit.me import Me
from good_on_paper.patterns import FOUND, SHUFFLE, TOO_FEW, look_budget, own_definition
from good_on_paper.questions.prepared import prepare
from good_on_paper.record import Record, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BY_SUCCESS, WRONG = keys.BY_SUCCESS, keys.BY_GOING_WRONG
WEIGHTS = {"proud_work": 5, "use_to_others": 3, "money": 1}
RATED = {
    "proud_work": [1, 2, 3, 4, 5, 6, 7, 7],
    "use_to_others": [1, 2, 3, 4, 5, 6, 7, 6],
    "money": [4, 4, 4, 4, 4, 4, 4, 4],
    "overall": [4, 1, 7, 2, 6, 3, 5, 4],
    "cost": [1, 5, 2, 7, 3, 6, 4, 1],
    "clarity": [1, 2, 3, 4, 5, 6, 7, 7],  # goes with the definition
    "purpose": [1, 2, 3, 4, 5, 6, 7, 7],  # says nearly the same as a criterion
    "pace": [4, 1, 7, 2, 6, 3, 5, 4],  # goes with the whole
}


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Me]:
    with Record.open(tmp_path / "person") as record:
        made = Me(record)
        made.guess(["clarity", "purpose"])
        with record.batch():
            say(made, made.unit, WEIGHTS)
            for place in range(8):
                role = record.add_unit("role", sitting=record.sitting("jobs"))
                say(made, role, {item: rated[place] for item, rated in RATED.items()})
        yield made


def say(me: Me, unit: Any, values: dict[str, Any]) -> None:
    for item, value in values.items():
        revision = load().item(item).revision if item in load() else 1
        me.record.answer(unit, item, value, sitting=me.record.sitting("said"), revision=revision)


def words(frame: pd.DataFrame) -> dict[str, str]:
    return dict(zip(frame["line"], frame["word"], strict=True))


def test_an_own_definition_is_an_outcome_and_its_kin_get_no_word(me: Me) -> None:
    assert me.declare_main(BY_SUCCESS) == (BY_SUCCESS,)
    found = me.take_a_look()
    expected = own_definition(me.ratings(), WEIGHTS).frame["value"]
    pd.testing.assert_series_equal(found.wide[BY_SUCCESS], expected.astype(float), check_names=False)
    assert words(found.frame)["clarity"] in FOUND
    assert words(found.frame)["purpose"] == SHUFFLE
    assert found.frame.set_index("line")["kin"].to_dict() == {
        "clarity": False,
        "purpose": True,
        "pace": False,
    }
    assert set(found.because("clarity")["item"]) == {"clarity", *WEIGHTS}
    assert "purpose" not in {line for recipe in [me.recipes()] if recipe for line in recipe.roles.conditions}


def test_what_is_looked_at_freezes_with_criteria_weights_and_words(me: Me) -> None:
    say(me, me.unit, {keys.SUCCESS_IS: "Going home having finished something."})
    me.declare_main(BY_SUCCESS)
    before = me.take_a_look().frame
    [look] = me.record.history(me.unit, "look")
    kept = look.value["definitions"][BY_SUCCESS]
    assert kept["weights"] == WEIGHTS
    assert kept["words"]["proud_work"] == "Work I am proud of"
    assert kept["sentence"] == "Going home having finished something."
    assert "purpose" in kept["kin"]
    say(me, me.unit, {"money": 5, "proud_work": 1, "growth": 5})
    assert definition(me, BY_SUCCESS)["weight"].to_dict() == {
        "money": 5,
        "growth": 5,
        "use_to_others": 3,
        "proud_work": 1,
    }
    assert me.definition(BY_SUCCESS).weights == WEIGHTS
    assert words(me.take_a_look().frame) == words(before)
    assert len(me.looks()) == 1
    for choose in (me.declare_main, me.declare_second):
        with pytest.raises(RecordError, match="Whoever chooses among outcomes after a look finds one"):
            choose("cost")


def test_weights_changed_after_the_look_give_no_word(me: Me) -> None:
    """Weights under which a line would go with success come too late."""
    say(me, me.unit, dict.fromkeys(WEIGHTS, 1))
    for role, value in zip(me.record.units("role"), RATED["pace"], strict=True):
        say(me, role, {"money": value})
    me.declare_main(BY_SUCCESS)
    before = words(me.take_a_look().frame)
    assert before["pace"] not in FOUND
    say(me, me.unit, {"money": 5})
    me.record.answer(me.unit, "proud_work", state="cleared", sitting=me.record.sitting("said"))
    me.record.answer(me.unit, "use_to_others", state="cleared", sitting=me.record.sitting("said"))
    assert words(me.take_a_look().frame) == before


def test_points_given_with_the_ratings_in_sight_make_pictures_only(me: Me) -> None:
    """Whoever may weigh until something goes with a circumstance will find one."""
    for role, value in zip(me.record.units("role"), RATED["pace"], strict=True):
        say(me, role, dict.fromkeys(("growth", "acclaim"), value))
    say(me, me.unit, {"growth": 5, "acclaim": 5, "money": 5, "proud_work": 1})
    me.record.answer(me.unit, "use_to_others", state="cleared", sitting=me.record.sitting("said"))
    assert me.definition(BY_SUCCESS).weights == WEIGHTS
    me.declare_main(BY_SUCCESS)
    assert words(me.take_a_look().frame)["pace"] not in FOUND
    assert definition(me, BY_SUCCESS)["weight"].to_dict()["growth"] == 5
    for role, value in zip(me.record.units("role"), RATED["pace"], strict=True):
        say(me, role, dict.fromkeys(("stuck", "worn", "unseen"), value))
    say(me, me.unit, dict.fromkeys(("stuck", "worn", "unseen"), 2))
    assert me.definition(WRONG).weights == {}
    for criterion in (*WEIGHTS, "growth", "acclaim"):
        me.record.answer(me.unit, criterion, state="cleared", sitting=me.record.sitting("said"))
    assert me.definition(BY_SUCCESS).weights == WEIGHTS  # frozen by the look


def test_a_definition_that_is_taken_back_before_the_look_is_none(me: Me) -> None:
    for criterion in WEIGHTS:
        me.record.answer(me.unit, criterion, state="cleared", sitting=me.record.sitting("said"))
    assert me.definition(BY_SUCCESS).weights == {}


def test_a_criterion_that_no_job_is_rated_by_counts_as_it_stands(me: Me) -> None:
    say(me, me.unit, {"growth": 2})
    say(me, me.unit, {"growth": 4})
    assert me.definition(BY_SUCCESS).weights["growth"] == 4


def test_one_that_was_not_declared_gives_no_word(me: Me) -> None:
    assert set(me.take_a_look(outcome=BY_SUCCESS).frame["word"]) <= {SHUFFLE, TOO_FEW}
    assert words(me.take_a_look().frame)["pace"] in FOUND


def test_two_declared_share_one_allowance(me: Me) -> None:
    assert me.declare_main(BY_SUCCESS) == (BY_SUCCESS,)
    assert me.declare_second("overall") == (BY_SUCCESS, "overall")
    assert me.take_a_look().budget == look_budget(1, outcomes=2)
    assert me.take_a_look(outcome="overall").budget == look_budget(1, outcomes=2)


def test_the_same_cannot_be_both_and_too_few_criteria_are_refused(me: Me) -> None:
    me.declare_second(BY_SUCCESS)
    assert me.declare_main(BY_SUCCESS) == (BY_SUCCESS,)
    with pytest.raises(RecordError, match="no second outcome"):
        me.declare_second(BY_SUCCESS)
    with pytest.raises(RecordError, match="has 0 criteria; expected at least 3"):
        me.declare_second(WRONG)
    assert me.declare_main(None) == ("overall",)


def test_going_wrong_is_turned_round_and_never_the_reverse_of_success(me: Me) -> None:
    say(me, me.unit, dict.fromkeys(("stuck", "worn", "unseen"), 2))
    for role, value in zip(me.record.units("role"), RATED["proud_work"], strict=True):
        say(me, role, dict.fromkeys(("stuck", "worn", "unseen"), value))  # both are high in the same jobs
    me.declare_main(BY_SUCCESS)
    me.declare_second(WRONG)
    me.take_a_look()
    one, other = (me.take_a_look(outcome=outcome) for outcome in (BY_SUCCESS, WRONG))
    assert (
        one.groups[one.groups.eq("best")].index.tolist()
        == other.groups[other.groups.eq("worst")].index.tolist()
    )
    assert (
        one.frame.set_index("line").loc["clarity", "tau"]
        > 0
        > other.frame.set_index("line").loc["clarity", "tau"]
    )


def test_a_copy_without_the_look_keeps_the_definition_of_that_day(me: Me) -> None:
    me.declare_main(BY_SUCCESS)
    me.take_a_look()
    earlier = me.as_of(me.record.newest - 1)
    say(me, me.unit, {"money": 5})
    assert earlier.definition(BY_SUCCESS).weights == WEIGHTS
    assert definition(me, BY_SUCCESS)["weight"]["money"] == 5


def test_questions_are_prepared_under_an_own_definition(me: Me) -> None:
    me.record.add_unit("target", sitting=me.record.sitting("target"))
    me.declare_main(BY_SUCCESS)
    me.take_a_look()
    assert prepare(me) is not None
