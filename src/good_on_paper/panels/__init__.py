"""Show charts and sentences on a page: behind a heading, a fold, a button or a slider."""

from good_on_paper.panels.layout import Ask, Choice, Choices, Layout, Section, Slider, Tick
from good_on_paper.panels.panel import Panel

__all__ = ["Ask", "Choice", "Choices", "Layout", "Panel", "Section", "Slider", "Tick"]
