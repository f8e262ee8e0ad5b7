"""Lint, types and tests, in one go."""

from __future__ import annotations

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

from house.browser import VARIABLE, find_or_fetch
from house.environment import DEVELOPMENT, HERE, PYTHON, RUNTIME, ready
from house.steps import run, say

QUICK = ("-m", "not browser and not lab and not long")
WORKERS = "4"
"""Two more than the cores of a small computer: half the time of a test in a browser is waiting."""


def check(words: list[str]) -> int:
    """Run every stage, tell every result, and give the first failure's exit code.

    Parameters
    ----------
    words : list of str
        Further words for pytest; ``--quick`` leaves out what takes long, for the desk: a browser, a start of
        the kit, people by the hundred.
    """
    ready(RUNTIME, DEVELOPMENT)
    words = [part for word in words for part in (QUICK if word == "--quick" else (word,))]
    results = {}
    browser = find_or_fetch()
    # the tests start hundreds of Pythons: none compiles again what another has compiled
    settings = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if browser:
        say(f"the tests use the browser {browser}")
        settings[VARIABLE] = browser
    else:
        say(f"no browser for the tests: install Chromium, Chrome or Edge, or name one in {VARIABLE}.")
        results["browser"] = 1
    with ThreadPoolExecutor() as beside:
        types = beside.submit(_quietly, ["mypy"], settings)  # one core is enough for it
        ahead = beside.submit(_rewrite, words, settings)
        for name, command in {
            "lint": ["ruff", "check", "."],
            "format": ["ruff", "format", "--check", "."],
            "tests": ["pytest", "-n", WORKERS, *words],
        }.items():
            if name == "tests":
                ahead.result()
            say(f"{name}: {' '.join(command)}")
            results[name] = run([PYTHON, "-m", *command], folder=HERE, env=settings)
    say(f"types: mypy\n{types.result().stdout.rstrip()}")
    results["types"] = types.result().returncode
    for name, code in results.items():
        say(f"{name:8} {'passed' if code == 0 else f'FAILED ({code})'}")
    return next((code for code in results.values() if code), 0)


def _rewrite(words: list[str], settings: dict[str, str]) -> None:
    """Have pytest rewrite the assertions of the tests once: in a new clone every worker would, for itself."""
    if not any((HERE / "tests").rglob("*-pytest-*.pyc")):
        _quietly(["pytest", "--collect-only", "-q", *words], settings)


def _quietly(command: list[str], settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a module and keep what it says."""
    return subprocess.run(
        [PYTHON, "-m", *command],
        cwd=HERE,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
