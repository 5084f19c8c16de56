"""Codes RC120-RC149: connectives, lists, numbers and dates that cannot be read one way only.

Owns: what is said about 又は and かつ, labels of 号, numbers, units and dates.
Refuses to know: how they are parsed.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words


class MixedConnectives(Payload):
    """AND and OR joined in one sentence without a list."""

    CODE: ClassVar[Code] = Code("RC120", "mixed-connectives")
    first: str
    second: str

    def ja(self) -> Words:
        return Words(
            f"「{self.first}」と「{self.second}」が一文に混在しています",
            "「次のいずれかに該当すること」「次のいずれにも該当すること」の号に分けるか、一方を（ ）で囲んでください",
        )

    def en(self) -> Words:
        return Words(
            f"'{self.first}' and '{self.second}' are mixed in one sentence",
            "Make a list (次のいずれかに該当すること, 次のいずれにも該当すること) or put one of them in parentheses",
        )


class LoneConnective(Payload):
    """若しくは without 又は, 並びに without 及び."""

    CODE: ClassVar[Code] = Code("RC121", "lone-connective")
    word: str
    instead: str

    def ja(self) -> Words:
        role = "小さい" if self.word == "若しくは" else "大きい"
        return Words(
            f"「{self.word}」が「{self.instead}」なしで使われています",
            f"「{self.word}」は{role}段階の接続です。段階が一つなら「{self.instead}」と書いてください",
        )

    def en(self) -> Words:
        role = "inner" if self.word == "若しくは" else "outer"
        return Words(
            f"'{self.word}' is used without '{self.instead}'",
            f"'{self.word}' joins the {role} level; with one level only write '{self.instead}'",
        )


class LabelGap(Payload):
    """号 that skip a number or do not begin with the first."""

    CODE: ClassVar[Code] = Code("RC122", "label-gap")
    before: str
    after: str
    missing: str
    kind: str = "号"

    def ja(self) -> Words:
        if not self.before:
            return Words(
                f"{self.kind}が「{self.after}」から始まっています", f"「{self.missing}」から始めてください"
            )
        return Words(
            f"{self.kind}の番号が{self.before}から{self.after}へ飛んでいます",
            f"「{self.missing}」を補うか、番号を付け直してください",
        )

    def en(self) -> Words:
        if not self.before:
            return Words(f"the list begins with '{self.after}'", f"Begin with '{self.missing}'")
        return Words(
            f"the labels jump from {self.before} to {self.after}", f"Add '{self.missing}' or number them anew"
        )


class LabelOrder(Payload):
    """A label that stands twice or goes back."""

    CODE: ClassVar[Code] = Code("RC123", "label-order")
    label: str
    before: str
    is_duplicate: bool = False
    kind: str = "号"

    def ja(self) -> Words:
        if self.is_duplicate:
            return Words(f"{self.kind}「{self.label}」が二つあります", "番号を付け直してください")
        return Words(
            f"{self.kind}の番号が{self.before}から{self.label}へ戻っています", "番号の順に並べてください"
        )

    def en(self) -> Words:
        if self.is_duplicate:
            return Words(f"label '{self.label}' stands twice", "Number the list anew")
        return Words(f"the labels go back from {self.before} to {self.label}", "Put the list in order")


class LabelStyle(Payload):
    """一 among イ, or a style that is not below the one around it (一, イ, （１）, （ｉ）)."""

    CODE: ClassVar[Code] = Code("RC124", "label-style")
    label: str
    among: str
    is_nesting: bool = False

    def ja(self) -> Words:
        if self.is_nesting:
            return Words(
                f"「{self.among}」の下に「{self.label}」を置いています",
                "号は 一、イ、（１）、（ｉ） の順に細分してください",
            )
        return Words(
            f"「{self.among}」の並びに「{self.label}」が混じっています",
            "同じ階層には同じ種類の番号を使ってください",
        )

    def en(self) -> Words:
        if self.is_nesting:
            return Words(
                f"'{self.label}' stands below '{self.among}'", "Nest lists as 一, イ, （１）, （ｉ）"
            )
        return Words(
            f"'{self.label}' is mixed into a list of '{self.among}'", "Use one kind of label per level"
        )


class ListWithoutItems(Payload):
    """次の各号の… with no 号 below it."""

    CODE: ClassVar[Code] = Code("RC125", "list-without-items")
    heading: str

    def ja(self) -> Words:
        return Words(
            f"「{self.heading}」の下に号がありません", "次の行から字下げして「一　…」と書いてください"
        )

    def en(self) -> Words:
        return Words(
            f"'{self.heading}' has no list below it", "Write the list, indented, from the next line: 一　…"
        )


class ItemsWithoutHeading(Payload):
    """号 under a sentence that does not say how they combine, or that says it twice."""

    CODE: ClassVar[Code] = Code("RC126", "items-without-heading")
    label: str
    twice: bool = False

    def ja(self) -> Words:
        if self.twice:
            return Words("一つの文に柱書が二つあります", "一方を別の号か「定義」に分けてください")
        return Words(
            f"号「{self.label}」の上に柱書がありません",
            "上の行を「次のいずれにも該当すること」「次のいずれかに該当すること」などとしてください",
        )

    def en(self) -> Words:
        if self.twice:
            return Words("one sentence announces two lists", "Move one of them into an item of its own")
        return Words(
            f"nothing above '{self.label}' announces a list",
            "Let the line above say 次のいずれにも該当すること or 次のいずれかに該当すること",
        )


class AmbiguousNegation(Payload):
    """A negation whose scope can be read two ways (いずれかに該当しない, A又はBでない with parentheses)."""

    CODE: ClassVar[Code] = Code("RC127", "ambiguous-negation")
    text: str

    def ja(self) -> Words:
        return Words(
            f"「{self.text}」の打消しがどこまでかかるか決まりません",
            "一つも当たらないなら「次のいずれにも該当しないこと」、どれかが欠けるなら号ごとに打ち消して「次のいずれかに該当すること」と書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"it is not clear how far the negation in '{self.text}' reaches",
            "Write 次のいずれにも該当しないこと for none of them, or negate each item under 次のいずれかに該当すること",
        )


class NoSubject(Payload):
    """A limit with nothing before it that it could limit; `instead` is the sentence that was probably meant."""

    CODE: ClassVar[Code] = Code("RC128", "limit-of-nothing")
    limit: str
    instead: str = ""

    def ja(self) -> Words:
        if self.instead:
            return Words(f"「{self.limit}」に「が」がありません", f"「{self.instead}」ではありませんか")
        return Words(
            f"「{self.limit}」が何の限度か分かりません",
            f"「病床数が{self.limit}」のように主語を書いてください",
        )

    def en(self) -> Words:
        if self.instead:
            return Words(f"'{self.limit}' lacks が", f"Did you mean '{self.instead}'?")
        return Words(
            f"it is not said what '{self.limit}' limits", f"Name the field before it: 病床数が{self.limit}"
        )


class NoExceptionHere(Payload):
    """ただし where it would have no meaning."""

    CODE: ClassVar[Code] = Code("RC129", "exception-not-here")
    item: str

    def ja(self) -> Words:
        return Words(
            f"{self.item}にただし書は置けません", "除く場合を条件の中に「…でないこと」として書いてください"
        )

    def en(self) -> Words:
        return Words(f"{self.item} takes no ただし", "Write what is excepted as a negated condition")


class NoSuchDate(Payload):
    """February 30, 昭和七十年, 令和元年四月一日."""

    CODE: ClassVar[Code] = Code("RC130", "no-such-date")
    text: str
    era: str = ""
    last: str = ""

    def ja(self) -> Words:
        if self.era:
            return Words(f"「{self.text}」は{self.era}の期間の外です", f"{self.era}は{self.last}です")
        return Words(f"「{self.text}」という日はありません", "年月日を確かめてください")

    def en(self) -> Words:
        if self.era:
            return Words(f"'{self.text}' lies outside the era {self.era}", f"{self.era}: {self.last}")
        return Words(f"there is no day '{self.text}'", "Check year, month and day")


class MixedNumerals(Payload):
    """4百, 四00, 4千万: two number systems in one number."""

    CODE: ClassVar[Code] = Code("RC131", "mixed-numerals")
    text: str

    def ja(self) -> Words:
        return Words(
            f"「{self.text}」は算用数字と漢数字が混じっています",
            "「400」か「四百」のどちらかで書いてください。算用数字に続けられるのは万、億、兆です",
        )

    def en(self) -> Words:
        return Words(
            f"'{self.text}' mixes Arabic and kanji numerals",
            "Write 400 or 四百; only 万, 億 and 兆 may follow Arabic digits",
        )


class OddNumeral(Payload):
    """一千, 四〇〇, 百分の零: a number that statutes write in another way."""

    CODE: ClassVar[Code] = Code("RC132", "odd-numeral")
    text: str
    instead: str = ""

    def ja(self) -> Words:
        advice = (
            f"「{self.instead}」と書いてください"
            if self.instead
            else "「四百」「千百六十」のように位取りで書いてください"
        )
        return Words(f"「{self.text}」は数として読めません", advice)

    def en(self) -> Words:
        advice = f"Write '{self.instead}'" if self.instead else "Write it positionally: 四百, 千百六十"
        return Words(f"'{self.text}' cannot be read as a number", advice)


class UnknownUnit(Payload):
    """A word after a number that is no unit."""

    CODE: ClassVar[Code] = Code("RC133", "unknown-unit")
    text: str
    unit: str
    nearest: str = ""

    def ja(self) -> Words:
        advice = (
            f"「{self.nearest}」ではありませんか"
            if self.nearest
            else "使える単位は言語の手引の「単位」にあります"
        )
        return Words(f"「{self.text}」の「{self.unit}」という単位はありません", advice)

    def en(self) -> Words:
        advice = (
            f"Did you mean '{self.nearest}'?" if self.nearest else "The reference lists the units there are"
        )
        return Words(f"there is no unit '{self.unit}' ('{self.text}')", advice)


class OperatorInName(Payload):
    """病床数以上が…: what stands where a name is wanted ends in the word of a limit."""

    CODE: ClassVar[Code] = Code("RC134", "operator-in-name")
    name: str
    operator: str

    def ja(self) -> Words:
        return Words(
            f"「{self.name}{self.operator}」という名前はありません",
            f"「{self.name}」＋「{self.operator}」ではありませんか。"
            f"「{self.name}が（数）{self.operator}」のように、数を「{self.operator}」の前に書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"there is no name '{self.name}{self.operator}'",
            f"Is it '{self.name}' + '{self.operator}'? Write the number before the limit: "
            f"{self.name}が(number){self.operator}",
        )
