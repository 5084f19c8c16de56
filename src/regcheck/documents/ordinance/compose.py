"""From an outline and a specification to the whole ordinance: the page to read first.

Owns: the order of the steps.
Refuses to know: any one of them, files.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.checks.texts import check_texts
from regcheck.documents.ordinance.citing import Mention, Speaker
from regcheck.documents.ordinance.draft import Draft
from regcheck.documents.ordinance.drafting import draft_of
from regcheck.documents.ordinance.forms.coverage import check_forms
from regcheck.documents.ordinance.forms.pages import NO_FORMS, Forms, forms_of
from regcheck.documents.ordinance.numbering import Numbering, check_targets, number
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.documents.ordinance.terms import check_terms, place_definitions
from regcheck.documents.ordinance.to_law import to_law
from regcheck.documents.problems import OutlineError, told
from regcheck.documents.to_statutory import Unprintable
from regcheck.frozen import Frozen
from regcheck.law.tree import Law
from regcheck.model.specification import Specification


class Composed(Frozen):
    """The ordinance and the draft it was made of, or why there is none."""

    law: Law | None = None
    draft: Draft | None = None
    drafted: Draft | None = None
    """The draft before terms and laws are introduced at their first mention."""
    numbering: Numbering | None = None
    forms: Forms = NO_FORMS
    mentions: tuple[Mention, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def compose_ordinance(spec: Specification, outline: Outline) -> Composed:
    """The whole ordinance."""
    try:
        draft = draft_of(spec, outline)
    except OutlineError as error:
        return Composed(diagnostics=error.diagnostics)
    except Unprintable as error:
        payload = codes.documents.NoStatutoryForm(item=outline.title, why=error.refusal, words=error.words)
        return Composed(diagnostics=(told(payload, outline.title),))
    numbering = number(draft, outline.style)
    wrong = (
        *check_targets(draft, numbering),
        *check_terms(draft),
        *check_texts(draft, spec.instruments),
    )
    wrong = wrong or tuple(check_forms(draft, numbering, spec.instruments, outline.stored))
    if wrong:
        return Composed(draft=draft, diagnostics=wrong)
    placed = place_definitions(draft, numbering)
    speaker = Speaker(numbering, spec.instruments)
    law = to_law(placed, outline, numbering, speaker)
    forms = forms_of(placed, outline.style, numbering, spec.instruments)
    return Composed(
        law=law,
        draft=placed,
        drafted=draft,
        numbering=numbering,
        forms=forms,
        mentions=tuple(speaker.mentions),
    )
