"""The ordinance as it goes out, read again: what is proved are the words of the file.

Owns: the way through 法令標準XML and back, and the first line that does not survive it.
Refuses to know: what the words say, how the file is made or read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.problems import told
from regcheck.law.from_xml import from_xml
from regcheck.law.plain import lines
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Law
from regcheck.source.span import SourceText


def read_again(law: Law) -> Law | tuple[Diagnostic, ...]:
    """The law that a reader finds in its XML, or what is wrong with the file."""
    return from_xml(SourceText("ordinance.xml", to_xml(law)))


def check_survives(composed: Law, read: Law) -> Iterator[Diagnostic]:
    """Nothing of what was composed is lost or changed in the file, proved or not."""
    if read == composed:
        return
    pairs = zip_longest(lines(composed), lines(read), fillvalue="")
    was, found = next(((one, other) for one, other in pairs if one != other), ("", ""))
    yield told(codes.documents.PrintAltered(composed=was, read=found), composed.name)
