"""A goal that is missed says so, and the table takes its place in README.md and leaves the rest alone."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from benchmarks import lines
from benchmarks.generate.partition import COLUMNS
from benchmarks.lines import at_least, at_most, failed, missing, said, table
from benchmarks.subjects.edits import with_edit
from benchmarks.subjects.planted import decides, value_of
from benchmarks.subjects.witnesses import is_on, limits_in, number_in


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (at_most("s", "n", 2.0, 2.0), "met"),
        (at_most("s", "n", 2.1, 2.0), "MISSED"),
        (at_least("s", "n", 50.0, 50.0), "met"),
        (at_least("s", "n", 49.9, 50.0), "MISSED"),
        (failed("s", "n", "died"), "MISSED"),
        (missing("s", "n"), ""),
    ],
)
def test_verdicts(line: lines.Line, verdict: str) -> None:
    assert line.verdict == verdict
    assert table([line]).endswith(f"| {verdict} |")


def test_figures_have_the_digits_that_mean_something() -> None:
    assert [said(v, "×") for v in (0.256, 12.34, 1234.5)] == ["0.26×", "12.3×", "1,234×"]


def test_the_table_is_put_between_its_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "README.md"
    file.write_text("# head\n<!-- results -->\nold\n<!-- end of results -->\ntail\n", encoding="utf-8")
    monkeypatch.setattr(lines, "README", file)
    for _ in range(2):
        lines.write([at_most("s", "n", 1.0, 2.0)], "a machine")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# head\n") and text.endswith("\ntail\n")
    assert text.count("| s | n | 1.00× | ≤ 2× | met |") == 1 and "old" not in text


def test_limits_are_read_in_every_spelling() -> None:
    text = (
        "病床数が四百床以上、割合が百分の二十五以上三分の一未満、比率25%以上1/3未満、９００人を超え、０以上"
    )
    found = {Fraction(400), Fraction(1, 4), Fraction(1, 3), Fraction(900), Fraction(0)}
    assert limits_in(text) == found


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("400床", True),
        ("399床", True),
        ("402床", False),
        ("24.99%", True),
        ("26%", False),
        ("9997/30000", True),
    ],
)
def test_a_number_is_on_a_limit_or_the_least_step_away(text: str, on: bool) -> None:
    number = number_in(text)
    assert number is not None
    assert is_on(number, frozenset({Fraction(400), Fraction(1, 4), Fraction(1, 3)})) is on


def test_days_and_names_are_no_numbers() -> None:
    assert number_in("令和八年四月一日") is None
    assert number_in("国") is None


def test_an_edit_changes_one_number_of_one_definition() -> None:
    text = "定義「第1種」：施設\n  病床数が9床以上であること\n\n定義「第2種」：施設\n  「第1種」に該当し、かつ、医師数が99人以上であること\n\n"
    assert with_edit(text, "第1種") == text.replace("9床", "10床")
    assert with_edit(text, "第2種") == text.replace("99人", "100人")


def test_printed_values_are_read_back() -> None:
    counts, _, day, approved, kind = COLUMNS
    assert value_of(counts, "53182床") == 53_182
    assert value_of(day, "令和元年五月一日") - value_of(day, "平成三十一年四月三十日") == 1
    assert [value_of(approved, text) for text in ("なし", "あり")] == [0, 1]
    assert value_of(kind, "学校法人") == 3


def test_a_fact_that_is_not_named_must_not_matter() -> None:
    whole = tuple(column.whole for column in COLUMNS)
    assert decides(((5, 6), *whole[1:]), {"病床数": "5床"})
    assert not decides(((5, 6), (0, 9), *whole[2:]), {"病床数": "5床"})
    assert not decides(((5, 6), *whole[1:]), {"病床数": "6床"})
