"""The head of each notebook: whose record it is, what is in it, what it is not."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import TYPE_CHECKING

from IPython.display import HTML

from good_on_paper.kit.session import is_sample, me, person_name
from good_on_paper.kit.words import in_words
from good_on_paper.questions.targets import chosen, days_left, talk_day

if TYPE_CHECKING:
    from good_on_paper.kit.me import Me

_STYLE = """
<style>
.gop-page { font: 14px/1.55 var(--jp-ui-font-family, system-ui, sans-serif); max-inline-size: 1180px;
  color: var(--jp-ui-font-color1, #1f2328); padding-block: 4px 10px;
  border-block-end: 1px solid var(--jp-border-color2, #d5d9de); }
.gop-page p { margin: 0; }
.gop-page .soft { color: var(--jp-ui-font-color2, #57606a); font-size: 13px; }
.gop-page .person { font-weight: 600; }
.gop-page .note { border-inline-start: 4px solid #9a6700; padding-inline-start: 10px;
  margin-block-end: 8px; max-inline-size: 75ch; }
.gop-page .sample { border-inline-start: 4px solid #c2560c; padding-inline-start: 10px;
  margin-block-end: 8px; font-weight: 600; }
</style>
"""
_SAMPLE = "This is an invented person, to try things out. What you answer here is thrown away at the end."
NO_DAY = "Seven small steps. Stop at any of them: the page opens there again."
_NOT = "Not an assessment, not for selection: it is yours, to ask better questions with."


@in_words
def page(name: str) -> HTML:
    """Return the head of the notebook `name` (``"00"``, ``"01"`` and so on) with where the person stands."""
