"""Protects: how a name at a point of a formula is resolved, and that each reading has one formula."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.unit.model.build_ast import (
    at_least,
    belongs,
    build,
    codes,
    define,
    enum,
    field,
    has,
    limit,
    mean,
    name,
    names,
    path,
    span,
    subject,
    window,
)

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
    Formula,
    Holds,
    HoldsIn,
    IsOneOf,
    ListTotal,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Path,
    Quantity,
    SameValue,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    StageApplies,
    Truth,
)
from regcheck.model.from_syntax import Built
from regcheck.syntax import ast
from regcheck.syntax.ast import AggregateWord, CompareWord, Joiner, ListMode, QuantityWord

WORLD: tuple[ast.Item, ...] = (
    enum("種類", "国", "私立"),
    enum("機能区分", "救急", "災害"),
    subject(
        "設備",
        field("出力", "整数", "kW"),
        field("稼働", "真偽"),
        field("種別", "種類"),
        field("病床数", "整数", "床"),
    ),
    subject(
        "開設者",
        field("種別", "種類"),
        field("所在地", "文字列"),
        field("預金", "整数", "円", window=window()),
        field("黒字", "真偽", window=window()),
    ),
    subject(
        "病院",
        field("病床数", "整数", "床"),
        field("基準数", "整数", "床"),
        field("紹介率", "割合"),
        field("承認", "真偽"),
        field("承認日", "日付"),
        field("種別", "種類"),
        field("所在地", "文字列"),
        field("開設者", "開設者"),
        field("機能", "機能区分", is_set=True),
        field("設備", "設備", is_list=True, limit=5),
        field("無制限設備", "設備", is_list=True),
        field("輸入量", "整数", "t"),
        field("輸入量の割合", "割合"),
        field("職員の数", "整数", "人"),
    ),
    define("基準", "病院", has("承認")),
    define("国の開設者", "開設者", ast.IsClause(path=path("種別"), values=names("国"), span=span())),
)


def world(body: ast.Clause) -> Built:
    return build(*WORLD, define("甲", "病院", body))


def meaning(body: ast.Clause) -> Formula:
    built = world(body)
    assert built.diagnostics == ()
    return built.specification.predicates["甲"].body


def here(*steps: str) -> Path:
    return Path(steps=steps)


def beds(value: int | str, unit: str = "床") -> Number:
    return Number(value=Fraction(value), unit=unit)


VARIABLE = "定義「甲」#1"


def element(*steps: str) -> Path:
    return Path(root=VARIABLE, steps=steps)


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


def plan(label: str) -> ast.StageItem:
    stages = tuple(
        ast.StageLine(number=n, start=ast.Pending(name=name("施行期日")), body=has("承認"), span=span())
        for n in (1, 2)
    )
    sources = (ast.CitationText(source="法", provision="第一条"),)
    return ast.StageItem(
        name=name(label),
        subject=name("病院"),
        header=ast.HeaderLines(sources=sources),
        stages=stages,
        span=span(),
    )


PENDING = ast.PlaceholderItem(name=name("施行期日"), header=ast.HeaderLines(), span=span())


def staged(*refs: tuple[str, int]) -> ast.BelongsClause:
    terms = tuple(ast.TermRef(name=name(text), stage=n, span=span()) for text, n in refs)
    return ast.BelongsClause(path=None, terms=terms, span=span())


def test_a_stage_alone_belongs_to_the_only_plan() -> None:
    built = build(*WORLD, PENDING, plan("甲案"), define("甲", "病院", staged(("第一段階", 1))))
    assert built.diagnostics == ()
    assert built.specification.predicates["甲"].body == StageApplies(plan="甲案", number=1, path=Path())


def test_a_stage_alone_is_refused_where_there_are_two_plans() -> None:
    items = (*WORLD, PENDING, plan("甲案"), plan("乙案"))
    assert codes(build(*items, define("甲", "病院", staged(("第一段階", 1))))) == ["RC205"]


def test_stages_after_a_named_plan_are_stages_of_that_plan() -> None:
    items = (*WORLD, PENDING, plan("甲案"), plan("乙案"))
    built = build(*items, define("甲", "病院", staged(("乙案", 1), ("第二段階", 2))))
    body = built.specification.predicates["甲"].body
    assert isinstance(body, Or)
    assert [part.body for part in body.parts] == [
        StageApplies(plan="乙案", number=n, path=Path()) for n in (1, 2)
    ]


def test_a_stage_that_is_not_there_and_a_plan_without_stage_are_told() -> None:
    items = (*WORLD, PENDING, plan("甲案"))
    assert codes(build(*items, define("甲", "病院", staged(("甲案", 3))))) == ["RC206"]
    assert codes(build(*items, define("甲", "病院", belongs("甲案")))) == ["RC206"]


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


def test_every_fault_of_an_item_is_told_in_one_run() -> None:
    items = tuple(
        ast.ListItem(label=label, body=has(text), span=span())
        for label, text in (("一", "承任"), ("二", "承認"), ("三", "病床数"))
    )
    built = world(ast.ListClause(mode=ListMode.ANY, items=items, span=span()))
    assert codes(built) == ["RC201", "RC220"]
    assert [d.anchor for d in built.diagnostics] == ["定義「甲」/一", "定義「甲」/三"]


def outcome_world(body: ast.Clause) -> Built:
    rows = tuple(
        ast.TableRow(cells=(ast.CellText(any=True),), outputs=names(value), span=span())
        for value in ("可", "否")
    )
    table = ast.TableItem(
        name=name("判定"),
        subject=name("病院"),
        header=ast.HeaderLines(sources=(ast.CitationText(source="法", provision="第一条"),)),
        hit_policy="先の行を優先",
        complete=False,
        columns=(path("承認"),),
        outputs=names("結果"),
        rows=rows,
        span=span(),
    )
    return build(*WORLD, table, define("甲", "病院", body))


def test_an_outcome_of_a_table_and_a_fact_look_alike_and_the_first_name_decides() -> None:
    as_fact = ast.IsClause(path=path("判定の結果"), values=names("可"), span=span())
    as_outcome = ast.OutcomeClause(table=name("判定"), output=name("結果"), value=name("可"), span=span())
    wanted = OutcomeIs(table="判定", output="結果", value="可", path=Path())
    for clause in (as_fact, as_outcome):
        built = outcome_world(clause)
        assert built.diagnostics == ()
        assert built.specification.predicates["甲"].body == wanted
    of_fact = ast.OutcomeClause(table=name("開設者"), output=name("種別"), value=name("国"), span=span())
    assert meaning(of_fact) == IsOneOf(path=here("開設者", "種別"), values=("国",))


@pytest.mark.parametrize(("output", "value"), [("結末", "可"), ("結果", "不可")])
def test_an_outcome_that_no_row_gives_is_told(output: str, value: str) -> None:
    clause = ast.OutcomeClause(table=name("判定"), output=name(output), value=name(value), span=span())
    assert codes(outcome_world(clause)) == ["RC201"]
