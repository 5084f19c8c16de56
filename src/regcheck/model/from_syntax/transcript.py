"""What is transcribed of a law: which items stand at which provisions, and what cites them.

Owns: every provision that items write down, with what it is called; every citation of an item; looking one up.
Refuses to know: days, findings, what a provision says.

A provision is written down by the 条項 of an item and by the numbers of the lists inside it: an item at
第五十条第一項 with a list is also at 第五十条第一項第八号, where it is called by the names in that 号. The 条項 of a
委任 is not its own place: it cites.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from regcheck.frozen import Frozen
from regcheck.model.from_syntax.chronology import Moment
from regcheck.model.from_syntax.citing import Instruments, instrument_at, instruments_by_file
from regcheck.model.from_syntax.items import NamedItem, named_items
from regcheck.model.from_syntax.versions import is_unread
from regcheck.model.provisions import normalise_provision, provision_label
from regcheck.model.specification import Header
from regcheck.syntax import ast


class Passage(Frozen):
    """What stands at a provision: an item, or a part of one, by the names it goes by."""

    provision: str
    item: NamedItem
    names: tuple[str, ...]
    is_number: bool = False
    """Whether it is a number of a list inside the item."""


class Reference(Frozen):
    """A citation of an item: where it leads, as it is written, and what it says that it means."""

    item: NamedItem
    instrument: str
    provision: str
    written: ast.CitationText

    @property
    def shown(self) -> str:
        """「法」第五十条第一項第十四号."""
        source = f"「{self.written.source}」" if self.written.source else ""
        return source + self.provision


class Unknown(Frozen):
    """未確定「改正後の第五十二条」: a provision whose words nobody has read, from the 施行 of the item on."""

    item: ast.PlaceholderItem
    instrument: str
    provision: str

    def covers(self, instrument: str, provision: str, moment: Moment) -> bool:
        """Whether a provision is part of it, at a moment when its words are unknown."""
        return is_unread(self.item, moment) and self.holds(instrument, provision)

    def holds(self, instrument: str, provision: str) -> bool:
        """Whether a provision is part of it: 第五十二条第一項 of 第五十二条, and not 第五十二条の二."""
        inside = provision.startswith(self.provision) and provision[len(self.provision) :][:1] != "の"
        return inside and instrument == self.instrument


class Transcript(Frozen):
    """Everything that is written down, by 法令 and provision, the provisions that have a list, and those whose words
    are unknown from some day on."""

    places: Mapping[tuple[str, str], Sequence[Passage]]
    lists: Mapping[tuple[str, str], Sequence[NamedItem]]
    unknown: Sequence[Unknown] = ()

    def unknown_at(self, instrument: str, provision: str, moment: Moment) -> Unknown | None:
        """What says that the words of a provision are not known."""
        return next((one for one in self.unknown if one.covers(instrument, provision, moment)), None)

    def at(self, instrument: str, provision: str) -> Sequence[Passage]:
        """What stands at a provision on some day."""
        return self.places.get((instrument, provision), ())

    def called(self, instrument: str, name: str) -> Iterator[Passage]:
        """What goes by a name in a 法令, on some day, the innermost place of each item."""
        for (of, _), passages in self.places.items():
            if of == instrument:
                yield from (passage for passage in passages if name in passage.names)

    def listing(self, provision: tuple[str, str]) -> Sequence[NamedItem]:
        """The items with a list one number of which a provision would be."""
        instrument, text = provision
        return self.lists.get((instrument, _above(text)), ())


def transcript_of(files: Sequence[ast.File], reader: Reader) -> Transcript:
    """What some files transcribe."""
    places: dict[tuple[str, str], list[Passage]] = {}
    lists: dict[tuple[str, str], list[NamedItem]] = {}
    for item in named_items(files):
        for header, name, body in _parts(item):
            for text in header.provisions:
                if text.provision:
                    for passage in _passages(item, name, normalise_provision(text.provision), body):
                        places.setdefault((reader.cited(text, item), passage.provision), []).append(passage)
    for (instrument, _), passages in places.items():
        for passage in passages:
            if passage.is_number:
                lists.setdefault((instrument, _above(passage.provision)), []).append(passage.item)
    return Transcript(places=places, lists=lists, unknown=tuple(_unknown(files, reader)))


def _unknown(files: Sequence[ast.File], reader: Reader) -> Iterator[Unknown]:
    for item in named_items(files):
        if type(item) is ast.PlaceholderItem and item.header.effective is not None:
            for instrument, provision in reader.places(item):
                yield Unknown(item=item, instrument=instrument, provision=provision)


class Reader(Frozen):
    """What it takes to read citations: the 法令 of the files, by place and by name."""

    instruments: Instruments
    known: Mapping[str, str]

    def own(self, item: NamedItem) -> str:
        """The 法令 that an item is part of."""
        return instrument_at(self.instruments, item.span)

    def places(self, item: NamedItem) -> Iterator[tuple[str, str]]:
        """The 法令 and provisions at which an item stands."""
        for text in item.header.provisions:
            if text.provision:
                yield self.cited(text, item), normalise_provision(text.provision)

    def cited(self, text: ast.CitationText, item: NamedItem) -> str:
        """The 法令 that a citation in an item means."""
        return self.known.get(text.source, text.source) or self.own(item)

    def references(self, item: NamedItem) -> Iterator[Reference]:
        """The citations of an item that lead to a provision."""
        for text in _citations(item):
            if text.provision and not text.free:
                yield Reference(
                    item=item,
                    instrument=self.cited(text, item),
                    provision=normalise_provision(text.provision),
                    written=text,
                )


def reader_of(files: Sequence[ast.File]) -> Reader:
    """The reader of some files."""
    items = [i for file in files for i in file.items if type(i) is ast.InstrumentItem]
    names = {name: item.name.text for item in items for name in (item.title, item.abbreviation) if name}
    known = names | {item.name.text: item.name.text for item in items}
    return Reader(instruments=instruments_by_file(files), known=known)


# ---------------------------------------------------------------- what an item writes down


def _parts(item: NamedItem) -> Iterator[tuple[ast.HeaderLines, str, ast.Clause | None]]:
    """The item, and the rules of a 手続, each with its name and what is said there."""
    if type(item) is ast.DelegationItem or type(item) is ast.PlaceholderItem:
        return
    body = item.body if type(item) is ast.PredicateItem or type(item) is ast.AssumptionItem else None
    yield item.header, item.name.text, body
    for line in item.lines if type(item) is ast.ProcedureItem else ():
        match line:
            case ast.RuleLine(header=header, name=name, when=when):
                yield header, name.text, when if isinstance(when, ast.ListClause) else None
            case ast.AppliedLine(header=header, procedure=procedure):
                yield header, procedure.text, None
            case _:
                continue


def _passages(item: NamedItem, name: str, provision: str, body: ast.Clause | None) -> Iterator[Passage]:
    names = () if body is None or isinstance(body, ast.ListClause) else _names(body)
    yield Passage(provision=provision, item=item, names=(name, *names))
    if body is not None:
        yield from _numbers(item, Header(name="", provision=(provision,)), body, ())


def _numbers(
    item: NamedItem, header: Header, clause: ast.Clause, labels: tuple[str, ...]
) -> Iterator[Passage]:
    """The 号, イ and （１） of a list, however deep."""
    for part in clause.items if type(clause) is ast.ListClause else ():
        inner = (*labels, part.label)
        yield Passage(
            provision=provision_label(header, inner),
            item=item,
            names=tuple(_names(part.body)),
            is_number=True,
        )
        yield from _numbers(item, header, part.body, inner)


def _names(clause: ast.Clause) -> Iterator[str]:
    """What a condition goes by: the values and terms that it names, else its fact."""
    match clause:
        case (
            ast.IsClause(values=[_, *_])
            | ast.ContainsClause(values=[_, *_])
            | ast.PossessClause(values=[_, *_])
        ):
            yield from (value.text for value in clause.values)
        case ast.BelongsClause(terms=terms):
            yield from (term.name.text for term in terms)
        case ast.HasClause(path=path) | ast.PossessClause(path=path) | ast.IsClause(path=path):
            yield path.steps[-1].text
        case ast.ConnectiveClause(parts=parts):
            for part in parts:
                yield from _names(part)
        case ast.ListClause(lead=lead):
            yield from _names(lead) if lead is not None else ()
        case _:
            return


def _above(provision: str) -> str:
    """The provision that a number stands in: 第五十条第一項 of 第五十条第一項第八号; "" if it is no number of a list."""
    head, number, _ = provision.rpartition("第")
    return head if number and "号" in provision[len(head) :] else ""


# ---------------------------------------------------------------- what an item cites


def _citations(item: NamedItem) -> Iterable[ast.CitationText]:
    """出典, 根拠, and the provision that a 委任 fills, of the item and of the rules of a 手続."""
    yield from item.header.sources
    if type(item) is ast.DelegationItem:
        yield from item.header.provisions
    elif type(item) is ast.InstrumentItem:
        yield from item.basis
    elif type(item) is ast.ProcedureItem:
        for line in item.lines:
            if isinstance(line, ast.RuleLine | ast.AppliedLine):
                yield from line.header.sources
            if isinstance(line, ast.RuleLine) and line.penalty is not None:
                yield from line.penalty.sources
