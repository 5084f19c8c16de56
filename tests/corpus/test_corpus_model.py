"""Protects: what a drafter is told about names, types, units, tables, cases, citations and versions, word by word.

Each model*.md is read as pairs of a ```regspec block and a ```findings block with one line per finding:
line, code, headline. A block marked `own` is checked as the project's own file; the others as files
that are only used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from regcheck.analysis.days import check_days
from regcheck.analysis.epochs import epochs
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

_PAIR = re.compile(
    r"^## (?P<title>.+?)\n.*?```regspec(?P<own> own)?\n(?P<spec>.*?)```\n\n```findings\n(?P<findings>.*?)```",
    re.M | re.S,
)


@dataclass(frozen=True)
class Example:
    title: str
    spec: str
    own: bool
    findings: tuple[str, ...]


def examples() -> list[Example]:
    found: list[Example] = []
    for page in sorted(Path(__file__).parent.glob("model*.md")):
        for pair in _PAIR.finditer(page.read_text(encoding="utf-8")):
            lines = tuple(pair["findings"].splitlines())
            found.append(Example(f"{page.stem}: {pair['title']}", pair["spec"], bool(pair["own"]), lines))
    return found


def findings(example: Example) -> tuple[str, ...]:
    source = SourceText("a.regspec", example.spec)
    parsed = parse_file(source)
    own = frozenset({source.name}) if example.own else frozenset()
    read = [d for epoch in epochs([parsed.file], own) for d in epoch.diagnostics]
    days = check_days([parsed.file], own, {source.name: source}).diagnostics
    lines = []
    for diagnostic in dict.fromkeys((*parsed.diagnostics, *read, *days)):
        span = diagnostic.place
        assert span is not None
        assert diagnostic.payload.en().headline
        lines.append(f"{source.line_of(span.start)} {diagnostic.code.id} {diagnostic.payload.ja().headline}")
    return tuple(lines)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.title)
def test_findings(example: Example) -> None:
    assert findings(example) == example.findings


def test_the_corpus_is_not_empty() -> None:
    assert len(examples()) > 25
