"""Clauses to formulas: a subject, its predicate, and whether it is denied.

Owns: every predicate of the grammar.
Refuses to know: how clauses are joined, lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lark import Token, Tree

from regcheck.documents.from_statutory.figures import to_whole
from regcheck.documents.from_statutory.lexicon import Node
from regcheck.documents.from_statutory.phrases import (
    Sentence,
    element_subject,
    read_expression,
    read_fact_type,
    read_list,
    read_path,
    read_where,
    unit_of,
)
from regcheck.documents.from_statutory.reading import Reading, name_of, tokens, trees
from regcheck.documents.phrasebook import NamedFact
from regcheck.model.formula import (
    And,
    Applies,
    Comparator,
    Compare,
    Contains,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    HoldsIn,
    IsOneOf,
    Judged,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    Part,
    Path,
    PeriodEnd,
    Quantity,
    SameValue,
    StageApplies,
    Truth,
)
from regcheck.model.types import BoolType, DateType, EnumSetType, EnumType, SeriesType, TextType

_COMPARATORS = {
    "以上": Comparator.GE,
    "以下": Comparator.LE,
    "未満": Comparator.LT,
    "を超え": Comparator.GT,
    "以後": Comparator.GE,
    "以前": Comparator.LE,
    "より後": Comparator.GT,
    "より前": Comparator.LT,
}
_DAY_WORDS = {"以後", "以前", "より後", "より前"}
_LOW = {Comparator.GE, Comparator.GT}
_ENDING = re.compile("(?:である|であり|る)$")


def read_clause(node: Node, reading: Reading, sentence: Sentence) -> Formula:
    """One clause that is not a reference to lines below."""
    match node.data:
        case "meets":
            return _meets(node, reading)
        case "is_":
            return _is(node, reading, sentence)
        case "compare" | "between":
            return _compare(node, reading, sentence)
        case "same":
            return _same(node, reading, sentence)
        case "exists":
            return _denied(node, "EXISTS_NOT", _exists(node, reading))
        case "contains":
            return _contains(node, reading)
        case "has":
            return _has(node, reading, sentence)
        case "finds":
            return _finds(node, reading)
        case _:
            raise reading.unread(node)


def verb_of(node: Node | Token) -> Token:
    """The last word of a clause."""
    return node if isinstance(node, Token) else tokens(node)[-1]


def _denied(node: Node, denial: str, formula: Formula) -> Formula:
    return Not(body=formula) if verb_of(node).type == denial else formula


def _any(formulas: Sequence[Formula]) -> Formula:
    return formulas[0] if len(formulas) == 1 else Or(parts=tuple(Part(body=f) for f in formulas))


def _all(formulas: Sequence[Formula]) -> Formula:
    return formulas[0] if len(formulas) == 1 else And(parts=tuple(Part(body=f) for f in formulas))


# ---------------------------------------------------------------- several names under one predicate


def _together(values: Node, verb: Token, formulas: Sequence[Formula], reading: Reading) -> Formula:
    """A又はB, AのいずれもB: the word before the last name must fit the predicate."""
    joint = next((t.type for t in tokens(values) if t.type != "COMMA"), "")
    kind = verb.type.partition("_")[2]
    match kind, joint:
        case "NOT", "":
            return Not(body=formulas[0])
        case "NONE", "OR" | "INNER_OR":
            return Not(body=_any(formulas))
        case "ALL", "AND" | "OUTER_AND":
            return _all(formulas)
        case "", "" | "OR" | "INNER_OR":
            return _any(formulas)
        case _:
            raise reading.unread(values)


def _meets(node: Node, reading: Reading) -> Formula:
    *about, values = trees(node)
    path = read_path(about[0], reading) if about else Path(root=reading.scope.here)
    formulas = [_rule(side, path, reading) for side in trees(values)]
    return _together(values, verb_of(node), formulas, reading)


def _rule(side: Node, path: Path, reading: Reading) -> Formula:
    """A predicate by its name, or 甲案の第一段階."""
    name = name_of(side)
    if name:
        rule = reading.scope.spec.predicates.get(name)
        if rule is None or rule.subject != reading.scope.subject_at(path):
            raise reading.unread(side)
        return Applies(term=name, path=path)
    inner = side.children[0]
    match inner:
        case Tree(data="phrase", children=[Tree(data="name") as plan, Token(type="STAGE") as stage]):
            return _stage(name_of(plan), stage, path, reading)
        case _:
            raise reading.unread(side)


def _stage(plan: str, stage: Token, path: Path, reading: Reading) -> Formula:
    number = to_whole(stage.removeprefix("第").removesuffix("段階"))
    found = reading.scope.spec.plans.get(plan)
    known = found is not None and found.subject == reading.scope.subject_at(path)
    if found is None or not known or number not in {s.number for s in found.stages}:
        raise reading.unread(stage)
    return StageApplies(plan=plan, number=number, path=path)


def _contains(node: Node, reading: Reading) -> Formula:
    about, values = trees(node)
    path = read_path(about, reading)
    kind = reading.scope.type_at(path)
    if not isinstance(kind, EnumSetType):
        raise reading.unread(about)
    members = _members(values, kind.enum, reading)
    return _together(values, verb_of(node), [Contains(path=path, value=m) for m in members], reading)


def _members(values: Node, enum: str, reading: Reading) -> tuple[str, ...]:
    """The members of a 区分 that an enumeration names."""
    known = reading.scope.spec.enumerations[enum].members
    names = tuple(name_of(side) for side in trees(values))
    if not set(names) <= set(known):
        raise reading.unread(values)
    return names


# ---------------------------------------------------------------- である


def _is(node: Node, reading: Reading, sentence: Sentence) -> Formula:
    about, values = trees(node)
    if about.data == "outcome":
        return _outcome(about, values, verb_of(node), reading)
    if isinstance(read_fact_type(about, reading), EnumType | TextType):
        return _is_one_of(read_path(about, reading), values, verb_of(node), reading)
    if len(trees(values)) != 1 or verb_of(node).type == "NONE_OF":
        raise reading.unread(values)
    op = Comparator.NE if verb_of(node).type == "IS_NOT" else Comparator.EQ
    return _comparison(op, about, trees(values)[0], reading, sentence)


def _is_one_of(path: Path, values: Node, verb: Token, reading: Reading) -> Formula:
    kind = reading.scope.type_at(path)
    joint = next((t.type for t in tokens(values) if t.type != "COMMA"), "")
    names = tuple(name_of(side) for side in trees(values))
    if isinstance(kind, EnumType):
        names = _members(values, kind.enum, reading)
    found = IsOneOf(path=path, values=names)
    match verb.type, joint:
        case "IS", "" | "OR" | "INNER_OR":
            return found
        case ("IS_NOT", "") | ("NONE_OF", "OR" | "INNER_OR"):
            return Not(body=found)
        case _:
            raise reading.unread(values)


def _outcome(outcome: Node, values: Node, verb: Token, reading: Reading) -> Formula:
    *about, table, output = trees(outcome)
    path = read_path(about[0], reading) if about else Path(root=reading.scope.here)
    found = reading.scope.spec.tables.get(name_of(table))
    if found is None or name_of(output) not in found.outputs or len(trees(values)) != 1:
        raise reading.unread(outcome)
    formula = OutcomeIs(
        table=name_of(table), output=name_of(output), value=name_of(trees(values)[0]), path=path
    )
    if verb.type == "NONE_OF" or not formula.value:
        raise reading.unread(values)
    return Not(body=formula) if verb.type == "IS_NOT" else formula


# ---------------------------------------------------------------- comparisons


def _compare(node: Node, reading: Reading, sentence: Sentence) -> Formula:
    about, *limits = trees(node)
    words = [str(token) for token in tokens(node)]
    found = [
        _comparison(comparator_of(word), about, limit, reading, sentence, day=_stripped(word) in _DAY_WORDS)
        for limit, word in zip(limits, words, strict=True)
    ]
    if len(found) == 2 and (found[0].op in _LOW) is (found[1].op in _LOW):
        raise reading.unread(node)
    return _all(found)


def _stripped(word: str) -> str:
    return _ENDING.sub("", word)


def comparator_of(word: str) -> Comparator:
    """What a limit word compares with, whatever its ending."""
    return _COMPARATORS[_stripped(word)]


def _comparison(
    op: Comparator, about: Node, limit: Node, reading: Reading, sentence: Sentence, day: bool | None = None
) -> Compare:
    left = read_expression(about, reading, sentence)
    right = read_expression(limit, reading, sentence)
    left, right = _with_unit(left, right, reading), _with_unit(right, left, reading)
    if day is not None and day is not (_is_day(left, reading) or _is_day(right, reading)):
        raise reading.unread(limit)
    return Compare(op=op, left=left, right=right)


def _with_unit(expression: Expression, other: Expression, reading: Reading) -> Expression:
    """三分の一 is a 割合 unless it is compared with a bare count."""
    if isinstance(expression, Number) and unit_of(other, reading) == "" and expression.unit == "割合":
        return Number(value=expression.value, unit="")
    return expression


def _is_day(expression: Expression, reading: Reading) -> bool:
    match expression:
        case Day() | PeriodEnd():
            return True
        case Fact(path=path):
            return isinstance(reading.scope.type_at(path), DateType)
        case _:
            return False


def _same(node: Node, reading: Reading, sentence: Sentence) -> Formula:
    left, right = trees(node)
    denied = verb_of(node).type == "DIFFERS"
    if isinstance(read_fact_type(left, reading), EnumType | TextType | BoolType):
        found = SameValue(left=read_path(left, reading), right=read_path(right, reading))
        return Not(body=found) if denied else found
    return _comparison(Comparator.NE if denied else Comparator.EQ, left, right, reading, sentence)


# ---------------------------------------------------------------- がある, を有する, と認める


def _exists(node: Node, reading: Reading) -> Formula:
    path = read_path(trees(node)[0], reading)
    kind = reading.scope.type_at(path)
    if isinstance(kind, BoolType):
        return Holds(path=path)
    if isinstance(kind, SeriesType) and (index := reading.scope.year_of(kind)):
        return HoldsIn(path=path, index=index)
    raise reading.unread(node)


def _has(node: Node, reading: Reading, sentence: Sentence) -> Formula:
    *about, owned = trees(node)
    owner = read_path(about[0], reading) if about else Path(root=reading.scope.here)
    phrase = read_list(owned, reading, owner)
    inner = reading.about(reading.scope.inside(element_subject(phrase.path, reading)))
    body = Truth(value=True) if phrase.where is None else read_where(phrase.where, inner, sentence)
    found = OverList(quantity=Quantity.SOME, path=phrase.path, variable=inner.scope.here, body=body)
    return _denied(node, "HAS_NOT", found)


def _finds(node: Node, reading: Reading) -> Formula:
    authority, *about = trees(node)
    quoted, _verb = tokens(node)
    name = quoted.strip("「」")
    found = reading.scope.spec.discretions.get(name)
    if found is None or found.authority != name_of(authority):
        raise reading.unread(node)
    path = read_path(about[0], reading) if about else Path(root=reading.scope.here)
    return _denied(node, "FINDS_NOT", Judged(discretion=name, path=path))


def read_phrase_clause(words: Token, reading: Reading) -> Formula:
    """承認を受けている: what the ordinance says of a fact, about whoever is spoken of."""
    here = Path(root=reading.scope.here)
    found = reading.scope.phrases.meant(reading.scope.subject_at(here), words)
    if found is None:
        raise reading.unread(words)
    fact, denied = found
    formula = _said(fact, Path(root=here.root, steps=(fact.name,)), reading)
    return Not(body=formula) if denied else formula


def _said(fact: NamedFact, path: Path, reading: Reading) -> Formula:
    if not fact.value:
        return Holds(path=path)
    if isinstance(reading.scope.type_at(path), EnumSetType):
        return Contains(path=path, value=fact.value)
    return IsOneOf(path=path, values=(fact.value,))


def constant(token: Token) -> Truth:
    """常に該当する, 常に該当しない."""
    return Truth(value=token in ("常に該当する", "常に該当し"))
