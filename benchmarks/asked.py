"""What a person with eight jobs is asked by default, part by part: ``python benchmarks/asked.py``.

Everything is answered through the forms as the pages make them, fold-outs closed, until the kit says that it
is plenty. Run it with an older ``src`` on PYTHONPATH to see what a change added.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

JOBS = 8
SECONDS = 6
"""For one rating, jobs side by side; our estimate, the same before and after."""


def asked() -> dict[str, int]:
    """Count the answers by part, in the order in which they are asked."""
    from good_on_paper import kit  # noqa: PLC0415 - its record is opened where the environment says by then
    from good_on_paper.pages.session import me  # noqa: PLC0415

    record = me().record
    counted: dict[str, int] = {}
    sitting = record.sitting("roles")
    for number in range(JOBS):
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", f"Job {number + 1}", sitting=sitting)

    def answer(state: dict[str, Any], part: str) -> None:
        given = record.sitting(part)
        done = {(unit, item) for unit, item, _ in state["cells"]}
        for line in state["lines"]:
            for role in state["roles"]:
                if (role["unit"], line["key"]) not in done:
                    record.answer(role["unit"], line["key"], 4, revision=line["revision"], sitting=given)
                    named = "how it looked" if line["key"] == "on_paper" else part
                    counted[named] = counted.get(named, 0) + 1

    grid: Any = kit.lines()
    while True:
        state = _state(grid)
        rated = [line for line in state["lines"] if line["key"] != "on_paper"]
        answer(state, "circumstances")
        if len(rated) >= state["worth"]:
            break
        grid.handle({"type": "more"})
    went = _state(kit.how_it_went())
    answer(went, "how it went")
    if "limits" in went:  # what success means was asked of everybody
        fewest = went["limits"][0]
        counted["what success means"] = fewest + fewest * JOBS
    return counted


def _state(form: Any) -> dict[str, Any]:  # noqa: ANN401 - a form, or a sentence where something is amiss
    state: dict[str, Any] = form.page_state()
    return state


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["GOOD_ON_PAPER_HOME"] = str(Path(home) / "person")
        counted = asked()
    for part, number in counted.items():
        print(f"{part:20} {number:4}")
    total = sum(counted.values())
    print(f"{'in all':20} {total:4}, about {total * SECONDS / 60:.0f} minutes")


if __name__ == "__main__":
    main()
