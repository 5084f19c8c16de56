"""Where measurements reach into regcheck: text to specification, obligations, questions, verdicts.

Owns: every call below the command line.
Refuses to know: what is measured. Imported in processes of their own only (measure.apart): it loads the solver.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

import z3  # noqa: F401  # loaded before any clock runs

from regcheck.analysis.pipeline import (
    Inputs,
    State,
    build_epochs,
    check,
    order_files,
    parse_items,
    read_texts,
)
from regcheck.analysis.report import Report
from regcheck.app.config import load_config
from regcheck.app.generating import Checked, asked_of, checked_for, documents_of
from regcheck.app.projects import find_projects
from regcheck.app.workspace import Workspace
from regcheck.cycles import look_for_cycles_seldom
from regcheck.documents.build import Asked
from regcheck.frozen import Frozen
from regcheck.model.specification import Specification
from regcheck.proof.carried import Carried
from regcheck.proof.conjuncts import refined
from regcheck.proof.decide import Decided, decide
from regcheck.proof.engine import RLIMIT, Z3Prover
from regcheck.proof.families import obligations
from regcheck.proof.families.tables import tables
from regcheck.proof.memory import RememberingProver
from regcheck.proof.obligation import NoCase, SomeCase
from regcheck.proof.question import Question
from regcheck.proof.smtlib import Script
from regcheck.proof.solver import Solver

FILE = "drawn.regspec"


def parsed(text: str) -> State:
    """The text as trees, from which a specification can be built again and again."""
    inputs = Inputs(own=frozenset({FILE}), files={FILE: text.encode()})
    state = State(inputs=inputs, prover=Z3Prover)
    for phase in (read_texts, parse_items, order_files):
        state = phase(state)
    return state


def built(state: State) -> Specification:
    """A specification that remembers nothing of earlier questions."""
    return build_epochs(state).epochs[-1].specification


def tables_decided(specification: Specification) -> tuple[Decided, ...]:
    """What the 区分表 owe as declared, decided with a fresh prover, every finding with its case."""
    return tuple(decide(specification, tuple(tables(specification)), Z3Prover(specification)))


def questions(specification: Specification) -> list[Question]:
    """Every question that the obligations put to a prover, as they put it."""
    asks = (obligation.ask for obligation in obligations(specification))
    return [refined(specification, ask.question) for ask in asks if isinstance(ask, NoCase | SomeCase)]


def ask_all(specification: Specification, asked: Sequence[Question]) -> None:
    """One prover for all."""
    for _ in Z3Prover(specification).answers(asked):
        pass


def ask_each(specification: Specification, asked: Sequence[Question]) -> None:
    """A prover for each."""
    for question in asked:
        Z3Prover(specification).ask(question)


def ask_each_of_fresh_solver(
    specification: Specification, asked: Sequence[Question], sample: Sequence[int]
) -> float:
    """Seconds for the questions at some places, each put to a new solver that is told the whole specification.

    The text is written once for all and not timed; what is timed is what a solver does with it.
    """
    prover = Z3Prover(specification)
    prepared = [prover.stater.prepare(question) for question in asked]
    script = Script(prepared[0].shared.compiler.terms)
    literals = [[script.literal(term) for term in one.terms] for one in prepared]
    text, started = script.take(), perf_counter()
    for place in sample:
        solver = Solver(RLIMIT)
        solver.feed(text)
        solver.check(literals[place])
    return perf_counter() - started


class Warm:
    """A process that stays: it checks texts, and remembers what it proved and the answers to its questions."""

    def __init__(self, kept: Mapping[bytes, bytes] | None = None, carried: Carried | None = None) -> None:
        look_for_cycles_seldom()
        self._memory = _Kept(kept or {})
        self._carried = carried or Carried()
        self._provers: list[RememberingProver] = []

    def check(self, text: str) -> Report:
        """From bytes to the report."""
        inputs = Inputs(own=frozenset({FILE}), files={FILE: text.encode()})
        return check(inputs, self._prover, carried=self._carried)

    def fork(self) -> Warm:
        """Another one that remembers the same, and has asked nothing."""
        return Warm(self._memory.kept, Carried(checked=dict(self._carried.checked)))

    @property
    def asked(self) -> int:
        """Questions that a check had."""
        return sum(prover.asked for prover in self._provers)

    @property
    def solved(self) -> int:
        """Those of them that were not remembered."""
        return self.asked - sum(prover.remembered for prover in self._provers)

    def _prover(self, specification: Specification) -> RememberingProver:
        inner = Z3Prover(specification)
        self._provers.append(RememberingProver(inner, inner, self._memory))
        return self._provers[-1]


class _Kept:
    """A memory without a file."""

    def __init__(self, kept: Mapping[bytes, bytes]) -> None:
        self.kept = dict(kept)

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def put(self, found: Mapping[bytes, bytes]) -> None:
        self.kept.update(found)


# ---------------------------------------------------------------- documents


class ReadyDraft(Frozen):
    """A specification that was checked, and the documents that are wanted of it."""

    workspace: Workspace
    checked: Checked
    asked: Asked


def checked_draft(root: Path, spec: Path) -> ReadyDraft:
    """A specification with everything that documents tell of its check; nothing is remembered."""
    config = load_config(root, [("generate.profiles", "plain,kakugi", "--config")])
    (project,), _ = find_projects([root / spec])
    workspace = Workspace(rlimit=config.rlimit)
    asked = asked_of(config, draft=False, final=False)
    return ReadyDraft(workspace=workspace, checked=checked_for(workspace, project, root), asked=asked)


def drafted(ready: ReadyDraft) -> Mapping[str, bytes]:
    """The documents, by name. Raises ValueError where there are none."""
    made = documents_of(ready.workspace, ready.checked, ready.asked)
    if made.problems:
        raise ValueError(made.problems[0].payload.en().headline)
    return made.documents
