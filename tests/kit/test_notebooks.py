"""Every notebook runs through in a real kernel, whatever the record holds, and shows no error."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient import NotebookClient

from good_on_paper.catalogue import load
from good_on_paper.record import RECORD_FILE, Record, RecordError
from good_on_paper.study.sample import throw_away_record

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


def empty(folder):
    Record.open(folder).close()


def one_role(folder):
    with Record.open(folder) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        for item, value in {"title": "Editor", "overall": 6, "decision_freedom": 5}.items():
            record.answer(role, item, value, sitting=sitting)
        job = record.add_unit("target", sitting=sitting)
        interview = record.add_unit("interview", parent=job, sitting=sitting)
        said = {"employer": "Acme"}, {"talk_on": "2026-01-05", "yes_chance": {"of": 70, "within": 30}}
        for unit, answers in zip((job, interview), said, strict=True):
            for item, value in answers.items():
                record.answer(unit, item, value, sitting=sitting)


def sample(folder):
    throw_away_record(folder).close()


def forty_roles(folder):
    dice = random.Random(40)  # noqa: S311 - the same forty each time
    items = [*load().items("circumstance"), load().item("overall"), load().item("cost")]
    with Record.open(folder) as record, record.batch():
        sitting = record.sitting("roles")
        for number in range(40):
            role = record.add_unit("role", sitting=sitting)
            record.answer(role, "title", f"Job {number}", sitting=sitting)
            record.answer(role, "started", str(1980 + number), sitting=sitting)
            for item in items:
                record.answer(role, item.key, dice.randint(1, 7), revision=item.revision, sitting=sitting)


OPEN = """
import os
from good_on_paper.pages import session
session.me.cache_clear()
os.environ["GOOD_ON_PAPER_HOME"] = {!r}
"""


@pytest.fixture(scope="module")
def run():
    """Run the code of all notebooks on a record, one after another as one; return that notebook.

    They share a kernel, which takes longer to start than they to run.
    """
    manager = AsyncKernelManager()

    def run_on(person, **options):
        read = [nbformat.read(path, as_version=4) for path in NOTEBOOKS]
        assert read
        cells = [cell for notebook in read for cell in notebook.cells if cell.cell_type == "code"]
        opening = nbformat.v4.new_code_cell(OPEN.format(str(person)))
        whole = nbformat.v4.new_notebook(cells=[opening, *cells], metadata=read[0].metadata)
        client = NotebookClient(whole, km=manager, timeout=120, **options)
        client.execute()
        client.kc.stop_channels()
        del whole.cells[0]
        return whole

    yield run_on
    run_sync(manager.shutdown_kernel)(now=True)


@pytest.mark.parametrize("fill", [empty, one_role, sample, forty_roles])
def test_notebooks_run_through(fill, run, tmp_path):
    fill(tmp_path / "person")
    for cell in run(tmp_path / "person", store_widget_state=False).cells:
        assert cell.outputs, f"{cell.source} shows nothing"
        kinds = {output.output_type for output in cell.outputs}
        assert "error" not in kinds
        assert "stream" not in kinds, f"{cell.source} prints"
        assert 'role="alert"' not in str(cell.outputs), f"{cell.source} fails"


def own_lines_unreadable(folder):
    sample(folder)
    (folder / "catalogue.toml").write_text("[circumstance.mine\n", encoding="utf-8")


def damaged(folder):
    sample(folder)
    path = folder / RECORD_FILE
    path.write_bytes(path.read_bytes()[:9000])


def answers_of_a_wrong_kind(folder):
    """As an archive that was changed by hand could bring in."""
    sample(folder)
    with Record.open(folder) as record, record.batch():
        sitting = record.sitting("odd")
        for item in load().items(hidden=True):
            for unit in [*record.units("role")[:2], *record.units("interview")[:2]]:
                with suppress(RecordError):  # what the kit reads by name never gets so far
                    record.answer(unit, item.key, {SECRET: [1]}, revision=item.revision, sitting=sitting)
        for key in ("guesses", "primary_outcome", "look", "target_chosen"):
            with pytest.raises(RecordError):
                record.answer(record.person, key, {SECRET: [1]}, sitting=sitting)


SECRET = "qzx-typed"


@pytest.mark.parametrize("spoil", [own_lines_unreadable, damaged, answers_of_a_wrong_kind])
def test_what_is_wrong_is_told_in_a_sentence_never_in_a_traceback(spoil, run, tmp_path):
    spoil(tmp_path / "person")
    cells = run(tmp_path / "person", store_widget_state=False, allow_errors=True).cells
    shown = [{output.output_type for output in cell.outputs} for cell in cells]
    assert all(kinds.isdisjoint({"error", "stream"}) for kinds in shown), shown
    assert sum('role="alert"' in str(cell.outputs) for cell in cells) >= len(NOTEBOOKS) / 2


def test_a_notebook_calls_one_thing_a_cell_and_its_first_line_says_what():
    for path in NOTEBOOKS:
        notebook = nbformat.read(path, as_version=4)
        assert "Run All Cells" in notebook.cells[0].source, path.name
        for cell in notebook.cells:
            assert cell.metadata["deletable"] is False
            assert cell.metadata["editable"] is False
            if cell.cell_type == "code":
                title, first, blank, call = cell.source.splitlines()
                assert title.startswith("# ")
                assert (first, blank) == ("from good_on_paper import kit", "")
                assert call.startswith("kit.")
                assert cell.metadata["jupyter"]["source_hidden"] is True


def test_what_a_notebook_shows_holds_nothing_that_was_typed(run, tmp_path):
    """Outputs could be saved by another program; forms keep the person's words out of them."""
    with Record.open(tmp_path / "person") as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "xyzzy-secret", sitting=sitting)
        record.answer(role, "overall", 6, sitting=sitting)
        record.answer(role, "decision_freedom", 6, sitting=sitting)
    shown = run(tmp_path / "person")  # and the widgets' state in it
    assert shown.metadata["widgets"], "the widgets' state is not there"
    assert "xyzzy-secret" not in nbformat.writes(shown)
