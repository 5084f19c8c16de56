"""What is still 〇 in an ordinance.

Owns: finding it in the finished tree, and the name of the 未確定 behind it.
Refuses to know: whether the text is to be final.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.draft import Draft, Manner, Unsettled, lines_of
from regcheck.documents.problems import told
from regcheck.frozen import replace
from regcheck.law.address import ENACTMENT, Address
from regcheck.law.places import spoken
from regcheck.law.tree import Law
from regcheck.model.specification import Specification
from regcheck.source.span import NOWHERE

_OPEN = re.compile("[^、。（）「」　]{0,4}〇年(?:〇月〇日)?[^、。（）「」　]{0,12}|第〇[条項号]")


def check_settled(spec: Specification, draft: Draft, law: Law) -> Iterator[Diagnostic]:
    """A finding for everything that is printed as 〇."""
    names = dict(_names(spec, draft))
    spans = {address: line.span for address, line in lines_of(draft)}
    texts = [
        ("法令番号", Address("法令番号"), law.number.text),
        *((str(ENACTMENT), ENACTMENT, words.text) for words in law.enactments),
        *((str(one.address), replace(one.address, inside=""), one.sentence.text) for one in spoken(law)),
    ]
    for place, address, text in texts:
        shown = _OPEN.findall(text)
        known = names.get(address, [])
        for position, one in enumerate(shown):
            name = known[position] if position < len(known) else ""
            payload = codes.ordinance.StillUnsettled(place=place, shown=one, name=name)
            yield told(payload, place, spans.get(address, NOWHERE))
    for form, said in draft.form_texts.items():
        for piece in (piece for pieces in said.values() for piece in pieces if isinstance(piece, Unsettled)):
            plan = draft.forms[form]
            payload = codes.ordinance.StillUnsettled(place=plan.title, shown=piece.shown, name=piece.name)
            yield told(payload, form, plan.span)


def _names(spec: Specification, draft: Draft) -> Iterator[tuple[Address, list[str]]]:
    """The 未確定 of every line, in the order of its words."""
    yield ENACTMENT, [piece.name for piece in draft.enactment if isinstance(piece, Unsettled)]
    for address, line in lines_of(draft):
        if line.printed and line.printed.manner is Manner.PLAN:
            for stage in spec.plans[line.printed.item].stages:
                if isinstance(stage.start, str):
                    yield replace(address, items=(str(stage.number),)), [stage.start]
        named = [piece.name for piece in line.pieces if isinstance(piece, Unsettled)]
        if named:
            yield address, named
