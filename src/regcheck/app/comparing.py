"""Two versions of an instrument, from where a user says that they are, and all that is found of them.

Owns: reading a version from the file of a law or from a specification; what refuses a comparison.
Refuses to know: how versions are compared, how the result is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from regcheck.analysis.meanings import Change, ChangeKind
from regcheck.analysis.report import Report
from regcheck.app.names import shown_name
from regcheck.app.outlines import outline_beside
from regcheck.app.problems import about
from regcheck.app.projects import find_projects
from regcheck.app.sources import read_source
from regcheck.app.workspace import Workspace
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.comparison.forms import Forms, changed_forms, with_words_of_forms
from regcheck.documents.comparison.meanings import Meanings, parts_of_sentences, standing
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.draft import Draft
from regcheck.frozen import Frozen, field, replace
from regcheck.law.comparing import Comparison, compare
from regcheck.law.comparing.findings import findings
from regcheck.law.reading import read_law
from regcheck.law.tree import Law
from regcheck.model.specification import Specification
from regcheck.source.span import SourceText

if TYPE_CHECKING:  # a comparison on the screen lays nothing out
    from regcheck.documents.instrument.emit import Format
    from regcheck.documents.instrument.profile import Profile


class Version(Frozen):
    """One version: its text, and the specification it is composed from if there is one; or what is wrong with it."""

    law: Law | None = None
    specification: Specification | None = None
    draft: Draft | None = None
    forms: Forms = field(default_factory=dict)
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()


class Compared(Frozen):
    """Both versions compared, or why they are not."""

    comparison: Comparison | None = None
    meanings: Meanings | None = None
    findings: tuple[Diagnostic, ...] = ()
    """Of the comparison: references that were left behind."""
    forms: tuple[str, ...] = ()
    """様式 whose content is another."""
    new_forms: Forms = field(default_factory=dict)
    """All of the new version."""
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """The findings, and what could not be decided of a meaning."""
        undecided = (change.diagnostic for change in self._changes if change.diagnostic is not None)
        return (*self.findings, *undecided)

    @property
    def differs(self) -> bool:
        """Whether any word, number or meaning is another."""
        if self.comparison is None or not self.comparison.is_same:
            return True
        known = {ChangeKind.SAME, ChangeKind.UNDECIDED}
        return bool(self.findings or self.forms) or any(change.kind not in known for change in self._changes)

    @property
    def is_undecided(self) -> bool:
        """Whether it is not known of some item that its meaning stayed."""
        return any(change.kind is ChangeKind.UNDECIDED for change in self._changes)

    @property
    def _changes(self) -> tuple[Change, ...]:
        return tuple(self.meanings.changes.values()) if self.meanings else ()


def is_specification(place: Path) -> bool:
    """Whether a version is a specification, which has days, and not the file of a law."""
    return place.is_dir()


def compare_versions(
    places: tuple[Path, Path], workspaces: tuple[Workspace, Workspace], *, draft: bool
) -> Compared:
    """Both versions read, and compared if both can be; what is wrong with either is told together."""
    old, new = (
        read_version(place, workspace, draft=draft)
        for place, workspace in zip(places, workspaces, strict=True)
    )
    sources = {**old.sources, **new.sources}
    problems = tuple(dict.fromkeys((*old.problems, *new.problems)))
    if old.law is None or new.law is None or problems:
        return Compared(sources=sources, problems=problems)
    comparison = _compared(old.law, old, new.law, new)
    return Compared(
        comparison=comparison,
        meanings=_meanings(old, new, workspaces[1]),
        findings=findings(comparison),
        forms=changed_forms(comparison),
        new_forms=new.forms,
        sources=sources,
    )


def _compared(old_law: Law, old: Version, new_law: Law, new: Version) -> Comparison:
    """The texts compared; forms too where both versions say what is in them, and not only the names of their files."""
    if old.specification is None or new.specification is None:
        return compare(old_law, new_law)
    return compare(with_words_of_forms(old_law, old.forms), with_words_of_forms(new_law, new.forms))


def _meanings(old: Version, new: Version, workspace: Workspace) -> Meanings | None:
    """The meanings of two specifications; texts of laws have none that is known."""
    if old.specification is None or new.specification is None or old.draft is None or new.draft is None:
        return None
    from regcheck.analysis.meanings import compare_meanings

    return Meanings(
        changes=compare_meanings(old.specification, new.specification, workspace.prover),
        old=standing(old.specification, old.draft),
        new=standing(new.specification, new.draft),
        parts=parts_of_sentences(old.specification) | parts_of_sentences(new.specification),
    )


def read_version(place: Path, workspace: Workspace, *, draft: bool) -> Version:
    """The version at a path. A specification has to be proved, unless a draft is wanted."""
    return _composed(place, workspace, draft=draft) if is_specification(place) else _read(place)


def _read(place: Path) -> Version:
    source = read_source(place)
    if isinstance(source, Diagnostic):
        return Version(problems=(source,))
    law = read_law(source)
    if isinstance(law, Law):
        return Version(law=law, sources={source.name: source})
    return Version(sources={source.name: source}, problems=law)


def _composed(place: Path, workspace: Workspace, *, draft: bool) -> Version:
    projects, problems = find_projects([place])
    if problems:
        return Version(problems=tuple(problems))
    project = next((one for one in projects if one.folder == place), None)
    if project is None:
        return Version(problems=(_nothing(place),))
    read = workspace.read(project)
    outline = outline_beside(project.folder, read.loaded.names)
    if outline is None:
        return Version(problems=(_nothing(place),))
    report = workspace.check_read(read)
    if report.interrupted:
        raise KeyboardInterrupt  # half of a proof is no ground for a comparison
    sources = {**report.sources, **outline.sources}
    wrong = (*(() if draft or report.is_green else _not_green(place, report)), *outline.diagnostics)
    if wrong or outline.outline is None:
        return Version(sources=sources, problems=wrong)
    made = compose_ordinance(report.specification, outline.outline)
    return Version(
        law=made.law,
        specification=report.specification,
        draft=made.draft,
        forms=made.forms.by_file,
        sources=sources,
        problems=made.diagnostics,
    )


def _nothing(place: Path) -> Diagnostic:
    name = shown_name(place)
    return about(name, codes.comparing.NothingToCompare(folder=name))


def _not_green(place: Path, report: Report) -> tuple[Diagnostic, ...]:
    """The findings, and that they refuse the comparison."""
    open_entries = [one for one in report.entries if not one.verdict.is_green]
    unproved = [one for one in open_entries if not (one.diagnostic and report.is_known(one.diagnostic))]
    name = shown_name(place)
    payload = codes.comparing.UnprovedVersion(
        folder=name, findings=len(report.open_findings), unproved=len(unproved)
    )
    return (*report.open_findings, about(name, payload))


def comparison_file(
    found: Compared,
    format: Format,
    profile: Profile,
    *,
    style: str,
    lines_signs: bool | None,
    review: bool,
    draft: bool,
) -> bytes:
    """The amending instrument, or the table for review, as a file; `lines_signs` None: as the style has it. Raises
    RefusedError for what a format cannot print."""
    from regcheck.documents.comparison import STYLES, amending_law, comparison_flow
    from regcheck.documents.instrument.emit import DRAFT, Beside, Format, emit, emit_flow

    assert found.comparison is not None
    chosen = STYLES[style]
    chosen = chosen if lines_signs is None else replace(chosen, lines_signs=lines_signs)
    if review and format not in {Format.XML, Format.LAWTEXT}:
        flow = comparison_flow(found.comparison, found.meanings, found.findings, chosen)
        return emit_flow(flow, format, profile, draft=DRAFT if draft else "")
    return emit(
        amending_law(found.comparison, chosen), format, profile, Beside(forms=found.new_forms, is_draft=draft)
    )
