"""What the person said they need before they looked at their jobs, scored as a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.charts import Note
from good_on_paper.language.counts import capital, count
from good_on_paper.panels import Section
from good_on_paper.patterns import FOUND
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.own_choice import early_guesses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.study.person import Person


def needs_scored(person: Person) -> Iterator[Section]:
    """Yield how many needs named before the first look go with how the jobs went; nothing before it."""
    seen, needs = all_seen(person), early_guesses(person)
    if not seen or not needs:
        return
    worded = person.words()
    word = dict(zip(seen[0].frame["line"], seen[0].frame["word"], strict=True))
    named = [line for line in needs if line in word and not worded[line].private]
    if not named:
        return
    found = sum(word[line] in FOUND for line in named)
    table = pd.DataFrame(
        {"What your jobs say": [capital(str(word[line])) for line in named]},
        index=pd.Index([worded[line].label for line in named], name="You said you need"),
        dtype="str",
    )
    of = f"Of {count(len(named), 'need')} you named before you looked, {found or 'none'}"
    yield Section(
        "What you said you need",
        [
            Note(
                f"{of} went with how your jobs went, beyond chance.",
                said=("A need that shows no pattern is still your need. With few jobs most show none.",),
                tables=(table,),
                fold="One by one",
            )
        ],
    )
