"""A form for declarations before the first look, which are fixed afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from good_on_paper.forms.form import Form
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.study.declare import declare, take_back

if TYPE_CHECKING:
    from good_on_paper.record import Answer


class DeclaringForm(Form):
    """A form whose answers, undone or not, pass through `good_on_paper.study.declare`.

    Parameters
    ----------
    record, catalogue
        As in `Form`.
    """

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Declare the value; every declaration is about the person."""
        del unit
        return declare(self._now, key, value, sitting=self.sitting, **given)

    def take_step(self, *, redo: bool) -> Answer | None:
        """Undo or redo a declaration, as long as that is allowed."""
        return take_back(self._now, self.sitting, redo=redo)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)
