"""The type of the fact at a path.

Owns: one lookup, the same for those who print and those who read.
Refuses to know: words.
"""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.model.specification import Specification
from regcheck.model.types import ListType, ReferenceType, Type


def type_at(spec: Specification, subject: str, steps: Iterable[str]) -> Type | None:
    """The type at the end of steps from a record of the subject (None for no steps). 参照 and 一覧 are followed.

    Raises KeyError for a fact that the 対象 does not have.
    """
    found: Type | None = None
    for step in steps:
        if isinstance(found, ReferenceType | ListType):
            subject = found.subject
        elif found is not None:
            raise KeyError(step)
        found = spec.subjects[subject].fields[step].type
    return found
