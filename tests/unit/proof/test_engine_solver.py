"""What is said to Z3 and read from it."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest

from regcheck.logic.terms import Sum, Terms
from regcheck.proof.smtlib import Literal, Script, number, quote
from regcheck.proof.solver import Outcome, Solver

BUDGET = 1_000_000


def pigeons(holes: int) -> str:
    """One pigeon too many: easy to see, hard to prove."""
    cells = [[f"p{i}_{j}" for j in range(holes)] for i in range(holes + 1)]
    lines = [f"(declare-const {cell} Bool)" for row in cells for cell in row]
    lines += [f"(assert (or {' '.join(row)}))" for row in cells]
    for j in range(holes):
        pairs = ((a, b) for a in range(holes + 1) for b in range(a))
        lines += [f"(assert (or (not {cells[a][j]}) (not {cells[b][j]})))" for a, b in pairs]
    return "\n".join(lines)


def test_a_text_may_be_handed_over_in_pieces() -> None:
    terms, solver = Terms(), Solver(BUDGET)
    script = Script(terms)
    beds = Sum.of(terms.whole("病床数", 0, 10))
    high, low = terms.at_least_zero(beds.plus(-7)), terms.at_least_zero(beds.times(-1).plus(3))
    first = script.literal(high)
    solver.feed(script.take())
    assert solver.check([first]) is Outcome.SATISFIABLE
    second = script.literal(low)
    piece = script.take()
    assert "declare-const |病床数|" not in piece
    solver.feed(piece)
    assert solver.check([first, second]) is Outcome.UNSATISFIABLE
    assert solver.check([second]) is Outcome.SATISFIABLE
    assert 0 <= (solver.model().whole("病床数") or 0) <= 3


def test_a_variable_that_was_never_spoken_of_has_no_value() -> None:
    solver = Solver(BUDGET)
    assert solver.check() is Outcome.SATISFIABLE
    assert solver.model().truth("承認") is None
    assert solver.model().whole("病床数") is None


def test_negative_values_are_read_as_such() -> None:
    terms, solver = Terms(), Solver(BUDGET)
    script = Script(terms)
    literal = script.literal(terms.is_zero(Sum.of(terms.whole("増減")).plus(10**20)))
    solver.feed(script.take())
    assert solver.check([literal]) is Outcome.SATISFIABLE
    assert solver.model().whole("増減") == -(10**20)


def test_the_budget_counts_for_each_check_anew() -> None:
    solver = Solver(50_000)
    solver.feed(pigeons(9))
    assert [solver.check() for _ in range(2)] == [Outcome.UNKNOWN] * 2
    assert solver.steps >= 100_000


def test_an_interrupt_while_solving_is_not_swallowed() -> None:
    solver = Solver(200_000_000)
    solver.feed(pigeons(12))
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        solver.check()
        time.sleep(5)  # were the signal swallowed, it would not come here either


@pytest.mark.parametrize(
    ("name", "symbol"),
    [("病床数", "|病床数|"), ("and", "|and：|"), ("claim?1", "|claim?1|"), ("開設者.A", "|開設者.A|")],
)
def test_no_name_is_a_word_of_the_solver(name: str, symbol: str) -> None:
    assert quote(name) == symbol


def test_negative_numbers_are_written_as_smt_lib_wants_them() -> None:
    assert number(-3) == "(- 3)"
    assert str(Literal("承認", positive=False)) == "(not |承認|)"
