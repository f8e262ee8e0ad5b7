"""Notebooks laid and renewed: what a person made or changed is never touched."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.app.lay_notebooks import LIST, lay_notebooks

A, B, NEW = "A.ipynb", "B.ipynb", "A (new).ipynb"


def notebook(*sources: str, **metadata: object) -> str:
    cells = [{"cell_type": "markdown", "metadata": metadata, "source": source} for source in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


class Kit:
    """The versions of a kit, and the folder they are laid in one after the other."""

    def __init__(self, folder: Path) -> None:
        self.mine, self.shipped = folder / "kit" / "notebooks", folder / "shipped"

    def comes(self, **pages: str) -> dict[str, str]:
        """Start a version with these pages."""
        shutil.rmtree(self.shipped, ignore_errors=True)
        self.shipped.mkdir()
        for name, text in pages.items():
            (self.shipped / f"{name}.ipynb").write_text(text, encoding="utf-8")
        return lay_notebooks(self.shipped, self.mine)

    @property
    def here(self) -> dict[str, str]:
        return {path.name: path.read_text(encoding="utf-8") for path in self.mine.iterdir()}


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(tmp_path)


def test_what_was_not_changed_is_renewed(kit: Kit) -> None:
    assert kit.comes(A=notebook("one"), B=notebook("same")) == {}
    (kit.mine / B).write_text(notebook("same", collapsed=True))  # folded by a click: no change
    assert kit.comes(A=notebook("two"), B=notebook("same")) == {}
    assert kit.here == {A: notebook("two"), B: notebook("same", collapsed=True)}
    assert kit.comes(C=notebook("two")) == {}
    assert kit.here == {"C.ipynb": notebook("two")}, "a page that got another name does not stay behind"


def test_a_changed_notebook_stays_and_the_new_one_goes_beside_it(kit: Kit) -> None:
    kit.comes(A=notebook("one"))
    mine = notebook("one", "and a note of mine")
    (kit.mine / A).write_text(mine)
    assert kit.comes(A=notebook("one")) == {}, "the same version: there is nothing new"
    assert kit.comes(A=notebook("two")) == {A: NEW}
    assert kit.comes(A=notebook("two")) == {A: NEW}
    assert kit.comes(A=notebook("three")) == {A: NEW}
    assert kit.here == {A: mine, NEW: notebook("three")}
    (kit.mine / NEW).write_text("changed as well")
    assert kit.comes(A=notebook("four")) == {A: "A (new 2).ipynb"}
    assert kit.here == {A: mine, NEW: "changed as well", "A (new 2).ipynb": notebook("four")}


def test_of_the_two_either_can_be_deleted(kit: Kit) -> None:
    kit.comes(A=notebook("one"))
    (kit.mine / A).write_text("mine")
    kit.comes(A=notebook("two"))
    (kit.mine / NEW).unlink()
    assert kit.comes(A=notebook("two")) == {}
    assert kit.here == {A: "mine"}, "thrown away is thrown away, until there is a newer one"
    assert kit.comes(A=notebook("three")) == {A: NEW}
    (kit.mine / A).unlink()
    assert kit.comes(A=notebook("three")) == {}
    assert kit.here == {A: notebook("three")}


def test_what_was_never_laid_is_the_persons(kit: Kit) -> None:
    kit.mine.mkdir(parents=True)
    (kit.mine / A).write_text("mine")
    (kit.mine / NEW).mkdir()
    assert kit.comes(A=notebook("one")) == {A: "A (new 2).ipynb"}
    assert (kit.mine / A).read_text() == "mine"
    assert (kit.mine / NEW).is_dir()


@pytest.mark.parametrize("list_", [None, "", "[]", "\xff{", '{"A.ipynb": 7}'])
def test_without_its_list_it_replaces_nothing(kit: Kit, list_: str | None) -> None:
    kit.comes(A=notebook("one"), B=notebook("same"))
    path = kit.mine.parent / LIST
    path.unlink() if list_ is None else path.write_text(list_, encoding="latin-1")
    assert kit.comes(A=notebook("two"), B=notebook("same")) == {A: NEW}
    assert kit.here == {A: notebook("one"), NEW: notebook("two"), B: notebook("same")}


TEXTS = st.sampled_from([notebook("one"), notebook("two"), notebook("three")])
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("starts"), TEXTS),
        st.tuples(st.sampled_from([A, NEW, "Mine.ipynb"]), st.sampled_from(["delete", "write"])),
    ),
    max_size=12,
)


@given(deeds=DEEDS)
def test_whatever_happens_nothing_the_person_wrote_is_touched(deeds: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        kit, wrote = Kit(Path(folder)), {}
        kit.mine.mkdir(parents=True)
        for number, (what, how) in enumerate(deeds):
            if what == "starts":
                beside = kit.comes(A=how)
                assert all(kit.here[name] == how for name in beside.values() if name not in wrote)
                assert how in kit.here.values() or A in wrote, "a page that is gone comes back"
            elif how == "write":
                wrote[what] = notebook(f"of the person {number}")
                (kit.mine / what).write_text(wrote[what])
            else:
                (kit.mine / what).unlink(missing_ok=True)
                wrote.pop(what, None)
            assert wrote.items() <= kit.here.items()
