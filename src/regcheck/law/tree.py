"""The text of an instrument as a tree.

Owns: the nodes, from 題名 down to 文 and 表の欄, each as 法令標準XML has it, without loss.
Refuses to know: files and formats, addresses (places.py), what a sentence refers to or means.

A node has the words that a reader sees, labels too (「第二条」, 「二」, 「イ」), beside the number that a machine reads
(`num`: "2", "12_2"): that the two agree is checked, not assumed. `rest` holds the attributes that say how a node is
set in type and nothing else.
Source: XMLSchema for Japanese Law 3.0 (2020-11-24).
"""

from __future__ import annotations

from enum import StrEnum

from regcheck.frozen import Frozen, detail
from regcheck.law.words import NOTHING, Words
from regcheck.source.span import NOWHERE, Span

Attributes = tuple[tuple[str, str], ...]
"""(name, value), sorted by name."""


class Kind(StrEnum):
    """What an instrument is: LawType."""

    CONSTITUTION = "Constitution"
    ACT = "Act"
    CABINET_ORDER = "CabinetOrder"
    IMPERIAL_ORDER = "ImperialOrder"
    MINISTERIAL_ORDINANCE = "MinisterialOrdinance"
    RULE = "Rule"
    OTHER = "Misc"


class Level(StrEnum):
    """編, 章, 節, 款, 目, outermost first."""

    PART = "Part"
    CHAPTER = "Chapter"
    SECTION = "Section"
    SUBSECTION = "Subsection"
    DIVISION = "Division"


class Function(StrEnum):
    """Which half of a 項 a sentence is: 本文, ただし書, or neither."""

    NONE = ""
    MAIN = "main"
    PROVISO = "proviso"


class Other(Frozen):
    """An element that has no node of its own: kept as it is."""

    tag: str
    xml: str
    text: str = ""
    """Its words."""
    span: Span = detail(default=NOWHERE)


class Sentence(Frozen):
    """文."""

    words: Words
    function: Function = Function.NONE
    num: str = ""
    rest: Attributes = ()

    @property
    def text(self) -> str:
        return self.words.text


class Column(Frozen):
    """One half of a 対応号: 「一　水道事業　浄水施設」 has two."""

    sentences: tuple[Sentence, ...]
    num: str = ""
    line_break: bool = False
    rest: Attributes = ()


class Item(Frozen):
    """号, イ, （１） or （ｉ）, by how deep it stands. It has sentences, or columns, or (rarely) a table for a sentence."""

    num: str
    title: Words = NOTHING
    """一, イ, （１）, or nothing."""
    sentences: tuple[Sentence, ...] = ()
    columns: tuple[Column, ...] = ()
    table: Table | None = None
    items: tuple[Item, ...] = ()
    blocks: tuple[Block, ...] = ()
    deleted: bool = False
    rest: Attributes = ()
    span: Span = detail(default=NOWHERE)


class Paragraph(Frozen):
    """項. `label` is nothing for the first of an article and ２, ３ … after it."""

    num: str = "1"
    label: Words = NOTHING
    sentences: tuple[Sentence, ...] = ()
    caption: Words = NOTHING
    """（施行期日）, with its brackets."""
    common_caption: bool | None = None
    items: tuple[Item, ...] = ()
    blocks: tuple[Block, ...] = ()
    blocks_first: bool = False
    """The tables stand above the 号."""
    rest: Attributes = ()
    span: Span = detail(default=NOWHERE)


class Article(Frozen):
    """条."""

    num: str
    title: Words
    """第十二条の二."""
    paragraphs: tuple[Paragraph, ...]
    caption: Words = NOTHING
    """（目的）, with its brackets."""
    common_caption: bool | None = None
    caption_after: bool = False
    """The caption stands after the title in the file."""
    note: Words = NOTHING
    """SupplNote."""
    deleted: bool = False
    rest: Attributes = ()
    span: Span = detail(default=NOWHERE)


class Division(Frozen):
    """編, 章, 節, 款 or 目."""

    level: Level
    num: str
    title: Words
    """第一章　総則."""
    children: tuple[Division | Article, ...]
    deleted: bool = False
    rest: Attributes = ()
    span: Span = detail(default=NOWHERE)


class Remarks(Frozen):
    """備考: sentences, or items."""

    label: Words
    sentences: tuple[Sentence, ...] = ()
    items: tuple[Item, ...] = ()
    line_break: bool = False
    span: Span = detail(default=NOWHERE)


class Picture(Frozen):
    """Fig: a picture, or a 様式 as a file."""

    source: str
    words: tuple[str, ...] = ()
    """Its lines, where more is known than its file."""
    layout: str = ""
    """What tells it from another with the same lines."""


class Cell(Frozen):
    """TableColumn. Merged cells have `rows` or `columns` above 1; the cells they cover are not there."""

    content: tuple[CellContent, ...] = ()
    level: int = 0
    """How deep the items in it stand: 0 号, 1 イ, 2 （１）."""
    rows: int = 1
    columns: int = 1
    rest: Attributes = ()
    """Borders and alignment."""
    span: Span = detail(default=NOWHERE)


class Row(Frozen):
    """TableRow."""

    cells: tuple[Cell, ...]


class Table(Frozen):
    """Rows of headings, then rows of cells."""

    rows: tuple[Row, ...]
    headings: tuple[tuple[Words, ...], ...] = ()
    rest: Attributes = ()


class Frame(StrEnum):
    """What is framed: 表, 図, 注, 様式, 書式, by the beginning of its element (TableStruct …)."""

    TABLE = "Table"
    FIGURE = "Fig"
    NOTE = "Note"
    STYLE = "Style"
    FORMAT = "Format"


class Framed(Frozen):
    """A table, picture, note or form, with its title and its 備考."""

    frame: Frame
    body: Table | Picture | Other
    title: Words = NOTHING
    before: tuple[Remarks, ...] = ()
    after: tuple[Remarks, ...] = ()
    rest: Attributes = ()
    """Of the title."""
    span: Span = detail(default=NOWHERE)


Block = Framed | Other
CellContent = Sentence | Column | Division | Article | Paragraph | Item | Framed | Remarks | Other


class Annex(StrEnum):
    """What stands after 附則: 別表, 様式, 別記, 別図, 書式, 付録, by its element."""

    TABLE = "AppdxTable"
    STYLE = "AppdxStyle"
    NOTE = "AppdxNote"
    FIGURE = "AppdxFig"
    FORMAT = "AppdxFormat"
    FORMULA = "Appdx"


class Appendix(Frozen):
    """別表, 様式 and their like: 別表第一 and （第一条関係） are its two headings."""

    annex: Annex
    title: Words = NOTHING
    related: Words = NOTHING
    blocks: tuple[Block | Item, ...] = ()
    remarks: Remarks | None = None
    num: str = ""
    rest: Attributes = ()
    """Of the title."""
    span: Span = detail(default=NOWHERE)


class Supplement(Frozen):
    """附則: of the instrument itself, or of one that amended it."""

    children: tuple[Division | Article | Paragraph, ...]
    label: Words = Words("附則")
    amended_by: str = ""
    """AmendLawNum: 令和五年国土交通省令第八十七号."""
    type: str = ""
    extract: bool | None = None
    appendices: tuple[Appendix | Other, ...] = ()
    span: Span = detail(default=NOWHERE)


class Main(Frozen):
    """本則."""

    children: tuple[Division | Article | Paragraph, ...]
    extract: bool | None = None
    """Only some of its articles are there."""


class Entry(Frozen):
    """A line of the 目次, and those below it. `tag` is its element: TOCChapter, TOCArticle, TOCSupplProvision …"""

    tag: str
    title: Words
    num: str = ""
    extent: Words = NOTHING
    """（第一条―第五条）, or the caption of an article."""
    entries: tuple[Entry, ...] = ()
    deleted: bool = False


class Contents(Frozen):
    """目次."""

    entries: tuple[Entry, ...]
    label: Words = NOTHING
    preamble: Words = NOTHING
    tables: tuple[Words, ...] = ()


class Title(Frozen):
    """題名."""

    words: Words
    kana: str = ""
    abbreviation: str = ""
    abbreviation_kana: str = ""


class Number(Frozen):
    """法令番号: 令和五年厚生労働省令第百三号. A draft has none: `text` as it is printed, the rest as it will be."""

    text: str
    era: str = "Reiwa"
    year: int = 1
    num: int = 1
    kind: Kind = Kind.MINISTERIAL_ORDINANCE
    promulgated: tuple[int, int] | None = None
    """(month, day)."""


class Law(Frozen):
    """One instrument."""

    number: Number
    title: Title | None
    main: Main
    enactments: tuple[Words, ...] = ()
    """制定文."""
    contents: Contents | None = None
    contents_first: bool = False
    """The 目次 stands above the 題名. Such a law has no 制定文."""
    preamble: tuple[Paragraph, ...] = ()
    after: tuple[Supplement | Appendix, ...] = ()
    """附則, 別表 and 様式 in the order of the instrument."""
    subject: str = ""
    language: str = "ja"
    file: str = detail(default="")

    @property
    def name(self) -> str:
        return self.title.words.text if self.title else ""

    @property
    def supplements(self) -> tuple[Supplement, ...]:
        return tuple(part for part in self.after if isinstance(part, Supplement))

    @property
    def appendices(self) -> tuple[Appendix, ...]:
        return tuple(part for part in self.after if isinstance(part, Appendix))


Node = (
    Law
    | Contents
    | Entry
    | Main
    | Supplement
    | Appendix
    | Division
    | Article
    | Paragraph
    | Item
    | Column
    | Sentence
    | Framed
    | Table
    | Row
    | Cell
    | Remarks
    | Picture
    | Other
)
