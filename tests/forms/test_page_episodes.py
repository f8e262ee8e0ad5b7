"""Episodes of a job, in a real browser, joined to the real form and a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from good_on_paper.forms import Episodes
from good_on_paper.forms.episodes import FIRST, MORE
from good_on_paper.frames import episodes, ratings
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record.days import add_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

    Stage = Any

pytestmark = pytest.mark.browser


@pytest.fixture
def form(record: Record, lines: Catalogue) -> Episodes:
    return Episodes(record, lines)


def told(record: Record) -> list[tuple[Any, ...]]:
    frame = episodes(Snapshot(record))[["role", "title", "started", "story", "how"]]
    return list(frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None))


def line(root: Any, number: int) -> Any:
    return root.get_by_role("group", name=f"Episode {number} of")


def test_told_and_rated_by_keyboard_alone(
    stage: Stage, form: Episodes, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    add_jobs()
    root, keys = stage.show(form), stage.page.keyboard
    root.get_by_role("button", name="Add one").focus()
    keys.press("Enter")  # the first line waits for what it was
    keys.type("Exam term")
    keys.press("Enter")
    keys.type("spring 2011")
    keys.press("Enter")
    keys.type("The <b>slow</b> pupil")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")  # tell it
    for _ in range(4):
        keys.press("Tab")
    keys.type("It took a winter.")
    keys.press("Tab")
    keys.type("One page a week")
    keys.press("Tab")
    expect(root.locator("[data-saved='5']")).to_be_visible()
    assert told(record) == [
        ("Tutor, Hillcrest", "Exam term", "2011", None, None),
        ("Tutor, Hillcrest", "The <b>slow</b> pupil", None, "It took a winter.", "One page a week"),
    ]
    root.get_by_role("button", name="Rate them side by side").focus()
    keys.press("Enter")
    for page in range(1, FIRST + 2):
        expect(root.get_by_text(f"Question {page} of {FIRST + 1}")).to_be_visible()
        if page > FIRST:
            expect(root.get_by_role("heading", name="how did it go?")).to_be_visible()  # last
        keys.press("6")
        keys.press("2")
        stage.settled()
    end = root.get_by_role("heading", name="That’s it")
    done = root.get_by_role("button", name="Done")  # too soon after a page that came by itself: nothing
    stage.until(lambda: end.is_visible() or done.press("Enter"))
    rated = ratings(Snapshot(record), kind="episode")
    assert rated["overall"].tolist() == [6, 2]
    assert rated.shape == (2, FIRST + 2)  # the job, six circumstances, how it went
    assert rated.notna().to_numpy().all()
    root.get_by_role("button", name="A few more questions").press("Enter")
    expect(root.get_by_text(f"Question {FIRST + 1} of {FIRST + 1 + MORE}")).to_be_visible()


def test_jobs_stand_apart_and_what_is_taken_off_comes_back(
    stage: Stage, form: Episodes, record: Record, lines: Catalogue, add_jobs: Callable[..., list[str]]
) -> None:
    jobs = add_jobs()
    add_day(record, jobs[-1], "best", sitting=lambda: record.sitting("minutes"))  # is no episode to rate
    before = record.newest
    root = stage.show(form)
    root.get_by_role("button", name="Add one").click()
    root.get_by_role("button", name="Add another").click()
    expect(root.get_by_label("What it was")).to_have_count(1)  # one empty line is enough
    assert record.newest == before
    expect(root.get_by_role("button", name="Rate them side by side")).to_be_hidden()
    line(root, 1).get_by_label("What it was").fill("Exam term")
    line(root, 1).get_by_label("When").fill("the summer after")
    line(root, 1).get_by_label("When").blur()
    expect(root.get_by_text("we can’t read it as a date")).to_be_visible()
    root.get_by_label("Job", exact=True).select_option(index=1)
    line(root, 1).get_by_label("What it was").fill("The stock count")
    line(root, 1).get_by_label("What it was").blur()
    expect(root.get_by_text("2 episodes", exact=True)).to_be_visible()
    line(root, 1).get_by_role("button", name="Remove").click()
    expect(root.get_by_text("“The stock count” was removed")).to_be_visible()
    stage.settled()
    assert [row[1] for row in told(record)] == ["Exam term"]
    root.get_by_text("“The stock count” was removed").get_by_role("button", name="Undo").click()
    expect(line(root, 1).get_by_label("What it was")).to_have_value("The stock count")
    again = stage.show(Episodes(record, lines), "b")
    expect(again.get_by_label("What it was")).to_have_value("The stock count")
    again.get_by_role("button", name="Rate them side by side").click()
    expect(again.get_by_text("Assistant", exact=True)).to_be_visible()  # its job stands below its name
    assert [row[0] for row in told(record)] == ["Tutor, Hillcrest", "Assistant, Beta"]


def test_no_barrier_that_axe_finds(stage: Stage, form: Episodes, add_jobs: Callable[..., list[str]]) -> None:
    add_jobs()
    root = stage.show(form)
    assert stage.barriers() == []
    root.get_by_role("button", name="Add one").click()
    line(root, 1).get_by_label("What it was").fill("Exam term")
    line(root, 1).get_by_role("button", name="tell it").click()
    line(root, 1).get_by_label("How you did it").fill("One page a week")
    line(root, 1).get_by_label("How you did it").blur()
    stage.settled()
    assert stage.barriers() == []
    root.get_by_role("button", name="Rate them side by side").click()
    root.get_by_role("radio", name="4", exact=True).click()
    stage.settled()
    assert stage.barriers() == []


def test_nobody_asks_of_a_job_that_hurt_and_what_cannot_be_is_refused(
    stage: Stage, form: Episodes, record: Record, add_jobs: Callable[..., list[str]]
) -> None:
    root = stage.show(form)
    expect(root).to_have_text("This opens once you have named a job.", use_inner_text=True)
    first, *_, last = add_jobs()
    record.answer(last, "hurt", "yes", private=True, sitting=record.sitting("roles"))
    root = stage.show(form, "b")
    root.get_by_role("button", name="Add one").click()
    assert last not in root.get_by_label("Job", exact=True).inner_html()

    def replied(**message: Any) -> str:
        replies: list[dict[str, Any]] = form.handle({**message, "n": 1, "token": str(message)[:300]})
        return "" if replies[0]["type"] == "ack" else str(replies[0]["message"])

    unit = "a" * 32
    assert "not asked about" in replied(type="add_episode", unit="b" * 32, role=last)
    assert replied(type="add_episode", unit=unit, role=first) == ""

    def given(item: str, value: object, of: str = unit) -> str:
        return replied(type="answer", unit=of, item=item, value=value)

    assert "1 to 7" in given("pace", 8)
    assert "not asked" in given("purpose", 3)  # holds for a whole job, not for a day
    assert "not asked" in given("pace", 3, first)
    assert "4,001 characters" in given("episode_story", "x" * 4001)
    assert given("pace", 3) == ""
    assert "no longer on the list" in replied(type="move_episode", unit=first, to=0)
