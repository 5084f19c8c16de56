"""RC896–RC898: the 要綱 of an ordinance.

Owns: what is said of articles that it leaves out, of its own sentences, of numbers typed into them.
Refuses to know: templates, trees, pages.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words


class LeftOut(Payload):
    """An article that no heading of the 要綱 takes up."""

    CODE: ClassVar[Code] = Code("RC896", "summary-leaves-out")
    article: str
    place: str

    def ja(self) -> Words:
        return Words(
            f"「{self.article}」（{self.place}）が、要綱のどの項目にもない",
            "outline.toml の [[summary]] の provisions に加えてください",
        )

    def en(self) -> Words:
        return Words(
            f"no heading of the 要綱 takes up 「{self.article}」 ({self.place})",
            "Add it to the provisions of a [[summary]] in outline.toml.",
        )


class OpenSentence(Payload):
    """A sentence of the 要綱 that does not end as sentences there do."""

    CODE: ClassVar[Code] = Code("RC897", "summary-sentence-open")
    heading: str
    words: str

    def ja(self) -> Words:
        return Words(
            f"要綱「{self.heading}」の文「{self.words}」が「こと。」で終わっていない",
            "「…とすること。」の形に結んでください",
        )

    def en(self) -> Words:
        return Words(
            f"the sentence 「{self.words}」 under 「{self.heading}」 of the 要綱 does not end in 「こと。」",
            "Let it end in 「…とすること。」.",
        )


class TypedNumber(Payload):
    """A number that is written by hand in the 要綱, so that it would not follow the specification."""

    CODE: ClassVar[Code] = Code("RC898", "summary-typed-number")
    heading: str
    number: str

    def ja(self) -> Words:
        return Words(
            f"要綱「{self.heading}」に「{self.number}」と手で書かれている",
            '仕様が変わったときに直らないので、{{ 期間("…", "…") }} で書くか、says を消して条文の言葉で示してください',
        )

    def en(self) -> Words:
        return Words(
            f"「{self.number}」 is typed by hand under 「{self.heading}」 of the 要綱",
            'It would not follow the specification. Write {{ 期間("…", "…") }}, or leave out says and show the words of the article.',
        )
