"""What is needed at a place, in a drafter's words, from the terminals that could stand there.

Owns: the table of plain rules.
Refuses to know: texts, places, the grammar behind the names of the terminals.

A rule fits if all its `has` could stand there and none of its `lacks`; the first that fits is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from regcheck.frozen import Frozen


class Want(Frozen, kw_only=False):
    """What is needed, and what to do."""

    has: tuple[str, ...]
    ja: str
    en: str
    advice_ja: str
    advice_en: str
    lacks: tuple[str, ...] = ()


def wanted_at(acceptable: frozenset[str]) -> Want | None:
    """The first rule that fits what could stand there."""
    return next(
        (want for want in WANTS if acceptable.issuperset(want.has) and acceptable.isdisjoint(want.lacks)),
        None,
    )


_DATES = "「令和十年四月一日」「2028年4月1日」「2028-04-01」のどれかで書いてください"
_DATES_EN = "Write 令和十年四月一日, 2028年4月1日 or 2028-04-01"
_CONDITION = "「病床数が四百床以上であること」「承認があること」のように書いてください。ひらがなを含む名前は「」で囲んでください"
_CONDITION_EN = "Write 病床数が四百床以上であること or 承認があること. Put names with hiragana in 「」"
_LIMIT = "「四百床以上」「四百床を超える」「四百床以上六百床未満」のように書いてください。等しいことは「四百床である」と書きます"
_LIMIT_EN = "Write 四百床以上, 四百床を超える, 四百床以上六百床未満, or 四百床である for an equality"

WANTS: tuple[Want, ...] = (
    Want(
        ("_INDENT",), "字下げした本文", "an indented body",
        "次の行から2字（全角1字）下げて書いてください", "Indent the lines below by two columns", ("_DEDENT", "LABEL"),
    ),
    Want(
        ("LABEL",), "号の番号（一、イ、（１））", "a label (一, イ, （１）)",
        "「一　特定機能病院に該当すること」のように番号の後に空白を置いてください",
        "Put a space behind the label: 一　特定機能病院に該当すること",
    ),
    Want(
        ("_COLON",), "「：」", "a colon",
        "「定義「特定機能病院」：病院」「病床数：整数（床）」のように書いてください", "Write 定義「特定機能病院」：病院 or 病床数：整数（床）",
    ),
    Want(
        ("OUTCOME_YES",), "「該当するものとする」か「該当しないものとする」", "該当するものとする or 該当しないものとする",
        "「「A」の規定にかかわらず、…である病院は、該当しないものとする」と書いてください",
        "Write 「A」の規定にかかわらず、…である病院は、該当しないものとする",
    ),
    Want(
        ("_SUBJECT_IS",), "「病院は、」のような主語と結論", "the subject and the outcome (病院は、…)",
        "「「A」の規定にかかわらず、…である病院は、該当しないものとする」と書いてください",
        "Write 「A」の規定にかかわらず、…である病院は、該当しないものとする",
    ),
    Want(
        ("_NOTWITHSTANDING",), "「の規定にかかわらず、」", "の規定にかかわらず、",
        "「「A」の規定にかかわらず、…である病院は、該当しないものとする」と書いてください",
        "Write 「A」の規定にかかわらず、…である病院は、該当しないものとする",
    ),
    Want(
        ("EXCEPTED",), "「を除く」", "を除く",
        "「ただし、…であるものを除く」と書いてください", "Write ただし、…であるものを除く",
    ),
    Want(
        ("_WITHOUT",), "「もののない」", "もののない",
        "「「一覧」において、…であるもののない都道府県が、…」と書いてください", "Write 「一覧」において、…であるもののない都道府県が、…",
    ),
    Want(
        ("INNER_END",), "「もの」と続きの語", "もの and what follows it",
        "「設備であって、…であるものを有すること」「「一覧」のうち…であるものの件数が…」と書いてください",
        "Write 設備であって、…であるものを有すること or 「一覧」のうち…であるものの件数が…",
    ),
    Want(
        ("_ARE_EQUIVALENT",), "「は同値」", "は同値",
        "「病院について、「A」と「B」は同値」「「A」と承認があることは同値」のように書いてください",
        "Write 病院について、「A」と「B」は同値 or 「A」と承認があることは同値",
    ),
    Want(
        ("_LISTED",), "「に掲げる」", "に掲げる",
        "「病院について、「A」と「B」に掲げる種別は同じ」のように書いてください",
        "Write 病院について、「A」と「B」に掲げる種別は同じ",
    ),
    Want(
        ("_ARE_SAME",), "「は同じ」", "は同じ",
        "「病院について、「A」と「B」に掲げる種別は同じ」のように書いてください",
        "Write 病院について、「A」と「B」に掲げる種別は同じ",
    ),
    Want(
        ("_COVERS",), "「を網羅する」", "を網羅する",
        "「次の各号は「特定機能病院」を網羅する」のように書いてください", "Write 次の各号は「特定機能病院」を網羅する",
    ),
    Want(
        ("EXCLUSIVE",), "「排他」「同値」か「…を網羅する」", "排他, 同値 or …を網羅する",
        "「次の各号は排他」「次の各号は「特定機能病院」を網羅する」のように書いてください",
        "Write 次の各号は排他 or 次の各号は「特定機能病院」を網羅する",
    ),
    Want(
        ("_CASES",), "「次の各号は排他」などの文", "次の各号は排他 or the like",
        "「病院について、次の各号は排他」「病院について、「A」と「B」は同値」のように書いてください",
        "Write 病院について、次の各号は排他 or 病院について、「A」と「B」は同値",
    ),
    Want(
        ("THERE_IS", "_GA", "LIMIT"), "「が…以上であること」「があること」などの述語", "a predicate (が…以上, がある, に該当する)",
        "条件は「病床数が四百床以上であること」「承認があること」「特定機能病院に該当すること」のように書いてください。名前にひらがなは使えません",
        "Write conditions as 病床数が四百床以上であること, 承認があること, 特定機能病院に該当すること",
    ),
    Want(("THERE_IS", "_GA"), "「が」と限度や値", "が and a limit or a value", _LIMIT, _LIMIT_EN),
    Want(
        ("STATISTIC",), "「の件数が」「の…の平均が」などの数字", "a figure (の件数が, の…の平均が)",
        "「「一覧」の件数が88」「「一覧」の病床数の平均が823床」のように書いてください",
        "Write 「一覧」の件数が88 or 「一覧」の病床数の平均が823床",
    ),
    Want(
        ("AGGREGATE", "_TO"), "「の合計」", "の合計",
        "「AとBの合計」「主務大臣が「特に必要」と認める」のように書いてください", "Write AとBの合計 or 主務大臣が「特に必要」と認める",
        ("LIMIT", "_GA"),
    ),
    Want(
        ("_GA", "ROUND"), "「が」と数", "が and a figure",
        "「「一覧」の件数が88」「平均（小数点以下一位未満を四捨五入）が…」のように書いてください",
        "Write 「一覧」の件数が88, 平均（小数点以下一位未満を四捨五入）が…",
    ),
    Want(
        ("_GA",), "「が」", "が", "主語の後に「が」を書いてください", "Write が behind the subject",
    ),
    Want(
        ("_FOR",), "「について、」", "について、",
        "「すべての病院について、…」「病院について、次の各号は排他」のように書いてください", "Write すべての病院について、…",
        ("QUANTITY",),
    ),
    Want(("LIST_HEAD", "SERIES"), "条件", "a condition", _CONDITION, _CONDITION_EN, ("_DEDENT",)),
    Want(
        ("QUANTITY", "NAME", "ANY_CELL"), "表の欄の中身", "what the cell says",
        "どれでもよい欄には ― を、残り全部の欄には「それ以外」を書いてください",
        "Write ― where anything will do, それ以外 for all the rest",
    ),
    Want(
        ("QUANTITY", "NAME", "YES"), "値", "a value",
        "「病床数は400床」「承認あり」「災害拠点は不明」のように書いてください", "Write 病床数は400床, 承認あり, 災害拠点は不明",
    ),
    Want(
        ("QUANTITY", "NAME", "WINDOW"), "数か値", "a number or a value",
        "「四百床以上」「基幹災害拠点病院」のように書いてください。ひらがなを含む値は「」で囲んでください",
        "Write 四百床以上 or 基幹災害拠点病院; put values with hiragana in 「」", ("_DEDENT",),
    ),
    Want(
        ("UNIT",), "単位か「小数点以下…位」", "a unit or 小数点以下…位",
        "「整数（床）」「小数（日、小数点以下一位）」のように書いてください", "Write 整数（床） or 小数（日、小数点以下一位）",
    ),
    Want(("QUANTITY",), "数", "a number", "「四百床」「88」のように書いてください", "Write 四百床 or 88", ("_NL", "NAME")),
    Want(("DATE", "PENDING"), "日付か「未確定「…」」", "a date or 未確定「…」", _DATES, _DATES_EN),
    Want(("DATE",), "日付", "a date", _DATES, _DATES_EN, ("_NL", "NAME")),
    Want(
        ("PROVISION", "QUOTED"), "条文の番号か「法令名」", "a provision or 「law」",
        "「第二条第一号」「「法」第五十条第一項」「資料「…」」のように書いてください",
        "Write 第二条第一号, 「法」第五十条第一項 or 資料「…」",
    ),
    Want(
        ("_KARA",), "「から」", "から",
        "「第一段階　令和十年四月一日から　…」「AからBを控除した数」のように書いてください",
        "Write 第一段階　令和十年四月一日から　… or AからBを控除した数", ("LIMIT", "_SEP"),
    ),
    Want(("LIMIT", "_BAR"), "「以上」「未満」か |", "a limit (以上, 未満) or |", _LIMIT, _LIMIT_EN),
    Want(("LIMIT",), "「以上」「未満」などの限度か「である」", "a limit (以上, 未満) or である", _LIMIT, _LIMIT_EN),
    Want(
        ("_BAR",), "欄の終わりの |", "a | at the end of the cell",
        "行の終わりにも | を書いてください。値をつなぐのは「又は」です", "Write | at the end of the row too; join values by 又は",
    ),
    Want(
        ("_WA", "FACT_YES"), "「は」と値", "は and a value",
        "「病床数は400床」「承認あり」のように書いてください", "Write 病床数は400床 or 承認あり",
    ),
    Want(
        ("NOT_USED",), "「は…」か「は用いない」", "は… or は用いない",
        "「列「病院名」は名称」「列「備考」は用いない」のように書いてください", "Write 列「病院名」は名称 or 列「備考」は用いない",
    ),
    Want(
        ("_PREVAILS",), "「に優先する」", "に優先する",
        "「「新設病院の特例」に優先する」のように書いてください", "Write 「新設病院の特例」に優先する",
    ),
    Want(
        ("MAY_BE_UNKNOWN",), "行の終わり、範囲又は「不明可」", "the end of the line, bounds or 不明可",
        "「病床数：整数（床）　０以上　不明可」のように書いてください", "Write 病床数：整数（床）　０以上　不明可",
    ),
    Want(
        ("JOIN", "_IF"), "「かつ」「又は」「ならば」か文の終わり", "かつ, 又は, ならば or the end of the sentence",
        "一つの行には一つの文を書いてください", "Write one sentence on a line",
    ),
    Want(
        ("JOIN",), "「かつ」「又は」などの接続か文の終わり", "かつ, 又は or the end of the sentence",
        "一つの行には一つの文を書いてください", "Write one sentence on a line",
    ),
    Want(
        ("RPAR",), "閉じ括弧「）」", "a closing parenthesis",
        "開いた括弧を「）」で閉じてください", "Close the parenthesis with ）",
    ),
    Want(
        ("QUOTED", "NAME"), "名前", "a name",
        "ひらがなや「以上」「又は」を含む名前は「」で囲んでください", "Put names with hiragana or words like 以上 in 「」",
        ("_NL", "_DEDENT"),
    ),
    Want(
        ("QUOTED",), "「」で囲んだ文字", "text in 「」",
        "「」で囲んで書いてください", "Write it in 「」", ("_NL", "_DEDENT"),
    ),
    Want(
        ("NAME",), "名前", "a name",
        "漢字、カタカナ、英字で書いてください", "Write it in kanji, katakana or Latin letters", ("_NL", "_DEDENT"),
    ),
    Want(
        ("COMPLETE",), "「漏れなし」", "漏れなし",
        "「該当は一つのみ、漏れなし」のように書いてください", "Write 該当は一つのみ、漏れなし",
    ),
    Want(
        ("_NO",), "「の」と続きの語", "の and what follows it",
        "名前の後に語が足りません", "A word is missing behind the name", ("_NL",),
    ),
    Want(
        ("_NL",), "改行", "a line break", "一つの行には一つのことを書いてください", "Write one thing on a line",
    ),
)  # fmt: skip

_HEADER = "「条項」「出典」「施行」「失効」「改正」「備考」"
LINES_OF_ITEM: Mapping[str, str] = MappingProxyType(
    {
        "法令": f"「種別」「題名」「法令番号」「略称」「根拠」「未確定」「検査期間」と{_HEADER}",
        "利用": "一行だけ（利用「ファイル名」）",
        "未確定": f"日の「範囲」と{_HEADER}",
        "区分": f"値（「、」で区切る）と{_HEADER}",
        "対象": f"「名前：型」と{_HEADER}",
        "裁量": f"「判断者」と{_HEADER}",
        "前提": f"一つの文と{_HEADER}",
        "委任": f"「形式」「範囲」と{_HEADER}",
        **dict.fromkeys(
            ("定義", "指定基準", "対象事業", "設備区分", "維持管理区分"),
            f"「委任」、一つの文、「ただし、…を除く」と{_HEADER}",
        ),
        "特例": f"「…の規定にかかわらず、…」「…に優先する」と{_HEADER}",
        "段階": f"「第一段階　日付から　条件」「拡大のみ」「最終段階は…を網羅する」と{_HEADER}",
        "区分表": f"「該当は一つのみ、漏れなし」、「範囲」、表と{_HEADER}",
        "性質": f"「すべての…について、…」などの一つの文と{_HEADER}",
        "事例": f"事実（「、」で区切る）、「→ …に該当する」と{_HEADER}",
        "事実表": f"「資料「…」」「時点」「見出し」「列「…」は…」と{_HEADER}",
        "確認": f"「「一覧」の件数が88」などの行と{_HEADER}",
        "手続": f"「検査期間」「事象」「期間」「期限」「義務」「禁止」「権限」「準用」と{_HEADER}",
        "名称": f"名前の行（「甲機構　令和九年四月一日から」など）と{_HEADER}",
    }
)
"""What each item may hold, as it is told to a drafter."""
