"""Answers questions with Z3.

Owns: the way from a question to an answer: one solver shared by the questions of a layout, a second try alone,
cores cut down, records read back.
Refuses to know: what obligations ask and why, how a record is replayed or shrunk.

Whether there is a record, and the core if there is none, depend on the question only. The record that `ask` gives
may be any that answers; the one of `example` comes from a solver that was asked nothing else. What a shared solver
leaves unknown is asked again alone before it is Undecided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from regcheck.frozen import Frozen
from regcheck.logic.layout import Layout, Planner
from regcheck.logic.places import Torn
from regcheck.logic.terms import FALSE, TRUE, Sum, Term
from regcheck.model.case import Record
from regcheck.model.specification import Specification
from regcheck.proof.bench import Bench
from regcheck.proof.cases import MOST_ELEMENTS
from regcheck.proof.claims import Claim, Claims, asserted, one_line
from regcheck.proof.libz3 import Context, version
from regcheck.proof.question import Answer, Impossible, Possible, Question, Undecided
from regcheck.proof.shared import Shared, Solvers
from regcheck.proof.smtlib import Script
from regcheck.proof.solver import Outcome, Solver

RLIMIT = 2_000_000
"""Steps for one check: some seconds at worst, where an ordinary one takes a thousand steps."""

TOO_DEEP = Undecided(reason="定義が定義を引く段数が多すぎて、読み切れない")

MOST_AT_ONCE = 2_000
"""Questions that are put into terms before the first is answered."""

_FEW = 9


class Asked(Frozen):
    """A question in terms."""

    shared: Shared
    claims: Claims
    why: bool

    @property
    def wanted(self) -> tuple[Claim, ...]:
        """The claims that are not true anyhow."""
        return tuple(claim for claim in self.claims.claims if claim.term is not TRUE)

    @property
    def terms(self) -> list[Term]:
        """The terms of these claims."""
        return [claim.term for claim in self.wanted]


class Z3Prover:
    """A Prover for one specification."""

    def __init__(
        self, specification: Specification, rlimit: int = RLIMIT, context: Context | None = None
    ) -> None:
        """`context`: one that nobody uses yet; without, one is made when a question comes to the solver."""
        self.specification, self.rlimit = specification, rlimit
        self._planner = Planner(specification)
        self._layouts: dict[Layout, Shared] = {}
        self._made = 0
        self._context = context
        self._solvers: Solvers | None = None
        self._base = b""
        self._known: dict[tuple[tuple[Claim, ...], bool], Answer] = {}
        self._prepared: dict[int, tuple[Question, Asked | None]] = {}

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        """The answers in order, each when it is wanted; cases drawn for many questions at once come before the
        solver."""
        for start in range(0, len(questions), MOST_AT_ONCE):
            asked = [self._try_prepare(question) for question in questions[start : start + MOST_AT_ONCE]]
            _draw(one for one in asked if one is not None)
            for one in asked:
                yield TOO_DEEP if one is None else self._remembered(one)

    def ask(self, question: Question) -> Answer:
        """A record, a core, or neither within the budget."""
        return next(self.answers([question]))

    def example(self, question: Question) -> Answer:
        """The answer of a solver that was asked nothing else."""
        asked = self._try_prepare(question)
        return TOO_DEEP if asked is None else self._alone(asked)

    def keys(self, questions: Sequence[Question], *about: str) -> list[bytes | None]:
        """The contents of questions: all that their answers depend on."""
        from regcheck.proof.keys import digest, types_digest

        if not self._base:
            self._base = digest(version(), str(self.rlimit), types_digest(self.specification))
        return [self._key(self._try_prepare(question), *about) for question in questions]

    def _key(self, asked: Asked | None, *about: str) -> bytes | None:
        if asked is None:
            return None
        labelled = [(claim.label, claim.term) for claim in asked.claims.claims]
        more = about if asked.why else (*about, "no core")
        return asked.shared.keys(self._base).key(labelled, asked.claims.mentions, *more)

    def smt_text(self, question: Question) -> str:
        """The question as a self-contained SMT-LIB text that any solver decides."""
        asked = self.prepare(question)
        script = Script(asked.shared.compiler.terms)
        head = [
            "; 次のすべてを満たす記録があるかを問う（sat はある、unsat はない）",
            f"; 対象　{one_line(question.subject)}",
            "(set-logic QF_LIA)",
        ]
        return "\n".join([*head, asserted(script, asked.claims), "(check-sat)", ""])

    def prepare(self, question: Question) -> Asked:
        """The question in terms. Raises RecursionError if it is nested too deeply."""
        formulas = [part.formula for part in question.parts]
        layout, premises = self._planner.plan(question.subject, formulas, assume=question.assume)
        shared = self._layouts.get(layout)
        if shared is None:
            self._made += 1
            shared = self._layouts[layout] = Shared(layout, self._planner.compiler(layout), self._made)
        claims = shared.claimant.claims_of(question, premises)
        return Asked(shared=shared, claims=claims, why=question.why)

    def _try_prepare(self, question: Question) -> Asked | None:
        """The question in terms, made once; None if it is nested too deeply."""
        _, asked = self._prepared.get(id(question), (question, None))
        if asked is None:
            try:
                asked = self.prepare(question)
            except RecursionError:
                self._layouts.clear()  # what was half compiled must not be used again
            self._prepared[id(question)] = question, asked
        return asked

    def _remembered(self, asked: Asked) -> Answer:
        key = asked.claims.claims, asked.why
        if key not in self._known:
            try:
                self._known[key] = self._answer(asked)
            except RecursionError:
                return TOO_DEEP
        return self._known[key]

    def _answer(self, asked: Asked) -> Answer:
        refuted = _refuted(asked)
        if refuted is not None:
            return refuted
        case = asked.shared.case([*asked.terms, *_calm(asked)])
        if case is not None:
            return _possible(asked.shared.cases.drawn(asked.claims.mentions, case))
        if self._solvers is None:
            self._solvers = Solvers(self.rlimit, self._context or Context())
        return self._search(asked, asked.shared.bench(self._solvers)) or self._alone(asked)

    def _alone(self, asked: Asked) -> Answer:
        """The answer of a solver that knows nothing else."""
        refuted = _refuted(asked)
        if refuted is not None:
            return refuted
        bench = Bench(asked.shared.compiler.terms, Solver(self.rlimit))
        answer = self._search(asked, bench)
        if answer is not None:
            return answer
        reason = f"解決の予算（rlimit {self.rlimit}）を使い切った（{bench.solver.reason}）"
        return Undecided(reason=reason)

    def _search(self, asked: Asked, bench: Bench) -> Answer | None:
        """The answer, unless the budget is spent."""
        wanted = asked.wanted
        match bench.search(wanted, _wishes(asked)):
            case Outcome.SATISFIABLE:
                model = bench.model()
                asked.shared.learn(asked.terms, model)
                return _possible(asked.shared.cases.record(asked.claims.mentions, model))
            case Outcome.UNSATISFIABLE:
                core = bench.core(wanted, asked.shared.is_possible) if asked.why else ()
                return _impossible(asked, core)
            case Outcome.UNKNOWN:
                return None


def _possible(record: Record | None) -> Answer:
    """Yes, unless the record is too large."""
    if record is None:
        return Undecided(reason=f"一覧に{MOST_ELEMENTS}を超える要素がいるので、例を組み立てない")
    return Possible(record=record)


def _draw(asked: Iterable[Asked]) -> None:
    """Cases for each layout, drawn near the limits in all that is asked of it."""
    wanted: dict[Shared, list[Sequence[Term]]] = {}
    for one in asked:
        if _refuted(one) is None:
            wanted.setdefault(one.shared, []).append(one.terms)
            one.shared.cases.expect(one.claims.mentions)
    for shared, terms in wanted.items():
        if len(terms) > 1 or not shared.is_drawn:  # for one question, the cases at hand will do
            shared.draw(terms)


def _refuted(asked: Asked) -> Answer | None:
    """No, where a claim is false by its shape."""
    label = next((claim.label for claim in asked.claims.claims if claim.term is FALSE), None)
    return None if label is None else _impossible(asked, (label,))


def _impossible(asked: Asked, core: tuple[str, ...]) -> Answer:
    """No, unless a 一覧 might need more elements than were tried."""
    boundless = asked.shared.layout.boundless
    if boundless:
        names = "、".join(f"「{name}」" for name in boundless)
        return Undecided(reason=f"一覧{names}の要素がいくつあれば足りるかを決められない")
    return Impossible(core=core)


def _wishes(asked: Asked) -> list[list[Term]]:
    """What a record had better be, from much to little: clear of every place where the law contradicts
    itself, and of few elements."""
    compiler = asked.shared.compiler
    if not compiler.conflicts and not compiler.variables.copies:
        return []
    terms = compiler.terms
    mentions = sorted(asked.claims.mentions, key=lambda mention: mention.name)
    calm = _calm(asked)
    numbers = [compiler.variables.copies[m] for m in mentions if m in compiler.variables.copies]
    few = [terms.at_least_zero(Sum.of(number, -1).plus(_FEW)) for number in numbers]
    return [wish for wish in ([*calm, *few] if few else [], calm) if wish]


def _calm(asked: Asked) -> list[Term]:
    """That the law does not contradict itself in what the question mentions."""
    compiler = asked.shared.compiler
    if not compiler.conflicts:
        return []
    torn = sorted((m for m in asked.claims.mentions if isinstance(m, Torn)), key=lambda mention: mention.name)
    return [compiler.terms.negate(compiler.conflicts[one]) for one in torn]
