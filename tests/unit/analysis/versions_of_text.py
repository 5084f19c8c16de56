"""Two versions of a text, for tests that compare what they mean."""

from __future__ import annotations

from typing import NoReturn

from regcheck.analysis.meanings import Change, compare_meanings
from regcheck.analysis.pipeline import Inputs, State, build_epochs, order_files, parse_items, read_texts
from regcheck.diagnostics.diagnostic import Severity
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover


def read(text: str) -> Specification:
    """The specification of one file, which has nothing wrong with it."""
    files = {"a.regspec": text.encode()}
    state = State(inputs=Inputs(own=frozenset(files), files=files), prover=_nobody)
    for phase in (read_texts, parse_items, order_files, build_epochs):
        state = phase(state)
    errors = [d.payload.ja().headline for d in state.diagnostics if d.severity is Severity.ERROR]
    assert not errors, errors
    return state.epochs[-1].specification


def compared(earlier: str, later: str) -> dict[str, Change]:
    """What has become of every item."""
    return compare_meanings(read(earlier), read(later), Z3Prover)


def amended(text: str, *changes: tuple[str, str]) -> dict[str, Change]:
    """What becomes of every item of a text when some words, which it has once, are replaced."""
    later = text
    for old, new in changes:
        assert later.count(old) == 1, (old, later.count(old))
        later = later.replace(old, new)
    return compared(text, later)


def _nobody(_: Specification) -> NoReturn:
    raise AssertionError
