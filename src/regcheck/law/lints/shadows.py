"""A term of the ordinance that the Act above it has made already, for something else.

Owns: the same name made by the Act and by the ordinance.
Refuses to know: what a term means. A definition that takes up the Act's own term (「法第n条に規定するX（以下「X」という。）」)
says the same and is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.places import Places
from regcheck.law.terms import Definition, Made
from regcheck.law.tree import Kind

_BELOW = frozenset({Kind.CABINET_ORDER, Kind.MINISTERIAL_ORDINANCE, Kind.RULE})


def check_shadows(subject: Subject) -> Iterator[Diagnostic]:
    """An order or ordinance whose Act is in the library."""
    above = _act(subject) if subject.law.number.kind in _BELOW else None
    if above is None:
        return
    made_above = _everywhere(above)
    for own in subject.terms.definitions:
        other = made_above.get(own.name)
        if other is not None and not _takes_up(own):
            payload = codes.law_references.TermShadowsAct(
                term=own.name, act=above.law.name, definition=str(other.said.address)
            )
            yield in_sentence(payload, own.said, own.start, own.end)


def _act(subject: Subject) -> Places | None:
    """The Act that most references lead into."""
    counts: Counter[str] = Counter()
    for one in subject.references:
        found = subject.library.find(one.law) if one.law else None
        if found and found.law is not subject.law and found.law.number.kind is Kind.ACT:
            counts[found.law.number.text] += 1
    most = max(counts, key=lambda number: (counts[number], number), default="")
    return subject.library.laws.get(most)


def _everywhere(act: Places) -> Mapping[str, Definition]:
    """The terms that hold in the whole Act, or in a whole 章 or 節 of it."""
    terms = Subject(act.law).terms
    return {
        one.name: one
        for one in reversed(terms.definitions)
        if one.made is not Made.BORROWED and (one.scope.everywhere or one.scope.division)
    }


def _takes_up(own: Definition) -> bool:
    """Whether the sentence has the name before it makes it, or says that it is what another provision says."""
    text, name = own.said.sentence.text, re.escape(own.name)
    return own.name in text[: own.start] or bool(
        re.search(rf"(?:規定する|掲げる){name}をいう", text[own.end :])
    )
