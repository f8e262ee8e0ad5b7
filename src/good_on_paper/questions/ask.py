"""Three to five questions, each with its because; the same grounds always give the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue.bank import WHENS
from good_on_paper.questions.because import causes
from good_on_paper.questions.question import Question

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from good_on_paper.catalogue import Asking, Bank
    from good_on_paper.questions.because import Cause
    from good_on_paper.questions.grounds import Grounds, Story

FEWEST, MOST = 3, 5
_ALL: Final = 1_000
WELL, NOT_AGAIN, WORRY, DULL = "-well", "-not_again", "-worry-", "-dull"
"""They stand in place of the line in the key of a question about no line; no line has such a key."""
_IT_GETS_DULL: Final = "When it gets dull"
_REACH: Final = {"first": 0, "later": 1, "offer": 2}


def ask(
    grounds: Grounds,
    bank: Bank,
    *,
    without: Collection[str] = (),
    sunk: Collection[str] = (),
    fewest: int = FEWEST,
    most: int = MOST,
) -> tuple[Question, ...]:
    """Choose what to ask in the next interview.

    Parameters
    ----------
    grounds : Grounds
        What the person has said.
    bank : Bank
        The ways of asking.
    without : collection of str
        Keys of questions that the person does not want.
    sunk : collection of str
        Keys of questions that told them nothing: we ask these only if there is no other way.
    fewest : int
        Until we have so many, a weak because is enough, and a line may come up in two ways.
    most : int
        The largest number of questions.

    Returns
    -------
    tuple of Question
        What the person needs and does not know comes first. A need in their own words is always among them,
        unless they know the answer. Empty if no answer gives a because.
    """
    chosen: list[Question] = []
    there = [(cause, _ways(cause, grounds, bank)) for cause in causes(grounds)]
    there = [(cause, {key: way for key, way in ways.items() if key not in without}) for cause, ways in there]
    there = [(cause, ways) for cause, ways in there if ways]
    own = [cause for cause, _ in there if cause.line in grounds.needs and cause.line not in bank.lines]
    first = _first([cause for cause, _ in there], own, fewest, most)
    for cause, ways in there:
        if cause in first:
            chosen += _best(cause, ways, grounds, chosen, sunk)
    again = 0
    while len(chosen) < fewest and again < len(chosen):  # a second way of asking about the same line
        again = len(chosen)
        for cause, ways in there:
            if len(chosen) < fewest:
                chosen += _best(cause, ways, grounds, chosen, sunk)
    return tuple(chosen)


def _first(there: list[Cause], own: list[Cause], fewest: int, most: int) -> list[Cause]:
    """Choose the heaviest causes, and always what the person needs in their own words.

    A person who writes a need of their own must see it come back, even if three others weigh more.
    """
    chosen: list[Cause] = []
    for cause in there:
        if len(chosen) < (fewest if cause.weight.fills else most):
            chosen.append(cause)
    left_out = [cause for cause in own if cause not in chosen]
    for cause in left_out:
        other = next((one for one in reversed(chosen) if one not in own), None)
        if len(chosen) >= most:
            if other is None:
                break
            chosen.remove(other)
        chosen.append(cause)
    return chosen


def others(
    grounds: Grounds, bank: Bank, shown: Iterable[Question], *, without: Collection[str] = ()
) -> tuple[Question, ...]:
    """Return the other questions that we could ask, the best first.

    Returns
    -------
    tuple of Question
        None of `shown` is among them; empty if there is nothing else to ask.
    """
    there = list(shown)
    keys, texts = {question.key for question in there}, {question.text for question in there}
    rest = ask(grounds, bank, without={*without, *keys}, fewest=_ALL, most=_ALL)
    return tuple(question for question in rest if question.text not in texts)


def worded(key: str, grounds: Grounds, bank: Bank) -> Question | None:
    """Return one question by its key; None if there is no because for it any more.

    Returns
    -------
    Question or None
        The question in the words that fit what was said, with its because.
    """
    for cause in causes(grounds):
        ways = _ways(cause, grounds, bank)
        if key in ways:
            return _question(key, ways[key], cause, grounds)
    return None


def story_of(key: str, grounds: Grounds) -> Story | None:
    """Return what the person wrote of a job, if the question with that key is about it.

    Returns
    -------
    Story or None
        The story, as in the grounds.
    """
    well = {WELL: True, NOT_AGAIN: False}.get(key.partition(":")[0])
    return next((story for story in grounds.stories if story.well is well), None)


def _ways(cause: Cause, grounds: Grounds, bank: Bank) -> dict[str, Asking]:
    if cause.story:
        ways = bank.well if cause.story.well else bank.not_again
    elif cause.worry:
        ways = bank.worries.get(cause.worry.worry, ())
    elif cause.dull:
        ways = bank.when_dull(cause.dull.when)
    else:
        ways = bank.ways(cause.line, grounds.lines[cause.line].need)
    numbered = {f"{_stem(cause)}:{number}": way for number, way in enumerate(ways)}
    return _of_nearest(cause.line, grounds, bank) | numbered


def _of_nearest(line: str, grounds: Grounds, bank: Bank) -> dict[str, Asking]:
    """Return the ways to ask about the line that the person chose as closest to their own need."""
    near = grounds.nearest.get(line, "")
    ways = bank.lines.get(near, ()) if line not in bank.lines else ()
    return {f"{line}:{near}:{number}": way for number, way in enumerate(ways)}


def _stem(cause: Cause) -> str:
    if cause.story:
        return WELL if cause.story.well else NOT_AGAIN
    if cause.worry:
        return f"{WORRY}{cause.worry.worry}"
    if cause.dull:
        return DULL
    return cause.line


def _best(
    cause: Cause,
    ways: dict[str, Asking],
    grounds: Grounds,
    chosen: Sequence[Question],
    sunk: Collection[str],
) -> list[Question]:
    """Return the best way to ask that is not in use yet; None if there is none."""
    taken = {question.key for question in chosen}
    asked = {question.text for question in chosen}
    left = {key: way for key, way in ways.items() if key not in taken and way.text not in asked}
    if not left:
        return []
    before = chosen[-1].kind if chosen else ""
    reach = _REACH.get(grounds.talk, 0)
    # two needs of one's own have the same frames: each frame once, as long as there are others
    frames = {_frame(question.key) for question in chosen if _quotes(question.text, question.line, grounds)}

    # each of those they meet is asked something before anybody is asked more
    not_yet = set(grounds.meets) - {question.who for question in chosen} if chosen else set()

    def misfit(key: str) -> tuple[object, ...]:
        way = left[key]
        early = max(0, WHENS.index(way.when) - reach)
        absent = bool(grounds.meets) and way.who not in grounds.meets
        again = _quotes(way.text, cause.line, grounds) and _frame(key) in frames
        waits = bool(not_yet) and way.who not in not_yet
        return (
            key in sunk,
            early,
            again,
            absent,
            waits,
            way.kind == before,
            way.discloses,
            list(ways).index(key),
        )

    key = min(left, key=misfit)
    return [_question(key, left[key], cause, grounds)]


def _quotes(text: str, line: str, grounds: Grounds) -> bool:
    """Return whether a question quotes a need in the person's own words."""
    return line in grounds.lines and f"“{grounds.lines[line].need}”" in text


def _frame(key: str) -> str:
    return key.rpartition(":")[2]


def _question(key: str, way: Asking, cause: Cause, grounds: Grounds) -> Question:
    label = _label(cause, grounds)
    return Question(
        key=key,
        line=cause.line,
        label=label,
        text=way.text,
        who=way.who,
        kind=way.kind,
        when=way.when,
        discloses=way.discloses,
        good=way.good,
        bad=way.bad,
        because=cause.because,
    )


def _label(cause: Cause, grounds: Grounds) -> str:
    if cause.story:
        return cause.story.name
    if cause.worry:
        return cause.worry.label
    return _IT_GETS_DULL if cause.dull else grounds.lines[cause.line].label
