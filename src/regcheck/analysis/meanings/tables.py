"""区分表 of two versions: for which facts another row decides, and what it gives.

Owns: the cases in which the outcomes part, one for each two rows that decide, and the rows themselves.
Refuses to know: how cases are found.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.analysis.meanings.change import Case
from regcheck.analysis.meanings.conditions import Moved
from regcheck.analysis.meanings.parting import Bench, Open, Outcome, Parting, of_version
from regcheck.evaluation.kleene import TRUE, UNKNOWN
from regcheck.evaluation.tables import row_condition
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record
from regcheck.model.formula import And, Formula, Not, OutcomeIs, Part
from regcheck.model.specification import DecisionTable, HitPolicy, Specification
from regcheck.proof.asking import SELF, every, some
from regcheck.proof.replay import truth

MOST = 8
"""Pairs of rows that are told of one table."""

NO_ROW = "どの行にも当たらない"


class Compared(Frozen):
    """The cases in which the outcomes part; `reason` says why nobody knows of others."""

    cases: tuple[Case, ...] = ()
    is_all: bool = True
    reason: str = ""

    @property
    def as_moved(self) -> Moved:
        """Nothing gained or lost, which is what nothing to tell of a table means."""
        return Moved(reason=self.reason)


def compared(bench: Bench, title: str, earlier: DecisionTable, later: DecisionTable) -> Compared:
    """Cases with other outcomes, each decided by other rows than those before it."""
    found, seen = list[Case](), list[Formula]()
    while len(found) < MOST:
        case = bench.find(parting_of(bench, title, earlier, later, seen))
        if isinstance(case, Open):
            return Compared(cases=tuple(found), is_all=False, reason=case.reason)
        if case is None:
            return Compared(cases=tuple(found))
        found.append(case)
        region = _region(bench, earlier, later, case)
        if region is None:
            break
        seen.append(region)
    return Compared(cases=tuple(found), is_all=False)


def added_outputs(earlier: DecisionTable, later: DecisionTable) -> str:
    """結果「期限」が加わり、結果「届出先」がなくなる."""
    news = [f"結果「{name}」が加わる" for name in later.outputs if name not in earlier.outputs]
    gone = [f"結果「{name}」がなくなる" for name in earlier.outputs if name not in later.outputs]
    return "、".join((*news, *gone))


def parting_of(
    bench: Bench, title: str, earlier: DecisionTable, later: DecisionTable, seen: list[Formula]
) -> Parting:
    """Some outcome is given by one version and not by the other, and not by two rows that were told before."""
    pairs = list(_outcomes(earlier, later))
    parts = [
        And(parts=(Part(body=holds), Part(body=Not(body=fails))))
        for one, other in ((bench.joint.of_earlier(before), after) for before, after in pairs)
        for holds, fails in ((one, other), (other, one))
    ]
    return Parting(
        title=title,
        subject=later.subject,
        formula=every((some(parts), *(Not(body=rows) for rows in seen))),
        outcome=lambda record: _outcome(bench, earlier, later, record),
    )


def _outcomes(earlier: DecisionTable, later: DecisionTable) -> Iterator[tuple[OutcomeIs, OutcomeIs]]:
    """Everything that either table can give, asked of both."""
    for output in later.outputs:
        if output in earlier.outputs:
            for value in dict.fromkeys((*_values(earlier, output), *_values(later, output))):
                before = OutcomeIs(table=earlier.header.name, output=output, value=value, path=SELF)
                yield before, replace(before, table=later.header.name)


def _values(table: DecisionTable, output: str) -> list[str]:
    at = table.outputs.index(output)
    return [row.outputs[at] for row in table.rows]


# ---------------------------------------------------------------- what a table makes of a case


class _Given(Frozen):
    """What one version gives, and by which row."""

    given: tuple[OutcomeIs, ...]
    words: str
    row: int | None = None


def _outcome(bench: Bench, earlier: DecisionTable, later: DecisionTable, record: Record) -> Outcome | None:
    joint = bench.joint
    before = _given(joint.earlier, earlier, later, of_version(joint.earlier, record))
    after = _given(joint.later, later, earlier, of_version(joint.later, record))
    if before is None or after is None or before.words == after.words:
        return None
    return Outcome(
        earlier=before.words,
        later=after.words,
        rows=(before.row, after.row),
        expected=tuple((formula, True) for formula in after.given),
    )


def _given(spec: Specification, table: DecisionTable, other: DecisionTable, record: Record) -> _Given | None:
    """The outcomes of which both tables speak; None if the record does not decide them."""
    asked = [own for own, _ in _outcomes(table, other)]
    truths = [truth(spec, one, record) for one in asked]
    if UNKNOWN in truths:
        return None
    given = tuple(one for one, found in zip(asked, truths, strict=True) if found is TRUE)
    words = (one.value if len(table.outputs) == 1 else f"{one.output}が{one.value}" for one in given)
    return _Given(given=given, words="、".join(words) or NO_ROW, row=_row(spec, table, record))


def _row(spec: Specification, table: DecisionTable, record: Record) -> int | None:
    """The row that decides, from 1, if the record shows it; where all rows count, the only one."""
    truths = [truth(spec, row_condition(table, row), record) for row in table.rows]
    met = [number for number, found in enumerate(truths, 1) if found is TRUE]
    is_first = table.hit_policy is HitPolicy.FIRST and bool(met) and UNKNOWN not in truths[: met[0]]
    return met[0] if is_first or (len(met) == 1 and UNKNOWN not in truths) else None


def _region(bench: Bench, earlier: DecisionTable, later: DecisionTable, case: Case) -> Formula | None:
    """All cases that the same two rows decide; None if the case does not show which."""
    before, after = case.rows or (None, None)
    sides = (_deciding(earlier, before, case.earlier), _deciding(later, after, case.later))
    if sides[0] is None or sides[1] is None:
        return None
    return every((bench.joint.of_earlier(sides[0]), sides[1]))


def _deciding(table: DecisionTable, row: int | None, given: str) -> Formula | None:
    """The row decides, or none applies."""
    conditions = [row_condition(table, each) for each in table.rows]
    if row is None:
        return Not(body=some(conditions)) if given == NO_ROW else None
    if table.hit_policy is HitPolicy.FIRST:
        return every((conditions[row - 1], Not(body=some(conditions[: row - 1]))))
    return conditions[row - 1]
