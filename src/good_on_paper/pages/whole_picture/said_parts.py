"""The parts of the whole picture in words, which need no counting: words, limits, wishes, what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.brief.compose import LONG_GAME, TAKE, compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.catalogue import keys, phrase
from good_on_paper.charts.whole_picture import WholePart, WholeRow
from good_on_paper.frames.bearing import bearing
from good_on_paper.frames.stories import STAYS
from good_on_paper.frames.targets import of_person
from good_on_paper.language.counts import count, uncapital
from good_on_paper.language.lemmas import LEMMAS
from good_on_paper.pages import titles
from good_on_paper.patterns.words_matched import bare, words_matched

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

_LIMITS: Final = {
    keys.NOT_AGAIN: "you won’t have again",
    "no": "you said no",
    "while": "for a while",
    "fine": "fine",
}
_STAYING: Final = ("stay_thing", "stay_person", "stay_habit", "stay_rule")
_MOST_WORDS: Final = 5
_LISTED: Final = 4
"""How many things a row names; we count the others."""


def known_as(person: Person, names: Naming) -> WholePart:
    """Return the words they have for themselves, the words others used, and the words they want."""
    told = person.words_said()
    pairs = of_person(person, keys.WORDS_ALIKE)
    alike = [(str(one), str(other)) for one, other in (pairs if isinstance(pairs, list) else [])]
    frame = words_matched(told, lemmas=LEMMAS, alike=alike).frame
    frame = frame[frame[["mine", "wanted", "said"]].gt(0).any(axis=1)]
    first = frame.assign(both=frame["said"].gt(0) & frame["mine"].gt(0)).sort_values(
        ["both", "mine", "wanted"], ascending=False, kind="stable"
    )
    who = {bare(word): name for word, name in zip(told["word"], told["who"], strict=True) if name}
    rows = [
        WholeRow(_stands(row, who if names == "names" else {}), str(word))
        for word, row in first.head(_MOST_WORDS).iterrows()
    ]
    heard = told.loc[told["voice"].eq("said"), "who"].replace("", "somebody").nunique()
    needs = "" if heard else "a word that somebody else has for you" if rows else "three words for you"
    voices = [
        *(["your own words"] if told["voice"].isin(["mine", "wanted"]).any() else []),
        *([f"those of {count(heard, 'other person', 'other people')}"] if heard else []),
    ]
    because = f"From {' and '.join(voices)}." if rows else ""
    title = "Words for you"
    return WholePart(
        "known_as", title, titles.STORIES, rows=tuple(rows), because=because, needs=needs, private=True
    )


def _stands(row: pd.Series, who: dict[str, str]) -> str:
    """Write whose word it is."""
    by = next((who[bare(form)] for form in row["forms"] if bare(form) in who), "")
    want = "you want it" if row["wanted"] else ""
    if row["mine"] and row["said"]:
        return f"you say it, and so {f'does {by}' if by else 'do others'}"
    if row["said"]:
        return f"{f'said by {by}' if by else 'others say it'}; {want or 'not yet by you'}"
    return ", and ".join(filter(None, ("you say it" if row["mine"] else "", want)))


def live_with(person: Person) -> WholePart:
    """Return what they cannot put up with, what they can for a while, and what is fine."""
    worries = bearing(person)
    said = worries["bears"].mask(worries[keys.NOT_AGAIN], keys.NOT_AGAIN)
    rows = [
        WholeRow(_list(worries.loc[said.eq(one), "label"]), label)
        for one, label in _LIMITS.items()
        if said.eq(one).any()
    ]
    return WholePart(
        "live_with",
        "What you can live with, and what not",
        titles.LIVE,
        rows=tuple(rows),
        because="Your own word for each." if rows else "",
        needs="" if rows else "one tick",
        private=True,
    )


def take_home(person: Person) -> WholePart:
    """Return the list of what they want to take home, and the long game, without anything private."""
    try:
        blocks = compose(person, parts=(TAKE, LONG_GAME)).blocks
    except BriefError:
        blocks = ()
    by: dict[str, list[str]] = {}
    for part in (TAKE, LONG_GAME):
        for row in (row for block in blocks if block.part == part for row in block.rows):
            by.setdefault(uncapital(row.label), []).append(row.text)
    there = {block.part for block in blocks}
    lacks = {TAKE: "what you want from a job", LONG_GAME: "where you want to be in a year"}
    return WholePart(
        "take_home",
        "What you want from a job",
        titles.BEFORE,
        rows=tuple(WholeRow(_list(texts), label) for label, texts in by.items()),
        because="Your list, and your long game." if len(there) == len(lacks) else "",
        needs=next((text for part, text in lacks.items() if part not in there), ""),
    )


def what_stays(person: Person, *, private: bool) -> WholePart:
    """Return what stays of their jobs, by the decade in which each ended."""
    roles = person.roles().set_index("unit")
    ended = roles["end"].fillna(roles["start"]).dropna()
    done = person.achievements()
    done = done[done["stayed"].ne("") & (done[keys.MAY_SHOW] | private)]
    told = list(zip(done["role_unit"], done["stayed"], strict=True))
    if private:
        said = person.stories()
        said = said[said["kind"].eq(STAYS) & said["prompt"].isin(_STAYING)]
        told += zip(said["parent"], said["text"], strict=True)
    by: dict[str, list[str]] = {}
    for role, text in told:
        by.setdefault(f"{ended[role].year // 10 * 10}s" if role in ended.index else "", []).append(text)
    return WholePart(
        "what_stays",
        "What stays",
        titles.STORIES,
        rows=tuple(WholeRow(_list(by[decade]), decade) for decade in sorted(by)),
        because=f"{count(len(told), 'thing')} that you said stayed." if told else "",
        needs="" if told else "what stays of one job",
    )


def _list(texts: Iterable[str]) -> str:
    """Name a few in a row, and count the others."""
    every = [phrase(text) for text in texts]
    more = len(every) - _LISTED
    return "; ".join(every[:_LISTED]) + (f"; and {more} more" if more > 0 else "")
