"""Ways of asking about the lines: data too, in `questions.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from good_on_paper.catalogue import keys
from good_on_paper.catalogue.errors import CatalogueError, near, sentence, shown
from good_on_paper.catalogue.model import Name
from good_on_paper.catalogue.read import text_of

SHIPPED: Final = "questions.toml"
LINE: Final = "{line}"
WHO: Final = "{who}"
Kind = Literal["last", "show", "rule", "gap", "trade"]
Who = Literal["recruiter", "manager", "peer", "senior", "report"]
When = Literal["now", "second", "offer"]
WHENS: Final[tuple[When, ...]] = get_args(When)
WHEN: Final = "{when}"
_BY_KEY: Final = {"ask": "line", "worry": "worry"}
_LISTS: Final = ("own", "own_free", "well", keys.NOT_AGAIN, "dull", "seat")
_SENTENCES: Final = {"follow": get_args(Kind), "story": ("well", keys.NOT_AGAIN)}
"""Tables of one sentence each, and the names they may have."""
_FREE_FROM: Final = re.compile(
    r"(no|not|never|nobody|nothing|none|without|less|fewer|free (from|of))\b", re.IGNORECASE
)
"""How words begin that name what a person wants less of, or none of."""


class Asking(BaseModel):
    """One way of asking.

    Each field's description says what a file must hold there; errors quote it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    text: Name = Field(description="what to say, as text in quotes")
    kind: Kind = Field(description="one of last, show, rule, gap, trade")
    who: Who = Field(description="whom to ask: one of recruiter, manager, peer, senior, report")
    when: When = Field("now", description="when to ask: now, second or offer")
    discloses: bool = Field(default=False, description="true or false")
    good: Name = Field(description="how a good answer sounds, as text in quotes")
    bad: Name = Field(description="how a bad answer sounds, as text in quotes")
    known_by: str = Field("", description="what the person may have written that answers it, by its key")
    named: str = Field("", description="the same of somebody by name, with {who} for the name")


@dataclass(frozen=True)
class Bank:
    """All ways of asking, in the order of the file.

    Parameters
    ----------
    lines : mapping
        Key of a line to the ways of asking about it.
    own : tuple of Asking
        For a need in the person's own words, which replace ``{line}`` and are said aloud.
    own_free : tuple of Asking
        The same where the words say what the person wants less of, or none of.
    well, not_again : tuple of Asking
        For what was written of a job that went well, and of one not to repeat.
    dull : tuple of Asking
        For the time by which jobs got dull, which replaces ``{when}``.
    worries : mapping
        Key of a worry that no line is about, to the ways of asking about it.
    seat : tuple of Asking
        About whoever had the job before.
    follow : mapping
        Kind of a question to what can be said after its answer.
    story : mapping
        "well" or "not_again" to a question with what the person wrote of such a job, for ``{line}``.
    """

    lines: Mapping[str, tuple[Asking, ...]]
    own: tuple[Asking, ...]
    own_free: tuple[Asking, ...]
    well: tuple[Asking, ...]
    not_again: tuple[Asking, ...]
    dull: tuple[Asking, ...] = ()
    worries: Mapping[str, tuple[Asking, ...]] = field(default_factory=dict)
    seat: tuple[Asking, ...] = ()
    follow: Mapping[str, str] = field(default_factory=dict)
    story: Mapping[str, str] = field(default_factory=dict)

    def ways(self, line: str, words: str) -> tuple[Asking, ...]:
        """Return the ways of asking about a line; if the bank does not know the line, they contain its words.

        Returns
        -------
        tuple of Asking
            In the order of the bank; for a line of the person's own, with its words filled in.
        """
        if line in self.lines:
            return self.lines[line]
        frames = self.own_free if _FREE_FROM.match(words) else self.own
        return tuple(way.model_copy(update={"text": way.text.replace(LINE, words)}) for way in frames)

    def when_dull(self, when: str) -> tuple[Asking, ...]:
        """Return the ways of asking about a time in a job: "ten months".

        Returns
        -------
        tuple of Asking
            In the order of the file, with the time filled in.
        """
        return tuple(way.model_copy(update={"text": way.text.replace(WHEN, when)}) for way in self.dull)


def load_bank(file: Path | None = None) -> Bank:
    """Return the ways of asking: as shipped, or from a file of the same shape.

    Returns
    -------
    Bank
        All ways of asking: those about lines by the key of the line, the others under their headings.

    Raises
    ------
    CatalogueError
        When something in the file cannot be used; names file, list, field, the value and what was expected.
    """
    return _shipped() if file is None else read_bank(text_of(file.read_bytes(), str(file)), str(file))


@cache
def _shipped() -> Bank:
    data = files("good_on_paper.catalogue").joinpath(SHIPPED).read_bytes()
    return read_bank(text_of(data, SHIPPED), SHIPPED)


def read_bank(text: str, file: str) -> Bank:
    """Return the ways of asking in a TOML text; `file` names it in errors."""
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CatalogueError(
            f"{file} cannot be read as TOML: {error}; expected lists [[ask.<line>]]"
        ) from error
    known = (*_BY_KEY, *_LISTS, *_SENTENCES)
    for name in content:
        if name not in known:
            raise CatalogueError(
                f"{file}: there is no {shown(name)}{near(name, known)}; expected {', '.join(known)}"
            )
    asked, worries = (_by_key(content.get(name, {}), name, what, file) for name, what in _BY_KEY.items())
    lists = {name: _ways(content.get(name, []), f"{file}, [[{name}]]") for name in _LISTS}
    every = [*asked.values(), *worries.values(), *lists.values()]
    _each_once([way for ways in every for way in ways], file)
    follow, story = (_sentences(content.get(name, {}), name, file) for name in _SENTENCES)
    return Bank(asked, **lists, worries=worries, follow=follow, story=story)


def _sentences(given: Any, name: str, file: str) -> dict[str, str]:  # noqa: ANN401 - whatever the file holds
    expected = f"expected a text for each of {', '.join(_SENTENCES[name])}"
    if not isinstance(given, Mapping):
        raise CatalogueError(f"{file}, [{name}]: found {shown(given)}; {expected}")
    for key, text in given.items():
        if key not in _SENTENCES[name] or not isinstance(text, str) or not text.strip():
            raise CatalogueError(f"{file}, [{name}], {shown(key)}: found {shown(text)}; {expected}")
    return dict(given)


def _by_key(given: Any, name: str, what: str, file: str) -> dict[str, tuple[Asking, ...]]:  # noqa: ANN401
    if not isinstance(given, Mapping):
        raise CatalogueError(f"{file}, {name}: found {shown(given)}; expected lists [[{name}.<{what}>]]")
    return {key: _ways(ways, f"{file}, [[{name}.{key}]]") for key, ways in given.items()}


def _ways(given: Any, place: str) -> tuple[Asking, ...]:  # noqa: ANN401 - whatever the file holds there
    if not isinstance(given, list):
        raise CatalogueError(f"{place}: found {shown(given)}; expected a list, each in double brackets")
    made = []
    for number, fields in enumerate(given, 1):
        try:
            made.append(Asking.model_validate(fields))
        except ValidationError as error:
            raise CatalogueError(sentence(error, f"{place} {number}", Asking)) from error
    return tuple(made)


def _each_once(ways: Iterable[Asking], file: str) -> None:
    seen: set[str] = set()
    for way in ways:
        if (text := way.text.casefold()) in seen:
            raise CatalogueError(f"{file}: {shown(way.text)} stands there twice; expected each text once")
        seen.add(text)
