"""A sentence → its words, as a drafter underlines them.

Owns: where a word begins and ends.
Refuses to know: what differs.

A word is a run of kanji, of katakana, of letters or of digits; a reference (前項第一号, 第五十条第一項) is one word, and so is
a number before what it counts (四百 of 四百以上). Hiragana are cut at the particles and the set phrases of statutes; what
is neither goes on with the kanji before it (掲げる, 及び). The signs of all words of a text, joined, are the text.
"""

from __future__ import annotations

import re

from regcheck.law.cited import cited

_PHRASES = (
    *(
        "であること",
        "であって",
        "であつて",
        "ではなく",
        "でない",
        "である",
        "であり",
        "において",
        "における",
        "については",
        "について",
    ),
    *(
        "に対して",
        "に対する",
        "により",
        "による",
        "として",
        "とともに",
        "ところ",
        "とおり",
        "ただし",
        "かつ",
        "かかわらず",
        "のうち",
    ),
    *(
        "もの",
        "こと",
        "とき",
        "ため",
        "この",
        "その",
        "これら",
        "これ",
        "それぞれ",
        "いずれにも",
        "いずれか",
        "いずれ",
        "うち",
        "なお",
    ),
    *(
        "することができる",
        "することが",
        "すること",
        "するもの",
        "するとき",
        "する",
        "した",
        "して",
        "され",
        "させる",
        "しない",
        "とする",
    ),
    *(
        "から",
        "まで",
        "より",
        "ほか",
        "など",
        "という",
        "とし",
        "いう",
        "なければならない",
        "ならない",
        "ない",
    ),
    *("を", "に", "が", "は", "の", "と", "で", "も", "へ", "や"),
)
_NUMBER = "[〇一二三四五六七八九十百千万億兆]+"
_COUNTED = (
    "分の|年|月|日|時|分|秒|週|人|名|床|件|円|回|台|隻|個|箇|か所|倍|割|以上|以下|未満|を超え|事業年度|条|項|号|章|節|款|目|編"
    "|パーセント|％|キロ|メートル|平方|立方|トン|ワット|ヘルツ|ビット"
)
_KANJI = "[一-龠々〆〇仝]"
_CONNECTIVES = "及び|並びに|又は|若しくは|当該"
_WORD = re.compile(
    rf"(?P<number>第?{_NUMBER}(?:・{_NUMBER})?(?={_COUNTED})|分の{_NUMBER}|[0-9０-９]+(?:[.,．，][0-9０-９]+)*)"
    rf"|{_CONNECTIVES}"
    rf"|(?P<kanji>{_KANJI}+?(?={_CONNECTIVES}|第?{_NUMBER}(?:{_COUNTED}))|{_KANJI}+)"
    r"|[A-Za-zＡ-Ｚａ-ｚ]+|[ァ-ヶー゛゜ヽヾ]+"
    rf"|{'|'.join(sorted(_PHRASES, key=lambda phrase: (-len(phrase), phrase)))}"
    r"|(?P<kana>[ぁ-ん])"
    r"|.",
    re.DOTALL,
)


def tokens(text: str) -> list[str]:
    """The words of a text in order."""
    found: list[str] = []
    at = 0
    for one in cited(text, in_item=False):
        if one.start >= at:
            found += _words(text[at : one.start])
            found.append(text[one.start : one.end])
            at = one.end
    return found + _words(text[at:])


def _words(text: str) -> list[str]:
    """The words of a text without references. Hiragana that are no phrase go on with the kanji or the kana before."""
    found: list[str] = []
    is_open = False
    for match in _WORD.finditer(text):
        if is_open and match.lastgroup == "kana":
            found[-1] += match[0]
        else:
            found.append(match[0])
            is_open = match.lastgroup in {"kanji", "kana"}
    return found
