"""The job they consider beside their own: the nearest, what would differ, what is promised and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.catalogue import keys
from good_on_paper.charts import Note
from good_on_paper.forms import ThisJob
from good_on_paper.frames import role_names
from good_on_paper.frames.targets import KNOWS
from good_on_paper.frames.there import there
from good_on_paper.language.counts import capital, count, joined, number, quoted
from good_on_paper.pages import show
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.in_common.drawn import how_it_went
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section
from good_on_paper.questions.considered import considered, wishes
from good_on_paper.questions.gather import gather
from good_on_paper.questions.listed import listed
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.steadiness import within_noise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.questions.considered import Wish
    from good_on_paper.study.person import Person

_STEP: Final = 1.0
"""Steps apart on a scale that still count as alike."""
_FEWEST: Final = 3
"""With so many things known of both jobs, we can name the move."""
_MOST_NAMED: Final = 3
_BLANK = "\N{EN DASH}"
FOLD: Final = "This job beside yours"
_PROMISE: Final = ("promised", "promised_by", "promise_day")
_IN_WRITING: Final = ("written", "where", "written_day")


@in_words
def this_job() -> ThisJob:
    """Return the form for how good the job looks and for its ad, folded away."""
    person = me()
    return ThisJob(person.record, person.catalogue)


@in_words
def beside_mine() -> Panel:
    """Return what they know of the job beside their own, in a fold; nothing while they know nothing."""

    def make(person: Person, names: Naming) -> Layout | str:
        grounds = gather(person, all_seen(person))
        wanted = wishes(person, listed(person, grounds))
        here = there(person, [grounds.target])
        made: list[Chart | Note] = [*_nearest(person, wanted, here), *_promises(person, here)]
        if scatter := charts.shine(considered(person, wanted), names=names):
            made.append(scatter)
        return Layout((Section("", made, fold=FOLD),)) if made else ""

    return show.panel(make, always=True, switch=False)


@dataclass(frozen=True)
class _Compared:
    """The job they consider and the jobs they held, on what counts."""

    wanted: Sequence[Wish]
    here: pd.DataFrame
    jobs: pd.DataFrame
    within: float = _STEP
    """How far apart two single answers still count as alike: a step, or as far as the person's own vary."""

    def known(self, job: str) -> list[str]:
        """Return the lines that are known of both jobs."""
        told = zip(self.here.index, self.here["low"], strict=True)
        return [str(line) for line, low in told if pd.notna(low) and pd.notna(self.jobs[line][job])]

    def differs(self, job: str) -> dict[str, float]:
        """Return how much more there is here, on each line that surely differs by more than `within`."""
        apart = {}
        for line in self.known(job):
            low, high = (float(self.here[end][line]) for end in ("low", "high"))
            value: Any = self.jobs[line][job]
            gap = max(low - value, 0.0) or min(high - value, 0.0)
            if abs(gap) > self.within:
                apart[line] = gap
        return apart


def _nearest(person: Person, wanted: Sequence[Wish], here: pd.DataFrame) -> Iterator[Note]:
    jobs = person.ratings()
    wanted = [one for one in wanted if one.line in jobs.columns]
    lines = [one.line for one in wanted]
    told = here.set_index("line").reindex(lines)[["low", "high"]]
    if jobs.empty or not lines:
        return
    found = patterns.nearest(
        jobs[lines],
        told,
        {one.line: one.weight for one in wanted},
        scales={one.line: one.scale for one in wanted},
    )
    if found.first is None:
        return
    nearest, both = str(found.first), _Compared(wanted, told, jobs, max(_STEP, within_noise(person) or 0.0))
    last = next((str(name) for name in reversed(jobs.index) if both.known(str(name))), None)
    enough = found.sure or len(both.known(nearest)) >= _FEWEST
    said = [_alike(both, nearest, found), _would_differ(both, nearest)] if enough else []
    if enough and last is not None:
        said.append(_move(both, last))
    knows = here.set_index("line")[keys.KNOWS].to_dict()
    columns = {"You want": [_wanted(one) for one in wanted]}
    for name in dict.fromkeys(filter(None, (nearest, _best(person)))):
        columns[name] = [_cell(jobs[line][name]) for line in lines]
    ends = zip(lines, told["low"], told["high"], strict=True)
    columns["Here"] = [_here(low, high, str(knows.get(line) or "")) for line, low, high in ends]
    labels = pd.Index([one.label for one in wanted], name="What counts to you")
    name = role_names(person, kind="target").get(str(here["unit"].iloc[0]), "")
    to = f" to {name}" if name else ""
    yield Note(
        f"Nearest of your jobs{to}: {nearest}."
        if enough
        else f"You know too little yet to say which of your jobs is nearest{to}.",
        tuple(filter(None, said)),
        tables=(pd.DataFrame(columns, index=labels, dtype="str"),),
        fold="What you want, had, and find here",
    )


def _alike(both: _Compared, job: str, found: patterns.Nearest) -> str:
    known, apart = len(both.known(job)), len(both.differs(job))
    parts = (
        (known - apart, f"{known - apart} {'is' if known - apart == 1 else 'are'} much the same"),
        (apart, f"{apart} would differ"),
        (found.lines - known, f"{found.lines - known} you can’t compare yet"),
    )
    told = joined([text for many, text in parts if many])
    said = f"Of {count(found.lines, 'thing')} that count{'s' * (found.lines == 1)} to you, {told}."
    return said if found.sure else f"{said} What you don’t know yet could make another job the nearest."


def _would_differ(both: _Compared, job: str) -> str:
    labels = {one.line: one.label for one in both.wanted}
    apart = sorted(both.differs(job).items(), key=lambda pair: -abs(pair[1]))[:_MOST_NAMED]
    if not apart:
        return ""
    parts = [f"{'more' if by > 0 else 'less'} of {quoted(labels[line])}" for line, by in apart]
    return f"{capital(', '.join(parts))} than there."


def _move(both: _Compared, last: str) -> str:
    """Write in one sentence how far it is from the last job: sideways, a step, or a new phase."""
    known, apart = both.known(last), both.differs(last)
    if len(known) < _FEWEST:
        return f"You know too little yet to say how far it is from {last}, your last job."
    far = "a new phase" if 2 * len(apart) > len(known) else "a step" if apart else "a sideways move"
    would = f"{len(apart)} of {count(len(known), 'thing')} would differ"
    return f"From {last}, your last job, it would be {far}: {would}."


def _best(person: Person) -> str | None:
    """Return the job that went best, the first of several; none without ratings."""
    rated = how_it_went(person)
    went = pd.Series(dtype="Float64") if rated is None else rated.dropna()
    return str(went.index[int(went.to_numpy(dtype=float).argmax())]) if len(went) else None


def _wanted(wish: Wish) -> str:
    if wish.level is not None:
        return f"about {number(wish.level)}"
    return {1: "more", -1: "less", 0: _BLANK}[wish.way]


def _cell(value: Any) -> str:  # noqa: ANN401 - a number or NA
    return _BLANK if pd.isna(value) else number(float(value))


def _here(low: Any, high: Any, knows: str) -> str:  # noqa: ANN401 - as above
    said = "" if pd.isna(low) else number(low) if low == high else f"{number(low)} to {number(high)}"
    if knows == KNOWS[1]:
        return f"{said}, a guess" if said else "a guess"
    return said or ("known, no number" if knows == KNOWS[0] else "not known")


def _promises(person: Person, here: pd.DataFrame) -> Iterator[Note]:
    """Return what they promise beside what is written, with sources; count what is promised only."""
    rows = here[here["promised"].ne("") | here["written"].ne("")]
    if rows.empty:
        return
    alone = int((rows["promised"].ne("") & rows["written"].eq("")).sum())
    both = int((rows["promised"].ne("") & rows["written"].ne("")).sum())
    parts = [f"{count(both, 'promise')} to hold against what is in writing"] if both else []
    parts += [f"{count(alone, 'promise')} {'is' if alone == 1 else 'are'} not in writing"] if alone else []
    columns = {
        head: [_sourced(*told) for told in zip(*(rows[name] for name in names), strict=True)]
        for head, names in {"They promise": _PROMISE, "In writing": _IN_WRITING}.items()
    }
    labels = [person.catalogue.item(line).worded().label for line in rows["line"]]
    yield Note(
        f"{capital('; '.join(parts))}." if parts else "What they have put in writing.",
        tables=(pd.DataFrame(columns, index=pd.Index(labels, name="About"), dtype="str"),),
        fold="Word for word",
    )


def _sourced(said: str, source: str, day: Any) -> str:  # noqa: ANN401 - a day or NA
    when = "" if pd.isna(day) else f"{day.day} {day:%B %Y}"
    more = ", ".join(filter(None, (source, when)))
    return f"{said} ({more})" if said and more else said or _BLANK
