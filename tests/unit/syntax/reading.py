"""Short ways from a text to its tree, for the tests of this folder."""

from __future__ import annotations

from typing import TypeVar

from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file

T = TypeVar("T")


def items(text: str) -> tuple[ast.Item, ...]:
    """The items of a text that has no errors."""
    parsed = parse_file(SourceText("t.regspec", text))
    assert [d.payload.ja() for d in parsed.diagnostics] == []
    return parsed.file.items


def item(text: str, kind: type[T]) -> T:
    """The only item of a text."""
    (found,) = items(text)
    assert isinstance(found, kind)
    return found


def predicate(body: str) -> ast.PredicateItem:
    """A definition with a body."""
    lines = "\n".join(f"  {line}" for line in body.split("\n"))
    return item(f"定義「X」：病院\n{lines}\n", ast.PredicateItem)


def clause(body: str) -> ast.Clause:
    """The sentence of a definition."""
    return predicate(body).body


def code(text: str) -> str:
    """The code of the only finding."""
    (found,) = parse_file(SourceText("t.regspec", text)).diagnostics
    return found.code.id


def name(text: str, quoted: bool = False) -> ast.Name:
    return ast.Name(text=text, quoted=quoted)


def path(*steps: str) -> ast.PathName:
    return ast.PathName(steps=tuple(name(step) for step in steps))
