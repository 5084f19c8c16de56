"""Protects: a way that has been gone is known, what is known stays bounded, and forgetting it changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.source.span import SourceText
from regcheck.syntax import stacks
from regcheck.syntax.grammar import grammar_text, language, shipped_tables
from regcheck.syntax.items import cut
from regcheck.syntax.machine import Language, read
from regcheck.syntax.tables import load

TOUR = (Path(__file__).parents[3] / "dsl/tour.regspec").read_text(encoding="utf-8")
SHAPE = cut(SourceText("t.regspec", TOUR))
ITEMS = [(TOUR[raw.start : raw.end], SHAPE.shape[raw.start : raw.end]) for raw in SHAPE.items]


@pytest.fixture
def fresh() -> Language:
    tables = load(shipped_tables(), grammar_text())
    assert tables is not None
    return Language(*tables)


def test_the_same_words_lead_to_the_same_stack(fresh: Language) -> None:
    first = fresh.stacks.move(fresh.stacks.bottom(), "_ENUM")
    again = fresh.stacks.move(fresh.stacks.bottom(), "_ENUM")
    assert first is not None
    assert again is first
    assert first[0].below is fresh.stacks.bottom()
    assert fresh.stacks.move(fresh.stacks.bottom(), "NAME") is None


def test_stacks_beyond_a_bound_are_forgotten_and_read_the_same(
    fresh: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stacks, "MOST", 40)
    bottoms: set[stacks.Stack] = set()
    for item in ITEMS:
        bottoms.add(fresh.stacks.bottom())
        assert read(fresh, *item) == read(language(), *item)
    assert len(bottoms) > 1
