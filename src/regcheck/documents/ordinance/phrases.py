"""The phrases that an outline declares → phrasebook.

Owns: that each phrase is of a fact that there is, that its forms are known, and that no two can be taken for each other.
Refuses to know: sentences, who prints and who reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.diagnostics import codes
from regcheck.documents.ordinance.outline.plans import Outline, PhrasePlan
from regcheck.documents.phrasebook import NamedFact, Phrase, Phrasebook, Said, linking_form
from regcheck.documents.problems import OutlineError, told
from regcheck.model.from_syntax.suggest import nearest
from regcheck.model.specification import Specification
from regcheck.model.types import BoolType, EnumSetType, EnumType
from regcheck.source.span import Span

KEY = "phrase"


def phrasebook_of(spec: Specification, outline: Outline) -> Phrasebook:
    """The phrases of the outline. Raises OutlineError with all that is wrong with them."""
    problems = [(one, plan.span) for plan in outline.phrases for one in _problems(spec, plan)]
    problems = problems or list(_alike(outline.phrases))
    if problems:
        raise OutlineError(*(told(problem, outline.file, span) for problem, span in problems))
    return Phrasebook(_phrase(plan) for plan in outline.phrases)


Problem = codes.ordinance.OutlineUnusable | codes.ordinance.UnknownTarget


def _problems(spec: Specification, plan: PhrasePlan) -> Iterator[Problem]:
    if plan.of not in spec.subjects:
        yield _unknown("対象", plan.of, spec.subjects)
        return
    fields = spec.subjects[plan.of].fields
    if plan.fact not in fields:
        yield _unknown("事実", plan.fact, fields)
        return
    match fields[plan.fact].type:
        case BoolType():
            if plan.value:
                yield _unusable(plan, "yes_no")
        case EnumType(enum=enum) | EnumSetType(enum=enum):
            members = spec.enumerations[enum].members
            if plan.value not in members:
                yield _unknown("区分の値", plan.value, members)
        case _:
            yield _unusable(plan, "fact")
    for final, linking in ((plan.says, plan.links), (plan.denies, plan.denial_links)):
        if final and not linking and linking_form(final) is None:
            yield _unusable(plan, "form", final)


def _unknown(what: str, name: str, names: Iterable[str]) -> codes.ordinance.UnknownTarget:
    return codes.ordinance.UnknownTarget(article=KEY, what=what, name=name, similar=nearest(name, names))


def _unusable(plan: PhrasePlan, why: str, wanted: str = "") -> codes.ordinance.OutlineUnusable:
    named = f"{KEY} {plan.of}の{plan.fact}{f' {plan.value}' if plan.value else ''}"
    return codes.ordinance.OutlineUnusable(key=named, why=why, wanted=wanted)


def _phrase(plan: PhrasePlan) -> Phrase:
    says = _said(plan.says, plan.links)
    assert says is not None
    return Phrase(
        fact=NamedFact(subject=plan.of, name=plan.fact, value=plan.value),
        says=says,
        denies=_said(plan.denies, plan.denial_links),
    )


def _said(final: str, linking: str) -> Said | None:
    return Said(final=final, linking=linking or linking_form(final) or "") if final else None


def _alike(plans: Iterable[PhrasePlan]) -> Iterator[tuple[Problem, Span]]:
    """Phrases of one fact, or with the same words about one 対象: a reader could not tell them apart."""
    facts: set[NamedFact] = set()
    words: dict[tuple[str, str], NamedFact] = {}
    for plan in plans:
        phrase = _phrase(plan)
        if phrase.fact in facts:
            yield _twice(phrase.fact.name + (f" {phrase.fact.value}" if phrase.fact.value else "")), plan.span
        facts.add(phrase.fact)
        for said in (phrase.says, phrase.denies):
            for form in dict.fromkeys((said.final, said.linking)) if said else ():
                if (phrase.fact.subject, form) in words:
                    yield _twice(form), plan.span
                words[phrase.fact.subject, form] = phrase.fact


def _twice(words: str) -> codes.ordinance.OutlineUnusable:
    return codes.ordinance.OutlineUnusable(key=f"{KEY} {words}", why="twice")
