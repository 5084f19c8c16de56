"""Names of files as texts write them.

Owns: where a path that is written in one file leads.
Refuses to know: folders and files on a disk.
"""

from __future__ import annotations

import posixpath


def resolve_use(file: str, written: str) -> str:
    """The name of the file that a path written in another file leads to (both POSIX)."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), written))
