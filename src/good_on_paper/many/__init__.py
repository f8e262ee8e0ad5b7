"""Many careers at once: the same contrast over every person of a long table, and what chance would give.

Examples
--------
>>> from good_on_paper.many import LEAN
>>> list(LEAN)
['line', 'n', 'tau', 'p_adjusted', 'p_in_time', 'family', 'word', 'rests_on']
"""

from good_on_paper.many.careers import LEAN, seed_of
from good_on_paper.many.contrast_each import EachContrast, contrast_each, processes
from good_on_paper.many.in_order import LostError
from good_on_paper.many.over_all import OverAll, over_all

__all__ = [
    "LEAN",
    "EachContrast",
    "LostError",
    "OverAll",
    "contrast_each",
    "over_all",
    "processes",
    "seed_of",
]
