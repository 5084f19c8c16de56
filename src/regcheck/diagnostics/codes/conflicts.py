"""RC3xx: two provisions that cannot both be meant.

Owns: the words for overlaps, overriding rules that clash, refuted 性質 and 事例, and limits that differ in one word.
Refuses to know: how the clash was found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail


def in_case(case: str, *, ja: bool) -> str:
    """The case as the beginning of a clause, or nothing if every case will do."""
    if not case:
        return ""
    joint = "" if case.endswith(("認める", "認めない")) else "の"
    return f"{case}{joint}場合に" if ja else f"with {case}, "


class Overlap(Payload):
    """Two parts of a 性質 排他 hold of one record."""

    CODE: ClassVar = Code("RC301", "overlap")
    name: str
    left: str
    right: str
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"性質「{self.name}」は排他としているのに、{in_case(self.case, ja=True)}{self.left}と{self.right}の両方に該当します",
            "どちらかの条件を狭めるか、一方に「ただし、…を除く」を加えてください",
        )

    def en(self) -> Words:
        return Words(
            f"性質「{self.name}」 declares its parts exclusive, but {in_case(self.case, ja=False)}both {self.left} and {self.right} hold",
            "Narrow one of the two conditions, or add an exception to one of them",
        )


class RowsConflict(Payload):
    """Two rows of a 区分表 該当は一つのみ meet and give different results."""

    CODE: ClassVar = Code("RC302", "rows-conflict")
    table: str
    left: str
    right: str
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"区分表「{self.table}」では、{in_case(self.case, ja=True)}行「{self.left}」と行「{self.right}」の両方に該当し、結果が食い違います",
            "二つの行の欄が重ならないように限度を直すか、「先の行を優先」としてください",
        )

    def en(self) -> Words:
        return Words(
            f"in 区分表「{self.table}」, {in_case(self.case, ja=False)}rows 「{self.left}」 and 「{self.right}」 both apply with different results",
            "Change the limits so that the rows do not meet, or declare 先の行を優先",
        )


class RowsOverlap(Payload):
    """Two rows of a 区分表 該当は一つのみ meet and give the same result."""

    CODE: ClassVar = Code("RC303", "rows-overlap", Severity.WARNING)
    table: str
    left: str
    right: str
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"区分表「{self.table}」では、{in_case(self.case, ja=True)}行「{self.left}」と行「{self.right}」の両方に該当します（結果は同じ）",
            "二つの行を一つにまとめるか、欄が重ならないように限度を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"in 区分表「{self.table}」, {in_case(self.case, ja=False)}rows 「{self.left}」 and 「{self.right}」 both apply (with the same result)",
            "Merge the two rows, or change the limits so that they do not meet",
        )


class RowMeetsMany(Payload):
    """A row of a 区分表 該当は一つのみ that meets other rows, where very many do."""

    CODE: ClassVar = Code("RC312", "row-meets-many")
    table: str
    row: str
    other: str = detail()
    count: int = detail()
    pairs: int = detail()
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"区分表「{self.table}」では、{in_case(self.case, ja=True)}行「{self.row}」と行「{self.other}」の両方に該当します（この行と欄の重なる行は{self.count}行、表全体では{self.pairs}組）",
            "重なる行がこれほど多い表は、「先の行を優先」とするか、欄を重ならない区分に改めてください",
        )

    def en(self) -> Words:
        return Words(
            f"in 区分表「{self.table}」, {in_case(self.case, ja=False)}rows 「{self.row}」 and 「{self.other}」 both apply (the cells of this row meet those of {self.count} rows; {self.pairs} pairs in the whole table)",
            "With so many rows that meet, declare 先の行を優先, or change the cells so that they part",
        )


class OverridesConflict(Payload):
    """Two 特例 of one term apply with different results and neither prevails."""

    CODE: ClassVar = Code("RC304", "overrides-conflict")
    target: str
    left: str
    right: str
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"{in_case(self.case, ja=True)}特例「{self.left}」と特例「{self.right}」がともに当てはまり、「{self.target}」の結果が食い違います",
            f"優先する方の特例に「「{self.right}」に優先する」のように順序を書くか、条件が重ならないようにしてください",
        )

    def en(self) -> Words:
        return Words(
            f"{in_case(self.case, ja=False)}特例「{self.left}」 and 特例「{self.right}」 both apply and disagree on 「{self.target}」",
            "State which of the two prevails (…に優先する), or make their conditions exclude each other",
        )


class PropertyRefuted(Payload):
    """A 性質 すべての… with a counterexample."""

    CODE: ClassVar = Code("RC306", "property-refuted")
    name: str
    case: str = detail(default="")

    def ja(self) -> Words:
        case = in_case(self.case, ja=True) or "どの場合にも"
        return Words(
            f"性質「{self.name}」は、{case}成り立ちません",
            "示した事例を見て、性質が誤りか、条項の条件が誤りかを決め、誤っている方を直してください",
        )

    def en(self) -> Words:
        case = f"with {self.case}" if self.case else "in any case"
        return Words(
            f"性質「{self.name}」 does not hold {case}",
            "Look at the case shown, decide whether the property or the provision is wrong, and mend that one",
        )


class PropertyImpossible(Payload):
    """A 性質 ある… that no case satisfies."""

    CODE: ClassVar = Code("RC307", "property-impossible")
    name: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        by = f"（{'、'.join(self.core)}による）" if self.core else ""
        return Words(
            f"性質「{self.name}」のいう場合はありえません{by}",
            "挙げた条項のいずれかが厳しすぎないかを確かめてください",
        )

    def en(self) -> Words:
        by = f" (because of {', '.join(self.core)})" if self.core else ""
        return Words(
            f"the case that 性質「{self.name}」 speaks of cannot occur{by}",
            "Check whether one of the provisions named is too strict",
        )


class NotEquivalent(Payload):
    """A 性質 同値 whose sides differ."""

    CODE: ClassVar = Code("RC308", "not-equivalent")
    name: str
    left: str
    right: str
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"性質「{self.name}」は同値としているのに、{in_case(self.case, ja=True)}{self.left}と{self.right}の一方だけに該当します",
            "示した事例でどちらの結果が正しいかを決め、もう一方の条件を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"性質「{self.name}」 declares an equivalence, but {in_case(self.case, ja=False)}only one of {self.left} and {self.right} holds",
            "Decide which outcome is right in the case shown and mend the other condition",
        )


class ScenarioDiffers(Payload):
    """A 事例 whose outcome is not the expected one."""

    CODE: ClassVar = Code("RC309", "scenario-differs")
    name: str
    expected: tuple[str, ...]
    found: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        pairs = "、".join(f"{e}と書かれていますが{f}" for e, f in zip(self.expected, self.found, strict=True))
        return Words(
            f"事例「{self.name}」の結果が違います（{pairs}）",
            "事例の事実と「→」の行を確かめ、正しければ条項の条件を直してください",
        )

    def en(self) -> Words:
        pairs = ", ".join(f"{e} expected, {f} found" for e, f in zip(self.expected, self.found, strict=True))
        return Words(
            f"事例「{self.name}」 comes out differently ({pairs})",
            "Check the facts and the → lines of the 事例; if they are right, mend the provision",
        )


class ScenarioAgainstAssumption(Payload):
    """A 事例 whose facts break a 前提."""

    CODE: ClassVar = Code("RC310", "scenario-against-assumption", Severity.WARNING)
    name: str
    assumption: str

    def ja(self) -> Words:
        return Words(
            f"事例「{self.name}」の事実は前提「{self.assumption}」に反しています",
            "ありえない事例です。事実を直すか、前提の方が狭すぎないかを確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"the facts of 事例「{self.name}」 break 前提「{self.assumption}」",
            "Such a case cannot occur: mend the facts, or check whether the assumption is too narrow",
        )


class LimitsDiffer(Payload):
    """Two provisions use one number on one fact with different strictness."""

    CODE: ClassVar = Code("RC311", "limits-differ", Severity.WARNING)
    fact: str
    limit: str
    left: str
    right: str
    left_words: str
    right_words: str

    def ja(self) -> Words:
        return Words(
            f"{self.fact}がちょうど{self.limit}の場合の扱いが、{self.left}の「{self.left_words}」と{self.right}の「{self.right_words}」とで分かれます",
            "同じ限度を意図しているなら、「以上」と「を超える」、「以下」と「未満」のどちらかにそろえてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.left} （{self.left_words}） and {self.right} （{self.right_words}） part company where {self.fact} is exactly {self.limit}",
            "If the same limit is meant, use 以上 and 未満, or を超える and 以下, in both places",
        )


class MemberMissing(Payload):
    """A list of members of a 区分 that lacks what a parallel provision lists."""

    CODE: ClassVar = Code("RC313", "member-missing", Severity.WARNING)
    fact: str
    member: str
    shorter: str
    longer: str

    def ja(self) -> Words:
        return Words(
            f"{self.longer}が{self.fact}について掲げる{self.member}が、{self.shorter}の列記にはありません",
            f"同じものを掲げるつもりなら{self.shorter}に{self.member}を加え、違えるつもりなら理由を付けた注「# regcheck: ignore[RC313]」を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.shorter} does not list {self.member}, which {self.longer} lists for {self.fact}",
            f"Add {self.member} to {self.shorter} if the lists are meant to be the same; if not, accept it with # regcheck: ignore[RC313] and the reason",
        )
