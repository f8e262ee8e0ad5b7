"""What a person takes to one interview: their own answers on a paper, with nothing added."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.brief.blocks import BLANK, PAPERS, Leaf, LeafBlock, LeafRow, harmless
from good_on_paper.brief.errors import BriefError
from good_on_paper.brief.reasons import SAME_TWO, why_asked, why_best
from good_on_paper.brief.sorted_out import sorted_out, teaches
from good_on_paper.catalogue import keys, load_bank
from good_on_paper.frames.achievements import achievements
from good_on_paper.frames.take_home import NEVER, SAYS, WORRY, long_game, rests_on, standing_as
from good_on_paper.frames.targets import ROUND, told
from good_on_paper.frames.there import TOLD
from good_on_paper.frames.words_said import VOICES, words_said
from good_on_paper.language.counts import capital
from good_on_paper.language.day_names import in_full
from good_on_paper.questions.ask import MOST
from good_on_paper.questions.gather import gather
from good_on_paper.questions.listed import listed
from good_on_paper.questions.prepared import ITEM, prepare
from good_on_paper.questions.still_open import still_open
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import pandas as pd

    from good_on_paper.brief.blocks import Paper
    from good_on_paper.questions.grounds import Grounds
    from good_on_paper.questions.prepared import Prepared
    from good_on_paper.questions.question import Question
    from good_on_paper.record.answers import Cell
    from good_on_paper.study.person import Person

LONG_GAME, TAKE, BEST, STORIES, OPEN, QUESTIONS, HOME = (
    *("long_game", "take_home", "work_best", "stories", "unknowns", "questions", "way_home"),
)
LIVE_WITH, KEEP, TEACH, KNOWN, LISTEN, WORDS = (
    *("live_with", "keep", "teach", "known", "listen_for", "words"),
)
PARTS: Final = {
    LONG_GAME: "The long game",
    TAKE: "What I want from my next job",
    BEST: "How I work best",
    STORIES: "Stories of mine",
    OPEN: "What else I don’t know yet",
    QUESTIONS: "My questions",
    HOME: "On the way home",
}
"""The parts of the paper and their headings; each can be left out."""
ON_REQUEST: Final = {
    LIVE_WITH: "What I can live with, and what not",
    KEEP: "What I keep, grow and leave",
    TEACH: "What I can teach",
    KNOWN: "What I already know",
    LISTEN: "What to listen for in the answers",
    WORDS: "Words for me",
}
"""Parts included only on request."""
JUST_QUESTIONS: Final = (QUESTIONS, HOME)
"""The parts of a card, and of a sheet that will lie on the table."""
_VOICES: Final = {keys.WORD_MINE: "Known as", keys.WORD_WANTED: "Want to be known as"}
_MOST_BEST, _MOST_STORIES, _MOST_OPEN = 4, 2, 4  # as many as needs can be named
_DONE: Final = (keys.ACHIEVED, keys.DONE_HOW_TOLD, keys.MAY_SHOW)
WAY_HOME: Final = (
    f"Will they say yes by {BLANK * 3}? {BLANK * 2} in 100",
    "I’d take it today: yes / no / not sure",
    "To remember: ",
)
"""Blanks to fill in on the way home, before the answer comes."""
NOTHING: Final = (
    "There is nothing to put on paper yet. Say in Start here what you need to do good work, or in Before an "
    "interview what you want from your next job; that is enough."
)


@dataclass(frozen=True)
class _Said:
    """Everything a paper is made from, gathered once."""

    person: Person
    grounds: Grounds
    page: Prepared
    things: pd.DataFrame
    private: frozenset[str]
    """Lines that are left out of everything others may see."""
    shown: frozenset[str]
    why: bool


def compose(
    person: Person,
    *,
    paper: Paper = "A4",
    parts: Collection[str] = tuple(PARTS),
    why: bool = True,
    reader: str = "",
    most: int = MOST,
) -> Leaf:
    """Return the paper that a person takes to the chosen interview.

    Every row rests on the person's answers, and says on which. Private answers and empty parts are left out.
    This is not a look: it uses what earlier looks have shown.

    Parameters
    ----------
    person : Person
        Whose paper it is.
    paper : str
        "A4", "Letter", or "card": a pocket card with only the questions, and nothing else about the person.
    parts : collection of str
        Which of `PARTS` and `ON_REQUEST` are on it; by default all of the first and none of the second.
    why : bool
        Whether each question says why it is asked.
    reader : str
        Who else it is for: a coach, a friend. Its foot then says so, and it has no blanks for the way home.
        By default it is for the person's eyes only.
    most : int
        Most questions by the kit.

    Raises
    ------
    BriefError
        If there is nothing to put on it, or the paper or a part is unknown.
    """
    unknown = [part for part in parts if part not in (*PARTS, *ON_REQUEST)]
    if paper not in PAPERS or unknown:
        raise BriefError(
            f"{paper!r} with {', '.join(parts)}: expected one of {', '.join(PAPERS)}, and some of "
            f"{', '.join((*PARTS, *ON_REQUEST))}."
        )
    card = paper == "card"
    shown = frozenset(part for part in parts if not card or part in JUST_QUESTIONS)
    gathered = _gathered(person, shown, most, why=why and not card)
    blocks = [block for block in _blocks(gathered, card=card) if block.part in shown]
    if not blocks:
        raise BriefError(NOTHING)
    blocks += [_way_home(card=card)] if HOME in shown and not reader.strip() else []
    return harmless(_headed(gathered, paper, tuple(blocks), reader.strip()))


def _gathered(person: Person, shown: frozenset[str], most: int, *, why: bool) -> _Said:
    private = {item.key for item in person.catalogue.items(hidden=True) if item.private}
    grounds = gather(person, all_seen(person))
    page = prepare(person, grounds=grounds, most=most)
    return _Said(person, grounds, page, listed(person, grounds), frozenset(private), shown, why)


def _headed(gathered: _Said, paper: Paper, blocks: tuple[LeafBlock, ...], reader: str) -> Leaf:
    given = gathered.person.current(
        items=("title", "employer", keys.TALK_ROUND), units=(gathered.grounds.target,)
    )
    facts = {item: str(one.value).strip() for (_, item), one in given.items() if one.state == "value"}
    names = [name for key in ("employer", "title") if (name := facts.get(key))]
    which = ROUND.get(facts.get(keys.TALK_ROUND, ""), "")
    when = ", ".join(
        filter(None, (gathered.page.date, f"{which} round" if which in ("first", "later") else which))
    )
    day = dt.datetime.now().astimezone().date()
    whose = f"For {reader}" if reader else "For my eyes only"
    foot = f"{whose}. Made from my own answers on {in_full(day)}."
    return Leaf(
        paper,
        names[0] if names else "My next interview",
        names[1] if len(names) > 1 else "",
        tuple(filter(None, (capital(when), "" if paper == "card" else capital(gathered.page.whom)))),
        blocks,
        "" if paper == "card" else foot,
    )


def _blocks(gathered: _Said, *, card: bool) -> Iterator[LeafBlock]:
    if not card:
        years = _years(gathered)
        if years:
            yield LeafBlock(LONG_GAME, "three", "top", years)
        for part, look, rows in (
            (TAKE, "terms", tuple(_taken(gathered, live=LIVE_WITH in gathered.shown))),
            (BEST, "lines", _best(gathered)),
            (STORIES, "lines", _stories(gathered)),
            (KEEP, "terms", sorted_out(gathered.person)),
            (TEACH, "lines", teaches(gathered.person)),
            (WORDS, "lines", tuple(_words(gathered))),
            (KNOWN, "lines", tuple(_known(gathered))),
            (OPEN, "boxes", _open(gathered)),
        ):
            if rows:
                title = (PARTS | ON_REQUEST)[part]
                yield LeafBlock(part, look, "side", rows, title)  # type: ignore[arg-type] # one of three looks
    yield from _asked(gathered, card=card)


def _years(gathered: _Said) -> tuple[LeafRow, ...]:
    person, catalogue = gathered.person, gathered.person.catalogue
    lines = long_game(person).items()
    return tuple(
        LeafRow(text, catalogue.item(year).label, cells=((person.unit.id, year),)) for year, text in lines
    )


def _taken(gathered: _Said, *, live: bool) -> Iterator[LeafRow]:
    """Yield the take-home list in the order of its words; private things only if requested."""
    person, found = gathered.person, gathered.things
    for says, word in SAYS.items():
        for thing, row in standing_as(found, says).iterrows():
            of_worry = str(thing).startswith(WORRY)
            if (row["private"] and not of_worry) or ((of_worry or says == "live") and not live):
                continue
            price = f"I’d give up for it: {row['price']}" if row["price"] else ""
            cells = _given(person, rests_on(str(thing), row["source"], person.unit.id))
            if not row["says"] and row["source"] == NEVER and not of_worry:
                cells = ((person.unit.id, keys.NOT_AGAIN),)
            yield LeafRow(row["label"], word, price, cells)


def _given(person: Person, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return the cells that have an answer."""
    units, items = {unit for unit, _ in cells}, {item for _, item in cells}
    given = person.current(items=items, units=units)
    return tuple(cell for cell in cells if cell in given and given[cell].state == "value")


def _best(gathered: _Said) -> tuple[LeafRow, ...]:
    """Return up to four ways of working that the jobs support: findings first, then needs."""
    grounds = gathered.grounds
    rows: dict[str, LeafRow] = {}
    labels = gathered.things["label"]
    for one in grounds.found:
        if (why := why_best(one, None, 0)) and one.line not in gathered.private:
            rows.setdefault(one.thing, LeafRow(str(labels[one.thing]), more=why, cells=one.cells))
    found, told = {one.line for one in grounds.found}, False
    for line in grounds.needs:
        pair, words = grounds.pairs.get(line), grounds.lines[line]
        why = "" if line in found or line in gathered.private else why_best(None, pair, words.keyed)
        if why and pair is not None:
            if told:  # said once is enough
                why = f"{SAME_TWO}:{why.partition(':')[2].partition(' than ')[0]}."
            told = True
            cells = ((grounds.person, "guesses"), *pair.cells)
            rows.setdefault(line, LeafRow(str(labels.get(line, words.need)), more=why, cells=cells))
    return tuple(rows.values())[:_MOST_BEST]


def _stories(gathered: _Said) -> tuple[LeafRow, ...]:
    """Return achievements that may be shown: what they did, and how in their words."""
    rows = [
        LeafRow(
            row["what"],
            more=row["told"],
            cells=_given(gathered.person, tuple((row["unit"], key) for key in _DONE)),
        )
        for row in achievements(gathered.person).to_dict("records")
        if row["what"] and row[keys.MAY_SHOW]
    ]
    return tuple(rows[:_MOST_STORIES])


def _words(gathered: _Said) -> Iterator[LeafRow]:
    """Yield the words that the person uses for themselves, and those they want."""
    used = words_said(gathered.person).query("about == ''")
    for item, front in _VOICES.items():
        found = used[used["voice"] == VOICES[item]]
        if not found.empty:
            cells = tuple((str(unit), item) for unit in found["unit"].unique())
            yield LeafRow(f"{front}: {', '.join(found['word'].unique())}.", cells=cells)


def _known(gathered: _Said) -> Iterator[LeafRow]:
    """Yield what the person already knows, from whom and when; without private lines."""
    target, lines = gathered.grounds.target, gathered.grounds.lines
    for one in told(gathered.person, target):
        if one.line in lines and one.line not in gathered.private:
            source = ", ".join(filter(None, (one.who, in_full(one.on))))
            cells = one.cells or tuple((target, f"{kind}:{one.line}") for kind in (keys.KNOWS, *TOLD))
            row = f"{lines[one.line].need}: {one.said}"
            yield LeafRow(
                row, more=f"From {source}." if one.who else f"{source}.", cells=_given(gathered.person, cells)
            )


def _open(gathered: _Said) -> tuple[LeafRow, ...]:
    """Return what is not known and not asked on this paper; each gets a box to tick later."""
    grounds, asked = gathered.grounds, {one.line for one in gathered.page.questions}
    rows = [
        LeafRow(one.label, cells=_given(gathered.person, one.cells))
        for one in still_open(grounds, gathered.things, load_bank())
        if grounds.known.get(one.line) and one.line not in asked and one.line not in gathered.private
    ]
    return tuple(rows[:_MOST_OPEN])


def _asked(gathered: _Said, *, card: bool) -> Iterator[LeafBlock]:
    """Yield the questions grouped by the person they are for, numbered throughout."""
    groups: dict[str, list[Question]] = {}
    for question in gathered.page.questions:
        if question.line not in gathered.private:  # it may contain the line's own words
            groups.setdefault(gathered.page.asked(question), []).append(question)
    number = 1
    for whom, questions in groups.items():
        rows = [_question(gathered, one) for one in questions]
        under = capital(whom) if card else f"For {whom}" if whom else ""
        title = PARTS[QUESTIONS] if number == 1 and not card else ""
        yield LeafBlock(QUESTIONS, "questions", "main", tuple(rows), title, under, number)
        number += len(rows)


def _question(gathered: _Said, question: Question) -> LeafRow:
    own = (gathered.grounds.target, ITEM + question.key)
    cells = _given(gathered.person, (*question.because.cells, own))
    fits = not question.original  # they go with the kit's wording, which may be meant to stay out
    listen = LISTEN in gathered.shown and fits and not question.because.private
    more = (
        why_asked(question, gathered.grounds) if gathered.why else "",
        " ".join(question.signs) if listen else "",
    )
    return LeafRow(question.text, more=" ".join(filter(None, more)), cells=cells)


def _way_home(*, card: bool) -> LeafBlock:
    """Return the blanks to fill in on the way home, before the answer comes."""
    *first, last = WAY_HOME
    texts = (*first, last + BLANK * (6 if card else 16))
    return LeafBlock(HOME, "blanks", "foot", tuple(LeafRow(text) for text in texts), PARTS[HOME])
