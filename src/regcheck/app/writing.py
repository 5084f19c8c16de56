"""Putting files in place whole: aside first, then moved.

Owns: replacing one file or one folder so that a failure in the middle leaves what was there before.
Refuses to know: what is written, how a failure is told to the user (it raises OSError).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write beside the file and move over it; the file's mode is kept. Raises OSError, leaving the old file."""
    target = path.resolve()
    aside, handle = _new_beside(target)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        aside.chmod(_mode_of(target))
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _new_beside(target: Path) -> tuple[Path, int]:
    """A file of this process alone, open for writing; one that somebody left there stays."""
    number = 0
    while True:
        aside = target.with_name(f".{target.name}.{os.getpid()}-{number}")
        try:
            return aside, os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        except FileExistsError:
            number += 1


_BINARY: int = getattr(os, "O_BINARY", 0)


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold exactly these files (POSIX names). Raises OSError, leaving the old folder."""
    import shutil  # loads every way to compress a file; a check replaces single files only
    import tempfile

    target = folder.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        new = aside / "new"
        new.mkdir()
        _fill(new, files)
        _swap(target, new, aside / "old")
    finally:
        if target.exists() or not (aside / "old").exists():
            shutil.rmtree(aside, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _swap(target: Path, new: Path, old: Path) -> None:
    """The old folder steps aside for the new one, and comes back if the new one cannot be moved in."""
    if not target.exists():
        new.rename(target)
        return
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise


def _mode_of(path: Path) -> int:
    """The mode of the file that stands there, or what open() would give a new one under the present umask."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def files_below(folder: Path) -> dict[str, Path]:
    """Every file below a folder by its POSIX name relative to it, in order; nothing for no folder."""
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return {path.relative_to(folder).as_posix(): path for path in sorted(found)}
