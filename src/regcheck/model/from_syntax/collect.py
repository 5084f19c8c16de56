"""The first pass: what every item promises, before any body is read.

Owns: Signatures out of the items in force.
Refuses to know: bodies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.frozen import replace
from regcheck.model.from_syntax.chronology import Moment
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.fields import FieldBuilder
from regcheck.model.from_syntax.findings import Findings, Place
from regcheck.model.from_syntax.items import Kinds, NamedItem, by_kind, by_name, noun_of
from regcheck.model.from_syntax.signatures import (
    DiscretionSignature,
    Fields,
    PlanSignature,
    Signatures,
    TableSignature,
    TermSignature,
)
from regcheck.model.from_syntax.versions import InForce
from regcheck.model.provisions import normalise_provision
from regcheck.model.specification import Header, Placeholder
from regcheck.syntax import ast

if TYPE_CHECKING:
    from regcheck.model.from_syntax.runs import Course


def collect_signatures(
    in_force: InForce, as_of: Moment | None, findings: Findings
) -> tuple[Signatures, Mapping[str, Course]]:
    """The signatures of all items, and the courses of 手続; faults inside 区分, 対象 and the facts of runs are
    reported here."""
    items = by_kind(in_force.items)
    _check_ranges(items, findings)
    subjects = by_name(items, ast.SubjectItem)
    enumerations = {name: _members(item, findings) for name, item in by_name(items, ast.EnumItem).items()}
    base = Signatures(
        placeholders=frozenset(placeholders_of(items)),
        enumerations=enumerations,
        kinds=_kinds(in_force.items),
        absent=in_force.absent,
        unreadable=in_force.unreadable,
        as_of=as_of,
    )
    fields = _all_fields(subjects, Context(signatures=base, findings=findings))
    base, courses = _with_runs(replace(base, subjects=fields), items, findings)
    return _with_terms(base, items), courses


def _with_runs(base: Signatures, items: Kinds, findings: Findings) -> tuple[Signatures, Mapping[str, Course]]:
    if ast.ProcedureItem not in items:
        return base, {}
    from regcheck.model.from_syntax.runs import with_runs  # most specifications have no 手続

    return with_runs(base, items, findings)


def _check_ranges(items: Kinds, findings: Findings) -> None:
    """The 範囲 of a 未確定 leaves it a day."""
    for name, item in by_name(items, ast.PlaceholderItem).items():
        if item.first is not None and item.last is not None and item.last.value < item.first.value:
            place = Place(header=Header(name=name, keyword=Noun.PLACEHOLDER))
            span = item.first.span.to(item.last.span)
            findings.report(place, codes.values.EmptyRange(what=name), span, label=name)


def placeholders_of(items: Kinds) -> dict[str, Placeholder]:
    """未確定 items, and those that a 法令 declares in its own 未確定 line."""
    found = {
        name.text: Placeholder(name=name.text, span=name.span)
        for instrument in by_name(items, ast.InstrumentItem).values()
        for name in instrument.pending
    }
    for label, item in by_name(items, ast.PlaceholderItem).items():
        first, last = (None if day is None else day.value for day in (item.first, item.last))
        found[label] = Placeholder(
            name=label,
            first=first,
            last=last,
            provision=tuple(
                text.source + normalise_provision(text.provision) for text in item.header.provisions
            ),
            remarks=item.header.remarks,
            span=item.span,
        )
    return found


def _with_terms(base: Signatures, items: Kinds) -> Signatures:
    def known(name: ast.Name) -> str:
        return name.text if name.text in base.subjects else ""

    return replace(
        base,
        terms={
            name: TermSignature(kind=noun_of(item), subject=known(item.subject))
            for name, item in by_name(items, ast.PredicateItem).items()
        },
        plans={
            name: PlanSignature(subject=known(item.subject), stages=len(item.stages))
            for name, item in by_name(items, ast.StageItem).items()
        },
        tables={
            name: TableSignature(subject=known(item.subject), outputs=_outputs(item))
            for name, item in by_name(items, ast.TableItem).items()
        },
        discretions={
            name: DiscretionSignature(subject=known(item.subject), authority=item.authority.text)
            for name, item in by_name(items, ast.DiscretionItem).items()
        },
        delegations={n: known(i.subject) for n, i in by_name(items, ast.DelegationItem).items()},
        overrides={n: i.target.text for n, i in by_name(items, ast.OverrideItem).items()},
        fact_tables={n: known(i.subject) for n, i in by_name(items, ast.FactTableItem).items()},
    )


_NEVER_NAMED: frozenset[type] = frozenset((ast.PropertyItem, ast.ScenarioItem, ast.FigureCheckItem))


def _kinds(items: Sequence[NamedItem]) -> Mapping[str, tuple[Noun, ...]]:
    kinds: dict[str, tuple[Noun, ...]] = {}
    for item in items:
        if type(item) not in _NEVER_NAMED:
            kinds[item.name.text] = (*kinds.get(item.name.text, ()), noun_of(item))
    return kinds


def _members(item: ast.EnumItem, findings: Findings) -> tuple[str, ...]:
    place = Place(header=Header(name=item.name.text, keyword=Noun.ENUMERATION))
    members: list[str] = []
    for member in item.members:
        if member.text in members:
            repeated = codes.names.RepeatedPart(name=member.text, kind=Noun.MEMBER, item=place.item)
            findings.report(place, repeated, member.span, label=member.text)
        else:
            members.append(member.text)
    return tuple(members)


def _all_fields(subjects: Mapping[str, ast.SubjectItem], context: Context) -> dict[str, Fields]:
    enumerations = context.signatures.enumerations
    built: dict[str, Fields] = {}
    for name, item in subjects.items():
        builder = FieldBuilder(
            context=context,
            place=Place(header=Header(name=name, keyword=Noun.SUBJECT)),
            enumerations=enumerations,
            subjects=subjects,
            type_names=(*enumerations, *subjects),
        )
        built[name] = builder.build(item.fields)
    return built


def _outputs(item: ast.TableItem) -> Mapping[str, tuple[str, ...]]:
    """Each output with the values that rows give it, in their order."""
    return {
        output.text: tuple(dict.fromkeys(row.outputs[at].text for row in item.rows if at < len(row.outputs)))
        for at, output in enumerate(item.outputs)
    }
