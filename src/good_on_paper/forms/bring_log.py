"""Applications and interviews from a table or a tracker's export: look first, then import or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.file_form import LARGEST, FileForm
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake import IntakeError
from good_on_paper.intake.log_file import read_log, read_log_text
from good_on_paper.study.bring_log import bring_log

if TYPE_CHECKING:
    from good_on_paper.intake.log_preview import LogEntry, LogPreview
    from good_on_paper.study.person import Person


class BringLog(FileForm):
    """Import applications or interviews from a table or a tracker; write nothing the person has not seen.

    Parameters
    ----------
    person : Person
        The owner of the log, where the answers go.
    """

    name: ClassVar[str] = "bring_log"
    _esm = module("bring_in", "bring_log")
    _css = style("bring_in", "preview")

    def __init__(self, person: Person) -> None:
        super().__init__(person.record, person.catalogue, person.overlay)
        self._look: tuple[str, LogPreview] | None = None

    def page_state(self) -> Message:
        """Return where the person is: a file being looked at, a receipt, or nothing yet."""
        look = None if self._look is None else _shown(*self._look)
        return {"cells": [], "look": look, "receipt": self._receipt, "largest": LARGEST}

    def own_message(self, message: Message) -> list[Message] | None:
        """Look at a file, import it, or put it away."""
        kind = message.get("type")
        try:
            if kind == "look":
                return [self._looked(message)]
            if kind == "bring_in":
                return [self._brought_in(message)]
        except IntakeError as error:
            raise Refusal(str(error)) from error
        if kind == "put_away":
            self._look = self._receipt = None
            return [self.ack(message, None)]
        return None

    def _looked(self, message: Message) -> Message:
        self._look = self._receipt = None
        if "text" in message:
            preview = read_log_text(str(message["text"]))
        else:
            preview = read_log(bytes(message.get("data", b"")), str(message["file"]))
        self._look = str(message["token"]), preview
        shown = {"type": "looked", "n": message.get("n"), "token": message["token"]}
        return shown | {"look": _shown(*self._look)}

    def _brought_in(self, message: Message) -> Message:
        if self._look is None or self._look[0] != message["look"]:
            raise Refusal("the file is no longer at hand; choose it again. Nothing was brought in.")
        preview = self._look[1].choose([str(place) for place in message["places"]])
        receipt = bring_log(preview, Snapshot(self._record, fixed=self._catalogue))
        self._look = None
        return self.received(message, receipt)


def _shown(token: str, preview: LogPreview) -> dict[str, Any]:
    """Return a preview as the page reads it."""
    return {
        "token": token,
        "file": preview.file,
        "pasted": preview.file == "pasted rows",
        "found": preview.found(),
        "entries": [_entry(entry) for entry in preview.entries],
        "recognised": [{"where": part.where, "label": part.label} for part in preview.recognised],
        "skipped": [str(part) for part in preview.skipped],
        "notes": list(preview.notes),
        "received": [],
    }


def _entry(entry: LogEntry) -> dict[str, Any]:
    return {
        "where": entry.where,
        "kind": entry.kind,
        "name": entry.name,
        "when": entry.when,
        "ended": entry.ended,
        "guess": f"chance of a yes: {entry.chance.of} of 100" if entry.chance else "",
        "written": entry.written,
        "taken": entry.taken,
        "why": entry.why,
    }
