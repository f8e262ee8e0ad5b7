"""Asked against told, interview by interview: folded, in counts, and not beside how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper import frames
from good_on_paper.charts import Note
from good_on_paper.language.counts import count
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.panels import Layout, Section
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.person import Person

FOLD = "What you asked, and what you learned"


@in_words
def asked_and_learned() -> Panel:
    """Return, folded, how many questions you asked in each interview and what you learned."""

    def make(person: Person, names: Naming) -> Layout | str:
        del names
        frame = frames.asked_and_learned(person)
        if frame.empty or after_a_no(person):
            return ""
        asked, learned = int(frame["asked"].sum()), int(frame["learned"].sum())
        title = (
            f"In {count(len(frame), 'interview')}: {count(asked, 'question')} asked, "
            f"{count(learned, 'thing')} learned."
        )
        table = frame[["asked", "learned"]].astype(str).set_axis(["Asked", "Learned"], axis=1)
        table.index.name = "Interview"
        return Layout(
            (Section("", [Note(title, tables=(table,), fold="Interview by interview")], fold=FOLD),)
        )

    return show.panel(make, always=True, switch=False)
