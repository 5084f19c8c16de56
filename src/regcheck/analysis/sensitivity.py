"""Which rows of the 事実表 change when a limit of the law moves, and at which number exactly.

Owns: the limits that can be moved, the rows that each of them decides, the points at which they turn.
Refuses to know: files, how it is shown.

A comparison with a limit turns for a row exactly where the limit passes the row's own number: the row's facts
are the break points, so nothing is tried step by step. Whether anything follows from it is asked of the
evaluator, once with the comparison true and once with it false.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from regcheck.analysis.movable import Item, Settle, Text, texts
from regcheck.evaluation.kleene import Kleene
from regcheck.evaluation.sentences import expression_text
from regcheck.evaluation.truth import number_of, truth_of
from regcheck.frozen import Frozen
from regcheck.model.formula import Applies, Comparator, Count, Formula, Path, SetSize, StageApplies
from regcheck.model.provisions import item_title
from regcheck.model.references import mentions
from regcheck.model.specification import Specification
from regcheck.model.types import RATIO, NumberType
from regcheck.proof.around import kind_of
from regcheck.proof.labels import stage_name
from regcheck.proof.limits import Limit, is_plain
from regcheck.registry.table import BoundRow, BoundTable


class Change(Frozen):
    """What becomes of a row under a term or stage when the comparison turns."""

    row: str
    term: str
    before: Kleene
    after: Kleene


class Turn(Frozen):
    """A number at which rows turn. The limit must pass it (`beyond`), or need only reach it."""

    value: Fraction | date
    beyond: bool
    changes: tuple[Change, ...]


class Movable(Frozen):
    """A limit with the turns when it rises and when it falls, the nearest first. `whole` says that only whole
    numbers, or days, come between two values."""

    limit: Limit
    fact: str
    item: str
    whole: bool
    rising: tuple[Turn, ...] = ()
    falling: tuple[Turn, ...] = ()
    unknown: tuple[str, ...] = ()
    """Rows whose number is not known."""


_HOLDS_UPWARDS = {Comparator.GE: True, Comparator.GT: True, Comparator.LE: False, Comparator.LT: False}
_TAKES_LIMIT = (Comparator.GE, Comparator.LE)


def sensitivity(spec: Specification, tables: Mapping[str, BoundTable]) -> tuple[Movable, ...]:
    """Every limit on a fact of a 対象 that has rows, in the order of the files."""
    rows = dict[str, list[BoundRow]]()
    for table in tables.values():
        rows.setdefault(table.table.subject, []).extend(table.rows)
    users = _users(spec)
    return tuple(
        _moved(
            text, limit, settle, rows[text.subject], _questions(spec, text.subject, _above(users, text.item))
        )
        for text in texts(spec)
        if text.subject in rows
        for limit, settle in text.limits()
        if limit.op in _HOLDS_UPWARDS and (is_plain(limit) or limit.path is None)
    )


# ---------------------------------------------------------------- rows


Questions = Sequence[tuple[str, Formula]]
"""Terms and stages by their titles."""


def _moved(
    text: Text, limit: Limit, settle: Settle, rows: Sequence[BoundRow], questions: Questions
) -> Movable:
    """A row turns where the limit passes its number: rising limits lose what holds upwards."""
    met, missed = settle(True), settle(False)
    rising, falling = dict[Fraction, list[Change]](), dict[Fraction, list[Change]]()
    unknown = list[str]()
    for row in rows:
        number = number_of(met, limit.left, row.record)
        if number.low is None or number.low != number.high:
            unknown.append(row.key)
            continue
        value = Fraction(number.low)
        holds = _holds(limit, value)
        now, then = (met, missed) if holds else (missed, met)
        changes = list(_changes(questions, row, now, then))
        if changes:
            turns = rising if holds == _HOLDS_UPWARDS[limit.op] else falling
            turns.setdefault(value, []).extend(changes)
    return Movable(
        limit=limit,
        fact=expression_text(met, limit.left),
        item=text.title,
        whole=_is_whole(met, text.subject, limit),
        rising=tuple(_turn(limit, v, rising[v], rising=True) for v in sorted(rising)),
        falling=tuple(_turn(limit, v, falling[v], rising=False) for v in sorted(falling, reverse=True)),
        unknown=tuple(unknown),
    )


def _is_whole(spec: Specification, subject: str, limit: Limit) -> bool:
    if isinstance(limit.value, date) or isinstance(limit.left, Count | SetSize):
        return True
    kind = kind_of(spec, subject, limit)
    return is_plain(limit) and isinstance(kind, NumberType) and kind.places == 0 and kind.unit != RATIO


def _bound(limit: Limit) -> Fraction:
    return Fraction(limit.value.toordinal()) if isinstance(limit.value, date) else limit.value


def _holds(limit: Limit, value: Fraction) -> bool:
    bound = _bound(limit)
    if value == bound:
        return limit.op in _TAKES_LIMIT
    return (value > bound) == _HOLDS_UPWARDS[limit.op]


def _turn(limit: Limit, value: Fraction, changes: Iterable[Change], *, rising: bool) -> Turn:
    """以上 loses a row once the limit has passed its number, and gains it as soon as it is reached."""
    upwards = _HOLDS_UPWARDS[limit.op]
    loses = rising == upwards
    beyond = loses == (limit.op in _TAKES_LIMIT)
    shown = date.fromordinal(int(value)) if isinstance(limit.value, date) else value
    return Turn(value=shown, beyond=beyond, changes=tuple(changes))


def _changes(
    questions: Questions, row: BoundRow, now: Specification, then: Specification
) -> Iterator[Change]:
    for title, formula in questions:
        before, after = truth_of(now, formula, row.record), truth_of(then, formula, row.record)
        if before is not after:
            yield Change(row=row.key, term=title, before=before, after=after)


# ---------------------------------------------------------------- what a limit reaches


def _questions(spec: Specification, subject: str, touched: frozenset[Item]) -> list[tuple[str, Formula]]:
    """The terms and stages on the 対象 that a limit can change."""
    found: list[tuple[str, Formula]] = [
        (item_title(p.header), Applies(term=name, path=Path()))
        for name, p in spec.predicates.items()
        if p.subject == subject and ("term", name) in touched
    ]
    for name, plan in spec.plans.items():
        if plan.subject == subject and ("plan", name) in touched:
            for stage in plan.stages:
                formula = StageApplies(plan=name, number=stage.number, path=Path())
                found.append((stage_name(plan, stage.number), formula))
    return found


def _users(spec: Specification) -> dict[Item, set[Item]]:
    """Which items name an item in what they say."""
    texts: list[tuple[Item, Formula]] = [(("term", n), p.body) for n, p in spec.predicates.items()]
    texts += [(("term", o.target), o.condition) for o in spec.overrides.values()]
    texts += [(("plan", n), stage.body) for n, plan in spec.plans.items() for stage in plan.stages]
    texts += [(("table", n), t.within) for n, t in spec.tables.items() if t.within is not None]
    users = dict[Item, set[Item]]()
    for user, formula in texts:
        for named in mentions(formula):
            users.setdefault(named, set()).add(user)
    return users


def _above(users: Mapping[Item, set[Item]], item: Item) -> frozenset[Item]:
    """The item and all that rest on it."""
    found, queue = set[Item](), [item]
    while queue:
        one = queue.pop()
        if one not in found:
            found.add(one)
            queue += sorted(users.get(one, ()))
    return frozenset(found)
