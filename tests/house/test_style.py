"""What holds for the style sheets: all of a lab's pages are one document, so each rule reaches every form."""

from __future__ import annotations

import re
from pathlib import Path

FORMS = Path(__file__).resolve().parents[2] / "src" / "good_on_paper" / "forms"


def selectors(sheet: Path) -> list[str]:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    heads = re.findall(r"([^{};]+)\{", text)
    return [one.strip() for head in heads for one in re.split(r",(?![^(]*\))", head)]


def texts(folder: str, ending: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(FORMS.joinpath(folder).glob(ending)))


def test_a_class_has_one_look_whatever_forms_are_open() -> None:
    """A class styled wherever it stands is no other form's; behind a form's own class it may be."""
    roots = set(re.findall(r'root\.classList\.add\("(gop-[\w-]+)"', texts("js", "*.js")))
    drawn = [set(re.findall(r'"(\w+)"', call)) for call in re.findall(r"style\((.*)\)", texts(".", "*.py"))]
    named = {
        sheet: set(re.findall(r"\.(gop-[\w-]+)", " ".join(selectors(sheet))))
        for sheet in sorted(FORMS.joinpath("css").rglob("*.css"))
    }
    meet = []
    for sheet in FORMS.joinpath("css").glob("*.css"):
        begins = (re.match(r"(?::where\(\.gop\) )?\.(gop-[\w-]+)", one) for one in selectors(sheet))
        for name in {found[1] for found in begins if found} - roots:
            beside = {
                other.name
                for other, names in named.items()
                if name in names and not any({sheet.stem, other.stem} <= forms for forms in drawn)
            }
            meet += [(name, sheet.name, other) for other in sorted(beside - {sheet.name})]
    assert meet == []


def test_what_stands_around_the_page_gives_no_form_another_look() -> None:
    """A class that the page styles wherever it stands may not be one that a form has."""
    around = Path(*FORMS.parts[:-1], "app", "labextensions").rglob("*.css")
    begins = (re.match(r"\.(gop-[\w-]+)$", one) for sheet in around for one in selectors(sheet))
    styled = {found[1] for found in begins if found} - {"gop-notebook"}
    of_forms = {
        name
        for sheet in FORMS.joinpath("css").rglob("*.css")
        for name in re.findall(r"\.(gop-[\w-]+)", " ".join(selectors(sheet)))
    }
    assert styled, "no rule was read"
    assert styled & of_forms == set()
