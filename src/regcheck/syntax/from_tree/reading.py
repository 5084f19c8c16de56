"""What every part of from_tree needs while it reads one item.

Owns: spans of trees, comments waiting for their place, the list that a sentence announces, refusals.
Refuses to know: any construct of the language.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import Mutable, field
from regcheck.source.span import NOWHERE, Span
from regcheck.syntax.labels import Label
from regcheck.syntax.tree import Node, Part, Token

DEEPEST = 24
"""How deep clauses and expressions may be nested; nobody reads four levels, and no pass may run out of stack."""


class RefusedError(Exception):
    """The item is read, and cannot mean anything: what is wrong and where."""

    def __init__(self, payload: Payload, span: Span) -> None:
        super().__init__(payload)
        self.payload, self.span = payload, span


class ListBelow(Mutable):
    """The list below the sentence at hand, until its 柱書 takes it."""

    tree: Node | None
    taken: bool = False


class Reading(Mutable):
    """One item being read; `lists` are those below the sentences at hand, the outermost first."""

    file: str
    text: str
    start: int
    """Where the item begins; places in its tree count from there."""
    comments: dict[int, list[str]]
    """The comments of the item by the start of the line they stand on or above."""
    item: str = ""
    whole: Span = NOWHERE
    """The item, from its keyword to its last word."""
    subject: str = ""
    lists: list[ListBelow] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    """The labels around the list at hand, the outermost first."""
    depth: int = 0
    """How many clauses and expressions the part at hand lies in."""

    def too_deep(self, part: Part) -> RefusedError:
        """The exception to raise at a part that goes down one level too many."""
        return self.refuse(codes.syntax.TooDeep(limit=DEEPEST), part)

    def span(self, part: Part) -> Span:
        """The place of a token, or from the first to the last word that a tree keeps."""
        at = part.start
        return Span(self.file, self.start + at, self.start + part.end) if at >= 0 else Span(self.file, 0, 0)

    def written(self, part: Part) -> str:
        """The user's own words."""
        span = self.span(part)
        return self.text[span.start : span.end]

    def take_comments(self, part: Part) -> tuple[str, ...]:
        """The comments on the line on which a part begins and those above it."""
        if not self.comments:
            return ()
        line = self.text.rfind("\n", 0, self.span(part).start) + 1
        return tuple(self.comments.pop(line, ()))

    def take_other_comments(self) -> tuple[str, ...]:
        """The comments of lines that carry none of their own."""
        if not self.comments:
            return ()
        found = tuple(text for line in sorted(self.comments) for text in self.comments[line])
        self.comments.clear()
        return found

    def refuse(self, payload: Payload, part: Part) -> RefusedError:
        """The exception to raise about a part."""
        return RefusedError(payload, self.span(part))


def parts(tree: Node, name: str) -> list[Node]:
    """The children of a tree that are trees of a rule."""
    return [c for c in tree.children if c.kind == name and type(c) is Node]


def tokens(tree: Node, kind: str) -> list[Token]:
    """The children of a tree that are tokens of a type."""
    return [c for c in tree.children if c.kind == kind and type(c) is Token]


def child(tree: Node, name: str) -> Node | None:
    """The first child that is a tree of a rule."""
    for part in tree.children:
        if part.kind == name and type(part) is Node:
            return part
    return None


def first(tree: Node) -> Node:
    """The first child that is a tree; the grammar says that there is one."""
    for part in tree.children:
        if type(part) is Node:
            return part
    raise AssertionError(tree.kind)


def trees(tree: Node) -> list[Node]:
    """All children that are trees."""
    return [c for c in tree.children if type(c) is Node]


def has(tree: Node, kind: str) -> bool:
    """Whether a token of the type is among the children."""
    return kind in [c.kind for c in tree.children]
