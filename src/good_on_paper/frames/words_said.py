"""The words for the person: their own, those they want, those they guess, and those that others used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import words
from good_on_paper.frames.schema import OF_WORDS, WORDS_SAID
from good_on_paper.frames.stories import names_of_parents, spoken_of
from good_on_paper.frames.targets import of_person
from good_on_paper.language.lemmas import LEMMAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.frames.snapshot import Snapshot

VOICES: Final = {
    keys.WORD_MINE: "mine",
    keys.WORD_WANTED: "wanted",
    keys.WORD_GUESSED: "guessed",
    "pm_known_as": "guessed",
    keys.WORD_SAID: "said",
    keys.WORDS_MEANT: "wanted",
    keys.WORDS_LANDED: "guessed",
}
"""Whose word it is, by the prompt that asks for it."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")


def words_said(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per use of a word for the person, in the order of the record, without what hurt.

    From a text by others (a recommendation) we take the words that are on our small list, or that the person
    uses; from an endorsement the skill.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Columns: ``unit`` (the id of the story or the interview, or the person's); ``voice`` ("mine",
        "wanted", "guessed", "said"); ``word``; ``about`` (the job or interview, "" for none); ``who`` and
        ``when``, as typed or as the file has it.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> words_said(gop.sample())["voice"].value_counts().to_dict()["mine"]
    3
    """
    rows = [*_typed(snapshot)]
    own = {word.casefold() for _, voice, word, *_ in rows if voice != "said"}
    rows += _received(snapshot, own)
    return WORDS_SAID.validate(pd.DataFrame(rows, columns=list(OF_WORDS)).astype(OF_WORDS))


def _typed(snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    units = [*spoken_of(snapshot), *spoken_of(snapshot, "interview")]
    about = names_of_parents(snapshot) if units else {}
    given = snapshot.current(items=(*VOICES, keys.WORD_BY, keys.WORD_WHEN), units=units)
    for unit in units:
        of = unit.id if unit.kind == "interview" else unit.parent or ""
        who, when = (words(given.get((unit.id, key))) for key in (keys.WORD_BY, keys.WORD_WHEN))
        for key, voice in VOICES.items():
            answer = given.get((unit.id, key))
            if answer is not None and isinstance(answer.value, list):
                said = (who, when) if key == keys.WORD_SAID else ("", "")
                for word in answer.value:
                    yield (unit.id, voice, str(word), about.get(of, ""), *said)


def _received(snapshot: Snapshot, own: set[str]) -> Iterator[tuple[str, ...]]:
    me = snapshot.unit.id
    for entry in _entries(of_person(snapshot, keys.ENDORSEMENT_RECEIVED)):
        if skill := entry.get("skill", ""):
            yield (me, "said", skill, "", entry.get("from", ""), entry.get("date", ""))
    known = own | set(LEMMAS) | set(LEMMAS.values())
    for entry in _entries(of_person(snapshot, keys.RECOMMENDATION_RECEIVED)):
        found = (match.group() for match in _WORD.finditer(entry.get("text", "")))
        for word in dict.fromkeys(word for word in found if word.casefold() in known):
            yield (me, "said", word, entry.get("employer", ""), entry.get("from", ""), entry.get("date", ""))


def _entries(value: Any) -> list[dict[str, str]]:  # noqa: ANN401 - whatever was brought in
    every = value if isinstance(value, list) else []
    return [{str(key): str(text) for key, text in one.items()} for one in every if isinstance(one, dict)]
