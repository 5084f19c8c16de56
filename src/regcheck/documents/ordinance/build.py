"""From an outline to the files of an ordinance, or why there are none.

Owns: what an ordinance has to pass: its conditions proved from its own words, its references followed, nothing 未確定 if
it is to be final.
Refuses to know: each of these checks, files on disk.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.documents.ordinance.outline import Outline
from regcheck.documents.ordinance.read_back import check_references, read_law, with_derived
from regcheck.documents.ordinance.unsettled import check_settled
from regcheck.documents.prove_print import prove
from regcheck.frozen import Frozen
from regcheck.law.to_lawtext import to_lawtext
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Law
from regcheck.model.specification import Specification
from regcheck.proof.question import Prover

NAME = "ordinance"


class Ordinance(Frozen):
    """The ordinance and how many of its conditions were proved; no law where there are diagnostics."""

    law: Law | None = None
    proved: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def build_ordinance(
    spec: Specification, outline: Outline, prover: Prover, *, final: bool = False
) -> Ordinance:
    """The ordinance of a verified specification."""
    made = compose_ordinance(spec, outline)
    if made.law is None or made.draft is None:
        return Ordinance(diagnostics=made.diagnostics)
    whole = with_derived(spec, made.draft)
    proof = prove(whole, read_law(whole, made.draft, made.law), prover)
    told = (*proof.diagnostics, *_references(spec, made))
    if final:
        told = (*told, *check_settled(spec, made.draft, made.law))
    if told:
        return Ordinance(diagnostics=told)
    return Ordinance(law=made.law, proved=proof.proved)


def _references(spec: Specification, made: Composed) -> tuple[Diagnostic, ...]:
    assert made.law is not None
    titles = {name: instrument.title for name, instrument in spec.instruments.items()}
    return tuple(check_references(made.law, made.mentions, titles))


def ordinance_files(law: Law, *, draft: bool) -> Mapping[str, bytes]:
    """Lawtext and 法令標準XML. Neither has a place for a watermark: the names of a draft say what it is."""
    name = f"{NAME}.draft" if draft else NAME
    return {f"{name}.law.txt": to_lawtext(law).encode(), f"{name}.xml": to_xml(law).encode()}
