"""What a release needs: licences that are known, and a forge that runs what everybody runs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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


def test_a_workflow_has_the_shape_that_the_forge_reads_and_a_wrong_step_is_told(tmp_path: Path) -> None:
    """All in one go, by the schema that check-jsonschema brings along: nothing is fetched."""
    planted = tmp_path / "tests.yml"
    whole = WORKFLOWS.joinpath("tests.yml").read_text(encoding="utf-8")
    planted.write_text(whole.replace("- run: python run.py docs", "- runs: python run.py docs"), "utf-8")
    ours = sorted(WORKFLOWS.iterdir())
    assert {file.name for file in ours} >= {"tests.yml", "publish.yml"}
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--builtin-schema"]
    checked = subprocess.run(
        [*command, "vendor.github-workflows", *ours, planted], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 1, checked.stdout + checked.stderr
    told = json.loads(checked.stdout)
    assert told["parse_errors"] == []
    [wrong] = told["errors"]
    assert wrong["filename"] == str(planted)
    assert "jobs.docs.steps[2]" in wrong["best_deep_match"]["path"]


def test_publishing_keeps_no_password() -> None:
    told = (WORKFLOWS / "publish.yml").read_text(encoding="utf-8")
    assert "secrets" not in told
    assert yaml.safe_load(told)["jobs"]["publish"]["permissions"] == {"id-token": "write"}
