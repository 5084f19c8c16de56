"""The ledger of a report as lines: what was checked of each term, and how it ended.

Owns: one line per term with its counts, the list of known findings, the closing sentence.
Refuses to know: how verdicts are reached, single findings, colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from regcheck.analysis.report import Entry, Report
from regcheck.diagnostics.wording import Language, words
from regcheck.proof.verdict import Verdict
from regcheck.render.excerpt import location
from regcheck.render.labels import Labels, labels
from regcheck.render.page import Line, Page, Piece, Role, line
from regcheck.source.width import pad, width


def ledger(report: Report, language: Language, title: str = "") -> Page:
    """A heading and one line per term, in the order of the ledger; nothing for an empty ledger."""
    names = labels(language)
    if not report.entries:
        return ()
    groups = _by_term(report.entries)
    widest = max(width(term or names.whole) for term in groups)
    head = line(Piece(names.ledger, Role.LABEL), f"{names.colon}{title}" if title else "")
    lines = (_term_line(term or names.whole, widest, group, report, names) for term, group in groups.items())
    return (head, *lines)


def _by_term(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.term, []).append(entry)
    return groups


def _term_line(term: str, widest: int, entries: Sequence[Entry], report: Report, names: Labels) -> Line:
    parts: list[Piece | str] = []
    for verdict in Verdict:
        group = [entry for entry in entries if entry.verdict is verdict]
        if group:
            known = sum(entry.diagnostic is not None and report.is_known(entry.diagnostic) for entry in group)
            parts += ["  ", _count(verdict, len(group), known, names)]
    return line("  ", pad(term, widest), *parts)


def _count(verdict: Verdict, count: int, known: int, names: Labels) -> Piece:
    told = names.of_these_known.format(count=known) if known else ""
    role = Role.GOOD if verdict.is_green else Role.DIM if known == count else Role.ERROR
    return Piece(f"{names.verdict[verdict]} {count}{told}", role)


def known_findings(report: Report, language: Language) -> Page:
    """The findings that the baseline accepts, each with its reason."""
    names = labels(language)
    known = [d for d in report.diagnostics if report.is_known(d)]
    if not known:
        return ()
    lines: list[Line] = [line(Piece(names.known, Role.LABEL), f"{names.colon}{len(known)}")]
    for diagnostic in known:
        headline = words(diagnostic.payload, language).headline
        lines.append(line(f"  {diagnostic.code.id} ", headline))
        if diagnostic.place is not None:
            lines.append(_detail(names.place, location(diagnostic.place, report.sources), names))
        lines.append(_detail(names.reason, report.known[diagnostic.fingerprint].reason, names))
    return tuple(lines)


def _detail(label: str, text: str, names: Labels) -> Line:
    return line("    ", Piece(label, Role.DIM), f"{names.colon}{' '.join(text.split())}")


def closing(reports: Sequence[Report], language: Language) -> Line:
    """One plain sentence: what the drafter should know and do now."""
    names = labels(language)
    entries = [(report, entry) for report in reports for entry in report.entries]
    verdicts = Counter(entry.verdict for _, entry in entries)
    numbers = {
        "findings": sum(not d.code.is_internal for report in reports for d in report.open_findings),
        "obligations": len(entries),
        "proved": verdicts[Verdict.PROVED],
        "known": sum(report.is_known(d) for report in reports for d in report.diagnostics),
        "rest": sum(_unfinished(reports)),
    }
    template, role = _sentence(reports, numbers, names)
    return line(Piece(template.format(**numbers), role))


def _unfinished(reports: Sequence[Report]) -> Iterator[bool]:
    for report in reports:
        for entry in report.entries:
            yield entry.verdict in {Verdict.UNDECIDED, Verdict.NOT_RUN, Verdict.STALE}


def _sentence(reports: Sequence[Report], numbers: dict[str, int], names: Labels) -> tuple[str, Role]:
    if numbers["findings"]:
        return (names.refuted if numbers["obligations"] else names.broken), Role.ERROR
    if any(report.verdict is Verdict.UNREPLAYED for report in reports):
        return names.unreplayed, Role.ERROR
    if numbers["rest"]:
        return names.undecided, Role.WARNING
    if not numbers["obligations"]:
        return names.nothing, Role.GOOD
    return (names.clean_known if numbers["known"] else names.clean), Role.GOOD
