"""What the families that read texts, and no cases, should say: boundary and symmetry, from their definitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from regcheck.frozen import Frozen
from regcheck.model.formula import (
    And,
    AtLeast,
    Compare,
    Contains,
    Count,
    Day,
    Fact,
    Formula,
    IsOneOf,
    ListTotal,
    Number,
    Or,
    Path,
    children,
)
from regcheck.model.specification import Specification
from regcheck.model.types import EnumSetType, EnumType
from regcheck.proof.decide import Decided
from regcheck.proof.verdict import Verdict

MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
ABOVE = {">=": True, "<": True, ">": False, "<=": False}
"""Whether the limit itself lies on the upper side."""

Sign = tuple[str, ...]
"""Where words stand: the item, then the signs of its parts."""


class Said(Frozen):
    """A condition that has no parts, on a 対象, and where it stands."""

    subject: str
    sign: Sign
    formula: Formula


def texts(spec: Specification) -> Iterator[Said]:
    """前提, terms, 段階, 特例 and 委任, whole."""
    for kind, items in (("前提", spec.assumptions), ("語", spec.predicates)):
        for item in items.values():
            yield Said(subject=item.subject, sign=(f"{kind}{item.header.name}",), formula=item.body)
    for plan in spec.plans.values():
        for stage in plan.stages:
            sign = (f"{plan.header.name}{stage.number}",)
            yield Said(subject=plan.subject, sign=sign, formula=stage.body)
    for override in spec.overrides.values():
        sign = (f"特例{override.header.name}",)
        yield Said(subject=override.subject, sign=sign, formula=override.condition)
    for entry in spec.delegations.values():
        if entry.limit is not None:
            yield Said(subject=entry.subject, sign=(entry.header.name,), formula=entry.limit)


def inside(said: Said) -> Iterator[Said]:
    """The condition and all inside it, what is counted or summed included."""
    yield said
    for inner in (*directly_inside(said), *_counted(said)):
        yield from inside(inner)


def directly_inside(said: Said) -> Iterator[Said]:
    signs = {id(part.body): part.label for part in getattr(said.formula, "parts", ())}
    for child in children(said.formula):
        sign = signs.get(id(child), "")
        yield Said(subject=said.subject, sign=(*said.sign, sign) if sign else said.sign, formula=child)


def _counted(said: Said) -> Iterator[Said]:
    sides = (said.formula.left, said.formula.right) if isinstance(said.formula, Compare) else ()
    for side in sides:
        if isinstance(side, Count | ListTotal) and side.where is not None:
            yield Said(subject=said.subject, sign=said.sign, formula=side.where)


def torn_limits(spec: Specification) -> Counter[str]:
    """施設の病床数: how many numbers two texts put on different sides."""
    sides = dict[tuple[str, str, Fraction | date], set[bool]]()
    for said in (found for text in texts(spec) for found in inside(text)):
        if not isinstance(said.formula, Compare):
            continue
        op, left, right = said.formula.op.value, said.formula.left, said.formula.right
        if isinstance(left, Number | Day):
            op, left, right = MIRRORED.get(op, op), right, left
        if isinstance(left, Fact) and isinstance(right, Number | Day) and op in ABOVE and not left.path.root:
            key = said.subject, "の".join(left.path.steps), right.value
            sides.setdefault(key, set()).add(ABOVE[op])
    return Counter(f"{subject}の{fact}" for (subject, fact, _), found in sides.items() if len(found) > 1)


def lopsided(spec: Specification) -> set[str]:
    """施設の種別: facts of which one provision lists all but one of the three or more members of another's list."""
    lists = dict[str, list[tuple[Sign, frozenset[str]]]]()
    for text in texts(spec):
        for said, path, members in _lists(text):
            kind = spec.subjects[said.subject].fields[path.steps[0]].type
            if not path.root and len(path.steps) == 1 and isinstance(kind, EnumType | EnumSetType):
                lists.setdefault(f"{said.subject}の{path.steps[0]}", []).append((said.sign, members))
    return {
        fact
        for fact, found in lists.items()
        for one, short in found
        for other, long in found
        if one != other and short < long and len(long) == len(short) + 1 >= 3
    }


def _lists(said: Said) -> Iterator[tuple[Said, Path, frozenset[str]]]:
    """The outermost conditions that only list members of one fact, two or more."""
    listed = _listed(said.formula)
    if listed is not None:
        path, members = listed
        if len(members) > 1:
            yield said, path, members
        return
    for inner in directly_inside(said):
        yield from _lists(inner)


def _listed(formula: Formula) -> tuple[Path, frozenset[str]] | None:
    match formula:
        case IsOneOf(path=path, values=values):
            return path, frozenset(values)
        case Contains(path=path, value=value):
            return path, frozenset((value,))
        case And(parts=parts) | Or(parts=parts) | AtLeast(parts=parts):
            found = [_listed(part.body) for part in parts]
            paths = {one[0] for one in found if one is not None}
            if None in found or len(paths) != 1:
                return None
            return paths.pop(), frozenset().union(*(one[1] for one in found if one is not None))
        case _:
            return None


def wording_complaints(spec: Specification, decided: tuple[Decided, ...]) -> Iterator[str]:
    """Every limit that two texts cut differently is told, and every list that lacks a member; no others."""
    refuted = [d.obligation for d in decided if d.verdict is Verdict.REFUTED]
    told = Counter(o.id.split(":")[1].split("/")[0] for o in refuted if o.family == "boundary")
    torn = torn_limits(spec)
    if not torn <= told or (told != torn and not spec.tables):
        yield f"boundary: {dict(told)} told, {dict(torn)} right"
    short = {o.id.split(":")[1].split("/")[0] for o in refuted if o.family == "symmetry"}
    if short != lopsided(spec):
        yield f"symmetry: {short} told, {lopsided(spec)} right"
