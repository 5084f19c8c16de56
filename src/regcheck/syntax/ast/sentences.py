"""Everything that a condition can say.

Owns: expressions and clauses.
Refuses to know: what regcheck.syntax.ast refuses.
"""

from __future__ import annotations

from regcheck.calendar.period import Period
from regcheck.frozen import Frozen, detail
from regcheck.source.span import Span
from regcheck.syntax.ast.names import DateLiteral, Name, NumberLiteral, PathName, Window, span_field
from regcheck.syntax.ast.words import AggregateWord, CompareWord, Joiner, ListMode, QuantityWord, RoundingWord

# ------------------------------------------------------------ expressions


class SumExpr(Frozen):
    """AとBの合計."""

    parts: tuple[Expr, ...]
    span: Span = span_field()


class DifferenceExpr(Frozen):
    """AからBを控除した数."""

    left: Expr
    right: Expr
    span: Span = span_field()


class ProductExpr(Frozen):
    """Aに三分の一を乗じた数, Aの二倍."""

    left: Expr
    right: Expr
    span: Span = span_field()


class SeriesExpr(Frozen):
    """直近三事業年度の預金残高の平均 (window may be left out)."""

    path: PathName
    function: AggregateWord
    window: Window | None = None
    span: Span = span_field()


class CountExpr(Frozen):
    """発電設備の数; 出力が五十万kW以上の発電設備の数; 診療科の数 (a set)."""

    path: PathName
    where: Clause | None = None
    span: Span = span_field()


class ListSumExpr(Frozen):
    """発電設備の出力の合計; with a condition on the elements."""

    path: PathName
    function: AggregateWord
    where: Clause | None = None
    span: Span = span_field()


class RoundedExpr(Frozen):
    """A（小数点以下二位未満を四捨五入）."""

    value: Expr
    places: int
    mode: RoundingWord
    span: Span = span_field()


class EventDayExpr(Frozen):
    """指定を受けた日, 受理した日; 届出を受理した日 (`object` is 届出): the day of an event. 受理の日 is a path."""

    event: PathName
    anchor: str
    """As written behind the event: を受けた日, した日."""
    object: PathName | None = None
    span: Span = span_field()


class PeriodExpr(Frozen):
    """受理の日から起算して三十日を経過する日; 変更の日の二週間前: the day that a period comes to.

    `words` as written after から or の, without まで; `period` has 閉庁日繰下げ in it.
    """

    start: Expr
    period: Period
    words: str
    span: Span = span_field()


# ------------------------------------------------------------ clauses


class Bound(Frozen, kw_only=False):
    """One limit: 四百床以上."""

    op: CompareWord
    value: Expr
    span: Span = span_field()


class CompareClause(Frozen, kw_only=False):
    """病床数が四百床以上六百床未満. One or two bounds; 「400床である」 is one EQ bound."""

    left: Expr
    bounds: tuple[Bound, ...]
    negated: bool = False
    span: Span = span_field()


class IsClause(Frozen):
    """災害拠点がA又はBである."""

    path: PathName
    values: tuple[Name, ...]
    negated: bool = False
    span: Span = span_field()


class HasClause(Frozen):
    """承認がある; also 発電設備がある (a list: some element), 勧告があった (an event)."""

    path: PathName
    negated: bool = False
    past: bool = detail(default=False)
    """があった, which the printer keeps."""
    span: Span = span_field()


class PossessClause(Frozen):
    """出力が五十万kW以上の発電設備を有する; A又はBの機能を有する (values)."""

    path: PathName
    where: Clause | None = None
    values: tuple[Name, ...] = ()
    joiner: Joiner = Joiner.OR
    negated: bool = False
    span: Span = span_field()


class ContainsClause(Frozen):
    """機能にA及びBを含む."""

    path: PathName
    values: tuple[Name, ...]
    joiner: Joiner = Joiner.OR
    negated: bool = False
    span: Span = span_field()


class TermRef(Frozen, kw_only=False):
    """A, 第一段階, 「甲案」の第一段階."""

    name: Name
    stage: int | None = None
    span: Span = span_field()


class BelongsClause(Frozen, kw_only=False):
    """(開設者が)A、B又はCに該当する. path None: the record asked about."""

    path: PathName | None
    terms: tuple[TermRef, ...]
    joiner: Joiner = Joiner.OR
    negated: bool = False
    span: Span = span_field()


class QuantifiedClause(Frozen):
    """病院のいずれかが…, 全ての病院が…: `body` is asked of the element."""

    quantity: QuantityWord
    path: PathName
    body: Clause
    span: Span = span_field()


class SeriesClause(Frozen):
    """直近三事業年度のいずれかにおいて、…."""

    quantity: QuantityWord
    window: Window
    body: Clause
    span: Span = span_field()


class JudgedClause(Frozen):
    """主務大臣が「A」と認める."""

    authority: Name
    discretion: Name
    path: PathName | None = None
    negated: bool = False
    span: Span = span_field()


class OutcomeClause(Frozen):
    """「届出の要否」の手続が変更の案である."""

    table: Name
    output: Name
    value: Name
    negated: bool = False
    span: Span = span_field()


class UntilClause(Frozen):
    """回答期限までに応諾の通知がない: whether an event has happened by a day."""

    limit: Expr
    event: PathName
    negated: bool = False
    past: bool = detail(default=False)
    span: Span = span_field()


class BreachClause(Frozen):
    """「導入の禁止」に違反する: asked of a run of a 手続."""

    rule: Name
    negated: bool = False
    span: Span = span_field()


class LawfulClause(Frozen):
    """適法である: asked of a run of a 手続."""

    negated: bool = False
    span: Span = span_field()


class SameClause(Frozen):
    """都道府県が開設者の都道府県と同じである."""

    left: PathName
    right: PathName
    negated: bool = False
    span: Span = span_field()


class ConnectiveClause(Frozen):
    """A又はB, Aかつ B; nested by 若しくは, 並びに. `word` as written."""

    joiner: Joiner
    word: str
    parts: tuple[Clause, ...]
    span: Span = span_field()


class ListItem(Frozen, kw_only=False):
    """一　…, with its own ただし."""

    label: str
    body: Clause
    exceptions: tuple[ExceptionClause, ...] = ()
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class ListClause(Frozen):
    """次の各号のいずれにも該当する + items. `count` for うち二以上. A lead (柱書) may precede: `lead` is the condition before であって、次の…."""

    mode: ListMode
    items: tuple[ListItem, ...]
    count: int = 0
    lead: Clause | None = None
    heading: str = ""
    span: Span = span_field()


class ImpliesClause(Frozen):
    """A ならば、B."""

    premise: Clause
    conclusion: Clause
    span: Span = span_field()


class ExceptionClause(Frozen):
    """ただし、Aを除く. (A may be a ListClause: ただし、次のいずれかに該当するものを除く.)"""

    body: Clause
    comments: tuple[str, ...] = ()
    span: Span = span_field()


Expr = (
    NumberLiteral | DateLiteral | PathName | SumExpr | DifferenceExpr | ProductExpr
    | SeriesExpr | CountExpr | ListSumExpr | RoundedExpr | EventDayExpr | PeriodExpr
)  # fmt: skip

Clause = (
    CompareClause | IsClause | HasClause | PossessClause | ContainsClause | BelongsClause
    | QuantifiedClause | SeriesClause | JudgedClause | OutcomeClause | SameClause
    | UntilClause | BreachClause | LawfulClause | ConnectiveClause | ListClause | ImpliesClause
)  # fmt: skip
