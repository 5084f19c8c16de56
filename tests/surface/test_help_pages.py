"""Help pages: every kind of finding has one in both languages, and what its examples promise is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.app.baseline import read_baseline
from regcheck.app.config import ConfigError, load_config
from regcheck.diagnostics.diagnostic import Severity
from regcheck.diagnostics.registry import all_kinds, help_page, help_title
from regcheck.diagnostics.wording import Language
from regcheck.law.comparing import compare
from regcheck.law.comparing.findings import findings
from regcheck.law.reading import read_laws
from regcheck.proof.engine import Z3Prover
from regcheck.source.span import SourceText

FENCE = re.compile(r"^```(\w+) (bad|good)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADINGS = {Language.JA: "## 直し方", Language.EN: "## What to do"}
SPEC = "example.regspec"

WITHOUT_EXAMPLE = {
    "RC001", "RC002", "RC003", "RC004",  # bytes that a page cannot hold
    "RC217",  # a chain of definitions too long for a page
    "RC010", "RC011", "RC040", "RC041", "RC042", "RC043",  # folders and permissions
    "RC032",  # needs a finding that was there before
    "RC106",  # would be unreadable, as it says
    "RC670",  # needs a day of the command line
    "RC802", "RC803", "RC805", "RC806",  # bytes that a page cannot hold
    "RC734",  # made by writing a law
    "RC772", "RC773",  # need a folder
    "RC780", "RC781",  # come with two versions
    "RC785", "RC786", "RC787", "RC788", "RC789",  # texts of cited laws, read by generate
    "RC850", "RC851", "RC852", "RC853", "RC854", "RC855", "RC856", "RC857", "RC858",  # come with printing
    "RC859",
    "RC860", "RC861", "RC862", "RC863", "RC864", "RC865",  # made by mutate
    "RC690", "RC691", "RC692", "RC693", "RC694", "RC695", "RC696",  # made by timeline
    "RC738",  # needs an outline beside the specification
    "RC870", "RC871", "RC872", "RC873", "RC874", "RC875", "RC876", "RC877",  # made by generate
    "RC890", "RC891", "RC892", "RC893", "RC894",  # forms, made by generate
    "RC880", "RC881", "RC882", "RC883",  # come with an output folder
    "RC895", "RC896", "RC897", "RC898",  # made by generate
    "RC901", "RC902", "RC903", "RC904", "RC910",  # about the tool
}  # fmt: skip

Fences = dict[str, str]
LAWS = {"example.law.txt", "example.xml"}
VERSIONS = ("old.law.txt", "new.law.txt")


def law_codes(files: Fences) -> list[str]:
    """What is found in the first law of an example, with the others at hand."""
    read = read_laws([SourceText(name, text) for name, text in files.items()])
    return [d.code.id for d in read[0].diagnostics]


def codes_between(files: Fences) -> list[str]:
    """What is found between the two versions of an example."""
    old, new = (one.law for one in read_laws([SourceText(name, files[name]) for name in VERSIONS]))
    assert old and new
    return [d.code.id for d in findings(compare(old, new))]


def examples(code: str, which: str) -> Fences:
    page = help_page(all_kinds()[code], Language.JA)
    return {name or SPEC: text for _, kind, name, text in FENCE.findall(page) if kind == which}


def found_codes(files: Fences) -> set[str]:
    return {d.code.id for d in report_of(files).diagnostics}


def report_of(files: Fences) -> Report:
    data = {name: text.encode() for name, text in files.items()}
    specs = {name: text for name, text in data.items() if name.endswith(".regspec")}
    facts = {name: text for name, text in data.items() if name not in specs}
    return check(Inputs(own=frozenset({SPEC}), files=specs, facts=facts), Z3Prover)


def setting_codes(files: Fences, folder: Path) -> set[str]:
    name, text = next(iter(files.items()))
    if name == "baseline.toml":
        return {d.code.id for d in read_baseline(name, text.encode()).diagnostics}
    (folder / name).write_text(text, encoding="utf-8")
    try:
        load_config(folder)
    except ConfigError as error:
        return {d.code.id for d in error.diagnostics}
    return set()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", all_kinds())
def test_every_kind_has_a_page(code: str, language: Language) -> None:
    kind = all_kinds()[code]
    page = help_page(kind, language)
    assert page.startswith(f"# {code} {kind.CODE.name}")
    assert help_title(kind, language)
    assert HEADINGS[language] in page
    assert bool(FENCE.search(page)) is (code not in WITHOUT_EXAMPLE)


def test_no_page_is_left_over() -> None:
    folder = Path(__file__).parents[2] / "src/regcheck/diagnostics/help"
    pages = {file.name.split(".")[0] for file in folder.glob("*.md")}
    assert pages == set(all_kinds())


@pytest.mark.parametrize("code", [code for code in all_kinds() if code not in WITHOUT_EXAMPLE])
def test_examples_keep_their_promise(code: str, tmp_path: Path) -> None:
    bad, good = examples(code, "bad"), examples(code, "good")
    assert bad and good
    assert FENCE.findall(help_page(all_kinds()[code], Language.EN)) == FENCE.findall(
        help_page(all_kinds()[code], Language.JA)
    )
    if set(VERSIONS) == bad.keys():
        assert code in codes_between(bad)
        assert codes_between(good) == []
        return
    if LAWS & bad.keys():
        assert code in law_codes(bad)
        assert law_codes(good) == []
        return
    if SPEC not in bad:
        assert code in setting_codes(bad, tmp_path)
        assert code not in setting_codes(good, tmp_path)
        return
    assert code in found_codes(bad)
    repaired = report_of(good)
    left = [d.code.id for d in repaired.open_findings if d.severity is Severity.ERROR]
    assert not left
    assert code not in {d.code.id for d in repaired.diagnostics}
