"""The column names of a table, and which part of the kit each column is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import NO_LINES, keys
from good_on_paper.intake.column_names import (
    FACT_NAMES,
    OVERALL_NAMES,
    PRIORITY,
    fact_named,
    header_words,
    is_in_words,
    weak_end,
)
from good_on_paper.intake.definitions import criterion_in
from good_on_paper.intake.plain_text import norm, norm_header
from good_on_paper.language import scale_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from good_on_paper.catalogue import Catalogue

_NAMES: Final = frozenset({"name", "role name", "label", "names", "nom", "nombre", "nome", "naam"})
_NUMBERS: Final = frozenset(
    {"rownames", "row names", "row name", "rowname", "index", "id", "role id", "unnamed 0", "case", "unit"}
    | {"nr", "no", "number", "row", "s no", "sr no", "sl no", "lfd nr", "n", "num", "numero", "nummer"}
)
OVERALL: Final = "overall"
_NEEDS_DATES: Final = ("period",)
_EITHER: Final = ("started", "ended")


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    number : int
        Its position, from 0.
    header : str
    part : str
        "fact" or "item" (`key` says which one), "outcome" (by its name, or because the person says so),
        "name" or "number" (may name the rows), "unknown", or "twice" (an earlier or better named column has
        the same part; `key` is its header).
    key : str
        Key of the fact or item; "overall" for an outcome to try on that scale first. A fact may also be
        "period", "section", "current", or part of a date ("started year").
    rank : tuple of int
        How exact the match is; the lowest is exact.
    verdict : bool
        Whether it rates how the job went, by its name or because the person says so.
    name : str
        The header without the scale it may contain.
    ends : tuple of int or None
        Both ends of the scale, if the header has them.
    turned : bool
        Whether the header says that the low end is the better one.
    group : str or None
        The list of criteria that the header names.
    """

    number: int
    header: str
    part: str
    key: str = ""
    rank: tuple[int, int] = (9, 0)
    verdict: bool = False
    name: str = ""
    ends: tuple[int, int] | None = None
    turned: bool = False
    group: str | None = None


def match_columns(
    header: Sequence[str],
    catalogue: Catalogue,
    *,
    outcome: str | None = None,
    dated: Callable[[int], bool] = lambda _number: True,
) -> list[Column]:
    """Return what each column is: by a line's key, a fact's usual names, a line's label, in this order.

    Parameters
    ----------
    header : sequence of str
    catalogue : Catalogue
    outcome : str, optional
        Header of the column that holds the main outcome, whatever its name.
    dated : callable, optional
        Whether the column of that number holds dates: if so, "finish" is an end date, else a line.

    Returns
    -------
    list of Column
        In the order of the header.
    """
    named = _Names(catalogue, header)
    columns = [
        named.match(number, text, main=text == outcome, dated=lambda number=number: dated(number))  # type: ignore[misc]
        for number, text in enumerate(header)
    ]
    claimed: dict[tuple[str, str], Column] = {}
    for column in sorted(columns, key=lambda column: (column.rank, column.header, column.number)):
        if column.header:
            claimed.setdefault(_claim(column), column)
    kinds = ("fact", keys.ROLE_KIND) in claimed
    return [_settled(column, claimed.get(_claim(column), column), kinds=kinds) for column in columns]


class _Names:
    """All names that can identify a column.

    Parameters
    ----------
    catalogue : Catalogue
    header : sequence of str
        The whole header: some words mean "start" only beside one that means "end".
    """

    def __init__(self, catalogue: Catalogue, header: Sequence[str]) -> None:
        items = [item for item in catalogue.items(hidden=True) if item.group not in NO_LINES]
        self._keys = {norm(item.key): item.key for item in items}
        self._labels = {norm(item.label): item.key for item in reversed(items)}
        facts = catalogue.items("fact", hidden=True)
        self._facts = {norm(text): item.key for item in facts for text in (item.label, item.key)}
        self._known = {fact_named(text) for text in header}
        self._ends = self._known | {weak_end(text) for text in header}

    def match(self, number: int, header: str, *, main: bool, dated: Callable[[], bool]) -> Column:
        group, called = criterion_in(header)
        scale = scale_in(called)
        name, words = norm_header(scale.name), header_words(scale.name)
        verdict = main or words in OVERALL_NAMES
        fact = "" if group else self._fact(header, norm_header(header), dated)
        if fact in _NEEDS_DATES and not dated():
            fact = ""
        if fact in _EITHER and name in self._keys and not dated():
            fact = ""  # a line has this name too, and the column has no dates
        known = name in self._keys and not fact
        place = -1 if is_in_words(header) else PRIORITY.get(words, len(PRIORITY))
        item, label = self._keys.get(name, ""), self._labels.get(name, "")
        base = Column(
            number, header, "unknown", name=scale.name, ends=scale.ends, turned=scale.turned, group=group
        )
        readings = (
            (known, replace(base, part="item", key=item, rank=(0, 0), verdict=verdict)),
            (main, replace(base, part="outcome", key=OVERALL, rank=(1, 0), verdict=verdict)),
            (bool(fact), replace(base, part="fact", key=fact, rank=(1, place))),
            (bool(label), replace(base, part="item", key=label, rank=(2, 0), verdict=verdict)),
            (
                verdict,
                replace(
                    base, part="outcome", key=OVERALL, rank=(3, OVERALL_NAMES.get(words, 0)), verdict=verdict
                ),
            ),
            (words in _NAMES, replace(base, part="name")),
            (words in _NUMBERS or (not name and number == 0), replace(base, part="number")),
        )
        return next((column for fits, column in readings if fits), base)

    def _fact(self, header: str, name: str, dated: Callable[[], bool]) -> str:
        if name in self._facts and header_words(header) not in FACT_NAMES:
            return self._facts[name]
        if fact := fact_named(header):
            return fact
        weak = weak_end(header)
        other = "ended" if weak == "started" else "started"
        alone = weak == "started" and not self._known & {"started", "period"} and dated()
        return weak if weak and (other in self._ends or alone) else ""


def _claim(column: Column) -> tuple[str, str]:
    """Return what a column claims to be; of two columns with the same claim only one can be it."""
    if column.part == "fact":
        return "fact", column.key
    return "item", column.key or norm_header(column.header) or column.header


def _settled(column: Column, winner: Column, *, kinds: bool) -> Column:
    if column is winner or not column.header:
        return column
    if column.part == "outcome" and norm_header(column.header) != norm_header(winner.header):
        return replace(column, key="")  # a second verdict is an outcome of its own
    if column.key == "section" and not kinds:
        return replace(column, key=keys.ROLE_KIND)  # "section" and "type" in one table
    return replace(column, part="twice", key=winner.header)
