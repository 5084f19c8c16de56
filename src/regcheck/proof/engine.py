"""Answers questions with Z3.

Owns: the way from a question to an answer: one solver shared by all questions of a layout, a second try alone,
cores cut down, records read back.
Refuses to know: what obligations ask and why, how a record is replayed or shrunk.

A shared solver decides; what it leaves unknown is asked again alone before it is Undecided. A record is always
read from a solver that was given this question and no other, so that it does not depend on what was
asked before. A core starts from all claims and leaves out, from the last to the first, each one that is not
needed: 前提 come last, so a core names them only where they matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from regcheck.logic.from_model import Compiler
from regcheck.logic.layout import Layout, Planner
from regcheck.logic.places import Place
from regcheck.logic.terms import FALSE, TRUE, Sum
from regcheck.model.specification import Specification
from regcheck.proof.claims import Claim, Claims, asserted, claims_of, one_line
from regcheck.proof.decode import Decoder
from regcheck.proof.question import Answer, Impossible, Possible, Question, Undecided
from regcheck.proof.smtlib import Literal, Script
from regcheck.proof.solver import Outcome, Solver

RLIMIT = 20_000_000
"""Steps for one check."""

MOST_ELEMENTS = 100_000
"""A record with longer 一覧 is not put together."""

_FEW = 9


@dataclass(slots=True)
class _Case:
    """What questions of one layout share."""

    layout: Layout
    compiler: Compiler
    script: Script
    solver: Solver


@dataclass(slots=True)
class Z3Prover:
    """A Prover for one specification."""

    specification: Specification
    rlimit: int = RLIMIT
    _planner: Planner = field(init=False)
    _cases: dict[Layout, _Case] = field(default_factory=dict)
    _spent_alone: int = 0

    def __post_init__(self) -> None:
        self._planner = Planner(self.specification)

    def ask(self, question: Question) -> Answer:
        """A record, a core, or neither within the budget."""
        try:
            return self._answer(question)
        except RecursionError:
            self._cases.clear()  # what was half compiled must not be used again
            return Undecided(reason="定義が定義を引く段数が多すぎて、読み切れない")

    def _answer(self, question: Question) -> Answer:
        case, claims = self._prepare(question)
        open_claims = [claim for claim in claims.claims if claim.term is not TRUE]
        refuted = next((claim for claim in open_claims if claim.term is FALSE), None)
        if refuted is not None:
            return self._impossible(case, (refuted.label,))
        match self._decide(case, open_claims):
            case Outcome.UNSATISFIABLE:
                return self._impossible(case, self._core(case, open_claims))
            case _:
                return self._alone(case, claims, open_claims)

    @property
    def spent(self) -> int:
        """Steps of all solvers so far, in the unit of the budget; take the difference around a question."""
        shared = max((case.solver.steps for case in self._cases.values()), default=0)
        return shared + self._spent_alone

    def smt_text(self, question: Question) -> str:
        """The question as a self-contained SMT-LIB text that any solver decides."""
        case, claims = self._prepare(question)
        script = Script(case.compiler.terms)
        head = [
            "; 次のすべてを満たす記録があるかを問う（sat はある、unsat はない）",
            f"; 対象　{one_line(question.subject)}",
            "(set-logic QF_LIA)",
        ]
        return "\n".join([*head, asserted(script, claims), "(check-sat)", ""])

    def _prepare(self, question: Question) -> tuple[_Case, Claims]:
        formulas = [part.formula for part in question.parts]
        layout, premises = self._planner.plan(question.subject, formulas, assume=question.assume)
        if layout not in self._cases:
            compiler = self._planner.compiler(layout)
            self._cases[layout] = _Case(layout, compiler, Script(compiler.terms), Solver(self.rlimit))
        case = self._cases[layout]
        return case, claims_of(case.compiler, question, premises)

    def _decide(self, case: _Case, claims: Iterable[Claim]) -> Outcome:
        literals = [case.script.literal(claim.term) for claim in claims]
        case.solver.feed(case.script.take())
        return case.solver.check(literals)

    def _core(self, case: _Case, claims: list[Claim]) -> tuple[str, ...]:
        """Labels that suffice; leaving out any one of the claims kept makes room."""
        kept = list(claims)
        for claim in reversed(claims):
            fewer = [other for other in kept if other is not claim]
            if self._decide(case, fewer) is Outcome.UNSATISFIABLE:
                kept = fewer
        return tuple(dict.fromkeys(claim.label for claim in kept))

    def _impossible(self, case: _Case, core: tuple[str, ...]) -> Answer:
        """No, unless a 一覧 might need more elements than were tried."""
        if case.layout.boundless:
            names = "、".join(f"「{name}」" for name in case.layout.boundless)
            return Undecided(reason=f"一覧{names}の要素がいくつあれば足りるかを決められない")
        return Impossible(core=core)

    def _alone(self, case: _Case, claims: Claims, open_claims: list[Claim]) -> Answer:
        """The same question to a solver that knows nothing else."""
        script, solver = Script(case.compiler.terms), Solver(self.rlimit, alone=True)
        solver.feed(asserted(script, claims))
        wishes = self._wishes(case.compiler, script)
        solver.feed(script.take())
        outcome = Outcome.UNKNOWN
        for wish in (*wishes, []):
            outcome = solver.check(wish)
            if outcome is Outcome.SATISFIABLE:
                break
        self._spent_alone += solver.steps
        if outcome is Outcome.SATISFIABLE:
            return self._possible(case.layout, claims, solver)
        if outcome is Outcome.UNSATISFIABLE:
            return self._impossible(case, self._core(case, open_claims))
        return Undecided(reason=f"解決の予算（rlimit {self.rlimit}）を使い切った（{solver.reason}）")

    def _wishes(self, compiler: Compiler, script: Script) -> list[list[Literal]]:
        """What a record had better be, from much to little: clear of every place where the law contradicts
        itself, and of few elements."""
        terms = compiler.terms
        free = sorted(filter(script.mentions, compiler.conflicts), key=lambda switch: switch.name)
        copies = sorted(filter(script.mentions, compiler.variables.copies), key=lambda number: number.name)
        calm = [script.literal(terms.negate(compiler.conflicts[switch])) for switch in free]
        few = [script.literal(terms.at_least_zero(Sum.of(number, -1).plus(_FEW))) for number in copies]
        return [wish for wish in ([*calm, *few] if few else [], calm) if wish]

    def _possible(self, layout: Layout, claims: Claims, solver: Solver) -> Answer:
        decoder = Decoder(
            specification=self.specification,
            grid=layout.grid,
            slots=dict(layout.slots),
            values=solver.model(),
        )
        decoder.note(claims.mentions)
        if decoder.elements > MOST_ELEMENTS:
            return Undecided(reason=f"一覧に{MOST_ELEMENTS}を超える要素がいるので、例を組み立てない")
        return Possible(record=decoder.record(Place(subject=layout.subject)))
