"""Forms of words when a tree is printed: inflections, names, lists of names, numerals.

Owns: the one form in which each word is printed.
Refuses to know: layout, clauses.
"""

from __future__ import annotations

import re
from enum import Enum

from regcheck.frozen import Frozen
from regcheck.source.numerals import to_kanji
from regcheck.syntax import ast


class Form(Enum):
    """How a clause ends: …であること, …である, …であり（、かつ、）."""

    THAT = "こと"
    PLAIN = ""
    LINK = "、"


class Verb(Frozen, kw_only=False):
    """Plain and linking form, affirmed and denied."""

    plain: str
    link: str
    not_plain: str
    not_link: str

    def ending(self, form: Form, negated: bool) -> str:
        plain, link = (self.not_plain, self.not_link) if negated else (self.plain, self.link)
        return link if form is Form.LINK else plain + form.value


BE = Verb("である", "であり", "でない", "でなく")
EXCEED = Verb("を超える", "を超え", "を超えるでない", "を超えるでなく")
THERE_IS = Verb("がある", "があり", "がない", "がなく")
THERE_WAS = Verb("があった", "があり", "がなかった", "がなく")
BREACH = Verb("に違反する", "に違反し", "に違反しない", "に違反せず")
BELONG = Verb("に該当する", "に該当し", "に該当しない", "に該当せず")
POSSESS = Verb("を有する", "を有し", "を有しない", "を有せず")
CONTAIN = Verb("を含む", "を含み", "を含まない", "を含まず")
JUDGE = Verb("と認める", "と認め", "と認めない", "と認めず")

LIMITS = {
    ast.CompareWord.GT: "を超え",
    ast.CompareWord.AFTER: "より後",
    ast.CompareWord.BEFORE: "より前",
}
"""Words of limits that are printed in another form than they are named."""


def limit(op: ast.CompareWord) -> str:
    """以上, を超え, 未満, より前; nothing for an equality."""
    return "" if op is ast.CompareWord.EQ else LIMITS.get(op, op.value)


def name(found: ast.Name) -> str:
    """A name as written."""
    return f"「{found.text}」" if found.quoted else found.text


_BARE = re.compile(r"[一-鿿㐀-䶿々ァ-ヺA-Za-z][一-鿿㐀-䶿々ァ-ヺーA-Za-z0-9]*")


def named(text: str) -> ast.Name:
    """A name, quoted where it has to be."""
    return ast.Name(text=text, quoted=not _BARE.fullmatch(text))


def path(found: ast.PathName) -> str:
    """開設者の種別."""
    return "の".join(name(step) for step in found.steps)


def stage_word(number: int) -> str:
    """第一段階."""
    return f"第{to_kanji(number)}段階"


def joined(words: list[str], joiner: ast.Joiner) -> str:
    """A、B又はC."""
    *before, last = words
    if not before:
        return last
    return "、".join(before) + ("又は" if joiner is ast.Joiner.OR else "及び") + last


def names(found: tuple[ast.Name, ...], joiner: ast.Joiner) -> str:
    """A、B又はC, from names."""
    return joined([name(n) for n in found], joiner)


def terms(found: tuple[ast.TermRef, ...], joiner: ast.Joiner) -> str:
    """「甲案」の第一段階、第二段階又は高度医療提供基準: a plan is named once for stages in a row."""
    words: list[str] = []
    before: ast.TermRef | None = None
    for term in found:
        again = before is not None and before.stage is not None and before.name == term.name
        words.append(_term(term, again))
        before = term
    return joined(words, joiner)


def _term(term: ast.TermRef, again: bool) -> str:
    if term.stage is None:
        return name(term.name)
    word = stage_word(term.stage)
    return word if again or not term.name.text else f"{name(term.name)}の{word}"


def rounding(places: int, mode: ast.RoundingWord) -> str:
    """（小数点以下二位未満を四捨五入）."""
    kept = f"小数点以下{to_kanji(places)}位未満" if places else "小数点以下"
    return f"（{kept}を{mode.value}）"
