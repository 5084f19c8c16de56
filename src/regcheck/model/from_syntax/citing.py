"""条項 and 出典 across items: two items at one place, items without a source, to which 法令 a provision belongs.

Owns: findings about the headers of a built specification, and the 法令 of an item and of a citation.
Refuses to know: the form of a single citation (headers.py), what stands at a provision (transcript.py).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation
from regcheck.model.from_syntax.findings import Findings, Place
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header
from regcheck.source.span import Span
from regcheck.syntax import ast

_MAY_SHARE = ("委任", "手続", "未確定")
"""Items that stand at a provision of which they are not the text: several may."""

SOURCED = ("前提", "定義", "指定基準", "対象事業", "設備区分", "維持管理区分", "段階", "区分表", "確認")
"""Items that say what the law is, and so must say where they have it from."""


def check_sources(headers: Iterable[Header], own: frozenset[str], findings: Findings) -> None:
    """Every own item that says what the law is has a 出典."""
    for header in headers:
        if header.keyword in SOURCED and header.span.file in own and not header.sources:
            place = Place(header=header)
            findings.report(
                place, codes.citation.MissingSource(item=place.item), header.span, label=place.item
            )


def check_provisions(
    headers: Iterable[Header], files: Sequence[ast.File], own: frozenset[str], findings: Findings
) -> None:
    """No two own items stand at one place of one 法令."""
    instruments = instruments_by_file(files)
    seen: dict[tuple[str, str], Header] = {}
    for header in headers:
        if header.span.file not in own or header.keyword in _MAY_SHARE:
            continue
        for provision in dict.fromkeys(header.provision):
            first = seen.setdefault((instrument_at(instruments, header.span), provision), header)
            if first is not header:
                _report(findings, first, header, provision)


def _report(findings: Findings, first: Header, second: Header, provision: str) -> None:
    titles = (item_title(first), item_title(second))
    other = Annotation(span=first.span, label=titles[0], primary=False)
    payload = codes.citation.DuplicateProvision(provision=provision, items=titles)
    findings.report(Place(header=second), payload, second.span, label=titles[1], others=(other,))


Instruments = Mapping[str, Sequence[tuple[int, str]]]
"""The 法令 of each file, with the offset where each begins."""


def instruments_by_file(files: Sequence[ast.File]) -> Instruments:
    """Where the 法令 of some files stand."""
    return {
        file.name: [
            (item.span.start, item.name.text) for item in file.items if type(item) is ast.InstrumentItem
        ]
        for file in files
    }


def instrument_at(instruments: Instruments, span: Span) -> str:
    """The 法令 an item belongs to: the last one before it in its file, else the last one of its folder."""
    before = [name for start, name in instruments.get(span.file, ()) if start <= span.start]
    if before:
        return before[-1]
    folder = posixpath.dirname(span.file)
    near = [
        names[-1][1] for name, names in instruments.items() if names and posixpath.dirname(name) == folder
    ]
    return near[-1] if near else folder
