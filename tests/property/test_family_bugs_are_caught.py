"""The comparison of families with the oracle notices slips: planted ones, and every family left out."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import Phase, given, settings, strategies as st
from tests.property.judging import complaints, ledger_of
from tests.property.planted_family_bugs import BUGS, Bug, without
from tests.property.strategies_small import Trial, claim_specs, plan_specs, table_specs, term_specs

from regcheck.proof.families import FAMILIES, Family, of_procedures


@cache
def trials() -> tuple[Trial, ...]:
    """Some specifications of every sort, always the same."""
    sorts = (term_specs(), table_specs(), plan_specs(), claim_specs())
    return tuple(trial for found in zip(*map(_drawn, sorts), strict=True) for trial in found)


def _drawn(strategy: st.SearchStrategy[Trial]) -> list[Trial]:
    found = list[Trial]()

    @settings(max_examples=60, derandomize=True, database=None, phases=[Phase.generate])
    @given(strategy)
    def collect(trial: Trial) -> None:
        found.append(trial)

    collect()
    return found[-30:]  # the first are the simplest


def is_noticed() -> bool:
    """A crash is a notice too."""
    try:
        return any(any(complaints(t.world, t.spec, ledger_of(t.spec))) for t in trials())
    except Exception:
        return True


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.__name__)
def test_a_planted_bug_is_caught(bug: Bug, monkeypatch: pytest.MonkeyPatch) -> None:
    trials()
    bug(monkeypatch)
    assert is_noticed(), "the comparison would not notice"


@pytest.mark.parametrize(
    "family",
    [
        family for family in FAMILIES if family is not of_procedures
    ],  # test_procedure_bugs_are_caught.py has those
    ids=lambda family: family.__name__,
)
def test_a_family_that_is_left_out_is_missed(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    trials()
    without(family)(monkeypatch)
    assert is_noticed(), "nobody would miss it"


def test_nothing_is_noticed_where_nothing_is_wrong() -> None:
    assert not is_noticed()
