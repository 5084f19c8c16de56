"""cvc5, as little of it as is needed.

Owns: everything that imports cvc5: reading text, checking under assumptions within a budget, computing with values.
Refuses to know: the model, questions, what the text says.

The budget is cvc5's own count of steps for each check anew: the answer is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from regcheck.proof.smtlib import Literal, symbol
from regcheck.proof.solver import Outcome

# cvc5 puts the body of a definition wherever its name stands, for every check anew, unless told not to.
_OPTIONS = {"incremental": "true", "simplification": "none", "static-learning": "false"}


class Cvc5:
    """One text and one solver. Raises ImportError where cvc5 is not installed."""

    def __init__(self, text: str, rlimit: int) -> None:
        import cvc5

        self._manager = manager = cvc5.TermManager()
        reader: Any = cvc5.Solver(manager)
        reader.setLogic("QF_LIA")
        parser = cvc5.InputParser(reader)
        parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "text")
        symbols = parser.getSymbolManager()
        while not (command := parser.nextCommand()).isNull():
            command.invoke(reader, symbols)
        self.assertions: Sequence[Any] = reader.getAssertions()
        """What the text asserts, in its order."""
        self._constants = {constant.getSymbol(): constant for constant in symbols.getDeclaredTerms()}
        self._values: dict[tuple[type, int], Any] = {}
        self._both: Any = cvc5.Kind.AND
        self._solver: Any = cvc5.Solver(manager)
        for name, value in {**_OPTIONS, "rlimit-per": str(rlimit)}.items():
            self._solver.setOption(name, value)
        self._solver.setLogic("QF_LIA")

    def outcomes(self, assertions: Iterable[Any], asked: Iterable[Iterable[Literal]]) -> Iterator[Outcome]:
        """Whether the literals of each question can hold together with some of the assertions."""
        self._solver.push()
        for assertion in assertions:
            self._solver.assertFormula(assertion)
        for literals in asked:
            yield self._outcome(self._solver.checkSatAssuming(*map(self._assumption, literals)))
        self._solver.pop()

    def is_true(
        self, assertions: Iterable[Any], literals: Iterable[Literal], values: Mapping[str, bool | int]
    ) -> bool:
        """Whether the literals and some of the assertions are true where all names in them have these values."""
        truth = self._value(True)
        whole = self._manager.mkTerm(self._both, truth, truth, *assertions, *map(self._assumption, literals))
        names = [self._constants[name] for name in values]
        ground = whole.substitute(names, [*map(self._value, values.values())])
        return bool(self._solver.simplify(ground) == truth)

    def _value(self, value: bool | int) -> Any:
        key = type(value), value
        if key not in self._values:
            is_truth = isinstance(value, bool)
            self._values[key] = (
                self._manager.mkBoolean(value) if is_truth else self._manager.mkInteger(str(value))
            )
        return self._values[key]

    def _assumption(self, literal: Literal) -> Any:
        constant = self._constants[symbol(literal.name)]
        return constant if literal.positive else constant.notTerm()

    @staticmethod
    def _outcome(result: Any) -> Outcome:
        if result.isSat():
            return Outcome.SATISFIABLE
        return Outcome.UNSATISFIABLE if result.isUnsat() else Outcome.UNKNOWN


def version() -> str:
    """cvc5 1.4.2. Raises ImportError where it is not installed."""
    import cvc5

    return f"cvc5 {cvc5.__version__}"
