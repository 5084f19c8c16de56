"""One solver shared by all questions of a specification, against a fresh one for each.

Owns: the sample, and how it stands for all.
Refuses to know: which obligations there are, what a prover does with a question.

All sides are asked the very questions of the obligations. The fresh sides are timed on a sample and multiplied: a new
solver that is told the whole specification, as one writes it first, and a new prover that compiles only what a
question reaches. What a check decides without any question is not taken into account.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from statistics import median

from benchmarks.generate.ordinance import LARGE, SMALL, Shape, ordinance
from benchmarks.lines import Line, at_least, failed, shown
from benchmarks.measure import Failed, apart, timed

SUBJECT = "shared solver"
SAMPLE = 60
_ROUNDS = 3
_GOAL = 50.0


def lines() -> Iterator[Line]:
    """For both drawn ordinances."""
    for shape in (SMALL, LARGE):
        name = f"{shape.definitions} definitions: a fresh solver for each question, × one for all"
        try:
            count, solver, prover = apart(fresh_to_shared, shape)
        except Failed as failure:
            yield failed(SUBJECT, name, failure)
            continue
        more = f"{count:,} questions, extrapolated from {SAMPLE}"
        yield at_least(SUBJECT, name, solver, _GOAL, more=more)
        name = f"{shape.definitions} definitions: a fresh prover for each question, × one for all"
        yield shown(SUBJECT, name, prover, more=more)


def fresh_to_shared(shape: Shape) -> tuple[int, float, float]:
    """How many questions there are, and how many times as long fresh solvers and fresh provers take for them."""
    from benchmarks.seams import ask_all, ask_each, ask_each_of_fresh_solver, built, parsed, questions

    state = parsed(ordinance(shape))
    asked = questions(built(state))
    places = Random(SAMPLE).sample(range(len(asked)), SAMPLE)
    sample = [asked[place] for place in places]
    shared, fresh, told = [], [], []
    for _ in range(_ROUNDS):
        specification = built(state)
        shared.append(timed(lambda spec=specification: ask_all(spec, asked)))  # type: ignore[misc]
        fresh.append(timed(lambda spec=specification: ask_each(spec, sample)))  # type: ignore[misc]
        told.append(ask_each_of_fresh_solver(specification, asked, places))
    more = len(asked) / SAMPLE / median(shared)
    return len(asked), median(told) * more, median(fresh) * more
