"""The sheets of *Your stories* in a real browser, joined to the real forms and a real record."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from playwright.sync_api import expect

from good_on_paper.forms import (
    AboutMe,
    Achievements,
    KeepOrLeave,
    Lineage,
    Postmortem,
    Prewriting,
    SkillsShown,
    ThreeWords,
    WhatStays,
    Yardsticks,
)
from good_on_paper.forms.story_sheets import first_words
from good_on_paper.frames.stories import AFTER_INTERVIEW, AFTER_JOB
from good_on_paper.record.stories import begin, unit_for
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser
ENOUGH = "That’s enough. Leave it here."


@pytest.fixture
def mine(record: Record, add_jobs: Callable[..., list[str]]) -> Person:
    jobs = add_jobs((("Editor", "Acme", "2014-03", "2017"), ("Cook", "Beta", "2018", "now")))
    record.answer(
        jobs[0], "summary", "Nine <b>books</b> a year\n• The first index", sitting=record.sitting("roles")
    )
    return Person(record)


def said(mine: Person, unit: str) -> dict[str, Any]:
    given = mine.current(units=(unit,))
    return {item: answer.value for (_, item), answer in given.items() if answer.state == "value"}


def test_a_line_of_the_cv_waits_for_its_how_and_nothing_is_written_before_it_has_one(
    stage: Stage, mine: Person
) -> None:
    root, before = stage.show(Achievements(mine)), mine.record.newest
    root.get_by_text("From your CV: you are its first careful reader").click()
    row = root.get_by_role("button", name="Nine <b>books</b> a year")
    expect(row).to_contain_text("not yet read")
    row.click()
    expect(root.get_by_role("heading", name="Nine <b>books</b> a year")).to_be_focused()
    assert mine.record.newest == before  # opening is no answer
    root.get_by_role("button", name="I map it before I move").click()
    root.get_by_role("radio", name="read", exact=True).click()
    expect(root.locator("[data-saved='3']")).to_be_visible()
    root.get_by_role("button", name="Next question").click()
    root.get_by_label("How, in a sentence of your own?").fill("I walked it once first.")
    root.get_by_text("What was there a lot of at the time?").click()
    root.get_by_role("button", name="Choosing how to do the work").click()
    root.get_by_role("button", name=ENOUGH).click()
    expect(root.locator("[data-saved='5']")).to_be_visible()
    expect(root.get_by_text("Saved. It stays here, for you alone.")).to_be_visible()
    done = mine.achievements().iloc[0]
    assert (done["what"], done["how"], done["present"], done["read"]) == (
        *("Nine <b>books</b> a year", ["map_first"], ["decision_freedom"], True),
    )
    private = {item: answer.private for (_, item), answer in mine.current(units=(done["unit"],)).items()}
    assert (private["achieved"], private["done_how_told"], private["done_how"]) == (True, True, False)
    assert root.page.evaluate("document.querySelectorAll('main b b').length") == 0  # typed text is no markup
    root.get_by_role("button", name="Nine <b>books</b> a year Editor, Acme").click()
    root.get_by_role("button", name="Remove this").click()
    expect(root.locator(".gop-notice")).to_contain_text("Removed.")
    stage.settled()
    assert mine.achievements().empty
    root.locator(".gop-notice").get_by_role("button", name="Undo").click()
    stage.until(lambda: len(mine.achievements()) == 1)


def test_one_thing_is_written_down_for_a_job_by_keyboard_alone(stage: Stage, mine: Person) -> None:
    root, keys = stage.show(Achievements(mine)), stage.page.keyboard
    root.get_by_label("Where").select_option("Cook, Beta")
    root.get_by_role("button", name="Write down one thing").focus()
    keys.press("Enter")  # and the cursor stands where one writes
    keys.type("Soup for ninety")
    keys.press("Tab")
    expect(root.locator("[data-saved='1']")).to_be_visible()
    done = mine.achievements()
    assert done[["what", "role", "year"]].to_numpy().tolist() == [["Soup for ninety", "Cook, Beta", 2018]]
    assert stage.barriers() == []
    stage.page.set_viewport_size({"width": 390, "height": 844})
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_newest_job_is_the_first_to_write_about_however_the_list_came_in(
    stage: Stage, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs((("Cook", "Beta", "2018", "now"), ("Tutor", "Hill", "", ""), ("Editor", "Acme", "2014", "2017")))
    root = stage.show(Achievements(Person(record)))
    where = root.get_by_label("Where")
    assert where.locator("option").all_inner_texts() == ["Cook, Beta", "Editor, Acme", "Tutor, Hill"]
    expect(where).to_have_value(record.units("role")[0].id)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fixed it with our own plumber.", "Fixed it with our own plumber"),
        ("And then ...", "And then ..."),
        ("one two three " * 10, "one two three one two three one two three one two three one…"),
        ("", "A story"),
    ],
)
def test_a_sheet_is_called_by_whole_words(text: str, name: str) -> None:
    answer = SimpleNamespace(state="value", value=text)
    found = first_words(answer, "A story")  # type: ignore[arg-type]
    assert found.endswith("…") == name.endswith("…")
    assert found == name or (found.endswith("…") and text.startswith(found[:-1] + " "))


def test_a_look_back_has_two_questions_open_and_what_hurt_silences_it(stage: Stage, mine: Person) -> None:
    record = mine.record
    editor = mine.units("role")[0].id
    root = stage.show(Postmortem(mine))
    expect(root.get_by_role("button", name="Editor, Acme")).to_contain_text("when I left")
    expect(root.get_by_role("button", name="Cook, Beta")).to_contain_text("so far")  # a job that goes on
    root.get_by_role("button", name="Editor, Acme").click()
    root.get_by_role("button", name=ENOUGH).click()
    expect(root.get_by_text("Nothing written this time.")).to_be_visible()  # so nothing is "saved"
    root.get_by_role("button", name="Editor, Acme").click()
    root.get_by_label("What happened?").fill("They cut the list.")
    expect(root.get_by_label("What would you do again")).to_be_hidden()
    root.get_by_role("button", name="Next question").click()
    expect(root.get_by_label("What would you do again")).to_be_focused()
    root.get_by_text("Six more, if you like").click()
    root.get_by_text("Words they used for me").click()
    root.get_by_label("Which words did they use").fill("steady, clear")
    root.get_by_text("What they decided, what nobody chose, what I could change").click()
    expect(root.get_by_role("radiogroup")).to_have_count(0)  # words first, points only on request
    root.get_by_label("What did they decide?").fill("The list")
    root.get_by_role("button", name="Add points, from 0 to 10").click()
    root.get_by_role("radiogroup", name="What you could change").get_by_role(
        "radio", name="3", exact=True
    ).click()
    expect(root.locator("[data-saved='4']")).to_be_visible()
    unit = unit_for(editor, AFTER_JOB)
    told = said(mine, unit)
    assert (told["pm_happened"], told["pm_known_as"], told["part_theirs"], told["points_mine"]) == (
        *("They cut the list.", ["steady", "clear"], "The list", 3),
    )
    assert all(
        answer.private for (_, item), answer in mine.current(units=(unit,)).items() if item.startswith("p")
    )
    root.get_by_role("button", name="Take all of this out again").click()
    stage.until(lambda: "points_mine" not in said(mine, unit) and "part_theirs" not in said(mine, unit))
    assert stage.barriers() == []
    root.get_by_role("button", name="Something here hurt me").click()
    expect(root.get_by_text("We won’t ask about this again.")).to_be_visible()
    expect(root.get_by_role("button", name="Editor, Acme")).to_have_count(0)
    assert said(mine, editor)["hurt"] == "yes"
    assert mine.stories().empty
    root.locator(".gop-notice").get_by_role("button", name="Undo").click()
    expect(root.get_by_role("button", name="Editor, Acme")).to_be_visible()
    assert record.current(units=(editor,), items=("hurt",)) == {}


def test_an_interview_waits_for_its_answer_or_a_week_and_points_wait_after_a_no(
    stage: Stage, mine: Person
) -> None:
    record, today = mine.record, mine.today
    sitting = record.sitting("log")
    target = record.add_unit("target", sitting=sitting)
    record.answer(target, "employer", "Orrin", sitting=sitting)
    new, no, old = (record.add_unit("interview", parent=target, sitting=sitting).id for _ in range(3))
    for unit, days in ((new, 2), (no, 3), (old, 9)):
        record.answer(unit, "talk_on", (today - dt.timedelta(days=days)).isoformat(), sitting=sitting)
    record.answer(no, "came_no", (today - dt.timedelta(days=1)).isoformat(), sitting=sitting)
    form = Postmortem(mine)
    state = form.page_state()
    offered = [sheet["parent"] for sheet in state["sheets"] if sheet["asks"] == AFTER_INTERVIEW]
    assert offered == [no, old]
    assert state["no_points"] == [unit_for(no, AFTER_INTERVIEW)]
    root = stage.show(form)
    root.get_by_text("An interview", exact=True).click()
    root.get_by_role("button", name="Orrin").first.click()
    root.get_by_text("What they decided, what nobody chose, what I could change").click()
    expect(root.get_by_text("Points can wait for a few days.")).to_be_visible()
    expect(root.get_by_role("button", name="Add points, from 0 to 10")).to_have_count(0)


def test_three_words_line_up_are_joined_and_come_apart(stage: Stage, mine: Person) -> None:
    me, sitting = mine.unit.id, mine.record.sitting("import")
    letter = {"from": "Ada", "date": "2020", "text": "So <i>calmly</i> done, and fearless."}
    endorsed = {"from": "Bo", "skill": "Patience"}
    mine.record.answer(me, "recommendation_received", [letter], sitting=sitting, private=True)
    mine.record.answer(me, "endorsement_received", [endorsed], sitting=sitting, private=True)
    root = stage.show(ThreeWords(mine))
    root.get_by_role("button", name="Three words for you").click()
    root.get_by_label("Which three words would you use").fill("calm, brave, רגוע")
    root.get_by_role("button", name="Next question").click()
    root.get_by_label("Which three words do you want").fill("fearless")
    root.get_by_role("button", name=ENOUGH).click()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    root.get_by_text("How the words line up").click()
    both = root.locator("section", has_text="You say it, and so do they")
    expect(both.locator("li")).to_have_text(["calm calmly; Ada", "fearless Ada"])
    expect(root.locator("section", has_text="They say it; you never do").locator("li")).to_have_text(
        ["Patience Bo"]
    )
    alone = root.locator("section", has_text="nobody has said it back yet")
    expect(alone.locator("li")).to_have_text(["brave", "רגוע"])
    root.get_by_label("This word").select_option("brave")
    root.get_by_label("means the same as").select_option("fearless")
    root.get_by_role("button", name="Join them").click()
    expect(alone.locator("li")).to_have_text(["רגוע"])
    root.get_by_role("button", name="Part them").click()
    expect(alone.locator("li")).to_have_text(["brave", "רגוע"])
    assert stage.barriers() == []


def test_what_was_written_to_a_prompt_is_kept_with_its_day_and_given_as_files(
    stage: Stage, mine: Person
) -> None:
    root = stage.show(Prewriting(mine))
    expect(root.locator(".gop-sheetrow:visible")).to_have_count(1)  # one prompt at a time
    root.get_by_text("Another prompt").click()
    root.get_by_role("button", name="Who do you want to be known as?").click()
    root.get_by_label("Write as it comes.").fill("Somebody who <b>asks</b>.\nAnd listens.")
    root.get_by_text("The state I write in, done, minutes").click()
    for part in ("The state I write in", "Done", "Minutes"):
        root.get_by_text(part, exact=True).click()
    root.get_by_role("radio", name="tired").click()
    root.get_by_role("radio", name="done", exact=True).click()
    root.get_by_label("How many minutes did you write?").fill("7 min")
    expect(root.locator("[data-saved='4']")).to_be_visible()
    assert stage.barriers() == []
    root.get_by_role("button", name=ENOUGH).click()
    expect(root.get_by_role("button", name="Who do you want to be known as?")).to_contain_text("done")
    root.get_by_text("Take it along, or see how much it is").click()
    expect(root.get_by_text("5 words, 7 minutes")).to_be_hidden()  # only on request
    root.get_by_role("button", name="Save as Markdown").click()
    expect(root.get_by_role("button", name="Open it")).to_have_css("text-decoration-line", "underline")
    root.get_by_role("button", name="Save for Word").click()
    stage.until(lambda: len(list(mine.exports.glob("What I wrote*"))) == 2)
    (text,) = mine.exports.glob("*.md")
    told = text.read_text(encoding="utf-8")
    assert "## Who do you want to be known as?" in told
    assert f"{mine.today.day} {mine.today:%B %Y}" in told
    assert "- Somebody who \\<b\\>asks\\</b\\>." in told
    assert "tired" not in told
    (word,) = mine.exports.glob("*.docx")
    assert "And listens." in [part.text for part in Document(str(word)).paragraphs]


def test_a_sheet_on_which_nothing_is_written_is_on_no_paper(stage: Stage, mine: Person) -> None:
    root = stage.show(WhatStays(mine))
    row = root.get_by_role("button", name="Editor, Acme")
    stage.page.emulate_media(media="print")
    expect(row).to_be_hidden()
    stage.page.emulate_media(media="screen")
    row.click()
    sheet, first = root.locator(".gop-sheet"), root.get_by_label("Which thing did you leave behind?")
    stage.page.emulate_media(media="print")
    expect(sheet).to_be_hidden()
    stage.page.emulate_media(media="screen")
    first.fill("The style sheet")
    first.blur()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    stage.page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    stage.page.emulate_media(media="screen")
    root.get_by_role("button", name=ENOUGH).click()
    stage.page.emulate_media(media="print")
    expect(row).to_be_visible()
    stage.page.emulate_media(media="screen")


def test_the_short_forms_of_the_page_save_what_is_said_and_have_no_barriers(
    stage: Stage, mine: Person
) -> None:
    editor, me = mine.units("role")[0].id, mine.unit.id
    done = unit_for(editor, "x")
    begin(mine.record, "achievement", done, parent=editor, facts={})
    given = {
        "achieved": "Nine books",
        "done_how": ["teach_it"],
        "done_present:pace": "yes",
        "may_show": "yes",
    }
    mine.record.answer(editor, "ended_how", "left", sitting=mine.record.sitting("x"), private=True)
    for item, value in given.items():
        mine.record.answer(done, item, value, sitting=mine.record.sitting("x"))
    forms = {form.name: form for form in (KeepOrLeave(mine), Lineage(mine), AboutMe(mine))}
    keep, lineage, about = (stage.show(form, name) for name, form in forms.items())
    keep.locator("summary").click()
    keep.get_by_role("radiogroup", name="I learn it by teaching it").get_by_role("radio", name="grow").click()
    lineage.locator("summary").click()
    lineage.get_by_label("What did you learn?").fill("Reading proofs")
    lineage.get_by_label("Who taught you?").fill("Ms Vey")
    lineage.get_by_label("What can you teach, in one line?").fill("I can teach proofreading in a day.")
    stage.until(lambda: "teaching_line" in said(mine, me))
    about.locator("summary").click()
    about.get_by_role("button", name="Nine books").click()
    expect(about.locator("blockquote")).to_have_text("Nine books")
    stays = stage.show(WhatStays(mine), "stays")
    stays.get_by_role("button", name="Editor, Acme").click()
    stays.get_by_label("Which thing did you leave behind?").fill("The style sheet")
    stays.get_by_role("button", name=ENOUGH).click()
    expect(stays.get_by_text("Saved. It stays here, for you alone.")).to_be_visible()
    stays.get_by_text("All of it, by decade").click()
    expect(stays.get_by_role("heading", name="2010s")).to_be_visible()
    expect(stays.get_by_text("The style sheet")).to_be_visible()
    yard = stage.show(Yardsticks(mine), "yard")
    yard.get_by_role("button", name="Editor, Acme").click()
    yard.get_by_role("radio", name="6", exact=True).first.click()
    yard.get_by_role("button", name="Next question").click()
    yard.get_by_role("radio", name="3", exact=True).last.click()
    expect(yard.locator("[data-saved='2']")).to_be_visible()
    yard.get_by_role("button", name=ENOUGH).click()
    yard.get_by_text("Both yardsticks, job by job").click()
    expect(yard.locator(".gop-yards li")).to_have_text(["Editor, Acmemine 6, theirs 3 · I left"])
    skills = stage.show(SkillsShown(mine), "skills")
    skills.get_by_role("button", name="Editor, Acme").click()
    skills.get_by_role("button", name="Attention to detail").click()
    skills.get_by_text("Others, and who would say so").click()
    skills.get_by_text("Who would say so", exact=True).click()
    skills.get_by_label("Who would say so?").fill("Ms Vey")
    expect(skills.locator("[data-saved='2']")).to_be_visible()
    told = said(mine, me)
    assert (told["kept_or_left:teach_it"], told["learned_what:1"], told["learned_from:1"]) == (
        *("grow", "Reading proofs", "Ms Vey"),
    )
    assert told["about_me_lines"] == [f"{done}:achieved"]
    assert said(mine, unit_for(editor, "yardstick"))["efficient_mine"] == 6
    assert mine.skills().index.tolist() == ["detail"]
    assert stage.barriers() == []
    stage.page.set_viewport_size({"width": 390, "height": 844})
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390
