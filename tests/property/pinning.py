"""Pins the variables of the encoder to the facts of a record, so that a formula has one truth left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from regcheck.frozen import replace
from regcheck.logic.from_model import Compiler
from regcheck.logic.layout import Planner
from regcheck.logic.places import Fact, Judgement, Mention, Place, Step, type_of
from regcheck.logic.slots import Slots
from regcheck.logic.terms import FALSE, TRUE, Sum, Term
from regcheck.logic.variables import Variables
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Comparator,
    Compare,
    Expression,
    Fact as FactExpression,
    Formula,
    IsOneOf,
    Number,
    OverList,
    OverSeries,
    Part,
    Path,
    Quantity,
    SeriesItem,
)
from regcheck.model.specification import Specification
from regcheck.model.types import (
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
    TextType,
)
from regcheck.proof.smtlib import Script
from regcheck.proof.solver import Outcome, Solver

SUBJECT = Path()


class Pinned:
    """A record of known facts: which truths the encoder leaves to formulas on it."""

    def __init__(self, specification: Specification, record: Record, formulas: Sequence[Formula]) -> None:
        planner = Planner(specification)
        known = constants(specification, record)
        layout, _ = planner.plan(record.subject, [*formulas, *known], assume=False)
        roomy = tuple((steps, Slots(count=max(3, slots.count))) for steps, slots in layout.slots)
        compiler = planner.compiler(replace(layout, slots=roomy))
        compiled = [compiler.compile(formula, Place(subject=record.subject)) for formula in formulas]
        mentions = frozenset(m for _, mentioned in compiled for m in compiler.mentions.of(mentioned))
        self.terms = compiler.terms
        self.asked = [term for term, _ in compiled]
        self.script, self.solver = Script(compiler.terms), Solver(1_000_000)
        for pin in pins(compiler, mentions, record):
            if pin is not TRUE:
                literal = self.script.literal(pin)
                self.solver.feed(f"{self.script.take()}\n(assert {literal})")

    def truths(self) -> list[set[bool]]:
        """For each formula the truths that the facts allow."""
        return [
            {truth for truth in (True, False) if self._can_be(term if truth else self.terms.negate(term))}
            for term in self.asked
        ]

    def _can_be(self, term: Term) -> bool:
        if term is FALSE:
            return False
        literals = [] if term is TRUE else [self.script.literal(term)]
        self.solver.feed(self.script.take())
        outcome = self.solver.check(literals)
        assert outcome is not Outcome.UNKNOWN
        return outcome is Outcome.SATISFIABLE


def pins(compiler: Compiler, mentions: Iterable[Mention], record: Record) -> Iterator[Term]:
    """Every mentioned variable has the value of the record; slots beyond its 一覧 are not used."""
    for mention in sorted(mentions, key=lambda m: m.name):
        match mention:
            case Fact():
                holder = find(record, mention.place.steps)
                if holder is not None:
                    yield from _pin_fact(compiler.variables, mention, holder)
            case Judgement(place=place, discretion=name):
                holder = find(record, place.steps)
                if holder is not None:
                    yield _is(compiler, compiler.variables.judgement(place, name), holder.judgements[name])
            case Place():
                pass


def find(record: Record, steps: tuple[Step, ...]) -> Record | None:
    """The record at a place, None in a slot that it has no element for."""
    at: object = record
    for step in steps:
        if isinstance(at, Record):
            at = at.facts[str(step)]
        elif isinstance(at, tuple) and isinstance(step, int):
            at = at[step] if step < len(at) else None
    assert at is None or isinstance(at, Record)
    return at


def _pin_fact(variables: Variables, fact: Fact, holder: Record) -> Iterator[Term]:
    value = holder.facts[fact.field]
    terms = variables.terms
    match type_of(variables.specification, fact), value:
        case ListType() as declared, tuple():
            slots = variables.elements(fact, declared)
            assert len(slots) >= len(value)
            for index, slot in enumerate(slots):
                yield slot.used if index < len(value) else terms.negate(slot.used)
        case SeriesType(element=NumberType()), tuple():
            yield from (_equals(variables, variables.year(fact, i), v) for i, v in enumerate(value))
        case SeriesType(), tuple():
            for index, truth in enumerate(value):
                switch = variables.switch_in_year(fact, index)
                yield switch if truth else terms.negate(switch)
        case EnumType() | TextType(), str():
            code = Sum.of(variables.code(fact)).plus(-variables.code_of(fact, value))
            yield terms.is_zero(code)
        case _, bool():
            yield variables.switch(fact) if value else terms.negate(variables.switch(fact))
        case EnumSetType(enum=enum), frozenset():
            for member in variables.specification.enumerations[enum].members:
                switch = variables.member(fact, member)
                yield switch if member in value else terms.negate(switch)
        case _, Fraction() | date():
            number = Fraction(value.toordinal()) if isinstance(value, date) else value
            yield _equals(variables, variables.number(fact), number)


def _equals(variables: Variables, variable: Sum, value: object) -> Term:
    assert isinstance(value, Fraction)
    term = variables.terms.is_zero(variable.plus(-value))
    assert term is not FALSE, "the value is not on the grid"
    return term


def _is(compiler: Compiler, switch: Term, truth: bool) -> Term:
    return switch if truth else compiler.terms.negate(switch)


def constants(specification: Specification, record: Record, at: Path = SUBJECT) -> Iterator[Formula]:
    """Formulas that put the numbers and texts of a record on the grid."""
    for field, value in record.facts.items():
        declared = specification.subjects[record.subject].fields[field].type
        path = Path(root=at.root, steps=(*at.steps, field))
        match declared, value:
            case NumberType(unit=unit), Fraction():
                yield _is_number(FactExpression(path=path), value, unit)
            case TextType(), str():
                yield IsOneOf(path=path, values=(value,))
            case SeriesType(element=NumberType(unit=unit), length=length, window=window), tuple():
                for number in value:
                    assert isinstance(number, Fraction)
                    body = _is_number(SeriesItem(path=path, index="y"), number, unit)
                    yield OverSeries(
                        quantity=Quantity.SOME, window=window, length=length, index="y", body=body
                    )
            case ListType(), tuple():
                for element in value:
                    assert isinstance(element, Record)
                    variable = f"{at.root}{field}"
                    inner = constants(specification, element, Path(root=variable))
                    body = And(parts=tuple(Part(body=formula) for formula in inner))
                    yield OverList(quantity=Quantity.SOME, path=path, variable=variable, body=body)
            case ReferenceType(), Record():
                yield from constants(specification, value, path)
            case _:
                pass


def _is_number(fact: Expression, value: Fraction, unit: str) -> Formula:
    return Compare(op=Comparator.EQ, left=fact, right=Number(value=value, unit=unit))
