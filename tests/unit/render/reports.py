"""Hand-made reports for the tests of renderers."""

from __future__ import annotations

from typing import ClassVar

from regcheck.analysis.report import Entry, KnownFinding, Report
from regcheck.diagnostics.diagnostic import (
    Annotation,
    Code,
    Diagnostic,
    Evidence,
    Example,
    Fix,
    Payload,
    Severity,
    Words,
)
from regcheck.model.specification import Specification
from regcheck.proof.verdict import Verdict
from regcheck.source.span import SourceText, Span

FILE = "specs/medical/criteria.regspec"
TEXT = """指定基準「高度医療提供基準」：病院
  条項　第二条第一号
  病床数が四百床以上であること

定義「小病院」：病院
  病床数が400床以下であること
"""
SOURCE = SourceText(FILE, TEXT)


class Overlap(Payload):
    CODE: ClassVar[Code] = Code("RC301", "overlap")
    first: str
    second: str

    def ja(self) -> Words:
        return Words(
            f"「{self.first}」と「{self.second}」の両方に当たる場合がある", "一方の限度を未満に直してください"
        )

    def en(self) -> Words:
        return Words(
            f"a case meets both 「{self.first}」 and 「{self.second}」", "Make one of the limits strict."
        )


class Mention(Payload):
    CODE: ClassVar[Code] = Code("RC510", "unused-item", Severity.INFO)
    name: str

    def ja(self) -> Words:
        return Words(f"「{self.name}」はどこからも使われていない")

    def en(self) -> Words:
        return Words(f"「{self.name}」 is not used")


class Budget(Payload):
    CODE: ClassVar[Code] = Code("RC902", "undecided")

    def ja(self) -> Words:
        return Words("手数の限りまで調べても決まらない")

    def en(self) -> Words:
        return Words("could not be decided within the budget")


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(FILE, start, start + len(words))


OVERLAP = Diagnostic(
    payload=Overlap(first="高度医療提供基準", second="小病院"),
    annotations=(
        Annotation(span=span_of("400床以下"), label="定義「小病院」", primary=False),
        Annotation(span=span_of("四百床以上"), label="第二条第一号"),
    ),
    provisions=("第二条第一号", "第三条"),
    fixes=(Fix(span=span_of("以下"), replacement="未満"),),
    evidence=Evidence(
        facts=(("病床数", "400床"), ("承認", "あり")),
        outcomes=(("高度医療提供基準", "該当する"), ("小病院", "該当する")),
        snippet="事例「四百床」：病院\n  病床数は400床\n  → 小病院に該当する\n",
        example=Example(name="東病院", facts=(("病床数", "四百床"),), others=12),
        further=(
            Evidence(
                facts=(("病床数", "399床"),),
                outcomes=(("小病院", "該当する"),),
                snippet="事例「三百九十九床」：病院\n  病床数は399床\n",
                example=Example(name="西病院", facts=(("病床数", "三百床"), ("承認", "なし"))),
            ),
        ),
        is_all=True,
    ),
    anchor="指定基準「高度医療提供基準」",
)
MENTION = Diagnostic(payload=Mention(name="小病院"), annotations=(Annotation(span=span_of("小病院")),))
BUDGET = Diagnostic(payload=Budget(), annotations=(Annotation(span=span_of("四百床以上")),))


def entry(term: str, family: str, verdict: Verdict, diagnostic: Diagnostic | None = None) -> Entry:
    return Entry(
        id=f"{family}:{term}",
        family=family,
        term=term,
        provisions=("第二条第一号",),
        verdict=verdict,
        rests_on=("前提「承認の要件」",),
        diagnostic=diagnostic,
        witness=diagnostic.evidence if diagnostic else None,
    )


def report(*entries: Entry, more: tuple[Diagnostic, ...] = (), known: tuple[Diagnostic, ...] = ()) -> Report:
    found = [e.diagnostic for e in entries if e.diagnostic is not None]
    accepted = {
        d.fingerprint: KnownFinding(fingerprint=d.fingerprint, code=d.code.id, reason="資料の誤り")
        for d in known
    }
    return Report(
        specification=Specification(),
        entries=entries,
        diagnostics=(*found, *more),
        known=accepted,
        sources={FILE: SOURCE},
    )


CLEAN = report(
    entry("高度医療提供基準", "satisfiable", Verdict.PROVED), entry("小病院", "satisfiable", Verdict.PROVED)
)
REFUTED = report(
    entry("高度医療提供基準", "satisfiable", Verdict.PROVED),
    entry("高度医療提供基準", "exclusive", Verdict.REFUTED, OVERLAP),
    entry("小病院", "satisfiable", Verdict.PROVED),
    more=(MENTION,),
)
KNOWN = report(
    entry("高度医療提供基準", "satisfiable", Verdict.PROVED),
    entry("高度医療提供基準", "exclusive", Verdict.REFUTED, OVERLAP),
    known=(OVERLAP,),
)
UNDECIDED = report(
    entry("高度医療提供基準", "satisfiable", Verdict.UNDECIDED, BUDGET),
    entry("小病院", "satisfiable", Verdict.PROVED),
)
BROKEN = report(more=(OVERLAP,))
EMPTY = report()
