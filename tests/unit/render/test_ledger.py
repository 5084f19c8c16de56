"""The ledger: one line per term; only many proved 事例, 性質 and 対象 share one, and the last line says what to do."""

from __future__ import annotations

from tests.unit.render import reports
from tests.unit.render.reports import entry, report

from regcheck.analysis.report import Report
from regcheck.diagnostics.wording import Language
from regcheck.proof.verdict import Verdict
from regcheck.render.ledger import closing, ledger
from regcheck.render.page import text_of


def lines(found: Report) -> list[str]:
    return [text_of(one) for one in ledger(found, Language.JA)][1:]


def test_many_proved_scenarios_share_a_line_and_a_refuted_one_has_its_own() -> None:
    proved = [entry(f"事例「{n}」", "scenario", Verdict.PROVED) for n in range(5)]
    refuted = entry("事例「悪い」", "scenario", Verdict.REFUTED, reports.OVERLAP)
    assert lines(report(*proved, refuted)) == [
        "  事例（5件）   証明済み 5",
        "  事例「悪い」  反例あり 1",
    ]


def test_few_scenarios_and_all_definitions_have_a_line_each() -> None:
    few = [entry(f"事例「{n}」", "scenario", Verdict.PROVED) for n in range(4)]
    terms = [entry(f"定義「{n}」", "satisfiable", Verdict.PROVED) for n in range(9)]
    assert len(lines(report(*few, *terms))) == 13


def test_the_counts_of_a_term_go_from_worst_to_best() -> None:
    found = report(
        entry("A", "x", Verdict.PROVED), entry("A", "y", Verdict.UNDECIDED), entry("A", "z", Verdict.VACUOUS)
    )
    assert lines(found) == ["  A  判定できず 1  空虚 1  証明済み 1"]


def test_the_last_line_says_what_to_do() -> None:
    def said(*found: Report) -> str:
        return text_of(closing(found, Language.EN))

    unreplayed = report(entry("A", "x", Verdict.UNREPLAYED, reports.BUDGET))
    assert said(reports.CLEAN) == "No problems found. All 2 checks are proved."
    assert said(reports.EMPTY).startswith("No problems found. There is nothing to prove.")
    assert said(reports.KNOWN).startswith("No new problems found. 1 of 2")
    assert said(reports.CLEAN, reports.REFUTED).startswith("Findings: 1 (4 of 5 checks proved)")
    assert said(reports.UNDECIDED).startswith("No findings, but 1 of 2")
    assert said(unreplayed).startswith("The tool disagrees with itself")
    assert said(unreplayed, reports.REFUTED).startswith("Findings: 1")
