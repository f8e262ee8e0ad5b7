"""The place in the columns of a table: "City" and "Country" are one, "Acme, Hull" has an employer too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import WHERE, fact_named, header_words
from good_on_paper.intake.head_names import employer_and_place
from good_on_paper.intake.towns import is_known_place

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
_SEVERAL: Final = 2
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


def with_places_apart(sheet: Sheet) -> Sheet:
    """Part the employers of a table from their towns if most cells have both and no column has the place.

    Examples
    --------
    >>> from good_on_paper.intake.sheet import Row, Sheet
    >>> rows = (Row(2, ("Cook", "Harbour Bar, Hull")), Row(3, ("Waiter", "Bell Hotel, Leeds")))
    >>> with_places_apart(Sheet("x.csv", "", ("Role", "Where"), rows)).rows[0].cells
    ('Cook', 'Harbour Bar', 'Hull')
    """
    facts = [fact_named(name) for name in sheet.header]
    where = [at for at, name in enumerate(sheet.header) if header_words(name) in WHERE]
    at = facts.index("employer") if facts.count("employer") == 1 else where[0] if len(where) == 1 else None
    placed = [fact for place, fact in enumerate(facts) if fact == "place" and place != at]
    if at is None or placed or (at in where and "employer" in facts):
        return sheet
    parts = [employer_and_place(row.cells[at]) for row in sheet.rows]
    towns = [town for house, town in parts if house and is_known_place(town)]
    if len(towns) < _SEVERAL or 2 * len(towns) <= len(parts):
        return sheet
    header = (*sheet.header[:at], "Employer", "Place", *sheet.header[at + 1 :])
    rows = tuple(
        replace(row, cells=(*row.cells[:at], *part, *row.cells[at + 1 :]))
        for row, part in zip(sheet.rows, parts, strict=True)
    )
    note = f"Column {sheet.header[at]!r} is read as the employer and its place."
    return replace(sheet, header=header, rows=rows, notes=(*sheet.notes, note))


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
