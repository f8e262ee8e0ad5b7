"""Lines in one's own words, in a real browser, joined to the real form, record and catalogue file."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import load
from good_on_paper.forms import OwnWords
from good_on_paper.forms.own_need import own_need
from good_on_paper.frames import ratings
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def overlay(record: Record) -> Path:
    return record.folder / "catalogue.toml"


@pytest.fixture
def words(record: Record, lines: Catalogue, overlay: Path) -> OwnWords:
    return OwnWords(record, lines, overlay)


def row(root: Locator, place: int) -> Locator:
    return root.locator(".gop-ownline").nth(place)


def test_a_line_of_ones_own(stage: Stage, words: OwnWords, overlay: Path) -> None:
    root = stage.show(words)
    root.get_by_text("Add a question of your own").click()
    root.get_by_role("button", name="Add this question").click()  # nothing typed: nothing done
    expect(root.get_by_label("What it is")).to_be_focused()
    stage.page.keyboard.type("Daylight <b>")
    root.get_by_label("What 1 means").fill("none")
    stage.page.keyboard.press("Enter")
    expect(root.get_by_label("What it is")).to_have_value("")
    made = load(overlay).items("circumstance")[-1]
    assert (made.label, made.low, made.high) == ("Daylight <b>", "none", "always")
    assert made.ask == "How often was this true: “Daylight <b>”?"
    root.get_by_label("What it is").fill("daylight <b>")
    root.get_by_role("button", name="Add this question").click()
    expect(root.get_by_text("“Daylight <b>” is already there.")).to_be_visible()
    assert len(load(overlay).items("circumstance")) == len(load().items("circumstance")) + 1


def test_a_need_worded_as_what_is_not_there_can_be_rated_and_read(lines: Catalogue, overlay: Path) -> None:
    item, new = own_need("A boss who does not shout", lines)
    assert new
    assert item.ask == "How often was this true: “A boss who does not shout”?"
    assert (item.low, item.high) == ("never", "always")
    assert item.said == "“A boss who does not shout” was true"
    before = (
        '[circumstance.my_old]\nlabel = "Old"\nask = "How much of this was there: Old?"\nneed = "Old"\n'
        'said = "there was much of it: Old"\nlow = "none of it"\nhigh = "as much as I needed"\nkeyed = 1\n'
    )
    overlay.write_text(before, encoding="utf-8")  # as an older kit wrote it: it keeps its meaning
    old = load(overlay).item("my_old")
    assert (old.low, old.revision) == ("none of it", 1)
    assert own_need("old", load(overlay)) == (old, False)


def test_a_line_named_anew_and_back(stage: Stage, words: OwnWords, overlay: Path) -> None:
    overlay.write_text("# My own lines. Do not lose this comment.\n", encoding="utf-8")
    root = stage.show(words)
    root.get_by_text("Edit, hide or move a question").click()
    name = row(root, 1).get_by_role("textbox").first
    expect(name).to_have_value("Backing from my manager")
    name.fill("The boss stands behind me: my manager")
    name.blur()
    expect(row(root, 1).get_by_text("✓ was: Backing from my manager")).to_be_visible()
    assert (
        load(overlay).item("manager_backing").worded("the head").label
        == "The boss stands behind me: the head"
    )
    assert "Do not lose this comment" in overlay.read_text(encoding="utf-8")
    row(root, 1).get_by_role("button", name="Edit wording").click()
    row(root, 1).get_by_label("As something you need").fill("Someone behind me")
    row(root, 1).get_by_label("As something you need").blur()
    expect(row(root, 1).get_by_text("was: Backing when I bring a problem")).to_be_visible()
    name.fill("")
    name.blur()
    expect(name).to_have_value("Backing from my manager")
    assert load(overlay).item("manager_backing").label == load().item("manager_backing").label
    assert load(overlay).item("manager_backing").need == "Someone behind me"


def test_hidden_shown_and_moved_by_keyboard(stage: Stage, words: OwnWords, overlay: Path) -> None:
    root = stage.show(words)
    root.get_by_text("Edit, hide or move a question").click()
    row(root, 2).get_by_role("button", name="Hide").click()
    expect(row(root, 2).get_by_role("button", name="Show again")).to_be_visible()
    assert load(overlay).item("clarity").hidden
    row(root, 2).get_by_role("button", name="Show again").click()
    expect(row(root, 2).get_by_role("button", name="Hide")).to_be_visible()
    up = row(root, 2).get_by_role("button", name="Move up")
    up.focus()
    stage.page.keyboard.press("Enter")
    expect(row(root, 1).get_by_role("textbox").first).to_have_value("Knowing what counted as good work")
    expect(row(root, 1).get_by_role("button", name="Move up")).to_be_focused()
    stage.page.keyboard.press("Enter")
    expect(row(root, 0).get_by_role("textbox").first).to_have_value("Knowing what counted as good work")
    first = [item.key for item in load(overlay).items("circumstance")][:3]
    assert first == ["clarity", "decision_freedom", "manager_backing"]
    row(root, 0).get_by_role("button", name="Move down").click()
    expect(row(root, 1).get_by_role("textbox").first).to_have_value("Knowing what counted as good work")


def named(root: Locator) -> None:
    row(root, 1).get_by_role("textbox").first.fill("Backing")
    row(root, 1).get_by_role("textbox").first.blur()


def moved(root: Locator) -> None:
    row(root, 3).get_by_role("button", name="Move up").click()


def called(root: Locator) -> None:
    root.get_by_label("Editor").fill("the publisher")
    root.get_by_label("Editor").blur()


def made(root: Locator) -> None:
    root.get_by_label("What it is").fill("Daylight")
    root.get_by_role("button", name="Add this question").click()


def meant(root: Locator) -> None:
    last = root.locator(".gop-ownline").last
    last.get_by_role("button", name="Edit wording").click()
    last.get_by_label("What 1 means").fill("a cellar")
    last.get_by_label("What 1 means").blur()


def hidden(root: Locator) -> None:
    row(root, 3).get_by_role("button", name="Hide").click()


def test_every_step_is_taken_back_and_done_again(
    stage: Stage, words: OwnWords, record: Record, overlay: Path, add_jobs: Callable[..., list[str]]
) -> None:
    units = add_jobs()
    root = stage.show(words)
    for text in ("Add a question of your own", "Edit, hide or move a question", "What you called your boss"):
        root.get_by_text(text).click()

    def stands() -> list[object]:
        said = record.current(items=("boss_word",), units=units[:1])
        items = load(overlay).items("circumstance", hidden=True)
        last = items[-1]
        return [
            (last.label, last.low, last.revision),
            [(item.label, item.hidden) for item in items],
            [answer.value for answer in said.values() if answer.state == "value"],
        ]

    def press(name: str) -> None:
        root.get_by_role("button", name=name, exact=True).click()

    was = [stands()]
    for change in (named, moved, called, made, meant, hidden):
        change(root)
        stage.until(lambda: stands() != was[-1])
        was.append(stands())
    for name, way in (("Undo", was[-2::-1]), ("Redo", was[1:])):
        for expected in way:
            press(name)
            stage.until(lambda expected=expected: stands() == expected)
    overlay.write_text(overlay.read_text("utf-8").replace('"a cellar"', '"a cave"'), encoding="utf-8")
    press("Undo")  # the hiding
    stage.until(lambda: stands()[1:] == was[-2][1:])
    press("Undo")  # what somebody else has changed since stays
    expect(root.get_by_text("This was changed somewhere else").first).to_be_attached()
    assert stands()[0] == ("Daylight", "a cave", 2)


def test_numbers_are_never_read_under_another_meaning(
    words: OwnWords, record: Record, overlay: Path, add_jobs: Callable[..., list[str]]
) -> None:
    unit = add_jobs([("Editor",), ("Cook",)])[0]

    def say(kind: str, **more: object) -> dict[str, Any]:
        return words.handle({"type": kind, "n": 1, "token": token_hex(), **more})[0]

    def read() -> list[float]:
        made = ratings(Snapshot(record, fixed=load(overlay)))
        return made["my_daylight"].dropna().tolist() if "my_daylight" in made else []

    def rate(value: int) -> None:
        now = load(overlay).item("my_daylight").revision
        record.answer(unit, "my_daylight", value, revision=now, sitting=record.sitting("lines"))

    say("add_line", label="Daylight")
    rate(5)
    assert "already has answers" in say("undo")["message"]
    assert read() == [5]
    told = say("word", key="my_daylight", field="low", text="a cellar")
    assert told["said"] == "Saved. 1 number with the old meaning: kept, and we ask you again."
    assert read() == []
    rate(2)
    assert read() == [2]
    say("undo")
    assert read() == []  # what was given last was given under the new meaning
    rate(6)
    assert read() == [6]
    say("word", key="my_daylight", field="high", text="a beach")
    assert load(overlay).item("my_daylight").revision == 3  # not 2 again: numbers stand under that
    assert read() == []
    assert "cannot be worded anew" in say("word", key="pace", field="low", text="none")["problem"]


def test_a_word_for_the_boss_in_each_job(
    stage: Stage, words: OwnWords, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    units = add_jobs()
    root = stage.show(words)
    root.get_by_text("What you called your boss").click()
    root.get_by_label("Editor").fill("the publisher")
    root.get_by_label("Editor").blur()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert record.current()[units[0], "boss_word"].value == "the publisher"


def test_a_file_that_cannot_be_used_is_named_and_kept(stage: Stage, words: OwnWords, overlay: Path) -> None:
    root = stage.show(words)
    root.get_by_text("Edit, hide or move a question").click()
    expect(row(root, 0)).to_be_visible()
    overlay.write_text("[circumstance.peers]\nlabel = 3\n", encoding="utf-8")
    row(root, 0).get_by_role("button", name="Hide").click()
    expect(root.get_by_text("catalogue.toml").first).to_be_attached()
    assert overlay.read_text(encoding="utf-8") == "[circumstance.peers]\nlabel = 3\n"


def test_no_barrier_that_axe_finds(stage: Stage, words: OwnWords, add_jobs: Callable[..., list[str]]) -> None:
    add_jobs()
    root = stage.show(words)
    for text in ("Add a question of your own", "Edit, hide or move a question", "What you called your boss"):
        root.get_by_text(text).click()
    row(root, 0).get_by_role("button", name="Edit wording").click()
    row(root, 1).get_by_role("button", name="Hide").click()
    expect(row(root, 1).get_by_role("button", name="Show again")).to_be_visible()
    assert stage.barriers() == []
