"""One line of a job's head: "Staff Nurse, Castle Hospital, Hull", "Cook at The Harbour (Leeds)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_terms
from good_on_paper.intake.facts import kind_of
from good_on_paper.intake.head_layout import SIDES, is_legal_form, masked_brackets, parted, shown, sides_of
from good_on_paper.intake.job_words import is_town, title_score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.cv_habit import Habit, Head

_DISTRICT: Final = re.compile(r"[0-9]{2,3}|2[AB]|[A-Z]{2}")
"""The number of a d\u00e9partement, or the letters of a province, beside a town."""
_IN_A_TOWN: Final = re.compile(r"(?P<name>\S+(?: \S+)+?)-(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)*, [A-Z]{2})")
BRACKET: Final = re.compile(r"(?P<before>.*\S)\s*\((?P<inside>[^()]*)\)")
DASH: Final = re.compile(r"\s[-\u2013\u2014|]\s")
_COMMAS: Final = re.compile(r"\s*[,;]\s+")
_COLON: Final = re.compile(r":\s+")
_AT: Final = re.compile(r"\s+(?:at|@|bei(?-i: de[rmn])?|chez|bij|presso)\s+", re.IGNORECASE)
# "Repartidor en Correos", but "ingeniero en jefe"
_IN: Final = re.compile(r"\s+(?:en|em|na|no)\s+(?=[A-Z\u00c0-\u00de])")
_FOR: Final = re.compile(r"\s+(?:with|pour|avec)\s+(?=[A-Z\u00c0-\u00de])")
_IN_A_HOUSE: Final = re.compile(r"\s+(?:in der|in einer|an der|im|am|beim)\s+(?=[A-Z\u00c0-\u00de])")
"""Words before an employer, but also before a department: they count only before an employer's name."""
_UNIT: Final = re.compile(
    r"(?:dep(?:artment|t)|facult|(?:[a-z]+ische )?klinik (?:f\u00fcr|[iv]+$)|school of|division|unit|ward"
    r"|lab|ufr|institute? (?:of|f\u00fcr)|cent(?:er|re) for|group|team|office of|d\u00e9partement"
    r"|departamento|facultad|dipartimento|abteilung|fakult\u00e4t|lehrstuhl|fachbereich|afdeling)",
    re.IGNORECASE,
)
"""How the name of a department begins; it is not the employer if another part is."""
_TWO: Final = 2


def read_line(line: str, habit: Habit, head: Head) -> None:
    """Read title, employer and place from one line; if its words are unclear, read it like similar lines."""
    order = habit.order
    line = _unlabelled(line, head)
    if len(parts := _AT.split(line, maxsplit=1)) == _TWO:
        head.title, rest = parts
        name, _, town = rest.rpartition(" in ")  # "Cook at The Harbour in Leeds"
        head.employer, place = (name, town) if name and is_town(town) else employer_and_place(rest)
        head.place = head.place or place
        return
    if parts := _in_a_house(line):
        head.title, rest = parts
        head.employer, place = employer_and_place(rest)
        head.place = head.place or place
        head.assumed = assumed(head.title, head.employer)
        return
    if _like_the_others(line, habit, head) or _two_sides(line, head):
        return
    parts = _without_terms(names_in(line), head)
    if len(parts) == 1:
        _one_part(parts[0], head)
        return
    scores = [title_score(part) for part in parts]
    if not order and scores[0] < 0 == max(scores) and all(map(is_town, parts[1:])):
        head.employer, head.place = parts[0], head.place or ", ".join(parts[1:])
        head.assumed = f"no job title stands in it; {parts[0]} is read as the employer"
        return
    if max(scores[:2]) < 0:  # "Acme Corp, Bank of Leeds": no word is a job title
        head.employer, head.place = parts[0], head.place or ", ".join(parts[1:])
        return
    house = _house(parts, scores)
    if (
        scores[0] >= 0 >= scores[1] and scores[0] >= max(scores[:house], default=1) and house > 1
    ):  # "Ward Sister, Theatres, Hull Infirmary"
        parts[:house] = [", ".join(parts[:house])]
        scores[:house] = [1]
    if scores[0] == scores[1]:
        first = 1 if order == "employer" else 0
        head.assumed = "" if order else assumed(parts[first], parts[1 - first])
    else:
        first = 0 if scores[0] > scores[1] else 1
        head.order = "employer" if first else "title"
    head.title, (head.employer, place) = parts[first], employer_and_place(parts[1 - first])
    head.place = ", ".join(filter(None, (place, *parts[2:], head.place)))


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


def _without_terms(parts: Sequence[str], head: Head) -> list[str]:
    """Move parts that are only terms to the head: "Illustrator - self-employed"; return the others."""
    first, *others = parts
    terms = [part for part in others if is_terms(part)]
    head.left += [part for part in terms if not kind_of(part)]
    head.kind = head.kind or next(filter(None, map(kind_of, terms)), "")
    return [first, *(part for part in others if part not in terms)]


def _unlabelled(line: str, head: Head) -> str:
    """Move a label before the names and a town after them to the head; return the rest."""
    label, colon, named = line.partition(": ")  # "Military service: Corporal, British Army"
    if colon and (is_terms(label) or (title_score(label) >= 0 and is_whole(named))):
        head.left.append(label.strip())
        line = named.strip()
    whole, bar, town = line.rpartition(" | ")
    if bar and is_town(town) and is_parted(whole):  # "CERN, Fellow | Geneva"
        line, head.place = whole, ", ".join(filter(None, (town, head.place)))
    return line


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
    if max(scores) > 0 or scores[title] < 0 or scores[employer] > min(scores):
        return False
    head.title, (head.employer, place) = names[title], employer_and_place(names[employer])
    rest = [place] if place else []
    rest += [name for at, name in enumerate(names) if at not in found]
    head.place = ", ".join(filter(None, (*rest, head.place)))
    return True


def _house(parts: Sequence[str], scores: Sequence[int]) -> int:
    """Return which part names the employer, not one of its departments; 0 if none does."""
    houses = [at for at, score in enumerate(scores) if at and score < 0]
    return next((at for at in reversed(houses) if not _UNIT.match(parts[at])), houses[-1] if houses else 0)


def _one_part(line: str, head: Head) -> None:
    """Read a line with one name, or with a second one in brackets: "Barista (Costa)"."""
    bracket = BRACKET.fullmatch(line)
    if title_score(line) < 0:
        head.employer, head.place = employer_and_place(line)[0], head.place or employer_and_place(line)[1]
    elif bracket and title_score(bracket["before"]) > 0 and title_score(bracket["inside"]) < 0:
        head.title, head.employer = bracket["before"], bracket["inside"]
    else:
        head.title = line


def _two_sides(line: str, head: Head) -> bool:
    """Read "Hull Infirmary - Staff Nurse, Cardiology": a dash between the names, commas within them."""
    sides = line.split(" | ") if " | " in line else DASH.split(line)
    if len(sides) != _TWO:
        sides = _COLON.split(line)
    if len(sides) != _TWO or not any(map(_COMMAS.search, sides)):
        return False
    scores = [title_score(side) for side in sides]
    first = 0 if scores[0] > scores[1] else 1
    inner = [title_score(part) for part in _COMMAS.split(sides[first])]
    if scores[0] == scores[1] or (min(inner) < 0 <= scores[1 - first]):  # "Cook, Harbour Bar - Leeds"
        return False
    if (
        first == 0 and len(inner) > 1 and scores[1] == 0 and not _COMMAS.search(sides[1])
    ):  # the text after the dash may be a place
        return False
    head.title, (head.employer, place) = sides[first].strip(), employer_and_place(sides[1 - first])
    head.place = ", ".join(filter(None, (place, head.place)))
    head.order = "employer" if first else "title"
    return True


def _in_a_house(line: str) -> list[str]:
    """Split "Repartidor en Correos" and "Erzieherin in der Kita Nord"; return [] for any other line."""
    parts = _IN.split(line, maxsplit=1)
    if len(parts) == _TWO and title_score(parts[0]) >= 0:
        return parts
    parts = _FOR.split(line, maxsplit=1)
    if len(parts) == _TWO and title_score(parts[0]) > 0 and "," not in parts[0]:
        return parts
    parts = _IN_A_HOUSE.split(line, maxsplit=1)
    return parts if len(parts) == _TWO and title_score(parts[1]) < 0 <= title_score(parts[0]) else []


def assumed(title: str, employer: str) -> str:
    """Return a note on how title and employer were read."""
    title, employer = (text.replace(" | ", ", ") for text in (title, employer))
    return f"{title} is read as what you were, {employer} as the employer"


def has_place(line: str) -> bool:
    """Return whether a line is a name and its place: "SAINT-JUST, Lyon (69)", "Garda, Dublin"."""
    names = names_in(line)
    last = BRACKET.sub(r"\g<before>", names[-1])
    return len(names) > 1 and title_score(names[0]) <= 0 and is_town(last) and "," in line


def is_parted(line: str) -> bool:
    """Return whether a line has several parts, one of which is a job title."""
    parts = names_in(line)
    return len(parts) > 1 and max(map(title_score, parts)) > 0


def names_in(line: str) -> list[str]:
    """Split a line at its bars, else at its commas, dashes and colons, but never inside brackets."""
    sides = line.split(" / ")
    if len(sides) == _TWO and max(map(title_score, sides)) > 0 >= min(map(title_score, sides)):
        line = " | ".join(sides)  # "Acme / Engineer", but "Cashier / Stock clerk"
    return parted(line)[0]


def is_department(name: str) -> bool:
    """Return whether a name is that of a department, not of its employer: "Ward 12"."""
    found = _UNIT.match(name)
    return found is not None and not name[found.end() :][:1].isalpha()


def is_whole(line: str) -> bool:
    """Return whether a line has both title and employer."""
    if _AT.search(line) and title_score(_AT.split(line)[0]) > 0:
        return True
    if (parts := _in_a_house(line)) and title_score(parts[0]) > 0 > title_score(parts[1]):
        return True
    scores = [title_score(part) for part in names_in(line)]
    return len(scores) > 1 and max(scores) > 0 > min(scores)


def employer_and_place(line: str) -> tuple[str, str]:
    """Split an employer's line into its name and the place."""
    bracket = BRACKET.fullmatch(line)
    if shop := _IN_A_TOWN.fullmatch(line):  # "Dollar Tree-Macon, GA"
        return shop["name"], shop["town"]
    name, slash, town = line.rpartition(" / ")
    if slash and " / " not in name and is_town(town):
        return name, town
    if bracket and _DISTRICT.fullmatch(bracket["inside"]):  # "Acme, Lyon (69)"
        bracket = None
    if bracket and any(map(str.isdecimal, bracket["inside"])):  # "Acme (revenue of 40m)" is not a place
        return line, ""
    if bracket and not _COMMAS.search(bracket["before"]):
        line = f"{bracket['before']} | {bracket['inside']}"
    masked = masked_brackets(line)  # "Alveole (builders, 250 people), Toulouse"
    parts = _joined(re.split(r"\s*[,;]\s+|\s*\|\s*|\s+[-\u2013\u2014]\s+", masked))
    name, *places = map(shown, parts)
    return name, ", ".join(places)


def _joined(parts: Sequence[str]) -> list[str]:
    """Keep "Acme, Inc." in one part."""
    found: list[str] = []
    for part in filter(None, (part.strip(" ,;") for part in parts)):
        if found and is_legal_form(part):
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found or [""]


def ends_in_legal_form(text: str) -> bool:
    """Return whether the last word of a text is the legal form of a firm: "Bom Preço S.A."."""
    return " " in text and is_legal_form(text.rsplit(maxsplit=1)[-1])
