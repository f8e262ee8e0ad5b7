"""Jobs that could be anybody's, in a record and out of it."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from good_on_paper.catalogue import add_items, load
from good_on_paper.intake import bring_in, read
from good_on_paper.intake.plain_text import seen
from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

RATED = [item.key for item in load().items("circumstance") if not item.private][:6]
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zs", "Zl", "Zp", "Cn"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=12,
).filter(
    lambda text: any(sign.isalpha() for sign in text) and text.casefold() not in ("nan", "none", "null", "na")
)
TEXTS = st.builds(
    lambda start, words: start + " ".join(words),
    st.sampled_from(["", "=", "+", "-", "@", "'", "'=", "''+", '"', "=1+1 ", "<script>", "\uff1d"]),
    st.lists(WORDS, min_size=1, max_size=3),
).filter(lambda text: seen(text) == text)  # a name loses its signs of HTML on the way in
DATES = st.sampled_from([None, "2014", "2015-03", "2016-02-29", "2001-12-01", "2014~", "2015-03?", "2016%"])
JOBS = st.lists(
    st.fixed_dictionaries(
        {"title": TEXTS, "employer": TEXTS},
        optional={
            "started": DATES,
            "ended": st.sampled_from([None, "now", "2020", "2019-05", "2020~", "2019-05?"]),
            "role_kind": st.sampled_from(["job", "freelance", "study", "volunteer", "project", "other"]),
            "place": TEXTS,
            "summary": st.lists(TEXTS, min_size=1, max_size=3).map("\n".join),
            "boss_word": TEXTS,
            **dict.fromkeys(RATED, st.sampled_from([1, 2, 3, 4, 5, 6, 7, "na", "cant_recall", "skip"])),
        },
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda job: (job["title"].casefold(), job["employer"].casefold()),
)


@contextmanager
def a_record(jobs) -> Iterator[Record]:
    """A record of these jobs in a folder of its own: hypothesis needs a fresh one each time."""
    with tempfile.TemporaryDirectory() as folder, Record.open(folder) as record:
        write_jobs(record, jobs)
        yield record


def write_jobs(record, jobs):
    lines = load()
    sitting = record.sitting("roles")
    with record.batch():
        for job in jobs:
            unit = record.add_unit("role", sitting=sitting)
            for key, value in job.items():
                if value is None:
                    continue
                # a title may be such a word too
                blank = lines.item(key).kind == "rating" and value in ("na", "cant_recall", "skip")
                state = value if blank else "value"
                record.answer(
                    unit,
                    key,
                    value if state == "value" else None,
                    state=state,
                    sitting=sitting,
                    revision=lines.item(key).revision,
                )


def stands(record):
    """What stands in each job, without what keeps order; jobs in no order."""
    units = [unit.id for unit in record.units("role")]
    cells = record.current(units=units)
    told = [
        sorted(
            (item, answer.state, repr(answer.value), answer.memory, answer.private, answer.revision)
            for (unit, item), answer in cells.items()
            if unit == one and item not in ("listed", "order", "origin")
        )
        for one in units
    ]
    return sorted(told)


@contextmanager
def brought_back(data, name, lines=()) -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder, Record.open(folder) as record:
        overlay = Path(folder) / "catalogue.toml"
        if lines:
            add_items(overlay, lines)
        bring_in(read(data, name, load(overlay)), record, overlay)
        yield record
