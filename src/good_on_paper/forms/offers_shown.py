"""A comparison of offers as a page reads it: finding, questions, rows, money, and a prediction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.catalogue import keys, phrase
from good_on_paper.charts.offers import CLOSE, counted_too
from good_on_paper.frames.offers import AS_RATED
from good_on_paper.frames.pay import OF_AN_OFFER, money_of
from good_on_paper.frames.predictions import MOST, PARTS, WHOLE, predictions, taken
from good_on_paper.frames.take_home import SAYS, WORRY, counts_as, label_of, line_of, said_of
from good_on_paper.language.amounts import money
from good_on_paper.language.counts import count, number
from good_on_paper.language.day_names import as_named
from good_on_paper.questions.offer_sayings import (
    FOR_EACH,
    headline,
    noes_said,
    stays_said,
    turning_said,
    weights_said,
)
from good_on_paper.questions.offers import AT_ONCE, MONEY, known_to_them
from good_on_paper.questions.prepared import prepare
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.forms.message import Message
    from good_on_paper.frames.pay import Money
    from good_on_paper.questions.offers import Blank, OffersCompared
    from good_on_paper.study.person import Person

MOST_STEPS: Final = 11
MOST_WEIGHTS: Final = 4
ASSUMED: Final = (
    "You haven’t said how much money counts; we took it as a want. "
    "Change it under What money is worth to you."
)
_UNSAID: Final = {"unpaid": "are no unpaid hours", "travel": "is no travel"}
_LITTLE, _A_LOT = "little", "a lot"


def shown(person: Person, compared: OffersCompared) -> Message:
    """Return all of an open comparison except the cells."""
    title, soft = headline(compared)
    listed = {one.unit: on_list(person, one.unit) for one in compared.blanks}
    asked = [_asked(person.catalogue, one, compared, listed) for one in compared.blanks]
    private = compared.frame[compared.frame["private"]]
    named = tuple(f"“{label}”" for label in private["label"].unique())
    reasons = (*stays_said(compared), *weights_said(compared)[:MOST_WEIGHTS])
    return {
        "noes": _noes(compared),
        "noes_said": noes_said(compared) if len(compared.noes) else "",
        "headline": title,
        "soft": soft,
        "asked": asked[:AT_ONCE],
        "for_each": FOR_EACH if _assumes(compared) else "",
        "more_asked": asked[AT_ONCE:],
        "rows": _rows(person, compared),
        "another_day": _another_day(compared.within) if compared.close and compared.within else "",
        "counts_as": _counted(person),
        "reasons": [{"text": text, "off": any(name in text for name in named)} for text in reasons],
        "counted_too": counted_too(compared.frame),
        "paid": _money(person, compared),
    }


def on_list(person: Person, unit: str) -> frozenset[str]:
    """Return the keys of the questions for an offer that stand in Before an interview already."""

    def there() -> frozenset[str]:
        return frozenset(one.key for one in prepare(person, all_seen(person), target=unit).questions)

    return person.kept(("questions on the list", unit), there)


def _assumes(compared: OffersCompared) -> bool:
    """Return whether more is unknown than the one thing that a question is about."""
    out = () if compared.result is None else compared.result.out
    counted = compared.frame[~compared.frame["offer"].isin(out)]
    return int((counted["worth_low"] < counted["worth_high"]).sum()) > 1


def _another_day(within: float) -> str:
    return f"Grey: up to {count(int(within), 'step')}, you might answer differently on another day."


def _counted(person: Person) -> str:
    """Return a sentence on how much each thing counts if no number was given."""
    usual = counts_as(person)
    return (
        f"Each thing counts as much as you said. Where you gave no number, a need counts {usual['must']}, "
        f"a want {usual['want']}, what you can live with {usual['live']}."
    )


def _asked(
    catalogue: Catalogue, blank: Blank, compared: OffersCompared, listed: Mapping[str, Collection[str]]
) -> Message:
    of = compared.frame[compared.frame["offer"].eq(blank.offer) & compared.frame["thing"].eq(blank.thing)]
    return {
        "unit": blank.unit,
        "key": blank.key,
        "text": blank.text,
        "mine": blank.mine,
        "who": _whom(blank),
        "why": turning_said(blank, str(of["stands"].iloc[0]), _both_ends(catalogue, of.iloc[0])),
        "added": blank.key in listed[blank.unit],
        "off": bool(of["private"].any()),
    }


def _whom(blank: Blank) -> str:
    if blank.mine:
        return "You can answer this one yourself"
    return f"Ask {blank.who}, {blank.offer}" if blank.who else f"Ask at {blank.offer}"


def _both_ends(catalogue: Catalogue, row: pd.Series) -> tuple[str, str] | None:
    """Return what the lowest and the highest step of a thing mean; None if it has no words for them."""
    if not row["line"]:
        return None
    low, high = _ends(catalogue, str(row["thing"]), turned=bool(row["turned"]))
    return low, high


def _noes(compared: OffersCompared) -> list[Message]:
    return [
        {
            "label": of["label"].iloc[0],
            "key": said_of(keys.OFFER_HAS, str(thing)),
            "off": bool(of["private"].any()),
            "cells": [
                {"unit": row["unit"], "said": _from(row["said"], row["who"])} for row in of.to_dict("records")
            ],
        }
        for thing, of in compared.noes.groupby("thing", sort=False)
    ]


def _rows(person: Person, compared: OffersCompared) -> list[Message]:
    rows, catalogue, money_said = [], person.catalogue, money_of(person)
    mine = known_to_them(person, compared.frame)
    for thing, of in compared.frame.groupby("thing", sort=False):
        first = of.iloc[0]
        steps = bool(first["most"] - first["least"] < MOST_STEPS)
        stands, is_money = SAYS[first["stands"]], thing == MONEY
        if ends := _both_ends(catalogue, first):
            stands += f"; 7 is “{ends[1]}”"
        if is_money and money_said.amounts:
            low, high = (money(amount, money_said.currency) for amount in money_said.amounts)
            stands = f"1 is {low}, 7 is {high}"
        rows.append(
            {
                "thing": thing,
                "label": first["label"],
                "stands": stands,
                "steps": [int(first["least"]), int(first["most"])],
                "ends": _ends(catalogue, str(thing), turned=bool(first["turned"])),
                "close": CLOSE if thing in compared.close else "",
                "can": steps and not is_money,
                "off": bool(of["private"].any()),
                "cells": [
                    _cell(row, paid_in(compared, row, money_said), _unsaid(row, mine))
                    for row in of.to_dict("records")
                ],
            }
        )
    return rows


def paid_in(compared: OffersCompared, row: Mapping[Any, Any], settings: Money) -> str:
    """Return what an offer pays, by year or hour, if a row is about money; else empty text."""
    if row["thing"] != MONEY or pd.isna(row["low"]):
        return ""
    paid, sign = compared.pay.loc[row["offer"]], compared.terms.loc[row["offer"], "currency"]
    low, high = (money(float(paid[f"{settings.by}_{end}"]), sign) for end in ("low", "high"))
    return low if low == high else f"{low} to {high}"


def _unsaid(row: Mapping[Any, Any], mine: Collection[tuple[str, str]]) -> str:
    """Return what stands beside a band that is as wide as the scale."""
    if row["thing"] == MONEY:
        return "not known yet"
    return "you know: click it" if (row["unit"], row["thing"]) in mine else "not known: ask"


def _cell(row: Mapping[Any, Any], paid: str, unsaid: str) -> Message:
    known = not pd.isna(row["low"])
    note = _from(_rated(row), row["who"])
    if row["promised"] and not row["written"]:
        note = " ".join(filter(None, (note, "Promised, not in writing.")))
    low, high = (float(row[end]) if known else None for end in ("low", "high"))
    amount = unsaid if low is None or high is None else number(low)
    if low is not None and high is not None and low != high:
        amount = f"{number(low)} to {number(high)}: ask"
    return {
        "unit": row["unit"],
        "low": low,
        "high": high,
        "told": paid or amount,
        "unsaid": unsaid,
        "note": note,
    }


def _rated(row: Mapping[Any, Any]) -> str:
    """Return what is known in words; of a rating whose scale is turned round here, what they rated."""
    said = str(row["said"])
    if said != AS_RATED or not row["turned"]:
        return said
    rated = row["least"] + row["most"] - row["low"]
    if rated == row["low"]:
        return said
    return f"you rated it {number(rated)}; less is better, so it is {number(row['low'])} here"


def _from(fact: str, who: str) -> str:
    source = f"from {who}" if who else ""
    return f"{phrase(fact)}, {source}" if fact and who else fact or source


def _ends(catalogue: Catalogue, thing: str, *, turned: bool) -> list[str]:
    """Return what both ends mean, the wanted one last."""
    key = thing.removeprefix(WORRY) if thing.startswith(WORRY) else line_of(thing)
    if key not in catalogue:
        return [_LITTLE, _A_LOT]
    item = catalogue.item(key).worded()
    return [item.high, item.low] if turned else [item.low, item.high]


def _money(person: Person, compared: OffersCompared) -> Message:
    terms, pay = compared.terms.to_dict("records"), compared.pay.to_dict("records")
    settings = money_of(person)
    spec = person.catalogue.item
    counts = spec(keys.MONEY_COUNTS)
    counted = person.current(items=(keys.MONEY_COUNTS,), units=(person.unit,)) if settings.amounts else {}
    return {
        "fields": [field(spec(key)) for key in OF_AN_OFFER],
        "amounts": [field(spec(key)) for key in (keys.MONEY_FIRST, keys.MONEY_LAST)],
        "by": {"key": keys.MONEY_BY, "label": spec(keys.MONEY_BY).label, "revision": 1}
        | {"options": [["year", "the year"], ["hour", "the hour it really takes"]]},
        "counts": {"key": keys.MONEY_COUNTS, "label": counts.label, "low": "a little", "high": "most of all"}
        | {"min": 1, "max": 7, "revision": 1},
        "named": settings.amounts is not None,
        "assumed": ASSUMED if keys.MONEY_COUNTS not in {item for _, item in counted} else "",
        "lines": [_paid(terms_row, made) for terms_row, made in zip(terms, pay, strict=True)],
    }


def _paid(terms: Mapping[Any, Any], made: Mapping[Any, Any]) -> list[str]:
    """Return three sentences on an offer: a year in writing, promises on top, and each hour really worked."""
    sign = terms["currency"]
    year = "not known" if pd.isna(terms["least"]) else money(float(terms["least"]), sign)
    if pd.notna(terms["most"]) and terms["most"] != terms["least"]:
        year += f" to {money(float(terms['most']), sign)}"
    promised = "not known"
    if pd.notna(terms["promised"]):
        more = float(terms["promised"])
        promised = f"{money(more, sign)} more" if more else "nothing"
    if pd.isna(made["hour_low"]):
        return [year, promised, "not known"]
    named = {"hours": "paid", "unpaid": "unpaid", "travel": "travel"}
    week = [f"{number(float(terms[key]))} {words}" for key, words in named.items() if pd.notna(terms[key])]
    unsaid = [words for key, words in _UNSAID.items() if pd.isna(terms[key])]
    only = f", if there {' and '.join(unsaid)} (you haven’t said)" if unsaid else ""
    alone = " The promise is not counted." if pd.notna(terms["promised"]) else ""
    hour = f"{money(float(made['hour_low']), sign)} an hour{only}. {' + '.join(week)} a week.{alone}"
    return [year, promised, hour]


def field(item: Item) -> Message:
    """Return a field as the page reads it."""
    row = {"label": item.label, "hint": item.hint, "options": [], "revision": item.revision}
    return {"key": item.key, "kind": item.kind, **row}


# -- the offer that was taken


def prediction(person: Person, compared: OffersCompared, names: Mapping[str, str]) -> Message | None:
    """Return what to predict about the offer taken, or the prediction; None if none was taken."""
    unit = taken(person)
    if not unit:
        return None
    every = predictions(person)
    of = every[every["unit"].eq(unit)]
    locked = bool(of["locked"].notna().any())
    things = of["thing"].tolist() if locked else _to_predict(compared)
    things = [*[thing for thing in dict.fromkeys(things) if thing != WHOLE], WHOLE]
    day = of["look_back"].iloc[0].date() if locked else person.today
    due = locked and day <= person.today
    part = PARTS[1] if due else PARTS[0]
    return {
        "unit": unit,
        "off": any(_is_private(person.catalogue, thing) for thing in things),
        "name": names.get(unit, "the job"),
        "locked": locked,
        "due": due,
        "scales": [] if locked and not due else [_scale(person.catalogue, part, thing) for thing in things],
        "when": field(person.catalogue.item(keys.LOOK_BACK_ON)),
        "said": _said(of, day) if locked else [],
        "found": _found(of) if due else "",
    }


def _is_private(catalogue: Catalogue, thing: str) -> bool:
    key = thing.removeprefix(WORRY) if thing.startswith(WORRY) else line_of(thing)
    return key in catalogue and catalogue.item(key).private


def _to_predict(compared: OffersCompared) -> list[str]:
    """Return the circumstances that count most."""
    lines = compared.frame[compared.frame["line"].ne("")].drop_duplicates("line")
    return [str(thing) for thing in lines.nlargest(MOST, "counts")["thing"]]


def _scale(catalogue: Catalogue, part: str, thing: str) -> Message:
    if thing == WHOLE:
        item = catalogue.item(WHOLE).worded()
        label, ends = "The job as a whole", [item.low, item.high]
    else:
        label, ends = label_of(thing, catalogue), [_LITTLE, _A_LOT]
    spec = {"key": said_of(part, thing), "label": label, "low": ends[0], "high": ends[1]}
    return spec | {"min": 1, "max": 7, "revision": 1}


def _said(of: pd.DataFrame, day: dt.date) -> list[str]:
    given = of["locked"].iloc[0].to_pydatetime().astimezone().date()
    predicted = ", ".join(
        f"{row['label']} {number(float(row['predicted']))}" for row in of.to_dict("records")
    )
    return [
        f"You said on {as_named(given)} {given.year}, out of 7: {predicted}.",
        f"We’ll ask how it is on {as_named(day)} {day.year}. Until then this rests.",
    ]


def _found(of: pd.DataFrame) -> str:
    """Return how far the prediction was off, compared with always saying the middle."""
    found = patterns.look_back(of.set_index("label")[["predicted", "came"]].astype(float))
    if found.waiting or not len(found.frame):
        return ""
    off = "as you predicted" if not found.off else f"off by {count(int(found.off), 'step')} in all"
    middle = f"Always saying {number(found.middle)} would have been off by {number(found.middle_off)}."
    return f"Your prediction was {off}. {middle} That is about the prediction, not about you."
