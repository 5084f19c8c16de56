"""Where everything stands: addresses by id, numbers of 様式, and the articles that use them.

Owns: numbers, all of them from positions.
Refuses to know: words of references.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.draft import (
    AnnexUse,
    Draft,
    FormUse,
    Line,
    OwnReference,
    Piece,
    annex_titles,
    articles_of,
    lines_of,
    paragraphs_of,
    unfolded,
)
from regcheck.documents.ordinance.outline.plans import Style
from regcheck.documents.problems import told
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.model.from_syntax.suggest import nearest
from regcheck.source.numerals import to_kanji, widen
from regcheck.source.span import NOWHERE, Span


class Numbering(Frozen):
    """The place of every id, how many 項 each article has, and the numbers of 様式 and 別表."""

    places: Mapping[str, Address]
    paragraphs: Mapping[tuple[str, str], int]
    """How many 項 an article has, by part and number."""
    forms: Mapping[str, str]
    """様式第四（一） by id, in the order of first use."""
    users: Mapping[str, tuple[Address, ...]]
    """The 項 that name a form, and the articles that name a 別表, by its title; an article with one 項 stands for it."""
    annexes: tuple[str, ...]

    def is_single(self, address: Address) -> bool:
        """Whether the article of an address has one 項, which is then not named."""
        return self.paragraphs.get((address.part, address.article), 0) == 1

    def shortest(self, address: Address) -> Address:
        """The address without its 項 where its article has only one."""
        return replace(address, paragraph="") if self.is_single(address) else address


def number(draft: Draft, style: Style) -> Numbering:
    """The numbers of a draft."""
    forms, annexes = _forms(draft, style), annex_titles(draft)
    paragraphs = {(at.part, at.article): len(article.lines) for at, article in articles_of(draft)}
    return Numbering(
        places=dict(_places(draft)),
        paragraphs=paragraphs,
        forms=forms,
        users=_users(draft, forms, annexes, paragraphs),
        annexes=annexes,
    )


def _places(draft: Draft) -> Iterator[tuple[str, Address]]:
    for address, article in articles_of(draft):
        yield article.plan.id, address
        for place, line in paragraphs_of(address, article):
            yield from _named(article.plan.id, place, line)


def _named(head: str, place: Address, line: Line) -> Iterator[tuple[str, Address]]:
    if line.id:
        yield f"{head}/{line.id}", place
    for position, below in enumerate(line.lines, 1):
        yield from _named(head, replace(place, items=(*place.items, str(position))), below)


def _forms(draft: Draft, style: Style) -> dict[str, str]:
    used = dict.fromkeys(
        piece.form for _, line in lines_of(draft) for piece in line.pieces if isinstance(piece, FormUse)
    )
    groups: dict[str, list[str]] = {}
    for form in used:
        groups.setdefault(draft.forms[form].group or form, []).append(form)
    found: dict[str, str] = {}
    for position, members in enumerate(groups.values(), 1):
        digits = to_kanji(position) if style.kanji_forms else widen(str(position))
        for n, form in enumerate(members, 1):
            found[form] = f"様式第{digits}" + (f"（{to_kanji(n)}）" if len(members) > 1 else "")
    return found


def _users(
    draft: Draft,
    forms: Mapping[str, str],
    annexes: tuple[str, ...],
    paragraphs: Mapping[tuple[str, str], int],
) -> dict[str, tuple[Address, ...]]:
    found: dict[str, dict[Address, None]] = {}
    for address, line in lines_of(draft):
        for piece in line.pieces:
            if isinstance(piece, FormUse):
                title = forms[piece.form]
                many = paragraphs.get((address.part, address.article), 0) > 1
                user = Address(address.part, address.article, address.paragraph if many else "")
            elif isinstance(piece, AnnexUse):
                title, user = annexes[piece.position], Address(address.part, address.article)
            else:
                continue
            found.setdefault(title, {})[user] = None
    return {title: tuple(addresses) for title, addresses in found.items()}


def check_targets(draft: Draft, numbering: Numbering) -> Iterator[Diagnostic]:
    """References to ids that are nowhere, and forms that nobody uses."""
    yield from _unknown("制定文", draft.enactment, numbering)
    for term, pieces in draft.definitions.items():
        yield from _unknown(term, pieces, numbering)
    for _, article in articles_of(draft):
        for line in unfolded(article.lines):
            yield from _unknown(article.plan.id, line.pieces, numbering, line.span)
    for form in draft.forms.values():
        if form.id not in numbering.forms:
            yield told(codes.ordinance.TermOutOfOrder(term=form.id, why="never"), form.id, form.span)
        for pieces in draft.form_texts.get(form.id, {}).values():
            yield from _unknown(form.id, pieces, numbering, form.span)


def _unknown(
    article: str, pieces: tuple[Piece, ...], numbering: Numbering, span: Span = NOWHERE
) -> Iterator[Diagnostic]:
    for piece in pieces:
        match piece:
            case OwnReference(targets=targets):
                missing = [("条", one) for one in targets if one not in numbering.places]
            case FormUse(form=form):
                missing = [("様式", form)] if form not in numbering.forms else []
            case _:
                missing = []
        for what, name in missing:
            close = nearest(name, numbering.places if what == "条" else numbering.forms)
            payload = codes.ordinance.UnknownTarget(article=article, what=what, name=name, similar=close)
            yield told(payload, article, span)
