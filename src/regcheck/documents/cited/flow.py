"""What an ordinance cites → 参照条文, as it is laid out.

Owns: the head of each law, its articles, what is said below each.
Refuses to know: formats, which provisions are cited.

The words of a provision are those of the stored tree, laid out as any law is: nothing is written again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.calendar.dates import date_in_japanese
from regcheck.documents.cited.abridging import abridged
from regcheck.documents.cited.citations import CitedArticle, CitedLaw
from regcheck.documents.cited.stored import Amendment, StoredLaw
from regcheck.documents.instrument.flow import Block, Flow, Line, Role, title_line
from regcheck.documents.instrument.from_provision import of_article, of_paragraph
from regcheck.documents.instrument.position import Position
from regcheck.law.address import Address, is_within, joined_names
from regcheck.law.tree import Article, Paragraph
from regcheck.law.words import Words

NAME = "参照条文"
NO_TEXT = "（条文の写しなし）"


def cited_flow(title: str, laws: Sequence[CitedLaw]) -> Flow:
    """（題名）案参照条文: the provisions that an ordinance cites, law by law."""
    whole = f"{title}案{NAME}"
    return Flow(title=whole, blocks=tuple(_blocks(whole, laws)))


def _blocks(title: str, laws: Sequence[CitedLaw]) -> Iterator[Block]:
    yield title_line(title)
    if len(laws) > 1:
        yield Line(role=Role.CONTENTS, parts=(Words("目次"),), keeps=True)
        yield from (
            Line(role=Role.CONTENTS, parts=(Words("○"), Words(_name(law))), labels=1, first=1, rest=2)
            for law in laws
        )
    for law in laws:
        yield from _law(law)


def _name(law: CitedLaw) -> str:
    number = f"（{law.number}）" if law.number else ""
    return f"{law.title}{number}（抄）"


def _law(law: CitedLaw) -> Iterator[Block]:
    yield Line(role=Role.HEADING, parts=(Words("○"), Words(_name(law))), labels=1, rest=1, keeps=True)
    yield from (_note(said, keeps=True) for said in _known(law.stored))
    part = ""
    for cited in law.articles:
        if cited.address.part != part:
            part = cited.address.part
            yield Line(role=Role.SUPPLEMENT, parts=(Words(_wide(part)),), first=3, rest=3, keeps=True)
        yield from _article(cited, law.stored)


def _wide(part: str) -> str:
    return part.replace("附則", "附　則", 1)


def _known(stored: StoredLaw | None) -> Iterator[str]:
    """What is said of the text as a whole."""
    if stored is None:
        yield "この法令の条文の写しは、手元にない。引用する条項は、確かめていない。"
        return
    source = stored.source
    if source.as_of:
        yield f"{date_in_japanese(source.as_of)}現在の条文による。"
    if source.certainty:
        yield f"写しの確かさ　{source.certainty}"


def _article(cited: CitedArticle, stored: StoredLaw | None) -> Iterator[Block]:
    printed = tuple(_printed(cited, stored)) if stored else ()
    if not printed:
        for address in cited.provisions:
            words = (Words(Address("", *_inner(address)).provision), Words(NO_TEXT))
            yield Line(role=Role.ARTICLE, parts=words, labels=1, rest=1, keeps=True)
    yield from printed
    for amendment in stored.later(cited.address) if stored else ():
        yield _note(_changed(amendment, cited.address))
    yield _note(f"（{joined_names([str(place) for place in cited.by])}関係）")


def _inner(address: Address) -> tuple[str, str, tuple[str, ...]]:
    return address.article, address.paragraph, address.items


def _printed(cited: CitedArticle, stored: StoredLaw) -> Iterator[Block]:
    """The provision as its law has it; nothing where the text does not have it."""
    place = stored.places.find(cited.address)
    here = Position(address=cited.address, in_cell=True, above=-1)
    match place.node if place else None:
        case Article() as article:
            yield from of_article(abridged(article, cited.provisions), here)
        case Paragraph() as paragraph:
            yield from of_paragraph(paragraph, here, (), ())
        case _:
            pass


def _changed(amendment: Amendment, article: Address) -> str:
    what = "、".join(str(one) for one in amendment.provisions if is_within(one, article))
    when = f"{date_in_japanese(amendment.day)}施行" if amendment.day else "施行日は確かめられていない"
    return f"注　{what}は、{amendment.by}（{when}）により改められる。改められた後の条文の写しは、手元にない。"


def _note(text: str, *, keeps: bool = False) -> Line:
    return Line(role=Role.NOTE, parts=(Words(text),), first=2, rest=2, keeps=keeps)
