"""The page of the people on this computer: who there is, and whose record this window shows."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import authenticated

from good_on_paper.app.coaching_hour import coaching_hour
from good_on_paper.app.homework_page import HomeworkHandler
from good_on_paper.app.people_html import ADDRESS, EVERYONE, HOMEWORK, HOUR, SHARE, page, which
from good_on_paper.app.plain_page import POLICY
from good_on_paper.app.room import Room
from good_on_paper.app.share_page import ShareHandler, refuse_unopened, sent_file, sent_key
from good_on_paper.app.until_day import until_day
from good_on_paper.language import DateError
from good_on_paper.record.encryption import locked
from good_on_paper.record.errors import RecordError
from good_on_paper.record.lock_keys import forget_keys
from good_on_paper.record.locking import lock, take_lock_off, unlock
from good_on_paper.record.people import PersonHere, agree, archive, new, refuse_no_name, rename
from good_on_paper.record.unarchive import read_archive, restore_archive
from good_on_paper.record.wipe import wipe

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


class PeopleHandler(JupyterHandler):
    """Serves the page; a request carries the token of the start, as everywhere on this server."""

    def initialize(self, room: Room) -> None:
        """Take the room of the server."""
        self.room = room

    @authenticated
    def get(self) -> None:
        """Show the page, and, once, the result of the last button pressed."""
        notice, self.room.notice = self.room.notice, ""
        theirs, self.room.theirs = self.room.theirs, None
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Cache-Control", "no-store")
        today = dt.datetime.now(dt.UTC).astimezone().date()
        self.finish(
            page(
                self.room.people(),
                self.room.shown,
                today=today,
                xsrf=self.xsrf_token.decode(),
                notice=notice,
                back=self.room.pages,
                everyone=EVERYONE in self.request.query_arguments,
                theirs=theirs,
            )
        )

    @authenticated
    async def post(self) -> None:
        """Do what the pressed button asks, then show this page, or the pages of the opened record."""
        where = str(self.request.uri)
        try:
            begun = await self._begun()
            self.room.notice = begun or await self._done(self.given("do"))
            if begun:
                where = f"{self.request.path}?{EVERYONE}"  # show the new person
            if self.given("do") == "open":
                where = self.room.pages
        except (RecordError, DateError) as error:
            self.room.notice = str(error)
            if self.given("do") == "from_file":
                self.room.theirs = self.given("name")
        self.redirect(where, status=303)

    def given(self, name: str) -> str:
        """Return a field of the form as it was typed."""
        return str(self.get_body_argument(name, "", strip=False))

    async def _begun(self) -> str:
        """Begin a record for a new person and return a message; empty if another button was pressed."""
        do, name = self.given("do"), self.given("name")
        if do == "from_file":
            sent = sent_file(self.request)
            given = self.given("passphrase"), sent_key(self.request)
            return await asyncio.to_thread(_from_file, name, *sent, *given)
        if do != "new":
            return ""
        one = new(name)
        return f"{one.name} has a record now, in {one.folder}. Open it from the list."

    async def _done(self, do: str) -> str:
        one = next((one for one in self.room.people() if which(one) == self.given("folder")), None)
        if one is None:
            return "That record is not here any more."
        if do == "open":
            await self.room.show(one, self.given("passphrase"))
        elif do == "close":
            await self.room.close()
            return f"{one.shown}: closed."
        elif do == "rename":
            return f"{rename(one, self.given('name')).name} it is."
        elif do in ("archive", "back"):
            archive(one, back=do == "back")
        elif do == "note":
            agree(one, self.given("agreed"), until_day(self.given("until")))
        else:
            return await self._change_whole(do, one)
        return ""

    async def _change_whole(self, do: str, one: PersonHere) -> str:
        if one.folder == self.room.shown:
            return f"{one.shown} is open here. Press Close first. Nothing was changed."
        if do == "delete":
            if self.given("typed").strip() != one.shown:
                return "The name was not typed as it is. Nothing was deleted."
            return await asyncio.to_thread(wipe, one.folder)
        await asyncio.to_thread(unlock, one.folder, self.given("now"))
        try:
            if do == "unlock":
                await asyncio.to_thread(take_lock_off, one.folder)
                return f"{one.shown}: no longer locked."
            if self.given("passphrase") != self.given("again"):
                return "The two passphrases differ. Nothing was changed."
            await asyncio.to_thread(lock, one.folder, self.given("passphrase"))
            return f"{one.shown}: locked. Charts and files saved before are not."
        finally:
            if self.room.shown is None:
                forget_keys()


def _from_file(name: str, file: str, data: bytes, passphrase: str, key: bytes | None) -> str:
    """Make a record for somebody of a file; a file that does not open makes none."""
    refuse_no_name(name)  # before the file is read
    words = passphrase or None
    refuse_unopened(file, data, passphrase, key)
    read_archive(Path(file), passphrase=words, key=key, data=data)
    one = new(name)
    restore_archive(Path(file), one.folder, passphrase=words, key=key, data=data)
    told = f"{one.name} has a record now, with what was in the file. It is in {one.folder}. "
    told += "Open it from the list."
    return f"{told} It is not locked yet: “More about” does that." if locked(data) else told


class HourHandler(JupyterHandler):
    """Shows the page of a coaching hour."""

    def initialize(self, room: Room) -> None:
        """Take the room of the server."""
        self.room = room

    @authenticated
    def get(self) -> None:
        """Show the page."""
        self.set_header("Content-Security-Policy", POLICY)
        self.finish(coaching_hour(self.room.address, self.room.pages))


def serve_people(server: ServerApp, notebooks: Path) -> Room:
    """Add the pages to a server that does not listen yet; return the room, which has the shown record."""
    room = Room(server, notebooks)
    server.web_app.add_handlers(  # type: ignore[no-untyped-call]
        ".*$",
        [
            (ADDRESS, PeopleHandler, {"room": room}),
            (HOUR, HourHandler, {"room": room}),
            (f"{HOMEWORK}(?:/(sheet|back))?", HomeworkHandler, {"room": room, "elsewhere": ADDRESS}),
            (SHARE, ShareHandler, {"room": room, "elsewhere": ADDRESS}),
        ],
    )
    return room
