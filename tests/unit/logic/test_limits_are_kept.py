"""The limits of formulas that are the very same as in the specification before are those that would be read anew."""

from __future__ import annotations

import pytest

from regcheck.frozen import replace
from regcheck.logic import grid
from regcheck.logic.grid import Limits, limits_of
from regcheck.model.from_syntax import build_specification
from regcheck.model.specification import Specification
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

TEXT = """\
対象　病院
  病床数：整数（床）　０以上
  紹介率：割合　０以上１以下

定義「紹介の多い病院」：病院
  紹介率が三分の一以上であること

定義「大病院」：病院
  病床数が四百床以上であること
"""


def built(text: str) -> Specification:
    return build_specification([parse_file(SourceText("a", text)).file], frozenset({"a"})).specification


def fresh(spec: Specification) -> Limits:
    limits_of(built("対象　別\n  承認：真偽\n"))  # nothing of the specification is kept after this
    return limits_of(spec)


def test_a_formula_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = built(TEXT)
    first = limits_of(spec)
    monkeypatch.setattr(grid, "note_formula", lambda *_: pytest.fail("read again"))
    assert limits_of(spec) == first


def test_what_is_gone_limits_nothing_any_more() -> None:
    spec = built(TEXT)
    limits_of(spec)
    less = replace(spec, predicates={"大病院": spec.predicates["大病院"]})
    assert limits_of(less) == fresh(less)
    assert limits_of(less) != limits_of(spec)


def test_where_a_fact_has_another_type_it_is_read_again() -> None:
    spec = built(TEXT)
    dense = built(TEXT.replace("病床数：整数（床）", "病床数：小数（床、小数点以下一位）"))
    limits_of(dense)
    other = replace(dense, subjects=spec.subjects)
    assert limits_of(other) == fresh(other) != limits_of(dense)
