"""Expressions for provisions in a sentence, as written: 第五十条第一項第十四号, 前条, 同項ただし書, イからハまで.

Owns: finding them and their parts.
Refuses to know: what they mean where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.frozen import Frozen
from regcheck.law.law_number import NUMBER
from regcheck.law.sentences import depths
from regcheck.source.numerals import IROHA, KANJI_NUMBER as _K

_B = f"(?:の{_K})*"
_KANA = f"[{IROHA}]{_B}"
_BELOW = rf"(?P<below>{_KANA}(?:（[０-９0-9]+）(?:（[ｉｖｘivx]+）)?)?)"
_ARTICLE = rf"(?P<article>第{_K}条{_B}|前条|次条|同条(?!例)|前{_K}条|本条|この条(?!例|約))"
_PARAGRAPH = rf"(?P<paragraph>第{_K}項|前項|次項|同項|前{_K}項|前各項|各項|この項(?!目))"
_ITEM = rf"(?P<item>第{_K}号{_B}|前号|次号|同号|前{_K}号|前各号|(?<!次の)(?<!当該)各号(?!列記)|この号)"
_TAIL = r"(?P<tail>ただし書|本文|柱書|前段|後段|各号列記以外の部分)"


def _pattern() -> re.Pattern[str]:
    """One pattern whose groups are numbered by where the expression begins: 条, 項 or 号."""
    heads = (
        f"{_ARTICLE}{_PARAGRAPH}?{_ITEM}?{_BELOW}?",
        f"{_PARAGRAPH}{_ITEM}?{_BELOW}?",
        f"{_ITEM}{_BELOW}?",
    )
    forms = [re.sub(r"P<(\w+)>", rf"P<\g<1>{number}>", head) for number, head in enumerate(heads)]
    annex = rf"(?P<annex>別表(?:第{_K})?{_B}|様式第{_K}(?:号)?{_B}(?:（{_K}）)?|様式第[０-９]+)"
    return re.compile(rf"(?P<part>附則)?(?:{'|'.join(forms)}){_TAIL}?|{annex}")


_WRITTEN = _pattern()
_NUMBER = re.compile(NUMBER)
_LONE_BELOW = re.compile(
    rf"(?<![ァ-ヶー０-９）条項号])(?P<below>{_KANA}(?:（[０-９]+）)?|（[０-９]+）)"
    rf"(?=に掲げる|に規定する|に定める|に該当|において同じ|において「|及び{_KANA}|又は{_KANA}|から{_KANA}|、{_KANA}|まで|に係る|の業務)"
)
_LOWEST = f"{IROHA}）"
_JOINED_BELOW = re.compile(r"、|及び|又は|並びに|若しくは|から")
_BELOW_ALONE = re.compile(rf"(?P<below>{_KANA}(?:（[０-９]+）)?|（[０-９]+）)(?![ァ-ヶー一-龠])")
_NOUN = re.compile(r"(?<=[項号])(?![及又並若中本前後柱各関以から])[一-龠]")
"""「第四号施行日」 is a name that was given, not a 号."""
_QUOTED = re.compile(r"「[^「」]*(?:「[^「」]*」[^「」]*)*」")


class Cited(Frozen):
    """An expression: which of its parts are written, and how."""

    start: int
    end: int
    text: str
    part: str = ""
    """附則, if it is written."""
    article: str = ""
    paragraph: str = ""
    item: str = ""
    below: str = ""
    tail: str = ""
    annex: str = ""
    depth: int = 0
    """How many brackets are open around it."""


def cited(text: str, in_item: bool) -> Iterator[Cited]:
    """The expressions of a sentence in order. What stands in 「」 is another text's; lone イ and （１） count in 号 only."""
    hidden = _spans(_QUOTED, text) + _spans(_NUMBER, text)
    deep = depths(text)
    found = list(_WRITTEN.finditer(text))
    found += [more for match in found if match[0][-1] in _LOWEST for more in _further(text, match.end())]
    taken = [match.span() for match in found]
    if in_item:
        found += [match for match in _LONE_BELOW.finditer(text) if not _inside(match.span(), taken)]
    for match in sorted(found, key=lambda one: one.start()):
        if not _inside(match.span(), hidden) and not _NOUN.match(text, match.end()):
            yield _made(match, deep[match.start()])


def _further(text: str, at: int) -> Iterator[re.Match[str]]:
    """The イ and （１） that go on after an expression: 「第一号イ及びロ」."""
    while joined := _JOINED_BELOW.match(text, at):
        more = _BELOW_ALONE.match(text, joined.end())
        if not more:
            return
        yield more
        at = more.end()


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _made(match: re.Match[str], depth: int) -> Cited:
    groups: dict[str, str] = {}
    for name, value in match.groupdict().items():
        if value:
            groups[name.rstrip("012")] = value
    return Cited(
        start=match.start(),
        end=match.end(),
        text=match[0],
        part=groups.get("part", ""),
        article=groups.get("article", ""),
        paragraph=groups.get("paragraph", ""),
        item=groups.get("item", ""),
        below=groups.get("below", ""),
        tail=groups.get("tail", ""),
        annex=groups.get("annex", ""),
        depth=depth,
    )
