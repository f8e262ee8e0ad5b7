"""The browser for the tests: an installed one, else Playwright's, else Debian's."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from house.environment import PYTHON
from house.steps import StoppedError, do, install_debian, say

VARIABLE = "GOOD_ON_PAPER_CHROMIUM"

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge")
MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def installed() -> str | None:
    """Return the path of an installed browser of the Chromium family; the variable's choice comes first."""
    if chosen := os.environ.get(VARIABLE):
        return chosen
    on_path = (shutil.which(name) for name in NAMES)
    mac = (f"/Applications/{name}.app/Contents/MacOS/{name}" for name in MAC)
    windows = (str(Path(os.environ[f], tail)) for f in WINDOWS_FOLDERS if f in os.environ for tail in WINDOWS)
    return next((path for path in (*on_path, *mac, *windows) if path and Path(path).exists()), None)


def find_or_fetch() -> str | None:
    """Return a browser's path, fetching one where none is installed; None when none is to be had."""
    if path := installed():
        return path
    try:
        do("fetching a browser for the tests", [PYTHON, "-m", "playwright", "install", "chromium"])
        path = subprocess.check_output([PYTHON, "-c", ASK_PLAYWRIGHT], text=True).strip()
        do("trying it", [path, "--version"])
    except (StoppedError, subprocess.CalledProcessError) as reason:
        say(f"Playwright's browser cannot be used here:\n{reason}")
        if not install_debian("chromium"):
            return None
        install_debian("chromium-headless-shell")  # the same without a window: most tests need no more
        return installed()
    return path
