"""様式 whose fields or words are others than they were: 法令標準XML has only their names, so no row can show it.

Owns: which form of the one version is which of the other, and whether it stayed.
Refuses to know: what differs inside of a form, pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.documents.instrument.form import Form
from regcheck.law.comparing import Comparison
from regcheck.law.comparing.units import Unit, UnitKind
from regcheck.law.tree import Framed, Picture

Forms = Mapping[str, Form]
"""By the names that the law has for their files."""


def changed_forms(comparison: Comparison, old: Forms, new: Forms) -> tuple[str, ...]:
    """The names of the forms that are not what they were, in the order of the new version. A form that only one version
    has is a row of the comparison."""
    return tuple(
        str(pair.new.address)
        for pair in comparison.pairs
        if pair.old
        and pair.new
        and pair.new.kind is UnitKind.APPENDIX
        and list(_forms(pair.old, old)) != list(_forms(pair.new, new))
    )


def _forms(unit: Unit, forms: Forms) -> Iterator[Form | None]:
    for one in unit.below:
        if isinstance(one.own, Framed) and isinstance(one.own.body, Picture):
            yield forms.get(one.own.body.source)
