"""The files that a ledger and the texts of questions are put in.

Owns: their names and places, and that what was there stays if writing fails.
Refuses to know: what is in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from regcheck.app.names import shown_name
from regcheck.app.problems import about, unwritable
from regcheck.app.writing import files_below, replace_file, replace_folder
from regcheck.diagnostics.codes.files import ForeignFiles
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.proof.smt_files import SUFFIX, file_name, is_file_name

if TYPE_CHECKING:
    from regcheck.analysis.report import Report


def write_ledger(file: Path, content: bytes) -> Diagnostic | None:
    """Put a ledger in its place; what was there stays if that fails."""
    try:
        replace_file(file, content)
    except OSError:
        return unwritable(shown_name(file))
    return None


def write_questions(folder: Path, texts: Mapping[str, str]) -> Diagnostic | None:
    """Make the folder hold exactly these texts; what was there stays if that fails or is not ours."""
    name = shown_name(folder)
    try:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(folder)
        foreign = tuple(file for file in files_below(folder) if not is_file_name(file))
        if foreign:
            return about(name, ForeignFiles(folder=name, files=foreign))
        replace_folder(folder, {file: text.encode() for file, text in texts.items()})
    except OSError:
        return unwritable(name)
    return None


def question_files(reports: Mapping[str, Report]) -> dict[str, str]:
    """The text of every question by the name of its file; several specifications have a folder each."""
    found: dict[str, str] = {}
    for name, report in reports.items():
        folder = f"{file_name(name).removesuffix(SUFFIX)}/" if len(reports) > 1 else ""
        accounts = [entry.account for entry in report.entries if entry.account is not None]
        asked = (one for account in accounts for one in account.asked)
        found |= {folder + file_name(one.id): one.text for one in asked}
    return found
