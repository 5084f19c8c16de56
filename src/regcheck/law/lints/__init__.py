"""What expert drafters look for in the text of a law, a module per lint.

Owns: the list of lints, and running them in order.
Refuses to know: any single lint, where the law comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.law.law_names import Library
from regcheck.law.lints.annexes import check_annexes
from regcheck.law.lints.announced import check_announced
from regcheck.law.lints.brackets import check_brackets
from regcheck.law.lints.commas import check_commas
from regcheck.law.lints.connectives import check_connectives
from regcheck.law.lints.delegation import check_delegation
from regcheck.law.lints.full_stops import check_full_stops
from regcheck.law.lints.lists import check_lists
from regcheck.law.lints.numbering import check_numbering
from regcheck.law.lints.old_forms import check_old_forms
from regcheck.law.lints.references import check_references
from regcheck.law.lints.shadows import check_shadows
from regcheck.law.lints.siblings import check_parallel, check_siblings
from regcheck.law.lints.subject import Subject
from regcheck.law.lints.supplement import check_supplement
from regcheck.law.lints.terms import check_terms
from regcheck.law.tree import Law

LINTS: tuple[Callable[[Subject], Iterator[Diagnostic]], ...] = (
    check_references,
    check_numbering,
    check_terms,
    check_shadows,
    check_delegation,
    check_announced,
    check_lists,
    check_full_stops,
    check_connectives,
    check_commas,
    check_old_forms,
    check_brackets,
    check_annexes,
    check_supplement,
    check_parallel,
    check_siblings,
)


def lint(law: Law, library: Library | None = None, siblings: tuple[Law, ...] = ()) -> tuple[Diagnostic, ...]:
    """Every finding, in the order of the text and then of the codes."""
    return lint_subject(Subject(law, library, siblings))


def lint_subject(subject: Subject) -> tuple[Diagnostic, ...]:
    """The same for a subject whose references and terms are wanted as well."""
    found = [diagnostic for check in LINTS for diagnostic in check(subject)]
    reading = {str(address): number for number, address in enumerate(subject.places.by_address)}
    return tuple(sorted(found, key=lambda one: _order(one, reading)))


def _order(diagnostic: Diagnostic, reading: Mapping[str, int]) -> tuple[int, int, int, str, str]:
    """By its place in the text; of a law that was not read from one, by its provision."""
    place = diagnostic.place
    provision = reading.get(diagnostic.provisions[0], 0) if diagnostic.provisions else 0
    start, end = (place.start, place.end) if place else (0, 0)
    return (start, end, provision, diagnostic.code.id, diagnostic.fingerprint)
