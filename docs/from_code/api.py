"""A page for each floor that other code may import: all its public names, from their docstrings."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

FLOORS = {
    "good_on_paper": "what `import good_on_paper as gop` gives",
    "good_on_paper.patterns": "frames in, results out",
    "good_on_paper.charts": "results drawn",
    "good_on_paper.frames": "answers as frames",
    "good_on_paper.many": "many people at once",
    "good_on_paper.questions": "what to ask, and why",
    "good_on_paper.language": "words and numbers",
    "good_on_paper.catalogue": "what can be asked",
    "good_on_paper.record": "the answers on the disk",
}
KINDS = ("Functions", "Classes", "Constants")


def kind_of(held: object) -> str:
    """Say under which heading a name stands."""
    return "Classes" if inspect.isclass(held) else "Functions" if inspect.isfunction(held) else "Constants"


def members(held: type) -> list[str]:
    """Return the options that show what a class has, also from those bases of ours that no page shows."""
    shown = [getattr(floor, public) for floor in map(import_module, FLOORS) for public in floor.__all__]
    bases = [base for base in held.__mro__[1:] if base.__module__.startswith("good_on_paper.")]
    inherited = any(all(base is not one for one in shown) for base in bases)
    return ["   :members:", *(["   :inherited-members:"] if inherited else [])]


def elsewhere(module: ModuleType, public: str) -> bool:
    """Whether the page of another floor has that very object too, so that only that one is linked to."""
    held = getattr(module, public)
    others = (import_module(name) for name in FLOORS if name != "good_on_paper")
    return module.__name__ == "good_on_paper" and any(held is getattr(one, public, None) for one in others)


def page(module: ModuleType, says: str) -> str:
    """Write the page of a module, in reStructuredText."""
    name = module.__name__
    title = f"{name}: {says}".replace("`", "``")
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for public in module.__all__:
        found[kind_of(getattr(module, public))].append(public)
    parts = [title, "=" * len(title), "", f".. automodule:: {name}", "   :no-index:", ""]
    parts += [f".. currentmodule:: {name}", ""]
    for kind in KINDS:
        if not found[kind]:
            continue
        parts += [kind, "-" * len(kind), ""]
        if kind == "Constants":
            parts += [f"| ``{public}`` = {shown(getattr(module, public))}" for public in found[kind]]
            parts += [""]
            continue
        parts += [
            ".. autosummary::",
            "   :nosignatures:",
            "",
            *(f"   {public}" for public in found[kind]),
            "",
        ]
        for public in found[kind]:
            auto = "autofunction" if kind == "Functions" else "autoclass"
            shows = members(getattr(module, public)) if kind == "Classes" else []
            parts += [f".. {auto}:: {public}", *shows]
            parts += [*(["   :no-index:"] if elsewhere(module, public) else []), ""]
    return "\n".join(parts)


def shown(held: object) -> str:
    """Write a constant's value on a line."""
    text = repr(held)
    return f"``{text if len(text) <= 100 else f'{text[:97]}...'}``"  # noqa: PLR2004 - the width of a line


def write(into: Path) -> None:
    """Write the pages."""
    folder = into / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    for name, says in FLOORS.items():
        (folder / f"{name}.rst").write_text(page(import_module(name), says), encoding="utf-8")
