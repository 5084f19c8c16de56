"""How the whole draft of the medical sector reads, in both layouts and both house styles.

Set REGCHECK_SNAPSHOT=1 to write what is made now, then look at the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.unit.specs.ordinance import outline, specification

from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.outline.plans import STYLES, Layout
from regcheck.frozen import replace
from regcheck.law.to_lawtext import to_lawtext

HERE = Path(__file__).parent


@pytest.mark.parametrize(("layout", "style"), [("items", "mhlw"), ("annex", "houshiki")])
def test_text(layout: str, style: str) -> None:
    given = replace(outline(), layout=Layout(layout), style=STYLES[style])
    made = compose_ordinance(specification(), given)
    assert made.law is not None, made.diagnostics
    file, text = HERE / f"medical.{layout}.{style}.law.txt", to_lawtext(made.law)
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
