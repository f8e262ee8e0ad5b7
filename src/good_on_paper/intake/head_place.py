"""Where a job was, as the lines of its head say it: a line of its own, or behind an employer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_length, is_mode, is_terms
from good_on_paper.intake.head_doubts import town_behind
from good_on_paper.intake.head_names import (
    APART,
    BRACKET,
    first_part,
    is_parted,
)
from good_on_paper.intake.job_words import is_place, is_town, title_score
from good_on_paper.intake.towns import is_known_place
from good_on_paper.language.counts import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.cv_habit import Habit, Head


_LABELLED_PLACE: Final = re.compile(
    r"^(?:city|town|country|location|place|stadt|ort|land|ville|pays|lieu|ciudad|pa\u00eds|lugar|cidade|localidade"
    r"|citt\u00e0|paese|luogo|stad|plaats)\s*:\s+",
    re.IGNORECASE,
)
"""A label before a part of a place: "City: Cork"."""
_SAID: Final = re.compile(r"(?:^|[\s,])[a-z\u00df-\u00ff]{4,}")
"""A word in brackets behind a place that tells something else: "20 people"."""
_STATE_OF: Final = re.compile(r"(?<=, [A-Z]{2}) (?:United States|USA|US)(?: of America)?$")
_GOES_ON: Final = re.compile(r"(.*[a-z\u00df-\u00ff]{3})\.\s+(\S.*)")
"""A place, and a sentence behind it."""
_NAMED_AFTER: Final = re.compile(
    r"or[ck]hest|orkest|orquest|phil[h]?armon|filarmon|sinfoni|symphon|oper|theat|teatr|ballet|festival|messe"
    r"|zoo|\b(?:TU|TH|FH|HS|HTW|HAW|CHU|CHR|ETH|KU|OTH|UWE)\b",
    re.IGNORECASE,
)
"""A house that is named after its town: "Konzerthausorchester Berlin"."""


def without_what_is_told(text: str, head: Head) -> str:
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


def end_at_the_town(head: Head) -> None:
    """Leave out what follows a town and is no place: "Berlin, desk 3"."""
    if _LABELLED_PLACE.match(head.place):
        head.place = ", ".join(_LABELLED_PLACE.sub("", part) for part in APART.split(head.place))
    head.place = _STATE_OF.sub("", head.place)  # "Ashby, KS United States"
    if sentence := _GOES_ON.fullmatch(head.place):  # "Hull. I do the rosters"
        head.place = sentence[1]
        head.left.append(sentence[2])
    if not any(map(str.isalpha, head.place)):  # "02-11"
        head.left += filter(None, [head.place])
        head.place = ""
    bracket = BRACKET.fullmatch(head.place)
    said = bracket["inside"] if bracket else ""
    if bracket and _SAID.search(said) and not is_mode(said) and title_score(said) <= 0:
        head.place = bracket["before"]  # "Lyon (20 people)"
        head.left.append(said)
    town, *more = head.place.split(", ")
    listed = (
        len(more) > 1 and is_known_place(town) and not any(is_known_place(first_part(part)) for part in more)
    )
    if not listed and (is_place(head.place) or (is_known_place(town) and all(map(is_town, more)))):
        return
    if is_known_place(town) or len(more) > 1:
        head.place = town
        head.left += [", ".join(more)] if more else []


def begin_at_the_town(head: Head, habit: Habit) -> None:
    """Read the town behind an employer as its place if most jobs have one: "BBC Leeds"."""
    employer, town = town_behind(head)
    if town and habit.towns and not (head.assumed or _NAMED_AFTER.search(employer)):
        head.employer, head.place = employer, town
        head.assumed = f"{quoted(town)} is read as the place of it"


def without_place_lines(
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
    pieces = [BRACKET.sub(r"\g<before>", text) if _says_mode(text) else text for text in APART.split(text)]
    tidy = " | ".join(piece for piece in pieces if not is_mode(piece))
    labelled = all(_LABELLED_PLACE.match(part) for part in pieces)  # "City: Cork | Country: Ireland"
    return (
        labelled
        or is_known_place(tidy)
        or _STATE_OF.search(tidy) is not None
        or (habit.placed and text == own and (is_town(text) or is_place(text)))
    )


def _says_mode(text: str) -> bool:
    """Return whether brackets say from where somebody worked: "Leeds (remote)"."""
    bracket = BRACKET.fullmatch(text)
    return bracket is not None and is_mode(bracket["inside"])
