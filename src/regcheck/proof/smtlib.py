"""Writes terms as SMT-LIB 2 text (QF_LIA).

Owns: names and quoting of symbols, the order of declarations, the text of every term.
Refuses to know: Z3, the model, what is asked.

A variable is declared, with its axioms, where it is first needed; a definition is a named Boolean with its
body. Steps are an integer with clauses that say, piece by piece, what it is. What was written once is not written
again, so that the text may be handed to a solver in pieces.
"""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.steps import Steps
from regcheck.logic.terms import (
    AtLeast,
    Conjunction,
    Constant,
    Definition,
    Disjunction,
    Exactly,
    Gated,
    Negation,
    Stepped,
    Switch,
    Term,
    Terms,
    Unit,
    Variable,
    Whole,
)

_LONG = 16
"""Parts of which a term is written out wherever it stands."""

STEPS = "steps"
"""The stem of the names of steps. What is asserted of one determines it from another name, and begins with it."""


Named = Term | Whole | Stepped
"""What can be written under a name."""


class Literal(Frozen, kw_only=False):
    """A named Boolean or its negation: what a solver takes as an assumption."""

    name: str
    positive: bool = True

    def __str__(self) -> str:
        return quote(self.name) if self.positive else f"(not {quote(self.name)})"


class Script(Mutable):
    """A growing SMT-LIB text over the terms of one factory. `space` begins every name: terms of several factories
    that stand in one text keep apart."""

    terms: Terms
    space: str = ""
    _names: dict[Named, str] = field(default_factory=dict)
    _texts: dict[Term, str] = field(default_factory=dict)
    """How a term reads where it is mentioned: all that it needs is written."""
    owners: list[str] = field(default_factory=list)
    """The symbol of which each assertion says something, in their order: it is defined or bounded there."""
    _lines: list[str] = field(default_factory=list)
    _taken: int = 0
    _auxiliaries: int = 0

    def take(self) -> str:
        """The lines written since the last take."""
        new, self._taken = self._lines[self._taken :], len(self._lines)
        return "\n".join(new)

    def named(self) -> dict[str, Named]:
        """What was written under a name, by its symbol."""
        return {symbol(name): term for term, name in self._names.items()}

    def literal(self, term: Term) -> Literal:
        """A name for a term that is no constant, written with all it needs."""
        match term:
            case Switch() | Definition():
                return Literal(self._named(term))
            case Negation(body=Switch() | Definition() as body):
                return Literal(self._named(body), positive=False)
            case _:
                return Literal(self._claim(term))

    def _claim(self, term: Term) -> str:
        if term not in self._names:
            body = self._written(term)
            self._names[term] = self._fresh("claim")
            self._define(self._names[term], body)
        return self._names[term]

    def _named(self, term: Switch | Definition) -> str:
        if term not in self._names:
            match term:
                case Switch(name=name):
                    self._declare(term, self.space + name, "Bool")
                case Definition(name=name, body=body):
                    text = self._text(body)
                    self._names[term] = self.space + name
                    self._define(self.space + name, text)
                case _:
                    assert_never(term)
        return self._names[term]

    def _define(self, name: str, body: str) -> None:
        self._lines.append(f"(declare-const {quote(name)} Bool)")
        self._assert(name, f"(= {quote(name)} {body})")

    def _declare(self, variable: Variable, name: str, sort: str) -> None:
        self._names[variable] = name
        self._lines.append(f"(declare-const {quote(name)} {sort})")
        for axiom in self.terms.axioms.get(variable, ()):
            self._assert(name, self._text(axiom))

    def _assert(self, name: str, text: str) -> None:
        self._lines.append(f"(assert {text})")
        self.owners.append(symbol(name))

    def _fresh(self, stem: str) -> str:
        self._auxiliaries += 1
        return f"{self.space}{stem}?{self._auxiliaries}"

    def _text(self, term: Term) -> str:
        """The term where it is mentioned: what is long is written once and then called by name."""
        known = self._texts.get(term)
        if known is None:
            is_long = isinstance(term, Conjunction | Disjunction) and len(term.parts) > _LONG
            known = self._texts[term] = quote(self._claim(term)) if is_long else self._written(term)
        return known

    def _written(self, term: Term) -> str:
        match term:
            case Constant(value=value):
                return "true" if value else "false"
            case Switch() | Definition():
                return quote(self._named(term))
            case Negation(body=body):
                return f"(not {self._text(body)})"
            case Conjunction(parts=parts):
                return f"(and {' '.join(map(self._text, parts))})"
            case Disjunction(parts=parts):
                return f"(or {' '.join(map(self._text, parts))})"
            case AtLeast(weights=weights, least=least):
                return f"(>= {self._sum(weights)} {number(least)})"
            case Exactly(weights=weights, value=value):
                return f"(= {self._sum(weights)} {number(value)})"
            case _:
                assert_never(term)

    def _sum(self, weights: tuple[tuple[Unit, int], ...]) -> str:
        products = [self._product(unit, weight) for unit, weight in weights]
        return products[0] if len(products) == 1 else f"(+ {' '.join(products)})"

    def _product(self, unit: Unit, weight: int) -> str:
        match unit:
            case Gated(condition=condition, unit=None):
                return f"(ite {self._text(condition)} {number(weight)} 0)"
            case Gated(condition=condition, unit=Whole() as inner):
                return f"(ite {self._text(condition)} {self._product(inner, weight)} 0)"
            case Whole() | Stepped():
                name = quote(self._whole(unit) if isinstance(unit, Whole) else self._steps(unit))
                return name if weight == 1 else f"(* {number(weight)} {name})"
            case _:
                raise AssertionError(unit)

    def _whole(self, variable: Whole) -> str:
        if variable not in self._names:
            name = self.space + variable.name if variable.name else self._fresh("value")
            self._declare(variable, name, "Int")
        return self._names[variable]

    def _steps(self, unit: Stepped) -> str:
        if unit not in self._names:
            of = quote(self._whole(unit.variable))
            name = self._names[unit] = self._fresh(STEPS)
            self._lines.append(f"(declare-const {quote(name)} Int)")
            self._assert(name, steps_text(quote(name), of, unit.steps))
        return self._names[unit]


def symbol(name: str) -> str:
    """The name as a symbol that no solver takes for one of its own words."""
    return f"{name}：" if name.isascii() and "?" not in name else name


def quote(name: str) -> str:
    """The symbol of a name as SMT-LIB writes it."""
    return f"|{symbol(name)}|"


def number(value: int) -> str:
    """An integer constant."""
    return str(value) if value >= 0 else f"(- {-value})"


_NAME, _OF = "\0", "\1"
"""Stand for the two names; no symbol has such a sign."""


def steps_text(name: str, of: str, steps: Steps) -> str:
    """That one integer is what the steps make of another.

    The difference lies within bounds. On a piece that rises it is known, which needs no saying where it is a bound. On
    one that stays, and because steps never fall, one bound of the value holds from its beginning on and the other up
    to its end.
    """
    return _pattern(steps).replace(_NAME, name).replace(_OF, of)


@lru_cache(maxsize=256)
def _pattern(steps: Steps) -> str:
    """The text without its names: the ends of a period are the same steps for every event that it begins with."""
    least, most = steps.apart
    clauses = [_apart(">=", least), _apart("<=", most)]
    for first, last, value, rises in steps.pieces():
        before = () if first == steps.first else (f"(not (>= {_OF} {number(first)}))",)
        after = () if last == steps.last else (f"(>= {_OF} {number(last + 1)})",)
        if not rises:
            clauses.append(_either(*before, f"(>= {_NAME} {number(value)})"))
            clauses.append(_either(*after, f"(<= {_NAME} {number(value)})"))
            continue
        for op, bound in ((">=", least), ("<=", most)):
            if value - first != bound:
                clauses.append(_either(*before, *after, _apart(op, value - first)))
    return f"(and {' '.join(clauses)})"


def _apart(op: str, difference: int) -> str:
    return f"({op} (- {_NAME} {_OF}) {number(difference)})"


def _either(*parts: str) -> str:
    return parts[0] if len(parts) == 1 else f"(or {' '.join(parts)})"
