"""The estimate behind a line-up."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from good_on_paper.charts import estimate, lineups
from good_on_paper.panels import Panel
from good_on_paper.patterns import SHUFFLE, TOO_FEW, Contrast, chance_line, contrast


def test_a_line_passes_the_chance_line_exactly_when_its_word_is_more(
    career: Callable[..., pd.DataFrame],
) -> None:
    for seed in range(6):
        jobs = career(8, seed)
        jobs["freedom"] = jobs["overall"]
        result = contrast(jobs, guesses=["freedom"])
        for row in result.frame.to_dict("records"):
            chance = chance_line(result, row["line"])
            assert (chance is None) == pd.isna(row["p_adjusted"])
            if chance is not None and row["line"] == "freedom":
                assert (chance.strength > chance.line) == (row["word"] not in {SHUFFLE, TOO_FEW})


def test_the_chance_line_leaves_no_more_than_its_share_beyond(result: Contrast) -> None:
    for line in result.frame["line"]:
        if chance := chance_line(result, line):
            assert np.mean(chance.shuffles > chance.line) <= chance.share
            assert 0 <= chance.strength <= 1


def test_few_jobs_have_no_chance_line_and_one_no_estimate() -> None:
    jobs = pd.DataFrame({"overall": [7, 4, 1], "pace": [2, 3, 6]}, index=list("ABC"))
    result = contrast(jobs)
    assert chance_line(result, "pace") is None
    assert chance_line(result, "nothing of the kind") is None
    drawn = estimate(result, "pace")
    assert drawn is not None
    assert "Chance line" not in drawn.table.index
    assert estimate(contrast(jobs.iloc[:1]), "pace") is None


def test_the_estimate_is_drawn_in_both_themes_and_says_itself(result: Contrast) -> None:
    line = str(result.frame["line"][0])
    drawn = estimate(result, line, chance=chance_line(result, line))
    assert drawn is not None
    assert drawn.alt.startswith("Shift from the lower end to the best")
    assert "chance line" in drawn.alt
    assert drawn.svg("light", bare=True) != drawn.svg("dark", bare=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_panel_draws_it_when_the_fold_is_opened(result: Contrast, tmp_path, theme: str) -> None:
    panel = Panel(lambda _: lineups(result), exports=tmp_path)
    panel.handle({"type": "ready"})
    shown = panel.handle({"type": "show", "chart": 0, "names": "names"})
    assert shown is not None
    assert shown["detail"] is True
    reply = panel.handle({"type": "detail", "chart": 0, "names": "names", "theme": theme})
    assert reply is not None
    assert reply["theme"] == theme
    assert str(reply["svg"]).startswith("<?xml")
