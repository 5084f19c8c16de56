"""What has become of a 手続, part by part: the order of its events, its 期間 and 期限, and its rules.

Owns: the parts, their titles, and the change that is told of each.
Refuses to know: how cases are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from regcheck.analysis.meanings.change import Case, Change
from regcheck.analysis.meanings.conditions import Moved, moved
from regcheck.analysis.meanings.days import Procedures, order_pair, parted_days, rule_pair
from regcheck.analysis.meanings.parting import Bench, Open
from regcheck.analysis.meanings.telling import Sides, apart, by_identity, different, one_sided, told
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Expression
from regcheck.model.procedures import Limit, Procedure, Rule, TimePeriod
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header

P = TypeVar("P", TimePeriod, Limit, Rule)

PERIOD, LIMIT, ORDER = "期間", "期限", "事象の順序"


class _Part(Frozen):
    """A part that both versions have, and how it is compared."""

    sides: Sides
    compare: Callable[[Sides], Change]


def procedure_changes(bench: Bench, earlier: Procedure, later: Procedure) -> Iterator[Change]:
    """A change for every part of a 手続 that both versions have."""
    both = Procedures(earlier=earlier, later=later)
    item = "procedures", earlier.header.name
    blamed = bench.joint.apart.get(item, bench.joint.apart.get(("subjects", later.header.name), ()))
    is_same = item not in bench.joint.differing and item not in bench.joint.apart
    for part in _parts(bench, both):
        if isinstance(part, Change):
            yield part
        elif is_same:
            yield by_identity(part.sides)
        else:
            yield apart(part.sides, blamed) if blamed else part.compare(part.sides)


def _parts(bench: Bench, both: Procedures) -> Iterator[Change | _Part]:
    title = item_title(both.later.header)
    order = Sides(title=f"{title}の{ORDER}", earlier=both.earlier.header, later=both.later.header)
    yield _Part(sides=order, compare=partial(_order, bench, both))
    for one in _matched(both, both.earlier.periods, both.later.periods):
        yield one if isinstance(one, Change) else _part(both, one, partial(_period, bench, both, *one))
    for two in _matched(both, both.earlier.limits, both.later.limits):
        yield two if isinstance(two, Change) else _part(both, two, partial(_limit, bench, both, *two))
    for three in _matched(both, both.earlier.rules, both.later.rules):
        yield three if isinstance(three, Change) else _part(both, three, partial(_rule, bench, both, *three))


def _matched(
    both: Procedures, earlier: Mapping[str, P], later: Mapping[str, P]
) -> Iterator[Change | tuple[P, P]]:
    """The parts of one sort, each in both versions or as one that a version alone has."""
    for name, part in later.items():
        if name in earlier:
            yield earlier[name], part
        else:
            yield _one_sided(both, None, part)
    yield from (_one_sided(both, part, None) for name, part in earlier.items() if name not in later)


def _one_sided(both: Procedures, earlier: P | None, later: P | None) -> Change:
    change = one_sided(
        _header(both.earlier, earlier) if earlier is not None else None,
        _header(both.later, later) if later is not None else None,
    )
    return replace(change, title=f"{item_title(both.later.header)}の{change.title}")


def _part(both: Procedures, parts: tuple[P, P], compare: Callable[[Sides], Change]) -> _Part:
    earlier, later = _header(both.earlier, parts[0]), _header(both.later, parts[1])
    title = f"{item_title(both.later.header)}の{item_title(later)}"
    return _Part(sides=Sides(title=title, earlier=earlier, later=later), compare=compare)


def _header(procedure: Procedure, part: TimePeriod | Limit | Rule) -> Header:
    """A part as an item; what does not say where it stands stands where the 手続 does."""
    own = part.header.provision if isinstance(part, Rule) else ()
    keyword = str(part.kind) if isinstance(part, Rule) else PERIOD if isinstance(part, TimePeriod) else LIMIT
    return Header(
        name=part.name, keyword=keyword, span=part.span, provision=own or procedure.header.provision
    )


# ---------------------------------------------------------------- how each is compared


def _order(bench: Bench, both: Procedures, sides: Sides) -> Change:
    """Runs that are orderly in one version alone are the very thing that is asked for."""
    change = told(sides, moved(bench, order_pair(sides.title, both)))
    gained, lost = (case and replace(case, only_in=None) for case in (change.gained, change.lost))
    return replace(change, gained=gained, lost=lost)


def _period(bench: Bench, both: Procedures, earlier: TimePeriod, later: TimePeriod, sides: Sides) -> Change:
    last = _days(bench, both, "末日", earlier.last_in_force, later.last_in_force, sides)
    return (
        last if last.parted or last.reason else _days(bench, both, "初日", earlier.first, later.first, sides)
    )


def _limit(bench: Bench, both: Procedures, earlier: Limit, later: Limit, sides: Sides) -> Change:
    return _days(bench, both, LIMIT, earlier.day, later.day, sides)


def _days(
    bench: Bench, both: Procedures, what: str, earlier: Expression, later: Expression, sides: Sides
) -> Change:
    found = parted_days(bench, sides.title, both, (earlier, later), what)
    match found:
        case Case():
            return different(sides, parted=found)
        case Open(reason=reason):
            return told(sides, Moved(reason=reason))
        case None:
            return told(sides, Moved())


def _rule(bench: Bench, both: Procedures, earlier: Rule, later: Rule, sides: Sides) -> Change:
    if (earlier.kind, earlier.event) != (later.kind, later.event):
        before, after = (f"「{rule.event}」の{rule.kind}" for rule in (earlier, later))
        return different(sides, f"{before}から{after}に変わる")
    return told(sides, moved(bench, rule_pair(sides.title, both, earlier, later)))
