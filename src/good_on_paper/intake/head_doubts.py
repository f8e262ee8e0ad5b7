"""What is unsure about the head of a job: notes for the person on how its names were read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import is_mode, says_self_employed
from good_on_paper.intake.head_names import ends_in_legal_form, is_odd_place, may_end_in_place, names_in
from good_on_paper.intake.job_vocabulary import JOINING
from good_on_paper.intake.job_words import is_town, is_unit, says_a_role, title_score
from good_on_paper.intake.towns import is_known_place, is_land
from good_on_paper.language.counts import quoted
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from good_on_paper.intake.cv_habit import Habit, Head

_TWO: Final = 2
_WORDS: Final = 6
"""How many spaces a job title has at most that stands for certain without an employer."""
_LIKE_A_TOWN: Final = re.compile(
    r"\w{2,}(?:bridge|ford|bury|mouth|wick|shire|stead|borough|burgh|minster|haven|ville|stadt|burg|dorf|hausen"
    r"|heim|kirchen|ingen|feld|brunn|bach|dam|drecht|hoven|kerk|stad|holm|borg|vik)"
    r"|(?:St\.?|Saint|San|Santa|S\u00e3o|Bad|Great|Little|Upper|Lower|Much|West|East|North|South)[- ]\w+"
)
"""How many towns are called, so that a name alone beside a title may be one: "Wadebridge"."""
_CAPITAL: Final = re.compile(r".+[A-Z\u00c0-\u00de]")
AT_A_HOUSE: Final = re.compile(
    r"\s(?:of|at|in|de|von|der|an|à)\s(?:St\.?\s|Saint\b|San\s|Santa\s|.*['\u2019]s$)"
)
"""A title that says where it was, so that a name behind it may be the town."""
_NO_NAME: Final = re.compile(r"[0-9]+ [a-z].*|.*[.!;]|[a-z\u00df-\u00ff].* .* .*|(?:\S+ ){8}.*")
"""A description, not the name of an employer: "12 branches", a sentence."""
_SHORT_DATE: Final = re.compile(
    r"(?<!\w)['\u2019][0-9]{2}(?!\w)|(?<![\w.])[0-9]{1,2}\s?[-\u2013/]\s?[0-9]{2}(?![\w%])"
    r"|(?<![0-9])(?:19|20)[0-9]{2}\s?[-\u2013\u2014](?![0-9])|[-\u2013\u2014]\s?(?:19|20)[0-9]{2}(?![0-9])"
)
"""What may be dates within a name: "02-11", "'09"."""
_SAID_OF_IT: Final = re.compile(r"\((?=[^()]*[\s,])(?:[^()]*[\s,])?[a-z\u00df-\u00ff]{4,}[^()]*\)$")
"""Words in brackets that tell something of an employer, or of the job: "(UK tour)"."""
_NAME_IN_BRACKETS: Final = re.compile(
    r"\([A-Z\u00c0-\u00de][a-z\u00df-\u00ff'\u2019]+(?:,? [A-Z\u00c0-\u00de]\S+)+\)$"
)
"""A name behind a title that may be the employer: "call handler (Practice Plus)"."""
_BEFORE_A_TOWN: Final = frozenset(f"{JOINING} and & y et und e the la le zu zum zur".split())
_AFTER_BRACKETS: Final = re.compile(r"\w \([^()]+\) \w")


_OF_NAMES: Final = re.compile(
    r".* is read as what you were(?:, .* as the employer|; no employer stands in it)"
)


def assumed(title: str, employer: str) -> str:
    """Return a note on how title and employer were read."""
    title, employer = (text.replace(" | ", ", ") for text in (title, employer))
    if not employer:
        return f"{quoted(title)} is read as what you were; no employer stands in it"
    if not title:
        return f"no job title stands in it; {quoted(employer)} is read as the employer"
    return f"{quoted(title)} is read as what you were, {quoted(employer)} as the employer"


def note_of(head: Head) -> str:
    """Return what was assumed of a job, with its names as they stand once all of it is read."""
    return assumed(head.title, head.employer) if _OF_NAMES.fullmatch(head.assumed) else head.assumed


def _runs_on(title: str) -> bool:
    """Return whether a firm may stand behind a job title without a sign: "Barista Costa"."""
    first, _, behind = title.partition(" ")
    if says_a_role(first) and (
        title_score(behind) < 0 or (first.islower() and behind[:1].isupper())
    ):  # "supervisor Bluebird Care"
        return True
    before, space, last = title.rpartition(" ")
    if says_a_role(first) and is_known_place(last) and " " in before:  # "Packer Quillow Hull"
        return True
    if _AFTER_BRACKETS.search(title):  # "Handels (Hull) manager"
        return True
    if not space or title.isupper() or title_score(last) != 0:
        return False
    if title.islower():  # "waitress zizzi truro"
        return " " in before and title_score(before.partition(" ")[0]) > 0
    return last[:1].isupper() and title_score(before.rpartition(" ")[2]) > 0


def missing(head: Head, *, housed: bool = False) -> str:
    """Return a note on how the only name of a job is read; empty text if it has both.

    If most other jobs are `housed`, each with its employer, a title of several words alone is unsure too: one
    of them may be the employer.
    """
    unsure = (
        (housed and " " in head.title)
        or head.title.count(" ") > _WORDS
        or title_score(head.title) <= 0
        or _runs_on(head.title)
    )
    unsure = unsure or _NAME_IN_BRACKETS.search(head.title) is not None
    unsure = unsure and not (says_self_employed(head.title) or head.kind == "freelance")
    if head.title and not head.employer and unsure:
        return assumed(head.title, "")
    if head.employer and not head.title:
        return assumed("", head.employer)
    return ""


def doubt(head: Head, habit: Habit) -> None:
    """Note what was read as what, if a name may be something else."""
    may_be_place = 1 < head.parts < habit.parts and title_score(head.employer) == 0
    if head.title and (is_no_name(head.employer) or _is_no_house(head) or _SHORT_DATE.search(head.title)):
        head.assumed = assumed(head.title, head.employer)
    elif (
        may_be_place
        or _may_be_swapped(head)
        or _may_be_a_town(head, habit)
        or (head.title and may_end_in_place(head.employer))
    ):
        head.assumed = head.assumed or assumed(head.title, head.employer)
    elif _is_unsure_place(head):
        head.assumed = head.assumed or f"{quoted(head.place)} is read as the place"


def _is_no_house(head: Head) -> bool:
    """Return whether what is read as the employer may be a place, a department or a job."""
    employer = head.employer
    if not employer or says_self_employed(head.title):
        return False
    _, dash, behind = employer.partition(" \N{EN DASH} ")
    if dash and title_score(behind) >= 0:  # "Oikos \u2013 Aid and Development" may end in a place
        return True
    if (
        _SAID_OF_IT.search(employer)
        or town_behind(head)[1]
        or is_known_place(employer)
        or is_unit(employer)
        or _is_a_role(employer)
        or _SHORT_DATE.search(employer)
        or ": " in employer
    ):
        return True
    if title_score(employer) < 0:
        return False
    return any(title_score(part) < 0 or ends_in_legal_form(part) for part in names_in(head.title)[1:])


def _is_a_role(employer: str) -> bool:
    """Return whether an employer's name is that of a job: "Senior Analyst", not "Boots the Chemist"."""
    words = employer.split()
    if (
        title_score(employer) <= 0
        or "&" in words
        or ends_in_legal_form(employer)
        or says_self_employed(employer)
    ):
        return False
    return says_a_role(words[0]) or (len(words) == _TWO and words[0].islower())


def town_behind(head: Head) -> tuple[str, str]:
    """Part an employer from a town that may follow it without a sign: "HMRC Cardiff", not "Bank of Cork"."""
    words = head.employer.split()
    if head.place or title_score(head.employer) < 0:
        return head.employer, ""
    towns = (at for at in range(1, len(words)) if is_known_place(" ".join(words[at:])))
    at = next(towns, 0)
    if not at or any(plain(word) in _BEFORE_A_TOWN for word in words[:at]):
        return head.employer, ""
    return " ".join(words[:at]), " ".join(words[at:])


def _may_be_swapped(head: Head) -> bool:
    """Return whether the employer may be what somebody was, or the town of the house in the title."""
    if head.employer.islower() and _CAPITAL.search(head.title):  # "inside (HMP Leeds), orderly"
        return True
    if head.place or not is_town(head.employer):
        return False
    return (AT_A_HOUSE.search(head.title) or _LIKE_A_TOWN.fullmatch(head.employer)) is not None


def _may_be_a_town(head: Head, habit: Habit) -> bool:
    """Return whether a name before a land may be a town, not an employer: "Thirsk, Wales"."""
    alone = " " not in head.employer and is_town(head.employer) and not head.employer.isupper()
    return alone and is_land(head.place) and not habit.lands


def _is_unsure_place(head: Head) -> bool:
    """Return whether a place looks like something else, or is an unknown name in brackets."""
    if not (head.employer and head.place):
        return False
    bracketed = f"({head.place})" in head.line and not is_mode(head.place)
    return is_odd_place(head.place, head.employer) or (
        bracketed and not any(map(is_known_place, head.place.split(", ")))
    )


def is_no_name(text: str) -> bool:
    """Return whether a text cannot be an employer's name; the full stop of "S.A." ends no sentence."""
    return _NO_NAME.fullmatch(text) is not None and not ends_in_legal_form(text)
