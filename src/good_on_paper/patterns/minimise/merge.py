"""Find prime implicants when we may assume nothing, or only some unseen configurations."""

from collections.abc import Iterable, Sequence

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise.terms import Term

_MOST = 5_000  # terms at which consensus gives up rather than run for minutes


def merged(rows: Iterable[int], width: int) -> set[Term]:
    """Return all prime implicants of the rows alone: we merge pairs that differ in one condition."""
    full = (1 << width) - 1
    level = {Term(full, row) for row in rows}
    prime: set[Term] = set()
    while level:
        grown: set[Term] = set()
        used: set[Term] = set()
        for term in level:
            rest = term.care & ~term.value
            while rest:
                here = rest & -rest
                rest ^= here
                partner = Term(term.care, term.value | here)
                if partner in level:
                    used |= {term, partner}
                    grown.add(Term(term.care ^ here, term.value))
        prime |= level - used
        level = grown
    return prime


def consensus(terms: Iterable[Term], rows: Sequence[int]) -> set[Term]:
    """Return the prime implicants of a union of terms that cover at least one of the rows.

    We use iterated consensus: two terms that contradict each other in exactly one condition imply the term
    without it. We drop a term that lies inside another (W. V. Quine, 1955).

    Raises
    ------
    PatternError
        There are more than 5,000 terms at once.
    """
    kept: set[Term] = set()
    waiting = list(terms)
    while waiting:
        term = waiting.pop()
        if any(term.inside(other) for other in kept):
            continue
        kept = {other for other in kept if not other.inside(term)}
        for other in kept:
            clash = term.care & other.care & (term.value ^ other.value)
            if clash.bit_count() == 1:
                care = (term.care | other.care) ^ clash
                waiting.append(Term(care, (term.value | other.value) & care))
        kept.add(term)
        if len(kept) > _MOST:
            raise PatternError(
                f"the intermediate solution has more than {_MOST:,} candidate terms; use fewer conditions"
            )
    return {term for term in kept if any(term.covers(row) for row in rows)}
