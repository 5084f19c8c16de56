"""Wrong families: each function plants one slip that an author of obligations could make."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import pairwise

import pytest

from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import Truth
from regcheck.model.specification import Override, Predicate, Specification
from regcheck.proof import asking, families, minimise, parts, regions
from regcheck.proof.meeting import Meeting
from regcheck.proof.obligation import NoCase, Obligation, SomeCase
from regcheck.proof.question import Labelled, Question

Bug = Callable[[pytest.MonkeyPatch], None]

boundary, cover, exclusive, stage = (
    import_module(f"regcheck.proof.families.{name}") for name in ("boundary", "cover", "exclusive", "stage")
)


def everywhere(patch: pytest.MonkeyPatch, right: object, wrong: object) -> None:
    """Put one function in the place of another under every name that a module knows it by."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("regcheck.", "tests.property.judging")):
            for attribute, value in list(vars(module).items()):
                if value is right:
                    patch.setattr(module, attribute, wrong)


def _owing(change: Callable[[Obligation], Obligation]) -> Bug:
    """Families that make another obligation of each."""
    right = families.obligations

    def wrong(spec: Specification) -> Iterator[Obligation]:
        return (change(obligation) for obligation in right(spec))

    return lambda patch: everywhere(patch, right, wrong)


def the_last_part_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    right = parts.slots
    everywhere(patch, right, lambda formula, label: list(right(formula, label))[:-1])


def the_neutral_element_is_the_other_one(patch: pytest.MonkeyPatch) -> None:
    everywhere(
        patch,
        parts.without,
        lambda whole, slot: parts.replaced(whole, slot.address, Truth(value=not slot.neutral)),
    )


def alternatives_are_not_set_aside(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, parts.setting, lambda whole, slot: whole)


def overriding_rules_are_forgotten_in_terms(patch: pytest.MonkeyPatch) -> None:
    def wrong(predicate: Predicate) -> Labelled:
        return Labelled(label=predicate.header.name, formula=predicate.body)

    everywhere(patch, asking.applies, wrong)


def what_is_denied_is_asked(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, asking.denied, lambda part: part)


def assumptions_are_not_assumed(patch: pytest.MonkeyPatch) -> None:
    def wrong(subject: str, *said: Labelled) -> Question:
        return Question(subject=subject, parts=said, assume=False)

    everywhere(patch, asking.asked, wrong)


def an_order_through_others_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    def wrong(spec: Specification, override: Override) -> frozenset[str]:
        return frozenset(override.prevails_over)

    everywhere(patch, asking.prevailing, wrong)


def other_overrides_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    right = asking.overrides_of
    everywhere(patch, right, lambda spec, term: right(spec, term)[:1])


def premises_are_not_asked(patch: pytest.MonkeyPatch) -> None:
    def change(obligation: Obligation) -> Obligation:
        ask = obligation.ask
        return replace(obligation, ask=replace(ask, premises=())) if isinstance(ask, NoCase) else obligation

    _owing(change)(patch)


def some_case_is_taken_for_no_case(patch: pytest.MonkeyPatch) -> None:
    def change(obligation: Obligation) -> Obligation:
        ask = obligation.ask
        if not isinstance(ask, SomeCase):
            return obligation
        return replace(obligation, ask=NoCase(question=ask.question, blame=ask.blame))

    _owing(change)(patch)


def the_last_condition_of_a_question_is_dropped(patch: pytest.MonkeyPatch) -> None:
    def change(obligation: Obligation) -> Obligation:
        ask = obligation.ask
        if not isinstance(ask, NoCase | SomeCase) or len(ask.question.parts) < 2:
            return obligation
        question = replace(ask.question, parts=ask.question.parts[:-1])
        return replace(obligation, ask=replace(ask, question=question))

    _owing(change)(patch)


def only_neighbours_are_held_against_each_other(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(exclusive, "combinations", lambda found, size: pairwise(found))


def a_stage_is_taken_for_the_first(patch: pytest.MonkeyPatch) -> None:
    right = asking.stage_applies
    patch.setattr(stage, "stage_applies", lambda plan, index: right(plan, 0))


def the_last_gap_is_not_told(patch: pytest.MonkeyPatch) -> None:
    right = regions.gaps
    patch.setattr(regions, "gaps", lambda grid: (right(grid) or ())[:-1])


def gaps_are_told_whole(patch: pytest.MonkeyPatch) -> None:
    """Each gap as large as the whole table."""
    right = regions.gaps
    patch.setattr(
        regions,
        "gaps",
        lambda grid: tuple(tuple(axis.full for axis in grid.axes) for _ in right(grid) or ()),
    )


def rows_that_meet_are_overlooked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Meeting, "rows_at", lambda self, box, among=0: 0)


def a_case_loses_its_facts(patch: pytest.MonkeyPatch) -> None:
    def wrong(spec: Specification, question: Question, record: Record, *more: object) -> Record:
        return Record(subject=record.subject)

    everywhere(patch, minimise.minimised, wrong)


def both_sides_of_a_limit_are_one(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(boundary, "_side", lambda limit: True)


BUGS: tuple[Bug, ...] = (
    the_last_part_is_forgotten,
    the_neutral_element_is_the_other_one,
    alternatives_are_not_set_aside,
    overriding_rules_are_forgotten_in_terms,
    what_is_denied_is_asked,
    assumptions_are_not_assumed,
    an_order_through_others_is_forgotten,
    other_overrides_are_forgotten,
    premises_are_not_asked,
    some_case_is_taken_for_no_case,
    the_last_condition_of_a_question_is_dropped,
    only_neighbours_are_held_against_each_other,
    a_stage_is_taken_for_the_first,
    the_last_gap_is_not_told,
    gaps_are_told_whole,
    rows_that_meet_are_overlooked,
    a_case_loses_its_facts,
    both_sides_of_a_limit_are_one,
)


def without(forgotten: families.Family) -> Bug:
    """A specification that does not owe what one family asks."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        kept: Iterable[families.Family] = (f for f in families.FAMILIES if f is not forgotten)
        patch.setattr(families, "FAMILIES", tuple(kept))

    return plant
