"""A locked record from the command to the page: who has the passphrase, and who has not."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.error import HTTPError

import psutil
import pytest
from typer.testing import CliRunner

pytest.importorskip("sqlcipher3")

from good_on_paper.app.command import cli
from good_on_paper.app.known import known
from good_on_paper.record import RECORD_FILE, Record, lock_keys
from good_on_paper.record.locking import lock
from tests.app.jupyter import Kit, Page
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = "three plain green words"
LOOK = """
import os
from good_on_paper.pages.session import me
print(len(me().record.units("role")), os.getpid())
"""


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    lock_keys.forget_keys()
    yield
    lock_keys.forget_keys()


def said(*words: str | Path, code: int = 0, passphrase: str = "", typed: str = "") -> str:
    lock_keys.forget_keys()  # each command is a process of its own
    env = {"GOOD_ON_PAPER_PASSPHRASE": passphrase or None}
    result = CliRunner().invoke(cli, [*map(str, words)], env=env, input=typed)
    assert result.exit_code == code, result.output
    return " ".join(result.output.split())


@pytest.fixture(scope="module", autouse=True)
def _cheap() -> Iterator[None]:
    """A guess costs half a second; here a thousandth will do, as in the copy of the kit."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(lock_keys.COST, "n", 2**6)
        yield


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "record"
    with Record.open(folder) as record:
        record.add_unit("role", sitting=record.sitting("roles"))
    return folder


def test_a_locked_record_opens_with_its_passphrase_only(home: Path) -> None:
    told = said("lock", "--home", home, "--yes", passphrase=WORDS)
    assert "Every start asks for the passphrase." in told
    assert "nobody can open this record again" in told
    assert lock_keys.salt_of(home / RECORD_FILE)
    assert "give it in GOOD_ON_PAPER_PASSPHRASE" in said("check", "--home", home, code=2)
    assert "does not open this record" in said("check", "--home", home, code=1, passphrase="another one")
    assert "The file is sound" in said("check", "--home", home, passphrase=WORDS)
    assert "no longer locked" in said("unlock", "--home", home, "--yes", passphrase=WORDS).lower()
    assert "The file is sound" in said("check", "--home", home)
    assert "is not locked" in said("unlock", "--home", home, "--yes", code=1)


def test_the_loss_is_said_beforehand_and_nobody_is_locked_out_by_half(home: Path) -> None:
    assert "Nobody is there to ask" in said("lock", "--home", home, code=2, passphrase=WORDS)
    assert "too short" in said("lock", "--home", home, "--yes", code=1, passphrase="abc")
    assert not lock_keys.salt_of(home / RECORD_FILE)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    """The kit on a locked record, as it is started by somebody who knows the passphrase."""
    world = tmp_path_factory.mktemp("locked") / "world"
    world.mkdir()
    home = world.with_name("record")
    with Record.open(home) as record:
        record.add_unit("role", sitting=record.sitting("roles"))
    lock(home, WORDS)
    kit = Kit(world, home)
    kit.settings["GOOD_ON_PAPER_PASSPHRASE"] = WORDS
    kit.start()
    yield kit
    kit.stop()


def look(kit: Kit) -> tuple[str, int]:
    """Ask a page how many jobs it shows, and which process that is."""
    roles, process = printed(Page(kit, next(iter(known()))), LOOK).split()
    return roles, int(process)


@pytest.mark.long
def test_the_key_reaches_the_pages_and_nothing_else(kit: Kit) -> None:
    key = lock_keys.derive(WORDS, lock_keys.salt_of(kit.home / RECORD_FILE) or b"")
    secret = key.record.hex()
    roles, process = look(kit)
    assert roles == "1"
    kernel = psutil.Process(process)
    seen = [*kernel.environ().values(), *kernel.cmdline(), kit.log.read_text("utf-8")]
    seen += [file.read_text("utf-8", "replace") for file in kit.world.rglob("kernel-*.json")]
    assert len(seen) > 10
    assert not any(secret in each or WORDS in each for each in seen)
    kit.ask("POST", f"/api/kernels/{Page(kit, next(iter(known()))).kernel}/restart")
    again, other = look(kit)
    assert (again, other != process) == ("1", True), "a kernel that was restarted has it, too"


@pytest.mark.long
def test_a_window_shows_one_person_after_another(kit: Kit) -> None:
    def press(do: str, **given: str) -> str:
        with kit.get("/good-on-paper/people?everyone", "POST", form={"do": do, **given}) as answer:
            return " ".join(answer.read().decode().split())

    _, first = look(kit)
    assert "<script" not in press("new", name="<script>Anna B.")
    press("rename", folder="script anna b", name="Anna B.")
    assert "Anna B." in press("note", folder="script anna b", agreed="Six sessions", until="2020")
    assert "The time you agreed is over" in press("new", name="Søren")
    with kit.get("/good-on-paper/people") as alone:
        assert not {"Søren", "Anna B."} & set(re.findall("Søren|Anna B.", alone.read().decode()))
    assert "differ" in press("lock", folder="søren", passphrase=WORDS, again="another")
    assert "Søren: locked" in press("lock", folder="søren", passphrase=WORDS, again=WORDS)
    assert "does not open" in press("open", folder="søren", passphrase="another")
    assert look(kit) == ("1", first), "it is still open"
    press("open", folder="søren", passphrase=WORDS)
    assert not psutil.pid_exists(first), "what had the other record open is gone"
    roles, process = look(kit)
    assert roles == "0"
    assert psutil.Process(process).environ()["GOOD_ON_PAPER_PERSON"] == "Søren"
    with kit.get("/good-on-paper/hour") as hour:
        where = re.findall(r'href="(/[^"]+)"', hour.read().decode())
    assert {kit.get(address).status for address in where} == {200}
    assert "Press Close first" in press("delete", folder="søren", typed="Søren")
    assert "Søren: closed" in press("close", folder="søren")
    assert not psutil.pid_exists(process)
    with pytest.raises(HTTPError):
        look(kit)
    assert "wiped on" in press("delete", folder="søren", typed="Søren")
    assert "Søren" not in press("archive", folder="script anna b")
    press("open", folder="script anna b")
    close = [sys.executable, "-m", "good_on_paper", "people", "close", "Anna B."]
    done = subprocess.run(close, env=kit.settings, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Anna B.: closed."
    kit.process.wait(PATIENCE)


def printed(page: Page, code: str) -> str:
    heard = page.until_idle(page.send("execute_request", {"code": code, "silent": False}))
    return "".join(one["content"].get("text", "") for one in heard if one["msg_type"] == "stream").strip()
