"""From an outline to an ordinance that is proved, or why there is none.

Owns: what an ordinance has to pass: its conditions proved from its own words, its references followed, nothing 未確定 if
it is to be final.
Refuses to know: each of these checks, formats, files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from regcheck.analysis.report import Entry
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.cited.checking import check_cited, named_in
from regcheck.documents.cited.citations import CitedLaw, citations
from regcheck.documents.instrument.form import Form
from regcheck.documents.ordinance.checks.emitted import check_survives, read_again
from regcheck.documents.ordinance.checks.lints import lint_ordinance
from regcheck.documents.ordinance.checks.provisions import check_provisions
from regcheck.documents.ordinance.checks.read_back import check_references, read_law, with_derived
from regcheck.documents.ordinance.checks.unsettled import check_settled
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.documents.ordinance.draft import Draft
from regcheck.documents.ordinance.forms.pages import with_form_texts
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.documents.ordinance.outline.pointing import pointed
from regcheck.documents.print_proofs.prove import prove
from regcheck.documents.summary.compose import Summary, compose_summary
from regcheck.documents.summary.read_back import read_summary
from regcheck.frozen import Frozen, field, replace
from regcheck.law.places import Places
from regcheck.law.tree import Law
from regcheck.model.specification import Specification
from regcheck.proof.question import Prover

if TYPE_CHECKING:
    from regcheck.analysis.ledger_file import Recorder


class Ordinance(Frozen):
    """The ordinance and the proofs of its words; no law where there are diagnostics."""

    law: Law | None = None
    cited: tuple[CitedLaw, ...] = ()
    """What it cites of other laws."""
    summary: Summary | None = None
    """Its 要綱."""
    forms: Mapping[str, Form] = field(default_factory=dict)
    """様式 by the names that the law has for their files."""
    draft: Draft | None = None
    """What the law was made of."""
    entries: tuple[Entry, ...] = ()
    """Lines of the ledger: everything of the specification that it prints was read back and proved."""
    diagnostics: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    """What a drafter should look at; it refuses nothing."""

    @property
    def proved(self) -> int:
        """How many conditions and days were proved."""
        return len(self.entries)


def build_ordinance(
    spec: Specification,
    outline: Outline,
    prover: Prover,
    *,
    final: bool = False,
    recorder: Recorder | None = None,
) -> Ordinance:
    """The ordinance of a verified specification."""
    made = _built(spec, outline, prover, final, recorder)
    return replace(
        made, diagnostics=pointed(made.diagnostics, outline), remarks=pointed(made.remarks, outline)
    )


def _built(
    spec: Specification, outline: Outline, prover: Prover, final: bool, recorder: Recorder | None
) -> Ordinance:
    made = compose_ordinance(spec, outline)
    if made.law is None or made.draft is None:
        return Ordinance(diagnostics=(*made.diagnostics, *_unfinished(spec, outline, made.draft)))
    read = read_again(made.law)
    if not isinstance(read, Law):
        return Ordinance(diagnostics=read)
    whole, summary = with_derived(spec, made.draft), _summary(spec, outline, made)
    printed = read_summary(whole, summary) if isinstance(summary, Summary) else summary
    proof = prove(whole, (*read_law(whole, made.draft, read), *printed), prover, recorder)
    slips = (*check_survives(made.law, read), *_references(spec, made), *_cited(spec, outline, made, summary))
    told = (*proof.diagnostics, *slips)
    if final:
        told = (*told, *check_settled(spec, made.draft, made.law))
    linted = lint_ordinance(spec, outline, made.draft, made.law)
    told = (*told, *_new(linted.refusals, told))
    remarks = (*linted.remarks, *_elsewhere(spec, made))
    if told or not isinstance(summary, Summary):
        return Ordinance(diagnostics=told, remarks=remarks)
    cited = citations(made.mentions, spec.instruments, outline.stored, Places.of(made.law))
    return Ordinance(
        law=made.law,
        cited=cited,
        summary=summary,
        forms=made.forms.by_file,
        draft=made.draft,
        entries=proof.entries,
        remarks=remarks,
    )


def _summary(spec: Specification, outline: Outline, made: Composed) -> Summary | tuple[Diagnostic, ...]:
    assert made.drafted is not None
    assert made.numbering is not None
    return compose_summary(spec, outline, made.drafted, made.numbering)


def _elsewhere(spec: Specification, made: Composed) -> Iterator[Diagnostic]:
    assert made.draft is not None
    assert made.numbering is not None
    return check_provisions(spec, made.draft, made.numbering)


def _references(spec: Specification, made: Composed) -> tuple[Diagnostic, ...]:
    assert made.law is not None
    titles = {name: instrument.title for name, instrument in spec.instruments.items()}
    whole = with_form_texts(made.law, made.forms.texts)
    return tuple(check_references(whole, (*made.mentions, *made.forms.mentions), titles))


def _new(refusals: Iterable[Diagnostic], told: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings of lints without the references into other laws that are told already."""
    missing = {one.payload.missing for one in told if isinstance(one.payload, codes.cited.NoSuchProvision)}
    for one in refusals:
        match one.payload:
            case codes.law_references.DanglingReference(law=law, missing=again) if law and again in missing:
                pass
            case _:
                yield one


def _unfinished(spec: Specification, outline: Outline, draft: Draft | None) -> Iterator[Diagnostic]:
    """What can be said of references before they are put into words."""
    if draft is not None:
        yield from check_cited(named_in(draft), spec.instruments, outline.stored, draft)


def _cited(
    spec: Specification, outline: Outline, made: Composed, summary: Summary | tuple[Diagnostic, ...]
) -> Iterator[Diagnostic]:
    """Of the ordinance with its forms, and of what only the 要綱 cites."""
    known = {(mention.law, mention.meant) for mention in made.mentions}
    of_summary = summary.mentions if isinstance(summary, Summary) else ()
    more = [one for one in of_summary if (one.law, one.meant) not in known]
    every = (*made.mentions, *made.forms.mentions, *more)
    return check_cited(every, spec.instruments, outline.stored, made.draft)
