"""How plans look: on a terminal in both languages, as SVG, as an object for programs.

Set REGCHECK_SNAPSHOT=1 to write what is printed now, then look at the difference (`make pictures` shows figures).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.render.plans import CHAIN, REVIEW

from regcheck.diagnostics.wording import Language
from regcheck.render.figure import inline_svgs, whole_svg
from regcheck.render.page import plain
from regcheck.render.timeline_json import timeline_text
from regcheck.render.timeline_text import timeline_page

HERE = Path(__file__).parent
PLANS = (REVIEW, CHAIN)
MADE: dict[str, Callable[[], str]] = {
    "timeline.ja.txt": lambda: plain(timeline_page(PLANS, Language.JA)),
    "timeline.en.txt": lambda: plain(timeline_page(PLANS, Language.EN)),
    "timeline.json.txt": lambda: timeline_text([REVIEW]),
    "timeline.review.svg": lambda: whole_svg(REVIEW, "timeline-1"),
    "timeline.chain.svg": lambda: inline_svgs(CHAIN, "timeline-2")[0],
}


@pytest.mark.parametrize("name", MADE)
def test_plans(name: str) -> None:
    file, made = HERE / name, MADE[name]()
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")
