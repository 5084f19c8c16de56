"""How a comparison looks on the screen, in both languages, and as an object: every kind of row, what moved, what was left behind,
what it means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.unit.documents.comparison.versions import comparison
from tests.unit.documents.ordinance.small import LAWS
from tests.unit.documents.specs import build

from regcheck.analysis.meanings import compare_meanings
from regcheck.diagnostics.wording import Language
from regcheck.law.address import Address
from regcheck.law.comparing.findings import findings
from regcheck.proof.engine import Z3Prover
from regcheck.render.comparison import comparison_page
from regcheck.render.comparison_json import comparison_text
from regcheck.render.page import plain

HERE = Path(__file__).parent


@pytest.mark.parametrize("form", [*Language, "json"])
def test_comparison(form: str) -> None:
    found, forms = comparison(), ("様式第一",)
    later = build(
        LAWS.replace("規模が十台以上", "規模が五台以上").replace("規模が二台未満", "規模が一台以下")
    )
    changes = compare_meanings(build(LAWS), later, Z3Prover)
    if form == "json":
        standing = {"設備区分「電子カルテ設備」": (Address("", "2", "1"),)}
        text = comparison_text(found, changes, standing, findings(found), forms, {}, Language.EN)
    else:
        text = plain(comparison_page(found, changes, findings(found), forms, {}, Language(form)))
    file = HERE / f"comparison.{form}.txt"
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
