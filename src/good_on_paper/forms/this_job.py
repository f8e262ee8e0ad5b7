"""The job under consideration: how good it looks, how its employer's name shines, and its ad, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms.after_parts import LONGEST_PASTED
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating, checked_text
from good_on_paper.frames import role_names
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import chosen_or_next
from good_on_paper.intake.job_ad import JobAd, read_job_ad
from good_on_paper.record.targets import begin

if TYPE_CHECKING:
    from good_on_paper.catalogue import Item

_SCALES: Final = {
    keys.ON_PAPER: ("How good it looks on paper", "poor", "very good"),
    keys.FIRM_SHINE: ("How well the name is thought of", "nobody has heard of it", "everybody looks up"),
}
_FACTS: Final = ("title", "employer")


class ThisJob(Form):
    """Ask how good the chosen target looks, and keep its ad.

    How good it looks is an answer to the same item as for past jobs, so that it is there when the target
    becomes a role. An ad in the JSON Resume format fills in title and employer if they are missing.

    Parameters
    ----------
    record : Record
        Where the answers go.
    catalogue : Catalogue
        What can be asked.
    """

    name: ClassVar[str] = "this_job"
    _esm = module("this_job", uses=("field", "scale"))
    _css = style("this_job", uses=("field", "choice", "scale"))

    def page_state(self) -> Message:
        """Return the two scales, the field of the ad, and the answers."""
        target = chosen_or_next(Snapshot(self._record))
        ad = self._catalogue.item(keys.ADVERT)
        return {
            "target": target,
            "name": role_names(Snapshot(self._record), kind="target").get(target, ""),
            "scales": [self._scale(key) for key in _SCALES],
            "ad": {"key": keys.ADVERT, "kind": ad.kind, "label": ad.label, "hint": ad.hint}
            | {"options": [], "revision": ad.revision},
            "cells": self.cell_rows([target], (*_SCALES, keys.ADVERT)),
        }

    def _scale(self, key: str) -> dict[str, Any]:
        item, (label, low, high) = self._catalogue.item(key), _SCALES[key]
        ends = {"low": low, "high": high, "min": item.scale.min, "max": item.scale.max}
        return {"key": key, "label": label, "revision": item.revision, **ends}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell of the job.

        Raises
        ------
        Refusal
            For any other cell.
        """
        if unit == self._record.person.id or key not in (*_SCALES, keys.ADVERT):
            raise Refusal(f"{key!r} is not a field of this form; run its cell again.")
        return self._catalogue.item(key)

    def understood(self, item: Item | None, value: object) -> object:
        """Return a number on its scale, or the ad as text to read."""
        if item is None or item.key != keys.ADVERT:
            return None if item is None else checked_rating(item, value)
        return read_job_ad(checked_text(item, value, LONGEST_PASTED)).text

    def before_answer(self) -> None:
        """Begin the target, if nothing was said about one yet."""
        begin(self._record, chosen_or_next(Snapshot(self._record)))

    def own_message(self, message: Message) -> list[Message] | None:
        """Take title and employer from an ad that has them, if both are missing."""
        if message.get("type") != "named_in_ad":
            return None
        ad = read_job_ad(str(message.get("text") or "")[:LONGEST_PASTED])
        taken = self._fill(chosen_or_next(Snapshot(self._record)), ad)
        return [self.ack(message, None, said=f"Read: {ad.title}." if taken else "")]

    def _fill(self, target: str, ad: JobAd) -> bool:
        standing = self._record.current(units=(target,), items=_FACTS)
        if not ad.title or any(answer.state == "value" for answer in standing.values()):
            return False
        self.before_answer()
        for key, text in zip(_FACTS, (ad.title, ad.employer), strict=True):
            if text:
                before = self._record.newest
                self.wrote(self._record.answer(target, key, text, sitting=self.sitting), before)
        return True

    def changes_page(self, key: str) -> bool:
        """Return whether the ad changed, which the page shows as we read it."""
        return key == keys.ADVERT
