"""cvc5, as little of it as is needed.

Owns: everything that imports cvc5: reading text, checking under assumptions within a budget, computing with values.
Refuses to know: the model, questions, what the text says.

The budget is cvc5's own count of steps for each check anew: the answer is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from regcheck.proof.sampling import Row
from regcheck.proof.smtlib import Literal, symbol
from regcheck.proof.solver import Outcome

# cvc5 puts the body of a definition wherever its name stands, for every check anew, unless told not to.
_OPTIONS = {"incremental": "true", "simplification": "none", "static-learning": "false"}


class Cvc5:
    """One solver. Raises ImportError where cvc5 is not installed."""

    def __init__(self, rlimit: int) -> None:
        import cvc5

        self._cvc5: Any = cvc5
        self._manager: Any = cvc5.TermManager()
        self._constants: dict[str, Any] = {}
        truths = {False: self._manager.mkFalse(), True: self._manager.mkTrue()}
        self._values: dict[type, dict[Any, Any]] = {bool: truths, int: _Integers(self._manager)}
        self._solver: Any = cvc5.Solver(self._manager)
        for name, value in {**_OPTIONS, "rlimit-per": str(rlimit)}.items():
            self._solver.setOption(name, value)
        self._solver.setLogic("QF_LIA")

    def read(self, text: str) -> Sequence[Any]:
        """What a text asserts, in its order. From now on the names are those of this text."""
        parser = self._cvc5.InputParser(self._solver)
        parser.setStringInput(self._cvc5.InputLanguage.SMT_LIB_2_6, text, "text")
        symbols = parser.getSymbolManager()
        self._solver.push()
        while not (command := parser.nextCommand()).isNull():
            command.invoke(self._solver, symbols)
        assertions: Sequence[Any] = self._solver.getAssertions()
        self._solver.pop()
        self._constants = {constant.getSymbol(): constant for constant in symbols.getDeclaredTerms()}
        return assertions

    def outcomes(self, assertions: Iterable[Any], asked: Iterable[Iterable[Literal]]) -> Iterator[Outcome]:
        """Whether the literals of each question can hold together with some of the assertions."""
        self._solver.push()
        for assertion in assertions:
            self._solver.assertFormula(assertion)
        for literals in asked:
            yield self._outcome(self._solver.checkSatAssuming(*map(self._assumption, literals)))
        self._solver.pop()

    def truths(self, assertion: Any, names: Iterable[str], rows: Iterable[Row]) -> Iterator[bool]:
        """Whether an assertion is true, for each row of values of the names in it."""
        constants, values = [self._constants[name] for name in names], self._values
        truth = values[bool][True]
        for row in rows:
            ground = assertion.substitute(constants, [values[type(value)][value] for value in row])
            yield bool(self._solver.simplify(ground) == truth)

    def _assumption(self, literal: Literal) -> Any:
        constant = self._constants[symbol(literal.name)]
        return constant if literal.positive else constant.notTerm()

    @staticmethod
    def _outcome(result: Any) -> Outcome:
        if result.isSat():
            return Outcome.SATISFIABLE
        return Outcome.UNSATISFIABLE if result.isUnsat() else Outcome.UNKNOWN


class _Integers(dict[int, Any]):
    """Integers as cvc5 has them, each made once."""

    def __init__(self, manager: Any) -> None:
        self._manager = manager

    def __missing__(self, value: int) -> Any:
        made = self[value] = self._manager.mkInteger(str(value))
        return made


def version() -> str:
    """cvc5 1.4.2. Raises ImportError where it is not installed."""
    import cvc5

    return f"cvc5 {cvc5.__version__}"
