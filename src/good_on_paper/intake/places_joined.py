"""Columns that hold a place in parts: "City" and "Country" are one place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import fact_named, header_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.sheet import Sheet

_REGIONS: Final = (
    "state, region, province, county, state province, bundesland, kanton, région, province, département, "
    "provincia, estado, uf, distrito, regione, provincie, regio"
)
_COUNTRIES: Final = (
    "country, country region, nation, land, staat, pays, país, paese, nazione, job country, work country"
)
_LIES_IN: Final = {
    header_words(name): at for at, names in enumerate((_REGIONS, _COUNTRIES)) for name in names.split(",")
}
"""The names of columns for what a town lies in; the higher number is the larger."""
_STATES: Final = frozenset(("state", "estado", "uf"))
"""Names that mean how far something is, too, unless a column "City" stands beside them."""
_TOWNS: Final = frozenset("city town ort stadt ville ciudad cidade citta stad localidad localidade".split())  # noqa: SIM905


def with_places_joined(sheet: Sheet) -> Sheet:
    """Write the town and what it lies in into one column.

    Examples
    --------
    >>> from good_on_paper.intake.sheet import Row, Sheet
    >>> rows = (Row(2, ("Cook", "Cork", "Ireland")), Row(3, ("Waiter", "Leeds", "")))
    >>> [row.cells for row in with_places_joined(Sheet("x.csv", "", ("Job", "City", "Country"), rows)).rows]
    [('Cook', 'Cork, Ireland'), ('Waiter', 'Leeds')]
    """
    towns = [at for at, name in enumerate(sheet.header) if fact_named(name) == "place"]
    named = [header_words(name) for name in sheet.header]
    sure = len(towns) == 1 and named[towns[0]] in _TOWNS
    wider = [at for at, name in enumerate(named) if name in _LIES_IN and (sure or name not in _STATES)]
    if len(towns) != 1 or not wider:
        return sheet
    order = [*towns, *sorted(wider, key=lambda at: _LIES_IN[named[at]])]
    rows = tuple(replace(row, cells=_joined(row.cells, order)) for row in sheet.rows)
    return replace(sheet, header=_without(sheet.header, wider), rows=rows)


def _joined(cells: tuple[str, ...], order: Sequence[int]) -> tuple[str, ...]:
    """Join the cells of a place, each said once, in the column of the town."""
    town, *wider = order
    named = " ".join(cells[town].split())
    for at in wider:
        part = " ".join(cells[at].split())
        if part and part.casefold() not in map(str.casefold, named.split(", ")):
            named = ", ".join(filter(None, (named, part)))
    return _without((*cells[:town], named, *cells[town + 1 :]), wider)


def _without(cells: tuple[str, ...], left: Sequence[int]) -> tuple[str, ...]:
    return tuple(cell for at, cell in enumerate(cells) if at not in left)
