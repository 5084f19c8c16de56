"""及び, 並びに, 又は and 若しくは: how members are joined.

Owns: the order of signs in an enumeration, and which of the two words of a pair stands where.
Refuses to know: what is joined.

又は joins the outermost alternatives and 若しくは everything inside them; 及び joins the innermost and 並びに what
stands around them. 若しくは never stands without 又は, nor 並びに without 及び.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

_QUOTED = re.compile("「[^」]*」")


class Joint(StrEnum):
    """The word before the last member."""

    OR = "又は"
    INNER_OR = "若しくは"
    AND = "及び"
    OUTER_AND = "並びに"


def enumerate_nouns(members: Sequence[str], joint: Joint) -> str:
    """A、B又はC: 「、」 between, the joint before the last, no comma before it."""
    *before, last = members
    return f"{'、'.join(before)}{joint}{last}" if before else last


def joint_around(inner: Sequence[str]) -> Joint:
    """The word that joins phrases of which some have 及び inside."""
    return Joint.OUTER_AND if any(Joint.AND in _QUOTED.sub("", text) for text in inner) else Joint.AND
