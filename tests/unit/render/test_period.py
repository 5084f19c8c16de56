"""Protects: of the days of a phrase the one that it means stands out, and no other."""

from __future__ import annotations

from datetime import date

import pytest

from regcheck.calendar.counted import count
from regcheck.calendar.wording import Worded, parse_wording
from regcheck.diagnostics.wording import Language
from regcheck.render.page import Role
from regcheck.render.period import period_page


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("指定を受けた日から一日間", "2026-06-18"),
        ("指定を受けた日から起算して一日間", "2026-06-17"),
        ("公布の日から起算して一月を経過した日", "2026-07-17"),
        ("公布の日から起算して一月を経過した日後", "2026-07-18"),
        ("変更の日の二週間前まで", "2026-06-02"),
        ("勧告の日から起算して四日以内（閉庁日繰下げ）", "2026-06-22"),
        ("施行の日以後", "2026-06-17"),
        ("施行の日前", "2026-06-16"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_the_day_that_is_meant_stands_out(phrase: str, day: str, language: Language) -> None:
    worded = parse_wording(phrase)
    assert isinstance(worded, Worded)
    page = period_page(phrase, count(worded, date(2026, 6, 17)), language)
    headlines = [piece.text for line in page for piece in line if piece.role is Role.HEADLINE]
    assert headlines[0] == phrase
    assert len(headlines) == 2
    assert day in headlines[1]
