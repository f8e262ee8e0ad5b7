"""A group of lines about one job, as a role: its fields, and all that stands in none of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.asides import is_aside, is_length, is_mode, is_season, is_terms
from good_on_paper.intake.cv_shape import TAKEN
from good_on_paper.intake.head_doubts import note_of
from good_on_paper.intake.head_layout import shown
from good_on_paper.intake.head_line import is_whole
from good_on_paper.intake.job_words import is_degree, is_school, title_score, why_no_work
from good_on_paper.intake.name_doubts import why_no_names
from good_on_paper.intake.preview import RoleFound
from good_on_paper.intake.told_length import why_unlike
from good_on_paper.intake.words_left import words_left
from good_on_paper.language.counts import joined, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.cv_groups import Group
    from good_on_paper.intake.cv_habit import Head
    from good_on_paper.intake.cv_line import CvLine
    from good_on_paper.intake.facts import Findings

_TOLD: Final = 3
"""How many spaces a text has that begins in lower case and is no name of a job."""
_DOT: Final = "\N{MIDDLE DOT}"
_DATES_IN_IT: Final = "dates stand in it; if it is a job of its own, add it"
_PROJECT: Final = "A project may be part of another job, so it isn’t ticked. Tick it if it was one."
_SCHOOL: Final = "No job title stands in it, so it isn’t ticked. Tick it if you worked there."


def role_of(
    where: str, group: Group, head: Head, facts: dict[str, str], findings: Findings
) -> list[RoleFound]:
    """Return the role of a group of lines; none if nothing says what or where it was.

    Parameters
    ----------
    where : str
        The line of its dates, for messages.
    group : Group
    head : Head
        What its head says.
    facts : dict
        Its kind and dates.
    findings : Findings
        To which is added what we assumed and left out.
    """
    begun = len(findings.skipped)
    head = _without_mode(head)
    if head.assumed and not why_not(head):  # else the reason says it
        findings.notes.append(f"{where}: {note_of(head)}.")
    for line in group.others() if facts[keys.ROLE_KIND] in TAKEN else ():
        findings.skip(f"line {line.number}", line.text, _DATES_IN_IT)
    for text in filter(is_aside, head.left):
        unlike = why_unlike(text, facts, of_all=group.within)
        if why := unlike if is_length(text) else "a job has no field for this":
            findings.skip(f"{where}, beside the title", text, why)
    extras = []
    for text in filter(lambda text: not is_aside(text), head.left):
        # "one star in the guide", "Stagione estiva"
        told = (text[0].islower() and text.count(" ") >= _TOLD) or is_season(text)
        if not told and (title_score(text) > 0 or is_whole(text)):
            findings.skip(f"{where}, beside it", text, "it may be a job of its own, without dates")
        else:
            extras.append(text)
    texts = {
        "title": findings.text(where, head.title),
        "employer": findings.text(where, head.employer),
        "place": findings.text(where, head.place),
        "summary": findings.text(where, _summary(extras, group.details), lines=True),
    }
    kind = facts[keys.ROLE_KIND]
    if head.kind and kind == "job":
        facts[keys.ROLE_KIND] = head.kind
    facts |= {key: text for key, text in texts.items() if text}
    lines = sorted((*group.above, group.anchor, *group.below), key=lambda line: line.number)
    if not (head.title or head.employer):
        whole = sorted((*lines, *group.details), key=lambda line: line.number)
        last = whole[-1].number
        span = where if len(whole) == 1 else f"lines {whole[0].number} to {last}"
        findings.skip(span, " / ".join(line.text for line in whole), "nothing says what or where it was")
        return []
    _keep_the_rest(where, group, facts, findings, since=begun)
    written = findings.text(where, " / ".join(shown(line.text) for line in lines))
    if kind in TAKEN and is_degree(head.title, head.employer):
        findings.notes.append(f"{where}: this looks like a degree, so it is not ticked.")
        kind = facts[keys.ROLE_KIND] = "study"
    why = why_not(head) if kind in TAKEN else _PROJECT if kind == "project" else ""
    taken = kind in TAKEN and "started" in facts and not why
    return [RoleFound(where, facts, taken=taken, written=written, why=why)]


def _without_mode(head: Head) -> Head:
    """Return a head whose place has no word for how somebody worked there: "Leeds, England | Hybrid"."""
    town, dot, mode = head.place.rpartition(_DOT)
    if not (dot and is_mode(mode.strip())):
        return head
    return replace(head, place=town.strip(), assumed=head.assumed.replace(head.place, town.strip()))


def _keep_the_rest(
    where: str, group: Group, facts: dict[str, str], findings: Findings, *, since: int
) -> None:
    """Add what stands in no field to the summary; say so if it may be part of a name."""
    said = [*facts.values(), *(part.what for part in findings.skipped if part.where.startswith(where))]
    said += [part.what for part in findings.skipped[since:]]
    own = [line.text for line in (*group.above, *group.below, *group.details)]
    left = words_left([*own, group.dated.rest, *group.dated.asides], " ".join(said))
    if not left:
        return
    facts["summary"] = "\n".join(filter(None, (facts.get("summary", ""), *left)))
    if names := [piece for piece in left if not is_terms(piece)]:
        findings.notes.append(f"{where}: we kept {joined(list(map(quoted, names)))} below the job.")


def why_not(head: Head) -> str:
    """Return why an entry may not be a job, or may be misread; empty text if it is certain."""
    if not head.title and is_school(head.employer):
        return _SCHOOL
    return why_no_work(head.title) or why_no_names(head.title, head.employer, head.place)


def _summary(heads: Sequence[str], details: Sequence[CvLine]) -> str:
    """Join the rest of a head, bullets and running text."""
    texts = list(heads)
    for line in details:
        if line.kind == "more" and texts:
            texts[-1] += f" {line.text}"
        else:
            texts.append(f"- {line.text}" if line.kind == "bullet" else line.text)
    return "\n".join(texts)
