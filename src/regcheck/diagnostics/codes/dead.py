"""RC5xx: text that says nothing: empty, trivial, dead, swallowed or vacuous; and names that nobody uses.

Owns: the words for these findings.
Refuses to know: how they were found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail

_LONGEST = 40


def _quoted(words: str) -> str:
    """The condition in 「」 if it is short enough to be read in a headline."""
    return f"「{words}」" if words and len(words) <= _LONGEST else ""


def _because(core: tuple[str, ...], *, ja: bool) -> str:
    if not core:
        return ""
    return f"（{'、'.join(core)}による）" if ja else f" (because of {', '.join(core)})"


class EmptyTerm(Payload):
    """A term that no case satisfies."""

    CODE: ClassVar = Code("RC501", "empty-term")
    term: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"{self.term}に該当する場合がありません{_because(self.core, ja=True)}",
            "挙げた条項は両立しません。いずれかの条件を緩めてください",
        )

    def en(self) -> Words:
        return Words(
            f"no case satisfies {self.term}{_because(self.core, ja=False)}",
            "The provisions named contradict each other: relax one of them",
        )


class TrivialTerm(Payload):
    """A term that every case of its 対象 satisfies."""

    CODE: ClassVar = Code("RC502", "trivial-term")
    term: str
    subject: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"{self.term}には全ての{self.subject}が該当します{_because(self.core, ja=True)}",
            "基準として働いていません。「いずれか」と「いずれにも」の取り違え、限度の誤りがないかを確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"every {self.subject} satisfies {self.term}{_because(self.core, ja=False)}",
            "It selects nothing: check for いずれか written for いずれにも, and for wrong limits",
        )


class DeadPart(Payload):
    """A condition or list item whose removal changes no outcome."""

    CODE: ClassVar = Code("RC503", "dead-part")
    term: str
    part: str
    words: str = detail(default="")
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"{self.part}{_quoted(self.words)}は、あってもなくても{self.term}の結果を変えません{_because(self.core, ja=True)}",
            "他の条件から必ず導かれるか、他の条件に隠れています。取り除くか、意図した限度に直してください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.part}{_quoted(self.words)} never changes the outcome of {self.term}{_because(self.core, ja=False)}",
            "It follows from the other conditions or is hidden by them: remove it, or mend its limit",
        )


class ExceptionSwallows(Payload):
    """An exception that removes everything its body reaches."""

    CODE: ClassVar = Code("RC504", "exception-swallows")
    term: str
    part: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"{self.part}が{self.term}の該当するものを全て除いています{_because(self.core, ja=True)}",
            "除く範囲を狭めてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.part} removes everything that {self.term} reaches{_because(self.core, ja=False)}",
            "Narrow the exception",
        )


class DeadException(Payload):
    """An exception that removes nothing."""

    CODE: ClassVar = Code("RC505", "dead-exception")
    term: str
    part: str
    words: str = detail(default="")
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"{self.part}{_quoted(self.words)}が{self.term}から除くものは一つもありません{_because(self.core, ja=True)}",
            "本文がもともと及ばないものを除いています。ただし書を取り除くか、除く範囲を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.part}{_quoted(self.words)} removes nothing from {self.term}{_because(self.core, ja=False)}",
            "The body does not reach what it excludes: remove the exception, or mend what it excludes",
        )


class DeadRow(Payload):
    """A row of a 区分表 that never decides a case."""

    CODE: ClassVar = Code("RC506", "dead-row")
    table: str
    row: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"区分表「{self.table}」の行「{self.row}」が用いられる場合がありません{_because(self.core, ja=True)}",
            "先の行に隠れているか、欄の条件が両立しません。行を取り除くか、順序と限度を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"row 「{self.row}」 of 区分表「{self.table}」 is never used{_because(self.core, ja=False)}",
            "Earlier rows hide it or its cells contradict each other: remove it, or mend order and limits",
        )


class DeadOverride(Payload):
    """A 特例 that never changes the outcome of its term."""

    CODE: ClassVar = Code("RC507", "dead-override")
    name: str
    target: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"特例「{self.name}」が「{self.target}」の結果を変える場合がありません{_because(self.core, ja=True)}",
            "特例がなくても同じ結果です。取り除くか、条件を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"特例「{self.name}」 never changes the outcome of 「{self.target}」{_because(self.core, ja=False)}",
            "The outcome is the same without it: remove it, or mend its condition",
        )


class Vacuous(Payload):
    """Something proved only because its premise can never be true."""

    CODE: ClassVar = Code("RC508", "vacuous")
    name: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"{self.name}は、その前段に当たる場合がないので、何も確かめていません{_because(self.core, ja=True)}",
            "前段の条件が矛盾していないかを確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.name} checks nothing, because no case meets its premise{_because(self.core, ja=False)}",
            "Check whether the conditions of the premise contradict each other",
        )


class ContradictoryAssumptions(Payload):
    """前提 that cannot all hold of one record."""

    CODE: ClassVar = Code("RC509", "contradictory-assumptions")
    subject: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        which = "、".join(self.core) or "前提"
        return Words(
            f"{self.subject}についての前提が両立しません（{which}）",
            "前提が矛盾していると何でも証明できてしまいます。挙げた前提のいずれかを直してください",
        )

    def en(self) -> Words:
        which = ", ".join(self.core) or "前提"
        return Words(
            f"the assumptions on {self.subject} contradict each other ({which})",
            "From a contradiction everything follows: mend one of the assumptions named",
        )


class UnusedItem(Payload):
    """A 定義, 裁量, 区分 or 未確定 that nothing refers to."""

    CODE: ClassVar = Code("RC510", "unused-item", Severity.INFO)
    item: str

    def ja(self) -> Words:
        return Words(f"{self.item}はどこにも用いられていません", "要らなければ取り除いてください")

    def en(self) -> Words:
        return Words(f"{self.item} is not used anywhere", "Remove it if it is not needed")


class UnusedIgnore(Payload):
    """A comment regcheck: ignore[…] that hides nothing."""

    CODE: ClassVar = Code("RC511", "unused-ignore", Severity.WARNING)
    codes: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"ignore[{'、'.join(self.codes)}]が抑える指摘はありません", "この注記を取り除いてください"
        )

    def en(self) -> Words:
        return Words(f"ignore[{', '.join(self.codes)}] hides no finding", "Remove this comment")


class IgnoreWithoutReason(Payload):
    """A comment regcheck: ignore[…] that gives no reason, or names no code."""

    CODE: ClassVar = Code("RC512", "ignore-without-reason")

    def ja(self) -> Words:
        return Words(
            "ignoreの注記に理由がありません",
            "「# regcheck: ignore[RC503] 理由」のように、番号と理由を書いてください",
        )

    def en(self) -> Words:
        return Words(
            "an ignore comment gives no reason",
            "Write the code and the reason: # regcheck: ignore[RC503] reason",
        )
