"""Soft skills by name: which somebody showed in a job, and who would say so; what was forgotten last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.story_sheets import (
    Asks,
    StorySheet,
    StorySheets,
    sheet_per_job,
    sheets_module,
    sheets_style,
)
from good_on_paper.frames.skills import SKILLS
from good_on_paper.frames.stories import SKILL
from good_on_paper.language.lemmas import LEMMAS
from good_on_paper.patterns.words_matched import bare
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.forms.form import Message
    from good_on_paper.frames.snapshot import Snapshot

_STORIES: Final = 3


class SkillsShown(StorySheets):
    """Tick the skills that one showed in a job; what was forgotten in the last interview gets its stories.

    Parameters
    ----------
    person : Person
        Whose skills these are, and where the answers go.
    """

    name: ClassVar[str] = "skills_shown"
    asks: ClassVar[Mapping[str, Asks]] = {
        SKILL: Asks(
            (keys.SKILLS_SHOWN,), (keys.SKILLS_OWN, keys.SKILL_WITNESS), "Others, and who would say so"
        )
    }
    _esm = sheets_module("skills_shown")
    _css = sheets_style()

    def sheets(self, now: Snapshot) -> list[StorySheet]:
        """Return a sheet per job."""
        return sheet_per_job(now, SKILL)

    def more_state(self, now: Snapshot) -> Message:
        """Return what was forgotten in the last interview, with up to three stories that show it."""
        held = self._person.interviews().dropna(subset=["day"]).sort_values("day")
        if held.empty or after_a_no(now):
            return {"forgotten": []}
        unit = str(held["unit"].iloc[-1])
        answer = now.current(items=(keys.SKILLS_FORGOTTEN,), units=(unit,)).get((unit, keys.SKILLS_FORGOTTEN))
        words = answer.value if answer is not None and isinstance(answer.value, list) else []
        return {"forgotten": [[str(word), self._stories(now, str(word))] for word in words]}

    def _stories(self, now: Snapshot, word: str) -> list[str]:
        """Return what was done that showed a skill of this name."""
        meant = {_base(part) for part in bare(word).split()}
        skills = [
            key for key, label in SKILLS.items() if meant & {_base(part) for part in bare(label).split()}
        ]
        done = self._person.achievements()
        given = now.current(items=(keys.SKILLS_SHOWN,), units=list(done["unit"]))
        shown = {unit for (unit, _), one in given.items() if set(skills) & set(one.value or ())}
        return [str(what) for what in done.loc[done["unit"].isin(shown), "what"] if what][:_STORIES]


def _base(word: str) -> str:
    return LEMMAS.get(word, word)
