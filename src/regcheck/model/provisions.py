"""Provisions in words: 第二条第一項第一号ロ（１）.

Owns: the form of a provision, joining it with the labels of a list, and naming the parts of a formula.
Refuses to know: where findings are shown, how tables are printed, what a provision means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.frozen import Frozen
from regcheck.model.formula import And, AtLeast, Except, Formula, Or, Part, children
from regcheck.model.specification import Header
from regcheck.source.numerals import IROHA, narrow, to_kanji, widen
from regcheck.source.span import NOWHERE, Span

PROVISO = "ただし書"
"""The label of an exception: 第二条第一号ただし書."""

_SHAPE = str.maketrans(
    dict.fromkeys("二三四五六七八九十百千", "一")
    | dict.fromkeys(IROHA, "イ")
    | dict.fromkeys("１２３４５６７８９", "０")
)
"""Numerals and signs by one of their kind: a pattern of these is quickly made."""

_N = "一+"
_BRANCH = f"(?:の{_N})*"
_PARAGRAPH = f"(?:第{_N}項)?"
_ITEM = f"(?:第{_N}号{_BRANCH}(?:イ(?:（０+）)?)?)?"
_TAIL = "(?:柱書|本文|ただし書|前段|後段)?"
_PROVISION = (
    f"(?:附則)?第{_N}条{_BRANCH}{_PARAGRAPH}{_ITEM}{_TAIL}"
    f"|附則(?:第{_N}項)?{_ITEM}{_TAIL}"
    f"|別表(?:第{_N})?{_BRANCH}(?:{_ITEM}|{_N}の項)"
    f"|様式(?:第{_N})?(?:号)?{_BRANCH}"
)
_ARABIC = r"\(([0-9]+)\)|([0-9]+)"
_LONGEST_NUMBER = 8
"""Digits of the longest number that can be one of an article; longer ones stay as they are."""
_PLAIN_LABEL = _N + _BRANCH


def normalise_provision(text: str) -> str:
    """第50条第1項 as 第五十条第一項; the （１） of the last level stays Arabic and becomes full-width."""

    def convert(match: re.Match[str]) -> str:
        inner, number = match.groups()
        if inner:
            return f"（{widen(inner)}）"
        return to_kanji(int(number)) if len(number) <= _LONGEST_NUMBER else number

    return re.sub(_ARABIC, convert, narrow(text).replace(" ", ""))


def is_provision(text: str) -> bool:
    """Whether a normalised text is a provision, with its levels in order."""
    return re.fullmatch(_PROVISION, text.translate(_SHAPE)) is not None


def item_title(header: Header) -> str:
    """指定基準「X」."""
    return f"{header.keyword}「{header.name}」"


def provision_label(header: Header, labels: tuple[str, ...] = ()) -> str:
    """Where a part of an item stands: 第二条第一号ロ（１）, or 指定基準「X」一ロ if it has no 条項."""
    if not header.provision:
        return item_title(header) + "".join(_spelled(label) for label in labels)
    return "".join((header.provision[0], *_after_provision(header.provision[0], labels)))


def _after_provision(provision: str, labels: tuple[str, ...]) -> Iterator[str]:
    """Under a 条 or 項 a kanji label is a 号; every other label is appended as it is."""
    has_item = "号" in provision
    for label in labels:
        if not has_item and re.fullmatch(_PLAIN_LABEL, label.translate(_SHAPE)):
            head, *branches = label.split("の")
            yield f"第{head}号" + "".join(f"の{branch}" for branch in branches)
            has_item = True
        else:
            yield _spelled(label)


def _spelled(label: str) -> str:
    inner = narrow(label).strip("()")
    return f"（{widen(inner)}）" if inner.isascii() and inner else label


class LabelledPart(Frozen):
    """One part of a formula, with the labels that lead to it from the item."""

    labels: tuple[str, ...]
    formula: Formula
    span: Span = NOWHERE


def labelled_parts(formula: Formula, labels: tuple[str, ...] = ()) -> Iterator[LabelledPart]:
    """Every 号, イ and （１） inside a formula, and every exception as ただし書, outermost first."""
    match formula:
        case And(parts=parts) | Or(parts=parts) | AtLeast(parts=parts):
            for part in parts:
                yield from _part(part, labels, part.label)
        case Except(body=body, exceptions=exceptions):
            yield from labelled_parts(body, labels)
            for part in exceptions:
                yield from _part(part, labels, part.label or PROVISO)
        case _:
            for child in children(formula):
                yield from labelled_parts(child, labels)


def _part(part: Part, above: tuple[str, ...], label: str) -> Iterator[LabelledPart]:
    labels = (*above, label) if label else above
    if label:
        yield LabelledPart(labels=labels, formula=part.body, span=_span(part))
    yield from labelled_parts(part.body, labels)


def _span(part: Part) -> Span:
    return part.body.span if part.span == NOWHERE else part.span
