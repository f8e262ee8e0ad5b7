"""What success means, and what going wrong means, in a real browser with the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import load
from good_on_paper.forms import OwnDefinitions
from good_on_paper.frames.definitions import definition
from good_on_paper.frames.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    AddJobs = Callable[..., list[str]]
    Stage = Any

JOBS = (("Editor", "Acme"), ("Cook", "The Anchor"))


@pytest.fixture
def overlay(record: Record) -> Path:
    return record.folder / "catalogue.toml"


@pytest.fixture
def units(record: Record, add_jobs: AddJobs) -> list[str]:
    """Two jobs, and how they went."""
    made = add_jobs(JOBS)
    for unit in made:
        record.answer(unit, "overall", 4, sitting=record.sitting("outcome"))
    return made


def fold(root: Locator, title: str) -> Locator:
    part = root.locator("details.gop-definition").filter(has_text=title)
    part.locator("summary").first.press("Enter")
    return part


@pytest.mark.browser
def test_two_folds_each_with_its_own_list_words_and_weights_by_keyboard(
    stage: Stage, record: Record, lines: Catalogue, overlay: Path, units: list[str]
) -> None:
    root = stage.show(OwnDefinitions(record, lines, overlay))
    keys = stage.page.keyboard
    success = fold(root, "What success means to me")
    for name in ("Money", "Influence"):
        success.get_by_role("button", name=name, exact=True).press("Enter")
    expect(success.get_by_text("2 chosen, 1 more to go")).to_be_visible()
    expect(success.get_by_text("One you tick counts 3 until you change it.")).to_be_visible()
    success.get_by_label("Something else, in my own words").fill("Time to read")
    keys.press("Enter")
    own = success.get_by_role("button", name="Time to read")
    expect(own).to_have_attribute("aria-pressed", "true")
    expect(success.get_by_label("Something else, in my own words")).to_be_focused()
    points = success.get_by_role("radiogroup", name="Points: how much Money matters")
    points.get_by_role("radio", checked=True).focus()
    keys.press("5")
    success.get_by_label("Success, in a sentence of my own").fill("Being able to say no.")
    keys.press("Tab")
    stage.settled()
    assert stage.barriers() == []
    success.get_by_role("button", name="Next step").press("Enter")
    expect(success.get_by_role("radio").first).to_be_focused()
    keys.press("3")
    keys.press("n")
    stage.settled()
    success.locator("summary").first.press("Enter")

    wrong = fold(root, "What a job going wrong means to me")
    choices = wrong.locator(".gop-choose")
    expect(choices).to_have_count(6)
    for place in range(6):
        choices.nth(place).press("Enter")
    expect(wrong.get_by_text("6 chosen, the maximum")).to_be_visible()
    wrong.get_by_label("Something else, in my own words").fill("Nobody laughed")
    keys.press("Enter")
    expect(root.locator("[aria-live=assertive]")).to_contain_text("6 is the maximum")
    stage.settled()
    now = Snapshot(record)
    found = definition(now, "by_success")
    assert found["weight"].to_dict() == {"money": 5, "influence": 3, "my_time_to_read": 3}
    assert found.attrs["sentence"] == "Being able to say no."
    assert len(definition(now, "by_going_wrong")) == 6
    current = record.current()
    assert (current[units[0], "money"].value, current[units[1], "money"].state) == (3, "na")


@pytest.mark.browser
def test_out_of_sight_until_it_was_said_how_a_job_went(
    stage: Stage, record: Record, lines: Catalogue, overlay: Path, add_jobs: AddJobs
) -> None:
    add_jobs(JOBS)
    form = OwnDefinitions(record, lines, overlay)
    root = stage.show(form)
    expect(root.locator("details.gop-definition")).to_have_count(2)
    expect(root.locator(".gop")).to_be_hidden()
    record.answer(record.units("role")[0], "overall", 4, sitting=record.sitting("outcome"))
    assert form.page_state()["open"]


def test_a_word_of_ones_own_is_added_once_and_every_change_of_a_weight_is_dated(
    record: Record, lines: Catalogue, overlay: Path
) -> None:
    form = OwnDefinitions(record, lines, overlay)
    add = {"type": "add_criterion", "side": "by_going_wrong", "words": " I stopped  laughing "}
    form.handle(add | {"n": 1, "token": "one"})
    form.handle(add | {"n": 2, "token": "two"})
    [key] = definition(Snapshot(record), "by_going_wrong").index
    assert load(overlay).item(key).label == "I stopped laughing"
    assert load(overlay).item(key).keyed == -1
    said = {"type": "answer", "unit": record.person.id, "item": key, "value": 5, "n": 3, "token": "three"}
    [done] = form.handle(said)
    assert done["type"] == "ack"
    before = done["cell"]["seq"] - 1
    assert definition(Snapshot(record, before), "by_going_wrong")["weight"].tolist() == [3]
    assert definition(Snapshot(record), "by_going_wrong")["weight"].tolist() == [5]
    for wrong in (0, 6, True, "3", None):
        assert form.handle(said | {"value": wrong, "token": f"w{wrong}"})[0]["type"] == "refused"
    assert form.handle(add | {"words": "  ", "token": "empty"})[0]["type"] == "refused"
    assert form.handle(add | {"words": "x" * 61, "token": "long"})[0]["type"] == "refused"
