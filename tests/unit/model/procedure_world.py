"""A 手続 with every kind of line, as text, and what is built of it."""

from __future__ import annotations

from regcheck.model.from_syntax import Built, build_specification
from regcheck.model.procedures import Procedure
from regcheck.model.specification import Specification
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

SUBJECT = """対象　導入等
  緊急やむを得ない場合：真偽
  応諾：真偽
  計画日：日付　令和八年四月一日以後令和九年三月三十一日以前
"""

PROCEDURE = """手続「審査」：導入等
  出典　「法」第五十二条
  検査期間　令和八年四月一日から令和十八年三月三十一日まで

  事象　公布：国　令和八年六月十七日
  事象　施行：内閣　公布の日から起算して一年六月を超えない範囲内
  事象　届出：事業者
  事象　受理：大臣　届出以後
  事象　短縮：大臣　受理以後
  事象　延長：大臣　受理以後
  事象　勧告：大臣　受理より後
  事象　応諾の通知：事業者　勧告以後
  事象　命令：大臣　回答期限より後
  事象　導入：事業者　令和八年五月一日以後

  期間「審査期間」　受理の日から起算して三十日を経過する日まで
  期間「準備期間」　公布の日から施行の日まで
  期限「回答期限」　勧告を受けた日から起算して十日以内（閉庁日繰下げ）

  禁止「導入の禁止」　事業者は、審査期間中は、導入をしてはならない
    条項　「法」第五十二条第三項
    違反　「二年以下の拘禁刑又は百万円以下の罰金」　「法」第九十二条第一項第二号
    施行　施行の日
    ただし、緊急やむを得ない場合があるときは、この限りでない
  権限「短縮」　大臣は、審査期間内に限り、短縮により、審査期間を短縮することができる
  権限「延長」　大臣は、審査期間内に限り、延長により、審査期間を受理の日から起算して四月間を限度として延長することができる
  権限「勧告」　大臣は、審査期間内に限り、勧告をすることができる
  義務「回答」　事業者は、勧告があったときは、回答期限までに、応諾の通知をしなければならない
  権限「命令」　大臣は、次のいずれかに該当するときは、審査期間の経過後に、命令をすることができる
    一　回答期限までに応諾の通知がないこと
    二　応諾の通知があり、かつ、応諾がないこと
  義務「届出」　事業者は、導入があるときは、導入の前に、届出をしなければならない
  義務「遅滞なく届出」　事業者は、導入があり、かつ、緊急やむを得ない場合があるときは、遅滞なく、届出をしなければならない
"""


def read(*texts: str) -> Built:
    """What is built of some texts together."""
    parsed = parse_file(SourceText("a.regspec", "\n".join(texts)))
    assert [each.payload.ja().headline for each in parsed.diagnostics] == []
    return build_specification([parsed.file], frozenset())


def spec_of(*texts: str) -> Specification:
    """The specification that texts without a fault say."""
    built = read(*texts)
    assert [each.payload.ja().headline for each in built.diagnostics] == []
    return built.specification


def procedure_of(name: str, *texts: str) -> Procedure:
    return spec_of(*texts).procedures[name]
