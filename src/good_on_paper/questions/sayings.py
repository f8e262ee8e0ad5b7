"""Sentences on boredom and on what the person can put up with; each knows the answers it rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median_low
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.bearing import SPANS, bearing, bears_for, no_more
from good_on_paper.frames.boredom import CAUSES, RENEWED, SET_IN, SPELL
from good_on_paper.language.counts import out_of
from good_on_paper.language.findings import got_dull
from good_on_paper.language.lengths import aloud, hours

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record.answers import Cell

NOTHING: Final = "nothing"
_ENDS: Final = {"left": "you left {}", "ran_out": "{} came to an end", "let_go": "the employer ended {}"}
_SEVERAL: Final = 2
_MIDDLE: Final = 4
_MOSTLY: Final = {
    keys.DULL_DAYS: ("most days were dull", "most days were not dull"),
    keys.DULL_SHARE: ("most of an ordinary day was dull", "most of an ordinary day was not dull"),
    keys.DULL_RESTLESS: ("you were restless rather than listless", "you were listless rather than restless"),
}
"""What the upper half of each scale means, and what the lower one."""
_MOST: Final = 3  # how many things a sentence lists


@dataclass(frozen=True)
class Saying:
    """One sentence, in the person's terms.

    Attributes
    ----------
    text : str
        In counts; no name of a job is in it.
    because : tuple
        Unit and item of each answer it rests on.
    """

    text: str
    because: tuple[Cell, ...]


def boredom_sayings(jobs: pd.DataFrame, tried: pd.DataFrame, catalogue: Catalogue) -> tuple[Saying, ...]:
    """Return sentences on when it got dull, what to ask for, why, what woke it up, and what helped.

    Parameters
    ----------
    jobs, tried
        As `good_on_paper.frames.boredom.boredom` and `good_on_paper.frames.boredom.means` give.
    catalogue
        What can be asked.
    """
    helped = _helped(tried, catalogue)
    ask, rest = _to_ask(jobs), (_how_much(jobs), _why(jobs), _renewed(jobs), helped, _ended(jobs))
    made = (when_dull(jobs), ask, *rest)
    return tuple(saying for saying in made if saying is not None)


def bearing_sayings(snapshot: Snapshot) -> tuple[Saying, ...]:
    """Return sentences on what the person will not have again, and what is easier over a day than at once."""
    worries = bearing(snapshot)
    person = snapshot.unit.id
    made = []
    again = worries[worries[keys.NOT_AGAIN]]
    if len(again):
        because = tuple((person, no_more(worry)) for worry in again.index)
        made.append(Saying(f"You won’t have again: {_listed(again['label'])}.", because))
    shortest = worries[["moment", "micro"]].min(axis=1)
    odd = worries[(worries["day"] > shortest).fillna(value=False)]
    if len(odd):
        because = tuple(
            (person, bears_for(worry, span))
            for worry in odd.index
            for span in SPANS
            if odd[span].notna()[worry]
        )
        made.append(Saying(f"A whole day is easier for you than a moment: {_listed(odd['label'])}.", because))
    return tuple(made)


def when_dull(jobs: pd.DataFrame, *, every: bool = False) -> Saying | None:
    """Write in how many jobs it got dull, after how long, and what became of the others.

    Of `every` job, also those without an answer, it says for how many there is one.
    """
    said = jobs[jobs["said"] != ""]
    after, first = said[said["said"] == "after"], int((said["said"] == "first_day").sum())
    not_yet = said[said["said"] == "not_yet"]
    still = int(not_yet["current"].sum())
    weeks = [float(one) for one in after["weeks"]]
    told = got_dull(weeks, first, len(not_yet) - still, still, of=len(jobs if every else said), whose="your")
    return Saying(told, _cells(said, SET_IN)) if told else None


def _how_much(jobs: pd.DataFrame) -> Saying | None:
    """Write how long a dull spell was, and in how many jobs most days, or most of a day, were dull."""
    parts = []
    spells = jobs.loc[jobs[SPELL].notna(), SPELL]
    if len(spells):
        low, high = hours(float(spells.min())), hours(float(spells.max()))
        long = low if low == high else f"{low} to {high}"
        parts.append(f"a dull spell lasted {long} (in {_jobs(len(spells))})")
    for item, (most, not_) in _MOSTLY.items():
        said = jobs[item].dropna()
        if len(said) == 1:
            parts.append(f"{most if said.iloc[0] > _MIDDLE else not_} in the one job you answered for")
        elif len(said):
            parts.append(f"{most} in {out_of(int((said > _MIDDLE).sum()), len(said), _jobs(len(said)))}")
    if not parts:
        return None
    cells = (cell for item in (SPELL, *_MOSTLY) for cell in _cells(jobs[jobs[item].notna()], item))
    told = " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)
    return Saying(told, tuple(cells))


def _why(jobs: pd.DataFrame) -> Saying | None:
    said = jobs[jobs["because"].map(len) > 0]
    if said.empty:
        return None
    counts = _most(CAUSES, said["because"])
    if len(said) == 1:
        told = ", and ".join(CAUSES[key] for key, _ in counts)
        return Saying(f"The one job you gave a reason for had {told}.", _cells(said, keys.DULL_BECAUSE))
    (key, number), *others = counts
    begun = f"Of the {_jobs(len(said))} you gave a reason for, {number} had {CAUSES[key]}"
    rest = [f"{many} had {CAUSES[other]}" for other, many in others]
    twice = " Some had more than one." if sum(many for _, many in counts) > len(said) else ""
    return Saying(", ".join([begun, *rest]) + f".{twice}", _cells(said, keys.DULL_BECAUSE))


def _renewed(jobs: pd.DataFrame) -> Saying | None:
    said = jobs[jobs["renewed"].map(len) > 0]
    counts = _most(RENEWED, said["renewed"])
    woke = [f"{RENEWED[key]} ({_jobs(number)})" for key, number in counts if key != NOTHING]
    silent = dict(counts).get(NOTHING, 0)
    if not counts:
        return None
    if not woke:
        return Saying(f"In {_jobs(silent)}, nothing woke it up again.", _cells(said, keys.RENEWED_BY))
    rest = f"; in {silent} nothing did" if silent else ""
    return Saying(f"What woke it up again was {', '.join(woke)}{rest}.", _cells(said, keys.RENEWED_BY))


def _helped(tried: pd.DataFrame, catalogue: Catalogue) -> Saying | None:
    counts = tried.groupby("means", sort=False)["helped"].agg(["sum", "size"])
    best = counts[counts["sum"] > 0].sort_values("sum", ascending=False, kind="stable").head(_MOST)
    if best.empty:
        return None
    told = [
        f"{_small(catalogue.item(str(key)).label)} ({helped} of {_jobs(int(size))})"
        for key, helped, size in zip(best.index, best["sum"], best["size"], strict=True)
    ]
    used = tried[tried["means"].isin(best.index)]
    because = tuple(zip(used["unit"], used["means"], strict=True))
    return Saying(f"What got you through the day: {', '.join(told)}.", because)


def _ended(jobs: pd.DataFrame) -> Saying | None:
    """Write how jobs ended and whether they had got dull by then, without calling either the cause."""
    told = jobs[jobs["ended"].ne("") & jobs["said"].ne("")]
    if len(told) < _SEVERAL:
        return None
    dull = told["set_in"].fillna(value=False).astype(bool)
    parts = []
    for had, which in ((True, "it had got dull"), (False, "it had not got dull")):
        here = told[dull.eq(had)]
        ways = [way.format(many) for key, way in _ENDS.items() if (many := int(here["ended"].eq(key).sum()))]
        if len(here) == 1:
            way = next(way for key, way in _ENDS.items() if key == here["ended"].iloc[0])
            parts.append(way.format(f"the one where {which}"))
        elif ways:
            parts.append(f"of {_jobs(len(here))} where {which}, {', '.join(ways)}")
    cells = (*_cells(told, keys.ENDED_HOW), *_cells(told, SET_IN))
    first, *rest = parts
    sentences = ". ".join([first, *(f"{part[:1].upper()}{part[1:]}" for part in rest)])
    return Saying(f"How it ended: {sentences}.", cells)


def place_dull(jobs: pd.DataFrame) -> str | None:
    """Write after about how long most jobs got dull, "ten months"; nothing for one job alone."""
    after = jobs.loc[jobs["said"] == "after", "weeks"]
    return None if len(after) < _SEVERAL else aloud(median_low(float(weeks) for weeks in after))


def _to_ask(jobs: pd.DataFrame) -> Saying | None:
    when = place_dull(jobs)
    if when is None:
        return None
    return Saying(
        f"Ask what an ordinary day is like there after about {when}.",
        _cells(jobs[jobs["said"] == "after"], SET_IN),
    )


def _cells(jobs: pd.DataFrame, item: str) -> tuple[Cell, ...]:
    return tuple((str(unit), item) for unit in jobs["unit"])


def _most(known: dict[str, str], given: Iterable[tuple[str, ...]]) -> list[tuple[str, int]]:
    """Count keys, most first, equals as they are listed."""
    counts = Counter(key for keys in given for key in keys)
    return sorted(((key, counts[key]) for key in known if counts[key]), key=lambda pair: -pair[1])


def _listed(labels: Iterable[str]) -> str:
    return "; ".join(_small(label) for label in labels)


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _jobs(number: int) -> str:
    return "1 job" if number == 1 else f"{number} jobs"
