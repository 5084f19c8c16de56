"""How printed rules look: the tour of the language as Markdown and as the articles of the page.

Set REGCHECK_SNAPSHOT=1 to write what is printed now, then look at the difference.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from regcheck.analysis.report import Report
from regcheck.documents.emit_html import emit_html
from regcheck.documents.emit_markdown import emit_markdown
from regcheck.documents.material import Material
from regcheck.documents.planning.pages import compose
from regcheck.documents.printed import print_specification
from regcheck.documents.verdicts import ledger_of
from regcheck.language import read_grammar
from regcheck.model.from_syntax import build_specification
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

HERE = Path(__file__).parent
NAME = "tour.regspec"
SECTIONS = ("businesses", "criteria", "stages", "tables", "background")


@cache
def _texts() -> dict[str, str]:
    """Sections of the tour without a ledger, so that only printing is looked at."""
    source = SourceText(NAME, read_grammar(NAME))
    built = build_specification([parse_file(source).file], own=frozenset({NAME}))
    spec = built.specification
    report = Report(specification=spec, sources={NAME: source})
    printed = print_specification(spec)
    material = Material(report=report, facts={}, printed=printed, ledger=ledger_of(report))
    document = compose(material, draft=False)
    page = emit_html(document)
    texts = {f"{name}.md": emit_markdown(document)[f"{name}.md"] for name in SECTIONS}
    article = re.search(r'<section id="criteria".*?</section>', page, re.DOTALL)
    assert article is not None
    return {**texts, "criteria.html": article[0] + "\n"}


@pytest.mark.parametrize("name", [*(f"{name}.md" for name in SECTIONS), "criteria.html"])
def test_section(name: str) -> None:
    file = HERE / f"tour.{name}"
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(_texts()[name], encoding="utf-8")
    assert _texts()[name] == file.read_text(encoding="utf-8")
