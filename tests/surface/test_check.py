"""regcheck check: exit codes, what goes where, and findings for every kind of bad file."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.surface.running import regcheck

Put = Callable[[str, str | bytes], Path]

SCHEMA = json.loads((files("regcheck.render") / "report-1.schema.json").read_text(encoding="utf-8"))
HOSPITAL = "対象　病院\n  名称：文字列\n  病床数：整数（床）　０以上一万以下\n"
SOURCE = "  出典　資料「見本」\n"
GOOD = f"{HOSPITAL}\n定義「大病院」：病院\n{SOURCE}  病床数が四百床以上であること\n"
TABLE = f"{HOSPITAL}\n事実表「一覧」：病院\n  資料「h.csv」　時点　令和七年四月一日\n  見出し　名称\n"


def found(*args: str) -> dict[str, Any]:
    """The JSON of a run, which must fit the schema and be all of stdout."""
    ran = regcheck("check", *args, "--format", "json", "--no-cache")
    assert ran.err == ""
    report: dict[str, Any] = json.loads(ran.out)
    jsonschema.validate(report, SCHEMA)
    return report


def names(*args: str) -> list[str]:
    return [d["name"] for d in found(*args)["diagnostics"] if d["severity"] == "error"]


# ------------------------------------------------------------ exit codes and streams


def test_the_example_has_exactly_the_finding_it_promises(example: Path) -> None:
    ran = regcheck("check", "demo")
    assert ran.code == 1
    report = found("demo")
    assert [d["name"] for d in report["diagnostics"]] == ["overlap"]
    (refuted,) = [o for o in report["obligations"] if o["verdict"] != "PROVED"]
    assert refuted["witness"]["facts"]["定員"] == "100人"
    assert ran.out.splitlines()[-1].startswith("1件の指摘があります")


def test_the_mended_example_is_clean(mended: Path) -> None:
    ran = regcheck("check", "demo")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1].startswith("問題は見つかりませんでした。検査")


def test_concise_is_one_line_per_finding(example: Path) -> None:
    ran = regcheck("check", "demo", "--format", "concise")
    (line,) = ran.out.splitlines()
    assert line.startswith("demo/facilities.regspec:35:1: RC301 overlap ")


def test_english_is_complete(example: Path) -> None:
    ran = regcheck("check", "demo", "--lang", "en")
    assert ran.out.splitlines()[-1].startswith("Findings: 1 (")


def test_settings_come_from_the_project_and_options_win(example: Path) -> None:
    (example / "regcheck.toml").write_text('[check]\nlang = "en"\nformat = "concise"\n', encoding="utf-8")
    assert "declares its parts exclusive" in regcheck("check", "demo").out
    assert "排他としているのに" in regcheck("check", "demo", "--lang", "ja").out
    assert regcheck("check", "demo", "--config", "check.format=full").out.startswith("error[RC301")


def test_a_budget_that_is_too_small_is_undecided_not_wrong(mended: Path) -> None:
    ran = regcheck("check", "demo", "--config", "prove.rlimit=1")
    assert ran.code == 3
    assert "件が終わっていません" in ran.out.splitlines()[-1]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nowhere"], "「nowhere」というファイルもフォルダもありません"),
        (["."], "「.」の下に .regspec のファイルがありません"),
        ([".", "--format", "xml"], "「--format」の値「xml」は使えません"),
        ([".", "--formt", "full"], "「--format」ではありませんか"),
        ([".", "--format"], "「--format」には値が必要です"),
        ([".", "--config", "rlimit"], "名前=値 の形"),
        ([".", "--config", "check.speed=1"], "設定「check.speed」はありません"),
        ([".", "--config", "prove.rlimit=fast"], "設定「prove.rlimit」の値「fast」は使えません"),
        ([".", "--baseline", "no.toml"], "「no.toml」というファイルもフォルダもありません"),
    ],
)
def test_mistakes_of_usage_are_told_on_stderr(args: list[str], said: str) -> None:
    ran = regcheck("check", *args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_broken_setting_stops_before_anything_is_checked(example: Path) -> None:
    (example / "regcheck.toml").write_text("[check\n", encoding="utf-8")
    ran = regcheck("check", "demo")
    assert (ran.code, ran.out) == (2, "")
    assert "regcheck.toml" in ran.err


# ------------------------------------------------------------ which specifications


def test_each_folder_below_is_checked_by_itself(put: Put) -> None:
    put("specs/a/a.regspec", GOOD)
    put("specs/b/b.regspec", GOOD.replace("四百床以上", "四百人以上"))
    report = found("specs")
    assert report["summary"]["projects"] == ["specs/a", "specs/b"]
    assert [d["file"] for d in report["diagnostics"] if d["severity"] == "error"] == ["specs/b/b.regspec"]
    assert found()["summary"]["projects"] == ["specs/a", "specs/b"]


def test_only_the_named_file_owes_proofs(put: Put) -> None:
    put("specs/a.regspec", HOSPITAL)
    put("specs/b.regspec", f"定義「大」：病院\n{SOURCE}  病床数が四百床以上であること\n")
    put("specs/c.regspec", f"定義「小」：病院\n{SOURCE}  病床数が百床未満であること\n")
    terms = {o["term"] for o in found("specs/b.regspec")["obligations"]}
    assert "定義「大」" in terms
    assert "定義「小」" not in terms


def test_what_is_used_from_another_folder_is_known_and_owes_nothing(put: Put) -> None:
    put("specs/act/act.regspec", GOOD)
    put(
        "specs/medical/m.regspec",
        f"利用「../act/act.regspec」\n\n定義「中病院」：病院\n{SOURCE}  大病院に該当し、かつ、病床数が六百床未満であること\n",
    )
    report = found("specs/medical")
    assert not [d for d in report["diagnostics"] if d["severity"] == "error"]
    assert "定義「大病院」" not in {o["term"] for o in report["obligations"]}


# ------------------------------------------------------------ bad files


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (GOOD.encode("cp932"), "shift-jis"),
        (GOOD.encode("utf-16"), "utf-16"),
        (GOOD.encode().replace(b"\n", b"\0\n", 1), "nul-byte"),
        (b"\x89PNG\r\n\xff\xfe\xfa" * 9, "not-utf-8"),
        ("対照　病院\n".encode(), "unknown-item"),
        (b"\xe2\x80\xae" * 3, "unknown-item"),
    ],
)
def test_a_file_that_is_no_spec_is_a_finding(put: Put, content: bytes, name: str) -> None:
    file = put("specs/x.regspec", content)
    assert names("specs") == [name]
    assert file.read_bytes() == content
    for form in ("full", "concise"):
        ran = regcheck("check", "specs", "--format", form)
        assert ran.code == 1
        assert not any(ord(c) < 32 and c != "\n" for c in ran.out)


def test_an_empty_file_is_clean(put: Put) -> None:
    put("specs/x.regspec", "")
    assert regcheck("check", "specs").code == 0


def test_every_broken_item_is_told_and_the_rest_is_checked(put: Put) -> None:
    put("specs/x.regspec", f"対照　A\n\n{GOOD}\n定義「乙」：病院\n  病床数が以上であること\n\n定義：\n")
    report = found("specs")
    errors = [d for d in report["diagnostics"] if d["severity"] == "error"]
    assert len(errors) == 3
    verdicts = {o["term"]: o["verdict"] for o in report["obligations"]}
    assert verdicts["定義「大病院」"] == "PROVED"
    assert "NOT_RUN" in verdicts.values()


def test_missing_and_cyclic_uses_are_findings(put: Put) -> None:
    put("a/a.regspec", f"利用「../b/b.regspec」\n利用「gone.regspec」\n\n{GOOD}")
    put("b/b.regspec", "利用「../a/a.regspec」\n")
    assert sorted(names("a")) == ["cyclic-use", "missing-use"]


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("病院,病床数\nA,400\n", "missing-column"),
        ("名称,病床数,備考\nA,400,x\n", "extra-column"),
        ("名称,病床数\nA,-1\n", "cell-out-of-bounds"),
        ("名称,病床数\nA,多い\n", "cell-not-a-number"),
        ("名称,病床数\nA,400\nA,400\n", "duplicate-row"),
        ("名称,病床数\nA\n", "wrong-cell-count"),
        ('名称,病床数\n"A,400\n', "broken-csv"),
        ("", "empty-fact-file"),
        ("名称,病床数\n見本,400\n".encode("cp932"), "fact-file-encoding"),
        (b"\0\0", "fact-file-nul-bytes"),
    ],
)
def test_what_is_wrong_with_a_fact_file_is_a_finding(put: Put, table: str | bytes, name: str) -> None:
    put("specs/x.regspec", TABLE)
    put("specs/h.csv", table)
    assert name in names("specs")
    assert regcheck("check", "specs").code == 1


def test_a_fact_file_that_is_not_there_is_a_finding(put: Put) -> None:
    put("specs/x.regspec", TABLE)
    assert names("specs") == ["missing-fact-file"]


def test_a_file_that_cannot_be_read_is_a_finding(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("specs/x.regspec", GOOD)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.suffix == ".regspec":
            raise PermissionError
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert names("specs") == ["unreadable-file"]


# ------------------------------------------------------------ the baseline


def test_an_accepted_finding_is_listed_with_its_reason_and_counts_no_more(example: Path) -> None:
    fingerprint = found("demo")["diagnostics"][0]["fingerprint"]
    ran = regcheck("baseline", "add", fingerprint[:6], "demo", "--reason", "次回の改正で直す")
    assert (ran.code, ran.out) == (0, "")
    ran = regcheck("check", "demo")
    assert ran.code == 0
    assert "理由：次回の改正で直す" in ran.out
    assert ran.out.splitlines()[-1].startswith("新しい問題は見つかりませんでした")
    (diagnostic,) = found("demo")["diagnostics"]
    assert diagnostic["known"] == "次回の改正で直す"


def test_a_line_without_a_reason_accepts_nothing(example: Path) -> None:
    fingerprint = found("demo")["diagnostics"][0]["fingerprint"]
    (example / "baseline.toml").write_text(f'[[known]]\nfingerprint = "{fingerprint}"\n', encoding="utf-8")
    assert names("demo") == ["overlap", "baseline-without-reason"]


def test_a_line_that_is_not_used_any_more_is_told(mended: Path, put: Put) -> None:
    put("demo/baseline.toml", '[[known]]\nfingerprint = "0123456789abcdef"\nreason = "x"\n')
    assert [d["name"] for d in found("demo")["diagnostics"]] == ["baseline-unused"]
    assert regcheck("check", "demo").code == 1


def test_a_baseline_that_is_named_is_used_instead(example: Path, put: Put) -> None:
    put("other.toml", "[[known\n")
    assert names("demo", "--baseline", "other.toml") == ["overlap", "not-toml"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["add", "zzz", "demo", "--reason", "x"], "指紋「zzz」の指摘は見つかりません"),
        (["add", "zzz", "demo"], "「--reason」がありません"),
        (["add", "zzz", "demo", "--reason", " "], "「--reason」には値が必要です"),
        (["drop", "zzz", "demo", "--reason", "x"], "使えません"),
    ],
)
def test_mistakes_with_the_baseline_are_told(example: Path, args: list[str], said: str) -> None:
    ran = regcheck("baseline", *args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
