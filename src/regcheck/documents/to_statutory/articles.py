"""Whole items as articles: 定義, 指定基準, 対象事業, 設備区分, 維持管理区分, 特例, 前提, 段階.

Owns: the sentence around a condition, 項 for what overrides or narrows it, and the dates of stages.
Refuses to know: conditions, 区分表, article numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from regcheck.documents.phrasebook import NO_PHRASES, Phrasebook
from regcheck.documents.provision import IDEOGRAPHIC_SPACE, Item, Paragraph, Provision
from regcheck.documents.to_statutory.connectives import Joint, enumerate_nouns
from regcheck.documents.to_statutory.names import Scope, name_words, quoted
from regcheck.documents.to_statutory.normal_form import positive
from regcheck.documents.to_statutory.numbers import day_words
from regcheck.documents.to_statutory.sentences import (
    Written,
    proviso,
    proviso_fits,
    sentence,
    write,
)
from regcheck.documents.to_statutory.writing import Context, label_of
from regcheck.model.formula import Except, Formula, Or, Part
from regcheck.model.specification import (
    Assumption,
    Override,
    Predicate,
    PredicateKind,
    Specification,
    Stage,
    StagePlan,
)
from regcheck.source.numerals import to_kanji, widen
from regcheck.source.span import Span

NOT_YET = "令和〇年〇月〇日"
"""A day that is 未確定."""


def predicate_words(spec: Specification, predicate: Predicate, phrases: Phrasebook = NO_PHRASES) -> Provision:
    """The article of a predicate: what it is, who is left out of it, and the 特例 to it."""
    scope, body = _scope(spec, predicate.subject, phrases), positive(predicate.body)
    opening, closing = _frame(predicate)
    late: list[Part] = []

    def words(context: Context) -> str:
        inner, after = body, ""
        late.clear()
        if isinstance(body, Except):
            inner = body.body
            if proviso_fits(body, context):
                after = proviso(body.exceptions, context)
            else:
                late.extend(body.exceptions)
        return f"{opening}{sentence(inner, context)}{closing}{after}"

    first = _paragraph("", write(scope, 0, words), predicate.header.span)
    rest = [*_narrowing(scope, predicate.subject, late), *_overriding(scope, predicate, bool(late))]
    return Provision(paragraphs=(first, *rest))


def _frame(predicate: Predicate) -> tuple[str, str]:
    name, subject = predicate.header.name, name_words(predicate.subject)
    match predicate.kind:
        case PredicateKind.DEFINITION:
            return f"{quoted(name)}とは、", f"{subject}をいう。"
        case PredicateKind.CRITERION:
            return f"{name_words(name)}は、", "こととする。"
        case _:
            return f"{name_words(name)}は、", f"{subject}とする。"


def _paragraph(label: str, written: Written, span: Span) -> Paragraph:
    return Paragraph(label=label, text=written.text, items=written.items, span=span)


def _number(position: int) -> str:
    return widen(str(position))


# ---------------------------------------------------------------- 項 after the first


def _narrowing(scope: Scope, subject: str, exceptions: Sequence[Part]) -> Iterator[Paragraph]:
    """Exceptions too long for a ただし書: 前項の規定は、…病院については、適用しない。"""
    if exceptions:
        anyone = exceptions[0].body if len(exceptions) == 1 else Or(parts=tuple(exceptions))
        frame = ("前項の規定は、", f"{name_words(subject)}については、適用しない。")
        yield _paragraph("２", _framed(scope, anyone, frame), exceptions[0].span)


def _framed(scope: Scope, formula: Formula, frame: tuple[str, str]) -> Written:
    return write(scope, 0, lambda context: sentence(positive(formula), context).join(frame))


def _overriding(about: Scope, predicate: Predicate, narrowed: bool) -> Iterator[Paragraph]:
    overrides = [o for o in about.spec.overrides.values() if o.target == predicate.header.name]
    first = 3 if narrowed else 2
    places = {o.header.name: n for n, o in enumerate(overrides, first)}
    for position, override in enumerate(overrides, first):
        scope = _scope(about.spec, override.subject, about.phrases)
        written = _framed(scope, override.condition, _override_frame(override, position, places))
        yield _paragraph(_number(position), written, override.header.span)


def _override_frame(override: Override, position: int, places: dict[str, int]) -> tuple[str, str]:
    """前項の規定にかかわらず、…病院は、高度医療提供基準に該当しないものとする。"""
    above = "前項" if position == 2 else "第一項"
    outcome = "該当する" if override.outcome else "該当しない"
    subject, target = name_words(override.subject), name_words(override.target)
    beaten = [f"第{to_kanji(places[o])}項" for o in override.prevails_over if o in places]
    order = f"この項の規定は、{enumerate_nouns(beaten, Joint.AND)}の規定に優先する。" if beaten else ""
    return f"{above}の規定にかかわらず、", f"{subject}は、{target}に{outcome}ものとする。{order}"


# ---------------------------------------------------------------- 前提, 段階, 区分表


def condition_paragraph(
    spec: Specification, subject: str, formula: Formula | None, frame: tuple[str, str], span: Span
) -> Provision:
    """One 項 with a condition between two pieces of text, or with the text alone."""
    scope = _scope(spec, subject)
    written = Written(text="".join(frame)) if formula is None else _framed(scope, formula, frame)
    return Provision(paragraphs=(_paragraph("", written, span),))


def assumption_words(spec: Specification, assumption: Assumption) -> Provision:
    """病院は、承認がある場合にあっては、病床数が四百床以上であるものとする。"""
    frame = (f"{name_words(assumption.subject)}は、", "ものとする。")
    return condition_paragraph(spec, assumption.subject, assumption.body, frame, assumption.header.span)


def plan_words(spec: Specification, plan: StagePlan, phrases: Phrasebook = NO_PHRASES) -> Provision:
    """A 号 for every stage: the day in the first column, whom it reaches in the second."""
    subject = name_words(plan.subject)
    lead = (
        f"{name_words(plan.header.name)}は、次の各号に掲げる日から、"
        f"それぞれ当該各号に定める{subject}について適用する。"
    )
    scope = _scope(spec, plan.subject, phrases)
    items = tuple(_stage_item(scope, plan, position) for position in range(len(plan.stages)))
    return Provision(paragraphs=(Paragraph(text=lead, items=items, span=plan.header.span),))


def _stage_item(scope: Scope, plan: StagePlan, position: int) -> Item:
    stage = plan.stages[position]
    frame = (stage_date_words(stage) + IDEOGRAPHIC_SPACE, name_words(plan.subject))
    written = write(scope, 1, _stage_sentence(stage.body, frame))
    label = label_of(0, position)
    return Item(label=label, text=written.text, items=written.items, span=stage.span)


def _stage_sentence(body: Formula, frame: tuple[str, str]) -> Callable[[Context], str]:
    return lambda context: sentence(positive(body), context).join(frame)


def stage_date_words(stage: Stage) -> str:
    """令和十年四月一日, or 令和〇年〇月〇日 for a day that is 未確定."""
    return day_words(stage.start) if isinstance(stage.start, date) else NOT_YET


def _scope(spec: Specification, subject: str, phrases: Phrasebook = NO_PHRASES) -> Scope:
    return Scope(spec=spec, records=(("", subject),), phrases=phrases)
