"""Syntax trees in short form, as the parser would make them; every name gets a span of its own."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

from regcheck.model.from_syntax import Built, build_specification
from regcheck.source.span import Span
from regcheck.syntax import ast
from regcheck.syntax.ast import AggregateWord, CompareWord, HeaderLines

_offsets = count(step=10)


def span() -> Span:
    start = next(_offsets)
    return Span("a.regspec", start, start + 5)


def name(text: str, *, quoted: bool = False) -> ast.Name:
    return ast.Name(text=text, quoted=quoted, span=span())


def names(*texts: str) -> tuple[ast.Name, ...]:
    return tuple(name(text) for text in texts)


def path(text: str) -> ast.PathName:
    return ast.PathName(steps=names(*text.split("の")), span=span())


def number(value: int | str, unit: str = "") -> ast.NumberLiteral:
    """A number; the unit % only shows in its text, since 25% is the bare number 1/4 to the parser."""
    if unit == "%":
        return ast.NumberLiteral(value=Fraction(value), unit="", text="25%", span=span())
    return ast.NumberLiteral(value=Fraction(value), unit=unit, text=str(value), span=span())


def limit(left: ast.Expr | str, op: CompareWord, right: ast.Expr) -> ast.CompareClause:
    measured = path(left) if isinstance(left, str) else left
    bound = ast.Bound(op=op, value=right, span=right.span)
    return ast.CompareClause(left=measured, bounds=(bound,), span=span())


def at_least(left: ast.Expr | str, value: int | str, unit: str = "") -> ast.CompareClause:
    return limit(left, CompareWord.GE, number(value, unit))


def has(text: str) -> ast.HasClause:
    return ast.HasClause(path=path(text), span=span())


def belongs(*terms: str) -> ast.BelongsClause:
    refs = tuple(ast.TermRef(name=name(term), span=span()) for term in terms)
    return ast.BelongsClause(path=None, terms=refs, span=span())


def window(length: int = 3) -> ast.Window:
    return ast.Window(text="直近三事業年度", length=length, span=span())


def mean(text: str) -> ast.SeriesExpr:
    return ast.SeriesExpr(path=path(text), function=AggregateWord.MEAN, window=window(), span=span())


def field(label: str, type_: str, unit: str = "", **options: object) -> ast.FieldLine:
    bounds = options.pop("bounds", ())
    written = ast.TypeName(name=name(type_), unit=unit, span=span(), **options)  # type: ignore[arg-type]
    return ast.FieldLine(name=name(label), type=written, bounds=bounds, span=span())  # type: ignore[arg-type]


def subject(label: str, *fields: ast.FieldLine) -> ast.SubjectItem:
    return ast.SubjectItem(name=name(label), header=HeaderLines(), fields=fields, span=span())


def enum(label: str, *members: str) -> ast.EnumItem:
    return ast.EnumItem(name=name(label), header=HeaderLines(), members=names(*members), span=span())


def define(label: str, about: str, body: ast.Clause, **header: object) -> ast.PredicateItem:
    lines = HeaderLines(sources=(ast.CitationText(source="法", provision="第一条"),), **header)  # type: ignore[arg-type]
    return ast.PredicateItem(
        keyword="定義", name=name(label), subject=name(about), header=lines, body=body, span=span()
    )


def build(*items: ast.Item) -> Built:
    return build_specification([ast.File(name="a.regspec", items=items)], frozenset({"a.regspec"}))


def codes(built: Built) -> list[str]:
    return [diagnostic.code.id for diagnostic in built.diagnostics]
