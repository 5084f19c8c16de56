"""Verdicts: what became of an obligation. Never a Boolean.

Owns: the seven verdicts and their order (the worse overrides).
Refuses to know: how a verdict was reached.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """Declared from worst to best; only PROVED is green."""

    REFUTED = "REFUTED"
    UNREPLAYED = "UNREPLAYED"
    UNDECIDED = "UNDECIDED"
    VACUOUS = "VACUOUS"
    STALE = "STALE"
    NOT_RUN = "NOT_RUN"
    PROVED = "PROVED"

    @property
    def is_green(self) -> bool:
        return self is Verdict.PROVED


_ORDER = {verdict: rank for rank, verdict in enumerate(Verdict)}


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of some verdicts; PROVED for none."""
    return min(verdicts, key=_ORDER.__getitem__, default=Verdict.PROVED)
