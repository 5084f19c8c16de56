"""What a draft must not have in its texts: references written by hand, and delegations that are promised and not named.

Owns: these two checks.
Refuses to know: numbers, how references are put into words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.draft import Article, Draft, LawReference, Piece, unfolded
from regcheck.documents.problems import told
from regcheck.law.address import Address
from regcheck.law.cited import cited
from regcheck.model.specification import Instrument
from regcheck.source.span import NOWHERE, Span

_OWN_WORDS = frozenset({"この条", "この項", "この号", "各号", "前各号", "各項"})
"""Expressions that stay right wherever the article stands."""


def check_texts(draft: Draft, laws: Mapping[str, Instrument]) -> Iterator[Diagnostic]:
    """Every article of 本則 and 附則, and what the terms stand for."""
    for term, pieces in draft.definitions.items():
        yield from _typed(term, pieces, draft.terms[term].span)
    yield from _typed("制定文", draft.enactment)
    for form, texts in draft.form_texts.items():
        for pieces in texts.values():
            yield from _typed(form, pieces, draft.forms[form].span)
    for article in (*draft.articles, *draft.supplement):
        for line in unfolded(article.lines):
            yield from _typed(article.plan.id, line.pieces, line.span)
        yield from _unanswered(article, laws)


def _typed(article: str, pieces: tuple[Piece, ...], span: Span = NOWHERE) -> Iterator[Diagnostic]:
    for piece in pieces:
        for found in cited(piece, in_item=False) if isinstance(piece, str) else ():
            if found.text not in _OWN_WORDS:
                payload = codes.ordinance.TypedReference(article=article, text=found.text)
                yield told(payload, article, span)


def _unanswered(article: Article, laws: Mapping[str, Instrument]) -> Iterator[Diagnostic]:
    named = {_written(piece, laws) for line in unfolded(article.lines) for piece in line.pieces}
    for delegation in article.plan.answers:
        if delegation not in named:
            payload = codes.ordinance.AnswerUnnamed(article=article.plan.id, delegation=delegation)
            yield told(payload, article.plan.id, article.plan.span)


def _written(piece: Piece, laws: Mapping[str, Instrument]) -> str:
    """法第五十条第一項: how a reference to another law is written without its place."""
    if not isinstance(piece, LawReference) or piece.address is None:
        return ""
    whole = Address(piece.address.part, piece.address.article, piece.address.paragraph, piece.address.items)
    return (laws[piece.law].abbreviation or piece.law) + str(whole)
