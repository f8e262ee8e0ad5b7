"""What a notebook imports: one call a cell."""

from good_on_paper.kit.ask import bring_in, how_it_went, levels, lines, own_words, roles
from good_on_paper.kit.bear import bearing, can_bear
from good_on_paper.kit.before import questions, talk, unknowns
from good_on_paper.kit.dull import boredom, got_dull
from good_on_paper.kit.earlier import earlier_day
from good_on_paper.kit.goes_with_dull import goes_with_dull
from good_on_paper.kit.minutes import days, minutes
from good_on_paper.kit.notebooks import notebooks
from good_on_paper.kit.page import page
from good_on_paper.kit.show import (
    columns,
    further,
    line_ups,
    mixes,
    on_noise,
    side_by_side,
    what_it_cost,
    years,
)
from good_on_paper.kit.step_curve import step_curve
from good_on_paper.kit.ten_minutes import start

__all__ = [
    "bearing",
    "boredom",
    "bring_in",
    "can_bear",
    "columns",
    "days",
    "earlier_day",
    "further",
    "goes_with_dull",
    "got_dull",
    "how_it_went",
    "levels",
    "line_ups",
    "lines",
    "minutes",
    "mixes",
    "notebooks",
    "on_noise",
    "own_words",
    "page",
    "questions",
    "roles",
    "side_by_side",
    "start",
    "step_curve",
    "talk",
    "unknowns",
    "what_it_cost",
    "years",
]
