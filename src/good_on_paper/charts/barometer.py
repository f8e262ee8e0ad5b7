"""Every number from the day beside what came, as dots; below them all together, on the same scale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.barometer_dots import PAGE, TALL, BarometerDots, came
from good_on_paper.charts.barometer_words import ABOUT, in_a_sentence, in_counts, no_single_lean
from good_on_paper.charts.chart import Chart
from good_on_paper.charts.name_lists import interview_names
from good_on_paper.language.day_names import in_full
from good_on_paper.language.findings import proves_nothing
from good_on_paper.patterns import TOO_FEW_YET

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.patterns import Barometer

_MEANS: Final = (
    "Yes means the next round or an offer, by the day you set. If you had not heard by then, it does not "
    "count as one. If a yes comes later, we show it with its day."
)


def barometer(told: pd.DataFrame, result: Barometer, *, names: Naming = "names") -> Chart:
    """Draw each number beside what came, and all that count together.

    Once the numbers were called, its title is the counts: the page above it has the word.

    Parameters
    ----------
    told
        A row per interview with a number, as `good_on_paper.study.barometer.Reading` has.
    result
        What the barometer reads from them.
    names
        "names", or "letters": one letter for all interviews at one place.

    Returns
    -------
    Chart
        A row per interview on a track from 0 to 100, and all that count together below them.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> from good_on_paper.study.barometer import reading
    >>> found = reading(gop.sample())
    >>> barometer(found.told, found.result).title
    'No sign yet that your numbers are off. They could still be 51 points too high, or 11 too low.'
    """
    shown = interview_names(told, names)
    picture, tall = (BarometerDots(told, result, shown, places) for places in (PAGE, TALL))
    said = (
        no_single_lean(result) if result.called else in_counts(result),
        picture.left_out(),
        _MEANS,
        "" if result.called else ABOUT,
        proves_nothing("interviews") if result.word == TOO_FEW_YET else "",
    )
    chart = Chart(
        name=f"Your barometer{' without names' if names == 'letters' else ''}",
        title=in_counts(result) if result.called else in_a_sentence(result),  # the page says the word once
        alt=picture.alt(),
        table=_table(told, shown),
        small_print=tuple(part for part in said if part),
        body=picture.body(),
        width=PAGE.width,
    )
    return replace(chart, narrow=lambda: replace(chart, body=tall.body(), width=TALL.width))


def _table(told: pd.DataFrame, shown: list[str]) -> pd.DataFrame:
    rows: list[dict[Any, Any]] = told.to_dict("records")
    return pd.DataFrame(
        {
            "Day": list(map(in_full, told["day"])),
            "You said": [str(chance) for chance in told["chance"]],
            "Until": list(map(in_full, told["due"])),
            "They said": ["".join(came(row)) for row in rows],
        },
        index=pd.Index(shown, name="Interview"),
        dtype="str",
    )
