"""Choose which lines to ask about at the target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.frames.targets import NOT_AGAIN, chosen_or_next, of_person, told
from good_on_paper.questions.refused import ends_not_again
from good_on_paper.study.declared import drawn, guesses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.frames.snapshot import Snapshot


MOST_UNKNOWNS: Final = 8


CORE_UNKNOWNS: Final = 6


def lines_to_know(snapshot: Snapshot) -> list[Item]:
    """Return up to eight lines: needs, drawn lines, lines not wanted again, then the first six.

    What the person wrote down about other lines stays in sight below them.
    """
    catalogue = snapshot.catalogue
    ends = [*(of_person(snapshot, NOT_AGAIN) or []), *ends_not_again(snapshot)]
    not_again = [end.rpartition(":")[0] for end in ends]
    core = [item.key for item in catalogue.core[:CORE_UNKNOWNS]]
    keys = _known([*guesses(snapshot), *drawn(snapshot), *not_again, *core], catalogue)
    noted = _known((one.line for one in told(snapshot, chosen_or_next(snapshot))), catalogue)
    return [catalogue.item(key) for key in dict.fromkeys([*keys[:MOST_UNKNOWNS], *noted])]


def _known(keys: Iterable[str], catalogue: Catalogue) -> list[str]:
    return [key for key in dict.fromkeys(keys) if key in catalogue and not catalogue.item(key).hidden]
