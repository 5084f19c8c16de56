"""How 参照条文 and 要綱 of the medical draft read.

Set REGCHECK_SNAPSHOT=1 to write what is made now, then look at the difference.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from tests.unit.specs.ordinance import outline, specification

from regcheck.documents.cited.citations import citations
from regcheck.documents.cited.flow import cited_flow
from regcheck.documents.instrument.flow import Flow, lines_of
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.summary.compose import Summary, compose_summary
from regcheck.documents.summary.flow import summary_flow
from regcheck.law.places import Places

HERE = Path(__file__).parent


@cache
def _flows() -> dict[str, Flow]:
    spec, given = specification(), outline()
    made = compose_ordinance(spec, given)
    assert made.law is not None, made.diagnostics
    assert made.drafted is not None
    assert made.numbering is not None
    summary = compose_summary(spec, given, made.drafted, made.numbering)
    assert isinstance(summary, Summary), summary
    cited = citations(made.mentions, spec.instruments, given.stored, Places.of(made.law))
    return {"cited": cited_flow(given.title, cited), "summary": summary_flow(summary)}


@pytest.mark.parametrize("name", ["cited", "summary"])
def test_text(name: str) -> None:
    lines = ("　" * line.first + line.words.text for line in lines_of(_flows()[name].blocks))
    file, text = HERE / f"medical.{name}.txt", "\n".join(lines) + "\n"
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
