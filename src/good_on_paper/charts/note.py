"""A finding in sentences, without a picture: what is said, and tables for a fold-out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Note:
    """One finding in words.

    Attributes
    ----------
    title : str
        The finding, in counts.
    said : tuple of str
        Paragraphs below it.
    figures : tuple of str
        For the fold-out: figures by the names of their methods.
    tables : tuple of pandas.DataFrame
        For the fold-out; the name of the index heads the first column.
    fold : str
        What stands on the fold-out.
    """

    title: str
    said: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    tables: tuple[pd.DataFrame, ...] = field(default=(), repr=False)
    fold: str = "The figures"
