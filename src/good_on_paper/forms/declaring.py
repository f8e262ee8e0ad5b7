"""A form in which something is declared before the first look, and stays as it was said then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from good_on_paper.forms.form import Form
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.study.declare import declare, take_back

if TYPE_CHECKING:
    from good_on_paper.record import Answer


class DeclaringForm(Form):
    """A form whose answers, and each taking back of one, pass `good_on_paper.study.declare`.

    Parameters
    ----------
    record, catalogue
        As in `Form`.
    """

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Declare it; all that is declared is about the person."""
        del unit
        return declare(self._now, key, value, sitting=self.sitting, **given)

    def take_step(self, *, redo: bool) -> Answer | None:
        """Take back or bring back a declaration, while that is still open."""
        return take_back(self._now, self.sitting, redo=redo)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)
