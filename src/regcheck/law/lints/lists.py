"""A 柱書 and its items agree: what is announced, how the items end, whether there is anything 「定める」 can mean.

Owns: the three comparisons.
Refuses to know: what the items say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Fix
from regcheck.frozen import replace
from regcheck.law.labels import item_title
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.lists import Ending, Listed, ending, lists_of
from regcheck.law.places import Spoken
from regcheck.law.tree import Item, Sentence

_NOUNS = re.compile(r"次(?:の各号)?に掲げる(事項|もの|者|書類|設備|機器|装置|法人|機能)")
_CONDITIONS = re.compile(r"次(?:の各号)?に掲げる(要件|基準)|次の(?:各号の)?いずれ(?:にも|かに)(該当すること)")
_BY_CLASS = re.compile(r"応じ|それぞれ|場合には|ときは")
_DEFINED = re.compile(r"次(?:の各号)?に定める(?=もの|者|事項|書類|設備|機器|装置|業務|行為)")


def check_lists(subject: Subject) -> Iterator[Diagnostic]:
    """Every list of the law."""
    for listed in lists_of(subject.law):
        if listed.address.part.startswith("附則（"):
            continue
        ends = [(item, *found) for item in listed.items if (found := ending(item))]
        yield from _defined(listed)
        if len({end for _, end, _ in ends} - {Ending.SENTENCE}) > 1:
            yield from _differing(listed, [one for one in ends if one[1] is not Ending.SENTENCE])
        elif ends:
            yield from _announced(listed, ends)


def _defined(listed: Listed) -> Iterator[Diagnostic]:
    """「次の各号に定めるもの」 without a second column in any item."""
    for sentence in listed.chapeau:
        found = _DEFINED.search(sentence.text)
        if found and not _BY_CLASS.search(sentence.text[: found.start()]) and not _has_columns(listed):
            payload = codes.law_wording.DefineWithoutColumns(words=found[0])
            fix = Fix(span=sentence.words.place(*found.span()), replacement="次に掲げる")
            fixes = (fix,) if sentence.words.is_literal else ()
            yield in_sentence(payload, listed.said(sentence), *found.span(), fixes)


def _has_columns(listed: Listed) -> bool:
    return any(item.columns for item in listed.items)


def _differing(listed: Listed, ends: list[tuple[Item, Ending, Sentence]]) -> Iterator[Diagnostic]:
    """The items that end otherwise than most of the list (of two, than the first)."""
    counts = {end: sum(other is end for _, other, _ in ends) for _, end, _ in ends}
    usual = max(counts, key=lambda end: counts[end])
    model = next(item for item, end, _ in ends if end is usual)
    level = len(listed.address.items)
    for item, end, sentence in ends:
        if end is usual:
            continue
        payload = codes.law_wording.EndingsDiffer(
            first=_label(model, level),
            ending=usual.value,
            other=_label(item, level),
            other_ending=end.value,
        )
        start = max(len(sentence.text) - 8, 0)
        yield in_sentence(payload, _said(listed, item, sentence), start, len(sentence.text))


def _announced(listed: Listed, ends: list[tuple[Item, Ending, Sentence]]) -> Iterator[Diagnostic]:
    """The one way in which all items end, against what the 柱書 says."""
    item, end, sentence = ends[0]
    last = listed.chapeau[-1].text if listed.chapeau else ""
    noun, condition = _NOUNS.search(last), _CONDITIONS.search(last)
    wrong = (noun and end in {Ending.CONDITION, Ending.CASE}, condition and end is Ending.NOUN)
    if any(wrong) and not _has_columns(listed):
        announced = noun[1] if noun and wrong[0] else (condition and (condition[1] or condition[2])) or ""
        payload = codes.law_wording.ChapeauAndItems(announced=announced, ending=end.value)
        start = max(len(sentence.text) - 8, 0)
        yield in_sentence(payload, _said(listed, item, sentence), start, len(sentence.text))


def _said(listed: Listed, item: Item, sentence: Sentence) -> Spoken:
    address = replace(listed.address, items=(*listed.address.items, item.num))
    return Spoken(address, sentence)


def _label(item: Item, level: int) -> str:
    return item.title.text or item_title(item.num, level)
