"""Where a provision stands in its instrument: 第二条第一項第一号イ（１）, 附則第二条, 別表第一.

Owns: the address, its one written form, and reading it.
Refuses to know: trees, whether there is such a provision, relative references.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regcheck.frozen import Frozen
from regcheck.law.labels import article_num, item_num, item_title, spelled
from regcheck.source.numerals import KANJI_NUMBER as _N, from_kanji, narrow, to_kanji

_B = f"(?:の{_N})*"
_WRITTEN = re.compile(
    rf"(?P<part>(?:附則(?:（[^）]*）)?|前文|制定文|(?:別表|様式|別記様式|別記)(?:第{_N})?(?:号)?{_B}(?:（{_N}）)?)?)"
    rf"(?P<article>(?:第{_N}条{_B})?)(?:第(?P<paragraph>{_N})項)?"
    rf"(?:第(?P<item>{_N})号(?P<branch>{_B}))?"
    rf"(?P<below>[ァ-ヶ]?{_B}(?:（[0-9０-９]+）)?(?:（[ivxｉｖｘ]+）)?)"
    r"(?P<inside>(?:の表|備考|本文|ただし書|柱書|前段|後段|各号列記以外の部分)?)"
)
_SUPPLEMENT = re.compile(r"附則（[^）]*）")
"""The name of a 附則 is not touched, whatever stands in it."""
_BELOW = re.compile(r"（[^）]*）|[ァ-ヶ](?:の[一二三四五六七八九十百千]+)*")


class Address(Frozen, kw_only=False):
    """A provision by the numbers that lead to it. An article always has its 項: 第二条第一項第一号."""

    part: str = ""
    """"" for 本則; 附則, 附則（令和五年国土交通省令第八十七号）, 前文, 別表第一, 様式第四（一）."""
    article: str = ""
    paragraph: str = ""
    items: tuple[str, ...] = ()
    inside: str = ""
    """の表, 備考, ただし書 …: a part of the provision."""

    def __str__(self) -> str:
        return "".join((self.part, self.provision, self.inside))

    @property
    def provision(self) -> str:
        """第二条第一項第一号イ（１）, without the part it stands in."""
        head = spelled(self.article, "条") if self.article else ""
        paragraph = spelled(self.paragraph, "項") if self.paragraph else ""
        if not self.items:
            return head + paragraph
        below = "".join(item_title(num, level) for level, num in enumerate(self.items[1:], 1))
        return head + paragraph + spelled(self.items[0], "号") + below

    @property
    def up(self) -> Address:
        """The provision that this one is a part of."""
        if self.inside:
            return Address(self.part, self.article, self.paragraph, self.items)
        if self.items:
            return Address(self.part, self.article, self.paragraph, self.items[:-1])
        return Address(self.part, self.article if self.paragraph else "")


ENACTMENT = Address("制定文")
"""What stands before the first article."""


def is_within(address: Address, whole: Address) -> bool:
    """Whether a provision is another one or a part of it."""
    if (address.part, address.article) != (whole.part, whole.article):
        return False
    if whole.paragraph and (address.paragraph or "1") != whole.paragraph:
        return False
    return address.items[: len(whole.items)] == whole.items


def joined_names(names: Sequence[str]) -> str:
    """第一条、第二条及び第四条."""
    *before, last = names
    return f"{'、'.join(before)}及び{last}" if before else last


def read_address(written: str) -> Address | None:
    """The address that is written, Arabic or kanji; None if it is none. 第二条第一号 stays without a 項."""
    named = _SUPPLEMENT.match(written)
    part, rest = (named[0], written[named.end() :]) if named else ("", written)
    text = part + re.sub(r"(?<![（(0-9])[0-9]+", _in_kanji, _narrow_numbers(rest))
    matched = _WRITTEN.fullmatch(text)
    if not matched or not text:
        return None
    items = [matched["item"] + matched["branch"]] if matched["item"] else []
    items += [found.group() for found in _BELOW.finditer(matched["below"])]
    nums = [item_num(title, level) for level, title in enumerate(items)]
    if (matched["below"] and not matched["item"]) or not all(nums):
        return None
    paragraph = str(from_kanji(matched["paragraph"])) if matched["paragraph"] else ""
    article = article_num(matched["article"]) or ""
    return Address(matched["part"], article, paragraph, tuple(num for num in nums if num), matched["inside"])


def _in_kanji(found: re.Match[str]) -> str:
    return to_kanji(int(found[0])) if len(found[0]) <= _LONGEST else found[0]


_LONGEST = 8
"""Digits of the longest number that can be one of a provision."""


def _narrow_numbers(written: str) -> str:
    return narrow(written).replace("(", "（").replace(")", "）").replace(" ", "")
