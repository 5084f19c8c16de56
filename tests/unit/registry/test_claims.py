"""確認: figures over rows are exact, open rows make a claim open, and both places are named."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.unit.evaluation.hospital import SPEC, beds, enumeration, fact, path

from regcheck.diagnostics.codes.claims import (
    ClaimUndecided,
    FigureDiffers,
    GroupsDiffer,
    RowsAgainstAssumption,
    RowsAgainstClaim,
)
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.frozen import replace
from regcheck.model.claims import (
    Claim,
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
    Selection,
    Statistic,
)
from regcheck.model.formula import Comparator, Formula, Holds, Implies, IsOneOf, Rounding
from regcheck.model.specification import (
    Assumption,
    Citation,
    FactTable,
    FigureCheck,
    Header,
    Specification,
)
from regcheck.model.types import EnumType
from regcheck.registry.assumptions import check_assumptions
from regcheck.registry.bind import bind_table
from regcheck.registry.claims import ClaimResult, check_claims
from regcheck.registry.table import BoundTable

GE, EQ = Comparator.GE, Comparator.EQ
APPROVED = Holds(path=path("承認"))
TOKYO = IsOneOf(path=path("都道府県"), values=("東京都",))
MAIN = IsOneOf(path=path("災害拠点"), values=("基幹災害拠点病院",))
TABLE = FactTable(
    header=Header(name="一覧", keyword="事実表"), subject="病院", file="一覧.csv", as_of=None, key=("名称",)
)
ROWS = (
    "甲病院,東京都,578,あり,指定なし",
    "乙病院,東京都,1000,あり,基幹災害拠点病院",
    "丙病院,千葉県,427,あり,指定なし",
)


def table(*rows: str, spec: Specification = SPEC) -> BoundTable:
    text = "\n".join(("名称,都道府県,病床数,承認,災害拠点", *(rows or ROWS))) + "\n"
    bound = bind_table(spec, TABLE, text.encode(), "一覧.csv")
    assert not bound.diagnostics
    return bound


def check(claim: Claim, bound: BoundTable | None = None, spec: Specification = SPEC) -> ClaimResult:
    header = Header(name="数字", keyword="確認", sources=(Citation(source="", provision="第2回資料"),))
    found = check_claims(spec, FigureCheck(header=header, claims=(claim,)), {"一覧": bound or table()})
    assert len(found) == 1
    return found[0]


def claim(
    statistic: Statistic,
    expected: Fraction | int,
    where: Formula | None = None,
    op: Comparator = EQ,
    rounding: tuple[int, Rounding] | None = None,
) -> FigureClaim:
    value = None if statistic is Statistic.COUNT else fact("病床数")
    return FigureClaim(
        selection=Selection(table="一覧", where=where),
        statistic=statistic,
        value=path("都道府県") if statistic is Statistic.DISTINCT else value,
        op=op,
        expected=Fraction(expected),
        unit="" if statistic in (Statistic.COUNT, Statistic.DISTINCT) else "床",
        rounding=rounding,
    )


@pytest.mark.parametrize(
    ("statistic", "figure"),
    [
        (Statistic.COUNT, Fraction(3)),
        (Statistic.SUM, Fraction(2005)),
        (Statistic.MEAN, Fraction(2005, 3)),
        (Statistic.MAX, Fraction(1000)),
        (Statistic.MIN, Fraction(427)),
        (Statistic.DISTINCT, Fraction(2)),
    ],
)
def test_every_statistic_is_exact(statistic: Statistic, figure: Fraction) -> None:
    assert check(claim(statistic, figure)).holds is TRUE
    wrong = check(claim(statistic, figure + Fraction(1, 10**9)))
    assert wrong.holds is FALSE
    assert isinstance(wrong.diagnostic and wrong.diagnostic.payload, FigureDiffers)


def test_a_rounded_mean() -> None:
    rounding = (1, Rounding.HALF_UP)
    assert check(claim(Statistic.MEAN, Fraction(6683, 10), rounding=rounding)).holds is TRUE
    assert check(claim(Statistic.MEAN, Fraction(6684, 10), rounding=rounding)).actual == "668.3床"
    assert check(claim(Statistic.MEAN, 1)).actual == "約668.33床"


def test_rows_chosen_by_a_condition() -> None:
    found = check(claim(Statistic.COUNT, 2, where=TOKYO))
    assert found.holds is TRUE
    assert [row.key for row in found.rows] == ["甲病院", "乙病院"]
    assert found.text == "「一覧」のうち都道府県が東京都であるものの件数"


def test_a_wrong_figure_names_both_places() -> None:
    found = check(claim(Statistic.COUNT, 3, where=TOKYO))
    assert found.diagnostic is not None
    words = found.diagnostic.payload.ja()
    for word in ("数字", "3のはず", "2です", "一覧.csv"):
        assert word in words.headline
    assert "第2回資料" in words.advice
    assert [a.label for a in found.diagnostic.annotations] == ["3", "甲病院", "乙病院"]
    assert "「第2回資料」" in found.diagnostic.provisions


@pytest.mark.parametrize(
    ("op", "expected", "holds"),
    [(GE, 1, TRUE), (EQ, 1, UNKNOWN), (EQ, 2, UNKNOWN), (EQ, 3, FALSE), (GE, 3, FALSE)],
)
def test_an_open_row_makes_a_count_an_interval(op: Comparator, expected: int, holds: Kleene) -> None:
    """One row surely, one perhaps: never silently the wrong one."""
    bound = table("甲,東京都,500,あり,基幹災害拠点病院", "乙,東京都,500,あり,", "丙,東京都,500,あり,指定なし")
    found = check(claim(Statistic.COUNT, expected, where=MAIN, op=op), bound)
    assert found.holds is holds
    if holds is UNKNOWN:
        assert [row.key for row in found.rows] == ["乙"]
        assert isinstance(found.diagnostic and found.diagnostic.payload, ClaimUndecided)


def test_open_rows_widen_sums_and_extremes() -> None:
    bound = table("甲,東京都,500,あり,基幹災害拠点病院", "乙,東京都,700,あり,")
    assert check(claim(Statistic.SUM, 1200, where=MAIN), bound).holds is UNKNOWN
    assert check(claim(Statistic.SUM, 1201, where=MAIN), bound).holds is FALSE
    assert check(claim(Statistic.MIN, 500, where=MAIN), bound).holds is TRUE
    assert check(claim(Statistic.MAX, 500, where=MAIN), bound).holds is UNKNOWN
    assert check(claim(Statistic.MEAN, 500, where=MAIN), bound).holds is UNKNOWN


def test_a_statistic_of_no_rows_is_no_number() -> None:
    nowhere = IsOneOf(path=path("都道府県"), values=("沖縄県",))
    assert check(claim(Statistic.MEAN, 0, where=nowhere)).holds is FALSE
    assert check(claim(Statistic.SUM, 0, where=nowhere)).holds is TRUE
    assert check(claim(Statistic.DISTINCT, 0, where=nowhere)).holds is TRUE


def every(condition: Formula, where: Formula | None = None) -> EveryRowClaim:
    return EveryRowClaim(selection=Selection(table="一覧", where=where), condition=condition)


def test_a_claim_about_every_row() -> None:
    assert check(every(beds(GE, 427))).holds is TRUE
    found = check(every(beds(GE, 428)))
    assert found.holds is FALSE
    assert [(row.key, row.line_number) for row in found.rows] == [("丙病院", 4)]
    assert isinstance(found.diagnostic and found.diagnostic.payload, RowsAgainstClaim)
    assert check(every(beds(GE, 428), where=TOKYO)).holds is TRUE


def test_an_open_condition_leaves_a_claim_about_every_row_open() -> None:
    bound = table("甲,東京都,500,あり,基幹災害拠点病院", "乙,東京都,500,あり,")
    found = check(every(MAIN), bound)
    assert found.holds is UNKNOWN
    assert [row.key for row in found.rows] == ["乙"]
    false = check(every(MAIN), table("甲,東京都,500,あり,指定なし", "乙,東京都,500,あり,"))
    assert (false.holds, [row.key for row in false.rows]) == (FALSE, ["甲"])


def without(*expected: str) -> GroupsWithoutClaim:
    return GroupsWithoutClaim(table="一覧", condition=MAIN, group=path("都道府県"), expected=expected)


def test_groups_without() -> None:
    assert check(without("千葉県")).holds is TRUE
    found = check(without("東京都", "山形県"))
    assert found.holds is FALSE
    assert [row.key for row in found.rows] == ["乙病院", "丙病院"]
    payload = found.diagnostic.payload if found.diagnostic else None
    assert isinstance(payload, GroupsDiffer)
    assert (payload.wrongly_named, payload.not_named) == (("東京都", "山形県"), ("千葉県",))


def test_groups_with_open_rows() -> None:
    bound = table("甲,東京都,500,あり,基幹災害拠点病院", "乙,千葉県,500,あり,")
    found = check(without("千葉県"), bound)
    assert found.holds is UNKNOWN
    assert [row.key for row in found.rows] == ["乙"]
    assert check(without("東京都"), bound).holds is FALSE


def test_a_row_of_an_unknown_group_may_belong_to_any() -> None:
    fields = SPEC.subjects["病院"].fields
    fields = {**fields, "都道府県": replace(fields["都道府県"], may_be_unknown=True)}
    subject = replace(SPEC.subjects["病院"], fields=fields)
    spec = replace(SPEC, subjects={**SPEC.subjects, "病院": subject})
    bound = table("甲,千葉県,500,あり,指定なし", "乙,,500,あり,基幹災害拠点病院", spec=spec)
    found = check(without("千葉県"), bound, spec)
    assert found.holds is UNKNOWN
    assert [row.key for row in found.rows] == ["乙"]


def test_groups_of_a_category_are_all_its_members() -> None:
    fields = SPEC.subjects["病院"].fields
    prefecture = replace(fields["都道府県"], type=EnumType(enum="都道府県"))
    subject = replace(SPEC.subjects["病院"], fields={**fields, "都道府県": prefecture})
    spec = replace(
        SPEC,
        subjects={**SPEC.subjects, "病院": subject},
        enumerations={**SPEC.enumerations, "都道府県": enumeration("都道府県", "東京都", "千葉県", "沖縄県")},
    )
    assert check(without("千葉県", "沖縄県"), table(spec=spec), spec).holds is TRUE


def test_a_claim_about_an_unreadable_table_is_open_and_silent() -> None:
    unread = bind_table(SPEC, TABLE, b"", "一覧.csv")
    found = check(claim(Statistic.COUNT, 3), unread)
    assert (found.holds, found.diagnostic) == (UNKNOWN, None)


def test_a_bad_cell_is_told_once() -> None:
    """Where a cell could not be taken, that is the finding; the claim that hangs on it only stays open."""
    text = "名称,都道府県,病床数,承認,災害拠点\n甲病院,東京都,多数,あり,指定なし\n"
    bound = bind_table(SPEC, TABLE, text.encode(), "一覧.csv")
    found = check(every(beds(GE, 400)), bound)
    assert (len(bound.diagnostics), found.holds, found.diagnostic) == (1, UNKNOWN, None)


def test_rows_against_an_assumption() -> None:
    """FALSE is a finding that names row and 前提; UNKNOWN is counted only."""
    body = Implies(premise=MAIN, conclusion=beds(GE, 600))
    rule = Assumption(header=Header(name="規模", keyword="前提"), subject="病院", body=body)
    spec = replace(SPEC, assumptions={"規模": rule})
    bound = table("甲,東京都,500,あり,基幹災害拠点病院", "乙,東京都,500,あり,", "丙,東京都,600,あり,")
    (found,) = check_assumptions(spec, bound)
    assert found.holds is FALSE
    assert [row.key for row in found.broken_by] == ["甲"]
    assert [row.key for row in found.open_rows] == ["乙"]
    assert found.diagnostic is not None
    assert isinstance(found.diagnostic.payload, RowsAgainstAssumption)
    assert [a.label for a in found.diagnostic.annotations] == ["甲", "前提「規模」"]
