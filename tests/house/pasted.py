"""Code out of a page of text, run as somebody does who pastes it and has read nothing else."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def blocks(page: Path, language: str = "python") -> list[str]:
    """Return the fenced blocks of a language on a page."""
    return re.findall(
        rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )


def run_as_pasted(text: str, where: str) -> dict[str, object]:
    """Run code from top to bottom, and return its names."""
    names: dict[str, object] = {}
    exec(compile(dedent(text), where, "exec"), names)  # noqa: S102 - our own text
    return names
