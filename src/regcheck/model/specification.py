"""The whole of a regulation, typed and resolved: what from_syntax makes and every later floor reads.

Owns: the items of the language as data, in the order of the files, with names as keys.
Refuses to know: grammar, layout, proofs, printed forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction

from regcheck.frozen import Frozen, detail, field
from regcheck.model.case import Record
from regcheck.model.claims import Claim
from regcheck.model.formula import Formula, Path
from regcheck.model.header import Citation as Citation, Header as Header
from regcheck.model.procedures import Procedure
from regcheck.model.types import Type
from regcheck.source.span import NOWHERE, Span


class Placeholder(Frozen):
    """未確定: a thing not yet known; of a day, the first and the last that it can be (None is open)."""

    name: str
    first: date | None = None
    last: date | None = None
    provision: tuple[str, ...] = ()
    """条項: the provision whose words are not known, from its 施行 on."""
    remarks: tuple[str, ...] = ()
    span: Span = detail(default=NOWHERE)


class InstrumentKind(StrEnum):
    """種別 of a 法令."""

    ACT = "法律"
    CABINET_ORDER = "政令"
    ORDINANCE = "省令"
    NOTICE = "告示"
    GUIDELINE = "指針"


class Instrument(Frozen):
    """法令."""

    header: Header
    kind: InstrumentKind
    title: str
    abbreviation: str = ""
    """略称: how other items cite it (法, 令)."""
    number: str = ""
    """法令番号, as written."""
    basis: tuple[Citation, ...] = ()
    pending: tuple[str, ...] = ()
    horizon: tuple[date, date] | None = None
    """検査期間: first and last day for which versions are held against each other."""


class BorneName(Frozen):
    """A name and the days on which it is borne, [since, until); a day may be the name of a 未確定, None is open."""

    name: str
    since: date | str | None = None
    until: date | str | None = None
    span: Span = detail(default=NOWHERE)


class Appellation(Frozen):
    """名称「支払基金」: one body and the names that it bears, one after the other."""

    header: Header
    names: tuple[BorneName, ...]


class Enumeration(Frozen):
    """区分: a closed list of names; 順序あり makes 以上/以下 meaningful only as sets, never as numbers."""

    header: Header
    members: tuple[str, ...]


class FieldDefinition(Frozen):
    """One fact of a 対象."""

    name: str
    type: Type
    may_be_unknown: bool = False
    span: Span = detail(default=NOWHERE)


class Subject(Frozen):
    """対象."""

    header: Header
    fields: Mapping[str, FieldDefinition]


class Discretion(Frozen):
    """裁量: what an authority may find of a record of the subject."""

    header: Header
    subject: str
    authority: str


class Assumption(Frozen):
    """前提: holds of every record of the subject, with its source."""

    header: Header
    subject: str
    body: Formula
    carried: bool = False
    """Carried over from the 対象 that a 手続 is about to its runs, and written nowhere."""


class PredicateKind(StrEnum):
    """Which item made a predicate; they differ in the checks they owe and where they are printed."""

    DEFINITION = "定義"
    CRITERION = "指定基準"
    BUSINESS = "対象事業"
    EQUIPMENT = "設備区分"
    MAINTENANCE = "維持管理区分"


class Predicate(Frozen):
    """定義, 指定基準, 対象事業, 設備区分, 維持管理区分: a named condition on one 対象."""

    header: Header
    kind: PredicateKind
    subject: str
    body: Formula
    fills: tuple[str, ...] = ()
    """委任 items that it fills, by name."""


class Override(Frozen):
    """特例: 「A」の規定にかかわらず: where the condition holds, the outcome of `target` is `outcome`."""

    header: Header
    subject: str
    target: str
    condition: Formula
    outcome: bool
    prevails_over: tuple[str, ...] = ()
    """Other 特例 that give way to this one where both apply."""


class Stage(Frozen):
    """第n段階: from `start` (a date, or the name of a 未確定) the condition reaches a record."""

    number: int
    start: date | str
    body: Formula
    span: Span = detail(default=NOWHERE)


class StagePlan(Frozen):
    """段階: numbered stages, 1…n. Owes growth (拡大のみ) and coverage (最終段階は「A」を網羅する)."""

    header: Header
    subject: str
    stages: tuple[Stage, ...]
    growing: bool
    finally_covers: tuple[str, ...] = ()


class HitPolicy(StrEnum):
    """該当は一つのみ, 先の行を優先, 全て該当."""

    UNIQUE = "unique"
    FIRST = "first"
    COLLECT = "collect"


class AnyCell(Frozen):
    """―: no condition."""


class ValueCell(Frozen):
    """One of these 区分 or 文字列 values; for a 真偽 column the values are あり and なし."""

    values: tuple[str, ...]


class RangeCell(Frozen):
    """A number (or date, as its ordinal) between two limits; None is open. 25%以上1/3未満."""

    low: Fraction | None
    low_strict: bool
    high: Fraction | None
    high_strict: bool


class UnionCell(Frozen):
    """Cells joined by 又は."""

    cells: tuple[Cell, ...]


class OtherCell(Frozen):
    """それ以外: none of the cells that the rows with the same other conditions have in this column."""

    excluded: tuple[Cell, ...]


Cell = AnyCell | ValueCell | RangeCell | UnionCell | OtherCell


class Column(Frozen):
    """A condition column: its heading and the fact (or number) it asks."""

    heading: str
    path: Path
    type: Type


class Row(Frozen):
    """One row: a cell per column, a value per output, and where it stands (第二十三条第一号) if said."""

    cells: tuple[Cell, ...]
    outputs: tuple[str, ...]
    span: Span = detail(default=NOWHERE)


class DecisionTable(Frozen):
    """区分表. `complete` is 漏れなし. `within` limits it to records that satisfy a formula (対象範囲)."""

    header: Header
    subject: str
    hit_policy: HitPolicy
    complete: bool
    columns: tuple[Column, ...]
    outputs: tuple[str, ...]
    rows: tuple[Row, ...]
    within: Formula | None = None


class Delegation(Frozen):
    """委任: an Act or order leaves something to an instrument of `kind`; what fills it must imply `limit`."""

    header: Header
    subject: str
    kind: InstrumentKind
    limit: Formula | None = None


class PropertyKind(StrEnum):
    """すべての…について (valid), ある…について (possible), 排他, 網羅, 同値, …に掲げる…は同じ."""

    ALWAYS = "always"
    POSSIBLE = "possible"
    EXCLUSIVE = "exclusive"
    COVER = "cover"
    EQUIVALENT = "equivalent"
    SAME_LISTS = "same_lists"


class Property(Frozen):
    """性質. ALWAYS and POSSIBLE have one formula in `members`; EXCLUSIVE and EQUIVALENT two or more;
    COVER has the parts in `members` and the whole in `whole`; SAME_LISTS has terms in `members` and the fact whose
    values they list in `listed`."""

    header: Header
    kind: PropertyKind
    subject: str
    members: tuple[Formula, ...]
    whole: Formula | None = None
    listed: Path | None = None


class Expected(StrEnum):
    """該当する, 該当しない, 要確認."""

    TRUE = "該当"
    FALSE = "非該当"
    UNKNOWN = "要確認"


class Expectation(Frozen):
    """→ 特定機能病院に該当する."""

    formula: Formula
    expected: Expected
    only: bool = False
    """→ 指定の日は令和七年五月一日に限る: it holds of some lawful run with these facts, and of every one."""
    span: Span = detail(default=NOWHERE)


class Scenario(Frozen):
    """事例: facts and what must follow; a fact not given is 不明."""

    header: Header
    record: Record
    expectations: tuple[Expectation, ...]


class FactTable(Frozen):
    """事実表: a file bound to a 対象. `columns` maps a heading of the file to a path of fields, or to None
    (用いない). A heading that is the name of a field (or 開設者の種別) needs no mapping."""

    header: Header
    subject: str
    file: str
    """As written; resolved against the folder of the spec file that names it."""
    as_of: date | None
    columns: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    """The field that names a row (名称)."""


class FigureCheck(Frozen):
    """確認: claims about fact tables, each with the source that makes it."""

    header: Header
    claims: tuple[Claim, ...]


class Specification(Frozen):
    """Everything, by name, in the order of the files. `own` are the files whose items owe proofs;
    the others were brought in by 利用 and are only used."""

    own: frozenset[str] = frozenset()
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    placeholders: Mapping[str, Placeholder] = field(default_factory=dict)
    enumerations: Mapping[str, Enumeration] = field(default_factory=dict)
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    discretions: Mapping[str, Discretion] = field(default_factory=dict)
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    predicates: Mapping[str, Predicate] = field(default_factory=dict)
    overrides: Mapping[str, Override] = field(default_factory=dict)
    tables: Mapping[str, DecisionTable] = field(default_factory=dict)
    plans: Mapping[str, StagePlan] = field(default_factory=dict)
    delegations: Mapping[str, Delegation] = field(default_factory=dict)
    properties: Mapping[str, Property] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    fact_tables: Mapping[str, FactTable] = field(default_factory=dict)
    figure_checks: Mapping[str, FigureCheck] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    """By name; the runs of each are a 対象 of the same name in `subjects`."""
    appellations: Mapping[str, Appellation] = field(default_factory=dict)
