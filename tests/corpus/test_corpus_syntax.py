"""Protects: what a drafter is told about a text that does not parse, word by word, and at which place.

Each syntax*.md is read as pairs of a ```regspec block and a ```findings block with, for each finding, a line
`line:column code headline` and below it, indented, what to do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

_PAIR = re.compile(
    r"^## (?P<title>.+?)\n.*?```regspec\n(?P<spec>.*?)```\n\n```findings\n(?P<findings>.*?)```", re.M | re.S
)


@dataclass(frozen=True)
class Example:
    title: str
    spec: str
    findings: str


def examples() -> list[Example]:
    pages = sorted(Path(__file__).parent.glob("syntax*.md"))
    return [
        Example(f"{page.stem}: {pair['title']}", pair["spec"], pair["findings"])
        for page in pages
        for pair in _PAIR.finditer(page.read_text(encoding="utf-8"))
    ]


def findings(spec: str) -> str:
    source = SourceText("a.regspec", spec)
    lines: list[str] = []
    for found in parse_file(source).diagnostics:
        assert found.place is not None
        at = f"{source.line_of(found.place.start)}:{source.column_of(found.place.start)}"
        words = found.payload.ja()
        lines.append(f"{at} {found.code.id} {words.headline}")
        lines.extend(f"  {line}" for line in words.advice.splitlines())
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.title)
def test_findings(example: Example) -> None:
    assert findings(example.spec) == example.findings


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.title)
def test_everything_is_also_said_in_english(example: Example) -> None:
    for found in parse_file(SourceText("a.regspec", example.spec)).diagnostics:
        words = found.payload.en()
        assert words.headline and words.advice
        assert "。" not in words.headline


def test_the_corpus_is_not_empty() -> None:
    assert len(examples()) > 40
