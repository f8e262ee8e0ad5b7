"""The schema of each frame, column by column; an empty frame follows it too."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pandera.pandas as pa

from good_on_paper.catalogue import keys
from good_on_paper.frames.frame_schema import FrameSchema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.catalogue import Item

BLANKS = ("na", "cant_recall", "skip")
STATES = ("value", *BLANKS, "cleared")


def _text(*, nullable: bool = True) -> pa.Column:
    return pa.Column("str", nullable=nullable)


def _names(name: str) -> pa.Index:
    return pa.Index("str", unique=True, name=name)


def _schema(
    types: Mapping[str, str],
    checks: Mapping[str, pa.Check] = MappingProxyType({}),
    index: pa.Index | None = None,
) -> FrameSchema:
    columns = {name: pa.Column(dtype, checks.get(name), nullable=True) for name, dtype in types.items()}
    return FrameSchema(columns, index=index, strict=True, ordered=True)


ROLES = FrameSchema(
    {
        "unit": pa.Column("str", unique=True),
        "title": _text(),
        "employer": _text(),
        "started": _text(),
        "ended": _text(),
        "start": pa.Column("datetime64[s]", nullable=True),
        "end": pa.Column("datetime64[s]", nullable=True),
        "current": pa.Column("bool"),
        keys.ROLE_KIND: _text(),
    },
    index=_names("role"),
    strict=True,
    ordered=True,
)
"""A row per role: names and dates as typed, and as timestamps where they could be read."""

EPISODES = FrameSchema(
    {
        "unit": pa.Column("str", unique=True),
        "role": _text(nullable=False),
        "title": _text(),
        "started": _text(),
        "start": pa.Column("datetime64[s]", nullable=True),
        "story": _text(),
        "how": _text(),
    },
    index=_names("episode"),
    strict=True,
    ordered=True,
)
"""A row per episode: in which role, what it was, when, its story, and how the person did it."""

GAPS = FrameSchema(
    {
        "unit": _text(nullable=False),
        "before": _text(nullable=False),
        "after": _text(nullable=False),
        "weeks": pa.Column("float64", pa.Check.gt(0)),
        "what": _text(nullable=False),
        "margin": pa.Column("str", pa.Check.isin(["", "spent", "wasted"])),
    },
    index=pa.Index("int64"),
    strict=True,
    ordered=True,
)
"""A row per gap between two roles, and what became of it."""

EVENTS = FrameSchema(
    {
        "unit": pa.Column("str", unique=True),
        **dict.fromkeys(("title", "started", "ended"), _text()),
        **dict.fromkeys(("start", "end"), pa.Column("datetime64[s]", nullable=True)),
    },
    index=_names("event"),
    strict=True,
    ordered=True,
)
"""A row per event outside the jobs, with its dates as typed and as timestamps."""

PAPER_AGAINST_LIVED = FrameSchema(
    {
        "unit": pa.Column("str", unique=True),
        "title": _text(),
        "employer": _text(),
        "current": pa.Column("bool"),
        **{item: pa.Column("Float64", nullable=True) for item in ("paper", "lived")},
    },
    index=_names("role"),
    strict=True,
    ordered=True,
)
"""A row per role: how good it looked before, and how it went."""

ANSWERS = FrameSchema(
    {
        "given": pa.Column("datetime64[us, UTC]"),
        "unit": _text(nullable=False),
        "kind": _text(),
        "name": _text(),
        "item": _text(nullable=False),
        "label": _text(),
        "group": _text(),
        "revision": pa.Column("int64", pa.Check.ge(1)),
        "state": pa.Column("str", pa.Check.isin(STATES)),
        "value": pa.Column("object", nullable=True),
        "number": pa.Column("Float64", nullable=True),
        "memory": pa.Column("Int64", pa.Check.isin([1, 2, 3]), nullable=True),
        "private": pa.Column("bool"),
        "sitting": _text(nullable=False),
        "position": pa.Column("Int64", nullable=True),
        "undoes": pa.Column("Int64", nullable=True),
    },
    index=pa.Index("int64", unique=True, name="seq"),
    strict=True,
    ordered=True,
)
"""A row per answer, in the order in which they were given."""


_DAY, _MOMENT = "datetime64[s]", "datetime64[us, UTC]"
HIDDEN, IN_SIGHT, START_HERE = "hidden", "in sight", "start here"
OF_ASKED_AGAIN = {
    **dict.fromkeys(("unit", "role", "line", "label"), "str"),
    **dict.fromkeys(("first", "again"), "float64"),
    **dict.fromkeys(("first_given", "again_given"), _MOMENT),
    "how": "str",
    "changed": "boolean",
    "private": "bool",
}
OF_STATE_OF_WRITING = {"day": _DAY, "state": "str", "ratings": "int64", "mean": "float64"}
STATE_OF_WRITING = _schema(OF_STATE_OF_WRITING, {"state": pa.Check.isin(["tired", "fine", "up"])})
"""A row per sitting of ratings on a day with a state of writing."""

OF_THEN_AND_NOW = {
    **dict.fromkeys(("part", "unit", "name", "item", "label", "then", "now"), "str"),
    "moved": "float64",
    **dict.fromkeys(("same", "private"), "bool"),
}
THEN_AND_NOW = _schema(OF_THEN_AND_NOW)
"""A row per cell with an answer at both moments: what it was then and now."""
ASKED_AGAIN = _schema(OF_ASKED_AGAIN, {"how": pa.Check.isin([HIDDEN, IN_SIGHT, START_HERE])})
"""A row per rating that was given twice: both answers, when, and how it was asked again."""

_OUTCOME = pa.Check.isin(["yes", "no", "no_answer", "withdrew", "open"])

OF_INTERVIEWS = {
    **dict.fromkeys(("unit", "process", "employer", "job", "stage", "channel"), "str"),
    "day": _DAY,
    **dict.fromkeys(("met", "remember"), "str"),
    "chance": "Int64",
    "within": "int64",
    **dict.fromkeys(("guessed", "locked"), _MOMENT),
    "take_it": "str",
    "due": _DAY,
    "outcome": "str",
    **dict.fromkeys(("came", "yes_on", "no_on", "withdrew_on"), _DAY),
    "yes": "boolean",
    "remembered": "bool",
}
"""The columns of the log of interviews, with their types."""
INTERVIEWS = _schema(
    OF_INTERVIEWS, {"chance": pa.Check.in_range(0, 100), "outcome": _OUTCOME}, index=_names("interview")
)
"""A row per interview: the guess that counts, and how it ended."""

OF_PROCESSES = {
    **dict.fromkeys(("unit", "employer", "job"), "str"),
    **dict.fromkeys(("applied", "offered"), _DAY),
    "found": "str",
    "advice": "object",
    "interviews": "int64",
    **dict.fromkeys(("furthest", "outcome"), "str"),
    "came": _DAY,
}
"""The columns of the jobs applied for, with their types."""
PROCESSES = _schema(OF_PROCESSES, {"outcome": _OUTCOME}, index=_names("process"))
"""A row per job that the person considers or applied for."""

OF_PROCESSES_HAD = {
    "unit": "str",
    **dict.fromkeys(("said_yes", "wanted", "someone", "in_person"), "boolean"),
    **dict.fromkeys(("rose", "promise", "learned", "advice"), "boolean"),
}
PROCESSES_HAD = _schema(OF_PROCESSES_HAD, index=_names("process"))
"""A row per job applied for: whether it went well, by either side, and what there was in it."""

OF_PROMISES = {
    **dict.fromkeys(("interview", "unit"), "str"),
    "number": "int64",
    **dict.fromkeys(("what", "who", "by"), "str"),
    "by_day": _DAY,
}
PROMISES = _schema(OF_PROMISES)
"""A row per promise made in an interview."""

OF_MET = {
    **dict.fromkeys(("interview", "unit"), "str"),
    "number": "int64",
    "name": "str",
    **dict.fromkeys(("before", "after"), "Float64"),
}
MET = _schema(OF_MET)
"""A row per person met in an interview."""

SAYS: Final = ("fine", "while", "no")
"""What a person can say of a worry."""


def _level() -> pa.Column:
    return pa.Column("Float64", nullable=True)


BEARING = FrameSchema(
    {
        "unit": _text(nullable=False),
        "label": _text(nullable=False),
        "bears": pa.Column("str", pa.Check.isin(["", *SAYS])),
        **{span: _level() for span in ("day", "moment", "micro")},
        keys.NOT_AGAIN: pa.Column("bool"),
    },
    index=_names("worry"),
    strict=True,
    ordered=True,
)
"""A row per worry: what the person can bear."""

DEFINITION = FrameSchema(
    {
        "label": _text(nullable=False),
        "weight": pa.Column("int64", pa.Check.in_range(1, 5)),
        "private": pa.Column("bool"),
    },
    index=_names("criterion"),
    strict=True,
    ordered=True,
)
"""A row per criterion of success, or of a job going wrong: how much it counts."""

OF_ACHIEVEMENTS = {
    **dict.fromkeys(("unit", "parent", "role", "role_unit", "about"), "str"),
    **dict.fromkeys(("what", "told", "conditions", "seen_by", "stayed"), "str"),
    **dict.fromkeys(("how", "own", "present"), "object"),
    "year": "Int64",
    **dict.fromkeys(("read", keys.MAY_SHOW), "bool"),
}
"""The columns of what the person did, with their types."""
ACHIEVEMENTS = _schema(OF_ACHIEVEMENTS, index=_names("achievement"))
"""A row per achievement: what, how, and what there was a lot of at the time."""

OF_STORIES = {
    **dict.fromkeys(("story", "unit", "kind", "about", "parent"), "str"),
    "on": _DAY,
    **dict.fromkeys(("prompt", "label", "text"), "str"),
    "number": "Int64",
    "private": "bool",
}
"""The columns of what the person wrote, with their types."""
STORIES = _schema(OF_STORIES)
OF_ASKED = {"unit": "str", "asked": "int64", "learned": "int64"}
ASKED_AND_LEARNED = _schema(OF_ASKED, index=_names("interview"))
"""A row per interview with a question that was noted."""
OF_WORDS = dict.fromkeys(("unit", "voice", "word", "about", "who", "when"), "str")
WORDS_SAID = _schema(OF_WORDS, {"voice": pa.Check.isin(["mine", "wanted", "guessed", "said"])})
"""A row per use of a word for the person."""
"""A row per prompt that has an answer."""

_TAKES = pa.Check.isin(["", "must", "want", "live", "not"])

TAKE_HOME = FrameSchema(
    {
        "unit": _text(nullable=False),
        "line": _text(nullable=False),
        "label": _text(nullable=False),
        "source": pa.Column("str", pa.Check.isin(["need", "jobs", "never", "worn", "sorted", "yours"])),
        "why": _text(nullable=False),
        **{word: pa.Column("str", _TAKES) for word in ("suggested", "says", "stands")},
        **{word: pa.Column("Int64", pa.Check.in_range(1, 7), nullable=True) for word in ("counts", "weighs")},
        "level": _level(),
        "price": _text(nullable=False),
        "serves": _text(nullable=False),
        "private": pa.Column("bool"),
    },
    index=_names("thing"),
    strict=True,
    ordered=True,
)
"""A row per thing that the person wants to take home, or will not."""

OF_THERE: Final = {
    **dict.fromkeys(("unit", "line", keys.KNOWS), "str"),
    **dict.fromkeys(("low", "high"), "Float64"),
    **dict.fromkeys(("said", "who"), "str"),
    "on": "datetime64[s]",
    **dict.fromkeys(("promised", "promised_by"), "str"),
    "promise_day": "datetime64[s]",
    **dict.fromkeys(("written", "where"), "str"),
    "written_day": "datetime64[s]",
    "private": "bool",
}
"""The columns of circumstances at jobs that the person considers, with their types."""
THERE = _schema(OF_THERE, {keys.KNOWS: pa.Check.isin(["", "know", "guess", "unknown"])})
"""A row per job that the person considers and circumstance with an answer."""

OF_OFFERS: Final = {
    **dict.fromkeys(("unit", "offer", "thing", "line", "label", "stands"), "str"),
    "counts": "float64",
    **dict.fromkeys(("least", "most"), "float64"),
    **dict.fromkeys(("enough", "low", "high"), "Float64"),
    **dict.fromkeys(("worth_low", "worth_high"), "float64"),
    **dict.fromkeys(("turned", "peaks"), "bool"),
    **dict.fromkeys(("said", "who"), "str"),
    "on": _DAY,
    **dict.fromkeys(("promised", "written"), "str"),
    "private": "bool",
}
"""The columns of offers side by side, with their types."""
OFFERS = _schema(OF_OFFERS, {"stands": pa.Check.isin(["must", "want", "live"]), "counts": pa.Check.ge(0)})
"""A row per offer and thing that the person wants to take home."""

OF_NOES: Final = {
    **dict.fromkeys(("unit", "offer", "thing", "label"), "str"),
    "has": "boolean",
    **dict.fromkeys(("said", "who"), "str"),
    "private": "bool",
}
NOES = _schema(OF_NOES)
"""A row per offer and thing that the person will not have: whether this job has it."""

OF_TERMS: Final = {
    **dict.fromkeys(("unit", "currency", "written", "promise"), "str"),
    **dict.fromkeys(("least", "most", "promised", "hours", "unpaid", "travel"), "Float64"),
}
TERMS = _schema(OF_TERMS, index=_names("offer"))
"""A row per offer: money a year and hours a week."""

OF_PREDICTIONS: Final = {
    **dict.fromkeys(("unit", "offer", "thing", "label"), "str"),
    **dict.fromkeys(("predicted", "came"), "Float64"),
    "locked": _MOMENT,
    "look_back": _DAY,
}
PREDICTIONS = _schema(OF_PREDICTIONS)
"""A row per thing predicted of an offer that was taken, and how it turned out."""

BEARS_IN_ROLES = FrameSchema(
    {
        "worry": _text(nullable=False),
        "role": _text(nullable=False),
        "unit": _text(nullable=False),
        "bears": pa.Column("str", pa.Check.isin(SAYS)),
    },
    index=pa.Index("int64"),
    strict=True,
    ordered=True,
)
"""A row per worry and role in which it was easier or harder than in general."""

BOREDOM = FrameSchema(
    {
        "unit": pa.Column("str", unique=True),
        "lasted": pa.Column("Float64", pa.Check.gt(0), nullable=True),
        "rough": pa.Column("bool"),
        "current": pa.Column("bool"),
        "said": pa.Column("str", pa.Check.isin(["", "after", "first_day", "not_yet"])),
        "weeks": pa.Column("Float64", pa.Check.ge(0), nullable=True),
        "set_in": pa.Column("boolean", nullable=True),
        **{item: _level() for item in (keys.DULL_WORST, keys.DULL_ORDINARY, keys.DULL_END)},
        "because": pa.Column("object"),
        "renewed": pa.Column("object"),
        "ended": pa.Column("str"),
        **{item: _level() for item in (keys.DULL_DAYS, keys.DULL_SHARE, keys.DULL_RESTLESS)},
        keys.DULL_SPELL: pa.Column("Float64", pa.Check.ge(0), nullable=True),
    },
    index=_names("role"),
    strict=True,
    ordered=True,
)
"""A row per role: when it got dull, how far, why."""

MEANS = FrameSchema(
    {
        "role": _text(nullable=False),
        "unit": _text(nullable=False),
        "means": _text(nullable=False),
        "helped": pa.Column("bool"),
        "much": _level(),
        keys.DULL_WORST: _level(),
    },
    index=pa.Index("int64"),
    strict=True,
    ordered=True,
)
"""A row per means tried in a role against the dullness."""

STRETCHES = FrameSchema(
    {
        "role": _text(nullable=False),
        "unit": _text(nullable=False),
        "day": _text(nullable=False),
        "place": pa.Column("int64", pa.Check.ge(1)),
        "stretch": pa.Column("str", unique=True),
        "what": _text(nullable=False),
        "minutes": pa.Column("Float64", pa.Check.in_range(0, 24 * 60), nullable=True),
        "absorbed": _level(),
        "dull": pa.Column("boolean", nullable=True),
        "margin": pa.Column("str", pa.Check.isin(["", "spent", "wasted"])),
    },
    index=pa.Index("int64"),
    strict=True,
    ordered=True,
)
"""A row per stretch of a day by the minute."""

DAY_SHARES = FrameSchema(
    {
        "unit": pa.Column("str", unique=True),
        **{
            part: pa.Column("float64", pa.Check.ge(0))
            for part in ("told", "dull", "not_dull", "spent", "wasted")
        },
    },
    index=_names("role"),
    strict=True,
    ordered=True,
)
"""A row per role: the minutes of one kind of day, by what they were."""


def ratings_schema(items: Iterable[Item], *, kind: str = "role", blanks: str = "NA") -> FrameSchema:
    """Declare the wide frame of these items.

    The schema does not check the values: we checked each against the scale of its item when we read it, and
    to check forty columns again takes as long as all the rest.

    Parameters
    ----------
    items
        The columns, in order.
    kind
        The kind of unit of the rows; rows that are episodes begin with the name of their role.
    blanks
        "NA": numbers; "reason": why a cell is blank, "" where it is not.
    """
    return _wide(tuple(item.key for item in items), kind, blanks)


@lru_cache(maxsize=16)  # declaring sixty columns takes as long as making the frame
def _wide(names: tuple[str, ...], kind: str, blanks: str) -> FrameSchema:
    columns = {} if kind != "episode" else {"role": _text(nullable=False)}
    dtype = "Float64" if blanks == "NA" else "str"
    columns |= {name: pa.Column(dtype, nullable=blanks == "NA") for name in names}
    return FrameSchema(columns, index=_names(kind), strict=True, ordered=True)
