"""The rating grid in a real browser, joined to the real form and a real record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import Catalogue, Item, Scale
from good_on_paper.forms import RatingGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from good_on_paper.record import Record

    AddJobs = Callable[..., list[str]]
    Stage = Any

pytestmark = pytest.mark.browser
LINES = ("pace", "clarity")


@pytest.fixture
def grid(record: Record, lines: Catalogue) -> RatingGrid:
    return RatingGrid(record, lines, lines=LINES, seed=2)  # pace comes first


def row(root: Locator, place: int) -> Locator:
    return root.locator("[data-row]").nth(place)


def values(record: Record, item: str = "pace") -> dict[str, Any]:
    current = record.current(items=(item,))
    return {
        unit: answer.value if answer.state == "value" else answer.state
        for (unit, _), answer in current.items()
    }


def test_rating_by_mouse(stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs) -> None:
    units = add_jobs()
    root = stage.show(grid)
    expect(root.get_by_role("radio", checked=True)).to_have_count(0)
    row(root, 0).get_by_role("radio", name="6").click()
    expect(row(root, 0).get_by_role("img", name="saved")).to_be_visible()
    row(root, 0).get_by_role("button", name="sure", exact=True).click()
    row(root, 1).get_by_role("button", name=re.compile("remember")).click()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert values(record) == {units[0]: 6, units[1]: "cant_recall"}
    assert record.current()[units[0], "pace"].memory == 3
    row(root, 0).get_by_role("radio", name="6").click()  # what is chosen, again: empty
    row(root, 1).get_by_role("button", name=re.compile("remember")).click()
    expect(root.get_by_text("Saved automatically")).to_be_visible()
    assert values(record) == {}


def test_rating_by_keyboard_alone(stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs) -> None:
    units = add_jobs()
    root = stage.show(grid)
    keys = stage.page.keyboard
    expect(root.get_by_role("radio")).to_have_count(35)
    expect(root.get_by_text("You can also press 1 to 7")).to_be_visible()
    expect(row(root, 0).get_by_role("radio").first).to_be_focused()  # without a click, as the line says
    keys.press("7")
    keys.press("n")
    keys.press("ArrowRight")
    keys.press("Enter")
    keys.press("ArrowDown")
    keys.press("c")
    keys.press("s")
    expect(root.get_by_role("button", name="Next question")).to_be_focused()
    keys.press("Enter")
    expect(root.get_by_text("question 2 of 2")).to_be_visible()
    keys.press("1")
    expect(root.locator("[data-saved='6']")).to_be_visible()
    assert list(values(record).items()) == list(zip(units, [7, "na", 2, "cant_recall", "skip"], strict=True))
    assert values(record, "clarity") == {units[0]: 1}
    keys.press("ArrowUp")
    keys.press("g")
    keys.press("Control+z")
    keys.press("Control+z")
    expect(root.locator("[data-saved='5']")).to_be_visible()
    keys.press("Control+Shift+z")
    expect(root.locator("[data-saved='6']")).to_be_visible()
    assert record.current()[units[0], "clarity"].memory is None


def test_no_shortcut_of_the_notebook_hears_a_key(stage: Stage, grid: RatingGrid, add_jobs: AddJobs) -> None:
    add_jobs()
    root = stage.show(grid)
    root.get_by_role("radio").first.focus()
    for key in ("x", "d", "d", "m", "b", "a", "Shift+Enter", "Enter", "Escape", "ArrowDown", "Control+s"):
        stage.page.keyboard.press(key)
    heard = [said for said in stage.page.evaluate("escaped") if said.startswith("keydown")]
    assert heard == ["keydown s"]  # saving the notebook is let through


def test_one_tab_stop_a_line(stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs) -> None:
    add_jobs()
    root = stage.show(RatingGrid(record, lines, lines=LINES, per_page=2))
    expect(root.get_by_role("radio")).to_have_count(70)
    assert root.locator("[data-row] [tabindex='0']").count() == 2


@pytest.mark.parametrize("road", ["silent", "closed", "one way"])
def test_not_saved_is_said_and_mends_itself(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs, road: str
) -> None:
    units = add_jobs()
    root = stage.show(grid)
    row(root, 1).get_by_role("radio", name="2").click()
    expect(row(root, 1).get_by_role("img", name="saved")).to_be_visible()
    stage.road(road)
    stage.hold_time()
    row(root, 0).get_by_role("radio", name="5").click()
    row(root, 0).get_by_role("radio", name="3").click()
    stage.page.clock.run_for(4500)
    expect(row(root, 0).get_by_text("NOT SAVED")).to_be_visible()
    expect(root.locator("[aria-live=assertive]")).to_contain_text("NOT SAVED")
    expect(root.get_by_text("1 NOT SAVED, trying again")).to_be_visible()
    expect(row(root, 1).get_by_role("img", name="saved")).to_be_visible()
    stage.road("open")
    stage.page.clock.resume()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    assert values(record) == {units[1]: 2, units[0]: 3}
    assert [answer.value for answer in record.history(units[0], "pace")] == [5, 3]
    tokens = [message["token"] for message in stage.sent()]
    assert len(set(tokens)) == 3 < len(tokens)


def test_a_refusal_of_what_one_has_answered_anew_is_no_news(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs
) -> None:
    units = add_jobs()
    root = stage.show(grid)
    stage.road("silent")
    row(root, 0).get_by_role("radio", name="5").click()
    row(root, 0).get_by_role("radio", name="3").click()
    late = {"type": "refused", "token": stage.sent()[0]["token"], "message": "Not that one."}
    stage.page.evaluate("(late) => { setRoad('a', 'open'); say('a', late); }", late)
    expect(root.locator("[data-saved='1']")).to_be_visible()
    expect(root.get_by_text("Not that one.")).to_have_count(0)
    assert values(record) == {units[0]: 3}


def test_what_is_saved_stays_inside_a_narrow_page(stage: Stage, grid: RatingGrid, add_jobs: AddJobs) -> None:
    add_jobs()
    stage.page.set_viewport_size({"width": 360, "height": 800})
    root = stage.show(grid)
    beyond = "(one) => one.getBoundingClientRect().right > one.closest('.gop').getBoundingClientRect().right"
    said = root.locator(".gop-sum")
    expect(said).to_have_text("Saved automatically")
    assert not said.evaluate(beyond)
    row(root, 0).get_by_role("radio", name="5").click()
    expect(said).to_have_text("✓ saved")
    assert not said.evaluate(beyond)
    stage.road("closed")
    row(root, 1).get_by_role("radio", name="5").click()
    expect(said).to_have_text("1 NOT SAVED, trying again")
    assert not said.evaluate(beyond)


def test_a_disk_that_refuses_is_not_saved(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs
) -> None:
    add_jobs()
    root = stage.show(grid)
    record.close()
    row(root, 0).get_by_role("radio", name="5").click()
    expect(row(root, 0).get_by_text("NOT SAVED")).to_be_visible()


def test_answers_survive_a_kernel_restart(
    stage: Stage, grid: RatingGrid, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    units = add_jobs()
    root = stage.show(grid)
    row(root, 0).get_by_role("radio", name="5").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    stage.road("closed")
    row(root, 2).get_by_role("radio", name="4").click()
    expect(row(root, 2).get_by_text("NOT SAVED")).to_be_visible()
    stage.page.evaluate("closeForm('a')")  # the cell runs again and its output is replaced
    again = stage.show(RatingGrid(record, lines, lines=LINES, seed=2), "b")
    expect(again.locator("[data-saved='2']")).to_be_visible()
    assert values(record) == {units[0]: 5, units[2]: 4}


def test_leaving_with_unsent_answers_is_warned_about(
    stage: Stage, grid: RatingGrid, add_jobs: AddJobs
) -> None:
    add_jobs()
    root = stage.show(grid)
    asked = []
    stage.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    row(root, 0).get_by_role("radio", name="5").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert stage.page.evaluate("dispatchEvent(new Event('beforeunload', {cancelable: true}))")
    stage.road("silent")
    row(root, 1).get_by_role("radio", name="5").click()
    assert not stage.page.evaluate("dispatchEvent(new Event('beforeunload', {cancelable: true}))")
    stored = "localStorage.length + sessionStorage.length + document.cookie.length"
    assert stage.page.evaluate(stored) == 0


def test_two_views_of_one_form_agree(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs
) -> None:
    add_jobs()
    first = stage.show(grid)
    row(first, 0).get_by_role("radio", name="5").click()
    second = stage.show(grid)
    first = stage.page.locator(".of-a").first
    expect(row(second, 0).get_by_role("radio", name="5")).to_be_checked()
    row(second, 1).get_by_role("radio", name="2").click()
    expect(row(first, 1).get_by_role("radio", name="2")).to_be_checked()
    expect(first.locator("[data-saved='2']")).to_be_visible()
    assert len(record.current(items=("pace",))) == 2


def test_a_conflict_loses_neither_answer(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs
) -> None:
    units = add_jobs()
    root = stage.show(grid)
    expect(root.get_by_role("radio").first).to_be_visible()
    record.answer(units[0], "pace", 7, sitting=record.sitting("elsewhere"))
    row(root, 0).get_by_role("radio", name="3").click()
    expect(
        row(root, 0).get_by_text("This was changed somewhere else: it is now 7. You entered 3.")
    ).to_be_visible()
    expect(row(root, 0).get_by_role("radio", name="7")).to_be_checked()
    assert values(record) == {units[0]: 7}
    row(root, 0).get_by_role("button", name="Use mine (3)").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert values(record) == {units[0]: 3}


def test_a_note_keeps_the_focus_when_the_page_hears_of_something_else(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs
) -> None:
    units = add_jobs()
    root = stage.show(grid)
    expect(root.get_by_role("radio").first).to_be_visible()
    record.answer(units[0], "pace", 7, sitting=record.sitting("elsewhere"))
    row(root, 0).get_by_role("radio", name="3").click()
    keep = row(root, 0).get_by_role("button", name="Keep it as it is now")
    keep.focus()
    record.answer(units[1], "pace", 2, sitting=record.sitting("elsewhere"))
    stage.page.evaluate("([id, message]) => say(id, message)", ["a", grid._state()])  # noqa: SLF001
    expect(row(root, 1).get_by_role("radio", name="2")).to_be_checked()
    expect(keep).to_be_focused()


def test_names_are_text_never_markup(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs
) -> None:
    unit, *_ = add_jobs([("<img src=x onerror=alert(1)>", "<b>bold</b>", "<script>", "")])
    record.answer(unit, "boss_word", "<i onclick=alert(1)>", sitting=record.sitting("x"))
    root = stage.show(grid)
    expect(root.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    assert root.locator("img, b, i[onclick], script").count() == 0


def test_wide_scales_take_a_number(stage: Stage, record: Record, add_jobs: AddJobs) -> None:
    percent = Item(
        key="share", group="circumstance", label="Share", ask="What share?", scale=Scale(min=0, max=100)
    )
    units = add_jobs()
    root = stage.show(RatingGrid(record, Catalogue((percent,)), lines=["share"]))
    fields = root.get_by_role("textbox")
    expect(root.get_by_text("You can also press")).to_have_count(0)
    fields.nth(0).fill("62")
    fields.nth(0).press("Enter")
    expect(fields.nth(1)).to_be_focused()
    fields.nth(1).fill("620")
    fields.nth(1).press("Enter")
    expect(root.locator(".gop-note")).to_contain_text(
        "“620” was not saved. Please type a number from 0 to 100"
    )
    expect(fields.nth(1)).to_have_value("620")
    expect(root.locator("[data-saved='1']")).to_be_visible()
    assert values(record, "share") == {units[0]: 62}


def test_from_line_to_line_and_aside(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs
) -> None:
    add_jobs()
    root = stage.show(grid)
    root.get_by_role("button", name="Next question").click()
    expect(root.get_by_text("question 2 of 2")).to_be_visible()
    root.get_by_role("button", name="Done").click()
    expect(root.get_by_role("heading", name="2 questions are still open")).to_be_focused()
    root.get_by_role("button", name="Skip the rest").click()
    expect(root.get_by_text("Skipped. You can now rate how each job went.")).to_be_visible()
    stage.settled()
    aside = record.current()[record.person.id, "lines_set_aside"]
    assert sorted(aside.value) == sorted(LINES)
    root.get_by_role("button", name="Answer them after all").click()
    expect(root.get_by_role("button", name="Skip the rest")).to_be_visible()
    root.get_by_role("button", name="Go to the first open question").click()
    root.get_by_role("button", name="Stop here").click()
    expect(root.get_by_text("0 of 2 questions are answered for all your jobs")).to_be_visible()


def test_a_line_about_the_job_says_no_more_and_one_about_oneself_moves_nothing(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs()
    inner = next(item.key for item in lines.items("circumstance") if item.scope == "internal")
    root = stage.show(RatingGrid(record, lines, lines=("pace", inner), seed=2))
    places = {}
    for place in (1, 2):
        expect(root.get_by_text(f"question {place} of 2")).to_be_visible()
        places[root.locator(".gop-about").inner_text()] = row(root, 0).bounding_box()["y"]
        root.get_by_role("button", name="Next question" if place == 1 else "Done").click()
    assert set(places) == {"", "About you at that time. It does not say whose doing anything was."}
    assert len(set(places.values())) == 1


def test_a_record_without_jobs(stage: Stage, grid: RatingGrid, add_jobs: AddJobs) -> None:
    root = stage.show(grid)
    expect(root.get_by_role("heading", name="No jobs here yet")).to_be_visible()
    add_jobs()
    stage.page.evaluate("(state) => say('a', state)", grid.handle({"type": "refresh"})[0])
    expect(root.get_by_role("radio")).to_have_count(35)


def test_forty_jobs_by_twenty_lines(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs([(f"Job {place}", "Somewhere", "2001", "2002") for place in range(40)])
    keys = [item.key for item in lines.items("circumstance")][:20]
    root = stage.show(RatingGrid(record, lines, lines=keys, per_page=20))
    expect(root.locator("[data-row]")).to_have_count(800)
    root.locator("[data-row]").nth(799).get_by_role("radio").first.click()
    expect(root.locator("[data-saved='1']")).to_be_visible()


def test_no_barrier_that_axe_finds_in_either_theme(stage: Stage, grid: RatingGrid, add_jobs: AddJobs) -> None:
    add_jobs()
    root = stage.show(grid)
    row(root, 0).get_by_role("radio", name="6").click()
    row(root, 1).get_by_role("button", name="skip for now").click()
    expect(root.locator("[data-saved='2']")).to_be_visible()
    stage.road("silent")
    row(root, 2).get_by_role("radio", name="6").click()
    expect(row(root, 2).get_by_text("NOT SAVED")).to_be_visible()
    root.get_by_text("Keyboard shortcuts", exact=True).click()
    assert stage.barriers() == []


def test_more_lines_when_wanted_and_what_is_enough(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs([("Editor",), ("Cook",)])
    asked = [["pace"], ["pace", "clarity"]]
    root = stage.show(
        RatingGrid(record, lines, more=lambda: asked.pop(0) if asked[1:] else asked[0], worth=2)
    )
    enough = "2 in all are plenty, over a few evenings."
    expect(root.get_by_text(f"No question answered yet. There is 1 here. {enough}")).to_be_visible()
    row(root, 0).get_by_role("radio", name="6").click()
    expect(root.get_by_text("No question answered for every job yet. There is 1 here.")).to_be_visible()
    row(root, 1).get_by_role("radio", name="2").click()
    expect(root.get_by_text("1 question answered. 2 in all are plenty")).to_be_visible()
    root.get_by_role("button", name="Done").click()
    root.get_by_role("button", name="A few more questions").click()
    expect(root.get_by_text("question 1 of 1")).to_be_visible()
    expect(root.get_by_role("heading", name=lines.item("clarity").ask)).to_be_visible()
    row(root, 0).get_by_role("radio", name="6").click()
    row(root, 1).get_by_role("radio", name="2").click()
    expect(root.get_by_text("2 questions answered. That is plenty")).to_be_visible()
    assert stage.barriers() == []


def test_how_a_job_looked_beforehand_is_none_of_the_questions_that_are_counted(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    for unit in add_jobs([("Editor",), ("Cook",)]):
        record.answer(unit, "on_paper", 4, sitting=record.sitting("lines"))
    root = stage.show(RatingGrid(record, lines, lines=["pace"], worth=18, before=("on_paper",)))
    expect(root.get_by_text("No question answered yet. There is 1 here. 18 in all")).to_be_visible()
    root.get_by_role("button", name="Stop here; come back any time").click()
    expect(root.get_by_text("0 of 1 questions are answered for all your jobs")).to_be_visible()


def test_the_next_line_comes_by_itself_where_the_pointer_is(
    stage: Stage, grid: RatingGrid, record: Record, add_jobs: AddJobs
) -> None:
    units = add_jobs([("Editor",), ("Cook",)])
    root = stage.show(grid)
    row(root, 1).get_by_role("radio", name="2").click()
    before = row(root, 0).get_by_role("radio", name="6").bounding_box()
    row(root, 0).get_by_role("radio", name="6").click()
    expect(root.get_by_text("Question 2 of 2")).to_be_visible()
    assert row(root, 0).get_by_role("radio", name="6").bounding_box() == before
    expect(root.get_by_role("radio", checked=True)).to_have_count(0)
    expect(row(root, 0).get_by_role("radio").first).to_be_focused()
    expect(root.locator("[aria-live=polite]")).to_contain_text("counted as good work")
    root.get_by_role("button", name="Undo").click()  # what is taken back is shown
    expect(root.get_by_text("Question 1 of 2")).to_be_visible()
    expect(root.get_by_role("radio", checked=True)).to_have_count(1)
    row(root, 0).get_by_role("radio", name="5").click()
    expect(root.get_by_text("Question 2 of 2")).to_be_visible()
    root.get_by_role("button", name="Back", exact=True).click()
    stage.hold_time()
    row(root, 1).get_by_role("radio", name="3").click()  # who went back to change something stays
    expect(root.locator("[data-saved='2']")).to_be_visible()
    stage.page.clock.run_for(1000)
    expect(root.get_by_text("Question 1 of 2")).to_be_visible()
    assert values(record) == {units[0]: 5, units[1]: 3}


def test_next_pressed_as_the_line_comes_by_itself_skips_none(
    stage: Stage, grid: RatingGrid, add_jobs: AddJobs
) -> None:
    add_jobs([("Editor",)])
    root = stage.show(grid)
    stage.hold_time()
    row(root, 0).get_by_role("radio", name="5").click()
    expect(root.locator("[data-saved='1']")).to_be_visible()
    stage.page.clock.run_for(1300)  # the pointer is in the row still
    expect(root.get_by_text("Question 2 of 2")).to_be_visible()
    on = root.get_by_role("button", name="Done")
    on.click()
    expect(root.get_by_text("Question 2 of 2")).to_be_visible()
    stage.page.clock.run_for(1200)
    on.click()
    expect(root.get_by_text("Question 2 of 2")).to_be_hidden()


def test_by_the_keyboard_the_next_line_comes_too_but_not_before_it_is_saved(
    stage: Stage, grid: RatingGrid, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs([("Editor",), ("Cook",)])
    root = stage.show(grid)
    first, second = (root.get_by_role("heading", name=lines.item(line).ask) for line in LINES)
    root.get_by_role("radio").first.focus()
    stage.road("silent")
    stage.page.keyboard.press("7")
    stage.page.keyboard.press("s")
    expect(first).to_be_visible()
    expect(root.get_by_text("2 NOT SAVED, trying again")).to_be_visible()  # later than a line comes by itself
    expect(first).to_be_visible()  # what is asked; "Question 1 of 2" gives its place to the trouble
    stage.road("open")
    expect(second).to_be_visible()
    expect(row(root, 0).get_by_role("radio").first).to_be_focused()
    stage.page.keyboard.press("1")
    stage.page.keyboard.press("1")  # the last line has none after it: what comes then is there by itself
    expect(root.get_by_role("heading", name="These questions are done")).to_be_focused()
    expect(root.locator("[data-saved='4']")).to_be_visible()
    assert set(values(record, "clarity").values()) == {1}


def test_the_next_question_can_be_chosen(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    add_jobs()
    chosen: list[str] = []
    judged = [False]

    def more() -> list[str]:
        answer = record.current(items=("lines_chosen",)).get((record.person.id, "lines_chosen"))
        chosen[:] = answer.value if answer else []
        return ["pace", *chosen]

    root = stage.show(RatingGrid(record, lines, more=more, judged=lambda: judged[0]))
    expect(root.get_by_role("heading", name="How tight was the time")).to_be_visible()
    fold = root.get_by_text("Choose what comes next")
    fold.focus()
    stage.page.keyboard.press("Enter")
    expect(root.get_by_text("it counts like the others")).to_be_visible()
    assert stage.barriers() == []
    root.get_by_label("The question to ask next").select_option("Saying no")
    root.get_by_role("button", name="Ask this next").click()
    expect(root.get_by_role("heading", name="how often did you say no?")).to_be_visible()
    expect(root.get_by_role("radio").first).to_be_visible()
    assert chosen == ["said_no"]
    judged[0] = True
    again = stage.show(RatingGrid(record, lines, more=more, judged=lambda: judged[0]), "b")
    again.get_by_text("Choose what comes next").click()
    expect(again.get_by_text("never counts as a pattern")).to_be_visible()


def test_names_steps_and_words_stand_whole_at_every_width(
    stage: Stage, record: Record, lines: Catalogue, add_jobs: AddJobs
) -> None:
    """Nothing is cut, lies over another thing or scrolls sideways, before an answer and after."""
    add_jobs(
        [
            (
                "Project coordinator for community health outreach",
                "Northfield Borough Council",
                "2019",
                "2021",
            ),
            ("Wissenschaftsredaktionsassistentin", "Lower Isken University Hospital Trust", "2012", "now"),
        ]
    )
    root = stage.show(RatingGrid(record, lines, lines=LINES, seed=2))
    expect(row(root, 0)).to_be_visible()
    for width in (1366, 1024, 834, 768, 390):
        stage.page.set_viewport_size({"width": width, "height": 900})
        for answers in (0, 2):
            expect(root.locator("[aria-checked=true], [aria-pressed=true]")).to_have_count(answers)
            found = root.evaluate(_TOO_WIDE)
            assert found == [], width
            row(root, 0).get_by_role("radio", name="6").click()  # and, the second time, take it back
            row(root, 1).get_by_role("button", name=re.compile("remember")).click()
            stage.settled()
        assert stage.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


_TOO_WIDE = """(root) => {
  const box = (one) => one.getBoundingClientRect();
  const shown = "[data-row] :is(.gop-name, .gop-detail, .gop-step, .gop-chip), .gop-ends span";
  const all = [...root.querySelectorAll(shown)].filter((one) => one.checkVisibility());
  const edge = box(root.querySelector(".gop-rows")); // the hairlines between the rows
  const out = all.filter((one) =>
    box(one).right > edge.right || box(one).left < edge.left || one.scrollWidth > one.clientWidth + 1);
  const over = [];
  for (const row of root.querySelectorAll("[data-row]")) {
    const inside = all.filter((one) => row.contains(one));
    for (const [at, one] of inside.entries()) for (const other of inside.slice(at + 1)) {
      const [a, b] = [box(one), box(other)];
      const across = a.left < b.right - 1 && b.left < a.right - 1;
      if (across && a.top < b.bottom - 1 && b.top < a.bottom - 1) over.push([one, other]);
    }
  }
  return [...out, ...over.flat()].map((one) => one.textContent);
}"""


def test_on_a_phone_the_ends_of_the_scale_stand_at_each_job(
    stage: Stage, grid: RatingGrid, add_jobs: AddJobs
) -> None:
    add_jobs([("Editor",), ("Cook",), ("Tutor",)])
    root = stage.show(grid)
    over = root.locator(".gop-anchors .gop-ends")
    expect(over).to_be_visible()
    expect(root.locator(".gop-rowends").first).to_be_hidden()
    stage.page.set_viewport_size({"width": 390, "height": 844})
    expect(over).to_be_hidden()
    for one in root.locator(".gop-row[data-row]").all():
        ends, steps = one.locator(".gop-rowends"), one.locator(".gop-steps")
        expect(ends).to_be_visible()
        assert ends.bounding_box()["y"] >= steps.bounding_box()["y"] + steps.bounding_box()["height"]
        assert one.locator(".gop-aside").bounding_box()["y"] > ends.bounding_box()["y"]
