"""Whose record the server shows, and how it changes to another's."""

from __future__ import annotations

import asyncio
import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast
from urllib.parse import quote

from good_on_paper.app.already_open import marked_open
from good_on_paper.app.known import told_to_the_page
from good_on_paper.app.people_html import ADDRESS
from good_on_paper.record.folder import RECORD_FILE
from good_on_paper.record.lock_keys import forget_keys, key_of, know
from good_on_paper.record.locking import unlock
from good_on_paper.record.people import kept, people

if TYPE_CHECKING:
    from types import TracebackType

    from jupyter_server.serverapp import ServerApp

    from good_on_paper.app.kernels import PageKernels
    from good_on_paper.app.share_desk import ShareDesk
    from good_on_paper.record.people import PersonHere


class Room:
    """The record that the server shows, and how it changes to another's.

    Parameters
    ----------
    server : ServerApp
        The kit's server.
    notebooks : Path
        The folder of the kit's pages.
    """

    def __init__(self, server: ServerApp, notebooks: Path) -> None:
        self._server, self._notebooks = server, notebooks
        self._mark = ExitStack()
        self.notice = ""
        self.began = Path(os.environ["GOOD_ON_PAPER_HOME"])
        self.shown: Path | None = self.began
        self.theirs: str | None = None
        self.desk: ShareDesk | None = None
        self.typed: dict[str, str] = {}

    def __enter__(self) -> Self:
        """Mark the record as open here."""
        if self.shown:
            self._mark.enter_context(marked_open(self.shown))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove that mark."""
        self._mark.close()

    def people(self) -> list[PersonHere]:
        """Return everybody here, and whose record the kit was started on, wherever that lies."""
        found = people()
        if any(one.folder == self.began for one in found):
            return found
        return [kept(self.began), *found]

    @property
    def pages(self) -> str:
        """The address of the pages of the shown record; empty if none is shown."""
        return f"{self._server.default_url}?reset" if self.shown else ""

    def address(self, title: str) -> str:
        """Return the address of a notebook of the kit, by its title."""
        return f"{self._server.default_url.rpartition('/')[0]}/{quote(title)}.ipynb"

    @property
    def _kernels(self) -> PageKernels:
        return cast("PageKernels", self._server.kernel_manager)

    async def close(self) -> None:
        """Close the record: end everything that has it open, and forget its key."""
        sessions = self._server.session_manager
        for session in await sessions.list_sessions():
            await sessions.delete_session(session["id"])
        self._kernels.closed, self._kernels.key = True, ""
        await self._kernels.let_go()
        forget_keys()
        self._mark.close()
        self.shown = self.desk = None
        self.typed = {}

    async def show(self, one: PersonHere, passphrase: str) -> None:
        """Show a person's record, and close the one shown before.

        Raises
        ------
        RecordError
            If it cannot be unlocked; the earlier one is still shown.
        """
        await asyncio.to_thread(unlock, one.folder, passphrase)
        key = key_of(one.folder / RECORD_FILE)
        await self.close()
        if key:
            know(key)
        os.environ["GOOD_ON_PAPER_HOME"] = str(one.folder)
        os.environ.pop("GOOD_ON_PAPER_PERSON", None)
        if one.name:
            os.environ["GOOD_ON_PAPER_PERSON"] = one.name
        for_page = told_to_the_page(self._notebooks, Path(self._server.root_dir), one.name, ADDRESS)
        self._server.web_app.settings["page_config_data"]["goodOnPaper"] = for_page
        self._kernels.take_key(one.folder)
        self._kernels.closed = False
        self._mark.enter_context(marked_open(one.folder))
        self.shown = one.folder
        self._server.io_loop.add_callback(self._kernels.warm)
