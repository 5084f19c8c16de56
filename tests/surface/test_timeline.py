"""regcheck timeline, and the days of procedures in documents, as a user meets them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from tests.surface.running import PYTHON, regcheck
from tests.unit.analysis.review import TEXT

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "timeline-1.schema.json").read_text(encoding="utf-8")
)
OTHER = """
手続「公示」
  検査期間　令和八年一月一日から令和十年十二月三十一日まで
  事象　届出：事業者
  事象　公示：大臣　届出以後
  期限「公示の期限」　届出の日から起算して一月以内
  義務「公示」　大臣は、届出があったときは、公示の期限までに、公示をしなければならない
"""
START = ("--procedure", "審査", "--from", "受理=2026-04-01")


@pytest.fixture(autouse=True)
def spec(put: Callable[[str, str], Path]) -> None:
    put("spec/review.regspec", TEXT + OTHER)


def test_the_table_of_a_chosen_day() -> None:
    ran = regcheck("timeline", "spec", *START)
    assert (ran.code, ran.err) == (0, "")
    assert "受理を令和八年四月一日（2026-04-01）とした場合" in ran.out
    assert "令和八年四月一日（2026-04-01）から、令和八年四月三十日" in ran.out
    assert "公示" not in ran.out
    english = regcheck("timeline", "spec", *START, "--lang", "en")
    assert "from 2026-04-01, to 2026-04-30, if extended to" in english.out


def test_days_are_read_in_both_calendars() -> None:
    western, era = (
        regcheck("timeline", "spec", "--procedure", "審査", "--from", f"受理={day}")
        for day in ("2026-04-01", "令和八年四月一日")
    )
    assert western.out == era.out


def test_all_procedures_in_which_the_days_can_be_chosen() -> None:
    assert "「審査」" in regcheck("timeline", "spec").out
    assert "「公示」" in regcheck("timeline", "spec").out
    both = regcheck("timeline", "spec", "--from", "届出=2026-04-01").out
    assert "「審査」" in both
    assert "「公示」" in both
    only = regcheck("timeline", "spec", "--from", "公示=2026-04-01").out
    assert "「審査」" not in only


def test_a_figure_goes_into_a_file() -> None:
    ran = regcheck("timeline", "spec", *START, "--format", "svg", "-o", "figure.svg")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    written = Path("figure.svg").read_text(encoding="utf-8")
    assert ET.fromstring(written).tag.endswith("svg")
    assert regcheck("timeline", "spec", *START, "--format", "svg").out == written


def test_one_figure_shows_one_procedure() -> None:
    ran = regcheck("timeline", "spec", "--format", "svg")
    assert (ran.code, ran.out) == (2, "")
    assert "審査、公示" in ran.err


def test_the_page_holds_table_and_figure() -> None:
    page = regcheck("timeline", "spec", *START, "--format", "html").out
    assert "<!DOCTYPE html>" in page
    assert page.count('role="img"') == 2, "a tall figure is cut so that each part fits a sheet"
    assert "prefers-color-scheme" not in page, "the paper of a page is light"
    for heading in ("だれが", "いつから", "いつまで", "数え方", "根拠条項", "違反の効果"):
        assert f">{heading}</th>" in page


def test_the_object_fits_its_schema() -> None:
    for args in (
        (),
        ("--from", "届出=2026-04-01"),
        (*START, "--from", "勧告=2026-04-21", "--as-of", "2026-04-01"),
    ):
        found = json.loads(regcheck("timeline", "spec", *args, "--format", "json").out)
        jsonschema.validate(found, SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


# ------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--from", "指令=2026-04-01"), "「指令」という事象はありません"),
        (("--procedure", "指定"), "「指定」という手続はありません"),
        (("--from", "受理=2026-02-30"), "「2026-02-30」という日はありません"),
        (("--from", "受理=来月"), "「来月」は日付として読めません"),
        (("--from", "受理"), "「受理」は 事象=日 の形で書いてください"),
        (("--from", "受理=2026-04-01", "--from", "受理=2026-04-02"), "二度選ばれています"),
        (("--procedure", "審査", "--from", "届出=2031-01-01"), "の外にあります"),
        (("--from", "届出=2026-04-02", "--from", "受理=2026-04-01"), "手続の順序「届出以後」に合いません"),
        (("--from", "施行=2027-07-01"), "公布の日から起算して一年六月を超えない範囲内"),
        (
            ("--procedure", "審査", "--from", "受理=2026-04-10", "--from", "命令=2026-04-10"),
            "できる日がありません",
        ),
    ],
)
def test_a_choice_that_cannot_be_made(args: tuple[str, ...], told: str) -> None:
    ran = regcheck("timeline", "spec", *args)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    english = regcheck("timeline", "spec", *args, "--lang", "en")
    assert (english.code, english.out) == (2, "")
    assert "ください" not in english.err


def test_the_nearest_name_is_proposed() -> None:
    assert "「受理」ではありませんか" in regcheck("timeline", "spec", "--from", "受理日=2026-04-01").err


def test_days_that_break_a_rule_are_drawn_and_told() -> None:
    days = ("--from", "勧告=2026-04-02", "--from", "回答=2026-04-20")
    ran = regcheck("timeline", "spec", *START, *days)
    assert ran.code == 1
    assert "令和八年四月二十日（2026-04-20）（選んだ日）" in ran.out
    assert "RC694" in ran.err
    assert "義務「回答」（第五十二条第七項）に違反します" in ran.err


def test_a_specification_without_procedures(put: Callable[[str, str], Path]) -> None:
    put("other/a.regspec", "対象　病院\n  病床数：整数（床）　０以上一万以下\n")
    ran = regcheck("timeline", "other")
    assert (ran.code, ran.out) == (2, "")
    assert "仕様に手続がありません" in ran.err


def test_a_broken_specification_is_told(put: Callable[[str, str], Path]) -> None:
    put("broken/a.regspec", "手続「審査」\n  事象　受理：大臣　届出以後\n")
    ran = regcheck("timeline", "broken")
    assert ran.code == 1
    assert ran.out == ""
    assert "届出" in ran.err


def test_a_place_that_cannot_be_written() -> None:
    ran = regcheck("timeline", "spec", *START, "-o", "missing/figure.svg")
    assert ran.code == 2
    assert "missing/figure.svg" in ran.err


# ------------------------------------------------------------ versions and documents


VERSIONED = """
手続「申請」
  失効　令和九年一月一日
  検査期間　令和八年一月一日から令和八年十二月三十一日まで
  事象　申請：事業者
  期限「処理の期限」　申請の日から起算して十日以内
  事象　処分：大臣　申請以後
  義務「処分」　大臣は、申請があったときは、処理の期限までに、処分をしなければならない

手続「申請」
  施行　令和九年一月一日
  検査期間　令和九年一月一日から令和十年十二月三十一日まで
  事象　申請：事業者
  期限「処理の期限」　申請の日から起算して二十日以内
  事象　処分：大臣　申請以後
  義務「処分」　大臣は、申請があったときは、処理の期限までに、処分をしなければならない
"""


def test_a_procedure_is_read_as_it_is_in_force_on_the_chosen_day(put: Callable[[str, str], Path]) -> None:
    put("versions/a.regspec", VERSIONED)
    old = regcheck("timeline", "versions", "--from", "申請=2026-04-01").out
    new = regcheck("timeline", "versions", "--from", "申請=2027-04-01").out
    assert "令和八年四月十日（2026-04-10）" in old
    assert "令和八年十二月三十一日（2026-12-31）までの条文による" in old
    assert "令和九年一月一日（2027-01-01）以後の条文による" in new
    assert "令和九年四月二十日（2027-04-20）" in new
    wrong = regcheck("timeline", "versions", "--from", "申請=2026-04-01", "--as-of", "2027-04-01")
    assert (wrong.code, wrong.out) == (2, "")


def test_a_text_is_not_shown_as_the_law_of_a_day_on_which_it_is_not(put: Callable[[str, str], Path]) -> None:
    put("gone/a.regspec", VERSIONED.split("\n\n")[0].lstrip() + "\n")
    ran = regcheck("timeline", "gone", "--from", "申請=2027-01-01")
    assert (ran.code, ran.out) == (2, "")
    assert "この条文は施行されていません" in ran.err
    assert regcheck("timeline", "gone", "--from", "申請=2026-12-31", "--from", "処分=2027-01-02").code == 0


def test_documents_show_the_days_of_the_first_case(put: Callable[[str, str], Path]) -> None:
    cases = """
事例「順序の違う場合」：公示
  届出は令和八年四月二日、公示は令和八年四月一日
  → 適法でない

事例「四月に届け出た場合」：公示
  届出は令和八年四月一日、公示は不明
  → 公示の期限が令和八年四月三十日である
"""
    put("one/a.regspec", OTHER + cases)
    ran = regcheck("generate", "one", "--out", "made")
    assert ran.code == 0, ran.err
    folder = Path("made")
    figure = (folder / "timeline-1.svg").read_text(encoding="utf-8")
    text = (folder / "timelines.md").read_text(encoding="utf-8")
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "届出を令和八年四月一日（2026-04-01）とした場合" in figure
    assert "](timeline-1.svg)" in text
    assert "令和八年四月三十日（2026-04-30）" in text
    assert 'role="img"' in page
    assert "未検証" not in figure + page
    assert "timeline-1.svg" in json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))["documents"]


def test_a_draft_without_cases_is_marked_and_shows_the_earliest_days() -> None:
    """審査 fixes a day itself and is shown with ranges; 公示 does not, and begins with its 検査期間."""
    assert regcheck("generate", "spec", "--draft", "--out", "made").code == 0
    text = Path("made/timelines.md").read_text(encoding="utf-8")
    assert "届出を令和八年一月一日（2026-01-01）とした場合" in text
    assert "令和八年一月三十一日（2026-01-31）" in text
    assert text.count("とした場合") == 2, "in the note and at the figure, and only for one 手続"
    assert "【未検証】手続「審査」の日程" in Path("made/timeline-1.svg").read_text(encoding="utf-8")
    assert "【未検証】手続「公示」の日程" in Path("made/index.html").read_text(encoding="utf-8")


# ------------------------------------------------------------ processes


def _in_a_process(seed: str, *args: str) -> bytes:
    env = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [*PYTHON, "timeline", "spec", *args], capture_output=True, env=env, check=True
    ).stdout


@pytest.mark.parametrize("form", ["text", "svg", "json", "html"])
def test_the_same_bytes_whatever_the_hash_seed(form: str) -> None:
    first, second = (_in_a_process(seed, *START, "--format", form) for seed in ("1", "2"))
    assert first == second


def test_a_table_loads_nothing_that_draws_or_proves() -> None:
    code = (
        "import sys; from regcheck.surface.cli.main import run; run(['timeline', 'spec'])\n"
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"'([^']+)'", ran.stderr))
    assert "regcheck.analysis.timeline_rows" in loaded
    unused = {"z3", "jinja2", "xml", "difflib", "json", "regcheck.proof.engine", "regcheck.render.figure"}
    assert loaded & unused == set()
    assert not {name for name in loaded if name.startswith("regcheck.documents")}
