"""What the best roles have and the worst lack, line by line, and whether shuffles show it too."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import inf, isnan

import numpy as np
import pandas as pd

from good_on_paper.patterns.budgets import look_budget
from good_on_paper.patterns.ends import Scales, ends_of, warn_of_ends
from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.evidence import WORDS, evidence
from good_on_paper.patterns.groups import compare, missing
from good_on_paper.patterns.split import THIRDS, Split, SplitName, name_of, part
from good_on_paper.patterns.typed_columns import Kind, typed, typed_table
from good_on_paper.patterns.when import Dates, dated_by, places_in_time
from good_on_paper.patterns.wide import by_text, known, labelled, names, wide, without

_KINDS: dict[str, Kind] = {
    "line": "string",
    "n": "Int64",
    "n_best": "Int64",
    "n_worst": "Int64",
    "best_high": "Int64",
    "worst_high": "Int64",
    "pairs_higher": "Int64",
    "pairs_lower": "Int64",
    "ties": "Int64",
    "pairs": "Int64",
    "difference": "Float64",
    "rho": "Float64",
    "low": "Float64",
    "high": "Float64",
    "missing": "string",
    "tau": "Float64",
    "p_adjusted": "Float64",
    "p_adjusted_centred": "Float64",
    "as_neat": "Int64",
    "among": "Int64",
    "shuffles": "Int64",
    "p_in_time": "Float64",
    "orders_in_time": "Int64",
    "tau_time": "Float64",
    "drift": "bool",
    "family": "string",
    "kin": "bool",
    "word": "string",
    "rests_on": "string",
}

_OF_GROUPS = (
    "n_best",
    "n_worst",
    "best_high",
    "worst_high",
    "pairs_higher",
    "pairs_lower",
    "ties",
    "pairs",
    "difference",
    "missing",
)


@dataclass(frozen=True)
class Contrast:
    """The roles that went best against those that went least well, line by line; and what shuffles give.

    Attributes
    ----------
    frame : pandas.DataFrame
        A row per line, the strongest word first (then the largest difference, the largest rho, by name):

        ``line``          name of the column
        ``n``             roles with both this line and the outcome
        ``n_best``        of them among the best; ``n_worst`` among the worst
        ``best_high``     best roles above the middle of the scale; ``worst_high`` the worst ones
        ``pairs_higher``  pairs of a best and a worst role in which the best has more
        ``pairs_lower``   in which it has less; ``ties`` as much
        ``pairs``         all pairs, n_best x n_worst
        ``difference``    Cliff's delta, (pairs_higher - pairs_lower) / pairs, -1 to 1; NA without a pair
        ``rho``           Spearman's rank correlation with the outcome over all n roles, mid-ranks for ties;
                          NA with fewer than three roles or where one of the two does not vary
        ``low``, ``high`` both ends of the scale; a value above its middle counts as high
        ``missing``       what is missing for a comparison, and how to give it; empty when nothing is
        ``tau``           Kendall's tau-b with the outcome over all n roles; NA where one does not vary
        ``p_adjusted``    how often a shuffle is as strong, over all lines of the family (step-down max-T);
                          NA where nothing can be told
        ``p_adjusted_centred``
                          the same after the general liking of each role is taken out; NA also where
                          fewer than three lines have a direction
        ``as_neat``       shuffles in which any line of the family was as strong as this one
        ``among``         lines of that family that can be tested
        ``shuffles``      orders looked at: all there are up to eight roles; NA where nothing can be told
        ``p_in_time``     as ``p_adjusted``, over only those shuffles in which the outcome drifts along the
                          years as it did; NA also with fewer than eight dated roles
        ``orders_in_time``
                          how many such orders there are, the real one among them; NA where ``p_in_time`` is
        ``tau_time``      Kendall's tau-b of the line with time, over the dated roles; NA as the last two
        ``drift``         whether shuffles alone would give it a word, but the order in time takes it back
        ``family``        "guess" or "exploratory"
        ``kin``           whether the line says nearly the same as the outcome
        ``word``          one of `good_on_paper.patterns.WORDS`
        ``rests_on``      the role without which less than half of tau is left, else empty
    groups : pandas.Series
        Role to "best", "middle", "worst", or NA where the outcome is blank. For pictures; the test is
        against the order of all roles.
    outcome : str
        The column that said how it went.
    units : int
        Roles looked at, rated or not.
    wide : pandas.DataFrame
        What was compared: a row per role (episodes brought to their role), lines and outcome, NaN for blanks.
    missing : str
        What is missing for two groups, and how to give it; empty when nothing is.
    budget : fractions.Fraction
        What this report might spend on false words.
    split : str
        The split of the groups: "thirds", "median" or "marks".
    shares : dict
        Family to what it might spend of the budget in the end.
    when : pandas.Series or None
        Role to its place in time from 0 on, NaN without a date; None where no dates were given.
    tau_time : float
        Kendall's tau-b of the outcome with time, over the dated roles; NaN with fewer than eight.

    Notes
    -----
    Cliff's delta: Cliff, N. (1993), Psychological Bulletin 114, 494-509. Chance: see
    `good_on_paper.patterns.chance`; time: `good_on_paper.patterns.restricted`; families:
    `good_on_paper.patterns.families`.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 6, 4, 2, 1], "pace": [1, 2, 4, 6, 7]}, index=list("ABCDE"))
    >>> found = contrast(jobs)
    >>> found.groups.to_dict()
    {'A': 'best', 'B': 'best', 'C': 'middle', 'D': 'worst', 'E': 'worst'}
    >>> found.frame.loc[0, ["line", "n", "tau", "as_neat", "shuffles", "word"]].to_dict()
    {'line': 'pace', 'n': 5, 'tau': -1.0, 'as_neat': 2, 'shuffles': 120, 'word': 'worth asking about'}
    """

    frame: pd.DataFrame
    groups: pd.Series
    outcome: str
    units: int
    missing: str
    budget: Fraction
    wide: pd.DataFrame = field(repr=False)
    split: SplitName = THIRDS
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    when: pd.Series | None = field(default=None, repr=False)
    tau_time: float = float("nan")

    @property
    def rated(self) -> int:
        """Roles with an outcome."""
        return int(self.groups.notna().sum())

    @property
    def shuffles(self) -> int:
        """The orders of the roles that we tried; 0 if they can tell nothing."""
        return int(self.frame["shuffles"].fillna(0).max()) if len(self.frame) else 0


def contrast(  # noqa: PLR0917 - in the order in which one comes to need them
    frame: pd.DataFrame,
    outcome: str = "overall",
    guesses: Collection[str] = (),
    key: Mapping[str, int] | None = None,
    within: str | None = None,
    seed: int = 0,
    *,
    scales: Scales | None = None,
    kin: Collection[str] = (),
    look: int = 1,
    budget: Fraction | None = None,
    split: Split = THIRDS,
    when: Dates | None = None,
    beside: Collection[str] = (),
) -> Contrast:
    """Compare the roles that went best with those that went worst, on every line, and with shuffles.

    Roles next to each other in time are alike, and shuffles do not know that: where a line and the outcome
    both drifted over the years, shuffles alone give a false word far too often (to two in five careers of 20
    roles that drift strongly). So say `when` the roles were. From eight dated roles on, a word then takes
    more: orders in which the outcome drifts along the years as it did must seldom look as strong, too.
    Without `when` nothing guards against drift.

    Parameters
    ----------
    frame
        A row per role, its name as index; a column per line, numbers with NA for blanks. Any frame of this
        shape will do, for instance one read from a CSV file.
    outcome
        The column that says how it went; more is better.
    guesses
        Lines named before any role came to mind: they get three fifths of the budget, and what the other
        lines cannot use.
    key
        Line to +1, -1 or 0: whether more of it is by itself nicer, harder or neither. Without it we cannot
        tell a line from general liking, and no line "stands out from the shuffles".
    within
        The column that names the role of each row, when rows are episodes: each role then counts once,
        with the median of its episodes.
    seed
        For the shuffles above eight roles.
    scales
        Both ends of the scale of a line, ``{"pace": (1, 7)}``, or of all lines, ``(1, 5)``. A line without
        them runs from 1 to 7, or, if its values lie outside that, from its smallest to its largest value. A
        `ScaleWarning` says when no value comes near those ends.
    kin
        Lines that say nearly the same as the outcome; they are not tested and never get a pattern word.
    look
        1 the first time these roles are looked at, 2 after lines or roles were added, and so on: later looks
        may spend little.
    budget
        What this report may spend on false words, in place of what `look` leaves.
    split
        Which roles are counted as best and worst: "thirds", "median" (the better and the worse half), or the
        person's own marks, role to "best" or "worst". No word and no test depends on it: they use the order
        of all roles.
    when
        The order of the roles in time: a Series, role to its start (dates, years, any numbers), or the name
        of a column that says it; blank if unknown. Roles without a date stay where they are in every
        such order. For episodes the earliest date counts.
    beside
        Other declared outcomes: these columns are no lines. Each outcome has a `budget` of its own.

    Returns
    -------
    Contrast
        See there for the columns. We leave blanks out line by line, and never fill them.

    Raises
    ------
    PatternError
        The frame is not of this shape, or a guess, a scale, a direction or one of `kin` names what is not
        there: the message names the column, the row and the value.

    Examples
    --------
    >>> import pandas as pd
    >>> jobs = pd.DataFrame({"overall": [7, 4, 1], "pace": [2, 3, 6]}, index=["A", "B", "C"])
    >>> contrast(jobs, scales=(1, 7)).frame[["line", "best_high", "worst_high", "word"]].to_dict("records")
    [{'line': 'pace', 'best_high': 0, 'worst_high': 1, 'word': 'too few jobs to tell'}]
    """
    frame = labelled(frame, "one row per job")
    given = wide(frame, outcome, within, dated_by(frame, when))
    outcome, guesses, kin = str(outcome), names(guesses, "guesses"), names(kin, "kin")
    others = _others(given, outcome, beside)
    numbers = without(given, others) if others else given
    lines = without(numbers, [outcome])
    _check(lines.columns.tolist(), guesses, key, look)
    known(key or (), frame.columns, "key")
    known(kin, frame.columns, "kin")
    key, ends = by_text(key), ends_of(scales, frame.columns)
    warn_of_ends(lines, ends)
    went = numbers[outcome]
    groups = part(went, split)
    spend = look_budget(look) if budget is None else budget
    places = None if when is None else places_in_time(frame, when, within, numbers.index)
    counts = compare(lines, went, groups, ends)
    earned = evidence(
        lines,
        went,
        guesses=guesses,
        keyed=key,
        kin=kin,
        budget=spend,
        seed=seed,
        when=places,
    )
    found = counts | earned.columns
    order = _order(found["word"], found["difference"], found["rho"], found["line"])
    return Contrast(
        pd.DataFrame(typed_table(found, order, _KINDS), copy=False),
        groups,
        outcome,
        len(numbers),
        missing(went, groups),
        spend,
        numbers,
        name_of(split),
        earned.spent,
        places,
        earned.tau_time,
    )


def parted(result: Contrast, split: Split) -> Contrast:
    """Count the best against the worst roles of a contrast by another split; the words stay as they are.

    Parameters
    ----------
    result
        What `contrast` gave.
    split
        As for `contrast`.

    Returns
    -------
    Contrast
        A new contrast over the same lines and roles: groups, counts and ``difference`` are of the
        other split.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 6, 4, 2, 1], "pace": [1, 2, 4, 6, 7]}, index=list("ABCDE"))
    >>> parted(contrast(jobs), {"B": "best", "E": "worst"}).groups.dropna().to_dict()
    {'A': 'middle', 'B': 'best', 'C': 'middle', 'D': 'middle', 'E': 'worst'}
    """
    went = result.wide[result.outcome]
    groups = part(went, split)
    by_line = result.frame.set_index("line")
    ends = zip(by_line.index, by_line["low"], by_line["high"], strict=True)
    scales = {line: (low, high) for line, low, high in ends if low < high}
    counted = compare(result.wide[by_line.index.tolist()], went, groups, scales)
    columns = {column: typed(counted[column], _KINDS[column]) for column in _OF_GROUPS}
    table = result.frame.assign(**columns)
    return replace(
        result,
        frame=in_order(table),
        groups=groups,
        missing=missing(went, groups),
        split=name_of(split),
    )


def in_order(lines: pd.DataFrame) -> pd.DataFrame:
    """Put the strongest word first, then the largest difference, the largest rho, and by name.

    Returns
    -------
    pandas.DataFrame
        The same rows and columns in the new order, numbered from 0.

    Examples
    --------
    >>> lines = pd.DataFrame({"line": ["pace", "hours"], "word": [WORDS[0], WORDS[2]]})
    >>> in_order(lines.assign(difference=1.0, rho=1.0))["line"].tolist()
    ['hours', 'pace']
    """
    difference, rho = (
        lines[column].to_numpy(dtype=float, na_value=np.nan) for column in ("difference", "rho")
    )
    order = _order(lines["word"].tolist(), difference.tolist(), rho.tolist(), lines["line"].tolist())
    return lines.iloc[order].reset_index(drop=True)


def narrowed(result: Contrast, frame: pd.DataFrame) -> Contrast:
    """Keep only those lines of a contrast that are in `frame`, which is its own frame with fewer rows.

    Returns
    -------
    Contrast
        A new contrast; ``frame`` and ``wide`` hold those lines only, their words are unchanged.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 4, 1], "pace": [2, 4, 6], "hours": [1, 4, 7]}, list("ABC"))
    >>> whole = contrast(jobs, scales=(1, 7))
    >>> narrowed(whole, whole.frame[whole.frame["line"] == "pace"]).wide.columns.tolist()
    ['overall', 'pace']
    """
    kept = set(frame["line"])
    dropped = [line for line in result.frame["line"] if line not in kept]
    return replace(result, frame=frame.reset_index(drop=True), wide=result.wide.drop(columns=dropped))


def renamed(result: Contrast, names: Sequence[str]) -> Contrast:
    """Rename the roles of a contrast, in order: Job A, B, C.

    Returns
    -------
    Contrast
        A new contrast with the new names in ``frame``, ``groups``, ``wide`` and ``when``.

    Examples
    --------
    >>> jobs = pd.DataFrame({"overall": [7, 1], "pace": [2, 6]}, index=["Editor, Acme", "Cook, Delta"])
    >>> renamed(contrast(jobs, scales=(1, 7)), ["Job A", "Job B"]).wide.index.tolist()
    ['Job A', 'Job B']
    """
    called = dict(zip(map(str, result.wide.index), names, strict=True))
    return replace(
        result,
        frame=result.frame.assign(rests_on=result.frame["rests_on"].replace(called)),
        groups=result.groups.set_axis(list(names)),
        wide=result.wide.set_axis(list(names)),
        when=None if result.when is None else result.when.set_axis(list(names)),
    )


def _order(words: list[str], differences: list[float], rhos: list[float], names: list[str]) -> list[int]:
    """Return the rows in the order of `in_order`; a line without a figure comes last."""

    def place(row: int) -> tuple[float | str, ...]:
        sizes = (inf if isnan(figure) else -abs(figure) for figure in (differences[row], rhos[row]))
        return (-WORDS.index(words[row]), *sizes, names[row])

    return sorted(range(len(names)), key=place)


def _others(given: pd.DataFrame, outcome: str, beside: Collection[str]) -> list[str]:
    """Return the outcomes beside this one; each must be a column."""
    others = names(beside, "beside")
    for other in others:
        if other not in given.columns or other == outcome:
            there = ", ".join(given.columns.drop(outcome)) or "none"
            raise PatternError(f"beside: there is no other column {other!r}; there are: {there}")
    return others


def _check(lines: list[str], guesses: Collection[str], key: Mapping[str, int] | None, look: int) -> None:
    known(guesses, lines, "guesses", "line")
    if key is not None and not isinstance(key, Mapping):
        raise PatternError(f"key={key!r}; expected a line to 1, -1 or 0, as {{'pace': 1}}")
    for line, direction in (key or {}).items():
        if direction not in (-1, 0, 1):
            raise PatternError(
                f"key[{line!r}] is {direction!r}; expected 1 (more is nicer), -1 (harder) or 0 (neither)"
            )
    if not isinstance(look, int) or look < 1:
        raise PatternError(f"look={look}; expected 1 for the first look, 2 for the second, and so on")
