"""Careless changes of the words of a law: one word, number, label or connective at a time.

A mutant is the same law with one change. `CLASSES` are the changes of a piece of text; a 号 or its label can also be lost,
or change places with the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import msgspec

from regcheck.frozen import Frozen
from regcheck.law.tree import Item, Law, Paragraph
from regcheck.law.words import Words
from regcheck.source.numerals import from_kanji, to_kanji

Classes = dict[str, tuple[str, Callable[[re.Match[str]], Iterator[str]]]]
"""By name: what is looked for, and what can come in its place."""

_NUMERAL = "[一二三四五六七八九十百千万]+"


class Mutant(Frozen):
    """One change of a law: of which class, what it was and became, and the words that it is in."""

    make: Callable[[], Law]
    kind: str
    change: str
    words: Words
    """The words that are changed: of a 号 that is moved its first."""
    at: int = 0
    """Where in the words the change begins."""

    def __str__(self) -> str:
        return f"{self.kind}：{self.change}：{self.words.text[max(self.at - 12, 0) : self.at + 18]}"


def _numbers(found: re.Match[str]) -> Iterator[str]:
    value = from_kanji(found[0])
    if value is not None:
        yield from (to_kanji(value + 1), to_kanji(value * 10))


def _to(*words: str) -> Callable[[re.Match[str]], Iterator[str]]:
    return lambda _found: iter(words)


_DENIED = {
    "である": "でない", "でない": "である", "がある": "がない", "がない": "がある", "ている": "ていない",
    "ていない": "ている", "に該当する": "に該当しない", "に該当しない": "に該当する", "を含む": "を含まない",
    "を含まない": "を含む", "を有する": "を有しない", "を有しない": "を有する", "と認める": "と認めない",
    "と認めない": "と認める", "を行う": "を行わない", "を行わない": "を行う", "を除く": "に限る",
    "に限る": "を除く", "を含む。": "を除く。",
}  # fmt: skip
_COUNTED = {"から起算して": "から", "から": "から起算して"}
_SIDES = {"以前": "以後", "以後": "より後", "より前": "以前", "より後": "以後"}
_COLUMNS = {"上欄": "下欄", "下欄": "上欄", "左欄": "右欄", "右欄": "左欄"}

CLASSES: Classes = {
    "以上": ("以上", _to("を超える", "以下", "未満")),
    "以下": ("以下(?!この|「|同じ)", _to("未満", "以上")),
    "未満": ("未満", _to("以下", "以上")),
    "を超え": ("を超え", _to("以上で", "未満で")),
    "以前・以後": ("以前|以後", _to("前", "後")),
    "又は": ("(?<!、)又は", _to("若しくは", "及び", "並びに")),
    "、又は": ("、又は", _to("、かつ、", "又は", "、若しくは")),
    "、かつ、": ("、かつ、", _to("、又は", "かつ", "、")),
    "若しくは": ("若しくは", _to("又は", "及び")),
    "及び": ("及び", _to("並びに", "又は", "若しくは")),
    "並びに": ("並びに", _to("及び", "又は")),
    "いずれにも": ("いずれにも", _to("いずれかに", "いずれか")),
    "いずれかに": ("いずれかに", _to("いずれにも", "全てに")),
    "数": (_NUMERAL, _numbers),
    "ただし書": ("ただし、[^。]*。", _to("")),
    "ある・ない": ("である|でない|がある|がない|ている|ていない", lambda m: iter([_DENIED[m[0]]])),
    "する・しない": (
        "に該当する|に該当しない|を含む|を含まない|を有する|を有しない|と認める|と認めない|を行う|を行わない",
        lambda m: iter([_DENIED[m[0]]]),
    ),
    "除く・限る": ("を除く|に限る|を含む。", lambda m: iter([_DENIED[m[0]]])),
    "掲げる・定める": ("掲げる|定める", lambda m: iter(["定める" if m[0] == "掲げる" else "掲げる"])),
    "前": ("前[条項号]", lambda m: iter({f"前{u}" for u in "条項号"} - {m[0]})),
    "同": ("同[条項号]", lambda m: iter({f"同{u}" for u in "条項号"} - {m[0]})),
    "起算して": ("から起算して|から(?=[一二三四五六七八九十]+[日月年])", lambda m: iter([_COUNTED[m[0]]])),
    "イロハ": ("(?<=号)[イロハニホ](?=に|から|、|又は|及び)", lambda m: iter("イロハニホ".replace(m[0], "")[:2])),
    "欄": ("[上下左右]欄", lambda m: iter([_COLUMNS[m[0]]])),
    "各号": ("次の各号", _to("次", "前各号")),
    "とする・をいう": ("とする。|をいう。", lambda m: iter(["をいう。" if m[0] == "とする。" else "とする。"])),
}  # fmt: skip


PERIOD_CLASSES: Classes = {
    "数": CLASSES["数"],
    "起算して": CLASSES["起算して"],
    "月・日・年": ("(?<=[一二三四五六七八九十])[月日年]", lambda m: iter("月日年".replace(m[0], ""))),
    "経過": ("経過する|経過した", lambda m: iter(["経過した" if m[0] == "経過する" else "経過する"])),
    "前・後": ("前|後", lambda m: iter(["後" if m[0] == "前" else "前"])),
    "以前・以後": ("以前|以後|より前|より後", lambda m: iter([_SIDES[m[0]]])),
    "末日・初日": ("末日|初日", lambda m: iter(["初日" if m[0] == "末日" else "末日"])),
    "まで・から": ("まで|から(?=.*日まで)", lambda m: iter(["から" if m[0] == "まで" else "まで", ""])),
    "内": ("内$", _to("の前", "の後", "の末日まで")),
    "繰下げ": ("（閉庁日繰下げ）", _to("")),
    "遅滞なく": ("遅滞なく", _to("")),
}  # fmt: skip


def mutants(law: Law) -> Iterator[Mutant]:
    """Every mutant of a law: of its words, then of its 号."""
    for number, words in enumerate(words_of(law)):
        text = words.text
        for kind, at, was, new in changes_of(text):
            changed = text[:at] + new + text[at + len(was) :]
            make = partial(_with_text, law, number, changed)
            yield Mutant(make=make, kind=kind, change=f"{was}→{new}", words=words, at=at)
    yield from _of_items(law)


def changes_of(text: str, classes: Classes = CLASSES) -> Iterator[tuple[str, int, str, str]]:
    """(class, place, what was there, what comes there)."""
    for kind, (pattern, others) in classes.items():
        for found in re.finditer(pattern, text):
            for new in others(found):
                yield kind, found.start(), found[0], new


def words_of(node: Any) -> Iterator[Words]:
    """The words of a tree in its order."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from words_of(one)
    elif isinstance(node, msgspec.Struct):
        for name in node.__struct_fields__:
            yield from words_of(getattr(node, name))


def _with_text(law: Law, number: int, text: str) -> Law:
    """The law with its text at a place in reading order changed."""
    count = iter(range(number + 1))
    changed: Law = _replaced(
        law,
        Words,
        lambda words: msgspec.structs.replace(words, text=text) if next(count, None) == number else words,
    )
    return changed


def _replaced(node: Any, kind: type, change: Callable[[Any], Any]) -> Any:
    """The tree with every node of a kind changed, in reading order."""
    if isinstance(node, kind):
        return change(node)
    if isinstance(node, tuple):
        made = tuple(_replaced(one, kind, change) for one in node)
        return node if all(a is b for a, b in zip(made, node, strict=True)) else made
    if isinstance(node, msgspec.Struct):
        fields = node.__struct_fields__
        made_fields = {name: _replaced(getattr(node, name), kind, change) for name in fields}
        if all(made_fields[name] is getattr(node, name) for name in fields):
            return node
        return msgspec.structs.replace(node, **made_fields)
    return node


# ---------------------------------------------------------------- 号


def _of_items(law: Law) -> Iterator[Mutant]:
    """A 号 lost, with and without those after it moving up; two neighbours exchanged; a label of the next one."""
    for path in _lists_in(law, ()):
        items = _at(law, path)
        for at, item in enumerate(items):
            for kind, change, made in _of_item(items, at):
                words = item.title if kind == "号の番号" else next(words_of(_bare(item)))
                yield Mutant(make=partial(_put, law, path, made), kind=kind, change=change, words=words)


def _of_item(items: Items, at: int) -> Iterator[tuple[str, str, Items]]:
    label, left = items[at].title.text, items[:at] + items[at + 1 :]
    yield "号の脱落", label, left
    yield "号の脱落（繰上げ）", label, tuple(_labelled(one, items[n]) for n, one in enumerate(left))
    if at + 1 < len(items):
        one, other, rest = items[at], items[at + 1], items[at + 2 :]
        yield "号の入替え", label, (*items[:at], _labelled(other, one), _labelled(one, other), *rest)
        relabelled = msgspec.structs.replace(one, title=other.title)
        yield "号の番号", f"{label}→{other.title.text}", (*items[:at], relabelled, other, *rest)


def _labelled(item: Item, like: Item) -> Item:
    return msgspec.structs.replace(item, title=like.title, num=like.num)


def _bare(item: Item) -> tuple[Any, ...]:
    """What the item says, without its label."""
    return (item.columns, item.sentences, item.items)


Items = tuple[Item, ...]
Path = tuple[str | int, ...]


def _lists_in(node: Any, path: Path) -> Iterator[Path]:
    """The ways to every list of 号, イ, （１）."""
    if isinstance(node, tuple):
        for at, one in enumerate(node):
            yield from _lists_in(one, (*path, at))
    elif isinstance(node, msgspec.Struct):
        if isinstance(node, Paragraph | Item) and node.items:
            yield (*path, "items")
        for name in node.__struct_fields__:
            yield from _lists_in(getattr(node, name), (*path, name))


def _at(node: Any, path: Path) -> Items:
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step)
    found: Items = node
    return found


def _put(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        return (*node[:step], _put(node[step], tuple(rest), value), *node[step + 1 :])
    return msgspec.structs.replace(node, **{step: _put(getattr(node, step), tuple(rest), value)})
