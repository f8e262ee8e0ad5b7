"""Lint, types and tests, in one go."""

from __future__ import annotations

import os

from house.browser import VARIABLE, find_or_fetch
from house.environment import DEVELOPMENT, HERE, PYTHON, RUNTIME, ready
from house.steps import run, say

QUICK = ("-m", "not browser and not lab and not long")
WORKERS = "3"
"""One more than the cores of a small computer: half the time of a test in a browser is waiting."""


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
    for name, command in {
        "lint": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "."],
        "types": ["mypy"],
        "tests": ["pytest", "-n", WORKERS, *words],
    }.items():
        say(f"{name}: {' '.join(command)}")
        results[name] = run([PYTHON, "-m", *command], folder=HERE, env=settings)
    for name, code in results.items():
        say(f"{name:8} {'passed' if code == 0 else f'FAILED ({code})'}")
    return next((code for code in results.values() if code), 0)
