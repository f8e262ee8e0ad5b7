"""Whether what kernels say on this computer can be read by its other users.

A kernel and the server speak through ports that every user of the computer can connect to. With CurveZMQ
(http://curvezmq.org) a stranger at such a port gets nothing.
"""

from __future__ import annotations

from typing import Final

NOT_ENCRYPTED: Final = (
    "the ZeroMQ of this Python has no encryption, so other users of this computer could read your answers "
    "while the kit is open. Install pyzmq from the Python Package Index, or use a computer of your own."
)


def can_encrypt() -> bool:
    """Return whether the server can have its kernels speak encrypted."""
    import zmq  # noqa: PLC0415 - `check` alone would load it on every word typed

    return bool(zmq.has("curve"))
