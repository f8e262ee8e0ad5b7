"""Lines and recipes together, as one person sees them: how often noise gets a word on any of it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper import patterns
from good_on_paper.catalogue import load
from good_on_paper.patterns import STANDS_OUT, TOO_FEW, WORTH
from good_on_paper.study import contrast, recipes
from good_on_paper.study.direction import turned
from tests.patterns.careers import at_most

pytestmark = pytest.mark.long

CATALOGUE = load()
ITEMS = [item for item in CATALOGUE.items("circumstance") if not item.private][:14]
LINES = [item.key for item in ITEMS]
GUESSES = LINES[:4]
SAID = {WORTH, STANDS_OUT}
DECLARED = ("overall",)
BOTH = ("overall", "cost")
FEWER = 2_000  # shuffles: the level holds for any number, and so many can show the part of a second look


def career(seed, roles, *, planted=False, alike=0.0):
    """Invent one; what it cost goes the other way from how it went as far as they are `alike`."""
    dice = np.random.default_rng([seed, roles])
    felt = dice.standard_normal(roles)
    lines = dice.standard_normal((roles, len(LINES)))
    if planted:
        lines[:, 0] = felt
    cost = np.sqrt(1 - alike**2) * dice.standard_normal(roles) - alike * felt
    values = np.clip(np.round(4 + 1.5 * np.column_stack([lines, felt, cost])), 1, 7)
    return pd.DataFrame(values, [f"job {place:02}" for place in range(roles)], [*LINES, *BOTH])


def lines_of(frame, look, outcome, declared):
    """Return the word of each line by one outcome, at a look of this number."""
    main = outcome == declared[0]
    budget = contrast.spend(look, declared, len(frame)) if main else patterns.look_budget(look, len(declared))
    found = patterns.contrast(
        turned(frame.drop(columns=[other for other in BOTH if other != outcome]), CATALOGUE.item(outcome)),
        outcome,
        guesses=GUESSES,
        key={item.key: item.keyed for item in ITEMS},
        kin=[line for line in CATALOGUE.item(outcome).kin if line in frame],
        budget=budget,
    )
    return dict(zip(found.frame["line"], found.frame["word"], strict=True))


def mixes(frame, look, declared, shuffles=recipes.SHUFFLES):
    """Return the recipes of both endings at a look of this number."""
    return patterns.recipes(
        frame.drop(columns="cost"),
        guesses=GUESSES,
        budget=recipes.spend(look, declared, len(frame)),
        shuffles=shuffles,
    )


def both_endings(frame, look, declared, shuffles=recipes.SHUFFLES):
    """Return the words of the recipes of both endings."""
    found = mixes(frame, look, declared, shuffles)
    return found.good.word, found.bad.word


def said_of_mixes(frame, look, declared):
    """Return the words of both endings after `FEWER` shuffles, of which a tenth are drawn first.

    More shuffles only add to those that were as simple: where the first are too many, no word can come.
    """
    first = mixes(frame, look, declared, FEWER // 10)
    budget = recipes.spend(look, declared, len(frame))
    as_simple = [one.chance.as_simple for one in (first.good, first.bad) if one.chance is not None]
    if all(2 * (so_many + 1) / (FEWER + 1) > budget for so_many in as_simple):
        return first.good.word, first.bad.word
    return both_endings(frame, look, declared, FEWER)


def words(frame, look, declared=DECLARED):
    """Return all words the page gives at a look of this number."""
    return *(lines_of(frame, look, one, declared) for one in declared), both_endings(frame, look, declared)


def looks_at(frame):
    """Give what a first look sees, and a second one after a role more."""
    return (1, frame.iloc[:-1]), (2, frame)


@pytest.mark.parametrize("roles", [8, 12, 20])
def test_noise_seldom_gets_a_word_on_lines_or_recipes(roles):

    def false(seed):
        said = set()
        for look, rows in looks_at(career(seed, roles)):
            said |= {*lines_of(rows, look, "overall", DECLARED).values()}
            said |= {*said_of_mixes(rows, look, DECLARED)}
        return bool(SAID & said)

    assert at_most(false, 0.05, than=0.12)


@pytest.mark.parametrize("roles", [8, 12])
def test_noise_seldom_gets_a_word_when_what_it_cost_is_looked_at_too(roles):
    """Whether what cost more went worse, or has nothing to do with it."""

    def false(seed):
        said = set()
        for look, rows in looks_at(career(seed, roles, alike=0.6 * (seed % 2))):
            for outcome in BOTH:
                said |= {*lines_of(rows, look, outcome, BOTH).values()}
            said |= {*said_of_mixes(rows, look, BOTH)}
        return bool(SAID & said)

    assert at_most(false, 0.05, than=0.12)


def test_what_is_there_is_still_found_on_the_same_page():
    found = [
        SAID & {lines_of(career(seed, 12, planted=True), 1, "overall", DECLARED)[LINES[0]]}
        for seed in range(40)
    ]
    assert np.mean([bool(words_) for words_ in found]) >= 0.7


def test_two_mixes_are_found_at_the_price_they_have_on_the_page():
    found = 0
    for seed in range(100):
        dice = np.random.default_rng([seed, 20])
        frame = pd.DataFrame(dice.integers(0, 2, (20, 4)) * 4 + 2, columns=GUESSES)
        one, two, three, four = (frame[line] > 4 for line in GUESSES)
        frame["overall"] = np.where((one & two) | (three & four), 6, 2)
        good = patterns.recipes(
            frame,
            guesses=GUESSES,
            budget=recipes.spend(1, DECLARED, len(frame)),
            shuffles=recipes.SHUFFLES,
        ).good
        found += good.word == WORTH and not good.solution.uncovered and len(good.solution.simplest) <= 2
    assert found / 100 >= 0.9


@pytest.mark.parametrize("roles", [6, 8, 11])
def test_where_no_mix_could_be_told_the_lines_have_the_whole_of_it(roles):
    assert contrast.spend(1, DECLARED, roles) == patterns.look_budget()
    found = patterns.recipes(career(1, roles), guesses=GUESSES, budget=recipes.spend(1, DECLARED, roles))
    assert found.good.word == found.bad.word == TOO_FEW
    assert found.good.sentences[0] == "With so few jobs we cannot tell a combination from chance."


@pytest.mark.parametrize("declared", [DECLARED, BOTH])
def test_the_page_gives_these_words(tmp_path, declared):
    """What is counted above is what a record shows: the same words from the same answers."""
    for seed in range(4):
        frame = career(seed, 8, planted=seed % 2 == 0)
        mine = gop.open(tmp_path / str(seed), create=True)
        record = mine.record
        sitting = record.sitting("lines")
        mine.guess(GUESSES)
        with record.batch():
            for name, row in frame.iterrows():
                role = record.add_unit("role", sitting=sitting)
                record.answer(role, "title", name, sitting=sitting)
                for key, value in row.items():
                    revision = CATALOGUE.item(key).revision
                    record.answer(role, key, int(value), sitting=sitting, revision=revision)
        if declared == BOTH:
            mine.declare_second("cost")
        shown = [
            mine.take_a_look(outcome=outcome).frame.set_index("line")["word"].to_dict()
            for outcome in declared
        ]
        both = mine.recipes()
        assert (*shown, (both.good.word, both.bad.word)) == words(frame, 1, declared)
        record.close()
