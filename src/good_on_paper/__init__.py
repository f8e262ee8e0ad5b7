"""Good on Paper: what recurs behind the jobs that went well, and what to ask next.

>>> import good_on_paper as gop
>>> me = gop.sample()  # or gop.open(), for your own record
>>> len(me.ratings())  # pandas: a row per job, a column per line
8
>>> gop.contrast(me.lines()).frame["line"].head(2).tolist()
['decision_freedom', 'finish']
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from good_on_paper.kit.any_frame import contrast
    from good_on_paper.kit.me import Me, open, sample  # noqa: A004 - reads well as gop.open()
    from good_on_paper.many.contrast_each import contrast_each
    from good_on_paper.many.over_all import over_all
    from good_on_paper.patterns import Recipes, Solution, minimise, noise_like, recipes

__all__ = [
    "Me",
    "Recipes",
    "Solution",
    "contrast",
    "contrast_each",
    "minimise",
    "noise_like",
    "open",
    "over_all",
    "recipes",
    "sample",
]

_HOMES = {
    "Me": "good_on_paper.kit.me",
    "Recipes": "good_on_paper.patterns",
    "Solution": "good_on_paper.patterns",
    "contrast": "good_on_paper.kit.any_frame",
    "contrast_each": "good_on_paper.many",
    "minimise": "good_on_paper.patterns",
    "noise_like": "good_on_paper.patterns",
    "open": "good_on_paper.kit.me",
    "over_all": "good_on_paper.many",
    "recipes": "good_on_paper.patterns",
    "sample": "good_on_paper.kit.me",
}


def __dir__() -> list[str]:
    """List what there is, imported or not yet."""
    return sorted([*__all__, "__version__", *(name for name in globals() if name.startswith("__"))])


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever that name holds
    """Import on first use: the command must not wait for pandas."""
    if name == "__version__":
        return version("good-on-paper")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'good_on_paper' has no attribute {name!r}")
