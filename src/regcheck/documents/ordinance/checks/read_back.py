"""The finished ordinance, read back from its tree alone: its conditions and its references.

Owns: finding the words of every item in the tree, and what they say to a reader who knows only names.
Refuses to know: how words and references are made; terms, the solver.

An item begins where its name stands as the head of a sentence (Xは、 or Xとは、); what the template says before it only
says which delegation it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.from_statutory import StatutoryReader, Unread
from regcheck.documents.from_statutory.periods import Timed
from regcheck.documents.ordinance.citing import Mention
from regcheck.documents.ordinance.draft import (
    AnnexUse,
    Draft,
    Line,
    Manner,
    Proved,
    articles_of,
    lines_of,
    paragraphs_of,
)
from regcheck.documents.phrasebook import Phrasebook
from regcheck.documents.print_proofs.conditions import read_back as read_items
from regcheck.documents.print_proofs.pairs import Finding, Pair
from regcheck.documents.print_proofs.periods import read_periods
from regcheck.documents.printed import Printed
from regcheck.documents.problems import told
from regcheck.documents.provision import Item as PrintedItem, Paragraph as PrintedParagraph, Provision
from regcheck.frozen import replace
from regcheck.law import tree
from regcheck.law.address import ENACTMENT, Address
from regcheck.law.law_names import Library
from regcheck.law.places import Places
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.references import Follower, Reference
from regcheck.model.provisions import item_title
from regcheck.model.specification import Predicate, PredicateKind, Specification
from regcheck.source.numerals import to_kanji

_LEAD = re.compile(
    r"(?:次の各号|(?P<annex>別表(?:第[一二三四五六七八九十]+)?)の(?P<left>[上左]欄))に掲げる(?P<criterion>基準に該当する)?(?P<subject>.+?)(?P<what>と)?は、"
    r"それぞれ(?:当該各号|同表の(?P<right>[下右]欄))に定める(?P=subject)(?:とする|(?P<is>をいう))。"
)
_FORMS = {
    (True, False, False): PredicateKind.CRITERION,
    (False, True, True): PredicateKind.DEFINITION,
    (False, False, False): None,
}
"""What a sentence above a 対応号 makes of its names, by the words in which it is unlike others; None is any category."""


def with_derived(spec: Specification, draft: Draft) -> Specification:
    """The specification with the conditions that the ordinance names itself."""
    return replace(spec, predicates={**spec.predicates, **draft.derived})


def read_law(spec: Specification, draft: Draft, law: tree.Law) -> Iterator[Finding]:
    """Every item in the tree beside that of the specification. `spec` has the derived conditions."""
    reading = _Reading(spec, law, draft.phrases)
    yield from reading.periods(draft)
    for address, line in lines_of(draft):
        if line.printed and line.printed.manner is not Manner.ENTRY:
            found = {line.printed.item: reading.provision(address, line)}
            is_plan = line.printed.manner is Manner.PLAN
            printed = Printed(plans=found) if is_plan else Printed(predicates=found)
            yield from _at(address, read_items(spec, printed, draft.phrases))
    for address, article in articles_of(draft):
        for place, line in paragraphs_of(address, article):
            yield from _at(place, reading.list(place, line, draft))


def _at(address: Address, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same with the place in the ordinance."""
    for finding in findings:
        yield finding if isinstance(finding, Diagnostic) else replace(finding, place=placed(address))


def placed(address: Address) -> str:
    """ordinance/第二条第一項: where a line of the ledger says that something is printed."""
    return f"ordinance/{address}"


class _Reading:
    def __init__(self, spec: Specification, law: tree.Law, phrases: Phrasebook) -> None:
        self._spec, self._law = spec, law
        self._places = Places.of(law)
        self._reader = StatutoryReader(spec, phrases)

    # ------------------------------------------------------------ rules and plans

    def provision(self, address: Address, line: Line) -> Provision:
        """The 項 of an item as they stand in the tree, from the name of the item on."""
        assert line.printed is not None
        first, *others = (self._paragraph(address, position) for position in range(line.printed.paragraphs))
        head = replace(first, label="", text=_from_name(first.text, line.printed.item))
        return Provision(paragraphs=(head, *others))

    def _paragraph(self, address: Address, position: int) -> PrintedParagraph:
        place = self._places.find(replace(address, paragraph=str(int(address.paragraph) + position)))
        node = place.node if place else None
        if not isinstance(node, tree.Paragraph):
            return PrintedParagraph(text="")
        return PrintedParagraph(
            text="".join(sentence.text for sentence in node.sentences),
            label=node.label.text,
            items=tuple(_item(item) for item in node.items),
        )

    # ------------------------------------------------------------ 期間 and 期限

    def periods(self, draft: Draft) -> Iterator[Finding]:
        """Every 期間 and 期限 that a line has, as the words of its place in the tree say it."""
        for address, line in lines_of(draft):
            printed = [piece for piece in line.pieces if isinstance(piece, Proved) and piece.period]
            for name in dict.fromkeys(piece.procedure for piece in printed):
                timed = Timed.of(self._spec, self._spec.procedures[name])
                names = [piece.period for piece in printed if piece.procedure == name]
                yield from read_periods(timed, names, self._text(address), placed(address))

    def _text(self, address: Address) -> str:
        """The words of a 項 or 号, without what stands below it."""
        place = self._places.find(address)
        match place.node if place else None:
            case tree.Paragraph(sentences=sentences):
                return "".join(sentence.text for sentence in sentences)
            case tree.Item() as item:
                return _item(item).text
            case _:
                return ""

    # ------------------------------------------------------------ 対応号 and 別表

    def list(self, address: Address, line: Line, draft: Draft) -> Iterator[Finding]:
        """The 対応号 of a 項, or the 別表 that stands for it; nothing for any other 項."""
        annex = next((piece for piece in line.pieces if isinstance(piece, AnnexUse)), None)
        rows = draft.annexes[annex.position].lines if annex else line.lines
        names = [row.printed.item for row in rows if row.printed]
        if names:
            yield from self._list(address, names)

    def _list(self, address: Address, names: Sequence[str]) -> Iterator[Finding]:
        predicates = [self._spec.predicates[name] for name in names]
        paragraph = self._paragraph(address, 0)
        lead = _LEAD.search(paragraph.text)
        items = self._rows(lead["annex"], lead) if lead and lead["annex"] else paragraph.items
        try:
            if lead is None or lead["subject"].strip("「」") != predicates[0].subject:
                raise Unread(paragraph.text, "")
            kind = predicates[0].kind
            if _form_of(lead) is not (kind if kind in _FORMS.values() else None):
                raise Unread(paragraph.text, lead[0][-6:])
            read = self._reader.read_entries(_lines(lead[0], items), predicates[0].subject)
        except Unread as error:
            yield from self._unread(predicates[0], error)
            return
        if [one.name for one in read] != names:
            yield self._misses(predicates[0])
        for predicate, found in zip(predicates, read, strict=False):
            yield Pair(
                name=item_title(predicate.header),
                header=predicate.header,
                subject=predicate.subject,
                wanted=predicate.body,
                found=found.body,
            )

    def _rows(self, title: str, lead: re.Match[str]) -> tuple[PrintedItem, ...]:
        """The rows of a 別表 as 号, if its columns are called as the sentence says."""
        appendix = next((one for one in self._law.appendices if one.title.text == title), None)
        framed = appendix.blocks[0] if appendix and appendix.blocks else None
        table = framed.body if isinstance(framed, tree.Framed) else None
        if not isinstance(table, tree.Table):
            return ()
        heads = tuple(words.text for words in table.headings[0]) if table.headings else ()
        if heads != (lead["left"], lead["right"]):
            return ()
        return tuple(_row(row, number) for number, row in enumerate(table.rows, 1))

    def _unread(self, predicate: Predicate, error: Unread) -> Iterator[Diagnostic]:
        title = item_title(predicate.header)
        payload = codes.documents.PrintUnreadable(item=title, near=error.near, line=error.line)
        yield told(payload, title, predicate.header.span)

    def _misses(self, predicate: Predicate) -> Diagnostic:
        title = item_title(predicate.header)
        return told(codes.documents.PrintMisses(item=title, what="名前"), title, predicate.header.span)


def _form_of(lead: re.Match[str]) -> PredicateKind | None:
    said = bool(lead["criterion"]), bool(lead["what"]), bool(lead["is"])
    if said not in _FORMS:
        raise Unread(lead[0], lead[0][-6:])
    return _FORMS[said]


def _from_name(text: str, name: str) -> str:
    """The text from where the name is the head of the sentence; all of it where that is nowhere."""
    found = re.search(f"(?:「{re.escape(name)}」|{re.escape(name)})と?は、", text)
    return text[found.start() :] if found else text


def _item(item: tree.Item) -> PrintedItem:
    said = "".join(sentence.text for sentence in item.sentences)
    columns = ("".join(sentence.text for sentence in column.sentences) for column in item.columns)
    return PrintedItem(
        label=item.title.text,
        text=said or WIDE_SPACE.join(columns),
        items=tuple(_item(below) for below in item.items),
    )


def _row(row: tree.Row, number: int) -> PrintedItem:
    """A row as a 号: the name, the space between the columns, what is set for it."""
    cells = [_cell(cell) for cell in row.cells]
    text = WIDE_SPACE.join(text for text, _ in cells)
    return PrintedItem(
        label=to_kanji(number), text=text, items=tuple(item for _, below in cells for item in below)
    )


def _cell(cell: tree.Cell) -> tuple[str, tuple[PrintedItem, ...]]:
    match cell.content:
        case (tree.Item() as item,):
            whole = _item(item)
            return whole.text, whole.items
        case content:
            return "".join(part.text for part in content if isinstance(part, tree.Sentence)), ()


def _lines(lead: str, items: Sequence[PrintedItem]) -> tuple[str, ...]:
    paragraph = PrintedParagraph(text=lead, items=tuple(items))
    return Provision(paragraphs=(paragraph,)).lines


# ---------------------------------------------------------------- references


def check_references(
    law: tree.Law, mentions: Sequence[Mention], titles: dict[str, str], library: Library | None = None
) -> Iterator[Diagnostic]:
    """Every reference, followed by a reader of laws, leads to the provision that was meant."""
    follower = Follower(law, library)
    found: dict[Address, list[Reference]] = {}
    for reference in follower.references():
        found.setdefault(replace(reference.said.address, inside=""), []).append(reference)
    for mention in mentions:
        at_hand = found.get(mention.here, [])
        one = next((one for one in at_hand if one.text.startswith(mention.words)), None)
        if one is not None:
            at_hand.remove(one)
            if _leads(follower.places, one, mention, titles):
                continue
        elif mention.here == ENACTMENT or not re.search("[条項号]", mention.words):
            continue  # a lone イ is a reference to a reader only before some words
        meant = "、".join(map(str, mention.meant))
        payload = codes.ordinance.ReferenceMisread(place=str(mention.here), words=mention.words, meant=meant)
        yield told(payload, str(mention.here))


def _leads(places: Places, found: Reference, mention: Mention, titles: dict[str, str]) -> bool:
    if mention.law:
        same_law = found.law is not None and found.law.name.endswith(titles[mention.law])
        return same_law and tuple(map(_bare, found.targets)) == tuple(map(_bare, mention.meant))
    wanted = [places.find(target) for target in mention.meant]
    reached = [places.find(_bare(target)) for target in found.targets]
    return found.law is None and None not in wanted and reached == wanted


def _bare(address: Address) -> Address:
    """Without ただし書 and 各号, which the template writes behind the reference."""
    return replace(address, inside="", items=() if address.items == ("*",) else address.items)
