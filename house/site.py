"""A folder of pages, looked through: links inside lead somewhere, and nothing is fetched from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "srcset", "link": "href"}
"""What a page fetches by itself; a link waits until somebody follows it."""
ONLY_NAMED = {"canonical", "alternate", "author", "license", "next", "prev", "search", "index"}
"""Kinds of `<link>` that fetch nothing."""


class Page(HTMLParser):
    """What a page is called inside, where it leads and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = {""}
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        held = {name: value or "" for name, value in attrs}
        self.names |= {held[name] for name in ("id", "name") if name in held}
        if tag == "a" and "href" in held:
            self.leads.append(held["href"])
        if (to := held.get(LOADS.get(tag, ""), "")) and not ONLY_NAMED & set(held.get("rel", "").split()):
            self.loads.append(to)


def faults(folder: Path) -> list[str]:
    """Say of each page what is wrong with it.

    Parameters
    ----------
    folder : Path
        With the pages, in folders below it too.
    """
    found = (
        path for path in sorted(folder.rglob("*.html")) if "_static" not in path.parts
    )  # templates there
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in found}
    return [f"{path.relative_to(folder)}: {said}" for path in pages for said in _of(path, pages)]


def _of(path: Path, pages: dict[Path, Page]) -> Iterator[str]:
    for to in pages[path].loads:
        if urlsplit(to).netloc:
            yield f"{to} is fetched from elsewhere"
    for to in (*pages[path].leads, *pages[path].loads):
        parts = urlsplit(to)
        if parts.scheme or parts.netloc:
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        if not target.exists():
            yield f"{to} leads to no file"
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].names:
            yield f"{to} leads to no such place on that page"
