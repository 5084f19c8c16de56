"""One Z3 solver, as little of it as is needed.

Owns: feeding text, checking under assumptions within a budget, reading a model and an unsatisfiable core.
Refuses to know: the model, questions, what the text says.

The budget is Z3's own count of steps (rlimit), for each check anew: the answer is the same on every machine.
Seeds are fixed by Z3's defaults and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from ctypes import c_void_p
from enum import Enum
from typing import Any

from regcheck.proof.libz3 import Context
from regcheck.proof.smtlib import Literal, symbol

_INTERRUPTED = "interrupted from keyboard"
_LOGIC = "QF_LIA"


class Outcome(Enum):
    """What a check says, as Z3 numbers it."""

    SATISFIABLE = 1
    UNSATISFIABLE = -1
    UNKNOWN = 0


class Solver:
    """With a context of its own, only what it was asked itself can touch its answers."""

    def __init__(self, rlimit: int, context: Context | None = None) -> None:
        self._context = context or Context()
        self._z3, self._handle = self._context.library, self._context.handle
        self._solver = self._z3.Z3_mk_solver_for_logic(self._handle, self._context.symbol(_LOGIC))
        self._z3.Z3_solver_inc_ref(self._handle, self._solver)
        self._limit(rlimit)
        self._literals: dict[Literal, Any] = {}
        self._declarations: dict[str, Any] = {}
        self._asked: dict[Any, Literal] = {}

    def __del__(self) -> None:
        if self._context.handle:
            self._z3.Z3_solver_dec_ref(self._handle, self._solver)

    def _limit(self, rlimit: int) -> None:
        params = self._z3.Z3_mk_params(self._handle)
        self._z3.Z3_params_inc_ref(self._handle, params)
        self._z3.Z3_params_set_uint(self._handle, params, self._context.symbol("rlimit"), rlimit)
        self._z3.Z3_solver_set_params(self._handle, self._solver, params)
        self._z3.Z3_params_dec_ref(self._handle, params)

    def feed(self, text: str) -> None:
        """Declarations and assertions; symbols declared before stay known. Raises Z3Error on a text that is none."""
        if text:
            self._z3.Z3_solver_from_string(self._handle, self._solver, text.encode())
            self._context.complain()

    def check(self, literals: Iterable[Literal] = ()) -> Outcome:
        """Whether all that was fed and these literals can hold together."""
        self._asked = {self._assumption(literal): literal for literal in literals}
        array = (c_void_p * len(self._asked))(*self._asked)
        outcome = Outcome(
            self._z3.Z3_solver_check_assumptions(self._handle, self._solver, len(self._asked), array)
        )
        if outcome is Outcome.UNKNOWN and self.reason == _INTERRUPTED:
            raise KeyboardInterrupt  # Z3 took the signal for itself
        return outcome

    def core(self) -> frozenset[Literal]:
        """Literals of the last unsatisfiable check that suffice for it, not always the fewest."""
        vector = self._z3.Z3_solver_get_unsat_core(self._handle, self._solver)
        self._z3.Z3_ast_vector_inc_ref(self._handle, vector)
        size = self._z3.Z3_ast_vector_size(self._handle, vector)
        members = [self._z3.Z3_ast_vector_get(self._handle, vector, index) for index in range(size)]
        self._z3.Z3_ast_vector_dec_ref(self._handle, vector)
        return frozenset(self._asked[member] for member in members)

    @property
    def reason(self) -> str:
        """Why the last check came to nothing."""
        return str(self._z3.Z3_solver_get_reason_unknown(self._handle, self._solver).decode())

    @property
    def steps(self) -> int:
        """Steps counted so far in the solver's context; only differences mean anything."""
        statistics = self._z3.Z3_solver_get_statistics(self._handle, self._solver)
        self._z3.Z3_stats_inc_ref(self._handle, statistics)
        try:
            return next((steps for key, steps in self._counts(statistics) if key == b"rlimit count"), 0)
        finally:
            self._z3.Z3_stats_dec_ref(self._handle, statistics)

    def _counts(self, statistics: Any) -> Iterable[tuple[bytes, int]]:
        for index in range(self._z3.Z3_stats_size(self._handle, statistics)):
            if self._z3.Z3_stats_is_uint(self._handle, statistics, index):
                key = self._z3.Z3_stats_get_key(self._handle, statistics, index)
                yield key, self._z3.Z3_stats_get_uint_value(self._handle, statistics, index)

    def model(self, space: str = "") -> Model:
        """The values of the last satisfiable check, of the names that begin with `space`."""
        found = self._z3.Z3_solver_get_model(self._handle, self._solver)
        return Model(self._context, found, self._declarations, space)

    def _assumption(self, literal: Literal) -> Any:
        made = self._literals.get(literal)
        if made is None:
            made = self._context.constant(symbol(literal.name), bool)
            if not literal.positive:
                made = self._context.kept(self._z3.Z3_mk_not(self._handle, made))
            self._literals[literal] = made
        return made


class Model:
    """Values of variables by name; None for one that the solver was not told of."""

    def __init__(self, context: Context, model: Any, declarations: dict[str, Any], space: str = "") -> None:
        self._context, self._z3, self._handle = context, context.library, context.handle
        self._model, self._declarations, self._space = model, declarations, space
        self._z3.Z3_model_inc_ref(self._handle, model)

    def __del__(self) -> None:
        if self._context.handle:
            self._z3.Z3_model_dec_ref(self._handle, self._model)

    def truth(self, name: str) -> bool | None:
        """The value of a Boolean variable."""
        value = self._value(name, bool)
        return None if value is None else bool(self._z3.Z3_get_bool_value(self._handle, value) == 1)

    def whole(self, name: str) -> int | None:
        """The value of an integer variable."""
        value = self._value(name, int)
        return None if value is None else int(self._z3.Z3_get_numeral_string(self._handle, value))

    def _value(self, bare: str, sort: type) -> Any:
        name = self._space + bare
        declared = self._declarations.get(name)
        if declared is None:
            constant = self._context.constant(symbol(name), sort)
            declared = self._declarations[name] = self._z3.Z3_get_app_decl(self._handle, constant)
        return self._z3.Z3_model_get_const_interp(self._handle, self._model, declared)
