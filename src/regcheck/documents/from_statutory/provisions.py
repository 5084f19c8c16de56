"""Printed provisions to items: what is defined, of whom, and under which condition.

Owns: the sentence around a condition, 項 after the first, the 号 of a 段階.
Refuses to know: what the specification says; conditions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lark import Lark, Token

from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.figures import to_day, to_whole
from regcheck.documents.from_statutory.lexicon import Node, parse_line, parsers, vocabulary_of
from regcheck.documents.from_statutory.lines import Line, to_lines
from regcheck.documents.from_statutory.reading import Below, Reading, Scope, name_of, tokens, trees
from regcheck.documents.from_statutory.sentences import read_sentence, read_with_proviso, start_reading
from regcheck.documents.from_statutory.tables import read_rows
from regcheck.documents.phrasebook import NO_PHRASES, Phrasebook
from regcheck.frozen import Frozen
from regcheck.model.formula import Except, Formula, Part
from regcheck.model.specification import HitPolicy, Specification


class ReadOverride(Frozen):
    """A 項 that overrides the first one. `place` and `beaten` are numbers of 項."""

    subject: str
    target: str
    outcome: bool
    condition: Formula
    place: int
    beaten: tuple[int, ...] = ()


class ReadRule(Frozen):
    """A 定義, 基準 or 区分. `form` is definition, criterion, category, or entry for one half of a 対応号."""

    form: str
    name: str
    subject: str
    body: Formula
    overrides: tuple[ReadOverride, ...] = ()


class ReadStage(Frozen):
    """A 号 of a 段階; `start` is None for 令和〇年〇月〇日."""

    start: date | None
    subject: str
    body: Formula


class ReadPlan(Frozen):
    """A 段階 with its 号 in order."""

    name: str
    subject: str
    stages: tuple[ReadStage, ...]


class ReadTableLead(Frozen):
    """The sentences above a 区分表."""

    name: str
    hit_policy: HitPolicy
    subject: str = ""
    within: Formula | None = None


_POLICIES = {
    "いずれの場合も": HitPolicy.UNIQUE,
    "先に掲げる行": HitPolicy.FIRST,
    "その全ての行": HitPolicy.COLLECT,
}


class StatutoryReader:
    """Reads printed provisions, knowing the names of a specification and nothing of its rules."""

    def __init__(self, spec: Specification, phrases: Phrasebook = NO_PHRASES) -> None:
        self.spec, self.phrases = spec, phrases
        self.parser: Lark = parsers(vocabulary_of(spec, phrases))

    def read_rule(self, lines: Sequence[str], subject: str) -> ReadRule:
        """A 定義, 指定基準, 対象事業, 設備区分 or 維持管理区分, said of records of the subject."""
        first, *later = to_lines(lines)
        rule = self._first(first, subject)
        body, overrides = rule.body, list[ReadOverride]()
        for place, line in enumerate(later, 2):
            tree = parse_line(self.parser, line.text, "later")
            if tree.data == "narrowing":
                if place != 2:
                    raise Unread(line.text, "前項")
                body = Except(body=body, exceptions=(Part(body=self._narrowing(tree, line, subject)),))
            else:
                overrides.append(self._override(tree, line, place))
        return ReadRule(
            form=rule.form, name=rule.name, subject=rule.subject, body=body, overrides=tuple(overrides)
        )

    def read_assumption(self, lines: Sequence[str], subject: str) -> Formula:
        """A 前提: 病院は、…ものとする。"""
        line, tree = self._only(lines, "assumption")
        name, sentence = trees(tree)
        if name_of(name) != subject:
            raise Unread(line.text, name_of(name))
        return self._condition(sentence, line, subject)

    def read_entries(self, lines: Sequence[str], subject: str) -> tuple[ReadRule, ...]:
        """The 号 of a 対応号 below their sentence: 一　電子カルテ関係設備　…である設備, and the イ below each."""
        lead, *others = to_lines(lines)
        if others or not lead.below:
            raise Unread(lead.text, lead.label)
        return tuple(self._entry(line, subject) for line in lead.below)

    def read_plan(self, lines: Sequence[str]) -> ReadPlan:
        """A 段階: 号 with a day and a condition."""
        line, tree = self._only(lines, "plan")
        name, subject = (name_of(node) for node in trees(tree))
        self._check_subject(line, subject)
        stages = tuple(self._stage(below, subject) for below in line.below)
        return ReadPlan(name=name, subject=subject, stages=stages)

    def read_table_lead(self, lines: Sequence[str]) -> ReadTableLead:
        """What stands above a 区分表."""
        line, tree = self._only(lines, "table")
        name, *limited = trees(tree)
        policy = next(found for words, found in _POLICIES.items() if words in tokens(tree)[0])
        if not limited:
            return ReadTableLead(name=name_of(name), hit_policy=policy)
        sentence, subject = limited
        self._check_subject(line, name_of(subject))
        within = self._condition(sentence, line, name_of(subject))
        return ReadTableLead(name=name_of(name), hit_policy=policy, subject=name_of(subject), within=within)

    def read_rows(
        self, subject: str, headings: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> tuple[Formula, ...]:
        """What the rows of a 区分表 ask of a record of the subject."""
        text = "　".join(headings)
        reading = Reading(parser=self.parser, scope=self._scope(subject), below=Below(()), line=text)
        return read_rows(headings, rows, reading)

    # ------------------------------------------------------------ pieces

    def _only(self, lines: Sequence[str], form: str) -> tuple[Line, Node]:
        paragraphs = to_lines(lines)
        tree = parse_line(self.parser, paragraphs[0].text, "first")
        if len(paragraphs) > 1 or tree.data != form:
            raise Unread(paragraphs[-1].text, paragraphs[-1].label)
        return paragraphs[0], tree

    def _first(self, line: Line, subject: str) -> ReadRule:
        tree = parse_line(self.parser, line.text, "first")
        children = list(tree.children)
        head = children.pop(0)
        name = str(head).strip("「」") if isinstance(head, Token) else name_of(head)
        sentence, *rest = (child for child in children if not isinstance(child, Token))
        named = name_of(rest.pop(0)) if rest and rest[0].data == "name" else ""
        if tree.data not in ("definition", "criterion", "category"):
            raise Unread(line.text, name)
        if named and named != subject:
            raise Unread(line.text, named)
        reading = start_reading(self.parser, self._scope(subject), line)
        body = read_with_proviso(sentence, rest, reading)
        reading.check_all_used()
        return ReadRule(form=str(tree.data), name=name, subject=named or subject, body=body)

    def _narrowing(self, tree: Node, line: Line, subject: str) -> Formula:
        sentence, named = trees(tree)
        if name_of(named) != subject:
            raise Unread(line.text, name_of(named))
        return self._condition(sentence, line, subject)

    def _override(self, tree: Node, line: Line, place: int) -> ReadOverride:
        sentence, named, target, *order = trees(tree)
        opening, verb = tokens(tree)
        if (opening == "前項の規定にかかわらず、") is not (place == 2):
            raise Unread(line.text, str(opening))
        self._check_subject(line, name_of(named))
        return ReadOverride(
            subject=name_of(named),
            target=name_of(target),
            outcome=verb.type == "MEETS",
            condition=self._condition(sentence, line, name_of(named)),
            place=place,
            beaten=tuple(
                _paragraph_number(token)
                for node in order
                for token in tokens(node)
                if token.type == "PARAGRAPH"
            ),
        )

    def _stage(self, line: Line, subject: str) -> ReadStage:
        tree = parse_line(self.parser, line.text, "stage")
        sentence, named = trees(tree)
        (day,) = tokens(tree)
        if name_of(named) != subject:
            raise Unread(line.text, name_of(named))
        start = to_day(str(day)) if day.type == "DAY" else None
        return ReadStage(start=start, subject=subject, body=self._condition(sentence, line, subject))

    def _entry(self, line: Line, subject: str) -> ReadRule:
        name, sentence, named, *rest = trees(parse_line(self.parser, line.text, "entry"))
        if name_of(named) != subject:
            raise Unread(line.text, name_of(named))
        reading = start_reading(self.parser, self._scope(subject), line)
        body = read_with_proviso(sentence, rest, reading)
        reading.check_all_used()
        return ReadRule(form="entry", name=name_of(name), subject=subject, body=body)

    def _condition(self, sentence: Node, line: Line, subject: str) -> Formula:
        reading = start_reading(self.parser, self._scope(subject), line)
        found = read_sentence(sentence, reading)
        reading.check_all_used()
        return found

    def _scope(self, subject: str) -> Scope:
        return Scope(spec=self.spec, records=(("", subject),), phrases=self.phrases)

    def _check_subject(self, line: Line, subject: str) -> None:
        if subject not in self.spec.subjects:
            raise Unread(line.text, subject)


def _paragraph_number(token: Token) -> int:
    return to_whole(token.removeprefix("第").removesuffix("項"))
