"""What can be wrong with a catalogue, in words that help to mend it."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

LONGEST_VALUE_SHOWN = 80


class CatalogueError(ValueError):
    """A line of a catalogue, or a key asked for, cannot be used."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""  # KeyError, a second parent below, would show the repr


class UnknownItemError(CatalogueError, KeyError):
    """No item of the catalogue has this key."""


def near(word: str, known: Iterable[str]) -> str:
    """Return " (did you mean ...?)" for the known words most like `word`, or nothing."""
    matches = get_close_matches(word, list(known), n=3)
    return f" (did you mean {' or '.join(matches)}?)" if matches else ""


def shown(value: object) -> str:
    """Return a wrong value as text, cut if it is too long to help."""
    text = repr(value)
    return text if len(text) <= LONGEST_VALUE_SHOWN else text[:LONGEST_VALUE_SHOWN] + "..."


def sentence(problem: "ValidationError", place: str, model: "type[BaseModel]") -> str:
    """Turn what pydantic found in one item into plain sentences.

    Parameters
    ----------
    problem
        What was raised.
    place
        File and table, to begin each sentence with.
    model
        The model, whose field descriptions say what was expected.
    """
    return "\n".join(_one(error, place, model) for error in problem.errors(include_url=False))


def _one(error: "ErrorDetails", place: str, model: "type[BaseModel]") -> str:
    path = [str(part) for part in error["loc"]]
    if not path:  # a rule over several fields, in its own words
        return f"{place}: {error['msg'].removeprefix('Value error, ')}"
    known = {info.alias or name: info for name, info in model.model_fields.items()}
    field, where = path[0], ".".join(path)
    if field not in known:
        offered = sorted(set(known) - {"key", "group"})
        hint = near(field, offered)
        return f"{place}: there is no field {field!r}{hint}; expected one of {', '.join(offered)}"
    expected = known[field].description
    if error["type"] == "missing":
        return f"{place}: {where} is missing; expected {expected}"
    return f"{place}, {where}: found {shown(error['input'])}; expected {expected}"
