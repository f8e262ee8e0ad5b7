"""The page of the barometer: a word first, charts only on request, nothing on the day after a no."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING, Any

import pytest

import good_on_paper as gop
from good_on_paper import kit
from good_on_paper.catalogue import keys
from good_on_paper.language.day_names import in_full
from good_on_paper.pages import session, titles
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.record.rows import told_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from good_on_paper.record import Unit
    from good_on_paper.study.person import Person


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Person:
    made = gop.sample()
    monkeypatch.setattr("good_on_paper.pages.show.me", lambda: made)
    monkeypatch.setattr("good_on_paper.pages.your_barometer.barometer.me", lambda: made)
    return made


def told(mine: Person, ago: float, *said: tuple[Unit, str, Any]) -> None:
    """Write answers down as they were given so many days ago."""
    sitting = mine.record.sitting("x")
    with mine.record.batch(), told_at(dt.datetime.now(dt.UTC) - dt.timedelta(days=ago)):
        for unit, item, value in said:
            mine.record.answer(unit, item, value, sitting=sitting)


def day(mine: Person, ago: int) -> str:
    return (mine.today - dt.timedelta(days=ago)).isoformat()


def met(mine: Person, employer: str, ago: int, chance: int = 80, came: str = "", after: int = 9) -> Unit:
    """An interview so many days ago, with the number from its day and, later, what came."""
    sitting = mine.record.sitting("x")
    with told_at(dt.datetime.now(dt.UTC) - dt.timedelta(days=ago)):
        job = mine.record.add_unit("target", sitting=sitting)
        unit = mine.record.add_unit("interview", parent=job, sitting=sitting)
    number = {"of": chance, "within": 30}
    told(
        mine,
        ago,
        (job, "employer", employer),
        (unit, keys.TALK_ON, day(mine, ago)),
        (unit, keys.YES_CHANCE, number),
    )
    if came:
        told(mine, ago - after, (unit, came, day(mine, ago - after)))
    return unit


def row_of_noes(mine: Person, many: int = 8) -> list[Unit]:
    return [met(mine, f"Place {n}", 100 - n, 70 + 5 * (n % 3), keys.CAME_NO) for n in range(many)]


def parts(panel: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The page of a panel, and all that stands on it."""
    page = panel.handle({"type": "ready"})
    return page, shown(panel, page["total"])


def shown(panel: Any, total: int, names: str = "names") -> list[dict[str, Any]]:
    return [
        panel.handle({"type": "show", "chart": n, "names": names, "theme": "light"}) for n in range(total)
    ]


def reveal(panel: Any) -> tuple[list[str], list[dict[str, Any]]]:
    page = panel.handle({"type": "reveal"})
    return [head["heading"] for head in page["heads"]], shown(panel, page["total"])


def text_of(made: Sequence[dict[str, Any]]) -> str:
    return " ".join(" ".join([one["title"], *one["small"]]) for one in made)


def message(kind: str, **said: object) -> dict[str, object]:
    return {"type": kind, "n": 1, "token": f"{kind} {said}", **said}


def test_from_nothing_it_says_what_would_be_here(mine: Person) -> None:
    page, _ = parts(kit.barometer())
    assert page["sentence"].startswith(
        "Nothing here yet. After your next interview, say how likely a yes is, in 04"
    )
    assert parts(kit.felt_and_came())[0]["ask"] is None
    assert parts(kit.what_to_plan_on())[0]["total"] == 0
    form = kit.how_these_ended().page_state()
    assert (form["asked"], form["leans"]) == ([], [])
    assert next(row for row in rows(mine) if row["name"] == titles.BAROMETER) == {
        "name": titles.BAROMETER, "words": "for later: what you felt, and what came of it", "stands": "later",
    }  # fmt: skip


def test_from_one_that_is_open_a_side_can_be_named(mine: Person) -> None:
    met(mine, "Brightwater", 3)
    _, (note,) = parts(kit.barometer())
    assert note["title"] == "Too few interviews to tell yet."
    (row,) = mine.interviews().to_dict("records")
    counts = in_full(row["due"] + dt.timedelta(days=1))
    assert (
        f"Not due yet: 1 interview. It counts from {counts}, even if they say yes sooner: a yes often "
        "comes sooner than a no, so we wait for both."
    ) in note["small"]
    assert note["figures"] == []
    form = kit.how_these_ended()
    assert form.page_state()["leans"] == [("high", "Too high"), ("low", "Too low")]
    unit = mine.record.person.id
    assert (
        form.handle(message("answer", unit=unit, item=keys.BAROMETER_LEAN, value="high"))[0]["type"] == "ack"
    )
    _, (note,) = parts(kit.barometer())
    assert "You said beforehand that your numbers are too high, so we look only that way." in note["small"]
    wrong = form.handle(message("answer", unit=unit, item=keys.BAROMETER_LEAN, value="rosy"))
    assert wrong[0]["type"] == "refused"


def test_the_sample_has_its_word_first_and_charts_only_on_request(sample: Person) -> None:
    _page, (note,) = parts(kit.barometer())
    assert note["title"].startswith("No sign yet that your numbers are off.")
    assert note["small"][0] == "Over 12 interviews you said 66 on average, and 5 said yes."
    assert "Of three people whose numbers are 20 points off, 20 interviews show it for only one." in " ".join(
        note["small"]
    )
    assert (
        "A yes that came after its day is shown and not counted again: Dunmarrow Water, first round."
        in note["small"]
    )
    assert note["svg"] == ""
    assert note["fold"] == "Under the hood"
    assert any("1 would have become 1.6" in figure for figure in note["figures"])
    assert any("seeds 0 to 1,999" in figure for figure in note["figures"])
    assert note["tables"][0]["head"][:3] == ["Interview", "Yes so far", "Ran high at"]
    panel = kit.felt_and_came()
    before = panel.handle({"type": "ready"})
    assert (before["total"], before["ask"]["button"]) == (0, "Show the dots")
    heads, made = reveal(panel)
    folds = {head["fold"] for head in panel.handle({"type": "ready"})["heads"][1:]}
    assert folds == {"How it felt, your notes, and how close your numbers came"}
    assert heads == [
        "Number by number",
        "How it felt, and what they said",
        "What you noticed in the room",
        "How close the numbers came",
    ]  # fmt: skip
    notes = made[2]
    assert notes["small"][0] == "Penrow Council, 70: They asked what I would stop doing"
    assert parts(kit.what_to_plan_on())[0]["total"] == 0
    assert [row["words"] for row in rows(sample) if row["name"] == titles.BAROMETER] == [
        "12 interviews to look back on"
    ]


def test_letters_leave_no_name_on_the_page(sample: Person) -> None:
    del sample
    panel = kit.felt_and_came()
    panel.handle({"type": "ready"})
    total = panel.handle({"type": "reveal"})["total"]
    told = str(shown(panel, total, "letters"))
    for name in ("Penrow", "Tallis", "Calder"):
        assert name not in told


def test_a_row_of_noes_is_about_numbers(mine: Person) -> None:
    row_of_noes(mine)
    _, (note,) = parts(kit.barometer())
    assert note["title"] == "Your numbers ran high."
    said = note["small"]
    assert said[0].startswith("That is about the numbers, not about you. It doesn’t say how good you are")
    assert said[1].startswith(
        "Over 8 interviews you said 74 on average, and no yes came in time. Averages from 0 to "
    )
    assert "of 100" not in text_of([note])
    panel = kit.what_to_plan_on()
    before = panel.handle({"type": "ready"})
    assert (before["total"], before["ask"]["button"]) == (0, "Show what to plan on")
    _, (plan,) = reveal(panel)
    assert plan["title"].startswith("When you say 80, plan on ")
    assert ", between " in plan["title"]
    assert plan["small"][0] == "That is between what you said and what came: none of 8 said yes."
    assert plan["small"][1].startswith("Planning on it means: keep the other applications going. A warm hour")
    page = panel.handle({"type": "slide", "at": 2})
    assert shown(panel, page["total"])[0]["title"].startswith("When you say 30, plan on ")


@pytest.mark.parametrize("ahead", [-1, 0, 1])
def test_what_to_plan_on_waits_around_an_interview(mine: Person, ahead: int) -> None:
    row_of_noes(mine)
    job = mine.record.add_unit("target", sitting=mine.record.sitting("x"))
    told(mine, 5, (job, keys.TALK_ON, day(mine, -ahead)))
    page, made = parts(kit.what_to_plan_on())
    assert page["sentence"].startswith("What to plan on can wait")
    assert (page["ask"], made) == (None, [])


def test_for_a_day_after_a_no_there_is_one_line_and_nothing_else(mine: Person) -> None:
    units = row_of_noes(mine)
    told(mine, 0.2, (units[-1], keys.CAME_NO, day(mine, 0)))
    assert parts(kit.barometer())[0]["sentence"] == "Noted. Nothing to do today."
    for panel in (kit.felt_and_came(), kit.what_to_plan_on()):
        page = panel.handle({"type": "ready"})
        assert (page["sentence"], page["total"], page["ask"]) == ("", 0, None)
    form = kit.how_these_ended().page_state()
    assert (form["asked"], form["leans"]) == ([], [])
    assert [row["words"] for row in rows(mine) if row["name"] == titles.BAROMETER] == [
        "Noted. Nothing to do today."
    ]


def test_one_past_its_day_is_asked_and_no_answer_is_one_press(mine: Person) -> None:
    silent = met(mine, "Brightwater", 60)
    for n in range(4):
        met(mine, f"Place {n}", 55, 80, keys.CAME_NO)
    _, (note,) = parts(kit.barometer())
    assert note["title"] == "Too few interviews to tell yet."
    held = "One interview is past its day, and we don’t know yet how it ended. Say it below."
    assert f"{held} 4 after it must wait." in note["small"]
    form = kit.how_these_ended()
    (asked,) = form.page_state()["asked"]
    assert asked["ask"].endswith("has passed. Has Brightwater written?")
    assert asked["about"].endswith("; you said 80")
    said = message("answer", unit=silent.id, item=keys.CAME_NOTHING, value=mine.today.isoformat())
    assert form.handle(said)[0]["type"] == "ack"
    assert form.page_state()["asked"] == []
    _, (note,) = parts(kit.barometer())
    assert note["title"] == "Your numbers ran high."
    wrong = message("answer", unit=silent.id, item=keys.CAME_YES, value=day(mine, -3))
    assert "is no day that has come" in form.handle(wrong)[0]["message"]


def test_where_the_others_alone_read_otherwise_it_says_how(mine: Person) -> None:
    for n in range(5):
        met(mine, f"Silent {n}", 90 - n, 80, keys.CAME_NOTHING, after=35)
    for n in range(4):
        met(mine, f"Place {n}", 80 - n, 80, keys.CAME_YES)
    _, (note,) = parts(kit.barometer())
    assert note["title"] == "Your numbers ran high."
    assert any(text.startswith("Without the 5 that had not answered by their day") for text in note["small"])


def test_what_was_noted_later_is_counted_again_and_said(mine: Person) -> None:
    unit = met(mine, "Brightwater", 80, 80, keys.CAME_NOTHING, after=35)
    told(mine, 10, (unit, keys.CAME_YES, day(mine, 60)))
    first = met(mine, "Tessel", 79)
    told(mine, 70, (first, keys.CAME_NO, day(mine, 40)))
    _, (note,) = parts(kit.barometer())
    assert any(text.endswith("so we counted again: Brightwater.") for text in note["small"])


def test_nerves_stand_in_a_fold_of_what_was_asked_for(mine: Person) -> None:
    unit = met(mine, "Brightwater", 80, 80, keys.CAME_NO)
    told(mine, 79, (unit, "nerves_felt", 6))
    _, before = parts(kit.barometer())
    assert "erve" not in str(before)
    heads, made = reveal(kit.felt_and_came())
    assert heads[-1] == "Nerves"
    assert made[-1]["fold"] == "Show them"
    assert made[-1]["tables"][0]["rows"] == [["Brightwater", "6", "80", "No"]]


def test_needs_named_before_the_look_are_scored_as_a_count(sample: Person) -> None:
    needs = len(sample.guesses)
    assert needs
    sample.take_a_look()
    heads, made = reveal(kit.felt_and_came())
    assert heads[-2:] == ["What you said you need", "How close the numbers came"]
    assert made[-2]["title"].startswith(f"Of {needs} needs you named before you looked, ")
    assert len(made[-2]["tables"][0]["rows"]) == needs


def test_five_hundred_interviews_stand_in_time(mine: Person) -> None:
    with mine.record.batch():
        for n in range(500):
            came = keys.CAME_YES if n % 3 else keys.CAME_NO
            met(mine, f"Place {n}", 3000 - 5 * n, 30 + 10 * (n % 5), came)
    began = time.process_time()  # what others on this machine do is no part of it
    _, (note,) = parts(kit.barometer())
    heads, made = reveal(kit.felt_and_came())
    form = kit.how_these_ended().page_state()
    took = time.process_time() - began
    assert note["title"].startswith(("No sign", "Your numbers"))
    assert len(made) >= 3
    assert (heads[0], form["asked"]) == ("Number by number", [])
    assert took < 4, took  # under 2 seconds where nothing else runs
