"""The minutes strip, and margins over the years."""

from __future__ import annotations

from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.collections import PolyCollection

from good_on_paper.charts import margins, minutes_strip
from good_on_paper.frames.days import day_shares

COLUMNS = ["role", "day", "what", "minutes", "absorbed", "dull", "margin"]


def told(*rows: tuple[Any, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame.insert(1, "unit", frame["role"])
    numbers = dict.fromkeys(("minutes", "absorbed"), "Float64")
    text = dict.fromkeys(("role", "unit", "day", "what", "margin"), "str")
    return frame.astype({**text, **numbers, "dull": "boolean"})


DAY = told(
    ("Cook", "ordinary", "Service", 240, 7, False, ""),
    ("Cook", "ordinary", "The staff meal", 30, None, None, "spent"),
    ("Clerk", "ordinary", "Filing", 300, 1, True, ""),
    ("Clerk", "ordinary", "Waiting", 60, None, True, "wasted"),
    ("Clerk", "ordinary", "A thing without a length", None, None, True, ""),
    ("Nurse", "worst", "The night", 600, 4, False, ""),
)


def test_the_title_counts_jobs_of_which_half_a_day_was_dull() -> None:
    assert minutes_strip(DAY).title == "In 1 of 2 jobs at least half of an ordinary day was dull."
    assert minutes_strip(DAY, "worst").title == "In one job the worst day was dull for none of its 10 h."
    assert minutes_strip(DAY[DAY["role"].eq("Clerk")]).title == (
        "In one job an ordinary day was dull for all of its 6 h."
    )
    calm = told(("A", "ordinary", "", 60, None, False, ""), ("B", "ordinary", "", 60, None, False, ""))
    assert minutes_strip(calm).title == "In neither of 2 jobs was as much as half of an ordinary day dull."
    silent = told(("A", "dull", "Mail", 60, None, None, ""))
    assert minutes_strip(silent, "dull").title == "A dull day in 1 job; I have not said what was dull in it."
    assert minutes_strip(told()).title == "An ordinary day is not here yet."
    assert minutes_strip(told()).svg(bare=True)


def test_dull_is_hatched_and_time_in_between_is_low_with_a_mark_of_its_own() -> None:
    ax = minutes_strip(DAY).figure().axes[0]
    bars = [one for one in ax.collections if isinstance(one, PolyCollection)]
    dull, clear, unsaid = ([path.get_extents() for path in one.get_paths()] for one in bars)
    assert [one.get_hatch() for one in bars] == ["/////", None, None]
    assert [[round(box.width, 2) for box in kind] for kind in (dull, clear, unsaid)] == [[5, 1], [4], [0.5]]
    assert dull[1].height < dull[0].height
    assert bars[1].get_facecolor().tolist() != bars[2].get_facecolor().tolist()
    marks = [line.get_marker() for line in ax.lines]
    assert (marks.count("o"), marks.count("s")) == (1, 1)
    texts = [text.get_text() for text in ax.texts]
    assert {"7", "1", "Service", "Filing"} <= set(texts)


def test_the_key_lists_the_marks_that_occur_and_no_other() -> None:
    whole = minutes_strip(DAY).small_print[0]
    assert all(word in whole for word in ("Hatched", "filled", "hollow", "spent", "wasted", "A number"))
    worst = minutes_strip(DAY, "worst").small_print[0]
    assert worst == "Filled: not dull. A number: 1 watching the clock, 7 absorbed."


def test_the_table_says_all_and_letters_leave_out_what_was_typed() -> None:
    chart = minutes_strip(DAY)
    assert chart.table.loc["Clerk"].to_numpy().tolist() == [
        ["Filing", "5 h, dull, 1 of 7 absorbed"],
        ["Waiting", "1 h, dull, in between, wasted"],
    ]
    assert "Service (4 h, not dull, 7 of 7 absorbed)" in chart.alt
    letters = minutes_strip(DAY, jobs=["Nurse", "Cook", "Clerk"], names="letters")
    everything = letters.alt + letters.table.to_csv() + letters.svg() + letters.name
    assert not [word for word in ("Cook", "Clerk", "Service", "Filing") if word in everything]
    assert letters.table.index.tolist() == ["Job B", "Job B", "Job C", "Job C"]


def roles(**start: str | None) -> pd.DataFrame:
    frame = pd.DataFrame({"start": list(start.values())}, index=pd.Index(list(start), name="role"))
    return frame.astype({"start": "datetime64[s]"})


YEARS = roles(Clerk="2020-01-01", Nurse=None, Cook="2010-01-01")


def test_margins_stand_in_the_order_of_the_years() -> None:
    chart = margins(day_shares(DAY), YEARS)
    assert chart.title == (
        "In 1 of 2 jobs more of the time in between was well spent than wasted; "
        "in 1 it was the other way round."
    )
    assert chart.table.index.tolist() == ["Cook", "Clerk"]
    assert chart.table.loc["Clerk"].tolist() == ["2020", "6 h", "none", "1 h, 17%"]
    bars = [(patch.get_width() > 0, patch.get_hatch()) for patch in chart.figure().axes[0].patches]
    assert bars == [(True, None), (False, "/////")]
    assert margins(day_shares(DAY), YEARS, names="letters").table.index.tolist() == ["Job C", "Job A"]


def test_margins_of_one_job_and_of_none() -> None:
    one = day_shares(DAY[DAY["role"].eq("Cook")])
    assert margins(one, YEARS).title == "Time in between on an ordinary day, in one job: 30 min well spent."
    none = margins(day_shares(DAY, "worst"), YEARS)
    assert none.title == "I have not said yet how the time in between was."
    assert none.small_print[1] == "An ordinary day in 0 jobs, 1 other without time in between."
    assert none.svg(bare=True)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Cook", "Nurse", "Clerk"]),
            st.sampled_from(["ordinary", "best", "worst", "dull"]),
            st.text(max_size=20),
            st.one_of(st.none(), st.floats(0.1, 1440)),
            st.one_of(st.none(), st.integers(1, 7)),
            st.one_of(st.none(), st.booleans()),
            st.sampled_from(["", "spent", "wasted"]),
        ),
        max_size=12,
    )
)
def test_any_days_are_drawn_and_no_more_is_said_than_was_told(rows: list[Any]) -> None:
    frame = told(*rows)
    for day in ("ordinary", "worst"):
        chart = minutes_strip(frame, day, jobs=["Cook", "Nurse", "Clerk"])
        assert chart.svg(bare=True)
        assert len(chart.table) == sum(row[1] == day and row[3] is not None for row in rows)
    shares = day_shares(frame)
    assert (shares[["dull", "not_dull"]].sum(axis=1) <= shares["told"] + 1e-6).all()
    assert margins(shares, YEARS).svg(bare=True)
