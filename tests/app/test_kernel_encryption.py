"""Where kernels cannot speak encrypted, that is said. What encryption keeps: see test_kernels.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import zmq
from jupyter_client.manager import KernelManager
from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.app.server import arguments
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def asked_of_kernels(tmp_path: Path) -> str:
    words = arguments(root=tmp_path, start="a", scratch=tmp_path, token="t", browser=False, port=0)
    (found,) = (word for word in words if word.startswith("--KernelManager.transport_encryption="))
    return found.partition("=")[2]


def checked(home: Path) -> str:
    return CliRunner().invoke(cli, ["check", "--home", str(home)]).output


def test_without_it_the_kit_opens_and_check_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Record.open(tmp_path / "record").close()
    assert asked_of_kernels(tmp_path) == "required"
    assert "other users" not in checked(tmp_path / "record")
    monkeypatch.setattr(zmq, "has", lambda capability: capability != "curve")
    assert asked_of_kernels(tmp_path) == "disabled"
    assert "other users of this computer could read your answers while" in checked(tmp_path / "record")


def test_jupyter_knows_what_is_asked_of_it() -> None:
    """An unknown setting would be ignored without a word."""
    assert "required" in KernelManager.class_traits(config=True)["transport_encryption"].values
