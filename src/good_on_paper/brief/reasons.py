"""Why something is on the paper, in the first person and in few words, as its owner knows the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.questions.ask import DULL
from good_on_paper.questions.prepared import OWN
from good_on_paper.questions.question import WRITTEN

if TYPE_CHECKING:
    from good_on_paper.questions.grounds import Found, Grounds, JobPair
    from good_on_paper.questions.question import Question

OWN_REASON: Final = "A reason of my own."
"""Stands for a reason that is private: each question has one."""
SAME_TWO: Final = "The same two jobs"
_RATED: Final = "I rated it differently in the job that went well and in the one I would not do again"
_STANDS: Final = {"unknown": "I don’t know yet", "guess": "so far I’m guessing"}


def why_asked(question: Question, grounds: Grounds) -> str:
    """Return why a question is asked; of a private reason, only that there is one.

    The paper can lie on the table: that jobs got dull stays on the page.

    Parameters
    ----------
    question : Question
        The question as on the paper.
    grounds : Grounds
        What it rests on.
    """
    if question.because.private:
        return OWN_REASON
    if question.key.startswith(OWN) or question.because.kinds == (WRITTEN,):
        return "My own question."
    if question.key.startswith(DULL) and grounds.dull is not None:
        return f"I’d like to know what the work is like after about {grounds.dull.when}."
    known = grounds.known.get(question.line, "")
    stands = f"and {_STANDS[known]}" if known == "unknown" else _STANDS.get(known, "")
    reason = _reason(question.line, grounds)
    because = ", ".join(filter(None, (reason, stands))) if reason else _STANDS.get(known, "")
    named = grounds.lines.get(question.line)
    if named is None:  # a worry that no circumstance is about
        return f"{question.label}: I won’t have that again."
    return f"{named.need}: {because or _RATED}."


def _reason(line: str, grounds: Grounds) -> str:
    found = next((one for one in grounds.found if one.line == line), None)
    if line in grounds.needs:
        return "I need it"
    ends = (*(one.end for one in grounds.refused if not one.private), *grounds.not_again)
    refused = next((end.rpartition(":") for end in ends if end.rpartition(":")[0] == line), None)
    if refused is not None and line in grounds.lines:
        return f"I won’t have “{grounds.lines[line].ends.get(refused[2], '')}” again"
    return f"seen in my jobs, {word_of(found)}" if found else ""


def word_of(found: Found) -> str:
    """Return the word of evidence of a finding: "stands out"."""
    word = found.mine.partition(":")[0]
    return word[:1].lower() + word[1:]


def why_best(found: Found | None, pair: JobPair | None, keyed: int) -> str:
    """Return why a way of working is on the paper: a finding's counts, else two jobs that differ; or "".

    The two jobs are not named: the paper will lie on the table, and the names are nobody's business.

    Parameters
    ----------
    found : Found or None
        The finding about it, if it goes beyond chance.
    pair : JobPair or None
        The level in the job that went well and in the one not to do again.
    keyed : int
        Whether more of it (1) or less (-1) is needed; 0 for neither.
    """
    if found is not None:
        return "" if found.against else f"{found.mine}."
    if pair is None or not pair.differs or (pair.well - pair.not_again) * keyed <= 0:
        return ""
    more = "more of it" if keyed > 0 else "better"
    return f"{_which_two(pair)}: {more} in the one that went well than in the one I would not do again."


def _which_two(pair: JobPair) -> str:
    """Write that the reason compares two jobs, and how many are rated by now."""
    if pair.rated <= len(pair.names):
        return "Two jobs only"
    every = pair.rated >= pair.jobs
    return f"Two of my {pair.rated} jobs" if every else f"Two of the {pair.rated} jobs I rated on it"
