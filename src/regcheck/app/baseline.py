"""baseline.toml: findings that are accepted, each with its reason.

Owns: reading and writing the file beside the specs, and what is wrong with it.
Refuses to know: how findings are made or shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from regcheck.analysis.report import KnownFinding
from regcheck.app.toml import read_toml
from regcheck.diagnostics import codes as kinds
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.frozen import Frozen, field
from regcheck.source.span import SourceText, Span

_KEYS = ("fingerprint", "code", "where", "reason")


class Baseline(Frozen):
    """The accepted findings by fingerprint, and what is wrong with the file itself."""

    known: Mapping[str, KnownFinding] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    source: SourceText | None = None


def read_baseline(name: str, data: bytes) -> Baseline:
    """The baseline in a file's bytes; `name` is the file as shown to the user."""
    tables = read_toml(name, data)
    if isinstance(tables, Payload):
        source = SourceText(name, "")
        return Baseline(diagnostics=(_problem(tables, source, ""),), source=source)
    source = SourceText(name, data.decode().removeprefix("\ufeff"))
    known: dict[str, KnownFinding] = {}
    problems = tuple(_read_lines(tables, source, known))
    return Baseline(known=known, diagnostics=problems, source=source)


def _read_lines(
    tables: Mapping[str, object], source: SourceText, known: dict[str, KnownFinding]
) -> Iterator[Diagnostic]:
    rows = tables.get("known", [])
    for key in sorted(set(tables) - {"known"}):
        yield _problem(kinds.files.StrangeBaselineLine(what=key), source, key)
    for row in rows if isinstance(rows, list) else [rows]:
        found = _line(row)
        if isinstance(found, Payload):
            yield _problem(found, source, str(row.get("fingerprint", "")) if isinstance(row, dict) else "")
        elif found.fingerprint in known:
            yield _problem(
                kinds.files.BaselineTwice(fingerprint=found.fingerprint), source, found.fingerprint
            )
        else:
            known[found.fingerprint] = found


def _line(row: object) -> KnownFinding | Payload:
    if not isinstance(row, dict) or not isinstance(row.get("fingerprint"), str):
        return kinds.files.StrangeBaselineLine(what="known")
    texts = {key: str(row.get(key, "")).strip() for key in _KEYS}
    if strange := sorted(set(row) - set(_KEYS)):
        return kinds.files.StrangeBaselineLine(what=strange[0])
    if not texts["reason"]:
        return kinds.files.BaselineWithoutReason(fingerprint=texts["fingerprint"])
    return KnownFinding(**texts)


def unused(
    baseline: Baseline, met: Sequence[Diagnostic], codes: frozenset[str] | None = None
) -> tuple[Diagnostic, ...]:
    """A diagnostic per baseline line whose finding was not met any more. Of the lines, those of `codes` only;
    without, all but those of findings that only `mutate` makes."""
    fingerprints = {diagnostic.fingerprint for diagnostic in met}
    source = baseline.source or SourceText("", "")
    return tuple(
        _problem(
            kinds.files.BaselineUnused(fingerprint=known.fingerprint, code=known.code, where=known.where),
            source,
            known.fingerprint,
        )
        for known in baseline.known.values()
        if known.fingerprint not in fingerprints and kinds.mutation.is_looked_for((known.code,), codes)
    )


def baseline_line(known: KnownFinding) -> str:
    """The finding as a [[known]] table, to be appended to the file."""
    lines = [f"{key} = {_toml(getattr(known, key))}" for key in _KEYS]
    return "\n".join(["[[known]]", *lines, ""])


def _toml(text: str) -> str:
    """A TOML basic string; JSON strings are ones, once DEL is escaped too."""
    import json  # only a finding that is accepted is written

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _problem(payload: Payload, source: SourceText, needle: str) -> Diagnostic:
    start = source.text.find(needle) if needle else -1
    span = Span(source.name, start, start + len(needle)) if start >= 0 else Span(source.name, 0, 0)
    return Diagnostic(payload=payload, annotations=_place(span), anchor=f"baseline/{needle}")


def _place(span: Span) -> tuple[Annotation, ...]:
    return (Annotation(span=span),)
