"""An ordinance of layered definitions: lists in lists, numbers, dates, 区分, sums and exceptions.

Owns: how definitions stand on one another, and 性質 that hold because of how the definitions were drawn.
Refuses to know: facts and their words (facts.py), how a checker decides.

No definition meets the same fact twice, neither itself nor through those it refers to. So every part of it
can change the outcome: the ordinance is free of findings by construction, not by trial.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from random import Random

from benchmarks.generate.facts import SUBJECT, Condition, Fact, all_facts, condition, declared, sum_condition
from regcheck.frozen import Frozen

SEED = 20_280_401
_OUTER, _INNER = "一二三四五六七八九", "イロハニホ"
_HEADER = "  出典　資料「見本」"
_EVERY, _EVERY_INNER = "次の各号のいずれにも該当すること", "次のいずれにも該当すること"
_SOME = ("次の各号のいずれかに該当すること", "次の各号のうち二以上に該当すること")
_SOME_INNER = ("次のいずれかに該当すること", _EVERY_INNER)
_FREE = 24
"""Facts that are left to a definition itself when it refers to others."""


class Shape(Frozen):
    """How many definitions, the least and the most items of each, the most 性質 of each."""

    definitions: int
    items: tuple[int, int]
    claims: int


SMALL = Shape(definitions=40, items=(4, 5), claims=5)
LARGE = Shape(definitions=150, items=(3, 3), claims=3)


class Definition(Frozen):
    """A drawn item: its text below the title, the facts it meets, and what holds wherever it applies."""

    name: str
    body: tuple[str, ...]
    facts: frozenset[str]
    needs: tuple[str, ...]
    uses: tuple[str, ...]

    @property
    def condition(self) -> Condition:
        """That it applies."""
        return Condition(ends=f"「{self.name}」に該当すること", joins=f"「{self.name}」に該当し")


def ordinance(shape: Shape, seed: int = SEED) -> str:
    """The text of the ordinance; every 性質 in it holds."""
    drawn = definitions(shape, seed)
    return text_of(drawn, _claims(drawn, shape))


def text_of(drawn: Sequence[Definition], claims: Iterable[Iterable[str]]) -> str:
    """区分, 対象, the definitions, and 性質 about them."""
    used = {name for definition in drawn for name in definition.uses}
    titled = ((f"{_kind(d, used)}「{d.name}」：{SUBJECT}", _HEADER, *d.body) for d in drawn)
    blocks = ("\n".join((*lines, "")) for lines in (*titled, *claims))
    return "\n".join([*declared(all_facts()), *blocks])


def _kind(definition: Definition, used: Collection[str]) -> str:
    """What no other text uses is a criterion."""
    return "定義" if definition.name in used else "指定基準"


def definitions(shape: Shape, seed: int = SEED) -> list[Definition]:
    """Definitions of which the later ones refer to earlier ones."""
    random = Random(seed * 1_000_003 + shape.definitions)
    drawn: list[Definition] = []
    for index in range(shape.definitions):
        drawn.append(_Draw(random, shape, drawn).definition(index))
    return drawn


class _Draw:
    """One definition in the making: the facts and definitions that it may still use."""

    def __init__(self, random: Random, shape: Shape, lower: Sequence[Definition]) -> None:
        self.random, self.shape = random, shape
        self.free = random.sample(all_facts(), len(all_facts()))
        self.lower = random.sample(lower, len(lower))
        self.met: set[str] = set()
        self.uses: list[str] = []

    def definition(self, index: int) -> Definition:
        every = self.random.random() < 0.6
        needs: list[str] = []
        items = [self._item(number, needs) for number in _OUTER[: self.random.randint(*self.shape.items)]]
        head = _EVERY if every else self.random.choice(_SOME)
        body = [f"  {head}", *(f"    {line}" for item in items for line in item)]
        if self.random.random() < 0.4:
            body.append(f"  ただし、{self._leaf([]).ends.removesuffix('こと')}ものを除く")
        return Definition(
            name=f"第{index + 1}種施設",
            body=tuple(body),
            facts=frozenset(self.met),
            needs=tuple(needs) if every else (),
            uses=tuple(self.uses),
        )

    def _item(self, number: str, needs: list[str]) -> list[str]:
        """A 号; what it makes necessary, if every 号 has to be met, is added to `needs`."""
        match self.random.randrange(10):
            case 0 | 1 | 2:
                return [f"{number}　{self._leaf(needs).ends}"]
            case 3 | 4 | 5:
                return [f"{number}　{self._leaf(needs).joins}、かつ、{self._leaf(needs).ends}"]
            case _:
                head = self.random.choice(_SOME_INNER)
                inner = needs if head == _EVERY_INNER else []
                signs = _INNER[: self.random.randint(2, 3)]
                return [f"{number}　{head}", *(f"  {sign}　{self._leaf(inner).ends}" for sign in signs)]

    def _leaf(self, needs: list[str]) -> Condition:
        found = self._referred(needs) if self.random.random() < 0.3 else None
        if found is None:
            found = self._on_facts()
            needs.append(found.ends)
        return found

    def _referred(self, needs: list[str]) -> Condition | None:
        """An earlier definition that meets none of the facts met so far."""
        for other in self.lower:
            left = [fact for fact in self.free if fact.name not in other.facts]
            if len(left) >= _FREE and not other.facts & self.met:
                self.free = left
                self.met |= other.facts
                self.uses.append(other.name)
                needs += (other.condition.ends, *other.needs)
                return other.condition
        return None

    def _on_facts(self) -> Condition:
        fact = self._take(self.free[0])
        others = [other for other in self.free if _can_be_added(fact, other)]
        if others and self.random.random() < 0.15:
            return sum_condition(fact, self._take(others[0]), self.random)
        return condition(fact, self.random)

    def _take(self, fact: Fact) -> Fact:
        self.free.remove(fact)
        self.met.add(fact.name)
        return fact


def _can_be_added(left: Fact, right: Fact) -> bool:
    return left.type == right.type and left.type.startswith("整数")


def _claims(drawn: Sequence[Definition], shape: Shape) -> Iterator[tuple[str, ...]]:
    """What definitions make necessary, the farthest first, said once more as 性質."""
    for definition in drawn:
        for number, need in enumerate(definition.needs[::-1][: shape.claims], start=1):
            claim = f"「{definition.name}」に該当するならば、{need.removesuffix('こと')}"
            yield f"性質「{definition.name}の要件{number}」", _HEADER, f"  すべての{SUBJECT}について、{claim}"
