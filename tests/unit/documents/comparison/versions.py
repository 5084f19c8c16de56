"""Two versions of a small ordinance with every kind of row: added, removed, changed, renumbered, left out, and a 別表."""

from __future__ import annotations

from tests.unit.law.reading import law

from regcheck.law.comparing import Comparison, compare
from regcheck.law.tree import Law

HEAD = """設備に関する省令
（令和八年厚生労働省令第三号）

:enact-statement:設備に関する法律（令和七年法律第一号）第三条の規定に基づき、設備に関する省令を次のように定める。

"""
OLD = """
  （届出）
第一条　届出は、第三条の様式による。

  （基準）
第二条　基準は、次の各号のいずれにも該当することとする。
  一　病床の数が四百以上であること。
  二　救急の告示を受けていること。
  三　次に掲げる設備を有すること。
    イ　手術設備
    ロ　検査設備

  （様式）
第三条　様式は、別表のとおりとする。
２　前項の様式は、日本産業規格とする。

      附則

この省令は、公布の日から施行する。

# 別表（第三条関係）

  * * 欄
    * 内容
  * - 氏名
    - 届出をする者の氏名
  * - 住所
    - 届出をする者の住所
"""
NEW = """
  （届出）
第一条　届出は、第四条の様式による。

  （基準）
第二条　基準は、次の各号のいずれにも該当することとする。
  一　病床の数が八百以上であること。
  二　次に掲げる設備を有すること。
    イ　手術設備
    ロ　検査設備
    ハ　監視設備

  （手数料）
第三条　手数料は、徴収しない。

  （様式）
第四条　様式は、別表のとおりとする。
２　前項の様式は、日本産業規格とする。

      附則

この省令は、公布の日から施行する。

# 別表（第三条関係）

  * * 欄
    * 内容
  * - 氏名
    - 届出をする者の氏名
  * - 電話番号
    - 昼間に連絡することができる番号
  * - 住所
    - 届出をする者の住所及び郵便番号
"""


def old() -> Law:
    return law(OLD, HEAD)


def new() -> Law:
    return law(NEW, HEAD)


def comparison() -> Comparison:
    """（第三条関係） above the 別表 was forgotten."""
    return compare(old(), new())
