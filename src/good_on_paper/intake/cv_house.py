"""An employer of several jobs in a CV: named above the roles there, or only with the first of them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.asides import months_in, says_self_employed
from good_on_paper.intake.at_a_house import AT_WORD
from good_on_paper.intake.facts import Findings
from good_on_paper.intake.head_doubts import AT_A_HOUSE, assumed
from good_on_paper.intake.head_names import employer_and_place, is_department, names_in
from good_on_paper.intake.job_words import is_on_its_own, is_town, is_unit, title_score, why_no_work
from good_on_paper.intake.line_dates import dates_of
from good_on_paper.intake.line_parts import is_one_part
from good_on_paper.intake.towns import is_known_place, is_land
from good_on_paper.language.counts import quoted
from good_on_paper.language.partial_date import NOW

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from good_on_paper.intake.cv_groups import Group
    from good_on_paper.intake.cv_habit import Head

_AND: Final = re.compile(r"\s+(?:and|und|et|y|e|en)\s+")
_FIRST: Final = re.compile(r"\s*[,|]\s+")


@dataclass(frozen=True)
class House:
    """An employer with dates of its own, above the roles there."""

    head: Head
    facts: Mapping[str, str]

    def holds(self, group: Group, head: Head, facts: Mapping[str, str]) -> bool:
        """Return whether a later job was there: its dates lie within and it names no other employer."""
        own = bool(head.employer) and not is_unit(head.employer)
        apart = bool(group.above) and not is_town(head.employer)
        own = own and (title_score(head.employer) < 0 or apart)
        return bool(head.title) and not own and _inside(facts, self.facts)

    def take_in(self, head: Head) -> None:
        """Set the employer of a role; the name beside its title becomes its place, or a part of it."""
        named, sure = head.employer, not head.employer or is_known_place(head.employer)
        if named and not sure and self.head.place and f"{head.title}, {named}" in head.line:
            head.title, named = f"{head.title}, {named}", ""  # "Associate, Buildings", at a house in Cardiff
        head.place = ", ".join(filter(None, (named, head.place))) or self.head.place
        head.assumed = "" if sure else assumed(head.title, self.head.employer)
        head.employer = self.head.employer


def house_of(group: Group, head: Head, facts: Mapping[str, str]) -> House | None:
    """Return the employer with its dates, reckoned from "Acme, 7 yrs 1 mo" above several roles; else None."""
    length = next((text for text in map(months_in, head.left) if text), 0) if group.within else 0
    if not (length and head.employer and facts.get("ended")):
        return None
    today = dt.datetime.now().astimezone()
    year, _, month = (f"{today:%Y-%m}" if facts["ended"] == NOW else facts["ended"]).partition("-")
    begun = int(year[:4]) * 12 + (int(month[:2]) if month[:2].isdecimal() else 12) - length - 1
    since = f"{begun // 12:04}-{begun % 12 + 1:02}"
    return House(head, {"started": since, "ended": facts["ended"]})


def at_the_same(group: Group, head: Head, above: Head, places: Collection[str]) -> list[str]:
    """Copy the employer of the job above into a job without one, and return the note about it."""
    if why_no_work(head.title) or is_on_its_own(head.title):  # a time between jobs has no employer
        return []
    # "Institut für Fahrzeugtechnik, Universität Stuttgart" has its house in it
    housed = min(map(title_score, names_in(head.employer)[1:]), default=0) < 0
    if above.employer and group.shares and is_department(head.employer) and not housed:
        head.title, head.employer, head.assumed = f"{head.title}, {head.employer}", "", ""
    alone = says_self_employed(head.title)
    placed = head.employer in places and bool(head.title and (above.employer or alone))
    if placed:  # the place of another job is not an employer
        head.place, head.employer = head.employer, ""
    sole = group.sole()
    if sole and group.shares and any(map(_is_town_we_know, _AND.split(head.employer))):
        head.place, head.employer = ", ".join(filter(None, (head.employer, head.place))), ""
    again = bool(sole) and _is_of_the_same(sole, above.title)
    if above.lines and group.shares and sole and title_score(head.employer) == 0:
        says_where = AT_A_HOUSE.search(head.title) or AT_WORD.search(sole)  # "Verger of St Ann's"
        if (
            head.employer and not says_where and (head.assumed or again)
        ):  # "Associate, Disputes" below the employer's name
            head.title, head.employer, head.assumed = sole, "", ""
        head.lines = above.lines
    if not head.title or head.employer or not (group.shares or placed) or not above.employer:
        return []
    lines = (*group.above, group.anchor, *group.below)
    if any(map(says_self_employed, (above.employer, *(line.text for line in lines)))):
        return []
    head.employer = above.employer
    head.place = head.place or above.place
    if again or (group.within and title_score(head.title) > 0):
        return []
    return [f"taken to be at {above.employer} too, as the job above it."]


def _is_town_we_know(text: str) -> bool:
    return is_known_place(text) and not is_land(text)


def _is_of_the_same(title: str, above: str) -> bool:
    """Return whether two titles end in the same field of work: "Clerk, Disputes", "Partner, Disputes"."""
    _, comma, field = title.partition(", ")
    return bool(comma) and above.endswith(f", {field}")


def at_no_other(head: Head) -> None:
    """Read a town beside a self-employed person's job as its place, and note it."""
    alone = says_self_employed(head.title) and not head.place and title_score(head.employer) == 0
    if alone and is_town(head.employer):
        head.place, head.employer = head.employer, ""
        head.assumed = f"{quoted(head.place)} is read as the place of it, not as an employer"


def is_umbrella(group: Group, head: Head, facts: Mapping[str, str], later: Sequence[Group]) -> bool:
    """Return whether these dates are an employer's as a whole, with the roles there below."""
    rest = group.dated.rest or " | ".join(line.text for line in group.above)
    alone = bool(rest) and not (group.details or group.below or (group.dated.rest and group.above))
    first = _FIRST.split(rest)[0]
    titled = title_score(rest) > 0 or title_score(first) > 0
    if head.title and (not alone or titled or not is_one_part(first)):
        return False
    if group.details or not later or not (later[0].dated.rest or later[0].above):
        return False
    below = later[0].head()
    inner = dates_of("", later[0].dated, Findings())
    surely = title_score(below.title) > 0 and title_score(below.employer) == 0
    if not _inside(inner, facts) or not below.title or (below.employer and not surely):
        return False
    if head.title and title_score(below.title) > 0:
        head.title, (head.employer, head.place) = "", employer_and_place(rest)
    return not head.title


def _inside(inner: Mapping[str, str], outer: Mapping[str, str]) -> bool:
    """Return whether the dates of one job lie within those of another, as far as both are known."""
    if not {"started", "ended"} <= inner.keys() & outer.keys():
        return False
    begins = outer["started"][: len(inner["started"])] <= inner["started"]
    if outer["ended"] == NOW:
        return begins
    known = min(len(outer["ended"]), len(inner["ended"]))
    return begins and inner["ended"] != NOW and inner["ended"][:known] <= outer["ended"][:known]
