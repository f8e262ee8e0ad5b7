"""Why we ask about a line, in the person's terms, and how much that weighs. No because, no question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.targets import knows
from good_on_paper.questions.question import BLANK, RATED, WRITTEN, YOUR_JOBS, YOUR_WORD, Because

if TYPE_CHECKING:
    from good_on_paper.questions.grounds import Dull, Grounds, JobPair, Refused, Story, Wording
    from good_on_paper.questions.question import Reason
    from good_on_paper.record.answers import Cell

LONGEST_STORY: Final = 160
_STANDS: Final = {
    "unknown": ", and you do not know what it is like there",
    "guess": ", and you are only guessing what it is like there",
}

_WENT: Final = ("went well", "would not do again")
_THE_ONE: Final = {True: "the one that went well", False: "the one you would not do again"}


class Weight(IntEnum):
    """How much speaks for a question, most first; from `UNKNOWN_PAIR` on, a cause only fills up."""

    WANTED_UNKNOWN = 0
    FOUND_UNKNOWN = 1
    WANTED_GUESS = 2
    WANTED = 3
    FOUND = 4
    DULL = 5
    STORY = 6
    UNKNOWN_PAIR = 7
    UNKNOWN = 8
    PAIR = 9
    GUESS = 10

    @property
    def fills(self) -> bool:
        """Whether this cause is too weak for a fourth or fifth question."""
        return self >= Weight.UNKNOWN_PAIR


@dataclass(frozen=True)
class Cause:
    """A line, or a worry, boredom, a story, that has a because."""

    weight: Weight
    line: str
    because: Because
    story: Story | None = None
    worry: Refused | None = None
    dull: Dull | None = None


def causes(grounds: Grounds) -> list[Cause]:
    """Return everything worth a question, the heaviest first, without what the person knows already."""
    made = [
        cause
        for line in grounds.lines
        if grounds.known.get(line) != "know" and (cause := _of_line(grounds, line))
    ]
    made += [_of_worry(worry) for worry in grounds.refused if not worry.end]
    made += [_of_dull(grounds.dull)] if grounds.dull else []
    made += [_of_story(story) for story in grounds.stories if story.text.strip()]
    return sorted(made, key=lambda cause: (cause.weight, *_place(grounds, cause)))


def _place(grounds: Grounds, cause: Cause) -> tuple[int, ...]:
    """Return a cause's place among equals: in the person's order, then as found, then in the catalogue."""
    wanted = [*grounds.needs, *_unwanted(grounds)]
    found = [one.line for one in grounds.found]
    if cause.story:
        return (int(cause.story.well),)
    if cause.worry:
        return (len(wanted), grounds.refused.index(cause.worry))
    if cause.dull:
        return ()
    of = [lines.index(cause.line) if cause.line in lines else len(lines) for lines in (wanted, found)]
    return (*of, list(grounds.lines).index(cause.line))


def _unwanted(grounds: Grounds) -> dict[str, str]:
    """Return the lines with an end that the person will not have again, and what that end means."""
    of_worries = (worry.end for worry in grounds.refused)
    ends = (end.rpartition(":") for end in (*of_worries, *grounds.not_again))
    return {line: grounds.lines[line].ends.get(end, "") for line, _, end in ends if line in grounds.lines}


def _refused_as(grounds: Grounds, line: str) -> str:
    """Return what the person refused, in the words of the worry; empty if they refused the line itself."""
    if any(end.rpartition(":")[0] == line for end in grounds.not_again):
        return ""
    labels = [worry.label for worry in grounds.refused if worry.end.rpartition(":")[0] == line]
    return f"{', '.join(labels)}: you won’t have that again"


def _says_so(grounds: Grounds, line: str) -> tuple[list[Cell], bool]:
    """Return the answers that refuse a line, and whether only private ones do."""
    said = any(end.rpartition(":")[0] == line for end in grounds.not_again)
    worries = [worry for worry in grounds.refused if worry.end.rpartition(":")[0] == line]
    cells = [(grounds.person, keys.NOT_AGAIN)] if said else []
    cells += [cell for worry in worries for cell in worry.cells]
    return cells, not said and all(worry.private for worry in worries)


def _of_line(grounds: Grounds, line: str) -> Cause | None:
    stands = grounds.known.get(line, "")
    words, pair = grounds.lines[line], grounds.pairs.get(line)
    found = next((one for one in grounds.found if one.line == line), None)
    unwanted = _unwanted(grounds)
    needed, refused = line in grounds.needs, line in unwanted
    blank: tuple[Cell, ...] = ((grounds.target, knows(line)),) if stands in _STANDS else ()
    apart = pair if pair and pair.differs else None

    sentences: list[str] = []
    again = ""
    cells: list[Cell] = []
    private = False
    kinds: list[Reason] = [YOUR_WORD] if needed or refused else []
    if needed:
        sentences.append(f"You need “{words.need}”" + _STANDS.get(stands, " to do good work"))
        cells.append((grounds.person, "guesses"))
        cells += [(grounds.person, f"{keys.CLOSEST_TO}:{line}")] if line in grounds.nearest else []
    elif refused:
        refusing, private = _says_so(grounds, line)
        said = _refused_as(grounds, line) or f"{words.label}: you won’t have “{unwanted[line]}” again"
        sentences.append(said + _STANDS.get(stands, ""))
        cells += refusing
    elif not found and blank:
        said = "You do not know" if stands == "unknown" else "You are only guessing"
        sentences.append(f"{said} what it is like there: “{words.need}”")
    if found:
        kinds.append(YOUR_JOBS)
        sentences.append(found.sentence.rstrip(".") + ("" if sentences else _STANDS.get(stands, "")))
        cells += found.cells
    if blank:
        kinds.append(BLANK)
    cells += blank
    if apart and not found:
        wants = words.keyed if needed else _wanted_way(grounds, line)
        told, short = _differed(apart, words, wants, alone=not sentences, needed=needed)
        again = " ".join(f"{sentence}." for sentence in (*sentences, short))
        sentences.append(told)
        cells += apart.cells
        kinds.append(RATED)
    if not sentences:
        return None
    weight = _weight(stands, wanted=needed or refused, found=found is not None, apart=apart is not None)
    text = " ".join(f"{sentence}." for sentence in sentences)
    because = Because(tuple(kinds), text, tuple(cells), private=words.private or private, again=again)
    return Cause(weight, line, because)


def _weight(stands: str, *, wanted: bool, found: bool, apart: bool) -> Weight:
    if wanted:
        return {"unknown": Weight.WANTED_UNKNOWN, "guess": Weight.WANTED_GUESS}.get(stands, Weight.WANTED)
    if found:
        return Weight.FOUND_UNKNOWN if stands == "unknown" else Weight.FOUND
    if stands == "unknown":
        return Weight.UNKNOWN_PAIR if apart else Weight.UNKNOWN
    return Weight.PAIR if apart else Weight.GUESS


def _wanted_way(grounds: Grounds, line: str) -> int:
    """Return whether the person wants more of a line (1) or less (-1), as they refused one of its ends."""
    ends = (*(worry.end for worry in grounds.refused), *grounds.not_again)
    return next((1 if end.endswith(":low") else -1 for end in ends if end.rpartition(":")[0] == line), 0)


def _differed(pair: JobPair, words: Wording, wants: int, *, alone: bool, needed: bool) -> tuple[str, str]:
    """Write in which of two jobs there was more of a line, and whether that speaks against what they want.

    Also the same where the two jobs were named before.

    If the need is for less of it, the sentence keeps to the words of the need: "it was more like that in
    ...".

    We leave the numbers out: we will ask for the ratings again, and nobody should see the first ones.
    """
    up = pair.well > pair.not_again
    well, not_again = (f"{name} ({went})" for name, went in zip(pair.names, _WENT, strict=True))
    more, less = (well, not_again) if up else (not_again, well)
    what = "it" if wants > 0 and not alone else f"“{words.label or words.need}”"
    told = f"there was more of {what} in {more} than in {less}"
    short = f"more of {what} in {_THE_ONE[up]}"
    if needed and wants < 0:
        told = f"it was more like that in {less} than in {more}"
        short = f"more like that in {_THE_ONE[not up]}"
    if wants * (1 if up else -1) < 0:
        against, ask = "Your jobs say otherwise so far", "Ask anyway; your word counts"
        return f"{against}: {told}. {ask}", f"{against}, the same two: {short}. {ask}"
    return told[:1].upper() + told[1:], f"The same two jobs: {short}"


def _of_worry(worry: Refused) -> Cause:
    """Write the because of a worry that belongs to no line: nobody can know about it without asking."""
    because = Because(
        (YOUR_WORD,), f"{worry.label}: you won’t have that again.", worry.cells, private=worry.private
    )
    return Cause(Weight.WANTED, "", because, worry=worry)


def _of_dull(dull: Dull) -> Cause:
    return Cause(
        Weight.DULL, "", Because((YOUR_WORD,), dull.sentence, dull.cells, private=dull.private), dull=dull
    )


def _of_story(story: Story) -> Cause:
    text = story.text.strip()
    text = text if len(text) <= LONGEST_STORY else text[:LONGEST_STORY].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    went = "which went well" if story.well else "which you would not do again"
    because = Because(
        (WRITTEN,),
        f"About {story.name}, {went}, you wrote: “{text}”",
        ((story.unit, keys.IN_A_LINE),),
        private=True,
    )
    return Cause(Weight.STORY, "", because, story)
