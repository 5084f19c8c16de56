"""How two versions of a file differ, as lines.

Owns: which files have lines, how much of a difference is shown.
Refuses to know: where the versions come from, how lines are shown.
"""

from __future__ import annotations

from regcheck.frozen import Frozen

_CONTEXT = 2
_LINES = 40
_LONGEST = 160


class Difference(Frozen):
    """The first lines of a unified diff without its head, and how many are left out."""

    lines: tuple[str, ...]
    more: int = 0


def difference(there: bytes, wanted: bytes) -> Difference | None:
    """What differs between two texts; None where one of the two is no text."""
    from difflib import unified_diff  # only a refusal needs it

    try:
        old, new = there.decode(), wanted.decode()
    except UnicodeDecodeError:
        return None
    if "\0" in old + new:
        return None
    diff = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=_CONTEXT)
    lines = [_shortened(line) for line in diff][2:]  # without the two lines that name the files
    return Difference(lines=tuple(lines[:_LINES]), more=max(0, len(lines) - _LINES))


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
