"""The syntax tree of spec files: what was written, not yet what it means.

Owns: one node per construct of the grammar, with spans, and as much of the surface as the printer needs.
Refuses to know: whether a name exists, types, units that fit, anything about meaning.

Equality ignores spans and comments, so that parse(print(tree)) == tree can be asked.
Names are stored normalised (narrow() applied, quotes removed); `quoted` says that 「」 stood around them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from regcheck.source.span import NOWHERE, Span


def _span() -> Span:
    return field(default=NOWHERE, compare=False)


class Joiner(StrEnum):
    """又は, 若しくは (OR); 及び, 並びに, かつ (AND)."""

    OR = "or"
    AND = "and"


class QuantityWord(StrEnum):
    """いずれか, 全て."""

    SOME = "いずれか"
    ALL = "全て"


class AggregateWord(StrEnum):
    """合計, 平均, 最大, 最小."""

    SUM = "合計"
    MEAN = "平均"
    MAX = "最大"
    MIN = "最小"


class RoundingWord(StrEnum):
    """四捨五入, 切捨て, 切上げ."""

    HALF_UP = "四捨五入"
    DOWN = "切捨て"
    UP = "切上げ"


class CompareWord(StrEnum):
    """The words of a limit. BEFORE and AFTER exclude their day, UNTIL and SINCE include it."""

    GE = "以上"
    GT = "を超える"
    LE = "以下"
    LT = "未満"
    EQ = "である"
    SINCE = "以後"
    AFTER = "より後"
    UNTIL = "以前"
    BEFORE = "前"


class ListMode(StrEnum):
    """いずれにも該当する, いずれかに該当する, いずれにも該当しない, うち二以上に該当する."""

    ALL = "いずれにも"
    ANY = "いずれか"
    NONE = "いずれにも…しない"
    AT_LEAST = "うち…以上"


# ------------------------------------------------------------ names, paths, literals


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, bare or in 「」."""

    text: str
    quoted: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class PathName:
    """開設者の種別: names joined by の."""

    steps: tuple[Name, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLiteral:
    """A number with unit and scale words multiplied in: 四百床, 25%, 百分の二十五, 1/3, 十兆円. `text` as written."""

    value: Fraction
    unit: str
    text: str
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLiteral:
    """令和十年四月一日, 2028年4月1日, 2028-04-01."""

    value: date
    text: str
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """直近三事業年度."""

    text: str
    length: int
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """未確定「名」 where a date is wanted."""

    name: Name
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationText:
    """「法」第五十条第一項. source is "" for this instrument; free text has provision "" and `free` set."""

    source: str = ""
    provision: str = ""
    free: str = ""
    pending: str = ""
    span: Span = _span()


# ------------------------------------------------------------ expressions


@dataclass(frozen=True, slots=True, kw_only=True)
class SumExpr:
    """AとBの合計."""

    parts: tuple[Expr, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceExpr:
    """AからBを控除した数."""

    left: Expr
    right: Expr
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductExpr:
    """Aに三分の一を乗じた数, Aの二倍."""

    left: Expr
    right: Expr
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesExpr:
    """直近三事業年度の預金残高の平均 (window may be left out)."""

    path: PathName
    function: AggregateWord
    window: Window | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountExpr:
    """発電設備の数; 出力が五十万kW以上の発電設備の数; 診療科の数 (a set)."""

    path: PathName
    where: Clause | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSumExpr:
    """発電設備の出力の合計; with a condition on the elements."""

    path: PathName
    function: AggregateWord
    where: Clause | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundedExpr:
    """A（小数点以下二位未満を四捨五入）."""

    value: Expr
    places: int
    mode: RoundingWord
    span: Span = _span()


# ------------------------------------------------------------ clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One limit: 四百床以上."""

    op: CompareWord
    value: Expr
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareClause:
    """病床数が四百床以上六百床未満. One or two bounds; 「400床である」 is one EQ bound."""

    left: Expr
    bounds: tuple[Bound, ...]
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class IsClause:
    """災害拠点がA又はBである."""

    path: PathName
    values: tuple[Name, ...]
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class HasClause:
    """承認がある; also 発電設備がある (a list: some element)."""

    path: PathName
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class PossessClause:
    """出力が五十万kW以上の発電設備を有する; A又はBの機能を有する (values)."""

    path: PathName
    where: Clause | None = None
    values: tuple[Name, ...] = ()
    joiner: Joiner = Joiner.OR
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainsClause:
    """機能にA及びBを含む."""

    path: PathName
    values: tuple[Name, ...]
    joiner: Joiner = Joiner.OR
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRef:
    """A, 第一段階, 「甲案」の第一段階."""

    name: Name
    stage: int | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class BelongsClause:
    """(開設者が)A、B又はCに該当する. path None: the record asked about."""

    path: PathName | None
    terms: tuple[TermRef, ...]
    joiner: Joiner = Joiner.OR
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantifiedClause:
    """病院のいずれかが…, 全ての病院が…: `body` is asked of the element."""

    quantity: QuantityWord
    path: PathName
    body: Clause
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesClause:
    """直近三事業年度のいずれかにおいて、…."""

    quantity: QuantityWord
    window: Window
    body: Clause
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClause:
    """主務大臣が「A」と認める."""

    authority: Name
    discretion: Name
    path: PathName | None = None
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeClause:
    """「届出の要否」の手続が変更の案である."""

    table: Name
    output: Name
    value: Name
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class SameClause:
    """都道府県が開設者の都道府県と同じである."""

    left: PathName
    right: PathName
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectiveClause:
    """A又はB, Aかつ B; nested by 若しくは, 並びに. `word` as written."""

    joiner: Joiner
    word: str
    parts: tuple[Clause, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """一　…, with its own ただし."""

    label: str
    body: Clause
    exceptions: tuple[ExceptionClause, ...] = ()
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListClause:
    """次の各号のいずれにも該当する + items. `count` for うち二以上. A lead (柱書) may precede: `lead` is the condition before であって、次の…."""

    mode: ListMode
    items: tuple[ListItem, ...]
    count: int = 0
    lead: Clause | None = None
    heading: str = ""
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpliesClause:
    """A ならば、B."""

    premise: Clause
    conclusion: Clause
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionClause:
    """ただし、Aを除く. (A may be a ListClause: ただし、次のいずれかに該当するものを除く.)"""

    body: Clause
    comments: tuple[str, ...] = ()
    span: Span = _span()


# ------------------------------------------------------------ types


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeName:
    """A type as written: 整数（床）, 小数（㎥、小数点以下一位）, 割合, 日付, 期間（月）, 真偽, 文字列, 災害拠点区分, 病院."""

    name: Name
    unit: str = ""
    places: int | None = None
    window: Window | None = None
    is_list: bool = False
    is_set: bool = False
    limit: int | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One fact of a 対象. Bounds: ０以上, 千以下."""

    name: Name
    type: TypeName
    bounds: tuple[Bound, ...] = ()
    may_be_unknown: bool = False
    comments: tuple[str, ...] = ()
    span: Span = _span()


# ------------------------------------------------------------ items


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLines:
    """The clauses any item may begin with."""

    provisions: tuple[CitationText, ...] = ()
    sources: tuple[CitationText, ...] = ()
    effective: DateLiteral | Pending | None = None
    expires: DateLiteral | Pending | None = None
    remarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """Comments before the item; an empty one is an empty line."""
    inner_comments: tuple[str, ...] = ()
    """Comments inside the item that no line of its own can carry; printed before its body."""
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentItem:
    """法令「医療分野省令案」."""

    name: Name
    header: HeaderLines
    kind: str
    title: str = ""
    abbreviation: str = ""
    number: str = ""
    basis: tuple[CitationText, ...] = ()
    pending: tuple[Name, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class UseItem:
    """利用「../act/act.regspec」."""

    path: str
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceholderItem:
    """未確定「施行期日」."""

    name: Name
    header: HeaderLines
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumItem:
    """区分."""

    name: Name
    header: HeaderLines
    members: tuple[Name, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectItem:
    """対象."""

    name: Name
    header: HeaderLines
    fields: tuple[FieldLine, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscretionItem:
    """裁量「特に必要」：病院 / 判断者　主務大臣."""

    name: Name
    subject: Name
    header: HeaderLines
    authority: Name
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionItem:
    """前提."""

    name: Name
    subject: Name
    header: HeaderLines
    body: Clause
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateItem:
    """定義, 指定基準, 対象事業, 設備区分, 維持管理区分 (keyword). `fills`: 委任「…」."""

    keyword: str
    name: Name
    subject: Name
    header: HeaderLines
    body: Clause
    exceptions: tuple[ExceptionClause, ...] = ()
    fills: tuple[Name, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideItem:
    """特例「名」：病院 / 「A」の規定にかかわらず、…は、Aに該当しないものとする."""

    name: Name
    subject: Name
    header: HeaderLines
    target: Name
    condition: Clause
    outcome: bool
    prevails_over: tuple[Name, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """第一段階　令和十年四月一日から　病床数が千床以上."""

    number: int
    start: DateLiteral | Pending
    body: Clause
    exceptions: tuple[ExceptionClause, ...] = ()
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageItem:
    """段階."""

    name: Name
    subject: Name
    header: HeaderLines
    stages: tuple[StageLine, ...]
    growing: bool = False
    finally_covers: tuple[Name, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellText:
    """A cell: words (values), bounds, ― (any), それ以外 (other). alternatives: cells joined by 又は."""

    any: bool = False
    other: bool = False
    values: tuple[Name, ...] = ()
    bounds: tuple[Bound, ...] = ()
    alternatives: tuple[CellText, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a 区分表."""

    cells: tuple[CellText, ...]
    outputs: tuple[Name, ...]
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableItem:
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
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationItem:
    """委任「指定基準の委任」：病院 / 条項　「法」第五十条第一項 / 形式　省令 / 範囲　…."""

    name: Name
    subject: Name
    header: HeaderLines
    kind: str
    limit: Clause | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyItem:
    """性質. kind: always, possible, exclusive, cover, equivalent."""

    name: Name
    header: HeaderLines
    kind: str
    subject: Name
    members: tuple[Clause, ...]
    whole: Clause | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEntry:
    """病床数は400床; 承認あり; 災害拠点は不明; 病院は（…）、（…）. value: literal, Name, bool, None (不明), or a tuple of them, or groups of entries."""

    path: PathName
    value: FactValue
    row: int = field(default=0, compare=False)
    """The line of facts it stands on, which the printer keeps."""
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementEntry:
    """主務大臣は「特に必要」と認める／認めない."""

    authority: Name
    discretion: Name
    value: bool
    row: int = field(default=0, compare=False)
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationLine:
    """→ 特定機能病院に該当する. expected: 該当, 非該当, 要確認."""

    body: Clause
    expected: str
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioItem:
    """事例."""

    name: Name
    subject: Name
    header: HeaderLines
    entries: tuple[FactEntry | JudgementEntry, ...]
    expectations: tuple[ExpectationLine, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """列「備考」は用いない; 列「beds」は病床数."""

    heading: str
    path: PathName | None
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTableItem:
    """事実表."""

    name: Name
    subject: Name
    header: HeaderLines
    file: str
    as_of: DateLiteral | None = None
    columns: tuple[ColumnMapping, ...] = ()
    key: PathName | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionText:
    """「一覧」; 「一覧」のうち…であるもの."""

    table: Name
    where: Clause | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClaimLine:
    """「一覧」の病床数の平均（…を四捨五入）が823床. statistic: 件数 合計 平均 最大 最小 種類の数."""

    selection: SelectionText
    statistic: str
    path: PathName | None
    bound: Bound
    places: int | None = None
    mode: RoundingWord | None = None
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryRowClaimLine:
    """「一覧」の全てについて、…."""

    selection: SelectionText
    condition: Clause
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsWithoutClaimLine:
    """「一覧」において…もののない都道府県が、A、B及びC."""

    table: Name
    condition: Clause
    group: PathName
    expected: tuple[Name, ...]
    comments: tuple[str, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCheckItem:
    """確認."""

    name: Name
    header: HeaderLines
    claims: tuple[ClaimLine, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One spec file; broken items are missing here and reported apart. `trailing`: comments after the last item."""

    name: str
    items: tuple[Item, ...]
    trailing: tuple[str, ...] = ()
    broken: tuple[Name, ...] = field(default=(), compare=False)
    """Names of the items that could not be read: their absence is no second finding."""


Expr = (
    NumberLiteral | DateLiteral | PathName | SumExpr | DifferenceExpr | ProductExpr
    | SeriesExpr | CountExpr | ListSumExpr | RoundedExpr
)  # fmt: skip

Clause = (
    CompareClause | IsClause | HasClause | PossessClause | ContainsClause | BelongsClause
    | QuantifiedClause | SeriesClause | JudgedClause | OutcomeClause | SameClause
    | ConnectiveClause | ListClause | ImpliesClause
)  # fmt: skip

FactValue = (
    NumberLiteral | DateLiteral | Name | bool | None
    | tuple[NumberLiteral | DateLiteral | Name | bool | None, ...]
    | tuple[tuple[FactEntry, ...], ...]
)  # fmt: skip

ClaimLine = FigureClaimLine | EveryRowClaimLine | GroupsWithoutClaimLine

Item = (
    InstrumentItem | UseItem | PlaceholderItem | EnumItem | SubjectItem | DiscretionItem
    | AssumptionItem | PredicateItem | OverrideItem | StageItem | TableItem | DelegationItem
    | PropertyItem | ScenarioItem | FactTableItem | FigureCheckItem
)  # fmt: skip
