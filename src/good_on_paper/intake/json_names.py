"""Where jobs are in a résumé as JSON, and under which names: the standard's first, then those in real use.

JSON Resume's own names are from its schema (jsonresume/resume-schema), its older ones from files made before
version 1. The others are from Reactive Resume's export, LinkedIn's API and hand-written files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from good_on_paper.intake import sections
from good_on_paper.intake.column_names import fact_named
from good_on_paper.intake.json_nested import EMPLOYERS, nested_in, shared_by
from good_on_paper.intake.plain_text import norm_header

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class ResumeSection(NamedTuple):
    """How one list of the file describes roles; of several field names, the first present counts."""

    kind: str
    title: tuple[str, ...]
    employer: tuple[str, ...]
    summary: tuple[str, ...]
    place: tuple[str, ...] = ("location", "place", "city", "locationName")
    taken: bool = True
    joined: bool = False
    """Whether the title joins all its fields, as a degree and its subject do."""


_TITLES: Final = (
    "position",
    "title",
    "role",
    "jobTitle",
    "job_title",
    "positionTitle",
    "job",
    "designation",
    "as",
)
_SUMMARIES: Final = ("summary", "description", "notes")

SECTIONS: Final = {
    "work": ResumeSection("job", _TITLES, (*EMPLOYERS, "institution", "firm", "at"), _SUMMARIES),
    "volunteer": ResumeSection("volunteer", _TITLES, ("organization", *EMPLOYERS), _SUMMARIES),
    "projects": ResumeSection(
        "project", ("name", "title"), ("entity",), ("description", "summary"), taken=False
    ),
    "education": ResumeSection(
        "study",
        ("studyType", "area", "degree", "field", "role", "title"),
        ("institution", "school", "university", "name"),
        (),
        taken=False,
        joined=True,
    ),
}
_OTHER_NAMES: Final = {
    "work": "experience experiences workexperience workhistory employment employments employmenthistory "
    "jobs job "
    "positions career careerhistory professionalexperience workexperiences",
    "volunteer": "volunteering volunteerexperience volunteerwork",
    "projects": "project",
    "education": "educations studies",
}
_CALLED: Final = {other: name for name, others in _OTHER_NAMES.items() for other in others.split()}
_IN_CVS: Final = {"job": "work", "volunteer": "volunteer", "study": "education", "project": "projects"}
"""The name of each CV section in this format."""
_NUMBERED: Final = re.compile(r"[A-Za-z_-]*[0-9]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
STARTS: Final = (
    *("startDate", "start_date", "startedOn", "started_on", "started", "start", "from", "begin", "beginDate"),
    *("dateFrom", "date_from", "startYear", "start_year", "fromDate"),
)
ENDS: Final = (
    *("endDate", "end_date", "finishedOn", "finished_on", "ended", "end", "to", "until", "finish", "dateTo"),
    *("date_to", "endYear", "end_year", "toDate"),
)
SPANS: Final = (
    "date",
    "dates",
    "period",
    "timePeriod",
    "dateRange",
    "date_range",
    "timeframe",
    "years",
    "duration",
)
CURRENT: Final = ("current", "isCurrent", "is_current", "present", "currentlyWorking", "ongoing")
HIGHLIGHTS: Final = ("highlights", "bullets", "responsibilities", "achievements", "duties")
_LISTS: Final = ("items", "values", "elements")
_KINDS: Final = ("type", "kind", "category", "section")


def section_of(name: str) -> str:
    """Return the standard's name of a section, whatever its name here; empty if it is not a section."""
    flat = "".join(sign for sign in name.casefold() if sign.isalpha())
    known = name if name in SECTIONS else _CALLED.get(flat, flat if flat in SECTIONS else "")
    return known or _IN_CVS.get(sections.known_section(_in_words(name)), "")


def _in_words(name: str) -> str:
    return _CAMEL.sub(" ", name).replace("_", " ")


def sections_in(document: Any) -> dict[str, tuple[str, Any]]:  # noqa: ANN401 - whatever a file holds
    """Find the lists that describe roles.

    Parameters
    ----------
    document : object
        The whole file: a résumé, one inside an object ("resume", "data"), Reactive Resume's ``sections``, or
        just a list of jobs.

    Returns
    -------
    dict
        By position in the file: the standard's name of the section, and its content.
    """
    if isinstance(document, list):
        return {"": ("work", document)} if any(isinstance(entry, dict) for entry in document) else {}
    if not isinstance(document, dict):
        return {}
    if _is_a_job(document):
        return {"": ("work", [document])}
    found = dict(_named_sections(document, ""))
    inner = document.get("sections")
    if isinstance(inner, dict):
        found |= _named_sections(inner, "sections.")
    inside = {name: part for name, part in document.items() if isinstance(part, dict)}
    within = (_named_sections(part, f"{name}.") for name, part in inside.items())
    found = found or next(filter(None, map(dict, within)), {})
    if any(section == "work" for section, _ in found.values()):
        return found
    others = dict(_by_their_fields(document)) or next(
        filter(None, (dict(_by_their_fields(part, f"{name}.")) for name, part in inside.items())), {}
    )
    return {where: part for where, part in others.items() if where not in found} | found


def _by_their_fields(document: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, tuple[str, Any]]]:
    """Yield a list of another name whose entries have the fields of jobs, parted by what each says it is."""
    for key, entries in document.items():
        name = f"{before}{key}"
        objects = [entry for entry in entries if _is_object(entry)] if isinstance(entries, list) else []
        jobs = sum(_is_a_job(entry) or bool(nested_in(entry)) for entry in objects)
        if 2 * jobs <= len(objects) or section_of(key) or sections.section_of(_in_words(key)):
            continue
        parted: dict[str, list[Any]] = {}
        for entry in objects:
            kind = next((key for key in _KINDS if section_of(str(entry.get(key, "")))), "")
            rest = {key: value for key, value in entry.items() if key != kind}
            parted.setdefault(section_of(str(entry.get(kind, ""))) or "work", []).append(rest)
        for section, held in parted.items():
            yield name if len(parted) == 1 else f"{name}.{section}", (section, held)


def _named_sections(part: Mapping[str, Any], before: str) -> Iterator[tuple[str, tuple[str, Any]]]:
    """Yield the sections of an object with their positions; a list may be inside another object."""
    for name, content in part.items():
        if section := section_of(name):
            held = [key for key in _LISTS if isinstance(content, dict) and isinstance(content.get(key), list)]
            place = ".".join((f"{before}{name}", *held[:1]))
            inner = content[held[0]] if held else content
            yield place, (section, _by_name(inner) if isinstance(inner, dict) else inner)


def _by_name(entries: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever a file holds
    """Return jobs stored under a name each; the name is the employer's if they have no other."""
    if not entries or not all(map(_is_object, entries.values())):
        return entries
    return [
        entry if set(entry) & set(EMPLOYERS) or _NUMBERED.fullmatch(name) else entry | {"name": name}
        for name, entry in entries.items()
    ]


def _is_a_job(entry: Mapping[str, Any]) -> bool:
    """Return whether an object is one job, by the names of its fields."""
    facts = {fact_named(norm_header(name)) for name, value in entry.items() if isinstance(value, str | int)}
    return {"title", "employer"} <= facts and bool(facts & {"started", "ended", "period"})


def entries_in(where: str, entries: list[Any]) -> Iterator[tuple[str, Any]]:
    """Yield each role with its position; each of an employer's positions gets the employer's fields."""
    for number, entry in enumerate(entries):
        place = f"{where}[{number}]"
        nested = nested_in(entry)
        if not nested:
            yield place, entry
            continue
        shared = shared_by(entry, nested)
        for inner, position in enumerate(entry[nested]):
            own = position
            if isinstance(position, dict):
                own = shared | position
                if "name" in position and not set(position) & set(_TITLES):
                    own |= {"title": own.pop("name")} | {key: shared[key] for key in shared if key == "name"}
            yield f"{place}.{nested}[{inner}]", own


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def first_field(entry: Mapping[str, object], names: tuple[str, ...]) -> str:
    """Return the first of some fields that has a value in an entry, else the first present."""
    there = [name for name in names if name in entry]
    return next((name for name in there if entry[name] not in (None, "")), there[0] if there else "")
