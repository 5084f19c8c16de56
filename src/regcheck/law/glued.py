"""The two halves of a 対応号 that a copy wrote without the space between them.

Owns: finding the seam where it is certain.
Refuses to know: formats, what the halves mean.

「一　前条第一号に掲げる事業当該事業を行う者であること。」 has its seam after 事業: the 柱書 says which noun ends the
first half, or the second half begins with a word that no sentence has there. Where neither holds it stays one sentence.
"""

from __future__ import annotations

import re

from regcheck.law.sentences import cut, outside
from regcheck.law.words import Words

_MATCHING = re.compile(
    r"(?:次の各号|次)に掲げる(?P<noun>[^、。]*?)(?:の(?:区分|種類|別))?(?:に応じ|は|の|を|に)"
)
_IS_MATCHING = re.compile(r"(?:当該各号|それぞれ(?:次|当該各号|同表)?|次の各号)に定める")
_BEGINS = re.compile(
    r"(?:(?<=場合)|(?<=とき)|(?<=もの)|(?<=[業者備務定]))(?=当該(?!各号)|次に掲げる|次のいずれか|公布の日|この(?:法律|政令|省令|府令|命令)の施行の日)"
)
_ENACTED = re.compile(
    r"の規定〓*+(?=公布|令和|平成|この|(?!並びに|及び|又は|若しくは|中)[一-龠][^、。]{2,80}の(?:施行|公布)の日)"
)
_GOES_ON = re.compile(
    r"[ぁ-ん、。・）者等所場主]|及び|又は|並びに|若しくは|(?:[一-龠ァ-ヶー]{0,3}(?:に該当|を除く|をいう))"
)
_CITED = r"(?:前条|次条|第[一二三四五六七八九十百]+条(?:の[一二三四五六七八九十]+)*|第[一二三四五六七八九十百]+号|前号)"


def is_matching(chapeau: str) -> bool:
    """Whether the 号 below a 柱書 have two halves: 次の各号に掲げるXの区分に応じ、当該各号に定めるY."""
    return _IS_MATCHING.search(outside(chapeau)) is not None or _IS_MATCHING.search(chapeau) is not None


def halves(words: Words, chapeau: str) -> tuple[Words, ...]:
    """The two halves of a 号 below a 柱書, or nothing where the seam is not certain."""
    if not is_matching(chapeau):
        return ()
    plain = outside(words.text)
    at = _after_noun(plain, chapeau) or _before_beginning(plain)
    if not at or at >= len(plain):
        return ()
    return cut(words, 0, at), cut(words, at, len(plain))


def _after_noun(plain: str, chapeau: str) -> int:
    """「前条第一号に掲げる事業」 ends the first half if the 柱書 says 「次の各号に掲げる特定社会基盤事業の区分」."""
    said = _MATCHING.search(chapeau)
    if not said or not said["noun"]:
        return 0
    noun = said["noun"]
    for length in range(len(noun), 1, -1):
        head = rf"{_CITED}[^、。]{{0,24}}に(?:掲げる|規定する){re.escape(noun[-length:])}"
        found = re.match(head, plain)
        if found and not _GOES_ON.match(plain, found.end()):
            return found.end()
    if noun.endswith("規定"):
        found = _ENACTED.search(plain)
        return found.end() if found else 0
    return 0


def _before_beginning(plain: str) -> int:
    places = {found.start() for found in _BEGINS.finditer(plain)}
    return places.pop() if len(places) == 1 else 0
