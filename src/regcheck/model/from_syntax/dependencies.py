"""Which items lean on which: recursion, and leaving out what leans on a broken item.

Owns: the graph of terms, plans, tables and their 特例; cycles; depth; the closure of broken items.
Refuses to know: how items are built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import TopologicalSorter

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Annotation, Payload
from regcheck.frozen import replace
from regcheck.model.claims import (
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
)
from regcheck.model.formula import Formula
from regcheck.model.from_syntax.cycles import cycles
from regcheck.model.from_syntax.findings import Findings, Place
from regcheck.model.procedures import Rule
from regcheck.model.provisions import item_title
from regcheck.model.references import Outline, mentions, outline, rule_key, rule_of
from regcheck.model.specification import (
    FigureCheck,
    Header,
    Scenario,
    Specification,
)

Key = tuple[str, str]
"""(namespace, name): term, plan, table, override, discretion, delegation, facts …"""

_FAMILIES = {
    "term": "predicates",
    "plan": "plans",
    "table": "tables",
    "override": "overrides",
    "discretion": "discretions",
    "delegation": "delegations",
    "facts": "fact_tables",
    "assumption": "assumptions",
    "property": "properties",
    "scenario": "scenarios",
    "check": "figure_checks",
    "procedure": "procedures",
}


Mentioned = Mapping[Key, Sequence[Key]]
"""What the formulas of each item name."""


def drop_unsound(specification: Specification, findings: Findings) -> Specification:
    """Without items that are recursive or lie too deep, which are reported, and those that lean on what is
    not there."""
    outlines = {key: _outlines(specification, key) for key in _all_keys(specification)}
    mentioned = {key: [name for each in found for name in each.names] for key, found in outlines.items()}
    specification = _drop_recursive(specification, mentioned, findings)
    specification = _drop_too_deep(specification, mentioned, outlines, findings)
    specification = _drop_circular_order(specification, findings)
    return _without_runs(_drop_dependents(specification, mentioned))


def _outlines(specification: Specification, key: Key) -> list[Outline]:
    return [outline(formula) for formula in _formulas(specification, key)]


def _drop_recursive(specification: Specification, mentioned: Mentioned, findings: Findings) -> Specification:
    """Report every cycle of terms once, and leave out the items on it."""
    broken: set[Key] = set()
    for cycle in cycles(_meanings(specification, mentioned)):
        names = tuple(_shown(key) for key in (*cycle, cycle[0]))
        _report(specification, cycle, codes.names.RecursiveDefinition(cycle=names), findings)
        broken.update(cycle)
    return _without(specification, broken)


DEEPEST = 120
"""Layers of conditions, each inside or named by the one above, that every later floor can walk down."""


def _drop_too_deep(
    specification: Specification,
    mentioned: Mentioned,
    outlines: Mapping[Key, Sequence[Outline]],
    findings: Findings,
) -> Specification:
    """Report the items that are the first to lie too deep, and leave them out. There are no cycles any more."""
    graph = _meanings(specification, mentioned)
    depths = dict[Key, int]()
    broken: set[Key] = set()
    for key in TopologicalSorter(graph).static_order():
        if key not in graph:
            continue
        below = max((depths.get(need, 0) for need in graph[key]), default=0)
        found = outlines.get(key) or _outlines(specification, key)
        depths[key] = below + max([each.layers for each in found], default=0)
        if depths[key] > DEEPEST >= below:
            _report(specification, (key,), codes.names.TooManyLayers(name=key[1], limit=DEEPEST), findings)
            broken.add(key)
    return _without(specification, broken)


def _drop_circular_order(specification: Specification, findings: Findings) -> Specification:
    """Report 特例 that prevail over each other, and take the order between them away."""
    graph = {name: override.prevails_over for name, override in specification.overrides.items()}
    circular: set[str] = set()
    for cycle in cycles(graph):
        keys = tuple(("override", name) for name in cycle)
        _report(specification, keys, codes.names.CircularOrder(cycle=(*cycle, cycle[0])), findings)
        circular.update(cycle)
    overrides = {
        name: replace(override, prevails_over=()) if name in circular else override
        for name, override in specification.overrides.items()
    }
    return replace(specification, overrides=overrides)


def _report(
    specification: Specification, cycle: tuple[Key, ...], payload: Payload, findings: Findings
) -> None:
    first, *others = [_header(specification, key) for key in cycle]
    places = [Annotation(span=h.span, label=item_title(h), primary=False) for h in others]
    findings.report(Place(header=first), payload, first.span, label=item_title(first), others=places)


def _drop_dependents(specification: Specification, mentioned: Mentioned) -> Specification:
    """Leave out, silently, every item that names an item which is not there, and so on."""
    present = set(_all_keys(specification))
    users: dict[Key, list[Key]] = {}
    for key in present:
        for need in (*mentioned[key], *_needs(specification, key)):
            users.setdefault(need, []).append(key)
    for procedure, rule in _rules(specification):
        present.add(rule)
        users.setdefault(procedure, []).append(rule)
    dropped: set[Key] = set()
    todo = [need for need in users if need not in present]
    while todo:
        for user in users.get(todo.pop(), ()):
            if user not in dropped:
                dropped.add(user)
                todo.append(user)
    return _tidied(_without(specification, dropped), present - dropped)


def _defining(specification: Specification) -> Iterator[Key]:
    for family in ("term", "plan", "table", "override"):
        yield from ((family, name) for name in _items(specification, family))


def _all_keys(specification: Specification) -> Iterator[Key]:
    for family in _FAMILIES:
        yield from ((family, name) for name in _items(specification, family))


def _rules(specification: Specification) -> Iterator[tuple[Key, Key]]:
    """Every 手続 with each of its rules, which are kept or left out with it."""
    for name, procedure in specification.procedures.items():
        for rule in procedure.rules:
            yield ("procedure", name), ("rule", rule_key(name, rule))


def _shown(key: Key) -> str:
    return rule_of(key[1])[1] if key[0] == "rule" else key[1]


def _rule(specification: Specification, key: str) -> Rule:
    procedure, rule = rule_of(key)
    return specification.procedures[procedure].rules[rule]


def _items(specification: Specification, family: str) -> Mapping[str, object]:
    found: Mapping[str, object] = getattr(specification, _FAMILIES[family])
    return found


def _header(specification: Specification, key: Key) -> Header:
    if key[0] == "rule":
        return _rule(specification, key[1]).header
    header: Header = getattr(_items(specification, key[0])[key[1]], "header")  # noqa: B009
    return header


def _meanings(specification: Specification, mentioned: Mentioned) -> dict[Key, list[Key]]:
    """What must be known to evaluate each item: what it mentions, and the 特例 on a term."""
    graph = {key: list(mentioned[key]) for key in _defining(specification)}
    for name, override in specification.overrides.items():
        graph.get(("term", override.target), []).append(("override", name))
    for procedure, rule in _rules(specification):
        graph.setdefault(procedure, []).append(rule)
        graph[rule] = list(_named_by_rule(specification, rule[1]))
    return graph


def _named_by_rule(specification: Specification, key: str) -> Iterator[Key]:
    for formula in _formulas(specification, ("rule", key)):
        yield from mentions(formula)


def _needs(specification: Specification, key: Key) -> Iterator[Key]:
    """What an item names outside its formulas."""
    family, name = key
    if family == "procedure":
        for rule in specification.procedures[name].rules:
            yield from _named_by_rule(specification, rule_key(name, rule))
        return
    subject = _subject_of(_items(specification, family)[name])
    if subject and (subject not in specification.subjects or subject in specification.procedures):
        yield "procedure", subject
    if family == "term":
        yield from (("delegation", each) for each in specification.predicates[name].fills)
    elif family == "override":
        yield "term", specification.overrides[name].target
    elif family == "check":
        yield from _tables(specification.figure_checks[name])


def _subject_of(item: object) -> str:
    """The 対象 that an item is about, "" for none."""
    subject: str = item.record.subject if isinstance(item, Scenario) else getattr(item, "subject", "")
    return subject


def _tables(check: FigureCheck) -> Iterator[Key]:
    for claim in check.claims:
        yield "facts", claim.table if isinstance(claim, GroupsWithoutClaim) else claim.selection.table


def _formulas(specification: Specification, key: Key) -> Iterator[Formula]:
    family, name = key
    match family:
        case "term":
            yield specification.predicates[name].body
        case "override":
            yield specification.overrides[name].condition
        case "assumption":
            yield specification.assumptions[name].body
        case "plan":
            yield from (stage.body for stage in specification.plans[name].stages)
        case "table":
            yield from _present(specification.tables[name].within)
        case "delegation":
            yield from _present(specification.delegations[name].limit)
        case "property":
            owed = specification.properties[name]
            yield from (*owed.members, *_present(owed.whole))
        case "scenario":
            yield from (each.formula for each in specification.scenarios[name].expectations)
        case "check":
            yield from _claim_formulas(specification.figure_checks[name])
        case "rule":
            rule = _rule(specification, name)
            yield from (rule.when, *rule.exceptions)


def _claim_formulas(check: FigureCheck) -> Iterator[Formula]:
    for claim in check.claims:
        match claim:
            case FigureClaim(selection=selection):
                yield from _present(selection.where)
            case EveryRowClaim(selection=selection, condition=condition):
                yield from (*_present(selection.where), condition)
            case GroupsWithoutClaim(condition=condition):
                yield condition


def _present(formula: Formula | None) -> tuple[Formula, ...]:
    return () if formula is None else (formula,)


def _without(specification: Specification, broken: set[Key]) -> Specification:
    if not broken:
        return specification
    broken = broken | {("procedure", rule_of(name)[0]) for family, name in broken if family == "rule"}
    changes = {
        attribute: {n: item for n, item in _items(specification, family).items() if (family, n) not in broken}
        for family, attribute in _FAMILIES.items()
    }
    return replace(specification, **changes)


def _without_runs(specification: Specification) -> Specification:
    """Without the runs of 手続 that were left out, which no item is about any more."""
    kept = {
        name: subject
        for name, subject in specification.subjects.items()
        if subject.header.keyword != Noun.PROCEDURE or name in specification.procedures
    }
    return replace(specification, subjects=kept)


def _tidied(specification: Specification, present: set[Key]) -> Specification:
    """Lists of names that only owe a proof lose the names that are not there."""
    plans = {
        name: replace(plan, finally_covers=tuple(n for n in plan.finally_covers if ("term", n) in present))
        for name, plan in specification.plans.items()
    }
    overrides = {
        name: replace(
            override,
            prevails_over=tuple(n for n in override.prevails_over if ("override", n) in present),
        )
        for name, override in specification.overrides.items()
    }
    return replace(specification, plans=plans, overrides=overrides)
