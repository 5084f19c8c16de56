"""Lines of a printed file: indentation, comments, lists below sentences, wrapping.

Owns: the sheet of lines, two columns a level.
Refuses to know: items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.frozen import Frozen, Mutable, field
from regcheck.source.width import width
from regcheck.syntax import ast
from regcheck.syntax.printer.sentences import Binding, sentence
from regcheck.syntax.printer.words import Form

WIDEST = 100
"""Columns after which a row of values or facts goes on in the next line."""
GAP = "\u3000"
"""Between the keyword of a line and what it says."""


class Sheet(Mutable):
    """The lines of a file being printed."""

    lines: list[str] = field(default_factory=list)

    def line(self, depth: int, text: str) -> None:
        self.lines.append("  " * depth + text)

    def blank(self) -> None:
        if self.lines:
            self.lines.append("")

    def comments(self, depth: int, comments: Iterable[str]) -> None:
        for comment in comments:
            self.line(depth, f"# {comment}".rstrip())

    def comments_between(self, comments: Iterable[str]) -> None:
        """Comments between items; an empty one is an empty line."""
        for comment in comments:
            self.lines.append(f"# {comment}" if comment else "")

    def row(self, depth: int, words: Iterable[str]) -> None:
        """Words joined by 、, in as many lines as they take."""
        line = ""
        for word in words:
            longer = f"{line}、{word}" if line else word
            if line and width(longer) + 2 * depth > WIDEST:
                self.line(depth, line)
                longer = word
            line = longer
        if line:
            self.line(depth, line)

    def body(
        self,
        depth: int,
        head: str,
        clause: ast.Clause,
        *,
        tail: str = "",
        form: Form = Form.THAT,
        place: Binding = Binding.STATEMENT,
    ) -> None:
        """A sentence and the list that it announces."""
        self.line(depth, head + sentence(clause, form, place) + tail)
        for item in list_below(clause):
            self.item(depth + 1, item)

    def item(self, depth: int, item: ast.ListItem) -> None:
        """A 号 with its own list and exceptions."""
        self.comments(depth, item.comments)
        self.body(depth, item.label + GAP, item.body)
        self.exceptions(depth + 1, item.exceptions)

    def exceptions(
        self, depth: int, exceptions: Iterable[ast.ExceptionClause], ending: str = "ものを除く"
    ) -> None:
        """ただし、…を除く, a line each."""
        for exception in exceptions:
            self.comments(depth, exception.comments)
            told = sentence(exception.body, Form.PLAIN, Binding.CHAIN)
            self.line(depth, f"ただし、{told}{ending}")
            for item in list_below(exception.body):
                self.item(depth + 1, item)


def list_below(clause: ast.Clause) -> tuple[ast.ListItem, ...]:
    """The items of the one list that a sentence announces, wherever in it."""
    return next((found.items for found in _lists(clause)), ())


def _lists(node: object) -> Iterator[ast.ListClause]:
    if isinstance(node, ast.ListClause):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _lists(part)
    elif isinstance(node, Frozen):
        for name in node.__struct_fields__:
            yield from _lists(getattr(node, name))
