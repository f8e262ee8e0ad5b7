"""The lines of a copied profile, where names, dates and places stand twice and the rest once."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from good_on_paper.intake.head_layout import kept_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.cv_line import CvLine


def as_a_profile(lines: list[CvLine]) -> list[CvLine]:
    """Read what stands once in a copied profile as description: it has names, dates and places twice."""
    twice = {
        line.number
        for line, again in pairwise(line for line in lines if line.kind != "blank")
        if again.kind == "furniture" and again.text == line.text
    }
    if not any(line.kind == "blank" and line.text for line in lines) or not twice:
        return lines
    made: list[CvLine] = []
    told = False
    named = [name for line in lines if line.kind == "blank" and (name := _without_logo(line.text))]
    for line in lines:
        if line.kind == "head" and not line.dated:
            line = _of_the_picture(line, named)  # noqa: PLW2901
        if line.kind == "part" or (line.kind == "blank" and line.text):
            told = False  # an employer that opens with its picture, whose name may stand once
        once = told and line.kind == "head" and not line.dated and line.number not in twice
        made.append(replace(line, kind="body") if once else line)
        told = told or line.dated is not None
    return made


def _without_logo(text: str) -> str:
    """Return the employer that a picture is of, if a comma is in its name: "St Mary's, Waverley logo"."""
    name = text.removesuffix(" logo")
    return name if ", " in name and name != text else ""


def _of_the_picture(line: CvLine, names: Sequence[str]) -> CvLine:
    """Keep the commas of an employer's name that stands below its picture."""
    name = next((name for name in names if line.text.startswith(name)), "")
    return replace(line, text=kept_whole(name) + line.text[len(name) :]) if name else line
