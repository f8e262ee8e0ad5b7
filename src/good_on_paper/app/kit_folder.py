"""The folder that JupyterLab shows: the clone itself, or one that an installed package creates."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from good_on_paper.app.lay_notebooks import lay_notebooks

NOTEBOOKS: Final = "notebooks"
"""The folder of the pages, inside it."""
LAID: Final = "good-on-paper-kit"
"""It is beside the folder of all records, never inside: JupyterLab also serves as files what it shows."""


class LaunchError(Exception):
    """The kit cannot be opened; the message says why and what to do."""


def shipped_notebooks() -> Path:
    """Return the folder of the original notebooks: in the package, or in the clone it runs from.

    Raises
    ------
    LaunchError
        If they are in neither.
    """
    folder = _packed() if _packed().is_dir() else _clone() / NOTEBOOKS
    if not folder.is_dir():
        raise LaunchError(
            f"no folder `notebooks` in {folder.parent}. Expected the kit as it was downloaded: "
            f"start it there with `python3 run.py`, or install it again: `pip install good-on-paper`."
        )
    return folder


def ready_kit_folder(person: Path) -> tuple[Path, dict[str, str]]:
    """Return the folder to show, with its notebooks, and which of them have a new version beside them.

    A clone shows its own notebooks. Those of a package are copied to a folder that only the person can read,
    and updated to the package's version at each start.

    Parameters
    ----------
    person : Path
        The folder of the person's record, which must not be shown.

    Returns
    -------
    folder : Path
        The folder that contains `notebooks`.
    beside : dict of str to str
        Notebooks that the person changed, and the name of the new version beside each.

    Raises
    ------
    LaunchError
        If there are no notebooks, they cannot be copied, or the record is among them.
    """
    shipped = shipped_notebooks()
    if shipped != _packed():
        return shipped.parent, {}
    folder = user_data_path(LAID, appauthor=False)
    if person.resolve().is_relative_to(folder.resolve()):
        raise LaunchError(
            f"the answers would be in {person}, among the notebooks that JupyterLab hands out. "
            f"Choose another folder with --home."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        return folder, lay_notebooks(shipped, folder / NOTEBOOKS)
    except OSError as error:
        raise LaunchError(
            f"{error.filename or folder}: the notebooks cannot be put there ({error.strerror}). Expected a "
            f"folder that belongs to you and has room. Your answers are kept elsewhere: nothing is lost."
        ) from error


def beside_note(page: str, new: str, notebooks: Path) -> str:
    """Return the note about a notebook that has a new version beside it.

    Examples
    --------
    >>> print(beside_note("A.ipynb", "A (new).ipynb", Path("kit")).partition(". ")[0])
    you changed “A.ipynb”, so we left it as it is
    """
    return (
        f"you changed “{page}”, so we left it as it is. The new version is “{new}”, beside it "
        f"in {notebooks}. Keep the one you like and delete the other."
    )


def _packed() -> Path:
    return Path(__file__).resolve().parents[1] / NOTEBOOKS


def _clone() -> Path:
    return Path(__file__).resolve().parents[3]
