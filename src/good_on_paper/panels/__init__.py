"""What a page shows: charts and sentences behind a heading, a fold, a button, a slider."""

from good_on_paper.panels.layout import Ask, Layout, Section, Slider, Tick
from good_on_paper.panels.panel import Panel

__all__ = ["Ask", "Layout", "Panel", "Section", "Slider", "Tick"]
