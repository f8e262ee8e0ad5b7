"""Secrets typed into every field, then every byte that was written outside the record's folder."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import uuid
import zipfile
from typing import TYPE_CHECKING

import pytest

from good_on_paper.record import Record
from tests.app.jupyter import Kit, Page

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long

FACTS = ("title", "employer", "started", "ended", "place", "summary", "boss_word")

ENDED = "ended with "
IMPORT = f"""
import sys
from good_on_paper.app.command import cli
for file in sys.argv[2:]:
    try:
        cli(["import", file, "--yes", "--home", sys.argv[1]])
    except SystemExit as end:
        print("\\n{ENDED}" + str(end.code or 0))
"""
"""One command after another, in one process: to start one for each takes a second."""
LAID_BY_OTHERS = (".cache/matplotlib", ".config/matplotlib", ".local/share/jupyter")
"""What Jupyter and Matplotlib lay into a home folder: keys, signatures of notebooks, a list of fonts."""


def secret(name: str) -> str:
    return f"qzx-{name}-vwk"


def type_everything(page: Page) -> None:
    roles = page.form("roles")
    units = [uuid.uuid4().hex for _ in range(3)]
    for number, unit in enumerate(units):
        page.tell(roles, type="add_role", unit=unit)
        for key in FACTS:
            text = secret(f"{key}{number}")
            [reply, *_] = page.tell(roles, type="answer", unit=unit, item=key, state="value", value=text)
            assert reply["type"] == "ack", reply
    # a conflict, a field that is none, a text far too long: all come back as words
    cell = {"unit": units[0], "item": "title", "state": "value"}
    said = page.tell(roles, type="answer", **cell, value=secret("conflict"), replaces=None)
    said += page.tell(roles, type="answer", **cell | {"item": secret("key")}, value=secret("nowhere"))
    said += page.tell(roles, type="answer", **cell, value=secret("long") * 5000)
    said += page.tell(roles, type="answer", **cell | {"unit": secret("unit")}, value=secret("lost"))
    assert {reply["type"] for reply in said} <= {"refused", "failed"}, said
    bring_in = page.form("bring_in")
    [looked] = page.tell(bring_in, type="look", text=f"{secret('pasted')}, {secret('at')}, 2014-2016")
    places = [role["where"] for role in looked["look"]["roles"]]
    page.tell(bring_in, type="bring_in", look=looked["look"]["token"], places=places)
    [refused] = page.tell(bring_in, type="look", text="\n".join(secret("many") for _ in range(3000)))
    assert refused["type"] == "refused"


def rate(page: Page) -> None:
    grid = page.form("lines")
    [state] = page.tell(grid, type="ready")
    line, units = state["lines"][0], [role["unit"] for role in state["roles"]]
    for number, unit in enumerate(units):
        page.tell(grid, type="answer", unit=unit, item=line["key"], state="value", value=1 + number)


def import_by_command(kit: Kit, given: Path) -> None:
    """Files with secrets, sound and broken; what the terminal shows is the person's own to keep."""
    given.mkdir()
    out = io.StringIO()
    csv.writer(out).writerows(
        [
            ("Company Name", "Title", "Description", "Location", "Started On", "Finished On"),
            (secret("company"), secret("position"), secret("description"), secret("location"), "2011", ""),
        ]
    )
    with zipfile.ZipFile(given / "linkedin.zip", "w") as parts:
        parts.writestr("Positions.csv", out.getvalue())
        words = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n"
        row = f"{secret('friend')},x,y,z,{secret('praise')},2022,VISIBLE\r\n"
        parts.writestr("Recommendations_Received.csv", words + row)
    (given / "table.csv").write_text(f"title,{secret('own line')}\n{secret('row')},5\n", "utf-8")
    (given / "broken.json").write_text(f'{{"work": [{{"name": "{secret("broken")}"', "utf-8")
    (given / "open.csv").write_text(f'title\n"{secret("quote")}\n', "utf-8")
    files = {"linkedin.zip": 0, "table.csv": 0, "broken.json": 1, "open.csv": 1}
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, str(kit.home), *(str(given / name) for name in files)],
        env=kit.settings,
        cwd=kit.world,
        capture_output=True,
        check=True,
        text=True,
    )
    codes = [int(line.removeprefix(ENDED)) for line in done.stdout.splitlines() if line.startswith(ENDED)]
    assert codes == list(files.values()), done.stderr


def leaks(folder: Path) -> list[str]:
    """Name each file that holds a secret in its name or its bytes, however they are written down."""
    signs = (b"qzx-", "qzx-".encode("utf-16-le"), b"qzx-".hex().encode())
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if "qzx-" in path.name or (path.is_file() and any(sign in path.read_bytes() for sign in signs))
    ]


def use(kit: Kit, given: Path) -> None:
    """Do what a person does in all notebooks, and save them with all they could have shown."""
    names = [path.name for path in sorted((kit.kit / "notebooks").glob("*.ipynb"))]
    work, like = (
        name for name in names if name.endswith(("Your work so far.ipynb", "What it was like.ipynb"))
    )
    first = Page(kit, work)
    notebooks = [first.run()]
    type_everything(first)
    import_by_command(kit, given)
    second = Page(kit, like)
    notebooks.append(second.run())
    rate(second)
    others = []
    for name in names:
        if name in (work, like):
            continue
        others.append(page := Page(kit, name))  # not before: the server hangs up on who hears no ping
        notebooks.append(page.run())
        for widget in page.widgets:
            page.tell(widget, type="ready")
            page.tell(widget, type="show", chart=0, names="names", theme="light")
    assert "qzx-title0" in str([page.told for page in others]), "the pages do show it"
    shown = [cell.get("outputs") for notebook in notebooks for cell in notebook["cells"]]
    assert "qzx-" not in json.dumps(shown), "what a cell showed could be saved by another program"
    for page, notebook in zip((first, second, *others), notebooks, strict=True):
        notebook["metadata"]["widgets"] = {"state": secret("state")}
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                text = {"text/plain": secret("output")}
                cell["outputs"] += [{"output_type": "display_data", "data": text, "metadata": {}}]
        page.save(notebook)
        page.socket.close()
    kit.ask("POST", f"/api/kernels/{first.kernel}/restart", {})  # the one that all pages share


@pytest.mark.skipif(sys.platform == "win32", reason="Jupyter's folders are elsewhere there")
def test_no_byte_outside_the_records_folder_holds_what_was_typed(tmp_path: Path) -> None:
    kit = Kit(tmp_path / "world", tmp_path / "record")
    kit.start()
    try:
        use(kit, tmp_path / "given")
    finally:
        kit.stop()
    assert list((kit.kit / "notebooks").rglob("*checkpoint*")), "there is something to find"
    assert leaks(kit.home), "and it would be found"
    assert leaks(kit.world) == []
    home = {path.relative_to(kit.world / "home").as_posix() for path in (kit.world / "home").rglob("*")}
    assert {name for name in home if not name.startswith(LAID_BY_OTHERS)} <= {
        ".cache",
        ".config",
        ".local",
        ".local/share",
    }
    with Record.open(kit.home) as record:
        typed = str([answer.value for answer in record.answers()])
    for number in range(3):
        assert all(secret(f"{key}{number}") in typed for key in FACTS)
    assert all(secret(name) in typed for name in ("pasted", "description", "praise", "row"))
    assert not any(secret(name) in typed for name in ("broken", "quote", "state", "output"))
    for path in (kit.home, *kit.home.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path
