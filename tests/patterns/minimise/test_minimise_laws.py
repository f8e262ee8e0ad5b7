"""What must hold for every table: brute force, symmetry, and that the engines agree."""

from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise import listing, minimise, watch
from good_on_paper.patterns.minimise.dense import dense
from good_on_paper.patterns.minimise.merge import consensus, merged
from good_on_paper.patterns.minimise.primes import primes
from good_on_paper.patterns.minimise.problem import Problem
from good_on_paper.patterns.minimise.sparse import sparse
from good_on_paper.patterns.minimise.terms import Term, parse
from good_on_paper.patterns.minimise.whole import whole

SOME = settings(max_examples=60, deadline=None)


@st.composite
def tables(draw, most: int = 5):
    """A width and disjoint positive and negative configurations, none empty."""
    width = draw(st.integers(2, most))
    rows = draw(st.lists(st.integers(0, (1 << width) - 1), min_size=2, max_size=14, unique=True))
    cut = draw(st.integers(1, len(rows) - 1))
    return width, sorted(rows[:cut]), sorted(rows[cut:])


def framed(width: int, positives: list[int], negatives: list[int]) -> pd.DataFrame:
    rows = [*positives, *negatives]
    bits = [[row >> width - 1 - i & 1 for i in range(width)] for row in rows]
    made = pd.DataFrame(bits, columns=list("ABCDEFGHIJKLMNOPQRSTUVWX"[:width]))
    return made.assign(Y=[1] * len(positives) + [0] * len(negatives))


def every_term(width: int) -> list[Term]:
    return [Term(care, value) for care, value in product(range(1 << width), repeat=2) if value & ~care == 0]


def brute_primes(width: int, positives: list[int], forbidden: list[int]) -> set[Term]:
    good = [
        term
        for term in every_term(width)
        if any(map(term.covers, positives)) and not any(map(term.covers, forbidden))
    ]
    return {term for term in good if not any(term != other and term.inside(other) for other in good)}


def brute_models(terms: set[Term], positives: list[int]) -> set[frozenset[Term]]:
    for size in range(1, len(positives) + 1):
        found = {
            frozenset(several)
            for several in combinations(sorted(terms), size)
            if all(any(term.covers(row) for term in several) for row in positives)
        }
        if found:
            return found
    raise AssertionError


@SOME
@given(tables(), st.sampled_from(["parsimonious", "conservative"]))
def test_solutions_are_those_of_brute_force(table, kind) -> None:
    width, positives, negatives = table
    everything = set(range(1 << width))
    forbidden = negatives if kind == "parsimonious" else sorted(everything - set(positives))
    terms = brute_primes(width, positives, forbidden)
    models = brute_models(terms, positives)
    frame = framed(*table)
    solution = minimise(frame, solution=kind)
    names = list(frame.columns[:-1])
    assert {parse(term, names) for term in solution.prime_implicants} == terms
    listed = [frozenset(parse(term, names) for term in model) for model in solution.models(limit=None)]
    assert solution.n_models == len(listed) == len(models)
    assert set(listed) == models
    counts = solution.membership.set_index(["kind", "name"])["models"]
    for term in solution.prime_implicants:
        assert counts["term", term] == sum(parse(term, names) in model for model in models)
    for i, name in enumerate(names):
        here = 1 << width - 1 - i
        assert counts["condition", name] == sum(any(t.care & here for t in model) for model in models)
    fewest = min(sum(term.literals for term in model) for model in models)
    assert sum(parse(term, names).literals for term in solution.simplest) == fewest
    assert solution.simplest in solution.models(limit=None)


@SOME
@given(tables(8), st.sampled_from(["parsimonious", "conservative", "intermediate"]), st.data())
def test_every_model_reproduces_the_outcome(table, kind, data) -> None:
    frame = framed(*table)
    expect = data.draw(
        st.dictionaries(st.sampled_from(list(frame.columns[:-1])), st.sampled_from([0, 1, None]))
    )
    solution = minimise(frame, solution=kind, expect=expect if kind == "intermediate" else None)
    for model in solution.models():
        whole = solution.fit_of(model).iloc[-1]
        assert (whole["incl"], whole["covS"], whole["others"]) == (1, 1, ())
    assert solution.uncovered == ()
    assert all(solution.holds(model) for model in solution.models())


@SOME
@given(tables(7), st.sampled_from(["parsimonious", "conservative"]), st.data())
def test_negating_and_permuting_conditions_maps_solutions(table, kind, data) -> None:
    frame = framed(*table)
    names = list(frame.columns[:-1])
    turned = data.draw(st.sets(st.sampled_from(names)))
    order = data.draw(st.permutations(names))
    other = frame.copy()
    other[list(turned)] = 1 - other[list(turned)]
    ours = minimise(frame, solution=kind)
    theirs = minimise(other, conditions=order, solution=kind)

    def mapped(model) -> frozenset[frozenset[tuple[str, bool]]]:
        return frozenset(
            frozenset(
                (part.strip("~"), ("~" in part) != (part.strip("~") in turned)) for part in term.split("*")
            )
            for term in model
        )

    def plain(model) -> frozenset[frozenset[tuple[str, bool]]]:
        return frozenset(
            frozenset((part.strip("~"), "~" in part) for part in term.split("*")) for term in model
        )

    assert ours.n_models == theirs.n_models
    assert set(map(mapped, ours.models(limit=None))) == set(map(plain, theirs.models(limit=None)))


@pytest.mark.parametrize(("width", "rows"), [(6, 12), (8, 40), (10, 20), (13, 30), (16, 20)])
@pytest.mark.parametrize("seed", range(3))
def test_the_engines_agree(width, rows, seed) -> None:
    random = np.random.default_rng([seed, width])
    seen = random.choice(1 << width, size=min(rows, (1 << width) - 2), replace=False)
    cut = len(seen) // 2
    positives, negatives = seen[:cut].tolist(), seen[cut:].tolist()
    one = dense(positives, negatives, width)
    np.testing.assert_array_equal(one, sparse(positives, negatives, width))
    np.testing.assert_array_equal(one, whole(positives, negatives, width))
    np.testing.assert_array_equal(one, primes(positives, negatives, width))


def test_the_engines_agree_on_many_conditions() -> None:
    random = np.random.default_rng(7)
    seen = random.choice(1 << 21, size=14, replace=False).tolist()
    positives, negatives = seen[:7], seen[7:]
    np.testing.assert_array_equal(dense(positives, negatives, 21), sparse(positives, negatives, 21))


def test_more_positives_than_a_word_holds() -> None:
    random = np.random.default_rng(3)
    seen = random.choice(1 << 9, size=150, replace=False).tolist()
    np.testing.assert_array_equal(dense(seen[:90], seen[90:], 9), sparse(seen[:90], seen[90:], 9))
    np.testing.assert_array_equal(dense(seen[:90], seen[90:], 9), whole(seen[:90], seen[90:], 9))


@SOME
@given(tables(6))
def test_merging_and_consensus_find_the_prime_implicants(table) -> None:
    width, positives, negatives = table
    rest = sorted(set(range(1 << width)) - set(positives))
    known = {Term(*pair) for pair in dense(positives, rest, width).tolist()} if rest else {Term(0, 0)}
    assert merged(positives, width) == known
    assert consensus([Term((1 << width) - 1, row) for row in positives], positives) == known
    loose = {Term(*pair) for pair in primes(positives, negatives, width).tolist()}
    assert all(any(term.inside(other) for other in loose) for term in known)


@SOME
@given(tables(6))
def test_constant_and_doubled_rows_change_nothing(table) -> None:
    frame = framed(*table)
    wider = pd.concat([frame.assign(Z=1), frame.assign(Z=1)], ignore_index=True)
    ours, theirs = minimise(frame), minimise(wider)
    assert ours.models(limit=None) == theirs.models(limit=None)
    assert ours.membership["models"].tolist() == theirs.membership["models"].tolist()[:-1]


def test_counts_far_beyond_a_word_stay_exact() -> None:
    # 12 groups of 64 terms, each group a chain of two rows, so that nothing splits into parts by itself
    rows = 12
    terms, full = [], (1 << 20) - 1
    for row in range(rows):
        terms += [Term(full & ~(copy << 12), row) for copy in range(64)]
    problem = Problem(np.array(terms, dtype=np.uint32), list(range(rows)), 20)
    assert problem.size == rows
    assert problem.n_models == 64**rows > 1 << 64
    assert set(problem.term_counts) == {64 ** (rows - 1)}


def test_a_connected_chart_beyond_a_word_stays_exact() -> None:
    # every pair of neighbours on a ring of 10 rows, each term 40,000-fold: 2 covers of 5 terms by 40,000^5
    ring = [(1 << i) | (1 << (i + 1) % 10) for i in range(10)]
    from good_on_paper.patterns.minimise.count import smallest, standing  # noqa: PLC0415 - as above
    from good_on_paper.patterns.minimise.prime_chart import PrimeChart  # noqa: PLC0415 - an inner part, used once

    chart = PrimeChart(tuple(ring), np.repeat(np.arange(10), 40_000), 10)
    assert smallest(chart) == (5, 2 * 40_000**5)
    assert set(standing(chart, 5, 2 * 40_000**5)) == {40_000**4}


def ringed(rows: int, copies: int) -> Problem:
    """Rows in a ring (a Gray code), each term covering two neighbours, in several copies."""
    ring = [i ^ i >> 1 for i in range(32)][: rows // 2]
    ring += [row | 1 << 5 for row in reversed(ring)]
    width = 6 + copies
    terms = []
    for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
        care = (1 << 6) - 1 & ~(one ^ other)
        terms += [Term(care | 1 << 6 + copy, one & care) for copy in range(copies)]
    return Problem(np.array(terms, dtype=np.uint32), ring, width)


def test_more_rows_than_are_counted_are_listed_to_the_end() -> None:
    problem = ringed(30, 1)
    assert (problem.size, problem.n_models, problem.exact) == (15, 2, True)
    assert problem.term_counts == [1] * 30


def test_more_than_can_be_listed_say_at_least() -> None:
    frame = minimise(framed(3, [7, 6], [0, 1]))
    assert frame.count_text == "2 models of 1 term"
    problem = ringed(30, 2)
    assert (problem.size, problem.exact) == (15, False)
    assert problem.n_models == 1_000 < 2 * 2**15
    small = ringed(20, 2)
    assert (small.size, small.n_models, small.exact) == (10, 2 * 2**10, True)
    assert set(small.term_counts) == {2**9}


def test_a_search_that_takes_too_long_says_so_and_leaves_no_bar(monkeypatch, capsys) -> None:
    monkeypatch.setattr(listing, "_STEPS", 20)
    monkeypatch.setattr(watch, "PATIENCE", 0.0)
    with pytest.raises(PatternError, match="not settled within 20 steps; use fewer conditions"):
        _ = ringed(30, 1).size
    told = capsys.readouterr().err.split("\r")
    half = "Searching, of the steps allowed [##########..........] 50%, interrupt to stop"
    assert half in told
    assert not told[-1].strip()


def test_twenty_conditions_and_forty_rows_take_no_listing() -> None:
    random = np.random.default_rng(1)
    frame = pd.DataFrame(random.integers(0, 2, (40, 20)), columns=list("ABCDEFGHIJKLMNOPQRST"))
    solution = minimise(frame.assign(Y=random.integers(0, 2, 40)))
    assert solution.exact
    counts = solution.membership
    terms = counts[counts["kind"] == "term"]["models"].sum()
    assert terms == solution.size * solution.n_models
    assert len(solution.models(limit=3)) == min(3, solution.n_models)


def test_more_than_sixty_configurations_are_refused() -> None:
    frame = framed(8, list(range(0, 140, 2)), list(range(1, 140, 2)))
    with pytest.raises(PatternError, match="70 different configurations lead to the outcome; at most 60"):
        minimise(frame)


def test_many_rows_of_few_configurations_are_fine() -> None:
    frame = pd.concat([framed(3, [7, 6], [0, 1])] * 40, ignore_index=True)
    assert minimise(frame).models() == (("A",), ("B",))
