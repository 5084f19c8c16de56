"""Numbers follow each other, each once, and labels say what the numbers say.

Owns: 条, 項, 号 and what lies below; of an extract, only 項 and 号.
Refuses to know: references to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.law.address import Address
from regcheck.law.labels import article_num, item_num, paragraph_num, sort_key, spelled
from regcheck.law.lints.subject import Subject, finding
from regcheck.law.places import Place, places
from regcheck.law.tree import Article, Item, Paragraph
from regcheck.source.span import Span

_Numbered = tuple[Address, str, str, Span]
"""(address, number, label, place)."""


def check_numbering(subject: Subject) -> Iterator[Diagnostic]:
    """Every list of provisions beside each other."""
    lists: dict[tuple[str, Address], list[_Numbered]] = {}
    for place in places(subject.law):
        if numbered := _numbered(place):
            kind = type(place.node).__name__
            lists.setdefault((kind, place.address.up), []).append(numbered)
            yield from _labelled(place, numbered)
    in_force_in_part = subject.places.is_extract("") and not subject.law.main.extract
    for (kind, above), members in lists.items():
        if kind == "Article" and (above.part.startswith("附則") or subject.places.is_extract(above.part)):
            yield from _twice(members)
        elif not (kind == "Paragraph" and above.part.startswith("附則") and not above.article):
            yield from _twice(members)
            if not in_force_in_part:
                yield from _gaps(members, starts=kind != "Paragraph" or bool(above.article))


def _numbered(place: Place) -> _Numbered | None:
    match place.node:
        case Article(num=num, title=title):
            return place.address, num, title.text, title.span
        case Paragraph(num=num, label=label):
            return place.address, num, label.text or spelled(num, "項"), label.span
        case Item(num=num, title=title):
            return place.address, num, title.text, title.span
        case _:
            return None


def _labelled(place: Place, numbered: _Numbered) -> Iterator[Diagnostic]:
    address, num, label, span = numbered
    read = _READERS[type(place.node)]
    if isinstance(place.node, Paragraph):
        if not place.node.label.text:
            return
    elif not label:
        return
    said = read(label, len(address.items) - 1)
    if said and said != num:
        yield _told(codes.law_references.LabelDiffers(label=label, num=num), address, span)


_READERS: dict[type, Callable[[str, int], str | None]] = {
    Article: lambda label, _: article_num(label),
    Paragraph: lambda label, _: paragraph_num(label),
    Item: item_num,
}


def _told(payload: Payload, address: Address, span: Span) -> Diagnostic:
    return finding(payload, address, span)


def _twice(members: list[_Numbered]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for address, num, label, span in members:
        if num in seen:
            yield _told(codes.law_references.NumberTwice(label=label), address, span)
        seen.add(num)


def _gaps(members: list[_Numbered], starts: bool) -> Iterator[Diagnostic]:
    last: tuple[int, ...] = (0,)
    before = ""
    for address, num, label, span in members:
        if not (starts or before):
            last = (sort_key(num)[0] - 1,)
        if not _follows(last, sort_key(num)):
            payload = codes.law_references.NumberingGap(found=label, before=before)
            yield _told(payload, address, span)
        last, before = sort_key(num.split(":")[-1]), label


def _follows(last: tuple[int, ...], own: tuple[int, ...]) -> bool:
    """1 → 2, 1 → 1_2, 1_2 → 1_3 or 2; a number that comes again is told as such."""
    if own == last or own == (last[0] + 1,):
        return True
    if own == (*last, 2):
        return True
    return any(own == (*last[:depth], last[depth] + 1) for depth in range(1, len(last))) or (
        len(own) == 2 and own[0] == last[0] + 1 and own[1] == 2
    )
