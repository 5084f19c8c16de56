"""Building a Specification: the pass to read first.

Owns: the order of the steps.
Refuses to know: any one of them.

    files → items in force → signatures → bodies → no recursion → nothing that leans on broken items
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen, replace
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
from regcheck.model.from_syntax.chronology import Moment
from regcheck.model.from_syntax.citing import check_provisions, check_sources
from regcheck.model.from_syntax.collect import collect_signatures, placeholders_of
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.dependencies import drop_unsound
from regcheck.model.from_syntax.findings import Broken, Findings, Place
from regcheck.model.from_syntax.headers import header_of
from regcheck.model.from_syntax.items import NamedItem, by_kind, by_name
from regcheck.model.from_syntax.kept import kept_under
from regcheck.model.from_syntax.scope import Scope, scope_of
from regcheck.model.from_syntax.versions import select_in_force
from regcheck.model.procedures import Procedure
from regcheck.model.references import rule_key
from regcheck.model.specification import (
    Appellation,
    Assumption,
    Discretion,
    Enumeration,
    FigureCheck,
    Header,
    Instrument,
    Specification,
    Subject,
)
from regcheck.syntax import ast

if TYPE_CHECKING:
    from regcheck.model.from_syntax.runs import Course
    from regcheck.model.specification import DecisionTable, FactTable

OnSubject = (
    ast.AssumptionItem | ast.PredicateItem | ast.OverrideItem | ast.StageItem | ast.TableItem
    | ast.DelegationItem | ast.PropertyItem | ast.ScenarioItem | ast.FactTableItem
)  # fmt: skip

I = TypeVar("I", bound=NamedItem)  # noqa: E741
S = TypeVar("S", bound=OnSubject)
M = TypeVar("M")


def _build_table(context: Context, scope: Scope, header: Header, item: ast.TableItem) -> DecisionTable:
    from regcheck.model.from_syntax.tables import build_table  # many specifications have no 区分表

    return build_table(context, scope, header, item)


def _build_fact_table(context: Context, scope: Scope, header: Header, item: ast.FactTableItem) -> FactTable:
    from regcheck.model.from_syntax.claims import build_fact_table  # many have no 事実表

    return build_fact_table(context, scope, header, item)


class Built(Frozen):
    """What could be built of the items in force, and everything that is wrong with the rest, in the order of the
    files."""

    specification: Specification
    items: tuple[NamedItem, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_specification(files: Sequence[ast.File], own: frozenset[str], as_of: Moment | None = None) -> Built:
    """The specification that files say, read as of a day (None: the latest version of every item).

    `own` are the names of the files whose items owe sources and proofs. A broken item is reported and left
    out; items that lean on it are left out without a word.
    """
    findings = Findings()
    in_force = select_in_force(files, as_of, findings)
    signatures, courses = collect_signatures(in_force, as_of, findings)
    builder = _Builder(Context(signatures=signatures, findings=findings), in_force.items, courses)
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

    def __init__(self, context: Context, items: Sequence[NamedItem], courses: Mapping[str, Course]) -> None:
        self.context = context
        self.items = by_kind(items)
        self.courses = courses
        self.kept = kept_under(context.signatures)
        known = self.kept.headers
        self.headers = {id(item): known.of(item, self._new_header, context.findings) for item in items}

    def specification(self, own: frozenset[str]) -> Specification:
        procedures = self._procedures()
        return Specification(
            own=own,
            instruments=self._each(ast.InstrumentItem, self._instrument),
            placeholders=placeholders_of(self.items),
            enumerations=self._each(ast.EnumItem, self._enumeration),
            subjects={**self._each(ast.SubjectItem, self._subject), **self._runs(procedures)},
            discretions=self._each(ast.DiscretionItem, self._discretion),
            assumptions=self._assumptions(procedures),
            predicates=self._on_subject(ast.PredicateItem, build_predicate),
            overrides=self._on_subject(ast.OverrideItem, build_override),
            tables=self._on_subject(ast.TableItem, _build_table),
            plans=self._on_subject(ast.StageItem, build_plan),
            delegations=self._on_subject(ast.DelegationItem, build_delegation),
            properties=self._on_subject(ast.PropertyItem, build_property),
            scenarios=self._on_subject(ast.ScenarioItem, build_scenario),
            fact_tables=self._on_subject(ast.FactTableItem, _build_fact_table),
            figure_checks=self._each(ast.FigureCheckItem, self._figure_check),
            procedures=procedures,
            appellations=self._each(ast.NameItem, self._appellation),
        )

    def _each(self, kind: type[I], build: Callable[[I], M]) -> Mapping[str, M]:
        built, known = dict[str, M](), self.kept.bodies
        for name, item in by_name(self.items, kind).items():
            try:
                built[name] = known.of(item, build, self.context.findings)
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

    def _procedures(self) -> Mapping[str, Procedure]:
        """Each 手続 that is sound, and takes nothing over from one that is not."""
        if not self.courses:
            return {}
        from regcheck.model.from_syntax.procedures import build_procedures

        built = build_procedures(self.context, self.courses, self._header)
        return {name: built[name] for name in by_name(self.items, ast.ProcedureItem) if name in built}

    def _runs(self, procedures: Mapping[str, Procedure]) -> Mapping[str, Subject]:
        """The runs of each 手続, which are a 対象."""
        return {name: self._subject_of(name, procedure.header) for name, procedure in procedures.items()}

    def _assumptions(self, procedures: Mapping[str, Procedure]) -> Mapping[str, Assumption]:
        """前提; what holds of every record of a 対象 holds of the runs that are about one."""
        found = dict(self._on_subject(ast.AssumptionItem, build_assumption))
        for name, procedure in procedures.items():
            about = [(key, each) for key, each in found.items() if each.subject == procedure.subject]
            found |= {rule_key(name, key): replace(each, subject=name, carried=True) for key, each in about}
        return found

    def _appellation(self, item: ast.NameItem) -> Appellation:
        from regcheck.model.from_syntax.appellations import build_appellation

        header = self._header(item)
        return build_appellation(self.context, Place(header=header), header, item)

    def _new_header(self, item: NamedItem) -> Header:
        return header_of(self.context, item)

    def _header(self, item: NamedItem) -> Header:
        return self.headers[id(item)]

    def _instrument(self, item: ast.InstrumentItem) -> Instrument:
        header = self._header(item)
        return build_instrument(self.context, Place(header=header), header, item)

    def _enumeration(self, item: ast.EnumItem) -> Enumeration:
        members = self.context.signatures.enumerations[item.name.text]
        return Enumeration(header=self._header(item), members=members)

    def _subject(self, item: ast.SubjectItem) -> Subject:
        return self._subject_of(item.name.text, self._header(item))

    def _subject_of(self, name: str, header: Header) -> Subject:
        fields = self.context.fields(name)
        sound = {name: field for name, field in fields.items() if field is not None}
        return Subject(header=header, fields=sound)

    def _discretion(self, item: ast.DiscretionItem) -> Discretion:
        header = self._header(item)
        subject = self.context.subject(Place(header=header), item.subject)
        return Discretion(header=header, subject=subject, authority=item.authority.text)

    def _figure_check(self, item: ast.FigureCheckItem) -> FigureCheck:
        from regcheck.model.from_syntax.claims import build_figure_check

        header = self._header(item)
        return build_figure_check(self.context, Place(header=header), header, item)
