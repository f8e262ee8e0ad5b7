"""The lines of one section of a CV, grouped around the dates of each job."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_aside, is_length, is_terms
from good_on_paper.intake.cv_habit import NO_HABIT, Habit, Head
from good_on_paper.intake.cv_head import head_of
from good_on_paper.intake.head_layout import shown
from good_on_paper.intake.head_names import is_parted, names_in
from good_on_paper.intake.job_words import is_place, is_town, title_score
from good_on_paper.intake.spans import Dated, dates_in
from good_on_paper.intake.towns import is_known_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.cv_line import CvLine

_MOST: Final = 3
"""How many lines above the dates may be a job's head."""


_NO_DATES: Final = Dated("", "", goes_on=False, rest="")
_A_JOB: Final = 100
"""Most characters of a line that may be a separate job."""


@dataclass
class Group:
    """The lines of one job.

    Parameters
    ----------
    anchor : CvLine
        The line with the dates.
    above, below : list of CvLine
        Lines of the head above and below the anchor.
    details : list of CvLine
        Bullets and running text about the job.
    shares : bool
        Whether its employer may be that of the job above.
    within : bool
        Whether it stands under an employer with several roles, as a length of time beside its name says.
    """

    anchor: CvLine
    above: list[CvLine] = field(default_factory=list)
    below: list[CvLine] = field(default_factory=list)
    details: list[CvLine] = field(default_factory=list)
    shares: bool = False
    within: bool = False

    @property
    def dated(self) -> Dated:
        """The dates of the anchor."""
        return self.anchor.dated or _NO_DATES

    def head(self, habit: Habit = NO_HABIT) -> Head:
        """Return what its head says; `habit` as in `head_of`."""
        own = [self.dated.rest] if self.dated.rest else []
        head = head_of(
            [*(line.text for line in self.above), *own],
            [line.text for line in self.below],
            habit,
            own=self.dated.rest,
            within=self.within,
        )
        head.title, head.employer = shown(head.title), shown(head.employer)
        head.left = list(map(shown, head.left))
        return head

    def sole(self) -> str:
        """Return the only line with names; empty text if there are more."""
        named = [*(line.text for line in (*self.above, *self.below)), *filter(None, [self.dated.rest])]
        return named[0] if len(named) == 1 else ""

    def others(self) -> list[CvLine]:
        """Return lines around it that may be separate jobs: they have names, a start and an end."""
        lines = [line for line in (*self.above, *self.below, *self.details) if len(line.text) < _A_JOB]
        found = [(line, dates_in(line.text)) for line in lines]
        return [
            line
            for line, dated in found
            if dated and not dated.alone and any(map(title_score, [dated.rest, *names_in(dated.rest)]))
        ]

    def title_told(self) -> str:
        """Take the job title out of the description, as where salary and hours come before it."""
        line = next(
            (line for line in self.details if line.kind == "head" and title_score(line.text) > 0), None
        )
        if line is None or is_parted(line.text):
            return ""
        self.details.remove(line)
        return line.text


def grouped(lines: Sequence[CvLine], *, named: bool = True) -> tuple[list[Group], list[CvLine]]:
    """Group lines around the dates of each job.

    Parameters
    ----------
    lines : sequence of CvLine
        One section of a CV.
    named : bool
        Whether the section has a name; else its first lines may be anything, such as the person's name.

    Returns
    -------
    groups : list of Group
    loose : list of CvLine
        Lines before the first job that do not belong to it.
    """
    anchors = [at for at, line in enumerate(lines) if line.dated]
    if not anchors:
        return [], []
    groups = [Group(lines[at]) for at in anchors]
    before = [line for line in lines[: anchors[0]] if line.kind != "blank"]
    if not before or _dates_open(lines, anchors) or (not named and _dates_first(lines, anchors)):
        for group, (at, end) in zip(groups, pairwise([*anchors, len(lines)]), strict=True):
            group.below, group.details = _downwards(lines[at + 1 : end], whole=bool(group.dated.rest))
            group.shares = True
        for (one, other), (at, end) in zip(pairwise(groups), pairwise(anchors), strict=True):
            _opening(one, other, lines[at + 1 : end])
        return groups, before
    first = _nearest(lines[: anchors[0]])
    most = _MOST if named else min(_MOST, _most_above(lines, anchors))
    placed = next(
        (up for up in (1, 2) if len(first) >= most + up and _says_length(first[1 - most - up].text)), 0
    )
    groups[0].above, group_of = _above(
        first[-most - placed :] if most else [], min(len(first), most), within=False
    )
    groups[0].within = group_of
    blocks = _in_blocks(lines, anchors)
    usual = len(groups[0].above)
    loose = [line for line in before if line not in groups[0].above]
    for (one, other), (at, end) in zip(pairwise(groups), pairwise(anchors), strict=True):
        group_of = _between(one, other, lines[at + 1 : end], usual, within=group_of, block=blocks)
    groups[-1].below, groups[-1].details = _downwards(lines[anchors[-1] + 1 :], whole=usual == 0)
    return groups, loose


def _opening(one: Group, other: Group, between: Sequence[CvLine]) -> None:
    """Give a job the names that open its paragraph, above a line with only a place and dates."""
    heads, start = _run(between)
    alone = not other.dated.rest or is_known_place(other.dated.rest)
    if not (alone and start and start + len(heads) == len(between) and len(heads) < _MOST):
        return
    other.above, other.shares = heads, False
    one.below = [line for line in one.below if line not in heads]
    one.details = [line for line in one.details if line not in heads]


def _dates_open(lines: Sequence[CvLine], anchors: Sequence[int]) -> bool:
    """Return whether each job begins with its dates: names below all, none above the first."""
    first = anchors[0]
    if len(anchors) == 1 or (first and lines[first - 1].kind != "blank"):
        return False
    return all(
        lines[at].dated == replace(lines[at].dated or _NO_DATES, rest="")
        and at + 1 < len(lines)
        and lines[at + 1].kind == "head"
        and not lines[at + 1].dated
        for at in anchors
    )


def _dates_first(lines: Sequence[CvLine], anchors: Sequence[int]) -> bool:
    """Return whether dates come before their jobs: compare the words above the first and below the last."""
    above = [title_score(line.text) for line in _nearest(lines[: anchors[0]])[-2:]]
    below = [title_score(line.text) for line in _leading(lines[anchors[-1] + 1 :])[0][:2]]
    own = [title_score(dated.rest) for at in anchors if (dated := lines[at].dated) and dated.rest]
    if own:  # "Acme, 2012 - 2019", then what somebody was there
        titled = bool(above and below) and above[-1] <= 0 < below[0]
        return titled and len(own) == len(anchors) and max(own) <= 0
    return sum(map(abs, below)) > sum(map(abs, above))


def _most_above(lines: Sequence[CvLine], anchors: Sequence[int]) -> int:
    """Return the most head lines a job has above its dates, judged by the lines between two jobs."""
    between = [lines[at + 1 : end] for at, end in pairwise(anchors)]
    found = [len(_nearest(part)) for part in between if not part or any(line.kind != "head" for line in part)]
    if not found:
        return _MOST
    own = [dated.rest for at in anchors if (dated := lines[at].dated)]
    alone = sum(not rest for rest in own)
    if 2 * alone > len(anchors):  # several roles may share the employer above them
        return max(found) + 1
    whole = sum(map(is_parted, own))
    return max(found) or int(2 * whole <= len(anchors))


def _in_blocks(lines: Sequence[CvLine], anchors: Sequence[int]) -> bool:
    """Return whether every job has a head with a blank line above it."""
    heads = [_run(lines[:at]) for at in anchors]
    return len(anchors) > 1 and all(
        0 < len(head) <= _MOST and (not start or lines[start - 1].kind == "blank") and start < at
        for (head, start), at in zip(heads, anchors, strict=True)
    )


def _between(
    one: Group, other: Group, lines: Sequence[CvLine], usual: int, *, within: bool, block: bool
) -> bool:
    """Divide the lines between two jobs; return whether the second shares an employer with others."""
    one.below, rest = _leading(lines)
    if not any(line.kind != "blank" for line in rest):  # only heads: the last are the next job's
        heads, one.below = one.below, []
        other.above, within = _above(heads, usual, within=within)
        one.below = heads[: len(heads) - len(other.above)]
    else:
        nearest = _nearest(rest)
        other.above, within = _above(nearest, len(nearest) if block else usual, within=within)
        taken = {line.number for line in other.above}
        one.details = [line for line in rest if line.number not in taken and line.kind != "blank"]
    other.within = within
    other.shares = within or len(other.above) < usual or not (other.above or usual)
    return within


def _above(heads: Sequence[CvLine], usual: int, *, within: bool) -> tuple[list[CvLine], bool]:
    """Return the head lines above a job's dates, and whether they open an employer with several roles."""
    # "Acme / Full-time, 6 yrs / Engineer", with a place before and terms after what they were
    for at in range(max(1, len(heads) - _MOST - 1), len(heads)):
        if _says_length(heads[at].text):
            return list(heads[at - 1 :]), True
    if within:
        named = sum(not is_aside(line.text) for line in heads)
        placed = len(heads) > 1 and (
            is_place(heads[0].text) or (named == len(heads) == _MOST and is_town(heads[0].text))
        )
        rest = heads[1:] if placed else heads  # the place of the job above
        many = min(len(rest), _MOST)
        if sum(not is_aside(line.text) for line in rest) > 1:
            return list(rest[-many:]), False
        return list(rest), True
    many = min(len(heads), usual)
    if usual and len(heads) > usual and not any(title_score(line.text) > 0 for line in heads[-usual:]):
        many += title_score(heads[-usual - 1].text) > 0
    return list(heads[len(heads) - many :]), False


def _says_length(text: str) -> bool:
    parts = [part.strip() for part in text.replace("\u2022", "\u00b7").replace(",", "\u00b7").split("\u00b7")]
    return any(map(is_length, parts)) and all(is_length(part) or is_terms(part) for part in parts)


def _leading(lines: Sequence[CvLine]) -> tuple[list[CvLine], Sequence[CvLine]]:
    """Return the head lines directly below some dates, and the rest."""
    end = next((at for at, line in enumerate(lines) if line.kind != "head"), len(lines))
    return list(lines[:end]), lines[end:]


def _nearest(lines: Sequence[CvLine]) -> list[CvLine]:
    """Return the head lines directly above some dates; skip one blank line between.

    A copied profile also has a blank line below the total length of all roles at an employer.
    """
    heads, start = _run(lines)
    over, _ = _run(lines[:start]) if heads else ([], 0)
    placed = len(over) > 2 and is_place(over[-1].text) and _says_length(over[-2].text)  # noqa: PLR2004
    if placed:  # "Acme / Full-time, 6 yrs / Leeds, England"
        return over[-3:] + heads
    return over[-2:] + heads if len(over) > 1 and _says_length(over[-1].text) else heads


def _run(lines: Sequence[CvLine]) -> tuple[list[CvLine], int]:
    """Return the last run of head lines, and where it begins."""
    end = len(lines)
    while end and lines[end - 1].kind == "blank":
        end -= 1
    start = end
    while start and lines[start - 1].kind == "head":
        start -= 1
    return list(lines[start:end]), start


def _downwards(lines: Sequence[CvLine], *, whole: bool) -> tuple[list[CvLine], list[CvLine]]:
    """Divide the lines below a job's dates into head lines and description."""
    filled = next((at for at, line in enumerate(lines) if line.kind != "blank"), len(lines))
    below, rest = _leading(lines[filled:]) if not filled or not whole else ([], lines)
    return below[:_MOST], [*below[_MOST:], *(line for line in rest if line.kind != "blank")]
