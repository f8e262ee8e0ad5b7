"""What a release needs: licences that are known, and a forge that runs what everybody runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from house.licences import UNSAID, licences

WORKFLOWS = Path(__file__).resolve().parents[2] / ".github" / "workflows"


def test_every_package_that_the_kit_runs_on_says_its_licence() -> None:
    told = {name: licence for name, _, licence in licences()}
    assert len(told) > 100
    assert [name for name, licence in told.items() if licence == UNSAID] == []


def test_no_licence_binds_those_who_pass_the_kit_on() -> None:
    bound = {name: licence for name, _, licence in licences() if "GPL" in licence.upper()}
    assert bound == {}


def steps(name: str, job: str) -> list[str]:
    told = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    return [step["run"] for step in told["jobs"][job]["steps"] if "run" in step]


def test_the_forge_runs_what_everybody_runs() -> None:
    assert steps("tests.yml", "test") == ["python run.py test"]
    assert steps("tests.yml", "docs") == ["python run.py docs"]


def by_schema(file: Path) -> subprocess.CompletedProcess[str]:
    """Check a workflow by the schema that check-jsonschema brings along: nothing is fetched."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", file]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("file", sorted(WORKFLOWS.iterdir()), ids=lambda file: file.name)
def test_a_workflow_has_the_shape_that_the_forge_reads(file: Path) -> None:
    checked = by_schema(file)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_workflow_with_a_wrong_step_is_told(tmp_path: Path) -> None:
    planted = tmp_path / "tests.yml"
    whole = WORKFLOWS.joinpath("tests.yml").read_text(encoding="utf-8")
    planted.write_text(whole.replace("- run: python run.py docs", "- runs: python run.py docs"), "utf-8")
    checked = by_schema(planted)
    assert checked.returncode == 1
    assert "jobs.docs.steps[2]" in checked.stdout


def test_publishing_keeps_no_password() -> None:
    told = (WORKFLOWS / "publish.yml").read_text(encoding="utf-8")
    assert "secrets" not in told
    assert yaml.safe_load(told)["jobs"]["publish"]["permissions"] == {"id-token": "write"}
