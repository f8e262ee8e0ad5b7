"""The head of a job in a CV: which line is the job title, which the employer, and which the place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_length, is_mode, is_person, is_terms
from good_on_paper.intake.cv_habit import NO_HABIT, Habit, Head
from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.head_doubts import assumed, doubt, is_no_name, town_behind
from good_on_paper.intake.head_line import DASH, is_whole, read_line
from good_on_paper.intake.head_names import (
    BRACKET,
    employer_and_place,
    has_place,
    is_parted,
    names_in,
    names_of,
    without_place,
)
from good_on_paper.intake.job_words import is_place, is_town, is_unit, title_score
from good_on_paper.intake.name_doubts import is_street
from good_on_paper.intake.towns import is_known_place

if TYPE_CHECKING:
    from collections.abc import Sequence

_APART: Final = re.compile(r"\s*[|\u00b7\u2022\t]\s*|\s{3,}")
_TWO: Final = 2
_SHORT: Final = 40
"""Most characters of a place."""
_TITLE_LONG: Final = 60
"""Most characters of a job title that is far from the dates."""
_AT_A_NAME: Final = re.compile(
    r"\w\s(?:at|bei|chez|presso|bij|@)\s(?:(?:the|der|l['\u2019]|il|la) ?)?[A-Z\u00c0-\u00de]"
)
_LABELLED_PLACE: Final = re.compile(
    r"^(?:city|town|country|location|place|stadt|ort|land|ville|pays|lieu|ciudad|pa\u00eds|lugar|cidade|localidade"
    r"|citt\u00e0|paese|luogo|stad|plaats)\s*:\s+",
    re.IGNORECASE,
)
"""A label before a part of a place: "City: Cork"."""
_SAID: Final = re.compile(r"(?:^|[\s,])[a-z\u00df-\u00ff]{4,}")
"""A word in brackets behind a place that tells something else: "20 people"."""
_NAMED_AFTER: Final = re.compile(
    r"or[ck]hest|orkest|orquest|phil[h]?armon|filarmon|sinfoni|symphon|oper|theat|teatr|ballet|festival|messe"
    r"|zoo|\b(?:TU|TH|FH|HS|HTW|HAW|CHU|CHR|ETH|KU|OTH|UWE)\b",
    re.IGNORECASE,
)
"""A house that is named after its town: "Konzerthausorchester Berlin"."""
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
    own = _without_what_is_told(own, Head())
    above, below = ([_without_what_is_told(text, head) for text in part] for part in (above, below))
    above, below, own = _without_place(above, below, own, habit, head)
    if within and len(above) > 1:  # the employer stands above the roles there
        habit = replace(habit, order="employer", lines=None)
    if not within and len(above) + len(below) == _TWO and not any(map(_tells, below)):
        above, below = [*above, *below], []  # "Analyst" and "Beta, Paris": the second is not just a place
    head.left += filter(is_street, above)
    sole = len(above) + len(below) == 1
    lines = [
        line for text in above if not is_street(text) and (line := _without_terms(text, head, sole=sole))
    ]
    _further(below, lines, head, habit, within=within)
    if len(lines) > 1 and sum(map(_says_where, lines)) == 1:  # what is told stands below "Owner at Acme"
        told = [line for line in lines if not _says_where(line) and _tells(line) and line != own]
        head.left += told
        lines = [line for line in lines if line not in told]
    head.split = any(_may_hold_both(line, lines) for line in lines)
    own = _without_terms(own, Head())
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
    _end_at_the_town(head)
    _begin_at_the_town(head, habit)
    if head.kind == "freelance" and all(map(is_known_place, _AND.split(head.employer))):
        head.place, head.employer = ", ".join(filter(None, (head.employer, head.place))), ""
        head.assumed = f"{head.place} is read as the place of it, not as an employer"
    doubt(head, habit)
    return head


def _without_what_is_told(text: str, head: Head) -> str:
    """Move what brackets tell behind an employer and its town to the head: "Acme, Brest (45 seats)"."""
    bracket = BRACKET.fullmatch(text)
    if bracket is None or not _SAID.search(bracket["inside"]) or ": " in bracket["inside"]:
        return text
    house, comma, town = bracket["before"].rpartition(", ")
    said = bracket["inside"].strip()
    placed = comma and is_town(town) and (is_known_place(town) or title_score(house) < 0)
    if not placed or is_length(said) or any(is_mode(part) or is_terms(part) for part in said.split(", ")):
        return text
    head.left.append(said)
    return bracket["before"]


def _end_at_the_town(head: Head) -> None:
    """Leave out what follows a town and is no place: "Berlin, desk 3"."""
    if _LABELLED_PLACE.match(head.place):
        head.place = ", ".join(_LABELLED_PLACE.sub("", part) for part in _APART.split(head.place))
    if not any(map(str.isalpha, head.place)):  # "02-11"
        head.left += filter(None, [head.place])
        head.place = ""
    bracket = BRACKET.fullmatch(head.place)
    said = bracket["inside"] if bracket else ""
    if bracket and _SAID.search(said) and not is_mode(said) and title_score(said) <= 0:
        head.place = bracket["before"]  # "Lyon (20 people)"
        head.left.append(said)
    town, *more = head.place.split(", ")
    listed = len(more) > 1 and is_known_place(town) and not any(is_known_place(_first(part)) for part in more)
    if not listed and (is_place(head.place) or (is_known_place(town) and all(map(is_town, more)))):
        return
    if is_known_place(town) or len(more) > 1:
        head.place = town
        head.left += [", ".join(more)] if more else []


def _begin_at_the_town(head: Head, habit: Habit) -> None:
    """Read the town behind an employer as its place if most jobs have one: "BBC Leeds"."""
    employer, town = town_behind(head)
    if town and habit.towns and not (head.assumed or _NAMED_AFTER.search(employer)):
        head.employer, head.place = employer, town
        head.assumed = f"{town} is read as the place of it"


def _without_place(
    above: Sequence[str], below: Sequence[str], own: str, habit: Habit, head: Head
) -> tuple[Sequence[str], Sequence[str], str]:
    """Take the lines that are where a job was out of those that name it, unless there is no other."""
    texts = [*above, *below]
    if is_place(own) and any(" | " in text and is_parted(text) for text in texts if text != own):
        habit = replace(
            habit, placed=True
        )  # "Shell | Engineer" stands above "2019 - 2021 | Bukom, Singapore"
    names = [text for text in texts if not _is_the_place(text, own, habit)]
    if not names or len(names) == len(above) + len(below):
        return above, below, own
    head.place = next(text for text in texts if text not in names)
    head.placed = bool(own) and own not in names
    above, below = ([text for text in part if text in names] for part in (above, below))
    return above, below, own if own in names else ""


def _is_the_place(text: str, own: str, habit: Habit) -> bool:
    """Return whether a line is where a job was: a known town, or a name where other jobs have one."""
    pieces = [BRACKET.sub(r"\g<before>", text) if _says_mode(text) else text for text in _APART.split(text)]
    tidy = " | ".join(piece for piece in pieces if not is_mode(piece))
    labelled = all(_LABELLED_PLACE.match(part) for part in pieces)  # "City: Cork | Country: Ireland"
    return (
        labelled
        or is_known_place(tidy)
        or (habit.placed and text == own and (is_town(text) or is_place(text)))
    )


def _says_mode(text: str) -> bool:
    """Return whether brackets say from where somebody worked: "Leeds (remote)"."""
    bracket = BRACKET.fullmatch(text)
    return bracket is not None and is_mode(bracket["inside"])


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
        elif line := _without_terms(text, head):
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


def _without_terms(text: str, head: Head, *, sole: bool = False) -> str:
    """Move kind, terms and lengths from a line to the head; return the rest of the line.

    In the `sole` line of a job, "Intern" is its title if nothing else is.
    """
    kept: list[str] = []
    pieces = [piece for piece in _APART.split(text) if piece]
    untitled = len(pieces) == 1 or (sole and not any(map(_is_other_title, pieces)))
    for piece in pieces:
        bracket = BRACKET.fullmatch(piece)
        inside = bracket["inside"].strip() if bracket else ""
        if untitled and is_person(piece):
            head.kind = head.kind or kind_of(piece)
            kept.append(piece)
        elif bracket and len(inside.split(", ")) > 1 and all(map(_is_mode_or_town, inside.split(", "))):
            kept.append(bracket["before"])  # "(Remote, Berlin)"
            head.place = ", ".join(sorted(filter(None, (head.place, *inside.split(", "))), key=is_mode))
        elif bracket and (
            is_mode(inside) or is_length(inside) or is_terms(inside.partition(", ")[0]) or ": " in inside
        ):
            kept.append(bracket["before"])  # "(PI: K. Baum)"
            _term(inside, head)
        elif (comma := piece.rpartition(", "))[0] and is_terms(comma[2]) and not kind_of(comma[2]):
            kept.append(comma[0])  # "Nurse, 80%"
            _term(comma[2], head)
        elif is_mode(piece) or is_length(piece) or is_terms(piece) or (kept and ": " in piece):
            _term(piece, head)
        else:
            kept.append(piece)
    return " | ".join(kept)


def _is_mode_or_town(text: str) -> bool:
    return is_mode(text) or is_known_place(text)


def _is_other_title(piece: str) -> bool:
    return title_score(piece) > 0 and not is_person(piece)


def _term(piece: str, head: Head) -> None:
    """Add a piece that is not a name to the head: as place, as kind, or among what is left."""
    if is_mode(piece):
        head.place = ", ".join(filter(None, (head.place, piece)))
    elif is_terms(piece) and kind_of(piece):
        head.kind = head.kind or kind_of(piece)
    else:
        head.left.append(piece)


def _lines(lines: list[str], habit: Habit, head: Head) -> None:
    """Choose the line with the job title and the line with the employer."""
    scores = [title_score(line) for line in lines]
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
        or (scores[employer] == 0 and (DASH.search(lines[title]) or _is_told_apart(lines[title])))
        or (scores[title] <= scores[employer] and not habit.order)
    ):
        head.assumed = assumed(lines[title], lines[employer])
    head.title = _title(lines[title], head)
    head.employer, place = employer_and_place(lines[employer])
    head.place = ", ".join(filter(None, (place, head.place)))
    _others([line for at, line in enumerate(lines) if at not in (title, employer)], head)


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
        (title.isupper(), _first(employer).isupper())
    )


def _first(line: str) -> str:
    return _APART.split(line)[0]


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
