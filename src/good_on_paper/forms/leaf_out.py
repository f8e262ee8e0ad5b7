"""The output of a paper that a form makes: printed from the page, saved beside the record, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from good_on_paper.brief.errors import BriefError
from good_on_paper.export.desktop import open_file
from good_on_paper.export.saving import save_new
from good_on_paper.forms.form import Form, Message, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Paper = TypeVar("Paper")


class LeafOut(Generic[Paper]):
    """Print, save and open the papers of one form; open only what it has saved.

    Parameters
    ----------
    form : Form
        The form whose messages it answers.
    folder : Path
        Where the files go.
    writers : mapping
        The writer of each kind of file, by its ending.
    page : callable
        The writer of the page to print.
    """

    def __init__(
        self,
        form: Form,
        folder: Path,
        writers: Mapping[str, Callable[[Paper], bytes]],
        page: Callable[[Paper], bytes],
    ) -> None:
        self._form, self._folder = form, folder
        self._writers, self._page = writers, page
        self._saved: dict[str, Path] = {}

    def reply(
        self,
        message: Message,
        make: Callable[[], Paper],
        named: Callable[[Paper], str],
        out: Callable[[Paper], None] = lambda leaf: None,  # noqa: ARG005
    ) -> list[Message] | None:
        """Reply to ``print``, ``save`` and ``open``; return None for any other message.

        Parameters
        ----------
        message : dict
            ``format``: the ending of the saved file; ``file``, ``folder``: what to open.
        make : callable
            Makes the paper; if it would be empty, the page says so.
        named : callable
            Returns the name of its file.
        out : callable, optional
            Called with a paper that was printed or saved.
        """
        kind, ending = message.get("type"), str(message.get("format", ""))
        if kind == "open":
            if (file := self._saved.get(str(message.get("file")))) is None:
                raise Refusal("this page has saved no such file; save it again.")
            open_file(file, in_folder=bool(message.get("folder")))
            return [self._form.ack(message, None, said="")]
        if kind not in {"print", "save"}:
            return None
        if kind == "save" and ending not in self._writers:
            raise Refusal(f"{ending!r} cannot be written; expected one of {', '.join(self._writers)}.")
        try:
            leaf = make()
            if kind == "print":
                page = self._page(leaf).decode()
                out(leaf)
                return [self._form.ack(message, None, said="Ready to print.", html=page)]
            data = self._writers[ending](leaf)
        except BriefError as error:
            return [self._form.ack(message, None, said=str(error), told=str(error))]
        path = save_new(self._folder, named(leaf), ending, data)
        self._saved[str(path)] = path
        out(leaf)
        return [self._form.ack(message, None, said=f"Saved: {path}", path=str(path))]
