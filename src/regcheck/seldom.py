"""Libraries that others load and hardly ever use: they are loaded when somebody first looks into them.

Owns: which libraries these are, and how they wait.
Refuses to know: who looks into them.

To load them takes as long as a quarter of what comes before the files of a project are read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.abc import Loader

_SELDOM = frozenset({"inspect", "ipaddress", "msgspec.inspect", "msgspec.json", "traceback"})


class _Later:
    """Loads a module when something is first read from it."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        def load(name: str) -> object:
            del vars(module)["__getattr__"]
            self._loader.exec_module(module)
            return getattr(module, name)

        vars(module)["__getattr__"] = load


class _Seldom:
    """Finds the libraries that wait."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in _SELDOM else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Later(spec.loader)  # type: ignore[assignment]  # of the shape, without the import of the class
        return spec


def wait_with_libraries() -> None:
    """To be called before anything else is loaded; libraries that are loaded already stay as they are."""
    if _Seldom not in sys.meta_path:
        sys.meta_path.insert(0, _Seldom)


@contextmanager
def without(name: str) -> Iterator[None]:
    """A block in which a library that is not loaded yet cannot be."""
    here = name in sys.modules
    sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None: as if it was not installed
    try:
        yield
    finally:
        if not here:
            del sys.modules[name]
