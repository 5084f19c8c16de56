"""Protects: the medical draft goes through what drafters look for, with the stored laws at hand, and nothing is found."""

from __future__ import annotations

import pytest
from tests.unit.specs.ordinance import outline, specification

from regcheck.documents.ordinance.checks.lints import Linted, lint_ordinance
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.outline.plans import Layout
from regcheck.frozen import replace
from regcheck.law.law_names import Library
from regcheck.law.lints import lint
from regcheck.law.lints.delegation import delegations
from regcheck.law.tree import Article, Paragraph, Sentence
from regcheck.law.words import Words


@pytest.mark.parametrize("layout", Layout)
def test_nothing_is_found_in_the_draft(layout: Layout) -> None:
    given = replace(outline(), layout=layout)
    made = compose_ordinance(specification(), given)
    assert made.law is not None, [one.payload.ja().headline for one in made.diagnostics]
    assert made.draft is not None
    assert lint_ordinance(specification(), given, made.draft, made.law) == Linted()


def test_every_delegation_of_the_chapter_would_be_missed() -> None:
    """Each article that answers one says nothing any more but what the laws are called: that is told."""
    made = compose_ordinance(specification(), outline())
    assert made.law is not None
    laws = [stored.law for stored in outline().stored]
    names = "、".join(
        f"{law.name}（{law.number.text}。以下「{short}」という。）"
        for law, short in zip(laws, "法令", strict=False)
    )
    empty = Paragraph(sentences=(Sentence(words=Words(f"{names}による。")),))
    silent = []
    for position, article in enumerate(made.law.main.children):
        assert isinstance(article, Article)
        children = list(made.law.main.children)
        children[position] = replace(article, paragraphs=(empty,))
        found = lint(
            replace(made.law, main=replace(made.law.main, children=tuple(children))), Library.of(laws)
        )
        plan = outline().articles[position]
        if plan.answers and not any(one.code.id == "RC763" for one in found):
            silent.append(plan.id)
    assert silent == []


def test_the_laws_that_it_is_held_against_are_at_hand() -> None:
    stored = {one.law.number.text: one.law for one in outline().stored}
    act, order = stored["令和四年法律第四十三号"], stored["令和四年政令第三百九十四号"]
    third = {str(address): what for address, what in delegations(act).items() if "第五十" in str(address)}
    assert sum(map(len, third.values())) == 22
    assert "第五十一条第一項" not in third  # it takes up what 第五十条第一項 delegates
    assert "第十条第三項" in {str(address) for address in delegations(order)}
