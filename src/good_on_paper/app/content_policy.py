"""What the browser may do on a page of the kit's server: a second wall, besides cleaning notebooks.

It keeps a page from fetching from, framing, or sending forms to any other place. It does not keep a script
from talking to the kit's own server, or from taking the page elsewhere.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_policy(page: str, port: int) -> str:
    """Return the Content-Security-Policy of the kit's server.

    Parameters
    ----------
    page : str
        The template of JupyterLab's page. The script inside is allowed by its hash; JupyterLab needs ``eval``
        for its settings, and widgets come as ``blob:``.
    port : int
        The port of the server. Not every browser counts a websocket there as the server's own.

    Examples
    --------
    >>> "script-src 'self' 'unsafe-eval' blob: 'sha256-" in content_policy("<script>go()</script>", 8888)
    True
    """
    inline = " ".join(
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in _INLINE.findall(page)
    )
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'unsafe-eval' blob: {inline}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            f"connect-src 'self' ws://127.0.0.1:{port} ws://localhost:{port}",
            "img-src 'self' data: blob:",
            "font-src 'self' data: blob:",
            "media-src 'self' data: blob:",
            "worker-src 'self' data: blob:",
            "frame-src 'self' blob:",
            "object-src 'self' blob:",
            "base-uri 'self'",
            # Jupyter adds stricter rules for files and its API at the end; they count as a second policy
            "form-action 'self', frame-ancestors 'self'",
        ]
    )
