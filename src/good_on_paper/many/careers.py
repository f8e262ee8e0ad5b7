"""What a worker does: the contrast of each person of a piece, whoever else is in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np
import pandas as pd

from good_on_paper.patterns.contrast import Contrast, contrast
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.evidence import WORDS, evidence
from good_on_paper.patterns.when import places_in_time
from good_on_paper.patterns.wide import without

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from fractions import Fraction

    from good_on_paper.many.long_table import Piece
    from good_on_paper.patterns.typed_columns import Kind

LEAN: Final[dict[str, Kind]] = {
    "line": "string",
    "n": "Int64",
    "tau": "Float64",
    "p_adjusted": "Float64",
    "p_in_time": "Float64",
    "family": "string",
    "word": "string",
    "rests_on": "string",
}
"""The columns of a lean result, and their kinds; `good_on_paper.patterns.Contrast` says what they are."""


@dataclass(frozen=True)
class Asked:
    """What we ask about each person; as for `good_on_paper.patterns.contrast`."""

    outcome: str
    budget: Fraction
    seed: int = 0
    guesses: tuple[str, ...] = ()
    key: Mapping[str, int] = field(default_factory=dict)
    kin: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    when: str | None = None
    scales: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    split: Literal["thirds", "median"] = "thirds"


@dataclass(frozen=True)
class LeanPiece:
    """The lean results of a piece, as plain lists that can be kept in a file.

    Attributes
    ----------
    columns : dict
        Column of `LEAN` to its values, person after person, line after line; None for a blank.
    lines : list of int
        How many lines each person has; 0 for one who failed.
    problems : dict
        Place of a person who failed to the reason.
    """

    columns: dict[str, list[Any]]
    lines: list[int]
    problems: dict[int, str]


def seed_of(person: Hashable, seed: int = 0) -> int:
    """Return the seed of one person's shuffles: by their own name, whoever else is in the table.

    Returns
    -------
    int
        From 0 to 2**64 - 1; the same for a name as a number and as text.

    Examples
    --------
    >>> seed_of("17") == seed_of(17), seed_of("17") == seed_of("18"), seed_of("17") == seed_of("17", seed=1)
    (True, False, False)
    """
    digest = blake2b(f"{seed}:{person}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def contrasts_of(asked: Asked, piece: Piece, attempt: int = 0) -> list[Contrast | PatternError]:
    """Return the contrast of each person of a piece, or why there is none.

    `attempt` only makes a new call out of one that was lost: a scheduler remembers that the first one failed.
    """
    del attempt
    found: list[Contrast | PatternError] = []
    for place in range(len(piece.people)):
        try:
            found.append(_contrast(_career(piece, place, asked), asked, piece.people[place]))
        except Exception as error:  # noqa: BLE001 - the others go on
            found.append(_told(error))
    return found


def lean_of(asked: Asked, piece: Piece, attempt: int = 0) -> LeanPiece:
    """Return what `contrasts_of` gives, without what only pictures need."""
    del attempt
    columns: dict[str, list[Any]] = {name: [] for name in LEAN}
    lines, problems = [], {}
    for place, person in enumerate(piece.people):
        found: dict[str, list[Any]] = {}
        try:
            found = _tested(_career(piece, place, asked), asked, person)
        except Exception as error:  # noqa: BLE001 - the others go on
            problems[place] = str(_told(error))
        lines.append(len(found.get("line", ())))
        for name, values in found.items():
            columns[name] += values
    return LeanPiece(columns, lines, problems)


def _career(piece: Piece, place: int, asked: Asked) -> pd.DataFrame:
    """Return one person's rows as a row per role and a column per line, both as they first appear."""
    if place in piece.problems:
        raise PatternError(piece.problems[place])
    rows = slice(piece.starts[place], piece.starts[place + 1])
    role, first, row = np.unique(piece.role[rows], return_index=True, return_inverse=True)
    line, column = np.unique(piece.line[rows], return_inverse=True)
    lines = [piece.lines[code] for code in line.tolist()]
    if asked.outcome not in lines:
        raise PatternError(f"no row has the line {asked.outcome!r}; expected one for each role: how it went")
    by_first = np.argsort(first)
    values = np.full((len(role), len(line)), np.nan)
    values[np.argsort(by_first)[row], column] = piece.value[rows]
    return pd.DataFrame(values, [piece.roles[code] for code in role[by_first].tolist()], lines, copy=False)


def _contrast(frame: pd.DataFrame, asked: Asked, person: str) -> Contrast:
    return contrast(
        frame,
        asked.outcome,
        [guess for guess in asked.guesses if guess in frame],
        {line: way for line, way in asked.key.items() if line in frame},
        seed=seed_of(person, asked.seed),
        scales={line: ends for line, ends in asked.scales.items() if line in frame},
        kin=[line for line in asked.kin if line in frame],
        budget=asked.budget,
        split=asked.split,
        when=asked.when if asked.when in frame else None,
        beside=[other for other in asked.beside if other in frame],
    )


def _tested(frame: pd.DataFrame, asked: Asked, person: str) -> dict[str, list[Any]]:
    """Return the columns of `LEAN` for one person, the strongest word first, then the strongest tau."""
    when = asked.when if asked.when in frame else None
    lines = without(frame, [asked.outcome, *asked.beside, *([] if when is None else [when])])
    went = frame[asked.outcome]
    earned = evidence(
        lines,
        went,
        guesses=asked.guesses,
        keyed=asked.key,
        kin=asked.kin,
        budget=asked.budget,
        seed=seed_of(person, asked.seed),
        when=None if when is None else places_in_time(frame, when, None, frame.index),
    ).columns
    both = lines.notna().to_numpy() & went.notna().to_numpy()[:, None]
    found = {"line": lines.columns.tolist(), "n": both.sum(axis=0).tolist()}
    found |= {name: earned[name] for name in LEAN if name in earned}

    def place(row: int) -> tuple[int, float, str]:
        tau = found["tau"][row]
        return -WORDS.index(found["word"][row]), -abs(tau) if tau == tau else 1, found["line"][row]  # noqa: PLR0124

    order = sorted(range(len(found["line"])), key=place)
    blanks = {name: [None if one != one else one for one in found[name]] for name in LEAN}  # noqa: PLR0124
    return {name: [values[row] for row in order] for name, values in blanks.items()}


def _told(error: Exception) -> PatternError:
    """Return what went wrong in the kit's words; for an error that nobody foresaw, with its kind."""
    return error if isinstance(error, PatternError) else PatternError(f"{type(error).__name__}: {error}")
