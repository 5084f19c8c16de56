"""様式 in a comparison: what they say goes into the trees, and those that change come out as 別紙 behind the table.

Owns: what is compared of a form; which forms are printed anew, and what stands for them in the table.
Refuses to know: what differs inside of a form, pages, formats.

法令標準XML has only the name of the file of a form, so the words of a form cannot be amended in a cell: a form that changes
in anything is replaced as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from regcheck.digests import sha256
from regcheck.documents.comparison.styles import Style
from regcheck.documents.instrument.flow import lines_of
from regcheck.documents.instrument.form import Form
from regcheck.documents.instrument.from_form import of_form
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.law.comparing import Comparison
from regcheck.law.comparing.faces import Face
from regcheck.law.comparing.pairing import Fate, Pair
from regcheck.law.comparing.pictures import picture_of
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import Unit
from regcheck.law.tree import Annex, Appendix, Block, Frame, Framed, Item, Law, Picture, Sentence, Supplement
from regcheck.law.words import Words, lined
from regcheck.source.numerals import to_kanji

Forms = Mapping[str, Form]
"""By the names that the law has for their files."""


def with_words_of_forms(law: Law, forms: Forms) -> Law:
    """The law with what its forms say in their pictures, so that a comparison looks at it too."""
    return replace(law, after=tuple(_with_words(part, forms) for part in law.after))


def _with_words(part: Supplement | Appendix, forms: Forms) -> Supplement | Appendix:
    if not isinstance(part, Appendix):
        return part
    return replace(part, blocks=tuple(_block(block, forms) for block in part.blocks))


def _block(block: Block | Item, forms: Forms) -> Block | Item:
    if isinstance(block, Framed) and isinstance(block.body, Picture) and block.body.source in forms:
        form = forms[block.body.source]
        lines = (line.words.text for line in lines_of(of_form(form, Address())))
        body = replace(block.body, words=tuple(text for text in lines if text.strip()), layout=_digest(form))
        return replace(block, body=body)
    return block


def _digest(form: Form) -> str:
    """Another for every other form, even if only the room to write in differs."""
    return sha256(repr(form).encode()).hexdigest()[:16]


# ------------------------------------------------------------ those that change


def changed_forms(comparison: Comparison) -> tuple[str, ...]:
    """The names of the forms that are not what they were, in the order of the new version; not of those that only one
    version has."""
    return tuple(str(one.address) for _, top, one in _pictures(comparison) if top.old is not None)


class Annexed(Frozen):
    """A form that is printed anew behind the table."""

    name: str
    """別紙第一."""
    unit: Unit
    """Its picture, in the new version."""
    form: str
    """様式第四（一）, as the instrument that is amended has it."""
    is_added: bool
    appendix: Appendix


def annexed_forms(comparison: Comparison) -> tuple[Annexed, ...]:
    """The forms that change or are added, in the order of the new version."""
    found = list(_pictures(comparison))
    appendices = {part.title.text.partition("　")[0]: part for part in comparison.new.appendices}
    made: list[Annexed] = []
    for number, (picture, top, form) in enumerate(found, 1):
        name = "別紙" if len(found) == 1 else f"別紙第{to_kanji(number)}"
        was = str(top.old.address) if top.old else ""
        now = str(form.address)
        part = appendices[now]
        made.append(
            Annexed(
                name=name,
                unit=picture,
                form=now if was in {"", now} else f"{was}（改正後の{now}）",
                is_added=not was,
                appendix=_behind(part, name, picture),
            )
        )
    return tuple(made)


def _pictures(comparison: Comparison) -> Iterator[tuple[Unit, Pair, Unit]]:
    """The pictures that change or are added, each with the pair and the new unit of its 様式."""
    for top in comparison.pairs:
        for pair in top.walk():
            differs = pair.old is None or pair.new is None or pair.old.key != pair.new.key
            if top.new and pair.new and differs and picture_of(pair.new):
                yield pair.new, top, top.new


def _behind(part: Appendix, name: str, picture: Unit) -> Appendix:
    """The form under the number of its 別紙."""
    own = picture.own
    assert isinstance(own, Framed)
    title = Words(f"{name}　{part.title.text}")
    return Appendix(
        annex=Annex.STYLE,
        title=title,
        related=part.related,
        blocks=(replace(own, frame=Frame.STYLE),),
    )


# ------------------------------------------------------------ in the amending instrument


def said_of_forms(annexed: Sequence[Annexed]) -> Iterator[str]:
    """様式第四及び様式第五を別紙のとおり改める。"""
    for verb, is_added in (("改める", False), ("加える", True)):
        names = [one.form for one in annexed if one.is_added is is_added]
        if names:
            yield f"{_listed(names)}を別紙のとおり{verb}。"


def _listed(names: Sequence[str]) -> str:
    return "及び".join(filter(None, ("、".join(names[:-1]), names[-1])))


def rows_with_annexes(rows: Sequence[Row], annexed: Sequence[Annexed], style: Style) -> Iterator[Row]:
    """The rows, with one for all lines of a form: 別紙のとおり opposite （略）."""
    names = {one.unit.address: one.name for one in annexed}
    for is_form, run in groupby(rows, key=_is_of_form):
        if is_form:
            yield _one_row(list(run), names, style)
        else:
            yield from run


def _is_of_form(row: Row) -> bool:
    face = row.new or row.old
    return face is not None and not face.is_whole and picture_of(face.units[0]) is not None


def _one_row(lines: Sequence[Row], names: Mapping[Address, str], style: Style) -> Row:
    """The heading of a form stands above its lines, so that they are those of one form."""
    old = next((row.old for row in lines if row.old), None)
    new = next((row.new for row in lines if row.new), None)
    name = names[new.units[0].address] if new else ""
    sides = (_said(old, style.left_out, style), _said(new, style.annexed.format(name=name), style))
    fate = Fate.CHANGED if old and new else lines[0].fate
    return replace(lines[0], fate=fate, old=sides[0], new=sides[1])


def _said(face: Face | None, text: str, style: Style) -> Face | None:
    if face is None:
        return None
    words = lined(text, (0, len(text))) if style.lines_signs else Words(text)
    return Face(units=face.units, own=Sentence(words=words))
