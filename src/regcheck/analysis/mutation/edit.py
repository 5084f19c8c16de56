"""One slip of the pen.

Owns: the kinds of slip, and one change of a tree with the words on both sides of it.
Refuses to know: which changes are possible, what they mean.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from regcheck.frozen import Frozen
from regcheck.source.span import Span


class Kind(StrEnum):
    """以上 for を超える; one step up or down; one day; an item less; かつ for 又は; a ただし書 less or elsewhere."""

    STRICTNESS = "strictness"
    LIMIT = "limit"
    DATE = "date"
    DROP = "drop"
    CONNECTIVE = "connective"
    EXCEPTION = "exception"


class Edit(Frozen):
    """A node as it is after one change, and where in the text the change is."""

    kind: Kind
    node: Any
    """Of the type of the node that was changed."""
    span: Span
    before: str
    after: str
    """The words on both sides; nothing where words are only taken away."""
    labels: tuple[str, ...] = ()
    """The 号, 段階 or row it is in, from the outside."""
