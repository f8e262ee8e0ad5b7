"""Offers side by side: which is ahead on what the person knows, and which questions could decide it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.catalogue import keys, load_bank
from good_on_paper.frames.offers import FIRST, LAST, Axis, noes, offers, short_names
from good_on_paper.frames.pay import money_of, terms
from good_on_paper.frames.take_home import OWN, WORRY
from good_on_paper.frames.targets import KNOWS, YOURS, known_of, staying
from good_on_paper.patterns.wide import LIKERT
from good_on_paper.questions.deciding import TIE, Bounds
from good_on_paper.questions.listed import listed
from good_on_paper.study.steadiness import within_noise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.catalogue import Asking, Bank
    from good_on_paper.frames.pay import Money
    from good_on_paper.study.person import Person

MONEY: Final = "-money"
"""Money as a thing: it is on no list, and counts once the person names two amounts."""
FEWEST: Final = 2
AT_ONCE: Final = 2
"""So many questions are put on top; the others stay below."""
_IN_WRITING: Final = "Could you put in writing what you promised on top of the pay?"
_HOW_MUCH: Final = "how much of this is there? {}"
_WHAT_IT_PAYS_NOW: Final = "what does it pay a year, all told?"
_WHAT_IT_PAYS: Final = "What does the job pay a year, all told, and what of that will be in the contract?"


@dataclass(frozen=True)
class Blank:
    """Something unknown about an offer that could change, by itself, which offer is ahead.

    Attributes
    ----------
    unit, offer : str
        The id and the name of the offer.
    thing, label : str
        The key of what is not known, and its name.
    low, high : float
        What is known of it: out of 7, more is more of what the person wants.
    ahead : tuple of float
        The steps with which this offer is ahead of all others, every other blank at its middle.
    behind : tuple of float
        The steps with which it is not.
    otherwise : str
        The offer that is ahead in that case; empty for a tie.
    key, text, who : str
        The question: its key, what to say, and whom to ask, as the kit names them to the person.
    mine : bool
        Whether the person can answer it: they said that they know, or it is the job that they still have.
    settles : str
        The offer that stays ahead whatever with the steps in `ahead`, if no blank could put another offer
        ahead; else empty.
    rest : str
        Which of this offer and `otherwise` is ahead on everything else, each blank at its middle; empty where
        they come out level.
    assumed : bool
        Whether something else is not known of one of the two, so that `rest` takes it at its middle.
    """

    unit: str
    offer: str
    thing: str
    label: str
    low: float
    high: float
    ahead: tuple[float, ...]
    behind: tuple[float, ...]
    otherwise: str
    key: str
    text: str
    who: str
    settles: str = ""
    mine: bool = False
    rest: str = ""
    assumed: bool = False


@dataclass(frozen=True)
class OffersCompared:
    """Offers compared on what the person knows of them.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per offer and thing, as `good_on_paper.frames.offers.offers` gives it, money last.
    noes : pandas.DataFrame
        A row per offer and thing that the person will not have.
    terms : pandas.DataFrame
        A row per offer: money a year and hours a week.
    pay : pandas.DataFrame
        The same amounts made fair; see `good_on_paper.patterns.Pay`.
    result : Offers or None
        What the pattern says; None while there is nothing to compare.
    blanks : tuple of Blank
        What could change who is ahead; the heaviest first.
    decide : int
        How many of the first blanks can decide it: with these known, one offer can stay ahead whatever.
    steady : bool
        Whether, with every blank at its middle, one offer stays ahead even if each thing counts up to half
        again more, or a third less.
    close : frozenset of str
        Things on which the offers lie no further apart than `within`: two such answers say nothing about the
        offers. It is for the eye; no word and no weight hangs on it.
    within : float or None
        By how much two single answers may differ by the day alone; None while that is not known.
    """

    frame: pd.DataFrame = field(repr=False)
    noes: pd.DataFrame = field(repr=False)
    terms: pd.DataFrame = field(repr=False)
    pay: pd.DataFrame = field(repr=False)
    result: patterns.Offers | None
    blanks: tuple[Blank, ...] = ()
    decide: int = 0
    steady: bool = False
    close: frozenset[str] = frozenset()
    within: float | None = None

    @property
    def names(self) -> list[str]:
        """The offers."""
        return [str(name) for name in self.terms.index]


def compare(person: Person) -> OffersCompared:
    """Compare the offers a person has to decide on, by what they want to take home.

    Parameters
    ----------
    person : Person
        Whose offers these are. For their jobs it uses what their looks so far have shown: it is no look
        itself.
    """
    return person.kept("offers compared", lambda: _compare(person))


def _compare(person: Person) -> OffersCompared:
    things = listed(person)
    told, money = terms(person), money_of(person)
    paid = patterns.pay(told[list(_OF_PAY)], amounts=money.amounts, by=money.by).frame
    frame = _with_money(offers(person, things), told, paid, money)
    within = within_noise(person)
    near = close_on(frame, within)
    compared = OffersCompared(frame, noes(person, things), told, paid, None, close=near, within=within)
    if len(told) < FEWEST or frame.empty:
        return compared
    low, high, counts = _matrix(frame)
    result = _compared(low, high, counts, compared.noes)
    bounds = Bounds.of(low, high, counts, result.out)
    asking = _Asking(frame, load_bank(), _meets(person), known_to_them(person, frame))
    blanks = tuple(_blanks(asking, result, bounds)) or tuple(_settling(asking, result, bounds))
    first = [(one.offer, one.thing) for one in blanks[:AT_ONCE]]
    decide = None if result.leader is not None else bounds.can_decide(first)
    steady = bounds.at_the_middle.leader is not None
    return replace(compared, result=result, blanks=blanks, decide=decide or 0, steady=steady)


_OF_PAY: Final = ("least", "most", "promised", "hours", "unpaid", "travel")


def close_on(frame: pd.DataFrame, within: float | None) -> frozenset[str]:
    """Return the things of seven steps on which the single answers lie no further apart than `within`.

    Examples
    --------
    >>> rows = pd.DataFrame({"thing": ["say", "say", "pace", "pace"], "low": [6.0, 5.0, 6.0, 2.0]})
    >>> sorted(close_on(rows.assign(high=rows["low"], least=1, most=7), within=2.1))
    ['say']
    """
    if within is None:
        return frozenset()
    of_seven = frame["least"].eq(LIKERT[0]) & frame["most"].eq(LIKERT[1]) & frame["thing"].ne(MONEY)
    single = frame[of_seven & frame["low"].eq(frame["high"]).fillna(value=False)]
    level = single.groupby("thing")["low"]
    apart, many = level.max() - level.min(), level.size()
    return frozenset(map(str, apart.index[apart.le(within) & many.ge(FEWEST)]))


def _with_money(frame: pd.DataFrame, told: pd.DataFrame, paid: pd.DataFrame, money: Money) -> pd.DataFrame:
    """Add money as the last thing, once two amounts are named; with two currencies it counts as unknown."""
    if money.amounts is None:
        return frame
    currencies = {one for one in (money.currency, *told["currency"]) if one}
    rows = []
    for unit, offer, row in zip(told["unit"], told.index, paid.to_dict("records"), strict=True):
        known = pd.notna(row["low"]) and len(currencies) < FEWEST
        low, high = (float(row["low"]), float(row["high"])) if known else (FIRST, LAST)
        shown = (low, high) if known else (pd.NA, pd.NA)
        scale = (FIRST, LAST, pd.NA)
        rows.append(
            [
                *(unit, offer, MONEY, "", "Money", "want", money.counts, *scale, *shown, low, high),
                *(False, False, "", "", pd.NaT, "", "", False),
            ]
        )
    added = pd.DataFrame(rows, columns=frame.columns).astype(frame.dtypes.to_dict())
    both = pd.concat([frame, added]) if len(frame) else added
    places = {name: place for place, name in enumerate(told.index)}
    return both.sort_values("offer", key=lambda names: names.map(places), kind="stable", ignore_index=True)


def _matrix(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, float]]:
    """Return what each offer counts at least and at most, a row per offer, and how much each thing counts."""
    first = frame.drop_duplicates("thing")
    order, units = first["thing"].tolist(), list(dict.fromkeys(frame["offer"]))
    cells = frame.set_index(["offer", "thing"])
    low, high = (cells[end].unstack("thing") for end in ("worth_low", "worth_high"))  # noqa: PD010
    counts = dict(zip(first["thing"], first["counts"].astype(float), strict=True))
    return low.loc[units, order], high.loc[units, order], counts


def _compared(
    low: pd.DataFrame, high: pd.DataFrame, counts: Mapping[str, float], noes_: pd.DataFrame
) -> patterns.Offers:
    values = low.where(low == high)
    never = None
    if len(noes_):
        never = noes_.set_index(["offer", "thing"])["has"].unstack("thing").astype(object)  # noqa: PD010
    return patterns.offers(values, counts, low=low, high=high, never=never)


class _Asking:
    """Makes a question out of a blank."""

    def __init__(
        self,
        frame: pd.DataFrame,
        bank: Bank,
        meets: Mapping[str, tuple[tuple[str, ...], str]],
        mine: frozenset[tuple[str, str]],
    ) -> None:
        self.rows = {(row["offer"], row["thing"]): row for row in frame.to_dict("records")}
        self.bank, self.meets, self.mine = bank, meets, mine

    def blank(
        self,
        cell: tuple[str, str],
        steps: tuple[tuple[float, ...], tuple[float, ...]],
        otherwise: str,
        settles: str,
        rest: str = "",
        *,
        assumed: bool = False,
    ) -> Blank:
        row = self.rows[cell]
        asked = _question(row, self.bank, *self.meets.get(row["unit"], ((), "")))
        mine = (row["unit"], row["thing"]) in self.mine
        if mine:
            ask_oneself = _WHAT_IT_PAYS_NOW if row["thing"] == MONEY else _HOW_MUCH
            asked = asked[0], f"{row['offer']}: {ask_oneself.format(row['label'])}", ""
        about = (row["unit"], row["offer"], row["thing"], row["label"], *_band(row))
        return Blank(*about, *steps, otherwise, *asked, settles, mine, rest, assumed)


def _blanks(asking: _Asking, result: patterns.Offers, bounds: Bounds) -> Iterable[Blank]:
    """Yield what could put another offer ahead by itself, the heaviest first."""
    for found in result.blanks.to_dict("records"):
        cell = found["offer"], found["criterion"]
        otherwise = "" if pd.isna(found["otherwise"]) else str(found["otherwise"])
        steps = _turning(asking.rows[cell], float(found["turns"]))
        if not otherwise:
            yield asking.blank(cell, steps, "", "")
            continue
        pair = cell[0], otherwise
        rest, assumed = bounds.ahead_without(cell[1], *pair), bounds.is_open_without(cell[1], *pair)
        yield asking.blank(cell, steps, otherwise, "", rest, assumed=assumed)


def _settling(asking: _Asking, result: patterns.Offers, bounds: Bounds) -> list[Blank]:
    """Return what could settle it for the offer ahead now, if no blank could put another one ahead."""
    now = result.ahead_now
    if now is None or result.leader is not None or len(bounds.offers) < FEWEST:
        return []
    found = []
    for cell, row in asking.rows.items():
        if row["worth_low"] == row["worth_high"] or cell[0] not in bounds.offers or not row["counts"]:
            continue
        worth = {step: axis_of(row).worth(step) for step in _steps_of(row)}
        steps = tuple(
            step for step, counts in worth.items() if bounds.with_known({cell: counts}).leader == now
        )
        if steps:
            weight = row["counts"] * (row["worth_high"] - row["worth_low"])
            found.append((weight, asking.blank(cell, (steps, ()), "", now)))
    return [blank for _, blank in sorted(found, key=lambda one: -one[0])]


def known_to_them(person: Person, frame: pd.DataFrame) -> frozenset[tuple[str, str]]:
    """Return what lacks a number though the person can give it: unit and thing.

    They said before an interview that they know it, or it is about the job that they still have.
    """
    stays = {unit.id for unit in staying(person)}
    rows = [row for row in frame.to_dict("records") if pd.isna(row["low"])]
    known = {unit: known_of(person, unit) for unit in {row["unit"] for row in rows} - stays}
    return frozenset(
        (row["unit"], row["thing"])
        for row in rows
        if row["unit"] in stays or known[row["unit"]].get(row["line"]) == KNOWS[0]
    )


def _band(row: Mapping[Any, Any]) -> tuple[float, float]:
    """Return the band that is known of a thing, or both ends of its scale."""
    if pd.isna(row["low"]):
        return row["least"], row["most"]
    return float(row["low"]), float(row["high"])


def _steps_of(row: Mapping[Any, Any]) -> list[float]:
    """Return the whole steps of a band; its ends if there are none between them."""
    low, high = _band(row)
    return [float(step) for step in range(int(-(-low // 1)), int(high // 1) + 1)] or [low, high]


def axis_of(row: Mapping[Any, Any]) -> Axis:
    """Return how the band in a row counts."""
    enough = None if pd.isna(row["enough"]) else float(row["enough"])
    return Axis(row["least"], row["most"], row["turned"], enough, row["peaks"])


def _turning(row: Mapping[Any, Any], turns: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the whole steps of a band with which the offer is ahead, and those with which it is behind."""
    steps = _steps_of(row)
    worth = {step: axis_of(row).worth(step) for step in steps}
    ahead = tuple(step for step in steps if worth[step] > turns + TIE)
    behind = tuple(step for step in steps if worth[step] < turns - TIE)
    return ahead, behind


def _meets(person: Person) -> dict[str, tuple[tuple[str, ...], str]]:
    """Return who the person meets for each offer, as keys, and by name."""
    units = list(short_names(person))
    told = person.current(items=("meets", keys.MEETS_NAME), units=units)
    made = {}
    for unit in units:
        who, name = told.get((unit, "meets")), told.get((unit, keys.MEETS_NAME))
        kinds = tuple(who.value) if who is not None and isinstance(who.value, list) else ()
        made[unit] = (kinds, "" if name is None or name.value is None else str(name.value).strip())
    return made


def _question(row: Mapping[Any, Any], bank: Bank, meets: tuple[str, ...], name: str) -> tuple[str, str, str]:
    """Return a question about what is not known: its key, what to say, whom to ask."""
    thing = row["thing"]
    if thing == MONEY:
        return f"-own:offer{MONEY}", _WHAT_IT_PAYS if pd.isna(row["low"]) else _IN_WRITING, name
    ways = _ways(thing, row, bank)
    if not ways:
        return f"-own:offer{thing}", f"How is it here with this: {row['label']}?", name

    def misfit(number: int) -> tuple[bool, bool, int]:
        way = ways[number]
        return bool(meets) and way.who not in meets, way.discloses, number

    number = min(range(len(ways)), key=misfit)
    way = ways[number]
    who = name if name and (way.who,) == meets else YOURS.get(way.who, "") or name
    key = f"{row['line']}:{number}" if row["line"] else f"-own:offer{thing}"
    return key, way.text, who


def _ways(thing: str, row: Mapping[Any, Any], bank: Bank) -> tuple[Asking, ...]:
    if thing.startswith(WORRY):
        return bank.worries.get(thing.removeprefix(WORRY), ())
    return bank.ways(thing if thing.startswith(OWN) else row["line"], row["label"])
