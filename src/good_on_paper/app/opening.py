"""What a page shows before it is ready: one sentence, instead of JupyterLab's own window being built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.language.colours import COLOURS

if TYPE_CHECKING:
    from pathlib import Path

SECONDS: Final = 30
"""Seconds after which JupyterLab is shown as it is: then something is wrong, and it may say what."""


def lay_opening(config: Path) -> None:
    """Write the style sheet that JupyterLab reads before anything else.

    Parameters
    ----------
    config : Path
        The folder of Jupyter's configuration.
    """
    ground, soft = COLOURS["ground"], COLOURS["soft"]
    folder = config / "custom"
    folder.mkdir()
    (folder / "custom.css").write_text(
        f"""body:not(.gop-here)::before {{
  content: "Good on Paper is opening \N{HORIZONTAL ELLIPSIS}";
  position: fixed;
  inset: 0;
  z-index: 100000;
  display: grid;
  place-items: center;
  background: {ground.light};
  color: {soft.light};
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  animation: gop-give-up 0s {SECONDS}s forwards;
}}

@keyframes gop-give-up {{
  to {{ visibility: hidden; }}
}}

@media (prefers-color-scheme: dark) {{
  body:not(.gop-here)::before {{ background: {ground.dark}; color: {soft.dark}; }}
}}
""",
        encoding="utf-8",
    )
