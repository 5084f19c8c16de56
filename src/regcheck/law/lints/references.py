"""References lead to provisions that exist.

Owns: telling the ones that do not.
Refuses to know: how they are followed.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.references import Status


def check_references(subject: Subject) -> Iterator[Diagnostic]:
    """Every reference whose law is at hand."""
    for one in subject.references:
        if one.status is Status.MISSING:
            payload = codes.law_references.DanglingReference(
                reference=one.text,
                missing=str(one.missing) if one.missing else "",
                law=one.law.name if one.law else "",
            )
            yield in_sentence(payload, one.said, one.start, one.end)
