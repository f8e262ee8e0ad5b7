"""Patterns: plain frames in, frozen results out; no record, no files, no widgets, no plots.

Examples
--------
A word says how far a finding goes beyond chance, from the least to the most; two of the four go beyond it.

>>> from good_on_paper.patterns import FOUND, SHUFFLE, STANDS_OUT, TOO_FEW, WORDS, WORTH
>>> WORDS == (TOO_FEW, SHUFFLE, WORTH, STANDS_OUT), FOUND == (WORTH, STANDS_OUT)
(True, True)

With fewer rated roles, ratings on a line, or dated roles than this, we do not ask shuffles.

>>> from good_on_paper.patterns import FEWEST_DATED, FEWEST_ROLES, FEWEST_VALUES, MOST_LINES, SHUFFLES
>>> FEWEST_ROLES, FEWEST_VALUES, FEWEST_DATED
(5, 4, 8)
>>> MOST_LINES, SHUFFLES  # lines on one map; orders drawn where there are too many to try all
(6, 20000)

Three questions share what the kit may spend on false words over a life.

>>> from good_on_paper.patterns import FOR_LIFE, HOW_IT_WENT, READING_A_ROOM, WHEN_IT_GOT_DULL
>>> FOR_LIFE == HOW_IT_WENT + WHEN_IT_GOT_DULL + READING_A_ROOM, float(FOR_LIFE)
(True, 0.15)

The barometer's words; the numbers ran high or low only where they are called so.

>>> from good_on_paper.patterns import NO_SIGN, RAN_HIGH, RAN_LOW, RANKED_AT, TOO_FEW_YET
>>> TOO_FEW_YET, NO_SIGN, RAN_HIGH, RAN_LOW, RANKED_AT
('too few', 'no sign', 'high', 'low', 24)

Of the circumstances, so many a side stand in the mirrored chart.

>>> from good_on_paper.patterns import INTERNAL, MOST_A_SIDE
>>> INTERNAL, MOST_A_SIDE  # what the scope of a line about the person is called
('internal', 6)

A job turned out better, worse, or as it looked on paper.

>>> from good_on_paper.patterns import AS_IT_LOOKED, BETTER, WORSE
>>> (BETTER, AS_IT_LOOKED, WORSE)
('better', 'as it looked', 'worse')

What was asked twice has figures from so many pairs, and kappa from more.

>>> from good_on_paper.patterns import FEWEST_PAIRS, KAPPA_FROM
>>> FEWEST_PAIRS, KAPPA_FROM
(8, 20)

A split says which roles stand against which.

>>> import pandas as pd
>>> from good_on_paper.patterns import MARKS, MEDIAN, THIRDS, Split, contrast
>>> jobs = pd.DataFrame({"overall": [7, 5, 4, 1], "pace": [2, 3, 5, 6]}, index=list("ABCD"))
>>> splits: list[Split] = [THIRDS, MEDIAN, {"A": "best", "C": "worst"}]
>>> [contrast(jobs, scales=(1, 7), split=split).groups["C"] for split in splits]
['middle', 'worst', 'worst']
>>> contrast(jobs, scales=(1, 7), split=splits[2]).split == MARKS
True
"""

from good_on_paper.patterns.against import against
from good_on_paper.patterns.barometer import (
    NO_SIGN,
    RAN_HIGH,
    RAN_LOW,
    RANKED_AT,
    TOO_FEW_YET,
    Barometer,
    barometer,
)
from good_on_paper.patterns.bear import Alike, TwoLines, alike, two_lines
from good_on_paper.patterns.budgets import (
    FOR_LIFE,
    HOW_IT_WENT,
    READING_A_ROOM,
    WHEN_IT_GOT_DULL,
    look_budget,
)
from good_on_paper.patterns.chance import SHUFFLES
from good_on_paper.patterns.chance_line import ChanceLine, chance_line
from good_on_paper.patterns.contrast import Contrast, contrast, in_order, narrowed, parted, renamed
from good_on_paper.patterns.errors import PatternError, ScaleWarning
from good_on_paper.patterns.evidence import (
    FEWEST_VALUES,
    FOUND,
    SHUFFLE,
    STANDS_OUT,
    TOO_FEW,
    WORDS,
    WORTH,
)
from good_on_paper.patterns.gehan import gehan
from good_on_paper.patterns.halo import Halo, halo
from good_on_paper.patterns.how_far import HowFar, how_far, side_by_side
from good_on_paper.patterns.lean import Lean, lean, least_for_lean
from good_on_paper.patterns.look_back import LookBack, look_back
from good_on_paper.patterns.minimise import Solution, minimise
from good_on_paper.patterns.mirrored import INTERNAL, MOST_A_SIDE, Mirrored, from_one_role, mirrored
from good_on_paper.patterns.nearest import Nearest, nearest
from good_on_paper.patterns.noise import noise_like
from good_on_paper.patterns.offers import Offers, offers
from good_on_paper.patterns.orders import FEWEST_ROLES
from good_on_paper.patterns.own_definition import OwnDefinition, own_definition
from good_on_paper.patterns.paper_against_lived import (
    AS_IT_LOOKED,
    BETTER,
    WORSE,
    PaperAgainstLived,
    paper_against_lived,
)
from good_on_paper.patterns.pay import Pay, pay
from good_on_paper.patterns.recipes import Recipe, Recipes, recipes
from good_on_paper.patterns.recurring import recurring
from good_on_paper.patterns.restricted import FEWEST_DATED
from good_on_paper.patterns.role_map import MOST_LINES, RoleMap, map_of, role_map
from good_on_paper.patterns.shares import contrasts, lines_of, shares
from good_on_paper.patterns.shift import Shift, shift
from good_on_paper.patterns.split import MARKS, MEDIAN, THIRDS, Split
from good_on_paper.patterns.stated import Stated, stated
from good_on_paper.patterns.steadiness import FEWEST_PAIRS, KAPPA_FROM, Steadiness, steadiness
from good_on_paper.patterns.thirds import thirds, upper_half
from good_on_paper.patterns.time_to_boredom import TimeToBoredom, in_parts, time_to_boredom
from good_on_paper.patterns.two_axes import BOTH, NEITHER, SUCCESS, WRONG, TwoAxes, two_axes
from good_on_paper.patterns.under_definitions import UnderDefinitions, under_definitions
from good_on_paper.patterns.wanted import nearness
from good_on_paper.patterns.within_jobs import WithinJobs, within_jobs

__all__ = [
    "AS_IT_LOOKED",
    "BETTER",
    "BOTH",
    "FEWEST_DATED",
    "FEWEST_PAIRS",
    "FEWEST_ROLES",
    "FEWEST_VALUES",
    "FOR_LIFE",
    "FOUND",
    "HOW_IT_WENT",
    "INTERNAL",
    "KAPPA_FROM",
    "MARKS",
    "MEDIAN",
    "MOST_A_SIDE",
    "MOST_LINES",
    "NEITHER",
    "NO_SIGN",
    "RANKED_AT",
    "RAN_HIGH",
    "RAN_LOW",
    "READING_A_ROOM",
    "SHUFFLE",
    "SHUFFLES",
    "STANDS_OUT",
    "SUCCESS",
    "THIRDS",
    "TOO_FEW",
    "TOO_FEW_YET",
    "WHEN_IT_GOT_DULL",
    "WORDS",
    "WORSE",
    "WORTH",
    "WRONG",
    "Alike",
    "Barometer",
    "ChanceLine",
    "Contrast",
    "Halo",
    "HowFar",
    "Lean",
    "LookBack",
    "Mirrored",
    "Nearest",
    "Offers",
    "OwnDefinition",
    "PaperAgainstLived",
    "PatternError",
    "Pay",
    "Recipe",
    "Recipes",
    "RoleMap",
    "ScaleWarning",
    "Shift",
    "Solution",
    "Split",
    "Stated",
    "Steadiness",
    "TimeToBoredom",
    "TwoAxes",
    "TwoLines",
    "UnderDefinitions",
    "WithinJobs",
    "against",
    "alike",
    "barometer",
    "chance_line",
    "contrast",
    "contrasts",
    "from_one_role",
    "gehan",
    "halo",
    "how_far",
    "in_order",
    "in_parts",
    "lean",
    "least_for_lean",
    "lines_of",
    "look_back",
    "look_budget",
    "map_of",
    "minimise",
    "mirrored",
    "narrowed",
    "nearest",
    "nearness",
    "noise_like",
    "offers",
    "own_definition",
    "paper_against_lived",
    "parted",
    "pay",
    "recipes",
    "recurring",
    "renamed",
    "role_map",
    "shares",
    "shift",
    "side_by_side",
    "stated",
    "steadiness",
    "thirds",
    "time_to_boredom",
    "two_axes",
    "two_lines",
    "under_definitions",
    "upper_half",
    "within_jobs",
]
