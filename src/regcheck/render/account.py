"""The account of sets of facts: what was asked, which 号 held and which did not.

Owns: a case as lines: its facts, its → lines, and the tree of every answer; the words for 該当 in both languages.
Refuses to know: how a truth is computed, where the facts come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from regcheck.analysis.answers import Answer, Case
from regcheck.diagnostics.wording import Language
from regcheck.evaluation.describe import address_text, reading_text
from regcheck.evaluation.kleene import Kleene
from regcheck.evaluation.scenario_text import expectation_text, scenario_text
from regcheck.evaluation.scenarios import ExpectationResult
from regcheck.evaluation.sentences import expression_text, formula_text, heading_text
from regcheck.evaluation.trace import Trace
from regcheck.frozen import replace
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    StageApplies,
)
from regcheck.model.provisions import item_title
from regcheck.model.specification import Specification
from regcheck.render.page import Line, Page, Piece, Role, line
from regcheck.source.eras import day_text
from regcheck.source.width import pad

_WORDS = {
    Language.JA: {Kleene.TRUE: "該当", Kleene.FALSE: "非該当", Kleene.UNKNOWN: "要確認"},
    Language.EN: {Kleene.TRUE: "yes", Kleene.FALSE: "no", Kleene.UNKNOWN: "open"},
}
_ROLES = {Kleene.TRUE: Role.GOOD, Kleene.FALSE: Role.DIM, Kleene.UNKNOWN: Role.WARNING}
_DECIDED_BY = {Language.JA: "決め手となる不明の事実", Language.EN: "unknown facts that decide"}
_AS_EXPECTED = {Language.JA: "（そのとおり）", Language.EN: "(as expected)"}
_NOT_AS_EXPECTED = {Language.JA: "（違う）", Language.EN: "(not so)"}
_LEFT_TO_PROOF = {Language.JA: "（検査が証明する）", Language.EN: "(left to the check)"}
_CONFLICT = {Language.JA: "食い違い", Language.EN: "conflict"}
_OPENED = And | Or | AtLeast | Except | Implies | OverList | OverSeries | OutcomeIs
_COLUMN = 8


def account(spec: Specification, cases: Sequence[Case], language: Language) -> Page:
    """Each case with its facts, then a block per answer: the outcome, and the tree below it."""
    lines: list[Line] = []
    for case in cases:
        lines += [*_facts(spec, case), line()]
        for result in case.expectations:
            lines += [_expectation(spec, result, language)]
        lines += [line()] if case.expectations else []
        if case.conduct is not None:
            from regcheck.render.conduct import conduct_lines  # few cases are runs of a 手続

            lines += [*conduct_lines(spec, case.conduct, case.steps, language), line()]
        for answer in case.answers:
            lines += [*_answer(spec, answer, language), line()]
    return tuple(lines[:-1])


def _facts(spec: Specification, case: Case) -> Iterator[Line]:
    """The facts as the 事例 that they are."""
    head, *rest = scenario_text(spec, case.record, name=case.name).splitlines()
    yield line(Piece(head, Role.LABEL))
    yield from (line(one) for one in rest)


def _expectation(spec: Specification, result: ExpectationResult, language: Language) -> Line:
    word = _AS_EXPECTED[language] if result.holds else _NOT_AS_EXPECTED[language]
    role = Role.GOOD if result.holds else Role.ERROR
    if result.is_left_to_proof:
        word, role = _LEFT_TO_PROOF[language], Role.DIM
    return line("  → ", expectation_text(spec, result.expectation), "  ", Piece(word, role))


def answer_title(answer: Answer) -> str:
    """指定基準「X」（第二条）, 段階「Y」第一段階."""
    where = f"（{'、'.join(answer.header.provision)}）" if answer.header.provision else ""
    return f"{item_title(answer.header)}{where}{answer.piece}"


def _answer(spec: Specification, answer: Answer, language: Language) -> Iterator[Line]:
    word = Piece(_WORDS[language][answer.truth], _ROLES[answer.truth])
    yield line(Piece(answer_title(answer), Role.HEADLINE), "  ", word)
    is_stage = isinstance(answer.evaluation.trace.formula, StageApplies)
    for child in answer.evaluation.trace.children:
        shown = replace(child, about="") if is_stage else child  # the title says which stage it is
        yield from _tree(spec, shown, 1, language)
    for node in answer.evaluation.conflicts:
        yield line("  ", Piece(_CONFLICT[language], Role.ERROR), f": {'、'.join(node.conflict)}")
    if answer.evaluation.deciding_unknowns:
        names = "、".join(address_text(address) for address in answer.evaluation.deciding_unknowns)
        yield line("  ", Piece(_DECIDED_BY[language], Role.LABEL), f": {names}")


def _tree(spec: Specification, trace: Trace, depth: int, language: Language) -> Iterator[Line]:
    opened = _opened(trace)
    if opened and _has_one_part(trace.formula):
        only = replace(opened[0], label=trace.label, about=trace.about, rule=trace.rule)
        yield from _tree(spec, only, depth, language)
        return
    text = heading_text(spec, trace.formula) if opened else formula_text(spec, trace.formula)
    word = pad(_WORDS[language][trace.truth], _COLUMN)
    facts = "、".join(
        [*(" ".join(reading_text(reading)) for reading in trace.readings), *_counted(spec, trace)]
    )
    yield line(
        "  " * depth,
        Piece(word, _ROLES[trace.truth]),
        f"{_lead(trace)}{text}",
        Piece(f"（{facts}）" if facts else "", Role.DIM),
    )
    for child in opened:
        yield from _tree(spec, child, depth + 1, language)


def _counted(spec: Specification, trace: Trace) -> Iterator[str]:
    """受理の日から起算して三十日を経過する日 令和八年四月三十日: the periods that were counted, where they come to one day."""
    for counted in trace.counted:
        if counted.end.low is not None and counted.end.low == counted.end.high:
            day = date.fromordinal(int(counted.end.low))
            yield f"{expression_text(spec, counted.expression)} {day_text(day)}"


def _lead(trace: Trace) -> str:
    """特例「X」, 一, 2番目の設備 before the words of a node; the item's own body has none."""
    override = item_title(trace.rule) if trace.rule is not None and trace.rule.keyword == "特例" else ""
    return "".join(f"{word}　" for word in (override, trace.label, trace.about) if word)


def _opened(trace: Trace) -> tuple[Trace, ...]:
    """The children that are shown below a node. A term of the same record has its own block."""
    match trace.formula:
        case Applies(path=path) | StageApplies(path=path):
            return trace.children if path.steps or path.root else ()
        case Not(body=Or()):
            return trace.children[0].children
        case Not(body=body):
            return trace.children if isinstance(body, _OPENED) else ()
        case formula if isinstance(formula, _OPENED):
            return trace.children
        case _:
            return ()


def _has_one_part(formula: Formula) -> bool:
    """A list of one member says what its member says."""
    return isinstance(formula, And | Or) and len(formula.parts) == 1
