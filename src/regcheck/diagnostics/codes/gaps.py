"""RC4xx: cases that no provision reaches.

Owns: the words for gaps of tables, uncovered wholes, and stages that drop or never reach somebody.
Refuses to know: how the gap was found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.codes.conflicts import in_case
from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail


class TableGap(Payload):
    """A region of a 区分表 漏れなし that no row reaches. `row` is the missing row in table syntax."""

    CODE: ClassVar = Code("RC401", "table-gap")
    table: str
    region: str
    row: str = detail(default="")
    case: str = detail(default="")

    def ja(self) -> Words:
        example = f"（例えば{self.case}）" if self.case and self.case != self.region else ""
        return Words(
            f"区分表「{self.table}」には、{self.region}に当たる行がありません{example}",
            f"次の行を加え、…に結果を書いてください：{self.row}",
        )

    def en(self) -> Words:
        example = f" (for example {self.case})" if self.case and self.case != self.region else ""
        return Words(
            f"区分表「{self.table}」 has no row for {self.region}{example}",
            f"Add this row and write the result in place of …: {self.row}",
        )


class Uncovered(Payload):
    """A case inside the whole of a 性質 網羅 and outside every part."""

    CODE: ClassVar = Code("RC402", "uncovered")
    name: str
    whole: str
    parts: tuple[str, ...]
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"性質「{self.name}」は網羅としているのに、{in_case(self.case, ja=True)}「{self.whole}」のうち{'、'.join(self.parts)}のどれにも該当しないものがあります",
            "どの号がこの場合を受け持つかを決め、その限度（以上、超える、以下、未満）を直すか、号を加えてください",
        )

    def en(self) -> Words:
        return Words(
            f"性質「{self.name}」 declares a cover, but {in_case(self.case, ja=False)}a case of 「{self.whole}」 meets none of {', '.join(self.parts)}",
            "Decide which part is to reach this case and change its limit, or add a part",
        )


class StageShrinks(Payload):
    """A record that one stage reaches and the next one drops, against 拡大のみ."""

    CODE: ClassVar = Code("RC403", "stage-shrinks")
    plan: str
    earlier: str
    later: str
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"段階「{self.plan}」は拡大のみとしているのに、{in_case(self.case, ja=True)}{self.earlier}に該当したものが{self.later}で外れます",
            f"{self.later}の条件を{self.earlier}より広くしてください",
        )

    def en(self) -> Words:
        return Words(
            f"段階「{self.plan}」 may only grow, but {in_case(self.case, ja=False)}what {self.earlier} reaches drops out in {self.later}",
            f"Make {self.later} at least as wide as {self.earlier}",
        )


class StageNeverReaches(Payload):
    """A record of the whole that the last stage does not reach."""

    CODE: ClassVar = Code("RC404", "stage-never-reaches")
    plan: str
    last: str
    whole: str
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"段階「{self.plan}」の{self.last}は「{self.whole}」を網羅するとしているのに、{in_case(self.case, ja=True)}最後まで対象となりません",
            f"{self.last}の条件を広げるか、「最終段階は「{self.whole}」を網羅する」を取り除いてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.last} of 段階「{self.plan}」 is said to cover 「{self.whole}」, but {in_case(self.case, ja=False)}it never reaches the case",
            f"Widen {self.last}, or remove the claim of coverage",
        )


class StageDatesOutOfOrder(Payload):
    """A stage that does not start after the one before it."""

    CODE: ClassVar = Code("RC405", "stage-dates-out-of-order")
    plan: str
    earlier: str
    later: str
    earlier_start: str
    later_start: str

    def ja(self) -> Words:
        return Words(
            f"段階「{self.plan}」の{self.later}（{self.later_start}から）が{self.earlier}（{self.earlier_start}から）より後に始まりません",
            "段階を日付の順に並べ、日付を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.later} of 段階「{self.plan}」 (from {self.later_start}) does not start after {self.earlier} (from {self.earlier_start})",
            "Put the stages in the order of their dates",
        )
