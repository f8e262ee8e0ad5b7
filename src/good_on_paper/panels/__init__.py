"""What a page shows: charts and sentences behind a heading, a fold, a button, a slider."""

from good_on_paper.panels.panel import Panel
from good_on_paper.panels.sheet import Ask, Section, Sheet, Slider, Tick

__all__ = ["Ask", "Panel", "Section", "Sheet", "Slider", "Tick"]
