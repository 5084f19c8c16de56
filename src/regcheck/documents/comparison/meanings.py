"""Where the items of a specification stand in its ordinance, and so beside which row their meaning is told.

Owns: the provision of every item that the ordinance prints.
Refuses to know: how meanings are compared, pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.analysis.meanings import Change
from regcheck.documents.ordinance.draft import Draft, Line, Proved, lines_of
from regcheck.frozen import Frozen, field, replace
from regcheck.law.address import Address
from regcheck.model.procedures import Procedure
from regcheck.model.provisions import item_title
from regcheck.model.specification import Specification

Standing = Mapping[str, tuple[Address, ...]]
"""The provisions of each item, by its title. An item that the ordinance does not print has none: the 条項 that it gives for
itself need not be where the outline has put it."""


class Meanings(Frozen):
    """What has become of the meaning of every item, and where the items stand in both versions."""

    changes: Mapping[str, Change] = field(default_factory=dict)
    old: Standing = field(default_factory=dict)
    new: Standing = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    """The items that are only a part of the sentence they stand in: 期間 and 期限."""


def standing(spec: Specification, draft: Draft) -> Standing:
    """Where the items of a specification stand: where the draft prints them."""
    found: dict[str, dict[Address, None]] = {}
    for address, line in lines_of(draft):
        for title in _titles(spec, draft, line):
            found.setdefault(title, {}).update(dict.fromkeys(_printed(address, line)))
    return {title: tuple(addresses) for title, addresses in found.items()}


def _printed(address: Address, line: Line) -> Iterator[Address]:
    """The provision of a line; of an item that takes several 項, each of them."""
    yield address
    for after in range(1, line.printed.paragraphs if line.printed else 1):
        yield replace(address, paragraph=str(int(address.paragraph) + after))


def parts_of_sentences(spec: Specification) -> frozenset[str]:
    """The items that are printed in the middle of a sentence."""
    return frozenset(
        _period_title(procedure, name)
        for procedure in spec.procedures.values()
        for name in (*procedure.periods, *procedure.limits)
    )


def _titles(spec: Specification, draft: Draft, line: Line) -> Iterator[str]:
    if line.printed:
        name = line.printed.item
        header = next((group[name].header for group in (spec.predicates, spec.plans) if name in group), None)
        if header is not None:
            yield item_title(header)
        elif name in draft.derived:
            span = draft.derived[name].header.span
            yield from (item_title(t.header) for t in spec.tables.values() if t.header.span == span)
    for piece in line.pieces:
        if isinstance(piece, Proved) and piece.procedure:
            yield from _period(spec, piece)


def _period(spec: Specification, piece: Proved) -> Iterator[str]:
    procedure = spec.procedures[piece.procedure]
    yield _period_title(procedure, piece.period)


def _period_title(procedure: Procedure, name: str) -> str:
    kind = "期間" if name in procedure.periods else "期限"
    return f"{item_title(procedure.header)}の{kind}「{name}」"
