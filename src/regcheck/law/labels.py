"""Labels of provisions and the numbers behind them: 第十二条の二 and 12_2, 二の三 and 2_3, イ and 1.

Owns: how 条, 項, 号 and what lies below them are labelled, and reading such a label back.
Refuses to know: trees, addresses, references in sentences.
Source: the Num attributes of 法令標準XML (a branch after _, a range of deleted provisions with :).
"""

from __future__ import annotations

import re

from regcheck.source.numerals import IROHA, KANJI_NUMBER as _KANJI, from_kanji, narrow, to_kanji, widen

DEEPEST = 4
"""一, イ, （１）, （ｉ）: what lies deeper needs a term of its own."""

MOST = (10_000, len(IROHA), 99, 39)
"""How many labels each depth has."""

ALL = "*"
"""The number of 各号: every item of a list."""

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ARTICLE = re.compile(rf"第({_KANJI})条((?:の{_KANJI})*)")
_RANGE = re.compile(r"(.+?)(?:から|及び|～|・)(.+?)(?:まで)?")
"""第三条から第七条まで, 第二条及び第三条; in a 新旧対照表 第三条～第七条, イ・ロ."""
_LIST_RANGE = re.compile(r"(.+?)(?:から(.+?)まで|[～・](.+))")


def label_at(depth: int, position: int) -> str:
    """The label of the n-th (from 0) item at a depth: 一, イ, （１）, （ｉ）. Raises IndexError where there is none."""
    if position >= MOST[depth]:
        raise IndexError(position)
    match depth:
        case 0:
            return to_kanji(position + 1)
        case 1:
            return IROHA[position]
        case 2:
            return f"（{widen(str(position + 1))}）"
        case _:
            return f"（{widen(roman(position + 1))}）"


def roman(number: int) -> str:
    """4 → iv."""
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out, number = out + sign, number - value
    return out


def article_title(num: str) -> str:
    """12_2 → 第十二条の二; 3:7 → 第三条から第七条まで."""
    if ":" in num:
        first, last = num.split(":", 1)
        return f"{article_title(first)}から{article_title(last)}まで"
    head, *branches = num.split("_")
    return f"第{to_kanji(int(head))}条" + "".join(f"の{to_kanji(int(branch))}" for branch in branches)


def article_num(title: str) -> str | None:
    """第十二条の二 → 12_2; 第三条から第七条まで → 3:7; None if it is no such label."""
    if matched := _ARTICLE.fullmatch(title):
        return _joined(matched[1], matched[2])
    if (pair := _RANGE.fullmatch(title)) and "条" in pair[1]:
        first, last = article_num(pair[1]), article_num(pair[2])
        return f"{first}:{last}" if first and last else None
    return None


def paragraph_label(num: str) -> str:
    """Nothing for the first 項, then ２, ３ …, the way the 項 of an article are labelled."""
    return "" if num == "1" else widen(num)


def paragraph_num(label: str) -> str | None:
    """２ → 2, 十二 → 12 (the labels of old laws), ２・３ → 2 (of several its first); None if it is no such label."""
    label = re.split("[～・]", label)[0]
    narrowed = narrow(label)
    if narrowed.isascii() and narrowed.isdecimal():
        return narrowed
    value = from_kanji(label)
    return str(value) if value else None


def item_title(num: str, level: int) -> str:
    """The label of an item at a level (0 号): 2_3 → 二の三, 1 → イ, 1 → （１）, 1 → （ｉ）. Raises IndexError where there is none."""
    if ":" in num:
        first, last = num.split(":", 1)
        return f"{item_title(first, level)}から{item_title(last, level)}まで"
    head, *branches = num.split("_")
    return label_at(level, int(head) - 1) + "".join(f"の{to_kanji(int(branch))}" for branch in branches)


def item_num(title: str, level: int) -> str | None:
    """The number behind the label of an item at a level, or None if that level has no such label."""
    if pair := _LIST_RANGE.fullmatch(title):
        first, last = item_num(pair[1], level), item_num(pair[2] or pair[3], level)
        return f"{first}:{last}" if first and last else None
    head, *branches = title.split("の")
    value = _position(head, level)
    numbers = [from_kanji(branch) for branch in branches]
    return "_".join(map(str, [value, *numbers])) if value and all(numbers) else None


def _position(head: str, level: int) -> int | None:
    if level == 0:
        return from_kanji(head)
    if level == 1:
        return IROHA.find(head) + 1 if len(head) == 1 and head in IROHA else None
    inner = narrow(head).strip("()")
    if level == 2:
        return int(inner) if inner.isascii() and inner.isdecimal() else None
    return next((n for n in range(1, MOST[3] + 1) if roman(n) == inner), None)


def level_of(title: str) -> int | None:
    """The level whose labels look like this one: 0 for 二の三, 1 for イ, 2 for （１）, 3 for （ｉ）."""
    return next((level for level in range(DEEPEST) if item_num(title, level)), None)


def _joined(head: str, branches: str) -> str | None:
    numbers = [from_kanji(part) for part in (head, *branches.split("の")[1:])]
    return "_".join(map(str, numbers)) if all(numbers) else None


def spelled(num: str, unit: str) -> str:
    """第十二号の二, 第三項: a number as a reference writes it; of a range, its first; 各号 for all of them."""
    if num == ALL:
        return f"各{unit}"
    head, *branches = num.split(":", 1)[0].split("_")
    return f"第{to_kanji(int(head))}{unit}" + "".join(f"の{to_kanji(int(branch))}" for branch in branches)


def sort_key(num: str) -> tuple[int, ...]:
    """The order of numbers: 12 < 12_2 < 12_10 < 13; of a range, its first."""
    return tuple(int(part) for part in num.split(":", 1)[0].split("_"))
