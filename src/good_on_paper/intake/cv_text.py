"""Several lines a job, as in a CV or a profile that was copied: which lines belong to which job.

The dates are the anchors. What a job is called and where it was stands above them, on their line, or below
them; what all jobs of a part have in common, and the words of the lines, tell which. Bullets and running text
stay with their job.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake import limits
from good_on_paper.intake.asides import is_aside, is_length
from good_on_paper.intake.cv_groups import Group, grouped
from good_on_paper.intake.cv_head import Head, assumed, is_whole
from good_on_paper.intake.cv_lines import CvLine, CvPart, lines_of, parts_of
from good_on_paper.intake.errors import IntakeError
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.job_words import is_degree, title_score
from good_on_paper.intake.line_parts import is_one_part
from good_on_paper.intake.pasted import dates_of, tell_order, terms_of
from good_on_paper.intake.preview import Preview, RoleFound
from good_on_paper.intake.spans import dates_in
from good_on_paper.language.partial_date import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TAKEN: Final = ("job", "volunteer")


def is_cv(text: str) -> bool:
    r"""Tell whether a text holds several lines a job rather than a job a line.

    Examples
    --------
    >>> is_cv("Editor, Acme, 2014-2017\nCook, Bar, 2010")
    False
    >>> is_cv("Editor\nAcme\n2014-2017\nCook\nBar\n2010-2014")
    True
    """
    if text.count("\n") > 2 * limits.ROWS:  # more than a career can have, blank lines among them
        return False
    lines = [line for line in lines_of(text) if line.kind not in ("blank", "furniture")]
    dated = [line for line in lines if line.dated]
    if not dated:
        return any(line.part in _TAKEN for line in lines) and any(line.kind != "part" for line in lines)
    if any(line.kind == "part" and line.part in _TAKEN for line in lines) or any(
        map(_opens_an_employer, lines, lines[1:])
    ):
        return True
    alone = sum(not line.dated.rest for line in dated if line.dated)
    heads = sum(line.kind == "head" and not line.dated for line in lines)
    if alone and alone * 2 >= len(dated) and heads >= 2 * alone - (alone > 1):
        return True
    plain_lines = [line for line in lines if line.kind in ("bullet", "body", "more")]
    if plain_lines and len(dated) < len(lines):
        return any(line.kind != "bullet" or dates_in(line.text) is None for line in plain_lines)
    return False


def _opens_an_employer(line: CvLine, below: CvLine) -> bool:
    """Tell whether a line is an employer, and that below one of the roles there."""
    if line.dated or line.kind != "head" or below.dated is None or title_score(line.text) > 0:
        return False
    role = below.dated.rest
    return title_score(role) > 0 and is_one_part(role)


def read_cv(text: str, file: str = "pasted lines") -> Preview:
    r"""Find the jobs of a CV, or of a profile that was copied.

    Parameters
    ----------
    text : str
        Its lines, in the order in which they are read.
    file : str
        What to call it in messages.

    Returns
    -------
    Preview
        Roles at places such as "line 3", the line of their dates. Jobs and volunteering are taken, studies
        and projects found but not taken; parts that hold no job are left out and named.

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
    lines = lines_of(text)
    findings = Findings()
    tell_order(text, findings)
    parts = parts_of(lines)
    named = any(part.kind in _TAKEN for part in parts)
    roles: list[RoleFound] = []
    for part in parts:
        kind = part.kind or ("" if named else "job")
        if kind in ("", "other"):
            why = "it stands before the first part with jobs" if not kind else "no job is in it"
            _skip(part, findings, why)
        else:
            roles += _roles(part, kind, findings)
    return Preview(file, "lines", tuple(roles), skipped=tuple(findings.skipped), notes=tuple(findings.notes))


def _skip(part: CvPart, findings: Findings, why: str) -> None:
    lines = [line for line in ([part.name] if part.name else []) + part.lines if line.kind != "blank"]
    if lines:
        first, last = lines[0].number, lines[-1].number
        where = f"line {first}" if first == last else f"lines {first} to {last}"
        findings.skip(where, lines[0].text, why)


def _roles(part: CvPart, kind: str, findings: Findings) -> list[RoleFound]:
    groups, loose = grouped(part.lines)
    if not groups:
        why = "we found no dates in it, so we cannot tell one job from the next; write each on its own line"
        _skip(part, findings, why if kind in _TAKEN else "no job is in it")
        return []
    for line in loose:
        findings.skip(f"line {line.number}", line.text, "it stands before the first job")
    orders = Counter(group.head().order for group in groups)
    order = "employer" if orders["employer"] > orders["title"] else "title" if orders["title"] else ""
    if not order and groups[0].above and any(not group.above and group.dated.rest for group in groups[1:]):
        order = "employer"  # what stands alone above several dated lines is where all of them were
    places = {group.head(order).place for group in groups} - {""}
    roles: list[RoleFound] = []
    above = Head()
    for at, group in enumerate(groups):
        head = group.head(order)
        if order and head.order not in ("", order) and not head.assumed:
            head.assumed = assumed(head.title, head.employer)  # the other jobs have it the other way round
        where = f"line {group.anchor.number}"
        told = Findings(order=findings.order)
        facts = dates_of(where, group.dated, told) | terms_of(where, group.dated.asides, told)
        if _is_umbrella(group, head, facts, groups[at + 1 :]):
            findings.notes.append(f"{where}: {head.employer} is the employer of the jobs below it.")
            above = head
            continue
        findings.skipped += told.skipped
        findings.notes += told.notes
        placed = head.employer in places and bool(head.title and above.employer)
        if placed:  # where another job was is no employer
            head.place, head.employer = head.employer, ""
        if head.title and not head.employer and (group.shares or placed) and above.employer:
            head.employer = above.employer
            head.place = head.place or above.place
            findings.notes.append(f"{where}: taken to be at {above.employer} too, as the job above it.")
        above = head if head.employer else Head()
        roles += _role(where, group, head, {keys.ROLE_KIND: kind} | facts, findings)
    return roles


def _role(where: str, group: Group, head: Head, facts: dict[str, str], findings: Findings) -> list[RoleFound]:
    if head.assumed:
        findings.notes.append(f"{where}: {head.assumed}.")
    for text in filter(is_aside, head.left):
        why = "the dates say it" if is_length(text) else "a job has no place for this"
        findings.skip(f"{where}, beside the title", text, why)
    told = []
    for text in filter(lambda text: not is_aside(text), head.left):
        if title_score(text) > 0 or is_whole(text):
            findings.skip(f"{where}, beside it", text, "it may be a job of its own, without dates")
        else:
            told.append(text)
    said = {
        "title": findings.text(where, head.title),
        "employer": findings.text(where, head.employer),
        "place": findings.text(where, head.place),
        "summary": findings.text(where, _summary(told, group.told), lines=True),
    }
    kind = facts[keys.ROLE_KIND]
    if head.kind and kind == "job":
        facts[keys.ROLE_KIND] = head.kind
    facts |= {key: text for key, text in said.items() if text}
    if not (head.title or head.employer):
        findings.skip(where, group.anchor.text, "nothing says what or where it was")
        return []
    lines = sorted((*group.above, group.anchor, *group.below), key=lambda line: line.number)
    written = findings.text(where, " / ".join(line.text for line in lines))
    if kind in _TAKEN and is_degree(head.title, head.employer):
        findings.notes.append(f"{where}: this looks like a degree, so it is not ticked.")
        kind = facts[keys.ROLE_KIND] = "study"
    return [RoleFound(where, facts, taken=kind in _TAKEN and "started" in facts, written=written)]


def _is_umbrella(group: Group, head: Head, facts: Mapping[str, str], later: Sequence[Group]) -> bool:
    """Tell whether these dates are an employer's as a whole, with the roles there below."""
    alone = not (head.employer or head.place or group.above or group.below)
    may_be_employer = alone and title_score(head.title) <= 0 and is_one_part(head.title)
    if (head.title and not may_be_employer) or group.told or not later or not later[0].dated.rest:
        return False
    below = later[0].head()
    inner = dates_of("", later[0].dated, Findings())
    if not _inside(inner, facts) or not below.title or below.employer:
        return False
    if head.title and title_score(below.title) > 0:
        head.title, head.employer = "", head.title
    return not head.title


def _inside(inner: Mapping[str, str], outer: Mapping[str, str]) -> bool:
    """Tell whether the dates of one job lie within those of another, as far as both are known."""
    if not {"started", "ended"} <= inner.keys() & outer.keys():
        return False
    begins = outer["started"][: len(inner["started"])] <= inner["started"]
    if outer["ended"] == NOW:
        return begins
    known = min(len(outer["ended"]), len(inner["ended"]))
    return begins and inner["ended"] != NOW and inner["ended"][:known] <= outer["ended"][:known]


def _summary(heads: Sequence[str], told: Sequence[CvLine]) -> str:
    """Put what a head says beside title and employer, bullets and running text together."""
    said = list(heads)
    for line in told:
        if line.kind == "more" and said:
            said[-1] += f" {line.text}"
        else:
            said.append(f"- {line.text}" if line.kind == "bullet" else line.text)
    return "\n".join(said)
