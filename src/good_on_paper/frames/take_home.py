"""What the person wants to take home: a row per thing on the list, and the years it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys, phrase
from good_on_paper.frames.bearing import bearing, bears, no_more
from good_on_paper.frames.schema import TAKE_HOME
from good_on_paper.frames.standing import standing
from good_on_paper.frames.targets import of_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record.answers import Cell

SAYS: Final = {"must": "need", "want": "want", "live": "can live with", "not": "won’t have again"}
"""What a person can say of a thing, in words; the order of the list."""
COUNTS_AS: Final = {"must": 5, "not": 5, "want": 3, "live": 1}
"""How much a thing counts if the person gave no number and has not said otherwise: see `counts_as`."""
YEARS: Final = (keys.IN_ONE_YEAR, keys.IN_FIVE_YEARS, keys.IN_TEN_YEARS)
"""The long game: a sentence for each."""
OWN: Final = "-own-"
"""Begins the key of a thing in the person's own words."""
WORRY: Final = "-worry-"
"""Begins the key of a thing that is a worry; the worry's key follows."""
NEED, JOBS, NEVER, WORN, SORTED, YOURS = "need", "jobs", "never", "worn", "sorted", "yours"
"""Where a thing comes from: what they said they need; what their jobs showed; what they won’t have again;
what they can put up with for a while or not; what they keep, grow or leave; what they added."""
SOURCES: Final = (NEED, JOBS, NEVER, WORN, SORTED, YOURS)
_PARTS: Final = {
    "counts": keys.TAKE_COUNTS,
    "level": keys.TAKE_LEVEL,
    "price": keys.TAKE_PRICE,
    "serves": keys.TAKE_SERVES,
}
PARTS: Final = (keys.TAKE_SAYS, keys.TAKE_WORDS, *_PARTS.values())
"""What can be said of a thing: the part of an item in front of a colon and the thing."""


@dataclass(frozen=True)
class Seen:
    """What the jobs showed of a thing, beyond chance.

    Attributes
    ----------
    sentence : str
        What they showed, with its word and the counts.
    against : bool
        Whether it speaks against what the person needs.
    """

    sentence: str
    against: bool = False


def said_of(part: str, thing: str) -> str:
    """Return the item of an answer about a thing: ``"take_says:pace"``."""
    return f"{part}:{thing}"


def line_of(thing: str) -> str:
    """Return the circumstance that a thing is about; empty for a worry and for the person's own words."""
    return "" if thing.startswith((OWN, WORRY)) else thing.partition(":")[0]


def long_game(snapshot: Snapshot) -> dict[str, str]:
    """Return what the person wrote of the years ahead, by the key of the year, without empty ones."""
    told = standing(snapshot, {year: snapshot.catalogue.item(year) for year in YEARS}, (snapshot.unit,))
    texts = {year: str(told.get((snapshot.unit.id, year)) or "").strip() for year in YEARS}
    return {year: text for year, text in texts.items() if text}


def take_home(
    snapshot: Snapshot, *, needs: Iterable[str] = (), seen: Mapping[str, Seen] | None = None
) -> pd.DataFrame:
    """Return a row per thing that is on the list, or could be.

    What the person said they need comes in as a must, and what they won’t have again as a “won’t have”;
    their word on the list beats both. What their jobs showed, what they can put up with, and what they keep,
    grow or leave of what was there when they did well, is only suggested.

    Parameters
    ----------
    snapshot
        What the person had said by a moment, and what can be asked.
    needs
        The lines they said they need, as `good_on_paper.study.declared.guesses` gives them.
    seen
        Thing to what the jobs showed of it.

    Returns
    -------
    pandas.DataFrame
        Index "thing": a line (``"pace"``), an end of one (``"pace:high"``), a worry, or the person's own.
        Columns: ``unit`` (the person's id); ``line`` ("" for a worry or an own thing); ``label``, in their
        words where they have any; ``source``, one of `SOURCES`; ``why``, a sentence; ``suggested`` and
        ``says``: "must", "want", "live", "not" or ""; ``stands``: what counts of the two, "" where nothing
        does; ``counts``, 1 to 7, and ``weighs``: that, or what counts in its place; ``level``, 1 to 7;
        ``price``; ``serves``: one of `YEARS` or ""; ``private``.
    """
    catalogue, person = snapshot.catalogue, snapshot.unit.id
    there = _things(snapshot, needs, dict(seen or {}))
    things = dict.fromkeys((*there, *_named(snapshot)))
    about = {said_of(part, thing): catalogue.item(part) for thing in things for part in PARTS}
    told = standing(snapshot, about, (snapshot.unit,))
    for thing in things:
        if thing not in there and (one := _yours(thing, told, person, catalogue)):
            there[thing] = one
    usual = counts_as(snapshot)
    rows = {thing: _row(thing, one, told, person, usual) for thing, one in there.items()}
    index = pd.Index(list(rows), dtype="str", name="thing")
    columns = list(TAKE_HOME.columns)
    frame = pd.DataFrame(list(rows.values()), columns=columns, index=index)
    text = [name for name in columns if name not in (*_NUMBERS, "level", "private")]
    return TAKE_HOME.validate(
        frame.astype(
            dict.fromkeys(text, "str")
            | dict.fromkeys(_NUMBERS, "Int64")
            | {"level": "Float64", "private": "bool"}
        )
    )


_NUMBERS: Final = ("counts", "weighs")


def counts_as(snapshot: Snapshot) -> dict[str, int]:
    """Return how much a thing counts without a number of its own, 1 to 7, by what the person says of it.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> counts_as(gop.sample())
    {'must': 5, 'not': 5, 'want': 3, 'live': 1}
    """
    said = {says: of_person(snapshot, said_of(keys.TAKE_COUNTS_AS, says)) for says in COUNTS_AS}
    return {says: int(points or COUNTS_AS[says]) for says, points in said.items()}


def standing_as(things: pd.DataFrame, says: str) -> pd.DataFrame:
    """Return the rows of a list that stand as one of `SAYS`: whatever counts or shows them asks here.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> things = gop.sample().take_home()
    >>> sum(len(standing_as(things, says)) for says in SAYS) == int(things["stands"].ne("").sum())
    True
    """
    return things[things["stands"].eq(says)]


def rests_on(thing: str, source: str, person: str) -> tuple[Cell, ...]:
    """Return the cells of the person that can hold a thing and what they said of it."""
    worry = thing.removeprefix(WORRY)
    of_source = {
        NEED: ("guesses",),
        NEVER: (keys.NOT_AGAIN, no_more(worry)),
        WORN: (bears(worry),),
        SORTED: (said_of(keys.KEPT_OR_LEFT, line_of(thing)),),
    }.get(source, ())
    return tuple((person, item) for item in (*of_source, *(said_of(part, thing) for part in PARTS)))


@dataclass(frozen=True)
class _Thing:
    line: str
    label: str
    source: str
    why: str
    suggested: str
    private: bool


def _things(snapshot: Snapshot, needs: Iterable[str], seen: dict[str, Seen]) -> dict[str, _Thing]:
    """Return what comes in by itself: each thing once, from the first source that has it."""
    catalogue = snapshot.catalogue
    made: dict[str, _Thing] = {}
    for line in needs:
        if line in catalogue:
            item, shown = catalogue.item(line).worded(), seen.pop(line, None)
            why = (
                f"You need it to do good work. {shown.sentence}" if shown else "You need it to do good work."
            )
            made[line] = _Thing(line, item.need, NEED, why, "must", item.private)
    for thing, shown in seen.items():
        if line_of(thing) in catalogue:
            item = catalogue.item(line_of(thing)).worded()
            label = label_of(thing, catalogue, seen=True)
            made[thing] = _Thing(item.key, label, JOBS, shown.sentence, "want", item.private)
    for end in of_person(snapshot, keys.NOT_AGAIN) or ():
        if line_of(str(end)) in catalogue:
            item = catalogue.item(line_of(str(end))).worded()
            label = label_of(str(end), catalogue)
            made.setdefault(
                str(end), _Thing(item.key, label, NEVER, "You won’t have this again.", "not", item.private)
            )
    for key, row in bearing(snapshot).iterrows():
        never, said = bool(row[keys.NOT_AGAIN]), str(row["bears"])
        if never:
            told = (NEVER, "You won’t have this again.", "not")
        elif said in _WORN:
            told = (WORN, *_WORN[said])
        else:
            continue
        private = catalogue.item(str(key)).private
        made[WORRY + str(key)] = _Thing("", str(row["label"]), *told, private=private)
    lines = {one.line for one in made.values()}  # each source has more behind it than the next
    return made | {thing: one for thing, one in _sorted(snapshot).items() if one.line not in lines}


_SORTED: Final = {
    "keep": ("You want to keep it: it was there when you did well.", "want"),
    "grow": ("You want more of it: it was there when you did well.", "want"),
    "leave": ("You want to leave it behind.", "not"),
}
_WORN: Final = {
    "no": ("You can’t put up with it.", "not"),
    "while": ("You can put up with it for a while.", "live"),
}


def _sorted(snapshot: Snapshot) -> dict[str, _Thing]:
    """Return what they keep, grow or leave, of the things there was a lot of when they did well."""
    catalogue, asked = snapshot.catalogue, snapshot.catalogue.item(keys.KEPT_OR_LEFT)
    lines = {said_of(keys.KEPT_OR_LEFT, item.key): item for item in catalogue.items("circumstance")}
    made = {}
    for (_, cell), said in standing(snapshot, dict.fromkeys(lines, asked), (snapshot.unit,)).items():
        item, (why, suggested) = lines[cell].worded(), _SORTED[str(said)]
        thing = item.key if suggested == "want" and item.keyed > 0 else f"{item.key}:high"
        label = label_of(thing, catalogue, seen=suggested == "want")
        made[thing] = _Thing(item.key, label, SORTED, why, suggested, item.private)
    return made


def label_of(thing: str, catalogue: Catalogue, *, seen: bool = False) -> str:
    """Name a line as something needed, or one end of it: "Interruptions: every few minutes".

    If jobs only leaned to an end, nobody named it, and we leave it out: "Interruptions: rather more".
    """
    line, _, end = thing.partition(":")
    item = catalogue.item(line).worded()
    if end not in ("low", "high"):
        return item.need
    return f"{item.label}: {_LEANT[end] if seen else getattr(item, end)}"


_LEANT: Final = {"high": "rather more", "low": "rather less"}


def _named(snapshot: Snapshot) -> list[str]:
    """Return the things that have an answer here, in the order of the answers."""
    given = snapshot.current(units=(snapshot.unit,))
    told = (item.partition(":") for _, item in given)
    return [thing for part, _, thing in told if part in (keys.TAKE_SAYS, keys.TAKE_WORDS)]


def _yours(thing: str, told: Mapping[Cell, Any], person: str, catalogue: Catalogue) -> _Thing | None:
    """Return a thing that only the list has: the person added it, or nothing else brings it any more."""
    if thing.startswith(OWN):
        words = told.get((person, said_of(keys.TAKE_WORDS, thing)))
        return _Thing("", "", YOURS, "You added this.", "", private=False) if words else None
    key = thing.removeprefix(WORRY) if thing.startswith(WORRY) else line_of(thing)
    if key not in catalogue or not told.get((person, said_of(keys.TAKE_SAYS, thing))):
        return None
    leant = told[person, said_of(keys.TAKE_SAYS, thing)] != "not"  # an end they refuse is one they named
    worry = thing.startswith(WORRY)
    label = catalogue.item(key).worded().label if worry else label_of(thing, catalogue, seen=leant)
    return _Thing(line_of(thing), label, YOURS, "You put this on your list.", "", catalogue.item(key).private)


def _row(
    thing: str, one: _Thing, told: Mapping[Cell, Any], person: str, usual: Mapping[str, int]
) -> list[object]:
    def said(part: str) -> Any:  # noqa: ANN401 - whatever was answered
        return told.get((person, said_of(part, thing)))

    says = str(said(keys.TAKE_SAYS) or "")
    words = phrase(str(said(keys.TAKE_WORDS) or ""))
    by_word = one.suggested if one.source in (NEED, NEVER) else ""
    stands = says or by_word
    parts = [said(key) for key in _PARTS.values()]
    counts, level, price, serves = parts
    return [
        *(person, one.line, words or one.label, one.source, one.why, one.suggested, says, stands),
        *(
            counts,
            counts or usual.get(stands),
            level,
            str(price or "").strip(),
            str(serves or ""),
            one.private,
        ),
    ]
