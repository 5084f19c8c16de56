"""The printed provisions of a specification that has no outline: words for a drafter to take over into a text.

Owns: their order, what stands above each of them.
Refuses to know: how words are made, formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from regcheck.documents.instrument.emit import Format
from regcheck.documents.instrument.flow import Flow, Line, Role, title_line
from regcheck.documents.material import Material, place_order, place_words
from regcheck.documents.planning.flows import plan_flow
from regcheck.documents.planning.plan import Plan
from regcheck.documents.planning.wanted import Wanted
from regcheck.documents.provision import Item, Provision
from regcheck.documents.sections.preface import own_instruments
from regcheck.law.words import Words
from regcheck.model.specification import Header

NAME = "provisions"
_FORMATS = (Format.DOCX,)
"""A page to read is index.html."""


def plan_provisions(material: Material, wanted: Wanted, draft: bool) -> Plan:
    """The provisions as a file to edit; nothing where none is printed."""
    if not any(_provisions(material)):
        return {}
    return plan_flow(NAME, "印刷した条文", partial(_flow, material), wanted, draft, _FORMATS)


def _provisions(material: Material) -> Iterator[tuple[Header, Provision]]:
    spec, printed = material.spec, material.printed
    yield from ((spec.predicates[name].header, words) for name, words in printed.predicates.items())
    yield from ((spec.plans[name].header, words) for name, words in printed.plans.items())


def _flow(material: Material) -> Flow:
    named = next((one.header.name for one in own_instruments(material)), "条文案")
    listed = sorted(_provisions(material), key=lambda one: place_order(one[0]))
    lines = (line for header, provision in listed for line in _lines(header, provision))
    return Flow(title=named, blocks=(title_line(named), *lines))


def _lines(header: Header, provision: Provision) -> Iterator[Line]:
    """The name in brackets, then the 項; the first stands behind the place that it is meant for."""
    caption = Words(f"（{header.name}）")
    yield Line(role=Role.CAPTION, parts=(caption,), first=1, rest=2, keeps=True)
    for paragraph in provision.paragraphs:
        label = paragraph.label or place_words(header)
        yield _line(Role.PARAGRAPH, label, paragraph.text, 0)
        yield from _items(paragraph.items, 1)


def _items(items: Sequence[Item], depth: int) -> Iterator[Line]:
    for item in items:
        yield _line(Role.ITEM, item.label, item.text, depth)
        yield from _items(item.items, depth + 1)


def _line(role: Role, label: str, text: str, depth: int) -> Line:
    labels = (Words(label),) if label else ()
    return Line(role=role, parts=(*labels, Words(text)), labels=len(labels), first=depth, rest=depth + 1)
