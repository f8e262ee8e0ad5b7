"""A file or pasted lines into the record: look first, then import or not."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from good_on_paper.catalogue import load
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.file_form import LARGEST, FileForm
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.forms.preview_shown import shown_preview, shown_role
from good_on_paper.intake import Given, IntakeError, Preview, bring_in, read, read_text
from good_on_paper.intake.compare import compared
from good_on_paper.intake.preview_text import told_of
from good_on_paper.intake.put_right import put_right, say_same

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record


class BringIn(FileForm):
    """Import a JSON Resume, a table, or jobs pasted one per line; write nothing the person has not seen.

    Parameters
    ----------
    record : Record
        Where roles and ratings go.
    catalogue : Catalogue
        What can be asked.
    overlay : Path
        The person's own catalogue file; lines that only the file has are added to it.
    log_page : str, optional
        Name of the notebook that takes applications.
    """

    name: ClassVar[str] = "bring_in"
    _esm = module("preview_row", "preview", "bring_in", "bring_in_form", uses=("links",))
    _css = style("bring_in", "preview")

    def __init__(self, record: Record, catalogue: Catalogue, overlay: Path, *, log_page: str = "") -> None:
        super().__init__(record, catalogue, overlay)
        self._log_page = log_page
        self._look: tuple[str, Preview] | None = None
        self._found = Preview("", "", ())
        self._source: Message = {}
        self._given = Given()
        self._said: list[tuple[str, ...]] = []

    def page_state(self) -> Message:
        """Return where the person is: a file being looked at, a receipt, or nothing yet."""
        look = None if self._look is None else self._shown_look(*self._look)
        return {"cells": [], "look": look, "receipt": self._receipt, "largest": LARGEST}

    def own_message(self, message: Message) -> list[Message] | None:
        """Look at a file, import it, or put it away."""
        kind = message.get("type")
        try:
            if kind == "look":
                return [self._looked(message)]
            if kind == "bring_in":
                return [self._brought_in(message)]
            if kind in ("put_right", "same"):
                return [self._put_right(message, kind)]
            if kind == "scale":
                return [self._scaled(message)]
        except IntakeError as error:
            raise Refusal(_in_short(error) if kind == "put_right" else str(error)) from error
        if kind == "put_away":
            self._look = self._receipt = None
            self._source = {}
            return [self.ack(message, None)]
        return None

    def _looked(self, message: Message) -> Message:
        self._look = self._receipt = None
        self._given, self._said = Given(), []
        self._source = {key: message[key] for key in ("text", "file", "data") if key in message}
        self._found = self._read()
        return self._shown(message, self._found)

    def _read(self) -> Preview:
        if "text" in self._source:
            text = str(self._source["text"])
            preview = _beside(read_text(text, load(self._overlay)), text)
        else:
            data, name = bytes(self._source.get("data", b"")), str(self._source["file"])
            preview = read(data, name, load(self._overlay), given=self._given)
        return compared(preview, self._record)

    def _shown(self, message: Message, preview: Preview) -> Message:
        self._look = str(message["token"]), preview
        shown = {"type": "looked", "n": message.get("n"), "token": message["token"]}
        return shown | {"look": self._shown_look(*self._look)}

    def _shown_look(self, token: str, preview: Preview) -> Message:
        return shown_preview(token, preview) | {"page": self._log_page}

    def _at_hand(self, message: Message) -> Preview:
        if self._look is None or self._look[0] != message["look"]:
            raise Refusal("the file is no longer at hand; choose it again. Nothing was brought in.")
        return self._look[1]

    def _put_right(self, message: Message, kind: str) -> Message:
        """Apply one corrected fact, or one answer about the same job; return the roles that changed."""
        before = self._at_hand(message)
        correction = (kind, str(message["where"]), str(message.get("key", "")), str(message["text"]))
        stands = [other for other in self._said if other[:3] != correction[:3]]  # the latest counts
        preview = functools.reduce(_told, [*stands, correction], self._found)
        self._look = str(message["look"]), preview
        self._said = [*stands, correction]
        report = told_of(preview)
        pairs = zip(before.roles, preview.roles, strict=True)
        changed = [shown_role(new, report) for old, new in pairs if old != new or new.where == correction[1]]
        return {"type": "put_right", "n": message.get("n"), "token": message["token"], "roles": changed}

    def _scaled(self, message: Message) -> Message:
        """Read the file again with a scale, or steps of words, from the person."""
        self._at_hand(message)
        before, header = self._given, str(message["header"])
        if "steps" in message:
            steps = {str(word): int(step) for word, step in dict(message["steps"]).items()}
            self._given = replace(before, steps={**before.steps, header: steps})
        if "ends" in message:
            low, high = (int(end) for end in message["ends"])
            if not low < high:
                raise Refusal(f"a scale from {low} to {high} has no steps; write the lower end first.")
            self._given = replace(self._given, scales={**before.scales, header: (low, high)})
        try:
            preview = self._read()
        except IntakeError:
            self._given = before
            raise
        self._found = preview
        return self._shown(message, functools.reduce(_told, self._said, preview))

    def _brought_in(self, message: Message) -> Message:
        preview = self._at_hand(message).choose([str(place) for place in message["places"]])
        receipt = bring_in(preview, self._record, self._overlay)
        self._look, self._source = None, {}
        return self.received(message, receipt)


def _in_short(error: IntakeError) -> str:
    """Return what is wrong with one field, in the few words that fit below it."""
    problem = error.problem.partition(" (")[0]
    sentence = f"{problem[:1].upper()}{problem[1:]}."
    return f"{sentence} Try 2014 or March 2014." if "as a date" in problem else sentence


def _beside(preview: Preview, text: str) -> Preview:
    """Add the line that a job was read from, if the reader did not."""
    lines = {f"line {number}": line.strip() for number, line in enumerate(text.splitlines(), start=1)}
    roles = (replace(role, written=role.written or lines.get(role.where, "")) for role in preview.roles)
    return replace(preview, roles=tuple(roles))


def _told(preview: Preview, correction: tuple[str, ...]) -> Preview:
    """Return the preview with one correction by the person."""
    kind, where, key, text = correction
    return say_same(preview, where, text) if kind == "same" else put_right(preview, where, key, text)
