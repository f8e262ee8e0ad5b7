"""Lines and recipes together, as one person sees them: how often noise gets a word on any of it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper import patterns
from good_on_paper.catalogue import load
from good_on_paper.kit import recipes, report
from good_on_paper.patterns import STANDS_OUT, WORTH

CATALOGUE = load()
ITEMS = [item for item in CATALOGUE.items("circumstance") if not item.private][:14]
LINES = [item.key for item in ITEMS]
GUESSES = LINES[:4]
OUTCOME = CATALOGUE.item("overall")
SAID = {WORTH, STANDS_OUT}
SEEDS = 300
DECLARED = ("overall",)


def career(seed, roles, *, planted=False):
    dice = np.random.default_rng([seed, roles])
    felt = dice.standard_normal(roles)
    lines = dice.standard_normal((roles, len(LINES)))
    if planted:
        lines[:, 0] = felt
    values = np.clip(np.round(4 + 1.5 * np.column_stack([lines, felt])), 1, 7)
    return pd.DataFrame(values, [f"job {place:02}" for place in range(roles)], [*LINES, "overall"])


def words(frame, look):
    """All words the page gives at a look of this number: those of the lines, and of both recipes."""
    lines = patterns.contrast(
        frame,
        guesses=GUESSES,
        key={item.key: item.keyed for item in ITEMS},
        kin=OUTCOME.kin,
        budget=report.spend(look, DECLARED),
    )
    found = patterns.recipes(
        frame, guesses=GUESSES, budget=recipes.spend(look, DECLARED), shuffles=recipes.SHUFFLES
    )
    return dict(zip(lines.frame["line"], lines.frame["word"], strict=True)), (found.good.word, found.bad.word)


@pytest.mark.parametrize("roles", [8, 12])
def test_noise_seldom_gets_a_word_on_lines_or_recipes(roles):
    """Over a first look and a second one, after a role more."""
    pages = 0
    for seed in range(SEEDS):
        frame = career(seed, roles)
        said = set()
        for look, rows in ((1, frame.iloc[:-1]), (2, frame)):
            lines, both = words(rows, look)
            said |= {*lines.values(), *both}
        pages += bool(SAID & said)
    assert pages / SEEDS <= 0.08


def test_what_is_there_is_still_found_on_the_same_page():
    found = [SAID & {words(career(seed, 12, planted=True), 1)[0][LINES[0]]} for seed in range(40)]
    assert np.mean([bool(words_) for words_ in found]) >= 0.7


def test_the_page_gives_these_words(tmp_path):
    """What is counted above is what a record shows: the same words from the same answers."""
    for seed in range(4):
        frame = career(seed, 8, planted=seed % 2 == 0)
        mine = gop.open(tmp_path / str(seed))
        record = mine.record
        sitting = record.sitting("lines")
        with record.batch():
            for name, row in frame.iterrows():
                role = record.add_unit("role", sitting=sitting)
                record.answer(role, "title", name, sitting=sitting)
                for key, value in row.items():
                    revision = CATALOGUE.item(key).revision
                    record.answer(role, key, int(value), sitting=sitting, revision=revision)
        mine.guess(GUESSES)
        shown = mine.contrast().frame.set_index("line")["word"].to_dict()
        both = mine.recipes()
        assert (shown, (both.good.word, both.bad.word)) == words(frame, 1)
        record.close()
