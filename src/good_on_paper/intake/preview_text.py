"""A preview in plain words, for the terminal: every field, doubts first, what is left out and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.parts_found import left_out
from good_on_paper.language.counts import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.intake.preview import Preview, RoleFound, Skipped

_WITHIN: Final = re.compile("[:,.]")
_LOOK: Final = 200
"""How many characters of a place are searched for the place of its role."""


@dataclass(frozen=True)
class Told:
    """What a preview assumed and left out, for each role and for the whole file.

    Parameters
    ----------
    doubts : mapping
        By the place of a role: what we assumed about it, and what we could not read.
    notes : list of str
    skipped : list of Skipped
    left : set of str
        Keys of the own lines that are not ticked.
    """

    doubts: Mapping[str, list[str]]
    notes: list[str]
    skipped: list[Skipped]
    left: set[str]


def told_of(preview: Preview) -> Told:
    """Return each note and each part left out, sorted by the role it is about."""
    places = {role.where for role in preview.roles}
    doubts: dict[str, list[str]] = {}
    notes, skipped = [], []
    for note in preview.notes:
        where = _role_at(note, places)
        if where:
            doubts.setdefault(where, []).append(note[len(where) :].lstrip(":,. "))
        else:
            notes.append(note)
    for part in preview.skipped:
        where = _role_at(part.where, places)
        if where:
            inside = part.where[len(where) :].lstrip(":,. ")
            doubts.setdefault(where, []).append(left_out(part.what, inside, part.why))
        else:
            skipped.append(part)
    left = {line.item.key for line in preview.lines if not line.taken}
    return Told(doubts, notes, skipped, left)


def _role_at(place: str, places: set[str]) -> str:
    """Return the place of the role that contains a place: "row 3" for "row 3, column 'From'"."""
    if place in places:
        return place
    for found in _WITHIN.finditer(place[:_LOOK]):
        if place[: found.start()] in places:
            return place[: found.start()]
    return ""


def sentences(preview: Preview) -> list[str]:
    """Return in words what we found, what needs a check, what is added, and what is left out and why."""
    report = told_of(preview)
    taken = [role for role in preview.roles if role.taken]
    texts = [f"{preview.file}: {count(len(taken), 'job')} found."]
    for role in taken:
        texts += [f"  {line}" for line in _role(report, role)]
    texts += [f"{part.label}: {part.amount}." for part in preview.received if part.taken]
    if untaken := [role for role in preview.roles if not role.taken]:
        texts.append("Also found, but not brought in:")
        for role in untaken:
            first, *rest = _role(report, role)
            texts += [f"  {role.where}: {first}", *(f"  {line}" for line in rest)]
    if preview.recognised:
        texts.append("Recognised:")
        texts += [f"  {part.where} is {part.label!r}" for part in preview.recognised]
    if lines := [line for line in preview.lines if line.taken]:
        texts.append("Becomes a line of your own:")
        texts += [f"  {line.where}: {line.why}" for line in lines]
    if others := [line for line in preview.lines if not line.taken]:
        texts.append("Could be a line of your own, but is not brought in:")
        texts += [f"  {line.where}: {line.why}" for line in others]
    scaled = [part for part in preview.scaled if part.item not in report.left]
    if scaled := sorted(scaled, key=lambda part: not part.asks):
        texts.append("Scales:")
        texts += [f"  {part}" for part in scaled]
    if preview.outcome:
        texts.append(f"{preview.outcome_label} is proposed as your main outcome.")
    texts += report.notes
    if report.skipped:
        texts.append("Left out:")
        texts += [f"  {part}" for part in report.skipped]
    return texts


def _role(report: Told, role: RoleFound) -> list[str]:
    """Return every field of a role, then the doubts about it."""
    place = role.facts.get("place", "")
    details = (
        f"in {place}" if place else "",
        role.span,
        _kind(role),
        role.inside,
        _rated(report, role),
    )
    described = ", ".join(filter(None, details))
    lines = [f"{role.name}{f' ({described})' if described else ''}"]
    lines += [f"    {line}" for line in role.facts.get("summary", "").splitlines()]
    lines += (
        [f"    what you called your manager: {role.facts[keys.BOSS_WORD]}"]
        if role.facts.get(keys.BOSS_WORD)
        else []
    )
    if role.same is not None and role.same.asks:
        lines.append(f"  ? {_same(role)}")
    doubts = [role.why, *report.doubts.get(role.where, ())]
    return [*lines, *(f"  ! {text}" for text in doubts if text)]


def _kind(role: RoleFound) -> str:
    kind = role.facts.get(keys.ROLE_KIND, "job")
    return "" if kind == "job" else kind


def _rated(report: Told, role: RoleFound) -> str:
    rated = sum(answer.item not in report.left for answer in role.ratings)
    return count(rated, "answer") if rated else ""


def _same(role: RoleFound) -> str:
    same = role.same
    if same is None:
        return ""
    there = f"{same.name}{f' ({same.span})' if same.span else ''}, "
    there += "which is on your list" if same.unit else f"which stands in {same.where}"
    if same.answer == "another":
        return f"Added as another job than {there}."
    if same.answer == "same":
        return f"Taken for {there}. If it is another job, say so on the page."
    return f"Is this the same as {there}? It is not added before you say so, on the page."
