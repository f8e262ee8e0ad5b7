"""The time between two roles, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.roles import roles
from good_on_paper.frames.schema import GAPS
from good_on_paper.frames.standing import standing
from good_on_paper.language.counts import quoted

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

LEAST: Final = 28
"""Days from which time between two roles counts as a gap."""
ASKED: Final = (keys.GAP_WHAT, keys.GAP_MARGIN)
_WEEK: Final = 7


def between(before: str, after: str) -> str:
    """Name the gap.

    Examples
    --------
    >>> between("Editor, Acme", "Cook")
    'Between “Editor, Acme” and “Cook”'
    """
    return f"Between {quoted(before)} and {quoted(after)}"


def gaps(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per gap between two roles, in time; the later role holds what became of the gap.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.

    Returns
    -------
    pandas.DataFrame
        Columns: ``unit`` (the id of the role after it), ``before`` and ``after`` (the names of both),
        ``weeks`` (at least: a date that is only a year or a month is taken as long as it can be), ``what``
        became of it, and ``margin``: "spent", "wasted" or "". Without roles in which something hurt.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> gaps(gop.sample())[["after", "margin"]].head(1)
                                         after margin
    0  Fieldwork lead, Harrowfen River Survey  spent
    """
    dated = roles(snapshot).dropna(subset=["start", "end"]).sort_values("start", kind="stable")
    quiet = quiet_roles(snapshot)
    said = standing(snapshot, {key: snapshot.catalogue.item(key) for key in ASKED}, dated["unit"])
    rows, until, before = [], None, ""
    spans = zip(dated.index, dated["unit"], dated["start"], dated["end"], strict=True)
    for name, unit, start, end in spans:
        if until is not None and (start - until).days > LEAST and unit not in quiet:
            what, margin = (said.get((unit, key)) or "" for key in ASKED)
            rows.append((unit, before, name, (start - until).days / _WEEK, what, margin))
        if until is None or end > until:
            until, before = end, name
    columns = ["unit", "before", "after", "weeks", "what", "margin"]
    text = dict.fromkeys(("unit", "before", "after", "what", "margin"), "str")
    frame = pd.DataFrame(rows, pd.RangeIndex(len(rows)), columns)
    return GAPS.validate(frame.astype({**text, "weeks": "float64"}))
