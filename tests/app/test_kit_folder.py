"""Which folder JupyterLab shows."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from good_on_paper.app import kit_folder
from good_on_paper.app.kit_folder import LaunchError, ready_kit_folder, shipped_notebooks
from good_on_paper.record import folder as record_folder
from good_on_paper.record import person_folder
from good_on_paper.record.people import new

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package as it lies in an environment, and a home to lay its one notebook in."""
    package = tmp_path / "env" / "lib" / "site-packages" / "good_on_paper"
    (package / "notebooks").mkdir(parents=True)
    (package / "notebooks" / "A page.ipynb").write_text(json.dumps({"cells": []}))
    monkeypatch.setattr(kit_folder, "__file__", str(package / "app" / "kit_folder.py"))
    for module in (kit_folder, record_folder):  # never in the folder of whoever runs the tests
        monkeypatch.setattr(module, "user_data_path", lambda name, **_: tmp_path / "data" / name)
    return package


def test_a_clone_shows_itself(tmp_path: Path) -> None:
    folder, beside = ready_kit_folder(tmp_path)
    assert folder / "notebooks" == shipped_notebooks()
    assert (folder / "run.py").is_file()
    assert beside == {}
    assert not (folder / ".laid.json").exists(), "in a clone nothing is laid"


def test_a_package_lays_its_notebooks_apart_from_every_record(package: Path, tmp_path: Path) -> None:
    folder, beside = ready_kit_folder(tmp_path / "record")
    assert (folder / "notebooks" / "A page.ipynb").read_bytes() == (
        package / "notebooks" / "A page.ipynb"
    ).read_bytes()
    assert beside == {}
    assert sorted(path.name for path in folder.iterdir()) == [".laid.json", "notebooks"]
    for record in (person_folder(), new("kit").folder, new("good-on-paper-kit").folder):
        assert record.parent == tmp_path / "data" / "good-on-paper"
        assert not record.is_relative_to(folder)


@pytest.mark.skipif(os.name == "nt", reason="permissions are another thing there")
def test_only_the_owner_can_look_into_it(package: Path, tmp_path: Path) -> None:
    assert package.exists()
    folder = tmp_path / "data" / kit_folder.LAID
    folder.mkdir(parents=True, mode=0o755)
    assert ready_kit_folder(tmp_path / "record")[0] == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_no_record_is_kept_among_what_is_shown(package: Path, tmp_path: Path) -> None:
    assert package.exists()
    shown = tmp_path / "data" / kit_folder.LAID
    for inside in (shown, shown / "mine", tmp_path / "data" / "elsewhere" / ".." / shown.name / "mine"):
        with pytest.raises(LaunchError, match="Choose another folder with --home"):
            ready_kit_folder(inside)
    assert not shown.exists()


def test_where_nothing_can_be_laid_it_says_so(package: Path, tmp_path: Path) -> None:
    assert package.exists()
    (tmp_path / "data").write_text("a file in the place of a folder")
    with pytest.raises(LaunchError, match=r"-kit: the notebooks cannot be put there \(.*nothing is lost"):
        ready_kit_folder(tmp_path / "record")


def test_without_notebooks_it_says_where_to_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit_folder, "__file__", str(tmp_path / "a" / "b" / "c" / "kit_folder.py"))
    with pytest.raises(LaunchError, match=r"run\.py"):
        shipped_notebooks()
