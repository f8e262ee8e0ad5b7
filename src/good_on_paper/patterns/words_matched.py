"""Which words recur between lists: what somebody says of themselves, wants, guesses and hears."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ECHOED, UNECHOED, UNCLAIMED, OTHER = "echoed", "echoed by none", "said by others alone", "only guessed"
"""How a word stands: used by the person and by others; by the person alone; by others alone; else."""
_OWN: Final = ("mine", "wanted")
_SAID: Final = "said"
_MARKS: Final = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MODIFIER LETTER APOSTROPHE}": "'"})


@dataclass(frozen=True)
class WordsMatched:
    """Which words recur.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per word, in order of first use. Index "word": as it was first written. Columns: ``forms`` (a
        tuple of all ways it was written), ``mine``, ``wanted``, ``guessed``, ``said`` (how often), ``stands``
        (one of `ECHOED`, `UNECHOED`, `UNCLAIMED`, `OTHER`).
    """

    frame: pd.DataFrame


def words_matched(
    words: pd.DataFrame,
    *,
    lemmas: Mapping[str, str] | None = None,
    alike: Iterable[tuple[str, str]] = (),
) -> WordsMatched:
    """Line up words from several lists by plain matching; no model, no list of synonyms.

    Two words match when they are the same but for case, accents apart, or when `lemmas` leads both to one, or
    when `alike` says that they mean the same. What `alike` joined is apart again without it.

    Parameters
    ----------
    words : pandas.DataFrame
        A row per use: ``voice`` ("mine", "wanted", "guessed" or "said") and ``word``.
    lemmas : mapping, optional
        A written form to its base form, both in small letters.
    alike : iterable of pairs, optional
        Words that mean the same, as somebody said.

    Returns
    -------
    WordsMatched

    Examples
    --------
    >>> told = pd.DataFrame({"voice": ["mine", "said", "wanted"], "word": ["calm", "Calmly", "bold"]})
    >>> words_matched(told, lemmas={"calmly": "calm"}).frame["stands"].to_dict()
    {'calm': 'echoed', 'bold': 'echoed by none'}
    """
    same = _Same(dict(lemmas or {}), alike)
    found: dict[str, dict[str, int]] = {}
    forms: dict[str, list[str]] = {}
    for voice, word in zip(words["voice"], words["word"], strict=True):
        if not bare(word):
            continue
        root = same.root(word)
        found.setdefault(root, dict.fromkeys((*_OWN, "guessed", _SAID), 0))[voice] += 1
        forms.setdefault(root, []).append(" ".join(str(word).split()))
    frame = pd.DataFrame(
        {
            "forms": pd.Series([tuple(dict.fromkeys(forms[root])) for root in found], dtype="object"),
            **{
                voice: pd.Series([counts[voice] for counts in found.values()], dtype="int64")
                for voice in (*_OWN, "guessed", _SAID)
            },
            "stands": pd.Series([_stands(counts) for counts in found.values()], dtype="str"),
        }
    )
    frame.index = pd.Index([forms[root][0] for root in found], dtype="str", name="word")
    return WordsMatched(frame)


def words_by_place(
    words: pd.DataFrame,
    *,
    lemmas: Mapping[str, str] | None = None,
    alike: Iterable[tuple[str, str]] = (),
) -> pd.DataFrame:
    """Line up words place by place: in each job, or each interview, which of one's own came back.

    Parameters
    ----------
    words : pandas.DataFrame
        A row per use: ``voice`` ("mine", "wanted", "guessed" or "said"), ``word``, ``about`` (the place).
    lemmas, alike
        As `words_matched` takes them.

    Returns
    -------
    pandas.DataFrame
        A row per place, in order of first use. Index "about". Columns, each a tuple of words as they were
        first written anywhere: ``mine``, ``wanted``, ``guessed``, ``said``; ``echoed``, those of one's own
        that others said there; ``landed``, those wanted that others said, or are guessed to.

    Raises
    ------
    KeyError
        A column is missing.

    Examples
    --------
    >>> rows = [("wanted", "clear", "Acme"), ("guessed", "Clearly", "Acme"), ("wanted", "bold", "Acme")]
    >>> told = pd.DataFrame(rows, columns=["voice", "word", "about"])
    >>> words_by_place(told, lemmas={"clearly": "clear"}).loc["Acme", "landed"]
    ('clear',)
    """
    same = _Same(dict(lemmas or {}), alike)
    first: dict[str, str] = {}
    places: dict[str, dict[str, dict[str, None]]] = {}
    for voice, word, about in zip(words["voice"], words["word"], words["about"], strict=True):
        if bare(word):
            shown = first.setdefault(same.root(word), " ".join(str(word).split()))
            there = places.setdefault(str(about), {one: {} for one in (*_OWN, "guessed", _SAID)})
            there[voice][shown] = None
    rows = [
        {voice: tuple(said) for voice, said in there.items()}
        | {
            "echoed": tuple(word for word in {**there["mine"], **there["wanted"]} if word in there[_SAID]),
            "landed": tuple(word for word in there["wanted"] if word in {**there["guessed"], **there[_SAID]}),
        }
        for there in places.values()
    ]
    columns = [*_OWN, "guessed", _SAID, "echoed", "landed"]
    return pd.DataFrame(rows, pd.Index(list(places), dtype="str", name="about"), columns, dtype="object")


def bare(word: object) -> str:
    r"""Return a word as it is compared: composed, in small letters, with one kind of apostrophe.

    Examples
    --------
    >>> bare(" Zuverla\u0308ssig ")
    'zuverlässig'
    """
    text = unicodedata.normalize("NFKC", str(word).translate(_MARKS))
    return " ".join(unicodedata.normalize("NFC", text.casefold()).split()).strip(".,;:!?\"'")


class _Same:
    """Words that count as one: each leads to a root, which no order of joining changes."""

    def __init__(self, lemmas: Mapping[str, str], alike: Iterable[tuple[str, str]]) -> None:
        self._lemmas = {bare(form): bare(base) for form, base in lemmas.items()}
        self._over: dict[str, str] = {}
        for one, other in alike:
            self.join(one, other)

    def root(self, word: object) -> str:
        key = bare(word)
        key = self._lemmas.get(key, key)
        while key in self._over:
            key = self._over[key]
        return key

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        if first != second and first:
            self._over[second] = first


def _stands(counts: Mapping[str, int]) -> str:
    own = any(counts[voice] for voice in _OWN)
    if counts[_SAID]:
        return ECHOED if own else UNCLAIMED
    return UNECHOED if own else OTHER
