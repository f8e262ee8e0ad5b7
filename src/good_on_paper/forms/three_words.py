"""Three words in four voices: one's own, wanted, guessed, and used by others; lined up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.form import Message, Refusal
from good_on_paper.forms.story_sheets import (
    Asks,
    StorySheet,
    StorySheets,
    begun,
    sheet_per_job,
    sheets_module,
    sheets_style,
    since,
)
from good_on_paper.forms.words_shown import over_the_years, wanted_and_landed
from good_on_paper.frames.stories import WORDS
from good_on_paper.frames.targets import of_person
from good_on_paper.frames.words_said import VOICES, words_said
from good_on_paper.language.lemmas import LEMMAS
from good_on_paper.patterns.words_matched import ECHOED, UNCLAIMED, UNECHOED, bare, words_matched
from good_on_paper.record.stories import unit_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Item
    from good_on_paper.frames.snapshot import Snapshot

_HEADS: Final = {
    ECHOED: "You say it, and so do they",
    UNECHOED: "You say it; nobody has said it back yet",
    UNCLAIMED: "They say it; you never do",
}
_MOST: Final = 40
"""Most pairs of words that mean the same."""


class ThreeWords(StorySheets):
    """Ask for three words for oneself, three wanted, three guessed, and the words others used.

    They are lined up by plain matching. Only the person joins words that mean the same, or separates them.

    Parameters
    ----------
    person : Person
        Whose words these are, and where the answers go.
    """

    name: ClassVar[str] = "three_words"
    asks: ClassVar[Mapping[str, Asks]] = {
        WORDS: Asks(
            (keys.WORD_MINE, keys.WORD_WANTED, keys.WORD_GUESSED),
            (keys.WORD_SAID, keys.WORD_BY, keys.WORD_WHEN, keys.WORD_CARRIED),
            "What they did say, and your story for it",
        )
    }
    _esm = sheets_module("three_words")
    _css = sheets_style()

    def sheets(self, now: Snapshot) -> list[StorySheet]:
        """Return a sheet for oneself, then one per job in a fold."""
        there, me = begun(now), now.unit.id
        unit, facts = unit_for(me, WORDS), {keys.STORY_KIND: WORDS}
        own = StorySheet(
            *(unit, me, WORDS, "Three words for you"),
            facts=facts,
            told=unit in there,
            since=since(there.get(unit)),
        )
        return [own, *sheet_per_job(now, WORDS, shown=())]

    def page_state(self) -> Message:
        """Return the sheets, and which words mean the same."""
        state = super().page_state()
        state["cells"] += self.cell_rows([self._record.person.id], [keys.WORDS_ALIKE])
        return state

    def more_state(self, now: Snapshot) -> Message:
        """Return the words lined up, and which were joined."""
        every = words_said(now)
        frame = words_matched(every, lemmas=LEMMAS, alike=self._alike(now)).frame
        by: dict[str, list[str]] = {}
        for word, who in zip(every["word"], every["who"], strict=True):
            if who:
                by.setdefault(bare(word), []).append(who)
        return {
            "lined": [
                [
                    head,
                    [
                        [word, self._beside(word, row, by)]
                        for word, row in frame.iterrows()
                        if row["stands"] == stands
                    ],
                ]
                for stands, head in _HEADS.items()
            ],
            "all": [str(word) for word in frame.index],
            "alike": [list(pair) for pair in self._alike(now)],
            **over_the_years(self._person, self._alike(now)),
            **wanted_and_landed(self._person, self._alike(now)),
        }

    @staticmethod
    def _beside(word: object, row: Any, by: Mapping[str, list[str]]) -> str:  # noqa: ANN401 - a row of pandas
        forms = [form for form in row["forms"] if bare(form) != bare(word)]
        who = dict.fromkeys(name for form in row["forms"] for name in by.get(bare(form), []))
        return "; ".join(filter(None, (", ".join(forms), ", ".join(who))))

    def _alike(self, now: Snapshot) -> list[tuple[str, str]]:
        pairs = of_person(now, keys.WORDS_ALIKE)
        every = pairs if isinstance(pairs, list) else []
        return [(str(one), str(other)) for one, other in every]

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell; None for which words mean the same."""
        if (unit, key) == (self._record.person.id, keys.WORDS_ALIKE):
            return None
        return super().item_for(unit, key)

    def _asked(self, key: str) -> bool:
        return super()._asked(key) or key == keys.WORDS_ALIKE

    def understood(self, item: Item | None, value: object) -> object:
        """Return pairs of words as pairs of texts, anything else as `StorySheets` does."""
        if item is not None:
            return super().understood(item, value)
        pairs = value if isinstance(value, list) else None
        if pairs is None or len(pairs) > _MOST or not all(_is_pair(pair) for pair in pairs):
            raise Refusal("Words that mean the same come in pairs; run the cell again.")
        return pairs

    def write(self, unit: str, key: str, value: object, **given: Any) -> Any:  # noqa: ANN401
        """Write an answer; which words mean the same is as private as the words."""
        return super().write(
            unit, key, value, **given | ({"private": True} if key == keys.WORDS_ALIKE else {})
        )

    def changes_page(self, key: str) -> bool:
        """Return whether the words line up differently."""
        return super().changes_page(key) or key in (*VOICES, keys.WORD_BY, keys.WORDS_ALIKE)


def _is_pair(pair: object) -> bool:
    return (
        isinstance(pair, list)
        and len(pair) == len(("one", "other"))
        and all(isinstance(one, str) for one in pair)
    )
