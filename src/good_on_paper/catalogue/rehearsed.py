"""The questions that candidates ask most: data too, in `rehearsed.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def load_rehearsed() -> tuple[str, ...]:
    """Return the questions to which everybody has an answer ready.

    Examples
    --------
    >>> len(load_rehearsed())
    40
    """
    data = files("good_on_paper.catalogue").joinpath("rehearsed.toml").read_text(encoding="utf-8")
    return tuple(str(one) for one in tomllib.loads(data)["questions"])
