"""One finding as a block of lines.

Owns: the order of headline, places, provisions, case, 事例 and advice.
Refuses to know: which findings there are, ledgers, colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.diagnostics.diagnostic import Diagnostic, Evidence, Example, Fix, Severity
from regcheck.diagnostics.wording import Language, words
from regcheck.render.excerpt import excerpt, gutter_width
from regcheck.render.labels import Labels, labels
from regcheck.render.page import Line, Page, Piece, Role, columns, line
from regcheck.render.run import run_lines
from regcheck.source.span import SourceText

_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.INFO: Role.INFO}


def finding(
    diagnostic: Diagnostic, sources: Mapping[str, SourceText], language: Language, *, fingerprint: bool = True
) -> Page:
    """The whole block, without an empty line after it; `fingerprint` for findings that a baseline can accept."""
    said, names = words(diagnostic.payload, language), labels(language)
    indent = " " * (gutter_width(diagnostic.annotations, sources) + 1)
    notes = [
        *_provisions(diagnostic, names),
        *_evidence(diagnostic.evidence, names),
        *_fixes(diagnostic.fixes, sources, names),
        *_note(names.advice, said.advice, names),
        *_note(names.fingerprint, diagnostic.fingerprint if fingerprint else "", names),
    ]
    return (
        _title(diagnostic, said.headline, names),
        *excerpt(diagnostic.annotations, sources),
        *(line(Piece(indent, Role.GUTTER), *note) for note in notes),
    )


def _title(diagnostic: Diagnostic, headline: str, names: Labels) -> Line:
    role = _ROLES[diagnostic.severity]
    code = f"[{diagnostic.code.id} {diagnostic.code.name}]"
    return line(
        Piece(f"{names.severity[diagnostic.severity]}{code}", role),
        names.colon,
        Piece(headline, Role.HEADLINE),
    )


def _note(label: str, text: str, names: Labels) -> Iterator[Line]:
    if text:
        head, *rest = text.splitlines()
        yield line(Piece("= ", Role.GUTTER), Piece(label, Role.LABEL), f"{names.colon}{head}")
        yield from (line("    ", one) for one in rest)


def _provisions(diagnostic: Diagnostic, names: Labels) -> Iterator[Line]:
    yield from _note(names.provisions, names.comma.join(diagnostic.provisions), names)


def _evidence(evidence: Evidence | None, names: Labels) -> Iterator[Line]:
    if evidence is None:
        return
    yield from _run(evidence, names)
    rows = columns([*evidence.facts, *evidence.outcomes])
    yield from _table(names.case, rows[: len(evidence.facts)], names)
    yield from _note(names.example, example_text(evidence.example, names), names)
    yield from _table(names.outcome, rows[len(evidence.facts) :], names)
    yield from _snippet(evidence.snippet, names)
    for number, other in enumerate(evidence.further, 1):
        yield line(
            Piece("= ", Role.GUTTER),
            Piece(names.further.format(number=number), Role.LABEL),
            names.colon.rstrip(),
        )
        yield from (line("    ", *note) for note in _evidence(other, names))
    if evidence.is_all:
        yield line(Piece("= ", Role.GUTTER), names.no_further)


def example_text(example: Example | None, names: Labels) -> str:
    """国立がん研究センター東病院（四百二十七床）ほか12件: a row of a 事実表, its one fact without a name."""
    if example is None:
        return ""
    facts = example.facts
    told = facts[0][1] if len(facts) == 1 and not _is_word(facts[0][1]) else "、".join(map("".join, facts))
    row = f"{example.name}（{told}）" if told else example.name
    return names.example_of.format(row=row, others=example.others) if example.others else row


def _is_word(text: str) -> bool:
    """あり and なし say nothing without the name of the fact."""
    return text in ("あり", "なし")


def _table(label: str, rows: list[tuple[str, str]], names: Labels) -> Iterator[Line]:
    if rows:
        yield line(Piece("= ", Role.GUTTER), Piece(label, Role.LABEL), names.colon.rstrip())
        yield from (line("    ", left, Piece(right, Role.HEADLINE)) for left, right in rows)


def _run(evidence: Evidence, names: Labels) -> Iterator[Line]:
    """The days of a run of a 手続, and what does not happen in it."""
    if evidence.run:
        yield line(Piece("= ", Role.GUTTER), Piece(names.run, Role.LABEL), names.colon.rstrip())
        yield from (line("    ", *one) for one in run_lines(evidence.run, names.run_words))
    yield from _note(names.absent, names.comma.join(evidence.absent), names)


def _snippet(snippet: str, names: Labels) -> Iterator[Line]:
    if snippet.strip():
        yield line(Piece("= ", Role.GUTTER), Piece(names.snippet, Role.LABEL), names.colon.rstrip())
        yield from (line("    ", Piece(one, Role.DIM)) for one in snippet.rstrip().splitlines())


def _fixes(fixes: tuple[Fix, ...], sources: Mapping[str, SourceText], names: Labels) -> Iterator[Line]:
    for fix in fixes:
        source = sources.get(fix.span.file)
        old = source.text[fix.span.start : fix.span.end] if source else ""
        yield from _note(names.fix, f"「{old}」→「{fix.replacement}」" if old else fix.replacement, names)
