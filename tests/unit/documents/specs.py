"""Small specifications, written as drafters write them."""

from __future__ import annotations

from regcheck.documents.provision import Paragraph, Provision
from regcheck.documents.to_statutory import predicate_words
from regcheck.model.from_syntax import build_specification
from regcheck.model.specification import Specification
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

NAME = "見本.regspec"

WORLD = """
区分　災害拠点区分
  「指定なし」、地域災害拠点病院、基幹災害拠点病院

区分　開設者の種類
  国、学校法人、「その他」

区分　機能
  救急、研修、「地域の支援」

対象　設備
  名称：文字列
  出力：整数（kW）　０以上
  予備：真偽

対象　事業者
  種別：開設者の種類
  預金残高：直近三事業年度の整数（円）　０以上
  認証：直近三事業年度の真偽
  設備：設備の一覧（五以下）

対象　病院
  名称：文字列
  都道府県：文字列
  開設者：事業者
  病床数：整数（床）　０以上一万以下
  定員：整数（床）　０以上
  在院日数：小数（日、小数点以下一位）　０以上
  紹介率：割合　０以上１以下
  承認：真偽
  承認日：日付
  更新日：日付
  災害拠点：災害拠点区分　不明可
  機能：機能の集合
  設備：設備の一覧（五以下）

裁量「特に必要」：病院
  判断者　主務大臣
  出典　資料「見本」

定義「大きな病院」：病院
  病床数が四百床以上であること

定義「特定機能病院」：病院
  承認があること
"""


def build(text: str) -> Specification:
    """The specification of a text; fails on any error in it."""
    parsed = parse_file(SourceText(NAME, text))
    built = build_specification([parsed.file], own=frozenset({NAME}))
    errors = [d for d in (*parsed.diagnostics, *built.diagnostics) if d.severity == "error"]
    told = [d.payload.ja().headline for d in errors if not d.code.id.startswith("RC70")]
    assert not told, told
    return built.specification


def criterion(body: str, more: str = "") -> Specification:
    """The world with 指定基準「基準」 of this body (lines without indentation of their own are indented)."""
    lines = "\n".join(f"  {line}" for line in body.strip("\n").splitlines())
    return build(f"{WORLD}\n指定基準「基準」：病院\n{lines}\n{more}")


def lines_of_criterion(body: str, more: str = "") -> list[str]:
    """What is printed of the criterion."""
    spec = criterion(body, more)
    return list(predicate_words(spec, spec.predicates["基準"]).lines)


def altered(*lines: str) -> Provision:
    """Lines as a provision that can be handed to the proof."""
    return Provision(paragraphs=tuple(Paragraph(text=line) for line in lines))
