"""How good each job looked before, and how it went: a row per job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.frames.errors import FrameError
from good_on_paper.frames.quiet import asked_roles
from good_on_paper.frames.ratings import ratings
from good_on_paper.frames.roles import roles
from good_on_paper.frames.schema import PAPER_AGAINST_LIVED

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

BOTH = {keys.ON_PAPER: "paper", HOW_IT_WENT: "lived"}
"""The items, and their columns."""


def paper_against_lived(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per job with how good it looked before the person had it, and how it went.

    Quiet roles are left out, and a rating that is marked private is left blank.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "role": unique names in the person's order. Columns: ``unit`` (its id), ``title``, ``employer``,
        ``current`` (whether it still goes on), ``paper`` and ``lived``: ratings on one scale, NA where
        there is none.

    Raises
    ------
    FrameError
        The two are on different scales, so a gap between them would mean nothing.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> paper_against_lived(gop.sample())[["paper", "lived"]].head(2)
                                            paper  lived
    role
    Lab assistant, Tirenne Soil Laboratory    3.0    5.0
    Line cook, The Copper Ladle               2.0    4.0
    """
    looked, went = (snapshot.catalogue.item(key) for key in BOTH)
    if looked.scale != went.scale:
        raise FrameError(
            f"{looked.key!r} runs from {looked.scale.min} to {looked.scale.max} and {went.key!r} from "
            f"{went.scale.min} to {went.scale.max}; expected the same scale for both: change one of them in "
            "your own lines"
        )
    asked = [unit.id for unit in asked_roles(snapshot)]
    told = roles(snapshot)[["unit", "title", "employer", "current"]]
    rated = ratings(snapshot).reindex(columns=list(BOTH)).astype("Float64").rename(columns=BOTH)
    whole = told[told["unit"].isin(asked)].join(rated)
    for (unit, key), answer in snapshot.counted(items=tuple(BOTH), units=asked).items():
        if answer.private:
            whole.loc[whole["unit"].eq(unit), BOTH[key]] = pd.NA
    return PAPER_AGAINST_LIVED.validate(whole)
