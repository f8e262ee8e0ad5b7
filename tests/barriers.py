"""What stands in the way of somebody who sees, hears or clicks otherwise: what axe finds on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

BY_THEME = ["color-contrast", "link-in-text-block", "image-alt", "image-redundant-alt", "role-img-alt"]
"""The rules of axe whose answer depends on the theme: it changes colours and which of two images is shown."""
RUN = """([context, rules]) => axe
  .run(context ?? document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) })
  .then(({ violations }) => violations)"""  # what is in order stays in the page: it is long


def barriers(page: Page, context: str | None = None, *, again: bool = False) -> list[dict[str, Any]]:
    """Return each rule that is broken there; `again`: the same page was looked at in the other theme."""
    if not page.evaluate("'axe' in window"):  # a page keeps it until it is left
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, [context, BY_THEME if again else None])
