"""How many steps the solver takes for a text on its own.

Owns: the count of a text, and remembering it.
Refuses to know: what the text asks.

The count of a solver that many questions share depends on all of them; this one depends on the text and on the
version of the solver only, and anybody can repeat it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regcheck.frozen import Frozen
from regcheck.proof.keys import digest
from regcheck.proof.libz3 import version
from regcheck.proof.memory import Memory
from regcheck.proof.solver import Outcome, Solver


class Count(Frozen):
    """The answer to a text and the steps that it took."""

    outcome: Outcome
    steps: int


class StepCounter:
    """Counts texts; what was counted before is taken from the memory."""

    def __init__(self, rlimit: int, memory: Memory | None = None) -> None:
        self._rlimit, self._memory = rlimit, memory

    def counts(self, texts: Sequence[str]) -> Mapping[str, Count]:
        """The count of each text."""
        keys = {text: digest("steps", version(), str(self._rlimit), text) for text in texts}
        known = self._memory.get(list(keys.values())) if self._memory is not None else {}
        counts = {t: _read(known[key]) if key in known else self._count(t) for t, key in keys.items()}
        if self._memory is not None:
            new = {key: _written(counts[text]) for text, key in keys.items() if key not in known}
            self._memory.put(new)
        return counts

    def _count(self, text: str) -> Count:
        solver = Solver(self._rlimit)
        solver.feed(text)
        outcome = solver.check()
        return Count(outcome=outcome, steps=solver.steps)


def _written(count: Count) -> bytes:
    return f"{count.outcome.value} {count.steps}".encode()


def _read(kept: bytes) -> Count:
    outcome, steps = kept.split()
    return Count(outcome=Outcome(int(outcome)), steps=int(steps))
