"""--as-of: the law of one day, on every verb that reads specifications."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from tests.surface.running import regcheck

SPEC = """法令「案」
  種別　省令
  題名　「案の題名」
  根拠　「法」第五十条第一項
  検査期間　令和六年四月一日から令和九年三月三十一日まで

対象　病院
  名称：文字列
  病床数：整数（床）　０以上一万以下

未確定「改正の日」
  範囲　令和八年四月一日以後令和八年九月三十日以前

指定基準「大病院」：病院
  条項　第一条
  出典　資料「案」
  施行　令和六年四月一日
  失効　令和七年四月一日
  病床数が四百床以上であること

指定基準「大病院」：病院
  条項　第一条
  出典　資料「案」
  施行　令和七年四月一日
  失効　未確定「改正の日」
  病床数が六百床以上であること

指定基準「大病院」：病院
  条項　第一条
  出典　資料「案」
  施行　未確定「改正の日」
  病床数が八百床以上であること

事実表「一覧」：病院
  資料「facts.csv」
  見出し　名称
"""
FACTS = "名称,病床数\n南病院,500\n北病院,700\n"
CASE = "事例「入力」：病院\n  病床数は五百床\n  → 「大病院」に該当する\n"
DAYS = ("2025-03-31", "2025-04-01", "2026-10-01")
LIMITS = ("四百床", "六百床", "八百床")


@pytest.fixture(autouse=True)
def law(put: Callable[[str, str], Path]) -> None:
    put("law/law.regspec", SPEC)
    put("law/facts.csv", FACTS)
    put("case.regspec", CASE)


def test_every_day_is_checked_without_it_and_one_with_it() -> None:
    whole, one = regcheck("check", "law"), regcheck("check", "law", "--as-of", "2025-03-31")
    assert (whole.code, one.code) == (0, 0)
    assert "の時点の法令" not in whole.out
    assert one.out.startswith("令和七年三月三十一日の時点の法令\n")
    assert len(regcheck("check", "law", "--format", "json").out) > 2 * len(
        regcheck("check", "law", "--format", "json", "--as-of", "2025-03-31").out
    )


@pytest.mark.parametrize("written", ["令和七年四月一日", "２０２５年４月１日", "2025-04-01"])
def test_a_day_is_written_as_in_the_language(written: str) -> None:
    ran = regcheck("check", "law", "--as-of", written, "--lang", "en")
    assert ran.code == 0
    assert ran.out.startswith("The law as of 2025-04-01\n")


@pytest.mark.parametrize(("day", "code"), list(zip(DAYS, (0, 1, 1), strict=True)))
def test_a_case_is_judged_by_the_law_of_the_day(day: str, code: int) -> None:
    ran = regcheck("case", "law", "case.regspec", "--as-of", day)
    assert (ran.code, ran.err) == (code, "")
    assert "の時点の法令" in ran.out.splitlines()[0]


def test_a_row_is_judged_by_the_law_of_the_day() -> None:
    answers = [
        json.loads(regcheck("case", "law", "--row", "南病院", "--as-of", day, "--format", "json").out)
        for day in DAYS
    ]
    assert [one["as_of"] for one in answers] == list(DAYS)
    assert [one["cases"][0]["answers"][0]["outcome"] for one in answers] == ["該当", "非該当", "非該当"]


@pytest.mark.parametrize(("day", "limit"), list(zip(DAYS, LIMITS, strict=True)))
def test_the_limits_are_those_of_the_day(day: str, limit: str) -> None:
    made = json.loads(regcheck("sensitivity", "law", "--as-of", day, "--format", "json").out)
    schema = json.loads((files("regcheck.render") / "sensitivity-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(made, schema)
    assert made["as_of"] == day
    assert [one["limit"] for one in made["limits"]] == [f"{_number(limit)}床以上"]
    assert "の時点の法令" in regcheck("sensitivity", "law", "--as-of", day).out.splitlines()[0]


def _number(limit: str) -> int:
    return {"四": 400, "六": 600, "八": 800}[limit[0]]


def test_slips_are_those_of_the_versions_of_the_day() -> None:
    made = json.loads(regcheck("mutate", "law", "--as-of", "2025-04-01", "--format", "json").out)
    schema = json.loads((files("regcheck.render") / "mutation-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(made, schema)
    assert made["as_of"] == "2025-04-01"
    slips = "".join(slip["before"] for slip in made["mutants"])
    assert "六百床" in slips
    assert not [limit for limit in ("四百床", "八百床") if limit in slips]
    assert not [slip for slip in made["mutants"] if slip["kind"] == "date"]


def test_documents_say_as_of_which_day_and_have_a_folder_of_their_own() -> None:
    ran = regcheck("generate", "law", "--as-of", "2025-04-01")
    assert ran.code == 0, ran.err
    folder = Path("law/generated/law@2025-04-01")
    assert json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))["as_of"] == "2025-04-01"
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "令和七年四月一日の時点の法令である。" in page
    assert "六百床" in page
    assert "四百床" not in page.split("specification")[0]
    assert regcheck("generate", "law", "--as-of", "2025-04-01", "--check").code == 0
    ledger = json.loads((folder / "ledger.json").read_text(encoding="utf-8"))
    schema = json.loads((files("regcheck.render") / "ledger-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(ledger, schema)
    assert ledger["specifications"][0]["as_of"] == "2025-04-01"


def test_what_may_have_come_is_told_and_read_as_if_it_had_not() -> None:
    ran = regcheck("check", "law", "--as-of", "2026-05-01")
    assert ran.out.startswith(
        "令和八年五月一日の時点の法令（未確定「改正の日」はまだ来ていないものとする）\n"
    )
    made = json.loads(regcheck("check", "law", "--as-of", "2026-05-01", "--format", "json").out)
    schema = json.loads((files("regcheck.render") / "report-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(made, schema)
    assert (made["as_of"], made["not_yet"]) == ("2026-05-01", ["改正の日"])


def test_each_day_is_kept_for_itself() -> None:
    days = [(), *(("--as-of", day) for day in DAYS)]
    first = [regcheck("check", "law", *day) for day in days]
    again = [regcheck("check", "law", *day) for day in days]
    assert [ran.out for ran in again] == [ran.out for ran in first]
    assert len({ran.out for ran in first}) == len(days)
    assert all("保存した結果" in ran.err for ran in again)


VERBS = (
    ("check", "law"),
    ("generate", "law"),
    ("case", "law", "case.regspec"),
    ("case", "law", "--row", "南病院"),
    ("sensitivity", "law"),
    ("mutate", "law"),
    ("baseline", "add", "0", "law", "--reason", "理由"),
)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: " ".join(verb[:2]))
@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2024-03-31", "令和六年三月三十一日の法令は、この仕様からは分かりません"),
        ("2027-04-01", "分かるのは令和六年四月一日から令和九年三月三十一日までです"),
        ("2025-02-29", "「2025-02-29」という日はありません"),
        ("平成四十年一月一日", "「平成四十年一月一日」"),
        ("いつか", "「--as-of」の「いつか」は日付として読めません"),
        ("", "「--as-of」の「」は日付として読めません"),
    ],
)
def test_a_day_that_is_none_or_not_known_is_a_mistake_of_usage(
    verb: tuple[str, ...], day: str, told: str
) -> None:
    ran = regcheck(*verb, "--as-of", day)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_finding_of_one_day_is_the_finding_of_all(put: Callable[[str, str], Path]) -> None:
    put("law/law.regspec", SPEC.replace("失効　令和七年四月一日", "失効　令和七年三月一日"))
    whole, one = regcheck("check", "law"), regcheck("check", "law", "--as-of", "2025-03-15")
    assert (whole.code, one.code) == (1, 1)
    assert "令和七年三月一日から令和七年三月三十一日まで、効力をもつ版がありません" in whole.out
    assert "令和七年三月十五日、効力をもつ版がありません" in one.out
    (fingerprint,) = [line for line in one.out.splitlines() if "指紋" in line]
    assert fingerprint in whole.out
    add = regcheck(
        "baseline", "add", fingerprint.split("：")[1], "law", "--reason", "空白", "--as-of", "2025-03-15"
    )
    assert add.code == 0, add.err
    assert regcheck("check", "law").code == 0
    assert regcheck("check", "law", "--as-of", "2024-05-01").code == 0
