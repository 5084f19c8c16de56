"""Hand-made plans: every kind of row, settled, open, extended, moved and impossible."""

from __future__ import annotations

from datetime import date, timedelta

from regcheck.analysis.timeline import OPEN, Days, Plan, Row, RowKind

MINISTER, OPERATOR = "主務大臣", "特定社会基盤事業者"


def only(day: date) -> Days:
    return Days(earliest=day, latest=day)


def between(first: date | None, last: date | None, extended: date | None = None) -> Days:
    return Days(earliest=first, latest=last, extended=extended)


START, END, LONGEST = date(2026, 4, 1), date(2026, 4, 30), date(2026, 7, 31)
ADVICE, ANSWER = date(2026, 4, 24), date(2026, 5, 7)

REVIEW = Plan(
    procedure="導入等の審査",
    provisions=("第五十二条",),
    chosen={"受理": START, "勧告": ADVICE},
    horizon=(date(2023, 11, 17), date(2026, 9, 17)),
    rows=(
        Row(kind=RowKind.EVENT, name="届出", actor=OPERATOR, last=only(START)),
        Row(
            kind=RowKind.EVENT,
            name="受理",
            actor=MINISTER,
            first=only(START),
            last=only(START),
            is_chosen=True,
        ),
        Row(
            kind=RowKind.EVENT,
            name="勧告",
            actor=MINISTER,
            first=only(ADVICE),
            last=only(ADVICE),
            is_chosen=True,
        ),
        Row(kind=RowKind.EVENT, name="導入", actor=OPERATOR, first=only(date(2026, 5, 1))),
        Row(
            kind=RowKind.PERIOD,
            name="審査期間",
            first=only(START),
            last=between(END, END, LONGEST),
            words="受理した日から起算して三十日を経過する日",
            provisions=("法第五十二条第三項",),
        ),
        Row(
            kind=RowKind.LIMIT,
            name="回答期限",
            first=only(ANSWER),
            last=only(ANSWER),
            moved_from=date(2026, 5, 3),
        ),
        Row(
            kind=RowKind.PROHIBITION,
            name="導入の禁止",
            actor=OPERATOR,
            first=only(START),
            last=between(END, END, LONGEST),
            penalty="二年以下の拘禁刑又は百万円以下の罰金",
            penalty_provisions=("法第九十二条第一項第二号",),
        ),
        Row(kind=RowKind.DUTY, name="回答", actor=OPERATOR, first=only(ADVICE), last=only(ANSWER)),
        Row(
            kind=RowKind.POWER,
            name="命令",
            label="一",
            actor=MINISTER,
            first=only(date(2026, 5, 8)),
            last=between(END, END, LONGEST),
            is_empty=True,
        ),
        Row(
            kind=RowKind.POWER,
            name="命令",
            label="二",
            actor=MINISTER,
            first=between(ADVICE, ANSWER),
            last=between(END, END, LONGEST),
        ),
    ),
)

PROMULGATED, LATEST = date(2026, 6, 17), date(2027, 12, 16)

CHAIN = Plan(
    procedure="医療分野の施行",
    horizon=(PROMULGATED, date(2030, 3, 31)),
    rows=(
        Row(kind=RowKind.EVENT, name="公布", actor="国", first=only(PROMULGATED), last=only(PROMULGATED)),
        Row(kind=RowKind.EVENT, name="施行", actor="内閣", first=only(PROMULGATED), last=only(LATEST)),
        Row(kind=RowKind.EVENT, name="指定", actor=MINISTER, first=only(PROMULGATED)),
        Row(kind=RowKind.EVENT, name="変更", actor=OPERATOR),
        Row(kind=RowKind.PERIOD, name="準備期間", first=only(PROMULGATED), last=between(PROMULGATED, LATEST)),
        Row(
            kind=RowKind.PERIOD,
            name="経過期間",
            first=between(PROMULGATED, LATEST),
            last=between(date(2026, 12, 17), date(2028, 6, 16)),
        ),
        Row(kind=RowKind.LIMIT, name="報告の期限", first=only(PROMULGATED), last=only(LATEST)),
        Row(
            kind=RowKind.DUTY,
            name="届出",
            actor=OPERATOR,
            first=only(PROMULGATED),
            has_last=False,
            words="遅滞なく",
        ),
        Row(kind=RowKind.POWER, name="指定", actor=MINISTER, has_first=False, has_last=False),
    ),
)

NOTHING = Plan(
    procedure="空の手続",
    horizon=(START, START + timedelta(days=700)),
    rows=(Row(kind=RowKind.EVENT, name="届出", first=OPEN, last=OPEN),),
)


def crowded(events: int = 30, rules: int = 60) -> Plan:
    """As many events and rules as a large 手続 has, days close to each other."""
    rows = [_crowded_event(n) for n in range(events)]
    kinds = (RowKind.DUTY, RowKind.PROHIBITION, RowKind.POWER)
    for n in range(rules):
        first = START + timedelta(days=7 * n % 200)
        rows.append(
            Row(
                kind=kinds[n % 3],
                name=f"規定{n}",
                actor=MINISTER,
                first=between(first, first + timedelta(days=n % 4)),
                last=between(first + timedelta(days=9), first + timedelta(days=9 + n % 5)),
            )
        )
    return Plan(procedure="込み合った手続", chosen={"事象1": START}, horizon=(START, END), rows=tuple(rows))


def _crowded_event(number: int) -> Row:
    first = START + timedelta(days=3 * number)
    name = "とても長い名前の付いた事象その" + str(number) if number % 5 == 0 else f"事象{number}"
    last = only(first + timedelta(days=number % 3 * 4))
    return Row(kind=RowKind.EVENT, name=name, actor=OPERATOR, first=only(first), last=last)
