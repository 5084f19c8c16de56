"""The items that state rules.

Owns: types as written, the lines any item may have, and one node per keyword.
Refuses to know: what regcheck.syntax.ast refuses.
"""

from __future__ import annotations

from regcheck.frozen import Frozen, detail
from regcheck.source.span import Span
from regcheck.syntax.ast.names import CitationText, DateLiteral, Name, PathName, Pending, Window, span_field
from regcheck.syntax.ast.sentences import Bound, Clause, ExceptionClause

# ------------------------------------------------------------ types


class TypeName(Frozen):
    """A type as written: 整数（床）, 小数（㎥、小数点以下一位）, 割合, 日付, 期間（月）, 真偽, 文字列, 災害拠点区分, 病院."""

    name: Name
    unit: str = ""
    places: int | None = None
    window: Window | None = None
    is_list: bool = False
    is_set: bool = False
    limit: int | None = None
    span: Span = span_field()


class FieldLine(Frozen):
    """One fact of a 対象. Bounds: ０以上, 千以下."""

    name: Name
    type: TypeName
    bounds: tuple[Bound, ...] = ()
    may_be_unknown: bool = False
    comments: tuple[str, ...] = ()
    span: Span = span_field()


# ------------------------------------------------------------ items


class HeaderLines(Frozen):
    """The clauses any item may begin with."""

    provisions: tuple[CitationText, ...] = ()
    provision_lines: tuple[Span, ...] = detail(default=())
    """What stands behind the word 条項, line by line."""
    sources: tuple[CitationText, ...] = ()
    effective: DateLiteral | Pending | None = None
    expires: DateLiteral | Pending | None = None
    amended_by: tuple[str, ...] = ()
    """改正　「令和六年法律第二十八号」: the law that made this version."""
    remarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """Comments before the item; an empty one is an empty line."""
    inner_comments: tuple[str, ...] = ()
    """Comments inside the item that no line of its own can carry; printed before its body."""
    span: Span = span_field()


class InstrumentItem(Frozen):
    """法令「医療分野省令案」."""

    name: Name
    header: HeaderLines
    kind: str
    title: str = ""
    abbreviation: str = ""
    number: str = ""
    basis: tuple[CitationText, ...] = ()
    pending: tuple[Name, ...] = ()
    horizon: tuple[DateLiteral, DateLiteral] | None = None
    """検査期間: the days for which versions are held against each other."""
    span: Span = span_field()


class UseItem(Frozen):
    """利用「../act/act.regspec」."""

    path: str
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class PlaceholderItem(Frozen):
    """未確定「施行期日」. Of a day: 範囲　令和八年六月十七日以後令和九年十二月十六日以前 (first, last; None is open)."""

    name: Name
    header: HeaderLines
    first: DateLiteral | None = None
    last: DateLiteral | None = None
    span: Span = span_field()


class EnumItem(Frozen):
    """区分."""

    name: Name
    header: HeaderLines
    members: tuple[Name, ...]
    span: Span = span_field()


class SubjectItem(Frozen):
    """対象."""

    name: Name
    header: HeaderLines
    fields: tuple[FieldLine, ...]
    span: Span = span_field()


class DiscretionItem(Frozen):
    """裁量「特に必要」：病院 / 判断者　主務大臣."""

    name: Name
    subject: Name
    header: HeaderLines
    authority: Name
    span: Span = span_field()


class AssumptionItem(Frozen):
    """前提."""

    name: Name
    subject: Name
    header: HeaderLines
    body: Clause
    span: Span = span_field()


class PredicateItem(Frozen):
    """定義, 指定基準, 対象事業, 設備区分, 維持管理区分 (keyword). `fills`: 委任「…」."""

    keyword: str
    name: Name
    subject: Name
    header: HeaderLines
    body: Clause
    exceptions: tuple[ExceptionClause, ...] = ()
    fills: tuple[Name, ...] = ()
    span: Span = span_field()


class OverrideItem(Frozen):
    """特例「名」：病院 / 「A」の規定にかかわらず、…は、Aに該当しないものとする."""

    name: Name
    subject: Name
    header: HeaderLines
    target: Name
    condition: Clause
    outcome: bool
    prevails_over: tuple[Name, ...] = ()
    span: Span = span_field()


class StageLine(Frozen):
    """第一段階　令和十年四月一日から　病床数が千床以上."""

    number: int
    start: DateLiteral | Pending
    body: Clause
    exceptions: tuple[ExceptionClause, ...] = ()
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class StageItem(Frozen):
    """段階."""

    name: Name
    subject: Name
    header: HeaderLines
    stages: tuple[StageLine, ...]
    growing: bool = False
    finally_covers: tuple[Name, ...] = ()
    span: Span = span_field()


class CellText(Frozen):
    """A cell: words (values), bounds, ― (any), それ以外 (other). alternatives: cells joined by 又は."""

    any: bool = False
    other: bool = False
    values: tuple[Name, ...] = ()
    bounds: tuple[Bound, ...] = ()
    alternatives: tuple[CellText, ...] = ()
    span: Span = span_field()


class TableRow(Frozen):
    """One row of a 区分表."""

    cells: tuple[CellText, ...]
    outputs: tuple[Name, ...]
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class TableItem(Frozen):
    """区分表. hit_policy is one of 該当は一つのみ, 先の行を優先, 全て該当."""

    name: Name
    subject: Name
    header: HeaderLines
    hit_policy: str
    complete: bool
    columns: tuple[PathName, ...]
    outputs: tuple[Name, ...]
    rows: tuple[TableRow, ...]
    within: Clause | None = None
    span: Span = span_field()


class DelegationItem(Frozen):
    """委任「指定基準の委任」：病院 / 条項　「法」第五十条第一項 / 形式　省令 / 範囲　…."""

    name: Name
    subject: Name
    header: HeaderLines
    kind: str
    limit: Clause | None = None
    span: Span = span_field()


class PropertyItem(Frozen):
    """性質. kind: always, possible, exclusive, cover, equivalent, same_lists: the members list the same values of
    the fact `listed`."""

    name: Name
    header: HeaderLines
    kind: str
    subject: Name
    members: tuple[Clause, ...]
    whole: Clause | None = None
    listed: PathName | None = None
    span: Span = span_field()
