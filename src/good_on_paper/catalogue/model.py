"""One thing that can be asked, and the scale it is answered on."""

import unicodedata
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from good_on_paper.catalogue.typed_words import phrase

Group = Literal[
    "fact",
    "paper",
    "circumstance",
    "outcome",
    "success",
    "unsuccess",
    "definition",
    "target",
    "interview",
    "take_home",
    "offer",
    "boredom",
    "means",
    "worry",
    "minutes",
    "episode",
    "story",
]
GROUPS: tuple[Group, ...] = get_args(Group)
NO_LINES: tuple[Group, ...] = (
    "fact",
    "definition",
    "target",
    "interview",
    "take_home",
    "offer",
    "minutes",
    "episode",
    "story",
)
"""Groups whose items are not about a job, or say only what it was; all others are lines of a job."""

COST: Final = "cost"
"""The key of the outcome that says what a job cost."""

HOW_IT_WENT: Final = "overall"
"""The key of the outcome that says how a job went as a whole."""

KEY_PATTERN = r"^[a-z][a-z0-9_]{0,63}$"
BOSS = "{boss}"


def _one_line(text: str) -> str:
    if text.isprintable():  # nearly all text is plain: there is no control character to take out
        return " ".join(text.split())
    visible = "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
    return " ".join(visible.split())


def _is_blank(given: object) -> bool:
    return isinstance(given, str) and not _one_line(given)


def _not_blank(text: str) -> str:
    if not text:
        raise ValueError("blank")
    return text


Text = Annotated[str, AfterValidator(_one_line)]
Name = Annotated[Text, AfterValidator(_not_blank)]


class Scale(BaseModel):
    """The steps of a rating, whole numbers from `min` to `max`.

    Parameters
    ----------
    min, max
        The first and the last step.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    min: int = 1
    max: int = 7

    @model_validator(mode="after")
    def _has_steps(self) -> Self:
        if self.min >= self.max:
            raise ValueError(f"min {self.min} is not below max {self.max}")
        return self

    def __contains__(self, value: object) -> bool:
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return number and self.min <= value <= self.max  # type: ignore[operator]  # numbers only, seen above


class Item(BaseModel):
    """One line of the catalogue. Texts are single lines; the words `{boss}` in them are filled by `worded`.

    Each field's description says what a file must hold there; errors quote it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    key: str = Field(
        pattern=KEY_PATTERN,
        description="small letters, digits and _, beginning with a letter, 64 characters at most",
    )
    group: Group = Field(description=f"one of {', '.join(GROUPS)}")
    kind: Literal["rating", "text", "date", "choice", "number", "duration"] = Field(
        "rating", description='"rating", "text", "date", "choice", "number" or "duration"'
    )
    label: Name = Field(description="a short name for charts and lists, as text in quotes")
    ask: Text = Field(
        "", description='the heading that asks, as text in quotes ("How free were you to ...?")'
    )
    need: Text = Field(
        "", description='as something one needs to do good work, as text ("Choosing how I do the work")'
    )
    said: Text = Field(
        "",
        description='the upper half as a finding, as text in quotes ("I chose how to do the work")',
    )
    low: Text = Field("", description="what the lowest step means, as text in quotes")
    high: Text = Field("", description="what the highest step means, as text in quotes")
    scale: Scale = Field(
        Scale(), strict=False, description="whole numbers, min below max, such as {min = 1, max = 7}"
    )
    scope: Literal["external", "internal"] | None = Field(None, description='"external" or "internal"')
    time: Literal["career", "day", "moment"] | None = Field(None, description='"career", "day" or "moment"')
    keyed: Literal[-1, 0, 1] = Field(
        0, description="1, -1 or 0: more of it is by itself nicer, harder, or neither"
    )
    kin: tuple[str, ...] = Field(
        (), strict=False, description='a list of keys that say nearly the same, such as ["growth"]'
    )
    core: int | None = Field(
        None, ge=1, le=12, description="a rank from 1 to 12, for a place among the first twelve"
    )
    revision: int = Field(1, ge=1, description="a whole number, 1 or more, raised when the meaning changes")
    order: float | None = Field(
        None, allow_inf_nan=False, description="a number: the place in the list, 2.5 stands between 2 and 3"
    )
    hidden: bool = Field(default=False, description="true or false")
    private: bool = Field(default=False, description="true or false")
    on_request: bool = Field(default=False, description="true or false")
    middle: bool = Field(default=False, description="true or false")
    options: tuple[Text, ...] = Field(
        (), strict=False, description='a list of two or more texts to choose from, such as ["yes", "no"]'
    )
    quadrant: Literal["think-toward", "do-toward", "think-away", "do-away"] | None = Field(
        None, description='"think-toward", "do-toward", "think-away" or "do-away"'
    )
    line: Text = Field("", description='the end of a line that it is about, such as "pace:high"')
    hint: Text = Field("", description="an example for an empty field, as text in quotes")
    construct_: Text = Field("", alias="construct", description="the name of the idea behind it, as text")
    source: Text = Field("", description="where the idea comes from, as text in quotes")

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, given: Any) -> Any:  # noqa: ANN401 -- whatever was handed in, before it is checked
        """Put words to a rating that came with a bare name (a column of a table)."""
        if not isinstance(given, dict) or not isinstance(label := given.get("label"), str):
            return given
        if given.get("said") == f"there was “{label}”":  # so a need of one's own was worded at first
            given = given | {"said": f"“{label}” was true"}
        filled = {
            "ask": label,
            "need": label,
            "said": f"“{label}” was high",
            "low": "lowest",
            "high": "highest",
        }
        if given.get("kind", "rating") != "rating":
            filled = {"ask": label}
        return given | {field: text for field, text in filled.items() if _is_blank(given.get(field, ""))}

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if self.kind == "choice" and len(self.options) < 2:  # noqa: PLR2004 -- a choice is between two or more
            raise ValueError(f"options: found {list(self.options)}; a choice needs two options or more")
        if self.kind not in ("choice", "duration") and self.options:
            raise ValueError(f'options: found {list(self.options)}; only "choice" and "duration" have them')
        if self.key in self.kin:
            raise ValueError(f"kin: found its own key {self.key!r}; expected the keys of other lines")
        return self

    def in_sentences(self) -> "Item":
        """Return the item as its words stand in a sentence: without the stops that were typed at their end.

        Returns
        -------
        Item
            A copy; the words are also without stops where `ask` and `said` quote them.
        """
        given = {field: getattr(self, field) for field in ("label", "need", "said", "low", "high")}
        kept = {field: phrase(text) or text for field, text in given.items()}
        if kept == given:
            return self
        quoting = {"ask": self.ask, "said": kept["said"]}
        quoting = {
            field: text.replace(f"“{self.label}”", f"“{kept['label']}”") for field, text in quoting.items()
        }
        return self.model_copy(update=kept | quoting)

    def worded(self, boss: str = "my manager") -> "Item":
        """Return the item with `{boss}` filled in everywhere.

        Parameters
        ----------
        boss
            The word for the boss in this role, with its article: "the head", "the clients". Blank means "my
            manager".

        Returns
        -------
        Item
            A copy with the words filled in; key, scale and revision are unchanged.
        """
        word = boss.strip() or "my manager"
        texts = {
            field: getattr(self, field) for field in ("label", "ask", "need", "said", "low", "high", "hint")
        }
        said = {field: text.replace(BOSS, word) for field, text in texts.items() if BOSS in text}
        return self.model_copy(update=said) if said else self
