"""Three people and a coach through the pages: nothing that was said is where it should not be.

The same by the command is in `test_three_people`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from good_on_paper.record.encryption import locked
from good_on_paper.record.locking import is_locked
from tests.app.jupyter import Kit
from tests.app.test_share import barriers, only, press, twice, unfold
from tests.app.test_three_people import holding
from tests.patience import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WORDS = "three plain green words"
SAID = ("Xanthic", "Ulmshire", "Krakwick", "Plumtree", "Vermillion")
"""Employers, places, a person and a thing that the client types in JupyterLab."""
JOBS = "Fettler, Xanthic Mills, Ulmshire, 2015 - 2019\nTeacher, Krakwick School, 2019 - 2023"
SENTENCE = "Quarrelled with Plumtree over the Vermillion ledger"
PRIVATE = "Never again the Obsidian stairwell"
"""An answer to a question that is private by itself."""
OUTSIDE = "Spring, for the Fettler"
NOTE, AGREED = "He lights up at the Yttrium kiln", "Six sessions, and no more"


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    pytest.importorskip("sqlcipher3")
    pytest.importorskip("pyrage")
    (world := tmp_path / "world").mkdir()
    kit = Kit(world, world / "home" / ".local" / "share" / "good-on-paper" / "me")
    kit.start()
    yield kit
    kit.stop()


@pytest.fixture
def page(kit: Kit, chromium: Browser) -> Iterator[Page]:
    """A tab of the person's own browser, which keeps on the disk what browsers keep."""
    page = chromium.contexts[0].new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{kit.base}/good-on-paper/people?token={kit.token}")
    page.goto(f"{kit.base}/good-on-paper/people?everyone")
    yield page
    page.close()


def people(page: Page, kit: Kit) -> None:
    page.goto(f"{kit.base}/good-on-paper/people?everyone")


def of(page: Page, name: str):
    return (
        page.get_by_role("main")
        .locator("> ul > li")
        .filter(has=page.get_by_role("heading", name=name, exact=True))
    )


def on_the_way(page: Page) -> None:
    """Wait until the record's own pages come, but not for JupyterLab: the next step leads elsewhere."""
    page.wait_for_url(re.compile("/lab/"), wait_until="commit")


def make(page: Page) -> None:
    """Three people, two of one name."""
    for name in ("Anna B.", "Anna B.", "Søren"):
        page.locator("form", has_text="Begin their record").get_by_label("Name").fill(name)
        press(page, "Begin their record")
        expect(page.get_by_role("alert")).to_contain_text(f"{name} has a record now")
    expect(of(page, "Anna B.")).to_have_count(2)
    expect(page.get_by_text("in the folder anna b 2")).to_be_visible()
    unfold(page, "More about Søren")
    of(page, "Søren").get_by_label("What you agreed").fill(AGREED)
    of(page, "Søren").get_by_role("button", name="Keep this note").click()


def fill(page: Page) -> None:
    """Jobs in JupyterLab, then a sheet that came back on paper."""
    of(page, "Søren").get_by_role("button", name="Open", exact=True).click()
    on_the_way(page)
    page.goto(re.sub(r"/[^/]*$", "/01%20Your%20work%20so%20far.ipynb", page.url.partition("?")[0]))
    bring_in = page.get_by_role("group", name="Bring in", exact=True)
    bring_in.get_by_label("Or your jobs").fill(JOBS)
    bring_in.get_by_role("button", name="Check my list").click()
    bring_in.get_by_role("button", name=re.compile("Add these 2 jobs")).click()
    jobs = page.get_by_role("group", name="Your jobs", exact=True)
    expect(jobs.get_by_label("Job title").first).to_have_value("Fettler")


def homework(page: Page, kit: Kit) -> None:
    page.goto(f"{kit.base}/good-on-paper/homework")
    assert barriers(page) == []
    page.get_by_label("What did you do there, in a sentence?").check()
    page.get_by_label("What made it good").check()
    press(page, "Make the sheet")
    expect(page.get_by_role("alert")).to_contain_text("Sheet 1 is ready to print")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Print on A4").click()
    expect(opened.value.get_by_role("heading", name="Sheet 1, to fill in by hand")).to_be_visible()
    opened.value.close()
    page.get_by_role("link", name="Type it in").click()
    assert barriers(page) == []
    expect(page.get_by_label("Who filled it in?")).to_have_value("Søren")
    page.get_by_label("On which day?").fill("some day")
    page.locator("[data-most]").first.focus()
    page.keyboard.type("3-?57629")
    page.get_by_label(re.compile("What did you do there.*Fettler")).fill(SENTENCE)
    page.get_by_label(re.compile("What made it good.*Fettler")).fill(PRIVATE)
    press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("1 box cannot be taken yet")
    expect(page.locator("[aria-invalid]")).to_have_value("9")
    page.locator("[aria-invalid]").fill("1")
    press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("On which day?")
    page.get_by_label("On which day?").fill("28 November 2026")
    press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Saved: 10 answers of sheet 1")
    expect(page.get_by_text("filled in by Søren on 2026-11-28")).to_be_visible()


def lock_and_copy(page: Page, kit: Kit) -> Path:
    people(page, kit)
    of(page, "Søren").get_by_role("button", name="Close").click()
    unfold(page, "More about Søren")
    of(page, "Søren").locator("summary", has_text="Lock with a passphrase").click()
    form = of(page, "Søren").locator("form", has_text="Lock with it")
    form.get_by_label("New passphrase").fill(WORDS)
    form.get_by_label("The same again").fill(WORDS)
    press(page, "Lock with it")
    expect(page.get_by_role("alert")).to_contain_text("Søren: locked.")
    client = kit.home.with_name("søren")
    assert is_locked(client)
    assert holding(client.parent, *SAID, SENTENCE, PRIVATE) == []
    of(page, "Søren").get_by_label("Passphrase", exact=True).fill(WORDS)
    of(page, "Søren").get_by_role("button", name="Open", exact=True).click()
    on_the_way(page)
    page.goto(f"{kit.base}/good-on-paper/share")
    unfold(page, "A copy for somebody")
    page.get_by_label("Who is it for?").fill("Ruth")
    page.get_by_label("What you wrote too").check()
    press(page, "Show me the copy")
    shown = page.locator("main").inner_text()
    assert "over the Vermillion ledger" in shown
    assert not any(name in shown for name in ("Xanthic", "Ulmshire", "Søren", PRIVATE))
    twice(page)
    press(page, "Write the copy")
    expect(page.get_by_role("alert")).to_contain_text("Saved and locked")
    copy = only(client, "Copy for Ruth")
    assert locked(copy.read_bytes())
    assert holding(copy.parent, *SAID, SENTENCE, PRIVATE, "Fettler") == []
    return copy


def work_on(page: Page, kit: Kit, copy: Path, public: str) -> Path:
    """As the coach, in a record of its own: a note, then all of it back, locked to the client's key."""
    people(page, kit)
    unfold(page, "From a file they gave you")
    given = page.locator("form", has=page.get_by_text("Open it as theirs"))
    given.get_by_label("Name").fill("S.")
    given.get_by_label("The file").set_input_files(copy)
    press(page, "Open it as theirs")
    expect(page.get_by_role("alert")).to_contain_text("a locked file, made on")
    expect(given.get_by_label("Name")).to_have_value("S.")
    given.get_by_label("The file").set_input_files(copy)
    given.get_by_label("Its passphrase").fill(WORDS)
    press(page, "Open it as theirs")
    expect(page.get_by_role("alert")).to_contain_text("It is not locked yet")
    expect(of(page, "S.")).to_contain_text("a copy of Somebody’s record, for Ruth")
    coach = kit.home.with_name("s")
    assert holding(coach, "Xanthic", "Ulmshire", "Krakwick", PRIVATE) == []
    of(page, "S.").get_by_role("button", name="Open", exact=True).click()
    on_the_way(page)
    page.goto(f"{kit.base}/good-on-paper/share")
    unfold(page, "Notes")
    unfold(page, "Write a note")
    page.get_by_label("Note", exact=True).fill(NOTE)
    press(page, "Keep it")
    unfold(page, "Or lock it to their key")
    page.get_by_label("Their public key").fill(public[:-1])
    press(page, "Write the file")
    expect(page.get_by_role("alert")).to_contain_text("is not a public key")
    unfold(page, "Or lock it to their key")
    page.get_by_label("Their public key").fill(public)
    page.get_by_label("On the outside").fill(OUTSIDE)
    assert barriers(page) == []
    press(page, "Write the file")
    expect(page.get_by_role("alert")).to_contain_text("brings it in on this page")
    back = only(coach, "Back to Somebody")
    assert locked(back.read_bytes())
    assert holding(back.parent, NOTE, "Employer", "Vermillion", public) == []
    return back


def merge_and_report(page: Page, kit: Kit, back: Path, key: Path) -> None:
    people(page, kit)
    of(page, "Søren").get_by_label("Passphrase", exact=True).fill(WORDS)
    of(page, "Søren").get_by_role("button", name="Open", exact=True).click()
    on_the_way(page)
    page.goto(f"{kit.base}/good-on-paper/share")
    for ends in ("Take it back", ""):
        unfold(page, "Bring changes back")
        page.get_by_label("The file").set_input_files(back)
        press(page, "Show me what is new")
        expect(page.get_by_role("alert")).to_contain_text(f"On it is written: “{OUTSIDE}”. Choose it again")
        unfold(page, "Bring changes back")
        page.get_by_label("The file").set_input_files(back)
        unfold(page, "It was locked to your key")
        page.get_by_label("Your key file").set_input_files(key)
        press(page, "Show me what is new")
        expect(page.get_by_text(NOTE)).to_be_visible()
        press(page, "Bring this in")
        expect(page.get_by_text("Notes: 1")).to_be_visible()
        if ends:
            unfold(page, "Bring changes back")
            press(page, ends)
            expect(page.get_by_role("alert")).to_contain_text("Taken back")
    unfold(page, "A report in one file")
    page.get_by_label("Stand-ins for employers").check()
    page.get_by_label("Web page").check()
    press(page, "Write the report")
    expect(page.get_by_role("alert")).to_contain_text("Whoever has this file can read it.")
    report = only(kit.home.with_name("søren"), "Report").read_text("utf-8")
    assert not any(word in report for word in (*SAID[:3], NOTE, "Søren", PRIVATE))


@pytest.mark.long
def test_three_people_and_a_coach_by_page(
    page: Page, kit: Kit, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from good_on_paper.record.public_keys import new_key  # noqa: PLC0415 - the fixture asks for its package

    text, public = new_key()
    (key := tmp_path_factory.mktemp("keys") / "søren.key").write_text(text, "ascii")
    make(page)
    fill(page)
    homework(page, kit)
    back = work_on(page, kit, lock_and_copy(page, kit), public)
    merge_and_report(page, kit, back, key)
    home, client = kit.home.parent, kit.home.with_name("søren")
    assert holding(client, NOTE, PRIVATE, *SAID) == []
    people(page, kit)
    of(page, "Søren").get_by_role("button", name="Close").click()
    unfold(page, "More about Søren")
    of(page, "Søren").locator("summary", has_text="Delete for good").click()
    page.get_by_label("Type Søren to delete").fill("Søren")
    press(page, "Delete for good")
    expect(page.get_by_role("alert")).to_contain_text("Nothing is left there.")
    assert not client.exists()
    assert holding(home, AGREED, PRIVATE, *SAID[:3]) == []
    assert all(name.startswith("s/") for name in holding(home, NOTE, "Vermillion")), "only the coach has it"
    # whatever else was written: temporary files, settings, Jupyter's own, what the browser keeps on the disk
    kit.stop()
    planted = (*SAID, NOTE, AGREED, PRIVATE, SENTENCE)
    assert [name for name in holding(kit.world, *planted) if "good-on-paper/s/" not in name] == []
    assert holding(kit.world, PRIVATE, text.splitlines()[-1]) == []
    for profile in tmp_path_factory.getbasetemp().glob("profile*"):
        assert holding(profile, *planted, text.splitlines()[-1]) == []
