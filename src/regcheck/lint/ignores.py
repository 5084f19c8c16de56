"""Comments that accept a finding in its place: # regcheck: ignore[RC503] 理由.

Owns: reading these comments, what they accept, and telling those that accept nothing or give no reason.
Refuses to know: what the findings are about.

A comment accepts findings that point at its own line; alone on a line, at the item it stands in: from the
line of the next keyword above to the line before the next one below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from regcheck.diagnostics import codes as kinds
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.frozen import Frozen
from regcheck.source.span import SourceText, Span

_COMMENT = r"[#＃][ \u3000]*regcheck[ \u3000]*[:：][ \u3000]*ignore(?:\[([^\]\n]*)\])?(.*)"
_CODE = r"RC\d{3}"


class Ignore(Frozen):
    """One comment: the codes it names, the lines on which it accepts findings, and its own place."""

    codes: tuple[str, ...]
    reason: str
    file: str
    lines: range
    span: Span


def ignores(source: SourceText) -> Iterator[Ignore]:
    """Every such comment of a file, in order."""
    if "regcheck" not in source.text:
        return
    for match in re.finditer(_COMMENT, source.text):
        line = source.line_of(match.start())
        alone = not source.text[source.line_starts[line - 1] : match.start()].strip()
        yield Ignore(
            codes=tuple(re.findall(_CODE, match[1] or "")),
            reason=match[2].strip(),
            file=source.name,
            lines=_item_lines(source, line) if alone else range(line, line + 1),
            span=Span(source.name, match.start(), match.end()),
        )


def _item_lines(source: SourceText, line: int) -> range:
    """The lines of the item around a comment line; before the first item, those of the item that follows."""
    starts = [n for n in range(1, len(source.line_starts) + 1) if _begins_item(source.line(n))]
    column_zero = not source.line(line)[:1].isspace()
    first = next((n for n in starts if n > line), None) if column_zero else None
    if first is None:
        first = max((n for n in starts if n <= line), default=line)
    last = next((n for n in starts if n > first), len(source.line_starts) + 1)
    return range(min(first, line), last)


def _begins_item(text: str) -> bool:
    return bool(text) and not text[0].isspace() and text[0] not in "#＃|｜"


class Acceptance(Frozen):
    """What the comments of some files come to: the comment by the fingerprint it accepts, and what is wrong."""

    accepted: Mapping[str, Ignore]
    complaints: tuple[Diagnostic, ...]


def accept_ignored(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, SourceText], codes: frozenset[str] | None = None
) -> Acceptance:
    """The findings that comments accept; comments that accept nothing, or say no reason, are findings. Of the
    comments, those of `codes` only; without, all but those of findings that only `mutate` makes."""
    written = [ignore for name in sorted(sources) for ignore in ignores(sources[name])]
    found = [ignore for ignore in written if kinds.mutation.is_looked_for(ignore.codes, codes)]
    valid = [ignore for ignore in found if ignore.codes and ignore.reason]
    accepted = dict[str, Ignore]()
    used = set[Ignore]()
    for diagnostic in diagnostics:
        hiding = [ignore for ignore in valid if _accepts(ignore, diagnostic, sources)]
        used.update(hiding)
        if hiding:
            accepted[diagnostic.fingerprint] = hiding[0]
    complaints = tuple(_complaint(ignore) for ignore in found if ignore not in used)
    return Acceptance(accepted=accepted, complaints=complaints)


def _accepts(ignore: Ignore, diagnostic: Diagnostic, sources: Mapping[str, SourceText]) -> bool:
    """Findings about the tool itself cannot be accepted."""
    place = diagnostic.place
    if place is None or place.file != ignore.file or diagnostic.code.is_internal:
        return False
    return diagnostic.code.id in ignore.codes and sources[place.file].line_of(place.start) in ignore.lines


def _complaint(ignore: Ignore) -> Diagnostic:
    valid = ignore.codes and ignore.reason
    return Diagnostic(
        payload=kinds.dead.UnusedIgnore(codes=ignore.codes) if valid else kinds.dead.IgnoreWithoutReason(),
        annotations=(Annotation(span=ignore.span),),
        anchor=f"{ignore.file}/{','.join(ignore.codes)}",
    )
