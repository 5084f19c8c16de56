"""Laws of periods that hold for every length, wording and start."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.calendar.closed_days import is_closed
from regcheck.calendar.counted import count
from regcheck.calendar.period import Period, Point
from regcheck.calendar.reckon import OutsideCalendar, day_of_period, reckon
from regcheck.calendar.sides import Side
from regcheck.calendar.wording import Unreadable, Worded, parse_wording, period_of, period_text
from regcheck.frozen import replace
from regcheck.source.numerals import widen

DAY = timedelta(days=1)
COUNTS = st.integers(1, 400)
STARTS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
KNOWN = st.dates(date(2000, 2, 1), date(2095, 12, 31))
LENGTHS = st.one_of(
    st.builds(Period, years=COUNTS),
    st.builds(Period, months=COUNTS),
    st.builds(Period, years=COUNTS, months=COUNTS),
    st.builds(Period, weeks=COUNTS),
    st.builds(Period, days=COUNTS),
)
"""What a statute can word."""

MIXED = st.builds(Period, **dict.fromkeys(("years", "months", "weeks", "days"), st.integers(0, 60)))
"""Any length, the empty one as well."""


@st.composite
def worded_periods(draw: st.DrawFn) -> Period:
    kind = draw(st.sampled_from(("last", "next", "backward")))
    return replace(
        draw(LENGTHS),
        first_day_counts=draw(st.booleans()),
        point=Point.NEXT if kind == "next" else Point.LAST,
        backward=kind == "backward",
    )


@st.composite
def any_periods(draw: st.DrawFn) -> Period:
    return replace(
        draw(MIXED),
        first_day_counts=draw(st.booleans()),
        point=draw(st.sampled_from(Point)),
        backward=draw(st.booleans()),
    )


@examples(300)
@given(worded_periods(), st.booleans())
def test_a_period_is_read_back_from_its_words(period: Period, moves: bool) -> None:
    words = period_text(period)
    assert period_of(words) == period
    link = "の" if period.backward and not period.first_day_counts else "から"
    ending = "（閉庁日繰下げ）" if moves else ""
    found = parse_wording(f"届出を受理した日{link}{words}{ending}")
    assert found == Worded(anchor="届出を受理した日", period=replace(period, moves=moves))


@examples(200)
@given(LENGTHS, st.sampled_from("箇個かカヵケヶ"), st.booleans())
def test_digits_and_the_signs_of_a_month_do_not_matter(period: Period, sign: str, wide: bool) -> None:
    units = ((period.years, "年"), (period.months, f"{sign}月"), (period.weeks, "週間"), (period.days, "日"))
    words = "".join((widen(str(number)) if wide else str(number)) + unit for number, unit in units if number)
    assert period_of(words) == period


@examples(400)
@given(any_periods(), STARTS)
def test_the_days_of_a_period_hang_together(period: Period, start: date) -> None:
    found = reckon(period, start)
    assert found.next == found.last + DAY
    assert found.day == day_of_period(period, start)
    if period.backward:
        assert found.first == (start if period.first_day_counts else start - DAY)
        assert found.last <= found.first
        assert found.day == found.last
    else:
        assert found.first == (start if period.first_day_counts else start + DAY)
        assert found.first <= found.last + DAY
        assert found.day == (found.next if period.point is Point.NEXT else found.last)
    assert found.reasons
    assert all(reason.ja and reason.en for reason in found.reasons)


@examples(400)
@given(any_periods(), STARTS, STARTS)
def test_who_starts_later_ends_no_earlier(period: Period, one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert day_of_period(period, first) <= day_of_period(period, second)


@examples(200)
@given(MIXED, st.integers(0, 60), st.integers(0, 60), STARTS)
def test_a_longer_period_ends_no_earlier(period: Period, years: int, months: int, start: date) -> None:
    longer = replace(period, years=period.years + years, months=period.months + months)
    assert day_of_period(period, start) <= day_of_period(longer, start)


@examples(200)
@given(MIXED, STARTS)
def test_starting_on_a_day_that_counts_is_starting_the_day_before_one_that_does_not(
    period: Period, start: date
) -> None:
    counted = replace(period, first_day_counts=True)
    assert day_of_period(counted, start + DAY) == day_of_period(period, start)


@examples(300)
@given(st.builds(Period, days=st.integers(0, 500), months=st.integers(0, 24)), KNOWN)
def test_a_moved_limit_is_the_first_open_day_from_its_last_day_on(period: Period, start: date) -> None:
    raw, moved = day_of_period(period, start), day_of_period(replace(period, moves=True), start)
    day = raw
    while is_closed(day):
        day += DAY
    assert moved == day
    names = "".join(reason.ja for reason in reckon(replace(period, moves=True), start).reasons)
    assert ("繰下げはない" in names) == (moved == raw)


@examples(300)
@given(worded_periods(), st.sampled_from([None, *Side]), st.dates())
def test_any_start_has_an_answer_or_lies_at_the_end_of_all_dates(
    period: Period, side: Side | None, start: date
) -> None:
    try:
        found = count(Worded(anchor="届出の日", period=period, side=side), start)
    except OutsideCalendar:
        assert start.year < 500 or start.year > 9500
    else:
        assert found.next is not None


@examples(500)
@given(
    st.text("日月年週間からの起算して一二十〇百3６前後以内を経過するした（閉庁日繰下げ）、翌 x", max_size=30)
)
def test_any_text_is_a_phrase_or_is_told_why_not(text: str) -> None:
    found = parse_wording(text)
    assert isinstance(found, Worded | Unreadable)
    if isinstance(found, Unreadable):
        assert len(found.rest) <= len(text)
    elif found.period is not None:
        assert period_of(period_text(found.period), found.period.moves) == found.period
