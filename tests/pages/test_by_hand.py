"""The blank sheets: what a page asks, on one sheet of paper, with nothing that was answered."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from good_on_paper.brief.by_hand import MOST_ROWS
from good_on_paper.pages import by_hand, titles
from good_on_paper.record import Record
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

ASKING = [title[:2] for title in vars(titles).values() if isinstance(title, str) and title[:2].isdigit()]
ASKING.remove(titles.HOOD[:2])


def empty(folder: Path) -> Record:
    return Record.open(folder)


def many_jobs(folder: Path) -> Record:
    record = Record.open(folder)
    sitting = record.sitting("roles")
    for number in range(MOST_ROWS + 3):
        unit = record.add_unit("role", sitting=sitting)
        record.answer(unit, "title", f"Fieldwork lead <b>{number}</b>", sitting=sitting)
        record.answer(unit, "employer", "Harrowfen River Survey", sitting=sitting)
    return record


@pytest.fixture(params=[empty, many_jobs, throw_away_record], ids=lambda fill: fill.__name__)
def person(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Person]:
    fill: Callable[[Path], Record] = request.param
    with fill(tmp_path) as record:
        mine = Person(record)
        monkeypatch.setattr(by_hand, "me", lambda: mine)
        yield mine


def html_of(number: str) -> str:
    return str(by_hand.sheet(number).data["html"])


@pytest.mark.usefixtures("person")
@pytest.mark.browser
def test_what_a_page_asks_is_one_sheet_of_either_paper(chromium: Browser) -> None:
    printed = chromium.new_page()
    for number in ASKING:
        printed.set_content(html_of(number))
        for paper in ("A4", "Letter"):
            sheets = len(
                re.findall(rb"/Type\s*/Page\b", printed.pdf(format=paper, prefer_css_page_size=False))
            )
            assert sheets == 1, f"page {number} on {paper}"
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not printed.evaluate(wide), number
    printed.close()


def test_a_sheet_is_blank_and_what_was_typed_is_text(person: Person) -> None:
    every = "".join(html_of(number) for number in ASKING)
    assert "<b>" not in every
    for unit in person.units("role"):
        told = person.current(units=(unit,), items=("in_a_line", "summary"))
        assert all(str(answer.value) not in unescape(every) for answer in told.values())
    assert html_of(titles.HOOD[:2]) == ""


@pytest.mark.parametrize("number", [titles.LIKE[:2], titles.DULL[:2]])
def test_with_no_jobs_yet_there_is_room_for_the_name_of_each(
    number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with empty(tmp_path) as record:
        monkeypatch.setattr(by_hand, "me", lambda: Person(record))
        assert "<thead><tr><th>Job</th>" in html_of(number)
