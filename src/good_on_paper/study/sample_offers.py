"""The two offers of the invented career, with what is known of each and what is not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from good_on_paper.catalogue import keys
from good_on_paper.frames.pay import HOURS, MONEY
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.take_home import WORRY, line_of, said_of
from good_on_paper.frames.targets import KNOWS, knows
from good_on_paper.frames.there import LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record, Sitting, Unit


def fill_offers(
    record: Record, sitting: Sitting, catalogue: Catalogue, tables: Mapping[str, Sequence[Mapping[str, str]]]
) -> None:
    """Add the list, how money counts, and the offers, on days counted back from today.

    Parameters
    ----------
    record, sitting
        Where the answers go.
    catalogue
        Says which revision of a line was answered.
    tables
        The rows of ``list``, ``amounts``, ``offers`` and ``known``.
    """
    now = Snapshot(record)
    teller = _Teller(record, sitting, catalogue)
    for row in tables["list"]:
        for part in (keys.TAKE_SAYS, keys.TAKE_PRICE):
            teller.say(record.person, said_of(part, row["thing"]), row[part])
    for row in tables["amounts"]:
        teller.say(record.person, row["item"], row["value"])
    there = {_employer(now, unit): unit for unit in now.units("target")}
    for row in tables["offers"]:
        there[row["employer"]] = teller.offered(row, there.get(row["employer"]))
    for row in tables["known"]:
        teller.known(there[row["employer"]], row)


class _Teller:
    def __init__(self, record: Record, sitting: Sitting, catalogue: Catalogue) -> None:
        self.record, self.sitting, self.catalogue = record, sitting, catalogue

    def say(self, unit: Unit | str, item: str, value: object, **more: Any) -> None:  # noqa: ANN401 - as the record
        if value != "":
            self.record.answer(unit, item, value, sitting=self.sitting, **more)

    def offered(self, row: Mapping[str, str], unit: Unit | None) -> Unit:
        if unit is None:
            unit = self.record.add_unit("target", sitting=self.sitting)
            for item in ("title", "employer"):
                self.say(unit, item, row[item])
        day = dt.datetime.now().astimezone().date() - dt.timedelta(days=int(row["offered"]))
        self.say(unit, keys.OFFERED_ON, day.isoformat())
        for item in (*MONEY, keys.MEETS_NAME):
            self.say(unit, item, row[item])
        for item in HOURS:
            self.say(unit, item, float(row[item]) if row[item] else "")
        self.say(unit, "meets", row["meets"].split(";"))
        return unit

    def known(self, unit: Unit, row: Mapping[str, str]) -> None:
        thing, line = row["thing"], line_of(row["thing"])
        about = self.catalogue.item(line or thing.removeprefix(WORRY))
        private, level = about.private, keys.THERE_LEVEL
        self.say(unit, said_of(keys.OFFER_HAS, thing), row[keys.OFFER_HAS], private=private)
        of = line or thing
        if row[level]:
            self.say(unit, knows(of), KNOWS[1] if row[keys.THERE_UP_TO] else KNOWS[0], private=private)
        for part in LEVELS:
            value = int(row[part]) if row[part] else ""
            self.say(unit, said_of(part, of), value, revision=about.revision, private=private)
        for part in (keys.KNOWN_WHAT, keys.KNOWN_FROM):
            self.say(unit, said_of(part, of), row[part], private=private)


def _employer(snapshot: Snapshot, unit: Unit) -> str:
    told = snapshot.current(items=("employer",), units=(unit,)).get((unit.id, "employer"))
    return "" if told is None else str(told.value)
