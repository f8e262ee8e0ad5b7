"""Writing the person's own lines into their own file."""

import os
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from good_on_paper.catalogue.errors import CatalogueError
from good_on_paper.catalogue.loading import read_overlay, with_overlay
from good_on_paper.catalogue.model import Item
from good_on_paper.catalogue.own_file import as_kept
from good_on_paper.catalogue.read import text_of

HEAD = """\
# Your own lines, and changes to the shipped ones. A new key adds a line; a shipped key with another label,
# ask or said relabels it; hidden = true hides it; order moves it. A changed low, high or scale needs a raised
# revision.
"""


def add_items(overlay: Path, items: Iterable[Item]) -> None:
    """Write new lines at the end of the person's own file; what stands there stays as it is, comments too.

    We skip a line that is there already and says the same, so a repeat is harmless. The file is
    replaced in one step and only its owner may read it; several processes may write at once.

    Raises
    ------
    CatalogueError
        When a key is taken by a line that says something else, or the file cannot be used. Nothing is
        written then.
    """
    overlay = overlay.resolve()  # a link stays a link: what it points to is replaced
    overlay.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(overlay):
        before = text_of(read_overlay(overlay) or b"", str(overlay))
        known = with_overlay(before, str(overlay))
        new: dict[str, Item] = {}
        for item in items:
            there = new.get(item.key) or (known.item(item.key) if item.key in known else None)
            if there is None:
                new[item.key] = item
            elif not _says_the_same(there.in_sentences(), item.in_sentences()):
                raise CatalogueError(
                    f"{overlay}, [{item.group}.{item.key}]: the key {item.key!r} is already taken by "
                    f"[{there.group}.{there.key}] ({there.label}); expected a key of its own"
                )
        if not new:
            return
        newline = "\r\n" if "\r\n" in before else "\n"
        written = newline.join(_table(item).replace("\n", newline) for item in new.values())
        text = (before.rstrip() + newline * 2 if before.strip() else HEAD + "\n") + written
        with_overlay(text, str(overlay))  # we write nothing that cannot be read back
        _replace(overlay, text)


def change_item(overlay: Path, key: str, fields: Mapping[str, object]) -> dict[str, object]:
    """Change what the person's own file says of one line; all else in it stays as it is, comments too.

    Parameters
    ----------
    overlay : Path
        The person's own file; it need not exist.
    key : str
        The key of a line, shipped or their own.
    fields : mapping
        Field to its new value; None takes the field out, so that the shipped value holds again.

    Returns
    -------
    dict
        What the file had in these fields before, None for nothing: the change that undoes this one.

    Raises
    ------
    CatalogueError
        When there is no such line, or the changed file could not be used. Nothing is written then.
    """
    import tomlkit  # noqa: PLC0415 -- as in _table

    overlay = overlay.resolve()
    overlay.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(overlay):
        before = text_of(read_overlay(overlay) or b"", str(overlay))
        group = with_overlay(before, str(overlay)).item(key).group
        newline = "\r\n" if "\r\n" in before else "\n"
        lines = tomlkit.parse(before.replace("\r\n", "\n"))
        stood = tomllib.loads(before).get(group, {}).get(key, {})
        if key in lines.get(group, {}):
            table = lines[group][key]
            for field, value in fields.items():
                if value is None:
                    table.pop(field, None)
                else:
                    table[field] = value
            text = tomlkit.dumps(lines)
        else:
            table = tomlkit.table()
            table.update({field: value for field, value in fields.items() if value is not None})
            new = f"[{group}.{key}]\n{table.as_string()}"
            text = (before.rstrip() + "\n\n" if before.strip() else HEAD + "\n") + new
        text = text.replace("\r\n", "\n").replace("\n", newline)
        if text != before:
            with_overlay(text, str(overlay))  # we write nothing that cannot be read back
            _replace(overlay, text)
    return {field: stood.get(field) for field in fields}


def remove_item(overlay: Path, key: str) -> None:
    """Take a line of the person's own out of their file; all else in it stays as it is.

    Raises
    ------
    CatalogueError
        When the file has no such line, or could not be used without it. Nothing is written then.
    """
    import tomlkit  # noqa: PLC0415 -- as in _table

    overlay = overlay.resolve()
    with _alone(overlay):
        before = text_of(read_overlay(overlay) or b"", str(overlay))
        group = with_overlay(before, str(overlay)).item(key).group
        newline = "\r\n" if "\r\n" in before else "\n"
        lines = tomlkit.parse(before.replace("\r\n", "\n"))
        if key not in lines.get(group, {}):
            raise CatalogueError(f"{overlay}: there is no line {key!r} in it; expected one of your own")
        del lines[group][key]
        text = tomlkit.dumps(lines).replace("\r\n", "\n").replace("\n", newline)
        with_overlay(text, str(overlay))  # we write nothing that cannot be read back
        _replace(overlay, text)


def _says_the_same(there: Item, item: Item) -> bool:
    # kin is made mutual on loading, so what was written may have gained some
    same = there.model_copy(update={"kin": ()}) == item.model_copy(update={"kin": ()})
    return same and set(item.kin) <= set(there.kin)


def _table(item: Item) -> str:
    import tomlkit  # noqa: PLC0415 -- takes longer to import than this whole floor; needed only here

    table = tomlkit.table()
    fields = item.model_dump(by_alias=True, exclude={"key", "group"}, exclude_defaults=True)
    for field, value in fields.items():
        if isinstance(value, dict):
            inline = tomlkit.inline_table()
            inline.update(item.scale.model_dump())
            table[field] = inline
        else:
            table[field] = list(value) if isinstance(value, tuple) else value
    return f"[{item.group}.{item.key}]\n{table.as_string()}"


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # only the owner may read it
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(as_kept(path, text.encode()))
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
        if sys.platform != "win32":  # the new name is on disk only when the folder is
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes and threads from writing the same file meanwhile; a process that dies lets go."""
    lock = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 -- there is no such module elsewhere

            msvcrt.locking(lock, msvcrt.LK_LOCK, 1)
        else:
            import fcntl  # noqa: PLC0415 -- there is no such module on Windows

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
