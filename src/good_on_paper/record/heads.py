"""The last answers of each cell: those that no other comes after.

In one copy of a record each cell has one, the newest. After copies were merged there may be several: each
copy has an answer that the other had not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.record.sums import add_all_sums

if TYPE_CHECKING:
    import sqlite3

_BESIDE: Final = """
INSERT INTO beside (id)
SELECT id FROM answer WHERE seq NOT IN (SELECT max(seq) FROM answer GROUP BY unit, item)
AND id NOT IN (SELECT earlier.value FROM answer, json_each(answer.after) AS earlier)
AND id NOT IN (SELECT earlier.value FROM withheld, json_each(withheld.after) AS earlier)
AND id NOT IN (SELECT id FROM withheld)
"""


def note_beside(sql: sqlite3.Connection) -> None:
    """Note the last answers of each cell besides the newest, so that the next answer comes after all.

    Parameters
    ----------
    sql : sqlite3.Connection
        Inside the transaction that brought rows from another copy.
    """
    sql.execute("DELETE FROM beside")
    sql.execute(_BESIDE)
    add_all_sums(sql)
