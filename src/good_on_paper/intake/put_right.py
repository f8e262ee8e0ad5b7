"""A preview that the person corrects before anything is written: dates, titles, places, the same job."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.facts import Findings
from good_on_paper.language.dates import parse_date
from good_on_paper.language.partial_date import NOW, DateError, PartialDate, check_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.intake.preview import Preview, RoleFound

FIELDS: Final = ("title", "employer", "started", "ended", "place")
"""The fields that can be corrected in a preview."""
_DATES: Final = ("started", "ended")
_TIMES: Final = (
    r"no dates stand|as start and end|is read as a month| is read as \S+ to |only a start stands|[0-9] alone "
)
_ABOUT: Final = {
    "title": re.compile(r"as what you were|no job title stands|year in the job title"),
    "employer": re.compile(r"as (?:the|an) employer|no employer stands|for the employer"),
    "place": re.compile(r"as the place|for the place"),
    "started": re.compile(_TIMES),
    "ended": re.compile(f"{_TIMES}|no end stands"),
}
"""What a sentence says that doubts how a field was read."""
_EITHER: Final = re.compile(r"\bmay be [^;:]*?(?P<year>[0-9]{4}) or [^;:]*?[0-9]{4}(?![0-9])")
"""What it says of a date with two readings."""


def put_right(preview: Preview, where: str, key: str, text: str) -> Preview:
    """Return a preview in which one fact of one role is what the person typed.

    Parameters
    ----------
    preview : Preview
    where : str
        The role's place.
    key : str
        One of `FIELDS`.
    text : str
        As typed; an empty text removes the fact.

    Raises
    ------
    IntakeError
        If it is not a date, the end is before the start, or neither title nor employer is left. The message
        says what was typed and what is expected.
    KeyError
        If there is no such role or field.
    """
    role = role_at(preview, where)
    if key not in FIELDS:
        raise KeyError(f"{key!r} is no field of a job")
    value = _date(preview, key, text) if key in _DATES else Findings().text(where, text)
    facts = {name: value_given for name, value_given in {**role.facts, key: value}.items() if value_given}
    if not (facts.get("title") or facts.get("employer")):
        raise IntakeError(preview.file, "a job needs a title or an employer", place=where)
    _check(preview, where, facts)
    notes = tuple(
        note for note in preview.notes if not (_is_at(note, where) and _is_settled(note, role.facts, key))
    )
    skipped = tuple(
        part
        for part in preview.skipped
        if not (
            _is_at(part.where, where) and _EITHER.search(part.why) and _is_settled(part.why, role.facts, key)
        )
    )
    return replace(_with(preview, replace(role, facts=facts)), notes=notes, skipped=skipped)


def say_same(preview: Preview, where: str, answer: str) -> Preview:
    """Return a preview in which the person says whether a role is the same as another job.

    Parameters
    ----------
    preview : Preview
    where : str
        Place of the role in question.
    answer : str
        "same", "another", or "theirs": the same, with the title that the file has here.

    Raises
    ------
    KeyError
        If there is no question about that role.
    """
    role = role_at(preview, where)
    if role.same is None or answer not in ("same", "another", "theirs"):
        raise KeyError(f"nothing is asked about {where!r}")
    answered = replace(role.same, answer="another" if answer == "another" else "same")
    new = replace(role, same=answered, taken=answer == "another" or bool(answered.unit))
    preview = _with(preview, new)
    if answer == "theirs" and answered.where and (title := role.facts.get("title")):
        first = role_at(preview, answered.where)
        return _with(preview, replace(first, facts={**first.facts, "title": title}))
    return preview


def role_at(preview: Preview, where: str) -> RoleFound:
    """Return the role at a place.

    Raises
    ------
    KeyError
        If there is no role at that place.
    """
    for role in preview.roles:
        if role.where == where:
            return role
    raise KeyError(f"{where!r} is no place of {preview.file}")


def _is_at(text: str, where: str) -> bool:
    return text == where or text.startswith((f"{where}:", f"{where},"))


def _is_settled(doubt: str, facts: Mapping[str, str], key: str) -> bool:
    """Return whether a sentence asks about a fact that the person has now put right."""
    if found := _EITHER.search(doubt):  # of start and end it is the one of which only the year was kept
        asked = next((date for date in _DATES if facts.get(date, "") in ("", found["year"])), "")
        return key == asked
    return _ABOUT[key].search(doubt) is not None


def _with(preview: Preview, role: RoleFound) -> Preview:
    roles = tuple(role if other.where == role.where else other for other in preview.roles)
    return replace(preview, roles=roles)


def _date(preview: Preview, key: str, text: str) -> str:
    if not text.strip():
        return ""
    try:
        return str(parse_date(text, end=key == "ended"))
    except DateError as error:
        raise IntakeError(
            preview.file,
            f"we could not read {error.text!r} as a date ({error.problem})",
            expected=error.expected,
        ) from error


def _check(preview: Preview, where: str, facts: dict[str, str]) -> None:
    start, end = facts.get("started"), facts.get("ended")
    if not start or not end or end == NOW:
        return
    try:
        check_span(PartialDate.of(start), PartialDate.of(end))
    except DateError as error:
        raise IntakeError(preview.file, error.problem, place=where, expected=error.expected) from error
