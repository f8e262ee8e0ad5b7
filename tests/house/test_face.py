"""What somebody finds who types `gop.` and a Tab, and how the kit is cited."""

from __future__ import annotations

import json
import pydoc
import subprocess
import sys
from datetime import date
from pathlib import Path

import yaml

import good_on_paper as gop

ROOT = Path(__file__).resolve().parents[2]


def test_tab_and_help_list_what_there_is() -> None:
    assert set(gop.__all__) | {"__version__"} <= set(dir(gop))
    told = pydoc.plain(pydoc.render_doc(gop))
    for name in ("class Me", "contrast(", "minimise(", "noise_like(", "open(", "recipes(", "sample("):
        assert f"\n    {name}" in told, name
    assert gop.__version__ in told


def test_listing_what_there_is_imports_none_of_it() -> None:
    """The command must not wait for pandas."""
    code = "import sys, good_on_paper as gop; dir(gop); print(gop.__version__, 'pandas' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [gop.__version__, "False"]


def test_the_citation_names_the_version_that_was_released_last() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert cited["version"] == gop.__version__
    (page,) = (ROOT / "src/good_on_paper/app/labextensions").glob("*/package.json")
    assert json.loads(page.read_text(encoding="utf-8"))["version"] == gop.__version__
    released = cited["date-released"]
    assert isinstance(released, date)
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {cited['version']} ({released.day} {released:%B %Y})" in changes
