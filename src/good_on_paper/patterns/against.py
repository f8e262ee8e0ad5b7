"""Guesses that turn out the other way round: who needs short hours must not read that long ones are best."""

from collections.abc import Mapping

import pandas as pd

from good_on_paper.patterns.evidence import FOUND
from good_on_paper.patterns.families import GUESS


def against(lines: pd.DataFrame, key: Mapping[str, int]) -> list[str]:
    """Return the guesses that are findings, but where the better roles had it the harder way.

    Parameters
    ----------
    lines
        The frame of a contrast.
    key
        Line to +1, -1 or 0, as for `contrast`; a nearness to a level wanted has +1. A line with 0 is never
        the other way round. It may have more lines than the frame, which can be a part of a contrast.

    Returns
    -------
    list of str
        Names of lines, in the order of the frame; empty if no guess turned out so.

    Examples
    --------
    >>> hours = pd.DataFrame({"line": ["hours"], "family": ["guess"], "word": ["worth asking about"]})
    >>> against(hours.assign(tau=0.9), {"hours": -1})
    ['hours']
    """
    findings = lines[lines["family"].eq(GUESS) & lines["word"].isin(FOUND)]
    taus = zip(findings["line"].tolist(), findings["tau"].tolist(), strict=True)
    return [str(line) for line, tau in taus if tau * key.get(str(line), 0) < 0]
