"""A counterexample as it is printed, pasted into the spec, is a 事例 that comes out as it says.

Drawn are two terms over every kind of fact and a claim that one implies the other; each case that refutes
the claim is pasted and checked, as it is and with what it expects turned round.
"""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import assume, given, strategies as st
from tests.property.effort import examples

from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Entry
from regcheck.diagnostics.diagnostic import Severity
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict

NAME = "見本.regspec"
RULES = """\
区分　種類
  国、「指定なし」、第一種

対象　部品
  出力：整数（kW）
  同時設置：真偽

対象　事業者
  種別：種類
  損益：整数（円）
  黒字：直近三事業年度の真偽
  残高：直近三事業年度の整数（円）　０以上
  議決権割合：割合　０以上１以下
  機能：種類の集合
  名称：文字列

対象　施設
  開設者：事業者
  病床数：整数（床）　０以上
  在院日数：小数（日、小数点以下一位）　０以上
  承認日：日付　令和四年四月一日以後令和六年三月三十一日以前
  設立日：日付
  承認：真偽
  設備：部品の一覧
  種別：種類
  名称：文字列

裁量「特に必要」：施設
  判断者　主務大臣

裁量「有力」：事業者
  判断者　主務大臣

裁量「優良」：部品
  判断者　主務大臣

区分表「規模の区分」：施設
  該当は一つのみ、漏れなし
  | 病床数 | → 規模 |
  | 四百床未満 | 小 |
  | 四百床以上八百床未満 | 中 |
  | 八百床以上 | 大 |
"""
CONDITIONS = (
    "承認がある",
    "承認がない",
    "病床数が四百床以上である",
    "病床数が四百床を超える",
    "在院日数が14.5日未満である",
    "種別が国又は第一種である",
    "承認日が令和五年四月一日以後である",
    "承認日が設立日より後である",
    "設立日が承認日から起算して一月を経過する日以後である",
    "承認日から二週間を経過した日が令和五年四月一日より前である",
    "主務大臣が「特に必要」と認める",
    "名称が開設者の名称と同じである",
    "開設者の種別が「指定なし」でない",
    "開設者の損益が0円未満である",
    "開設者の機能に国を含む",
    "開設者の機能の数が二以上である",
    "開設者の議決権割合が三分の一を超える",
    "開設者の議決権割合が百分の二十五未満である",
    "開設者の残高の平均が五百円以上である",
    "直近三事業年度のいずれかにおいて、開設者の黒字がない",
    "開設者について主務大臣が「有力」と認める",
    "設備の数が二以上である",
    "設備のいずれかについて、出力が0kW未満である",
    "設備のいずれかについて、主務大臣が「優良」と認める",
    "全ての設備について、同時設置がある",
    "「規模の区分」の規模が中である",
)
SIGNS = "一二三"
INNER = "イロハ"


@st.composite
def bodies(draw: st.DrawFn) -> list[str]:
    """The lines of a term: a list of conditions, one of them perhaps a list itself."""
    picked = draw(st.lists(st.sampled_from(CONDITIONS), min_size=2, max_size=3, unique=True))
    lines = [f"  次の各号の{draw(st.sampled_from(['いずれにも', 'いずれかに']))}該当すること"]
    lines += [f"    {sign}　{condition}こと" for sign, condition in zip(SIGNS, picked, strict=False)]
    if draw(st.booleans()):
        lines[-1] = (
            f"    {SIGNS[len(picked) - 1]}　次の{draw(st.sampled_from(['いずれにも', 'いずれかに']))}該当すること"
        )
        within = draw(st.lists(st.sampled_from(CONDITIONS), min_size=2, max_size=2, unique=True))
        lines += [f"      {sign}　{condition}こと" for sign, condition in zip(INNER, within, strict=False)]
    return lines


CLAIMS = (
    "すべての施設について、甲に該当するならば、乙に該当する",
    "すべての施設について、甲に該当するならば、乙に該当しない",
    "すべての施設について、甲に該当しないならば、「規模の区分」の規模が大でない",
    "施設について、「甲」と「乙」は同値",
    "施設について、次の各号は「甲」を網羅する\n    一　病床数が四百床を超えること\n    二　承認日が設立日以前であること",
    "施設について、次の各号は排他である\n    一　「甲」に該当すること\n    二　承認日が令和五年四月一日以後であること",
)


@st.composite
def drafts(draw: st.DrawFn) -> str:
    lines = ["定義「甲」：施設", *draw(bodies()), "", "定義「乙」：施設", *draw(bodies()), ""]
    return "\n".join([RULES, *lines, "性質「主張」", f"  {draw(st.sampled_from(CLAIMS))}", ""])


def checked(text: str) -> tuple[Mapping[str, Entry], tuple[str, ...]]:
    inputs = Inputs(own=frozenset({NAME}), files={NAME: text.encode()})
    report = check(inputs, Z3Prover, more=2)
    broken = tuple(
        d.payload.ja().headline
        for d in report.diagnostics
        if d.severity is Severity.ERROR and d.code.id.startswith(("RC0", "RC1", "RC2"))
    )
    return {entry.id: entry for entry in report.entries}, broken


def printed(entries: Mapping[str, Entry]) -> list[str]:
    """Every case that is printed as a 事例 beside a finding."""
    shown = [e.diagnostic.evidence for e in entries.values() if e.diagnostic and e.diagnostic.evidence]
    return [case.snippet for one in shown for case in (one, *one.further) if case.snippet]


def title(snippet: str) -> str:
    return snippet[snippet.index("「") + 1 : snippet.index("」：")]


DENIALS = (("に該当しない", "に該当する"), ("でない", "である"), ("ことは非該当", "ことは該当"))


def turned_round(snippet: str) -> str:
    """Every → line expects the opposite."""
    head, *lines = snippet.split("\n  → ")
    return "\n  → ".join([head, *map(opposite, lines)])


def opposite(line: str) -> str:
    for denied, said in DENIALS:
        if line.endswith(denied):
            return line.removesuffix(denied) + said
    return f"{line}ことは非該当"


@examples(60)
@given(drafts())
def test_a_printed_case_comes_out_as_it_says(text: str) -> None:
    entries, broken = checked(text)
    assert not broken, (text, broken)
    cases = printed(entries)
    assume(cases)
    for case in cases:
        pasted, wrong = checked(f"{text}\n{case}\n")
        assert not wrong, (text, case, wrong)
        assert pasted[f"scenario:{title(case)}"].verdict is Verdict.PROVED, (text, case)
        if "\n  → " in case:
            against, _ = checked(f"{text}\n{turned_round(case)}\n")
            assert against[f"scenario:{title(case)}"].verdict is Verdict.REFUTED, (text, case)


COURSE = """\
対象　案件
  緊急：真偽

手続「審査の手続」：案件
  検査期間　令和八年四月一日から令和八年六月三十日まで
  事象　届出：事業者
  事象　受理：主務大臣　届出以後
  事象　延長：主務大臣　受理以後
  事象　勧告：主務大臣　受理以後
  事象　変更の届出：事業者　勧告以後
  事象　導入：事業者　届出以後
  期間「審査期間」　受理の日から起算して二週間を経過する日まで
  期限「回答期限」　勧告を受けた日から起算して四日以内（閉庁日繰下げ）
  禁止「導入の禁止」　事業者は、受理があったときは、審査期間中は、導入をしてはならない
    ただし、緊急があるときは、この限りでない
  権限「延長」　主務大臣は、審査期間内に限り、延長により、審査期間を受理の日から起算して一月間を限度として延長することができる
  権限「勧告」　主務大臣は、審査期間内に限り、勧告をすることができる
  義務「変更の届出」　事業者は、勧告があるときは、回答期限までに、変更の届出をしなければならない

"""
PREMISES = (
    "適法である",
    "適法であり、かつ、導入がある",
    "適法であり、かつ、勧告があり、かつ、導入がある",
    "適法であり、かつ、延長がない",
    "受理があり、かつ、導入がある",
    "「導入の禁止」に違反する",
    "適法でない",
)
CONCLUSIONS = (
    "導入がない",
    "「導入の禁止」に違反しない",
    "「変更の届出」に違反しない",
    "審査期間の末日が令和八年五月十日以前である",
    "回答期限が審査期間の末日以前である",
    "導入の日が受理の日より後である",
    "導入の日が受理の日から起算して一月を経過する日より後である",
    "変更の届出の日が勧告の日の二週間前より後である",
    "緊急がある",
)


@st.composite
def courses(draw: st.DrawFn) -> str:
    """A claim about every run of a 手続."""
    premise, conclusion = draw(st.sampled_from(PREMISES)), draw(st.sampled_from(CONCLUSIONS))
    claim = f"すべての「審査の手続」について、{premise}ならば、{conclusion}"
    return f"{COURSE}性質「主張」\n  {claim}\n"


@examples(12)
@given(courses())
def test_a_printed_run_comes_out_as_it_says(text: str) -> None:
    entries, broken = checked(text)
    assert not broken, (text, broken)
    for case in printed(entries):
        pasted, wrong = checked(f"{text}\n{case}\n")
        assert not wrong, (text, case, wrong)
        assert pasted[f"scenario:{title(case)}"].verdict is Verdict.PROVED, (text, case)
        if "\n  → " in case:
            against, _ = checked(f"{text}\n{turned_round(case)}\n")
            assert against[f"scenario:{title(case)}"].verdict is Verdict.REFUTED, (text, case)
