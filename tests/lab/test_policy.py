"""Pages work under what the server allows; closing a page looks at it, whichever test opened it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.lab

ELSEWHERE_UNOPENED = (
    "06 When it got dull.ipynb",
    "07 What you can live with.ipynb",
    "12 Under the hood.ipynb",
)


def test_the_pages_that_no_other_test_opens_show_all_they_have(sample_to_look_at):
    for notebook in ELSEWHERE_UNOPENED:
        page = sample_to_look_at.look(notebook)
        shown = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        expect(shown.locator(".jp-OutputArea-output").first).to_be_visible()
        expect(shown.locator("[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)
