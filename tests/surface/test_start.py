"""Starting and ending: help, languages, explain, init, crashes, interruptions; some in a process of its own."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.surface.running import PYTHON, on_a_terminal, regcheck

from regcheck.app.workspace import Workspace
from regcheck.diagnostics.wording import Language
from regcheck.surface.cli.commands import VERBS
from regcheck.surface.cli.session import session_of, texts
from regcheck.surface.cli.words.texts import VerbTexts

KANA = re.compile("[ぁ-ん]")


def test_help_loads_click_and_little_of_our_own() -> None:
    code = (
        "import sys; from regcheck.surface.cli.main import run; run(['--help']);"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'msgspec', 'lark', 'z3', 'jinja2', 'rapidfuzz'}),"
        " [m for m in sys.modules if m.startswith(('regcheck.app', 'regcheck.surface.cli.verbs'))])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[] []"


def test_a_check_loads_nothing_that_it_does_not_use(mended: Path) -> None:
    unused = {
        "rich",
        "jinja2",
        "markupsafe",
        "rapidfuzz",
        "openpyxl",
        "lark",
        "fontTools",
        "typst",
        "difflib",
        "json",
        "importlib.metadata",
        "_hashlib",
        "locale",
        "sqlite3",
        "shutil",
        "tempfile",
        "lxml",
        "ast",  # inspect, which click and others name, has it
        "textwrap",  # as msgspec's schemas
        "typing_extensions",
    }
    own_unused = {
        *("app.cache", "app.runs", "app.stamp", "evaluation.evaluate", "evaluation.scenario_text"),
        *("proof.evidence", "proof.existing", "proof.further", "proof.minimise"),
        *("proof.keys", "proof.memory"),
        *("diagnostics.codes.dead", "diagnostics.codes.files", "diagnostics.codes.syntax"),
        *("diagnostics.codes.days", "diagnostics.codes.mutation", "app.problems"),
        *("calendar.closed_days", "logic.periods", "logic.procedures", "evaluation.procedures"),
        *("syntax.from_tree.days", "syntax.from_tree.procedures", "syntax.from_tree.tables"),
        *("model.from_syntax.single", "model.from_syntax.tables", "proof.boxes", "proof.regions"),
        *("render.as_of", "render.excerpt", "render.finding"),
    }
    code = (
        "import sys; from regcheck.surface.cli.main import run; run(['check', 'demo', '--no-cache'])\n"
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "問題は見つかりませんでした" in ran.stdout
    loaded = set(re.findall(r"'([^']+)'", ran.stderr))
    assert "regcheck.proof.engine" in loaded
    assert loaded & unused == set()
    assert loaded & {f"regcheck.{name}" for name in own_unused} == set()
    assert {
        name for name in loaded if name.startswith(("regcheck.documents", "regcheck.syntax.printer"))
    } == set()


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_page_of_help_exists_in_both_languages(verb: str) -> None:
    args = [verb] if verb else []
    japanese, english = regcheck(*args, "--help"), regcheck(*args, "--help", "--lang", "en")
    assert japanese.code == english.code == 0
    assert KANA.search(japanese.out)
    assert not KANA.search(english.out)
    assert japanese.out.count("--") == english.out.count("--")


def test_both_catalogues_fill_the_same_places() -> None:
    ja, en = texts(Language.JA), texts(Language.EN)
    for name in vars(ja):
        first, second = getattr(ja, name), getattr(en, name)
        if isinstance(first, str):
            assert re.findall(r"\{\w+\}", first) == sorted(
                re.findall(r"\{\w+\}", second), key=re.findall(r"\{\w+\}", first).index
            )
    assert set(ja.verbs) == set(en.verbs) == set(VERBS)
    for verb in VERBS:
        first_verb: VerbTexts = ja.verbs[verb]
        assert set(first_verb.options) == set(en.verbs[verb].options)


def test_without_a_verb_the_page_is_talk() -> None:
    ran = regcheck()
    assert (ran.code, ran.out) == (2, "")
    assert "check" in ran.err


def test_a_misspelt_verb_is_proposed() -> None:
    ran = regcheck("chekc")
    assert (ran.code, ran.out) == (2, "")
    assert "「check」ではありませんか" in ran.err
    assert 'did you mean "check"?' in regcheck("chekc", "--lang", "en").err


@pytest.mark.parametrize(
    ("argv", "language"),
    [
        (["check"], Language.JA),
        (["--lang", "en", "check"], Language.EN),
        (["check", "--lang=en"], Language.EN),
        (["check", "--lang", "en", "--lang", "ja"], Language.JA),
        (["check", "--", "--lang", "en"], Language.JA),
        (["check", "--lang"], Language.JA),
    ],
)
def test_the_language_is_known_before_anything_is_parsed(argv: list[str], language: Language) -> None:
    assert session_of(argv).language is language


def test_version() -> None:
    assert regcheck("--version").out.startswith("regcheck ")


# ------------------------------------------------------------ explain and init


@pytest.mark.parametrize("word", ["RC301", "rc301", "301", "overlap"])
def test_a_kind_is_found_by_code_or_name(word: str) -> None:
    assert regcheck("explain", word).out.startswith("# RC301 overlap：")


def test_explain_lists_every_kind() -> None:
    assert re.search(r"^RC301 overlap +\S", regcheck("explain").out, re.MULTILINE)
    ran = regcheck("explain", "RC000")
    assert (ran.code, ran.out) == (2, "")


def test_init_refuses_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("", encoding="utf-8")
    ran = regcheck("init", "full")
    assert (ran.code, ran.out) == (2, "")
    assert "「full」は空ではありません" in ran.err
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert regcheck("init", "empty").code == 0
    assert regcheck("init", "full/mine.txt").code == 2


# ------------------------------------------------------------ crashes and interruptions


def test_a_crash_is_told_shortly_and_its_record_is_kept(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "check_read", _break)
    ran = regcheck("check", "demo")
    assert (ran.code, ran.out) == (101, "")
    assert "Traceback" not in ran.err
    record = Path(re.findall("「(.+?)」", ran.err)[0])
    assert "ZeroDivisionError" in record.read_text(encoding="utf-8")
    record.unlink()
    debug = regcheck("check", "demo", "--debug")
    assert "ZeroDivisionError" in debug.err
    Path(re.findall("「(.+?)」", debug.err)[-1]).unlink()


def _break(*_: object) -> None:
    raise ZeroDivisionError


def test_an_interruption_before_there_are_words_ends_with_130_too() -> None:
    code = (
        "from regcheck.surface.cli import main\n"
        "def broken_off(*_, **__): raise KeyboardInterrupt\n"
        "main.look_for_cycles_seldom = broken_off\n"
        "main.enter()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


def test_an_interruption_ends_with_130(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Workspace, "check_read", interrupt)
    ran = regcheck("check", "demo")
    assert (ran.code, ran.out, ran.err.strip()) == (130, "", "中断しました。")


def test_ctrl_c_in_a_real_process(example: Path) -> None:
    code = (
        "import time; from regcheck.app.workspace import Workspace; from regcheck.surface.cli.main import run\n"
        "Workspace.check_read = lambda *_: (print('ready', flush=True), time.sleep(30))\n"
        "raise SystemExit(run(['check', 'demo']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err.strip()) == (130, "中断しました。")


def test_a_process_writes_utf8_for_programs_whatever_the_locale(example: Path) -> None:
    ran = subprocess.run(
        [*PYTHON, "check", "demo", "--format", "json"],
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PATH": "", "REGCHECK_CACHE_DIR": "cache"},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert json.loads(ran.stdout.decode("utf-8"))["summary"]["findings"] == 1


def test_a_terminal_without_japanese_gets_escapes_not_a_crash(example: Path) -> None:
    ran = subprocess.run(
        [*PYTHON, "check", "demo"],
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PATH": "", "REGCHECK_CACHE_DIR": "cache"},
        check=False,
    )
    assert ran.returncode == 1
    assert b"RC301" in ran.stdout


def test_a_closed_pipe_is_no_crash(example: Path) -> None:
    shell = f"{sys.executable} -m regcheck explain | head -1; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert "Traceback" not in ran.stderr
    assert ran.stderr == ""


# ------------------------------------------------------------ terminals


def test_colours_and_progress_are_for_terminals_only(example: Path) -> None:
    seen = on_a_terminal("check", "demo")
    assert "\x1b[" in seen
    assert re.search(r"\r\x1b\[K検査 \d+/\d+", seen)
    assert "\x1b" not in regcheck("check", "demo").out


def test_no_color_is_respected(example: Path) -> None:
    seen = on_a_terminal("check", "demo", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*m", seen)
    assert "誤り[RC301 overlap]" in seen


def test_a_dumb_terminal_gets_letters_only(example: Path) -> None:
    assert "\x1b" not in on_a_terminal("check", "demo", TERM="dumb")
