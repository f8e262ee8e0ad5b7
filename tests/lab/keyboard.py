"""Somebody without a mouse: what has the focus, and how to come by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

WHERE = """(within) => {
  const at = document.activeElement;
  const of = (name) => at.getAttribute(name) ?? "";
  const label = at.labels?.[0]?.textContent ?? "";
  return { words: [at.textContent, of("aria-label"), label].join(" "), role: of("role"),
           tag: at.tagName, value: at.value ?? "", inside: Boolean(at.closest(within)) };
}"""
MOST_TABS = 160


class Keyboard:
    """The keys, and what they have led to; `within` is where somebody wants to be."""

    def __init__(self, page: Page, within: str) -> None:
        self.page, self.within, self.keys = page, within, page.keyboard

    def here(self) -> dict[str, Any]:
        return self.page.evaluate(WHERE, self.within)

    def tab_until(self, fits: Callable[[dict[str, Any]], bool], *, back: bool = False) -> None:
        for _ in range(MOST_TABS):
            if fits(self.here()):
                return
            self.keys.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"not reached by Tab; the focus is on {self.here()}")

    def to(self, words: str, tag: str | None = None) -> None:
        self.tab_until(lambda at: at["inside"] and words in at["words"] and tag in (None, at["tag"]))

    def to_role(self, role: str) -> None:
        self.tab_until(lambda at: at["inside"] and at["role"] == role)

    def press(self, words: str, tag: str = "BUTTON") -> None:
        self.to(words, tag)
        self.keys.press("Enter")
