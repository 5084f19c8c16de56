"""RC73x: files that hold the text of a law.

Owns: what is said about a file that is no XML, breaks the schema of 法令標準XML, or has a line that no law has.
Refuses to know: XML, Lawtext, Markdown, how it was found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words


class NotXml(Payload):
    """A file that is called XML and is not well-formed. `why` is "" or doctype."""

    CODE: ClassVar[Code] = Code("RC730", "law-not-xml")
    file: str
    line: int
    why: str = ""

    def ja(self) -> Words:
        if self.why == "doctype":
            return Words(
                f"「{self.file}」は文書型宣言を含むため読みません",
                "法令標準XMLに文書型宣言はありません。<!DOCTYPE …> を取り除いてください",
            )
        return Words(
            f"「{self.file}」はXMLになっていません（{self.line}行目）",
            "タグの閉じ忘れと、& や < の書き方（&amp; &lt;）を確かめてください。何も作っていません",
        )

    def en(self) -> Words:
        if self.why == "doctype":
            return Words(
                f"「{self.file}」 is not read because it has a document type declaration",
                "法令標準XML has none. Remove <!DOCTYPE …>.",
            )
        return Words(
            f"「{self.file}」 is not XML (line {self.line})",
            "Look for a tag that is not closed, and for & or < in a text (&amp; &lt;). Nothing was made.",
        )


class BreaksSchema(Payload):
    """A place where a law XML breaks its schema. `what` is as in law.schema.Breach."""

    CODE: ClassVar[Code] = Code("RC731", "law-breaks-schema")
    path: str
    what: str
    name: str = ""
    value: str = ""
    wanted: tuple[str, ...] = ()

    @property
    def element(self) -> str:
        """The element at the place: Item of …/Paragraph/Item[1]."""
        return self.path.rpartition("/")[2].partition("[")[0]

    def ja(self) -> Words:
        told = _JA[self.what].format(name=self.name, value=self.value, element=self.element)
        wanted = f"ここに書けるのは{'、'.join(self.wanted)}です。" if self.wanted else ""
        return Words(
            told,
            f"{wanted}場所は {self.path} です。法令標準XMLスキーマ第三版に合わせてください。何も作っていません",
        )

    def en(self) -> Words:
        told = _EN[self.what].format(name=self.name, value=self.value, element=self.element)
        wanted = f"What may stand here: {', '.join(self.wanted)}. " if self.wanted else ""
        return Words(
            told,
            f"{wanted}The place is {self.path}. The schema is 法令標準XML version 3. Nothing was made.",
        )


_JA = {
    "misplaced": "要素「{name}」はここに置けません",
    "incomplete": "要素「{name}」の中身が足りません",
    "missing": "要素「{element}」に属性「{name}」がありません",
    "attribute": "要素「{element}」に属性「{name}」は置けません",
    "value": "要素「{element}」の属性「{name}」の値「{value}」は使えません",
    "text": "要素「{name}」の中に、要素の外の文字があります",
    "unknown": "要素「{name}」から始まる法令標準XMLはありません",
    "other": "要素「{name}」が法令標準XMLスキーマに合いません",
}
_EN = {
    "misplaced": "the element 「{name}」 cannot stand here",
    "incomplete": "the element 「{name}」 is not complete",
    "missing": "the element 「{element}」 has no attribute 「{name}」",
    "attribute": "the element 「{element}」 cannot have an attribute 「{name}」",
    "value": "the attribute 「{name}」 of 「{element}」 cannot be 「{value}」",
    "text": "the element 「{name}」 has text outside of its elements",
    "unknown": "no 法令標準XML begins with the element 「{name}」",
    "other": "the element 「{name}」 breaks the schema of 法令標準XML",
}


class NotALaw(Payload):
    """A file in none of the forms that are read."""

    CODE: ClassVar[Code] = Code("RC732", "not-a-law-file")
    file: str

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」に条文が見当たりません",
            "読めるのは、法令標準XML（.xml）、Lawtext（.txt）、「**第一条（見出し）**　本文」の形のMarkdown（.md）です",
        )

    def en(self) -> Words:
        return Words(
            f"there are no provisions in 「{self.file}」",
            "What can be read is 法令標準XML (.xml), Lawtext (.txt), and Markdown (.md) with 「**第一条（見出し）**　本文」.",
        )


class StrangeLine(Payload):
    """A line of a Lawtext or Markdown file that has no place in a law. `why` is stray or deep."""

    CODE: ClassVar[Code] = Code("RC733", "strange-law-line")
    text: str
    why: str = "stray"

    def ja(self) -> Words:
        return Words(f"「{self.text}」は、{_LINE_JA[self.why]}", "字下げと、行の始めの番号を確かめてください")

    def en(self) -> Words:
        return Words(
            f"「{self.text}」 {_LINE_EN[self.why]}", "Look at its indent and at the label it begins with."
        )


_LINE_JA = {
    "stray": "どの条にも属していません",
    "deep": "一段浅い号がないのに置かれています",
}
_LINE_EN = {
    "stray": "belongs to no article",
    "deep": "has no item of the depth above it",
}


class LostInLawtext(Payload):
    """A law has what Lawtext has no form for; the text at which the two part."""

    CODE: ClassVar[Code] = Code("RC734", "lost-in-lawtext")
    text: str

    def ja(self) -> Words:
        return Words(
            f"「{self.text}」の所は、Lawtextに書くと失われるか変わります",
            "法令標準XMLで書き出してください（--to xml、--format xml）。何も作っていません",
        )

    def en(self) -> Words:
        return Words(
            f"Lawtext cannot say what stands at 「{self.text}」",
            "Write the law as 法令標準XML (--to xml, --format xml). Nothing was made.",
        )
