"""Protects: a run is told so that a reader sees what was breached, by which day, how that was counted, and why."""

from __future__ import annotations

from datetime import date

from tests.unit.evaluation.review import PROCEDURE, SPEC, run

from regcheck.diagnostics.wording import Language
from regcheck.evaluation.runs import conduct
from regcheck.render.conduct import conduct_lines
from regcheck.render.page import plain

APRIL_1, APRIL_24 = date(2026, 4, 1), date(2026, 4, 24)


def told(language: Language = Language.JA, /, **given: date | bool | None) -> list[str]:
    found = conduct(SPEC, PROCEDURE, run(**given))
    return plain(conduct_lines(SPEC, found, (), language)).splitlines()


def test_a_breached_duty_tells_its_limit_how_it_was_counted_and_what_happened() -> None:
    lines = told(届出=APRIL_1, 受理=APRIL_1, 勧告=APRIL_24)
    assert lines[0] == "手続「審査」  適法でない"
    start = next(n for n, line in enumerate(lines) if "義務「回答」" in line)
    assert lines[start] == "  違反            義務「回答」（第五十二条第七項）  令和八年五月七日まで"
    assert lines[start + 1] == "      実際: 応諾の通知はない"
    assert lines[start + 2] == (
        "      勧告の日から起算して十日を経過する日（閉庁日繰下げ）: 令和八年四月二十四日 → 令和八年五月七日"
    )
    assert "民法第百三十八条" in lines[start + 3]
    assert "繰下げ" in lines[start + 5]


def test_a_breached_prohibition_tells_its_days_and_its_penalty() -> None:
    lines = told(届出=APRIL_1, 受理=APRIL_1, 導入=APRIL_24, 緊急=False)
    start = next(n for n, line in enumerate(lines) if "禁止「導入の禁止」" in line)
    assert lines[start].endswith("令和八年四月一日から令和八年四月三十日まで")
    assert lines[start + 1] == "      実際: 導入 令和八年四月二十四日"
    penalty = "      違反の効果: 二年以下の拘禁刑又は百万円以下の罰金（法第九十二条第一項第二号）"
    assert penalty in lines


def test_a_power_that_is_not_there_tells_which_ground_failed() -> None:
    lines = told(届出=APRIL_1, 受理=APRIL_1, 勧告=APRIL_24, 命令=APRIL_24, 緊急=False, 応諾=False)
    assert "      なぜなら: （一）命令の日が回答期限の翌日より前" in lines
    assert "      なぜなら: （二）応諾の通知がない" in lines
    assert "      なぜなら: 緊急がない" in lines


def test_what_is_out_of_order_names_both_events() -> None:
    lines = told(届出=APRIL_24, 受理=APRIL_1)
    assert lines[1:3] == ["  順序に反する    受理は、届出以後", "      なぜなら: 受理の日が届出の日より前"]


def test_what_is_open_is_told_as_open() -> None:
    lines = told(届出=APRIL_1, 受理=APRIL_1, 導入=None, 緊急=False)
    assert lines[0] == "手続「審査」  要確認"
    assert "      実際: 導入は不明" in lines


def test_a_rule_that_says_nothing_has_one_line_without_days() -> None:
    lines = told(届出=APRIL_1, 受理=APRIL_1)
    assert "  適用なし        義務「回答」（第五十二条第七項）" in lines
    assert "  行使なし        権限「勧告」（第五十二条第六項）" in lines


def test_in_english() -> None:
    lines = told(Language.EN, 届出=APRIL_24, 受理=APRIL_1, 勧告=APRIL_24)
    assert lines[0] == "手続「審査」  not lawful"
    assert "  out of order    受理 comes no day before 届出" in lines
    assert "  breached        義務「回答」（第五十二条第七項）  until Thursday 2026-05-07" in lines
    assert "      in fact: no 応諾の通知" in lines
