"""A 手続 of many steps: filing, recommendation and answer, ten times over, each round waiting for the one before.

Owns: its events, periods and rules, which never stand in each other's way.
Refuses to know: how a checker decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

ROUNDS = "甲乙丙丁戊己庚辛壬癸"
EVENTS, RULES = 30, 60
_SECOND_POWERS = ROUNDS[:3]

_HEAD = """\
対象　案件
  出典　資料「見本」
  継続：真偽

手続「重なる審査」：案件
  出典　資料「見本」
  検査期間　令和八年四月一日から令和十三年三月三十一日まで
"""


def procedure() -> str:
    """The text: thirty events, sixty rules, three months of review and thirty days to answer in each round."""
    lines = [*_events(), *_spans(), *_rules(), *_between()]
    return _HEAD + "\n".join(f"  {line}" for line in lines) + "\n"


def _events() -> Iterator[str]:
    before = ""
    for name in ROUNDS:
        yield f"事象　{name}届出：事業者" + (f"　{before}回答以後" if before else "")
        yield f"事象　{name}勧告：主務大臣　{name}届出以後"
        yield f"事象　{name}回答：事業者　{name}勧告以後"
        before = name


def _spans() -> Iterator[str]:
    for name in ROUNDS:
        yield f"期間「{name}審査期間」　{name}届出の日から起算して三月間"
        yield f"期限「{name}回答期限」　{name}勧告の日から起算して三十日以内（閉庁日繰下げ）"


def _rules() -> Iterator[str]:
    for name in ROUNDS:
        yield f"権限「{name}勧告」　主務大臣は、{name}審査期間内に限り、{name}勧告をすることができる"
        yield (
            f"義務「{name}回答」　事業者は、{name}勧告があったときは、{name}回答期限までに、"
            f"{name}回答をしなければならない"
        )
        yield f"義務「{name}届出」　事業者は、{name}勧告があるときは、{name}勧告以前に、{name}届出をしなければならない"
    for name in _SECOND_POWERS:
        yield (
            f"権限「{name}続勧告」　主務大臣は、継続があるときは、{name}届出の日から起算して四月以内に限り、"
            f"{name}勧告をすることができる"
        )


def _between() -> Iterator[str]:
    """What each round asks of the next."""
    for name, after in pairwise(ROUNDS):
        yield f"禁止「{after}届出の待機」　事業者は、{name}審査期間中は、{after}届出をしてはならない"
        yield (
            f"禁止「{after}届出の留保」　事業者は、{name}勧告があったときは、{name}回答期限までは、"
            f"{after}届出をしてはならない"
        )
        yield (
            f"義務「{after}届出の提出」　事業者は、{name}回答があり、かつ、継続があるときは、"
            f"{name}回答の日から六月以内に、{after}届出をしなければならない"
        )
