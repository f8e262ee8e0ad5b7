"""Find the combinations that recur behind success, and those behind unsuccess."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np
import pandas as pd

from good_on_paper.patterns.budgets import HOW_IT_WENT
from good_on_paper.patterns.ends import Scales
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.minimise import Solution, solve, truth_table
from good_on_paper.patterns.minimise.sets import read
from good_on_paper.patterns.minimise.truth_table import TruthTable, table
from good_on_paper.patterns.orders import orders_of
from good_on_paper.patterns.ranks import scores_of
from good_on_paper.patterns.recipes import in_words
from good_on_paper.patterns.recipes.chance import RecipeChance, against, as_simple
from good_on_paper.patterns.recipes.gate import FEWEST_A_SIDE, FEWEST_ROLES
from good_on_paper.patterns.recipes.necessity import necessity
from good_on_paper.patterns.recipes.roles import RecipeRoles, choose
from good_on_paper.patterns.restricted import FEWEST_DATED, restricted, seldom
from good_on_paper.patterns.when import Dates, in_time, places_in_time, without_dates
from good_on_paper.patterns.wide import known, labelled

BUDGET = float(HOW_IT_WENT)
"""How often, at most, noise may get a word above "could easily be chance", both endings together.

The whole budget of a report: a page that shows lines beside recipes gives a part of it."""

_FRAME = (
    "ending",
    "term",
    "incl",
    "PRI",
    "covS",
    "covU",
    "covered",
    "others",
    "models",
    "n_models",
    "as_simple",
    "shuffles",
    "p",
    "word",
)


@dataclass(frozen=True, repr=False)
class Recipe:
    """The simplest explanation of one ending, and how much it is worth.

    Attributes
    ----------
    good : bool
        True if it explains what went well, False for what did not.
    word : str
        "too few jobs to tell", "could easily be chance" or "worth asking about". It never stands out, since
        general liking colours all ratings of a role and so makes recipes too. A recipe gets the first word if
        no order at all could be rare enough.
    reason : str
        Why there is no recipe; empty when there is one.
    chance : RecipeChance or None
        The shuffle number; None exactly when there is no recipe.
    drift : bool
        Whether shuffles alone would give it a word, and the order in time takes that word back.
    solution, cautious : Solution or None
        The parsimonious one, without redundancies, and the conservative one, which assumes nothing unseen.

    Examples
    --------
    >>> jobs = {"overall": [7, 6, 6, 2, 1, 2], "say": [6, 7, 6, 1, 2, 3], "pay": [1, 6, 2, 6, 1, 7]}
    >>> good = recipes(pd.DataFrame(jobs, list("ABCDEF")), conditions=["say", "pay"]).good
    >>> good.frame["term"].iloc[0], good.chance.as_simple, good.chance.shuffles
    ('say', 202, 1000)
    """

    good: bool
    word: str
    reason: str
    chance: RecipeChance | None
    solution: Solution | None
    cautious: Solution | None
    _says: in_words.Says = field(default_factory=dict)
    drift: bool = False

    def __repr__(self) -> str:
        return f"<{self.word}: {self.notation or self.reason}>"

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The recipe in words. It says an explanation only if that goes beyond chance."""
        if self.solution is None or self.chance is None:
            return (self.reason,)
        if self.word == in_words.TOO_FEW:
            return (in_words.NONE_NEAT, in_words.shuffled(self.chance))
        if self.word != in_words.WORTH:
            return (in_words.BY_TIME if self.drift else in_words.shuffled(self.chance),)
        return in_words.sentences(self.solution, self.chance, self._says, good=self.good)

    @property
    def notation(self) -> str:
        """The recipe in the notation of the method, with its shuffle number and the number of models."""
        if self.solution is None or self.chance is None:
            return ""
        return in_words.notation(self.solution, self.chance)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """A row per term of the simplest model, and a last row for the whole.

        Columns: ``ending`` "good" or "bad"; ``term``; ``incl``, ``PRI``, ``covS``, ``covU``, ``covered``,
        ``others`` as in `Solution.fit_of`; ``models`` in how many of the ``n_models`` equally simple models
        the term stands; ``as_simple`` of ``shuffles``, ``p``; ``word``. Empty without a recipe.
        """
        if self.solution is None or self.chance is None:
            return pd.DataFrame(columns=list(_FRAME))
        fit = self.solution.fit_of(self.solution.simplest)
        # a term of one condition has the name of that condition
        standing = self.solution.membership.query("kind == 'term'").set_index("name")["models"]
        fit["models"] = [*(standing[term] for term in fit["term"][:-1]), 1]
        return fit.assign(
            ending="good" if self.good else "bad",
            n_models=self.solution.n_models,
            as_simple=self.chance.as_simple,
            shuffles=self.chance.shuffles,
            p=self.chance.p,
            word=self.word,
        )[list(_FRAME)]


@dataclass(frozen=True, repr=False)
class Recipes:
    """The recipes of both endings.

    Attributes
    ----------
    good, bad : Recipe
        What goes with success, and what with unsuccess: one is not the reverse of the other.
    roles : RecipeRoles
        What we made them from: sets, conditions, guesses that have to wait, roles left out.
    reason : str
        Why we looked for none; empty if we did.

    Examples
    --------
    >>> jobs = {"overall": [7, 6, 6, 2, 1, 2], "say": [6, 7, 6, 1, 2, 3], "pay": [1, 6, 2, 6, 1, 7]}
    >>> found = recipes(pd.DataFrame(jobs, list("ABCDEF")), conditions=["say", "pay"])
    >>> found.frame[["ending", "term"]].to_dict("list")  # the last row of each ending is the whole
    {'ending': ['good', 'good', 'bad', 'bad'], 'term': ['say', 'say', '~say', '~say']}
    """

    good: Recipe
    bad: Recipe
    roles: RecipeRoles
    reason: str = ""

    def __repr__(self) -> str:
        return f"<recipes of {len(self.roles.sets)} roles; good: {self.good!r}; bad: {self.bad!r}>"

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Both endings; see `Recipe.frame`."""
        parts = [part for part in (self.good.frame, self.bad.frame) if len(part)]
        return pd.concat(parts, ignore_index=True) if parts else self.good.frame

    @cached_property
    def contradictions(self) -> tuple[str, ...]:
        """In words: roles with the same conditions that ended differently."""
        if self.reason:
            return ()
        torn = truth_table(self.roles.sets, self.roles.outcome, self.roles.conditions).contradictions
        return tuple(map(in_words.contradiction, torn["cases"], torn["without"]))

    @cached_property
    def covers(self) -> pd.DataFrame:
        """Which terms cover which roles: a row per role and term of both simplest models.

        Columns: ``ending``; ``term``; ``role``; ``inside`` the role is in the term by more than half;
        ``ended`` it ended so; ``n_models``, ``as_simple`` and ``shuffles`` as in `frame`. A role inside that
        did not end so is a contradiction. Empty without a recipe.
        """
        rows = []
        for recipe in (self.good, self.bad):
            fit = recipe.frame.iloc[:-1]
            ended = (self.roles.sets[self.roles.outcome] > 1 / 2) == recipe.good
            for row in fit.to_dict("records"):
                inside = {*row["covered"], *row["others"]}
                worth = (row["n_models"], row["as_simple"], row["shuffles"])
                rows += [
                    (row["ending"], row["term"], role, role in inside, so, *worth)
                    for role, so in ended.items()
                ]
        columns = ["ending", "term", "role", "inside", "ended", "n_models", "as_simple", "shuffles"]
        return pd.DataFrame(rows, columns=columns)

    @cached_property
    def necessity(self) -> pd.DataFrame:
        """Necessity for both endings, with a column ``ending``; empty without a recipe."""
        parts = [
            necessity(
                self.roles.sets, self.roles.outcome if recipe.good else f"~{self.roles.outcome}"
            ).assign(ending="good" if recipe.good else "bad")
            for recipe in (self.good, self.bad)
            if not self.reason
        ]
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def recipes(
    frame: pd.DataFrame,
    outcome: str = "overall",
    conditions: Sequence[str] | None = None,
    guesses: Sequence[str] = (),
    *,
    says: in_words.Says | None = None,
    fuzzy: bool = False,
    crossover: float | Mapping[str, float] | None = None,
    scales: Scales | None = None,
    incl_cut: float = 0.75,
    budget: float = BUDGET,
    shuffles: int = 1000,
    seed: int = 0,
    when: Dates | None = None,
) -> Recipes:
    """Find the combinations behind what went well and what did not, and say what they are worth.

    Parameters
    ----------
    frame
        A row per role, its name as index; a column per line, numbers with NA for blanks.
    outcome
        The column that says how it went; more is better.
    conditions
        The lines to look at, at most as many as the gate allows: 3 for 6 or 7 roles, 4 from 8, 5 from 12.
    guesses
        The person's guesses, the most important first, in place of conditions. We take as many as the gate
        allows.
    says
        Line to the words for its high and its low end, ``("a free hand", "no free hand")``.
    fuzzy
        Whether to use degrees in place of yes and no; for 12 roles and more.
    crossover
        The rating from which a line counts as high: a number for all lines, or one for each. By default the
        middle of the scale, or half a point above it if the middle is a point: 4.5 on 1 to 7.
    scales
        Both ends of the scale of a line, or of all lines, ``(1, 5)``; without, 1 and 7.
    incl_cut
        The consistency from which a configuration counts as leading to the ending.
    budget
        How often noise may get a word, both endings together.
    shuffles, seed
        For chance over the whole pipeline. We look at both endings, so p counts twice.
    when
        The order of the roles in time, as for `contrast`: from eight dated roles on a word also asks that
        orders in which the endings drift along the years as they did seldom give an explanation as simple,
        of either ending.

    Returns
    -------
    Recipes
        Frozen. With fewer than 6 complete roles, or 2 of either ending, there is no recipe, but a reason.

    Raises
    ------
    PatternError
        The frame or an argument is not of this shape; the message names the role, the line and the value.

    Examples
    --------
    >>> few = pd.DataFrame({"overall": [7, 6, 1], "say": [6, 7, 2]}, index=list("ABC"))
    >>> recipes(few, conditions=["say"]).reason
    '3 jobs are rated on all of these; a combination takes at least 6.'
    """
    known(says or (), labelled(frame, "one row per job").columns, "says")
    places = _places(frame, when)
    frame = without_dates(frame, when)
    roles = choose(frame, outcome, conditions, guesses, fuzzy=fuzzy, crossover=crossover, scales=scales)
    reason = _too_few(roles)
    if reason:
        good, bad = (Recipe(good, in_words.TOO_FEW, reason, None, None, None) for good in (True, False))
        return Recipes(good, bad, roles, reason)
    order = [] if places is None else in_time(places.loc[roles.sets.index])
    good, bad = (
        _recipe(
            roles,
            says or {},
            good=good,
            incl_cut=incl_cut,
            budget=budget,
            shuffles=shuffles,
            seed=seed,
            order=order,
        )
        for good in (True, False)
    )
    return Recipes(good, bad, roles)


def _places(frame: pd.DataFrame, when: Dates | None) -> pd.Series | None:
    """Return the place in time of each role by its name as text; None without dates."""
    if when is None:
        return None
    named = labelled(frame, "one row per job").set_axis([str(role) for role in frame.index])
    if isinstance(when, pd.Series):
        when = when.set_axis([str(role) for role in when.index])
    without_dates(named, when)  # names a column that is not there
    return places_in_time(named, when, None, named.index)


def _too_few(roles: RecipeRoles) -> str:
    n = len(roles.sets)
    if n < FEWEST_ROLES:
        blank = f" ({len(roles.left_out)} more have blanks)" if roles.left_out else ""
        rated = "1 job is" if n == 1 else f"{n} jobs are"
        return f"{rated} rated on all of these{blank}; a combination takes at least {FEWEST_ROLES}."
    well = int((roles.sets[roles.outcome] > 1 / 2).sum())
    if min(well, n - well) < FEWEST_A_SIDE:
        return (
            f"{well} of {n} jobs went well; a combination takes {FEWEST_A_SIDE} that did "
            f"and {FEWEST_A_SIDE} that did not."
        )
    return ""


def _recipe(
    roles: RecipeRoles,
    says: in_words.Says,
    *,
    good: bool,
    incl_cut: float,
    budget: float,
    shuffles: int,
    seed: int,
    order: Sequence[int],
) -> Recipe:
    made, other = (
        table(read(roles.sets, ending, roles.conditions), incl_cut=incl_cut, pri_cut=0.0, n_cut=1)
        for ending in _ends(roles.outcome, good=good)
    )
    try:
        solution = solve(made, "parsimonious")
    except PatternError:  # no configuration leads to it, or all do
        return Recipe(good, in_words.SHUFFLE, in_words.nothing(good=good), None, None, None)
    found = against(made, shuffles=shuffles, seed=seed)
    word = _word(found, made.sets.went.tolist(), budget)
    drift = word == in_words.WORTH and not _beyond_time((made, other), found, order, budget)
    cautious = solve(made, "conservative")
    return Recipe(good, in_words.SHUFFLE if drift else word, "", found, solution, cautious, says, drift)


def _ends(outcome: str, *, good: bool) -> tuple[str, str]:
    """Return the name of the ending that we ask about, and of the other."""
    return (outcome, f"~{outcome}") if good else (f"~{outcome}", outcome)


def _beyond_time(
    tables: Sequence[TruthTable], found: RecipeChance, dated: Sequence[int], budget: float
) -> bool:
    """Return whether endings that drift as much along the years seldom have an explanation as simple."""
    if len(dated) < FEWEST_DATED:
        return True
    orders = restricted(scores_of(tables[0].sets.went[:, None])[:, 0], dated)
    simple = np.zeros(len(orders), dtype=bool)
    for made in tables:
        simple |= as_simple(made, made.sets.went[orders], found.simplicity)
    return seldom(int(np.count_nonzero(simple)), len(orders), Fraction(budget))


def _word(found: RecipeChance, went: Sequence[float], budget: float) -> str:
    """Choose the word. We look at both endings, so p counts twice; the real outcome is one of the orders."""
    if budget * orders_of(went) < 2:  # noqa: PLR2004 - both endings
        return in_words.TOO_FEW
    return in_words.WORTH if 2 * found.p <= budget else in_words.SHUFFLE
