"""Answers questions with Z3.

Owns: the way from a question to an answer: one solver shared by all questions of a layout, a second try alone,
cores cut down, records read back.
Refuses to know: what obligations ask and why, how a record is replayed or shrunk.

A shared solver decides and gives the record; what it leaves unknown is asked again alone before it is Undecided.
Whether there is a record, and the core if there is none, depend on the question only. Which record is found
may depend on what was asked before: the same questions in the same order give the same records, and a solver
of its own for each record would make a whole check two to three times as long.

A core starts from all claims and leaves out, from the last to the first, each one that is not needed: 前提
come last, so a core names them only where they matter.
"""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.logic.from_model import Compiler
from regcheck.logic.layout import Layout, Planner
from regcheck.logic.places import Place, Torn
from regcheck.logic.terms import FALSE, TRUE, Sum, Term
from regcheck.model.specification import Specification
from regcheck.proof.claims import Claim, Claimant, Claims, asserted, one_line
from regcheck.proof.decode import Decoder
from regcheck.proof.question import Answer, Impossible, Possible, Question, Undecided
from regcheck.proof.smtlib import Script
from regcheck.proof.solver import Outcome, Solver

RLIMIT = 2_000_000
"""Steps for one check: some seconds at worst, where an ordinary one takes a thousand steps."""

MOST_ELEMENTS = 100_000
"""A record with longer 一覧 is not put together."""

MOST_SHARED = 250
"""Questions that one shared solver takes; it carries what all of them named, so its successor starts empty."""

_FEW = 9


class _Case:
    """What questions of one layout share."""

    def __init__(self, layout: Layout, compiler: Compiler, rlimit: int) -> None:
        self.layout, self.compiler, self.rlimit = layout, compiler, rlimit
        self.claimant = Claimant(compiler)
        self._spent = 0
        self._start()

    def take(self) -> None:
        """Count one more question; the solver gives way to an empty one when it has taken enough."""
        if self._asked == MOST_SHARED:
            self._spent = self.steps
            self._start()
        self._asked += 1

    @property
    def steps(self) -> int:
        """Steps of all its solvers so far."""
        return self._spent + self.solver.steps

    def _start(self) -> None:
        self.script, self.solver, self._asked = Script(self.compiler.terms), Solver(self.rlimit), 0


class Z3Prover:
    """A Prover for one specification."""

    def __init__(self, specification: Specification, rlimit: int = RLIMIT) -> None:
        self.specification, self.rlimit = specification, rlimit
        self._planner = Planner(specification)
        self._cases: dict[Layout, _Case] = {}
        self._answers: dict[Question, Answer] = {}

    def ask(self, question: Question) -> Answer:
        """A record, a core, or neither within the budget."""
        try:
            if question not in self._answers:
                self._answers[question] = self._answer(question)
            return self._answers[question]
        except RecursionError:
            self._cases.clear()  # what was half compiled must not be used again
            return Undecided(reason="定義が定義を引く段数が多すぎて、読み切れない")

    def _answer(self, question: Question) -> Answer:
        case, claims = self._prepare(question)
        wanted = [claim for claim in claims.claims if claim.term is not TRUE]
        refuted = next((claim for claim in wanted if claim.term is FALSE), None)
        if refuted is not None:
            return self._impossible(case, (refuted.label,))
        case.take()
        wishes = self._wishes(case.compiler, claims)
        match self._search(case.script, case.solver, wanted, wishes):
            case Outcome.SATISFIABLE:
                return self._possible(case.layout, claims, case.solver)
            case Outcome.UNSATISFIABLE:
                return self._impossible(case, self._core(case, wanted))
            case Outcome.UNKNOWN:
                return self._alone(case, claims, wanted, wishes)

    @property
    def spent(self) -> int:
        """Steps of the shared solvers so far, in the unit of the budget."""
        return sum(case.steps for case in self._cases.values())

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
            self._cases[layout] = _Case(layout, compiler, self.rlimit)
        case = self._cases[layout]
        return case, case.claimant.claims_of(question, premises)

    def _search(
        self, script: Script, solver: Solver, wanted: Iterable[Claim], wishes: Iterable[Iterable[Term]] = ()
    ) -> Outcome:
        """Whether all claims can hold; with the first wishes that can be had besides, if any."""
        literals = [script.literal(claim.term) for claim in wanted]
        for wish in (*wishes, ()):
            more = [script.literal(term) for term in wish]
            solver.feed(script.take())
            outcome = solver.check([*literals, *more])
            if outcome is Outcome.SATISFIABLE:
                break
        return outcome

    def _core(self, case: _Case, claims: list[Claim]) -> tuple[str, ...]:
        """Labels that suffice; leaving out any one of the claims kept makes room."""
        kept = list(claims)
        for claim in reversed(claims):
            fewer = [other for other in kept if other is not claim]
            if self._search(case.script, case.solver, fewer) is Outcome.UNSATISFIABLE:
                kept = fewer
        return tuple(dict.fromkeys(claim.label for claim in kept))

    def _impossible(self, case: _Case, core: tuple[str, ...]) -> Answer:
        """No, unless a 一覧 might need more elements than were tried."""
        if case.layout.boundless:
            names = "、".join(f"「{name}」" for name in case.layout.boundless)
            return Undecided(reason=f"一覧{names}の要素がいくつあれば足りるかを決められない")
        return Impossible(core=core)

    def _alone(self, case: _Case, claims: Claims, wanted: list[Claim], wishes: list[list[Term]]) -> Answer:
        """The same question to a solver that knows nothing else."""
        solver = Solver(self.rlimit)
        match self._search(Script(case.compiler.terms), solver, wanted, wishes):
            case Outcome.SATISFIABLE:
                return self._possible(case.layout, claims, solver)
            case Outcome.UNSATISFIABLE:
                return self._impossible(case, self._core(case, wanted))
            case Outcome.UNKNOWN:
                return Undecided(reason=f"解決の予算（rlimit {self.rlimit}）を使い切った（{solver.reason}）")

    def _wishes(self, compiler: Compiler, claims: Claims) -> list[list[Term]]:
        """What a record had better be, from much to little: clear of every place where the law contradicts
        itself, and of few elements."""
        terms = compiler.terms
        mentions = sorted(claims.mentions, key=lambda mention: mention.name)
        torn = [m for m in mentions if isinstance(m, Torn)]
        calm = [terms.negate(compiler.conflicts[torn_one]) for torn_one in torn]
        numbers = [compiler.variables.copies[m] for m in mentions if m in compiler.variables.copies]
        few = [terms.at_least_zero(Sum.of(number, -1).plus(_FEW)) for number in numbers]
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
