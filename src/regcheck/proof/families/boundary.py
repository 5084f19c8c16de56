"""Provisions that cut the same fact at the same number agree on which side the number itself lies.

Owns: the obligations `boundary:`, one for each limit of the law, with the cases just below, at and just above it.
Refuses to know: the solver: the cases at the limit are plain arithmetic, run by the evaluator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from math import lcm
from typing import TYPE_CHECKING

from regcheck.deferred import Deferred
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Evidence
from regcheck.evaluation.sentences import expression_text, path_text
from regcheck.frozen import Frozen
from regcheck.model.formula import Comparator, Compare, Day, Fact, Number
from regcheck.model.specification import Column, DecisionTable, RangeCell, Specification
from regcheck.model.types import DateType, NumberType
from regcheck.proof.families.bodies import Text, texts
from regcheck.proof.families.made import Made
from regcheck.proof.labels import is_own, label_of, provisions_of
from regcheck.proof.limits import Limit, is_plain, limits_here
from regcheck.proof.obligation import How, Obligation, Settled
from regcheck.proof.phrases import limit_text
from regcheck.proof.question import Labelled
from regcheck.proof.verdict import Verdict

if TYPE_CHECKING:  # the cases around a limit are made when they are shown
    from regcheck.proof.around import Around

TERM = "限度"

_UPPER_HAS_LIMIT = {
    Comparator.GE: True,
    Comparator.LT: True,
    Comparator.GT: False,
    Comparator.LE: False,
}


class Key(Frozen):
    """What is compared with what: the same fact of the same 対象 with the same value, a number as two whole ones."""

    subject: str
    fact: str
    is_plain: bool
    value: tuple[int, int] | date


def boundary(spec: Specification, made: Made) -> Iterator[Obligation]:
    """Settled: of the provisions that compare one fact with one number, none puts the number on the other side.

    以上 and 未満 put it above, を超える and 以下 below. Owed by each number that a provision compares with, and
    by each column of numbers of a 区分表; the cases around it are the witness.
    """
    cuts = dict[Key, list[Limit]]()
    for text in texts(spec, made):
        here = partial(_cuts_in, made.spec, text)
        for key, limit in made.of(("limits", *text.key, text.subject, text.label), (text.formula,), here):
            cuts.setdefault(key, []).append(limit)
    columns = list(_columns(spec))
    in_tables = _sides_of_tables(columns, {(key.subject, key.fact) for key in cuts})
    for key, found in cuts.items():
        every = (*found, *in_tables.get(key, ()))
        yield made.of(("boundary", key), every, partial(_of_limit, made.spec, key, every))
    yield from (_of_column(spec, found) for found in columns)


def _cuts_in(spec: Specification, text: Text) -> list[tuple[Key, Limit]]:
    """Each limit of a text with what it compares."""
    return [
        (_key(text.subject, expression_text(spec, limit.left), is_plain(limit), limit.value), limit)
        for limit in limits_here(text.label, text.formula)
    ]


def _key(subject: str, fact: str, is_plain: bool, value: Fraction | date) -> Key:
    exact = value if isinstance(value, date) else value.as_integer_ratio()
    return Key(subject=subject, fact=fact, is_plain=is_plain, value=exact)


def _of_limit(spec: Specification, key: Key, cuts: Sequence[Limit]) -> Obligation:
    """One side is asked of plain facts only: the members of an 一覧 are each their own."""
    sided = [cut for cut in cuts if cut.op in _UPPER_HAS_LIMIT and key.is_plain]
    other = next((cut for cut in sided if _side(cut) != _side(sided[0])), None)
    labels = tuple(dict.fromkeys([cut.label for cut in cuts]))
    shown = _listing(spec, key.subject, key.fact, cuts)
    ask = Settled(verdict=Verdict.PROVED, by=How.EVALUATOR, rests_on=labels, witness=shown)
    if other is not None:
        finding = _finding(spec, key, sided[0], other)
        ask = Settled(verdict=Verdict.REFUTED, by=How.EVALUATOR, diagnostic=finding, witness=shown)
    limit = limit_text(Comparator.EQ, cuts[0].value, cuts[0].unit)
    return Obligation(
        id=f"boundary:{key.subject}の{key.fact}/{limit}",
        family="boundary",
        term=TERM,
        provisions=labels,
        span=(other or cuts[0]).span,
        ask=ask,
    )


def _side(limit: Limit) -> bool:
    return _UPPER_HAS_LIMIT[limit.op]


def _listing(spec: Specification, subject: str, fact: str, cuts: Sequence[Limit]) -> Evidence:
    """第二条第一号「400床以上」: 399床は非該当、400床は該当、401床は該当, for every provision and word."""
    tried = Deferred(lambda: _tried(spec, subject, cuts))
    return Evidence(
        facts=Deferred(lambda: [(fact, "、".join(dict.fromkeys(v for _, at in tried for v in at.values)))]),
        outcomes=Deferred(lambda: [(said, at.words()) for said, at in tried]),
    )


def _tried(spec: Specification, subject: str, cuts: Sequence[Limit]) -> list[tuple[str, Around]]:
    """What each provision says in its words (第二条第一号「400床以上」) around the limit; what is said twice, once."""
    from regcheck.proof.around import around

    words = {(cut.label, limit_text(cut.op, cut.value, cut.unit)): cut for cut in cuts}
    said = (f"{label}「{word}」" for label, word in words)
    return list(zip(said, around(spec, subject, list(words.values())), strict=True))


# ---------------------------------------------------------------- 区分表


class _Cells(Frozen):
    """The limits in the cells of a column in their order, each word once."""

    table: DecisionTable
    column: Column
    limits: tuple[Limit, ...]


def _columns(spec: Specification) -> Iterator[_Cells]:
    for table in spec.tables.values():
        for at, column in enumerate(table.columns if is_own(spec, table.header) else ()):
            if isinstance(column.type, NumberType | DateType):
                yield _Cells(table=table, column=column, limits=_limits_of(table, at))


def _of_column(spec: Specification, found: _Cells) -> Obligation:
    header, heading = found.table.header, found.column.heading
    shown = _listing(spec, found.table.subject, heading, found.limits) if found.limits else None
    return Obligation(
        id=f"boundary:{header.name}/{heading}",
        family="boundary",
        term=TERM,
        provisions=provisions_of(header),
        span=header.span,
        ask=Settled(verdict=Verdict.PROVED, rests_on=(label_of(header),), witness=shown),
    )


def _limits_of(table: DecisionTable, at: int) -> tuple[Limit, ...]:
    from regcheck.proof.axes import leaves

    found = dict[tuple[int, int, Comparator], Limit]()
    for leaf in leaves(row.cells[at] for row in table.rows):
        for op, value in _ends(leaf) if isinstance(leaf, RangeCell) else ():
            key = value.numerator, value.denominator, op
            if key not in found:
                found[key] = _limit(table, table.columns[at], op, value)
    whole = lcm(*(under for _, under, _ in found))
    return tuple(found[key] for key in sorted(found, key=lambda key: (key[0] * whole // key[1], key[2])))


def _ends(cell: RangeCell) -> Iterator[tuple[Comparator, Fraction]]:
    if cell.low is not None:
        yield (Comparator.GT if cell.low_strict else Comparator.GE), cell.low
    if cell.high is not None:
        yield (Comparator.LT if cell.high_strict else Comparator.LE), cell.high


def _limit(table: DecisionTable, column: Column, op: Comparator, value: Fraction) -> Limit:
    return Limit(
        path=column.path,
        left=Fact(path=column.path),
        op=op,
        value=date.fromordinal(int(value)) if isinstance(column.type, DateType) else value,
        unit=column.type.unit if isinstance(column.type, NumberType) else "",
        label=label_of(table.header),
        span=table.header.span,
    )


def _sides_of_tables(columns: Iterable[_Cells], asked: set[tuple[str, str]]) -> dict[Key, list[Limit]]:
    """The limits of tables on facts that provisions ask too, where all rows put the number on one side: where they
    do not, that is a gap or an overlap of the table itself."""
    found = dict[Key, list[Limit]]()
    for column in columns:
        subject, fact = column.table.subject, path_text(column.column.path)
        at = dict[Fraction | date, list[Limit]]()
        for limit in column.limits if (subject, fact) in asked else ():
            at.setdefault(limit.value, []).append(limit)
        for value, cuts in at.items():
            if len({_side(cut) for cut in cuts}) == 1:
                found.setdefault(_key(subject, fact, True, value), []).append(cuts[0])
    return found


# ---------------------------------------------------------------- findings


def _finding(spec: Specification, key: Key, left: Limit, right: Limit) -> Diagnostic:
    from regcheck.proof.around import record_with
    from regcheck.proof.evidence import evidence

    assert left.path is not None
    steps, unit, value = left.path.steps, left.unit, left.value
    shows = [_comparison(limit) for limit in (left, right)]
    record = record_with(spec, key.subject, steps, value)
    exactly = limit_text(Comparator.EQ, value, unit)
    return Diagnostic(
        payload=codes.conflicts.LimitsDiffer(
            fact="の".join(steps),
            limit=exactly,
            left=left.label,
            right=right.label,
            left_words=limit_text(left.op, value, unit),
            right_words=limit_text(right.op, value, unit),
        ),
        annotations=(
            Annotation(span=right.span, label=right.label),
            Annotation(span=left.span, label=left.label, primary=False),
        ),
        provisions=(left.label, right.label),
        evidence=evidence(spec, record, shows, f"{'の'.join(steps)}がちょうど{exactly}"),
        anchor=f"{'の'.join(steps)}/{left.label}/{right.label}",
    )


def _comparison(limit: Limit) -> Labelled:
    constant = (
        Day(value=limit.value)
        if isinstance(limit.value, date)
        else Number(value=limit.value, unit=limit.unit)
    )
    return Labelled(label=limit.label, formula=Compare(op=limit.op, left=limit.left, right=constant))
