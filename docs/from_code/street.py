"""The street of floors, drawn from what the files import."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.patches import Arc

import good_on_paper
from good_on_paper.charts.style import THEMES, Theme, drawing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PACKAGE = Path(good_on_paper.__file__).parent


def floor_of(path: Path) -> str:
    """Return the floor a file stands on; "" for the package's own front."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def needs() -> Counter[tuple[str, str]]:
    """Count the files of each floor that import from another."""
    found: Counter[tuple[str, str]] = Counter()
    for path in PACKAGE.rglob("*.py"):
        floor = floor_of(path)
        modules = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "good_on_paper":
                modules |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("good_on_paper."):
                modules.add((node.module or "").split(".")[1])
        here = {module for module in modules if (PACKAGE / module).is_dir() and module != floor}
        found.update((floor, other) for other in here if floor)
    return found


def ordered(imports: Counter[tuple[str, str]]) -> list[str]:
    """Order the floors so that each imports only what stands further down.

    Raises
    ------
    ValueError
        They import one another in a circle.
    """
    left = {floor for pair in imports for floor in pair}
    order: list[str] = []
    while left:
        free = sorted(one for one in left if not any(to == one and of in left for of, to in imports))
        if not free:
            raise ValueError(f"these floors import one another in a circle: {sorted(left)}")
        # of those that nobody above needs any more, first what imports most
        top = max(free, key=lambda one: sum(of == one for of, _ in imports))
        order.append(top)
        left.remove(top)
    return order


def draw(ax: Axes, theme: Theme, imports: Counter[tuple[str, str]]) -> None:
    """Draw the floors as a column, and an arc for each pair, as wide as the files that import."""
    order = ordered(imports)
    places = {floor: -row for row, floor in enumerate(order)}
    files = Counter(floor_of(path) for path in PACKAGE.rglob("*.py"))
    for floor, y in places.items():
        ax.text(-0.4, y, floor, ha="right", va="center", size=12, weight="bold")
        ax.text(-4.4, y, f"{files[floor]} files", ha="right", va="center", size=10, color=theme.soft)
        ax.plot([0], [y], "o", color=theme.ink, markersize=5)
    for (of, to), count in imports.items():
        middle, high = (places[of] + places[to]) / 2, places[of] - places[to]
        arc = Arc((0, middle), 0.9 * high, high, theta1=-90, theta2=90, color=theme.more, alpha=0.55)
        arc.set_linewidth(0.5 + count**0.5 / 2)
        ax.add_patch(arc)
    ax.set(xlim=(-6, 0.5 * len(order)), ylim=(-len(order) + 0.4, 0.6))
    ax.set_axis_off()


def write(into: Path) -> None:
    """Write the picture in both themes, and in words."""
    imports = needs()
    order = ordered(imports)
    for name, theme in THEMES.items():
        with drawing(theme):
            figure = Figure(figsize=(8.6, 6.4))
            draw(figure.add_axes((0, 0, 1, 1)), theme, imports)
            metadata = {"Date": None, "Creator": None}
            figure.savefig(into / f"street-{name}.svg", metadata=metadata)
    said = [
        f"- `{floor}` imports from {', '.join(f'`{to}`' for to in order if (floor, to) in imports)}"
        for floor in order
        if any(of == floor for of, _ in imports)
    ]
    (into / "street.md").write_text("\n".join(said) + "\n", encoding="utf-8")
