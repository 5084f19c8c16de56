"""Answers questions with Z3.

Owns: the way from a question to an answer: one solver shared by the questions of a layout, a second try alone,
cores cut down, records read back.
Refuses to know: what obligations ask and why, how a record is replayed or shrunk.

Whether there is a record, and the core if there is none, depend on the question only. The record that `ask` gives
may be any that answers; the one of `example` comes from a solver that was asked nothing else. What a shared solver
leaves unknown is asked again alone before it is Undecided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.logic.places import Torn
from regcheck.logic.terms import Sum, Term
from regcheck.model.case import Record
from regcheck.model.specification import Specification
from regcheck.proof.bench import Bench
from regcheck.proof.cases import MOST_ELEMENTS
from regcheck.proof.claims import Claim, asserted, one_line
from regcheck.proof.libz3 import Context, version
from regcheck.proof.question import Answer, Impossible, Possible, Question, Undecided
from regcheck.proof.shared import Solvers
from regcheck.proof.smtlib import Script
from regcheck.proof.solver import Outcome, Solver
from regcheck.proof.stating import Stated, Stater

RLIMIT = 2_000_000
"""Steps for one check: some seconds at worst, where an ordinary one takes a thousand steps."""

TOO_DEEP = Undecided(reason="定義が定義を引く段数が多すぎて、読み切れない")

MOST_AT_ONCE = 2_000
"""Questions that are put into terms before the first is answered."""

_FEW = 9


class Z3Prover:
    """A Prover for one specification."""

    def __init__(
        self, specification: Specification, rlimit: int = RLIMIT, context: Context | None = None
    ) -> None:
        """`context`: one that nobody uses yet; without, one is made when a question comes to the solver."""
        self.specification, self.rlimit = specification, rlimit
        self.stater = Stater(specification)
        self._context = context
        self._solvers: Solvers | None = None
        self._base = b""
        self._known: dict[tuple[tuple[Claim, ...], bool], Answer] = {}

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        """The answers in order, each when it is wanted; cases drawn for many questions at once come before the
        solver."""
        for start in range(0, len(questions), MOST_AT_ONCE):
            asked = [self.stater.state(question) for question in questions[start : start + MOST_AT_ONCE]]
            self.stater.draw(one for one in asked if one is not None)
            for one in asked:
                yield TOO_DEEP if one is None else self._remembered(one)

    def ask(self, question: Question) -> Answer:
        """A record, a core, or neither within the budget."""
        return next(self.answers([question]))

    def example(self, question: Question) -> Answer:
        """The answer of a solver that was asked nothing else."""
        asked = self.stater.state(question)
        return TOO_DEEP if asked is None else self._alone(asked)

    def keys(self, questions: Sequence[Question], *about: str) -> list[bytes | None]:
        """The contents of questions: all that their answers depend on."""
        from regcheck.proof.keys import digest, types_digest

        if not self._base:
            self._base = digest(version(), str(self.rlimit), types_digest(self.specification))
        asked = [self.stater.state(question) for question in questions]
        made = {one: self._key(one, *about) for one in dict.fromkeys(asked)}
        return [made[one] for one in asked]

    def _key(self, asked: Stated | None, *about: str) -> bytes | None:
        if asked is None:
            return None
        more = about if asked.why else (*about, "no core")
        return asked.shared.keys(self._base).key(asked.claims.claims, asked.claims.mentions, *more)

    def smt_text(self, question: Question) -> str:
        """The question as a self-contained SMT-LIB text that any solver decides."""
        asked = self.stater.prepare(question)
        script = Script(asked.factory)
        head = [
            "; 次のすべてを満たす記録があるかを問う（sat はある、unsat はない）",
            f"; 対象　{one_line(question.subject)}",
            "(set-logic QF_LIA)",
        ]
        return "\n".join([*head, asserted(script, asked.claims), "(check-sat)", ""])

    def _remembered(self, asked: Stated) -> Answer:
        key = asked.claims.claims, asked.why
        known = self._known.get(key)
        if known is None:
            try:
                known = self._known[key] = self._answer(asked)
            except RecursionError:
                return TOO_DEEP
        return known

    def _answer(self, asked: Stated) -> Answer:
        refuted = _refuted(asked)
        if refuted is not None:
            return refuted
        case = asked.shared.case((*asked.terms, *_calm(asked)))
        if case is not None:
            asked.shared.note(asked.terms, case)
            return _possible(asked.shared.cases.drawn(asked.claims.mentions, case))
        if self._solvers is None:
            self._solvers = Solvers(self.rlimit, self._context or Context())
        return self._search(asked, asked.shared.bench(self._solvers)) or self._alone(asked)

    def _alone(self, asked: Stated) -> Answer:
        """The answer of a solver that knows nothing else."""
        refuted = _refuted(asked)
        if refuted is not None:
            return refuted
        bench = Bench(asked.factory, Solver(self.rlimit))
        answer = self._search(asked, bench)
        if answer is not None:
            return answer
        reason = f"解決の予算（rlimit {self.rlimit}）を使い切った（{bench.solver.reason}）"
        return Undecided(reason=reason)

    def _search(self, asked: Stated, bench: Bench) -> Answer | None:
        """The answer, unless the budget is spent."""
        wanted = asked.wanted
        match bench.search(wanted, _wishes(asked)):
            case Outcome.SATISFIABLE:
                return _possible(asked.shared.cases.record(asked.claims.mentions, bench.model()))
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


def _refuted(asked: Stated) -> Answer | None:
    """No, where a claim is false by its shape."""
    claim = asked.absurd
    return None if claim is None else _impossible(asked, (claim.label,))


def _impossible(asked: Stated, core: tuple[str, ...]) -> Answer:
    """No, unless a 一覧 might need more elements than were tried."""
    boundless = asked.shared.layout.boundless
    if boundless:
        names = "、".join(f"「{name}」" for name in boundless)
        return Undecided(reason=f"一覧{names}の要素がいくつあれば足りるかを決められない")
    return Impossible(core=core)


def _wishes(asked: Stated) -> list[list[Term]]:
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


def _calm(asked: Stated) -> list[Term]:
    """That the law does not contradict itself in what the question mentions."""
    compiler = asked.shared.compiler
    if not compiler.conflicts:
        return []
    torn = sorted((m for m in asked.claims.mentions if isinstance(m, Torn)), key=lambda mention: mention.name)
    return [compiler.terms.negate(compiler.conflicts[one]) for one in torn]
