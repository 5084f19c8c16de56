"""Names of files: how a path is shown, and how 利用 between files resolve.

Owns: one name per file, from a folder or from the root.
Refuses to know: what is in the files.
"""

from __future__ import annotations

import os
from pathlib import Path

from regcheck.frozen import Frozen


class Names(Frozen, kw_only=False):
    """Names with /, relative to `base` below it and absolute elsewhere; without a base always absolute."""

    base: Path | None = None

    def name_of(self, path: Path) -> str:
        """The name of a path that is relative to where we stand, or absolute. Links are not followed."""
        absolute = _absolute(path)
        base = None if self.base is None else _absolute(self.base)
        if base is not None and absolute.is_relative_to(base):
            return absolute.relative_to(base).as_posix()
        return absolute.as_posix()

    def path_of(self, name: str) -> Path:
        """Where a name leads."""
        return (self.base or Path()) / name


def shown_name(path: Path) -> str:
    """Relative if it is below where we stand."""
    return Names(Path()).name_of(path)


def _absolute(path: Path) -> Path:
    """Without .. in it."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links
