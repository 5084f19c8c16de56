"""Collecting findings while items are built.

Owns: the place a finding hangs on, the list of findings, and breaking off what was already reported.
Refuses to know: what is wrong with anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Fix, Payload
from regcheck.frozen import Frozen, Mutable, field, replace
from regcheck.model.provisions import provision_label
from regcheck.model.specification import Header
from regcheck.source.span import Span

T = TypeVar("T")
R = TypeVar("R")


class Broken(Exception):  # noqa: N818 - the way out of a broken item, not an error of the program
    """What was being built cannot be; the reason has been reported (or was, where the name is declared)."""


class Place(Frozen):
    """An item and the labels (号, イ, （１）) that lead to the part under work."""

    header: Header
    labels: tuple[str, ...] = ()
    above: str = ""
    """The item that this one is part of: 手続「審査」 of a rule."""

    @property
    def item(self) -> str:
        """指定基準「X」."""
        return f"{self.header.keyword}「{self.header.name}」"

    @property
    def anchor(self) -> str:
        names = (self.item, *self.labels)
        return "/".join((self.above, *names) if self.above else names)

    def labelled(self, label: str) -> Place:
        """The place one label further in."""
        return replace(self, labels=(*self.labels, label)) if label else self


class Findings(Mutable, kw_only=True):
    """The findings so far, in the order in which they were made."""

    found: list[Diagnostic] = field(default_factory=list)

    def report(
        self,
        place: Place,
        payload: Payload,
        span: Span,
        *,
        label: str = "",
        others: Iterable[Annotation] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        """Add a finding at a span of a place."""
        self.found.append(
            Diagnostic(
                payload=payload,
                annotations=(Annotation(span=span, label=label), *others),
                provisions=(provision_label(place.header, place.labels),),
                fixes=fixes,
                anchor=place.anchor,
            )
        )

    def broken(self, place: Place, payload: Payload, span: Span, *, fixes: tuple[Fix, ...] = ()) -> Broken:
        """Report, and give the exception with which to break off what is being built."""
        self.report(place, payload, span, fixes=fixes)
        return Broken()


def both(first: Callable[[], T], second: Callable[[], R]) -> tuple[T, R]:
    """Build two things, so that the faults of both are reported, and break off if either was broken."""
    try:
        left = first()
    except Broken:
        second()
        raise
    return left, second()


def gather(build: Callable[[T], R], parts: Iterable[T]) -> tuple[R, ...]:
    """Build every part, so that all faults are reported, and break off if any part was broken."""
    built: list[R] = []
    broken = False
    for part in parts:
        try:
            built.append(build(part))
        except Broken:
            broken = True
    if broken:
        raise Broken
    return tuple(built)
