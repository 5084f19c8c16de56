"""RC890–RC894: 様式 against the provisions that ask for their entries.

Owns: what is said about an entry without a field, a field that answers nothing, a group of fields that is torn apart, an
opening that names another provision.
Refuses to know: outlines, pages.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail


class EntryWithoutField(Payload):
    """A form that takes up a list of 事項, or covers a provision, and has no field for one of them."""

    CODE: ClassVar[Code] = Code("RC890", "entry-without-field")
    form: str
    provision: str
    words: str = detail(default="")

    def ja(self) -> Words:
        what = f"（{self.words}）" if self.words else ""
        return Words(
            f"様式「{self.form}」に、{self.provision}{what}を書く欄がない",
            "[[form.field]] を加え、その answers に、この事項を置いた条項を書いてください",
        )

    def en(self) -> Words:
        what = f" ({self.words})" if self.words else ""
        return Words(
            f"the form 「{self.form}」 has no field for {self.provision}{what}",
            "Add a [[form.field]] whose answers names the provision of this entry.",
        )


class FieldAnswersNothing(Payload):
    """A field whose `answers` leads to no provision."""

    CODE: ClassVar[Code] = Code("RC891", "field-answers-nothing")
    form: str
    field: str
    provision: str
    similar: str = detail(default="")

    def ja(self) -> Words:
        hint = f"「{self.similar}」のことではありませんか。" if self.similar else ""
        return Words(
            f"様式「{self.form}」の「{self.field}」が応える条項「{self.provision}」がない",
            f"{hint}この省令の条項は「条の名前/項や号の名前」、他の法令の条項は「法第五十条第三項」の形で書いてください",
        )

    def en(self) -> Words:
        hint = f"Did you mean 「{self.similar}」? " if self.similar else ""
        return Words(
            f"「{self.field}」 of the form 「{self.form}」 answers 「{self.provision}」, which is not there",
            f"{hint}A provision of the ordinance is 「article/paragraph or item」 by name, one of another law "
            "「法第五十条第三項」.",
        )


class EntriesWithoutForm(Payload):
    """A list of 事項 that no form takes up."""

    CODE: ClassVar[Code] = Code("RC892", "entries-without-form")
    provision: str
    words: str = detail(default="")

    def ja(self) -> Words:
        what = f"（{self.words}）" if self.words else ""
        return Words(
            f"{self.provision}に掲げる事項{what}を書く様式がない",
            "その事項を書く様式に [[form.field]] を加えてください",
        )

    def en(self) -> Words:
        what = f" ({self.words})" if self.words else ""
        return Words(
            f"no form has a field for what {self.provision} lists{what}",
            "Add a [[form.field]] to the form in which it is written.",
        )


class GroupApart(Payload):
    """A group of fields with another field in between: its cell would be printed twice."""

    CODE: ClassVar[Code] = Code("RC893", "group-apart")
    form: str
    group: str

    def ja(self) -> Words:
        return Words(
            f"様式「{self.form}」のまとまり「{self.group}」が、二か所に分かれている",
            "同じまとまりの欄を続けて書くか、一方の group の名前を変えてください",
        )

    def en(self) -> Words:
        return Words(
            f"the group 「{self.group}」 of the form 「{self.form}」 stands in two places",
            "Write its fields one after the other, or give one of the two another group.",
        )


class OpeningElsewhere(Payload):
    """A form whose opening names provisions, and none of those under which it is used."""

    CODE: ClassVar[Code] = Code("RC894", "opening-elsewhere")
    form: str
    named: str
    wanted: str

    def ja(self) -> Words:
        return Words(
            f"様式「{self.form}」の前文は{self.named}によるとするが、この様式を用いる規定は{self.wanted}による",
            'opening の {{ 法("…") }} を直してください',
        )

    def en(self) -> Words:
        return Words(
            f"the opening of the form 「{self.form}」 names {self.named}, and what uses the form names {self.wanted}",
            'Correct the {{ 法("…") }} of its opening.',
        )
