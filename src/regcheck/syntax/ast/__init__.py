"""The syntax tree of spec files: what was written, not yet what it means.

Owns: one node per construct of the grammar, with spans, and as much of the surface as the printer needs.
Refuses to know: whether a name exists, types, units that fit, anything about meaning.

Equality ignores spans and comments, so that parse(print(tree)) == tree can be asked.
Names are stored normalised (narrow() applied, quotes removed); `quoted` says that 「」 stood around them.
"""

from regcheck.syntax.ast.evidence import (
    ClaimLine as ClaimLine,
    ColumnMapping as ColumnMapping,
    EveryRowClaimLine as EveryRowClaimLine,
    ExpectationLine as ExpectationLine,
    FactEntry as FactEntry,
    FactTableItem as FactTableItem,
    FactValue as FactValue,
    FigureCheckItem as FigureCheckItem,
    FigureClaimLine as FigureClaimLine,
    GroupsWithoutClaimLine as GroupsWithoutClaimLine,
    JudgementEntry as JudgementEntry,
    ScenarioItem as ScenarioItem,
    SelectionText as SelectionText,
)
from regcheck.syntax.ast.file import (
    File as File,
    Item as Item,
)
from regcheck.syntax.ast.items import (
    AssumptionItem as AssumptionItem,
    CellText as CellText,
    DelegationItem as DelegationItem,
    DiscretionItem as DiscretionItem,
    EnumItem as EnumItem,
    FieldLine as FieldLine,
    HeaderLines as HeaderLines,
    InstrumentItem as InstrumentItem,
    OverrideItem as OverrideItem,
    PlaceholderItem as PlaceholderItem,
    PredicateItem as PredicateItem,
    PropertyItem as PropertyItem,
    StageItem as StageItem,
    StageLine as StageLine,
    SubjectItem as SubjectItem,
    TableItem as TableItem,
    TableRow as TableRow,
    TypeName as TypeName,
    UseItem as UseItem,
)
from regcheck.syntax.ast.names import (
    CitationText as CitationText,
    DateLiteral as DateLiteral,
    Name as Name,
    NumberLiteral as NumberLiteral,
    PathName as PathName,
    Pending as Pending,
    Window as Window,
)
from regcheck.syntax.ast.procedures import (
    RULE_VERBS as RULE_VERBS,
    AppliedLine as AppliedLine,
    BeforeText as BeforeText,
    ChangeText as ChangeText,
    EventLine as EventLine,
    LimitLine as LimitLine,
    NameItem as NameItem,
    NameLine as NameLine,
    PenaltyText as PenaltyText,
    PeriodLine as PeriodLine,
    ProcedureItem as ProcedureItem,
    ProcedureLine as ProcedureLine,
    RuleLine as RuleLine,
    WithinText as WithinText,
    WithinWord as WithinWord,
)
from regcheck.syntax.ast.sentences import (
    BelongsClause as BelongsClause,
    Bound as Bound,
    BreachClause as BreachClause,
    Clause as Clause,
    CompareClause as CompareClause,
    ConnectiveClause as ConnectiveClause,
    ContainsClause as ContainsClause,
    CountExpr as CountExpr,
    DifferenceExpr as DifferenceExpr,
    EventDayExpr as EventDayExpr,
    ExceptionClause as ExceptionClause,
    Expr as Expr,
    HasClause as HasClause,
    ImpliesClause as ImpliesClause,
    IsClause as IsClause,
    JudgedClause as JudgedClause,
    LawfulClause as LawfulClause,
    ListClause as ListClause,
    ListItem as ListItem,
    ListSumExpr as ListSumExpr,
    OutcomeClause as OutcomeClause,
    PeriodExpr as PeriodExpr,
    PossessClause as PossessClause,
    ProductExpr as ProductExpr,
    QuantifiedClause as QuantifiedClause,
    RoundedExpr as RoundedExpr,
    SameClause as SameClause,
    SeriesClause as SeriesClause,
    SeriesExpr as SeriesExpr,
    SumExpr as SumExpr,
    TermRef as TermRef,
    UntilClause as UntilClause,
)
from regcheck.syntax.ast.words import (
    AggregateWord as AggregateWord,
    CompareWord as CompareWord,
    Joiner as Joiner,
    ListMode as ListMode,
    QuantityWord as QuantityWord,
    RoundingWord as RoundingWord,
)
