"""Files of every kind as people have them: what is ticked, what is found only, what is asked or said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from good_on_paper.intake import IntakeError, read
from good_on_paper.intake.compare import compared
from good_on_paper.intake.preview_text import told_of

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake import Preview

INPUTS = Path(__file__).parent / "inputs"
_INPUT = re.compile(
    r"^=== (?P<name>.*?) \| (?P<file>\S+)\n(?P<text>.*?)^---\n(?P<comes>.*?)(?=^===|\Z)",
    re.MULTILINE | re.DOTALL,
)


class Input(NamedTuple):
    """One input, and what comes of it: a line a job (+ ticked, - not; ! where something is said of it),
    a line a scale (* with ? where its ends are asked), "refused", and what is said of the file.
    """

    kind: str
    name: str
    file: str
    text: str
    comes: str


def inputs() -> list[Input]:
    return [
        Input(path.stem, found["name"], found["file"], found["text"], found["comes"].rstrip("\n") + "\n")
        for path in sorted(INPUTS.glob("*.txt"))
        for found in _INPUT.finditer(path.read_text("utf-8"))
    ]


def what_comes(text: str, file: str, catalogue: Catalogue) -> str:
    try:
        return lines_of(compared(read(text.encode(), file, catalogue), None))
    except IntakeError:
        return "refused\n"


def lines_of(preview: Preview) -> str:
    told = told_of(preview)
    lines = []
    for role in preview.roles:
        said = "!" if role.why or told.doubts.get(role.where) else ""
        place = f"in {role.facts['place']}" if role.facts.get("place") else ""
        kind = role.facts.get("role_kind", "job")
        parts = (role.name, f"({role.span})", place, "" if kind == "job" else kind, said)
        lines.append(f"{'+' if role.taken else '-'} {' '.join(filter(None, parts))}")
    left = {line.item.key for line in preview.lines if not line.taken}
    scaled = [part for part in preview.scaled if part.item not in left]
    lines += [
        f"* {part.header}: {part.low} to {part.high}{'?' if part.asks else ''}{part.steps}" for part in scaled
    ]
    lines += [f"not {line.where}" for line in preview.lines if not line.taken]
    lines += [f"received: {part.label}" for part in preview.received]
    lines += [f"left out: {part.where}" for part in told.skipped]
    lines += [f"said of the file: {len(told.notes)}"] if told.notes else []
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("given", inputs(), ids=lambda given: f"{given.kind}: {given.name}")
def test_an_input_comes_out_right_or_asked_or_refused(given: Input, catalogue: Catalogue) -> None:
    assert what_comes(given.text, given.file, catalogue) == given.comes


def test_every_kind_that_is_text_has_eight_inputs_and_a_third_are_not_in_english() -> None:
    kinds = {path.stem for path in INPUTS.glob("*.txt")}
    for kind in kinds:
        names = [given.name for given in inputs() if given.kind == kind]
        foreign = [name for name in names if re.match(r"(?:de|fr|es|pt|it|nl|sv|pl|fi)\b", name)]
        assert len(names) >= 8, kind
        assert len(foreign) * 3 >= len(names), (kind, len(foreign), len(names))
