"""The ledger of a report as lines: what was checked of each term, and how it ended.

Owns: one line per term with its counts, the list of known findings, the closing sentence.
Refuses to know: how verdicts are reached, single findings, colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from regcheck.analysis.report import Entry, Report
from regcheck.diagnostics.wording import Language, words
from regcheck.proof.verdict import Verdict
from regcheck.render.labels import Labels, labels
from regcheck.render.page import Line, Page, Piece, Role, line
from regcheck.source.width import pad, width

_MANY = 5
_UNFINISHED = (Verdict.UNDECIDED, Verdict.NOT_RUN, Verdict.STALE)
_SHARING = ("対象", "性質", "事例")


def ledger(report: Report, language: Language, title: str = "") -> Page:
    """A heading and one line per term, in the order of the ledger; nothing for an empty ledger."""
    names = labels(language)
    if not report.entries:
        return ()
    groups = _merged(_by_term(report.entries), names)
    widest = max(width(term) for term in groups)
    head = line(Piece(names.ledger, Role.LABEL), f"{names.colon}{title}" if title else "")
    return (head, *(_term_line(term, widest, group, report, names) for term, group in groups.items()))


Groups = dict[str, list[Entry]]


def _by_term(entries: Sequence[Entry]) -> Groups:
    groups: Groups = {}
    for entry in entries:
        groups.setdefault(entry.term, []).append(entry)
    return groups


def _merged(groups: Groups, names: Labels) -> Groups:
    """Many 事例, 性質 or 対象 with one proof each share a line; nothing that failed is merged."""
    plain = {term: _kind(term) for term, group in groups.items() if _is_one_proof(group)}
    sizes = Counter(plain.values())
    merged: Groups = {}
    for term, group in groups.items():
        kind = plain.get(term, "")
        many = kind and sizes[kind] >= _MANY
        name = names.items.format(kind=kind, count=sizes[kind]) if many else term or names.whole
        merged.setdefault(name, []).extend(group)
    return merged


def _is_one_proof(group: Sequence[Entry]) -> bool:
    return len(group) == 1 and group[0].verdict.is_green


def _kind(term: str) -> str:
    """事例 of 事例「X」, if items of that kind may share a line."""
    kind, _, _ = term.partition("「")
    return kind if kind in _SHARING else ""


def _term_line(term: str, widest: int, entries: Sequence[Entry], report: Report, names: Labels) -> Line:
    parts: list[Piece | str] = []
    groups: dict[Verdict, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.verdict, []).append(entry)
    for verdict in Verdict:
        if group := groups.get(verdict):
            known = sum([e.diagnostic is not None and report.is_known(e.diagnostic) for e in group])
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
    from regcheck.render.excerpt import location

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
    verdicts = Counter([entry.verdict for report in reports for entry in report.entries])
    numbers = {
        "findings": sum(not d.code.is_internal for report in reports for d in report.open_findings),
        "obligations": verdicts.total(),
        "proved": verdicts[Verdict.PROVED],
        "known": sum(report.is_known(d) for report in reports for d in report.diagnostics),
        "rest": sum(verdicts[verdict] for verdict in _UNFINISHED),
    }
    template, role = _sentence(reports, numbers, names)
    return line(Piece(template.format(**numbers), role))


def _sentence(reports: Sequence[Report], numbers: dict[str, int], names: Labels) -> tuple[str, Role]:
    if any(report.interrupted for report in reports):
        return names.interrupted, Role.WARNING
    if numbers["findings"]:
        return (names.refuted if numbers["obligations"] else names.broken), Role.ERROR
    if any(report.verdict is Verdict.UNREPLAYED for report in reports):
        return names.unreplayed, Role.ERROR
    if numbers["rest"]:
        return names.undecided, Role.WARNING
    if not numbers["obligations"]:
        return names.nothing, Role.GOOD
    return (names.clean_known if numbers["known"] else names.clean), Role.GOOD
