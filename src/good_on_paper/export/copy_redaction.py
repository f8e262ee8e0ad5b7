"""How an answer is changed for a copy: stand-ins for names, dates and titles as coarse as chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.export.copy_choice import NAMED
from good_on_paper.export.stand_ins import folded, names_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.export.copy_choice import CopyChoice
    from good_on_paper.export.stand_ins import StandIns

_LISTS_OF_LINES: Final = (
    *("guesses", "drawn"),
    *(keys.LINES_OFFERED, keys.LINES_CHOSEN, keys.LINES_SET_ASIDE),
)
_YEAR: Final = re.compile(r"\b(\d{4})-\d\d(?:-\d\d)?\b")
_LEVELS: Final = (
    ("Trainee", "trainee apprentice intern student werkstudent praktikant azubi volunteer"),
    ("Assistant", "assistant aide helper junior aushilfe clerk"),
    ("Head", "head director chief president founder owner ceo leiter leiterin geschaftsfuhrer"),
    ("Lead", "lead leader manager supervisor foreman captain sous matron teamleiter"),
    ("Senior", "senior principal staff expert"),
)
"""Levels with the words of titles that mean them; the first that fits counts. Any other title is a *Job*."""


@dataclass(frozen=True)
class Redaction:
    """Changes answers for a copy.

    Parameters
    ----------
    catalogue, choice
        As for `good_on_paper.export.copy_for.copy_for`.
    stand_ins : StandIns
        The stand-ins for names.
    own_lines : collection of str
        Keys of the lines that the person worded.
    """

    catalogue: Catalogue
    choice: CopyChoice
    stand_ins: StandIns
    own_lines: Collection[str]

    def redacted(self, item: str, state: str, value: Any) -> Any:  # noqa: ANN401 - any JSON value
        """Return the value of an answer as the copy has it."""
        if isinstance(value, str) and state == "value":
            return self._said(item.partition(":")[0], value)
        if isinstance(value, dict) and isinstance(
            value.get("text"), str
        ):  # a question in the person's own words
            return value | {"text": self.stand_ins.replaced(value["text"])}
        if item in _LISTS_OF_LINES:
            return [line for line in value if self.choice.text or line not in self.own_lines]
        return value

    def _said(self, item: str, value: str) -> str:
        kind = NAMED.get(item)
        if kind == "Person":
            named = [self.stand_ins.standing_for(name) for name in names_in(value)]
            return ", ".join(dict.fromkeys(named)) or "somebody"
        if kind is not None:
            return self.stand_ins.standing_for(value)
        if item == "title" and self.choice.levels:
            return _level(value)
        known = self.catalogue.item(item) if item in self.catalogue else None
        if known is not None and known.kind == "date":
            return _YEAR.sub(r"\1", value) if self.choice.years else value
        if known is not None and known.kind in ("choice", "rating", "number"):
            return value
        return self.stand_ins.replaced(value)


def _level(title: str) -> str:
    words = set(re.findall(r"[^\W\d_]+", folded(title)))
    return next((level for level, level_words in _LEVELS if words & set(level_words.split())), "Job")
