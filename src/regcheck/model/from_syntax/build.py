"""Building a Specification: the pass to read first.

Owns: the order of the steps.
Refuses to know: any one of them.

    files → items in force → signatures → bodies → no recursion → nothing that leans on broken items
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.model.from_syntax.bodies import (
    build_assumption,
    build_delegation,
    build_instrument,
    build_override,
    build_plan,
    build_predicate,
    build_property,
    build_scenario,
)
from regcheck.model.from_syntax.citing import check_provisions, check_sources
from regcheck.model.from_syntax.claims import build_fact_table, build_figure_check
from regcheck.model.from_syntax.collect import collect_signatures, placeholders_of
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.dependencies import drop_unsound
from regcheck.model.from_syntax.findings import Broken, Findings, Place
from regcheck.model.from_syntax.headers import header_of
from regcheck.model.from_syntax.items import NamedItem, by_name
from regcheck.model.from_syntax.scope import Scope, scope_of
from regcheck.model.from_syntax.tables import build_table
from regcheck.model.from_syntax.versions import select_in_force
from regcheck.model.specification import (
    Discretion,
    Enumeration,
    FigureCheck,
    Header,
    Instrument,
    Specification,
    Subject,
)
from regcheck.syntax import ast

OnSubject = (
    ast.AssumptionItem | ast.PredicateItem | ast.OverrideItem | ast.StageItem | ast.TableItem
    | ast.DelegationItem | ast.PropertyItem | ast.ScenarioItem | ast.FactTableItem
)  # fmt: skip

I = TypeVar("I", bound=NamedItem)  # noqa: E741
S = TypeVar("S", bound=OnSubject)
M = TypeVar("M")


class Built(Frozen):
    """What could be built of the items in force, and everything that is wrong with the rest, in the order of the
    files."""

    specification: Specification
    items: tuple[NamedItem, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_specification(files: Sequence[ast.File], own: frozenset[str], as_of: date | None = None) -> Built:
    """The specification that files say, read as of a day (None: the latest version of every item).

    `own` are the names of the files whose items owe sources and proofs. A broken item is reported and left
    out; items that lean on it are left out without a word.
    """
    findings = Findings()
    in_force = select_in_force(files, as_of, findings)
    signatures = collect_signatures(in_force, as_of, findings)
    builder = _Builder(Context(signatures=signatures, findings=findings), in_force.items)
    specification = drop_unsound(builder.specification(own), findings)
    headers = [builder.headers[id(item)] for item in in_force.items]
    check_sources(headers, own, findings)
    check_provisions(headers, files, own, findings)
    return Built(specification=specification, items=in_force.items, diagnostics=_in_order(findings, files))


def _in_order(findings: Findings, files: Sequence[ast.File]) -> tuple[Diagnostic, ...]:
    rank = {file.name: at for at, file in enumerate(files)}

    def key(diagnostic: Diagnostic) -> tuple[int, int, str]:
        span = diagnostic.place
        if span is None:
            return len(rank), 0, diagnostic.code.id
        return rank.get(span.file, len(rank)), span.start, diagnostic.code.id

    return tuple(sorted(findings.found, key=key))


class _Builder:
    """Builds every item of one kind after the other, and collects those that are sound."""

    def __init__(self, context: Context, items: Sequence[NamedItem]) -> None:
        self.context = context
        self.items = items
        self.headers = {id(item): header_of(context, item) for item in items}

    def specification(self, own: frozenset[str]) -> Specification:
        return Specification(
            own=own,
            instruments=self._each(ast.InstrumentItem, self._instrument),
            placeholders=placeholders_of(self.items),
            enumerations=self._each(ast.EnumItem, self._enumeration),
            subjects=self._each(ast.SubjectItem, self._subject),
            discretions=self._each(ast.DiscretionItem, self._discretion),
            assumptions=self._on_subject(ast.AssumptionItem, build_assumption),
            predicates=self._on_subject(ast.PredicateItem, build_predicate),
            overrides=self._on_subject(ast.OverrideItem, build_override),
            tables=self._on_subject(ast.TableItem, build_table),
            plans=self._on_subject(ast.StageItem, build_plan),
            delegations=self._on_subject(ast.DelegationItem, build_delegation),
            properties=self._on_subject(ast.PropertyItem, build_property),
            scenarios=self._on_subject(ast.ScenarioItem, build_scenario),
            fact_tables=self._on_subject(ast.FactTableItem, build_fact_table),
            figure_checks=self._each(ast.FigureCheckItem, self._figure_check),
        )

    def _each(self, kind: type[I], build: Callable[[I], M]) -> Mapping[str, M]:
        built: dict[str, M] = {}
        for name, item in by_name(self.items, kind).items():
            try:
                built[name] = build(item)
            except Broken:
                continue
        return built

    def _on_subject(self, kind: type[S], build: Callable[[Context, Scope, Header, S], M]) -> Mapping[str, M]:
        def with_scope(item: S) -> M:
            header = self.headers[id(item)]
            place = Place(header=header)
            scope = scope_of(place, self.context.subject(place, item.subject))
            return build(self.context, scope, header, item)

        return self._each(kind, with_scope)

    def _header(self, item: NamedItem) -> Header:
        return self.headers[id(item)]

    def _instrument(self, item: ast.InstrumentItem) -> Instrument:
        header = self._header(item)
        return build_instrument(self.context, Place(header=header), header, item)

    def _enumeration(self, item: ast.EnumItem) -> Enumeration:
        members = self.context.signatures.enumerations[item.name.text]
        return Enumeration(header=self._header(item), members=members)

    def _subject(self, item: ast.SubjectItem) -> Subject:
        fields = self.context.fields(item.name.text)
        sound = {name: field for name, field in fields.items() if field is not None}
        return Subject(header=self._header(item), fields=sound)

    def _discretion(self, item: ast.DiscretionItem) -> Discretion:
        header = self._header(item)
        subject = self.context.subject(Place(header=header), item.subject)
        return Discretion(header=header, subject=subject, authority=item.authority.text)

    def _figure_check(self, item: ast.FigureCheckItem) -> FigureCheck:
        header = self._header(item)
        return build_figure_check(self.context, Place(header=header), header, item)
