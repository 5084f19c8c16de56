"""Z3, as little of it as is needed.

Owns: everything that imports z3: feeding text, checking under assumptions within a budget, reading a model.
Refuses to know: the model, questions, what the text says.

The budget is Z3's own count of steps (rlimit), for each check anew: the answer is the same on every machine.
Seeds are fixed by Z3's defaults and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from regcheck.frozen import Frozen
from regcheck.proof.smtlib import Literal, symbol

_INTERRUPTED = "interrupted from keyboard"


class Outcome(Enum):
    """What a check says, as Z3 numbers it."""

    SATISFIABLE = 1
    UNSATISFIABLE = -1
    UNKNOWN = 0


class Solver:
    """One Z3 solver in a context of its own: only what it was asked itself can touch its answers."""

    def __init__(self, rlimit: int) -> None:
        import z3

        self._z3 = z3
        self._solver: Any = z3.SolverFor("QF_LIA", ctx=z3.Context())
        self._solver.set("rlimit", rlimit)
        self._literals: dict[Literal, Any] = {}
        self._constants: dict[str, Any] = {}

    def feed(self, text: str) -> None:
        """Declarations and assertions; symbols declared before stay known."""
        if text:
            self._solver.from_string(text)

    def check(self, literals: Iterable[Literal] = ()) -> Outcome:
        """Whether all that was fed and these literals can hold together."""
        made = [self._assumption(literal).as_ast() for literal in literals]
        array = (self._z3.Ast * len(made))(*made)
        context, solver = self._solver.ctx.ref(), self._solver.solver
        outcome = Outcome(self._z3.Z3_solver_check_assumptions(context, solver, len(made), array))
        if outcome is Outcome.UNKNOWN and self.reason == _INTERRUPTED:
            raise KeyboardInterrupt  # Z3 took the signal for itself
        return outcome

    @property
    def reason(self) -> str:
        """Why the last check came to nothing."""
        return str(self._solver.reason_unknown())

    @property
    def steps(self) -> int:
        """Steps counted so far in the solver's context; only differences mean anything."""
        statistics = self._solver.statistics()
        return next((int(value) for key, value in statistics if key == "rlimit count"), 0)

    def model(self) -> Model:
        """The values of the last satisfiable check."""
        return Model(self._z3, self._solver.model(), self._constants)

    def _assumption(self, literal: Literal) -> Any:
        made = self._literals.get(literal)
        if made is None:
            constant = self._z3.Bool(symbol(literal.name), self._solver.ctx)
            made = constant if literal.positive else self._z3.Not(constant)
            self._literals[literal] = made
        return made


class Model(Frozen, kw_only=False):
    """Values of variables by name; None for one that the solver was not told of."""

    _z3: Any
    _model: Any
    _constants: dict[str, Any]
    """Declarations by name; shared with the solver, so that each is made once."""

    def truth(self, name: str) -> bool | None:
        """The value of a Boolean variable."""
        value = self._interpretation(name, self._z3.Bool)
        return None if value is None else bool(self._z3.Z3_get_bool_value(self._context, value) == 1)

    def whole(self, name: str) -> int | None:
        """The value of an integer variable."""
        value = self._interpretation(name, self._z3.Int)
        return None if value is None else int(self._z3.Z3_get_numeral_string(self._context, value))

    @property
    def _context(self) -> Any:
        return self._model.ctx.ref()

    def _interpretation(self, name: str, make: Any) -> Any:
        if name not in self._constants:
            self._constants[name] = make(symbol(name), self._model.ctx).decl()
        declared = self._constants[name].ast
        value = self._z3.Z3_model_get_const_interp(self._context, self._model.model, declared)
        return None if value.value is None else value
