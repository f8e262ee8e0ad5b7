"""Invented people who say after each interview how likely a yes is: how often the barometer calls them.

A table of `honesty.py`. A look after every interview; chances of 20 to 90, or of 50 to 90, and a truth that
is so many points below them, kept between 3 and 97.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from tables import heads, row, share

from good_on_paper import patterns
from good_on_paper.patterns.budgets import BAROMETER, RANK_TEST
from good_on_paper.patterns.lean_range import clipped
from good_on_paper.patterns.own_bet import own_bet
from good_on_paper.patterns.rank_test import rank_test
from good_on_paper.patterns.scoring import brier
from good_on_paper.patterns.spending import first_calls

if TYPE_CHECKING:
    from good_on_paper.patterns.ranks import Floats

    Said = tuple[Floats, npt.NDArray[np.bool_]]

SEEDS: Final = 2000
LOOKED: Final = (10, 20, 30)
SAID: Final = {"20 to 90": (0.2, 0.9), "50 to 90": (0.5, 0.9)}
WAIT: Final = 30
_LOSES: Final = 20
_TIE: Final = 0.5
_NFL: Final = Path(__file__).parents[1] / "tests" / "reference" / "calibration" / "nfl_games.csv"


def person(seed: int, ends: tuple[float, float], off: float, many: int = 30) -> Said:
    """What somebody said of so many interviews, and what came."""
    dice = np.random.default_rng([seed, round(100 * ends[0]), round(100 * off)])
    said = dice.choice(np.arange(round(10 * ends[0]), round(10 * ends[1]) + 1) / 10, many)
    return said, dice.random(many) < np.clip(said - off, 0.03, 0.97)


def called(said: Floats, came: npt.NDArray[np.bool_], declared: str | None = None) -> int:
    """At which interview somebody is called, however they look; a large number for never."""
    budget = float(BAROMETER) if declared else float(BAROMETER) / 2
    inside = clipped(said)[None, :]
    high = 0 if declared == "low" else int(first_calls(inside, came, budget)[0])
    low = 0 if declared == "high" else int(first_calls(1 - inside, ~came, budget)[0])
    return min((n for n in (high, low) if n), default=10**6)


def silent(seed: int, never: float, many: int = 45) -> str:
    """The word for somebody whose numbers are right and of whose noes so many are never answered.

    An interview every ten days or so; a yes comes after a week, a no after three, if at all. Each counts
    once its thirty days are over.
    """
    dice = np.random.default_rng([seed, 7, round(10 * never)])
    said = dice.choice(np.arange(2, 10) / 10, many)
    day = dice.exponential(10, many).cumsum()
    will = dice.random(many) < said
    wait = np.where(will, dice.exponential(7, many), dice.exponential(21, many))
    wait[~will & (dice.random(many) < never)] = np.inf
    due = pd.Timestamp("2026-01-01") + pd.to_timedelta(np.floor(day) + WAIT, unit="D")
    yes = pd.array(will & (wait <= WAIT), "boolean")
    yes[day + WAIT > day[-1]] = pd.NA
    return patterns.barometer(pd.DataFrame({"chance": 100 * said, "yes": yes, "due": due})).word


def barometer_table(each: range) -> None:
    by = [f"called by {n}" for n in LOOKED]
    heads("A look after every interview", "chances said", "too high by", "looks at", *by)
    for words, ends in SAID.items():
        for off in (0.0, 0.2, 0.3):
            people = [person(seed, ends, off) for seed in each]
            for declared, sides in ((None, "both sides"), ("high", "the side declared")):
                at = np.array([called(*one, declared) for one in people])
                row(words, round(100 * off), sides, *(share(at <= n) for n in LOOKED))
    heads("Noes that are never answered; the numbers are right", "never answered", "ran high", "ran low")
    for never in (0.0, 0.4, 0.7):
        told = [silent(seed, never) for seed in each]
        row(never, share(word == "high" for word in told), share(word == "low" for word in told))
    heads("The bet against numbers that are right", "chances said", "1 ever became 20")
    for words, ends in SAID.items():
        bets = (own_bet(*person(seed, ends, 0.0)) for seed in each)
        row(words, share(bool((bet >= _LOSES).any()) for bet in bets))
    heads("Better felt, better ended? Asked once, at 24", "a feeling", "found")
    for slope, words in (
        (0.0, "says nothing"),
        (1.0, "says as much as it seems"),
        (2.0, "says twice as much"),
    ):
        row(words, share(_ranked(seed, slope) <= RANK_TEST for seed in each))
    _nfl()


def _ranked(seed: int, slope: float) -> float:
    dice = np.random.default_rng([seed, 24, round(slope)])
    said = dice.choice(np.arange(2, 10) / 10, patterns.RANKED_AT)
    logits = -0.3 + slope * (np.log(said / (1 - said)) - 0.2)
    return rank_test(said, dice.random(len(said)) < 1 / (1 + np.exp(-logits)))


def _nfl() -> None:
    games = pd.read_csv(_NFL, parse_dates=["date"])
    told = brier(games["prob1"].to_numpy(), games["prob1_outcome"].to_numpy())
    won = games[games["prob1_outcome"] != _TIE]
    frame = pd.DataFrame(
        {"chance": 100 * won["prob1"], "yes": won["prob1_outcome"].eq(1), "due": won["date"]}
    )
    found = patterns.barometer(frame)
    heads("NFL games by FiveThirtyEight", "games", "Brier", "base rate", "word", "lean", "the bet")
    lean = f"{found.lean_low} to {found.lean_high} points"
    row(len(games), f"{told.score:.4f}", f"{told.base_rate:.4f}", found.word, lean, f"{found.bet:.2f}")
