"""The page for sharing: it answers its forms for the record that is open in this window."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import authenticated

from good_on_paper.app.file_locks import told
from good_on_paper.app.plain_page import POLICY
from good_on_paper.record.encryption import locked, needed, outside
from good_on_paper.record.errors import RecordError
from good_on_paper.record.people import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tornado.httputil import HTTPServerRequest

    from good_on_paper.app.room import Room
    from good_on_paper.app.share_desk import FileLock, ShareDesk


class ShareHandler(JupyterHandler):
    """Serves the page; a request carries the token of the start, as everywhere on this server."""

    def initialize(self, room: Room, elsewhere: str) -> None:
        """Take the room, and where to go if no record is open."""
        self.room, self.elsewhere = room, elsewhere

    @authenticated
    async def get(self) -> None:
        """Show the page, and the result of the last press once."""
        desk = await self._desk()
        if desk is None:
            self.redirect(self.elsewhere)
            return
        from good_on_paper.app.share_html import share_page  # noqa: PLC0415 - as below

        notice, self.room.notice = self.room.notice, ""
        overview = await asyncio.to_thread(desk.overview)
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Cache-Control", "no-store")
        xsrf = self.xsrf_token.decode()
        self.finish(share_page(desk, overview, xsrf=xsrf, notice=notice, back=self.room.pages))

    @authenticated
    async def post(self) -> None:
        """Do what a button says, then show the page."""
        from good_on_paper.brief.errors import BriefError  # noqa: PLC0415 - as below
        from good_on_paper.catalogue import CatalogueError  # noqa: PLC0415

        desk = await self._desk()
        if desk is not None:
            try:
                self.room.notice = await asyncio.to_thread(_done, desk, _Typed(self.request))
            except (RecordError, CatalogueError, BriefError) as error:
                self.room.notice = str(error)
        self.redirect(str(self.request.path), status=303)

    async def _desk(self) -> ShareDesk | None:
        """Return the desk of the shown record; what was ready for another is dropped."""
        folder = self.room.shown
        if folder is None:
            self.room.desk = None
        elif self.room.desk is None or self.room.desk.folder != folder:
            # pandas takes a while to load, and a server on which nobody shares does not need it
            self.room.desk = await asyncio.to_thread(_desk_for, folder)
        return self.room.desk


def sent_file(request: HTTPServerRequest) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that was sent.

    Raises
    ------
    RecordError
        If no file was chosen.
    """
    sent = request.files.get("file", [])
    if not sent or not sent[0].body:
        raise RecordError("Choose the file first. Nothing was changed.")
    return sent[0].filename.replace("\\", "/").rpartition("/")[2] or "The file", sent[0].body


def sent_key(request: HTTPServerRequest) -> bytes | None:
    """Return what the file of a secret key holds, where one was chosen; it is kept nowhere."""
    sent = request.files.get("key", [])
    return sent[0].body if sent and sent[0].body else None


def refuse_unopened(name: str, data: bytes, passphrase: str, key: bytes | None) -> None:
    """Refuse a locked file that came with nothing to open it, and say what stands on it.

    Raises
    ------
    RecordError
        Of such a file.
    """
    if locked(data) and not passphrase and key is None:
        raise RecordError(f"{name}: {told(outside(data))} Choose it again, with {needed(data)}.")


@dataclass(frozen=True)
class _Typed:
    """The typed and ticked fields of a form."""

    request: HTTPServerRequest

    def __call__(self, name: str) -> str:
        return "".join(self.all(name)[:1])

    def all(self, name: str) -> list[str]:
        return [value.decode("utf-8", "replace") for value in self.request.body_arguments.get(name, [])]


def _done(desk: ShareDesk, typed: _Typed) -> str:
    """Do what a button says; return a message."""
    do = typed("do")
    if do in ("write", "bring") and typed("mark") != desk.mark:
        raise RecordError("Something else lies ready by now. Look again. Nothing was written.")
    return _BY_BUTTON.get(do, _clear)(desk, typed)


def _clear(desk: ShareDesk, _typed: _Typed) -> str:
    desk.clear()
    return ""


def _again(desk: ShareDesk, _typed: _Typed) -> str:
    desk.again()
    return ""


def _look(desk: ShareDesk, typed: _Typed) -> str:
    from good_on_paper.export.copy_choice import CopyChoice  # noqa: PLC0415 - as below

    also = [name.strip() for name in typed("also").split(",")]
    choice = CopyChoice(
        typed("whom").strip(),
        typed("whose").strip() or "Somebody",
        frozenset(typed.all("part")),
        years=bool(typed("years")),
        levels=bool(typed("levels")),
        text=bool(typed("text")),
        private=bool(typed("private")),
        also=tuple(dict.fromkeys(filter(None, (*also, desk.person)))),
    )
    desk.look(choice)
    return ""


def _read(desk: ShareDesk, typed: _Typed) -> str:
    sent, key = sent_file(typed.request), sent_key(typed.request)
    refuse_unopened(*sent, typed("passphrase"), key)
    return desk.read(*sent, typed("passphrase"), key)


def _lock(typed: _Typed) -> FileLock:
    from good_on_paper.app.share_desk import FileLock  # noqa: PLC0415 - as below

    return FileLock(typed("passphrase"), typed("again"), typed("to"), typed("label"))


def _bring(desk: ShareDesk, typed: _Typed) -> str:
    forks = desk.brought.forks if desk.brought else ()
    return desk.bring({fork.cell: typed(f"fork{number}") for number, fork in enumerate(forks)})


def _report(desk: ShareDesk, typed: _Typed) -> str:
    how = {name: bool(typed(name)) for name in ("letters", "private")}
    return desk.report(typed.all("part"), typed.all("chart"), typed("ending"), **how)


_BY_BUTTON: Final[Mapping[str, Callable[[ShareDesk, _Typed], str]]] = {
    "look": _look,
    "again": _again,
    "write": lambda desk, typed: desk.write(_lock(typed)),
    "give_back": lambda desk, typed: desk.give_back(typed("whose"), _lock(typed)),
    "read": _read,
    "bring": _bring,
    "take_back": lambda desk, _: desk.take_back(),
    "note": lambda desk, typed: desk.note(typed("note"), typed("by"), typed("about")),
    "report": _report,
    "open": lambda desk, _: desk.open(in_folder=False),
    "folder": lambda desk, _: desk.open(in_folder=True),
}


def _desk_for(folder: Path) -> ShareDesk:
    from good_on_paper.app.share_desk import ShareDesk  # noqa: PLC0415 - as above

    return ShareDesk(folder, kept(folder).name)
