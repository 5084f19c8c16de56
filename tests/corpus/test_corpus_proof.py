"""Protects: what a drafter is told about conflicts, gaps and dead text, from the file to the finding.

Each proof*.md is read as pairs of a ```regspec block and a ```findings block: line:column, code, headline, and
below it what the finding shows (場合 the case, 結果 the outcomes, 経過 the days of a run, 条項 the provisions, 直し方 for
tables). A
```ledger block lists the verdicts that are not PROVED, as they stand in the ledger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.diagnostics.diagnostic import Diagnostic, Step
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict

_PAGE = re.compile(
    r"^## (?P<title>.+?)\n.*?```regspec\n(?P<spec>.*?)```\n\n```findings\n(?P<findings>.*?)```"
    r"(?:\n\n```ledger\n(?P<ledger>.*?)```)?",
    re.M | re.S,
)
_UNSOURCED = "RC703"
"""The specs here are made up, so that nothing stands behind them."""


@dataclass(frozen=True)
class Example:
    title: str
    spec: str
    findings: str
    ledger: str | None


def examples() -> list[Example]:
    return [
        Example(f"{page.stem}: {m['title']}", m["spec"], m["findings"], m["ledger"])
        for page in sorted(Path(__file__).parent.glob("proof*.md"))
        for m in _PAGE.finditer(page.read_text(encoding="utf-8"))
    ]


def checked(spec: str) -> Report:
    name = "a.regspec"
    return check(Inputs(own=frozenset({name}), files={name: spec.encode()}), Z3Prover)


def findings(report: Report) -> str:
    told = [d for d in report.diagnostics if d.code.id != _UNSOURCED]
    return "".join(f"{line}\n" for d in told for line in lines_of(d, report))


def lines_of(diagnostic: Diagnostic, report: Report) -> list[str]:
    span = diagnostic.place
    assert span is not None
    assert diagnostic.payload.en().headline
    source = report.sources[span.file]
    place = f"{source.line_of(span.start)}:{source.column_of(span.start)}"
    words = diagnostic.payload.ja()
    known = "（承知）" if report.is_known(diagnostic) else ""
    lines = [f"{place} {diagnostic.code.id} {words.headline}{known}"]
    if shown := diagnostic.evidence:
        lines.append("  場合 " + "、".join(f"{name}={value}" for name, value in shown.facts))
        lines.append("  結果 " + "、".join(f"{name}={value}" for name, value in shown.outcomes))
        lines += [f"  経過 {_step(step)}" for step in shown.run]
    if diagnostic.provisions:
        lines.append("  条項 " + "、".join(diagnostic.provisions))
    if diagnostic.code.id == "RC401":
        lines.append(f"  直し方 {words.advice}")
    return [line.rstrip() for line in lines]


def _step(step: Step) -> str:
    """2026-04-01 受理（大臣） 審査期間1."""
    who = f"（{step.who}）" if step.who else ""
    counts = "、".join(f"{period}{number}" for period, number in step.counts)
    return f"{step.day.isoformat()} {step.what}{who} {counts}".rstrip()


def ledger(report: Report) -> str:
    rest = [entry for entry in report.entries if entry.verdict is not Verdict.PROVED]
    return "".join(f"{entry.verdict} {entry.id}\n" for entry in rest)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.title)
def test_findings_and_ledger(example: Example) -> None:
    report = checked(example.spec)
    assert findings(report) == example.findings
    if example.ledger is not None:
        assert ledger(report) == example.ledger


def test_the_corpus_is_not_empty() -> None:
    assert len(examples()) > 20
