"""Whether a Lawtext says what its law says.

Owns: which fields Lawtext has no form for, and the first of the others that would not come back.
Refuses to know: how Lawtext is written and read.

Of every node each field is either in UNSAID or compared: a field that is put into the tree is one of the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import Any

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.refused import RefusedError
from regcheck.frozen import Frozen, compared_fields, replace
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.to_lawtext import to_lawtext
from regcheck.law.tree import Frame, Framed, Item, Law, Paragraph, Sentence
from regcheck.law.words import Mark, Words
from regcheck.source.span import SourceText, shown

UNSAID = {
    "Law": {"subject", "language"},
    "Number": {"era", "year", "num", "kind", "promulgated"},
    "Title": {"kana", "abbreviation", "abbreviation_kana"},
    "Main": {"extract"},
    "Entry": {"num", "deleted"},
    "Supplement": {"type"},
    "Appendix": {"num", "rest"},
    "Division": {"num", "deleted", "rest"},
    "Article": {"num", "common_caption", "caption_after", "deleted", "rest"},
    "Paragraph": {"num", "common_caption", "rest"},
    "Item": {"num", "deleted", "rest"},
    "Column": {"num", "line_break", "rest"},
    "Sentence": {"function", "num", "rest"},
    "Framed": {"rest"},
    "Picture": {"words", "layout"},
    "Table": {"rest"},
    "Remarks": {"line_break"},
}
"""Readings, numbers that labels say, how a node is set in type: a Lawtext is not refused for them."""

_NAME = "law.txt"


def lawtext_of(law: Law) -> str:
    """The law as Lawtext. Raises RefusedError for what would not come back from it (RC734)."""
    text = to_lawtext(law)
    lost = first_lost(law, from_lawtext(SourceText(_NAME, text)))
    if lost is not None:
        told = codes.law_files.LostInLawtext(text=shown(lost))
        raise RefusedError(Diagnostic(payload=told, anchor=told.text))
    return text


def first_lost(law: Law, back: Law | tuple[Diagnostic, ...]) -> str | None:
    """The words at which the two part, or None where they say the same."""
    if not isinstance(back, Law):
        return next((one.payload.text for one in back if hasattr(one.payload, "text")), law.name)
    last = law.name
    for ours, theirs in zip_longest(_said(law), _said(back)):
        last = str(ours[-1]) if ours and isinstance(ours[-1], str) and ours[-1] else last
        if ours != theirs:
            return last
    return None


Said = tuple[Any, ...]


def _said(node: Any) -> Iterator[Said]:
    """All that a node says, in order: names of nodes and fields, values, words with their marks."""
    match node:
        case Words():
            yield (node.marks, re.sub(r"\s+", " ", node.text.strip()))
        case Frozen():
            yield ("begins", type(node).__name__, "")
            for name in compared_fields(type(node)):
                if name not in UNSAID.get(type(node).__name__, ()):
                    yield ("field", name, "")
                    yield from _said(getattr(_alike(node), name))
            yield ("ends", "")
        case tuple():
            for part in _joined(node):
                yield from _said(part)
        case _:
            yield ("value", node or None, "")


def _alike(node: Frozen) -> Frozen:
    """The node in the one form that Lawtext has for it: 備考 below its table, a table for a sentence below its item."""
    match node:
        case Framed():
            return replace(node, before=(), after=(*node.before, *node.after))
        case Item(table=table) if table:
            framed = Framed(frame=Frame.TABLE, body=table)
            return replace(node, table=None, blocks=(framed, *node.blocks))
        case Paragraph():
            return replace(node, blocks_first=bool(node.blocks_first and node.items and node.blocks))
        case _:
            return node


def _joined(parts: tuple[Any, ...]) -> Iterator[Any]:
    """Sentences that follow each other as one: a Lawtext cuts them at their 。."""
    for is_said, run in groupby(parts, key=lambda part: isinstance(part, Sentence)):
        held = list(run)
        if not is_said:
            yield from held
            continue
        text, marks = "", list[Mark]()
        for one in held:
            marks += (replace(m, start=m.start + len(text), end=m.end + len(text)) for m in one.words.marks)
            text += one.words.text
        yield Words(text, tuple(marks))
