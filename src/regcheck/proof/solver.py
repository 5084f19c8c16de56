"""Z3, as little of it as is needed.

Owns: everything that imports z3: feeding text, checking under assumptions within a budget, reading a model.
Refuses to know: the model, questions, what the text says.

The budget is Z3's own count of steps (rlimit), for each check anew: the answer is the same on every machine.
Seeds are fixed by Z3's defaults and never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from regcheck.proof.smtlib import Literal, quote, unquote

_VALUE = re.compile(
    r"\(define-fun\s+(?P<name>\|[^|]*\||\S+)\s+\(\)\s+\w+\s+(?P<value>true|false|\d+|\(-\s+\d+\))\s*\)"
)


class Outcome(Enum):
    """What a check says."""

    SATISFIABLE = "sat"
    UNSATISFIABLE = "unsat"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Solver:
    """One Z3 solver. `alone`: in a context of its own, so that nothing asked before can touch its answers."""

    rlimit: int
    alone: bool = False
    _z3: Any = field(init=False)
    _solver: Any = field(init=False)
    _literals: dict[Literal, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        import z3

        self._z3 = z3
        context = z3.Context() if self.alone else z3.main_ctx()
        self._solver = z3.SimpleSolver(ctx=context)
        self._solver.set("rlimit", self.rlimit)

    def feed(self, text: str) -> None:
        """Declarations and assertions; symbols declared before stay known."""
        if text:
            self._solver.from_string(text)

    def check(self, literals: Iterable[Literal] = ()) -> Outcome:
        """Whether all that was fed and these literals can hold together."""
        return Outcome(str(self._solver.check(*map(self._assumption, literals))))

    @property
    def reason(self) -> str:
        """Why the last check came to nothing."""
        return str(self._solver.reason_unknown())

    @property
    def steps(self) -> int:
        """Steps counted so far in the solver's context; only differences mean anything."""
        statistics = self._solver.statistics()
        return next((int(value) for key, value in statistics if key == "rlimit count"), 0)

    def model(self) -> Mapping[str, bool | int]:
        """The values of the last satisfiable check, by name; from the printed model, which costs one call."""
        printed = _VALUE.finditer(self._solver.model().sexpr())
        return {unquote(match["name"].strip("|")): _value(match["value"]) for match in printed}

    def _assumption(self, literal: Literal) -> Any:
        made = self._literals.get(literal)
        if made is None:
            constant = self._z3.Bool(quote(literal.name)[1:-1], self._solver.ctx)
            made = constant if literal.positive else self._z3.Not(constant)
            self._literals[literal] = made
        return made


def _value(text: str) -> bool | int:
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text.isdigit() else -int(text.strip("(-) "))
