"""Protects: a broken item costs itself and what leans on it, nothing else, and is told once."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.model.build_ast import (
    at_least,
    belongs,
    build,
    codes,
    define,
    enum,
    field,
    has,
    name,
    names,
    span,
    subject,
    window,
)

from regcheck.diagnostics.codes.citation import DuplicateProvision
from regcheck.diagnostics.codes.names import RecursiveDefinition
from regcheck.frozen import replace
from regcheck.model.formula import Applies, Holds, Path
from regcheck.model.from_syntax import Moment, build_specification
from regcheck.model.from_syntax.dependencies import DEEPEST
from regcheck.model.from_syntax.single import build_formula
from regcheck.model.specification import Header, Specification
from regcheck.source.span import Span
from regcheck.syntax import ast

HOSPITAL = subject(
    "病院", field("承認", "真偽"), field("病床数", "整数", "床"), field("系", "病院", is_list=True)
)


def day(year: int) -> ast.DateLiteral:
    return ast.DateLiteral(value=date(year, 4, 1), text=f"{year}-04-01", span=span())


def override(
    label: str, target: str, condition: ast.Clause, prevails_over: tuple[str, ...] = ()
) -> ast.OverrideItem:
    return ast.OverrideItem(
        name=name(label),
        subject=name("病院"),
        header=ast.HeaderLines(),
        target=name(target),
        condition=condition,
        outcome=False,
        prevails_over=names(*prevails_over),
        span=span(),
    )


# ---------------------------------------------------------------- broken items


def test_what_leans_on_a_broken_item_is_left_out_in_silence() -> None:
    built = build(
        HOSPITAL,
        define("甲", "病院", has("承任")),
        define("乙", "病院", belongs("甲")),
        define("丙", "病院", belongs("乙")),
        define("丁", "病院", has("承認")),
    )
    assert codes(built) == ["RC201"]
    assert list(built.specification.predicates) == ["丁"]


def test_an_item_on_a_missing_subject_is_told_and_its_users_are_silent() -> None:
    built = build(HOSPITAL, define("甲", "診療所", has("承認")), define("乙", "病院", belongs("甲")))
    assert codes(built) == ["RC201"]
    assert list(built.specification.predicates) == []


def test_an_override_of_a_broken_term_goes_with_it() -> None:
    built = build(HOSPITAL, define("甲", "病院", has("承任")), override("特", "甲", has("承認")))
    assert codes(built) == ["RC201"]
    assert built.specification.overrides == {}


def test_faults_of_head_and_body_are_told_in_one_run() -> None:
    built = build(HOSPITAL, override("特", "乙", has("承任")))
    assert codes(built) == ["RC201", "RC201"]


# ---------------------------------------------------------------- recursion


def test_a_cycle_is_told_once_with_all_its_items() -> None:
    built = build(
        HOSPITAL,
        define("甲", "病院", belongs("乙")),
        define("乙", "病院", belongs("丙")),
        define("丙", "病院", belongs("甲")),
        define("丁", "病院", belongs("甲")),
    )
    assert [d.payload for d in built.diagnostics] == [RecursiveDefinition(cycle=("甲", "乙", "丙", "甲"))]
    assert len(built.diagnostics[0].annotations) == 3
    assert built.specification.predicates == {}


def test_a_cycle_may_go_through_an_override() -> None:
    built = build(HOSPITAL, define("甲", "病院", has("承認")), override("特", "甲", belongs("甲")))
    assert codes(built) == ["RC207"]


def test_a_cycle_may_hide_in_the_condition_of_a_count() -> None:
    counted = ast.CountExpr(path=ast.PathName(steps=names("系")), where=belongs("甲"), span=span())
    assert codes(build(HOSPITAL, define("甲", "病院", at_least(counted, 2)))) == ["RC207"]


def test_a_cycle_may_go_through_a_table_and_a_plan() -> None:
    sources = ast.HeaderLines(sources=(ast.CitationText(source="法", provision="第一条"),))
    stage = ast.StageLine(number=1, start=day(2028), body=belongs("甲"), span=span())
    plan = ast.StageItem(name=name("案"), subject=name("病院"), header=sources, stages=(stage,), span=span())
    table = ast.TableItem(
        name=name("表"),
        subject=name("病院"),
        header=sources,
        hit_policy="先の行を優先",
        complete=False,
        columns=(ast.PathName(steps=names("承認")),),
        outputs=names("結果"),
        rows=(ast.TableRow(cells=(ast.CellText(any=True),), outputs=names("可"), span=span()),),
        within=ast.BelongsClause(path=None, terms=(ast.TermRef(name=name("案"), stage=1),), span=span()),
        span=span(),
    )
    outcome = ast.OutcomeClause(table=name("表"), output=name("結果"), value=name("可"), span=span())
    built = build(HOSPITAL, plan, table, define("甲", "病院", outcome))
    assert codes(built) == ["RC207"]
    assert not built.specification.plans
    assert not built.specification.tables


def test_two_overrides_may_not_each_prevail_over_the_other() -> None:
    built = build(
        HOSPITAL,
        define("甲", "病院", has("承認")),
        override("一", "甲", has("承認"), prevails_over=("二",)),
        override("二", "甲", has("承認"), prevails_over=("一",)),
        override("三", "甲", has("承認"), prevails_over=("一",)),
    )
    assert codes(built) == ["RC216"]
    kept = {label: each.prevails_over for label, each in built.specification.overrides.items()}
    assert kept == {"一": (), "二": (), "三": ("一",)}


def test_an_order_between_overrides_of_different_terms_is_refused() -> None:
    built = build(
        HOSPITAL,
        define("甲", "病院", has("承認")),
        define("乙", "病院", has("承認")),
        override("一", "甲", has("承認"), prevails_over=("二",)),
        override("二", "乙", has("承認")),
    )
    assert codes(built) == ["RC215"]


def test_a_chain_of_definitions_is_followed_as_deep_as_every_later_floor_can_go() -> None:
    chain = [define(f"項{n}", "病院", belongs(f"項{n + 1}")) for n in range(3000)]
    built = build(HOSPITAL, *chain, define("項3000", "病院", has("承認")))
    assert codes(built) == ["RC217"]
    assert len(built.specification.predicates) == DEEPEST


# ---------------------------------------------------------------- versions


def test_versions_with_disjoint_periods_may_share_a_name() -> None:
    old = define("甲", "病院", has("承認"), expires=day(2026))
    new = define("甲", "病院", at_least("病床数", 400, "床"), effective=day(2026))
    file = ast.File(name="a.regspec", items=(HOSPITAL, old, new))
    own = frozenset({"a.regspec"})
    latest = build_specification([file], own)
    assert latest.diagnostics == ()
    assert latest.specification.predicates["甲"].header.effective == date(2026, 4, 1)
    before = build_specification([file], own, as_of=Moment(day=date(2026, 3, 31))).specification
    assert before.predicates["甲"].body == Holds(path=Path(steps=("承認",)))
    after = build_specification([file], own, as_of=Moment(day=date(2026, 4, 1))).specification
    assert after.predicates["甲"].header.effective == date(2026, 4, 1)


def test_a_name_that_is_not_in_force_on_the_day_is_told_as_such() -> None:
    file = ast.File(
        name="a.regspec",
        items=(
            HOSPITAL,
            define("甲", "病院", has("承認"), effective=day(2028)),
            define("乙", "病院", belongs("甲")),
        ),
    )
    own = frozenset({"a.regspec"})
    assert build_specification([file], own).diagnostics == ()
    assert codes(build_specification([file], own, as_of=Moment(day=date(2027, 1, 1)))) == ["RC211"]


def test_a_pending_start_lies_after_every_known_day_and_is_kept_by_name() -> None:
    pending = ast.PlaceholderItem(name=name("施行期日"), header=ast.HeaderLines(), span=span())
    item = define("甲", "病院", has("承認"), effective=ast.Pending(name=name("施行期日")))
    built = build(HOSPITAL, pending, item)
    assert built.specification.predicates["甲"].header.pending == ("施行期日",)
    file = ast.File(name="a.regspec", items=(HOSPITAL, pending, item))
    later = build_specification([file], frozenset(), as_of=Moment(day=date(2100, 1, 1)))
    assert later.specification.predicates == {}


def test_the_same_name_twice_without_dates_is_a_duplicate() -> None:
    built = build(HOSPITAL, define("甲", "病院", has("承認")), define("甲", "病院", has("承認")))
    assert codes(built) == ["RC203"]
    assert len(built.diagnostics[0].annotations) == 2
    assert codes(build(HOSPITAL, enum("病院", "国"))) == ["RC203"]


# ---------------------------------------------------------------- citations


def provided(label: str, provision: str) -> ast.PredicateItem:
    return define(label, "病院", has("承認"), provisions=(ast.CitationText(provision=provision),))


def test_two_items_at_one_place_are_told_with_both() -> None:
    built = build(HOSPITAL, provided("甲", "第2条第1号"), provided("乙", "第二条第一号"))
    payload = DuplicateProvision(provision="第二条第一号", items=("定義「甲」", "定義「乙」"))
    assert [d.payload for d in built.diagnostics] == [payload]
    assert len(built.diagnostics[0].annotations) == 2


def test_a_provision_out_of_order_is_told_but_costs_nothing_else() -> None:
    built = build(HOSPITAL, provided("甲", "第二条第一号第一項"))
    assert codes(built) == ["RC701"]
    assert built.specification.predicates["甲"].header.provision == ()


def test_one_place_in_two_instruments_is_no_clash() -> None:
    def instrument(label: str) -> ast.InstrumentItem:
        return ast.InstrumentItem(name=name(label), header=ast.HeaderLines(), kind="省令", span=span())

    built = build(
        HOSPITAL, instrument("A令"), provided("甲", "第二条"), instrument("B令"), provided("乙", "第二条")
    )
    assert built.diagnostics == ()


def test_an_own_item_without_a_source_is_told_and_a_used_one_is_not() -> None:
    bare = replace(define("甲", "病院", has("承認")), header=ast.HeaderLines())
    assert codes(build(HOSPITAL, bare)) == ["RC703"]
    file = ast.File(name="a.regspec", items=(HOSPITAL, bare))
    assert build_specification([file], frozenset({"b.regspec"})).diagnostics == ()


def test_sources_keep_their_law_and_their_digits_become_kanji() -> None:
    sources = (
        ast.CitationText(source="法", provision="第50条第1項"),
        ast.CitationText(free="手引"),
        ast.CitationText(provision="第五十二条"),
    )
    item = replace(define("甲", "病院", has("承認")), header=ast.HeaderLines(sources=sources))
    found = build(HOSPITAL, item).specification.predicates["甲"].header.sources
    assert [(c.source, c.provision) for c in found] == [
        ("法", "第五十条第一項"),
        ("", "手引"),
        ("", "第五十二条"),
    ]


def test_an_undeclared_placeholder_is_told() -> None:
    cited = ast.CitationText(source="法", provision="第五十条", pending="号番号", span=span())
    item = replace(define("甲", "病院", has("承認")), header=ast.HeaderLines(sources=(cited,)))
    assert codes(build(HOSPITAL, item)) == ["RC201"]


# ---------------------------------------------------------------- properties


def claim(kind: str, *members: ast.Clause, whole: ast.Clause | None = None) -> ast.PropertyItem:
    return ast.PropertyItem(
        name=name("性"),
        header=ast.HeaderLines(),
        kind=kind,
        subject=name("病院"),
        members=members,
        whole=whole,
        span=span(),
    )


def test_a_property_keeps_its_parts_apart_from_the_whole() -> None:
    held = Holds(path=Path(steps=("承認",)))
    covered = build(
        HOSPITAL, define("甲", "病院", has("承認")), claim("cover", has("承認"), whole=belongs("甲"))
    )
    owed = covered.specification.properties["性"]
    assert (owed.members, owed.whole) == ((held,), Applies(term="甲", path=Path()))
    same = build(HOSPITAL, claim("equivalent", has("承認"), has("承認"))).specification.properties["性"]
    assert (same.members, same.whole) == ((held, held), None)


def test_one_condition_excludes_nothing() -> None:
    assert codes(build(HOSPITAL, claim("exclusive", has("承認")))) == ["RC251"]
    assert codes(build(HOSPITAL, claim("possible", has("承認")))) == []


# ---------------------------------------------------------------- the whole


def test_findings_come_in_the_order_of_the_text_with_their_place_in_the_law() -> None:
    second = define("乙", "病院", has("承任"), provisions=(ast.CitationText(provision="第三条"),))
    first = replace(define("甲", "病院", has("承任")), span=Span("a.regspec", 0, 1))
    built = build(HOSPITAL, second, first)
    assert [d.anchor for d in built.diagnostics] == ["定義「乙」", "定義「甲」"]
    assert built.diagnostics[0].provisions == ("第三条",)


PARTS = (
    HOSPITAL,
    enum("種類", "国", "私立"),
    define("甲", "病院", has("承認")),
    define("乙", "病院", belongs("甲")),
    define("丙", "病院", has("承任")),
    define("丁", "病院", belongs("丙")),
    define("戊", "病院", at_least("病床数", 400, "床")),
    override("特", "甲", belongs("戊")),
)


@examples(40)
@given(st.permutations(PARTS))
def test_the_order_of_items_changes_neither_meaning_nor_findings(items: list[ast.Item]) -> None:
    wanted, found = build(*PARTS), build(*items)
    assert dict(found.specification.predicates) == dict(wanted.specification.predicates)
    assert dict(found.specification.overrides) == dict(wanted.specification.overrides)
    assert found.diagnostics == wanted.diagnostics


def test_a_sentence_is_read_against_a_built_specification() -> None:
    specification: Specification = build(HOSPITAL, define("甲", "病院", has("承認"))).specification
    found = build_formula(specification, "病院", belongs("甲"), header=Header(name="問"))
    assert found.formula == Applies(term="甲", path=Path())
    broken = build_formula(specification, "病院", belongs("乙"))
    assert broken.formula is None
    assert [d.code.id for d in broken.diagnostics] == ["RC201"]


def test_series_of_other_windows_do_not_disturb_each_other() -> None:
    places = subject(
        "店", field("三年", "整数", "円", window=window(3)), field("五年", "整数", "円", window=window(5))
    )
    inside = ast.SeriesClause(
        quantity=ast.QuantityWord.ALL, window=window(5), body=at_least("五年", 1, "円"), span=span()
    )
    assert build(places, define("甲", "店", inside)).diagnostics == ()
