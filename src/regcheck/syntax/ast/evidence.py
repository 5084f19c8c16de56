"""The items that bring facts.

Owns: 事例, 事実表 and 確認 with their lines.
Refuses to know: what regcheck.syntax.ast refuses.
"""

from __future__ import annotations

from regcheck.frozen import Frozen, detail
from regcheck.source.span import Span
from regcheck.syntax.ast.items import HeaderLines
from regcheck.syntax.ast.names import DateLiteral, Name, NumberLiteral, PathName, span_field
from regcheck.syntax.ast.sentences import Bound, Clause
from regcheck.syntax.ast.words import RoundingWord


class FactEntry(Frozen):
    """病床数は400床; 承認あり; 災害拠点は不明; 病院は（…）、（…）. value: literal, Name, bool, None (不明), or a tuple of them, or groups of entries."""

    path: PathName
    value: FactValue
    row: int = detail(default=0)
    """The line of facts it stands on, which the printer keeps."""
    span: Span = span_field()


class JudgementEntry(Frozen):
    """主務大臣は「特に必要」と認める／認めない."""

    authority: Name
    discretion: Name
    value: bool
    row: int = detail(default=0)
    span: Span = span_field()


class ExpectationLine(Frozen):
    """→ 特定機能病院に該当する. expected: 該当, 非該当, 要確認. `only`: → 指定の日は令和七年五月一日に限る."""

    body: Clause
    expected: str
    only: bool = False
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class ScenarioItem(Frozen):
    """事例."""

    name: Name
    subject: Name
    header: HeaderLines
    entries: tuple[FactEntry | JudgementEntry, ...]
    expectations: tuple[ExpectationLine, ...]
    span: Span = span_field()


class ColumnMapping(Frozen):
    """列「備考」は用いない; 列「beds」は病床数."""

    heading: str
    path: PathName | None
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class FactTableItem(Frozen):
    """事実表."""

    name: Name
    subject: Name
    header: HeaderLines
    file: str
    as_of: DateLiteral | None = None
    columns: tuple[ColumnMapping, ...] = ()
    key: PathName | None = None
    span: Span = span_field()


class SelectionText(Frozen):
    """「一覧」; 「一覧」のうち…であるもの."""

    table: Name
    where: Clause | None = None
    span: Span = span_field()


class FigureClaimLine(Frozen):
    """「一覧」の病床数の平均（…を四捨五入）が823床. statistic: 件数 合計 平均 最大 最小 種類の数."""

    selection: SelectionText
    statistic: str
    path: PathName | None
    bound: Bound
    places: int | None = None
    mode: RoundingWord | None = None
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class EveryRowClaimLine(Frozen):
    """「一覧」の全てについて、…."""

    selection: SelectionText
    condition: Clause
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class GroupsWithoutClaimLine(Frozen):
    """「一覧」において…もののない都道府県が、A、B及びC."""

    table: Name
    condition: Clause
    group: PathName
    expected: tuple[Name, ...]
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class FigureCheckItem(Frozen):
    """確認."""

    name: Name
    header: HeaderLines
    claims: tuple[ClaimLine, ...]
    span: Span = span_field()


FactValue = (
    NumberLiteral | DateLiteral | Name | bool | None
    | tuple[NumberLiteral | DateLiteral | Name | bool | None, ...]
    | tuple[tuple[FactEntry | JudgementEntry, ...], ...]
)  # fmt: skip

ClaimLine = FigureClaimLine | EveryRowClaimLine | GroupsWithoutClaimLine
