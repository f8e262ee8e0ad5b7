"""Whether the journal of a record that was not closed still has everything that was acknowledged.

SQLite reads its write-ahead log up to the first damaged frame, and treats the rest as a commit that was cut
short. So a flipped bit would silently lose answers. The index beside the log remembers how much of it was
intact. It is written only after the log is on the disk, so a kill or a power cut never makes it remember too
much. The layout of both files: https://www.sqlite.org/walformat.html
"""

from __future__ import annotations

import struct
import sys
from array import array
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_HEADER: Final = 32
_FRAME: Final = 24
_INDEX: Final = 48
_WRITTEN_BACK: Final = 96
"""Position in the index of the number of frames already in the record's own file."""
_MAGIC: Final = {0x377F0682: "little", 0x377F0683: "big"}


def frames_lost(path: Path) -> int:
    """Return how many pages of the log were readable once and no longer are; 0 if nothing shows that.

    Parameters
    ----------
    path : Path
        The record's file, open nowhere; nothing is changed.
    """
    log, index = (_bytes(path.with_name(path.name + ending)) for ending in ("-wal", "-shm"))
    held, salts = _remembered(index[:_INDEX])
    if log[16:24] != salts and _sum_holds(log):
        return 0  # the log was started again since
    whole = _whole(log, salts, held)
    if not whole and int.from_bytes(index[_WRITTEN_BACK : _WRITTEN_BACK + 4], sys.byteorder) >= held:
        return 0  # nothing of it is needed
    return held - whole


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _remembered(index: bytes) -> tuple[int, bytes]:
    """Return how many frames were intact, and the salts of their log, if the index itself is intact."""
    if len(index) < _INDEX:
        return 0, b""
    sums = struct.unpack("=2I", index[40:48])
    if _checksum(index[:40], (0, 0), sys.byteorder) != sums:
        return 0, b""
    return struct.unpack("=I", index[16:20])[0], index[32:40]


def _sum_holds(log: bytes) -> bool:
    order = _MAGIC.get(int.from_bytes(log[:4], "big")) if len(log) >= _HEADER else None
    return order is not None and _checksum(log[:24], (0, 0), order) == struct.unpack(">2I", log[24:32])


def _whole(log: bytes, salts: bytes, most: int) -> int:
    """Return how many frames from the first on are intact."""
    if log[16:24] != salts or not _sum_holds(log):
        return 0
    order = _MAGIC[int.from_bytes(log[:4], "big")]
    page = int.from_bytes(log[8:12], "big")
    so_far = struct.unpack(">2I", log[24:32])
    for number in range(most):
        start = _HEADER + number * (_FRAME + page)
        frame = log[start : start + _FRAME + page]
        if len(frame) < _FRAME + page or frame[8:16] != salts:
            return number
        so_far = _checksum(frame[:8] + frame[_FRAME:], so_far, order)
        if so_far != struct.unpack(">2I", frame[16:24]):
            return number
    return most


def _checksum(data: bytes, start: tuple[int, ...], order: str) -> tuple[int, int]:
    words = array("I", data)
    if order != sys.byteorder:
        words.byteswap()
    first, second = start
    pairs = iter(words)
    for one, two in zip(pairs, pairs, strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second
