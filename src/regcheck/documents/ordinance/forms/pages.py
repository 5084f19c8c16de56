"""Plans of 様式 → the forms that are printed, beside the law that names them.

Owns: the texts of a form, in page order; laws in full where a form first names them; files of forms by their numbers.
Refuses to know: pages, formats, whether a form asks for everything that it should.

A form is filled in by someone who has only its page: 法 in the texts of the articles is 「…に関する法律」 in each text of a
form, and 同法 where the text names it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from regcheck.documents.instrument.flow import Flow
from regcheck.documents.instrument.form import Card, Field, Form
from regcheck.documents.instrument.from_form import form_flow
from regcheck.documents.ordinance.citing import Mention, Speaker
from regcheck.documents.ordinance.draft import Draft, Introduction, LawReference, Piece
from regcheck.documents.ordinance.forms.texts import in_arabic, picture_of
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.documents.ordinance.outline.plans import FormPlan, Style
from regcheck.frozen import Frozen, field, replace
from regcheck.law.address import Address
from regcheck.law.labels import item_title
from regcheck.law.sentences import sentences_of
from regcheck.law.tree import Appendix, Framed, Item, Law, Picture, Supplement
from regcheck.law.words import Words
from regcheck.model.specification import Instrument
from regcheck.source.numerals import from_kanji

_NUMBER = re.compile(
    r"様式第(?P<n>[一二三四五六七八九十百0-9０-９]+)(?:（(?P<variant>[一二三四五六七八九十]+)）)?"
)
_AGAIN = {"政令": "同令", "省令": "同令"}
"""What an instrument is called when it is named again, by its 種別."""


class Forms(Frozen):
    """The forms that have fields, by the names that the tree has for their files."""

    by_file: Mapping[str, Form]
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Everything that each of them says, by its title, with numbers as the articles have them."""
    mentions: tuple[Mention, ...] = ()
    """The references in their texts: the n-th text of a form stands as its n-th 号."""


NO_FORMS = Forms(by_file={})


def forms_of(draft: Draft, style: Style, numbering: Numbering, laws: Mapping[str, Instrument]) -> Forms:
    """The forms of a draft."""
    found: dict[str, Form] = {}
    texts: dict[str, tuple[str, ...]] = {}
    again = {name: replace(law, abbreviation=_AGAIN.get(law.kind, "同法")) for name, law in laws.items()}
    speaker = Speaker(numbering, again)
    for ident, title in numbering.forms.items():
        if draft.forms[ident].fields:
            said = _said(draft.form_texts[ident], title, speaker)
            texts[title] = tuple(said.values())
            found[picture_of(title)] = _form(draft.forms[ident], said, style)
    return Forms(by_file=found, texts=texts, mentions=tuple(speaker.mentions))


def with_form_texts(law: Law, texts: Mapping[str, tuple[str, ...]]) -> Law:
    """The law with the texts of its forms in place of their pictures, for a reader that follows references."""
    return replace(law, after=tuple(_with_texts(part, texts) for part in law.after))


def _with_texts(part: Supplement | Appendix, texts: Mapping[str, tuple[str, ...]]) -> Supplement | Appendix:
    if not isinstance(part, Appendix) or part.title.text not in texts:
        return part
    items = (
        Item(num=str(n), title=Words(item_title(str(n), 0)), sentences=sentences_of(Words(text)))
        for n, text in enumerate(texts[part.title.text], 1)
    )
    return replace(part, blocks=tuple(items))


def _said(texts: Mapping[str, tuple[Piece, ...]], title: str, speaker: Speaker) -> dict[str, str]:
    """The words of every text."""
    return {
        text: speaker.words(tuple(_in_full(pieces)), Address(title, items=(str(n),)))
        for n, (text, pieces) in enumerate(texts.items(), 1)
    }


def _in_full(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a text, with every law in full where it comes first."""
    met: set[str] = set()
    for piece in pieces:
        if isinstance(piece, LawReference) and piece.law not in met:
            met.add(piece.law)
            yield replace(piece, introduces=Introduction(number=False, short=False))
        else:
            yield piece


def _form(plan: FormPlan, said: Mapping[str, str], style: Style) -> Form:
    def say(text: str) -> str:
        words = said.get(text, text)
        return words if style.kanji_forms else in_arabic(words)

    return Form(
        title=say(plan.title),
        fields=tuple(
            Field(
                say(one.label),
                say(one.group),
                say(one.given),
                entries=tuple(map(say, one.entries)),
                rows=one.rows,
            )
            for one in plan.fields
        ),
        date=say(plan.date),
        addressee=say(plan.addressee),
        filer=tuple(map(say, plan.filer)),
        opening=say(plan.opening),
        remarks=tuple(map(say, plan.remarks)),
        card=Card(photo=plan.card.photo, back=tuple(map(say, plan.card.back))) if plan.card else None,
    )


# ---------------------------------------------------------------- files


def form_files(law: Law, forms: Mapping[str, Form]) -> Iterator[tuple[str, Flow]]:
    """Every form of a law as a document of its own, by the name of its file: 04-1 of 様式第四（一）."""
    for part in law.appendices:
        for block in part.blocks:
            picture = block.body if isinstance(block, Framed) else None
            if isinstance(picture, Picture) and picture.source in forms:
                number = part.title.text + part.related.text
                yield _file_name(part.title.text, part.num), form_flow(forms[picture.source], number)


def _file_name(title: str, num: str) -> str:
    found = _NUMBER.match(title)
    if not found:
        return num.zfill(2)
    number = from_kanji(found["n"]) or int(found["n"])
    variant = f"-{from_kanji(found['variant'])}" if found["variant"] else ""
    return f"{number:02}{variant}"
