"""How a provision is called in cores, findings and the ledger.

Owns: the words 第二条第一号イ, 定義「X」, 段階「甲案」の第一段階 for items and their parts.
Refuses to know: formulas, verdicts.
"""

from __future__ import annotations

from functools import lru_cache

from regcheck.model.provisions import PROVISO
from regcheck.model.specification import Header, Specification, Stage, StagePlan
from regcheck.source.numerals import from_kanji, narrow, to_kanji, widen


def item_label(header: Header) -> str:
    """定義「X」: how an item is called by its keyword and name."""
    return f"{header.keyword}「{header.name}」"


def label_of(header: Header) -> str:
    """第二条 where the item says where it stands, otherwise 定義「X」."""
    return header.provision[0] if header.provision else item_label(header)


def provisions_of(header: Header) -> tuple[str, ...]:
    """The provisions of an item, or its name where it has none."""
    return header.provision or (item_label(header),)


@lru_cache(maxsize=4_096)
def part_label(base: str, label: str) -> str:
    """第二条 + 一 → 第二条第一号; 第二条第一号 + イ → 第二条第一号イ; no label: the base."""
    if not label:
        return base
    if from_kanji(label) is not None and "号" not in base and not base.endswith("」"):
        return f"{base}第{label}号"
    return base + _sign(label)


@lru_cache(maxsize=256)
def _sign(label: str) -> str:
    """イ as it is, (1) as （１）."""
    inner = narrow(label).strip("()")
    return f"（{widen(inner)}）" if inner.isascii() and inner else label


def proviso_label(base: str) -> str:
    """第二条ただし書."""
    return base + PROVISO


def stage_name(plan: StagePlan, number: int) -> str:
    """段階「甲案」の第一段階."""
    return f"{item_label(plan.header)}の第{to_kanji(number)}段階"


def stage_label(plan: StagePlan, stage: Stage) -> str:
    """附則第二条第一段階, or 段階「甲案」の第一段階."""
    if not plan.header.provision:
        return stage_name(plan, stage.number)
    return f"{plan.header.provision[0]}第{to_kanji(stage.number)}段階"


def is_own(spec: Specification, header: Header) -> bool:
    """Whether the item stands in a file that is checked (a specification without files owns everything)."""
    return not spec.own or header.span.file in spec.own
