"""The person's side: the gate, the words, and never a formula without its shuffle number."""

import numpy as np
import pandas as pd
import pytest

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.recipes import allowed, recipes, sweep
from good_on_paper.patterns.recipes.in_words import SHUFFLE, TOO_FEW, WORTH

NAMES = ["Acme", "Beta", "Coop", "Delta", "Echo", *(f"Job {i}" for i in range(6, 21))]
SAYS = {
    "freedom": ("a free hand", "no free hand"),
    "boss": ("a boss who cleared the road", "a boss in the way"),
}


def career(size: int, seed: int = 4) -> pd.DataFrame:
    """Roles that went well exactly with both freedom and boss high, other lines noise."""
    random = np.random.default_rng(seed)
    frame = pd.DataFrame(
        random.integers(1, 8, (size, 4)), columns=["freedom", "boss", "noise", "pay"], index=NAMES[:size]
    )
    frame.iloc[:5, :2] = np.array([[7, 6], [5, 7], [6, 5], [7, 7], [5, 5]])[:size]
    good = (frame[["freedom", "boss"]] > 4).all(axis=1)
    return frame.assign(overall=np.where(good, 6, 2)).astype("Float64")


def noise(size: int, seed: int) -> pd.DataFrame:
    random = np.random.default_rng([seed, size])
    return pd.DataFrame(random.integers(1, 8, (size, 6)), columns=[*"abcde", "overall"])


def test_the_gate() -> None:
    assert [allowed(n) for n in (0, 5, 6, 7, 8, 11, 12, 40)] == [0, 0, 3, 3, 4, 4, 5, 5]


def test_a_combination_in_words() -> None:
    frame = career(12)
    found = recipes(frame, guesses=["freedom", "boss", "noise"], says=SAYS)
    assert found.good.word == WORTH
    assert found.good.solution.simplest == ("freedom*boss",)
    well = frame.index[frame["overall"] > 4]
    first, *rest = found.good.sentences
    assert first == (
        "Whenever you had a free hand and a boss who cleared the road, it went well: "
        f"{', '.join(well[:-1])} and {well[-1]}: {len(well)} of your {len(well)} jobs that went well."
    )
    assert rest[-1].startswith("We shuffled how your jobs went 1,000 times: an explanation as simple came up")
    assert "other explanation" in rest[-2]


def test_one_bad_role_with_the_same_mix_is_named() -> None:
    frame = career(12)
    frame.loc["Beta", "overall"] = 1
    frame = frame.drop(index=[name for name in frame.index[5:] if frame.loc[name, "overall"] > 4])
    found = recipes(frame, conditions=["freedom", "boss"], says=SAYS, budget=1.0)
    assert "One job that did not go well had the same combination: Beta." in found.good.sentences[0]
    same = "Same circumstances, different ending: "
    assert found.contradictions == (
        f"{same}Acme, Coop, Delta and Echo went well, Beta did not. What did you not rate?",
    )
    inside = found.covers.query("ending == 'good' and inside")
    assert inside.loc[~inside["ended"], "role"].tolist() == ["Beta"]


def test_a_recipe_of_unsuccess_is_its_own() -> None:
    found = recipes(career(12), conditions=["freedom", "boss"], says=SAYS, budget=1.0)
    assert set(found.bad.solution.simplest) == {"~freedom", "~boss"}
    assert any(
        text.startswith("Whenever you had no free hand, it did not go well: ")
        and "jobs that did not go well" in text
        for text in found.bad.sentences
    )


def test_no_formula_without_its_shuffle_number_and_the_number_of_models() -> None:
    for seed in range(12):
        found = recipes(noise(10, seed), guesses=list("abcde"), shuffles=50)
        for recipe in (found.good, found.bad):
            shown = repr(recipe)
            assert ("=>" in shown) == ("of 50 shuffles as simple" in shown) == ("model" in shown)
            assert ("=>" in recipe.notation) == (recipe.chance is not None)
            assert recipe.frame[["n_models", "as_simple", "shuffles", "p"]].notna().all(axis=None)
            said = " ".join(recipe.sentences)
            assert "Whenever" not in said or "We shuffled" in said
            if recipe.word == SHUFFLE:
                assert "Whenever" not in said


@pytest.mark.parametrize("size", [2, 4, 5])
def test_few_roles_give_a_reason_and_no_pattern(size) -> None:
    found = recipes(career(size), guesses=["freedom", "boss"])
    assert found.good.word == found.bad.word == TOO_FEW
    assert found.good.sentences == (
        f"{size} jobs are rated on all of these; a combination takes at least 6.",
    )
    assert found.frame.empty
    assert found.necessity.empty
    assert found.contradictions == ()


def test_all_alike_gives_a_reason() -> None:
    found = recipes(career(9).assign(overall=6), guesses=["freedom"])
    assert found.good.sentences == (
        "9 of 9 jobs went well; a combination takes 2 that did and 2 that did not.",
    )


def test_lines_that_do_not_tell_apart_give_a_reason() -> None:
    frame = career(10).assign(freedom=7)
    found = recipes(frame, conditions=["freedom"])
    assert found.good.sentences == ("No combination of these tells us where it went well.",)
    assert found.good.word == SHUFFLE


def test_guesses_beyond_the_gate_wait() -> None:
    found = recipes(career(7), guesses=["boss", "pay", "noise", "freedom"], shuffles=20)
    assert (found.roles.conditions, found.roles.waiting) == (("boss", "pay", "noise"), ("freedom",))


def test_roles_with_blanks_are_left_out_by_name() -> None:
    frame = career(9)
    frame.loc["Beta", "boss"] = pd.NA
    frame.loc["Coop", "overall"] = pd.NA
    found = recipes(frame, guesses=["freedom", "boss"], shuffles=20)
    assert found.roles.left_out == {"Beta": "boss", "Coop": "overall"}
    assert "Beta" not in found.roles.sets.index


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, r"name what to look at"),
        ({"guesses": "boss"}, r"guesses='boss' is a word; expected a list of lines"),
        ({"conditions": "boss"}, r"conditions='boss' is a word; expected a list of lines"),
        ({"conditions": ["freedom", "boss", "noise", "pay", "overall"]}, r"'overall' is the outcome"),
        ({"conditions": ["freedom", "boss", "noise", "pay"]}, r"4 conditions for 7 jobs; .* at most 3"),
        ({"conditions": ["fredom"]}, r"no column 'fredom'"),
        ({"guesses": ["boss"], "crossover": 4.0}, r"is exactly on the crossover 4"),
        ({"guesses": ["boss"], "crossover": 9.5}, r"crossover 9.5 of 'boss' lies outside its scale 1 to 7"),
        (
            {"guesses": ["boss"], "scales": {"boss": (1, 5)}},
            r"'boss' of 'Acme' is 6, outside its scale 1 to 5",
        ),
    ],
)
def test_what_is_refused(asked, words) -> None:
    frame = career(7)
    frame.loc["Job 7", "boss"] = 4
    with pytest.raises(PatternError, match=words):
        recipes(frame, **asked)


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (career(7).rename(index={"Beta": "Acme"}), r"2 jobs are named 'Acme'; rename one"),
        (career(7).rename(columns={"pay": "boss"}), r"2 columns are named 'boss'; rename one"),
        (career(7).astype(object).replace({"boss": {6: "much"}}), r"'boss', row '\w+': 'much' is no number"),
    ],
)
def test_a_frame_that_is_no_table_of_ratings(frame, words) -> None:
    with pytest.raises(PatternError, match=words):
        recipes(frame, guesses=["boss"])


def test_a_sweep_shows_where_a_recipe_stays() -> None:
    frame = career(14)
    asked = {"conditions": ["freedom", "boss"], "outcome_crossover": 4.5}
    swept = sweep(frame, ["freedom*boss"], **asked, crossovers=(2.5, 4.5))
    assert swept.set_index("crossover").loc[4.5, "stays"]
    assert not [column for column in swept if "*" in str(column)]


def test_columns_without_a_text_for_a_name() -> None:
    frame = career(12)
    numbered = frame.set_axis(range(5), axis=1)
    plain = recipes(frame, guesses=["freedom", "boss"], shuffles=200)
    other = recipes(numbered, 4, guesses=[0, 1], scales={0: (1, 7)}, crossover={1: 4.5}, shuffles=200)
    assert other.good.solution.simplest == ("0*1",)
    assert (other.good.chance, other.bad.chance) == (plain.good.chance, plain.bad.chance)
    with pytest.raises(PatternError, match="column 'boss' holds dates"):
        recipes(frame.assign(boss=pd.Timestamp("2020-01-01")), guesses=["boss"])


def test_fuzzy_roles() -> None:
    found = recipes(career(14), conditions=["freedom", "boss"], fuzzy=True, shuffles=100)
    assert found.good.solution.simplest == ("freedom*boss",)
    assert found.roles.sets.to_numpy().max() < 1


def test_necessity_for_both_endings() -> None:
    needed = recipes(career(12), conditions=["freedom", "boss"], shuffles=20).necessity
    good = needed.query("ending == 'good'").set_index("name")
    assert good.loc["freedom", "inclN"] == good.loc["boss", "inclN"] == 1
    assert set(needed["ending"]) == {"good", "bad"}


def test_noise_through_the_gate() -> None:
    claimed = 0
    for seed in range(300):
        found = recipes(noise((6, 8, 12, 20)[seed % 4], seed), guesses=list("abcde"), shuffles=99)
        claimed += WORTH in (found.good.word, found.bad.word)
    assert claimed / 300 <= 0.08


def test_two_planted_combinations_are_found() -> None:
    found = 0
    for seed in range(60):
        random = np.random.default_rng(seed)
        frame = pd.DataFrame(random.integers(0, 2, (20, 4)) * 4 + 2, columns=list("abcd"))
        high = frame > 4
        frame["overall"] = np.where((high.a & high.b) | (high.c & high.d), 6, 2)
        good = recipes(frame, conditions=list("abcd"), shuffles=99).good
        # roles that would tell a simpler formula from it may be missing: it explains all, in as few terms
        found += good.word == WORTH and good.solution.uncovered == () and len(good.solution.simplest) <= 2
    assert found / 60 >= 0.9
