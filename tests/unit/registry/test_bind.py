"""Binding a file to a 対象: right rows become records, every mistake one finding with file, line and column."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.unit.evaluation.hospital import SPEC, applies, beds, path, with_term

from regcheck.diagnostics.codes import cells, facts
from regcheck.diagnostics.codes.cells import CellProblem
from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import replace
from regcheck.model.claims import (
    EveryRowClaim,
    Selection,
)
from regcheck.model.formula import Comparator, Holds
from regcheck.model.specification import (
    FactTable,
    FieldDefinition,
    FigureCheck,
    Header,
    Specification,
)
from regcheck.model.types import DateType
from regcheck.registry.bind import bind_table
from regcheck.registry.table import BoundTable

NAME = "一覧.csv"
TABLE = FactTable(
    header=Header(name="一覧", keyword="事実表"),
    subject="病院",
    file=NAME,
    as_of=None,
    columns={"備考": None, "病院名": ("名称",)},
    key=("名称",),
)


def bind(*lines: str, table: FactTable | None = None, spec: Specification = SPEC) -> BoundTable:
    text = "\n".join(lines) + "\n"
    if table is None:
        there = lines[0].split(",")
        table = replace(TABLE, columns={k: v for k, v in TABLE.columns.items() if k in there})
    return bind_table(spec, table, text.encode(), NAME)


def problems(bound: BoundTable) -> list[Payload]:
    return [diagnostic.payload for diagnostic in bound.diagnostics]


def only(bound: BoundTable) -> Payload:
    assert len(bound.diagnostics) == 1, problems(bound)
    return bound.diagnostics[0].payload


def test_a_good_file() -> None:
    bound = bind(
        "病院名,開設者の種別,病床数,紹介率,承認,承認日,災害拠点,備考",
        '甲病院,国,"1,000",25%,あり,令和八年四月一日,,見本',
        "乙病院,その他,４００床,1/3,×,2026/4/1,指定なし,",
    )
    assert problems(bound) == []
    first, second = bound.rows
    assert first.key == "甲病院"
    assert first.line_number == 2
    assert first.cells["備考"] == "見本"
    assert first.record.facts["病床数"] == 1000
    assert first.record.facts["紹介率"] == Fraction(1, 4)
    assert first.record.facts["承認"] is True
    assert first.record.facts["承認日"] == date(2026, 4, 1)
    assert "災害拠点" not in first.record.facts
    owner = first.record.facts["開設者"]
    assert getattr(owner, "facts", None) == {"種別": "国"}
    assert second.record.facts == {
        **second.record.facts,
        "病床数": 400,
        "紹介率": Fraction(1, 3),
        "承認": False,
        "承認日": date(2026, 4, 1),
        "災害拠点": "指定なし",
    }


@pytest.mark.parametrize(
    ("heading", "value", "kind", "told"),
    [
        ("災害拠点", "基幹災害拠点", cells.UnknownMember, "基幹災害拠点病院"),
        ("病床数", "多数", cells.NotANumber, "1000床"),
        ("病床数", "40O", cells.NotANumber, "1000床"),
        ("病床数", '"4,00"', cells.NotANumber, "1000床"),
        ("病床数", "25%", cells.NotANumber, "1000床"),
        ("病床数", "-5", cells.CellOutOfBounds, "0床以上1万床以下"),
        ("病床数", "△5", cells.CellOutOfBounds, "0床以上1万床以下"),
        ("病床数", "10001", cells.CellOutOfBounds, "0床以上1万床以下"),
        ("病床数", "4.5", cells.CellOutOfBounds, "整数"),
        ("紹介率", "120%", cells.CellOutOfBounds, "100%以下"),
        ("承認日", "2026-02-30", cells.NotADate, "2026-02-30"),
        ("承認日", "平成四十年一月一日", cells.NotADate, "平成四十年一月一日"),
        ("承認", "有", cells.NotYesNo, "あり"),
        ("承認", "", cells.EmptyCell, "不明可"),
        ("承認", "不明", cells.EmptyCell, "不明"),
    ],
)
def test_a_bad_cell(heading: str, value: str, kind: type[CellProblem], told: str) -> None:
    """Named with file, line and column; the row stays, without that fact."""
    bound = bind(f"名称,{heading}", "甲病院," + value)
    payload = only(bound)
    assert isinstance(payload, kind)
    assert payload.lines == (2,)
    said = payload.ja().headline + payload.ja().advice
    for word in (NAME, "2行目", heading, told):
        assert word in said
    assert NAME in payload.en().headline
    assert heading not in bound.rows[0].record.facts
    span = bound.diagnostics[0].place
    assert span is not None
    assert bound.source is not None
    assert bound.source.text[span.start : span.end] == f"甲病院,{value}"


def test_equal_mistakes_are_one_finding() -> None:
    bound = bind("名称,承認", "甲,有", "乙,あり", "丙,有", "丁,無")
    first, second = problems(bound)
    assert isinstance(first, cells.NotYesNo)
    assert isinstance(second, cells.NotYesNo)
    assert (first.value, first.lines) == ("有", (2, 4))
    assert (second.value, second.lines) == ("無", (5,))


def test_lines_do_not_change_a_fingerprint() -> None:
    before, after = bind("名称,承認", "甲,有"), bind("名称,承認", "乙,あり", "甲,有")
    assert before.diagnostics[0].fingerprint == after.diagnostics[0].fingerprint


def test_columns_that_do_not_fit() -> None:
    spec = SPEC.subjects["病院"]
    assert "開設者" in spec.fields
    bound = bind("名称,病症数,開設者,病院名", "甲,1,2,3")
    kinds = {type(p): p for p in problems(bound)}
    assert set(kinds) == {facts.ExtraColumn, facts.ColumnOfRecords, facts.RepeatedColumn}
    extra = kinds[facts.ExtraColumn]
    assert isinstance(extra, facts.ExtraColumn)
    assert extra.near == "病床数"


def test_a_promised_column_that_is_not_there() -> None:
    bound = bind("病院の名,病床数", "甲,400", table=TABLE)
    missing = [p for p in problems(bound) if isinstance(p, facts.MissingColumn)]
    assert [p.column for p in missing] == ["備考", "病院名"]
    assert missing[1].near == "病院の名"


def test_a_column_that_a_claim_needs() -> None:
    """Facts that a 確認 names must be there; those that the 対象 merely has need not."""
    claim = EveryRowClaim(selection=Selection(table="一覧"), condition=beds(Comparator.GE, 400))
    where = EveryRowClaim(
        selection=Selection(table="一覧", where=Holds(path=path("承認"))), condition=beds(Comparator.GE, 1)
    )
    check = FigureCheck(header=Header(name="数字"), claims=(claim, where))
    spec = replace(SPEC, figure_checks={"数字": check})
    missing = [
        p.column for p in problems(bind("名称", "甲", spec=spec)) if isinstance(p, facts.MissingColumn)
    ]
    assert missing == ["病床数", "承認"]


def test_facts_inside_a_term_need_no_column() -> None:
    """A criterion may rest on facts that the list does not have; that leaves rows open, not the file wrong."""
    claim = EveryRowClaim(selection=Selection(table="一覧"), condition=applies("基準"))
    check = FigureCheck(header=Header(name="数字"), claims=(claim,))
    spec = with_term(replace(SPEC, figure_checks={"数字": check}), "基準", beds(Comparator.GE, 400))
    assert problems(bind("名称", "甲", spec=spec)) == []


def test_rows_with_a_wrong_number_of_cells_are_left_out() -> None:
    bound = bind("名称,病床数", "甲,400,余り", "乙,500", "丙")
    assert [row.key for row in bound.rows] == ["乙"]
    counted = [p for p in problems(bound) if isinstance(p, cells.WrongCellCount)]
    assert [(p.found, p.wanted, p.lines) for p in counted] == [(3, 2, (2,)), (1, 2, (4,))]


def test_duplicate_rows_are_named_with_all_their_lines() -> None:
    payload = only(bind("名称,病床数", "甲Ａ,400", "乙,500", "甲A,600"))
    assert isinstance(payload, cells.DuplicateRow)
    assert payload.lines == (2, 4)
    bare = replace(TABLE, key=(), columns={})
    twice = only(bind("都道府県,病床数", "東京都,400", "東京都,500", "東京都,400", table=bare))
    assert isinstance(twice, cells.DuplicateRow)
    assert twice.lines == (2, 4)


def test_a_file_without_rows() -> None:
    assert isinstance(only(bind("名称,病床数")), cells.NoRows)


def test_an_unreadable_file_is_one_finding_at_the_fact_table() -> None:
    bound = bind_table(SPEC, TABLE, "名称\n".encode("cp932"), NAME)
    payload = only(bound)
    assert isinstance(payload, facts.NotUtf8Table)
    assert "Shift_JIS" in payload.ja().headline
    assert "iconv -f CP932" in payload.ja().advice
    assert bound.rows == ()


def test_sets_and_years_in_a_cell() -> None:
    table = FactTable(header=Header(name="一覧"), subject="事業者", file=NAME, as_of=None)
    bound = bind(
        "機能,黒字,預金残高",
        '貨物情報の確認、運行計画の作成,あり、なし、不明,"1,000、2、3円"',
        "なし,あり、なし、あり,1、2、3",
        "運行計画の作製,あり、なし,1、2、-3",
        table=table,
    )
    first, second, _ = bound.rows
    assert first.record.facts["機能"] == {"貨物情報の確認", "運行計画の作成"}
    assert first.record.facts["預金残高"] == (1000, 2, 3)
    assert second.record.facts["機能"] == frozenset()
    kinds = [type(p) for p in problems(bound)]
    assert kinds == [cells.UnknownMember, cells.WrongYears, cells.CellOutOfBounds]


def test_the_fields_of_a_table_need_not_be_declared_unknown_to_have_no_column() -> None:
    definition: FieldDefinition = SPEC.subjects["病院"].fields["承認"]
    assert not definition.may_be_unknown
    assert problems(bind("名称,病床数", "甲,400")) == []


def test_a_day_outside_the_limits_that_are_declared() -> None:
    hospital = SPEC.subjects["病院"]
    limited = DateType(low=date(2026, 4, 1), high=date(2027, 3, 31))
    day = FieldDefinition(name="承認日", type=limited)
    subject = replace(hospital, fields={**hospital.fields, "承認日": day})
    spec = replace(SPEC, subjects={**SPEC.subjects, "病院": subject})
    inside = bind("名称,承認日", "甲病院,2027-03-31", spec=spec)
    assert problems(inside) == []
    for outside in ("2026-03-31", "2027-04-01"):
        payload = only(bind("名称,承認日", f"甲病院,{outside}", spec=spec))
        assert isinstance(payload, cells.CellOutOfBounds)
        assert payload.bounds == "令和八年四月一日以後令和九年三月三十一日以前"
