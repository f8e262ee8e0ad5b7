"""Draw the marks of a picture together: one by one, the marks of forty jobs take half a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path


class Marks:
    """Collect marks, and draw those that look alike as one."""

    def __init__(self) -> None:
        self._alike: dict[tuple[object, ...], tuple[dict[str, Any], list[float], list[float]]] = {}

    def add(self, x: float, y: float, mark: str | Path, **looks: Any) -> None:  # noqa: ANN401
        """Put a mark at a place, styled as for `matplotlib.lines.Line2D`."""
        looks = {"marker": mark, **looks}
        _, xs, ys = self._alike.setdefault(tuple(looks.items()), (looks, [], []))
        xs.append(x)
        ys.append(y)

    def draw(self, ax: Axes) -> None:
        """Draw them, over the edge of the axes too."""
        for looks, xs, ys in self._alike.values():
            ax.plot(xs, ys, linestyle="none", clip_on=False, **looks)
