"""What the invented person wrote down: what they did and how, two looks back, and the words of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.achievements import present
from good_on_paper.frames.stories import AFTER_JOB, FOLDED, HAPPENED, PARTS, WORDS, WRITING
from good_on_paper.record.stories import begin, unit_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record, Sitting, Unit

_LISTS: Final = (
    *(keys.DONE_HOW, keys.DONE_HOW_OWN, keys.SKILLS_SHOWN, "pm_known_as"),
    *(keys.WORD_MINE, keys.WORD_WANTED, keys.WORD_GUESSED, keys.WORD_SAID),
)


class StoryWriter:
    """Writes the rows of the sample's tables as the forms would: what is typed is private.

    Parameters
    ----------
    record : Record
    sitting : Sitting
        In which all of it is given.
    catalogue : Catalogue
        Says what is private.
    """

    def __init__(self, record: Record, sitting: Sitting, catalogue: Catalogue) -> None:
        self.record, self.sitting, self.catalogue = record, sitting, catalogue

    def achievements(
        self,
        rows: Iterable[Mapping[str, str]],
        roles: Mapping[tuple[str, str], Unit],
        episodes: Mapping[tuple[str, ...], Unit],
    ) -> None:
        """Add what was done, each in its job or episode."""
        for row in rows:
            job = row["title"], row["employer"]
            parent = episodes[*job, row["episode"]] if row["episode"] else roles[job]
            unit = self.record.add_unit("achievement", parent=parent, sitting=self.sitting)
            self._answers(unit.id, row)
            for line in filter(None, row["present"].split(";")):
                self._answer(unit.id, present(line), "yes", private=self.catalogue.item(line).private)

    def looking_back(self, rows: Iterable[Mapping[str, str]], roles: Mapping[tuple[str, str], Unit]) -> None:
        """Add a look back on each of some jobs."""
        for row in rows:
            role = roles[row["title"], row["employer"]].id
            unit = unit_for(role, AFTER_JOB)
            begin(self.record, "story", unit, parent=role, facts={keys.STORY_KIND: AFTER_JOB})
            self._answers(unit, {key: row[key] for key in (*HAPPENED, *FOLDED, *PARTS)})

    def writing(self, row: Mapping[str, str]) -> None:
        """Add how Robin was on a day on which they wrote to a prompt."""
        unit = unit_for(self.record.person.id, f"{WRITING}:{row['prompt']}")
        facts = {keys.STORY_KIND: WRITING}
        begin(self.record, "story", unit, parent=self.record.person.id, facts=facts)
        self._answers(unit, {key: row[key] for key in (keys.WRITING_STATE, keys.STORY_TEXT)})

    def words(self, rows: Iterable[Mapping[str, str]], roles: Mapping[tuple[str, str], Unit]) -> None:
        """Add words for the person: their own, and what somebody wrote of them."""
        received = []
        for row in rows:
            if row["recommendation"]:
                said = {"from": row[keys.WORD_BY], "date": row[keys.WORD_WHEN], "text": row["recommendation"]}
                received.append({**said, "employer": row["employer"]})
                continue
            parent = roles[row["title"], row["employer"]].id if row["title"] else self.record.person.id
            unit = unit_for(parent, WORDS)
            begin(self.record, "story", unit, parent=parent, facts={keys.STORY_KIND: WORDS})
            self._answers(unit, {key: text for key, text in row.items() if key.startswith("word_")})
        me, item = self.record.person, keys.RECOMMENDATION_RECEIVED
        self.record.answer(me, item, received, sitting=self.sitting, private=True)

    def _answers(self, unit: str, row: Mapping[str, str]) -> None:
        for key, text in row.items():
            if text and key in self.catalogue and self.catalogue.item(key).group == "story":
                value = text.split(";") if key in _LISTS else text
                self._answer(unit, key, value, private=self.catalogue.item(key).private)

    def _answer(self, unit: str, key: str, value: object, *, private: bool) -> None:
        self.record.answer(unit, key, value, sitting=self.sitting, private=private)
