"""附則: the order of its provisions, dates that exist, 同年 and 同月.

Owns: captions of the 附則 of the law itself, and dates in every sentence.
Refuses to know: what the provisions say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Applicability, Diagnostic, Fix
from regcheck.law.lints.subject import Subject, finding, in_sentence
from regcheck.law.places import Spoken
from regcheck.law.terms import quotations
from regcheck.law.tree import Article, Paragraph
from regcheck.law.words import Words
from regcheck.source.eras import from_era
from regcheck.source.numerals import from_kanji

_RANKS = (
    (0, "施行期日"),
    (1, "廃止"),
    (3, "一部改正|の改正"),
    (4, "検討|失効|見直し"),
    (2, "経過措置|適用区分|準備|効力|罰則|特例|みなし|適用"),
)
_K = "[元一二三四五六七八九十]+"
_DATE = re.compile(
    rf"(?P<year>(?P<era>令和|平成|昭和|大正|明治)(?P<y>{_K})年)(?P<month>(?P<m>{_K})月)(?P<d>{_K})日"
)


_LONGEST_MONTH = 31


def check_supplement(subject: Subject) -> Iterator[Diagnostic]:
    """The 附則 of the law itself, and all dates."""
    yield from _order(subject)
    for said in subject.sentences:
        yield from _dates(said)


def _order(subject: Subject) -> Iterator[Diagnostic]:
    last, before = -1, ""
    for place in subject.places.by_address.values():
        if place.address.part != "附則" or not isinstance(place.node, Article | Paragraph):
            continue
        caption: Words = place.node.caption
        rank = next((rank for rank, words in _RANKS if re.search(words, caption.text)), None)
        if rank is None:
            continue
        if rank < last:
            payload = codes.law_order.SupplementOrder(caption=caption.text, before=before)
            yield finding(payload, place.address, caption.span)
        else:
            last, before = rank, caption.text


def _dates(said: Spoken) -> Iterator[Diagnostic]:
    text = said.sentence.text
    quoted = quotations(text)
    earlier: re.Match[str] | None = None
    for found in _DATE.finditer(text):
        if not _is_day(found, said.address.part.startswith("附則（")):
            yield in_sentence(codes.law_order.NoSuchDate(text=found[0]), said, *found.span())
        inside = any(start < found.start() < end for start, end in quoted)
        in_bracket = text[: found.start()].count("（") > text[: found.start()].count("）")
        if earlier and not inside and not in_bracket and earlier["year"] == found["year"]:
            yield _again(said, earlier, found)
        earlier = earlier if inside or in_bracket else found


def _again(said: Spoken, earlier: re.Match[str], found: re.Match[str]) -> Diagnostic:
    same_month = earlier["month"] == found["month"]
    group = found["year"] + found["month"] if same_month else found["year"]
    wanted = "同月" if same_month else "同年"
    words = said.sentence.words
    between = said.sentence.text[earlier.end() : found.start()]
    is_plain = not {"年", "月"} & set(between)  # else 同年 might be read as another year
    fix = Fix(
        span=words.place(found.start(), found.start() + len(group)),
        replacement=wanted,
        applicability=Applicability.SAFE if is_plain else Applicability.SUGGESTED,
    )
    payload = codes.law_order.SameYear(found=group, wanted=wanted)
    fixes = (fix,) if words.is_literal else ()
    return in_sentence(payload, said, found.start(), found.start() + len(group), fixes)


def _is_day(found: re.Match[str], is_of_its_time: bool) -> bool:
    """Whether there is such a day. The 附則 of an amendment may count on in the era of its time: 平成三十二年."""
    year = 1 if found["y"] == "元" else from_kanji(found["y"])
    month, day = from_kanji(found["m"]), from_kanji(found["d"])
    if not (year and month and day):
        return False
    try:
        from_era(found["era"], year, month, day)
    except ValueError:
        return is_of_its_time and day <= _LONGEST_MONTH
    return True
