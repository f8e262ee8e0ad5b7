"""The names in one line of a job's head: parted at its signs, the place at its end told from the rest."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from good_on_paper.intake.head_layout import is_legal_form, masked_brackets, parted, shown
from good_on_paper.intake.job_words import is_town, is_unit, title_score
from good_on_paper.intake.towns import is_known_place
from good_on_paper.language.months import plain

_FOR_A: Final = re.compile(r"(?:for|f\u00fcr|pour|para|per|voor)\s+(?=(?:an?|the|eine|une|una|um|uma|een)\s)")
"""Before an employer without a name: "for a family in Dublin"."""
_DISTRICT: Final = re.compile(r"[0-9]{2,3}|2[AB]|[A-Z]{2}")
"""The number of a d\u00e9partement, or the letters of a province, beside a town."""
SHIP: Final = re.compile(r"(?:M/?V|M/?S|M/?T|HMS|RMS|USS|SS|RRS|RV|FV|MY|SY)\s+\S")
"""How a ship's name begins, which stands before the company it sails for."""
AGENCY: Final = re.compile(r"(?:an? )?(?:agency|supply|(?:temp|int\u00e9rim)(?: agency)?)", re.IGNORECASE)
"""An agency that sent somebody, whose name stands in brackets."""
_IN_A_TOWN: Final = re.compile(r"(?P<name>\S+(?: \S+)+?)-(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)*, [A-Z]{2})")
BRACKET: Final = re.compile(r"(?P<before>.*\S)\s*\((?P<inside>[^()]*)\)")
_LIES_IN: Final = re.compile(
    r"(?P<name>.+\S) (?:in|at|te|\u00e0|en|em|a|i|w|we) (?P<town>[A-Z\u00c0-\u00de\u0141\u015a].*)"
)
"""An employer and the town it is in, without a sign between them: "De Wit B.V. te Utrecht"."""
APART: Final = re.compile(r"\s*[|\u00b7\u2022\t]\s*|\s{3,}")
"""What parts the pieces of a line."""
COMMAS: Final = re.compile(r"\s*[,;]\s+")
UNIT: Final = re.compile(
    r"(?:dep(?:artment|t)|facult|(?:[a-z]+ische )?klinik (?:f\u00fcr|[iv]+$)|school of|division|unit|ward"
    r"|lab|ufr|institute? (?:of|f\u00fcr)|cent(?:er|re) for|group|team|office of|d\u00e9partement"
    r"|departamento|facultad|dipartimento|abteilung|fakult\u00e4t|lehrstuhl|fachbereich|afdeling)",
    re.IGNORECASE,
)
"""How a department is called, which is not the employer where another part is."""
_AROUND: Final = re.compile(
    r"\b(?:area|region|umgebung|raum|p\u00e9riph\u00e9rie|alrededores|arredores|dintorni|omgeving|"
    r"(?:work|home|office)|remote|hybrid\w*)\b",
    re.IGNORECASE,
)
"""How a profile names a town and what lies around it: "Greater Leeds Area"."""
_HYPHENED: Final = re.compile(r"[a-z\u00df-\u00ff]-[A-Z\u00c0-\u00de]\w+ [A-Z\u00c0-\u00de]\w+$")
_LETTERS: Final = re.compile(r"[A-Z]{3,}")
_SHORT_NAME: Final = re.compile(r"[A-Z]{2,5} (?:de |di |of )?[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{2}")
"""The letters of a house before its town: "TU Wien", "CHU de Nantes"."""
_VIA: Final = re.compile(r"\b(?:via|through)\s", re.IGNORECASE)
"""An agency in brackets behind whom it was for."""
_NUMBERED: Final = re.compile(
    r"[0-9]{1,3}(?:st|nd|rd|th|\.|e|\u00aa|\u00ba)? [A-Z\u00c0-\u00de]|[A-Z\u00c0-\u00de]\w{2,} [0-9]{1,3}$"
)
"""How a unit of a large employer is numbered, which is no place: "4th Infantry Division", "VISN 16"."""
_NAME_SIGN: Final = re.compile(r"\s*[,;]\s+|\s*\|\s*|\s+[-\u2013\u2014]\s+")
_NAME_DASH: Final = re.compile(r"\s+[-\u2013\u2014]\s+")
_OF_TWO: Final = re.compile(
    r"[A-Z\u00c0-\u00de].*\s(?:&|and|und|et|e|y|en|och|og|i|f\u00fcr|for|pour|para|per|voor)\s.*"
)
"""A name of two things, as no town has: "Aid and Development"."""
_PARTS_OF_A_PLACE: Final = 3
SIGNS: Final = " ,;:|@-\u2013\u2014"
"""Signs that part names, at the end of what stands before them."""
_TWO: Final = 2


def names_in(line: str) -> list[str]:
    """Part a line at its bars, else at its commas, dashes and colons, without the place at its end."""
    return names_of(without_place(line)[0])


def names_of(line: str) -> list[str]:
    """Part a line as `names_in`, the place at its end among the names; what stands in brackets is one."""
    sides = line.split(" / ")
    if len(sides) == _TWO and max(map(title_score, sides)) > 0 >= min(map(title_score, sides)):
        line = " | ".join(sides)  # "Acme / Engineer", but "Cashier / Stock clerk"
    return parted(line)[0]


def first_part(line: str) -> str:
    """Return the first piece of a line."""
    return APART.split(line)[0]


def without_place(line: str) -> tuple[str, str]:
    """Part a line from the place at its end, where that is one that many name.

    Examples
    --------
    >>> without_place("Clerk, Acme, Columbus, OH")
    ('Clerk, Acme', 'Columbus, OH')
    """
    names = names_of(line)
    for first in range(max(1, len(names) - _PARTS_OF_A_PLACE), len(names)):
        at = line.rfind(names[first])
        if at > 0 and is_known_place(", ".join(names[first:])):
            return line[:at].rstrip(SIGNS), line[at:].strip(SIGNS)
    return line, ""


def employer_and_place(line: str, *, placed: bool = False) -> tuple[str, str]:
    """Part an employer's line into its name and the place; if it is `placed`, brackets may be no place."""
    line = _FOR_A.sub("", line)
    if found := _at_a_word(line):
        return found
    bracket = BRACKET.fullmatch(line)
    if bracket and _DISTRICT.fullmatch(bracket["inside"]):  # "Acme, Lyon (69)"
        bracket = None
    if bracket and AGENCY.fullmatch(bracket["before"]):
        return line, ""
    if bracket and placed and not is_known_place(bracket["inside"]):  # "Unison (North West)", then "Leeds"
        return line, ""
    if bracket and not (is_town(bracket["inside"].split(", ")[0]) or _VIA.search(bracket["inside"])):
        return line, ""
    if bracket and not COMMAS.search(bracket["before"]):
        line = f"{bracket['before']} | {bracket['inside']}"
    name, *parts = _pieces(masked_brackets(line))  # "Alveole (builders, 250 people), Toulouse"
    units = list(takewhile(_is_of_the_name, parts))
    return "".join((name[1], *map("".join, units))), ", ".join(text for _, text in parts[len(units) :])


def _at_a_word(line: str) -> tuple[str, str] | None:
    """Part an employer from its town where no comma stands between them; None if nothing shows it."""
    if shop := _IN_A_TOWN.fullmatch(line):  # "Dollar Tree-Macon, GA"
        return shop["name"], shop["town"]
    name, hyphen, town = line.rpartition("-")  # "Walmart-Leeds", no university
    if hyphen and is_known_place(town) and not is_known_place(name.split(" ")[-1]):
        return name, town
    lying = _LIES_IN.fullmatch(line)
    if lying and (
        is_known_place(lying["town"]) or (ends_in_legal_form(lying["name"]) and is_town(lying["town"]))
    ):
        return lying["name"], lying["town"]
    if (
        SHIP.match(line) and COMMAS.search(line) and not without_place(line)[1]
    ):  # "MS Europa, Hapag-Lloyd Cruises"
        return line, ""
    name, slash, town = line.rpartition(" / ")
    return (name, town) if slash and " / " not in name and is_town(town) else None


def is_of_the_house(name: str) -> bool:
    """Return whether a name behind an employer's is a part of it and no place: "4th Infantry Division"."""
    if title_score(name) < 0 or UNIT.match(name):
        return True
    numbered = _NUMBERED.match(name)
    return numbered is not None and not is_known_place(name.split(" ", maxsplit=1)[0])  # "Lyon 3"


def _pieces(line: str) -> list[tuple[str, str]]:
    """Part a line at its signs; each part with the sign before it, and "Acme, Inc." in one."""
    found: list[tuple[str, str]] = []
    signs = [" \N{EN DASH} " if _NAME_DASH.fullmatch(sign) else ", " for sign in _NAME_SIGN.findall(line)]
    for sign, part in zip(["", *signs], map(shown, _NAME_SIGN.split(line)), strict=True):
        if not (tidy := part.strip(" ,;")):
            continue
        if found and is_legal_form(tidy):
            found[-1] = (found[-1][0], f"{found[-1][1]}, {tidy}")
        else:
            found.append((sign, tidy))
    return found or [("", "")]


def _is_of_the_name(piece: tuple[str, str]) -> bool:
    """Return whether a piece behind an employer's name is a part of it: "Oikos \u2013 Aid and Care"."""
    sign, text = piece
    if is_of_the_house(text):
        return True
    places = any(map(is_known_place, text.split())) or _AROUND.search(text)
    return sign == " \N{EN DASH} " and _OF_TWO.fullmatch(text) is not None and not (places or is_unit(text))


def is_odd_place(place: str, employer: str) -> bool:
    """Return whether a part of a place looks more like a firm, a department or a list than a town.

    Examples
    --------
    >>> [is_odd_place(place, "Maersk Kensington") for place in ("Hull", "Maersk Line", "Bell & Sons")]
    [False, True, True]
    """
    said = {plain(word) for word in employer.split()}
    return any(
        "&" in part
        or is_unit(part)
        or _SHORT_NAME.match(part) is not None
        or not (is_town(part) or _AROUND.search(part))
        or _LETTERS.fullmatch(part) is not None
        or _partly_in({plain(word) for word in part.split()}, said)
        for part in place.split(", ")
        if not (is_known_place(part) or part[:1].isdecimal() or _DISTRICT.fullmatch(part))
    )


def _partly_in(words: set[str], said: set[str]) -> bool:
    """Return whether only some words are said: "Maersk Line", but not "Skopje" of "Alkaloid Skopje"."""
    return bool(words & said) and not words <= said


def may_end_in_place(employer: str) -> bool:
    """Return whether a town may hang on to an employer by a hyphen: "Dollar Tree-Pine Hills"."""
    return _HYPHENED.search(employer) is not None and title_score(employer) == 0


def has_place(line: str) -> bool:
    """Return whether a line is a name and where it is: "SAINT-JUST, Lyon (69)", "Garda, Dublin"."""
    names = names_of(line)
    last = BRACKET.sub(r"\g<before>", names[-1])
    return len(names) > 1 and title_score(names[0]) <= 0 and is_town(last) and "," in line


def is_parted(line: str) -> bool:
    """Return whether a line has two parts, one of which says what somebody was."""
    parts = names_in(line)
    return len(parts) > 1 and max(map(title_score, parts)) > 0


def is_department(name: str) -> bool:
    """Return whether a name is that of a department, not of the house it is in: "Ward 12"."""
    found = UNIT.match(name)
    return found is not None and not name[found.end() :][:1].isalpha()


def ends_in_legal_form(text: str) -> bool:
    """Return whether the last word of a text is what a firm is in law: "Bom Preço S.A."."""
    return " " in text and is_legal_form(text.rsplit(maxsplit=1)[-1])
