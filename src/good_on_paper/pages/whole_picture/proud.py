"""What the person may be proud of, before we count anything: their own words for what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.charts import naming
from good_on_paper.charts.whole_picture import WholeRow
from good_on_paper.pages.start.highlight import highlight

if TYPE_CHECKING:
    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

MOST: Final = 3


def proud(person: Person, names: Naming = "names", *, private: bool = True) -> tuple[WholeRow, ...]:
    """Return up to three things the person did, the latest first, from different jobs.

    If nothing is written down yet, it is what made the best job good.

    Parameters
    ----------
    person, names
        Whose they are, and whether their jobs are named.
    private : bool
        Include what they have not released to be shown.
    """
    done = person.achievements().sort_values("year", ascending=False, kind="stable", na_position="last")
    done = done[done["what"].ne("") & (done[keys.MAY_SHOW] | private)].drop_duplicates("role_unit")
    shown = naming(person.roles().index, names)
    rows = [
        WholeRow(row["what"], shown.get(row["role"], ""), private=not row[keys.MAY_SHOW])
        for row in done.head(MOST).to_dict("records")
    ]
    if rows or not private:
        return tuple(rows)
    said = highlight(person)
    return () if said is None else (WholeRow(said.words, said.job if names == "names" else "", private=True),)
