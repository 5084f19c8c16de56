"""A 手続 made by hand: the review of an introduction, with every field of model/procedures.py in use.

    審査期間   thirty days from 受理 (起算して), 延長 to four months at most, then 短縮
    回答期限   ten days from 勧告 (起算して), moved to an open day
    免除期間   six months from 指定

`run(受理=date(…), 応諾=True)` is a run: an event with its day happens, one that is not named does not, one that is
None is open. `SPEC` has the runs as 対象 「審査」.
"""

from __future__ import annotations

from datetime import date

from regcheck.calendar.period import Period
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    And,
    Choice,
    Comparator,
    Compare,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    Not,
    Or,
    Part,
    Path,
    PeriodEnd,
    Truth,
)
from regcheck.model.procedures import (
    Before,
    Change,
    Event,
    Ground,
    Limit,
    Penalty,
    Procedure,
    Rule,
    RuleKind,
    TimePeriod,
    Within,
    day_of,
    new_last_day_of,
)
from regcheck.model.specification import Citation, FieldDefinition, Header, Specification, Subject
from regcheck.model.types import BoolType, DateType, Type

NAME = "審査"
DAYS = (date(2026, 1, 1), date(2028, 12, 31))
HORIZON = (date(2026, 1, 1), date(2027, 3, 31))
FACTS = ("緊急", "応諾")
ALWAYS = Truth(value=True)


def happens(event: str) -> Holds:
    return Holds(path=Path(steps=(event,)))


def day(event: str) -> Fact:
    return Fact(path=Path(steps=(day_of(event),)))


def new_last_day(event: str) -> Fact:
    return Fact(path=Path(steps=(new_last_day_of(event),)))


def every(*formulas: Formula) -> Formula:
    return And(parts=tuple(Part(body=f) for f in formulas))


def by(event: str, limit: Expression) -> Formula:
    """回答期限までに応諾の通知がある."""
    return every(happens(event), Compare(op=Comparator.LE, left=day(event), right=limit))


def counted(start: Expression, *, from_start: bool = False, **length: object) -> PeriodEnd:
    """受理の日から起算して三十日: counted(day("受理"), from_start=True, days=30)."""
    return PeriodEnd(start=start, period=Period(first_day_counts=from_start, **length))  # type: ignore[arg-type]


UNCHANGED = counted(day("受理"), from_start=True, days=30)
FOUR_MONTHS = counted(day("受理"), from_start=True, months=4)
EXTENDED = Choice(condition=happens("延長"), then=new_last_day("延長"), otherwise=UNCHANGED)
IN_FORCE = Choice(condition=happens("短縮"), then=new_last_day("短縮"), otherwise=EXTENDED)
ANSWER_BY = counted(day("勧告"), from_start=True, days=10, moves=True)
AFTER_ANSWER = PeriodEnd(start=ANSWER_BY, period=Period(days=1))
DAY_BEFORE = counted(day("導入"), from_start=True, days=1, backward=True)
PROMULGATED = date(2026, 1, 15)

REVIEW = TimePeriod(
    name="審査期間",
    first=day("受理"),
    last=UNCHANGED,
    last_in_force=IN_FORCE,
    changes=("延長", "短縮"),
    words="受理の日から起算して三十日を経過する日まで",
)
FREE = TimePeriod(
    name="免除期間",
    first=day("指定"),
    last=counted(day("指定"), months=6),
    last_in_force=counted(day("指定"), months=6),
    words="指定を受けた日から六月間",
)
ANSWER = Limit(name="回答期限", day=ANSWER_BY, words="勧告を受けた日から起算して十日以内（閉庁日繰下げ）")


def rule(
    name: str, kind: RuleKind, actor: str, event: str, when: Formula = ALWAYS, /, **more: object
) -> Rule:
    return Rule(
        name=name,
        kind=kind,
        actor=actor,
        event=event,
        when=when,
        header=Header(name=name, keyword=kind.value, provision=(f"第五十二条第{more.pop('at', '一')}項",)),
        **more,  # type: ignore[arg-type]
    )


OPERATOR, MINISTER = "特定社会基盤事業者", "主務大臣"
SILENCE = Not(body=by("応諾の通知", ANSWER_BY))
REFUSAL = every(happens("応諾の通知"), Not(body=Holds(path=Path(steps=("応諾",)))))
RULES = (
    rule("届出", RuleKind.DUTY, OPERATOR, "届出", happens("導入"), at="一",
         grounds=(Ground(formula=happens("導入"), days=(day("導入"),)),),
         exceptions=(happens("緊急"),), within=Within(last=DAY_BEFORE, words="導入の前に")),
    rule("導入の禁止", RuleKind.PROHIBITION, OPERATOR, "導入", at="三",
         exceptions=(happens("緊急"),), within=Within(first=day("受理"), last=IN_FORCE, words="審査期間中は"),
         penalty=Penalty(words="二年以下の拘禁刑又は百万円以下の罰金",
                         sources=(Citation(source="法", provision="第九十二条第一項第二号"),))),
    rule("延長", RuleKind.POWER, MINISTER, "延長", at="四",
         within=Within(first=day("受理"), last=UNCHANGED, words="審査期間内に限り"),
         change=Change(period="審査期間", extends=True, limit=FOUR_MONTHS)),
    rule("短縮", RuleKind.POWER, MINISTER, "短縮", at="五",
         within=Within(first=day("受理"), last=EXTENDED, words="審査期間内に限り"),
         change=Change(period="審査期間", extends=False)),
    rule("勧告", RuleKind.POWER, MINISTER, "勧告", at="六",
         within=Within(first=day("受理"), last=IN_FORCE, words="審査期間内に限り")),
    rule("回答", RuleKind.DUTY, OPERATOR, "応諾の通知", happens("勧告"), at="七",
         grounds=(Ground(formula=happens("勧告"), days=(day("勧告"),)),),
         within=Within(last=ANSWER_BY, words="回答期限までに")),
    rule("命令", RuleKind.POWER, MINISTER, "命令", Or(parts=(Part(body=SILENCE, label="一"), Part(body=REFUSAL, label="二"))),
         at="十",
         grounds=(Ground(formula=SILENCE, days=(AFTER_ANSWER,), label="一"),
                  Ground(formula=REFUSAL, days=(day("応諾の通知"),), label="二")),
         within=Within(first=day("受理"), last=IN_FORCE, words="審査期間内に限り")),
    rule("緊急の命令", RuleKind.POWER, MINISTER, "命令", happens("緊急"), at="十一"),
)  # fmt: skip

EVENTS = (
    Event(
        name="公布", actor="国", within=(Within(first=Day(value=PROMULGATED), last=Day(value=PROMULGATED)),)
    ),
    Event(
        name="指定",
        actor=MINISTER,
        after=(Before(event="公布", strict=True),),
        within=(Within(first=day("公布"), last=counted(day("公布"), from_start=True, years=1, months=6)),),
    ),
    Event(name="届出", actor=OPERATOR),
    Event(name="受理", actor=MINISTER, after=(Before(event="届出"),)),
    Event(name="短縮", actor=MINISTER, after=(Before(event="受理"),)),
    Event(name="延長", actor=MINISTER, after=(Before(event="受理"),)),
    Event(name="勧告", actor=MINISTER, after=(Before(event="受理"),)),
    Event(name="応諾の通知", actor=OPERATOR, after=(Before(event="勧告"),)),
    Event(name="命令", actor=MINISTER, after=(Before(event="勧告"),)),
    Event(name="導入", actor=OPERATOR),
)

PROCEDURE = Procedure(
    header=Header(name=NAME, keyword="手続"),
    subject="",
    horizon=HORIZON,
    days=DAYS,
    events={event.name: event for event in EVENTS},
    periods={period.name: period for period in (REVIEW, FREE)},
    limits={ANSWER.name: ANSWER},
    rules={one.name: one for one in RULES},
)


def subject_of(procedure: Procedure, facts: tuple[str, ...] = FACTS) -> Subject:
    """The 対象 that the runs of a 手続 are records of."""
    types: dict[str, Type] = dict.fromkeys(facts, BoolType())
    types |= dict.fromkeys(procedure.events, BoolType())
    dates = [day_of(event) for event in procedure.events]
    dates += [new_last_day_of(rule.event) for rule in procedure.rules.values() if rule.change]
    types |= dict.fromkeys(dates, DateType(low=procedure.days[0], high=procedure.days[1]))
    fields = {name: FieldDefinition(name=name, type=kind) for name, kind in types.items()}
    return Subject(header=Header(name=procedure.header.name, keyword="手続"), fields=fields)


SPEC = Specification(subjects={NAME: subject_of(PROCEDURE)}, procedures={NAME: PROCEDURE})


def run(procedure: Procedure = PROCEDURE, /, **given: date | bool | None) -> Record:
    """A run of the review, or of a variant of it; `延長後の末日=date(…)` and the like are facts as they are."""
    facts: dict[str, Value] = {event: False for event in procedure.events if event not in given}
    for name, value in given.items():
        if name in procedure.events and isinstance(value, date):
            facts |= {name: True, day_of(name): value}
        elif value is not None:
            facts[name] = value
    return Record(subject=NAME, facts=facts)
