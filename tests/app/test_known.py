"""Which notebooks the page runs by itself."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.app.kit_folder import shipped_notebooks
from good_on_paper.app.known import fingerprint, fingerprints, is_page, known, renamed, told_to_the_page
from good_on_paper.app.lay_notebooks import lay_notebooks

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4)


def notebook(*code: str | list[str], words: str = "") -> dict[str, object]:
    cells = [{"cell_type": "markdown", "source": words}]
    return {"cells": cells + [{"cell_type": "code", "source": source} for source in code]}


def test_the_list_is_that_of_the_notebooks() -> None:
    assert known() == fingerprints(shipped_notebooks()), (
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


def test_the_page_is_told_which_are_the_kits() -> None:
    notebooks = shipped_notebooks()
    told = json.loads(told_to_the_page(notebooks, notebooks.parent))
    assert told["folder"] == "notebooks"
    assert set(told["known"]) == set(known().values())


def test_a_page_of_an_old_name_that_the_person_changed_stays_and_still_runs(tmp_path: Path) -> None:
    old, notebooks = "03 Before a talk.ipynb", tmp_path / "notebooks"
    shipped = shutil.copytree(shipped_notebooks(), tmp_path / "shipped")
    (shipped / "03 Before an interview.ipynb").rename(shipped / old)
    lay_notebooks(shipped, notebooks)
    mine = json.loads((notebooks / old).read_text(encoding="utf-8"))
    mine["cells"][0]["source"] = "A note of mine"
    (notebooks / old).write_text(json.dumps(mine), encoding="utf-8")
    assert lay_notebooks(shipped_notebooks(), notebooks) == {}
    assert {path.name for path in notebooks.iterdir()} == {*known(), old}
    assert json.loads((notebooks / old).read_text(encoding="utf-8")) == mine
    assert is_page(notebooks / old, notebooks)
    assert renamed(notebooks) == {}


def test_a_page_is_one_by_its_code_and_its_folder(tmp_path: Path) -> None:
    page = shutil.copy(shipped_notebooks() / "00 Start here.ipynb", tmp_path / "Renamed.ipynb")
    assert is_page(page, tmp_path)
    assert not is_page(page, tmp_path / "elsewhere")
    (tmp_path / "own.ipynb").write_text(json.dumps(notebook("import mine")))
    assert not is_page(tmp_path / "own.ipynb", tmp_path)
    assert not is_page(tmp_path / "not there.ipynb", tmp_path)
    assert not is_page(tmp_path, tmp_path.parent)
