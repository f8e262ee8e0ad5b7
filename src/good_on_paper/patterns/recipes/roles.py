"""Turn a wide frame of ratings into sets: the roles and the conditions behind a recipe."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from good_on_paper.patterns.ends import Scales, ends_of
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.recipes.calibrate import anchors, between, calibrate
from good_on_paper.patterns.recipes.gate import allowed
from good_on_paper.patterns.wide import by_text, known, labelled, names

SCALE = (1.0, 7.0)
"""The scale of a line for which none was given."""


@dataclass(frozen=True)
class RecipeRoles:
    """What we make recipes from.

    Attributes
    ----------
    sets : pandas.DataFrame
        Roles x (conditions and the outcome), 0 to 1.
    conditions : tuple of str
        The conditions that we look at.
    waiting : tuple of str
        Guesses that have to wait for more roles.
    left_out : dict of str to str
        Each role that was left out, and the first line on which it is blank.
    outcome : str
        The column that says how it went.
    """

    sets: pd.DataFrame
    conditions: tuple[str, ...]
    waiting: tuple[str, ...]
    left_out: dict[str, str]
    outcome: str


def choose(
    frame: pd.DataFrame,
    outcome: str,
    conditions: Sequence[str] | None,
    guesses: Sequence[str],
    *,
    fuzzy: bool,
    crossover: float | Mapping[str, float] | None,
    scales: Scales | None,
) -> RecipeRoles:
    """Choose conditions and complete roles, and calibrate them; see `recipes`.

    Raises
    ------
    PatternError
        You name no condition, or more than the gate allows. Or a column is missing, is there twice or holds
        something other than numbers, or a value is off its scale or on the crossover.
    """
    frame, outcome = labelled(frame, "one row per job"), str(outcome)
    crossover = by_text(crossover) if isinstance(crossover, Mapping) else crossover
    if isinstance(crossover, Mapping):
        known(crossover, frame.columns, "crossover")
    scales = ends_of(scales, frame.columns)
    asked = names(guesses, "guesses") if conditions is None else names(conditions, "conditions")
    named = tuple(dict.fromkeys(asked))
    _columns(frame, outcome, named)
    chosen = named if conditions is not None else _as_many_as_carried(frame, outcome, named)
    blank = frame[[*chosen, outcome]].isna()
    complete = frame[~blank.any(axis=1)]
    most = allowed(len(complete))
    if most and len(chosen) > most:
        raise PatternError(
            f"{len(chosen)} conditions for {len(complete)} jobs; so few jobs carry at most {most}: "
            f"leave out {len(chosen) - most} of {', '.join(chosen)}"
        )
    left_out = {str(role): str(blank.columns[cells][0]) for role, cells in _rows(blank) if cells.any()}
    made = {}
    for name in (*chosen, outcome):
        low, high = scales.get(name, SCALE)
        cross = crossover.get(name) if isinstance(crossover, Mapping) else crossover
        made[name] = _set(complete[name], (low, high), cross, fuzzy=fuzzy)
    sets = pd.DataFrame(made).set_axis([str(role) for role in complete.index])
    return RecipeRoles(sets, chosen, tuple(n for n in named if n not in chosen), left_out, outcome)


def _as_many_as_carried(frame: pd.DataFrame, outcome: str, guesses: Sequence[str]) -> tuple[str, ...]:
    """Take the first guesses, as many as the gate allows for the roles rated on all of them."""
    known = frame[[outcome, *guesses]].notna().to_numpy()
    for many in range(len(guesses), 1, -1):
        if many <= allowed(int(known[:, : many + 1].all(axis=1).sum())):
            return tuple(guesses[:many])
    return tuple(guesses[:1])


def _rows(blank: pd.DataFrame) -> Iterator[tuple[Hashable, npt.NDArray[np.bool_]]]:
    return zip(blank.index, blank.to_numpy(), strict=True)


def _columns(frame: pd.DataFrame, outcome: str, named: Sequence[str]) -> None:
    for labels, what in ((frame.columns, "columns"), (frame.index, "jobs")):
        if labels.has_duplicates:
            name = labels[labels.duplicated()][0]
            raise PatternError(f"{int((labels == name).sum())} {what} are named {str(name)!r}; rename one")
    if not named:
        raise PatternError(
            "name what to look at: conditions=[...], or the guesses=[...] given before looking"
        )
    for name in (outcome, *named):
        if name not in frame.columns:
            raise PatternError(
                f"there is no column {name!r}; there are: {', '.join(map(str, frame.columns))}"
            )
    if outcome in named:
        raise PatternError(f"{outcome!r} is the outcome and a condition too; leave it out of the conditions")


def _set(values: pd.Series, scale: tuple[float, float], crossover: float | None, *, fuzzy: bool) -> pd.Series:
    low, high = scale
    cross = between(low, high) if crossover is None else crossover
    if not low < cross < high:
        raise PatternError(
            f"the crossover {cross:g} of {values.name!r} lies outside its scale {low:g} to {high:g}"
        )
    made = calibrate(values, anchors(low, high, cross) if fuzzy else cross, "direct" if fuzzy else "crisp")
    numbers = values.to_numpy(dtype=float)
    if (off := ~((low <= numbers) & (numbers <= high))).any():
        role = values.index[off][0]
        raise PatternError(
            f"{values.name!r} of {str(role)!r} is {numbers[off][0]:g}, outside its scale {low:g} to "
            f"{high:g}; correct it, or give both ends: scales={{{values.name!r}: (lowest, highest)}}"
        )
    if (on := numbers == cross).any():
        role = values.index[on][0]
        raise PatternError(
            f"{values.name!r} of {str(role)!r} is exactly on the crossover {cross:g}, neither in nor out; "
            "choose a crossover between the points of the scale"
        )
    return made
