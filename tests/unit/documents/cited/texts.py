"""Small laws as texts, and references into them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.unit.documents.ordinance.small import outline, spec

from regcheck.documents.cited.stored import Source, StoredLaw
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.frozen import replace
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

ACT = """見本に関する法律
（令和四年法律第四十三号）

      第一章　総則

  （目的）
第一条　この法律は、見本の目的を定める。

  （届出）
第二条　事業者は、次に掲げる事項を届け出なければならない。ただし、主務省令で定める場合は、この限りでない。
  一　名称
  二　次に掲げる設備
    イ　電子カルテ
    ロ　手術の設備
    ハ　その他の設備
  三　所在地
２　主務大臣は、前項の届出を公示しなければならない。
３　第一項の届出は、書面による。
４　前項の書面は、写しを添える。

  （委任）
第二条の二　必要な事項は、主務省令で定める。

      附則

この法律は、公布の日から施行する。
"""
ORDER = """見本に関する法律施行令
（令和四年政令第三百九十四号）

第一条　法第二条第一項の政令で定める者は、次のとおりとする。
  一　国
  二　地方公共団体
第二条　法第二条第三項の書面は、正副二通とする。
"""


def read(text: str) -> Law:
    law = from_lawtext(SourceText("law.law.txt", text))
    assert isinstance(law, Law), law
    return law


def act(**source: object) -> StoredLaw:
    given = Source(file="act.law.txt", as_of=date(2026, 6, 17))
    return StoredLaw.of(read(ACT), replace(given, **source))


def order() -> StoredLaw:
    return StoredLaw.of(read(ORDER), Source(file="order.law.txt"))


def made(texts: Mapping[str, str], enactment: str = "見本の省令を定める。") -> Composed:
    composed = compose_ordinance(spec(), outline(texts, enactment=enactment))
    assert composed.law is not None, [one.payload.ja().headline for one in composed.diagnostics]
    return composed
