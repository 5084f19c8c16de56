"""What the document is, and how far it has been checked.

Owns: instruments, verdict counts, how to read the rest.
Refuses to know: rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.documents.material import Material, citation_words
from regcheck.documents.model import Block, Cell, Link, Note, Section, Table, plain
from regcheck.documents.printed import is_own
from regcheck.documents.to_statutory import day_words
from regcheck.model.specification import Instrument, InstrumentKind


def preface_section(material: Material, draft: bool) -> Section:
    """The first section."""
    return Section(anchor="preface", title="この文書について", blocks=tuple(_blocks(material, draft)))


def own_instruments(material: Material) -> list[Instrument]:
    """The instruments of this specification, the 省令 first."""
    own = [i for i in material.spec.instruments.values() if is_own(material.spec, i.header)]
    return sorted(own, key=lambda i: i.kind is not InstrumentKind.ORDINANCE)


def _blocks(material: Material, draft: bool) -> Iterator[Block]:
    yield Note(lines=(*_as_of(material), *_how_to_read(draft)))
    instruments = own_instruments(material)
    if instruments:
        yield Table(
            anchor="preface-instruments",
            caption="法令案",
            headings=("名称", "種別", "題名", "根拠", "未確定"),
            rows=tuple(_instrument_row(i) for i in instruments),
        )
    yield _summary(material)


def _as_of(material: Material) -> Iterator[str]:
    """Which law it is, if it is not that of every day."""
    day, assumed = material.report.as_of, material.report.assumed
    if day is not None:
        yield f"{day_words(day)}の時点の法令である。" + (
            f"{'、'.join(f'未確定「{name}」' for name in assumed)}は、まだ来ていないものとした。"
            if assumed
            else ""
        )


def _how_to_read(draft: bool) -> Sequence[str]:
    if draft:
        return ("この文書は未検証の案である。指摘が残っているか、証明されていない検査がある。",)
    return (
        "条文の言葉は仕様から作り、印刷した言葉だけから読み戻して、仕様と同じ意味であることを証明した。",
        "各項及び各号の右の欄は、仕様での場所と、その部分についての検証の結果である。",
    )


def _instrument_row(instrument: Instrument) -> tuple[Cell, ...]:
    return (
        Cell(lines=(Link(text=instrument.header.name),), heads=True),
        plain(instrument.kind.value),
        plain(instrument.title),
        plain("、".join(citation_words(c) for c in instrument.basis) or "―"),
        plain("、".join(instrument.pending) or "―"),
    )


def _summary(material: Material) -> Table:
    return Table(
        anchor="preface-summary",
        caption="検証の結果",
        headings=("結果", "件数"),
        rows=tuple(
            (Cell(lines=(Link(text=word),), heads=True), plain(str(number), numeric=True))
            for word, number in material.ledger.summary()
        ),
    )
