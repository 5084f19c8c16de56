"""regcheck period: the days and reasons, the object for programs, every mistake in both languages, what it loads."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from tests.surface.running import regcheck

FREE = "指定を受けた日から六月間"
ANSWER = "勧告を受けた日から起算して十日以内（閉庁日繰下げ）"


def test_the_days_and_the_reasons() -> None:
    ran = regcheck("period", FREE, "--from", "2025-05-01")
    assert (ran.code, ran.err) == (0, "")
    for day in ("2025-05-01", "2025-05-02", "2025-11-01", "2025-11-02", "令和七年十一月二日（日）"):
        assert day in ran.out
    assert "民法第百四十条により初日不算入" in ran.out
    english = regcheck("period", FREE, "--from", "2025-05-01", "--lang", "en")
    assert "2025-11-02 Sunday" in english.out
    assert "art. 140" in english.out


def test_the_object_for_programs() -> None:
    found = json.loads(regcheck("period", FREE, "--from", "2025-05-01", "--format", "json").out)
    assert (found["first"], found["last"], found["next"]) == ("2025-05-02", "2025-11-01", "2025-11-02")
    assert (found["wording"], found["from"], found["day"]) == (FREE, "2025-05-01", "2025-11-01")
    assert found["reasons"][0].startswith("民法第百四十条により初日不算入")
    side = json.loads(regcheck("period", "施行の日以後", "--from", "2025-05-01", "--format", "json").out)
    assert (side["first"], side["last"], side["next"]) == ("2025-05-01", None, None)


@pytest.mark.parametrize(
    "day",
    [
        "2026-04-24",
        "2026年4月24日",
        "２０２６年４月２４日",
        "令和八年四月二十四日",
        "令和8年4月24日",
        " 2026-4-24 ",
    ],
)
def test_a_day_in_any_of_its_forms(day: str) -> None:
    assert "2026-05-07" in regcheck("period", ANSWER, "--from", day).out


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("phrase", "day", "told"),
    [
        (FREE, "2025-02-30", "2025-02-30"),
        (FREE, "令和七年二月三十日", "令和七年二月三十日"),
        (FREE, "平成三十二年一月一日", "平成"),
        (FREE, "昭和七十年一月一日", "昭和"),
        (FREE, "令和〇年一月一日", "令和"),
        (FREE, "令和七年一〇月一日", "一〇"),
        (FREE, "0000-01-01", "0000-01-01"),
        (FREE, "来月", "来月"),
        (FREE, "", "--from"),
        (ANSWER, "1999-12-01", "1999-12-10"),
        (ANSWER, "2100-01-01", "2100-01-10"),
        ("指定を受けた日から九千年間", "2025-05-01", "9999"),
        ("指定を受けた日から半年", "2025-05-01", "半年"),
        ("指定を受けた日から一千日間", "2025-05-01", "千"),
        ("指定を受けた日から六月後", "2025-05-01", "後"),
        ("なるべく早く\x1b[1m", "2025-05-01", "なるべく早く"),
        ("", "2025-05-01", ""),
        ("日" * 5000, "2025-05-01", "日日"),
    ],
)
def test_mistakes_are_told(phrase: str, day: str, told: str, language: str) -> None:
    ran = regcheck("period", phrase, "--from", day, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "\x1b" not in ran.err
    assert "Traceback" not in ran.err


def test_what_is_missing_is_told() -> None:
    assert "「--from」" in regcheck("period", FREE).err
    assert regcheck("period", FREE).code == regcheck("period").code == 2


def test_an_unusual_numeral_is_put_right() -> None:
    assert "「千」ではありませんか" in regcheck("period", "指定の日から一千日間", "--from", "2025-05-01").err


@pytest.mark.parametrize("phrase", [FREE, ANSWER])
def test_it_loads_neither_a_solver_nor_a_grammar_nor_the_package_of_holidays(phrase: str) -> None:
    code = (
        "import sys; from regcheck.surface.cli.main import run\n"
        f"run(['period', {phrase!r}, '--from', '2026-04-24'])\n"
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"'([^']+)'", ran.stderr))
    assert "regcheck.calendar.reckon" in loaded
    assert loaded & {"z3", "lark", "jinja2", "jpholiday", "holidays", "regcheck.syntax.grammar"} == set()
    assert ("regcheck.calendar.moving" in loaded) == (phrase == ANSWER)
