"""A place where the parser stopped.

Owns: what the rules that explain it see: the text around it, and what could have stood there.
Refuses to know: the rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import Frozen
from regcheck.source.span import SourceText, Span, shown
from regcheck.syntax.items import RawItem
from regcheck.syntax.machine import UNREADABLE
from regcheck.syntax.tables import DEDENT, END, INDENT, NEWLINE
from regcheck.syntax.tree import Token

Finding = tuple[Payload, Span]


class Trouble(Frozen, kw_only=False):
    """A place where the parser stopped; offsets are of the whole text, `line` is [start, end) of its line."""

    source: SourceText
    shape: str
    raw: RawItem
    token: Token
    acceptable: frozenset[str]
    line: tuple[int, int]

    @property
    def place(self) -> int:
        return self.raw.start + self.token.start

    @property
    def at_line_end(self) -> bool:
        return self.token.kind in (NEWLINE, INDENT, DEDENT, END)

    def found(self) -> tuple[str, Span]:
        """The word at which the parser stopped, as the user wrote it."""
        if self.at_line_end:
            end = len(self.shape[: self.place].rstrip())
            return "", Span(self.source.name, end, min(end + 1, len(self.shape)))
        end = self.raw.start + self.token.end
        if self.token.kind == UNREADABLE and (word := _WORD.match(self.shape, self.place, self.line[1])):
            end = word.end()
        end = min(end, self.line[1])
        return shown(self.source.text[self.place : end]), Span(self.source.name, self.place, end)

    def finding(self, payload: Payload, start: int, end: int) -> Finding:
        return payload, Span(self.source.name, start, end)


_WORD = re.compile(r"[ぁ-ん]+|[々〆一-鿿㐀-䶿ァ-ヺーA-Za-z0-9_]+|\S")


Rule = Callable[[Trouble], Finding | None]
"""Explains the places that it knows, and declines others."""
