"""Employers with a list of roles each, in a résumé as JSON: by the names of fields or by their shape."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.intake import limits
from good_on_paper.intake.column_names import fact_named, weak_end
from good_on_paper.intake.plain_text import norm_header

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EMPLOYERS: Final = (
    "name",
    "company",
    "employer",
    "organization",
    "organisation",
    "companyName",
    "company_name",
    "employerName",
    "client",
)
"""Names of the field that holds an employer, the likeliest first."""
_NESTED: Final = ("positions", "roles")
_PLACES: Final = ("location", "place", "city")
_SITES: Final = ("site", "campus", "branch", "standort", "filiale", "sede", "site name", "vestiging")
_TIMES: Final = ("started", "ended", "period")
_WHOLE: Final = 2
_FIELDS: Final = 100
"""How many fields of an entry are looked at."""
_A_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_ADDRESS: Final = re.compile(r"://|^www\.|\.\w{2,6}(?:/|$)")
_DEEP: Final = 4


def nested_in(entry: Any) -> str:  # noqa: ANN401 - whatever a file holds
    """Return the field of an employer that holds a list of roles; empty if there is none.

    Examples
    --------
    >>> nested_in({"firm": "Acme", "held": [{"jobTitle": "Cook", "from": "2014"}]})
    'held'
    """
    if not isinstance(entry, dict):
        return ""
    lists = [name for name in entry if _holds_objects(entry[name])]
    if named := next((name for name in _NESTED if name in lists), ""):
        return named
    own = facts_of(entry)
    if "title" in own.values() or "employer" not in {*own.values(), *map(_as_employer, entry)}:
        return ""
    return next((name for name in lists if _are_roles(entry[name])), "")


def shared_by(entry: Mapping[str, Any], nested: str) -> dict[str, Any]:
    """Return the fields of an employer that count for each of its roles: its name and where it is."""
    facts = facts_of(entry)
    shared = {
        name: value
        for name, value in entry.items()
        if name != nested and (name in (*EMPLOYERS, *_PLACES) or facts.get(name) in ("employer", "place"))
    }
    site = next((name for name in entry if norm_header(name) in _SITES), "")
    value = entry.get(site)
    if site and not set(shared) & set(_PLACES) and isinstance(value, str) and not _ADDRESS.search(value):
        shared["place"] = value
    return shared


def left_of(entry: Any) -> list[str]:  # noqa: ANN401 - whatever a file holds
    """Return the fields of an employer that none of its roles gets."""
    nested = nested_in(entry)
    if not nested:
        return []
    shared = shared_by(entry, nested)
    site = shared.get("place") if "place" not in entry else None
    return [
        name
        for name, value in entry.items()
        if value and name != nested and name not in shared and not (site and value == site)
    ]


def facts_of(entry: Mapping[str, Any]) -> dict[str, str]:
    """Return the fact of a job that each field of an entry means by its name."""
    named = {name: fact_named(norm_header(name)) or weak_end(name) for name in list(entry)[:_FIELDS]}
    return {name: fact for name, fact in named.items() if fact}


def dated_lists(document: Any, where: str = "", depth: int = 0) -> Iterator[tuple[str, int]]:  # noqa: ANN401
    """Yield each list of objects of which most hold a year: its position, and how many it has."""
    if depth > _DEEP or not isinstance(document, dict):
        return
    for name, value in list(document.items())[:_FIELDS]:
        place = f"{where}{name}"
        if _holds_objects(value):
            objects = [entry for entry in value[: limits.ROWS] if isinstance(entry, dict)]
            if 2 * sum(map(_is_dated, objects)) > len(objects):
                yield place, len(value)
        else:
            yield from dated_lists(value, f"{place}.", depth + 1)


def _is_dated(entry: Mapping[str, Any]) -> bool:
    try:
        return _A_YEAR.search(json.dumps(entry, default=str)) is not None
    except (RecursionError, ValueError):
        return False


def _as_employer(name: str) -> str:
    return "employer" if name in EMPLOYERS else ""


def _are_roles(entries: list[Any]) -> bool:
    """Return whether most entries have what somebody was, and when."""
    held = [set(facts_of(entry).values()) for entry in entries if isinstance(entry, dict)]
    whole = sum("title" in facts and any(fact.startswith(_TIMES) for fact in facts) for facts in held)
    return _WHOLE * whole > len(entries)


def _holds_objects(value: Any) -> bool:  # noqa: ANN401 - whatever a file holds
    return isinstance(value, list) and any(isinstance(part, dict) for part in value)
