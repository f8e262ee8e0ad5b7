"""A preview in plain words, for the terminal: every field, what is open first, what was left out and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.language.counts import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.intake.preview import Preview, RoleFound, Skipped

_WITHIN: Final = re.compile("[:,.]")
_LOOK: Final = 200
"""Characters of a place in which that of its role is looked for."""


@dataclass(frozen=True)
class Told:
    """What a preview assumed and left out: of each role, and of the file as a whole.

    Parameters
    ----------
    doubts : mapping
        Place of a role to what was assumed of it, and what of it was not understood.
    notes : list of str
    skipped : list of Skipped
    left : set of str
        Keys of the own lines that are not taken.
    """

    doubts: Mapping[str, list[str]]
    notes: list[str]
    skipped: list[Skipped]
    left: set[str]


def told_of(preview: Preview) -> Told:
    """Put each note, and each part left out, to the role it is about."""
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
            what = f"we left out {part.what}: {part.why}" if part.what else part.why
            doubts.setdefault(where, []).append(f"{inside}: {what}" if inside else what)
        else:
            skipped.append(part)
    left = {line.item.key for line in preview.lines if not line.taken}
    return Told(doubts, notes, skipped, left)


def _role_at(place: str, places: set[str]) -> str:
    """Return the place of the role that a place lies in: "row 3" for "row 3, column 'From'"."""
    if place in places:
        return place
    for found in _WITHIN.finditer(place[:_LOOK]):
        if place[: found.start()] in places:
            return place[: found.start()]
    return ""


def sentences(preview: Preview) -> list[str]:
    """Say what was found, what needs a look, what is added, and what is left out and why."""
    told = told_of(preview)
    taken = [role for role in preview.roles if role.taken]
    said = [f"{preview.file}: {count(len(taken), 'job')} found."]
    for role in taken:
        said += [f"  {line}" for line in _role(told, role)]
    said += [f"{part.label}: {part.amount}." for part in preview.received if part.taken]
    if untaken := [role for role in preview.roles if not role.taken]:
        said.append("Also found, but not brought in:")
        for role in untaken:
            first, *rest = _role(told, role)
            said += [f"  {role.where}: {first}", *(f"  {line}" for line in rest)]
    if preview.recognised:
        said.append("Recognised:")
        said += [f"  {part.where} is {part.label!r}" for part in preview.recognised]
    if lines := [line for line in preview.lines if line.taken]:
        said.append("Becomes a line of your own:")
        said += [f"  {line.where}: {line.why}" for line in lines]
    if others := [line for line in preview.lines if not line.taken]:
        said.append("Could be a line of your own, but is not brought in:")
        said += [f"  {line.where}: {line.why}" for line in others]
    scaled = [part for part in preview.scaled if part.item not in told.left]
    if scaled := sorted(scaled, key=lambda part: not part.asks):
        said.append("Scales:")
        said += [f"  {part}" for part in scaled]
    if preview.outcome:
        said.append(f"{preview.outcome_label} is proposed as your main outcome.")
    said += told.notes
    if told.skipped:
        said.append("Left out:")
        said += [f"  {part}" for part in told.skipped]
    return said


def _role(said: Told, role: RoleFound) -> list[str]:
    """Give every field of a role, then what is in doubt about it."""
    place = role.facts.get("place", "")
    details = (
        f"in {place}" if place else "",
        role.span,
        _kind(role),
        role.inside,
        _rated(said, role),
    )
    told = ", ".join(filter(None, details))
    lines = [f"{role.name}{f' ({told})' if told else ''}"]
    lines += [f"    {line}" for line in role.facts.get("summary", "").splitlines()]
    lines += (
        [f"    what you called your manager: {role.facts[keys.BOSS_WORD]}"]
        if role.facts.get(keys.BOSS_WORD)
        else []
    )
    if role.same is not None and role.same.asks:
        lines.append(f"  ? {_same(role)}")
    doubts = [role.why, *said.doubts.get(role.where, ())]
    return [*lines, *(f"  ! {text}" for text in doubts if text)]


def _kind(role: RoleFound) -> str:
    kind = role.facts.get(keys.ROLE_KIND, "job")
    return "" if kind == "job" else kind


def _rated(said: Told, role: RoleFound) -> str:
    rated = sum(answer.item not in said.left for answer in role.ratings)
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
