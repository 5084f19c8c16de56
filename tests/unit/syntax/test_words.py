"""Protects: where words begin and end without spaces between them, and that width of signs never matters."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.unit.syntax.reading import clause, code, item, name, path, predicate

from regcheck.source.numerals import widen
from regcheck.syntax import ast
from regcheck.syntax.units import canonical_unit, units


@pytest.mark.parametrize(
    "word",
    ["千葉県", "三重県", "一般送配電事業", "第一種鉄道事業", "十日町市", "四日市市", "一関市", "二本松", "六本木", "百人町", "条項番号", "平均在院日数",
     "数値", "名前", "以北", "超音波", "その他", "ＣＴ", "A棟", "カテーテル", "災害・救急", "𠮟責", "X線装置2"],
)  # fmt: skip
def test_names_are_whole_words(word: str) -> None:
    expected = ast.IsClause(path=path("区域"), values=(name(word.replace("ＣＴ", "CT")),))
    assert clause(f"区域が{word}であること") == expected
    assert clause(f"区域が{word}") == expected


@pytest.mark.parametrize("word", ["以上", "又は", "ひらがな", "全ての病院", "A,B", "指定なし"])
def test_other_names_stand_in_quotation_marks(word: str) -> None:
    assert clause(f"区域が「{word}」であること") == ast.IsClause(
        path=path("区域"), values=(name(word, True),)
    )


def test_a_name_stops_before_an_operator() -> None:
    limit = ast.Bound(op=ast.CompareWord.GE, value=path("上限値"))
    assert clause("病床数が上限値以上") == ast.CompareClause(left=path("病床数"), bounds=(limit,))


def test_a_keyword_is_reserved_only_where_it_is_wanted() -> None:
    found = predicate("条項　第二条\n条項が種別であり、かつ、開設者の種別が出典であること")
    assert found.header.provisions == (ast.CitationText(provision="第二条"),)
    assert found.body == ast.ConnectiveClause(
        joiner=ast.Joiner.AND,
        word="かつ",
        parts=(
            ast.IsClause(path=path("条項"), values=(name("種別"),)),
            ast.IsClause(path=path("開設者", "種別"), values=(name("出典"),)),
        ),
    )


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("400床", "400", "床"), ("４００床", "400", "床"), ("四百床", "400", "床"), ("1,000床", "1000", "床"), ("25%", "1/4", ""), ("百分の二十五", "1/4", ""),
        ("1/3", "1/3", ""), ("十四・五日", "29/2", "日"), ("1000万件", "10000000", "件"), ("十兆円", "10000000000000", "円"), ("五十万kW", "500000", "kW"),
        ("50万ｋＷ", "500000", "kW"), ("五十万キロワット", "500000", "kW"), ("百㎥/日", "100", "㎥/日"), ("百㎥／日", "100", "㎥/日"), ("3トン", "3", "t"), ("二", "2", ""),
    ],
)  # fmt: skip
def test_numbers(text: str, value: str, unit: str) -> None:
    found = clause(f"数値が{text}以上であること")
    literal = ast.NumberLiteral(value=Fraction(value), unit=unit, text=text)
    assert found == ast.CompareClause(
        left=path("数値"), bounds=(ast.Bound(op=ast.CompareWord.GE, value=literal),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "令和十年四月一日",
        "令和10年4月1日",
        "2028年4月1日",
        "２０２８年４月１日",
        "二千二十八年四月一日",
        "2028-04-01",
    ],
)
def test_dates(text: str) -> None:
    literal = ast.DateLiteral(value=date(2028, 4, 1), text=text)
    assert clause(f"承認日が{text}以前であること") == ast.CompareClause(
        left=path("承認日"), bounds=(ast.Bound(op=ast.CompareWord.UNTIL, value=literal),)
    )


@pytest.mark.parametrize("unit", units())
def test_every_unit_is_read_behind_a_number_and_in_a_type(unit: str) -> None:
    found = clause(f"数値が五{unit}未満")
    assert isinstance(found, ast.CompareClause)
    assert isinstance(found.bounds[0].value, ast.NumberLiteral)
    assert found.bounds[0].value.unit == canonical_unit(unit)
    subject = item(f"対象　A\n  数値：整数（{unit}）\n", ast.SubjectItem)
    assert subject.fields[0].type.unit == canonical_unit(unit)


def test_full_width_text_means_the_same() -> None:
    narrow = (
        "定義「X」:病院\n  条項 第二条\n  (病床数が400床以上又はA1が25%未満)であり、かつ、承認があること\n"
    )
    wide = "定義「X」：病院\n　条項　第二条\n　（病床数が４００床以上又はＡ１が２５％未満）であり、かつ、承認があること\n"
    assert widen("A1") == "Ａ１"
    first, second = (item(text, ast.PredicateItem) for text in (narrow, wide))
    assert first.header == second.header
    assert isinstance(first.body, ast.ConnectiveClause)
    assert isinstance(second.body, ast.ConnectiveClause)
    assert first.body.parts[1:] == second.body.parts[1:]


def test_spaces_between_words_mean_nothing() -> None:
    spaced = "病床数 が 400床 以上　かつ　災害拠点 が 基幹災害拠点病院"
    assert clause(spaced) == clause("病床数が400床以上かつ災害拠点が基幹災害拠点病院")


def test_a_sentence_goes_on_behind_a_comma() -> None:
    assert clause("病床数が400床以上であり、かつ、\n    承認があること") == clause(
        "病床数が400床以上であり、かつ、承認があること"
    )


@pytest.mark.parametrize(
    "text", ["定義「X」：病院\n  病床数が4百床以上\n", "定義「X」：病院\n  病床数が四00床以上\n"]
)
def test_number_systems_are_never_mixed(text: str) -> None:
    assert code(text) == "RC131"


def test_places_are_those_of_the_users_text() -> None:
    text = "# 見出し\n定義「Ｘ」：病院\n　病床数が４００床以上であること # 注\n"
    found = item(text, ast.PredicateItem)
    assert text[found.span.start : found.span.end].startswith("定義「Ｘ」：病院")
    assert text[found.name.span.start : found.name.span.end] == "「Ｘ」"
    assert found.name.text == "X"
    assert isinstance(found.body, ast.CompareClause)
    bound = found.body.bounds[0]
    assert text[bound.span.start : bound.span.end] == "４００床以上"
    assert isinstance(bound.value, ast.NumberLiteral)
    assert bound.value.text == "４００床"


@pytest.mark.parametrize("word", ["三", "四百床", "直近三事業年度"])
def test_a_number_is_no_name_anywhere(word: str) -> None:
    assert code(f"定義「X」：病院\n  承認がある{word}であること\n") == "RC109"
    assert code(f"区分　A\n  甲、{word}\n") == "RC109"
