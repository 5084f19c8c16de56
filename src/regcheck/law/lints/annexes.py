"""別表 and 様式: each mentioned, by the articles it names, numbered once and in order; one name for the columns.

Owns: the titles and related articles of what stands after 附則, and 上欄 against 左欄.
Refuses to know: what tables and forms hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.law.address import Address, read_address
from regcheck.law.cited import cited
from regcheck.law.lints.subject import Subject, finding, in_sentence
from regcheck.law.places import parts
from regcheck.law.references import Reference
from regcheck.law.tree import Annex, Appendix
from regcheck.source.numerals import from_kanji

_TITLE = re.compile(
    r"(?P<kind>別表|別記様式|様式)(?:第(?P<num>[一二三四五六七八九十百]+)(?:号)?)?"
    r"(?P<branch>(?:の[一二三四五六七八九十]+)*)(?:（(?P<variant>[一二三四五六七八九十]+)）)?"
)
_VERTICAL = ("上欄", "中欄", "下欄")
_HORIZONTAL = ("左欄", "右欄")


def check_annexes(subject: Subject) -> Iterator[Diagnostic]:
    """The 別表 and 様式 of the law itself."""
    named = [(address, part) for address, part in parts(subject.law) if isinstance(part, Appendix)]
    yield from _order(named)
    for address, part in named:
        if part.annex in {Annex.TABLE, Annex.STYLE}:
            yield from _related(subject, address, part)
    yield from _columns(subject)


def _order(named: list[tuple[Address, Appendix]]) -> Iterator[Diagnostic]:
    last: dict[str, tuple[str, tuple[int, ...]]] = {}
    for address, part in named:
        found = _TITLE.fullmatch(part.title.text)
        if not found:
            continue
        key = _key(found)
        before, earlier = last.get(found["kind"], ("", (0,)))
        if key <= earlier or key[0] > earlier[0] + 1:
            payload = codes.law_order.AnnexOrder(annex=part.title.text, before=before or found["kind"])
            yield _at_title(payload, address, part)
        last[found["kind"]] = (part.title.text, key)


def _key(found: re.Match[str]) -> tuple[int, ...]:
    branches = [from_kanji(one) or 0 for one in found["branch"].split("の")[1:]]
    variant = from_kanji(found["variant"]) or 0 if found["variant"] else 0
    return (from_kanji(found["num"] or "一") or 1, *branches, variant)


def _at_title(payload: Payload, address: Address, part: Appendix) -> Diagnostic:
    return finding(payload, address, part.title.span)


def _related(subject: Subject, address: Address, part: Appendix) -> Iterator[Diagnostic]:
    """Mentioned at all, and by every article that the bracket names."""
    mentions = [one for one in subject.references if _is_mention(one, address.part)]
    if not mentions:
        if not subject.places.is_extract(""):
            yield _at_title(codes.law_order.AnnexUnrelated(annex=part.title.text), address, part)
        return
    by = {(one.said.address.part, one.said.address.article) for one in mentions}
    for said in cited(part.related.text, in_item=False):
        there = read_address(said.part + said.article) if said.article.startswith("第") else None
        if there and (there.part, there.article) not in by:
            payload = codes.law_order.AnnexUnrelated(annex=part.title.text, article=str(there))
            yield finding(payload, address, part.related.span)


def _is_mention(one: Reference, name: str) -> bool:
    """様式第四 mentions 様式第四（一） too."""
    if one.law is not None or not one.targets:
        return False
    mentioned = one.targets[0].part
    return mentioned == name or name.startswith(f"{mentioned}（")


def _columns(subject: Subject) -> Iterator[Diagnostic]:
    uses = [
        (said, found)
        for said in subject.sentences
        for found in re.finditer("[上中下左右]欄", said.sentence.text)
    ]
    vertical = sum(found[0] in _VERTICAL for _, found in uses)
    usual, wrong = (_VERTICAL, _HORIZONTAL) if vertical * 2 >= len(uses) else (_HORIZONTAL, _VERTICAL)
    for said, found in uses:
        if found[0] in wrong:
            payload = codes.law_order.ColumnNames(found=found[0], usual=f"{usual[0]}・{usual[-1]}")
            yield in_sentence(payload, said, *found.span())
