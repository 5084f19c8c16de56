"""Random well-typed formulas and expressions over a specification.

A Scope says what names stand for: records by root ("" the subject, e1 … bound elements) and years by index
variable with the window they run over. Everything drawn is linear and refers only to what the scope holds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st
from tests.property.scope import Scope, paths, paths_of, record_paths, series_of, units
from tests.property.strategies_procedures import periods

from regcheck.calendar.reckon import day_of_period
from regcheck.frozen import replace
from regcheck.model.formula import (
    Aggregate,
    And,
    Applies,
    AtLeast,
    Breaches,
    Choice,
    Comparator,
    Compare,
    Contains,
    Count,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    Lawful,
    ListTotal,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Path,
    PeriodEnd,
    Quantity,
    Rounded,
    Rounding,
    SameValue,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    StageApplies,
    Total,
    Truth,
)
from regcheck.model.specification import Specification
from regcheck.model.types import (
    NO_UNIT,
    RATIO,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    SeriesType,
    TextType,
)

__all__ = ["Scope", "formulas", "paths", "scoped_formulas"]

BASE_DAY = date(2026, 4, 1)
TEXTS = ("東京", "大阪", "山形")
LABELS = "一二三四五"


def names(prefix: str) -> st.SearchStrategy[str]:
    return st.sampled_from([f"{prefix}{n}" for n in (1, 2, 3)])


# ---------------------------------------------------------------- numbers and days


def numbers(unit: str) -> st.SearchStrategy[Fraction]:
    """Limits: small whole numbers, tenths for kg, hundredths and thirds for 割合."""
    match unit:
        case "割合":
            return st.sampled_from([Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(1, 100)])
        case "kg":
            return st.integers(-5, 60).map(lambda n: Fraction(n, 10))
        case _:
            return st.integers(-1, 6).map(Fraction)


def days() -> st.SearchStrategy[date]:
    return st.integers(-2, 2).map(lambda n: BASE_DAY + timedelta(days=n))


COEFFICIENTS = st.sampled_from([Fraction(1), Fraction(1), Fraction(-1), Fraction(2), Fraction(1, 2)])


@st.composite
def expressions(draw: st.DrawFn, spec: Specification, scope: Scope, unit: str, depth: int) -> Expression:
    """A number of the unit that depends on a fact wherever the scope has one."""
    options = _atoms(spec, scope, unit)
    if depth >= 0:
        options += [
            lambda: _totals(spec, scope, unit, depth - 1),
            lambda: _rounded(spec, scope, unit, depth - 1),
            *_list_expressions(spec, scope, unit, depth - 1),
        ]
    return draw(draw(st.sampled_from(options))()) if options else draw(_constants(unit))


Option = Callable[[], st.SearchStrategy[Expression]]


def _atoms(spec: Specification, scope: Scope, unit: str) -> list[Option]:
    facts = [path for path, kind in paths_of(spec, scope, NumberType) if kind.unit == unit]
    options: list[Option] = [lambda: st.sampled_from(facts).map(lambda p: Fact(path=p))] if facts else []
    numeric = series_of(spec, scope, NumberType)
    series = [(p, s) for p, s in numeric if isinstance(s.element, NumberType) and s.element.unit == unit]
    if series:
        aggregates = st.builds(
            SeriesAggregate,
            function=st.sampled_from(Aggregate),
            path=st.sampled_from([p for p, _ in series]),
        )
        options.append(lambda: aggregates)
    items = [
        SeriesItem(path=path, index=index)
        for path, s in series
        for index, year in scope.years.items()
        if year == (s.window, s.length)
    ]
    if items:
        options += 3 * [lambda: st.sampled_from(items)]
    sets = [path for path, _ in paths_of(spec, scope, EnumSetType)] if unit == NO_UNIT else []
    if sets:
        options.append(lambda: st.sampled_from(sets).map(lambda p: SetSize(path=p)))
    return options


def _constants(unit: str) -> st.SearchStrategy[Expression]:
    return numbers(unit).map(lambda value: Number(value=value, unit=unit))


def _totals(spec: Specification, scope: Scope, unit: str, depth: int) -> st.SearchStrategy[Expression]:
    term = st.tuples(COEFFICIENTS, expressions(spec, scope, unit, depth))
    constant = st.tuples(COEFFICIENTS, _constants(unit))
    terms = st.lists(term | constant, min_size=1, max_size=3)
    return terms.map(lambda found: Total(terms=tuple(found)))


def _rounded(spec: Specification, scope: Scope, unit: str, depth: int) -> st.SearchStrategy[Expression]:
    return st.builds(
        Rounded,
        value=expressions(spec, scope, unit, depth),
        places=st.sampled_from([0, 1] if unit in (RATIO, "kg") else [0]),
        mode=st.sampled_from(Rounding),
    )


def _list_expressions(spec: Specification, scope: Scope, unit: str, depth: int) -> list[Option]:
    lists = paths_of(spec, scope, ListType)
    limited = [(path, kind) for path, kind in lists if kind.limit is not None]
    options: list[Option] = []
    if lists and unit == NO_UNIT:
        options.append(lambda: _counts(spec, scope, lists, depth))
    if limited:
        options.append(lambda: _list_totals(spec, scope, limited, unit, depth))
    return options


@st.composite
def _counts(
    draw: st.DrawFn, spec: Specification, scope: Scope, lists: list[tuple[Path, ListType]], depth: int
) -> Expression:
    path, kind = draw(st.sampled_from(lists))
    name, inner = scope.with_element(kind.subject)
    where = draw(st.none() | scoped_formulas(spec, inner, depth))
    return Count(path=path, variable=name, where=where)


@st.composite
def _list_totals(
    draw: st.DrawFn,
    spec: Specification,
    scope: Scope,
    lists: list[tuple[Path, ListType]],
    unit: str,
    depth: int,
) -> Expression:
    path, kind = draw(st.sampled_from(lists))
    name, inner = scope.with_element(kind.subject)
    where = draw(st.none() | scoped_formulas(spec, inner, depth))
    return ListTotal(path=path, variable=name, value=draw(expressions(spec, inner, unit, 0)), where=where)


# ---------------------------------------------------------------- formulas


def formulas(spec: Specification, subject: str, depth: int = 2) -> st.SearchStrategy[Formula]:
    """Formulas to ask of a record of the subject."""
    return scoped_formulas(spec, Scope(records={"": subject}), depth)


@st.composite
def scoped_formulas(draw: st.DrawFn, spec: Specification, scope: Scope, depth: int) -> Formula:
    """A leaf, or up to `depth` levels of connectives and quantifiers above leaves."""
    options: list[FormulaOption] = [lambda: _leaf(spec, scope, depth)]
    if depth > 0:
        options += [options[0], lambda: _connectives(spec, scope, depth - 1)]
        if paths_of(spec, scope, ListType):
            options.append(lambda: _over_lists(spec, scope, depth - 1))
        if paths_of(spec, scope, SeriesType):
            options += 2 * [lambda: _over_series(spec, scope, depth - 1)]
    return draw(draw(st.sampled_from(options))())


FormulaOption = Callable[[], st.SearchStrategy[Formula]]


@st.composite
def _leaf(draw: st.DrawFn, spec: Specification, scope: Scope, depth: int) -> Formula:
    asked = scope.innermost() if draw(st.booleans()) else scope
    return draw(draw(st.sampled_from(_leaves(spec, asked, depth)))())


def _leaves(spec: Specification, scope: Scope, depth: int) -> list[FormulaOption]:
    ready: list[Formula] = [Holds(path=path) for path, _ in paths_of(spec, scope, BoolType)]
    ready += _named_rules(spec, scope) + _same_values(spec, scope)
    options: list[FormulaOption] = [lambda: st.sampled_from(ready)] * 2 if ready else []
    if yearly := _in_years(spec, scope):
        options += 3 * [lambda: st.sampled_from(yearly)]
    options += [lambda: st.builds(Truth, value=st.booleans())] if not ready else []
    for unit in units(spec, scope):
        options.append(lambda unit=unit: _comparisons(spec, scope, unit, depth))  # type: ignore[misc]
    if dates := paths_of(spec, scope, DateType):
        options += 2 * [lambda: _date_comparisons(spec, scope, dates)]
    words = [(p, spec.enumerations[k.enum].members) for p, k in paths_of(spec, scope, EnumType)]
    words += [(p, TEXTS) for p, _ in paths_of(spec, scope, TextType)]
    if words:
        options.append(lambda: st.sampled_from(words).flatmap(_is_one_of))
    if sets := paths_of(spec, scope, EnumSetType):
        members = [Contains(path=p, value=m) for p, k in sets for m in spec.enumerations[k.enum].members]
        options.append(lambda: st.sampled_from(members))
    return options


def _is_one_of(asked: tuple[Path, tuple[str, ...]]) -> st.SearchStrategy[Formula]:
    path, words = asked
    chosen = st.lists(st.sampled_from(words), min_size=1, max_size=3, unique=True)
    return chosen.map(lambda values: IsOneOf(path=path, values=tuple(values)))


def _in_years(spec: Specification, scope: Scope) -> list[Formula]:
    return [
        HoldsIn(path=path, index=index)
        for path, series in series_of(spec, scope, BoolType)
        for index, year in scope.years.items()
        if year == (series.window, series.length)
    ]


def _named_rules(spec: Specification, scope: Scope) -> list[Formula]:
    found: list[Formula] = []
    for path, subject in record_paths(spec, scope):
        found += [Applies(term=n, path=path) for n, p in spec.predicates.items() if p.subject == subject]
        found += [
            Judged(discretion=n, path=path) for n, d in spec.discretions.items() if d.subject == subject
        ]
        for name, plan in spec.plans.items():
            if plan.subject == subject:
                found += [StageApplies(plan=name, number=s.number, path=path) for s in plan.stages]
        for name, table in spec.tables.items():
            if table.subject == subject:
                found += [
                    OutcomeIs(table=name, output=output, value=row.outputs[i], path=path)
                    for i, output in enumerate(table.outputs)
                    for row in table.rows
                ]
        found += _of_runs(spec, subject, path)
    return list(dict.fromkeys(found))


def _of_runs(spec: Specification, subject: str, path: Path) -> list[Formula]:
    """違反 and 適法, where the record is the run of a 手続."""
    procedure = spec.procedures.get(subject)
    if procedure is None:
        return []
    found: list[Formula] = [Lawful(procedure=subject, path=path, rules=rules) for rules in (True, False)]
    return found + [Breaches(procedure=subject, rule=rule, path=path) for rule in procedure.rules]


def _same_values(spec: Specification, scope: Scope) -> list[Formula]:
    kinds = (EnumType, TextType, BoolType)
    asked = [(p, k) for p, k in paths(spec, scope) if isinstance(k, kinds)]
    return [
        SameValue(left=left, right=right)
        for left, kind in asked
        for right, other in asked
        if left != right and kind == other
    ]


@st.composite
def _comparisons(draw: st.DrawFn, spec: Specification, scope: Scope, unit: str, depth: int) -> Formula:
    sides = [
        draw(expressions(spec, scope, unit, depth)),
        draw(_constants(unit) | _constants(unit) | expressions(spec, scope, unit, 0)),
    ]
    left, right = draw(st.permutations(sides)) if draw(st.booleans()) else sides
    return Compare(op=draw(st.sampled_from(Comparator)), left=left, right=right)


Dates = list[tuple[Path, DateType]]


@st.composite
def _date_comparisons(draw: st.DrawFn, spec: Specification, scope: Scope, dates: Dates) -> Formula:
    """Two days; where there are dates within limits, one that is counted or chosen too."""
    facts = st.sampled_from([Fact(path=path) for path, _ in dates])
    plain = facts | days().map(lambda day: Day(value=day))
    within = [Fact(path=path) for path, kind in dates if kind.low is not None and kind.high is not None]
    sides: list[st.SearchStrategy[tuple[Expression, Expression]]] = [st.tuples(facts, plain)]
    if within:
        counted, ends = _counted(within), _ends()
        sides.append(st.tuples(counted, plain | ends | ends | counted))
        sides.append(st.tuples(_choices(spec, scope, plain | counted), plain | ends))
    pair = draw(st.one_of(sides))
    left, right = pair if draw(st.booleans()) else pair[::-1]
    return Compare(op=draw(st.sampled_from(Comparator)), left=left, right=right)


def _counted(within: list[Fact]) -> st.SearchStrategy[Expression]:
    """The end of a period, or of one that begins where another ends; only from dates within limits."""
    facts: st.SearchStrategy[Expression] = st.sampled_from(within)
    starts = facts | facts | days().map(lambda day: Day(value=day))
    once = st.builds(PeriodEnd, start=starts, period=periods())
    return once | once | st.builds(PeriodEnd, start=once, period=periods())


def _ends() -> st.SearchStrategy[Expression]:
    """A day of the calendar that a period comes to from one of the days that records have."""
    return st.tuples(days(), periods()).map(lambda drawn: Day(value=day_of_period(drawn[1], drawn[0])))


@st.composite
def _choices(
    draw: st.DrawFn, spec: Specification, scope: Scope, ways: st.SearchStrategy[Expression]
) -> Expression:
    condition = draw(scoped_formulas(spec, scope, 0))
    then, otherwise = draw(ways), draw(ways)
    if draw(st.booleans()):
        then = Choice(condition=draw(scoped_formulas(spec, scope, 0)), then=then, otherwise=draw(ways))
    return Choice(condition=condition, then=then, otherwise=otherwise)


@st.composite
def _connectives(draw: st.DrawFn, spec: Specification, scope: Scope, depth: int) -> Formula:
    inner = scoped_formulas(spec, scope, depth)
    bodies = draw(st.lists(inner, min_size=2, max_size=3))
    parts = tuple(Part(body=body, label=label) for body, label in zip(bodies, LABELS, strict=False))
    first, *rest = parts
    options: list[Formula] = [
        Not(body=first.body),
        And(parts=parts),
        Or(parts=parts),
        AtLeast(count=2, parts=parts),
        Except(body=first.body, exceptions=tuple(replace(part, label="") for part in rest)),
        Implies(premise=first.body, conclusion=rest[0].body),
    ]
    return draw(st.sampled_from(options))


@st.composite
def _over_lists(draw: st.DrawFn, spec: Specification, scope: Scope, depth: int) -> Formula:
    path, kind = draw(st.sampled_from(paths_of(spec, scope, ListType)))
    name, inner = scope.with_element(kind.subject)
    body = draw(scoped_formulas(spec, inner, depth))
    return OverList(quantity=draw(st.sampled_from(Quantity)), path=path, variable=name, body=body)


@st.composite
def _over_series(draw: st.DrawFn, spec: Specification, scope: Scope, depth: int) -> Formula:
    _, kind = draw(st.sampled_from(paths_of(spec, scope, SeriesType)))
    name, inner = scope.with_year(kind.window, kind.length)
    body = draw(scoped_formulas(spec, inner, depth))
    return OverSeries(
        quantity=draw(st.sampled_from(Quantity)),
        window=kind.window,
        length=kind.length,
        index=name,
        body=body,
    )
