"""Finished pieces of a run in a folder, so that an interrupted run goes on where it stood."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from good_on_paper.many.careers import LEAN, Asked, LeanPiece

if TYPE_CHECKING:
    from good_on_paper.many.long_table import Piece


class Finished:
    """A folder with a file for each finished piece.

    The name of a file says from which rows, by which question and by which version we made it. So after a
    change in one of them, we do again only what is no longer true.

    Parameters
    ----------
    folder
        Made if it is not there.
    asked
        What is asked of each person.
    """

    def __init__(self, folder: str | Path, asked: Asked) -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        question = {**asdict(asked), "budget": str(asked.budget), "version": version("good-on-paper")}
        self.question = json.dumps(question, sort_keys=True).encode()

    def load(self, piece: Piece) -> LeanPiece | None:
        """Return the result of a piece; None if it is not there, or not whole."""
        try:
            kept = json.loads(self._path(piece).read_bytes())
            problems = {int(place): said for place, said in kept["problems"].items()}
            found = LeanPiece(kept["columns"], kept["lines"], problems)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        rows = sum(found.lines)
        whole = len(found.lines) == len(piece.people) and found.columns.keys() == LEAN.keys()
        return found if whole and all(len(one) == rows for one in found.columns.values()) else None

    def keep(self, piece: Piece, found: LeanPiece) -> None:
        """Write the result of a piece, all of it or nothing."""
        path = self._path(piece)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps(asdict(found), allow_nan=False), encoding="utf-8")
        unfinished.replace(path)

    def _path(self, piece: Piece) -> Path:
        digest = blake2b(self.question, digest_size=16)
        for names in (piece.people, piece.roles, piece.lines, sorted(piece.problems.items())):
            digest.update(json.dumps(names).encode() + b"\0")
        for rows in (piece.starts, piece.role, piece.line, piece.value):
            digest.update(rows.tobytes() + b"\0")
        return self.folder / f"{digest.hexdigest()}.json"
