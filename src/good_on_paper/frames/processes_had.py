"""What each application was like: a row per process, and what there was in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.frames.asked_and_learned import asked_and_learned
from good_on_paper.frames.interviews import interviews
from good_on_paper.frames.processes import met, processes, promises
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.schema import OF_PROCESSES_HAD, PROCESSES_HAD

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

HAD: Final = ("someone", "in_person", "rose", "promise", "learned", "advice")
"""What there can be in a process: someone the person knew told them of it, an interview in person, somebody
they regarded more highly afterwards, a promise, something learned by asking, advice that they followed. The
number of rounds is not among them: a yes brings the next round."""
_SOMEONE: Final = r"\b(?:friends?|colleagues?|someone|referr\w*|knew|know|contacts?|network|family)\b"


def processes_had(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per job applied for, by the first day known of each, without those that hurt.

    Only what the other side and the process were like: no rating of oneself is in it.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "process". Columns: ``unit``; ``said_yes``: whether they said yes once, to a next round or with
        an offer; False once it ended without, NA while it is open and where the person withdrew before any;
        ``wanted``: whether the person would have taken it, by the last interview; NA where they were not sure
        or did not say; and the columns `HAD`, NA where nothing is known.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> processes_had(gop.sample())[["said_yes", "someone", "in_person"]].head(2).to_numpy().tolist()
    [[True, False, False], [False, False, True]]
    """
    quiet = quiet_roles(snapshot)
    log, jobs = interviews(snapshot), processes(snapshot)
    log = log[~log["unit"].isin(quiet) & log["day"].le(pd.Timestamp(snapshot.today))]
    jobs = jobs[~jobs["unit"].isin(quiet) & jobs["furthest"].notna()]
    of = dict(zip(log["unit"], log["process"], strict=True))
    people = met(snapshot).dropna(subset=["name"])
    people = people.assign(process=people["unit"].map(of)).dropna(subset=["process"])
    rose = people.assign(up=people["after"] > people["before"]).dropna(subset=["before", "after"])
    told = {
        "in_person": _any(log, log["channel"].eq("in_person").where(log["channel"].notna())),
        "rose": rose.groupby("process")["up"].any(),
        "promise": _there(promises(snapshot)["unit"], of),
        "learned": _there(asked_and_learned(snapshot).query("learned > 0")["unit"], of),
    }
    last = log.sort_values("day").drop_duplicates("process", keep="last").set_index("process")["take_it"]
    yes = set(log.loc[log["yes_on"].notna() | log["outcome"].eq("yes"), "process"])
    frame = pd.DataFrame(index=jobs.index)
    frame["unit"] = jobs["unit"]
    ended = jobs["outcome"].isin(["no", "no_answer"])
    said = jobs["unit"].isin(yes) | jobs["outcome"].eq("yes") | jobs["offered"].notna()
    frame["said_yes"] = said.where(said | ended)
    wanted = jobs["unit"].map(last)
    frame["wanted"] = wanted.eq("yes").where(wanted.isin(["yes", "no"]))
    heard = jobs["found"].str.contains(_SOMEONE, case=False, regex=True)
    frame["someone"] = heard.where(jobs["found"].notna())
    held = jobs["unit"].isin(of.values())
    for name, values in told.items():
        there = jobs["unit"].map(values)
        known = values.index if name in ("in_person", "rose") else jobs.loc[held, "unit"]
        frame[name] = there.where(there.notna(), False).where(jobs["unit"].isin(known))
    frame["advice"] = jobs["advice"].map(bool)
    held_on = log.groupby("process")["day"].min()
    first = pd.Series([held_on.get(unit) for unit in jobs["unit"]], jobs.index, "datetime64[s]")
    began = jobs["applied"].fillna(first)
    frame = frame.loc[began.sort_values(kind="stable", na_position="last").index, list(OF_PROCESSES_HAD)]
    return PROCESSES_HAD.validate(frame.astype(OF_PROCESSES_HAD))


def _any(log: pd.DataFrame, values: pd.Series) -> pd.Series:
    return values.dropna().astype(bool).groupby(log["process"]).any()


def _there(units: pd.Series, of: dict[str, str]) -> pd.Series:
    """Return true for each process with such a note."""
    found = units.map(of).dropna().unique()
    return pd.Series(True, pd.Index(found, dtype="object"))
