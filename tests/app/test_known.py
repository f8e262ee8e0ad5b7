"""Which notebooks the page runs by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.app.known import fingerprint, fingerprints, known
from good_on_paper.app.launcher import kit_folder
from good_on_paper.app.server_extension import own_notebooks

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4)


def notebook(*code: str | list[str], words: str = "") -> dict[str, object]:
    cells = [{"cell_type": "markdown", "source": words}]
    return {"cells": cells + [{"cell_type": "code", "source": source} for source in code]}


def test_the_list_is_that_of_the_notebooks() -> None:
    assert known() == fingerprints(kit_folder() / "notebooks"), (
        "the code of a notebook has changed: python -m good_on_paper.app.known"
    )


def test_words_may_change_and_lines_may_be_listed_either_way() -> None:
    one = fingerprint(notebook("# Jobs\nkit.roles()"))
    assert fingerprint(notebook("# Jobs\nkit.roles()", words="A note of mine")) == one
    assert fingerprint(notebook(["# Jobs\n", "kit.roles()"])) == one


@given(one=SOURCES, other=SOURCES)
def test_other_code_has_another_fingerprint(one: list[str], other: list[str]) -> None:
    joined = [[f"{source}\0" for source in sources] for sources in (one, other)]
    same = "".join(joined[0]) == "".join(joined[1])
    assert (fingerprint(notebook(*one)) == fingerprint(notebook(*other))) == same


def test_only_the_kits_own_folder_counts(tmp_path: Path) -> None:
    kit = kit_folder()
    told = json.loads(own_notebooks(kit))
    assert told["folder"] == "notebooks"
    assert set(told["known"]) == set(known().values())
    assert json.loads(own_notebooks(kit.parent))["folder"] == f"{kit.name}/notebooks"
    assert json.loads(own_notebooks(tmp_path)) is None
