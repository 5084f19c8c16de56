"""Slips of the pen: all kinds are made, every one can be written, and what is said to notice or not does or not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from regcheck.analysis.mutation.edit import Kind
from regcheck.analysis.mutation.mutants import mutants_of
from regcheck.analysis.mutation.run import Fate, Outcome, outcomes, score_of
from regcheck.analysis.mutation.standing import Bench, bench_of
from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import KnownFinding, Report
from regcheck.frozen import replace
from regcheck.proof.engine import Z3Prover
from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file

NAME = "small.regspec"
TOUR = Path(__file__).parents[3] / "dsl" / "tour.regspec"
WORLD = """\
区分　種類
  国、地方、民間

対象　病院
  名称：文字列
  種別：種類
  病床数：整数（床）　０以上一万以下
  紹介率：割合　０以上１以下
  在院日数：小数（日、小数点以下一位）　０以上百以下
  承認：真偽
  救急：真偽
  開設日：日付

"""


def tree(text: str, name: str = NAME) -> ast.File:
    parsed = parse_file(SourceText(name, text))
    assert not parsed.diagnostics
    return parsed.file


def checked(text: str) -> Report:
    facts = {"list.csv": ROWS.encode()}
    return check(Inputs(own=frozenset({NAME}), files={NAME: text.encode()}, facts=facts), Z3Prover)


def bench(text: str, file: ast.File) -> Bench:
    report = checked(text)
    assert report.is_green, [d.payload for d in report.open_findings]
    return bench_of([file], frozenset({NAME}), {"list.csv": ROWS.encode()}, Z3Prover, report)


def fates(text: str) -> list[Outcome]:
    file = tree(text)
    return list(outcomes(bench(text, file), mutants_of([file], frozenset({NAME}))))


def with_fate(found: list[Outcome], fate: Fate, kind: Kind) -> set[tuple[str, str]]:
    return {
        (o.mutant.edit.before, o.mutant.edit.after)
        for o in found
        if o.fate is fate and o.mutant.edit.kind is kind
    }


def criterion(*lines: str) -> str:
    body = "".join(f"  {line}\n" for line in lines)
    return f"{WORLD}指定基準「甲」：病院\n  出典　資料「見本」\n{body}\n"


def case(facts: str, meets: bool, name: str = "") -> str:
    said = "に該当する" if meets else "に該当しない"
    return f"事例「{name or facts}」：病院\n  {facts}\n  → 「甲」{said}\n\n"


# ---------------------------------------------------------------- each kind


WEAK: Mapping[Kind, tuple[str, set[tuple[str, str]]]] = {
    Kind.STRICTNESS: (
        criterion("病床数が四百床以上であること"),
        {("病床数が四百床以上である", "病床数が四百床を超える")},
    ),
    Kind.LIMIT: (
        criterion("病床数が四百床以上であること"),
        {
            ("病床数が四百床以上である", "病床数が四百一床以上である"),
            ("病床数が四百床以上である", "病床数が三百九十九床以上である"),
        },
    ),
    Kind.DATE: (
        criterion("開設日が令和二年四月一日以前であること"),
        {
            ("開設日が令和二年四月一日以前である", "開設日が令和二年四月二日以前である"),
            ("開設日が令和二年四月一日以前である", "開設日が令和二年三月三十一日以前である"),
        },
    ),
    Kind.DROP: (
        criterion(
            "次の各号のいずれにも該当すること", "  一　承認があること", "  二　種別が国又は地方であること"
        ),
        {
            ("一　承認があること", ""),
            ("二　種別が国又は地方であること", ""),
            ("種別が国又は地方である", "種別が地方である"),
            ("種別が国又は地方である", "種別が国である"),
        },
    ),
    Kind.CONNECTIVE: (
        criterion("承認があり、かつ、救急があること"),
        {("承認があり、かつ、救急がある", "承認があり、又は救急がある")},
    ),
    Kind.EXCEPTION: (
        criterion("承認があること", "ただし、種別が国であるものを除く"),
        {("ただし、種別が国であるものを除く", "")},
    ),
}
GUARDS: Mapping[Kind, str] = {
    Kind.STRICTNESS: case("病床数は400床", True),
    Kind.LIMIT: case("病床数は400床", True) + case("病床数は399床", False),
    Kind.DATE: case("開設日は令和二年四月一日", True) + case("開設日は令和二年四月二日", False),
    Kind.DROP: case("承認なし、種別は国", False)
    + case("承認あり、種別は民間", False)
    + case("承認あり、種別は国", True)
    + case("承認あり、種別は地方", True),
    Kind.CONNECTIVE: case("承認あり、救急なし", False),
    Kind.EXCEPTION: case("承認あり、種別は国", False),
}


@pytest.mark.parametrize("kind", Kind)
def test_exactly_the_slips_that_nobody_guards_survive(kind: Kind) -> None:
    text, expected = WEAK[kind]
    assert with_fate(fates(text), Fate.SURVIVED, kind) == expected
    guarded = fates(text + GUARDS[kind])
    assert with_fate(guarded, Fate.SURVIVED, kind) == set()
    assert with_fate(guarded, Fate.KILLED, kind) == expected


def test_the_place_of_a_slip_is_its_item_and_number() -> None:
    text, _ = WEAK[Kind.DROP]
    places = {o.mutant.edit.before: o.mutant.place for o in fates(text)}
    assert places["種別が国又は地方である"] == "指定基準「甲」/二"


def test_the_killer_is_named() -> None:
    text, _ = WEAK[Kind.STRICTNESS]
    found = fates(text + case("病床数は400床", True, "ちょうど"))
    (strict,) = (o for o in found if o.mutant.edit.kind is Kind.STRICTNESS)
    assert strict.killer == "scenario:ちょうど"


@pytest.mark.parametrize("kind", Kind)
def test_the_case_that_is_offered_kills(kind: Kind) -> None:
    text, _ = WEAK[kind]
    survivors = [o.diagnostic for o in fates(text) if o.fate is Fate.SURVIVED]
    snippets = [d.evidence.snippet for d in survivors if d is not None and d.evidence is not None]
    assert len(snippets) == len(survivors)
    offered = "\n\n".join(dict.fromkeys(snippets))
    assert not [o for o in fates(f"{text}{offered}\n") if o.fate is Fate.SURVIVED]


def test_a_known_finding_that_goes_away_is_noticed() -> None:
    text = criterion("病床数が四百床以上であること") + case("病床数は400床", False, "資料の誤り")
    files, own = {NAME: text.encode()}, frozenset({NAME})
    (wrong,) = check(Inputs(own=own, files=files), Z3Prover).open_findings
    known = KnownFinding(fingerprint=wrong.fingerprint, code=wrong.code.id, reason="資料のまま")
    report = check(Inputs(own=own, files=files, known={wrong.fingerprint: known}), Z3Prover)
    assert report.is_green
    file = tree(text)
    found = list(outcomes(bench_of([file], own, {}, Z3Prover, report), mutants_of([file], own)))
    assert [(o.mutant.edit.kind, o.killer) for o in found] == [
        (Kind.STRICTNESS, "scenario:資料の誤り"),
        (Kind.LIMIT, "scenario:資料の誤り"),
        (Kind.LIMIT, ""),
    ]


def test_a_limit_moves_by_the_least_step_of_what_it_measures() -> None:
    text = criterion(
        "次の各号のいずれにも該当すること",
        "  一　紹介率が百分の五十以上であること",
        "  二　在院日数が二十日以下であること",
        "  三　病床数の二倍が３００床以上であること",
    )
    changed = [m.edit.after for m in mutants_of([tree(text)], frozenset({NAME})) if m.edit.kind is Kind.LIMIT]
    assert changed == [
        "紹介率が百分の五十一以上である",
        "紹介率が百分の四十九以上である",
        "在院日数が二十・一日以下である",
        "在院日数が十九・九日以下である",
        "病床数の二倍が301床以上である",
        "病床数の二倍が299床以上である",
    ]


# ---------------------------------------------------------------- the same meaning


def test_a_proviso_on_one_of_several_conditions_is_one_on_all() -> None:
    text = criterion(
        "次の各号のいずれにも該当すること",
        "  一　承認があること",
        "  二　救急があること",
        "ただし、種別が国であるものを除く",
    )
    same = with_fate(fates(text), Fate.EQUIVALENT, Kind.EXCEPTION)
    assert len(same) == 2
    other = with_fate(fates(text.replace("いずれにも", "いずれかに")), Fate.SURVIVED, Kind.EXCEPTION)
    assert len(other) == 3


def test_texts_that_the_premises_make_equal_are_equivalent() -> None:
    premise = "前提「丁度はない」：病院\n  出典　資料「見本」\n  病床数が四百床でないこと\n\n"
    found = fates(criterion("病床数が四百床以上であること") + premise)
    assert with_fate(found, Fate.EQUIVALENT, Kind.STRICTNESS) == {
        ("病床数が四百床以上である", "病床数が四百床を超える")
    }


def test_a_premise_that_says_less_is_not_equivalent() -> None:
    """Under the original 前提 the two say the same; under the weaker one they do not."""
    premise = "前提「下限」：病院\n  出典　資料「見本」\n  承認があるならば、病床数が四百床以上であること\n\n"
    found = [o for o in fates(criterion("承認があること") + premise) if o.mutant.title == "前提「下限」"]
    assert {(o.mutant.edit.after, o.fate) for o in found} == {
        ("病床数が四百床を超える", Fate.SURVIVED),
        ("病床数が四百一床以上である", Fate.SURVIVED),
        ("病床数が三百九十九床以上である", Fate.SURVIVED),
    }


def test_a_day_on_which_a_stage_begins_is_never_the_same() -> None:
    plan = (
        "段階「案」：病院\n  出典　資料「見本」\n"
        "  第一段階　令和十年四月一日から　承認があり、かつ、救急があること\n"
        "  第二段階　令和十一年四月一日から　承認があること\n"
    )
    found = [o for o in fates(criterion("承認があること") + plan) if o.mutant.edit.kind is Kind.DATE]
    assert [o.fate for o in found] == [Fate.SURVIVED] * 4


def test_a_day_on_which_an_item_takes_effect_is_never_the_same() -> None:
    text = criterion("施行　令和十年四月一日", "承認があること")
    found = [o for o in fates(text) if o.mutant.edit.kind is Kind.DATE]
    assert [o.fate for o in found] == [Fate.SURVIVED] * 2


# ---------------------------------------------------------------- no shortcut changes the answer


ROWS = "名称,病床数,承認,救急\n甲病院,500,あり,あり\n乙病院,900,あり,あり\n"
EVERYTHING = (
    criterion(
        "次の各号のいずれにも該当すること",
        "  一　「規模」に該当すること",
        "  二　種別が国又は地方であり、又は「離島」に該当すること",
        "ただし、紹介率が百分の十未満であるものを除く",
    )
    + """\
定義「規模」：病院
  出典　資料「見本」
  病床数が四百五十床以上であること

定義「離島」：病院
  出典　資料「見本」
  救急があること

前提「承認」：病院
  出典　資料「見本」
  承認があるならば、病床数が五百床以上であり、かつ、救急があること

特例「古い病院」：病院
  出典　資料「見本」
  「甲」の規定にかかわらず、開設日が昭和二十年八月十五日以前である病院は、該当しないものとする

区分表「表」：病院
  出典　資料「見本」
  該当は一つのみ、漏れなし
  | 種別       | 病床数    | → 扱 |
  | 国又は地方 | ―         | 公   |
  | 民間       | 400床以上 | 大   |
  | 民間       | 400床未満 | 小   |

区分表「印」：病院
  出典　資料「見本」
  全て該当
  | 種別 | → 印 |
  | 国   | 甲印 |
  | 地方 | 乙印 |

段階「案」：病院
  出典　資料「見本」
  第一段階　令和十年四月一日から　承認があり、かつ、病床数が六百床以上であること
  第二段階　令和十一年四月一日から　承認があること
  拡大のみ

性質「承認を受けた病院は小さくない」
  出典　資料「見本」
  すべての病院について、承認があるならば、「表」の扱が小でない

性質「承認を受けた病院には救急がある」
  出典　資料「見本」
  すべての病院について、承認があるならば、救急がある

性質「乙印は地方」
  出典　資料「見本」
  すべての病院について、「印」の印が乙印であるならば、種別が地方である

事例「国の病院」：病院
  病床数は450床、種別は国、紹介率は10%、開設日は令和元年五月一日
  → 「甲」に該当する

事実表「一覧」：病院
  資料「list.csv」　時点　令和七年四月一日
  見出し　名称

確認「数」
  出典　資料「見本」
  「一覧」のうち「案」の第一段階に該当するものの件数が1
"""
)


def test_what_is_not_asked_again_would_not_have_noticed() -> None:
    found = fates(EVERYTHING)
    assert {o.mutant.edit.kind for o in found} == set(Kind)
    assert {o.fate for o in found} == {Fate.KILLED, Fate.EQUIVALENT, Fate.SURVIVED}
    killers = {o.killer.split(":")[0] for o in found}
    assert killers >= {
        "scenario",
        "property",
        "facts",
        "cover",
        "RC201 性質「乙印は地方」",
    }
    for outcome in found:
        report = checked(print_file(outcome.mutant.file))
        assert report.is_green is (outcome.fate is not Fate.KILLED), outcome.mutant


def test_the_score_leaves_out_what_cannot_be_noticed() -> None:
    found = fates(EVERYTHING)
    score = score_of(found)
    assert score.total == len(found)
    able = [o for o in found if o.fate is not Fate.EQUIVALENT]
    assert score.percent == 100 * len([o for o in able if o.fate is Fate.KILLED]) // len(able)


# ---------------------------------------------------------------- real texts


def test_every_slip_can_be_written() -> None:
    original = tree(TOUR.read_text(encoding="utf-8"))
    found = list(mutants_of([original], frozenset({NAME})))
    assert {mutant.edit.kind for mutant in found} == set(Kind)
    for mutant in found:
        changed = tuple(item for item in mutant.file.items if item not in original.items)
        alone = replace(mutant.file, items=changed)
        assert tree(print_file(alone)) == alone
        assert changed or mutant.edit.node is None
