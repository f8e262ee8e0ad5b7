"""Whether a text has several lines per job, as a CV has, or one line per job."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import limits
from good_on_paper.intake.cv_lines import lines_of
from good_on_paper.intake.head_line import is_whole
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.line_parts import is_one_part
from good_on_paper.intake.spans import dates_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.intake.cv_line import CvLine


_FEW: Final = 2
TAKEN: Final = ("job", "volunteer")


def is_cv(text: str) -> bool:
    r"""Return whether a text has several lines per job instead of one.

    Examples
    --------
    >>> is_cv("Editor, Acme, 2014-2017\nCook, Bar, 2010")
    False
    >>> is_cv("Editor\nAcme\n2014-2017\nCook\nBar\n2010-2014")
    True
    """
    if text.count("\n") > 2 * limits.ROWS:  # more than a career can have, with blank lines
        return False
    lines = [line for line in lines_of(text) if line.kind not in ("blank", "furniture")]
    dated = [line for line in lines if line.dated]
    if not dated:
        return any(line.part in TAKEN for line in lines) and any(line.kind != "part" for line in lines)
    if (
        any(line.kind == "part" and line.part for line in lines)
        or any(map(_opens_an_employer, lines, lines[1:]))
        or _alternate(lines)
    ):
        return True
    alone = sum(not line.dated.rest for line in dated if line.dated)
    heads = sum(line.kind == "head" and not line.dated for line in lines)
    beside = alone == len(dated) > 1 and heads >= alone  # dates on a line of their own, a job on the next
    if beside or (alone and alone * 2 >= len(dated) and heads >= 2 * alone - (alone > 1)):
        return True
    plain_lines = [line for line in lines if line.kind in ("bullet", "body", "more")]
    if plain_lines and len(dated) < len(lines):
        return any(line.kind != "bullet" or dates_in(line.text) is None for line in plain_lines)
    return False


def _opens_an_employer(line: CvLine, below: CvLine) -> bool:
    """Return whether a line is an employer, and the line below one of the roles there."""
    if line.dated or line.kind != "head" or below.dated is None or title_score(line.text) > 0:
        return False
    role = below.dated.rest
    return title_score(role) > 0 and (is_one_part(role) or " | " in role)


def _alternate(lines: Sequence[CvLine]) -> bool:
    """Return whether what somebody was and where stand on two lines, one of them with dates."""
    dated = [line.dated.rest for line in lines if line.dated]
    others = [line.text for line in lines if not line.dated and line.kind == "head"]
    turns = [bool(line.dated) for line in lines if line.dated or line.kind == "head"]
    if len(dated) < _FEW or not len(dated) <= len(others) <= len(dated) + 1 or not all(dated):
        return False
    if any(one == other for one, other in pairwise(turns)) or any(map(is_whole, dated)):
        return False
    titled, named = ([title_score(text) > 0 for text in texts] for texts in (dated, others))
    return sum(titled) < sum(named) and 2 * sum(named) > len(named)
