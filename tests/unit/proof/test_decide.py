"""Verdicts: nothing is believed that the evaluator does not confirm, and nothing goes missing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import given
from tests.property.effort import examples
from tests.unit.proof.brute import BruteProver, everything
from tests.unit.proof.one_by_one import OneByOne
from tests.unit.proof.small import (
    HOSPITAL,
    assumption,
    beds,
    both,
    claim,
    criterion,
    definition,
    either,
    flag,
    formulas,
    is_a,
    judged,
    no,
    override,
    rank,
    world,
)

from regcheck.diagnostics.codes.dead import EmptyTerm
from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import Kleene
from regcheck.frozen import replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import Formula, Implies
from regcheck.model.specification import PropertyKind, Specification
from regcheck.proof.asking import asked
from regcheck.proof.decide import decide
from regcheck.proof.families import obligations
from regcheck.proof.obligation import NoCase, Obligation
from regcheck.proof.parts import setting, slots, without
from regcheck.proof.question import Answer, Labelled, Possible, Question, Undecided
from regcheck.proof.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Saying(OneByOne):
    """A prover that answers everything with the same."""

    answer: Answer

    def ask(self, question: Question) -> Answer:
        return self.answer


def never(formula: Formula, *premises: Question) -> Obligation:
    question = asked(HOSPITAL, Labelled(label="問", formula=formula))
    ask = NoCase(question=question, blame=lambda r: EmptyTerm(term="甲"), premises=premises)
    return Obligation(id="property:甲", family="property", term="性質「甲」", ask=ask, provisions=("第一条",))


def test_a_case_that_does_not_come_out_is_the_tools_own_fault() -> None:
    lie = Possible(record=Record(subject=HOSPITAL, facts={"病床数": Fraction(3)}))
    (found,) = decide(world(), [never(beds(">", 5))], Saying(lie))
    assert found.verdict is Verdict.UNREPLAYED
    assert found.diagnostic is not None
    assert found.diagnostic.code.is_internal


def test_a_case_against_a_premise_is_the_tools_own_fault() -> None:
    lie = Possible(record=Record(subject=HOSPITAL, facts={"病床数": Fraction(6)}))
    spec = world(assumption("小さい", beds("<", 4)))
    (found,) = decide(spec, [never(beds(">", 5))], Saying(lie))
    assert found.verdict is Verdict.UNREPLAYED


def test_a_spent_budget_names_the_clause() -> None:
    (found,) = decide(world(), [never(beds(">", 5))], Saying(Undecided(reason="予算")))
    assert found.verdict is Verdict.UNDECIDED
    assert found.note == "第一条：予算"


def test_a_case_in_which_the_text_contradicts_itself_belongs_to_that_finding() -> None:
    """The prover may answer with a case where two 特例 clash: no outcome, but no fault of the tool either."""
    spec = world(
        definition("特定", flag("承認")),
        override("甲", "特定", judged("特に必要"), outcome=True),
        override("乙", "特定", flag("国立"), outcome=False),
        claim("常に", PropertyKind.ALWAYS, Implies(premise=flag("国立"), conclusion=no(is_a("特定")))),
    )
    clash: dict[str, Value] = {"国立": True, "承認": True, "病床数": Fraction(1), "災害拠点": "基幹"}
    lie = Possible(record=Record(subject=HOSPITAL, facts=clash, judgements={"特に必要": True}))

    @dataclass(frozen=True, slots=True)
    class Half(OneByOne):
        brute: BruteProver

        def ask(self, question: Question) -> Answer:
            about = {part.label for part in question.parts}
            return lie if "性質「常に」" in about else self.brute.ask(question)

    found = {d.obligation.id: d for d in decide(spec, obligations(spec), Half(BruteProver(spec)))}
    assert found["property:常に"].verdict is Verdict.NOT_RUN
    assert found["property:常に"].diagnostic == found["precedence:特定/甲・乙"].diagnostic


def test_progress_counts_every_obligation() -> None:
    seen: list[tuple[int, int]] = []
    spec = world(definition("甲", both(flag("承認"), flag("国立"))))
    done = tuple(decide(spec, obligations(spec), BruteProver(spec), lambda i, n: seen.append((i, n))))
    assert seen == [(i, len(done)) for i in range(len(done) + 1)]


def test_ids_are_unique_and_carry_their_family() -> None:
    spec = world(
        definition("甲", either(both(flag("承認"), beds(">", 3)), rank("基幹"))),
        criterion("乙", both(is_a("甲"), beds(">", 5))),
        claim("丙", PropertyKind.EXCLUSIVE, flag("承認"), flag("国立"), is_a("甲")),
    )
    owed = list(obligations(spec))
    assert len({o.id for o in owed}) == len(owed)
    assert all(o.id.startswith(f"{o.family}:") for o in owed)


# ---------------------------------------------------------------- against enumeration


def truths(spec: Specification, formula: Formula) -> list[bool]:
    """Of every record that the 前提 allow."""
    return [
        evaluate(spec, formula, record).truth is Kleene.TRUE
        for record in everything(spec, HOSPITAL)
        if all(evaluate(spec, a.body, record).truth is Kleene.TRUE for a in spec.assumptions.values())
    ]


@examples(25)
@given(formulas())
def test_verdicts_on_a_text_agree_with_trying_everything(body: Formula) -> None:
    """satisfiable, not_trivial and live_part against their plain meaning, by changing the text itself."""
    background = assumption("承認の要件", either(no(flag("承認")), beds(">=", 4)))
    spec = world(background, criterion("甲", body))
    done = {d.obligation.id: d.verdict for d in decide(spec, obligations(spec), BruteProver(spec))}
    outcomes = truths(spec, is_a("甲"))
    assert (done["satisfiable:甲"] is Verdict.PROVED) == any(outcomes) or done[
        "satisfiable:甲"
    ] is Verdict.NOT_RUN
    assert (done["not_trivial:甲"] is Verdict.PROVED) == (not all(outcomes))
    for slot in slots(body, "甲"):
        verdict = done[f"live_part:甲{slot.key}"]
        if verdict is not Verdict.NOT_RUN:
            alone = setting(body, slot)
            before = truths(world(background, criterion("甲", alone)), is_a("甲"))
            after = truths(world(background, criterion("甲", without(alone, slot))), is_a("甲"))
            assert (verdict is Verdict.PROVED) == (after != before)


@examples(25)
@given(formulas(), formulas())
def test_verdicts_on_claims_agree_with_trying_everything(left: Formula, right: Formula) -> None:
    spec = world(
        claim("含む", PropertyKind.ALWAYS, Implies(premise=left, conclusion=right)),
        claim("ある", PropertyKind.POSSIBLE, both(left, right)),
        claim("同じ", PropertyKind.EQUIVALENT, left, right),
        claim("排他", PropertyKind.EXCLUSIVE, left, right),
        claim("網羅", PropertyKind.COVER, right, whole=left),
    )
    done = {d.obligation.id: d.verdict for d in decide(spec, obligations(spec), BruteProver(spec))}
    ls, rs = truths(spec, left), truths(spec, right)
    pairs = list(zip(ls, rs, strict=True))
    inside = Verdict.PROVED if all(b for a, b in pairs if a) else Verdict.REFUTED
    expected = {
        "property:含む": inside if any(ls) else Verdict.VACUOUS,
        "property:ある": Verdict.PROVED if any(a and b for a, b in pairs) else Verdict.REFUTED,
        "property:同じ": Verdict.PROVED if ls == rs else Verdict.REFUTED,
        "cover:網羅": inside if any(ls) else Verdict.VACUOUS,
    }
    assert {key: done[key] for key in expected} == expected
    apart = not any(a and b for a, b in pairs)
    empty = not any(ls) or not any(rs)
    wanted = Verdict.VACUOUS if empty else Verdict.PROVED if apart else Verdict.REFUTED
    assert done["exclusive:排他/第一号・第二号"] is wanted


def test_the_order_in_which_a_prover_meets_records_changes_no_counterexample() -> None:
    """Cases are brought to the same limits whatever record was found first."""
    spec = world(
        assumption("承認の要件", either(no(flag("承認")), beds(">=", 4))),
        definition("特定", flag("承認"), "第一条"),
        criterion("基準", both(is_a("特定"), either(beds(">", 6), rank("基幹"))), "第二条"),
        claim("全て", PropertyKind.ALWAYS, Implies(premise=is_a("特定"), conclusion=is_a("基準"))),
        claim("網羅", PropertyKind.COVER, beds(">", 6), beds("<", 6), whole=is_a("特定")),
    )

    def cases(prover: BruteProver) -> list[object]:
        done = decide(spec, obligations(spec), prover)
        return [d.witness for d in done if d.verdict is Verdict.REFUTED]

    assert cases(BruteProver(spec)) == cases(BruteProver(spec, backwards=True))


def test_what_stands_is_not_asked_again_and_is_told_of_the_obligation_that_is_owed() -> None:
    spec, owed = world(), never(both(flag("承認"), no(flag("承認"))))
    (proved,) = decide(spec, [owed], BruteProver(spec))
    deaf = Saying(Undecided(reason="問うてはならない"))
    standing = {owed.id: proved}
    assert [one is proved for one in decide(spec, [owed], deaf, standing=standing)] == [True]
    moved = replace(owed, provisions=("第二条",))
    (told,) = decide(spec, [moved], deaf, standing=standing)
    assert told.obligation is moved
    assert told == replace(proved, obligation=moved)


def test_what_stands_falls_with_what_it_presupposes() -> None:
    spec, owed = world(), never(both(flag("承認"), no(flag("承認"))))
    (proved,) = decide(spec, [owed], BruteProver(spec))
    broken = replace(never(flag("承認")), id="property:乙")
    leaning = replace(owed, presupposes=(broken.id,))
    found = list(decide(spec, [broken, leaning], BruteProver(spec), standing={owed.id: proved}))
    assert [one.verdict for one in found] == [Verdict.REFUTED, Verdict.NOT_RUN]
