"""Write a finding in counts: one sentence for a chart, a question and the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from good_on_paper.language.counts import capital, out_of
from good_on_paper.language.lengths import amounts

if TYPE_CHECKING:
    from collections.abc import Sequence

Whose = Literal["my", "your"]
_BOTH: Final = 2


def proves_nothing(counted: str) -> str:
    """Write below a picture without a word of evidence that it is none: readers would supply the word.

    Examples
    --------
    >>> proves_nothing("jobs"), proves_nothing("interviews")
    ('With so few jobs this proves nothing.', 'With so few interviews this proves nothing.')
    """
    return f"With so few {counted} this proves nothing."


@dataclass(frozen=True)
class End:
    """The jobs at one end of an order.

    Attributes
    ----------
    high : int
        How many of them had it.
    rated : int
        How many are rated on it.
    called : str
        What they are called: "my 3 best jobs", "the one that went least well".
    """

    high: int
    rated: int
    called: str

    def where(self) -> str:
        """Write in how many of the jobs; one job needs no count."""
        if self.rated == 1:
            return f"in {self.called}" if self.high else f"not in {self.called}"
        both = self.high == self.rated == _BOTH
        return f"in {f'both of {self.called}' if both else out_of(self.high, self.rated, self.called)}"


def compared(said: str, *ends: End) -> str:
    """Write in how many of the jobs at each end something was so, the best first; nothing if none is rated.

    Examples
    --------
    >>> compared("I chose my work", End(3, 3, "my 3 best jobs"), End(0, 2, "the 2 that went least well"))
    'In 3 of my 3 best jobs I chose my work; in neither of the 2 that went least well.'
    >>> compared("it was slow", End(0, 3, "my 3 best jobs"), End(1, 2, "the 2 that went least well"))
    'In none of my 3 best jobs, but in 1 of the 2 that went least well, it was slow.'
    >>> compared("I chose my work", End(2, 2, "my 2 best jobs"), End(1, 3, "the 3 that went least well"))
    'In both of my 2 best jobs I chose my work; in 1 of the 3 that went least well.'
    >>> compared("I chose my work", End(1, 1, "my best job"), End(0, 1, "the one that went least well"))
    'I chose my work: in my best job, not in the one that went least well.'
    >>> compared("I chose my work", End(0, 1, "my best job"), End(1, 1, "the one that went least well"))
    'I chose my work: not in my best job, but in the one that went least well.'
    >>> compared("I chose my work", End(0, 1, "my best job"), End(0, 1, "the one that went least well"))
    'I chose my work: neither in my best job nor in the one that went least well.'
    """
    rated = [end for end in ends if end.rated]
    blank = "".join(f"; not rated: {end.called}" for end in ends if not end.rated)
    if not rated:
        return ""
    if len(rated) > 1 and all(end.rated == 1 for end in rated) and len({end.high for end in rated}) == 1:
        here = " and in ".join(end.called for end in rated) if rated[0].high else ""
        nowhere = " nor in ".join(end.called for end in rated)
        return f"{capital(said)}: {f'in {here}' if here else f'neither in {nowhere}'}{blank}."
    if any(end.rated == 1 for end in rated):
        but = ", but " if not rated[0].high and rated[-1].high else ", "
        return f"{capital(said)}: {but.join(end.where() for end in rated)}{blank}."
    if not any(end.high for end in rated):  # "In none of my jobs I chose" is no English
        return f"{capital(said)}: {' and '.join(end.where() for end in rated)}{blank}."
    first, *others = (end.where() for end in rated)
    if not rated[0].high:
        return f"{capital(first)}, but {others[0]}, {said}."
    return f"{capital(first)} {said}{''.join(f'; {other}' for other in others)}{blank}."


def got_dull(after: Sequence[float], first: int, left: int, still: int, *, of: int, whose: Whose) -> str:
    """Write in how many jobs it got dull, after how long, and how the others went on; nothing without any.

    Parameters
    ----------
    after
        The weeks after which it got dull, one number per job.
    first, left, still
        In how many jobs it was dull from the first day; how many ended before it got dull; how many go on and
        are not dull yet.
    of
        How many jobs there are, including those without an answer.
    whose
        "my" on a chart, "your" in a sentence to the person.

    Examples
    --------
    >>> got_dull([30, 40], 0, 1, 0, of=3, whose="your")
    'In 2 of your 3 jobs it got dull after 7 to 9 months; in 1 it had not when the job ended.'
    """
    dull = [
        (len(after), f"it got dull after {amounts(sorted(after))}" if after else ""),
        (first, "from the first day" if after else "it was dull from the first day"),
    ]
    had, has = (
        ("it had not", "it has not")
        if after and not first
        else ("it had not got dull", "it has not got dull")
    )
    not_dull = [
        (left, f"{had} when the job ended"),
        (still, f"{'it has not' if left else has} so far"),
    ]
    clauses = [part for part in ([(n, words) for n, words in half if n] for half in (dull, not_dull)) if part]
    if not clauses:
        return ""
    said, number = len(after) + first + left + still, clauses[0][0][0]
    told = "; ".join(", ".join(f"in {n} {words}" for n, words in part) for part in clauses)
    rest = told.removeprefix(f"in {number} ")
    if said < of:  # "of my 2 jobs" would be wrong for somebody with seven
        alike = {1: "", 2: "in both "}.get(number, f"in all {number} ")
        here = alike if number == said else f"in {number} "
        return f"Answered for {said} of {whose} {of} jobs so far: {here}{rest}."
    return f"In {number} of {whose} {said} jobs {rest}." if said > 1 else f"In {whose} one job {rest}."
