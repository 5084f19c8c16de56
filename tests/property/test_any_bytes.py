"""Any damage to real files ends in findings, never in an exception: bytes of the tour and of its fact table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import AnyStr

from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.analysis.pipeline import Inputs, check
from regcheck.proof.engine import Z3Prover

FOLDER = Path(__file__).parents[2] / "dsl"
SPEC, FACTS = (FOLDER / "tour.regspec").read_bytes(), (FOLDER / "tour.csv").read_bytes()
SIGNS = ["", "\n", "\n  ", "\0", "\ufeff", "　", "「", "\t", "|", ",", '"', "一", "１", "又は", "ただし、"]
BYTES = [b"\xff", b"\xe3", b"\x80\x80", *(sign.encode() for sign in SIGNS)]


def damaged(content: bytes) -> st.SearchStrategy[bytes]:
    """Damage to the signs of a text, or, now and then, to its bytes."""
    signs = _damaged(content.decode(), SIGNS).map(str.encode)
    return st.one_of(signs, signs, _damaged(content, BYTES))


@st.composite
def _damaged(draw: st.DrawFn, content: AnyStr, marks: Sequence[AnyStr]) -> AnyStr:
    """Up to three pieces are cut out, doubled, moved or written over."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 1, 3, 10, 100, 1000])))
        piece, elsewhere = content[start:end], draw(st.integers(0, len(content)))
        wanted = list(marks)
        wanted += [piece * 2, content[elsewhere : elsewhere + len(piece)]]
        put = draw(st.sampled_from(wanted))
        content = content[:start] + put + content[end:]
    return content


def is_told(spec: bytes, facts: bytes) -> bool:
    """The check runs to its end; every finding has words, and every broken item makes it red."""
    inputs = Inputs(own=frozenset({"t.regspec"}), files={"t.regspec": spec}, facts={"tour.csv": facts})
    report = check(inputs, lambda spec: Z3Prover(spec, rlimit=20_000))
    said = [words.headline for d in report.diagnostics for words in (d.payload.ja(), d.payload.en())]
    return all(said) and all(entry.id for entry in report.entries)


@examples(25)
@given(damaged(SPEC))
def test_a_damaged_spec_is_told(spec: bytes) -> None:
    assert is_told(spec, FACTS)


@examples(25)
@given(damaged(FACTS))
def test_a_damaged_fact_table_is_told(facts: bytes) -> None:
    assert is_told(SPEC, facts)


@examples(25)
@given(st.binary(max_size=200))
def test_any_bytes_are_told(content: bytes) -> None:
    assert is_told(content, content)
