"""RC9xx: no answer, or an answer that the tool itself contradicts.

Owns: the words for undecided and unreplayed obligations.
Refuses to know: budgets, engines.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail


class Unreplayed(Payload):
    """The solver's case does not come out as it said: an internal error, never the user's."""

    CODE: ClassVar = Code("RC901", "unreplayed")
    obligation: str

    def ja(self) -> Words:
        return Words(
            f"検査「{self.obligation}」の反例を再現できません（道具の内部の誤り）",
            "条文の誤りではありません。この出力と条文のファイルを添えて開発者に知らせてください",
        )

    def en(self) -> Words:
        return Words(
            f"the case found for 「{self.obligation}」 does not replay (an internal error of the tool)",
            "Your text is not at fault: please report this output together with the spec files",
        )


class NotDecided(Payload):
    """The budget was spent before an answer."""

    CODE: ClassVar = Code("RC902", "undecided")
    obligation: str
    clause: str
    reason: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"検査「{self.obligation}」は、{self.clause}について手数の限りまで調べても決まりません",
            "その条件を定義に分けて短くするか、設定の手数（rlimit）を増やしてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.obligation}」 could not be decided on {self.clause} within the budget",
            "Split the condition into definitions, or raise the budget (rlimit)",
        )


class SecondDisagrees(Payload):
    """Two solvers answer one text differently: one of them is wrong, or the text is not what both were given."""

    CODE: ClassVar = Code("RC903", "second-solver-disagrees")
    question: str
    first: str
    second: str

    def ja(self) -> Words:
        return Words(
            f"検査「{self.question}」の答えが二つの証明器で食い違います（{self.first} と {self.second}。道具の内部の誤り）",
            "条文の誤りではありません。--dump-smt で書き出した問いと条文のファイルを添えて開発者に知らせてください",
        )

    def en(self) -> Words:
        return Words(
            f"two solvers answer 「{self.question}」 differently ({self.first} and {self.second}; an internal error)",
            "Your text is not at fault: please report the file of --dump-smt together with the spec files",
        )


class NotCertified(Payload):
    """The second solver spent its budget before an answer."""

    CODE: ClassVar = Code("RC904", "not-certified")
    question: str

    def ja(self) -> Words:
        return Words(
            f"検査「{self.question}」は、第二の証明器では手数の限りまで調べても決まりません",
            "その条件を定義に分けて短くするか、設定の手数（rlimit）を増やしてください",
        )

    def en(self) -> Words:
        return Words(
            f"the second solver could not decide 「{self.question}」 within the budget",
            "Split the condition into definitions, or raise the budget (rlimit)",
        )


class WorkerLost(Payload):
    """The process that was to decide it died, and another one after it."""

    CODE: ClassVar = Code("RC910", "worker-lost")
    obligation: str
    reason: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"検査「{self.obligation}」を解いていた処理が二度落ちたので、答えがありません",
            "空きメモリを確かめ、--jobs 1 でもう一度実行してください",
        )

    def en(self) -> Words:
        return Words(
            f"the process that was deciding 「{self.obligation}」 died twice, so there is no answer",
            "Check the free memory and run again with --jobs 1",
        )
