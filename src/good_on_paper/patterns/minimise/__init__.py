"""Boolean minimisation of small tables: exact, counted, and usable alone on any frame of sets."""

from good_on_paper.patterns.minimise.fit import Necessity, Sufficiency, necessity, sufficiency
from good_on_paper.patterns.minimise.solution import Solution
from good_on_paper.patterns.minimise.solve import KINDS, minimise, solve
from good_on_paper.patterns.minimise.truth_table import TruthTable, truth_table

__all__ = [
    "KINDS",
    "Necessity",
    "Solution",
    "Sufficiency",
    "TruthTable",
    "minimise",
    "necessity",
    "solve",
    "sufficiency",
    "truth_table",
]
