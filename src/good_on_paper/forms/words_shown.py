"""How the words for the person changed: by job over the years, and by interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.language.counts import capital, count, out_of
from good_on_paper.language.lemmas import LEMMAS
from good_on_paper.patterns.words_matched import words_by_place
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from good_on_paper.study.person import Person

TODAY: Final = "today"
_VOICES: Final = {
    "mine": "you",
    "wanted": "you want",
    "guessed": "you think they say",
    "said": "they say",
    "echoed": "both",
}
_SEVERAL: Final = 2


def over_the_years(person: Person, alike: Iterable[tuple[str, str]]) -> dict[str, list[list[str]]]:
    """Return the words of each job, the earliest first, then the years in which each word came back.

    A word said about an employer counts for the job there, if there was exactly one.
    """
    jobs = person.roles()
    at = jobs.groupby("employer").groups
    only = {employer: names[0] for employer, names in at.items() if len(names) == 1}
    every = person.words_said()
    every = every.assign(about=every["about"].map(lambda about: only.get(about, about)))
    apart = {*person.interviews().index, *jobs.index[jobs["unit"].isin(quiet_roles(person))]}
    frame = words_by_place(every[~every["about"].isin(apart)], lemmas=LEMMAS, alike=alike)
    ended = jobs["end"].fillna(jobs["start"]).dropna()
    years = {str(place): _year(str(place), ended) for place in frame.index}
    places = sorted(frame.index, key=lambda place: (years[place] == TODAY, years[place]))
    return {
        "places": [[years[place], place, _words(frame.loc[place])] for place in places],
        "returns": _returns(frame.loc[places], years),
    }


def wanted_and_landed(person: Person, alike: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return which of the words wanted in each interview landed; empty on the day after a no."""
    every, held = person.words_said(), person.interviews()
    frame = words_by_place(every[every["about"].isin(held.index)], lemmas=LEMMAS, alike=alike)
    frame = frame[frame["wanted"].map(len) > 0].reindex([one for one in held.index if one in frame.index])
    frame = frame[frame["wanted"].notna()]
    if frame.empty or after_a_no(person):
        return {"meant": "", "landed": []}
    wanted, landed = (sum(map(len, frame[part])) for part in ("wanted", "landed"))
    rows = [
        [place, f"wanted: {', '.join(row['wanted'])}; landed: {', '.join(row['landed']) or 'none'}"]
        for place, row in frame.iterrows()
    ]
    words = capital(out_of(landed, wanted, count(wanted, "word")))
    return {
        "meant": f"{words} landed, in {count(len(rows), 'interview')}.",
        "landed": rows,
    }


def _year(place: str, ended: pd.Series) -> str:
    if not place:
        return TODAY
    return str(ended[place].year) if place in ended.index else ""


def _words(row: pd.Series) -> str:
    return "; ".join(f"{words}: {', '.join(row[voice])}" for voice, words in _VOICES.items() if row[voice])


def _returns(frame: pd.DataFrame, years: dict[str, str]) -> list[list[str]]:
    """Return the words used in several places, each with its years."""
    used: dict[str, list[str]] = {}
    for place, row in frame.iterrows():
        for word in dict.fromkeys(
            word for voice in ("mine", "wanted", "guessed", "said") for word in row[voice]
        ):
            used.setdefault(word, []).append(years[str(place)] or str(place))
    return [[word, ", ".join(dict.fromkeys(when))] for word, when in used.items() if len(when) >= _SEVERAL]
