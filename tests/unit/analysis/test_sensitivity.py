"""The break points of a limit are exact: moved to any number, the rows that change are those that were told."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import NoReturn

import pytest

from regcheck.analysis.facts import bind_tables
from regcheck.analysis.pipeline import Inputs, State, build_epochs, order_files, parse_items, read_texts
from regcheck.analysis.sensitivity import Movable, sensitivity
from regcheck.diagnostics.wording import Language
from regcheck.evaluation.kleene import Kleene
from regcheck.evaluation.truth import truth_of
from regcheck.frozen import replace
from regcheck.model.formula import And, Applies, Compare, Day, Expression, Path
from regcheck.model.specification import Specification
from regcheck.registry.table import BoundTable
from regcheck.render.page import plain
from regcheck.render.sensitivity import sensitivity_page

KINDS = {"大病院": "定義", "基準": "指定基準"}

CSV = """名称,病床数,紹介率,承認,届出日
甲病院,399,49.5%,あり,2028-03-31
乙病院,400,50%,あり,2028-04-01
丙病院,427,50%,なし,2028-04-02
丁病院,427,60%,あり,2028-05-01
戊病院,,60%,あり,2028-05-01
己病院,500,80%,不明,2028-05-01
"""

SPEC = """対象　病院
  名称：文字列
  病床数：整数（床）　０以上　不明可
  紹介率：割合　０以上１以下
  承認：真偽　不明可
  届出日：日付

定義「大病院」：病院
  条項　第二条
  {condition}

指定基準「基準」：病院
  条項　第三条
  大病院に該当し、かつ、承認があること

事実表「一覧」：病院
  資料「rows.csv」　時点　令和七年四月一日
  見出し　名称
"""


def read(condition: str) -> tuple[Specification, dict[str, BoundTable]]:
    files = {"a.regspec": SPEC.format(condition=condition).encode()}
    state = State(inputs=Inputs(own=frozenset(files), files=files), prover=_nobody)
    for phase in (read_texts, parse_items, order_files, build_epochs):
        state = phase(state)
    assert not [d for d in state.diagnostics if d.code.id != "RC703"], state.diagnostics
    spec = state.epochs[-1].specification
    return spec, bind_tables(spec, {"rows.csv": CSV.encode()})


def _nobody(_: Specification) -> NoReturn:
    raise AssertionError


def met(spec: Specification, tables: dict[str, BoundTable], term: str) -> set[str]:
    asked = Applies(term=term, path=Path())
    return {row.key for row in tables["一覧"].rows if truth_of(spec, asked, row.record) is Kleene.TRUE}


def moved_to(spec: Specification, value: Fraction | date) -> Specification:
    """The specification with another number in the one comparison of 大病院."""
    old = spec.predicates["大病院"]
    body = old.body
    while isinstance(body, And):
        body = body.parts[0].body
    assert isinstance(body, Compare)
    right: Expression = Day(value=value) if isinstance(value, date) else replace(body.right, value=value)
    changed = replace(old, body=replace(body, right=right))
    return replace(spec, predicates={**spec.predicates, "大病院": changed})


def told(movable: Movable, value: Fraction | date, term: str) -> tuple[set[str], set[str]]:
    """The rows that join and that drop out when the limit is moved there."""
    passed = [t for t in movable.rising if (t.value < value if t.beyond else t.value <= value)]  # type: ignore[operator]
    passed += [t for t in movable.falling if (t.value > value if t.beyond else t.value >= value)]  # type: ignore[operator]
    changes = [change for turn in passed for change in turn.changes if change.term == term]
    joining = {c.row for c in changes if c.after is Kleene.TRUE}
    return joining, {c.row for c in changes if c.before is Kleene.TRUE}


@pytest.mark.parametrize("op", ["以上", "を超える", "以下", "未満"])
@pytest.mark.parametrize("start", ["三百床", "四百床", "四百二十七床", "千床"])
@pytest.mark.parametrize("term", ["大病院", "基準"])
def test_wherever_a_number_is_moved_the_rows_that_change_were_told(op: str, start: str, term: str) -> None:
    verb = "こと" if op == "を超える" else "であること"
    spec, tables = read(f"病床数が{start}{op}{verb}")
    (movable,) = sensitivity(spec, tables)
    before = met(spec, tables, term)
    for value in sorted({v + d for v in (399, 400, 427, 500) for d in (-1, 0, 1)}):
        joining, leaving = told(movable, Fraction(value), f"{KINDS[term]}「{term}」")
        after = met(moved_to(spec, Fraction(value)), tables, term)
        assert after == (before | joining) - leaving


@pytest.mark.parametrize("op", ["以後", "以前", "より前", "より後"])
def test_wherever_a_day_is_moved_the_rows_that_change_were_told(op: str) -> None:
    spec, tables = read(f"届出日が令和十年四月一日{op}であること")
    (movable,) = sensitivity(spec, tables)
    before = met(spec, tables, "大病院")
    for days in range(-3, 33):
        day = date(2028, 4, 1) + timedelta(days=days)
        joining, leaving = told(movable, day, "定義「大病院」")
        assert met(moved_to(spec, day), tables, "大病院") == (before | joining) - leaving


def test_a_whole_number_is_told_as_the_nearest_limit_with_the_effect() -> None:
    page = plain(sensitivity_page(sensitivity(*read("病床数が四百床以上であること")), Language.JA, None))
    assert page.splitlines() == [
        "第二条「病床数が400床以上」（定義「大病院」）",
        "  401床以上にすると外れる：乙病院（指定基準「基準」）",
        "  428床以上にすると外れる：丙病院、丁病院（指定基準「基準」）",
        "  501床以上にすると外れる：己病院（指定基準「基準」）",
        "  399床以上にすると加わる：甲病院（指定基準「基準」）",
        "  1行は値が不明です",
    ]


def test_a_dense_number_is_told_as_the_number_that_the_limit_must_pass() -> None:
    page = plain(sensitivity_page(sensitivity(*read("紹介率が百分の五十以上であること")), Language.EN, 1))
    assert page.splitlines()[1:3] == [
        "  with a limit above 50% drops out: 乙病院、丙病院 (指定基準「基準」)",
        "  with 49.5%以上 joins: 甲病院 (指定基準「基準」)",
    ]
    assert page.splitlines()[3] == "  2 further turning points (--limit shows all)"


def test_a_limit_that_another_condition_overshadows_moves_nobody() -> None:
    (movable,) = sensitivity(*read("病床数が四百床以上であり、かつ、名称が「無名病院」であること"))
    assert not movable.rising
    assert not movable.falling
