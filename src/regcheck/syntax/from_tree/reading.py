"""What every part of from_tree needs while it reads one item.

Owns: spans of trees, comments waiting for their place, the list that a sentence announces, refusals.
Refuses to know: any construct of the language.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lark import Token, Tree

from regcheck.diagnostics.codes.syntax import TooDeep
from regcheck.diagnostics.diagnostic import Payload
from regcheck.source.span import Span
from regcheck.syntax.labels import Label

DEEPEST = 24
"""How deep clauses and expressions may be nested; nobody reads four levels, and no pass may run out of stack."""

Node = Tree[Token]
Part = Node | Token


class RefusedError(Exception):
    """The item is read, and cannot mean anything: what is wrong and where."""

    def __init__(self, payload: Payload, span: Span) -> None:
        super().__init__(payload)
        self.payload, self.span = payload, span


@dataclass(slots=True)
class ListBelow:
    """The list below the sentence at hand, until its 柱書 takes it."""

    tree: Node | None
    taken: bool = False


@dataclass(slots=True)
class Reading:
    """One item being read; `lists` are those below the sentences at hand, the outermost first."""

    file: str
    text: str
    comments: list[tuple[int, str]]
    """Offset and text of the comments not yet placed, in order; shared by all items of a file."""
    item: str = ""
    subject: str = ""
    inner: list[str] = field(default_factory=list)
    lists: list[ListBelow] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    """The labels around the list at hand, the outermost first."""
    depth: int = 0

    def deeper(self, part: Part) -> None:
        """Goes down one level; the caller comes up again with `depth -= 1`."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.refuse(TooDeep(limit=DEEPEST), part)

    def span(self, part: Part) -> Span:
        """The place of a tree or token, without line ends behind it."""
        if isinstance(part, Token):
            start, end = part.start_pos or 0, part.end_pos or 0
        elif part.meta.empty:
            return Span(self.file, 0, 0)
        else:
            start, end = part.meta.start_pos, part.meta.end_pos
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(self.file, start, end)

    def written(self, part: Part) -> str:
        """The user's own words."""
        span = self.span(part)
        return self.text[span.start : span.end]

    def take_comments(self, part: Part) -> tuple[str, ...]:
        """The comments before the end of the line on which a part begins."""
        start = self.span(part).start
        line_end = self.text.find("\n", start)
        return self.take_comments_before(line_end if line_end >= 0 else len(self.text))

    def take_comments_before(self, offset: int) -> tuple[str, ...]:
        count = 0
        while count < len(self.comments) and self.comments[count][0] < offset:
            count += 1
        taken = tuple(text for _, text in self.comments[:count])
        del self.comments[:count]
        return taken

    def keep_comments(self, part: Part) -> None:
        """Comments before a line that has no place for them stand before the body of the item."""
        self.inner.extend(self.take_comments(part))

    def refuse(self, payload: Payload, part: Part) -> RefusedError:
        """The exception to raise about a part."""
        return RefusedError(payload, self.span(part))


def parts(tree: Node, name: str) -> list[Node]:
    """The children of a tree that are trees of a rule."""
    return [c for c in tree.children if isinstance(c, Tree) and c.data == name]


def tokens(tree: Node, kind: str) -> list[Token]:
    """The children of a tree that are tokens of a type."""
    return [c for c in tree.children if isinstance(c, Token) and c.type == kind]


def first(tree: Node) -> Node:
    """The first child that is a tree; the grammar says that there is one."""
    return next(c for c in tree.children if isinstance(c, Tree))


def trees(tree: Node) -> list[Node]:
    """All children that are trees."""
    return [c for c in tree.children if isinstance(c, Tree)]


def has(tree: Node, kind: str) -> bool:
    """Whether a token of the type is among the children."""
    return any(isinstance(c, Token) and c.type == kind for c in tree.children)
