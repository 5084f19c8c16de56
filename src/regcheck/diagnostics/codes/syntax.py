"""Codes RC101-RC119: a word that cannot stand where it stands.

Owns: what is said about words, quotations, names, indentation and lines of an item.
Refuses to know: the grammar and how a place in it is found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words


class UnknownItem(Payload):
    """A line in column 0 that no item begins with."""

    CODE: ClassVar[Code] = Code("RC101", "unknown-item")
    word: str
    nearest: str = ""
    is_line_of_item: bool = False
    lacks_gap: bool = False

    def ja(self) -> Words:
        if self.is_line_of_item:
            return Words(
                f"「{self.word}」の行が行頭から始まっています",
                "項目の中の行は2字（全角1字）下げて書いてください",
            )
        if self.lacks_gap:
            return Words(
                f"「{self.word}」の「{self.nearest}」の後に名前がありません",
                f"「{self.nearest}」の後に、空白を置いて名前を書くか、「」で囲んだ名前を書いてください",
            )
        advice = f"「{self.nearest}」ではありませんか" if self.nearest else _ITEMS_JA
        return Words(f"「{self.word}」で始まる項目はありません", advice)

    def en(self) -> Words:
        if self.is_line_of_item:
            return Words(
                f"a line '{self.word}' begins in the first column",
                "Indent the lines of an item by two columns",
            )
        if self.lacks_gap:
            return Words(
                f"'{self.nearest}' in '{self.word}' is not followed by a name",
                f"Write a space and the name behind '{self.nearest}', or the name in 「」",
            )
        advice = f"Did you mean '{self.nearest}'?" if self.nearest else _ITEMS_EN
        return Words(f"no item begins with '{self.word}'", advice)


_ITEMS_JA = "行頭には「定義」「指定基準」「区分表」などの項目名を書き、その中の行は2字下げて書いてください"
_ITEMS_EN = "Begin with the keyword of an item (定義, 指定基準, 区分表 …) and indent its lines by two columns"


class Expected(Payload):
    """Something else is needed here; `wanted` and `advice` come from the rules of syntax/explain_errors."""

    CODE: ClassVar[Code] = Code("RC102", "something-needed")
    found: str
    wanted_ja: str
    wanted_en: str
    advice_ja: str = ""
    advice_en: str = ""

    def ja(self) -> Words:
        where = f"「{self.found}」の前に" if self.found else "行の終わりに"
        return Words(f"{where}{self.wanted_ja}が必要です", self.advice_ja)

    def en(self) -> Words:
        where = f"before '{self.found}'" if self.found else "at the end of the line"
        return Words(f"{self.wanted_en} is needed {where}", self.advice_en)


class NotHere(Payload):
    """A word that cannot follow what stands before it."""

    CODE: ClassVar[Code] = Code("RC103", "not-here")
    found: str
    advice_ja: str = "前の語からの続き方を確かめてください。言語の手引に例があります"
    advice_en: str = "Check how the sentence goes on; the reference has examples"

    def ja(self) -> Words:
        return Words(f"ここに「{self.found}」は書けません", self.advice_ja)

    def en(self) -> Words:
        return Words(f"'{self.found}' cannot stand here", self.advice_en)


class UnclosedQuotation(Payload):
    """「 without 」 on the line, or 」 without 「."""

    CODE: ClassVar[Code] = Code("RC104", "unclosed-quotation")
    text: str
    opening: bool = True

    def ja(self) -> Words:
        if self.opening:
            return Words(
                f"「 が閉じられていません（{self.text}）",
                "同じ行に 」 を書いてください。かぎ括弧の中には『 』を使えます",
            )
        return Words("」 に対応する 「 がありません", "「 を補うか、」 を消してください")

    def en(self) -> Words:
        if self.opening:
            return Words(
                f"a quotation is not closed ({self.text})", "Write 」 on the same line; inside, use 『 』"
            )
        return Words("a 」 has no 「 before it", "Add 「 or delete 」")


class BadIndentation(Payload):
    """A line whose indentation fits no line above it, or that is deeper than it may be."""

    CODE: ClassVar[Code] = Code("RC105", "indentation")
    columns: int
    has_tab: bool = False
    is_deeper: bool = False

    def ja(self) -> Words:
        if self.has_tab:
            return Words("字下げにタブが使われています", "空白2字（又は全角の空白1字）で下げてください")
        if self.is_deeper:
            return Words(
                f"この行の字下げ（{self.columns}字）が上の行より深くなっています",
                "上の行とそろえてください。深く下げるのは、項目の中の行と、柱書の下の号だけです",
            )
        return Words(
            f"字下げ（{self.columns}字）が上のどの行ともそろっていません",
            "同じ階層の行は同じ幅で下げてください。全角の空白1字は2字に数えます",
        )

    def en(self) -> Words:
        if self.has_tab:
            return Words("a tab is used for indentation", "Indent with two spaces or one full-width space")
        if self.is_deeper:
            return Words(
                f"the line is indented deeper ({self.columns} columns) than the line above",
                "Indent it like the line above; only lines of an item and lists are indented deeper",
            )
        return Words(
            f"the indentation ({self.columns} columns) fits no line above",
            "Indent lines of one level alike; a full-width space counts two columns",
        )


class TooDeep(Payload):
    """Parentheses or lists nested deeper than anybody can read."""

    CODE: ClassVar[Code] = Code("RC106", "too-deep")
    limit: int

    def ja(self) -> Words:
        return Words(
            f"括弧又は号の入れ子が{self.limit}段を超えています",
            "内側の条件を「定義」として分け、名前で引いてください",
        )

    def en(self) -> Words:
        return Words(
            f"parentheses or lists are nested deeper than {self.limit} levels",
            "Make the inner condition a 定義 and refer to it by name",
        )


class MissingLine(Payload):
    """An item lacks a line that it must have."""

    CODE: ClassVar[Code] = Code("RC107", "missing-line")
    item: str
    line: str
    line_en: str = ""

    def ja(self) -> Words:
        return Words(f"{self.item}に{self.line}がありません", f"{self.line}を書き加えてください")

    def en(self) -> Words:
        return Words(f"{self.item} lacks {self.line_en or self.line}", f"Add {self.line_en or self.line}")


class RepeatedLine(Payload):
    """A line that an item has once stands twice."""

    CODE: ClassVar[Code] = Code("RC108", "repeated-line")
    item: str
    line: str
    line_en: str = ""

    def ja(self) -> Words:
        return Words(f"{self.item}に{self.line}が二つあります", "一つにまとめるか、別の項目に分けてください")

    def en(self) -> Words:
        return Words(
            f"{self.item} has {self.line_en or self.line} twice", "Make them one, or write a second item"
        )


class NameNeeded(Payload):
    """A name, a field or a single value is needed, and something else stands there."""

    CODE: ClassVar[Code] = Code("RC109", "name-needed")
    found: str
    wanted_ja: str = "名前"
    wanted_en: str = "a name"

    def ja(self) -> Words:
        return Words(
            f"「{self.found}」は{self.wanted_ja}になりません",
            "数だけの名前や、ひらがな、「以上」「又は」などを含む名前は「」で囲んでください",
        )

    def en(self) -> Words:
        return Words(
            f"'{self.found}' cannot be {self.wanted_en}",
            "Put names that are numbers, or that have hiragana or words like 以上 and 又は, in 「」",
        )


class WrongCellCount(Payload):
    """A row of a table with more or fewer cells than its heading."""

    CODE: ClassVar[Code] = Code("RC110", "cell-count")
    found: int
    wanted: int

    def ja(self) -> Words:
        return Words(
            f"この行の欄は{self.found}個ですが、見出しの欄は{self.wanted}個です",
            "欄を | で区切り、どれでもよい欄には ― を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"this row has {self.found} cells, the heading has {self.wanted}",
            "Separate cells by |, and write ― where anything will do",
        )


class BadTable(Payload):
    """A heading or a cell of a table that is not what it must be; `what` is a plain clause."""

    CODE: ClassVar[Code] = Code("RC111", "table-form")
    what_ja: str
    what_en: str
    advice_ja: str = ""
    advice_en: str = ""

    def ja(self) -> Words:
        return Words(self.what_ja, self.advice_ja)

    def en(self) -> Words:
        return Words(self.what_en, self.advice_en)


class UnknownLine(Payload):
    """A line inside an item that begins with a misspelt word, or one that this item does not have."""

    CODE: ClassVar[Code] = Code("RC112", "unknown-line")
    word: str
    item: str
    nearest: str = ""
    lines: str = ""
    """The lines that the item has, as they are told."""

    def ja(self) -> Words:
        if self.nearest:
            return Words(f"「{self.word}」で始まる行はありません", f"「{self.nearest}」ではありませんか")
        return Words(f"「{self.item}」に「{self.word}」の行は書けません", f"書けるのは{self.lines}です")

    def en(self) -> Words:
        if self.nearest:
            return Words(f"no line begins with '{self.word}'", f"Did you mean '{self.nearest}'?")
        return Words(f"'{self.item}' takes no line '{self.word}'", f"It takes {self.lines}")
