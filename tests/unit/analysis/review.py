"""A 手続 in little: review, extension, advice with a limit that moves, and an order."""

from __future__ import annotations

from functools import cache

from regcheck.model.from_syntax import build_specification
from regcheck.model.specification import Specification
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

NAME = "review.regspec"

TEXT = """\
対象　導入等
  緊急：真偽
  応諾：真偽

手続「審査」：導入等
  条項　第五十二条
  検査期間　令和八年一月一日から令和十年十二月三十一日まで

  事象　公布：国　令和八年一月一日
  事象　施行：内閣　公布の日から起算して一年六月を超えない範囲内
  事象　届出：事業者
  事象　受理：大臣　届出以後
  事象　延長：大臣　受理以後
  事象　勧告：大臣　受理以後
  事象　回答：事業者　勧告以後
  事象　命令：大臣　勧告より後
  事象　導入：事業者　届出以後

  期間「審査期間」　受理の日から起算して三十日を経過する日まで
  期間「準備期間」　公布の日から施行の日まで
  期限「回答期限」　勧告を受けた日から起算して十日以内（閉庁日繰下げ）

  禁止「導入の禁止」　事業者は、受理があったときは、審査期間中は、導入をしてはならない
    条項　第五十二条第三項
    違反　「百万円以下の罰金」　第九十二条
    ただし、緊急があるときは、この限りでない
  権限「延長」　大臣は、審査期間内に限り、延長により、審査期間を受理の日から起算して四月間を限度として延長することができる
    条項　第五十二条第四項
  権限「勧告」　大臣は、審査期間内に限り、勧告をすることができる
    条項　第五十二条第六項
  義務「回答」　事業者は、勧告があったときは、回答期限までに、回答をしなければならない
    条項　第五十二条第七項
  義務「届出」　事業者は、導入があるときは、導入の前に、届出をしなければならない
    条項　第五十二条第一項
  権限「命令」　大臣は、次のいずれかに該当するときは、審査期間内に限り、命令をすることができる
    条項　第五十二条第十項
    一　回答期限までに回答がないこと
    二　回答があり、かつ、応諾がないこと
"""

REMINDER = """\
手続「督促」
  検査期間　令和八年一月一日から令和十年十二月三十一日まで
  事象　届出：事業者
  事象　照会：大臣　届出以後、届出の日から起算して三十日以内
  事象　督促：大臣　照会以後
  期間「督促期間」　届出の日から起算して十日を経過する日まで
  権限「督促」　大臣は、照会があったときは、督促期間内に限り、督促をすることができる
"""


@cache
def specification(text: str = TEXT) -> Specification:
    """The text as a specification; it has no fault."""
    built = build_specification([parse_file(SourceText(NAME, text)).file], own=frozenset({NAME}))
    assert not [d for d in built.diagnostics if d.severity == "error"], built.diagnostics
    return built.specification
