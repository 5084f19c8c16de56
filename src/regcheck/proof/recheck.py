"""Whether many questions have a case, decided by a second solver.

Owns: the text that questions share, which lines of it each group of questions needs, a second try alone.
Refuses to know: obligations, verdicts, which solver it is.

The text is that of all questions together, each declaration and definition once. A group of questions is asked
with the lines that it reaches. What a question gets with them beyond its own text cannot change the answer: names
that it does not mention are defined from others, steps among them; the bounds of variables that it does not mention
speak of one variable each, and some values meet them. Where this is not so, a question without a case is asked again
on its own text alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from regcheck.frozen import Frozen
from regcheck.logic.terms import FALSE, Constant, Term, Terms
from regcheck.proof.smtlib import STEPS, Literal, Script, symbol
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


class Doubt(Frozen):
    """A question: can all of `wanted` hold? Those of one group are asked in one go."""

    group: Hashable
    wanted: tuple[Term, ...]

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
    found: dict[int, Outcome] = {}
    for members, slice_ in _sliced(_grouped(doubts), literals, lines):
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


def _grouped(doubts: Sequence[Doubt]) -> Iterable[list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for index, doubt in enumerate(doubts):
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
    """Some assertions; loose if the bounds among them speak of one variable each."""

    assertions: tuple[Any, ...]
    is_loose: bool
    has_steps: bool


class _Lines:
    """The assertions of a text by the names in them."""

    def __init__(self, text: str, assertions: Sequence[Any]) -> None:
        self._definitions: dict[str, _Line] = {}
        self._bounds: dict[str, list[_Line]] = {}
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
        queue = list(names)
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
        has_steps = any(map(_STEPS_NAME.fullmatch, seen))
        return _Slice(assertions=tuple(found.values()), is_loose=is_loose, has_steps=has_steps)
