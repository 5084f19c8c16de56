"""The encoder has a meaning for every formula of the model."""

from __future__ import annotations

from typing import get_args

from regcheck.logic import from_model
from regcheck.model.formula import Formula


def test_every_formula_has_a_term() -> None:
    assert set(from_model._TERMS) == set(get_args(Formula))
