"""Protects: what nobody knows of a meaning is never called the same."""

from __future__ import annotations

import pytest
from tests.unit.law.reading import law

from regcheck.analysis.meanings import Change, ChangeKind
from regcheck.app.comparing import Compared
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.comparison.meanings import Meanings
from regcheck.law.comparing import compare

TEXT = "第一条　甲とする。\n"


def compared(kind: ChangeKind, diagnostic: Diagnostic | None = None) -> Compared:
    change = Change(title="指定基準「基準」", kind=kind, diagnostic=diagnostic)
    same = compare(law(TEXT), law(TEXT))
    return Compared(comparison=same, meanings=Meanings(changes={change.title: change}))


@pytest.mark.parametrize(
    ("kind", "differs", "is_undecided"),
    [
        (ChangeKind.SAME, False, False),
        (ChangeKind.UNDECIDED, False, True),
        (ChangeKind.WIDER, True, False),
        (ChangeKind.NEW, True, False),
    ],
)
def test_the_meaning_counts_where_the_words_are_the_same(
    kind: ChangeKind, differs: bool, is_undecided: bool
) -> None:
    found = compared(kind)
    assert (found.differs, found.is_undecided) == (differs, is_undecided)


def test_what_is_undecided_is_told_with_its_finding() -> None:
    payload = codes.meanings.MeaningUndecided(item="指定基準「基準」", reason="証明が終わらない")
    problem = Diagnostic(payload=payload, anchor="a")
    found = compared(ChangeKind.UNDECIDED, diagnostic=problem)
    assert found.told == (problem,)
    assert not found.differs


def test_a_form_that_changed_is_a_difference() -> None:
    same = compare(law(TEXT), law(TEXT))
    assert not Compared(comparison=same).differs
    assert Compared(comparison=same, forms=("様式第一",)).differs
