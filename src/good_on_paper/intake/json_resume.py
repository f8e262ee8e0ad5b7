"""JSON Resume, v1 and its older field names: work and volunteering; projects and studies if wanted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from good_on_paper.intake import limits
from good_on_paper.intake.encoding import decode
from good_on_paper.intake.errors import IntakeError, shown
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.own_block import BLOCK, OwnBlock
from good_on_paper.intake.preview import Preview, RoleFound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Catalogue


class Section(NamedTuple):
    """How one list of the file tells of roles; of several field names the first that is there counts."""

    kind: str
    title: tuple[str, ...]
    employer: tuple[str, ...]
    summary: tuple[str, ...]
    place: tuple[str, ...] = ("location",)
    taken: bool = True


SECTIONS: Final = {
    "work": Section("job", ("position",), ("name", "company"), ("summary",)),
    "volunteer": Section("volunteer", ("position",), ("organization",), ("summary",)),
    "projects": Section("project", ("name",), ("entity",), ("description",), taken=False),
    "education": Section("study", ("studyType", "area"), ("institution",), (), taken=False),
}
_DATES: Final = ("startDate", "endDate")
_LISTED: Final = "highlights"
_TEXTS: Final = ("description", "url", "website")
_UNREAD: Final = {
    "basics": "it is about you, not about a job",
    "awards": "no job is named in it",
    "certificates": "no job is named in it",
    "publications": "no job is named in it",
    "skills": "no job is named in it",
    "languages": "no job is named in it",
    "interests": "no job is named in it",
    "references": "no job is named in it",
}
_ABOUT_THE_FILE: Final = ("$schema", "meta")


def read_json(data: bytes, file: str, catalogue: Catalogue) -> Preview:
    """Find the roles of a JSON Resume.

    Parameters
    ----------
    data : bytes
    file : str
        Its name, for messages.
    catalogue : Catalogue
        With the person's own lines, for what this kit wrote beside the jobs.

    Returns
    -------
    Preview
        Work and volunteering taken, and what this kit wrote; other projects and studies found but not taken.
        A field that is null or of a wrong type is left out and named by its place ("work[3].name"), its entry
        stays.

    Raises
    ------
    IntakeError
        If it is no JSON, or nothing like a résumé.
    """
    text, note = decode(data, file)
    document = _parsed(text, file)
    if not isinstance(document, dict):
        raise IntakeError(
            file,
            f"the whole is {_type(document)}",
            expected="a JSON Resume: an object with a list called work",
        )
    if not set(document) & {*SECTIONS, *_UNREAD}:
        raise IntakeError(
            file,
            f"no part of a JSON Resume is in it, only {shown(_named(list(document)))}",
            expected=f"one of {', '.join(SECTIONS)}",
        )
    findings = Findings(notes=[note] if note else [])
    own = OwnBlock(document, catalogue, findings)
    roles = [
        role for name, section in SECTIONS.items() for role in _roles(document, name, section, findings, own)
    ]
    for name, content in document.items():
        if name not in (*SECTIONS, *_ABOUT_THE_FILE, BLOCK) and content:
            findings.skip(name, "", _UNREAD.get(name, "it is no part of a JSON Resume"))
    return Preview(
        file,
        "json-resume",
        tuple(roles),
        lines=own.lines,
        skipped=tuple(findings.skipped),
        notes=tuple(findings.notes),
        outcome=own.outcome,
    )


def _parsed(text: str, file: str) -> Any:  # noqa: ANN401 - whatever the file holds
    def refuse(word: str) -> None:
        raise IntakeError(file, f"{word} is no JSON", expected="JSON as its standard has it")

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise IntakeError(
            file,
            f"this is no JSON ({error.msg})",
            place=f"line {error.lineno}, column {error.colno}",
            expected="a file that ends .json as your résumé program wrote it",
        ) from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, IntakeError):
            raise
        raise IntakeError(file, "it is nested too deeply or holds a number too long") from None


def _type(value: object) -> str:
    names: dict[type, str] = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    if value is None:
        return "null"
    return names.get(type(value), "a number")


def _roles(
    document: Mapping[str, Any], name: str, section: Section, findings: Findings, own: OwnBlock
) -> list[RoleFound]:
    entries = document.get(name, [])
    if not isinstance(entries, list):
        findings.skip(name, entries, "expected a list of entries")
        return []
    roles: list[RoleFound] = []
    seen: list[tuple[str, object]] = []
    unread: dict[str, None] = {}
    for number, entry in enumerate(entries):
        where = f"{name}[{number}]"
        if number >= limits.ROWS:
            findings.skip(where, "", f"this and what follows is more than {limits.ROWS:,} jobs")
            break
        if not isinstance(entry, dict):
            findings.skip(where, entry, "expected an object")
            continue
        same = next((place for place, earlier in seen if earlier == entry), None)
        if same:
            findings.skip(where, "", f"the same as {same}")
            continue
        seen.append((where, entry))
        facts = _facts(entry, where, section, findings) | {"role_kind": section.kind}
        facts = own.facts(entry, where, facts)
        unread |= dict.fromkeys(_unread(entry, where, section, findings))
        if "title" not in facts and "employer" not in facts:
            findings.skip(where, "", f"it has neither {section.title[0]} nor {section.employer[0]}")
            continue
        taken = section.taken or (own.readable and BLOCK in entry)
        roles.append(RoleFound(where, facts, own.ratings(entry, where), taken=taken))
    if unread:
        findings.skip(f"{name}: {_named(list(unread))}", "", "a job has no place for this")
    return roles


def _named(fields: list[str]) -> str:
    """List the names of fields, of very many only the first."""
    more = len(fields) - limits.NAMED
    first = ", ".join(field[: limits.LABEL] for field in fields[: limits.NAMED])
    return f"{first} and {more:,} more" if more > 0 else first


def _facts(entry: Mapping[str, object], where: str, section: Section, findings: Findings) -> dict[str, str]:
    def text(field: str, *, lines: bool = False) -> str:
        value = entry.get(field, "")
        place = f"{where}.{field}"
        if not isinstance(value, str):
            findings.skip(place, value, "expected text")
            return ""
        return findings.text(place, value, lines=lines)

    def first(fields: tuple[str, ...]) -> str:
        return next((found for field in fields if field in entry and (found := text(field))), "")

    facts = {
        "title": ", ".join(filter(None, map(text, section.title))),
        "employer": first(section.employer),
        "place": first(section.place),
        "summary": "\n".join(
            filter(
                None,
                [*(text(field, lines=True) for field in section.summary), *_listed(entry, where, findings)],
            )
        ),
    }
    start, end = ((f"{where}.{field}", text(field)) for field in _DATES)
    facts |= findings.span(start, end, open_end=section.kind in ("job", "volunteer"))
    return {key: said for key, said in facts.items() if said}


def _listed(entry: Mapping[str, object], where: str, findings: Findings) -> list[str]:
    items = entry.get(_LISTED, [])
    place = f"{where}.{_LISTED}"
    if not isinstance(items, list):
        findings.skip(place, items, "expected a list of texts")
        return []
    said = []
    for number, item in enumerate(items[: limits.ROWS]):
        if not isinstance(item, str):
            findings.skip(f"{place}[{number}]", item, "expected text")
        elif tidy := findings.text(f"{place}[{number}]", item):
            said.append(f"- {tidy}")
    return said


def _unread(entry: Mapping[str, object], where: str, section: Section, findings: Findings) -> list[str]:
    """Give the fields a job has no place for; name those of a wrong type."""
    read = {*section.title, *section.employer, *section.summary, *section.place, *_DATES, _LISTED, BLOCK}
    without = []
    for field, value in entry.items():
        if field in read:
            continue
        if field in _TEXTS and not isinstance(value, str):
            findings.skip(f"{where}.{field}", value, "expected text")
        elif value:
            without.append(field)
    return without
