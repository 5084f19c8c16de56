"""RC87x: the outline and the texts of a draft ordinance.

Owns: what is said about an outline that cannot be read, names that lead nowhere, numbers written by hand, terms out
of order, and what is still 未確定 in a final text.
Refuses to know: TOML, templates, how references are put into words.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail


class OutlineUnusable(Payload):
    """A setting of the outline that is missing, unknown or of the wrong kind."""

    CODE: ClassVar[Code] = Code("RC870", "outline-unusable")
    key: str
    why: str
    wanted: str = ""
    similar: str = detail(default="")

    def ja(self) -> Words:
        hint = f"「{self.similar}」のことではありませんか。" if self.similar else ""
        return Words(
            f"条文の組立ての「{self.key}」は{_WHY_JA[self.why].format(self.wanted)}",
            f"{hint}outline.toml を直してください。使える項目は、docs/ordinance.md にあります",
        )

    def en(self) -> Words:
        hint = f"Did you mean 「{self.similar}」? " if self.similar else ""
        return Words(
            f"「{self.key}」 of the outline {_WHY_EN[self.why].format(self.wanted)}",
            f"{hint}Correct outline.toml; docs/ordinance.md has the settings that there are.",
        )


_WHY_JA = {
    "missing": "書かれていない",
    "unknown": "使えない項目である",
    "kind": "{}でなければならない",
    "choice": "{}のいずれかでなければならない",
    "twice": "二度書かれている",
    "text": "文のファイル（{}）がない",
    "empty": "空である",
    "yes_no": "真偽の事実の言い方なので、値を取らない",
    "fact": "真偽でも区分でもない事実のもので、言い方を定められない",
    "form": "「{}」の次に文を続ける形が決まらないので、links（否定は denial_links）に書かなければならない",
}
_WHY_EN = {
    "missing": "is missing",
    "unknown": "is no known setting",
    "kind": "has to be {}",
    "choice": "has to be one of {}",
    "twice": "stands twice",
    "text": "has no file with its text ({})",
    "empty": "is empty",
    "yes_no": "is a phrase of a yes-or-no fact, which has no values",
    "fact": "is of a fact that is neither yes-or-no nor of a 区分, and cannot have a phrase",
    "form": "needs links (denial_links for the denial): the form of 「{}」 before another clause cannot be told",
}


class TextUnusable(Payload):
    """A template that is broken, or a line of it that stands nowhere. `why` is a key of the words below."""

    CODE: ClassVar[Code] = Code("RC871", "ordinance-text-unusable")
    article: str
    why: str
    words: str = detail(default="")
    similar: str = detail(default="")

    def ja(self) -> Words:
        hint = f"「{self.similar}」のことではありませんか。" if self.similar else ""
        return Words(
            f"「{self.article}」の文は{_TEXT_JA[self.why].format(self.words)}",
            hint + _TEXT_ADVICE_JA[self.why],
        )

    def en(self) -> Words:
        hint = f"Did you mean 「{self.similar}」? " if self.similar else ""
        return Words(
            f"the text of 「{self.article}」 {_TEXT_EN[self.why].format(self.words)}",
            hint + _TEXT_ADVICE_EN[self.why],
        )


_TEXT_JA = {
    "template": "{{{{ }}}} の中を読めない",
    "name": "知らない名前「{}」を使っている",
    "indent": "字下げが段になっていない（「{}」）",
    "deep": "号の細分が深すぎる（「{}」）",
    "many": "号の細分が、付ける記号より多い（「{}」）",
    "place": "「{}」を項の初めでないところに置いている",
    "paragraphs": "二項以上になる「{}」を、条の初めの項でないところに置いている",
    "empty": "空である",
}
_TEXT_ADVICE_JA = {
    "template": '{{ と }} の数と、引用符 " の閉じ忘れを確かめてください。波括弧、括弧、引用符、コンマは半角で書きます',
    "name": '法令は「法令」の名前で呼びます。条、様式、項目などの名前は、半角の "…" で囲んでください',
    "indent": "項は行の初めから、号は空白二つ、号の細分は空白四つを下げて書いてください",
    "deep": "深い部分を別の項に分けてください",
    "many": "並びを二つ以上の項に分けてください",
    "place": "項目や区分は、一つの項を丸ごと作ります。行の終わりに一つだけ書いてください",
    "paragraphs": "その項目を条の初めに置いてください",
    "empty": "一つ以上の項を書いてください",
}
_TEXT_EN = {
    "template": "has something between {{{{ and }}}} that cannot be read",
    "name": "uses the unknown name 「{}」",
    "indent": "has an indent that is no step (「{}」)",
    "deep": "is too deep (「{}」)",
    "many": "has more items than there are labels (「{}」)",
    "place": "has 「{}」 where no 項 begins",
    "paragraphs": "has 「{}」, which takes several 項, below the first 項 of the article",
    "empty": "is empty",
}
_TEXT_ADVICE_EN = {
    "template": 'Look for {{ or }} and " that are missing. Brackets, quotation marks and commas are plain ASCII.',
    "name": 'Laws go by the name of their 法令. Put the names of articles, forms and items in "…".',
    "indent": "A 項 begins the line, a 号 stands two spaces deep, what lies below it four.",
    "deep": "Move the inner part to a 項 of its own.",
    "many": "Split the list into two 項 or more.",
    "place": "An item makes a whole 項: write it once, at the end of its line.",
    "paragraphs": "Put the item at the head of the article.",
    "empty": "Write one 項 or more.",
}


class UnknownTarget(Payload):
    """A reference to a provision, 様式 or item that is not there. `what` is 条, 様式, 語, 項目, 区分表, 期間 or 条項."""

    CODE: ClassVar[Code] = Code("RC872", "ordinance-unknown-target")
    article: str
    what: str
    name: str
    similar: str = detail(default="")

    def ja(self) -> Words:
        hint = f"「{self.similar}」のことではありませんか。" if self.similar else ""
        return Words(
            f"「{self.article}」の指す{self.what}「{self.name}」がない", f"{hint}名前を確かめてください"
        )

    def en(self) -> Words:
        hint = f"Did you mean 「{self.similar}」? " if self.similar else ""
        return Words(
            f"「{self.article}」 names the {self.what} 「{self.name}」, which is not there",
            f"{hint}Check the name.",
        )


class TypedReference(Payload):
    """A reference that is written by hand, so that it would not follow when articles move."""

    CODE: ClassVar[Code] = Code("RC873", "typed-reference")
    article: str
    text: str

    def ja(self) -> Words:
        return Words(
            f"「{self.article}」の文に「{self.text}」と手で書かれている",
            '条が動いたときに直らないので、{{ 条("…") }}、{{ 様式("…") }} 又は {{ 法("…") }} の形で書いてください',
        )

    def en(self) -> Words:
        return Words(
            f"「{self.text}」 is typed by hand in the text of 「{self.article}」",
            'It would not follow when articles move. Write {{ 条("…") }}, {{ 様式("…") }} or {{ 法("…") }}.',
        )


class TermOutOfOrder(Payload):
    """A defined term that is used before it is made, or never. `why` is before, once or never."""

    CODE: ClassVar[Code] = Code("RC874", "term-out-of-order")
    term: str
    why: str
    place: str = ""

    def ja(self) -> Words:
        return Words(_TERM_JA[self.why].format(self.term, self.place), _TERM_ADVICE_JA[self.why])

    def en(self) -> Words:
        return Words(_TERM_EN[self.why].format(self.term, self.place), _TERM_ADVICE_EN[self.why])


_TERM_JA = {
    "before": "「{0}」が、定める前に{1}で使われている",
    "once": "「{0}」は{1}で定めるだけで、その後に使われていない",
    "never": "「{0}」は組立てにあるが、どの条でも使われていない",
}
_TERM_ADVICE_JA = {
    "before": "その条項より前の文で使えば、そこで定めます",
    "once": "略称を使わずに書くか、[[term]] を消してください",
    "never": '条の文で使うか（様式は {{ 様式("…") }}）、その [[term]] 又は [[form]] を消してください',
}
_TERM_EN = {
    "before": "「{0}」 is used in {1} before it is defined",
    "once": "「{0}」 is defined in {1} and not used after it",
    "never": "「{0}」 is in the outline and no article uses it",
}
_TERM_ADVICE_EN = {
    "before": "Use it in a text before that place, and it is defined there.",
    "once": "Write it out, or remove its [[term]].",
    "never": 'Use it in an article (a form by {{ 様式("…") }}), or remove its [[term]] or [[form]].',
}


class StillUnsettled(Payload):
    """Something 未確定 in a text that is to be final."""

    CODE: ClassVar[Code] = Code("RC875", "still-unsettled")
    place: str
    shown: str
    name: str = ""

    def ja(self) -> Words:
        what = f"（未確定「{self.name}」）" if self.name else ""
        return Words(
            f"{self.place}に「{self.shown}」{what}が残っている",
            "定まった内容を書いてください。定まるまでは、--final を付けずに作ります",
        )

    def en(self) -> Words:
        what = f" (未確定 「{self.name}」)" if self.name else ""
        return Words(
            f"「{self.shown}」{what} is left in {self.place}",
            "Write what it is; until then, leave out --final.",
        )


class AnswerUnnamed(Payload):
    """An article that is to answer a delegation and does not name it, or a second one that answers the same."""

    CODE: ClassVar[Code] = Code("RC876", "answer-unnamed")
    article: str
    delegation: str

    def ja(self) -> Words:
        return Words(
            f"「{self.article}」は{self.delegation}に応えるとされているが、文がこれを引いていない",
            '文に {{ 法("…") }} を書くか、answers を直してください',
        )

    def en(self) -> Words:
        return Words(
            f"「{self.article}」 is to answer {self.delegation} and its text does not name it",
            'Write {{ 法("…") }} in the text, or correct answers.',
        )


class ReferenceMisread(Payload):
    """A reference that a reader of laws would follow to another provision than the one that was meant."""

    CODE: ClassVar[Code] = Code("RC877", "reference-misread")
    place: str
    words: str
    meant: str

    def ja(self) -> Words:
        return Words(
            f"{self.place}の「{self.words}」が、{self.meant}を指すように読めない",
            "文を短く分けるか、間に挟まる法令や条の名を減らしてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.words}」 in {self.place} cannot be read as {self.meant}",
            "Split the sentence, or name fewer laws and articles in between.",
        )
