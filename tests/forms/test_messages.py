"""The kernel's half of the forms, on a real record: what a page says is done, and answered, exactly once."""

from __future__ import annotations

import itertools
import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper.catalogue import CatalogueError
from good_on_paper.forms import Form, HowItWent, OwnDefinitions, RatingGrid, RoleList
from good_on_paper.forms.form import UNSHOWN
from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue

    AddJobs = Callable[..., list[str]]

COUNT = itertools.count(1)


def message(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "n": next(COUNT), "token": str(uuid.uuid4()), **more}


def rate(unit: str, item: str, value: Any = 5, **more: Any) -> dict[str, Any]:
    return message("answer", unit=unit, item=item, state="value", value=value) | more


def only(replies: list[dict[str, Any]]) -> dict[str, Any]:
    assert len(replies) == 1
    return replies[0]


def state_of(form: Form) -> dict[str, Any]:
    return only(form.handle({"type": "ready"}))


def test_acknowledged_is_on_the_disk(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    unit = add_jobs()[0]
    told = only(RatingGrid(record, lines).handle(rate(unit, "pace", 6, memory=3, position=2)))
    with Record.open(record.folder) as other:
        answer = other.current()[unit, "pace"]
    assert told["type"] == "ack"
    assert told["seq"] == answer.seq
    assert (answer.value, answer.memory, answer.position) == (6, 3, 2)


def test_nothing_personal_is_in_the_widget(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    add_jobs([("Secret keeper", "Hidden & Co", "2001", "now")])
    for form in (RatingGrid(record, lines), RoleList(record, lines), HowItWent(record, lines)):
        form.handle({"type": "ready"})
        state = json.dumps(form.get_state(), default=str)
        assert "Secret keeper" not in state
        assert "Hidden" not in state
        assert str(record.folder) not in state


class Unshown(RatingGrid):
    """A form whose answers are stored and that cannot say what comes of them."""

    def page_state(self) -> dict[str, Any]:
        raise ValueError("what a person wrote")


def test_what_is_saved_and_cannot_be_shown_is_not_called_unsaved(
    record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    unit = add_jobs()[0]
    form = Unshown(record, lines)
    assert form.handle(rate(unit, "pace", 6))[0]["type"] == "ack"
    told = only(form.handle({"type": "ready"}))
    assert (told["type"], told["message"]) == ("failed", f"{UNSHOWN} (ValueError)")


def test_the_same_token_again_writes_nothing(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    unit = add_jobs()[0]
    first = rate(unit, "pace", 6)
    grid = RatingGrid(record, lines)
    again = RatingGrid(record, lines)  # as after a kernel restart
    assert only(grid.handle(first))["seq"] == only(grid.handle(first))["seq"]
    assert only(again.handle(first))["type"] == "ack"
    assert len(record.history(unit, "pace")) == 1


def test_an_undo_sent_again_undoes_once(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    unit = add_jobs()[0]
    grid = RatingGrid(record, lines)
    grid.handle(rate(unit, "pace", 2))
    grid.handle(rate(unit, "pace", 6))
    undo = message("undo")
    ack, state = grid.handle(undo)
    assert grid.handle(undo) == [ack, state]
    assert record.current()[unit, "pace"].value == 2
    assert state["steps"] == [1, 1]
    redone = grid.handle(message("redo"))[0]
    assert redone["steps"] == [2, 0]
    assert record.current()[unit, "pace"].value == 6


def test_undo_with_nothing_to_undo_says_so(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    add_jobs()
    told = only(RatingGrid(record, lines).handle(message("undo")))
    assert told["type"] == "ack"
    assert "nothing to undo" in told["said"]


def test_a_newer_answer_from_elsewhere_is_shown_not_overwritten(
    record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    unit = add_jobs()[0]
    here, elsewhere = RatingGrid(record, lines), RatingGrid(record, lines)
    seen = only(here.handle(rate(unit, "pace", 2, replaces=None)))["seq"]
    elsewhere.handle(rate(unit, "pace", 7, replaces=seen))
    told = only(here.handle(rate(unit, "pace", 3, replaces=seen)))
    assert told["type"] == "refused"
    assert told["current"]["value"] == 7
    assert record.current()[unit, "pace"].value == 7


@pytest.mark.parametrize("value", [0, 8, 3.5, "4", True, None])
def test_a_value_off_the_scale_is_refused_in_words(
    record: Record, lines: Catalogue, add_jobs: AddJobs, value: object
) -> None:
    unit = add_jobs()[0]
    told = only(RatingGrid(record, lines).handle(rate(unit, "pace", value)))
    assert told["type"] == "refused"
    assert "from 1 to 7" in told["message"]
    assert record.history(unit, "pace") == []


@pytest.mark.parametrize("state", ["na", "cant_recall", "skip", "cleared"])
def test_blanks_are_answers(record: Record, lines: Catalogue, add_jobs: AddJobs, state: str) -> None:
    unit = add_jobs()[0]
    blank = message("answer", unit=unit, item="pace", state=state, value=None)
    assert only(RatingGrid(record, lines).handle(blank))["cell"]["state"] == state


def test_a_record_that_cannot_be_written_is_failed_without_the_persons_words(
    record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    unit = add_jobs()[0]
    roles = RoleList(record, lines)
    assert only(roles.handle(rate(unit, "title", "first words")))["type"] == "ack"
    record.close()
    for reply in (
        *roles.handle(rate(unit, "title", "words nobody else reads")),
        *roles.handle({"type": "ready"}),
    ):
        assert reply["type"] == "failed"
        assert "words nobody else reads" not in reply["message"]
        assert "Traceback" not in reply["message"]


@pytest.mark.parametrize("broken", [{}, {"type": "answer"}, {"type": "answer", "unit": 1, "item": None}])
def test_a_broken_message_is_answered(record: Record, lines: Catalogue, broken: dict[str, Any]) -> None:
    for form in (RatingGrid(record, lines), RoleList(record, lines), HowItWent(record, lines)):
        assert only(form.handle(broken | {"token": "t"}))["type"] in {"failed", "refused"}


def deep(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize("broken", [None, 3, "ready", [], [{"type": "ready"}], float("nan")])
def test_a_message_that_is_no_object_is_refused(record: Record, lines: Catalogue, broken: object) -> None:
    for form in (RatingGrid(record, lines), RoleList(record, lines), HowItWent(record, lines)):
        assert only(form.handle(broken))["type"] == "refused"


@pytest.mark.parametrize(
    "value",
    [[[1]], [1], {"pace": True}, "pace", 3, True, deep(940), deep(41), [10**400], [float("inf")]],
    ids=lambda value: str(value)[:12],
)
def test_lines_set_aside_in_another_shape_are_refused_and_block_nothing(
    record: Record, lines: Catalogue, add_jobs: AddJobs, value: Any
) -> None:
    add_jobs()
    person = record.person.id
    for form in (RatingGrid(record, lines), HowItWent(record, lines)):
        assert only(form.handle(rate(person, "lines_set_aside", value)))["type"] == "refused"
        assert form.handle({"type": "ready"})[0]["type"] == "state"
    assert record.history(person, "lines_set_aside") == []


@pytest.mark.parametrize(
    "part",
    [
        {"unit": 3},
        {"unit": "\ud800"},
        {"item": ["pace"]},
        {"item": "x" * 301},
        {"state": ["value"]},
        {"memory": [1]},
        {"memory": True},
        {"position": "first"},
        {"position": -1},
        {"position": 2**60},
        {"replaces": {}},
        {"token": {}},
        {"token": "\ud800"},
        {"n": "one"},
        {"value": deep(940)},
        {"value": 10**400},
    ],
    ids=str,
)
def test_a_part_of_another_kind_is_refused_so_that_it_is_not_sent_again(
    record: Record, lines: Catalogue, add_jobs: AddJobs, part: dict[str, Any]
) -> None:
    unit = add_jobs()[0]
    grid = RatingGrid(record, lines)
    assert only(grid.handle(rate(unit, "pace") | part))["type"] == "refused"
    assert record.history(unit, "pace") == []
    assert only(grid.handle(rate(unit, "pace")))["type"] == "ack"


@pytest.mark.parametrize(
    "broken",
    [{}, {"unit": 4}, {"unit": "a"}, {"unit": "a", "to": "x"}, {"unit": "a", "to": 1e400}, {"unit": None}],
    ids=str,
)
@pytest.mark.parametrize("kind", ["add_role", "move_role", "remove_role"])
def test_a_list_told_half_of_what_to_do_refuses(
    record: Record, lines: Catalogue, kind: str, broken: dict[str, Any]
) -> None:
    assert only(RoleList(record, lines).handle(message(kind) | broken))["type"] == "refused"


def test_a_unit_nobody_knows_is_refused(record: Record, lines: Catalogue) -> None:
    assert only(RatingGrid(record, lines).handle(rate("f" * 32, "pace")))["type"] == "refused"


# -- the grid


def test_the_order_is_the_sittings_and_is_kept(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    unit = add_jobs()[0]
    keys = [item.key for item in lines.core]
    one, same, other = (RatingGrid(record, lines, lines=keys, seed=seed) for seed in (1, 1, 2))
    assert one.lines == same.lines
    assert sorted(one.lines) == sorted(keys)
    assert one.lines != other.lines
    drawn = RatingGrid(record, lines, lines=keys)
    drawn.handle(rate(unit, "pace"))
    sitting = record.sittings("lines")[-1]
    assert drawn.lines == RatingGrid(record, lines, lines=keys[::-1], seed=sitting.seed).lines
    offered = record.current(items=("lines_offered",))[record.person.id, "lines_offered"]
    assert offered.value == list(drawn.lines)


def test_six_lines_unless_others_are_named(record: Record, lines: Catalogue) -> None:
    assert len(RatingGrid(record, lines).lines) == 6
    with pytest.raises(CatalogueError, match="pase"):
        RatingGrid(record, lines, lines=["pase"])
    with pytest.raises(ValueError, match="title"):
        RatingGrid(record, lines, lines=["title"])


def test_the_boss_is_called_what_the_person_calls_them(
    record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    first, second, *rest = add_jobs()
    grid = RatingGrid(record, lines, lines=["manager_backing"])
    assert "my manager" in state_of(grid)["lines"][0]["ask"]
    sitting = record.sitting("words")
    record.answer(first, "boss_word", "my clients", sitting=sitting)
    record.answer(second, "boss_word", "the head", sitting=sitting)
    line = state_of(grid)["lines"][0]
    assert line["words"] == {first: "my clients", second: "the head"}
    for unit in (first, *rest):
        record.answer(unit, "boss_word", "the head", sitting=sitting)
    line = state_of(grid)["lines"][0]
    assert "the head" in line["ask"]
    assert line["words"] == {}


# -- the list of roles


def test_a_role_is_added_once_and_removed_and_brought_back(record: Record, lines: Catalogue) -> None:
    form, unit = RoleList(record, lines), uuid.uuid4().hex
    add = message("add_role", unit=unit)
    form.handle(add)
    RoleList(record, lines).handle(add)
    form.handle(rate(unit, "title", " Cook "))
    assert [role.id for role in record.units("role")] == [unit]
    assert record.current()[unit, "title"].value == "Cook"
    ack, state = form.handle(message("remove_role", unit=unit))
    assert (ack["type"], state["roles"]) == ("ack", [])
    form.handle(message("undo"))
    assert [role.id for role in record.units("role")] == [unit]


def test_moving_is_one_step(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    units = add_jobs()
    form = RoleList(record, lines)

    def order() -> list[str]:
        return [role.id for role in record.units("role")]

    for unit, to in ((units[4], 1), (units[0], 4), (units[2], 0), (units[2], 0)):
        expected = [other for other in order() if other != unit]
        expected.insert(to, unit)
        form.handle(message("move_role", unit=unit, to=to))
        assert order() == expected
    for _ in range(3):
        form.handle(message("undo"))
    assert order() == units


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("3/2014", "2014-03", "March 2014"),
        ("Sept 2001", "2001-09", "September 2001"),
        ("2014", "2014", "2014"),
    ],
)
def test_dates_are_shown_back_as_understood(
    record: Record, lines: Catalogue, add_jobs: AddJobs, typed: str, stored: str, shown: str
) -> None:
    unit = add_jobs()[0]
    told = only(RoleList(record, lines).handle(rate(unit, "started", typed)))
    assert (told["cell"]["value"], told["cell"]["shown"]) == (stored, shown)


def test_now_is_an_end(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    unit = add_jobs()[0]
    told = only(RoleList(record, lines).handle(rate(unit, "ended", "today")))
    assert told["cell"]["value"] == "now"


def test_a_text_that_is_no_date_is_kept_and_doubted(
    record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    unit = add_jobs()[0]
    form = RoleList(record, lines)
    told = only(form.handle(rate(unit, "started", "when the wall fell")))
    assert told["type"] == "ack"
    assert "can’t read it as a date" in told["cell"]["doubt"]
    assert record.current()[unit, "started"].value == "when the wall fell"


# -- how it went


def test_closed_until_the_lines_are_whole(record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    units = add_jobs()
    grid, outcome = RatingGrid(record, lines, lines=["pace", "clarity"]), HowItWent(record, lines)
    record.answer(units[0], "overall", 7, sitting=record.sitting("before"))
    for count, (item, unit) in enumerate(itertools.product(("pace", "clarity"), units)):
        assert not outcome.is_open
        state = state_of(outcome)
        assert "overall" not in json.dumps(state)
        grid.handle(rate(unit, item, 1 + count % 7))
    assert outcome.is_open
    assert [line["key"] for line in state_of(outcome)["lines"]] == ["overall", "cost"]


def test_open_once_the_rest_is_set_aside_and_closed_by_undo(
    record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs()
    outcome = HowItWent(record, lines, lines=["pace"])
    aside = rate(record.person.id, "lines_set_aside", ["pace"])
    told, state = outcome.handle(aside)
    assert (told["type"], state["open"]) == ("ack", True)
    assert outcome.handle(message("undo"))[1]["open"] is False


def test_weights_are_the_persons_and_ratings_the_roles(
    record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    unit = add_jobs()[0]
    overlay = record.folder / "catalogue.toml"
    outcome, person = OwnDefinitions(record, lines, overlay), record.person.id
    assert only(outcome.handle(rate(person, "money", 4)))["type"] == "ack"
    assert only(outcome.handle(rate(unit, "money", 7)))["type"] == "ack"
    assert only(outcome.handle(rate(person, "money", 6)))["type"] == "refused"
    assert only(outcome.handle(rate(person, "overall", 6)))["type"] == "refused"
    current = record.current(items=("money",))
    assert {key: answer.value for key, answer in current.items()} == {
        (person, "money"): 4,
        (unit, "money"): 7,
    }
