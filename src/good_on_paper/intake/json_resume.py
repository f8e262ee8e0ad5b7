"""JSON Resume, v1 and its older field names: work and volunteering; projects and studies if wanted."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake import limits
from good_on_paper.intake.encoding import decode
from good_on_paper.intake.errors import IntakeError, shown
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.json_fields import EntryFields
from good_on_paper.intake.json_names import SECTIONS, ResumeSection, entries_in, section_of, sections_in
from good_on_paper.intake.json_nested import dated_lists, left_of
from good_on_paper.intake.json_stamps import date_of_stamp
from good_on_paper.intake.own_block import BLOCK, OwnBlock
from good_on_paper.intake.preview import Preview, RoleFound
from good_on_paper.language.counts import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.catalogue import Catalogue


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
_ABOUT_THE_FILE: Final = ("$schema", "meta", "sections")
_MOST: Final = 400_000
"""Most lists and objects of one file."""
_YAML: Final = 300_000
"""Most characters of a résumé as YAML; we read about 100,000 a second."""
_YAML_NAME: Final = re.compile(r"^[\'\"]?([A-Za-z_]+)[\'\"]?:\s*$", re.MULTILINE)

_FLOW: Final = re.compile(r"\s*(?:-\s+|\[\s*)\{\s*[A-Za-z_]+:\s")

_DATED: Final = "it has entries with dates ({}); if they are jobs, call the list work"
_A_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_OF_DATES: Final = re.compile(r"date|datum|fecha|stamp|(?:^|_)time|_at$|At$|since|until|epoch")
"""How the name of a field says that a date stands in it."""
_NO_FIELD: Final = "a job here has no field for this, so we left it out; the rest of each job is kept"


def read_json(data: bytes, file: str, catalogue: Catalogue) -> Preview:
    """Find the roles of a JSON Resume.

    Parameters
    ----------
    data : bytes
    file : str
        Its name, for messages.
    catalogue : Catalogue
        With the person's own lines, to read what this kit wrote besides the jobs.

    Returns
    -------
    Preview
        Work, volunteering and what this kit wrote are ticked; other projects and studies are found but not
        ticked. A field that is null or of a wrong type is left out and named by its position
        ("work[3].name"); its entry stays.

    Raises
    ------
    IntakeError
        If it is not JSON, or nothing like a résumé.
    """
    text, note = decode(data, file)
    return _read(_parsed(text, file), file, catalogue, note)


def is_resume_yaml(text: str) -> bool:
    """Return whether a text is a résumé as YAML: a known section alone on a line, entries below it."""
    named = any(section_of(found[1]) for found in _YAML_NAME.finditer(text[: limits.LOOKED_AT]))
    return named and re.search(r"^\s*(?:-\s+)?\w+:\s+\S", text, re.MULTILINE) is not None


def is_flow_yaml(text: str) -> bool:
    """Return whether a text is a list of YAML in brackets, without the quotes of JSON: "- {title: Cook}"."""
    return _FLOW.match(text) is not None


def read_yaml(text: str, file: str, catalogue: Catalogue) -> Preview:
    """Find the roles of a résumé written as YAML, with the names of JSON Resume.

    Raises
    ------
    IntakeError
        If it is not YAML, or longer than a résumé can be.
    """
    import yaml  # noqa: PLC0415 - seldom used

    if len(text) > _YAML:
        raise IntakeError(file, f"{len(text):,} characters of YAML", expected=f"at most {_YAML:,}, or JSON")
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, Loader=yaml.BaseLoader)):
            raise IntakeError(
                file, "it refers to parts of itself (&, *)", expected="YAML without that, or JSON"
            )
        document = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - only texts, lists and objects
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if isinstance(error, IntakeError):
            raise
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise IntakeError(file, "this is no YAML", place=place, expected="a résumé as JSON or YAML") from None
    return _read(document, file, catalogue, "")


def _read(document: Any, file: str, catalogue: Catalogue, note: str) -> Preview:  # noqa: ANN401 - as it is
    sections = sections_in(document)
    if not isinstance(document, dict) and not sections:
        raise IntakeError(
            file,
            f"the whole is {_type(document)}",
            expected="a JSON Resume: an object with a list called work",
        )
    top = document if isinstance(document, dict) else {}
    dated = dict(dated_lists(top))
    if not sections and (dated or not set(top) & set(_UNREAD)):
        only = f"no part of a JSON Resume is in it, only {shown(_named(list(top)))}"
        if dated:
            only += f"; dates stand in {_named(_counted(dated))}, but we cannot tell what was a job"
        raise IntakeError(
            file,
            only if top else "there is nothing in it",
            expected=f"one of {', '.join(SECTIONS)}, with position, name, startDate and endDate for each job",
        )
    findings = Findings(notes=[note] if note else [])
    own = OwnBlock(top, catalogue, findings)
    roles = []
    in_order = sorted(sections.items(), key=lambda part: list(SECTIONS).index(part[1][0]))
    for where, (name, entries) in in_order:
        if where and where != name:
            findings.notes.append(f"{quoted(where)} is read as what JSON Resume calls {quoted(name)}.")
        roles += _roles(where, entries, SECTIONS[name], findings, own)
    for name, content in top.items():
        if "" in sections:  # the whole is one job
            break
        known = name in sections or any(where.startswith(f"{name}.") for where in sections)
        if not known and name not in (*_ABOUT_THE_FILE, BLOCK) and content:
            held = [count for place, count in dated.items() if place.split(".")[0] == name]
            why = _DATED.format(sum(held)) if held and not roles else "it is no part of a JSON Resume"
            findings.skip(name, "", _UNREAD.get(name, why))
    return Preview(
        file,
        "json-resume",
        tuple(roles),
        lines=own.lines,
        skipped=tuple(findings.skipped),
        notes=tuple(findings.notes),
        outcome=own.outcome,
        received=own.received,
        recognised=own.recognised,
    )


def _counted(lists: Mapping[str, int]) -> list[str]:
    return [f"{place} ({count})" for place, count in lists.items()]


def _parsed(text: str, file: str) -> Any:  # noqa: ANN401 - whatever the file holds
    def refuse(word: str) -> None:
        raise IntakeError(file, f"{word} is no JSON", expected="JSON as its standard has it")

    if sum(map(text.count, "[{")) > _MOST:
        problem = f"it holds more than {_MOST:,} lists and objects, or is nested too deeply"
        raise IntakeError(file, problem, expected="a résumé")
    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        if entries := _lines_of_json(text):
            return entries
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


def _lines_of_json(text: str) -> list[Any]:
    """Return the jobs of a text with one JSON object per line; [] if any line is not one."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not 1 < len(lines) <= limits.ROWS or not all(line.strip().startswith("{") for line in lines):
        return []
    try:
        return [json.loads(line) for line in lines]
    except (ValueError, RecursionError):
        return []


def _type(value: object) -> str:
    names: dict[type, str] = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    if value is None:
        return "null"
    return names.get(type(value), "a number")


def _roles(
    name: str, entries: object, section: ResumeSection, findings: Findings, own: OwnBlock
) -> list[RoleFound]:
    if not isinstance(entries, list):
        findings.skip(name, entries, "expected a list of entries")
        return []
    roles: list[RoleFound] = []
    seen: dict[str, str] = {}
    unread: dict[str, None] = {}
    for number, (where, entry) in enumerate(entries_in(name, entries)):
        if number >= limits.ROWS:
            findings.skip(where, "", f"this and what follows is more than {limits.ROWS:,} jobs")
            break
        if not isinstance(entry, dict):
            findings.skip(where, entry, "expected an object")
            continue
        same = seen.setdefault(json.dumps(entry, sort_keys=True), where)
        if same != where:
            findings.skip(where, "", f"the same as {same}")
            continue
        fields = EntryFields(entry, where, findings)
        facts = {keys.ROLE_KIND: section.kind} | _facts(fields, section)
        facts = own.facts(entry, where, facts)
        left = _unread(fields)
        unread |= dict.fromkeys(left)
        if not facts.keys() & {"started", "ended"} and (dated := _may_be_dates(entry, left)):
            findings.notes.append(
                f"{where}: no dates stand in it that we know; is it {_named(list(map(quoted, dated)))}?"
            )
        if "title" not in facts and "employer" not in facts:
            findings.skip(where, "", f"it has neither {section.title[0]} nor {section.employer[0]}")
            continue
        taken = section.taken or (own.readable and BLOCK in entry)
        roles.append(RoleFound(where, facts, own.ratings(entry, where), taken=taken))
    unread |= dict.fromkeys(field for entry in entries[: limits.ROWS] for field in left_of(entry))
    if unread:
        findings.skip(f"{name or 'each job'}: {_named(list(unread))}", "", _NO_FIELD)
    return roles


def _named(fields: list[str]) -> str:
    """Return the names of fields as a list in words; of very many, only the first."""
    more = len(fields) - limits.NAMED
    first = ", ".join(field[: limits.LABEL] for field in fields[: limits.NAMED])
    return f"{first} and {more:,} more" if more > 0 else first


def _facts(fields: EntryFields, section: ResumeSection) -> dict[str, str]:
    titles = section.title if section.joined else (fields.first(section.title, "title"),)
    employer = fields.first(section.employer, "employer") or fields.where_it_was()
    facts = {
        "title": ", ".join(filter(None, map(fields.text, filter(None, titles)))),
        "employer": fields.text(employer),
        "place": fields.place(section.place) or fields.place_within(employer),
        "summary": "\n".join(filter(None, [*fields.summary(section.summary), *fields.listed()])),
    }
    facts |= fields.span(open_end=section.kind in ("job", "volunteer"))
    facts |= fields.kind() if section.kind == "job" else {}
    return {key: text for key, text in facts.items() if text}


def _may_be_dates(entry: Mapping[str, object], names: Iterable[str]) -> list[str]:
    """Return the unread fields that hold a year, as a number or in a text, or whose name is one of dates."""
    return [
        name
        for name in names
        if _A_YEAR.search(str(entry.get(name, "")))
        or _OF_DATES.search(name)
        or date_of_stamp(entry.get(name))
    ]


def _unread(fields: EntryFields) -> list[str]:
    """Return the fields for which a job has no place; name those of a wrong type."""
    without = []
    for field, value in fields.entry.items():
        if field in fields.read or field == BLOCK:
            continue
        if field in _TEXTS and not isinstance(value, str):
            fields.findings.skip(f"{fields.where}.{field}", value, "expected text")
        elif value:
            without.append(field)
    return without
