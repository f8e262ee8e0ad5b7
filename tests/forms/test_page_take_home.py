"""What one wants to take home, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import TakeHome
from good_on_paper.questions.listed import listed
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def form(record: Record) -> TakeHome:
    sitting = record.sitting("start")
    record.answer(record.person, "guesses", ["clarity", "pace"], sitting=sitting)
    record.answer(record.person, "not_again", ["interruptions:high"], sitting=sitting)
    record.answer(record.person, "bears:raised_voices", "while", sitting=sitting, private=True)
    return TakeHome(Person(record))


def said(record: Record, item: str) -> Any:
    answer = record.current(items=(item,)).get((record.person.id, item))
    return None if answer is None or answer.state == "cleared" else answer.value


def thing(root: Locator, name: str) -> Locator:
    return root.get_by_role("group", name=name, exact=True)


def test_nothing_is_in_sight_before_it_is_asked_for(stage: Stage, record: Record, form: TakeHome) -> None:
    bare = stage.show(form)
    expect(bare.get_by_text("What I want from my next job: 2 needs, 1 won’t have again")).to_be_visible()
    expect(bare.get_by_role("radio").first).to_be_hidden()
    expect(bare.get_by_role("textbox").first).to_be_hidden()
    assert record.newest == 3  # opening the page is no answer


def test_one_tick_a_thing_by_letters_alone_and_the_difference_stays_to_be_seen(
    stage: Stage, record: Record, form: TakeHome
) -> None:
    root, keys = stage.show(form), stage.page.keyboard
    root.locator("summary").focus()
    keys.press("Enter")
    clarity = thing(root, "Knowing what counts as good work")
    expect(clarity.get_by_text("On your list as “need” until you say otherwise.")).to_be_visible()
    clarity.get_by_role("radio", name="need").focus()
    keys.press("w")
    keys.press("n")  # the focus went on to the next
    expect(root.locator("[data-saved='2']")).to_be_visible()
    expect(clarity.get_by_text("From your other answers: need.")).to_be_visible()
    all_of_it = "What I want from my next job: 1 need, 1 want, 1 won’t have again"
    expect(root.get_by_text(all_of_it)).to_be_visible()
    assert (said(record, "take_says:clarity"), said(record, "take_says:pace")) == ("want", "must")
    root.get_by_role("button", name="Undo").click()
    expect(root.get_by_text("2 needs, 1 won’t have again")).to_have_count(0)
    expect(root.get_by_text(all_of_it)).to_be_visible()
    assert said(record, "take_says:pace") is None
    assert stage.page.evaluate("escaped.filter((said) => said.startsWith('keydown'))") == []


def test_a_must_has_a_price_a_weight_and_a_level_and_a_want_none(
    stage: Stage, record: Record, form: TakeHome
) -> None:
    root = stage.show(form)
    root.locator("summary").click()
    pace = thing(root, "Enough time to do it well")
    pace.get_by_role("button", name="What it is worth to me").click()
    pace.get_by_label("I would give up for it").fill("£4,000 a year <b>or</b> the title")
    pace.get_by_role("radiogroup", name="How much it counts").get_by_role("radio", name="6").click()
    pace.get_by_role("radiogroup", name="How much of it is enough").get_by_role("radio", name="3").click()
    expect(pace.get_by_role("radiogroup", name="What it is for")).to_be_hidden()  # no years yet
    root.get_by_label("In five years").fill("The one people ask.")
    expect(root.locator("[data-saved='4']")).to_be_visible()
    pace.get_by_role("radiogroup", name="What it is for").get_by_role("radio", name="in five years").click()
    expect(root.locator("[data-saved='5']")).to_be_visible()
    row = listed(Person(record)).loc["pace"]
    assert row[["counts", "level", "price", "serves"]].tolist() == [
        *(6, 3.0, "£4,000 a year <b>or</b> the title", "in_five_years"),
    ]
    never = thing(root, "Interruptions: every few minutes")
    never.get_by_role("button", name="In my words").click()
    expect(never.get_by_label("In my words")).to_be_visible()
    expect(never.get_by_label("I would give up for it")).to_be_hidden()


def test_something_of_their_own_comes_in_and_goes(stage: Stage, record: Record, form: TakeHome) -> None:
    root = stage.show(form)
    root.locator("summary").click()
    root.get_by_role("button", name="Add something else").click()
    stage.page.keyboard.type("A dog under the desk")
    own = thing(root, "A dog under the desk")
    own.get_by_role("radio", name="need").click()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    found = listed(Person(record))
    assert found.loc[found["label"] == "A dog under the desk", "stands"].tolist() == ["must"]
    own.get_by_label("In my words").fill("")
    expect(own).to_have_count(0)
    assert "A dog under the desk" not in listed(Person(record))["label"].tolist()


def test_what_is_private_stands_apart_and_is_kept_as_private(
    stage: Stage, record: Record, form: TakeHome
) -> None:
    root = stage.show(form)
    root.locator("summary").click()
    voices = thing(root, "Raised voices")
    expect(root.get_by_text("none of this goes on paper")).to_be_visible()
    voices.get_by_role("radio", name="can live with").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    cell = (record.person.id, "take_says:-worry-raised_voices")
    assert record.current(items=cell[1:])[cell].private
    stage.page.emulate_media(media="print")
    expect(voices).to_be_hidden()  # by the browser's own print too
    expect(thing(root, "Knowing what counts as good work")).to_be_visible()
    stage.page.emulate_media(media="screen")


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("take_says:clarity", "perhaps"),
        ("take_counts:clarity", 8),
        ("take_level:clarity", 2.5),
        ("take_price:clarity", "x" * 301),
        ("take_says:no_such_line", "must"),
        ("take_says:clarity:middle", "must"),
        ("take_words:-own-A B", "x"),
        ("guesses", ["pace"]),
    ],
)
def test_what_it_cannot_keep_is_refused_in_words(
    record: Record, form: TakeHome, item: str, value: object
) -> None:
    before = record.newest
    answer = {"type": "answer", "n": 1, "token": item, "unit": record.person.id, "item": item, "value": value}
    (told,) = form.handle(answer)
    assert told["type"] == "refused"
    assert told["message"].endswith(".")
    assert record.newest == before


def test_no_barrier_that_axe_finds_in_either_theme(stage: Stage, form: TakeHome) -> None:
    root = stage.show(form)
    root.locator("summary").click()
    thing(root, "Enough time to do it well").get_by_role("button", name="What it is worth to me").click()
    assert stage.barriers() == []
