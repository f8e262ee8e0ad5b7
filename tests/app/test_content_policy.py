"""What the server allows its pages, as the words of the header say it. How pages fare under it: tests/lab."""

from __future__ import annotations

import hashlib
from base64 import b64encode

from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.app.content_policy import content_policy


def directives(policy: str) -> dict[str, str]:
    first, _, _ = policy.partition(",")
    return dict(words.strip().split(" ", 1) for words in first.split(";"))


@given(script=st.text().filter(lambda text: "</script>" not in text))
def test_the_script_in_jupyterlabs_page_is_allowed_and_no_other(script: str) -> None:
    page = f"<script src='main.js'></script><script>{script}</script><script type='json'>{{}}</script>"
    hashed = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = directives(content_policy(page, 8888))["script-src"].split()
    assert allowed == ["'self'", "'unsafe-eval'", "blob:", f"'sha256-{hashed}'"]


def test_nothing_is_allowed_anywhere_but_here() -> None:
    for name, sources in directives(content_policy("", 8888)).items():
        for source in sources.split():
            assert source.startswith("'") or source in {
                *("data:", "blob:", "ws://127.0.0.1:8888", "ws://localhost:8888")
            }, name
    assert "data:" not in directives(content_policy("", 8888))["script-src"]


def test_what_jupyter_adds_at_the_end_counts() -> None:
    """Of two directives of one name only the first counts in a policy, so these stand in a second one."""
    _, last = (content_policy("", 8888) + "; default-src 'none'").split(",")
    assert [words.split()[0] for words in last.split(";")] == ["frame-ancestors", "default-src"]
