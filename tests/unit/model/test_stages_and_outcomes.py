"""Protects: conditions that name a stage or an outcome find the item, the record and the value they mean."""

from __future__ import annotations

import pytest
from tests.unit.model.build_ast import (
    belongs,
    build,
    codes,
    define,
    field,
    has,
    name,
    names,
    path,
    span,
    subject,
)
from tests.unit.model.hospital_world import WORLD, here, meaning

from regcheck.model.formula import (
    IsOneOf,
    Or,
    OutcomeIs,
    Path,
    StageApplies,
)
from regcheck.model.from_syntax import Built
from regcheck.syntax import ast


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


def test_a_stage_alone_may_be_asked_of_a_referred_record() -> None:
    owned = subject("法人", field("病院", "病院"), field("支部", "病院", is_list=True))
    terms = (ast.TermRef(name=name(""), stage=1, span=span()),)
    asked = ast.BelongsClause(path=path("病院"), terms=terms, span=span())
    built = build(*WORLD, PENDING, plan("甲案"), owned, define("甲", "法人", asked))
    assert built.diagnostics == ()
    assert built.specification.predicates["甲"].body == StageApplies(
        plan="甲案", number=1, path=Path(steps=("病院",))
    )


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


def test_a_stage_that_no_plan_counts_to_is_told_all_the_same() -> None:
    built = build(*WORLD, PENDING, plan("甲案"), define("甲", "病院", staged(("甲案", 10**30))))
    assert "第" + "1" + "0" * 30 + "段階" in built.diagnostics[0].payload.ja().headline
