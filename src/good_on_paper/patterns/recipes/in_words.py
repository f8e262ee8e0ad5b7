"""Write a recipe in plain words, with the names of roles and always with its shuffle number."""

from collections.abc import Mapping, Sequence

import pandas as pd

from good_on_paper.patterns.evidence import SHUFFLE, TOO_FEW, WORTH
from good_on_paper.patterns.minimise import Solution
from good_on_paper.patterns.recipes.chance import RecipeChance

__all__ = ["BY_TIME", "NONE_NEAT", "SHUFFLE", "TOO_FEW", "WORTH", "Says"]

Says = Mapping[str, tuple[str, str]]
"""Condition to the words for its presence and its absence: ("a free hand", "no free hand")."""

NONE_NEAT = "With so few jobs we cannot tell a combination from chance."
"""What to say of a recipe if there are too few jobs."""

BY_TIME = "Jobs next to each other are often alike, and that alone can make a combination like this."
"""What to say if shuffles seldom give as neat a mix, but those as alike along the years do."""

_ENDINGS = {
    True: ("it went well", "that went well"),
    False: ("it did not go well", "that did not go well"),
}


def sentences(solution: Solution, found: RecipeChance, says: Says, *, good: bool) -> tuple[str, ...]:
    """Put the simplest explanation into words: a sentence per term, then what else is as simple, or open."""
    fit = solution.fit_of(solution.simplest)
    total = int((solution.table.sets.went > 1 / 2).sum())
    told = [
        _term(term, covered, others, total, says, good=good)
        for term, covered, others in zip(
            solution.simplest, fit["covered"].iloc[:-1], fit["others"].iloc[:-1], strict=True
        )
    ]
    if solution.uncovered:
        told.append(f"This does not explain {_names(solution.uncovered)}.")
    return (*told, _others(solution, says), shuffled(found))


def shuffled(found: RecipeChance) -> str:
    """Put the shuffle number into words."""
    return (
        f"We shuffled how your jobs went {found.shuffles:,} times: "
        f"an explanation as simple came up {found.as_simple:,} time{'' if found.as_simple == 1 else 's'}."
    )


def nothing(*, good: bool) -> str:
    """Return the sentence that there is no recipe."""
    return f"No combination of these tells us where {_ENDINGS[good][0]}."


def contradiction(cases: Sequence[str], without: Sequence[str]) -> str:
    """Return the sentence that roles with the same conditions ended differently."""
    well = [case for case in cases if case not in without]
    return (
        f"Same circumstances, different ending: {_names(well)} went well, {_names(without)} did not. "
        "What did you not rate?"
    )


def _term(
    term: str, covered: Sequence[str], others: Sequence[str], total: int, says: Says, *, good: bool
) -> str:
    ended, which = _ENDINGS[good]
    had = _list([_said(part, says) for part in term.split("*")])
    told = (
        f"Whenever you had {had}, {ended}: {_names(covered)}: "
        f"{len(covered)} of your {total} job{'' if total == 1 else 's'} {which}."
    )
    if others:
        who = "One job" if len(others) == 1 else f"{len(others)} jobs"
        told += f" {who} {_ENDINGS[not good][1]} had the same combination: {_names(others)}."
    return told


def _others(solution: Solution, says: Says) -> str:
    if solution.n_models == 1:
        return "No other explanation is as simple."
    standing = solution.membership
    counts = dict(zip(standing["name"], standing["models"], strict=True))
    named = {part.removeprefix("~"): part for term in solution.simplest for part in term.split("*")}
    all_of = [_said(part, says) for name, part in named.items() if counts[name] == solution.n_models]
    some = [
        f"{_said(part, says)} in {counts[name]:,} of {solution.n_models:,}"
        for name, part in named.items()
        if counts[name] < solution.n_models
    ]
    sure = "" if solution.exact else "At least "
    others = solution.n_models - 1
    verb = "explanation is" if others == 1 else "explanations are"
    parts = [f"{_list(all_of)} {'is' if len(all_of) == 1 else 'are'} in all of them"] if all_of else []
    return f"{sure}{others:,} other {verb} as simple: {', '.join([*parts, *some])}."


def _said(part: str, says: Says) -> str:
    name = part.removeprefix("~")
    present, absent = says.get(name, (f"a lot of {name}", f"little of {name}"))
    return absent if part.startswith("~") else present


def _names(roles: Sequence[str]) -> str:
    """List names, with another sign between them if a name holds a comma."""
    return "; ".join(roles) if any("," in role for role in roles) else _list(roles)


def _list(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def notation(solution: Solution, found: RecipeChance) -> str:
    """Write the simplest model in the notation of the method, with its figures."""
    whole = solution.fit_of(solution.simplest).iloc[-1]
    figures = ", ".join(
        f"{name} {whole[name]:.3f}" for name in ("incl", "PRI", "covS") if pd.notna(whole[name])
    )
    return (
        f"{whole['term']} => {solution.table.sets.outcome} ({figures}; {solution.count_text}; "
        f"{found.as_simple:,} of {found.shuffles:,} shuffles as simple)"
    )
