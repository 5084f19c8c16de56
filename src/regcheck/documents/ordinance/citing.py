"""Pieces of a line → its words: references as short as their place allows.

Owns: 前条, 次条, 前項, 前号, 同条, 同項, この条; what goes on after 及び without its law and article.
Refuses to know: numbers, templates, where terms are made.

同条 and 同項 take up what was named last in the same sentence, in as many brackets or fewer, and nothing else: so a
reader, and a machine that reads the text back, cannot take them for another provision.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from regcheck.documents.ordinance.draft import (
    AnnexUse,
    FormUse,
    Introduction,
    LawReference,
    OwnPlace,
    OwnReference,
    Piece,
    Proved,
    TermUse,
    Unsettled,
)
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.law.labels import item_title
from regcheck.law.sentences import depths
from regcheck.model.specification import Instrument
from regcheck.source.numerals import to_kanji

_GOES_ON = re.compile(r"(?:及び|又は|並びに|若しくは|、|から|まで及び|までの規定及び)")
_OWN, _APPENDED = "", "様式"


class _Named(Frozen):
    """What was named last in the sentence: by which law, where it ended, in how many brackets, what it wrote."""

    law: str
    address: Address
    end: int
    depth: int
    wrote: str
    """The words themselves: 同項 takes up only what wrote a 項, 同号 only what wrote a 号."""


class Mention(Frozen):
    """A reference as it was put into words: where it stands, and the provisions that were meant."""

    here: Address
    words: str
    law: str
    """"" for the ordinance itself."""
    meant: tuple[Address, ...]


class Speaker:
    """Puts the pieces of lines into words."""

    def __init__(self, numbering: Numbering, laws: Mapping[str, Instrument]) -> None:
        self._numbering, self._laws = numbering, laws
        self.mentions: list[Mention] = []
        """Every reference that was put into words, in reading order."""

    def words(self, pieces: Sequence[Piece], here: Address) -> str:
        """The words of a line that stands at an address."""
        return _Line(self._numbering, self._laws, here, self.mentions).said(pieces)


class Outsider(Speaker):
    """Puts lines into words for a document that is not the ordinance: nothing in it is 前条 or この項."""

    def words(self, pieces: Sequence[Piece], here: Address) -> str:
        return super().words(pieces, replace(here, part="要綱", article=""))


class _Line:
    def __init__(
        self,
        numbering: Numbering,
        laws: Mapping[str, Instrument],
        here: Address,
        mentions: list[Mention],
    ) -> None:
        self._numbering, self._laws, self._here = numbering, laws, here
        self._mentions = mentions
        self._text = ""
        self._last: _Named | None = None

    def said(self, pieces: Sequence[Piece]) -> str:
        for piece in pieces:
            if isinstance(piece, Unsettled) and piece.shown.startswith("第") and self._ends_with_reference():
                self._mentions.pop()  # which provision it is, is not known yet
            self._put(piece)
        return self._text

    def _ends_with_reference(self) -> bool:
        return self._last is not None and self._last.end == len(self._text)

    def _put(self, piece: Piece) -> None:
        match piece:
            case str():
                self._text += piece
            case Proved(text=text):
                self._text += text
            case Unsettled(shown=shown):
                self._text += shown
            case FormUse(form=form):
                self._appended(self._numbering.forms[form])
            case AnnexUse(position=position):
                self._appended(self._numbering.annexes[position])
            case TermUse(term=term):
                self._text += term
            case OwnReference(targets=targets):
                self._several([self._numbering.places[target] for target in targets])
            case OwnPlace(address=address):
                self._own(address)
            case LawReference():
                self._law(piece)

    def _appended(self, title: str) -> None:
        """A 様式 or 別表: 様式第九、第一項 would be read as a 項 of it."""
        self._text += title
        self._last = _Named(
            law=_APPENDED, address=Address(title), end=len(self._text), depth=self._depth, wrote=""
        )

    # ------------------------------------------------------------ what was named before

    def _recent(self) -> _Named | None:
        """What 同条 would take up here: the last one of the sentence, if no more brackets are open around it."""
        last = self._last
        if last is None or "。" in _outside(self._text[last.end :]):
            return None
        return last if last.depth <= self._depth else None

    @property
    def _depth(self) -> int:
        return self._text.count("（") - self._text.count("）")

    def _goes_on(self, last: _Named) -> bool:
        return last.depth == self._depth and _GOES_ON.fullmatch(self._text[last.end :]) is not None

    def _write(
        self, law: str, address: Address, before: str, words: str, several: tuple[Address, ...] = ()
    ) -> None:
        """Put down a reference; `before` is the name of its law."""
        self._text += before + words
        meant = several or (address,)
        self._mentions.append(Mention(here=self._here, words=words, law=law, meant=meant))
        if not words.startswith("この"):
            end = len(self._text)
            self._last = _Named(law=law, address=address, end=end, depth=self._depth, wrote=words)

    # ------------------------------------------------------------ other laws

    def _law(self, piece: LawReference) -> None:
        if piece.address is None:
            self._text += self._law_name(piece.law, piece.introduces)
            return
        last = self._recent()
        if last and last.law == piece.law and piece.introduces is None:
            words = self._shorter(last, piece.address)
            if words or self._goes_on(last):
                self._write(piece.law, piece.address, "", words or str(piece.address))
                return
        name = self._law_name(piece.law, piece.introduces)
        self._write(piece.law, piece.address, name, str(piece.address))

    def _law_name(self, law: str, introduces: Introduction | None) -> str:
        found = self._laws[law]
        short, title = found.abbreviation or law, found.title or law
        if introduces is None:
            return short
        number = found.number if introduces.number else ""
        scope = self._scope(introduces) if introduces.short and short != title else ""
        inside = "。".join(part for part in (number, f"{scope}「{short}」という。" if scope else "") if part)
        return f"{title}（{inside}）" if inside else title

    def _scope(self, introduces: Introduction) -> str:
        inner = _Line(self._numbering, self._laws, self._here, self._mentions)
        return inner.said(introduces.scope)

    def _shorter(self, last: _Named, target: Address) -> str:
        """第二項 that goes on, 同号イ, 同項第一号, 同条第三項; "" where it has to be named in full."""
        if not _is_in(target, last.address):
            return ""
        if self._goes_on(last) and (rest := _without(target, last.address)):
            return "" if _is_lone(last.wrote) and not _is_lone(rest) else rest
        if last.address.paragraph == target.paragraph:
            if "号" in last.wrote and target.items and last.address.items[:1] == target.items[:1]:
                return "同号" + _below(target) + target.inside
            if "項" in last.wrote:
                return "同項" + _items(target) + target.inside
        if "条" not in last.wrote:
            return ""
        return "同条" + _paragraph(target) + _items(target) + target.inside

    # ------------------------------------------------------------ the ordinance itself

    def _several(self, targets: Sequence[Address]) -> None:
        """前二項, or one after the other."""
        if words := self._before_here(targets):
            self._write(_OWN, targets[-1], "", words, tuple(targets))
            return
        for position, target in enumerate(targets):
            if position:
                self._text += "及び" if position == len(targets) - 1 else "、"
            self._own(target)

    def _before_here(self, targets: Sequence[Address]) -> str:
        """前二条, 前二項 or 前二号, if the provisions are those right before this one."""
        for unit, level in (("条", "article"), ("項", "paragraph"), ("号", "items")):
            numbers = [_last_number(target, level, self._here) for target in targets]
            own = _last_number(self._here, level, self._here)
            wanted = [own - back for back in range(len(targets), 0, -1)]
            if len(targets) > 1 and own and numbers == wanted:
                return f"前{to_kanji(len(targets))}{unit}"
        return ""

    def _own(self, target: Address) -> None:
        target = self._numbering.shortest(target)
        words, last = self._own_words(target), self._recent()
        if last is None or not self._goes_on(last) or words.startswith(("前", "次", "この", "同")):
            self._write(_OWN, target, "", words)
        elif last.law != _OWN:
            self._write(_OWN, target, "この省令", str(target))  # 法第五条及び第一条 would be of the Act
        elif _is_in(target, last.address) or "条" in words:
            self._write(_OWN, target, "", words)
        else:
            self._write(_OWN, target, "", str(target))  # 第一条及び第三項 would be of 第一条

    def _own_words(self, target: Address) -> str:
        here, last = self._here, self._recent()
        shorter = self._shorter(last, target) if last and last.law == _OWN else ""
        if _is_in(target, here):
            return self._same_article(target, shorter)
        return shorter or self._article(target) + _paragraph(target) + _items(target)

    def _article(self, target: Address) -> str:
        here = self._here
        if target.part == here.part and here.article and target.article:
            step = int(target.article) - int(here.article)
            if step in (-1, 1):
                return "前条" if step < 0 else "次条"
        return target.part + Address("", target.article).provision

    def _same_article(self, target: Address, shorter: str) -> str:
        here = self._here
        single = self._numbering.is_single(here)
        if not target.paragraph and not target.items and not single:
            return "この条"
        if single or target.paragraph == here.paragraph:
            return self._same_paragraph(target, shorter) or ("この条" if single else "この項")
        if shorter and not shorter.startswith("同条"):
            return shorter
        step = int(target.paragraph) - int(here.paragraph)
        near = {-1: "前項", 1: "次項"}.get(step)
        return (near or _paragraph(target)) + _items(target)

    def _same_paragraph(self, target: Address, shorter: str) -> str:
        here = self._here
        if not target.items:
            return ""
        if shorter and not shorter.startswith(("同条", "同項")):
            return shorter
        if here.items[:1] == target.items[:1]:
            return _below(target) or "この号"
        step = int(target.items[0]) - int(here.items[0]) if here.items else 0
        near = {-1: "前号", 1: "次号"}.get(step)
        return near + _below(target) if near else _items(target)


def _is_lone(words: str) -> bool:
    """Whether only what lies below a 号 is named: after 「第一号イ及びロ」 a reader no longer has its 条 at hand."""
    return bool(words) and not any(unit in words for unit in "条項号")


def _is_in(one: Address, other: Address) -> bool:
    return (one.part, one.article) == (other.part, other.article)


def _last_number(address: Address, level: str, here: Address) -> int:
    """The number of a provision that ends at a level and is otherwise that of `here`; 0 for any other."""
    match level:
        case "article":
            same, number = address.part == here.part, address.article
            ends = address == here or not (address.paragraph or address.items)
        case "paragraph":
            same, number = (address.part, address.article) == (here.part, here.article), address.paragraph
            ends = address == here or not address.items
        case _:
            same = address.up == here.up and len(address.items) == 1
            number, ends = "".join(address.items[:1]), True
    return int(number) if same and ends and number.isdecimal() else 0


def _outside(text: str) -> str:
    """The text without what stands in brackets that it opens itself."""
    return "".join(sign for sign, depth in zip(text, depths(text), strict=True) if depth == 0)


def _paragraph(address: Address) -> str:
    return f"第{to_kanji(int(address.paragraph))}項" if address.paragraph else ""


def _items(address: Address) -> str:
    if not address.items:
        return ""
    first, *_ = address.items
    return Address("", "", "", (first,)).provision + _below(address)


def _below(address: Address) -> str:
    """イ（１）: what stands below the 号."""
    return "".join(item_title(num, level) for level, num in enumerate(address.items) if level)


def _without(target: Address, last: Address) -> str:
    """What is left to be named when the last one goes before: 第二項, 第三号, ロ."""
    if target.paragraph != last.paragraph:
        return (
            _paragraph(target) + _items(target) + target.inside if target.paragraph and last.paragraph else ""
        )
    if not target.items or not last.items:
        return ""
    if len(target.items) > 1 and target.items[:-1] == last.items[:-1]:
        return item_title(target.items[-1], len(target.items) - 1)
    return _items(target) + target.inside
