"""Whether many questions have a case, decided by a second solver.

Owns: the text that questions share, which lines of it each group of questions needs, cases as a help, a second try
alone.
Refuses to know: obligations, verdicts, which solver it is, where cases come from.

The text is that of all questions together, each declaration and definition once. A group of questions is asked
with the lines that it reaches. What a question gets with them beyond its own text cannot change the answer: names
that it does not mention are defined from others, steps among them; the bounds of variables that it does not mention
speak of one variable each, and some values meet them. Where this is not so, a question without a case is asked again
on its own text alone.

A question may come with a case that is said to answer it. The solver then puts the values of the case into the lines
as it has read them, for all questions with that case at once, and computes whether they are true: then every one of
those texts has a case. If they are not, the case is forgotten and each question asked without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, Protocol

from regcheck.frozen import Frozen
from regcheck.logic.terms import FALSE, Constant, Stepped, Term, Terms, Whole
from regcheck.proof.sampling import Case
from regcheck.proof.smtlib import STEPS, Literal, Named, Script, symbol
from regcheck.proof.solver import Outcome

PORTION = 1000
"""Questions that share one text."""

_SYMBOL = re.compile(r"\|([^|]*)\|")
_TRUTH = re.compile(r"\(declare-const \|([^|]*)\| Bool\)")
_STEPS_NAME = re.compile(rf".*{STEPS}\?\d+")
_ASSERTION, _EQUATION = "(assert ", "(assert (= |"


class Second(Protocol):
    """A solver made of a text; `assertions` are those of the text in its order."""

    assertions: Sequence[Any]

    def outcomes(
        self, assertions: Iterable[Any], asked: Iterable[Iterable[Literal]]
    ) -> Iterator[Outcome]: ...

    def is_true(
        self, assertions: Iterable[Any], literals: Iterable[Literal], values: Mapping[str, bool | int]
    ) -> bool: ...


class Doubt(Frozen):
    """A question: can all of `wanted` hold? Those of one group are asked in one go, and those of one case with that."""

    group: Hashable
    wanted: tuple[Term, ...]
    case: Case | None = None

    @property
    def is_absurd(self) -> bool:
        """Whether a claim is false by its shape."""
        return FALSE in self.wanted


def recheck(terms: Terms, doubts: Sequence[Doubt], solver: Callable[[str], Second]) -> list[Outcome]:
    """The answer to each question of one layout, in order."""
    found: list[Outcome] = []
    for start in range(0, len(doubts), PORTION):
        portion = doubts[start : start + PORTION]
        answers = _answers(terms, portion, solver)
        found += [answers[index] for index in range(len(portion))]
    return found


def _answers(terms: Terms, doubts: Sequence[Doubt], solver: Callable[[str], Second]) -> Mapping[int, Outcome]:
    script = Script(terms)
    literals = [_literals(script, doubt) for doubt in doubts]
    text = script.take()
    second = solver(text)
    lines = _Lines(text, second.assertions)
    named = script.named()
    found = dict[int, Outcome]()
    for members, case in _with_cases(doubts):
        wanted = list(dict.fromkeys(literal for index in members for literal in literals[index]))
        if _is_met(second, lines.reached(_names([wanted])), wanted, case, named):
            found |= dict.fromkeys(members, Outcome.SATISFIABLE)
    left = [index for index in range(len(doubts)) if index not in found]
    for members, slice_ in _sliced(_grouped(doubts, left), literals, lines):
        asked = [literals[index] for index in members]
        outcomes = list(second.outcomes(slice_.assertions, asked))
        is_loose = slice_.is_loose and _can_be_met(second, slice_, outcomes)
        for index, outcome in zip(members, outcomes, strict=True):
            is_sure = outcome is Outcome.SATISFIABLE or (outcome is Outcome.UNSATISFIABLE and is_loose)
            if is_sure and not doubts[index].is_absurd:
                found[index] = outcome
            else:
                found[index] = _alone(terms, doubts[index], solver)
    return found


def _sliced(
    groups: Iterable[list[int]], literals: Sequence[Sequence[Literal]], lines: _Lines
) -> Iterator[tuple[list[int], _Slice]]:
    """Each group with the lines that it reaches. Steps have lines longer than all others together, which one group
    after the other would be told again: the groups that reach any are one."""
    stepped = list[int]()
    for members in groups:
        slice_ = lines.reached(_names(literals[index] for index in members))
        if slice_.has_steps:
            stepped += members
        else:
            yield members, slice_
    if stepped:
        yield stepped, lines.reached(_names(literals[index] for index in stepped))


def _names(literals: Iterable[Iterable[Literal]]) -> Iterator[str]:
    return (symbol(literal.name) for some in literals for literal in some)


def _can_be_met(second: Second, slice_: _Slice, outcomes: Sequence[Outcome]) -> bool:
    """Whether some values meet all bounds of the slice: those of a case do."""
    if Outcome.SATISFIABLE in outcomes:
        return True
    return list(second.outcomes(slice_.assertions, [()])) == [Outcome.SATISFIABLE]


def _with_cases(doubts: Sequence[Doubt]) -> Iterable[tuple[list[int], Case]]:
    """The questions of each case."""
    found: dict[Hashable, tuple[list[int], Case]] = {}
    for index, doubt in enumerate(doubts):
        if doubt.case is not None and not doubt.is_absurd:
            key = id(doubt.case.sample), doubt.case.place
            found.setdefault(key, ([], doubt.case))[0].append(index)
    return found.values()


def _is_met(
    second: Second, slice_: _Slice, wanted: Sequence[Literal], case: Case, named: Mapping[str, Named]
) -> bool:
    """Whether the second solver finds that the lines and all that is wanted hold with the values of the case."""
    values = {name: _value(case, named[name]) for name in slice_.names}
    return second.is_true(slice_.assertions, wanted, values)


def _value(case: Case, named: Named) -> bool | int:
    return case.number(named) if isinstance(named, Whole | Stepped) else case.holds(named)


def _grouped(doubts: Sequence[Doubt], asked: Iterable[int]) -> Iterable[list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for index in asked:
        doubt = doubts[index]
        key = ("", index) if doubt.is_absurd else doubt.group
        groups.setdefault(key, []).append(index)
    return groups.values()


def _literals(script: Script, doubt: Doubt) -> list[Literal]:
    """What must hold, written with all it needs; what holds or fails by its shape has no name."""
    return [script.literal(term) for term in doubt.wanted if not isinstance(term, Constant)]


def _alone(terms: Terms, doubt: Doubt, solver: Callable[[str], Second]) -> Outcome:
    """The answer to the text of the question and nothing else."""
    script = Script(terms)
    literals = _literals(script, doubt)
    absurd = f"{_ASSERTION}false)\n" if doubt.is_absurd else ""
    second = solver(absurd + script.take())
    (outcome,) = second.outcomes(second.assertions, [literals])
    return outcome


class _Line(Frozen):
    """An assertion, as the solver has it, and the names in it."""

    assertion: Any
    names: frozenset[str]


class _Slice(Frozen):
    """Some assertions and the names in them; loose if the bounds among them speak of one variable each."""

    lines: Mapping[int, Any]
    names: Set[str]
    is_loose: bool

    @property
    def assertions(self) -> Collection[Any]:
        return self.lines.values()

    @property
    def has_steps(self) -> bool:
        return any(map(_STEPS_NAME.fullmatch, self.names))


class _Lines:
    """The assertions of a text by the names in them."""

    def __init__(self, text: str, assertions: Sequence[Any]) -> None:
        self._definitions: dict[str, _Line] = {}
        self._bounds: dict[str, list[_Line]] = {}
        self._slices: dict[str, _Slice] = {}
        truths = frozenset(_TRUTH.findall(text))
        written = (line for line in text.split("\n") if line.startswith(_ASSERTION))
        for line, assertion in zip(written, assertions, strict=True):
            names = _SYMBOL.findall(line)
            made = _Line(assertion=assertion, names=frozenset(names))
            if _STEPS_NAME.fullmatch(names[0]) or (line.startswith(_EQUATION) and names[0] in truths):
                self._definitions[names[0]] = made
            else:
                for name in made.names:
                    self._bounds.setdefault(name, []).append(made)

    def reached(self, names: Iterable[str]) -> _Slice:
        """The definitions of names, the bounds of variables, and all that these mention."""
        seen, found, is_loose = set[str](), dict[int, Any](), True
        for name in names:
            if name not in seen:
                slice_ = self._reached_from(name)
                seen |= slice_.names
                found |= slice_.lines
                is_loose &= slice_.is_loose
        return _Slice(lines=found, names=seen, is_loose=is_loose)

    def _reached_from(self, first: str) -> _Slice:
        known = self._slices.get(first)
        if known is None:
            known = self._slices[first] = self._walked(first)
        return known

    def _walked(self, first: str) -> _Slice:
        seen, found, is_loose = set[str](), dict[int, Any](), True
        queue = [first]
        while queue:
            name = queue.pop()
            if name in seen:
                continue
            seen.add(name)
            bounds = self._bounds.get(name, [])
            is_loose &= all(len(line.names) == 1 for line in bounds)
            defined = self._definitions.get(name)
            for line in (*bounds, *((defined,) if defined else ())):
                found[id(line)] = line.assertion
                queue += line.names
        return _Slice(lines=found, names=seen, is_loose=is_loose)
