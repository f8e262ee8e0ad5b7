"""Offers side by side, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import keys
from good_on_paper.forms import CompareOffers, QuestionSheet
from good_on_paper.frames.offers import short_names, stay_name
from good_on_paper.frames.predictions import predictions
from good_on_paper.frames.targets import could_stay, in_sight
from good_on_paper.questions.prepared import TEXT
from good_on_paper.record.rows import told_at
from good_on_paper.study.declare_offers import declare_offer
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator

    Stage = Any

pytestmark = pytest.mark.browser
UNDECIDED = "Not decided yet; these two questions could decide it"


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with throw_away_record(tmp_path / "sample") as record:
        yield Person(record)


def remove(me: Person, unit: str, question: str) -> None:
    """Take a question from the list in Before an interview."""
    me.record.answer(unit, question, {"gone": "dropped"}, sitting=me.record.sitting("questions"))


def opened(stage: Stage, me: Person) -> Locator:
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    root.get_by_role("radio", name="Orrin Seed Library").click()
    root.get_by_role("button", name="Put them side by side").click()
    expect(root.get_by_role("heading", name=UNDECIDED)).to_be_visible()
    return root


def texts(root: Locator) -> str:
    root.evaluate("(root) => root.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    labels = root.evaluate(
        "(root) => [...root.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel).join(' ')"
    )
    return f"{root.inner_text()} {labels}"


def test_monday_is_asked_first_and_stands_beside_the_comparison_after(stage: Stage, me: Person) -> None:
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    monday = root.get_by_role("heading", name="Which one would you be glad to walk into on Monday?")
    expect(monday).to_be_visible()
    expect(root.get_by_text("Side by side", exact=True)).to_have_count(0)
    go = root.get_by_role("button", name="Put them side by side")
    expect(go).to_have_attribute("aria-disabled", "true")
    assert stage.barriers() == []
    stage.theme("light")
    root.get_by_role("radio", name="Dunmarrow Water").focus()
    stage.page.keyboard.press("Enter")
    go.focus()
    stage.page.keyboard.press("Enter")
    expect(root.get_by_role("heading", name=UNDECIDED)).to_be_visible()
    expect(monday).to_be_hidden()
    expect(root.get_by_text("You said Dunmarrow Water.")).to_be_visible()
    root.get_by_role("button", name="Undo").click()
    expect(root.get_by_text("You said Dunmarrow Water.")).to_be_visible()  # it stays as it was said


def test_a_band_narrows_by_two_keys_and_the_questions_follow(stage: Stage, me: Person) -> None:
    root = opened(stage, me)
    track = root.get_by_role("group", name="Hours that leave room for the rest of life, Dunmarrow Water")
    expect(track.get_by_role("button", pressed=True)).to_have_count(5)
    track.get_by_role("button").first.focus()
    stage.page.keyboard.press("6")
    expect(track.get_by_role("button", pressed=True)).to_have_count(1)
    weights = "Not decided: it depends on what counts more for you"
    expect(root.get_by_role("heading", name=weights)).to_be_visible()
    expect(root.get_by_role("button", name="Add both to my questions")).to_be_hidden()
    stage.page.keyboard.press("4")
    expect(track.get_by_role("button", pressed=True)).to_have_count(3)
    expect(root.get_by_role("heading", name=re.compile("these two questions"))).to_be_visible()
    stage.settled()
    told = me.record.current(items=("there_level:hours", "there_up_to:hours"))
    assert {answer.value for answer in told.values()} >= {
        2,
        4,
    }  # the line asks how many hours, so it runs the other way
    root.get_by_role("button", name="Undo").click()
    expect(track.get_by_role("button", pressed=True)).to_have_count(1)


def test_a_hard_no_leaves_one_and_weighs_nothing_else(stage: Stage, me: Person) -> None:
    root = opened(stage, me)
    quiet = root.get_by_role("radiogroup", name="Interruptions: every few minutes, Orrin Seed Library")
    quiet.get_by_role("radio", name="Yes").click()
    expect(root.get_by_role("heading", name="Only Dunmarrow Water is left")).to_be_visible()
    expect(root.get_by_text("Orrin Seed Library has something you won’t have again.")).to_be_visible()
    expect(root.get_by_role("button", name="Add both to my questions")).to_be_hidden()


def test_what_is_private_is_on_the_screen_and_on_no_paper(stage: Stage, me: Person) -> None:
    """By the browser’s own print, too: a thing they put up with, one they refuse, and what we say of both."""
    sitting = me.record.sitting("take_home")
    for worry, says in (("raised_voices", "live"), ("being_watched", "not")):
        me.record.answer(me.unit.id, f"take_says:-worry-{worry}", says, private=True, sitting=sitting)
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    root.get_by_role("radio", name="Orrin Seed Library").click()
    root.get_by_role("button", name="Put them side by side").click()
    expect(root.get_by_role("heading", name="Side by side")).to_be_visible()
    private = [re.compile(me.catalogue.item(worry).label) for worry in ("raised_voices", "being_watched")]
    others = ("Interruptions: every few minutes", "Hours that leave room for the rest of life")
    root.evaluate("(root) => root.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    on_screen = root.inner_text()
    assert all(label.search(on_screen) for label in private)
    assert "private thing" not in on_screen
    stage.page.emulate_media(media="print")
    on_paper = root.inner_text()
    assert [label.pattern for label in private if label.search(on_paper)] == []
    assert "1 private thing counted too, and not shown." in on_paper
    assert [label for label in others if label not in on_paper] == []
    stage.page.emulate_media(media="screen")


def test_what_could_decide_it_goes_to_the_questions_for_that_job(stage: Stage, me: Person) -> None:
    """One that stands there already is not offered again; one that was removed there comes back as it was."""
    root = opened(stage, me)
    expect(root.get_by_role("button", name="On your list in Before an interview")).to_be_visible()
    expect(root.locator(".gop-decides").first.get_by_text("On your list.")).to_have_count(2)
    offers = {name: unit for unit, name in short_names(me).items()}
    removed = {"Dunmarrow Water": "question:hours:6", "Orrin Seed Library": "question:decision_freedom:1"}
    remove(me, offers["Dunmarrow Water"], removed["Dunmarrow Water"])
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    expect(root.locator(".gop-decides").first.get_by_text("On your list.")).to_have_count(1)
    expect(root.get_by_role("button", name="Add the other to my questions")).to_be_visible()
    remove(me, offers["Orrin Seed Library"], removed["Orrin Seed Library"])
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    root.get_by_role("button", name="Add both to my questions").click()
    expect(root.get_by_role("button", name="On your list in Before an interview")).to_be_visible()
    stage.settled()
    asked = {
        item for (_, item), told in me.current().items() if item in removed.values() and TEXT in told.value
    }
    assert asked == {*removed.values()}
    me.record.answer(me.unit, "target_chosen", offers["Dunmarrow Water"], sitting=me.record.sitting("target"))
    sheet = stage.show(QuestionSheet(me), "b")
    expect(sheet.get_by_role("textbox").first).to_be_visible()
    expect(sheet.get_by_role("button", name="Restore the original wording")).to_be_hidden()


def test_money_is_said_as_understood_and_the_one_taken_is_predicted_locked_and_rests(
    stage: Stage, me: Person
) -> None:
    root = opened(stage, me)
    root.get_by_text("What each one pays, and what it takes").click()
    orrin = root.get_by_role("group", name="Orrin Seed Library", exact=True)
    orrin.get_by_label("A year, in writing").fill("38k to 40k")
    expect(root.get_by_text("£38,000 to £40,000").first).to_be_hidden()
    expect(orrin.get_by_text("38,000 to 40,000")).to_be_visible()
    orrin.get_by_label("Paid hours a week", exact=True).fill("a lot")
    expect(orrin.get_by_text("is no number of hours in a week. Expected one such as 37.5.")).to_be_visible()
    root.get_by_text("Have you chosen? Say now how you think it will be").click()
    root.get_by_role("button", name="Orrin Seed Library", exact=True).click()
    lock = root.get_by_role("button", name="Lock it")
    expect(lock).to_have_attribute("aria-disabled", "true")
    scales = root.locator(".gop-offerfold .gop-scale").filter(has_text="Choosing how I do the work")
    scales.get_by_role("radio", name="6").focus()
    for key in "6555":
        stage.page.keyboard.press(key)
    expect(lock).to_have_attribute("aria-disabled", "false")
    lock.click()
    expect(root.get_by_text("Until then this rests.")).to_be_visible()
    expect(lock).to_have_count(0)
    frame = predictions(me)
    assert frame["predicted"].tolist() == [6, 5, 5, 5]
    assert frame["locked"].notna().all()


def test_on_its_day_it_asks_how_it_is_and_judges_the_prediction(stage: Stage, me: Person) -> None:
    sitting = me.record.sitting("offers")
    unit = next(str(unit) for unit in me.processes().loc[lambda jobs: jobs["outcome"] == "yes", "unit"])

    def declare(item: str, value: object) -> None:
        declare_offer(me, unit, item, value, sitting=sitting)

    with told_at(dt.datetime.now(dt.UTC) - dt.timedelta(days=170)):
        for thing, level in (("hours", 6), ("overall", 6)):
            declare(f"{keys.PREDICTED}:{thing}", level)
        declare(keys.LOOK_BACK_ON, (me.today + dt.timedelta(days=1)).isoformat())
        declare(keys.PREDICTION_LOCKED, True)
    for item in (keys.LOOK_BACK_ON, keys.OFFER_TAKEN):  # a day later, as far as the page knows
        me.record.answer(unit, item, me.today.isoformat(), sitting=sitting)
    root = opened(stage, me)
    expect(root.get_by_text("How is it?")).to_be_visible()
    root.locator(".gop-scale").filter(has_text="Hours that leave room").get_by_role("radio", name="3").focus()
    stage.page.keyboard.press("3")
    stage.page.keyboard.press("6")
    expect(root.get_by_text("Your prediction was off by 3 steps in all.")).to_be_visible()
    expect(root.get_by_text("Always saying 4 would have been off by 3.")).to_be_visible()
    expect(root.get_by_text("That is about the prediction, not about you.")).to_be_visible()


def test_no_percentage_or_score_is_there_it_stands_on_a_phone_and_nothing_bars_the_way(
    stage: Stage, me: Person
) -> None:
    root = opened(stage, me)
    said = texts(root)
    assert "Not decided yet" in said
    assert (
        re.findall(r"%|per ?cent|\bscores?\b|\bbest fit\b|\bin \d+ of \d+ weight", said, re.IGNORECASE) == []
    )
    expect(root.get_by_text("too close to tell")).to_have_count(3)  # grey is not the only sign
    expect(
        root.get_by_text("Grey: up to 2 steps, you might answer differently on another day.")
    ).to_be_visible()
    assert stage.barriers() == []
    stage.page.set_viewport_size({"width": 390, "height": 900})
    wide = stage.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    step = root.locator(".gop-trackstep").first.bounding_box()
    assert step["height"] >= 44


def test_one_offer_says_what_the_page_is_for(stage: Stage, me: Person) -> None:
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    root.get_by_text("Add or decline an offer").click()
    root.get_by_role("button", name="Dunmarrow Water: Decline this").click()
    expect(root.get_by_text("One is here. Add what to compare it with")).to_be_visible()
    root.get_by_label("Another place that made an offer").fill("Quay & Sons <b>")
    root.get_by_role("button", name="Add this offer").click()
    expect(root.get_by_role("radio", name="Quay & Sons <b>")).to_be_visible()
    for name in (
        "Orrin Seed Library",
        "Quay & Sons <b>",
    ):  # nothing is known of the second, turned scales too
        root.get_by_role("radio", name=name).click()
    root.get_by_role("button", name="Put them side by side").click()
    expect(root.get_by_role("heading", name="Side by side")).to_be_visible()
    expect(root.get_by_text("not known").first).to_be_visible()


def test_an_offer_stands_beside_staying_in_the_job_one_has(stage: Stage, me: Person) -> None:
    [role] = could_stay(me)
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    root.get_by_text("Add or decline an offer").click()
    root.get_by_role("button", name="Orrin Seed Library: Decline this").click()
    name = stay_name(me, role)
    root.get_by_role("button", name=f"{name}: Compare with this").click()
    root.get_by_role("radio", name=name).click()
    root.get_by_role("button", name="Put them side by side").click()
    expect(root.get_by_role("heading", name="Side by side")).to_be_visible()
    track = root.get_by_role("group", name=f"Choosing how I do the work, {name}")
    rated = me.record.current(items=("decision_freedom",), units=(role,))[role.id, "decision_freedom"]
    expect(track.get_by_role("button", pressed=True)).to_have_text(f"{rated.value:g}")
    expect(root.get_by_text("as you rated it").first).to_be_visible()
    # the scale of a way to work runs the other way here, and the number they gave is said with it
    expect(root.get_by_text("you rated it 6; less is better, so it is 2 here")).to_be_visible()
    assert role.id not in {unit.id for unit in in_sight(me)}  # it is no job that they have an interview for
    root.get_by_text("Have you chosen? Say now how you think it will be").click()
    taken = root.get_by_role("group", name="Which one did you take?").get_by_role("button")
    expect(taken).to_have_text(["Dunmarrow Water"])
    root.get_by_role("button", name=f"{name}: Leave this out").click()
    expect(root.get_by_text("One is here. Add what to compare it with")).to_be_visible()


def test_a_second_click_where_an_offer_was_added_declines_nothing_and_enter_adds_another(
    stage: Stage, me: Person
) -> None:
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    root.get_by_text("Add or decline an offer").click()
    add = root.get_by_role("button", name="Audience researcher, Saltmarsh Radio: Add it as an offer")
    place = add.bounding_box()
    add.click()
    off = root.get_by_role("button", name="Audience researcher, Saltmarsh Radio: Decline this")
    expect(off).to_be_visible()
    there = off.bounding_box()
    assert there["y"] == pytest.approx(place["y"], abs=4)  # the row keeps its place
    assert there["x"] >= place["x"] + place["width"]
    expect(off.locator("xpath=..")).to_contain_text("✓ An offer")
    stage.page.mouse.dblclick(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(root.get_by_role("radio", name="Saltmarsh Radio")).to_be_visible()
    root.get_by_label("Another place that made an offer").fill("Quay")
    stage.page.keyboard.press("Enter")
    expect(root.get_by_role("radio", name="Quay")).to_be_visible()
    expect(root.get_by_label("Another place that made an offer")).to_be_focused()


def test_the_list_stays_under_the_hand_and_ticks_what_was_added(stage: Stage, me: Person) -> None:
    """A short page cannot be scrolled, so what a second offer brings comes below the list."""
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    root.get_by_text("Add or decline an offer").click()
    fold = root.locator(".gop-offerlist")
    monday = root.get_by_role("heading", name="Which one would you be glad to walk into on Monday?")
    assert monday.bounding_box()["y"] < fold.bounding_box()["y"]  # asked first, by who comes with two
    for name, said in (("Orrin Seed Library", "One is here."), ("Dunmarrow Water", "Add two below")):
        before = fold.bounding_box()["y"]
        root.get_by_role("button", name=f"{name}: Decline this").click()
        expect(root.get_by_text(said)).to_be_visible()
        assert fold.bounding_box()["y"] == pytest.approx(before, abs=2)
    [role] = could_stay(me)
    stays = stay_name(me, role)
    for name, is_it in ((stays, "✓ Added"), ("Saltmarsh Radio", "✓ An offer")):
        add = root.get_by_role("button", name=re.compile(f"{name}: (Compare with this|Add it as an offer)"))
        before = add.bounding_box()["y"]
        add.click()
        row = root.get_by_role("listitem").filter(has_text=name).filter(has_text=is_it)
        expect(row).to_be_visible()
        assert row.get_by_role("button").bounding_box()["y"] == pytest.approx(before, abs=2)
        stage.settled()
        expect(root.locator(".gop-sum")).to_contain_text(re.compile("^✓ "))
    expect(root.get_by_text("✓ Compared")).to_have_count(0)
    expect(root.get_by_text("There is something to compare now. Go on below the list.")).to_be_visible()
    assert monday.bounding_box()["y"] > fold.bounding_box()["y"]
    root.get_by_role("radio", name="Saltmarsh Radio").click()
    root.get_by_role("button", name="Put them side by side").click()
    expect(root.locator(".gop-headline")).to_be_in_viewport()


def test_the_bars_stay_under_the_hand_and_a_third_offer_says_why_monday_is_asked_again(
    stage: Stage, me: Person
) -> None:
    root = opened(stage, me)
    tracks = root.locator(".gop-track:not(:has([aria-disabled='true']))")
    expect(tracks.first.locator("span").first).to_have_text("1")
    heights = set()
    for place in range(4):
        step = tracks.nth(place).get_by_role("button").nth(1)
        step.scroll_into_view_if_needed()
        before = step.bounding_box()["y"]
        step.click()
        stage.settled()
        heights.add(root.get_by_role("heading", name="Side by side").evaluate("(el) => el.offsetTop"))
        assert step.bounding_box()["y"] == pytest.approx(before, abs=2)
    assert len(heights) > 1  # the text above did change its height
    root.get_by_text("Add or decline an offer").click()
    root.get_by_role("button", name="Audience researcher, Saltmarsh Radio: Add it as an offer").click()
    said = "Saltmarsh Radio is new, so we ask once more. Then all stand side by side, with all you said"
    expect(root.get_by_text(said)).to_be_visible()
    root.get_by_role("radio", name="Saltmarsh Radio").click()
    root.get_by_role("button", name="Put them side by side").click()
    expect(root.locator(".gop-headline")).to_be_visible()
    expect(root.get_by_text(said)).to_be_hidden()


def test_what_one_knows_already_is_asked_of_nobody(stage: Stage, me: Person) -> None:
    unit = next(unit for unit, name in short_names(me).items() if name == "Dunmarrow Water")
    sitting = me.record.sitting("unknowns")
    for item in ("there_level:hours", "there_up_to:hours"):
        me.record.answer(unit, item, None, state="cleared", sitting=sitting)
    me.record.answer(unit, "knows:hours", "know", sitting=sitting)
    other = next(unit for unit, name in short_names(me).items() if name == "Orrin Seed Library")
    remove(me, other, "question:decision_freedom:1")
    root = stage.show(CompareOffers(me, before="03 Before an interview"))
    root.get_by_role("radio", name="Orrin Seed Library").click()
    root.get_by_role("button", name="Put them side by side").click()
    track = root.get_by_role("group", name="Hours that leave room for the rest of life, Dunmarrow Water")
    expect(track.locator("xpath=..")).to_contain_text("you know: click it")
    told = root.locator(".gop-decides li").filter(has_text="Hours that leave room for the rest of life")
    expect(told.first).to_contain_text("You can answer this one yourself")
    expect(told.first).not_to_contain_text("You don’t know yet")
    texts(root)
    add = root.get_by_role("button", name=re.compile("^Add (it|both) to my questions"))
    add.click()
    stage.settled()
    asked = {item for _, item in me.current() if item.startswith("question:")}
    assert asked == {"question:decision_freedom:1"}
    assert not [item for item in asked if ":hours:" in item]
