"""What questions share is put into terms once, and each question has all that it needs of it."""

from __future__ import annotations

from tests.property.constructs import BIG, NAMED, PUBLIC, SPECIFICATION

from regcheck.logic.layout import Planner
from regcheck.logic.places import Fact, Place
from regcheck.logic.terms import Terms
from regcheck.model.formula import Formula, Not
from regcheck.proof.claims import Claim, Claimant, Claims
from regcheck.proof.keys import Keys
from regcheck.proof.question import Labelled, Question

SUBJECT = "施設"


def claimed(*asked: tuple[Labelled, ...]) -> list[Claims]:
    """The claims of questions with these parts, by one claimant."""
    planner = Planner(SPECIFICATION)
    layout, premises = planner.plan(SUBJECT, [NAMED, BIG, PUBLIC], assume=True)
    claimant = Claimant(planner.compiler(layout))
    return [claimant.claims_of(Question(subject=SUBJECT, parts=parts), premises) for parts in asked]


def part(label: str, formula: Formula) -> Labelled:
    return Labelled(label=label, formula=formula)


def fields(claims: Claims) -> set[str]:
    assert Place(subject=SUBJECT) in claims.mentions
    return {mention.field for mention in claims.mentions if isinstance(mention, Fact)}


def test_a_question_mentions_what_its_own_parts_mention() -> None:
    named, big, public = part("一", NAMED), part("二", BIG), part("三", PUBLIC)
    found = claimed((named, big), (), (big,), (public, big), (named, big))
    assert [fields(one) for one in found] == [
        {"認定", "病床数"},
        set(),
        {"病床数"},
        {"種別", "病床数"},
        {"認定", "病床数"},
    ]


def test_a_part_that_questions_share_is_one_claim() -> None:
    named, big = part("一", NAMED), part("二", BIG)
    (first, _), (_, second) = (one.claims for one in claimed((named, big), (big, named)))
    assert first is second
    assert first.label == "一"


def test_parts_of_one_formula_keep_their_labels() -> None:
    ((first, second),) = (one.claims for one in claimed((part("一", NAMED), part("二", NAMED))))
    assert first.term is second.term
    assert (first.label, second.label) == ("一", "二")


def test_the_opposite_of_a_part_mentions_the_same() -> None:
    (found,) = claimed((part("一", Not(body=BIG)),))
    assert fields(found) == {"病床数"}


def test_what_is_claimed_under_which_name_and_of_which_facts_is_the_key() -> None:
    terms = Terms()
    a, b = (terms.switch(name) for name in "ab")
    first, other, renamed = (Claim(label=n, term=t) for n, t in (("一", a), ("一", b), ("二", a)))
    facts = frozenset({Fact(place=Place(subject=SUBJECT), field="認定")})
    keys = [
        Keys(terms, b"").key([first, other], facts),
        Keys(terms, b"").key([first, renamed], facts),
        Keys(terms, b"").key([first], facts),
        Keys(terms, b"").key([renamed], facts),
        Keys(terms, b"").key([first], frozenset()),
        Keys(terms, b"").key([first], facts, "別"),
        Keys(terms, b"other").key([first], facts),
    ]
    assert len(set(keys)) == len(keys)
    assert Keys(terms, b"").key([Claim(label="一", term=a)], facts) == keys[2]
