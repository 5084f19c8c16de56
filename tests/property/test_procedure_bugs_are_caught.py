"""The comparison of the families of 手続 with looking at every run notices slips: planted ones, and families left out."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest

import pytest
from hypothesis import Phase, given, settings, strategies as st
from tests.property.judging import ledger_of
from tests.property.oracle_procedures import ProcedureOracle
from tests.property.planted_family_bugs import Bug
from tests.property.planted_procedure_bugs import BUGS, without
from tests.property.strategies_shaped_runs import curfews, extensions, reviews
from tests.property.strategies_small_runs import World, small_procedures
from tests.property.test_procedures_agree import run_complaints

from regcheck.proof.families.procedures import OF_EACH, Family


@cache
def trials() -> tuple[tuple[World, ProcedureOracle], ...]:
    """Some 手続 of every sort with what is right of them, always the same."""
    sorts = (
        _drawn(strategy, 100)[-number:]
        for strategy, number in (
            (curfews(), 36),
            (small_procedures(), 36),
            (reviews(), 36),
            (extensions(), 12),
        )
    )
    drawn = (world for found in zip_longest(*sorts) for world in found if world is not None)
    return tuple((world, ProcedureOracle(world)) for world in drawn)


def _drawn(strategy: st.SearchStrategy[World], number: int) -> list[World]:
    found = list[World]()

    @settings(max_examples=number, derandomize=True, database=None, phases=[Phase.generate])
    @given(strategy)
    def collect(world: World) -> None:
        found.append(world)

    collect()
    return found


def is_noticed() -> bool:
    """A crash is a notice too."""
    try:
        return any(any(run_complaints(world, ledger_of(world.spec), oracle)) for world, oracle in trials())
    except Exception:
        return True


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.__name__)
def test_a_planted_bug_is_caught(bug: Bug, monkeypatch: pytest.MonkeyPatch) -> None:
    trials()
    bug(monkeypatch)
    assert is_noticed(), "the comparison would not notice"


@pytest.mark.parametrize("family", OF_EACH, ids=lambda family: family.__name__)
def test_a_family_that_is_left_out_is_missed(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    trials()
    without(family)(monkeypatch)
    assert is_noticed(), "nobody would miss it"


def test_nothing_is_noticed_where_nothing_is_wrong() -> None:
    assert not is_noticed()
