"""Gaps, overlaps and epochs against looking at every day, for every admissible choice of the open days.

Protects: stretches of time forget no day and no choice, and say of each what is so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product

from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.analysis.epochs import epochs
from regcheck.model.from_syntax.chronology import Chronology, Range
from regcheck.model.from_syntax.items import NamedItem
from regcheck.model.from_syntax.versions import Gap, Overlap, flaws
from regcheck.source.span import Span
from regcheck.syntax import ast

FIRST = date(2026, 4, 1)
DAYS = [FIRST + timedelta(days=at) for at in range(7)]
NAMES = ("甲日", "乙日")
Choice = Mapping[str, date]


def literal(day: date) -> ast.DateLiteral:
    return ast.DateLiteral(value=day, text=day.isoformat())


def name(text: str) -> ast.Name:
    return ast.Name(text=text, span=Span("a", 0, 0))


written = st.one_of(
    st.none(),
    st.sampled_from(DAYS[1:]).map(literal),
    st.sampled_from(NAMES).map(lambda n: ast.Pending(name=name(n))),
)


@st.composite
def version(draw: st.DrawFn) -> ast.AssumptionItem:
    header = ast.HeaderLines(effective=draw(written), expires=draw(written))
    body = ast.HasClause(path=ast.PathName(steps=(name("承認"),)))
    return ast.AssumptionItem(
        name=name("前提"), subject=name("病院"), header=header, body=body, span=Span("a", 0, 9)
    )


@st.composite
def ranges(draw: st.DrawFn) -> dict[str, Range]:
    found = {}
    for pending in NAMES:
        first, last = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
        found[pending] = Range(first=first, last=last)
    return found


def admissible(found: Mapping[str, Range]) -> Iterator[Choice]:
    """Every choice of the open days."""
    days = [[day for day in DAYS if found[n].first <= day <= found[n].last] for n in NAMES]
    yield from (dict(zip(NAMES, choice, strict=True)) for choice in product(*days))


def holds(item: NamedItem, day: date, choice: Choice) -> bool:
    """The words of the reference: from the 施行 on, and no longer on the 失効."""
    begin, end = (_day(one, choice) for one in (item.header.effective, item.header.expires))
    return (begin is None or begin <= day) and (end is None or day < end)


def _day(one: ast.DateLiteral | ast.Pending | None, choice: Choice) -> date | None:
    if one is None:
        return None
    return one.value if isinstance(one, ast.DateLiteral) else choice[one.name.text]


def ever(item: NamedItem) -> bool:
    begin, end = item.header.effective, item.header.expires
    if isinstance(begin, ast.DateLiteral) and isinstance(end, ast.DateLiteral):
        return begin.value < end.value
    return not (
        isinstance(begin, ast.Pending) and isinstance(end, ast.Pending) and begin.name.text == end.name.text
    )


@examples(150)
@given(st.lists(version(), min_size=1, max_size=3), ranges())
def test_flaws_are_told_on_exactly_the_days_that_have_them(
    items: Sequence[NamedItem], known: dict[str, Range]
) -> None:
    chronology = Chronology(ranges=known, horizon=(DAYS[0], DAYS[-1]))
    found = flaws(items, chronology)
    told = {(type(flaw), day) for flaw in found for day in DAYS if flaw.first <= day <= flaw.last}
    expected = set[tuple[type, date]]()
    for choice in admissible(known):
        for day in DAYS:
            here = [item for item in items if holds(item, day, choice)]
            if len(here) > 1:
                expected.add((Overlap, day))
            if not here:
                expected.add((Gap, day))
    assert told == expected


@examples(100)
@given(st.lists(version(), min_size=1, max_size=3), ranges())
def test_without_a_horizon_a_gap_lies_between_versions(
    items: Sequence[NamedItem], known: dict[str, Range]
) -> None:
    found = [flaw for flaw in flaws(items, Chronology(ranges=known)) if isinstance(flaw, Gap)]
    told = {day for flaw in found for day in DAYS if flaw.first <= day <= flaw.last}
    real = [item for item in items if ever(item)]
    expected = set()
    for choice in admissible(known):
        for day in DAYS:
            begun = [i for i in real if (_day(i.header.effective, choice) or date.min) <= day]
            if not any(holds(i, day, choice) for i in items) and begun and len(begun) < len(real):
                expected.add(day)
    assert told == expected


@examples(100)
@given(st.lists(version(), min_size=1, max_size=3), ranges())
def test_every_set_of_items_that_can_be_in_force_together_is_an_epoch(
    items: Sequence[ast.AssumptionItem], known: dict[str, Range]
) -> None:
    named = [
        ast.AssumptionItem(
            name=name(f"前提{at}"), subject=i.subject, header=i.header, body=i.body, span=i.span
        )
        for at, i in enumerate(items)
    ]
    horizon = ast.InstrumentItem(
        name=name("法"), header=ast.HeaderLines(), kind="省令", span=Span("a", 0, 1),
        horizon=(literal(DAYS[0]), literal(DAYS[-1])),
    )  # fmt: skip
    pending = [
        ast.PlaceholderItem(
            name=name(n), header=ast.HeaderLines(), first=literal(r.first), last=literal(r.last)
        )
        for n, r in known.items()
    ]
    file = ast.File(name="a", items=(horizon, *pending, *named))
    found = epochs([file], frozenset({"a"}))
    sets = [{i.name.text for i in epoch.items if isinstance(i, ast.AssumptionItem)} for epoch in found]
    expected = {
        frozenset(i.name.text for i in named if holds(i, day, choice))
        for choice in admissible(known)
        for day in DAYS
    }
    assert len(sets) == len({frozenset(s) for s in sets})
    assert {frozenset(s) for s in sets} == expected
    assert len({epoch.mark for epoch in found}) == len(found)
