"""How a counted period looks: forwards, moved, backwards, a side of a day, in both languages and for programs."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from regcheck.calendar.counted import count
from regcheck.calendar.wording import Worded, parse_wording
from regcheck.diagnostics.wording import Language
from regcheck.render.page import plain
from regcheck.render.period import period_page, period_text

HERE = Path(__file__).parent
PHRASES = (
    ("指定を受けた日から六月間", date(2025, 5, 1)),
    ("指定を受けた日から六月間", date(2027, 8, 30)),
    ("勧告を受けた日から起算して十日以内（閉庁日繰下げ）", date(2028, 12, 20)),
    ("公布の日から起算して一月を経過した日以後", date(2026, 6, 17)),
    ("変更する日の二週間前まで（閉庁日繰下げ）", date(2026, 4, 15)),
    ("施行の日前", date(2026, 6, 17)),
    ("三十日以内", date(1868, 1, 25)),
)


@pytest.mark.parametrize("form", [*Language, "json"])
def test_period(form: str) -> None:
    text = "\n".join(_shown(phrase, start, form) for phrase, start in PHRASES)
    file = HERE / f"period.{form}.txt"
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def _shown(phrase: str, start: date, form: str) -> str:
    worded = parse_wording(phrase)
    assert isinstance(worded, Worded)
    counted = count(worded, start)
    if form == "json":
        return period_text(phrase, counted, Language.JA)
    return plain(period_page(phrase, counted, Language(form)))
