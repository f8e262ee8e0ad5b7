"""Would you say the same today, as a picture: counts first, and few pairs are no picture."""

from __future__ import annotations

import pandas as pd
import pytest

from good_on_paper import charts, patterns

OFF = [0, 0, 1, -1, 2, 0, 0, -3]


def found(off=OFF):
    pairs = pd.DataFrame({"first": [4.0] * len(off), "again": [4.0 + step for step in off]})
    named = pairs.assign(role=[f"Job of <b>{n}</b>, Acme" for n in range(len(off))], label="Pace")
    return patterns.steadiness(named)


def test_the_title_counts_and_the_small_print_says_how_sure_that_is() -> None:
    chart = charts.steadiness(found())
    assert chart.title == "6 of 8 answers stayed within one step."
    # by hand: root of (0+0+1+1+4+0+0+9)/8, times 1.645; Clopper-Pearson of 6 of 8: .400 to .954
    assert chart.small_print[0] == "With so few answers that share could lie anywhere from 40 to 95 of 100."
    assert "must differ by about 2.3 steps, to be safe by 3.9" in chart.small_print[1]
    assert chart.small_print[2] == "On average the second answers were 0.1 of a step lower."
    assert chart.alt.endswith(": \N{MINUS SIGN}3: 1, \N{MINUS SIGN}1: 1, same: 4, +1: 1, +2: 1.")


def test_what_was_changed_on_purpose_is_counted_beside_it() -> None:
    small = charts.steadiness(found(), changed=found([*OFF, -3])).small_print
    assert small[-1] == "Left out: 1 answer where I changed my mind. With it: 6 of 9."


def test_with_fewer_than_eight_pairs_there_is_no_picture() -> None:
    assert charts.steadiness(found(OFF[:7])) is None


def test_a_job_has_the_letter_it_has_in_other_charts() -> None:
    result = found()
    jobs = ["One that was not asked again", *reversed(result.frame["role"].unique())]
    chart = charts.steadiness(result, names="letters", jobs=jobs)
    assert chart.table.index.tolist() == [
        f"Job {'ABCDEFGHI'[jobs.index(role)]}" for role in result.frame["role"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_hide_every_name(theme) -> None:
    chart = charts.steadiness(found(), names="letters")
    assert chart.table.index.tolist()[:2] == ["Job A", "Job B"]
    assert "Acme" not in chart.svg(theme) + chart.alt
    assert chart.narrow().svg(theme).startswith("<?xml")
