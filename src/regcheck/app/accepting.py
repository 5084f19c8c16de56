"""Making a finding a known one.

Owns: finding it by the beginning of its fingerprint, and adding its line to the baseline beside the specs.
Refuses to know: how findings are made, argv.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from regcheck.analysis.report import KnownFinding, Report
from regcheck.app.baseline import baseline_line
from regcheck.app.writing import replace_file
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.render.excerpt import location


def findings_with(reports: Mapping[str, Report], prefix: str) -> list[tuple[str, Diagnostic]]:
    """(project, finding) for every finding whose fingerprint begins so, each fingerprint once."""
    found: dict[str, tuple[str, Diagnostic]] = {}
    for name, report in reports.items():
        for diagnostic in report.diagnostics:
            if diagnostic.fingerprint.startswith(prefix):
                found.setdefault(diagnostic.fingerprint, (name, diagnostic))
    return list(found.values())


def known_finding(diagnostic: Diagnostic, reason: str) -> KnownFinding:
    """The line for a finding; `where` says what it is about, without lines that would go stale."""
    place = location(diagnostic.place, {}) if diagnostic.place else ""
    where = " ".join(part for part in (place, diagnostic.anchor) if part)
    return KnownFinding(
        fingerprint=diagnostic.fingerprint, code=diagnostic.code.id, where=where, reason=reason.strip()
    )


def add_line(file: Path, known: KnownFinding) -> None:
    """Append to the baseline, which is made if it is not there. Raises OSError, leaving the old file."""
    old = file.read_bytes() if file.exists() else b""
    gap = b"" if not old else b"\n" if old.endswith(b"\n") else b"\n\n"
    replace_file(file, old + gap + baseline_line(known).encode())
