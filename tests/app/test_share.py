"""A coach and a client share a record on a page: the copy, the notes, the way back, and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from good_on_paper.record import Record
from good_on_paper.record.backup import backups
from good_on_paper.record.encryption import locked
from tests.app.jupyter import Kit
from tests.barriers import barriers
from tests.patience import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WORDS = "three plain green words"
EMPLOYER, SECRET, STORY = "Quill and Tarn Press", "Zyxwvut-Quandary", "We met the Guild at quill"
NOTE = "Ask about the ovens"


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    (world := tmp_path / "world").mkdir()
    home = world / "home" / ".local" / "share" / "good-on-paper" / "me"
    kit = Kit(world, home)
    with Record.open(home) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        told = {"title": "Baker", "employer": EMPLOYER, "started": "2015", "pace": 3, "summary": STORY}
        for item, value in told.items():
            record.answer(role, item, value, sitting=sitting)
        record.answer(role, "achieved", SECRET, sitting=sitting, private=True)
        record.answer(record.person, "guesses", ["pace"], sitting=sitting)
    kit.start()
    yield kit
    kit.stop()


@pytest.fixture
def page(kit: Kit, windowless: Browser) -> Iterator[Page]:
    context = windowless.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{kit.base}/good-on-paper/share?token={kit.token}")
    yield page
    context.close()


def in_the_way(page: Page) -> list[object]:
    """What axe finds in either theme, and whether a phone would have to scroll sideways."""
    found: list[object] = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        found += [(theme, one["id"], one["nodes"]) for one in barriers(page, again=theme == "dark")]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, *(["sideways"] if wider > 0 else [])]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def unfold(page: Page, name: str) -> None:
    page.locator("summary", has_text=name).press("Enter")


def twice(page: Page) -> None:
    page.get_by_label("Passphrase for the file").fill(WORDS)
    page.get_by_label("The same again").fill(WORDS)


def say(folder: Path, item: str, value: object) -> None:
    with Record.open(folder) as record:
        record.answer(record.units("role")[0], item, value, sitting=record.sitting("lines"))


def only(folder: Path, name: str) -> Path:
    [file] = (folder / "exports").glob(f"{name}*")
    return file


def copy_out(page: Page, client: Path) -> Path:
    """Choose, look at every line, lock."""
    told = page.get_by_role("alert")
    unfold(page, "A copy for somebody")
    assert in_the_way(page) == []
    page.get_by_label("Who is it for?").fill("Ruth")
    page.get_by_label("What you wrote too").press("Space")
    expect(page.get_by_label("How nervous you were")).not_to_be_checked()
    page.get_by_label("Who is it for?").press("Enter")
    expect(page.get_by_role("heading", name="Look twice at 1 line")).to_be_visible()
    shown = page.locator("main").inner_text()
    assert "We met the Guild at Employer A" in shown
    assert "look twice: Guild" in shown
    assert not any(hidden in shown for hidden in ("Quill", "quill", SECRET))
    assert in_the_way(page) == []
    page.get_by_label("Passphrase for the file").fill(WORDS)
    press(page, "Write the copy")
    expect(told).to_contain_text("The two passphrases differ. Nothing was written.")
    twice(page)
    press(page, "Write the copy")
    expect(told).to_contain_text("Saved and locked")
    expect(page.get_by_role("button", name="Show it in its folder")).to_be_visible()
    copy = only(client, "Copy for Ruth")
    assert locked(copy.read_bytes())
    return copy


def work_on(page: Page, kit: Kit, copy: Path) -> Path:
    """Open the copy as a coach, note something, change an answer, give it back."""
    told = page.get_by_role("alert")
    page.goto(f"{kit.base}/good-on-paper/people")
    page.get_by_role("link", name="Show everyone").click()
    given = page.locator("form", has=page.get_by_text("Open it as theirs"))
    unfold(page, "From a file they gave you")
    given.get_by_label("Name").fill("Client One")
    for words, says in (("another one", "does not open"), (WORDS, "Client One has a record now")):
        expect(given.get_by_label("Name")).to_have_value("Client One")
        given.get_by_label("The file").set_input_files(copy)
        given.get_by_label("Its passphrase").fill(words)
        press(page, "Open it as theirs")
        expect(told).to_contain_text(says)
    coach = kit.home.with_name("client one")
    say(coach, "pace", 6)
    page.get_by_role("listitem").filter(has_text="Client One").get_by_role("button", name="Open").click()
    page.goto(f"{kit.base}/good-on-paper/share")
    expect(page.get_by_text("A copy of Somebody’s record, made for Ruth.")).to_be_visible()
    unfold(page, "Notes")
    unfold(page, "Write a note")
    page.get_by_label("Note", exact=True).fill(NOTE)
    expect(page.get_by_label("Who writes it?")).to_have_value("Ruth")
    press(page, "Keep it")
    expect(page.get_by_text(NOTE)).to_be_visible()
    twice(page)
    press(page, "Write the file")
    expect(told).to_contain_text("brings it in on this page")
    return only(coach, "Back to Somebody")


def bring_back(page: Page, client: Path, back: Path) -> None:
    """See what is new, choose between two answers, bring it in."""
    told = page.get_by_role("alert")
    unfold(page, "Bring changes back")
    page.get_by_label("The file").set_input_files(back)
    page.get_by_label("Its passphrase").fill(WORDS)
    press(page, "Show me what is new")
    expect(page.get_by_text(NOTE)).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(2)
    assert in_the_way(page) == []
    press(page, "Bring this in")
    expect(page.get_by_role("heading", name="What the file brings")).to_be_visible()
    page.get_by_label("6 (in the other copy").press("Space")
    press(page, "Bring this in")
    expect(told).to_contain_text("You can take it back below")
    expect(page.get_by_text("Notes: 1")).to_be_visible()
    expect(page.get_by_text(NOTE)).to_be_visible()
    with Record.open(client) as record:
        said = {item: answer.value for (_, item), answer in record.current().items()}
    assert (said["pace"], said["achieved"], said["employer"]) == (6, SECRET, EMPLOYER)
    assert "before-merge" in [one.why for one in backups(client)]
    unfold(page, "Bring changes back")
    assert barriers(page) == []
    press(page, "Take it back")
    expect(told).to_contain_text("Taken back. What you said since is still here.")
    with Record.open(client) as record:
        assert {item: answer.value for (_, item), answer in record.current().items()}["pace"] == 5
    expect(page.get_by_text(NOTE)).to_have_count(0)


@pytest.mark.long
def test_a_copy_goes_out_and_what_came_of_it_comes_back(page: Page, kit: Kit) -> None:
    client = kit.home
    back = work_on(page, kit, copy_out(page, client))
    say(client, "pace", 5)
    page.goto(f"{kit.base}/good-on-paper/people")
    expect(page.get_by_text("a copy of Somebody’s record, for Ruth")).to_be_visible()
    expect(page.get_by_role("listitem")).to_have_count(1)  # the others are not on the screen
    page.get_by_role("link", name="Show everyone").click()
    page.get_by_role("listitem").filter(has_text="me").first.get_by_role("button", name="Open").click()
    page.goto(f"{kit.base}/good-on-paper/share")
    bring_back(page, client, back)
    temporary = [file.read_bytes() for file in (kit.world / "tmp").rglob("*") if file.is_file()]
    assert not any(SECRET.encode() in data or NOTE.encode() in data for data in temporary)
    unfold(page, "A report in one file")
    page.get_by_label("Stand-ins for employers").check()
    page.get_by_label("Web page").check()
    press(page, "Write the report")
    expect(page.get_by_role("alert")).to_contain_text("Whoever has this file can read it.")
    report = only(client, "Report").read_text("utf-8")
    assert EMPLOYER not in report
    assert in_the_way(page) == []
