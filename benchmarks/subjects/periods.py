"""Questions about periods in months and limits that move, over five and ten years.

Owns: how they are timed, and that every answer is the right one.
Refuses to know: the questions (generate/dated.py), the other ways to write a period (peers/step_texts.py).

A question is timed from its formulas to its answer, with a prover of its own: the walk over the months, the text, the
solver. The other ways differ in the text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from benchmarks.generate.dated import Dated, questions, specification
from benchmarks.lines import Line, at_most, failed, shown
from benchmarks.measure import Failed, apart, timed

if TYPE_CHECKING:  # a solver belongs into a process of its own
    from regcheck.proof.smtlib import Literal
    from regcheck.proof.solver import Outcome

SUBJECT = "periods in months"
_GOAL = 50.0
_ROUNDS, _FEW_ROUNDS = 5, 3
_YEARS, _MORE_YEARS = 5, 10
_BUDGET = 20_000_000


def lines() -> Iterator[Line]:
    """Our slowest questions, then the solver's time for all questions as other texts put them."""
    try:
        for years in (_YEARS, _MORE_YEARS):
            yield from _told(years, apart(ours_of, years))
        yield from _compared(apart(others_of, _YEARS))
    except Failed as failure:
        yield failed(SUBJECT, "all the rest", failure)


def _told(years: int, seconds: Mapping[str, float]) -> Iterator[Line]:
    """The slowest with months alone, and the slowest with limits that move besides."""
    moving = {dated.name for dated in questions() if dated.moves}
    for chosen, words in ((seconds.keys() - moving, ""), (moving, ", with limits that move")):
        slowest = max(sorted(chosen), key=seconds.__getitem__)
        name, figure = f"a proof over {years} years{words}", seconds[slowest] * 1000
        if years == _YEARS and not words:
            yield at_most(SUBJECT, name, figure, _GOAL, " ms", slowest)
        else:
            yield shown(SUBJECT, name, figure, " ms", slowest)


def _compared(found: Mapping[str, tuple[float, int]]) -> Iterator[Line]:
    ours, _ = found["ours"]
    for written, (seconds, unknown) in found.items():
        if written != "ours":
            more = f"{unknown} not decided" if unknown else ""
            yield shown(
                SUBJECT, f"all questions over {_YEARS} years: {written}, × ours", seconds / ours, more=more
            )


def ours_of(years: int) -> Mapping[str, float]:
    """Median seconds by question. A wrong answer is an exception."""
    from regcheck.proof.engine import Z3Prover
    from regcheck.proof.question import Possible

    spec = specification(years)

    def ask(dated: Dated) -> None:
        answer = Z3Prover(spec).ask(dated.question)
        assert isinstance(answer, Possible) is dated.possible, dated.name

    return {dated.name: timed(lambda dated=dated: ask(dated), _ROUNDS) for dated in questions()}  # type: ignore[misc]


def others_of(years: int) -> Mapping[str, tuple[float, int]]:
    """By the way of writing, median seconds of the solver for all questions, and how many it gave up."""
    from benchmarks.peers.step_texts import ALTERNATIVES
    from regcheck.proof import smtlib

    ours, found = smtlib.steps_text, dict[str, tuple[float, int]]()
    for name, write in {"ours": ours, **ALTERNATIVES}.items():
        smtlib.steps_text = write  # type: ignore[assignment]
        runs = list(_runs(years))
        unknown = sum(run() for run in runs)
        found[name] = timed(lambda runs=runs: [run() for run in runs], _FEW_ROUNDS), unknown  # type: ignore[misc]
    smtlib.steps_text = ours
    return found


def _runs(years: int) -> Iterator[Callable[[], bool]]:
    """Each question as a text and a fresh solver that reads it: whether it gives up."""
    from regcheck.logic.terms import Constant
    from regcheck.proof.engine import Z3Prover
    from regcheck.proof.smtlib import Script
    from regcheck.proof.solver import Outcome

    spec = specification(years)
    for dated in questions():
        asked = Z3Prover(spec).stater.prepare(dated.question)
        script = Script(asked.shared.compiler.terms)
        literals = [script.literal(term) for term in asked.terms if not isinstance(term, Constant)]
        if len(literals) == len(asked.terms):  # the others are decided by their shape
            right = Outcome.SATISFIABLE if dated.possible else Outcome.UNSATISFIABLE
            text = script.take()
            yield lambda text=text, literals=literals, right=right: _gives_up(text, literals, right)  # type: ignore[misc]


def _gives_up(text: str, literals: Sequence[Literal], right: Outcome) -> bool:
    from regcheck.proof.solver import Outcome, Solver

    solver = Solver(_BUDGET)
    solver.feed(text)
    outcome = solver.check(literals)
    assert outcome in (right, Outcome.UNKNOWN)
    return outcome is Outcome.UNKNOWN
