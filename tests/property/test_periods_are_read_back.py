"""Protects: the words of a period mean the same to the reader of what is printed as to the language, on every day.

The two readers share nothing but the period itself: calendar.wording has one regular expression, from_statutory a
grammar. Each day that they find is counted from days of four years.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from hypothesis import assume, given, strategies as st
from tests.property.effort import examples
from tests.unit.documents.specs import build

from regcheck.calendar.period import Period, Point
from regcheck.calendar.reckon import day_of_period
from regcheck.calendar.wording import Unreadable, period_of, period_text
from regcheck.documents.from_statutory import Unread
from regcheck.documents.from_statutory.periods import Stretch, Timed, read_stretches
from regcheck.documents.print_proofs.periods import stretches_in
from regcheck.model.formula import Expression, Fact, Path, PeriodEnd

_FIRST = date(2027, 1, 1)
_DAYS = 4 * 366
_ENDS = ("間", "以内", "を経過する日", "を経過した日", "を超えない範囲内")
_ANCHORS = ("受理の日", "受理した日", "受理を受けた日")
START = Fact(path=Path(steps=("受理の日",)))


@cache
def timed() -> Timed:
    text = "手続「審査」\n  検査期間　令和八年四月一日から令和九年三月三十一日まで\n  事象　受理：大臣\n"
    spec = build(text)
    return Timed.of(spec, spec.procedures["審査"])


@st.composite
def lengths(draw: st.DrawFn) -> Period:
    """As statutes have them: one unit, or years and months."""
    unit = draw(st.sampled_from(("years", "months", "weeks", "days", "years and months")))
    count, more = draw(st.integers(1, 400 if unit == "days" else 60)), draw(st.integers(1, 11))
    both = unit == "years and months"
    return Period(
        years=count % 20 + 1 if both else count if unit == "years" else 0,
        months=more if both else count if unit == "months" else 0,
        weeks=count if unit == "weeks" else 0,
        days=count if unit == "days" else 0,
        first_day_counts=draw(st.booleans()),
    )


@examples(80)
@given(lengths(), st.sampled_from(_ANCHORS), st.sampled_from((*_ENDS, "前")))
def test_two_readers_find_the_same_day(length: Period, anchor: str, end: str) -> None:
    text = period_text(length)
    bare = text if text.endswith("週間") else text.removesuffix("間")
    words = (bare if end == "間" and bare.endswith("間") else bare + end).replace("間間", "間")
    known = period_of(words)
    assert isinstance(known, Period)
    assume(known.backward is (end == "前"))
    (found,) = read_stretches(f"{anchor}{'の' if known.backward else 'から'}{words}", timed())
    assert isinstance(found, Stretch)
    assert _days(found.last) == [day_of_period(known, day) for day in _starts()]


@examples(60)
@given(lengths(), lengths())
def test_a_longer_period_is_another(one: Period, other: Period) -> None:
    found = [read_stretches(f"受理の日から{period_text(length)}", timed())[0] for length in (one, other)]
    same = _days(_last(found[0])) == _days(_last(found[1]))
    assert same is (
        [day_of_period(one, day) for day in _starts()] == [day_of_period(other, day) for day in _starts()]
    )


@examples(60)
@given(st.text("受理の日から起算して三十六月二週間以内を経過する前後まで、年一", max_size=24))
def test_any_words_are_read_or_refused(words: str) -> None:
    try:
        found = read_stretches(words, timed())
    except Unread:
        return
    assert found
    assert "".join(stretches_in(words, timed())) in words


@examples(30)
@given(
    lengths(),
    st.text("書類は、に提出したものとする。（）の", max_size=12),
    st.text("、もの。までに", max_size=6),
)
def test_a_period_is_found_in_any_sentence(length: Period, before: str, after: str) -> None:
    words = f"受理の日から{period_text(length)}"
    inside = stretches_in(f"{before}{words}の書類{after}", timed())
    assert words in inside


def test_what_the_language_refuses_is_refused() -> None:
    for words in ("一千日間", "三日と二日", "〇日間"):
        assert isinstance(period_of(words), Unreadable)
        assert not _is_read(f"受理の日から{words}")


def _is_read(words: str) -> bool:
    try:
        return bool(read_stretches(words, timed()))
    except Unread:
        return False


def _starts() -> list[date]:
    return [_FIRST + timedelta(days=n) for n in range(0, _DAYS, 7)] + [
        date(2028, month, day) for month in range(1, 13) for day in (28, 29)
    ]


def _last(found: object) -> Expression | None:
    assert isinstance(found, Stretch)
    return found.last


def _days(day: Expression | None) -> list[date]:
    assert isinstance(day, PeriodEnd)
    assert day.start == START
    assert day.period.point in Point
    return [day_of_period(day.period, start) for start in _starts()]
