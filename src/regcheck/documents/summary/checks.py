"""What the headings of a 要綱 must not have: names that lead nowhere, gaps, numbers written by hand, open sentences.

Owns: these checks.
Refuses to know: how lines are selected and put into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.draft import Draft, articles_of
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.documents.ordinance.outline.plans import SummaryPlan
from regcheck.documents.problems import told
from regcheck.law.cited import cited
from regcheck.model.from_syntax.suggest import nearest

_INSERTED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_K = "[〇一二三四五六七八九十百千万億]"
_NUMBER = re.compile(
    rf"{_K}*(?:[0-9０-９]+{_K}*|{_K}+)(?:年|か月|月|日|週間|時間|床|台|人|件|円|割|分の{_K}*|パーセント|％|以上|以下|を超え|未満)|[0-9０-９]+"
)
_CLOSED = "こと。"


def check_summary(draft: Draft, numbering: Numbering, plans: Sequence[SummaryPlan]) -> Iterator[Diagnostic]:
    """Everything that is wrong with the headings, heading by heading; then the articles that none takes up."""
    for plan in plans:
        yield from _unknown(plan, numbering)
        for sentence in plan.says:
            yield from _typed(plan, sentence)
    yield from _left_out(draft, plans)


def _unknown(plan: SummaryPlan, numbering: Numbering) -> Iterator[Diagnostic]:
    heads = [name for name, address in numbering.places.items() if not address.items]
    for name in plan.provisions:
        if name not in heads:
            payload = codes.ordinance.UnknownTarget(
                article=f"要綱「{plan.heading}」", what="条", name=name, similar=nearest(name, heads)
            )
            yield told(payload, plan.heading, plan.span)


def _typed(plan: SummaryPlan, sentence: str) -> Iterator[Diagnostic]:
    own = _INSERTED.sub("〓", sentence)
    for found in cited(own, in_item=False):
        payload = codes.ordinance.TypedReference(article=f"要綱「{plan.heading}」", text=found.text)
        yield told(payload, plan.heading, plan.span)
    for number in _NUMBER.finditer(own):
        yield told(codes.summary.TypedNumber(heading=plan.heading, number=number[0]), plan.heading, plan.span)
    if not own.rstrip().endswith(_CLOSED):
        yield told(codes.summary.OpenSentence(heading=plan.heading, words=own[-20:]), plan.heading, plan.span)


def _left_out(draft: Draft, plans: Sequence[SummaryPlan]) -> Iterator[Diagnostic]:
    taken = {name.partition("/")[0] for plan in plans for name in plan.provisions}
    for address, article in articles_of(draft):
        if article.plan.id not in taken:
            payload = codes.summary.LeftOut(article=article.plan.id, place=str(address))
            yield told(payload, article.plan.id, article.plan.span)
