"""Protects: one document can be made without the others, and what stands against several is told at once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.refused import RefusedError
from regcheck.documents.planning.plan import Maker, Plan, Planned, chosen, make, unknown_names


def _refuses(sign: str) -> Maker:
    def maker() -> bytes:
        signs = ((sign, f"U+{ord(sign):04X}", "第一条"),)
        raise RefusedError(Diagnostic(payload=codes.instruments.SignWithoutShape(signs=signs), anchor="題名"))

    return maker


def _plan(makers: Mapping[str, Maker]) -> Plan:
    return {name: Planned(maker, name) for name, maker in makers.items()}


def _never() -> bytes:
    raise AssertionError("made although nobody asked for it")


def test_only_what_is_chosen_is_made() -> None:
    plan = _plan({"a.docx": lambda: b"a", "b.pdf": _never})
    assert make(chosen(plan, ["a.docx", "a.docx"])).files == {"a.docx": b"a"}


def test_everything_is_made_where_nothing_is_chosen_and_in_the_order_of_names() -> None:
    made = make(chosen(_plan({"b": lambda: b"2", "a": lambda: b"1"}), ()))
    assert list(made.files.items()) == [("a", b"1"), ("b", b"2")]


def test_all_refusals_are_told_and_the_same_one_once() -> None:
    refusing = {name: _refuses(sign) for name, sign in (("a.pdf", "x"), ("b.pdf", "x"), ("c.pdf", "y"))}
    made = make(_plan({**refusing, "d": lambda: b""}))
    assert [d.payload.ja().headline.count("x") for d in made.diagnostics] == [1, 0]
    assert list(made.files) == ["d"]


@pytest.mark.parametrize(
    ("name", "near"), [("ordinance.dox", "ordinance.docx"), ("index.html/", "index.html")]
)
def test_an_unknown_name_is_told_with_the_names_there_are(name: str, near: str) -> None:
    plan = _plan({"ordinance.docx": _never, "index.html": _never})
    (found,) = unknown_names(plan, ["index.html", name])
    assert found.payload == codes.generating.UnknownDocument(
        name=name, known=("index.html", "ordinance.docx"), near=near
    )
