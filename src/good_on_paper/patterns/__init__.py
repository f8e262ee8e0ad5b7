"""Patterns: plain frames in, frozen results out; no record, no files, no widgets, no plots."""

from good_on_paper.patterns.contrast import Contrast, contrast
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.evidence import WORDS, look_budget
from good_on_paper.patterns.role_map import RoleMap, role_map
from good_on_paper.patterns.thirds import thirds

__all__ = [
    "WORDS",
    "Contrast",
    "PatternError",
    "RoleMap",
    "contrast",
    "look_budget",
    "role_map",
    "thirds",
]
