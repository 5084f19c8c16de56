"""How a counterexample reads: how many facts it names, and how many of its numbers stand on a limit.

Owns: which cases are looked at, and when a number stands on a limit.
Refuses to know: how a case is found and shrunk.

specs/medical is copied with one kind of slip in all its definitions (generate/slips.py). Looked at is every
case that the checker itself found against a claim; a case that the drafter wrote is none. A number is on a
limit if the specification compares with it somewhere, or if it is the least step away from such a number:
the nearest case below 以上 is one less.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

from benchmarks.generate.slips import SLIPS, slipped
from benchmarks.lines import Line, at_least, at_most, failed
from benchmarks.measure import CHECK, LIMIT, ROOT, Failed
from regcheck.source.numerals import read_number

SUBJECT = "counterexamples"
_WRITTEN = frozenset({"scenario", "facts"})
"""Families whose cases a drafter wrote."""

_LIMIT = re.compile(
    r"([〇一二三四五六七八九十百千万億兆・\d.,/%分の]+)[^\W\d]{0,3}?(?:以上|以下|未満|を超え|に満たない)"
)
_NUMBER = re.compile(r"[\d,./万億兆]+%?")
_LEAST = {"%": Fraction(1, 10_000), "/": Fraction(1, 10_000), ".": Fraction(1, 10), "": Fraction(1)}

Facts = Mapping[str, str]


def lines() -> Iterator[Line]:
    """The mean of facts and the share of numbers over all slips."""
    try:
        cases, limits = all_cases()
    except Failed as failure:
        yield failed(SUBJECT, "specs/medical with slips", failure)
        return
    names = sum(len(case) for case in cases) / len(cases)
    numbers = [number for case in cases for text in case.values() if (number := number_in(text))]
    on = sum(is_on(text, limits) for text in numbers) / len(numbers) * 100
    yield at_most(SUBJECT, "facts named, mean", names, 3.0, "", f"{len(cases)} cases, {len(SLIPS)} slips")
    yield at_least(SUBJECT, "numbers on a limit", on, 75.0, " %", f"of {len(numbers)} numbers")


def all_cases() -> tuple[list[Facts], frozenset[Fraction]]:
    """The cases found under each slip, and the limits of the specification."""
    cases: list[Facts] = []
    limits: set[Fraction] = set()
    with TemporaryDirectory() as folder:
        for index, slip in enumerate(SLIPS):
            specs = Path(folder, str(index))
            shutil.copytree(ROOT / "specs", specs)
            for file in sorted(specs.glob("medical/*.regspec")):
                text = file.read_text(encoding="utf-8")
                limits |= limits_in(text)
                file.write_text(slipped(text, slip), encoding="utf-8")
            cases += _cases(specs / "medical")
    return cases, frozenset(limits)


def limits_in(text: str) -> set[Fraction]:
    """Every number that stands before a word for a limit."""
    found = (read_number(number) for number in _LIMIT.findall(normalize("NFKC", text)))
    return {number for number in found if number is not None}


def number_in(text: str) -> str | None:
    """The number at the beginning of a printed value; dates are words."""
    match = _NUMBER.match(text)
    return match.group() if match else None


def is_on(text: str, limits: frozenset[Fraction]) -> bool:
    """Whether a printed number is a limit, or the least step from one."""
    value = read_number(text)
    step = next(step for sign, step in _LEAST.items() if sign in text)
    return value is not None and any(abs(value - limit) <= step for limit in limits)


def _cases(spec: Path) -> Iterator[Facts]:
    done = subprocess.run(
        (*CHECK, "--format", "json", str(spec)),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT,
    )
    if done.returncode not in (1, 3):
        raise Failed(f"check ended with {done.returncode}")
    for obligation in json.loads(done.stdout)["obligations"]:
        is_case = obligation["verdict"] == "REFUTED" and obligation["witness"]
        if is_case and obligation["family"] not in _WRITTEN:
            yield obligation["witness"]["facts"]
