"""Source texts and places in them.

Owns: the text of one file as the user wrote it, and spans that count Unicode code points.
Refuses to know: what the text means, how it is parsed, where it is stored.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from msgspec.structs import force_setattr

from regcheck.frozen import Frozen, detail


class Span(Frozen, kw_only=False, gc=False):
    """Half-open range [start, end) of code points in one file."""

    file: str
    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The smallest span that holds both (both must be of one file)."""
        return Span(self.file, min(self.start, other.start), max(self.end, other.end))

    def is_within(self, other: Span) -> bool:
        """Whether it lies in another one."""
        return self.file == other.file and other.start <= self.start and self.end <= other.end


_SHOWN = 24


def shown(text: str) -> str:
    """A user's words as they are quoted in a message: the beginning of them, if they are many."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


NOWHERE = Span("", 0, 0)
"""The span of something that no user wrote (a generated formula, a test)."""


class SourceText(Frozen, kw_only=False):
    """One file: its name as shown to the user (POSIX, relative) and its text, unchanged."""

    name: str
    text: str
    line_starts: tuple[int, ...] = detail(default=())

    def __post_init__(self) -> None:
        lengths = [len(line) + 1 for line in self.text.split("\n")[:-1]]
        force_setattr(self, "line_starts", tuple(accumulate(lengths, initial=0)))

    def line_of(self, offset: int) -> int:
        """1-based line of a code-point offset."""
        return bisect_right(self.line_starts, offset)

    def column_of(self, offset: int) -> int:
        """1-based column, in code points."""
        return offset - self.line_starts[self.line_of(offset) - 1] + 1

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its end of line."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
