"""Whether many questions have a case, decided by a second solver.

Owns: the text that questions share, which lines of it each group of questions needs, cases as a help, a second try
alone.
Refuses to know: obligations, verdicts, which solver it is, where cases come from.

The text is that of all questions together, each declaration and definition once. A group of questions is asked
with the lines that it reaches. What a question gets with them beyond its own text cannot change the answer: names
that it does not mention are defined from others, steps among them; the bounds of variables that it does not mention
speak of one variable each, and some values meet them, for questions are of one group only if they reach the same
bounds that tie variables. Where no values do, a question without a case is asked again on its own text alone.

A question may come with a case that is said to answer it. The solver then puts the values of the case into the lines
that the question reaches as it has read them, and computes whether they are true; what many cases have in common it
computes once. If all are true, the text of the question has a case. If not, the case is forgotten and the question
asked without it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any, Protocol, TypeVar

from regcheck.frozen import Frozen
from regcheck.logic.terms import FALSE, Constant, Term, Terms
from regcheck.proof.lines import Line, Lines
from regcheck.proof.sampling import Case, Row, Sample
from regcheck.proof.smtlib import Literal, Script, symbol
from regcheck.proof.solver import Outcome

Key = TypeVar("Key", bound=Hashable)

PORTION = 1000
"""Questions that share one text."""


class Second(Protocol):
    """A solver that reads texts; what it is asked is of the last one."""

    def read(self, text: str) -> Sequence[Any]:
        """What the text asserts, in its order."""
        ...

    def outcomes(
        self, assertions: Iterable[Any], asked: Iterable[Iterable[Literal]]
    ) -> Iterator[Outcome]: ...

    def truths(self, assertion: Any, names: Iterable[str], rows: Iterable[Row]) -> Iterator[bool]: ...


class Doubt(Frozen):
    """A question: can all of `wanted` hold? Those of one group are asked in one go."""

    group: Hashable
    wanted: tuple[Term, ...]
    case: Case | None = None

    @property
    def is_absurd(self) -> bool:
        """Whether a claim is false by its shape."""
        return FALSE in self.wanted


def recheck(
    terms: Terms, doubts: Sequence[Doubt], second: Second, another: Callable[[], Second]
) -> list[Outcome]:
    """The answer to each question of one layout, in order; `another` makes a solver that knows nothing yet."""
    found: list[Outcome] = []
    for start in range(0, len(doubts), PORTION):
        portion = doubts[start : start + PORTION]
        answers = _Shared(terms, portion, second).answers()
        for place, doubt in enumerate(portion):
            found.append(answers[place] if place in answers else _alone(terms, doubt, another()))
    return found


class _Shared:
    """Questions in one text."""

    def __init__(self, terms: Terms, doubts: Sequence[Doubt], second: Second) -> None:
        self._doubts, self._second = doubts, second
        script = Script(terms)
        self._literals = [_literals(script, doubt) for doubt in doubts]
        text = script.take()
        self._lines = Lines(script, text, second.read(text))
        self._named = script.named()
        self._met = set[int]()
        """The places of the lines that some case makes true together with all that it reaches."""

    def answers(self) -> dict[int, Outcome]:
        """What is certain, by the place of the question."""
        found = dict[int, Outcome]()
        for sample, members in self._by_sample():
            good = self._cases_that_answer(sample, members)
            met = (place for place in members if self._bit(place) & good)
            found |= dict.fromkeys(met, Outcome.SATISFIABLE)
        left = [place for place, one in enumerate(self._doubts) if place not in found and not one.is_absurd]
        return found | self._searched(left)

    def _by_sample(self) -> Iterable[tuple[Sample, list[int]]]:
        """The questions with a case and a line to compute, by what the case is of."""
        found: dict[int, tuple[Sample, list[int]]] = {}
        for place, doubt in enumerate(self._doubts):
            if doubt.case is not None and not doubt.is_absurd and self._says_anything(place):
                sample = doubt.case.sample
                found.setdefault(id(sample), (sample, []))[1].append(place)
        return found.values()

    def _says_anything(self, place: int) -> bool:
        """Whether the text of a question alone asserts anything."""
        return any(symbol(literal.name) in self._lines.owners for literal in self._literals[place])

    def _bit(self, place: int) -> int:
        case = self._doubts[place].case
        assert case is not None
        return case.bit

    def _cases_that_answer(self, sample: Sample, members: Iterable[int]) -> int:
        """Those in which the names that are asked for have the values that are wanted of them, and all lines that
        these names reach are true."""
        wanted = _who((literal, self._bit(place)) for place in members for literal in self._literals[place])
        good = reduce(or_, wanted.values(), 0)
        for literal, cases in wanted.items():
            good &= ~self._otherwise(literal, sample, cases)
        asked = _who((symbol(literal.name), cases) for literal, cases in wanted.items())
        reached = self._lines.reached(asked)
        for line, cases in zip(self._lines.listed, reached, strict=True):
            if cases:
                good &= ~self._failing(line, sample, cases)
        self._met |= {place for place, cases in enumerate(reached) if cases & good}
        return good

    def _otherwise(self, literal: Literal, sample: Sample, cases: int) -> int:
        """The cases in which a name has not the value that is wanted."""
        rows = sample.extended({(): cases}, self._named[symbol(literal.name)])
        return rows.get((not literal.positive,), 0)

    def _failing(self, line: Line, sample: Sample, cases: int) -> int:
        """The cases in which the second solver does not find a line true."""
        rows, truths = line.rows(sample, cases), line.truths
        new = [row for row in rows if row not in truths]
        if new:
            truths |= zip(new, self._second.truths(line.assertion, line.names, new), strict=True)
        return reduce(or_, (some for row, some in rows.items() if not truths[row]), 0)

    def _searched(self, left: Sequence[int]) -> dict[int, Outcome]:
        """What the second solver finds without cases."""
        reached = self._lines.reached(
            _who((symbol(literal.name), 1 << place) for place in left for literal in self._literals[place])
        )
        found = dict[int, Outcome]()
        for members in self._groups(left, reached):
            together = sum(1 << place for place in members)
            needed = [line for line, those in enumerate(reached) if those & together]
            outcomes = self._outcomes([self._lines.listed[line] for line in needed], members)
            if Outcome.SATISFIABLE in outcomes:
                self._met.update(needed)
            is_loose = len(members) == 1 or self._can_be_met(needed)
            sure = {Outcome.SATISFIABLE, Outcome.UNSATISFIABLE} if is_loose else {Outcome.SATISFIABLE}
            found |= {place: one for place, one in zip(members, outcomes, strict=True) if one in sure}
        return found

    def _groups(self, left: Iterable[int], reached: Sequence[int]) -> Iterable[list[int]]:
        """Steps have lines longer than all others together, which one group after the other would be told again: the
        questions that reach any are of one group if they reach the same ties."""
        lines = self._lines.listed
        ties = [those for line, those in zip(lines, reached, strict=True) if line.is_tie]
        stepped = reduce(
            or_, (those for line, those in zip(lines, reached, strict=True) if line.has_steps), 0
        )
        found: dict[Hashable, list[int]] = {}
        for place in left:
            tied = tuple(those >> place & 1 for those in ties)
            group = None if stepped >> place & 1 else (self._doubts[place].group,)
            found.setdefault((tied, group), []).append(place)
        return found.values()

    def _outcomes(self, lines: Iterable[Line], members: Iterable[int]) -> list[Outcome]:
        asked = [self._literals[place] for place in members]
        return list(self._second.outcomes([line.assertion for line in lines], asked))

    def _can_be_met(self, needed: Iterable[int]) -> bool:
        """Whether some values meet all bounds of one variable each."""
        lines = self._lines.listed
        open_ = [
            lines[place].assertion
            for place in needed
            if lines[place].is_bound and not lines[place].is_tie and place not in self._met
        ]
        return not open_ or list(self._second.outcomes(open_, [()])) == [Outcome.SATISFIABLE]


def _who(pairs: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    """Who has to do with something, a bit for each."""
    found: dict[Key, int] = {}
    for key, those in pairs:
        found[key] = found.get(key, 0) | those
    return found


def _literals(script: Script, doubt: Doubt) -> list[Literal]:
    """What must hold, written with all it needs; what holds or fails by its shape has no name."""
    return [script.literal(term) for term in doubt.wanted if not isinstance(term, Constant)]


def _alone(terms: Terms, doubt: Doubt, second: Second) -> Outcome:
    """The answer to the text of the question and nothing else."""
    script = Script(terms)
    literals = _literals(script, doubt)
    absurd = "(assert false)\n" if doubt.is_absurd else ""
    assertions = second.read(absurd + script.take())
    (outcome,) = second.outcomes(assertions, [literals])
    return outcome
