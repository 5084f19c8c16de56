"""The lists of members of a 区分 that provisions write.

Owns: collecting 「甲、乙又は丙」 from formulas, also where each member has a 号 of its own.
Refuses to know: which lists should be equal.
"""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.evaluation.sentences import path_text
from regcheck.frozen import Frozen
from regcheck.model.formula import Contains, Formula, IsOneOf, Part, Path
from regcheck.model.references import subformulas
from regcheck.model.specification import Specification
from regcheck.model.types import EnumSetType, EnumType
from regcheck.proof.parts import inside, is_list
from regcheck.proof.records import type_at
from regcheck.source.span import Span


class Listing(Frozen):
    """Members that a provision lists for a fact of the record itself."""

    fact: str
    enum: str
    members: frozenset[str]
    label: str
    span: Span


def listings_here(spec: Specification, subject: str, label: str, formula: Formula) -> list[Listing]:
    """The lists in the formula's own text, terms that it names not opened; single names are no list."""
    listings, waiting = list[Listing](), [(label, formula)]
    while waiting:
        label, formula = waiting.pop()
        found = _listed(formula)
        if found is None:
            waiting += inside(label, formula)[::-1]
            continue
        path, members = found
        enum = _enum(spec, subject, path)
        if enum and len(members) > 1:
            fact, span = path_text(path), formula.span
            listings.append(Listing(fact=fact, enum=enum, members=members, label=label, span=span))
    return listings


def members_named(formula: Formula, path: Path) -> dict[str, Span]:
    """Every member that the formula's own text names for a fact, with the first place."""
    found = dict[str, Span]()
    for inner in subformulas(formula):
        match inner:
            case IsOneOf(path=asked, values=values, span=span) if asked == path:
                found |= {value: span for value in values if value not in found}
            case Contains(path=asked, value=value, span=span) if asked == path:
                found.setdefault(value, span)
            case _:
                continue
    return found


def _listed(formula: Formula) -> tuple[Path, frozenset[str]] | None:
    """The fact and its members, if the formula says no more than that it is or has some of them."""
    if is_list(formula):
        return _united(formula.parts)
    if type(formula) is IsOneOf:
        return formula.path, frozenset(formula.values)
    if type(formula) is Contains:
        return formula.path, frozenset((formula.value,))
    return None


def _united(parts: Iterable[Part]) -> tuple[Path, frozenset[str]] | None:
    """The one fact that all parts ask, and the members of all."""
    path, members = None, list[frozenset[str]]()
    for part in parts:
        found = _listed(part.body)
        if found is None or (path is not None and path != found[0]):
            return None
        path = found[0]
        members.append(found[1])
    return None if path is None else (path, frozenset[str]().union(*members))


def _enum(spec: Specification, subject: str, path: Path) -> str:
    kind = None if path.root else type_at(spec, subject, path.steps)
    return kind.enum if isinstance(kind, EnumType | EnumSetType) else ""
