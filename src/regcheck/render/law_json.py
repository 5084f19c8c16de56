"""What was read of laws as one object for programs, regcheck-law/1.

Owns: the shape that law-1.schema.json publishes: each law with its provisions, references, terms and findings.
Refuses to know: terminals, how a law is read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.wording import Language, words
from regcheck.law.places import Place, places
from regcheck.law.plain import one_text, said
from regcheck.law.reading import ReadLaw
from regcheck.law.references import Reference, Status
from regcheck.law.terms import Definition
from regcheck.law.tree import Article, Item, Law, Paragraph
from regcheck.render.excerpt import position
from regcheck.render.machine import Json
from regcheck.render.page import visible

SCHEMA = "regcheck-law/1"


def laws_text(laws: Sequence[ReadLaw], language: Language) -> str:
    """The object as text that ends with a line break."""
    made: dict[str, Json] = {"schema": SCHEMA, "laws": [_law(one, language) for one in laws]}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _law(read: ReadLaw, language: Language) -> Json:
    law = read.law
    counts = Counter(one.status for one in read.references)
    return {
        "file": read.source.name,
        "title": law.name if law else None,
        "number": law.number.text if law else None,
        "kind": law.number.kind.value if law else None,
        "summary": {
            "articles": sum(isinstance(place.node, Article) for place in places(law)) if law else 0,
            "references": {status.value: counts[status] for status in Status},
            "findings": len(read.diagnostics),
        },
        "provisions": list(_provisions(law)) if law else [],
        "references": [_reference(one) for one in read.references],
        "terms": [_term(one) for one in read.definitions],
        "diagnostics": [_diagnostic(one, read, language) for one in read.diagnostics],
    }


def _provisions(law: Law) -> Iterator[Json]:
    for place in places(law):
        yield {
            "address": str(place.address),
            "caption": _caption(place),
            "text": _text(place),
        }


def _caption(place: Place) -> str:
    node = place.node
    return node.caption.text if isinstance(node, Article | Paragraph) else ""


def _text(place: Place) -> str:
    """The words of a 項 or 号 itself; of an article nothing, for its 項 have them."""
    node = place.node
    if isinstance(node, Paragraph | Item):
        return said(node)
    return "" if isinstance(node, Article) else one_text(node)[:_HEAD]


_HEAD = 200
"""Signs of a 附則, 別表 or 様式 that are enough to know it by."""


def _reference(one: Reference) -> Json:
    return {
        "at": str(one.said.address),
        "text": one.text,
        "law": (one.law.number or one.law.name) if one.law else None,
        "targets": [str(target) for target in one.targets],
        "from": str(one.range_from) if one.range_from else None,
        "status": one.status.value,
    }


def _term(one: Definition) -> Json:
    return {"term": one.name, "at": str(one.said.address), "made": one.made.value}


def _diagnostic(one: Diagnostic, read: ReadLaw, language: Language) -> Json:
    told = words(one.payload, language)
    place = one.place
    line, column = position(place, read.source) if place and read.source.text else (None, None)
    return {
        "code": one.code.id,
        "name": one.code.name,
        "severity": one.severity,
        "message": visible(told.headline),
        "file": read.source.name,
        "line": line,
        "column": column,
        "provisions": list(one.provisions),
        "advice": told.advice,
        "fingerprint": one.fingerprint,
    }
