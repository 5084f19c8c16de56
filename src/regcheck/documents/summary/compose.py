"""From the headings of an outline and a composed ordinance to its 要綱: the page to read first.

Owns: the order of the steps.
Refuses to know: any one of them, pages.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.citing import Mention, Outsider
from regcheck.documents.ordinance.draft import Draft, Line, Piece
from regcheck.documents.ordinance.drafting import in_pieces
from regcheck.documents.ordinance.numbering import Numbering, check_targets
from regcheck.documents.ordinance.outline.plans import Outline, SummaryPlan
from regcheck.documents.ordinance.template import Templates
from regcheck.documents.ordinance.terms import TermFinder
from regcheck.documents.ordinance.to_law import to_law
from regcheck.documents.problems import OutlineError
from regcheck.documents.summary.checks import check_summary
from regcheck.documents.summary.introducing import check_order, introduced
from regcheck.documents.summary.selecting import Selected, plans_of, select
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.law.tree import Law
from regcheck.model.specification import Instrument, Specification


class Summary(Frozen):
    """The headings as articles and what stands under them as their 項, in the words of the ordinance, not yet ending in
    こと; of each 項, the provisions that it is of."""

    title: str
    law: Law
    draft: Draft
    related: tuple[tuple[tuple[Address, ...], ...], ...]
    mentions: tuple[Mention, ...] = ()
    """Every reference in it."""


def compose_summary(
    spec: Specification, outline: Outline, draft: Draft, numbering: Numbering
) -> Summary | tuple[Diagnostic, ...]:
    """The 要綱 of an ordinance, of its draft before terms are introduced; or what is wrong with its headings."""
    plans = plans_of(draft, outline.summary)
    if wrong := tuple(check_summary(draft, numbering, plans)):
        return wrong
    try:
        selected = select(draft, numbering, plans, _Sayings(spec, outline).lines)
    except OutlineError as error:
        return error.diagnostics
    if wrong := (*check_targets(selected.draft, numbering), *check_order(selected.draft)):
        return wrong
    placed = replace(selected, draft=introduced(selected.draft))
    return _in_words(outline, placed, numbering, spec.instruments)


def _in_words(
    outline: Outline, selected: Selected, numbering: Numbering, laws: Mapping[str, Instrument]
) -> Summary:
    speaker = Outsider(numbering, laws)
    law = to_law(selected.draft, outline, replace(numbering, forms={}), speaker)
    return Summary(
        title=outline.title,
        law=law,
        draft=selected.draft,
        related=selected.related,
        mentions=tuple(speaker.mentions),
    )


class _Sayings:
    """What headings say in their own words: templates as those of the articles."""

    def __init__(self, spec: Specification, outline: Outline) -> None:
        self._templates = Templates(spec, outline)
        self._terms = TermFinder(outline.terms)

    def lines(self, plan: SummaryPlan) -> tuple[Line, ...]:
        return tuple(Line(pieces=self._pieces(plan, text)) for text in plan.says)

    def _pieces(self, plan: SummaryPlan, text: str) -> tuple[Piece, ...]:
        name = f"要綱「{plan.heading}」"
        return in_pieces(name, self._templates.pieces(name, text), self._terms)
