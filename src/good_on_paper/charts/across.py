"""How wide a sheet is between its margins, and whether it is one for a phone."""

from typing import Final

from good_on_paper.charts.job_rows import EDGE

_PHONE: Final = 5
"""Inches below which a sheet is for a phone: words stand above their marks."""


class Across:
    """What follows from the width of a sheet; the chart that is drawn on it gives ``wide``, in inches."""

    wide: float

    @property
    def narrow(self) -> bool:
        """Whether it is for a phone."""
        return self.wide < _PHONE

    @property
    def edge(self) -> float:
        """Margin, in inches."""
        return 0.12 if self.narrow else EDGE

    @property
    def across(self) -> float:
        """Room between the margins, in inches."""
        return self.wide - 2 * self.edge
