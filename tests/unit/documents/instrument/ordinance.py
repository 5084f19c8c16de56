"""A small ordinance that was made up: every kind of provision that a document has to lay out."""

from __future__ import annotations

from regcheck.documents.instrument.form import Field, Form
from regcheck.law.labels import item_title
from regcheck.law.sentences import sentences_of
from regcheck.law.tree import (
    Annex,
    Appendix,
    Article,
    Block,
    Cell,
    Column,
    Contents,
    Division,
    Entry,
    Frame,
    Framed,
    Item,
    Law,
    Level,
    Main,
    Number,
    Paragraph,
    Picture,
    Remarks,
    Row,
    Supplement,
    Table,
    Title,
)
from regcheck.law.words import NOTHING, Drawn, Mark, Words, lined
from regcheck.source.numerals import to_kanji, widen

FORM_FILE = "./pict/様式第一.pdf"


def item(number: int, level: int, text: str, *below: Item) -> Item:
    return Item(
        num=str(number),
        title=Words(item_title(str(number), level)),
        sentences=sentences_of(Words(text)),
        items=below,
    )


def columns(number: int, *texts: str) -> Item:
    return Item(
        num=str(number),
        title=Words(item_title(str(number), 0)),
        columns=tuple(
            Column(num=str(n), sentences=sentences_of(Words(text))) for n, text in enumerate(texts, 1)
        ),
    )


def paragraph(number: int, text: str | Words, *items: Item, blocks: tuple[Block, ...] = ()) -> Paragraph:
    words = Words(text) if isinstance(text, str) else text
    label = NOTHING if number == 1 else Words(widen(str(number)))
    return Paragraph(num=str(number), label=label, sentences=sentences_of(words), items=items, blocks=blocks)


def article(number: int, caption: str, *paragraphs: Paragraph) -> Article:
    return Article(
        num=str(number),
        title=Words(f"第{to_kanji(number)}条"),
        caption=Words(f"（{caption}）"),
        paragraphs=paragraphs,
    )


def cell(text: str, rows: int = 1, columns: int = 1, **look: str) -> Cell:
    return Cell(
        content=sentences_of(Words(text)), rows=rows, columns=columns, rest=tuple(sorted(look.items()))
    )


def ordinance(rows: int = 6) -> Law:
    """The ordinance; its second annex has that many rows."""
    return Law(
        number=Number(text="令和九十九年試作省令第一号", year=99),
        title=Title(words=Words("試作用の特定試験事業者等に関する省令")),
        enactments=(Words("試験法（令和九十九年法律第一号）第一条第一項の規定に基づき、この省令を定める。"),),
        contents=Contents(
            label=Words("目次"),
            entries=(
                Entry(tag="TOCChapter", num="1", title=Words("第一章　総則"), extent=Words("（第一条）")),
                Entry(
                    tag="TOCChapter",
                    num="2",
                    title=Words("第二章　指定"),
                    extent=Words("（第二条・第三条）"),
                ),
                Entry(tag="TOCSupplProvision", title=Words("附則")),
            ),
        ),
        main=Main(children=(_general(), _designation())),
        after=(_supplement(), _annex(), _list(rows), _form_page()),
    )


def _general() -> Division:
    return Division(
        level=Level.CHAPTER,
        num="1",
        title=Words("第一章　総則"),
        children=(
            article(
                1,
                "特定試験設備",
                paragraph(
                    1,
                    "試験法（以下「法」という。）第一条第一項の主務省令で定めるものは、次の各号に掲げる事業の区分に応じ、"
                    "それぞれ当該各号に定める設備の全部又は一部を有するものに限る。ただし、試験の用に供するものを除く。",
                    columns(
                        1,
                        "診療録を作成し、及び保存する事業その他これに類する事業",
                        "診療録の記録及び参照を行う設備",
                    ),
                    columns(2, "調剤を行う事業", "処方箋の確認を行う設備"),
                ),
                paragraph(2, "前項の設備には、別表第一の上欄に掲げる事業に用いるものを含む。"),
            ),
        ),
    )


def _designation() -> Division:
    deepest = (
        item(1, 3, "夜間及び休日において、手術を要する者を受け入れる体制を有すること。"),
        item(2, 3, "年間の件数が千以上であること。"),
    )
    bracketed = (
        item(1, 2, "救命救急センターを有し、かつ、次のいずれにも該当すること。", *deepest),
        item(2, 2, "病床の数が四百以上であること。"),
    )
    kana = (
        item(1, 1, "次のいずれかに該当すること。", *bracketed),
        item(2, 1, "国が開設するものでないこと。"),
    )
    return Division(
        level=Level.CHAPTER,
        num="2",
        title=Words("第二章　指定"),
        children=(
            article(
                2,
                "指定基準",
                paragraph(
                    1,
                    "法第二条の主務省令で定める基準は、次の各号のいずれにも該当することとする。",
                    item(1, 0, "病院を開設する者であって、次のいずれにも該当するものであること。", *kana),
                    item(2, 0, "直近の三事業年度の末日における預金の残高の平均が五十億円以上であること。"),
                ),
            ),
            article(
                3,
                "届出",
                paragraph(
                    1,
                    _marked_sentence(),
                    blocks=(
                        Framed(
                            frame=Frame.TABLE,
                            body=Table(
                                rows=(
                                    Row(cells=(cell("届出の区分"), cell("期限"))),
                                    Row(
                                        cells=(
                                            cell("名称の変更", BorderBottom="none"),
                                            cell("二週間前まで", Align="right", BorderBottom="none"),
                                        )
                                    ),
                                    Row(
                                        cells=(
                                            cell("住所の変更", BorderTop="none"),
                                            cell("同上", Align="right", BorderTop="none"),
                                        )
                                    ),
                                )
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def _marked_sentence() -> Words:
    """傍線, ルビ and 下付き in one sentence, to be seen in every format."""
    text = "法第三条の規定による届出は、様式第一により、輻輳を避け、二酸化炭素（CO2）の量を記載してするものとする。"
    at = text.index("様式第一")
    ruby, sub = text.index("輻輳"), text.index("2）")
    marks = (
        Mark(at, at + 4, Drawn.LINE, "solid"),
        Mark(ruby, ruby + 2, Drawn.RUBY, "ふくそう"),
        Mark(sub, sub + 1, Drawn.SUBSCRIPT),
    )
    return Words(text, marks)


def _supplement() -> Supplement:
    return Supplement(
        children=(
            article(
                1,
                "施行期日",
                paragraph(
                    1,
                    "この省令は、令和九十九年四月一日から施行する。ただし、第三条の規定は、同年十月一日から施行する。",
                ),
            ),
            article(
                2,
                "経過措置",
                paragraph(
                    1,
                    lined("この省令の施行の際現に試験を行う者については、なお従前の例による。", (5, 9)),
                ),
            ),
        )
    )


def _annex() -> Appendix:
    rows = (
        Row(
            cells=(
                cell("病院を開設し、及び管理する事業", rows=3),
                cell("電子カルテシステム", rows=2),
                cell("診療録の記録及び参照"),
            )
        ),
        Row(cells=(cell("処方及び検査の指示"),)),
        Row(cells=(cell("手術部門システム"), cell("麻酔の記録及び生体情報の監視"))),
        Row(
            cells=(cell("医療情報の連携の基盤に係る業務を行う事業"), cell("資格の確認に係る設備", columns=2))
        ),
    )
    headings = ((Words("事業の区分"), Words("設備"), Words("機能")),)
    remarks = Remarks(
        label=Words("備考"),
        sentences=sentences_of(Words("この表において使用する用語は、法において使用する用語の例による。")),
    )
    return Appendix(
        annex=Annex.TABLE,
        title=Words("別表第一"),
        related=Words("（第一条関係）"),
        blocks=(Framed(frame=Frame.TABLE, body=Table(headings=headings, rows=rows), after=(remarks,)),),
    )


def _list(rows: int) -> Appendix:
    body = []
    for number in range(1, rows + 1):
        lead = (cell(f"第{to_kanji((number + 1) // 2)}地方", rows=2),) if number % 2 else ()
        name = cell(f"見本{to_kanji(number)}病院")
        body.append(Row(cells=(*lead, name, cell(to_kanji(400 + number), Align="right"))))
    headings = ((Words("地方"), Words("名称"), Words("病床の数")),)
    remarks = Remarks(
        label=Words("備考"),
        items=(
            item(1, 0, "病床の数は、令和九十九年四月一日における数とする。"),
            item(2, 0, "名称は、開設の許可を受けた名称とする。"),
        ),
    )
    return Appendix(
        annex=Annex.TABLE,
        title=Words("別表第二"),
        related=Words("（第二条関係）"),
        blocks=(Framed(frame=Frame.TABLE, body=Table(headings=headings, rows=tuple(body))),),
        remarks=remarks,
    )


def _form_page() -> Appendix:
    return Appendix(
        annex=Annex.STYLE,
        title=Words("様式第一"),
        related=Words("（第三条関係）"),
        blocks=(Framed(frame=Frame.STYLE, body=Picture(source=FORM_FILE)),),
    )


def form() -> Form:
    """様式第一."""
    return Form(
        title="試験計画書",
        addressee="試作大臣　殿",
        filer=("届出者の名称及び代表者の氏名",),
        opening="試験法第三条の規定により、次のとおり届け出ます。",
        fields=(
            Field("名称", "特定試験事業者"),
            Field("住所", "特定試験事業者"),
            Field("代表者の氏名", "特定試験事業者"),
            Field("種類", "特定試験設備"),
            Field("機能", "特定試験設備"),
            Field("試験の時期", "", "年　　月　　日"),
        ),
        remarks=(
            "用紙の大きさは、日本産業規格Ａ４とする。",
            "記載事項が多い場合は、別紙に記載して添付すること。",
        ),
    )
