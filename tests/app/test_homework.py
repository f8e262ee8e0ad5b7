"""Homework: chosen, printed blank, typed back by number keys in the order of the sheet, saved as answers."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from good_on_paper.app.homework_html import PRINT, back_page, blank_sheet, choose_page
from good_on_paper.catalogue import keys
from good_on_paper.export.copy_choice import CopyChoice
from good_on_paper.export.copy_for import copy_for
from good_on_paper.forms.message import Refusal
from good_on_paper.forms.typed_back import faults, type_in
from good_on_paper.frames.quiet import HURT, YES
from good_on_paper.record import RecordError
from good_on_paper.record.forget import forget_unit
from good_on_paper.study.homework import MOST_LINES, MOST_ROLES, lay_out, sheets, to_choose
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

DAY = dt.date(2026, 11, 29)


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with throw_away_record(tmp_path) as record:
        yield Person(record)


def made(me: Person, roles: int, lines: int, questions: int = 0):
    jobs, rated, asked = to_choose(me)
    chosen = [job.id for job in jobs[:roles]], [line.key for line in rated[:lines]]
    number = lay_out(me, *chosen, [item.key for item in asked[:questions]])
    return next(sheet for sheet in sheets(Person(me.record)) if sheet.number == number)


def test_what_stands_on_a_sheet_comes_back_as_ordinary_answers(me: Person) -> None:
    sheet = made(me, 2, 2, 1)
    first, second, third, fourth, told, other = sheet.cells()
    typed = {first: "3", second: "-", third: "?", told: "Nine <b>ovens</b>"}
    assert type_in(me, sheet, typed, "Anna B.", DAY) == len(typed)
    now = me.record.current()
    assert [(now[cell].state, now[cell].value) for cell in (first, second, third, told)] == [
        ("value", 3),
        ("na", None),
        ("cant_recall", None),
        ("value", "Nine <b>ovens</b>"),
    ]
    assert {now[cell].sitting for cell in typed} == {me.record.sittings()[-1].id}
    [back] = [now[me.unit.id, keys.HOMEWORK_BACK]]
    assert back.value == {"number": sheet.number, "by": "Anna B.", "on": "2026-11-29"}
    assert back.private
    stood = me.record.newest
    assert type_in(me, sheet, {fourth: " ", other: ""}, "Anna B.", DAY) == 0
    assert me.record.newest == stood


def test_one_box_that_is_wrong_saves_nothing_and_says_why(me: Person) -> None:
    sheet = made(me, 2, 1)
    first, second = sheet.cells()
    stood, typed = me.record.newest, {first: "3", second: "9"}
    label = sheet.lines[0].label
    assert faults(sheet, typed) == {
        second: f"{label}: 9 is not on the scale. Expected a whole number from 1 to 7."
    }
    assert "Expected 1 to 7" in faults(sheet, {first: "often"})[first]
    with pytest.raises(Refusal):
        type_in(me, sheet, typed, "Anna B.", DAY)
    assert me.record.newest == stood


def test_a_sheet_keeps_its_order_and_number_and_holds_no_more_than_fits(me: Person) -> None:
    first, second = made(me, 2, 3), made(me, 1, 1)
    assert [sheet.number for sheet in sheets(me)] == [second.number, first.number] == [2, 1]
    blank = blank_sheet(first, "A4")
    for page in (blank, back_page(first, {}, {}, by="", on="", xsrf="")):
        text = re.sub(r"<[^>]+>", " ", page)
        places = [text.index(f"{at}. ") for at in (1, 2, 3)]
        assert places == sorted(places)
        assert all(name in text for name in first.roles.values())
    assert not re.search(r"<td>[^<]", blank)
    jobs, lines, asked = to_choose(me)
    for roles, rated, written in ((MOST_ROLES + 1, 1, 0), (1, MOST_LINES + 1, 0), (5, 0, 1), (0, 1, 0)):
        with pytest.raises(RecordError):
            made(me, roles, rated, written)
    everything = choose_page(me, sheets(me), xsrf="x", notice="")
    assert all(item.ask in everything for item in asked)
    assert len(jobs) + len(lines) + len(asked) == everything.count('<input type="checkbox"')


def test_a_job_that_hurt_or_is_forgotten_is_on_no_sheet(me: Person) -> None:
    sheet = made(me, 3, 1)
    one, two, _ = sheet.roles
    me.record.answer(one, HURT, YES, sitting=me.record.sitting("roles"), private=True)
    assert list(sheets(Person(me.record))[0].roles) == list(sheet.roles)[1:]
    forget_unit(me.record.folder, two)
    assert list(sheets(Person(me.record))[0].roles) == list(sheet.roles)[2:]


def test_who_filled_it_in_stays_out_of_a_copy(me: Person) -> None:
    sheet = made(me, 1, 1)
    type_in(me, sheet, dict.fromkeys(sheet.cells(), "3"), "Plumtree", DAY)
    text = copy_for(me.record, me.catalogue, CopyChoice("Ruth", private=True)).text
    assert "Plumtree" not in text
    assert '"item":"homework' not in text


@pytest.mark.browser
def test_a_sheet_is_one_page_of_paper_and_numbers_go_on_by_themselves(me: Person, chromium: Browser) -> None:
    page = chromium.new_page()
    for sheet in (made(me, MOST_ROLES, MOST_LINES), made(me, 1, MOST_LINES, 4), made(me, 4, 1, 1)):
        for paper in ("A4", "Letter"):
            page.set_content(blank_sheet(sheet, paper).replace(PRINT, ""))
            printed = page.pdf(prefer_css_page_size=True)
            assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, (sheet.number, paper)
    sheet = made(me, 2, 2, 1)
    page.set_content(back_page(sheet, {}, {}, by="Anna B.", on="2026-11-29", xsrf="x"))
    boxes = page.locator("[data-most]")
    boxes.first.focus()
    page.keyboard.type("3-?5", delay=0)
    assert [box.input_value() for box in boxes.all()] == ["3", "-", "?", "5"]
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    boxes.nth(1).fill("")
    boxes.nth(1).press("Backspace")
    page.keyboard.type("6")
    assert boxes.first.input_value() == "6"
    page.close()
