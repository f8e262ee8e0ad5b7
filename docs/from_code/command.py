"""The command, from its own help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.testing import CliRunner

from good_on_paper.app.command import cli

if TYPE_CHECKING:
    from pathlib import Path

OPENING = """\
# The command

`good-on-paper` on its own opens the kit. From the kit's folder, `python3 run.py` in front of the same words
does the same. What follows is what `--help` prints.
"""


def write(into: Path) -> None:
    """Write the page."""
    parts = [OPENING]
    every = [command.name or command.callback.__name__ for command in cli.registered_commands]  # type: ignore[union-attr]
    each = [[], *([name] for name in every)]
    for group in cli.registered_groups:
        within = group.typer_instance.registered_commands  # type: ignore[union-attr]
        each += [[str(group.name)], *([str(group.name), str(one.name)] for one in within)]
    for words in each:
        ran = CliRunner().invoke(cli, [*words, "--help"], prog_name="good-on-paper", terminal_width=100)
        heading = f"## {' '.join(['good-on-paper', *words])}"
        parts.append(f"{heading}\n\n```text\n{ran.output.strip()}\n```\n")
    (into / "reference" / "command.md").write_text("\n".join(parts), encoding="utf-8")
