"""A preview compared with the record: which role of a file is which listed job, and where to ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.identity import Roles, origins
from good_on_paper.intake.plain_text import same
from good_on_paper.intake.preview import Same, span_of
from good_on_paper.intake.row_kinds import is_study
from good_on_paper.language.partial_date import NOW, DateError, PartialDate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from good_on_paper.intake.preview import OwnLine, Preview, RoleFound
    from good_on_paper.record import Record

OVERALL: Final = "overall"
_LAST: Final = (9999, 9999, 9999)
_ASKED: Final = ("table", "lines")


def compared(preview: Preview, record: Record | None) -> Preview:
    """Match the jobs of a preview with those on the list, and mark the uncertain ones.

    A job with the same title and employer but another start is the same job if the two periods overlap, so
    that a date corrected in a sheet does not add a second job. If they do not overlap, it stays unticked
    until the person decides. The same holds for a second job in the file with the same employer and period
    but another title.

    Parameters
    ----------
    preview : Preview
    record : Record or None
        None if there is no record yet.

    Returns
    -------
    Preview
        The preview, with `same` set on each role that matches a job.
    """
    if preview.source == "lines":
        preview = replace(preview, roles=tuple(map(_unless_study, preview.roles)))
    found = list(preview.roles) if record is None else _in_record(preview, record)
    if preview.source in _ASKED and not preview.ours:
        found = _in_file(found)
    lines = preview.lines
    if record is not None:
        lines = tuple(_unless_said(line, preview, found, record) for line in lines)
    chosen = preview.outcome if _is_taken(preview.outcome, lines) else None
    return replace(preview, roles=tuple(found), lines=lines, outcome=chosen, compared=True)


def _unless_study(role: RoleFound) -> RoleFound:
    if not role.taken or not is_study(role.facts.get("title", ""), role.facts.get("employer", "")):
        return role
    why = "This looks like education, so it isn’t ticked. Tick it if it was also a job."
    return replace(role, taken=False, why=why)


def _in_record(preview: Preview, record: Record) -> list[RoleFound]:
    roles = Roles(record)
    marks = origins(preview)
    roles.claimed(marks)
    found = list(preview.roles)
    unsure: list[int] = []
    for place, (role, mark) in enumerate(zip(preview.roles, marks, strict=True)):
        unit = roles.find(mark, role.facts) if role.taken else None
        if unit is None:
            unsure += [place] if role.taken else []
        elif roles.is_listed(unit):
            there = roles.facts_of(unit)
            found[place] = replace(role, same=_same(there, unit=unit, answer="same", asks=False))
    taken: set[str] = set()
    for place in unsure:
        role = found[place]
        others = [unit for unit in roles.maybe(role.facts) if unit not in taken]
        if not others:
            continue
        over = [unit for unit in others if overlap(roles.facts_of(unit), role.facts)]
        unit = (over or others)[0]
        taken.add(unit)
        there = roles.facts_of(unit)
        answer = "same" if over else ""
        found[place] = replace(role, taken=bool(over), same=_same(there, unit=unit, answer=answer))
    return found


def _in_file(roles: Sequence[RoleFound]) -> list[RoleFound]:
    """Ask about a job whose employer and period match another job of the file under another title.

    The other job is one that is already listed, wherever it stands in the file, else an earlier one.
    """
    first: dict[str, list[RoleFound]] = {}
    for role in filter(_is_dated, roles):
        if role.same is not None and role.same.unit and role.same.answer == "same":
            first.setdefault(same(role.facts["employer"]), []).append(role)
    found = []
    for role in roles:
        employer = same(role.facts.get("employer", ""))
        if _is_dated(role) and role.same is None:
            alike = next(
                (other for other in first.get(employer, ()) if _same_time(role.facts, other.facts)), None
            )
            if alike is None:
                first.setdefault(employer, []).append(role)
            else:
                asked = Same(alike.name, alike.span, where=alike.where)
                role = replace(role, taken=False, same=asked)  # noqa: PLW2901 - the same role, with a question
        found.append(role)
    return found


def _is_dated(role: RoleFound) -> bool:
    return role.taken and {"employer", "started", "ended"} <= role.facts.keys()


def _same(facts: Mapping[str, str], *, unit: str, answer: str, asks: bool = True) -> Same:
    name = ", ".join(facts[key] for key in ("title", "employer") if facts.get(key))
    return Same(name, span_of(facts) if facts.keys() & {"started", "ended"} else "", unit, "", answer, asks)


def overlap(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Return whether two periods may overlap; an unknown end may be any date."""
    try:
        (start, end), (begun, over) = _ends(one), _ends(other)
    except DateError:
        return True
    return not start or not begun or (start <= over and begun <= end)


def _ends(facts: Mapping[str, str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return start and end to compare, with the end as late as it can be: in 2014, in March 2014."""
    start, end = facts.get("started"), facts.get("ended", NOW)
    late = () if end == NOW else PartialDate.of(end).parts
    return PartialDate.of(start).parts if start else (), (*late, *_LAST)


def _same_time(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    try:
        return all(_fits(one[key], other[key]) for key in ("started", "ended"))
    except DateError:
        return False


def _fits(one: str, other: str) -> bool:
    if NOW in (one, other):
        return one == other
    return PartialDate.of(one).fits(PartialDate.of(other))


def _unless_said(line: OwnLine, preview: Preview, roles: Sequence[RoleFound], record: Record) -> OwnLine:
    """Untick a new outcome whose numbers are already under *How it went*: the sheet came first."""
    if line.item.group != "outcome" or line.was is not None or not line.taken:
        return line
    rated = {
        role.same.unit: answer.value
        for role in roles
        if role.same is not None and role.same.unit and role.same.answer == "same"
        for answer in role.ratings
        if answer.item == line.item.key and answer.value is not None
    }
    stands = record.current(items=(OVERALL,), units=list(rated)) if rated else {}
    if not stands or any(answer.value != rated[unit] for (unit, _), answer in stands.items()):
        return line
    label = preview_label(preview, line)
    why = (
        f"{label} came in before as how it went, on 1 to 7; now it goes up to {line.item.scale.max}. "
        "Tick it to keep it beside that, as an outcome of its own"
    )
    return replace(line, taken=False, why=why)


def preview_label(preview: Preview, line: OwnLine) -> str:
    """Return the header of the column that a line comes from."""
    return next((part.header for part in preview.scaled if part.where == line.where), line.item.label)


def _is_taken(key: str | None, lines: Sequence[OwnLine]) -> bool:
    return not any(line.item.key == key and not line.taken for line in lines)
