"""Looks: what was asked before how it went was seen, and each dated time it was seen since.

A look is an answer on the person: which cells stood when the person asked to be shown. The first freezes
the guesses and the outcomes; more lines or roles make a new one, which can spend little (see
`good_on_paper.patterns.look_budget`). A look at so few roles that no line could be told from shuffles costs
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper import frames, patterns
from good_on_paper.frames.guesses import GUESSES, LOOK, given
from good_on_paper.record import FIRST_SIGHT, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from good_on_paper.kit.me import Me

SECOND, WANTED = "second_outcome", "wanted"
FOR_RECIPES = Fraction(1, 20)
"""The recipes' part of what a look may spend; the lines have the rest."""
LAST_TO_PAY = 8  # a later one could spend less than the least share that 20,000 shuffles can show
_EVIDENCE = ("tau", "p_adjusted", "p_adjusted_centred", "as_neat", "among", "shuffles", "word", "rests_on")


@dataclass(frozen=True)
class Look:
    """One dated look.

    Attributes
    ----------
    given : datetime
        When.
    seq : int
        The record as it stood after that many answers was looked at; the look itself is the answer `taken`.
    lines, roles : tuple of str
        Keys of the lines and ids of the roles that were rated then.
    outcomes : tuple of str
        Declared by then, the main one first.
    """

    given: datetime
    taken: int
    seq: int
    lines: tuple[str, ...]
    roles: tuple[str, ...]
    outcomes: tuple[str, ...]

    @property
    def day(self) -> str:
        """The day in words: "22 November 2026"."""
        return f"{self.given.day} {self.given:%B %Y}"


def looks(mine: Me) -> list[Look]:
    """Return the looks so far, oldest first."""
    return [
        Look(
            answer.given,
            answer.seq,
            answer.value["seq"],
            tuple(answer.value["lines"]),
            tuple(answer.value["roles"]),
            tuple(answer.value["outcomes"]),
        )
        for answer in given(mine.record, LOOK, as_of=mine.moment)
    ]


def guess(mine: Me, lines: Iterable[str]) -> list[str]:
    """Write down which lines the person expects to go with how it went.

    Raises
    ------
    RecordError
        After the first look, or for more than five.
    CatalogueError
        There is no such line.
    """
    if isinstance(lines, str):
        raise RecordError(f"guess({lines!r}) is a word; expected a list of lines: guess([{lines!r}])")
    chosen = frames.checked_guesses(mine.record, mine.catalogue, lines)
    sitting = mine.record.sitting("guesses")
    mine.record.answer(mine.record.person, GUESSES, chosen, sitting=sitting)
    return chosen


def outcomes(mine: Me) -> tuple[str, ...]:
    """Return the declared outcomes, the main one first; after the first look as they stood then."""
    taken = looks(mine)
    if taken:
        return taken[0].outcomes
    second = [answer.value for answer in given(mine.record, SECOND, as_of=mine.moment) if answer.value]
    return tuple(dict.fromkeys([mine.primary_outcome, *second[-1:]]))


def wanted(mine: Me) -> dict[str, float]:
    """Return the levels wanted, declared before the first look, a line its last one."""
    first = next(iter(given(mine.record, LOOK, as_of=mine.moment)), None)
    levels: dict[str, float] = {}
    for answer in given(mine.record, WANTED, as_of=mine.moment):
        if first is None or answer.seq < first.seq:
            levels |= answer.value
    return levels


def want(mine: Me, line: str, level: float) -> dict[str, float]:
    """Write down the level wanted on a line.

    Raises
    ------
    RecordError
        After the first look, or for a level off the line's scale.
    CatalogueError
        There is no such line.
    """
    if since := frames.frozen(mine.record):
        raise RecordError(
            f"The wanted levels were frozen at the first look, on {since:%Y-%m-%d}: whoever tries several "
            "levels after looking finds one."
        )
    scale = mine.catalogue.item(line).scale
    if level not in scale:
        raise RecordError(f"want({line!r}, {level!r}); expected a level from {scale.min} to {scale.max}")
    mine.record.answer(mine.record.person, WANTED, {line: level}, sitting=mine.record.sitting("guesses"))
    return wanted(mine)


@dataclass(frozen=True)
class Waiting:
    """What a look would show that none has shown yet.

    Attributes
    ----------
    roles, lines : int
        Rated, all of them.
    more_roles, more_lines : int
        Of these, not rated yet at the last look; all of them before the first.
    """

    roles: int
    lines: int
    more_roles: int
    more_lines: int


def waiting(mine: Me) -> Waiting | None:
    """Return what waits for a look; None when nothing does: a cell rated anew waits for none."""
    outcome = outcomes(mine)[0]
    cells = _cells(mine, mine.record.newest, outcome)
    last = looks(mine)[-1:]
    seen = _cells(mine, last[0].seq, outcome) if last else set()
    if cells <= seen:
        return None
    roles, lines = ({cell[part] for cell in cells} for part in (0, 1))
    before = last[0] if last else None
    return Waiting(
        len(roles),
        len(lines),
        len(roles.difference(before.roles if before else ())),
        len(lines.difference(before.lines if before else ())),
    )


def take(mine: Me) -> None:
    """Store a look when cells stand that none has seen; never in the past."""
    if mine.moment is not None or mine.waiting is None:
        return
    declared = outcomes(mine)
    newest = mine.record.newest
    cells = _cells(mine, newest, declared[0])
    value = {
        "seq": newest,
        "lines": sorted({line for _, line in cells}),
        "roles": sorted({role for role, _ in cells}),
        "outcomes": list(declared),
    }
    mine.record.answer(mine.record.person, LOOK, value, sitting=mine.record.sitting("look"))


def seen(mine: Me) -> Me | None:
    """Return the record as the last look showed it, or as it is if nothing waits; None before the first."""
    taken = looks(mine)
    if not taken:
        return None
    return mine if mine.waiting is None else mine.as_of(taken[-1].taken)


def report(mine: Me, *, include_private: bool = False) -> patterns.Contrast:
    """Return the contrast of now with the words that the looks so far have earned.

    Each look spends its own part of the budget on what stood then; a line keeps the strongest word it was
    given, but never more than what stands now would get at a first look. So a switch, a correction or a role
    taken off the list can lower a word and not raise it. To the columns of the contrast comes ``look``: which
    one the figures are of, 1 for the first, NA where none told anything. What is private is always counted
    among the lines looked at, and shown when asked for.
    """
    declared, guessed = outcomes(mine), mine.guesses
    outcome, first = mine.primary_outcome, _spend(1, declared)
    now = _contrast(mine, guessed, first)
    words = patterns.WORDS.index
    best: dict[str, dict[str, Any]] = {}
    number = 1
    taken = looks(mine)
    for place, look in enumerate(taken, start=1):
        nothing_since = mine.moment is None and mine.record.newest - look.seq == len(taken) - place + 1
        then = mine if nothing_since else type(mine)(mine.record, look.seq)
        if number > LAST_TO_PAY or outcome not in then.lines():
            continue
        budget = _spend(number, declared)
        seen = now if then is mine and budget == first else _contrast(then, guessed, budget)
        number += int(seen.frame["word"].ne(patterns.TOO_FEW).any())
        for row in seen.frame.to_dict("records"):
            before = best.get(row["line"])
            if before is None or words(str(row["word"])) >= words(str(before["word"])):
                best[row["line"]] = {**{column: row[column] for column in _EVIDENCE}, "look": place}
    lines = mine.lines(include_private=include_private).columns
    rows = [_earned(row, best.get(str(row["line"]))) for row in now.frame.to_dict("records")]
    if outcome not in declared:
        rows = [{**row, "word": min(str(row["word"]), patterns.SHUFFLE, key=words)} for row in rows]
    kinds = now.frame.dtypes.to_dict() | {"look": "Int64"}
    table = pd.DataFrame(rows, columns=list(kinds)).astype(kinds)
    table = patterns.in_order(table[table["line"].isin(lines)])
    return replace(now, frame=table, wide=now.wide[list(lines)])


def _spend(number: int, declared: Sequence[str]) -> Fraction:
    return patterns.look_budget(number, len(declared)) * (1 - FOR_RECIPES)


def _earned(row: Mapping[Any, Any], best: Mapping[Any, Any] | None) -> dict[Any, Any]:
    """Give a line of now the figures that earned its word, unless what stands now is worth less."""
    words = patterns.WORDS.index
    if best is None:
        return {**row, "word": min(row["word"], patterns.SHUFFLE, key=words), "look": pd.NA}
    return {**row, **best} if words(best["word"]) <= words(row["word"]) else {**row, "look": best["look"]}


def _contrast(mine: Me, guessed: Sequence[str], budget: Fraction) -> patterns.Contrast:
    rated = mine.lines(include_private=True)
    items = {item.key: item for item in mine.catalogue.items(hidden=True)}
    return patterns.contrast(
        rated,
        outcome=mine.primary_outcome,
        guesses=[line for line in guessed if line in rated],
        key={line: items[line].keyed for line in rated.columns},
        scales=mine.scales(),
        kin=items[mine.primary_outcome].kin,
        budget=budget,
    )


def _cells(mine: Me, moment: int, outcome: str) -> set[tuple[str, str]]:
    """Return which roles that have the outcome were rated on which lines."""
    keys = [item.key for item in mine.catalogue.items("circumstance", hidden=True)]
    standing = mine.record.current(items=[*keys, outcome], as_of=moment, unseen=FIRST_SIGHT)
    there = {cell for cell, answer in standing.items() if answer.state == "value"}
    listed = {unit.id for unit in mine.record.units("role", as_of=moment)}
    return {
        (role, line)
        for role, line in there
        if line != outcome and role in listed and (role, outcome) in there
    }
