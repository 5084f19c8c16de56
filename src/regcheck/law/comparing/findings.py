"""What a comparison finds: references that stayed behind.

Owns: the finding for each, at its place in the new version.
Refuses to know: how they were found.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.law.comparing.comparison import Comparison
from regcheck.law.comparing.references import LeftBehind
from regcheck.law.references import Status


def findings(comparison: Comparison) -> tuple[Diagnostic, ...]:
    """A finding for every reference that was left behind, in reading order."""
    return tuple(_findings(comparison))


def _findings(comparison: Comparison) -> Iterator[Diagnostic]:
    for behind in comparison.references.left_behind:
        place = str(behind.reference.said.address)
        span = behind.reference.span
        yield Diagnostic(
            payload=_payload(behind, place),
            annotations=(Annotation(span=span, label=behind.reference.text),) if span.file else (),
            provisions=(place,),
            anchor=place,
        )


def _payload(behind: LeftBehind, place: str) -> Payload:
    reference = behind.reference
    is_there = reference.status is Status.FOUND and bool(reference.targets)
    points = str(reference.targets[-1]) if is_there else ""
    if behind.destination is None:
        return codes.comparing.ReferenceToRemoved(
            place=place, reference=reference.text, target=str(behind.target), points=points
        )
    return codes.comparing.ReferenceLeftBehind(
        place=place,
        reference=reference.text,
        target=str(behind.target),
        destination=str(behind.destination),
        points=points,
    )
