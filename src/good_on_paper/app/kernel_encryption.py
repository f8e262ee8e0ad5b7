"""Whether other users of this computer can read what kernels say.

A kernel and the server communicate through ports that every user of the computer can connect to. With
CurveZMQ (http://curvezmq.org) a stranger at such a port gets nothing.
"""

from __future__ import annotations

from typing import Final

NOT_ENCRYPTED: Final = (
    "the ZeroMQ of this Python has no encryption, so other users of this computer could read your answers "
    "while the kit is open. Install pyzmq from the Python Package Index, or use a computer of your own."
)


def can_encrypt() -> bool:
    """Return whether the server can make its kernels encrypt what they send."""
    import zmq  # noqa: PLC0415 - `check` alone would load it on every word typed

    return bool(zmq.has("curve"))
