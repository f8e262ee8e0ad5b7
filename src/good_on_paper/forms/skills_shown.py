"""Soft skills by name: those shown in a job, with witnesses; and those forgotten in the last interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.story_sheets import (
    Asks,
    StorySheet,
    StorySheets,
    sheet_per_job,
    sheets_module,
    sheets_style,
)
from good_on_paper.frames.skills import SKILLS, meant, who_would_say_so
from good_on_paper.frames.stories import SKILL
from good_on_paper.language.counts import count
from good_on_paper.patterns.words_matched import bare
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.forms.form import Message
    from good_on_paper.frames.snapshot import Snapshot

_STORIES: Final = 3


class SkillsShown(StorySheets):
    """Tick the skills shown in a job; show stories for what was forgotten in the last interview.

    It also shows who would say so, and which skills shown at work came up in interviews.

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
        """Return one sheet per job."""
        return sheet_per_job(now, SKILL)

    def more_state(self, now: Snapshot) -> Message:
        """Return what was forgotten in the last interview, with up to three stories that show it."""
        state: Message = {"witnesses": self._witnesses(), "forgotten": [], "brought": []}
        held = self._person.interviews().dropna(subset=["day"]).sort_values("day")
        if held.empty or after_a_no(now):
            return state
        state["brought"] = self._brought(now, held["unit"].tolist())
        unit = str(held["unit"].iloc[-1])
        answer = now.current(items=(keys.SKILLS_FORGOTTEN,), units=(unit,)).get((unit, keys.SKILLS_FORGOTTEN))
        words = answer.value if answer is not None and isinstance(answer.value, list) else []
        return state | {"forgotten": [[str(word), self._stories(now, str(word))] for word in words]}

    def _witnesses(self) -> list[list[str]]:
        """Return each skill that has a witness, with the witness and the job."""
        found: dict[str, list[str]] = {}
        for (skill, role), who in who_would_say_so(self._person).items():
            if who:
                found.setdefault(SKILLS.get(skill, skill), []).append(f"{', '.join(who)} ({role})")
        return [[skill, "; ".join(names)] for skill, names in found.items()]

    def _brought(self, now: Snapshot, held: list[str]) -> list[list[Any]]:
        """Return the skills shown at work that came up in none of their interviews, then those that did."""
        asked = (keys.SKILLS_BROUGHT, keys.SKILLS_FORGOTTEN, keys.SKILLS_NO_CHANCE)
        given = now.current(items=asked, units=held)
        described = {unit for unit, _ in given}
        brought: dict[str, set[str]] = {}
        for (unit, item), answer in given.items():
            if item == keys.SKILLS_BROUGHT and answer.state == "value":
                for word in answer.value:
                    for skill in meant(str(word)) | {bare(word)}:
                        brought.setdefault(skill, set()).add(unit)
        jobs: dict[str, set[str]] = {}
        for skill, role in who_would_say_so(self._person):
            jobs.setdefault(skill, set()).add(role)
        rows = sorted(
            (len(brought.get(skill, brought.get(bare(skill), ()))), -len(there), SKILLS.get(skill, skill))
            for skill, there in jobs.items()
        )
        never = [[skill, f"in {count(-there, 'job')}"] for times, there, skill in rows if not times]
        of = count(len(described), "interview")
        also = [
            [skill, f"in {count(-there, 'job')}, in {times} of {of}"] for times, there, skill in rows if times
        ]
        heads = (("At work, and not yet in an interview", never), ("At work, and in interviews", also))
        return [[head, part] for head, part in heads if part and described]

    def _stories(self, now: Snapshot, word: str) -> list[str]:
        """Return the achievements that show a skill of this name."""
        skills = meant(word)
        done = self._person.achievements()
        given = now.current(items=(keys.SKILLS_SHOWN,), units=list(done["unit"]))
        shown = {unit for (unit, _), one in given.items() if skills & set(one.value or ())}
        return [str(what) for what in done.loc[done["unit"].isin(shown), "what"] if what][:_STORIES]
