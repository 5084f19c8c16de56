"""The ledger of a specification held against the oracle: every complaint that there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from tests.property.oracle import Oracle, Owed
from tests.property.small_worlds import MAIN, World
from tests.property.truth_sets import Truths, conjoined
from tests.property.wording import wording_complaints

from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import Frozen, replace
from regcheck.model.case import UNKNOWN, Record, Value
from regcheck.model.specification import DecisionTable, Specification
from regcheck.proof.decide import Decided, decide
from regcheck.proof.engine import Z3Prover
from regcheck.proof.families import obligations
from regcheck.proof.obligation import NoCase, Obligation, Refutation
from regcheck.proof.question import Prover
from regcheck.proof.verdict import Verdict

DRAWN = Counter[str]()
"""How many specifications, and verdicts of each family, were judged in this process."""

TOLD = (Verdict.REFUTED, Verdict.UNDECIDED)
FAILED = (Verdict.REFUTED, Verdict.VACUOUS, Verdict.NOT_RUN)


class Ledger(Frozen):
    """What was decided, and the record behind every refutation that has one."""

    decided: tuple[Decided, ...]
    cases: dict[str, Record]

    def failed(self, ids: Iterable[str]) -> bool:
        wanted = set(ids)
        return any(d.obligation.id in wanted and d.verdict in FAILED for d in self.decided)

    def is_torn(self) -> bool:
        """Whether rules are found to contradict each other."""
        return any(
            d.verdict is Verdict.REFUTED and d.obligation.family in ("precedence", "exclusive")
            for d in self.decided
        )


def ledger_of(spec: Specification, prover: Prover | None = None) -> Ledger:
    cases = dict[str, Record]()
    owed = [_watched(obligation, cases) for obligation in obligations(spec)]
    return Ledger(decided=tuple(decide(spec, owed, prover or Z3Prover(spec))), cases=cases)


def _watched(obligation: Obligation, cases: dict[str, Record]) -> Obligation:
    """The same obligation; the case that is blamed is kept."""
    ask = obligation.ask
    if not isinstance(ask, NoCase):
        return obligation

    def blame(refutation: Refutation) -> Payload:
        if refutation.record is not None:
            cases[obligation.id] = refutation.record
        return ask.blame(refutation)

    return replace(obligation, ask=replace(ask, blame=blame))


def complaints(world: World, spec: Specification, ledger: Ledger) -> Iterator[str]:
    """Every way in which the ledger is wrong."""
    DRAWN["specifications"] += 1
    oracle = Oracle(world, spec)
    right = dict(oracle.owed())
    twice = Counter(d.obligation.id for d in ledger.decided)
    yield from (f"{name}: owed {times} times" for name, times in twice.items() if times > 1)
    for decided in ledger.decided:
        name, family = decided.obligation.id, decided.obligation.family
        DRAWN[f"{family} {decided.verdict}"] += 1
        if name in right:
            yield from _judged(decided, right[name], ledger, oracle)
        elif not (family in UNJUDGED or _is_of_table(name, spec)):
            yield f"{name}: the oracle knows no such obligation"
    found = set(twice)
    for name, owed in right.items():
        if name not in found and not (_is_of_table(name, spec) and Verdict.PROVED in owed.verdicts):
            yield f"{name}: not asked, though {_words(owed)}"
    for table in spec.tables.values():
        yield from gap_complaints(oracle.on[MAIN], table, ledger)
    yield from wording_complaints(spec, ledger.decided)


UNJUDGED = ("boundary", "symmetry")
"""Families that speak of the texts and not of cases (wording.py)."""


def _is_of_table(name: str, spec: Specification) -> bool:
    """Gaps have a judge of their own; what the cells of a table alone prove may be settled together."""
    return name.split(":")[1].split("/")[0] in spec.tables


def _judged(decided: Decided, owed: Owed, ledger: Ledger, oracle: Oracle) -> Iterator[str]:
    name, verdict = decided.obligation.id, decided.verdict
    if verdict in (Verdict.NOT_RUN, Verdict.VACUOUS) and ledger.failed(decided.obligation.presupposes):
        return
    if verdict not in owed.verdicts:
        yield f"{name}: {verdict}, but {_words(owed)}"
    elif verdict is Verdict.NOT_RUN and not ledger.is_torn():
        yield f"{name}: not run without a reason"
    elif verdict is Verdict.REFUTED and owed.refuting is not None:
        yield from _case_complaints(name, owed.refuting, oracle.on[owed.subject], ledger)


def _words(owed: Owed) -> str:
    return f"right is {'/'.join(sorted(owed.verdicts))}{' (rules contradict)' if owed.is_open else ''}"


def _case_complaints(name: str, refuting: int, truths: Truths, ledger: Ledger) -> Iterator[str]:
    """The case stands for records that may occur, and every one of them refutes."""
    case = ledger.cases.get(name)
    if case is None:
        yield f"{name}: refuted without a case"
        return
    known = with_stand_ins(truths.world, case)
    meant = sum(agrees(known, r) << i for i, r in enumerate(truths.records)) & truths.allowed
    if not meant:
        yield f"{name}: {case} cannot occur"
    elif meant & ~refuting:
        yield f"{name}: {case} does not refute"


def with_stand_ins(world: World, case: Record) -> Record:
    """The case with values that are written down in the world, for those that no rule tells from them."""
    written = [value for record in world.records[case.subject] for value in record.facts.values()]
    texts = dict[str, str]()

    def stand_in(value: Value) -> Value:
        if isinstance(value, Fraction) and world.cuts:
            alike = (
                w for w in written if isinstance(w, Fraction) and _place(w, world) == _place(value, world)
            )
            return next(alike)
        if isinstance(value, str) and value not in written and world.texts:
            return texts.setdefault(value, world.texts[len(texts)])
        return value

    return replace(case, facts={name: stand_in(value) for name, value in case.facts.items()})


def _place(value: Fraction, world: World) -> tuple[int, int]:
    return sum(cut < value for cut in world.cuts), sum(cut <= value for cut in world.cuts)


def agrees(part: Value, whole: Value) -> bool:
    """Whether all that is known of one is so in the other."""
    match part, whole:
        case Record(), Record():
            return all(agrees(v, whole.facts[k]) for k, v in part.facts.items()) and all(
                whole.judgements[k] == v for k, v in part.judgements.items()
            )
        case tuple(), tuple():
            return len(part) == len(whole) and all(map(agrees, part, whole))
        case _:
            return part is UNKNOWN or part == whole


# ---------------------------------------------------------------- gaps of a table


def gap_complaints(truths: Truths, table: DecisionTable, ledger: Ledger) -> Iterator[str]:
    """Gaps are regions that do not meet; together with the rows they make up everything."""
    name = table.header.name
    found = [d for d in ledger.decided if d.obligation.id.split("/")[0] == f"cover:{name}"]
    if not table.complete:
        yield from (f"{d.obligation.id}: not owed" for d in found)
        return
    if any(ledger.failed(d.obligation.presupposes) for d in found):
        return
    within = [] if table.within is None else [truths.of(table.within)]
    rows = [truths.row(table, row) for row in table.rows]
    missed = conjoined([*within, *(row.denied() for row in rows)], truths.all)
    sure, maybe = missed.true & truths.allowed, ~missed.false & truths.allowed
    told = [(d, _region(truths, d)) for d in found]
    yield from _region_complaints(name, [r for d, r in told if d.verdict in TOLD], sure, maybe)
    for decided, region in told:
        yield from _gap_judged(decided, region, sure, maybe, ledger, truths)


def _region(truths: Truths, decided: Decided) -> int:
    """Where the gap is said to lie: the first part of its question; nowhere if there is none."""
    ask = decided.obligation.ask
    return truths.of(ask.question.parts[0].formula).true if isinstance(ask, NoCase) else 0


def _region_complaints(name: str, regions: Sequence[int], sure: int, maybe: int) -> Iterator[str]:
    union = 0
    for region in regions:
        if union & region & maybe:
            yield f"cover:{name}: gaps overlap"
        union |= region
    if sure & ~union:
        yield f"cover:{name}: a gap is not told"


def _gap_judged(
    decided: Decided, region: int, sure: int, maybe: int, ledger: Ledger, truths: Truths
) -> Iterator[str]:
    name = decided.obligation.id
    match decided.verdict:
        case Verdict.REFUTED if not region & maybe:
            yield f"{name}: no case lies in the gap"
        case Verdict.REFUTED:
            yield from _case_complaints(name, region & maybe, truths, ledger)
        case Verdict.PROVED if region & sure:
            yield f"{name}: PROVED, but there is a case"
        case Verdict.PROVED:
            return
        case Verdict.NOT_RUN if ledger.is_torn() and sure != maybe:
            return
        case Verdict.REFUTED | Verdict.NOT_RUN | _:
            yield f"{name}: {decided.verdict}"
