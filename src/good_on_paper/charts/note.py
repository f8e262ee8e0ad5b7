"""A finding in sentences, without a picture, and with tables for a fold-out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from good_on_paper.charts.chart import write_new

if TYPE_CHECKING:
    from pathlib import Path

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
        The heading of the fold-out.
    csv : tuple of (str, pandas.DataFrame)
        Names and tables to take along as CSV files.
    off_paper : bool
        Whether something private is in it, so that it stays on the screen, by the browser's own print too.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> import pandas as pd
    >>> pace = Note("Pace is rated.", csv=(("pace", pd.DataFrame({"pace": [2, 6]})),))
    >>> with TemporaryDirectory() as folder:
    ...     print([path.name for path in pace.save_new(Path(folder))])
    ['pace.csv']
    """

    title: str
    said: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    tables: tuple[pd.DataFrame, ...] = field(default=(), repr=False)
    fold: str = "The figures"
    csv: tuple[tuple[str, pd.DataFrame], ...] = field(default=(), repr=False)
    off_paper: bool = False

    def save_new(self, folder: Path) -> tuple[Path, ...]:
        """Write the tables to a folder, each as a CSV file, without replacing another file of that name.

        Returns
        -------
        tuple of pathlib.Path
            Where the files are, in the order of ``csv``.
        """
        return tuple(write_new(folder, name, "csv", table.to_csv().encode()) for name, table in self.csv)
