"""Everything that has become of the meaning of a text: each item of two versions beside the other.

Owns: which items are compared, in which order, and the change that is told of each.
Refuses to know: how cases are found, words, pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from regcheck.analysis.meanings import stages, tables
from regcheck.analysis.meanings.change import Change, ChangeKind
from regcheck.analysis.meanings.conditions import MET, Pair, Words, moved
from regcheck.analysis.meanings.joint import Joint, joint
from regcheck.analysis.meanings.matching import Headed, former_names, matched
from regcheck.analysis.meanings.names import Item, items_in
from regcheck.analysis.meanings.parting import Bench, Provers
from regcheck.analysis.meanings.procedures import procedure_changes
from regcheck.analysis.meanings.telling import Sides, apart, by_identity, different, one_sided, told
from regcheck.frozen import replace
from regcheck.model.formula import Applies, Formula
from regcheck.model.provisions import item_title
from regcheck.model.specification import (
    Assumption,
    DecisionTable,
    Header,
    Override,
    Predicate,
    Specification,
    StagePlan,
)
from regcheck.proof.asking import SELF
from regcheck.proof.labels import is_own

_NOBODY = Header(name="")
KEPT: Words = ("満たす", "満たさない")


def compare_meanings(earlier: Specification, later: Specification, prover: Provers) -> dict[str, Change]:
    """What has become of every item that is checked in either version, by its title.

    In the order of the later version, kind by kind; what is removed comes last within its kind. `prover` makes a
    prover for a specification, and is asked only of what can have changed at all.
    """
    bench = Bench(joint(earlier, later), prover)
    return {change.title: change for change in _changes(bench)}


def _changes(bench: Bench) -> Iterator[Change]:
    both = bench.joint
    yield from _of_kind(both, "predicates", partial(_predicate, bench))
    yield from _of_kind(both, "overrides", partial(_override, bench))
    yield from _of_kind(both, "assumptions", partial(_assumption, bench))
    yield from _of_kind(both, "tables", partial(_table, bench))
    yield from _of_kind(both, "plans", partial(_plan, bench))
    for earlier, later in _pairs(both, both.earlier.procedures, both.later.procedures):
        if earlier is None or later is None:
            yield one_sided(earlier and earlier.header, later and later.header)
        else:
            yield from procedure_changes(bench, earlier, later)


def _of_kind(both: Joint, kind: str, compare: Callable[[Sides, Any, Any], Change]) -> Iterator[Change]:
    """The items of one kind; what cannot have changed, or cannot be compared, is not asked."""
    for earlier, later in _pairs(both, getattr(both.earlier, kind), getattr(both.later, kind)):
        if earlier is None or later is None:
            yield one_sided(earlier and earlier.header, later and later.header)
            continue
        sides = Sides(title=item_title(later.header), earlier=earlier.header, later=later.header)
        item = kind, earlier.header.name
        if earlier.subject != later.subject:
            yield different(sides, f"対象が「{earlier.subject}」から「{later.subject}」に変わる")
        elif item in both.apart:
            yield apart(sides, both.apart[item])
        elif _is_same(both, item, earlier, later):
            yield by_identity(sides)
        elif ("subjects", later.subject) in both.apart:
            yield apart(sides, both.apart["subjects", later.subject])
        else:
            yield compare(sides, earlier, later)


def _pairs(both: Joint, earlier: Mapping[str, Any], later: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    return matched(earlier, later, (partial(_is_own, both.earlier), partial(_is_own, both.later)))


def _is_own(spec: Specification, item: Headed) -> bool:
    return is_own(spec, item.header)


def _is_same(both: Joint, item: Item, earlier: Headed, later: Headed) -> bool:
    """Whether an item means the same by identity."""
    match earlier, later:
        case Override(), Override():
            one, other = (replace(override, header=_NOBODY) for override in (earlier, later))
            return one == other and _rests_on_the_same(both, earlier.condition)
        case Assumption(), Assumption():
            return earlier.body == later.body and _rests_on_the_same(both, earlier.body)
        case _:
            return item not in both.differing


def _rests_on_the_same(both: Joint, condition: Formula) -> bool:
    return not any(item in both.differing for item in items_in(condition))


# ---------------------------------------------------------------- conditions


def _predicate(bench: Bench, sides: Sides, earlier: Predicate, later: Predicate) -> Change:
    """With the 特例 that override it."""
    before, after = (Applies(term=one.header.name, path=SELF) for one in (earlier, later))
    return _condition(bench, sides, later.subject, before, after)


def _override(bench: Bench, sides: Sides, earlier: Override, later: Override) -> Change:
    if earlier.outcome != later.outcome:
        return different(sides, f"結果が{_said(earlier)}から{_said(later)}に変わる")
    called = former_names(bench.joint.earlier.predicates, bench.joint.later.predicates)
    if earlier.target != called.get(later.target, later.target):
        return different(sides, f"かかわらない規定が「{earlier.target}」から「{later.target}」に変わる")
    return _condition(bench, sides, later.subject, earlier.condition, later.condition)


def _said(override: Override) -> str:
    return MET[0] if override.outcome else MET[1]


def _assumption(bench: Bench, sides: Sides, earlier: Assumption, later: Assumption) -> Change:
    """A case of one version alone is the very thing that is asked for, and is told without saying so."""
    change = _condition(bench, sides, later.subject, earlier.body, later.body, KEPT)
    gained, lost = (case and replace(case, only_in=None) for case in (change.gained, change.lost))
    return replace(change, gained=gained, lost=lost)


def _condition(
    bench: Bench, sides: Sides, subject: str, earlier: Formula, later: Formula, words: Words = MET
) -> Change:
    pair = Pair(title=sides.title, subject=subject, earlier=earlier, later=later, words=words)
    return told(sides, moved(bench, pair))


# ---------------------------------------------------------------- 区分表 and 段階


def _table(bench: Bench, sides: Sides, earlier: DecisionTable, later: DecisionTable) -> Change:
    found = tables.compared(bench, sides.title, earlier, later)
    if found.reason:
        return told(sides, found.as_moved)
    outputs = tables.added_outputs(earlier, later)
    if not found.cases and not outputs:
        return told(sides, found.as_moved)
    first, further = (found.cases[0], found.cases[1:]) if found.cases else (None, ())
    change = different(sides, outputs)
    return replace(change, parted=first, further=further, is_all=found.is_all)


def _plan(bench: Bench, sides: Sides, earlier: StagePlan, later: StagePlan) -> Change:
    found = stages.compared(bench, sides.title, earlier, later)
    change = told(sides, found.moved)
    if found.reason and change.kind is not ChangeKind.UNDECIDED:
        return replace(change, kind=ChangeKind.DIFFERENT, ground=None, reason=found.reason)
    return change
