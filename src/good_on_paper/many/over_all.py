"""What many people show together, beside what chance would give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from good_on_paper.many.contrast_each import EachContrast
from good_on_paper.patterns.budgets import look_budget
from good_on_paper.patterns.contrast import Contrast
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.evidence import FOUND
from good_on_paper.patterns.families import WEIGHTS
from good_on_paper.patterns.typed_columns import Kind, typed

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from fractions import Fraction


_KINDS: dict[str, Kind] = {
    "roles": "Int64",
    "p": "Float64",
    "word": "string",
    "line": "string",
    "problem": "string",
}


@dataclass(frozen=True)
class OverAll:
    """A row per person, and how many people would get a word by chance alone.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per person, in their order:

        ``person``   their name
        ``roles``    roles with the outcome and any line; NA for somebody who failed
        ``p``        how often shuffles give anybody with such answers a line as strong, over all their lines,
                     0 to 1; NA where nothing can be told
        ``word``     the strongest word of `good_on_paper.patterns.WORDS`; NA for somebody who failed
        ``line``     the line it is about, if it is a finding
        ``problem``  why somebody failed, else NA
    budget : fractions.Fraction
        What the report of each person might spend on false words.

    Notes
    -----
    With guesses and other lines, p is the least of the two families by their weights (Bonferroni, 3/5 and
    2/5); a line counts with the larger of its p among all shuffles and its p in time. Where nothing goes with
    anything it is at most .01 in at most one of 100 people, and so on, however the lines hang together. So
    the procedure of Benjamini and Hochberg (1995) may follow, as in the example.

    Examples
    --------
    >>> from scipy.stats import false_discovery_control
    >>> from good_on_paper.many import contrast_each
    >>> rows = [
    ...     (person, job, line, number)
    ...     for person, way in (("ann", 1), ("bob", 0), ("cem", -1))
    ...     for job in range(8)
    ...     for line, number in (("overall", 1 + job % 7), ("pace", 4 + way * (job % 7 - 3)))
    ... ]
    >>> long = pd.DataFrame(rows, columns=["person", "role", "line", "value"])
    >>> found = over_all(contrast_each(long, lean=True))
    >>> found.told, found.found, found.by_chance  # people; with a finding; by chance alone at most
    (3, 2, 0.135)
    >>> told = found.frame.dropna(subset="p")
    >>> told.assign(q=false_discovery_control(told["p"])).query("q <= .05")["person"].tolist()
    ['ann', 'cem']
    """

    frame: pd.DataFrame = field(repr=False)
    budget: Fraction

    @property
    def people(self) -> int:
        """All people."""
        return len(self.frame)

    @property
    def failed(self) -> int:
        """People whose rows could not be used."""
        return int(self.frame["problem"].notna().sum())

    @property
    def told(self) -> int:
        """People with enough jobs to tell something."""
        return int(self.frame["p"].notna().sum())

    @property
    def found(self) -> int:
        """People with a finding."""
        return int(self.frame["line"].notna().sum())

    @property
    def by_chance(self) -> float:
        """How many people would show a finding, on average and at most, if nothing went with anything."""
        return float(self.budget * self.told)


def over_all(
    each: Iterable[tuple[Hashable, Contrast | pd.DataFrame | PatternError]], budget: Fraction | None = None
) -> OverAll:
    """Put all people into one frame, beside what chance would give.

    Parameters
    ----------
    each
        What `good_on_paper.many.contrast_each` gives.
    budget
        What each report might spend; known where `each` comes straight from `contrast_each`.

    Returns
    -------
    OverAll
        ``.frame`` has a row per person; people whose table had a fault keep their row, with the
        reason in ``problem``.

    Examples
    --------
    >>> over_all([("ann", PatternError("row 7: there is no role here"))]).frame["problem"].tolist()
    ['row 7: there is no role here']
    """
    if budget is None:
        budget = each.budget if isinstance(each, EachContrast) else look_budget()
    rows = [_row(person, found) for person, found in each]
    frame = pd.DataFrame(
        {name: typed([row.get(name) for row in rows], kind) for name, kind in _KINDS.items()}
    )
    frame.insert(0, "person", pd.Series([row["person"] for row in rows], dtype=object).infer_objects())
    return OverAll(frame, budget)


def _row(person: Hashable, found: Contrast | pd.DataFrame | PatternError) -> dict[str, Any]:
    """Return the row of one person; see `OverAll`."""
    if isinstance(found, PatternError):
        return {"person": person, "problem": str(found)}
    frame = found.frame if isinstance(found, Contrast) else found
    if frame.empty:
        return {"person": person, "roles": 0}
    word = frame["word"].iloc[0]  # the strongest comes first
    return {
        "person": person,
        "roles": int(frame["n"].max()),
        "p": _p(frame),
        "word": word,
        "line": frame["line"].iloc[0] if word in FOUND else None,
    }


def _p(frame: pd.DataFrame) -> float | None:
    """Return one p over all lines of a person."""
    shuffled, in_time = (
        frame[column].to_numpy(dtype=float, na_value=np.nan) for column in ("p_adjusted", "p_in_time")
    )
    tested = ~np.isnan(shuffled)
    family = frame["family"].to_numpy()[tested]
    of_line = np.fmax(shuffled, in_time)[tested]
    least = {name: of_line[family == name].min() for name in WEIGHTS if (family == name).any()}
    if len(least) <= 1:
        return float(least.popitem()[1]) if least else None
    return min(1.0, *(float(p / WEIGHTS[name]) for name, p in least.items()))
