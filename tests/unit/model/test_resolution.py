"""Protects: how a name at a point of a formula is resolved, and that each reading has one formula."""

from __future__ import annotations

import pytest
from tests.unit.model.build_ast import (
    at_least,
    belongs,
    codes,
    has,
    limit,
    mean,
    name,
    names,
    path,
    span,
    window,
)
from tests.unit.model.hospital_world import VARIABLE, beds, element, here, meaning, world

from regcheck.diagnostics.codes.types import TypeMismatch
from regcheck.diagnostics.codes.wants import Want
from regcheck.model.formula import (
    Aggregate,
    And,
    Applies,
    AtLeast,
    Comparator,
    Compare,
    Contains,
    Count,
    Except,
    Fact,
    Holds,
    HoldsIn,
    IsOneOf,
    ListTotal,
    Not,
    Or,
    OverList,
    OverSeries,
    Part,
    Path,
    Quantity,
    SameValue,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    Truth,
)
from regcheck.syntax import ast
from regcheck.syntax.ast import AggregateWord, CompareWord, Joiner, ListMode, QuantityWord


def test_a_path_follows_references() -> None:
    clause = ast.IsClause(path=path("開設者の種別"), values=names("国"), span=span())
    assert meaning(clause) == IsOneOf(path=here("開設者", "種別"), values=("国",))


def test_a_fact_whose_name_holds_no_wins_over_a_path() -> None:
    found = meaning(at_least("輸入量の割合", "1/100"))
    assert found == Compare(
        op=Comparator.GE, left=Fact(path=here("輸入量の割合")), right=beds("1/100", "割合")
    )


def test_the_name_of_the_subject_itself_may_lead_a_path() -> None:
    assert meaning(has("病院の承認")) == Holds(path=here("承認"))


def test_a_name_on_the_right_is_a_value_of_the_left_side_or_a_fact() -> None:
    equal = limit("種別", CompareWord.EQ, path("国"))
    assert meaning(equal) == IsOneOf(path=here("種別"), values=("国",))
    numbers = ast.IsClause(path=path("病床数"), values=names("基準数"), span=span())
    assert meaning(numbers) == Compare(
        op=Comparator.EQ, left=Fact(path=here("病床数")), right=Fact(path=here("基準数"))
    )


def test_two_facts_of_one_type_are_compared_with_each_other() -> None:
    texts = ast.IsClause(path=path("所在地"), values=names("開設者の所在地"), span=span())
    assert meaning(texts) == SameValue(left=here("所在地"), right=here("開設者", "所在地"))
    greater = limit("病床数", CompareWord.GE, path("基準数"))
    assert isinstance(meaning(greater), Compare)


def test_truths_may_be_written_with_ari_and_nashi() -> None:
    absent = ast.IsClause(path=path("承認"), values=names("なし"), span=span())
    assert meaning(absent) == Not(body=Holds(path=here("承認")))


def test_two_truths_are_compared_and_other_words_are_told() -> None:
    same = ast.IsClause(path=path("承認"), values=names("開設者の国営"), span=span())
    assert meaning(same) == SameValue(left=here("承認"), right=here("開設者", "国営"))
    other = ast.IsClause(path=path("承認"), values=names("たぶん"), span=span())
    assert codes(world(other)) == ["RC201"]


def test_having_means_a_truth_an_element_or_a_member() -> None:
    assert meaning(has("承認")) == Holds(path=here("承認"))
    some = OverList(quantity=Quantity.SOME, path=here("設備"), variable=VARIABLE, body=Truth(value=True))
    assert meaning(has("設備")) == some
    one = Compare(op=Comparator.GE, left=SetSize(path=here("機能")), right=beds(1, ""))
    assert meaning(has("機能")) == one


def test_inside_a_list_names_are_those_of_the_element_first() -> None:
    both = ast.ConnectiveClause(
        joiner=Joiner.AND,
        word="かつ",
        parts=(at_least("病床数", 1, "床"), has("承認"), has("稼働")),
        span=span(),
    )
    clause = ast.PossessClause(path=path("設備"), where=both, span=span())
    own = Compare(op=Comparator.GE, left=Fact(path=element("病床数")), right=beds(1))
    body = And(
        parts=(Part(body=own), Part(body=Holds(path=here("承認"))), Part(body=Holds(path=element("稼働"))))
    )
    assert meaning(clause) == OverList(
        quantity=Quantity.SOME, path=here("設備"), variable=VARIABLE, body=body
    )


def test_functions_possessed_are_members_of_a_set() -> None:
    clause = ast.PossessClause(
        path=path("機能"), values=names("救急", "災害"), joiner=Joiner.AND, span=span()
    )
    first, second = (Contains(path=here("機能"), value=value) for value in ("救急", "災害"))
    assert meaning(clause) == And(parts=(Part(body=first), Part(body=second)))


def test_a_quantifier_asks_its_body_of_every_element() -> None:
    clause = ast.QuantifiedClause(quantity=QuantityWord.ALL, path=path("設備"), body=has("稼働"), span=span())
    assert meaning(clause) == OverList(
        quantity=Quantity.ALL, path=here("設備"), variable=VARIABLE, body=Holds(path=element("稼働"))
    )


def test_elements_are_counted_and_a_fact_called_a_number_is_a_fact() -> None:
    counted = ast.CountExpr(path=path("設備"), where=has("稼働"), span=span())
    count = Count(path=here("設備"), variable=VARIABLE, where=Holds(path=element("稼働")))
    assert meaning(at_least(counted, 2)) == Compare(op=Comparator.GE, left=count, right=beds(2, ""))
    staff = ast.CountExpr(path=path("職員"), span=span())
    assert meaning(at_least(staff, 2, "人")) == Compare(
        op=Comparator.GE, left=Fact(path=here("職員の数")), right=beds(2, "人")
    )


def test_a_sum_over_a_limited_list_asks_the_rest_of_the_path_of_the_element() -> None:
    summed = ast.ListSumExpr(
        path=path("設備の出力"), function=AggregateWord.SUM, where=has("稼働"), span=span()
    )
    total = ListTotal(
        path=here("設備"),
        variable=VARIABLE,
        value=Fact(path=element("出力")),
        where=Holds(path=element("稼働")),
    )
    assert meaning(at_least(summed, 5, "kW")) == Compare(op=Comparator.GE, left=total, right=beds(5, "kW"))


def test_one_year_is_bound_for_all_series_inside() -> None:
    both = ast.ConnectiveClause(
        joiner=Joiner.AND,
        word="かつ",
        parts=(at_least("開設者の預金", 5, "円"), has("開設者の黒字")),
        span=span(),
    )
    clause = ast.SeriesClause(quantity=QuantityWord.SOME, window=window(), body=both, span=span())
    item = SeriesItem(path=here("開設者", "預金"), index=VARIABLE)
    body = And(
        parts=(
            Part(body=Compare(op=Comparator.GE, left=item, right=beds(5, "円"))),
            Part(body=HoldsIn(path=here("開設者", "黒字"), index=VARIABLE)),
        )
    )
    assert meaning(clause) == OverSeries(
        quantity=Quantity.SOME, window="直近三事業年度", length=3, index=VARIABLE, body=body
    )


def test_a_series_is_averaged_with_or_without_its_window() -> None:
    wanted = SeriesAggregate(function=Aggregate.MEAN, path=here("開設者", "預金"))
    for expression in (
        mean("開設者の預金"),
        ast.ListSumExpr(path=path("開設者の預金"), function=AggregateWord.MEAN, span=span()),
    ):
        found = meaning(at_least(expression, 5, "円"))
        assert isinstance(found, Compare)
        assert found.left == wanted


def test_terms_apply_to_the_nearest_record_of_their_subject() -> None:
    assert meaning(belongs("基準")) == Applies(term="基準", path=Path())
    of_founder = ast.BelongsClause(
        path=path("開設者"), terms=(ast.TermRef(name=name("国の開設者")),), span=span()
    )
    assert meaning(of_founder) == Applies(term="国の開設者", path=here("開設者"))
    clause = ast.QuantifiedClause(
        quantity=QuantityWord.ALL, path=path("設備"), body=belongs("基準"), span=span()
    )
    found = meaning(clause)
    assert isinstance(found, OverList)
    assert found.body == Applies(term="基準", path=Path())


@pytest.mark.parametrize(
    ("mode", "wanted"),
    [
        (ListMode.ALL, And),
        (ListMode.ANY, Or),
        (ListMode.NONE, Not),
        (ListMode.AT_LEAST, AtLeast),
    ],
)
def test_lists_keep_their_labels_and_their_exceptions(mode: ListMode, wanted: type) -> None:
    exception = ast.ExceptionClause(body=has("承認"), span=span())
    items = (
        ast.ListItem(label="一", body=has("承認"), exceptions=(exception,), span=span()),
        ast.ListItem(label="二", body=has("設備"), span=span()),
    )
    found = meaning(ast.ListClause(mode=mode, items=items, count=1, span=span()))
    assert isinstance(found, wanted)
    inner = found.body if isinstance(found, Not) else found
    assert isinstance(inner, And | Or | AtLeast)
    assert [part.label for part in inner.parts] == ["一", "二"]
    assert isinstance(inner.parts[0].body, Except)


def test_a_lead_before_a_list_is_a_condition_of_its_own() -> None:
    items = (ast.ListItem(label="一", body=has("設備"), span=span()),)
    clause = ast.ListClause(mode=ListMode.ANY, items=items, lead=has("承認"), span=span())
    found = meaning(clause)
    assert isinstance(found, And)
    assert found.parts[0].body == Holds(path=here("承認"))
    assert isinstance(found.parts[1].body, Or)


def test_a_negated_clause_is_not() -> None:
    clause = ast.HasClause(path=path("承認"), negated=True, span=span())
    assert meaning(clause) == Not(body=Holds(path=here("承認")))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (has("承任"), "RC201"),
        (has("基準"), "RC204"),
        (belongs("基淮"), "RC201"),
        (ast.IsClause(path=path("種別"), values=names("公立"), span=span()), "RC201"),
        (at_least("病床数以上", 4, "床"), "RC202"),
        (at_least("設備の出力", 4, "kW"), "RC231"),
        (at_least("承認の日付", 4, "床"), "RC220"),
        (at_least("種別", 4), "RC220"),
        (has("病床数"), "RC220"),
        (at_least("開設者の預金", 4, "円"), "RC226"),
        (belongs("国の開設者"), "RC230"),
        (ast.ContainsClause(path=path("種別"), values=names("国"), span=span()), "RC220"),
        (
            ast.QuantifiedClause(
                quantity=QuantityWord.ALL, path=path("開設者"), body=has("承認"), span=span()
            ),
            "RC220",
        ),
        (ast.SameClause(left=path("種別"), right=path("所在地"), span=span()), "RC233"),
    ],
)
def test_what_does_not_resolve_is_told_once(body: ast.Clause, code: str) -> None:
    built = world(body)
    assert codes(built) == [code]
    assert "甲" not in built.specification.predicates
    assert "基準" in built.specification.predicates


def test_possession_says_which_kind_of_fact_it_needs() -> None:
    for values, wanted in (((), Want.LIST), (names("救急"), Want.SET)):
        clause = ast.PossessClause(path=path("病床数"), values=values, span=span())
        payload = TypeMismatch(what="病床数", found="整数（床）", wanted=wanted)
        assert [d.payload for d in world(clause).diagnostics] == [payload]


def test_a_path_is_underlined_as_a_whole() -> None:
    asked = path("開設者の所在地")
    (finding,) = world(at_least(asked, 4)).diagnostics
    assert finding.place == asked.steps[0].span.to(asked.steps[-1].span)


def test_every_fault_of_an_item_is_told_in_one_run() -> None:
    items = tuple(
        ast.ListItem(label=label, body=has(text), span=span())
        for label, text in (("一", "承任"), ("二", "承認"), ("三", "病床数"))
    )
    built = world(ast.ListClause(mode=ListMode.ANY, items=items, span=span()))
    assert codes(built) == ["RC201", "RC220"]
    assert [d.anchor for d in built.diagnostics] == ["定義「甲」/一", "定義「甲」/三"]
