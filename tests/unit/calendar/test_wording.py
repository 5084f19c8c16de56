"""Protects: every way in which a statute words a period is read, and a phrase that is none is told where it goes wrong."""

from __future__ import annotations

from datetime import date

import pytest

from regcheck.calendar.closed_days import OutsideCalendar
from regcheck.calendar.counted import count
from regcheck.calendar.period import Period, Point
from regcheck.calendar.sides import Side
from regcheck.calendar.wording import (
    LONGEST,
    Expected,
    Unreadable,
    Worded,
    parse_wording,
    period_of,
    period_text,
)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("六月間", Period(months=6)),
        ("六月", Period(months=6)),
        ("六月以内", Period(months=6)),
        ("六月以内に", Period(months=6)),
        ("六箇月間", Period(months=6)),
        ("6か月間", Period(months=6)),
        ("６ヶ月以内", Period(months=6)),
        ("１８ヵ月", Period(months=18)),
        ("一年", Period(years=1)),
        ("三年間", Period(years=3)),
        ("一年六月", Period(years=1, months=6)),
        ("1年6か月以内", Period(years=1, months=6)),
        ("二週間", Period(weeks=2)),
        ("2週間以内", Period(weeks=2)),
        ("三十日間", Period(days=30)),
        ("30日以内", Period(days=30)),
        ("三十日を経過する日", Period(days=30)),
        ("三十日を経過する日までの間", Period(days=30)),
        ("三十日を経過するまで", Period(days=30)),
        ("三十日を経過した日", Period(days=30, point=Point.NEXT)),
        ("六月を経過した後", Period(months=6, point=Point.NEXT)),
        ("一年六月を超えない範囲内において", Period(years=1, months=6)),
        ("四月間を限度として", Period(months=4)),
        ("四月間の末日", Period(months=4)),
        ("起算して四月間の末日", Period(months=4, first_day_counts=True)),
        ("起算して十日以内", Period(days=10, first_day_counts=True)),
        ("二週間前まで", Period(weeks=2, backward=True)),
        ("二週間前の日までに", Period(weeks=2, backward=True)),
        ("三十日前", Period(days=30, backward=True)),
        ("一月前までに", Period(months=1, backward=True)),
    ],
)
def test_words_after_the_day(words: str, period: Period) -> None:
    assert period_of(words) == period
    assert parse_wording(f"公布の日から{words}") == Worded(anchor="公布の日", period=period)


@pytest.mark.parametrize(
    "anchor", ["指定を受けた日", "受理した日", "変更する日", "公布の日", "令和八年四月一日", "2026年4月1日"]
)
@pytest.mark.parametrize(
    ("rest", "period"),
    [
        ("から六月間", Period(months=6)),
        ("から起算して六月間", Period(months=6, first_day_counts=True)),
        ("の翌日から起算して六月間", Period(months=6)),
        ("の翌日から六月間", Period(months=6)),
        ("の午前零時から六月間", Period(months=6, first_day_counts=True)),
        ("の二週間前まで", Period(weeks=2, backward=True)),
        ("から起算して十日以内（閉庁日繰下げ）", Period(days=10, first_day_counts=True, moves=True)),
        ("から起算して10日以内(閉庁日繰下げ)", Period(days=10, first_day_counts=True, moves=True)),
    ],
)
def test_whole_phrases(anchor: str, rest: str, period: Period) -> None:
    assert parse_wording(anchor + rest) == Worded(anchor=anchor, period=period)


def test_a_phrase_may_leave_out_its_first_day() -> None:
    assert parse_wording("六月間") == Worded(period=Period(months=6))
    assert parse_wording("起算して十日以内（閉庁日繰下げ）") == Worded(
        period=Period(days=10, first_day_counts=True, moves=True)
    )


def test_spaces_and_widths_do_not_matter() -> None:
    assert parse_wording(" 受理した日から起算して ３０ 日以内 ") == parse_wording(
        "受理した日から起算して三十日以内"
    )


def test_the_last_day_named_is_the_one_that_is_counted_from() -> None:
    found = parse_wording("受理した日から三十日以内に届出をした日から六月間")
    assert found == Worded(anchor="受理した日から三十日以内に届出をした日", period=Period(months=6))


def test_moving_is_said_by_the_caller_of_period_of() -> None:
    assert period_of("起算して十日以内", moves=True) == Period(days=10, first_day_counts=True, moves=True)


# ------------------------------------------------------------ 以前, 以後, 前, 後


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("施行の日以後", "2026-06-17", None),
        ("施行日以降", "2026-06-17", None),
        ("施行の日後", "2026-06-18", None),
        ("施行の日以前", None, "2026-06-17"),
        ("施行の日前", None, "2026-06-16"),
        ("令和八年六月十七日前", None, "2026-06-16"),
    ],
)
def test_two_sides_have_the_day_itself_and_two_have_not(
    phrase: str, first: str | None, last: str | None
) -> None:
    worded = parse_wording(phrase)
    assert isinstance(worded, Worded)
    found = count(worded, date(2026, 6, 17))
    assert (str(found.first) if found.first else None, str(found.last) if found.last else None) == (
        first,
        last,
    )
    assert str(found.day) == (first or last)
    has_it = first == "2026-06-17" or last == "2026-06-17"
    assert [("を含む" in reason.ja, "takes in" in reason.en) for reason in found.reasons] == [
        (has_it, has_it)
    ]


@pytest.mark.parametrize(
    ("phrase", "day"),
    [("施行の日後", date.max), ("施行の日以前", date.max), ("施行の日前", date.min)],
)
def test_a_side_beyond_all_dates_is_told(phrase: str, day: date) -> None:
    worded = parse_wording(phrase)
    assert isinstance(worded, Worded)
    with pytest.raises(OutsideCalendar):
        count(worded, day)


@pytest.mark.parametrize(
    ("phrase", "side", "day"),
    [
        ("公布の日から起算して一月を経過した日以後", Side.FROM, "2026-07-17"),
        ("公布の日から起算して一月を経過した日後", Side.AFTER, "2026-07-18"),
        ("公布の日から起算して一月を経過した日前", Side.BEFORE, "2026-07-16"),
        ("公布の日から起算して一月を経過する日以前", Side.UNTIL, "2026-07-16"),
        ("公布の日から起算して一月の末日後", Side.AFTER, "2026-07-17"),
    ],
)
def test_a_side_of_the_day_that_a_period_comes_to(phrase: str, side: Side, day: str) -> None:
    worded = parse_wording(phrase)
    assert isinstance(worded, Worded)
    assert worded.side is side
    found = count(worded, date(2026, 6, 17))
    assert (str(found.day), str(found.last)) == (day, "2026-07-16")
    assert str(side) in found.reasons[-1].ja
    assert str(side) in found.reasons[-1].en


# ------------------------------------------------------------ phrases that are none


@pytest.mark.parametrize(
    ("phrase", "rest", "expected", "instead"),
    [
        ("", "", Expected.ANCHOR, ""),
        ("指定から六月間", "指定から六月間", Expected.ANCHOR, ""),
        ("なるべく早く", "なるべく早く", Expected.ANCHOR, ""),
        ("指定を受けた日から半年", "半年", Expected.LENGTH, ""),
        ("指定を受けた日から", "", Expected.LENGTH, ""),
        ("指定を受けた日から起算して遅滞なく", "起算して遅滞なく", Expected.LENGTH, ""),
        ("指定を受けた日から六", "六", Expected.LENGTH, ""),
        ("指定を受けた日から二週", "二週", Expected.LENGTH, ""),
        ("指定を受けた日から六月後", "後", Expected.END, ""),
        ("指定を受けた日から一年半", "半", Expected.END, ""),
        ("指定を受けた日から三十日以前", "以前", Expected.END, ""),
        ("指定を受けた日の翌日から三十日前", "前", Expected.END, ""),
        ("指定を受けた日から一千日間", "一千", Expected.NUMERAL, "千"),
        ("指定を受けた日から二〇日間", "二〇", Expected.NUMERAL, "二十"),
        ("指定を受けた日から〇日間", "〇", Expected.NUMERAL, ""),
        ("指定を受けた日から0日間", "0", Expected.NUMERAL, ""),
        ("指定を受けた日から一年〇月間", "〇", Expected.NUMERAL, ""),
    ],
)
def test_a_phrase_that_is_none_is_told_where(
    phrase: str, rest: str, expected: Expected, instead: str
) -> None:
    assert parse_wording(phrase) == Unreadable(rest=rest, expected=expected, instead=instead)


def test_words_that_are_none() -> None:
    assert period_of("半年") == Unreadable(rest="半年", expected=Expected.ANCHOR)
    assert period_of("一千日間") == Unreadable(rest="一千", expected=Expected.NUMERAL, instead="千")


def test_a_phrase_without_end_is_looked_at_no_longer_than_it_takes() -> None:
    for sign in ("日", "日から", "六月", "の", "十", "間"):
        assert isinstance(parse_wording(sign * 10_000), Unreadable)
    cut = "あ" * (LONGEST - 6) + "日から六月間"
    assert isinstance(parse_wording(cut), Worded)
    assert isinstance(parse_wording(cut + "、" * 5), Unreadable)


def test_back_in_words() -> None:
    assert period_text(Period(years=1, months=6, first_day_counts=True)) == "起算して一年六月間"
    assert period_text(Period(days=30, point=Point.NEXT)) == "三十日を経過した日"
    assert period_text(Period(weeks=2)) == "二週間"
    assert period_text(Period(weeks=2, point=Point.NEXT)) == "二週間を経過した日"
    assert period_text(Period(weeks=2, backward=True)) == "二週間前"
    assert period_text(Period()) == "〇日間"
