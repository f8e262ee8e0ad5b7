"""The jobs of the start page, pasted one per line or from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from good_on_paper.forms.assets import module, style
from good_on_paper.forms.bring_in import BringIn
from good_on_paper.forms.lines import role_rows

if TYPE_CHECKING:
    from good_on_paper.forms.form import Message


class JobsNamed(BringIn):
    """Take jobs pasted one per line, or a file; show the jobs already listed.

    Parameters
    ----------
    record, catalogue, overlay
        As in `BringIn`.
    """

    name: ClassVar[str] = "jobs_named"
    _esm = module("preview_row", "preview", "bring_in", "jobs_named", uses=("links",))
    _css = style("bring_in", "preview", "jobs_named")

    def page_state(self) -> Message:
        """Return a file being looked at, or nothing yet, and the jobs on the list."""
        return super().page_state() | {"receipt": None, "jobs": self._jobs()}

    def _jobs(self) -> list[dict[str, str]]:
        """Return the jobs with everything we could read, and what is still missing."""
        roles = self._record.units("role")
        facts = self._record.current(items=("place", "started", "ended"), units=roles)
        rows = []
        for row in role_rows(self._record, quiet=True):
            place = facts.get((row["unit"], "place"))
            where = str(place.value) if place is not None and place.value else ""
            dated = any((row["unit"], key) in facts for key in ("started", "ended"))
            rows.append(row | {"place": where, "missing": "" if dated else "no years"})
        return rows
