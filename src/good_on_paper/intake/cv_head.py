"""The head of a job in a CV: which line is the job title, which the employer, and which the place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_ones_own
from good_on_paper.intake.cv_habit import NO_HABIT, Habit, Head
from good_on_paper.intake.head_doubts import assumed, doubt, is_no_name
from good_on_paper.intake.head_line import DASH, is_whole, read_line
from good_on_paper.intake.head_names import (
    employer_and_place,
    first_part,
    has_place,
    is_parted,
    names_in,
    names_of,
    without_place,
)
from good_on_paper.intake.head_place import (
    begin_at_the_town,
    end_at_the_town,
    without_place_lines,
    without_what_is_told,
)
from good_on_paper.intake.head_terms import without_terms
from good_on_paper.intake.job_words import is_place, is_town, is_unit, title_score
from good_on_paper.intake.name_doubts import is_street, town_of_address
from good_on_paper.intake.order_doubts import unsure_order
from good_on_paper.intake.speciality import says_its_speciality
from good_on_paper.intake.told_beside import is_no_place, without_somebody
from good_on_paper.intake.towns import is_known_place
from good_on_paper.language.counts import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

_TWO: Final = 2
_SHORT: Final = 40
"""Most characters of a place."""
_TITLE_LONG: Final = 60
"""Most characters of a job title that is far from the dates."""
_AT_A_NAME: Final = re.compile(
    r"\w\s(?:at|bei|chez|presso|bij|@)\s(?:(?:the|der|l['\u2019]|il|la) ?)?[A-Z\u00c0-\u00de]"
)
_AND: Final = re.compile(r"\s+(?:and|und|et|y|e|en|&)\s+|,\s+")
_LISTED: Final = re.compile(r", (?:[a-z\u00df-\u00ff]{3}|[0-9]+ [a-z])")


def head_of(
    above: Sequence[str],
    below: Sequence[str],
    habit: Habit = NO_HABIT,
    *,
    own: str = "",
    within: bool = False,
) -> Head:
    """Return title, employer and place from the lines around a job's dates.

    Parameters
    ----------
    above, below : sequence of str
        Lines before its dates (text on the same line comes last) and after them.
    habit : Habit
        What the other jobs have in common.
    own : str
        Text on the line of the dates, the last of `above`.
    within : bool
        Whether the employer is named above several roles, so that it need not be here.
    """
    head = Head()
    own = without_what_is_told(own, Head())
    above, below = ([without_what_is_told(text, head) for text in part] for part in (above, below))
    above, below, own = without_place_lines(above, below, own, habit, head)
    if within and len(above) > 1:  # the employer stands above the roles there
        habit = replace(habit, order="employer", lines=None)
    if not within and len(above) + len(below) == _TWO and not any(map(_tells, below)):
        above, below = [*above, *below], []  # "Analyst" and "Beta, Paris": the second is not just a place
    head.left += filter(is_street, above)
    sole = len(above) + len(below) == 1
    lines = [line for text in above if not is_street(text) and (line := without_terms(text, head, sole=sole))]
    _further(below, lines, head, habit, within=within)
    if len(lines) > 1 and sum(map(_says_where, lines)) == 1:  # what is told stands below "Owner at Acme"
        told = [line for line in lines if not _says_where(line) and _tells(line) and line != own]
        head.left += told
        lines = [line for line in lines if line not in told]
    head.split = any(_may_hold_both(line, lines) for line in lines)
    own = without_terms(own, Head())
    if own and len(lines) > 1 and _is_job(own, [line for line in lines if line != own], habit):
        read_line(own, habit, head)
        head.whole = True
        _others([line for line in lines if line != own], head)
        if title_score(head.employer) == 0 and any(map(has_place, lines)):  # that may be the employer
            head.assumed = head.assumed or assumed(head.title, head.employer)
    elif len(lines) == 1:
        read_line(lines[0], habit, head)
        head.whole = is_whole(lines[0]) or (bool(own) and is_parted(lines[0]))
    elif lines:
        _lines(lines, habit, head)
    if head.whole or len(lines) == 1:
        head.line = own or lines[0]
        head.parts = len(names_of(own or lines[0]))
    without_somebody(head)
    head.place = head.place or next(filter(None, map(town_of_address, head.left)), "")
    end_at_the_town(head)
    begin_at_the_town(head, habit)
    if head.kind == "freelance" and all(map(is_known_place, _AND.split(head.employer))):
        head.place, head.employer = ", ".join(filter(None, (head.employer, head.place))), ""
        head.assumed = f"{quoted(head.place)} is read as the place of it, not as an employer"
    doubt(head, habit)
    head.assumed = head.assumed or unsure_order(head, habit)
    return head


def _may_hold_both(line: str, lines: Sequence[str]) -> bool:
    """Return whether this line may hold title and employer, and no other line surely holds one."""
    if not is_parted(line) or min(map(title_score, names_in(line))) > 0:
        return False  # "Vice President, Commercial Sales" is one title
    return all(other == line or title_score(other) == 0 for other in lines)


def _further(below: Sequence[str], lines: list[str], head: Head, habit: Habit, *, within: bool) -> None:
    """Take a line below the dates for one of two, for the place, or for what is told of the job."""
    # title and employer stand above, so that a name below is where that was, if nothing says it yet
    both_named = len(lines) >= _TWO and not any(has_place(line) or without_place(line)[1] for line in lines)
    for at, text in enumerate(below):
        if is_no_place(text) and (lines or len(below) > 1):
            head.left.append(text)
            continue
        only = not lines and len(below) == 1 and not within  # "2015-2019", then "Art Director, Studio Norr"
        named = within or len(lines) != 1 or any(title_score(line) < 0 for line in (*lines, *below[at + 1 :]))
        enough = len(lines) >= _TWO and not _is_missed(text, lines, habit)
        placed = (both_named and title_score(text) == 0 and len(text) < _SHORT) or (
            within and lines and is_town(text)
        )
        if not (only or head.place) and ((named and is_place(text)) or placed or (enough and is_town(text))):
            head.place = text
        elif enough or (lines and title_score(lines[0]) > 0 and _tells(text)):
            head.left.append(text)
        elif line := without_terms(text, head):
            lines.append(line)


def _tells(text: str) -> bool:
    """Return whether a line describes a job instead of naming an employer: "Posters, menus and signs"."""
    return title_score(text) == 0 and (is_no_name(text) or _LISTED.search(text) is not None)


def _says_where(line: str) -> bool:
    """Return whether a word before an employer stands in a line: "Titolare presso Salone Giada"."""
    return _AT_A_NAME.search(line) is not None


def _is_missed(text: str, lines: Sequence[str], habit: Habit) -> bool:
    """Return whether a third line is needed because no other has the job title."""
    if habit.lines and len(lines) <= max(habit.lines):
        return True
    if habit.lines or habit.order:
        return False
    return max(map(title_score, lines)) <= 0 < title_score(text) and len(text) < _TITLE_LONG


def _lines(lines: list[str], habit: Habit, head: Head) -> None:
    """Choose the line with the job title and the line with the employer."""
    scores = [title_score(line) for line in lines]
    if min(scores) >= 0 and 0 < sum(map(_is_ones_own, lines)) < len(
        lines
    ):  # "Libera professionista, Ferrara"
        scores = [-1 if _is_ones_own(line) else score for line, score in zip(lines, scores, strict=True)]
    whole = next((at for at, line in enumerate(lines) if is_whole(line)), None)
    if whole is not None and (
        (not habit.whole and _are_two(scores, habit)) or _is_in_a_department(lines, whole, scores)
    ):  # a ward, then the hospital
        whole = None
    elif whole is None and habit.whole:  # as in the other jobs
        whole = next((at for at, line in enumerate(lines) if _may_hold_both(line, lines)), None)
    if whole is not None:
        read_line(lines[whole], habit, head)
        head.whole = True
        _others([line for at, line in enumerate(lines) if at != whole], head)
        return
    title, employer = _which(lines, scores, habit)
    if scores[title] > scores[employer]:
        head.order = "title" if title < employer else "employer"
        head.lines = (title, employer)
    swapped = scores[title] < scores[employer]
    if (
        swapped
        or (scores[employer] == 0 and _may_name_a_house(lines[title]))
        or (scores[title] <= scores[employer] and not habit.order)
    ):
        head.assumed = assumed(lines[title], lines[employer])
    head.title = _title(lines[title], head)
    head.employer, place = employer_and_place(lines[employer])
    head.place = ", ".join(filter(None, (place, head.place)))
    _others([line for at, line in enumerate(lines) if at not in (title, employer)], head)


def _is_ones_own(line: str) -> bool:
    """Return whether a line only says that somebody worked for nobody else, and where."""
    return is_ones_own(names_in(line)[0])


def _may_name_a_house(line: str) -> bool:
    """Return whether an employer may stand behind a sign in the line that says what somebody was."""
    return bool(DASH.search(line) or _is_told_apart(line)) and not says_its_speciality(line)


def _is_told_apart(line: str) -> bool:
    """Return whether an employer may stand behind a comma in the line that says what somebody was."""
    return ", " in line and is_parted(line) and min(map(title_score, names_in(line)[1:])) == 0


def _is_in_a_department(lines: Sequence[str], whole: int, scores: Sequence[int]) -> bool:
    """Return whether one line names a title and a department, and another its employer."""
    others = [score for at, score in enumerate(scores) if at != whole]
    house, *units = names_in(lines[whole])
    if title_score(house) < 0 < max(others) and all(map(is_unit, units)):  # "CHU de Nantes, Urgences"
        return True
    return min(others, default=0) < 0 < title_score(names_in(lines[whole])[0])


def _are_two(scores: Sequence[int], habit: Habit) -> bool:
    """Return whether title and employer are on two lines, as in the other jobs."""
    if habit.lines is None or max(habit.lines) >= len(scores):
        return False
    return scores[habit.lines[0]] > 0 > scores[habit.lines[1]]


def _title(line: str, head: Head) -> str:
    """Return the title of a line; a separate second name is the place: "Art Director | Portland"."""
    first, *others = line.split(" | ")
    if (
        title_score(first) > 0
        and len(others) == 1
        and not head.place
        and (is_town(others[0]) or is_place(others[0]))
    ):
        head.place = others[0]
        return first
    named, place = without_place(line)
    if place and not head.place and title_score(named) >= 0:  # the employer stands on another line
        line, head.place = named, place
    return line.replace(" | ", ", ")


def _which(lines: Sequence[str], scores: Sequence[int], habit: Habit) -> tuple[int, int]:
    """Return which line is the title and which the employer: by their words, else as in the other jobs."""
    if habit.lines and max(habit.lines) < len(lines):
        title, employer = habit.lines
        if scores[title] >= scores[employer] or _is_as_loud(lines[title], lines[employer], habit):
            return habit.lines
    title = max(
        range(len(lines)),
        key=lambda at: (scores[at], not has_place(lines[at]), at if habit.order == "employer" else -at),
    )
    others = [at for at in range(len(lines)) if at != title]
    employer = min(others, key=lambda at: (is_place(lines[at]), scores[at], abs(at - title)))
    return title, employer


def _is_as_loud(title: str, employer: str, habit: Habit) -> bool:
    """Return whether capitals mark the same one of the two names as in the other jobs."""
    return habit.loud == {(True, False): "title", (False, True): "employer"}.get(
        (title.isupper(), first_part(employer).isupper())
    )


def _is_job(own: str, others: Sequence[str], habit: Habit) -> bool:
    """Return whether title and employer are both beside the dates, so that no other line is the employer."""
    parts = names_in(own)
    scores = list(map(title_score, parts))
    titled = len(parts) > 1 and max(scores) > 0 >= min(scores)
    if titled and habit.whole and min(map(title_score, others)) >= 0:
        return True
    return titled and all(is_whole(line) or title_score(line) > 0 for line in others)


def _others(lines: Sequence[str], head: Head) -> None:
    for line in lines:
        if not head.place and (is_place(line) or is_town(line)):
            head.place = line.replace(" | ", ", ")
        else:
            head.left.append(line)
