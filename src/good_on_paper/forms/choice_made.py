"""One choice that the kit made for the person: its current state, and what it can be changed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from good_on_paper.forms.form import Refusal

Kind = Literal["one", "several", "days", "draw", "order"]
NOTHING: Final = "nothing"


@dataclass(frozen=True)
class Pick:
    """What is chosen, as the record keeps it.

    Attributes
    ----------
    state : str
        As in `good_on_paper.record.Answer`.
    value : object
        The value; None if the state is not "value".
    """

    state: str = "cleared"
    value: Any = None


@dataclass(frozen=True)
class Control:
    """A control for one choice.

    Attributes
    ----------
    key : str
        The item of the person's answer.
    label : str
        What is chosen.
    kind : str
        "one" of the options, "several" of them, a number of "days"; "draw": by chance; "order": all options,
        in the order of units.
    options : tuple
        What can be chosen, each with its words.
    usual : Pick
        The choice as long as the person made none.
    limits : tuple of int
        The least and the most: days, or number of options.
    """

    key: str
    label: str
    kind: Kind = "one"
    options: tuple[tuple[Pick, str], ...] = ()
    usual: Pick = Pick()
    limits: tuple[int, int] = (1, 1)

    def check(self, given: Pick) -> None:
        """Refuse anything that is not one of the options.

        Raises
        ------
        Refusal
            The message says what was expected.
        """
        least, most = self.limits
        if self.kind == "days":
            whole = isinstance(given.value, int) and not isinstance(given.value, bool)
            if given.state != "cleared" and not (whole and least <= given.value <= most):
                raise Refusal(
                    f"{given.value!r} is no number of days; expected a whole number from {least} to {most}."
                )
        elif self.kind == "several":
            there, chosen = [one.value for one, _ in self.options], given.value
            if given.state != "cleared" and (
                not isinstance(chosen, list)
                or any(one not in there or chosen.count(one) > 1 for one in chosen)
                or len(chosen) > most
            ):
                raise Refusal(
                    f"{self.label}: {chosen!r} was not understood. Expected at most {most}, each once."
                )
        elif self.kind in ("draw", "order") or given not in [one for one, _ in self.options]:
            words = ", ".join(words for _, words in self.options)
            raise Refusal(f"{self.label}: {given.value!r} cannot be chosen. Expected one of: {words}.")

    def words(self, given: Pick) -> str:
        """Return a choice in words."""
        called = {one.value: words for one, words in self.options if one.state == "value"}
        if isinstance(given.value, list):
            return "; ".join(called.get(one, str(one)) for one in given.value) or NOTHING
        if given.state == "value":
            days = " days" if self.kind == "days" else ""
            return called.get(given.value, f"{given.value}{days}")
        return next((words for one, words in self.options if one == given), NOTHING)


@dataclass(frozen=True)
class Chosen:
    """One choice in its current state.

    Attributes
    ----------
    what, stands : str
        The subject of the choice, and its current state.
    page : str
        The notebook it belongs to; "" if there is none.
    controls : tuple of Control
        The controls that change it here, with its history.
    fixed : str
        Why it can no longer be changed; "" if it can.
    note : str
        What a change affects.
    """

    what: str
    stands: str
    page: str = ""
    controls: tuple[Control, ...] = ()
    fixed: str = ""
    note: str = ""
