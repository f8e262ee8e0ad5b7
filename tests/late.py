"""What few tests need and takes long to load: it is loaded when they run, not when they are read."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Late:
    """A module, or a name of it, that is loaded when a test first uses it."""

    def __init__(self, module: str, name: str = "") -> None:
        self._module, self._name = module, name

    def _found(self) -> Any:
        module = import_module(self._module)
        return getattr(module, self._name) if self._name else module

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found(), name)

    def __call__(self, *words: Any, **named: Any) -> Any:
        return self._found()(*words, **named)
