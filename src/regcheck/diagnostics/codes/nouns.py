"""What a name can stand for, in both languages.

Owns: the words for the kinds of items and for the parts of items.
Refuses to know: findings.
"""

from __future__ import annotations

from enum import StrEnum


class Noun(StrEnum):
    """What a name can stand for; the value is the word in Japanese, `en` the word in English."""

    FACT = "事実"
    TYPE = "型"
    INSTRUMENT = "法令"
    PLACEHOLDER = "未確定"
    ENUMERATION = "区分"
    SUBJECT = "対象"
    MEMBER = "区分の値"
    TERM = "定義・指定基準などの用語"
    DEFINITION = "定義"
    CRITERION = "指定基準"
    BUSINESS = "対象事業"
    EQUIPMENT = "設備区分"
    MAINTENANCE = "維持管理区分"
    ASSUMPTION = "前提"
    OVERRIDE = "特例"
    PLAN = "段階"
    TABLE = "区分表"
    COLUMN = "列"
    OUTPUT = "区分表の結果の列"
    OUTCOME = "区分表の結果"
    DISCRETION = "裁量"
    DELEGATION = "委任"
    PROPERTY = "性質"
    SCENARIO = "事例"
    FACT_TABLE = "事実表"
    CHECK = "確認"
    PROCEDURE = "手続"
    EVENT = "事象"
    RUN_FACT = "事象又は事実"
    PERIOD = "期間"
    LIMIT = "期限"
    DAY = "事象、期間又は期限の日"
    RULE = "義務、禁止又は権限"
    DUTY = "義務"
    PROHIBITION = "禁止"
    POWER = "権限"
    APPELLATION = "名称"

    @property
    def en(self) -> str:
        return _ENGLISH[self]


_ENGLISH = {
    Noun.FACT: "fact",
    Noun.TYPE: "type",
    Noun.INSTRUMENT: "instrument (法令)",
    Noun.PLACEHOLDER: "placeholder (未確定)",
    Noun.ENUMERATION: "enumeration (区分)",
    Noun.SUBJECT: "subject (対象)",
    Noun.MEMBER: "member of the 区分",
    Noun.TERM: "term (定義, 指定基準, …)",
    Noun.DEFINITION: "definition (定義)",
    Noun.CRITERION: "designation criterion (指定基準)",
    Noun.BUSINESS: "target business (対象事業)",
    Noun.EQUIPMENT: "equipment category (設備区分)",
    Noun.MAINTENANCE: "maintenance category (維持管理区分)",
    Noun.ASSUMPTION: "assumption (前提)",
    Noun.OVERRIDE: "override (特例)",
    Noun.PLAN: "stage plan (段階)",
    Noun.TABLE: "decision table (区分表)",
    Noun.COLUMN: "column",
    Noun.OUTPUT: "output column of the 区分表",
    Noun.OUTCOME: "outcome of the 区分表",
    Noun.DISCRETION: "discretion (裁量)",
    Noun.DELEGATION: "delegation (委任)",
    Noun.PROPERTY: "property (性質)",
    Noun.SCENARIO: "scenario (事例)",
    Noun.FACT_TABLE: "fact table (事実表)",
    Noun.CHECK: "figure check (確認)",
    Noun.PROCEDURE: "procedure (手続)",
    Noun.EVENT: "event (事象)",
    Noun.RUN_FACT: "event or fact",
    Noun.PERIOD: "period (期間)",
    Noun.LIMIT: "limit (期限)",
    Noun.DAY: "day of an event, a 期間 or a 期限",
    Noun.RULE: "rule (義務, 禁止, 権限)",
    Noun.DUTY: "duty (義務)",
    Noun.PROHIBITION: "prohibition (禁止)",
    Noun.POWER: "power (権限)",
    Noun.APPELLATION: "name (名称)",
}
