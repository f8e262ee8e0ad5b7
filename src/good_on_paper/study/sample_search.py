"""The search of the invented career: fourteen interviews in nine months, told on the days they were held."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.interview_guess import USUAL_WAIT
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record.rows import told_at
from good_on_paper.study.declare_about import declare_about

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.record import Record, Sitting, Unit

_CAME: Final = {"yes": keys.CAME_YES, "no": keys.CAME_NO, "no_answer": keys.CAME_NOTHING}


def fill_search(record: Record, sitting: Sitting, rows: list[dict[str, str]]) -> None:
    """Add jobs applied for with their interviews; all days are counted back from today."""
    targets: dict[tuple[str, str], Unit] = {}
    teller = _Teller(record, sitting)
    for row in rows:
        name = row["employer"], row["title"]
        with told_at(teller.on(row["applied"], hour=9)):
            if name not in targets:
                targets[name] = teller.applied(row)
        if row["days_ago"]:
            with told_at(teller.on(row["days_ago"], hour=18)):
                unit = teller.interview(targets[name], row)
        else:
            unit = targets[name]
        if row["came"]:
            since = int(row["days_ago"] or row["applied"]) - int(row["came_after"])
            teller.happened(unit, _CAME[row["came"]], str(since))
        for item, column in ((keys.OFFERED_ON, "offered"), (keys.WITHDREW, "withdrew")):
            if row[column]:
                teller.happened(targets[name], item, row[column])


class _Teller:
    def __init__(self, record: Record, sitting: Sitting) -> None:
        self.record = record
        self.sitting = sitting
        self.today = dt.datetime.now(dt.UTC)

    def on(self, days_ago: str, *, hour: int) -> dt.datetime:
        day = self.today - dt.timedelta(days=int(days_ago))
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def say(self, unit: Unit, item: str, value: Any, **more: Any) -> None:  # noqa: ANN401 - any answer
        if value not in ("", []):
            self.record.answer(unit, item, value, sitting=self.sitting, **more)

    def happened(self, unit: Unit, item: str, days_ago: str) -> None:
        moment = self.on(days_ago, hour=12)
        with told_at(moment):
            self.say(unit, item, moment.date().isoformat())

    def applied(self, row: Mapping[str, str]) -> Unit:
        target = self.record.add_unit("target", sitting=self.sitting)
        for item in ("title", "employer"):
            self.say(target, item, row[item])
        self.say(target, keys.APPLIED_ON, self.on(row["applied"], hour=9).date().isoformat())
        self.say(target, keys.FOUND_HOW, row["found"])
        self.say(target, keys.ADVICE, [row["advice"]] if row["advice"] else [])
        return target

    def interview(self, target: Unit, row: Mapping[str, str]) -> Unit:
        unit = self.record.add_unit("interview", parent=target, sitting=self.sitting)
        self.say(unit, keys.TALK_ON, self.on(row["days_ago"], hour=18).date().isoformat())
        for item, column in ((keys.STAGE, "stage"), (keys.CHANNEL, "channel"), (keys.MEETS_NAME, "met")):
            self.say(unit, item, row[column])
        now = Snapshot(self.record)
        chance = {"of": int(row["chance"]), "within": USUAL_WAIT}
        for item, value in (
            (keys.YES_CHANCE, chance),
            (keys.TAKE_IT, row["take_it"]),
            (keys.GUESS_LOCKED, True),
        ):
            declare_about(now, unit.id, item, value, sitting=self.sitting)
        self.say(unit, keys.TO_REMEMBER, row["remember"])
        self.say(unit, f"{keys.MET_NAME}:1", row["met"].partition(";")[0])
        for item in (keys.REGARD_BEFORE, keys.REGARD_AFTER):
            self.say(unit, f"{item}:1", int(row[item.removeprefix("regard_")]))
        self.say(unit, f"{keys.PROMISE_WHAT}:1", row["promise"])
        self.say(unit, f"{keys.PROMISE_WHO}:1", row["promised_by"])
        for item in (keys.SKILLS_BROUGHT, keys.SKILLS_FORGOTTEN, keys.WORDS_MEANT, keys.WORDS_LANDED):
            words = [word for word in row[item].split(";") if word]
            self.say(unit, item, words, private=item in (keys.WORDS_MEANT, keys.WORDS_LANDED))
        return unit
