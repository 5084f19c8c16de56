"""Whatever stands in the files: findings, valid JSON and readable pages, never a crash."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
from hypothesis import example, given, strategies as st
from tests.property.effort import examples

from regcheck.analysis.pipeline import Inputs, check
from regcheck.app.exits import exit_code
from regcheck.app.scaffold import example_files
from regcheck.diagnostics.wording import Language
from regcheck.proof.engine import Z3Prover
from regcheck.render.concise import concise
from regcheck.render.full import full
from regcheck.render.machine import machine
from regcheck.render.page import plain

SCHEMA = json.loads((files("regcheck.render") / "report-1.schema.json").read_text(encoding="utf-8"))
SPEC, FACTS = "facilities.regspec", "facts/facilities.csv"
FILES = example_files()
SCRAPS = [
    "「",
    "」",
    "\n",
    "  ",
    "　",
    "又は",
    "かつ",
    "ただし、",
    "四百",
    "１",
    "|",
    "→",
    "\0",
    "\t",
    "\ufeff",
    "\u202e",
    "、",
]

cuts = st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(["", *SCRAPS]))


def mutated(data: bytes, edits: list[tuple[float, int, str]]) -> bytes:
    """The text with pieces cut out and scraps put in."""
    text = data.decode()
    for where, length, scrap in edits:
        at = int(where * len(text))
        text = text[:at] + scrap + text[at + length :]
    return text.encode()


def says_something(spec: bytes, facts: bytes) -> None:
    report = check(Inputs(own=frozenset({SPEC}), files={SPEC: spec}, facts={FACTS: facts}), Z3Prover)
    for language in Language:
        found = json.loads(machine({"x": report}, language).encode("utf-8", "backslashreplace"))
        jsonschema.validate(found, SCHEMA)
        for page in (full({"x": report}, language), concise({"x": report}, language)):
            assert not any(ord(sign) < 32 and sign != "\n" for sign in plain(page))
    assert exit_code([report]) in (0, 1, 3)


@examples(40)
@given(st.lists(cuts, min_size=1, max_size=4))
def test_a_damaged_spec(edits: list[tuple[float, int, str]]) -> None:
    says_something(mutated(FILES[SPEC], edits), FILES[FACTS])


@examples(15)
@given(st.lists(cuts, min_size=1, max_size=4))
def test_a_damaged_fact_file(edits: list[tuple[float, int, str]]) -> None:
    says_something(FILES[SPEC], mutated(FILES[FACTS], edits))


@examples(40)
@given(st.binary(max_size=200))
@example(b"")
@example("対象".encode())
def test_any_bytes(data: bytes) -> None:
    says_something(data, data)
