"""What is carried over from an earlier check changes nothing: every line of the ledger and every finding is as in a
check that remembers nothing, whatever was edited in between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.model.specification import Specification
from regcheck.proof.carried import Carried
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict

DSL = Path(__file__).parents[3] / "dsl"

SPEC = """\
区分　種類
  甲、乙、丙

対象　病院
  種類：種類
  病床数：整数（床）　０以上
  紹介率：割合　０以上１以下
  承認：真偽

前提「承認と病床」：病院
  承認病院に該当するならば、病床数が二百床以上であること

定義「承認病院」：病院
  承認があり、かつ、病床数が百床以上であること

定義「小病院」：病院
  病床数が五百床未満であること

定義「大病院」：病院
  病床数が四百床以上であること

定義「対象病院」：病院
  次のいずれかに該当すること
    一　大病院に該当すること
    二　種類が甲又は乙であり、かつ、紹介率が百分の五十以上であること

定義「指定できる病院」：病院
  対象病院に該当し、かつ、承認病院に該当しないこと

特例「小病院の特例」：病院
  「大病院」の規定にかかわらず、小病院に該当する病院は、該当しないものとする

区分表「規模」：病院
  該当は一つのみ、漏れなし
  | 病床数               | → 規模   |
  | 三百床未満           | 小       |
  | 三百床以上六百床未満 | 中       |
  | 六百床以上           | 大       |

段階「拡大」：病院
  第一段階　令和十年四月一日から　病床数が千床以上
  第二段階　令和十一年四月一日から　大病院に該当すること
  拡大のみ

性質「大きければ対象」
  すべての病院について、病床数が六百床以上であるならば、対象病院に該当する

性質「大きければ指定できる」
  すべての病院について、病床数が六百床以上であり、かつ、承認がないならば、「指定できる病院」に該当する

性質「小さければ指定できない」
  すべての病院について、病床数が五百床未満であり、かつ、種類が丙であるならば、「指定できる病院」に該当しない

性質「承認は大きい」
  すべての病院について、承認があり、かつ、病床数が百床以上であるならば、病床数が二百床以上である
"""


def edits(text: str) -> Iterator[str]:
    """One word of a limit changed, one line more, one item less."""
    for found in re.finditer("[二三四五六千]?百?(?<=[千百])(?=床)|五十|甲|以上|未満", text):
        other = {"甲": "丙", "以上": "以下", "未満": "以下", "五十": "三十"}.get(found.group(), "七百")
        yield text[: found.start()] + other + text[found.end() :]
    yield "# 一行\n" + text
    items = text.split("\n\n")
    for at in range(2, len(items)):
        yield "\n\n".join(items[:at] + items[at + 1 :])


def report(text: str, carried: Carried | None = None) -> Report:
    inputs = Inputs(own=frozenset({"a.regspec"}), files={"a.regspec": text.encode()})
    return check(inputs, Z3Prover, carried=carried)


def said(report: Report) -> object:
    spans = [(d.fingerprint, d.place, d.evidence) for d in report.diagnostics]
    lines = [(e.id, e.verdict, tuple(e.rests_on), e.provisions, e.span, e.note) for e in report.entries]
    return lines, spans


def test_every_edit_is_judged_as_if_nothing_were_known() -> None:
    for text in edits(SPEC):
        carried = Carried()
        report(SPEC, carried)
        assert said(report(text, carried)) == said(report(text))


def test_a_chain_of_edits_carries_nothing_stale() -> None:
    carried = Carried()
    assert all(entry.verdict is Verdict.PROVED for entry in report(SPEC).entries)
    for text in (SPEC, *edits(SPEC), SPEC):
        assert said(report(text, carried)) == said(report(text))


def test_little_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counting(specification: Specification) -> Z3Prover:
        prover = Z3Prover(specification)
        inner = prover.answers

        def answers(questions):  # type: ignore[no-untyped-def]
            nonlocal asked
            asked += len(questions)
            return inner(questions)

        monkeypatch.setattr(prover, "answers", answers)
        return prover

    carried = Carried()
    inputs = Inputs(own=frozenset({"a.regspec"}), files={"a.regspec": SPEC.encode()})
    check(inputs, counting, carried=carried)
    first, asked = asked, 0
    changed = SPEC.replace("病床数が千床以上", "病床数が九百床以上")
    check(
        Inputs(own=frozenset({"a.regspec"}), files={"a.regspec": changed.encode()}), counting, carried=carried
    )
    assert 0 < asked < first / 2
