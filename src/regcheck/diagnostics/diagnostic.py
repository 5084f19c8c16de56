"""One finding about a user's text, and everything that is said about it.

Owns: the Diagnostic, its payload protocol, annotations, fixes, evidence and fingerprint.
Refuses to know: how a diagnostic is shown, which pass made it, files, Z3.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import ClassVar

from msgspec.structs import force_setattr

from regcheck.digests import sha256
from regcheck.frozen import Family, Frozen, compared_fields
from regcheck.source.span import Span


class Severity(StrEnum):
    """ERROR and WARNING count for the exit code; INFO is talk."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(Frozen, kw_only=False):
    """The stable identity of a kind of finding: RC201, unknown-name."""

    id: str
    name: str
    severity: Severity = Severity.ERROR

    @property
    def is_internal(self) -> bool:
        """RC9xx: about the tool and its budget, not about the user's text."""
        return self.id.startswith("RC9")


class Words(Frozen, kw_only=False):
    """What is said in one language: one plain clause without 。, and what to do about it."""

    headline: str
    advice: str = ""


class Payload(Family):
    """The facts of one kind of finding; a subclass per code, in diagnostics/codes/<family>.py.

    A field declared as `detail()` is a detail (the case that was found): it is told, and leaves the
    fingerprint alone.
    """

    CODE: ClassVar[Code]

    def ja(self) -> Words:
        raise NotImplementedError

    def en(self) -> Words:
        raise NotImplementedError


class Annotation(Frozen):
    """A place in the text; the label is the user's own words or a provision, never prose."""

    span: Span
    label: str = ""
    primary: bool = True


class Applicability(StrEnum):
    """Whether a fix may be made without a look."""

    SAFE = "safe"
    SUGGESTED = "suggested"


class Fix(Frozen):
    """Replace the text of a span."""

    span: Span
    replacement: str
    applicability: Applicability = Applicability.SUGGESTED


class Example(Frozen):
    """A row of a 事実表 that is such a case itself: its name, the facts that decide, how many more there are."""

    name: str
    facts: tuple[tuple[str, str], ...] = ()
    others: int = 0


class Step(Frozen):
    """A day of a run of a 手続: an event with who does it, or the end of a period or limit (without anybody).

    `counts` says which day of each period in force it is, the first one being 1; `provisions` are those that speak
    of the event or set the day.
    """

    day: date
    what: str
    who: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    provisions: tuple[str, ...] = ()


class Evidence(Frozen):
    """A replayed case: its deciding facts, what comes out of them, and the case as spec text.

    Of a run of a 手続, `run` has its days in order and `absent` the events that do not happen; then `facts` are only
    those of the 対象 that the 手続 is about.

    `further` are cases that differ from it and from each other in what decides, where they were asked for;
    `is_all` says that there are no others.
    """

    facts: Sequence[tuple[str, str]] = ()
    outcomes: Sequence[tuple[str, str]] = ()
    snippet: str = ""
    run: tuple[Step, ...] = ()
    absent: tuple[str, ...] = ()
    example: Example | None = None
    further: tuple[Evidence, ...] = ()
    is_all: bool = False


class Diagnostic(Frozen):
    """A finding: payload, places, provisions, fixes, evidence; compared by fingerprint."""

    payload: Payload
    annotations: tuple[Annotation, ...] = ()
    provisions: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    evidence: Evidence | None = None
    anchor: str = ""
    """The item (and 号) the finding hangs on, for the fingerprint: 指定基準「X」/一."""
    fingerprint: str = ""

    def __post_init__(self) -> None:
        parts = [self.code.id, self.anchor]
        parts += [f"{name}={getattr(self.payload, name)!r}" for name in compared_fields(type(self.payload))]
        digest = sha256("\x1f".join(parts).encode()).hexdigest()[:16]
        force_setattr(self, "fingerprint", digest)

    @property
    def code(self) -> Code:
        return type(self.payload).CODE

    @property
    def severity(self) -> Severity:
        return self.code.severity

    @property
    def place(self) -> Span | None:
        """The primary span, or None for a finding about a whole project."""
        return next((a.span for a in self.annotations if a.primary), None)
