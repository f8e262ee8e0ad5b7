"""A search month by month: what was done, and beside it what grew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.interviews import interviews
from good_on_paper.frames.processes import met, processes

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

_LEARNED: Final = (keys.TO_REMEMBER, keys.HEARD)


def search_months(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per month of a search, from its first to its last, also if nothing happened in it.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "month": the first day of each. Columns, all counts: ``sent`` (applications), ``calls``,
        ``interviews``, ``offers``; ``met`` (people whose name is noted, each once), ``learned`` (things to
        remember and answers noted), ``ruled_out`` (jobs the person withdrew from).

    Examples
    --------
    >>> import good_on_paper as gop
    >>> search_months(gop.sample())[["interviews", "met"]].sum().tolist()
    [10, 12]
    """
    log, jobs = interviews(snapshot), processes(snapshot)
    held = log[log["day"].notna() & log["day"].le(pd.Timestamp(snapshot.today))]
    day_of = dict(zip(held["unit"], held["day"], strict=True))
    people = met(snapshot).dropna(subset=["name"])
    people["day"] = pd.Series([day_of.get(unit) for unit in people["unit"]], people.index, "datetime64[s]")
    told = [
        (day_of.get(unit), item.partition(":")[0])
        for unit, item in snapshot.current(units=held["unit"].tolist())
    ]
    days = {
        "sent": jobs["applied"],
        "calls": held[held["stage"].eq("call")]["day"],
        "interviews": held[held["stage"].ne("call")]["day"],
        "offers": jobs["offered"],
        "met": people.sort_values("day").drop_duplicates("name")["day"],
        "learned": pd.Series([day for day, key in told if key in _LEARNED], dtype="datetime64[s]"),
        "ruled_out": jobs[jobs["outcome"].eq("withdrew")]["came"],
    }
    months = {name: pd.to_datetime(when).dropna().dt.to_period("M") for name, when in days.items()}
    every = pd.concat(list(months.values()))
    span = pd.period_range(every.min(), every.max(), freq="M") if len(every) else pd.PeriodIndex([], freq="M")
    counted = {name: when.value_counts().reindex(span, fill_value=0) for name, when in months.items()}
    frame = pd.DataFrame(counted, index=span).astype("int64")
    frame.index = span.to_timestamp().as_unit("s")
    frame.index.name = "month"
    return frame
