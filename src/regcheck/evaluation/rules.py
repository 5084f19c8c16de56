"""Named rules asked of records: each is made ready once, and each answer of a record is remembered.

Owns: terms with their 特例, stages, 区分表 and the rules of a 手続, and the memory of what they gave.
Refuses to know: single formulas (conditions.py), accounts.

It settles 特例 as overrides.py does and hit policies as tables.py does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from regcheck.evaluation.amounts import Ask
from regcheck.evaluation.conditions import Asks, Rule, every, negated, some
from regcheck.evaluation.overrides import candidates, prevails
from regcheck.evaluation.reading import Records, Scope
from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import Formula
from regcheck.model.procedures import RuleKind
from regcheck.model.specification import DecisionTable, HitPolicy, Override, Specification

T = TypeVar("T")

_RECORDS = 4_096
"""How many records are remembered at a time: more than most 事実表 have rows, few enough to forget lightly."""

_UNASKED: Any = object()
"""What is remembered of a question that was not asked yet."""

Hit = tuple[bool | None, tuple[str, ...]]
"""A row that applies (True) or may apply (None), and its outputs."""


class Rulebook:
    """The rules of a specification; a record and the specification must not change while it is used."""

    def __init__(self, spec: Specification) -> None:
        self.spec = spec
        self._terms = dict[str, Rule]()
        self._stages = dict[tuple[str, int], Rule]()
        self._tables = dict[str, Callable[[Record], list[Hit]]]()
        self._breaches = dict[tuple[str, str], Rule]()
        self._lawful = dict[tuple[str, bool], Rule]()
        self._assumed = dict[str, Rule]()
        self._answers = dict[int, tuple[Record, dict[object, Any]]]()
        self._asks = dict[str, Asks]()

    def condition(self, formula: Formula, subject: str) -> Ask:
        """A formula about records of one 対象."""
        return self.asks(subject).of(formula)

    def asks(self, subject: str) -> Asks:
        """Formulas about records of one 対象."""
        known = self._asks.get(subject)
        if known is None:
            known = self._asks[subject] = Asks(Scope(spec=self.spec, subjects=(subject,)), self)
        return known

    def term(self, name: str) -> Rule:
        """Whether the term, with its 特例, holds of a record."""
        if name not in self._terms:
            self._terms[name] = self._remembered(lambda: self._make_term(name))
        return self._terms[name]

    def stage(self, plan: str, number: int) -> Rule:
        """Whether a record meets a stage of a 段階 item."""
        key = plan, number
        if key not in self._stages:
            self._stages[key] = self._remembered(lambda: self._make_stage(plan, number))
        return self._stages[key]

    def outcome(self, table: str, output: str, value: str) -> Rule:
        """Whether the 区分表 gives a record this value of this output."""
        if table not in self._tables:
            self._tables[table] = self._remembered(lambda: _hits(self.spec.tables[table], self))
        hits, definition = self._tables[table], self.spec.tables[table]
        column = definition.outputs.index(output)
        given = _given if definition.hit_policy is HitPolicy.COLLECT else _agreed
        return lambda record: given(value, [(truth, row[column]) for truth, row in hits(record)])

    def breach(self, procedure: str, rule: str) -> Rule:
        """Whether a run breaches a rule of a 手続."""
        key = procedure, rule
        if key not in self._breaches:
            self._breaches[key] = self._remembered(lambda: self._make_breach(procedure, rule))
        return self._breaches[key]

    def lawful(self, procedure: str, with_rules: bool) -> Rule:
        """Whether a run is orderly and, if asked, breaches no rule."""
        key = procedure, with_rules
        if key not in self._lawful:
            self._lawful[key] = self._remembered(lambda: self._make_lawful(procedure, with_rules))
        return self._lawful[key]

    def assumed(self, subject: str) -> Rule:
        """Whether every 前提 about a 対象 holds of a record."""
        if subject not in self._assumed:
            self._assumed[subject] = self._remembered(lambda: self._make_assumed(subject))
        return self._assumed[subject]

    def _remembered(self, make: Callable[[], Callable[[Records], T]]) -> Callable[[Record], T]:
        """A question that is made when it is first asked, and asked once of each record."""
        made = list[Callable[[Records], T]]()

        def ask(record: Record) -> T:
            known = self._answers.get(id(record))
            answers = self._memory_of(record) if known is None else known[1]
            found: T = answers.get(ask, _UNASKED)
            if found is _UNASKED:
                if not made:
                    made.append(make())
                found = answers[ask] = made[0]((record,))
            return found

        return ask

    def _memory_of(self, record: Record) -> dict[object, Any]:
        """Empty yet; it holds the record itself, so that no other one can come to have its id."""
        if len(self._answers) >= _RECORDS:
            self._answers.clear()
        answers = dict[object, Any]()
        self._answers[id(record)] = record, answers
        return answers

    def _make_term(self, name: str) -> Ask:
        predicate, rivals = self.spec.predicates[name], candidates(self.spec, name)
        body = self.condition(predicate.body, predicate.subject)
        if not rivals:
            return body
        return _settled(body, rivals, [self.condition(o.condition, o.subject) for o in rivals])

    def _make_stage(self, plan: str, number: int) -> Ask:
        found = self.spec.plans[plan]
        stage = next(s for s in found.stages if s.number == number)
        return self.condition(stage.body, found.subject)

    def _make_assumed(self, subject: str) -> Ask:
        about = [a.body for a in self.spec.assumptions.values() if a.subject == subject]
        return every([self.condition(body, subject) for body in about])

    def _make_breach(self, name: str, rule_name: str) -> Ask:
        from regcheck.evaluation.procedures import bites, breach, happens, powers_over

        procedure = self.spec.procedures[name]
        rule = procedure.rules[rule_name]
        if rule.kind is not RuleKind.POWER:
            return self.condition(breach(procedure, rule), name)
        powers = powers_over(procedure, rule.event)
        allowed = some([self.condition(bites(procedure, power), name) for power in powers])
        return every([self.condition(happens(rule.event), name), negated(allowed)])

    def _make_lawful(self, name: str, with_rules: bool) -> Ask:
        from regcheck.evaluation.procedures import demands, rules_to_keep

        procedure = self.spec.procedures[name]
        owed = [self.condition(demand.formula, name) for demand in demands(procedure)]
        kept = [self.breach(name, rule.name) for rule in rules_to_keep(procedure) if with_rules]
        return every([*owed, *(negated(_of_run(breached)) for breached in kept)])


def _of_run(rule: Rule) -> Ask:
    return lambda records: rule(records[0])


# ---------------------------------------------------------------- 特例


def _settled(body: Ask, rivals: Sequence[Override], asks: Sequence[Ask]) -> Ask:
    """The outcome on which all ways agree in which what is UNKNOWN may turn out."""
    beats = prevails(rivals)
    names = [rival.header.name for rival in rivals]
    beaten_by = [frozenset(i for i, winner in enumerate(names) if (winner, name) in beats) for name in names]

    def ask_settled(records: Records) -> bool | None:
        truths = [ask(records) for ask in asks]
        sure = {i for i, truth in enumerate(truths) if truth}
        alive = [i for i, truth in enumerate(truths) if truth is not False and not beaten_by[i] & sure]
        if sure.isdisjoint(alive) and sure:
            return None
        outcomes: set[bool | None] = {rivals[i].outcome for i in alive}
        if not sure:
            outcomes.add(body(records))
        return outcomes.pop() if len(outcomes) == 1 else None

    return ask_settled


# ---------------------------------------------------------------- 区分表


def _hits(table: DecisionTable, rules: Rulebook) -> Callable[[Records], list[Hit]]:
    """The rows that apply or may apply; those that come after the first sure one where that one decides."""
    from regcheck.evaluation.tables import row_condition

    first = table.hit_policy is HitPolicy.FIRST
    bare = replace(table, within=None)
    rows = [(rules.condition(row_condition(bare, row), table.subject), row.outputs) for row in table.rows]
    inside = None if table.within is None else rules.condition(table.within, table.subject)

    def hits(records: Records) -> list[Hit]:
        within = True if inside is None else inside(records)
        found = list[Hit]()
        for ask, outputs in rows if within is not False else ():
            truth = ask(records)
            if truth is not False:
                found.append((truth if within else None, outputs))
                if first and truth and within:
                    break
        return found

    return hits


def _given(value: str, hits: Sequence[tuple[bool | None, str]]) -> bool | None:
    """Whether a row that applies gives the value."""
    truths = [truth for truth, given in hits if given == value]
    return True if True in truths else None if truths else False


def _agreed(value: str, hits: Sequence[tuple[bool | None, str]]) -> bool | None:
    """Whether the rows that apply all give the value."""
    possible = {given for _, given in hits}
    if value not in possible:
        return False
    return True if len(possible) == 1 and any(truth for truth, _ in hits) else None
