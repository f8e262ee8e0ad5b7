"""The pages for homework, for the record that is open in this window."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import authenticated

from good_on_paper.app.people_html import HOMEWORK
from good_on_paper.app.plain_page import POLICY
from good_on_paper.language import DateError, parse_date
from good_on_paper.record.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from good_on_paper.app.room import Room


class HomeworkHandler(JupyterHandler):
    """Serves the three pages; a request carries the token of the start, as everywhere on this server."""

    def initialize(self, room: Room, elsewhere: str) -> None:
        """Take the room, and where to go if no record is open."""
        self.room, self.elsewhere = room, elsewhere

    @authenticated
    async def get(self, which: str) -> None:
        """Show one of the pages."""
        folder = self.room.shown
        if folder is None:
            self.redirect(self.elsewhere)
            return
        notice, self.room.notice = self.room.notice, ""
        number, paper = self.get_query_argument("number", ""), self.get_query_argument("paper", "")
        xsrf = self.xsrf_token.decode()
        asked = _Asked(which, number, paper, xsrf, notice, self.room.typed)
        page, policy = await asyncio.to_thread(_page, folder, asked)
        self.set_header("Content-Security-Policy", policy)
        self.set_header("Cache-Control", "no-store")
        self.finish(page)

    @authenticated
    async def post(self, which: str) -> None:
        """Make a sheet, or save what was typed, then show a page: a browser would keep a form's answer.

        A text that is not accepted stays in the form as typed, and nowhere else.
        """
        folder, where = self.room.shown, HOMEWORK
        if folder is None:
            self.redirect(self.elsewhere)
            return
        try:
            if which == "back":
                typed = {name: self.get_body_argument(name) for name in self.request.body_arguments}
                number = self.get_query_argument("number", "")
                self.room.typed, where = {**typed, "number": number}, str(self.request.uri)
                self.room.notice = await asyncio.to_thread(_take, folder, number, typed)
                self.room.typed, where = {}, HOMEWORK
            else:
                chosen = [self.get_body_arguments(name) for name in ("role", "line", "question")]
                self.room.notice = await asyncio.to_thread(_lay_out, folder, *chosen)
        except RecordError as error:
            self.room.notice = str(error)
        self.redirect(where, status=303)


@dataclass(frozen=True)
class _Asked:
    """The page that was requested, and its content: `typed` holds a form that could not be accepted yet."""

    which: str
    number: str
    paper: str
    xsrf: str
    notice: str
    typed: Mapping[str, str]


def _page(folder: Path, asked: _Asked) -> tuple[str, str]:
    """Return a page, and what a browser may do on it."""
    # pandas takes a while to load, and a server without homework does not need it
    from good_on_paper.app import homework_html as html  # noqa: PLC0415
    from good_on_paper.forms.typed_back import faults  # noqa: PLC0415
    from good_on_paper.record import Record  # noqa: PLC0415
    from good_on_paper.record.people import kept  # noqa: PLC0415
    from good_on_paper.study.homework import sheets  # noqa: PLC0415
    from good_on_paper.study.person import Person  # noqa: PLC0415

    with Record.open(folder) as record:
        person = Person(record)
        there = sheets(person)
        sheet = next((each for each in there if str(each.number) == asked.number), None)
        if sheet is None or not asked.which:
            return html.choose_page(person, there, xsrf=asked.xsrf, notice=asked.notice), POLICY
        if asked.which == "sheet":
            size = "Letter" if asked.paper == "Letter" else "A4"
            return html.blank_sheet(sheet, size), html.policy(html.PRINT)
        typed = asked.typed if asked.typed.get("number") == asked.number else {}
        boxes = {cell: typed.get(name, "") for name, cell in html.box_names(sheet).items()}
        today = dt.datetime.now(dt.UTC).astimezone().date().isoformat()
        page = html.back_page(
            sheet,
            boxes,
            faults(sheet, boxes),
            by=typed.get("by", kept(folder).name),
            on=typed.get("on", today),
            xsrf=asked.xsrf,
            notice=asked.notice,
        )
        return page, html.policy(html.KEYS)


def _lay_out(folder: Path, roles: list[str], lines: list[str], questions: list[str]) -> str:
    from good_on_paper.record import Record  # noqa: PLC0415 - as above
    from good_on_paper.study.homework import lay_out  # noqa: PLC0415
    from good_on_paper.study.person import Person  # noqa: PLC0415

    with Record.open(folder) as record:
        return f"Sheet {lay_out(Person(record), roles, lines, questions)} is ready to print."


def _take(folder: Path, number: str, typed: Mapping[str, str]) -> str:
    """Save what was typed and return a message."""
    from good_on_paper.app.homework_html import box_names  # noqa: PLC0415 - as above
    from good_on_paper.forms.typed_back import faults, type_in  # noqa: PLC0415
    from good_on_paper.language.counts import count  # noqa: PLC0415
    from good_on_paper.record import Record  # noqa: PLC0415
    from good_on_paper.study.homework import sheets  # noqa: PLC0415
    from good_on_paper.study.person import Person  # noqa: PLC0415

    with Record.open(folder) as record:
        person = Person(record)
        sheet = next((each for each in sheets(person) if str(each.number) == number), None)
        if sheet is None:
            raise RecordError("That sheet is not here any more. Nothing was saved.")
        boxes = {cell: typed.get(name, "") for name, cell in box_names(sheet).items()}
        if wrong := faults(sheet, boxes):
            boxes_said = count(len(wrong), "box", "boxes")
            raise RecordError(f"{boxes_said} cannot be taken yet. Nothing was saved.")
        by, day = typed.get("by", "").strip(), _day(typed.get("on", "").strip())
        if not by:
            raise RecordError("Say who filled it in. Nothing was saved.")
        many = type_in(person, sheet, boxes, by, day)
        return f"Saved: {count(many, 'answer')} of sheet {number}." if many else "Nothing was filled in."


def _day(text: str) -> dt.date:
    try:
        read = parse_date(text)
    except DateError as error:
        raise RecordError(f"On which day? {error} Nothing was saved.") from error
    if not (read.month and read.day):
        raise RecordError(
            f"On which day? Expected one such as 3 November 2026, not {text!r}. Nothing was saved."
        )
    return dt.date(read.year, read.month, read.day)
