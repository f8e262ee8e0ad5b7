"""Recipes: calibration, necessity, chance over the whole pipeline, and the findings in words."""

from good_on_paper.patterns.minimise import truth_table
from good_on_paper.patterns.recipes.calibrate import anchors, between, calibrate
from good_on_paper.patterns.recipes.chance import RecipeChance, Simplicity, chance
from good_on_paper.patterns.recipes.gate import allowed
from good_on_paper.patterns.recipes.necessity import necessity
from good_on_paper.patterns.recipes.recipe import Recipe, Recipes, recipes
from good_on_paper.patterns.recipes.roles import RecipeRoles
from good_on_paper.patterns.recipes.sweep import sweep

__all__ = [
    "Recipe",
    "RecipeChance",
    "RecipeRoles",
    "Recipes",
    "Simplicity",
    "allowed",
    "anchors",
    "between",
    "calibrate",
    "chance",
    "necessity",
    "recipes",
    "sweep",
    "truth_table",
]
