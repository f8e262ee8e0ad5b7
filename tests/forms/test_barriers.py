"""What `tests.barriers` leaves out looks like something that axe is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.barriers import barriers

if TYPE_CHECKING:
    from tests.bare_page import BarePage

pytestmark = pytest.mark.browser
WORDS = """<main style="background: #fff; color: #000">
  <p>Black words</p><p>Black words too</p>
  <p class="bad" style="color: #bbb">Pale words</p>
  <p style="background: #000; color: #bbb">Pale words on black</p>
  <p style="color: #999"><button disabled style="color: inherit; background: #fff">Pale and off</button></p>
  <p><button class="bad" style="color: #999; background: #fff">Pale and on</button></p>
  <div style="color: #9a9a9a"><label>Pale and off <input disabled></label></div>
  <div style="color: #9a9a9a"><label class="bad">Pale and on <input></label></div>
  <p style="color: #aaa">1</p><p class="bad" style="color: #aaa">One</p>
  <div style="opacity: 0.3"><p class="bad">Black words, half gone</p></div>
  <div style="position: relative">
    <div style="position: absolute; inset: 0; background: #111"></div>
    <p class="bad" style="position: relative; margin: 0">Black words on something that lies there</p>
  </div>
</main>"""


def test_words_are_left_out_only_where_others_look_like_them(bare_page: BarePage) -> None:
    page = bare_page.anew()
    page.evaluate("(words) => (document.querySelector('#outputs').outerHTML = words)", WORDS)
    (found,) = barriers(page, "main")
    assert found["id"] == "color-contrast"
    marked = page.locator(".bad").all_inner_texts()
    assert len(marked) == 6
    for words, node in zip(marked, found["nodes"], strict=True):
        assert words.strip() in node["html"]
    assert page.locator("[data-alike]").count() == 0
    page.evaluate("void markAlike([document.querySelector('main')])")
    assert page.locator("[data-alike]").all_inner_texts() == ["Black words too"]
