"""The axis of a figure at every scale: bands in both calendars, ticks that fit, closed days where they can be seen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from tests.unit.render.plans import only

from regcheck.analysis.timeline import Plan, Row, RowKind
from regcheck.render.figure import scene
from regcheck.render.figure_axis import Scale, cells, scale_of, shaded, ticks

START = date(2026, 4, 1)


def plan(first: date, last: date) -> Plan:
    rows = tuple(
        Row(kind=RowKind.EVENT, name="受理", first=only(day), last=only(day)) for day in (first, last)
    )
    return Plan(procedure="審査", horizon=(first, last), rows=rows)


def scale(first: date, last: date) -> Scale:
    return scale_of(plan(first, last), 200, 788)


@pytest.mark.parametrize(
    "span", [0, 1, 7, 20, 27, 30, 33, 60, 100, 118, 125, 200, 365, 540, 800, 1500, 2500, 9000]
)
@pytest.mark.parametrize("shift", range(0, 31, 5))
def test_words_fit_at_every_scale(span: int, shift: int) -> None:
    first = START + timedelta(days=shift)
    drawn = scene(plan(first, first + timedelta(days=span)))
    axis = [words for words in drawn.words() if words.style in {"axis", "era"}]
    for (text, box), (other, its) in combinations([(words.text, words.box) for words in axis], 2):
        assert not box.meets(its), (text, other)
    assert all(words.box.right <= drawn.width - 12 for words in axis)
    assert any("令和" in words.text for words in axis) or span < 20


def test_a_year_in_which_the_era_changes_is_two_cells() -> None:
    names = [cell.names[0] for cell in cells(scale(date(2018, 6, 1), date(2020, 6, 1)))]
    assert names == [
        ("平成三十年", "2018年"),
        ("平成三十一年", "2019年"),
        ("令和元年", "2019年"),
        ("令和二年", "2020年"),
    ]


def test_cells_and_ticks_follow_the_scale() -> None:
    month, year = scale(START, START + timedelta(days=30)), scale(START, START + timedelta(days=500))
    assert ("令和八年四月", "2026年4月") in [cell.names[0] for cell in cells(month)]
    assert [tick.text for tick in ticks(month)][:3] == ["31", "1", "2"]
    assert ("令和八年", "2026年") in [cell.names[0] for cell in cells(year)]
    assert "7月" in [tick.text for tick in ticks(year)]


def test_several_years_share_a_cell_where_one_is_too_narrow() -> None:
    """Cells begin every five years and with an era, so that each has room for both names."""
    names = [cell.names[0] for cell in cells(scale(date(2008, 6, 1), date(2033, 1, 1)))]
    assert names[1:] == [
        *(("平成二十二年", "2010年"), ("平成二十七年", "2015年"), ("令和元年", "2019年")),
        *(("令和二年", "2020年"), ("令和七年", "2025年"), ("令和十二年", "2030年")),
    ]


def test_cells_cover_the_scale_once() -> None:
    for span in (10, 100, 1000):
        of = scale(START, START + timedelta(days=span))
        found = cells(of)
        assert (found[0].first, found[-1].last) == (of.first, of.last)
        assert all(b.first - a.last == timedelta(days=1) for a, b in pairwise(found))


def test_before_the_first_era_only_the_western_year_is_named() -> None:
    assert cells(scale(date(1870, 1, 1), date(1871, 12, 1)))[0].names[0] == ("", "1869年")


def test_every_day_takes_the_same_length() -> None:
    of = scale(START, START + timedelta(days=30))
    for n in range(30):
        day = START + timedelta(days=n)
        assert of.end(day) - of.start(day) == pytest.approx(of.unit)
        assert of.end(day) == pytest.approx(of.start(day + timedelta(days=1)))
    assert of.start(date(1990, 1, 1)) == 200
    assert of.end(date(2090, 1, 1)) == 788


def test_closed_days_are_shaded_where_they_can_be_seen() -> None:
    """Golden week of 2026: a weekend, three holidays and the substitute for one of them."""
    runs = shaded(scale(START, date(2026, 5, 10)))
    assert (date(2026, 4, 29), date(2026, 4, 29)) in runs
    assert (date(2026, 5, 2), date(2026, 5, 6)) in runs
    assert shaded(scale(START, START + timedelta(days=600))) == ()


def test_closed_days_of_years_that_nobody_knows_are_not_shaded() -> None:
    assert shaded(scale(date(1990, 4, 1), date(1990, 5, 10))) == ()
    assert shaded(scale(date(2150, 4, 1), date(2150, 5, 10))) == ()


def test_a_plan_without_days_shows_the_first_year_of_its_horizon() -> None:
    empty = Plan(procedure="審査", horizon=(START, date(2030, 1, 1)), rows=())
    of = scale_of(empty, 200, 788)
    assert of.first <= START <= date(2027, 3, 31) <= of.last
