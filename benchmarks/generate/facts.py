"""The facts that a drawn ordinance speaks of, and the conditions on them in drafting Japanese.

Owns: 区分, 対象 and one condition per fact, in the two forms that a sentence needs.
Refuses to know: how conditions are put together.

A fact is always cut the same way (以上 and 未満, or を超える and 以下): a number that two provisions read
differently would be a finding, and the drawn ordinance has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from regcheck.frozen import Frozen

SUBJECT = "施設"
KINDS = {
    "開設者の種類": ("国", "地方公共団体", "独立行政法人", "学校法人", "医療法人", "その他の法人"),
    "立地の区分": ("都市部", "平野部", "山間部", "離島"),
    "機能の区分": ("高度機能", "急性機能", "回復機能", "慢性機能", "外来機能"),
    "拠点の区分": ("無指定", "地域拠点", "基幹拠点"),
}
_PLACES = ("一般", "療養", "精神", "感染症", "救急", "周産期", "集中治療")
_COUNTS = (("病床数", "床"), ("医師数", "人"), ("看護師数", "人"), ("手術件数", "件"), ("保有台数", "台"))
_RATIOS = ("紹介率", "逆紹介率", "病床利用率", "常勤比率", "再入院率", "県外患者率")
_DAYS = ("平均在院日数", "平均待機日数", "平均復帰日数")
_DATES = ("開設日", "指定日", "更新日")
_TRUTHS = ("承認", "研修体制", "安全管理体制", "自家発電設備", "備蓄", "通信設備", "情報管理体制", "代替手段")
_LIMITS = (20, 50, 100, 200, 300, 400, 500, 600, 800, 1000, 1200)


class Condition(Frozen):
    """A condition at the end of a sentence, and before a further one."""

    ends: str
    joins: str


class Fact(Frozen):
    """A line of the 対象; `among` is what its conditions choose from."""

    name: str
    type: str
    unit: str = ""
    among: Sequence[str] = ()


def all_facts() -> tuple[Fact, ...]:
    """Fifty-nine facts of every type that a condition can cut."""
    return tuple(_facts())


def _facts() -> Iterator[Fact]:
    for place in _PLACES:
        for name, unit in _COUNTS:
            yield Fact(name=place + name, type=f"整数（{unit}）　０以上", unit=unit)
    yield from (Fact(name=name, type="割合　０以上１以下", unit="百分の") for name in _RATIOS)
    yield from (Fact(name=name, type="小数（日、小数点以下一位）　０以上", unit="日") for name in _DAYS)
    yield from (Fact(name=name, type="日付") for name in _DATES)
    yield from (Fact(name=name, type="真偽") for name in _TRUTHS)
    yield from (Fact(name=kind[:-3] + "種別", type=kind, among=values) for kind, values in KINDS.items())


def declared(facts: Sequence[Fact]) -> Iterator[str]:
    """The 区分 and the 対象, line by line."""
    for kind, values in KINDS.items():
        yield from (f"区分　{kind}", f"  {'、'.join(values)}", "")
    yield from (f"対象　{SUBJECT}", "  出典　資料「見本」")
    yield from (f"  {fact.name}：{fact.type}" for fact in facts)
    yield ""


def condition(fact: Fact, random: Random) -> Condition:
    """A condition that some cases meet and some do not."""
    if fact.type == "真偽":
        return Condition(ends=f"{fact.name}があること", joins=f"{fact.name}があり")
    if fact.among:
        return _is(fact.name, random.sample(fact.among, random.randint(1, 2)))
    if fact.type == "日付":
        side = random.choice(("以後", "より前"))
        return _is(fact.name, [f"令和{random.randint(2, 12)}年4月1日{side}"])
    if fact.unit == "百分の":
        return _is(fact.name, [f"百分の{random.randrange(10, 95, 5)}{random.choice(('以上', '未満'))}"])
    if fact.type.startswith("小数"):
        return _is(fact.name, [f"{random.randint(3, 30)}.5{fact.unit}{random.choice(('未満', '以上'))}"])
    return _is(fact.name, [_stretch(fact.unit, random)])


def sum_condition(left: Fact, right: Fact, random: Random) -> Condition:
    """A condition on two facts of one unit together."""
    limit = f"{random.choice(_LIMITS[2:])}{left.unit}以上"
    return _is(f"{left.name}と{right.name}の合計", [limit])


def _stretch(unit: str, random: Random) -> str:
    low, high = sorted(random.sample(_LIMITS, 2))
    above, below = ("を超え", "以下") if unit == "件" else ("以上", "未満")
    return random.choice(
        (f"{low}{unit}{above}", f"{high}{unit}{below}", f"{low}{unit}{above}{high}{unit}{below}")
    )


def _is(asked: str, values: Sequence[str]) -> Condition:
    said = f"{asked}が{'又は'.join(values)}"
    if said.endswith("を超え"):
        return Condition(ends=f"{said}ること", joins=said)
    return Condition(ends=f"{said}であること", joins=f"{said}であり")
