"""Small outlines over a small specification."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec
from tests.unit.documents.specs import build

from regcheck.documents.ordinance.checks.read_back import read_law, with_derived
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.documents.ordinance.outline.plans import (
    STYLES,
    ArticlePlan,
    FormPlan,
    Layout,
    Outline,
    TermPlan,
)
from regcheck.documents.print_proofs.prove import PrintProof, prove
from regcheck.law.plain import lines
from regcheck.law.tree import Law
from regcheck.law.words import Words
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover

T = TypeVar("T")

LAWS = """
法令「法」
  種別　法律
  題名　「見本に関する法律」
  法令番号　「令和四年法律第四十三号」
  略称　法

法令「令」
  種別　政令
  題名　「見本に関する法律施行令」
  法令番号　「令和四年政令第三百九十四号」
  略称　令

法令「医療法」
  種別　法律
  題名　「医療法」
  法令番号　「昭和二十三年法律第二百五号」
  略称　医療法

未確定「施行の日」

区分　設備用途
  電子カルテ、手術、「その他の用途」

対象　設備
  用途：設備用途
  規模：整数（台）　０以上一万以下
  妨害可能性：真偽

設備区分「電子カルテ設備」：設備
  用途が電子カルテであり、かつ、規模が十台以上であること

設備区分「手術設備」：設備
  次の各号のいずれにも該当すること
    一　用途が手術であること
    二　妨害可能性があること
  ただし、規模が二台未満であるものを除く

設備区分「重要設備」：設備
  電子カルテ設備又は手術設備に該当すること

段階「順次」：設備
  第一段階　令和十年四月一日から　「電子カルテ設備」に該当すること
  第二段階　未確定「施行の日」から　「重要設備」に該当すること

区分表「手続」：設備
  該当は一つのみ、漏れなし
  | 用途             | 規模   | → 手続 |
  | 電子カルテ       | 十台以上 | 届出 |
  | 電子カルテ       | 十台未満 | 不要 |
  | 手術             | ―      | 届出 |
  | 「その他の用途」 | ―      | 不要 |
"""


def spec() -> Specification:
    return build(LAWS)


def outline(
    texts: Mapping[str, str],
    *,
    supplement: Mapping[str, str] | None = None,
    terms: tuple[TermPlan, ...] = (),
    forms: tuple[str, ...] = (),
    layout: Layout = Layout.ITEMS,
    style: str = "mhlw",
    enactment: str = "見本の省令を定める。",
    groups: Mapping[str, str] | None = None,
) -> Outline:
    """An outline whose articles are the keys of `texts`, in order."""
    after = supplement or {"施行": "この省令は、公布の日から施行する。"}
    return Outline(
        file="outline.toml",
        title="見本に関する省令",
        number="令和〇年厚生労働省令第〇号",
        enactment=enactment,
        style=STYLES[style],
        layout=layout,
        articles=tuple(ArticlePlan(id=name, caption=name) for name in texts),
        supplement=tuple(ArticlePlan(id=name, caption=name) for name in after),
        terms={term.name: term for term in terms},
        forms={name: FormPlan(id=name, title=name, group=(groups or {}).get(name, "")) for name in forms},
        texts={**texts, **after},
    )


def composed(given: Outline) -> Composed:
    return compose_ordinance(spec(), given)


def law(given: Outline) -> Law:
    made = composed(given)
    assert made.law is not None, [d.payload.ja().headline for d in made.diagnostics]
    return made.law


def printed(texts: Mapping[str, str], **more: object) -> list[str]:
    """The lines of 本則, without captions."""
    found = law(outline(texts, **more))  # type: ignore[arg-type]
    return [line for line in lines(found.main) if not line.startswith("（")]


def codes(given: Outline) -> list[str]:
    return [diagnostic.code.id for diagnostic in composed(given).diagnostics]


def proof(made: Composed, law: Law) -> PrintProof:
    """The proof of a finished tree, which may have been spoilt."""
    assert made.draft is not None
    whole = with_derived(spec(), made.draft)
    return prove(whole, read_law(whole, made.draft, law), Z3Prover(whole))


def changed(node: T, change: Callable[[str], str]) -> T:
    """The tree with the words of every sentence changed."""
    if isinstance(node, Words):
        return msgspec.structs.replace(node, text=change(node.text))
    if isinstance(node, tuple):
        return tuple(changed(one, change) for one in node)  # type: ignore[return-value]
    if isinstance(node, msgspec.Struct):
        values = {name: changed(getattr(node, name), change) for name in node.__struct_fields__}
        return msgspec.structs.replace(node, **values)
    return node
