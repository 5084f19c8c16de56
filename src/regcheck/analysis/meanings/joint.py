"""Two versions in one specification, so that one record can be asked what both say of it.

Owns: the names under which items of the earlier version stand beside those of the later one, and which cases each
version allows.
Refuses to know: which items are held against each other, the solver.

The later version keeps its names. An item of the earlier one that means the same by identity is the later one;
every other stands beside it, marked, and so does everything that names it. Cases are those that both versions allow:
facts within their types, 前提, and runs in the order of their 手続. Those that one version alone allows are looked at
when no other part the versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.analysis.meanings.apart import apart_items, clauses_of
from regcheck.analysis.meanings.change import Version
from regcheck.analysis.meanings.differing import differing, items_of
from regcheck.analysis.meanings.names import Item, T, renamed
from regcheck.analysis.meanings.united import Facts, bounds, united
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Lawful, Path
from regcheck.model.specification import Assumption, Header, Override, Specification, Subject

MARK = "（改正前）"
"""What the name of an item of the earlier version ends with."""

_CALLED = {Version.EARLIER: MARK, Version.LATER: "（改正後）"}


class Reading(Frozen):
    """Both versions over the cases that both allow, or that one allows alone."""

    specification: Specification
    only_in: Version | None = None


class Joint(Frozen):
    """Two versions and what they are as one."""

    earlier: Specification
    later: Specification
    names: Mapping[Item, str]
    """The items of the earlier version that stand beside those of the later one, with their names there."""
    differing: frozenset[Item]
    readings: tuple[Reading, ...]
    """Cases of both first."""
    apart: Mapping[Item, tuple[str, ...]]
    """What cannot be compared, with the facts whose types are to blame (apart.py)."""

    def of_earlier(self, node: T) -> T:
        """What the earlier version says, in the names of the joint specification."""
        return renamed(node, self.names)

    def specification_of(self, version: Version) -> Specification:
        """A version as it was given."""
        return self.earlier if version is Version.EARLIER else self.later


def joint(earlier: Specification, later: Specification) -> Joint:
    """Both versions as one."""
    facts, changed = united(earlier, later), differing(earlier, later)
    apart = apart_items(earlier, facts)
    mark = _mark(earlier, later)
    names = {item: item[1] + mark for item in items_of(earlier) if item in changed and item not in apart}
    base = _with_earlier(earlier, later, facts, names, mark)
    own = {
        Version.LATER: dict(_premises(later, facts, {}, Version.LATER)),
        Version.EARLIER: dict(_earlier_premises(earlier, later, facts, names, apart)),
    }
    return Joint(
        earlier=earlier,
        later=later,
        names=names,
        differing=changed,
        readings=tuple(_readings(base, own)),
        apart=apart,
    )


def _readings(base: Specification, own: Mapping[Version, dict[str, Assumption]]) -> Iterator[Reading]:
    """Cases of one version alone are others only where the other one demands more."""
    earlier, later = own[Version.EARLIER], own[Version.LATER]
    yield Reading(specification=replace(base, assumptions={**later, **earlier}))
    if earlier.keys() - later.keys():
        yield Reading(specification=replace(base, assumptions=later), only_in=Version.LATER)
    if later.keys() - earlier.keys():
        yield Reading(specification=replace(base, assumptions=earlier), only_in=Version.EARLIER)


def _mark(earlier: Specification, later: Specification) -> str:
    """A mark that makes no name that is used."""
    used = {name for spec in (earlier, later) for _, name in (*items_of(spec), *clauses_of(spec))}
    mark = MARK
    while any(name.endswith(mark) for name in used):
        mark += MARK
    return mark


# ---------------------------------------------------------------- items


def _with_earlier(
    earlier: Specification, later: Specification, facts: Facts, names: Mapping[Item, str], mark: str
) -> Specification:
    """The later version with the marked items of the earlier one."""
    kept = {kind: dict(getattr(later, kind)) for kind in ("predicates", "tables", "plans", "procedures")}
    subjects = dict(facts.subjects)
    for (kind, name), marked in names.items():
        item = renamed(getattr(earlier, kind)[name], names)
        kept[kind][marked] = replace(item, header=replace(item.header, name=marked))
        if kind == "procedures":
            subjects[marked] = _runs(subjects[name], marked)
    overrides = {o.header.name + mark: _marked(o, names, mark) for o in _overrides(earlier, names)}
    return replace(
        later,
        enumerations=facts.enumerations,
        subjects=subjects,
        discretions={**earlier.discretions, **later.discretions},
        overrides={**later.overrides, **overrides},
        **kept,
    )


def _runs(runs: Subject, name: str) -> Subject:
    """The runs of a marked 手続 are those of the 手続 itself."""
    return replace(runs, header=replace(runs.header, name=name))


def _overrides(earlier: Specification, names: Mapping[Item, str]) -> list[Override]:
    return [o for o in earlier.overrides.values() if ("predicates", o.target) in names]


def _marked(override: Override, names: Mapping[Item, str], mark: str) -> Override:
    return replace(
        renamed(override, names),
        header=replace(override.header, name=override.header.name + mark),
        target=names["predicates", override.target],
        prevails_over=tuple(name + mark for name in override.prevails_over),
    )


# ---------------------------------------------------------------- the cases of a version


def _premises(
    spec: Specification, facts: Facts, names: Mapping[Item, str], version: Version
) -> Iterator[tuple[str, Assumption]]:
    """The 前提 of a version, what it demands of facts by their types, and the order of runs."""
    yield from ((name, renamed(premise, names)) for name, premise in spec.assumptions.items())
    for bound in bounds(spec, facts):
        name = f"{bound.subject}の{bound.fact}の範囲{_CALLED[version]}"
        yield name, Assumption(header=_header(name), subject=bound.subject, body=bound.body)
    for procedure in spec.procedures:
        called = names.get(("procedures", procedure), procedure)
        body = Lawful(procedure=called, path=Path(), rules=False)
        name = f"{called}の経過の順序"
        yield name, Assumption(header=_header(name), subject=procedure, body=body)


def _earlier_premises(
    earlier: Specification,
    later: Specification,
    facts: Facts,
    names: Mapping[Item, str],
    apart: Mapping[Item, tuple[str, ...]],
) -> Iterator[tuple[str, Assumption]]:
    """Those of the earlier version; one that the later one has, too, keeps its name."""
    for name, premise in _premises(earlier, facts, names, Version.EARLIER):
        if ("assumptions", name) in apart:
            continue
        other = later.assumptions.get(name)
        is_shared = other is not None and (other.subject, other.body) == (premise.subject, premise.body)
        if name in earlier.assumptions and not is_shared:
            yield name + MARK, replace(premise, header=_header(name + MARK))
        else:
            yield name, premise


def _header(name: str) -> Header:
    return Header(name=name, keyword="前提")
