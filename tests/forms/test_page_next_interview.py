"""Your next interview, and what is known of it, in a real browser with real forms and a real record."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.brief.compose import KNOWN, PARTS, compose
from good_on_paper.forms import CompareOffers, NextInterview, Unknowns
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import chosen, told
from good_on_paper.frames.there import there
from good_on_paper.questions.prepared import prepare
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def talk(record: Record, lines: Catalogue) -> NextInterview:
    return NextInterview(record, lines)


@pytest.fixture
def unknowns(record: Record, lines: Catalogue) -> Unknowns:
    return Unknowns(record, lines)


def said(record: Record, item: str) -> Any:
    target = chosen(Snapshot(record))
    answer = record.current(items=(item,)).get((target.id, item)) if target else None
    return None if answer is None else (answer.value if answer.state == "value" else answer.state)


def test_a_talk_from_nothing_by_keyboard(stage: Stage, talk: NextInterview, record: Record) -> None:
    root = stage.show(talk)
    keys = stage.page.keyboard
    root.get_by_label("The job", exact=True).focus()
    assert record.units("target") == []  # looking leaves no trace
    keys.type("Ward manager")
    keys.press("Tab")
    keys.type("St. Anne")
    keys.press("Tab")
    day = dt.datetime.now().astimezone().date() + dt.timedelta(days=6)
    root.get_by_label("When").fill(day.isoformat())
    expect(root.get_by_text("in 6 days")).to_be_visible()
    boss = root.get_by_role("button", name="my future manager")
    boss.focus()
    keys.press("Enter")
    keys.press("ArrowRight")
    keys.press("Enter")
    expect(boss).to_have_attribute("aria-pressed", "true")
    expect(root.locator("[data-saved='4']")).to_be_visible()
    assert len(record.units("target")) == 1
    assert said(record, "title") == "Ward manager"
    assert said(record, "talk_on") == day.isoformat()
    assert said(record, "meets") == ["manager", "peer"]
    assert stage.page.evaluate("escaped.filter((said) => said.startsWith('keydown'))") == []


def test_half_a_day_takes_nothing_away_and_is_told_quietly(
    stage: Stage, talk: NextInterview, record: Record
) -> None:
    root = stage.show(talk)
    first, later = (dt.datetime.now().astimezone().date() + dt.timedelta(days=days) for days in (40, 50))
    day = root.get_by_label("When")
    day.fill(first.isoformat())
    expect(root.get_by_text("in 40 days")).to_be_visible()
    stage.settled()
    day.focus()
    stage.page.keyboard.press("Backspace")  # one part of the day is gone
    day.blur()
    expect(root.get_by_text(f"not a whole day yet; {first.day} {first:%B %Y} stands")).to_be_visible()
    expect(root.get_by_role("alert")).to_be_hidden()
    root.get_by_label("Where").fill("Fenn")
    root.get_by_label("Where").blur()
    stage.settled()
    assert day.evaluate("(day) => day.validity.badInput")  # nor is what was typed
    (job,) = record.units("target")
    assert record.current(units=(job,))[job.id, "talk_on"].value == first.isoformat()
    day.fill(later.isoformat())
    expect(root.get_by_text("in 50 days")).to_be_visible()
    expect(root.get_by_text("not a whole day yet")).to_be_hidden()
    stage.settled()
    assert record.current(units=(job,))[job.id, "talk_on"].value == later.isoformat()


def test_no_date_yet_is_an_answer(stage: Stage, talk: NextInterview, record: Record) -> None:
    root = stage.show(talk)
    root.get_by_role("button", name="No date yet").click()
    expect(root.get_by_role("button", name="No date yet")).to_have_attribute("aria-pressed", "true")
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert said(record, "talk_on") == "na"


def test_an_interview_told_before_is_one_line_that_opens_and_one_that_is_over_stands_open(
    stage: Stage, record: Record, lines: Catalogue
) -> None:
    today = dt.datetime.now().astimezone().date()
    first, other = (record.add_unit("target", sitting=record.sitting("talk")).id for _ in range(2))
    told = {"title": "Ward <b>manager</b>", "meets": ["manager", "peer"], "meets_name": "Ms Okafor"}
    for item, value in (told | {"talk_on": (today + dt.timedelta(days=3)).isoformat()}).items():
        record.answer(first, item, value, sitting=record.sitting("talk"))
    record.answer(record.person, "target_chosen", first, sitting=record.sitting("talk"))
    root = stage.show(NextInterview(record, lines, fold=True))
    line = root.get_by_text("Ward <b>manager</b> · ")
    expect(line).to_contain_text("in 3 days · you meet your future manager and a future colleague")
    expect(line).to_contain_text("a future colleague: Ms Okafor · 1 other job")
    field = root.get_by_label("The job", exact=True)
    expect(field).to_be_hidden()
    assert stage.barriers() == []
    line.focus()
    stage.page.keyboard.press("Enter")
    expect(field).to_be_visible()
    root.get_by_role("button", name="Unnamed job to consider").click()
    expect(field).to_have_value("")  # nothing closes again under a hand
    yesterday = (today - dt.timedelta(days=1)).isoformat()
    record.answer(first, "talk_on", yesterday, sitting=record.sitting("talk"))
    record.answer(other, "title", "Cook", sitting=record.sitting("talk"))
    for chosen_one in (first, other):  # over, and hardly begun
        record.answer(record.person, "target_chosen", chosen_one, sitting=record.sitting("talk"))
        again = stage.show(NextInterview(record, lines, fold=True), "b" + chosen_one[-1])
        expect(again.get_by_label("The job", exact=True)).to_be_visible()
        head = "Your last interview" if chosen_one == first else "Your next interview"
        expect(again.get_by_text(head, exact=True)).to_be_visible()
    record.answer(record.person, "target_chosen", first, sitting=record.sitting("talk"))
    over = stage.show(NextInterview(record, lines, fold=True), "c")
    expect(over.get_by_text("It was yesterday. Is another coming up?")).to_be_visible()
    over.get_by_label("When").fill((today + dt.timedelta(days=4)).isoformat())
    expect(over.get_by_text("Your next interview", exact=True)).to_be_visible()
    expect(over.get_by_text("It was yesterday.")).to_be_hidden()


def test_an_empty_day_asks_for_one_in_words(stage: Stage, talk: NextInterview) -> None:
    day = stage.show(talk).get_by_label("When", exact=True)
    expect(day).to_have_attribute("data-empty", "")
    words = "one => getComputedStyle(one, '::before').content"
    assert day.evaluate(words) == '"choose a day"'
    day.fill("2026-12-03")
    day.blur()
    expect(day).not_to_have_attribute("data-empty", "")
    assert day.evaluate(words) == "none"


def test_a_second_job_in_sight_and_back(stage: Stage, talk: NextInterview, record: Record) -> None:
    root = stage.show(talk)
    root.get_by_label("The job", exact=True).fill("Cook")
    root.get_by_label("The job", exact=True).blur()
    root.get_by_role("button", name="Add another job").click()
    expect(root.get_by_role("button", name="Unnamed job to consider")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(root.get_by_label("The job", exact=True)).to_have_value("")
    root.get_by_label("The job", exact=True).fill("Baker")
    root.get_by_label("The job", exact=True).blur()
    root.get_by_role("button", name="Cook").click()
    expect(root.get_by_label("The job", exact=True)).to_have_value("Cook")
    assert said(record, "title") == "Cook"
    root.get_by_role("button", name="Remove this job").click()
    expect(root.get_by_label("The job", exact=True)).to_have_value("Baker")
    root.get_by_role("button", name="Undo").click()
    expect(root.get_by_label("The job", exact=True)).to_have_value("Cook")


def test_nothing_can_be_said_of_a_job_in_sight_that_one_is_leaving(stage: Stage, talk: NextInterview) -> None:
    root = stage.show(talk)
    title, fields = root.get_by_label("The job", exact=True), root.locator(".gop-interviewgrid").first
    title.fill("Cook")
    title.blur()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    stage.road("silent")
    root.get_by_role("button", name="Add another job").click()
    expect(fields.locator("xpath=ancestor::*[@inert]")).to_have_count(1)
    stage.road("open")
    expect(title).to_have_value("")
    expect(fields.locator("xpath=ancestor::*[@inert]")).to_have_count(0)
    title.fill("Baker")
    title.blur()
    expect(root.get_by_role("button", name="Baker")).to_be_visible()
    expect(root.get_by_role("button", name="Cook")).to_be_visible()


def test_known_guessed_unknown_by_keyboard(stage: Stage, unknowns: Unknowns, record: Record) -> None:
    root = stage.show(unknowns)
    expect(root.get_by_role("radiogroup")).to_have_count(6)
    root.get_by_role("radio", name="I know").first.focus()
    keys = stage.page.keyboard
    keys.press("k")
    keys.press("g")
    keys.press("u")
    keys.press("ArrowRight")
    keys.press("ArrowLeft")
    keys.press("Enter")
    expect(root.locator("[data-saved='4']")).to_be_visible()
    four = ("decision_freedom", "manager_backing", "clarity", "peers")
    assert [said(record, f"knows:{line}") for line in four] == ["know", "guess", "unknown", "guess"]


def test_needs_come_first_and_what_is_not_wanted_again_joins(
    stage: Stage, unknowns: Unknowns, record: Record
) -> None:
    record.answer(record.person, "guesses", ["variety", "finish"], sitting=record.sitting("guesses"))
    worry = {"unit": record.person.id, "item": "not_again:credit_gone", "value": True}
    record.answer(**worry, sitting=record.sitting("bearing"))
    root = stage.show(unknowns)
    names = root.locator(".gop-knowns .gop-name")
    expect(names).to_have_count(8)
    expect(root.get_by_text("you won’t have this again: someone else taking credit")).to_be_visible()
    assert names.all_inner_texts()[:2] == ["Variety in what I do", "Doing the work from start to finish"]
    root.get_by_text("Something you won’t have again?").click()
    root.get_by_role("button", name="Show all").click()
    root.locator("[data-end='conflict:high']").click()
    expect(names.nth(2)).to_have_text("Anger around me")
    expect(root.get_by_text("you won’t have this again: every day")).to_be_visible()
    for end in ("pace:high", "hours:high"):
        root.locator(f"[data-end='{end}']").click()
        expect(root.locator(f"[data-end='{end}']")).to_have_attribute("aria-pressed", "true")
    root.locator("[data-end='setting:high']").click(force=True)  # a fourth is not taken
    stage.settled()
    answer = record.current(items=("not_again",))[record.person.id, "not_again"]
    assert answer.value == ["conflict:high", "pace:high", "hours:high"]


def test_two_forms_begin_one_job_in_sight(
    stage: Stage, talk: NextInterview, unknowns: Unknowns, record: Record
) -> None:
    one, two = stage.show(talk), stage.show(unknowns, "b")
    two.get_by_role("radio", name="I don’t know").first.click()
    expect(two.locator("[data-saved='1']")).to_be_visible()
    one.get_by_label("The job", exact=True).fill("<b>Cook</b>")
    one.get_by_label("The job", exact=True).blur()
    expect(two.get_by_text("<b>Cook</b>", exact=True)).to_be_visible()
    assert len(record.units("target")) == 1


def test_no_barrier_that_axe_finds(stage: Stage, talk: NextInterview, unknowns: Unknowns) -> None:
    one, two = stage.show(talk), stage.show(unknowns, "b")
    one.get_by_label("The job", exact=True).fill("Cook")
    one.get_by_label("The job", exact=True).blur()
    one.get_by_role("button", name="No date yet").click()
    one.get_by_role("button", name="Add another job").click()
    two.get_by_role("radio", name="I don’t know").first.click()
    two.get_by_text("Something you won’t have again?").click()
    two.locator("[data-end='pace:high']").click()
    expect(two.locator("[data-end='pace:high']")).to_have_attribute("aria-pressed", "true")
    assert stage.barriers() == []


def test_one_press_says_of_the_lines_left_that_they_are_not_known(
    stage: Stage, unknowns: Unknowns, record: Record
) -> None:
    root = stage.show(unknowns)
    lines = root.locator(".gop-known")
    expect(lines).to_have_count(6)
    lines.first.get_by_role("radio", name="I know", exact=True).click()
    rest = root.get_by_role("button", name="I don’t know the others")
    rest.click()
    expect(root.locator("[data-saved='6']")).to_be_visible()
    expect(rest).to_have_count(0)
    expect(root.get_by_role("button", name="All answered")).to_be_disabled()
    standing = record.current(units=(chosen(Snapshot(record)),)).items()
    given = [answer.value for (_, item), answer in standing if item.startswith("knows:")]
    assert sorted(given) == ["know", *["unknown"] * 5]
    root.get_by_role("button", name="Undo").click()
    expect(root.locator("[data-saved='5']")).to_be_visible()


def test_how_much_of_it_there_is_and_what_is_promised_against_what_is_written(
    stage: Stage, unknowns: Unknowns, record: Record
) -> None:
    root = stage.show(unknowns)
    row = root.locator(".gop-known").first
    expect(row.get_by_role("button", name="Add how much, and what they promise")).to_have_count(
        0
    )  # nothing said of it yet
    row.get_by_role("radio", name="I guess").click()
    row.get_by_role("button", name="Add how much, and what they promise").click()
    row.get_by_role("radiogroup", name="How is it there?").get_by_role("radio").first.focus()
    stage.page.keyboard.press("3")
    row.get_by_role("button", name="Make it a range").click()
    row.get_by_role("radiogroup", name="Or up to").get_by_role("radio").nth(4).click()
    row.get_by_text("What they promise, and what is in writing").click()
    row.get_by_label("What they promise", exact=True).fill("My own plan")
    row.get_by_label("Where it is written").fill("The job ad")
    row.get_by_label("Where it is written").blur()
    stage.settled()
    found = there(Snapshot(record)).iloc[0]
    assert (found["knows"], found["low"], found["high"]) == ("guess", 3, 5)
    assert (found["promised"], found["where"]) == ("My own plan", "The job ad")
    assert stage.barriers() == []
    row.get_by_role("radio", name="I don’t know").click()  # then there is no number of it
    expect(row.get_by_role("radiogroup", name="How is it there?")).to_have_count(0)
    expect(row.get_by_label("What they promise", exact=True)).to_be_visible()


def test_the_rows_stay_where_they_are_whatever_one_says_of_them(stage: Stage, unknowns: Unknowns) -> None:
    root = stage.show(unknowns)
    rows = root.locator(".gop-known")
    expect(rows).to_have_count(6)
    for place, width in enumerate((1366, 390), 1):  # a row on which nothing was said, at each
        stage.page.set_viewport_size({"width": width, "height": 900})
        tops = [row.bounding_box()["y"] for row in rows.all()]
        for word in ("I know", "I guess", "I don’t know"):
            rows.nth(place).get_by_role("radio", name=word, exact=True).click()
            expect(rows.nth(place).get_by_role("radio", name=word, exact=True)).to_be_checked()
            assert [row.bounding_box()["y"] for row in rows.all()] == tops
        assert rows.nth(place).get_by_role("button").count() == 1


def test_a_long_sentence_is_read_whole(stage: Stage, unknowns: Unknowns, record: Record) -> None:
    row = stage.show(unknowns).locator(".gop-known").first
    row.get_by_role("radio", name="I know", exact=True).click()
    row.get_by_role("button", name="What do you know, and who told you?").click()
    what = row.get_by_label("What you know now")
    what.fill("Whoever joins picks the first three projects alone. " * 6)
    assert what.evaluate(
        "(one) => one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth"
    )
    what.press("Enter")  # ends the sentence, and begins no second line
    stage.settled()
    assert "\n" not in what.input_value()
    assert said(record, "known_what:decision_freedom") == what.input_value().strip()


def test_what_one_knows_says_what_from_whom_and_when(
    stage: Stage, unknowns: Unknowns, record: Record, lines: Catalogue
) -> None:
    root = stage.show(unknowns)
    first = root.locator(".gop-known").first
    what, who = first.get_by_label("What you know now"), first.get_by_label("Who told you", exact=True)
    expect(what).to_be_hidden()
    first.get_by_role("radio", name="I know", exact=True).click()
    asked = first.get_by_role("button", name="What do you know, and who told you?")
    asked.click()
    what.fill("They <b>rotate</b> every month.")
    who.fill("Ms Okafor")
    first.get_by_label("When they told you").fill("2026-11-12")
    first.get_by_label("When they told you").blur()
    expect(root.locator("[data-saved='4']")).to_be_visible()
    target = chosen(Snapshot(record))
    assert target is not None
    (one,) = told(Snapshot(record), target)
    assert (one.line, one.said, one.who) == (
        "decision_freedom",
        "They <b>rotate</b> every month.",
        "Ms Okafor",
    )
    said_so = "Choosing how I do the work: They <b>rotate</b> every month (Ms Okafor, 12 November 2026)."
    page = prepare(Person(record))
    assert page.known == (said_so,)
    on_paper = "Choosing how I do the work: They <b>rotate</b> every month."
    asked_for = compose(Person(record), parts=(*PARTS, KNOWN)).texts()
    assert asked_for[asked_for.index(on_paper) + 1] == "From Ms Okafor, 12 November 2026."
    assert stage.barriers() == []
    for _ in range(2):
        root.get_by_role("button", name="Undo").click()
    expect(who).to_have_value("")
    again = stage.show(Unknowns(record, lines), "b")  # where it is looked up later
    expect(again.get_by_label("What you know now").first).to_have_value("They <b>rotate</b> every month.")
    first.get_by_role("radio", name="I guess").click()
    expect(what).to_be_hidden()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert prepare(Person(record)).known == ()


def test_an_offer_named_beside_the_others_is_no_other_interview(tmp_path: Path) -> None:
    with throw_away_record(tmp_path / "sample") as record:
        person = Person(record)
        before = NextInterview(record, person.catalogue, fold=True).page_state()["told"]
        form = CompareOffers(person, before="03 Before an interview")
        form.own_message({"type": "offered", "employer": "Luma Energy", "token": "t"})
        after = NextInterview(record, person.catalogue, fold=True).page_state()["told"]
        assert before.endswith("3 other jobs · 2 offers besides")
        assert after == before.replace("2 offers", "3 offers")


def test_no_line_on_one_to_come_stands_below_one_that_is_over(
    stage: Stage, record: Record, lines: Catalogue
) -> None:
    today = dt.datetime.now().astimezone().date()
    sitting = record.sitting("talk")
    for where, day in (("Brightwater", -1), ("Hollowmere", 3)):
        job = record.add_unit("target", sitting=sitting)
        record.answer(job, "employer", where, sitting=sitting)
        record.answer(job, "talk_on", (today + dt.timedelta(days=day)).isoformat(), sitting=sitting)
    root = stage.show(NextInterview(record, lines, fold=True))
    line = root.locator("summary")
    expect(line).to_contain_text("Hollowmere")
    line.click()
    root.get_by_role("button", name="Brightwater").click()
    expect(root.get_by_text("It was yesterday. Another is on")).to_be_visible()
    expect(line).to_be_hidden()
    expect(root.get_by_label("Where")).to_have_value("Brightwater")


def test_the_first_field_leaves_the_focus_while_an_interview_waits(
    stage: Stage, record: Record, lines: Catalogue
) -> None:
    assert NextInterview(record, lines).page_state()["waits"] is False
    today = dt.datetime.now().astimezone().date()
    sitting = record.sitting("talk")
    job = record.add_unit("target", sitting=sitting)
    record.answer(job, "talk_on", (today - dt.timedelta(days=1)).isoformat(), sitting=sitting)
    talk = NextInterview(record, lines)
    assert talk.page_state()["waits"] is True
    stage.page.evaluate("document.body.classList.add('gop-step-of')")
    root = stage.show(talk)
    expect(root.get_by_label("The job", exact=True)).to_have_value("")
    expect(root.get_by_label("The job", exact=True)).not_to_be_focused()
