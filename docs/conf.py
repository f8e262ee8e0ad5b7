"""How Sphinx builds these pages; ``python3 run.py docs`` runs it.

What can be read from the code is written by the scripts in `from_code`, into the folder `made`.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from from_code import write_all  # noqa: E402 - from this folder

from good_on_paper.language.colours import COLOURS  # noqa: E402 - as the next

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MADE = HERE / "made"
ACCENT = COLOURS["accent"]
COLUMN = re.compile(r"( +)(``[^`]+``(?:, ``[^`]+``)*)( +)(\S.*)")

project = "Good on Paper"
author = copyright = "Good on Paper contributors"  # noqa: A001 - the name that Sphinx wants
version = release = version_of("good-on-paper")
language = "en-GB"

extensions = ["myst_nb", "numpydoc", "sphinx.ext.autodoc", "sphinx.ext.autosummary"]
exclude_patterns = ["built", "from_code", "made/ipython", "made/street.md"]
default_role = "py:obj"  # names in single backticks in docstrings
maximum_signature_line_length = 90
autodoc_typehints = "signature"  # so a docstring need not say them again
autodoc_typehints_format = "short"
add_module_names = False
autosummary_generate = False

numpydoc_show_class_members = False
numpydoc_attributes_as_param_list = True
numpydoc_validation_checks = {
    *("GL01", "GL05", "GL06", "GL07", "GL08", "GL09", "GL10"),  # shape of a docstring; GL08: there is none
    *("SS01", "SS02", "SS03", "SS04", "SS06"),  # a summary of one line
    *("PR01", "PR02", "PR05", "PR06", "PR07", "PR10"),  # each parameter: there, known, in words
    *("RT01", "RT02", "RT03", "RT05", "YD01"),  # what comes back: there, and in words
}
# results have attributes, and nobody makes one by hand; a sentence without a list of parameters names them
numpydoc_validation_overrides = {"PR01": [r"Attributes\n\s*-{10}", r"\A(?s:(?!.*Parameters\n\s*-{10}))"]}

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_ipywidgets_js: dict[str, dict[str, str]] = {}  # else from elsewhere
nb_merge_streams = True

html_theme = "pydata_sphinx_theme"
html_title = "Good on Paper"
html_static_path = ["style", "made/style"]
html_css_files = ["colours.css", "docs.css"]
html_show_sourcelink = False
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "navbar_align": "left",
    "header_links_before_dropdown": 9,
    "navbar_persistent": ["search-button"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "secondary_sidebar_items": ["page-toc"],
    "show_prev_next": True,
}
html_context = {"default_mode": "auto"}


def columns_as_list(
    _app: Sphinx, _what: str, _name: str, _held: object, _options: object, lines: list[str]
) -> None:
    """Put the columns of a frame, which docstrings align in two columns of text, as a list of definitions."""
    made: list[str] = []
    inside = ""
    for line in lines:
        if (found := COLUMN.fullmatch(line)) and (found[1] == inside or len(found[3]) > 1):
            inside = found[1]
            made += [f"{inside}{found[2]}", f"{inside}    {found[4]}"]
        elif inside and line.startswith(f"{inside}  "):
            made.append(f"{inside}    {line.strip()}")
        else:
            if inside and line.strip():
                made.append("")
            inside = ""
            made.append(line)
    lines[:] = made


def setup(app: Sphinx) -> None:
    """Write what is made from the code, before Sphinx looks for pages."""
    app.connect("autodoc-process-docstring", columns_as_list, priority=100)
    os.environ["IPYTHONDIR"] = str(MADE / "ipython")
    if "again" in app.tags:  # -t again: a page is being written, and what is made from the code stands
        return
    shutil.rmtree(MADE, ignore_errors=True)
    style = MADE / "style"
    style.mkdir(parents=True)
    rules = (
        f'html[data-theme="{name}"] {{ --accent: {getattr(ACCENT, name)}; }}\n' for name in ("light", "dark")
    )
    (style / "colours.css").write_text("".join(rules), encoding="utf-8")
    startup = MADE / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    shutil.copy(HERE / "light_and_dark.py", startup)
    # a page's kernel holds nothing of anybody, so it need not say at each start that nobody encrypts it
    quiet = "c = get_config()\nc.IPKernelApp.log_level = 40\n"
    (startup.parent / "ipython_kernel_config.py").write_text(quiet, encoding="utf-8")
    write_all(MADE)
