"""Which program it is that answers.

Owns: a digest of the program's own files, the libraries beside it and Python: what was answered under one digest
is never an answer under another.
Refuses to know: what is kept under a digest.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from regcheck.digests import blake2b
from regcheck.language import language_folder


def program_stamp() -> bytes:
    """The digest of the program that runs. Files are told apart by size and time, libraries by version."""
    own = (str(Path(__file__).parents[1]), str(language_folder()))
    return _digest([sys.version, *libraries(sys.path), *(line for folder in own for line in files(folder))])


_ANSWER_NOTHING = frozenset({"__pycache__", "help", "documents", "law"})
"""Folders of what Python makes for itself, of pages for readers, and of what is made of answers or has none."""


def files(folder: str) -> list[str]:
    """A line for each file below a folder that would differ if the file did; what answers nothing has none."""
    lines: list[str] = []
    folders = [folder]
    for inner in folders:  # grows while it is walked
        with os.scandir(inner) as found:
            for entry in found:
                if entry.is_dir():
                    if entry.name not in _ANSWER_NOTHING:
                        folders.append(entry.path)
                elif not entry.name.endswith(".md"):
                    seen = entry.stat()
                    lines.append(f"{entry.path} {seen.st_size} {seen.st_mtime_ns}")
    return sorted(lines)


def libraries(path: Sequence[str]) -> Iterator[str]:
    """The names of the installed distributions; each ends in its version."""
    for folder in path:
        try:
            names = os.listdir(folder)  # noqa: PTH208  # where modules come from need not be a folder
        except OSError:
            continue
        yield from sorted(name for name in names if name.endswith(".dist-info"))


def _digest(lines: Sequence[str]) -> bytes:
    return blake2b("\n".join(lines).encode("utf-8", "surrogateescape"), digest_size=32).digest()
