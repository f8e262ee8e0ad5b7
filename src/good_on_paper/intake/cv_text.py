"""Several lines per job, as in a CV or a copied profile: which lines belong to which job.

The dates are the anchors. Job title and employer are above them, on their line, or below them; the words of
the lines, and what all jobs of a section have in common, show which. Bullets and running text stay with their
job.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake import limits
from good_on_paper.intake.cv_groups import Group, grouped
from good_on_paper.intake.cv_habit import Habit, Head, habit_of
from good_on_paper.intake.cv_house import House, at_no_other, at_the_same, house_of, is_umbrella
from good_on_paper.intake.cv_lines import CvPart, lines_of, parts_of
from good_on_paper.intake.cv_role import role_of
from good_on_paper.intake.cv_shape import TAKEN
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.head_doubts import assumed, missing
from good_on_paper.intake.head_layout import at_odds
from good_on_paper.intake.head_line import is_whole
from good_on_paper.intake.head_names import names_in
from good_on_paper.intake.job_words import is_place, is_town, title_score, why_no_work
from good_on_paper.intake.line_dates import dates_of, tell_order, terms_of, with_whole_years
from good_on_paper.intake.page_buttons import tell_buttons
from good_on_paper.intake.preview import Preview, RoleFound

if TYPE_CHECKING:
    from collections.abc import Sequence


_FEW: Final = 2
_BEFORE: Final = "It stands above the first heading with jobs, so it isn’t ticked. Tick it if it was a job."
_NO_DATES: Final = (
    "we found no dates in it, so we cannot tell one job from the next; write each on its own line"
)
_SHIFTED: Final = "names stand above and below these dates; check that they are the right ones"
_ELSEWHERE: Final = "No heading says that jobs stand here, so it isn’t ticked. Tick it if it was a job."


def read_cv(text: str, file: str = "pasted lines") -> Preview:
    r"""Find the jobs of a CV or of a copied profile.

    Parameters
    ----------
    text : str
        Its lines, in reading order.
    file : str
        What messages call it.

    Returns
    -------
    Preview
        Roles at places such as "line 3", the line of their dates. Jobs and volunteering are ticked; studies
        and projects are found but not ticked. Sections without a job are left out and named.

    Raises
    ------
    IntakeError
        If there are no lines, or more than a career can have.

    Examples
    --------
    >>> text = "Experience\nEngineer\nAcme Corp\nJan 2019 - Present\nAnalyst\nBeta Inc\n2015 - 2018"
    >>> [(role.name, role.span) for role in read_cv(text).roles]
    [('Engineer, Acme Corp', 'January 2019 to now'), ('Analyst, Beta Inc', '2015 to 2018')]
    """
    filled = sum(bool(line.strip()) for line in text.splitlines())
    if not filled:
        raise IntakeError(file, "there is nothing in it", expected="a CV, or a job a line")
    if filled > limits.ROWS:
        raise IntakeError(file, f"{filled:,} lines", expected=f"at most {limits.ROWS:,}")
    findings = Findings()
    tell_order(text, findings)
    numbered = with_whole_years(list(enumerate(text.split("\n"), start=1)), findings)
    tell_buttons(numbered, findings)
    lines = lines_of("\n".join(line for _, line in numbered))
    parts = parts_of(lines)
    named = any(part.kind in TAKEN for part in parts)
    roles: list[RoleFound] = []
    for part in parts:
        kind = part.kind or ("" if named else "job")
        if kind in ("", "other"):
            before = [] if kind and named else _may_be_jobs(part, findings)
            roles += before
            if not before:
                why = "no job is in it" if kind else "it stands before the first part with jobs"
                _skip(part, findings, why)
        else:
            roles += _roles(part, kind, findings)
    return Preview(file, "lines", tuple(roles), skipped=tuple(findings.skipped), notes=tuple(findings.notes))


def _may_be_jobs(part: CvPart, findings: Findings) -> list[RoleFound]:
    """Find what looks like jobs outside the parts with jobs; it is not taken by itself."""
    told = Findings(order=findings.order, short_years=findings.short_years)
    roles = [
        replace(role, taken=False, why=role.why or (_ELSEWHERE if part.kind else _BEFORE))
        for role in _roles(part, "job", told)
        if role.facts.keys() >= {"started", "ended"}
    ]
    # in a language without a list of titles, what is called "other" may be where the jobs are
    if (part.kind and roles) or any(title_score(role.facts.get("title", "")) > 0 for role in roles):
        findings.notes += told.notes
        findings.skipped += told.skipped
        return roles
    return []


def _skip(part: CvPart, findings: Findings, why: str) -> None:
    lines = [line for line in ([part.name] if part.name else []) + part.lines if line.kind != "blank"]
    if lines:
        first, last = lines[0].number, lines[-1].number
        where = f"line {first}" if first == last else f"lines {first} to {last}"
        findings.skip(where, lines[0].text, why)


def _skip_undated(part: CvPart, kind: str, findings: Findings) -> None:
    """Name a section without dates, and what looks like a job in it."""
    _skip(part, findings, _NO_DATES if kind in TAKEN else "no job is in it")
    for line in part.lines if kind in TAKEN else ():
        if line.kind == "head" and any(title_score(name) > 0 for name in (line.text, *names_in(line.text))):
            findings.skip(f"line {line.number}", line.text, "we found no dates for it")


def _roles(part: CvPart, kind: str, findings: Findings) -> list[RoleFound]:
    groups, loose = grouped(part.lines, named=part.name is not None)
    if not groups:
        _skip_undated(part, kind, findings)
        return []
    for line in loose:
        findings.skip(f"line {line.number}", line.text, "it stands before the first job")
    habit = habit_of([group.head() for group in groups])
    if groups[0].above and any(not group.above and group.dated.rest for group in groups[1:]):
        # a line alone above several dated lines is the employer of all of them
        habit = replace(habit, order=habit.order or "employer", whole=habit.whole and _all_whole(groups))
    heads = [group.head(habit) for group in groups]
    places = {head.place for head in heads} - {""}
    odd = at_odds(
        [(head.line, head.title, head.employer) for head in heads], [bool(head.assumed) for head in heads]
    )
    usual, shifted = _usual_lines(groups), _may_be_shifted(groups)
    housed = 2 * sum(bool(head.employer) for head in heads) > len(heads)
    roles: list[RoleFound] = []
    above = Head()
    house: House | None = None
    for at, group in enumerate(groups):
        head = group.head(habit)
        head.assumed = head.assumed or (_SHIFTED if shifted and head.title else "")
        if (_is_unlike(head, habit, groups) and not group.within) or odd[at] or _is_apart(group, head, usual):
            head.assumed = head.assumed or assumed(head.title, head.employer)
        where = f"line {group.anchor.number}"
        own = Findings(order=findings.order, short_years=findings.short_years)
        facts = dates_of(where, group.dated, own)
        facts |= terms_of(where, group.dated.asides, own, facts)
        if is_umbrella(group, head, facts, groups[at + 1 :]):
            name = f"{head.employer} ({head.place})" if head.place else head.employer
            findings.notes.append(f"{where}: {name} is the employer of the jobs below it.")
            above, house = head, House(head, facts)
            continue
        findings.skipped += own.skipped
        findings.notes += own.notes
        if house and house.holds(group, head, facts):
            _place_below(roles, group, head, groups[at - 1])
            house.take_in(head)
        else:
            house = house_of(group, _as_employer(group, head), facts)
        if not habit.whole or group.within:
            findings.notes += [f"{where}: {note}" for note in at_the_same(group, head, above, places)]
        above = _as_employer(group, head) if head.employer else Head()
        if kind in TAKEN and not why_no_work(head.title):
            _complete(head, group, housed=housed and facts.get(keys.ROLE_KIND) != "freelance")
        roles += role_of(where, group, head, {keys.ROLE_KIND: kind} | facts, findings)
    return roles


def _as_employer(group: Group, head: Head) -> Head:
    """Return a head for the jobs below it: a place below its own dates is not theirs."""
    own = any(line.text == head.place for line in group.below)
    return replace(head, place="" if own else head.place)


def _place_below(roles: list[RoleFound], group: Group, head: Head, over: Group) -> None:
    """Give the last role the place right below its dates, which stands above the next title."""
    first = group.above[0].text if len(group.above) > 1 else ""
    if not first or head.employer != first or not is_town(first) or over.below or over.details:
        return
    if roles and not roles[-1].facts.get("place"):
        roles[-1] = replace(roles[-1], facts={**roles[-1].facts, "place": first})
        head.employer = ""


def _is_unlike(head: Head, habit: Habit, groups: Sequence[Group]) -> bool:
    """Return whether a job's words show another order than the other jobs have, or than is usual."""
    if habit.order:
        return head.order not in ("", habit.order)
    return head.order == "employer" and len(groups) > _FEW


def _usual_lines(groups: Sequence[Group]) -> tuple[int, bool, int] | None:
    """Return on how many lines most jobs stand above, beside and below their dates; None if no most do."""
    shapes = Counter(map(_lines_around, groups)).most_common(1)
    return shapes[0][0] if len(groups) > _FEW and 2 * shapes[0][1] > len(groups) else None


def _may_be_shifted(groups: Sequence[Group]) -> bool:
    """Return whether dates alone on a line may belong to the names below them, of which the last has some."""
    *others, last = groups
    named = [line for line in last.below if not (is_town(line.text) or is_place(line.text))]
    return bool(others and others[0].above and last.above and named) and not any(
        group.below or group.dated.rest or group.details for group in others
    )


def _lines_around(group: Group) -> tuple[int, bool, int]:
    return len(group.above), bool(group.dated.rest), len(group.below)


def _is_apart(group: Group, head: Head, usual: tuple[int, bool, int] | None) -> bool:
    """Return whether a job stands on other lines than most, and no words show what is its title."""
    if usual is None or group.within or _lines_around(group) == usual:
        return False
    return bool(head.title and head.employer) and not title_score(head.title) > 0 > title_score(head.employer)


def _complete(head: Head, group: Group, *, housed: bool) -> None:
    """Look for a title in the description if a job has only one name; note what we assumed."""
    alone = not (head.title and head.employer) and title_score(head.title) <= 0
    if alone and (title := group.title_told()):
        head.title, head.employer = title, head.employer or head.title
        head.assumed = assumed(head.title, head.employer)
    at_no_other(head)
    head.assumed = head.assumed or missing(head, housed=housed)


def _all_whole(groups: Sequence[Group]) -> bool:
    """Return whether a job's own line has title and employer: by its words in one, by a place in most."""
    own = [group.dated.rest for group in groups]
    return any(map(is_whole, own)) or 2 * sum(len(names_in(rest)) > 2 for rest in own) > len(own)  # noqa: PLR2004
