"""手続 and its lines, and names that change with time.

Owns: the nodes of 手続 (事象, 期間, 期限, 義務, 禁止, 権限, 準用) and of 名称.
Refuses to know: what regcheck.syntax.ast refuses.
"""

from __future__ import annotations

from enum import StrEnum

from regcheck.frozen import Frozen
from regcheck.source.span import Span
from regcheck.syntax.ast.items import HeaderLines
from regcheck.syntax.ast.names import CitationText, DateLiteral, Name, Pending, span_field
from regcheck.syntax.ast.sentences import Clause, ExceptionClause, Expr


class WithinWord(StrEnum):
    """How a stretch of days is given.

    COUNTED: 勧告の日から起算して十日以内に (value: a PeriodExpr; from its start to the day that it means).
    NAMED: 審査期間中は, 審査期間内に限り (value: the path of a 期間). PROMPT: 遅滞なく (no value).
    The others have a day as their value, which the name of an event or of a 期限 is too. UNTIL: 回答期限までに.
    BEFORE: 導入の日より前に, 導入の前に, あらかじめ. SINCE: 施行の日以後に. AFTER: 導入の後に, 審査期間の経過後に
    (審査期間の末日).
    """

    COUNTED = "counted"
    NAMED = "named"
    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    AFTER = "after"
    PROMPT = "prompt"


class WithinText(Frozen):
    """One stretch of days; `value` as said at each word."""

    word: WithinWord
    value: Expr | None = None
    in_advance: bool = False
    """あらかじめ: before the event of the condition, which is the value."""
    span: Span = span_field()


class BeforeText(Frozen):
    """届出以後, 届出より後: an event that goes before."""

    event: Name
    strict: bool = False
    span: Span = span_field()


class EventLine(Frozen):
    """事象　受理：主務大臣　届出以後. `day`: 事象　公布：国　令和八年六月十七日, and any other expression for one day."""

    name: Name
    actor: Name | None = None
    before: tuple[BeforeText, ...] = ()
    within: tuple[WithinText, ...] = ()
    day: Expr | None = None
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class PeriodLine(Frozen):
    """期間「審査期間」　受理の日から起算して三十日を経過する日まで; 期間「準備期間」　公布の日から施行の日まで (first given)."""

    name: Name
    last: Expr
    first: Expr | None = None
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class LimitLine(Frozen):
    """期限「回答期限」　勧告の日から起算して十日以内（閉庁日繰下げ）."""

    name: Name
    value: Expr
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class ChangeText(Frozen):
    """延長により審査期間を受理の日から起算して四月間を限度として延長する; 短縮により審査期間を短縮する."""

    period: Name
    extends: bool
    limit: Expr | None = None
    span: Span = span_field()


class PenaltyText(Frozen):
    """違反　「二年以下の拘禁刑又は百万円以下の罰金」　「法」第九十二条第一項第二号."""

    words: str
    sources: tuple[CitationText, ...] = ()
    span: Span = span_field()


RULE_VERBS = {
    "義務": "をしなければならない",
    "禁止": "をしてはならない",
    "権限": "をすることができる",
}
"""How the sentence of a rule ends, by its keyword."""


class RuleLine(Frozen):
    """義務「回答」　特定社会基盤事業者は、勧告があったときは、回答期限までに、応諾の通知をしなければならない.

    keyword: 義務, 禁止, 権限. `header` are the deeper lines 条項, 出典, 施行, 失効, 備考 of the rule.
    `in_force`: 施行 with the day of an event in place of a date.
    """

    keyword: str
    name: Name
    actor: Name
    event: Name
    header: HeaderLines
    when: Clause | None = None
    exceptions: tuple[ExceptionClause, ...] = ()
    within: tuple[WithinText, ...] = ()
    change: ChangeText | None = None
    in_force: Expr | None = None
    penalty: PenaltyText | None = None
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class AppliedLine(Frozen):
    """準用　「導入等の審査」のうち「回答」、「命令」、届出は変更の届出と読み替える. No `rules`: all but `left_out`.

    `header` and `in_force` as those of a rule: deeper lines, said of all that is taken over.
    """

    procedure: Name
    rules: tuple[Name, ...] = ()
    left_out: tuple[Name, ...] = ()
    renamed: tuple[tuple[Name, Name], ...] = ()
    header: HeaderLines = HeaderLines()
    in_force: Expr | None = None
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class ProcedureItem(Frozen):
    """手続「導入等の審査」：導入等. `horizon` are the days of 検査期間."""

    name: Name
    header: HeaderLines
    subject: Name | None = None
    horizon: tuple[DateLiteral, DateLiteral] | None = None
    lines: tuple[ProcedureLine, ...] = ()
    """In the order of the text, which the printer keeps."""
    span: Span = span_field()


class NameLine(Frozen):
    """社会保険診療報酬支払基金　改称の日の前日まで: a name and the days on which it is borne ([since, until))."""

    name: Name
    since: DateLiteral | Pending | None = None
    until: DateLiteral | Pending | None = None
    comments: tuple[str, ...] = ()
    span: Span = span_field()


class NameItem(Frozen):
    """名称「支払基金」: one body and the names that it bears, one after the other."""

    name: Name
    header: HeaderLines
    names: tuple[NameLine, ...]
    span: Span = span_field()


ProcedureLine = EventLine | PeriodLine | LimitLine | RuleLine | AppliedLine
