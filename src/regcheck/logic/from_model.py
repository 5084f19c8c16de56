"""Compiles formulas of the model to terms.

Owns: the meaning of connectives, quantifiers, items under their 特例 and hit policies, and 前提, as terms.
Refuses to know: SMT-LIB, solvers, the evaluator (which reads the same model on its own), numbers
(expressions.py).

Where the law contradicts itself (two 特例 without an order, two rows of a 該当は一つのみ table with different
values) the outcome is a switch of its own, so that nothing can be proved from either reading; these
places are kept in `conflicts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, assert_never

from regcheck.logic.comparing import compare
from regcheck.logic.expressions import Compiled, Expressions, Roots
from regcheck.logic.mentions import Mentions
from regcheck.logic.places import (
    Each,
    Fact,
    Place,
    Torn,
    fact_at,
    list_at,
    record_at,
    titled,
    type_of,
)
from regcheck.logic.scope import Premise, Survey
from regcheck.logic.tables import row_term, value_term
from regcheck.logic.terms import FALSE, Sum, Term, Terms, constant
from regcheck.logic.variables import Slot, Variables
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Breaches,
    Compare,
    Contains,
    Except,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    Lawful,
    Not,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Path,
    Quantity,
    SameValue,
    StageApplies,
    Truth,
)
from regcheck.model.specification import DecisionTable, HitPolicy, Override
from regcheck.model.types import BoolType, DateType, EnumSetType, NumberType

if TYPE_CHECKING:  # many specifications have no 手続
    from regcheck.logic.procedures import Run, Runs


class Compiler:
    """Compiles formulas on records of one case; each item is compiled once for each record."""

    def __init__(self, survey: Survey, variables: Variables) -> None:
        self.survey, self.variables = survey, variables
        self.terms: Terms = variables.terms
        """Where the terms are made."""
        self.mentions: Mentions = variables.mentions
        """What the bits are by which `compile` says what a formula mentions."""
        self.conflicts: dict[Torn, Term] = {}
        """Where the law contradicts itself, and when."""
        self._expressions = Expressions(variables=variables, condition=self._term)
        self._records: dict[Place, Roots] = {}
        self._items: dict[tuple[str, str, Place], tuple[tuple[Term, ...], int]] = {}

    @cached_property
    def _runs(self) -> Runs:
        from regcheck.logic.procedures import Runs

        return Runs(variables=self.variables, condition=self._term, days=self._expressions.cases_of)

    def compile(self, formula: Formula, place: Place) -> tuple[Term, int]:
        """The term of a formula on the record at a place, and what it mentions."""
        _, term, mentioned = self._compiled(formula, self._roots(place))
        return term, mentioned

    def _roots(self, place: Place) -> Roots:
        roots = self._records.get(place)
        if roots is None:
            roots = self._records[place] = Roots(places={"": place})
        return roots

    def _compiled(self, formula: Formula, roots: Roots) -> Compiled:
        known = roots.compiled.get(id(formula))
        if known is None:
            outer, self.variables.noted = self.variables.noted, 0
            term = self._build(formula, roots)
            known = roots.compiled[id(formula)] = formula, term, self.variables.noted
            self.variables.noted = outer
        return known

    def compile_premise(self, premise: Premise, subject: str) -> tuple[Term, int]:
        """The 前提 on every record at its place; of slots, on those that are used."""
        outer, self.variables.noted = self.variables.noted, 0
        term = self.terms.conjoin(list(self._premise_parts(premise, subject)))
        mentioned, self.variables.noted = self.variables.noted, outer
        return term, mentioned

    def _premise_parts(self, premise: Premise, subject: str) -> Iterator[Term]:
        assumption = self.survey.specification.assumptions[premise.assumption]
        for place, used in self._concrete(premise.place, subject):
            self.variables.note(place)
            body = self._item(
                "前提", premise.assumption, place, lambda roots: (self._term(assumption.body, roots),)
            )
            yield self.terms.imply(self.terms.conjoin(used), body[0])

    def _concrete(self, place: Place, subject: str) -> list[tuple[Place, list[Term]]]:
        """The records at a place, slot by slot, each with the switches of the slots it stands in."""
        reached: list[tuple[Place, list[Term]]] = [(Place(subject=subject), [])]
        for index, step in enumerate(place.steps):
            if isinstance(step, str):
                over_slots = any(isinstance(after, Each) for after in place.steps[index + 1 : index + 2])
                onward = self._slots_of if over_slots else self._reference_of
                reached = [further for at in reached for further in onward(at, step)]
        return reached

    def _reference_of(self, at: tuple[Place, list[Term]], step: str) -> Iterator[tuple[Place, list[Term]]]:
        place, used = at
        yield record_at(self.survey.specification, Path(steps=(step,)), {"": place}), used

    def _slots_of(self, at: tuple[Place, list[Term]], step: str) -> Iterator[tuple[Place, list[Term]]]:
        place, used = at
        fact, declared = list_at(self.survey.specification, Path(steps=(step,)), {"": place})
        for slot in self.variables.elements(fact, declared):
            yield slot.place, [*used, slot.used]

    def _item(
        self, kind: str, name: str, place: Place, build: Callable[[Roots], Iterable[Term]]
    ) -> tuple[Term, ...]:
        """What an item says of the record at a place, compiled once under its name."""
        key = (kind, name, place)
        if key not in self._items:
            outer, self.variables.noted = self.variables.noted, self.mentions.bit(place)
            title = titled(kind, name, place)
            bodies = list(build(self._roots(place)))
            titles = [title] if len(bodies) == 1 else [f"{title}#{i}" for i in range(1, len(bodies) + 1)]
            defined = tuple(self.terms.define(t, body) for t, body in zip(titles, bodies, strict=True))
            self._items[key] = defined, self.variables.noted
            self.variables.noted = outer
        defined, mentioned = self._items[key]
        self.variables.noted |= mentioned
        return defined

    def _term(self, formula: Formula, roots: Roots) -> Term:
        _, term, mentioned = roots.compiled.get(id(formula)) or self._compiled(formula, roots)
        self.variables.noted |= mentioned
        return term

    def _build(self, formula: Formula, roots: Roots) -> Term:
        return _TERMS[type(formula)](self, formula, roots)

    def _parts(self, parts: Iterable[Part], roots: Roots) -> list[Term]:
        return [self._term(part.body, roots) for part in parts]

    def _compare(self, formula: Compare, roots: Roots) -> Term:
        cases_of = self._expressions.cases_of
        return compare(self.terms, formula.op, cases_of(formula.left, roots), cases_of(formula.right, roots))

    def _at_least(self, formula: AtLeast, roots: Roots) -> Term:
        number = self.terms.number_of(self._parts(formula.parts, roots))
        return self.terms.at_least_zero(number.plus(-formula.count))

    def _except(self, formula: Except, roots: Roots) -> Term:
        barred = self.terms.disjoin(self._parts(formula.exceptions, roots))
        return self.terms.conjoin((self._term(formula.body, roots), self.terms.negate(barred)))

    def _over_series(self, formula: OverSeries, roots: Roots) -> Term:
        years = [roots.with_year(formula.index, year) for year in range(formula.length)]
        bodies = [self._term(formula.body, inner) for inner in years]
        some = formula.quantity is Quantity.SOME
        return self.terms.disjoin(bodies) if some else self.terms.conjoin(bodies)

    def _over_list(self, quantity: Quantity, slots: Iterable[tuple[Slot, Roots]], body: Formula) -> Term:
        pairs = [(slot.used, self._term(body, inner)) for slot, inner in slots]
        if quantity is Quantity.SOME:
            return self.terms.disjoin([self.terms.conjoin(pair) for pair in pairs])
        return self.terms.conjoin([self.terms.imply(used, holds) for used, holds in pairs])

    def _is_one_of(self, formula: IsOneOf, roots: Roots) -> Term:
        fact = self._fact(formula.path, roots)
        return self.terms.disjoin([value_term(self.variables, fact, value) for value in formula.values])

    def _same(self, formula: SameValue, roots: Roots) -> Term:
        """Two facts of one type are equal."""
        left, right = self._fact(formula.left, roots), self._fact(formula.right, roots)
        variables = self.variables
        match type_of(self.survey.specification, left):
            case BoolType():
                return self.terms.same(variables.switch(left), variables.switch(right))
            case EnumSetType(enum=enum):
                pairs = zip(variables.members(left, enum), variables.members(right, enum), strict=True)
                return self.terms.conjoin([self.terms.same(a, b) for a, b in pairs])
            case NumberType() | DateType():
                return self.terms.is_zero(variables.number(left) - variables.number(right))
            case _:
                codes = [Sum.of(variables.code(fact)) for fact in (left, right)]
                return self.terms.is_zero(codes[0] - codes[1])

    def _applied(self, formula: Applies, roots: Roots) -> Term:
        name, place = formula.term, self._record(formula.path, roots)
        return self._item("定義", name, place, lambda inner: [self._predicate(name, inner)])[0]

    def _stage(self, formula: StageApplies, roots: Roots) -> Term:
        place, plan = self._record(formula.path, roots), self.survey.specification.plans[formula.plan]
        (body,) = [stage.body for stage in plan.stages if stage.number == formula.number]
        kind = f"第{formula.number}段階"
        return self._item(kind, formula.plan, place, lambda inner: [self._term(body, inner)])[0]

    def _predicate(self, term: str, roots: Roots) -> Term:
        """The body, or what the 特例 that apply and do not give way to another say instead."""
        body = self._term(self.survey.specification.predicates[term].body, roots)
        overrides = self.survey.overrides.get(term, [])
        if not overrides:
            return body
        applies = {o.header.name: self._term(o.condition, roots) for o in overrides}
        said = {truth: self._said(truth, overrides, applies) for truth in (True, False)}
        agreed = self.terms.disjoin((said[True], self.terms.conjoin((body, self.terms.negate(said[False])))))
        title = titled("特例の衝突", term, roots.places[""])
        return self._unless_torn(title, self.terms.conjoin((said[True], said[False])), agreed)

    def _said(self, outcome: bool, overrides: list[Override], applies: Mapping[str, Term]) -> Term:
        """Some 特例 with this outcome applies, and none that prevails over it does."""
        standing: list[Term] = []
        for override in overrides:
            if override.outcome is outcome:
                name = override.header.name
                gives_way = self.terms.disjoin([applies[stronger] for stronger in _above(name, overrides)])
                standing.append(self.terms.conjoin((applies[name], self.terms.negate(gives_way))))
        return self.terms.disjoin(standing)

    def _of_run(self, formula: Breaches | Lawful, roots: Roots) -> Term:
        """What a 手続 says of the run at a place."""
        place = self._record(formula.path, roots)
        procedure = self.survey.specification.procedures[formula.procedure]

        def read(kind: str, name: str, build: Callable[[Run], Term]) -> Term:
            (term,) = self._item(kind, name, place, lambda roots: [build(self._runs.at(procedure, roots))])
            return term

        def breach(name: str) -> Term:
            return read(
                "違反", f"{formula.procedure}・{name}", lambda run: run.breaches(procedure.rules[name])
            )

        if isinstance(formula, Breaches):
            return breach(formula.rule)
        in_order = read("順序", formula.procedure, lambda run: self.terms.conjoin(run.in_order()))
        if not formula.rules:
            return in_order
        kept = (self.terms.negate(breach(name)) for name in procedure.rules)
        return self.terms.conjoin((in_order, *kept))

    def _outcome(self, formula: OutcomeIs, roots: Roots) -> Term:
        place = self._record(formula.path, roots)
        table = self.survey.specification.tables[formula.table]
        column = table.outputs.index(formula.output)
        matches = self._item("表", formula.table, place, lambda roots: self._rows(table, roots))
        rows = list(zip(matches, (row.outputs[column] == formula.value for row in table.rows), strict=True))
        hit = self.terms.disjoin([term for term, has_value in rows if has_value])
        match table.hit_policy:
            case HitPolicy.FIRST:
                return self._first_row(rows)
            case HitPolicy.COLLECT:
                return hit
            case HitPolicy.UNIQUE:
                miss = self.terms.disjoin([term for term, has_value in rows if not has_value])
                title = titled("行の衝突", f"{formula.table}の{formula.output}が{formula.value}", place)
                return self._unless_torn(title, self.terms.conjoin((hit, miss)), hit)
            case _:
                assert_never(table.hit_policy)

    def _first_row(self, rows: list[tuple[Term, bool]]) -> Term:
        """A row with the value matches, and no row without it before."""
        hits: list[Term] = []
        before: list[Term] = []
        for term, has_value in rows:
            if has_value:
                hits.append(self.terms.conjoin((term, *before)))
            else:
                before.append(self.terms.negate(term))
        return self.terms.disjoin(hits)

    def _rows(self, table: DecisionTable, roots: Roots) -> list[Term]:
        within = constant(True) if table.within is None else self._term(table.within, roots)
        place = roots.places[""]
        return [
            self.terms.conjoin((within, row_term(self.variables, table.columns, row, place)))
            for row in table.rows
        ]

    def _unless_torn(self, title: str, torn: Term, otherwise: Term) -> Term:
        """What is said, and where that is torn a free switch."""
        if torn is FALSE:
            return otherwise
        free, mention = self.terms.switch(title), Torn(name=title)
        self.conflicts[mention] = torn
        self.variables.note(mention)
        return self.terms.disjoin(
            (
                self.terms.conjoin((self.terms.negate(torn), otherwise)),
                self.terms.conjoin((torn, free)),
            )
        )

    def _fact(self, path: Path, roots: Roots) -> Fact:
        return fact_at(self.survey.specification, path, roots.places)

    def _record(self, path: Path, roots: Roots) -> Place:
        place = record_at(self.survey.specification, path, roots.places)
        self.variables.note(place)
        return place


def _above(name: str, overrides: list[Override]) -> list[str]:
    """The 特例 that prevail over one, also through others between them."""
    found, queue = dict[str, None](), [name]
    while queue:
        loser = queue.pop()
        winners = [o.header.name for o in overrides if loser in o.prevails_over]
        queue += [winner for winner in winners if winner not in found]
        found |= dict.fromkeys(winners)
    return sorted(found)


_TERMS: Mapping[type, Callable[[Compiler, Any, Roots], Term]] = {
    Truth: lambda _, formula, __: constant(formula.value),
    Not: lambda at, formula, roots: at.terms.negate(at._term(formula.body, roots)),
    And: lambda at, formula, roots: at.terms.conjoin(at._parts(formula.parts, roots)),
    Or: lambda at, formula, roots: at.terms.disjoin(at._parts(formula.parts, roots)),
    AtLeast: Compiler._at_least,
    Except: Compiler._except,
    Implies: lambda at, formula, roots: at.terms.imply(
        at._term(formula.premise, roots), at._term(formula.conclusion, roots)
    ),
    OverList: lambda at, formula, roots: at._over_list(
        formula.quantity, at._expressions.slots(formula.path, formula.variable, roots), formula.body
    ),
    OverSeries: Compiler._over_series,
    Compare: Compiler._compare,
    Holds: lambda at, formula, roots: at.variables.switch(at._fact(formula.path, roots)),
    HoldsIn: lambda at, formula, roots: at.variables.switch_in_year(
        at._fact(formula.path, roots), roots.years[formula.index]
    ),
    IsOneOf: Compiler._is_one_of,
    Contains: lambda at, formula, roots: at.variables.member(at._fact(formula.path, roots), formula.value),
    SameValue: Compiler._same,
    Judged: lambda at, formula, roots: at.variables.judgement(
        at._record(formula.path, roots), formula.discretion
    ),
    Applies: Compiler._applied,
    StageApplies: Compiler._stage,
    OutcomeIs: Compiler._outcome,
    Breaches: Compiler._of_run,
    Lawful: Compiler._of_run,
}
"""How each formula is compiled."""
