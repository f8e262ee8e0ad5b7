"""One line of a job's head: "Staff Nurse, Castle Hospital, Hull", "Cook at The Harbour (Leeds)"."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_aside, is_person, is_season, is_terms
from good_on_paper.intake.at_a_house import AT_WORD, at_a_house, for_several, in_a_house, worked_for
from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.head_doubts import assumed
from good_on_paper.intake.head_layout import SIDES, parted, shown, sides_of
from good_on_paper.intake.head_names import (
    AGENCY,
    BRACKET,
    COMMAS,
    SHIP,
    SIGNS,
    employer_and_place,
    ends_in_legal_form,
    is_department,
    is_of_the_house,
    is_parted,
    names_in,
    names_of,
    without_place,
)
from good_on_paper.intake.head_parts import title_forward, with_departments
from good_on_paper.intake.job_words import is_quoted, is_town, title_score
from good_on_paper.intake.speciality import is_speciality, with_its_speciality
from good_on_paper.intake.towns import is_known_place
from good_on_paper.language.counts import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.cv_habit import Habit, Head


DASH: Final = re.compile(r"\s[-\u2013\u2014|]\s")
_COLON: Final = re.compile(r":\s+")


_STORY: Final = re.compile(
    r"^(?:(?:and |und |et |y |e |en )?(?:now|then|next|before|after|later|currently|previously|earlier|first"
    r"|jetzt|heute|dann|davor|danach|vorher|fr\u00fcher|zuerst|maintenant|avant|puis|ensuite|ahora|antes|luego"
    r"|despu\u00e9s|agora|depois|ora|adesso|prima|poi|nu|daarna|daarvoor|eerder)"
    r"(?: (?:that|this|\u00e7a|cela|eso|dat))?)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
"""A word that only goes on with a story, before a job: "before that: ..."."""
_FOR_LONG: Final = re.compile(
    r"\s+(?:for|f\u00fcr|pendant|durante|per|gedurende)\s+([0-9]+\S*\s+\w+)$", re.IGNORECASE
)

_TWO: Final = 2


def read_line(line: str, habit: Habit, head: Head) -> None:
    """Read title, employer and place from one line; if its words are unclear, read it like similar lines."""
    if for_several(line, head) or worked_for(line, head):
        return
    line = _without_a_work(_unlabelled(_without_terms(line, head), head), head)
    line, place = without_place(line)
    head.place = ", ".join(filter(None, (place, head.place)))
    if at_a_house(line, head):
        return
    line, told = with_its_speciality(line, head)
    _read_names(line, told, habit, head, placed=bool(place))
    head.title, head.employer, head.place = map(shown, (head.title, head.employer, head.place))


def _read_names(line: str, title: str, habit: Habit, head: Head, *, placed: bool) -> None:
    """Read a line of names, the place at its end taken off if it was `placed`; its `title` may be known."""
    order = habit.order
    if not title and (_like_the_others(line, habit, head) or _two_sides(line, head)):
        return
    parts = names_in(line)
    if len(parts) == 1:
        _one_part(parts[0], head)
        if placed and not head.employer:
            head.assumed = f"{quoted(head.place)} is read as the place of it, not as an employer"
        return
    scores = [1 if part == title else title_score(part) for part in parts]
    if not order and scores[0] < 0 == max(scores) and all(map(is_town, parts[1:])):
        head.employer, head.place = parts[0], head.place or ", ".join(parts[1:])
        head.assumed = assumed("", parts[0])
        return
    if max(scores[:2]) < 0:  # "Acme Corp, Bank of Leeds": no word is a job title
        head.employer, head.place = parts[0], head.place or ", ".join(parts[1:])
        head.assumed = assumed("", parts[0])
        return
    if len(parts) > _TWO and SHIP.match(parts[1]):
        parts[1:] = [", ".join(parts[1:])]
        head.title, head.employer = parts
        return
    parts, scores = with_departments(*title_forward(parts, scores), head)
    if scores[0] == scores[1]:
        first = 1 if order == "employer" else 0
        if not order or habit.lines:
            head.assumed = assumed(parts[first], parts[1 - first])
    else:
        first = 0 if scores[0] > scores[1] else 1
        head.order = "employer" if first else "title"
    head.title = parts[first]
    head.employer, place = employer_and_place(parts[1 - first], placed=bool(head.place))
    rest = parts[2:] if first or place else _without_units(parts[2:], head)
    if place and " | " in line:  # a cell behind the one with the town: "Promotion", why somebody left
        head.left += [part for part in rest if not (is_known_place(part) or is_aside(part))]
        rest = [part for part in rest if is_known_place(part) or is_aside(part)]
    head.place = ", ".join(filter(None, (place, *rest, head.place)))


def _without_units(names: Sequence[str], head: Head) -> Sequence[str]:
    """Add the parts of an employer behind its name to it; return the other names."""
    units = list(takewhile(is_of_the_house, names))
    head.employer = ", ".join((head.employer, *units))
    return names[len(units) :]


def _by_sides(sides: Sequence[str], habit: Habit, head: Head) -> bool:
    """Read "Acme, Hull - Manager, Sales" like the other lines with a dash, if they show which is which."""
    found = habit.layouts.get(SIDES) if len(sides) == _TWO else None
    if found is None or is_terms(sides[found[1]]) or _has_both(sides):
        return False
    title, employer = (sides[at] for at in found)
    if max(map(title_score, (title, names_in(title)[0]))) < title_score(employer):
        return False
    head.title, (head.employer, place) = title, employer_and_place(employer)
    head.place = ", ".join(filter(None, (place, head.place)))
    return True


def _has_both(sides: Sequence[str]) -> bool:
    """Return whether title and employer may be on one side: "Cook, Harbour Bar - Leeds"."""
    return is_town(sides[-1]) and len(names_in(sides[0])) > 1


def _without_terms(line: str, head: Head) -> str:
    """Take out what only says on what terms it was, or how long: "Illustrator - self-employed"."""
    if told := _FOR_LONG.search(line):  # "Editor, Acme for 3 years"
        head.left.append(told[1])
        line = line[: told.start()]
    for name in names_of(line)[1:]:  # "selbständig (Werkstatt Kröger)"
        bracket = BRACKET.fullmatch(name)
        if bracket and is_terms(bracket["before"]) and not AGENCY.fullmatch(bracket["before"]):
            head.kind = head.kind or kind_of(bracket["before"])
            line = line.replace(name, bracket["inside"])
    names = names_of(line)
    led = len(names) > _TWO and is_aside(names[0]) and title_score(names[0]) <= 0 < title_score(names[1])
    for term in filter(_is_term, names if led else names[1:]):  # "Summer job, cook, Harbour Bar"
        at = line.rfind(term)
        if at < 0 or (is_person(term) and not any(title_score(name) > 0 for name in names if name != term)):
            continue  # "Acme | Intern"
        line = f"{line[:at].rstrip(SIGNS)}{line[at + len(term) :]}".lstrip(SIGNS)
        head.left += [] if kind_of(term) else [term]
        head.kind = head.kind or kind_of(term)
    return line


def _is_term(name: str) -> bool:
    return is_aside(name) or is_season(name)


def _unlabelled(line: str, head: Head) -> str:
    """Move a label before the names and a town after them to the head; return the rest."""
    line = _STORY.sub("", line)  # "before that: Saturday job at Boots"
    label, colon, named = line.partition(": ")  # "Military service: Corporal, British Army"
    if colon and (is_terms(label) or (title_score(label) >= 0 and is_whole(named))):
        head.left.append(label.strip())
        line = named.strip()
    whole, bar, town = line.rpartition(" | ")
    told = names_of(whole)[-1]  # "Analyst, credit risk | Arup"
    field = not is_known_place(town) and (told[:1].islower() or is_speciality(told))
    if bar and is_town(town) and is_parted(whole) and not field:  # "CERN, Fellow | Geneva"
        line, head.place = whole, ", ".join(filter(None, (town, head.place)))
    return line


def _without_a_work(line: str, head: Head) -> str:
    """Move the title of a work between two names to what is left: 'Actor, "Hollow Bay", Theatr Clwyd'."""
    names = names_of(line)
    works = [name for name in names[1:] if is_quoted(name)]
    if not works or len(names) - len(works) < _TWO:
        return line
    head.left += works
    return (" | " if " | " in line else ", ").join(name for name in names if name not in works)


def _like_the_others(line: str, habit: Habit, head: Head) -> bool:
    """Read a line without clear words by the layout of other lines with the same separators."""
    if _by_sides(sides_of(line), habit, head):
        return True
    names, signs = parted(line)
    found = habit.layouts.get(signs)
    if found is None:
        return False
    title, employer = found
    scores = list(map(title_score, names))
    if (
        is_department(names[employer])
        or max(scores) > 0
        or scores[title] < 0
        or scores[employer] > min(scores)
    ):
        return False
    head.title, (head.employer, place) = names[title], employer_and_place(names[employer])
    rest = [place] if place else []
    rest += [name for at, name in enumerate(names) if at not in found]
    head.place = ", ".join(filter(None, (*rest, head.place)))
    return True


def _one_part(line: str, head: Head) -> None:
    """Read a line with one name, or with a second one in brackets: "Barista (Costa)"."""
    bracket = BRACKET.fullmatch(line)
    if title_score(line) < 0 and not is_run_together(line):
        head.employer, head.place = employer_and_place(line)[0], head.place or employer_and_place(line)[1]
    elif (
        bracket
        and title_score(bracket["before"]) > 0 > title_score(bracket["inside"])
        and not (
            ", " in bracket["inside"] and bracket["inside"].islower()  # "agency work (warehouse, events)"
        )
    ):
        head.title, head.employer = bracket["before"], bracket["inside"]
    elif bracket and title_score(bracket["before"]) <= 0 < title_score(bracket["inside"]):
        head.title, head.employer = bracket["inside"], bracket["before"]  # "Brightwater (analyst)"
        head.assumed = assumed(head.title, head.employer)
    else:
        head.title = line


def is_run_together(line: str) -> bool:
    """Return whether no sign parts what somebody was from the firm: "PROCESS ENGINEER ACME GMBH"."""
    first, *others = line.split()
    return ends_in_legal_form(line) and any(title_score(word) > 0 for word in (first, *others[:1]))


def _two_sides(line: str, head: Head) -> bool:
    """Read "Hull Infirmary - Staff Nurse, Cardiology": a dash between the names, commas within them."""
    sides = line.split(" | ") if " | " in line else DASH.split(line)
    if len(sides) != _TWO:
        sides = _COLON.split(line)
    if len(sides) != _TWO or not any(map(COMMAS.search, sides)):
        return False
    scores = [title_score(side) for side in sides]
    first = 0 if scores[0] > scores[1] else 1
    inner = [title_score(part) for part in COMMAS.split(sides[first])]
    if scores[0] == scores[1] or (min(inner) < 0 <= scores[1 - first]):  # "Cook, Harbour Bar - Leeds"
        return False
    if (
        first == 0 and len(inner) > 1 and scores[1] == 0 and not COMMAS.search(sides[1])
    ):  # what stands behind the dash may be a place
        return False
    head.title, (head.employer, place) = sides[first].strip(), employer_and_place(sides[1 - first])
    head.place = ", ".join(filter(None, (place, head.place)))
    head.order = "employer" if first else "title"
    return True


def is_whole(line: str) -> bool:
    """Return whether a line has both title and employer."""
    if AT_WORD.search(line) and title_score(AT_WORD.split(line)[0]) > 0:
        return True
    if (parts := in_a_house(line)) and title_score(parts[0]) > 0 > title_score(parts[1]):
        return True
    scores = [title_score(part) for part in names_in(line)]
    return len(scores) > 1 and max(scores) > 0 > min(scores)
