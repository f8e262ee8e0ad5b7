"""The same contrast over every person of a long table, one after another, on as many workers as there are."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Collection, Generator, Hashable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing
from functools import partial
from itertools import chain
from threading import Thread
from typing import TYPE_CHECKING, Final, Literal

import pandas as pd

from good_on_paper.many.careers import LEAN, Asked, LeanPiece, contrasts_of, lean_of
from good_on_paper.many.finished import Finished
from good_on_paper.many.in_order import InThisProcess, in_order
from good_on_paper.many.long_file import Columns
from good_on_paper.many.long_table import LongTable, read
from good_on_paper.patterns.budgets import look_budget
from good_on_paper.patterns.contrast import Contrast
from good_on_paper.patterns.ends import Scales, ends_of
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.split import MEDIAN, THIRDS
from good_on_paper.patterns.typed_columns import typed
from good_on_paper.patterns.wide import bounds, by_text, known, names

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

Found = Contrast | pd.DataFrame | PatternError
"""A lean result is a frame; an error says why there is none."""
Made = Callable[[], Executor]

AHEAD: Final = 64
"""So many pieces go out before the first comes back: at least two for each of 32 workers."""


class EachContrast(Iterator[tuple[Hashable, Found]]):
    """What `contrast_each` gives: each person and what was found, in the order of the people.

    Attributes
    ----------
    budget : fractions.Fraction
        What the report of each person may spend on false words.

    Notes
    -----
    ``len()`` is the number of all people, so that a bar knows how far it is: ``tqdm(contrast_each(...))``.

    Examples
    --------
    >>> rows = [("ann", "A", "overall", 7), ("ann", "B", "overall", 2)]
    >>> long = pd.DataFrame(rows, columns=["person", "role", "line", "value"])
    >>> each = contrast_each(long)
    >>> len(each), [person for person, _ in each]
    (1, ['ann'])
    """

    def __init__(
        self, people: list[Hashable], budget: Fraction, pieces: Generator[Sequence[Found], None, None]
    ) -> None:
        self.budget = budget
        self._people, self._found = len(people), _each(people, pieces)

    def __len__(self) -> int:
        """Count all people, also those already taken."""
        return self._people

    def __next__(self) -> tuple[Hashable, Found]:
        """Return the next person and their result."""
        return next(self._found)

    def close(self) -> None:
        """Stop, and leave what is not done yet."""
        self._found.close()


def contrast_each(  # noqa: PLR0917 - the four columns and the outcome, in the order of the table
    long: pd.DataFrame | str | Path,
    by: str = "person",
    role: str = "role",
    line: str = "line",
    value: str = "value",
    outcome: str = "overall",
    *,
    lean: bool = False,
    executor: Made | None = None,
    chunk: int = 50,
    folder: str | Path | None = None,
    guesses: Collection[str] = (),
    key: Mapping[str, int] | None = None,
    kin: Collection[str] = (),
    beside: Collection[str] = (),
    when: str | None = None,
    scales: Scales | None = None,
    split: Literal["thirds", "median"] = "thirds",
    budget: Fraction | None = None,
    seed: int = 0,
) -> EachContrast:
    """Contrast every person of a long table, each by themselves, in the order of the table.

    Each result is what `good_on_paper.patterns.contrast` gives for that person's roles. It depends neither on
    who else is in the table, nor on the order of the work, nor on who does it. Over many people chance alone
    gives many words: see `good_on_paper.many.over_all`.

    Parameters
    ----------
    long
        A row for each person, role and line: a frame, or the path of a CSV file (with the extra ``many`` also
        of a Parquet file). People, roles and lines are names; an empty value is a blank.
    by, role, line, value
        What its columns are called.
    outcome
        The line that says how each role went; more is better.
    lean
        Leave out what only pictures need: the result is a frame with the columns of `LEAN`, which are those
        of `Contrast.frame`.
    executor
        Makes anything with the interface of `concurrent.futures.Executor`. By default processes of this
        computer, one for each core. For a cluster: ``distributed.Client(address).get_executor``, or ``lambda:
        ipyparallel_client.load_balanced_view().executor``; its workers need the same kit installed. We do
        again what a lost worker had.
    chunk
        So many people go to a worker together.
    folder
        Keeps finished pieces, with `lean` only: the same call with the same folder goes on where an
        interrupted one stood.
    guesses, key, kin, beside, split, budget
        As for `contrast`, the same for everybody; a person who lacks one of these lines is asked about the
        others.
    when
        The line whose values are dates, years or other numbers in time. Without it a line and an outcome that
        both drift over the years are taken for a finding far too often.
    scales
        As for `contrast`. A line without them runs from 1 to 7, or, if a value of anybody lies outside that,
        from the smallest to the largest value of all people.
    seed
        For the shuffles, together with the name of each person: see `good_on_paper.many.seed_of`.

    Returns
    -------
    EachContrast
        An iterator of a person and a `Contrast`, or a frame with `lean`. For a person whose rows cannot be
        used it is the `PatternError` that names the row; the others go on. Rows without a person come under
        the name "".

    Raises
    ------
    PatternError
        The table as a whole cannot be used, or an argument names no line.
    LostError
        While it runs: workers were lost again and again.

    Notes
    -----
    In a script of your own call it below ``if __name__ == "__main__":``, as everything that starts processes.

    Examples
    --------
    >>> rows = [
    ...     (person, job, line, number)
    ...     for person in ("ann", "bob")
    ...     for job, went in zip("ABCDE", (7, 6, 4, 2, 1))
    ...     for line, number in (("overall", went), ("pace", 8 - went if person == "ann" else 4))
    ... ]
    >>> long = pd.DataFrame(rows, columns=["person", "role", "line", "value"])
    >>> for person, found in contrast_each(long, lean=True):
    ...     print(person, found["word"].tolist(), found["tau"].tolist())
    ann ['worth asking about'] [-1.0]
    bob ['could easily be chance'] [<NA>]
    """
    if not isinstance(chunk, int) or chunk < 1:
        raise PatternError(f"chunk={chunk!r}; expected how many people go to a worker together, as 50")
    if folder is not None and not lean:
        raise PatternError("folder= keeps lean results only; expected lean=True beside it, or no folder")
    others = tuple(names(beside, "beside"))
    table = read(
        long, Columns(by, role, line, value), when=when, scales=scales, without_scale=(outcome, *others)
    )
    asked = Asked(
        outcome,
        look_budget() if budget is None else budget,
        seed,
        tuple(names(guesses, "guesses")),
        by_text(key),
        tuple(names(kin, "kin")),
        others,
        when,
        {} if lean else _ends(table, scales),
        split,
    )
    _check(asked, table.lines)
    places = range(0, len(table.people), chunk)
    pieces = (table.piece(first, min(first + chunk, len(table.people))) for first in places)
    here = executor is None and (len(places) == 1 or _cores() == 1)
    make, ahead = (InThisProcess, 1) if here else (executor or processes, AHEAD)
    if lean:
        kept = None if folder is None else Finished(folder, asked)
        pieces_done = _framed(in_order(partial(lean_of, asked), pieces, make, ahead, kept))
    else:
        pieces_done = in_order(partial(contrasts_of, asked), pieces, make, ahead)
    return EachContrast(table.people, asked.budget, pieces_done)


def processes() -> ProcessPoolExecutor:
    """Return a process for each core of this computer.

    Returns
    -------
    concurrent.futures.ProcessPoolExecutor
        A pool; leaving its ``with`` block ends the processes.

    Examples
    --------
    >>> with processes() as pool:
    ...     type(pool).__name__
    'ProcessPoolExecutor'
    """
    fresh = multiprocessing.get_context("spawn")  # a copy of this process could copy a lock that is held
    return ProcessPoolExecutor(_cores(), mp_context=fresh, initializer=_belong)


def _cores() -> int:
    """Count the cores that we may use; Windows waits for 61 processes at most."""
    ours = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(ours, 61)


def _belong() -> None:
    """Leave Ctrl+C to the process that started this one, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # else it would wait for work for ever


def _each(
    people: list[Hashable], pieces: Generator[Sequence[Found], None, None]
) -> Generator[tuple[Hashable, Found], None, None]:
    with closing(pieces):
        yield from zip(people, chain.from_iterable(pieces), strict=True)


def _framed(pieces: Generator[LeanPiece, None, None]) -> Generator[Sequence[Found], None, None]:
    with closing(pieces):
        yield from map(_frames, pieces)


def _frames(piece: LeanPiece) -> list[Found]:
    """Return a frame for each person of a piece, or why there is none."""
    found: list[Found] = []
    start = 0
    for place, lines in enumerate(piece.lines):
        if place in piece.problems:
            found.append(PatternError(piece.problems[place]))
            continue
        rows = slice(start, start + lines)
        columns = {name: typed(piece.columns[name][rows], kind) for name, kind in LEAN.items()}
        found.append(pd.DataFrame(columns, copy=False))
        start += lines
    return found


def _ends(table: LongTable, scales: Scales | None) -> dict[str, tuple[float, float]]:
    """Return both ends of the scale of each line: as given, else the same ones for all people."""
    given = ends_of(scales, table.lines)
    others = table.ends().drop(columns=list(given), errors="ignore")
    return given | dict(zip(others.columns, bounds(others, None), strict=True))


def _check(asked: Asked, lines: list[str]) -> None:
    """Refuse what names no line of the table."""
    for argument, asked_for in {
        "outcome": (asked.outcome,),
        "when": () if asked.when is None else (asked.when,),
        "guesses": asked.guesses,
        "beside": asked.beside,
        "key": asked.key,
        "kin": asked.kin,
    }.items():
        known(asked_for, lines, argument, "line")
    if asked.split not in (THIRDS, MEDIAN):
        raise PatternError(f'split={asked.split!r}; expected "thirds" or "median", the same for everybody')
    for name, way in asked.key.items():
        if way not in (-1, 0, 1):
            raise PatternError(
                f"key[{name!r}] is {way!r}; expected 1 (more is nicer), -1 (harder) or 0 (neither)"
            )
