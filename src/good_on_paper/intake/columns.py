"""What the columns of a table are called, and which part of the kit each one is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import NO_LINES
from good_on_paper.intake.words import norm, norm_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.catalogue import Catalogue

_FACTS: Final = {
    "title": "title, job title, position, position title, role, role title, job, occupation, designation, "
    "profession, stelle, poste, puesto",
    "employer": "employer, company, company name, organization, organisation, organization name, firm, "
    "institution, business, client, workplace, arbeitgeber, firma, entreprise, empresa",
    "started": "started, started on, start, start date, date started, from, begin, began, since, von, seit, "
    "beginn, début, desde, inicio",
    "ended": "ended, ended on, finished, finished on, end, end date, date ended, to, until, till, left, bis, "
    "ende, fin, hasta",
    "role_kind": "role kind, kind, kind of role, type, job type, role type, employment type, contract type",
    "place": "place, location, city, town, where, ort, lieu, lugar",
    "summary": "summary, description, notes, note, what i did, responsibilities, beschreibung",
    "boss_word": "boss word, word for the boss",
}
_FACT_NAMES: Final = {norm(alias): key for key, aliases in _FACTS.items() for alias in aliases.split(",")}
_NAMES: Final = frozenset({"name", "role name", "label", "names"})
_NUMBERS: Final = frozenset(
    {"rownames", "row names", "row name", "rowname", "index", "id", "role id", "unnamed 0", "case", "unit"}
    | {"nr", "no", "number", "row"}
)
_OUTCOMES: Final = frozenset(
    {"overall", "overall rating", "rating", "success", "how it went", "score", "overall score", "outcome"}
    | {"satisfaction", "overall satisfaction", "job satisfaction"}
)
OVERALL: Final = "overall"


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    number : int
        Its place, from 0.
    header : str
    part : str
        "fact" or "item" (then `key` says which), "outcome" (by its name, or because the person says so),
        "name" or "number" (may name the rows), "unknown", or "twice" (an earlier or better named column
        is this already; `key` is its header).
    key : str
        Of the fact or item; "overall" for the outcome to be tried on that scale first.
    rank : int
        How exact the match is; 0 is exact.
    verdict : bool
        Whether it says how it went, by its name or because the person says so.
    """

    number: int
    header: str
    part: str
    key: str = ""
    rank: int = 9
    verdict: bool = False


def fact_named(name: str) -> str:
    """Return the fact of a job that a column of this name, made comparable, holds; nothing for another."""
    return _FACT_NAMES.get(name, "")


def match_columns(header: Sequence[str], catalogue: Catalogue, *, outcome: str | None = None) -> list[Column]:
    """Tell what each column is: by a line's key, a fact's usual names, a line's label, in this order.

    Parameters
    ----------
    header : sequence of str
    catalogue : Catalogue
    outcome : str, optional
        Header of the column that is the main outcome, whatever it is called.

    Returns
    -------
    list of Column
        In the order of the header.
    """
    items = [item for item in catalogue.items(hidden=True) if item.group not in NO_LINES]
    keys = {norm(item.key): item.key for item in items}
    labels = {norm(item.label): item.key for item in reversed(items)}
    columns = [_match(number, text, keys, labels, main=text == outcome) for number, text in enumerate(header)]
    claimed: dict[tuple[str, str], Column] = {}
    for column in sorted(columns, key=lambda column: (column.rank, column.number)):
        if column.header:
            claimed.setdefault(_claim(column), column)
    return [_settled(column, claimed.get(_claim(column), column)) for column in columns]


def _match(number: int, header: str, keys: dict[str, str], labels: dict[str, str], *, main: bool) -> Column:
    name = norm_header(header)
    verdict = main or name in _OUTCOMES
    readings = (
        (name in keys, Column(number, header, "item", keys.get(name, ""), 0, verdict)),
        (main, Column(number, header, "outcome", OVERALL, 1, verdict)),
        (name in _FACT_NAMES, Column(number, header, "fact", _FACT_NAMES.get(name, ""), 1)),
        (name in labels, Column(number, header, "item", labels.get(name, ""), 2, verdict)),
        (verdict, Column(number, header, "outcome", OVERALL, 3, verdict)),
        (name in _NAMES, Column(number, header, "name")),
        (name in _NUMBERS or (not name and number == 0), Column(number, header, "number")),
    )
    return next((column for fits, column in readings if fits), Column(number, header, "unknown"))


def _claim(column: Column) -> tuple[str, str]:
    """Say what a column claims to be; two with the same claim cannot both be it."""
    if column.part == "fact":
        return "fact", column.key
    return "item", column.key or norm_header(column.header) or column.header


def _settled(column: Column, winner: Column) -> Column:
    if column is winner or not column.header:
        return column
    if column.part == "outcome" and norm_header(column.header) != norm_header(winner.header):
        return replace(column, key="")  # a second verdict is an outcome of its own
    return replace(column, part="twice", key=winner.header)
