"""Protects: the tour of the language is built without a finding, and whatever is done to it, what is built is whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.language import read_grammar
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    OverList,
    OverSeries,
    Path,
    Rounded,
    StageApplies,
)
from regcheck.model.from_syntax import Built, build_specification
from regcheck.model.from_syntax.single import build_formula
from regcheck.model.provisions import labelled_parts, provision_label
from regcheck.model.references import expressions, mentions, rule_key, subformulas
from regcheck.model.specification import (
    OtherCell,
    PropertyKind,
    RangeCell,
    Specification,
)
from regcheck.model.types import EnumSetType, EnumType, ListType, ReferenceType
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

TOUR = read_grammar("tour.regspec")
LINES = TOUR.splitlines(keepends=True)
WORDS = (
    "病床数",
    "承認",
    "「甲案」",
    "特定機能病院",
    "開設者",
    "設備",
    "四百床",
    "以上",
    "の",
    "機能",
    "第一段階",
)


def built(text: str) -> Built:
    parsed = parse_file(SourceText("tour.regspec", text))
    return build_specification([parsed.file], frozenset({"tour.regspec"}))


@pytest.fixture(scope="module")
def tour() -> Specification:
    found = built(TOUR)
    assert found.diagnostics == ()
    return found.specification


def test_every_item_of_the_tour_is_built(tour: Specification) -> None:
    counts = {
        "instruments": 2, "placeholders": 3, "enumerations": 4, "subjects": 7, "discretions": 1,
        "assumptions": 1, "predicates": 4, "overrides": 2, "tables": 1, "plans": 1, "delegations": 1,
        "properties": 8, "scenarios": 5, "fact_tables": 1, "figure_checks": 1, "procedures": 2, "appellations": 1,
    }  # fmt: skip
    assert {name: len(getattr(tour, name)) for name in counts} == counts


def test_a_criterion_is_a_list_with_an_exception(tour: Specification) -> None:
    body = tour.predicates["高度医療提供基準"].body
    assert isinstance(body, Except)
    assert isinstance(body.body, And)
    first, second, third = body.body.parts
    assert first.body == Applies(term="特定機能病院", path=Path())
    assert isinstance(second.body, Or)
    assert isinstance(third.body, AtLeast)
    assert third.body.count == 2


def test_the_parts_of_a_criterion_are_named_as_in_the_law(tour: Specification) -> None:
    criterion = tour.predicates["高度医療提供基準"]
    named = [provision_label(criterion.header, part.labels) for part in labelled_parts(criterion.body)]
    assert named == [
        "第二条第一号",
        "第二条第二号",
        "第二条第二号イ",
        "第二条第二号ロ",
        "第二条第二号ハ",
        "第二条第三号",
        "第二条第三号（１）",
        "第二条第三号（２）",
        "第二条第三号（３）",
        "第二条ただし書",
    ]


def test_lists_series_and_rounding_of_the_tour(tour: Specification) -> None:
    body = tour.predicates["大規模事業"].body
    assert isinstance(body, Or)
    kinds = [type(part.body) for part in body.parts]
    assert kinds[1] is OverSeries
    assert kinds[2] is OverList
    assert kinds[4] is OverList
    assert kinds[5] is And
    (share,) = [e for f in subformulas(body.parts[6].body) for e in expressions(f) if isinstance(e, Rounded)]
    assert share.places == 2


def test_a_property_over_stages(tour: Specification) -> None:
    owed = tour.properties["最後の砦"]
    assert owed.kind is PropertyKind.ALWAYS
    (claim,) = owed.members
    assert isinstance(claim, Implies)
    assert isinstance(claim.conclusion, Or)
    assert [part.body for part in claim.conclusion.parts] == [
        StageApplies(plan="甲案", number=number, path=Path()) for number in (1, 2, 3)
    ]


def test_otherwise_in_the_table(tour: Specification) -> None:
    last = tour.tables["届出の要否"].rows[2].cells[1]
    quarter = RangeCell(low=Fraction(1, 4), low_strict=False, high=Fraction(1, 3), high_strict=True)
    assert last == OtherCell(excluded=(quarter,))


def test_records_of_the_cases(tour: Specification) -> None:
    facts = tour.scenarios["契約と与信の年が違う"].record.facts
    assert facts["契約数"] == (Fraction(10_000_000), Fraction(5_000_000), Fraction(5_000_000))
    assert facts["病院"] == (
        Record(subject="病院", facts={"病床数": Fraction(578), "承認": True}),
        Record(
            subject="病院", facts={"病床数": Fraction(427), "承認": False}, judgements={"特に必要": False}
        ),
    )
    assert facts["設備"] == ()
    assert facts["機能"] == frozenset()
    assert facts["輸入量の割合"] == 0


def test_a_printed_sentence_is_read_back_to_the_same_formula(tour: Specification) -> None:
    item = parse_file(
        SourceText(
            "q.regspec", "定義「問」：病院\n  特定機能病院に該当し、かつ、紹介率が百分の八十未満でないこと\n"
        )
    ).file.items[0]
    clause = getattr(item, "body")  # noqa: B009
    found = build_formula(tour, "病院", clause).formula
    assert isinstance(found, And)
    assert found.parts[0].body == Applies(term="特定機能病院", path=Path())
    assert isinstance(found.parts[1].body, Not)


# ---------------------------------------------------------------- whatever is written


def formulas(specification: Specification) -> Iterator[Formula]:
    yield from (p.body for p in specification.predicates.values())
    yield from (a.body for a in specification.assumptions.values())
    yield from (o.condition for o in specification.overrides.values())
    yield from (s.body for p in specification.plans.values() for s in p.stages)
    yield from (m for p in specification.properties.values() for m in p.members)
    yield from (e.formula for s in specification.scenarios.values() for e in s.expectations)


def assert_whole(specification: Specification) -> None:
    """Nothing that is built names anything that is not."""
    known = {
        "term": specification.predicates,
        "plan": specification.plans,
        "table": specification.tables,
        "discretion": specification.discretions,
        "procedure": specification.procedures,
        "rule": {rule_key(p, rule) for p, of in specification.procedures.items() for rule in of.rules},
    }
    for formula in formulas(specification):
        for family, name in mentions(formula):
            assert name in known[family]
    for subject in specification.subjects.values():
        for field in subject.fields.values():
            match field.type:
                case EnumType(enum=name) | EnumSetType(enum=name):
                    assert name in specification.enumerations
                case ReferenceType(subject=name) | ListType(subject=name):
                    assert name in specification.subjects
    for override in specification.overrides.values():
        assert override.target in specification.predicates


edits = st.lists(
    st.tuples(
        st.sampled_from(("drop", "double", "word")), st.integers(0, len(LINES) - 1), st.sampled_from(WORDS)
    ),
    min_size=1,
    max_size=4,
)


@examples(25)
@given(edits)
def test_a_damaged_tour_gives_findings_and_a_whole_rest(changes: list[tuple[str, int, str]]) -> None:
    lines = list(LINES)
    for change, at, word in changes:
        if change == "drop":
            lines[at] = ""
        elif change == "double":
            lines[at] = lines[at] * 2
        else:
            lines[at] = lines[at].replace("病院", word).replace("承認", word)
    text = "".join(lines)
    found = built(text)
    assert_whole(found.specification)
    for diagnostic in found.diagnostics:
        assert diagnostic.place is not None
        assert diagnostic.place.end <= len(text)
        assert "。" not in diagnostic.payload.ja().headline
        assert diagnostic.payload.en().headline
