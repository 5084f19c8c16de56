"""What is kept between runs: the same bytes on stdout, and talk about it on stderr."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.surface.running import on_a_terminal, regcheck

from regcheck.app import workspace
from regcheck.app.cache import FILE

HEAVY = ("lark", "z3", "rich", "jinja2", "rapidfuzz", "openpyxl", "sqlite3")
OURS = ("syntax", "model", "logic", "evaluation", "analysis", "documents", "render")


def kept_files() -> list[Path]:
    return sorted((Path(os.environ["REGCHECK_CACHE_DIR"]) / "runs").iterdir())


# ------------------------------------------------------------ whole runs


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_a_second_run_prints_the_same_bytes_and_says_so(example: Path, form: str) -> None:
    first, second = (regcheck("check", "demo", "--format", form) for _ in range(2))
    assert (second.code, second.out) == (first.code, first.out) == (1, first.out)
    assert first.err == ""
    assert re.fullmatch(r"保存した結果を使いました（(\d+)件中\1件）。\n", second.err)
    english = [regcheck("check", "demo", "--format", form, "--lang", "en") for _ in range(2)][1]
    assert re.search(r"Kept results were used \((\d+) of \1 checks\)\.\n$", english.err)


def test_a_kept_run_loads_neither_parser_nor_model_nor_solver(mended: Path) -> None:
    regcheck("check", "demo")
    code = (
        "import sys; from regcheck.surface.cli.main import run; run(['check', 'demo'])\n"
        f"print([m for m in sys.modules if m.split('.')[0] in {HEAVY} or m.split('.')[:1] == ['regcheck']"
        f" and m.split('.')[1:2] and m.split('.')[1] in {OURS}])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "保存した結果" in ran.stderr
    assert ran.stdout.splitlines()[-1] == "[]"


def test_a_changed_file_is_checked_anew(example: Path) -> None:
    regcheck("check", "demo")
    spec = example / "facilities.regspec"
    spec.write_text(spec.read_text(encoding="utf-8").replace("百二十人未満", "百人未満"), encoding="utf-8")
    changed = regcheck("check", "demo")
    assert changed.code == 0
    assert "保存した結果" not in changed.err


def test_a_changed_setting_is_asked_anew(mended: Path) -> None:
    assert regcheck("check", "demo").code == 0
    assert regcheck("check", "demo", "--config", "prove.rlimit=1", "--no-cache").code == 3
    again = regcheck("check", "demo", "--config", "prove.rlimit=3000000")
    assert "保存した結果" not in again.err


@pytest.mark.parametrize("options", [("--lang", "en"), ("--format", "concise"), ("--format", "json")])
def test_a_kept_run_is_not_taken_for_one_in_another_form(example: Path, options: tuple[str, str]) -> None:
    plain = regcheck("check", "demo")
    other = regcheck("check", "demo", *options)
    assert other.out == regcheck("check", "demo", *options, "--no-cache").out != plain.out


def test_a_kept_run_without_colours_is_not_shown_on_a_terminal(example: Path) -> None:
    assert "\x1b" not in regcheck("check", "demo").out
    assert "\x1b[1;31m" in on_a_terminal("check", "demo")
    assert "\x1b" not in regcheck("check", "demo").out


def test_the_cache_changes_nothing_that_is_printed(example: Path) -> None:
    without = regcheck("check", "demo", "--no-cache")
    for _ in range(2):
        assert regcheck("check", "demo").out == without.out
    assert without.err == ""


def test_without_a_cache_nothing_is_written(example: Path) -> None:
    regcheck("check", "demo", "--no-cache")
    regcheck("check", "demo", "--config", "cache.enabled=false")
    assert list(Path(os.environ["REGCHECK_CACHE_DIR"]).iterdir()) == []


def test_what_was_not_decided_is_not_kept(mended: Path) -> None:
    for _ in range(2):
        ran = regcheck("check", "demo", "--config", "prove.rlimit=1")
        assert ran.code == 3
        assert "保存した結果" not in ran.err


def test_answers_found_with_a_large_budget_are_none_of_a_small_one(mended: Path) -> None:
    assert regcheck("check", "demo").code == 0
    small = regcheck("check", "demo", "--config", "prove.rlimit=1")
    assert small.out == regcheck("check", "demo", "--config", "prove.rlimit=1", "--no-cache").out


def test_answers_outlive_an_edit_elsewhere(example: Path) -> None:
    regcheck("check", "demo")
    spec = example / "facilities.regspec"
    spec.write_text(spec.read_text(encoding="utf-8") + "\n# 末尾の注釈\n", encoding="utf-8")
    ran = regcheck("check", "demo")
    found = re.fullmatch(r"保存した答えを使いました（問い(\d+)件中(\d+)件）。\n", ran.err)
    assert found is not None
    assert found[1] == found[2]
    assert ran.out == regcheck("check", "demo", "--no-cache").out


# ------------------------------------------------------------ damage


def test_a_damaged_run_is_made_anew_and_said_once(example: Path) -> None:
    first = regcheck("check", "demo")
    (kept,) = kept_files()
    kept.write_bytes(kept.read_bytes()[:-10])
    second, third = regcheck("check", "demo"), regcheck("check", "demo")
    assert second.out == third.out == first.out
    assert second.err.count("壊れていた") == 1
    assert third.err.startswith("保存した結果を使いました")


def test_a_foreign_file_in_its_place_is_put_aside_and_said_once(example: Path) -> None:
    file = Path(os.environ["REGCHECK_CACHE_DIR"]) / FILE
    file.write_bytes(b"a diary, not a database\n" * 50)
    first = regcheck("check", "demo")
    assert first.code == 1
    assert first.err.count("壊れていた") == 1
    assert "壊れていた" not in regcheck("check", "demo", "--format", "concise").err


def test_a_place_that_cannot_be_written_is_no_reason_to_fail(example: Path) -> None:
    Path("file").write_text("", encoding="utf-8")
    ran = regcheck("check", "demo", "--config", "cache.dir=../file")
    quiet = regcheck("check", "demo", "--config", f"cache.dir={Path('file').resolve()}")
    assert (ran.code, quiet.code, quiet.err) == (1, 1, "")
    debug = regcheck("check", "demo", "--config", f"cache.dir={Path('file').resolve()}", "--debug")
    assert debug.err.count("使えません") == 1


# ------------------------------------------------------------ regcheck cache


def test_stats_and_clear(example: Path) -> None:
    folder = os.environ["REGCHECK_CACHE_DIR"]
    assert regcheck("cache", "stats").out.startswith(f"場所：{folder}\n検査の結果：0件（0バイト）\n")
    regcheck("check", "demo")
    stats = regcheck("cache", "stats")
    assert (stats.code, stats.err) == (0, "")
    assert re.search(r"検査の結果：1件（[1-9]\d*バイト）\n問いの答え：[1-9]\d*件", stats.out)
    assert (regcheck("cache", "clear").code, kept_files()) == (0, [])
    assert "Results of checks: 0 (0 bytes)" in regcheck("cache", "stats", "--lang", "en").out
    assert "保存した" not in regcheck("check", "demo").err


def test_the_place_is_a_setting_and_options_win(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example / "regcheck.toml").write_text('[cache]\ndir = "kept"\n', encoding="utf-8")
    regcheck("check", "demo", "--config", "cache.dir=mine")
    assert (example / "mine" / "runs").is_dir()
    assert not (example / "kept").exists()
    monkeypatch.delenv("REGCHECK_CACHE_DIR")
    regcheck("check", "demo")
    assert (example / "kept" / "runs").is_dir()


@pytest.mark.parametrize("action", ["", "show"])
def test_cache_wants_one_of_its_words(action: str) -> None:
    ran = regcheck("cache", *([action] if action else []))
    assert (ran.code, ran.out) == (2, "")


# ------------------------------------------------------------ settings


def test_a_misspelt_setting_is_proposed(example: Path) -> None:
    ran = regcheck("check", "demo", "--config", "prove.rlimt=5")
    assert (ran.code, ran.out) == (2, "")
    assert "「prove.rlimit」ではありませんか" in ran.err
    assert (
        "Did you mean 「prove.rlimit」?" in regcheck("check", "--config", "prove.rlimt=5", "--lang", "en").err
    )


@pytest.mark.parametrize("count", ["0", "-1", "many", ""])
def test_jobs_is_a_whole_number(example: Path, count: str) -> None:
    ran = regcheck("check", "demo", "--jobs", count)
    assert (ran.code, ran.out) == (2, "")
    assert "「prove.jobs」" in ran.err


@pytest.mark.parametrize("verb", ["check", "generate"])
def test_two_jobs_print_what_one_prints(mended: Path, verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "PAYS", 0)
    one, two = (regcheck(verb, "demo", "--no-cache", "--jobs", count) for count in "12")
    assert (one.code, one.out) == (two.code, two.out) == (0, one.out)


# ------------------------------------------------------------ Ctrl-C


@pytest.fixture
def break_off(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """After so many answers the user has enough."""

    def after(count: int) -> None:
        from regcheck.app.workspace import Workspace
        from regcheck.proof.engine import Z3Prover

        class Impatient(Z3Prover):
            def answers(self, questions):  # type: ignore[no-untyped-def]
                for place, answer in enumerate(super().answers(questions)):
                    if place == count:
                        raise KeyboardInterrupt
                    yield answer

        monkeypatch.setattr(
            Workspace, "prover", lambda self, spec, _context=None: Impatient(spec, self.rlimit)
        )

    return after


def test_what_is_known_is_printed_when_the_user_breaks_off(
    example: Path, break_off: Callable[[int], None]
) -> None:
    whole = regcheck("check", "demo", "--no-cache")
    total = re.search(r"検査(\d+)件", whole.out)
    assert total is not None
    break_off(6)
    ran = regcheck("check", "demo")
    assert (ran.code, ran.err) == (130, "中断しました。\n")
    last = ran.out.splitlines()[-1]
    said = re.fullmatch(r"中断しました。検査(\d+)件のうち(\d+)件が終わっていません（指摘\d+件）。", last)
    assert said is not None
    assert said[1] == total[1]
    assert 0 < int(said[2]) < int(said[1])
    assert "未実施" in ran.out
    assert not (Path(os.environ["REGCHECK_CACHE_DIR"]) / "runs").exists()


def test_breaking_off_makes_no_documents(mended: Path, break_off: Callable[[int], None]) -> None:
    break_off(3)
    for options in ([], ["--draft"], ["--check"]):
        ran = regcheck("generate", "demo", *options)
        assert (ran.code, ran.out) == (130, "")
    assert not Path("generated").exists()
