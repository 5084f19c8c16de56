"""対象事業, 指定基準, 設備区分 and 維持管理区分: articles, and the same as an annex table.

Owns: which items stand in which of these sections, what excludes, the 事例 beside them.
Refuses to know: words, formats.

A 定義 stands in the first section that has a rule on the same 対象.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.documents.material import (
    Material,
    citation_words,
    item_anchor,
    place_order,
    place_words,
)
from regcheck.documents.model import Article, Block, Cell, Heading, Link, Section, Table, plain
from regcheck.documents.printed import is_own
from regcheck.documents.provision import Provision, lines_of
from regcheck.documents.sections.articles import predicate_articles
from regcheck.model.formula import Applies, Except, Formula, Not, children
from regcheck.model.specification import Predicate, PredicateKind, Scenario

GROUPS: tuple[tuple[str, str, tuple[PredicateKind, ...]], ...] = (
    ("businesses", "対象事業と除外", (PredicateKind.BUSINESS,)),
    ("criteria", "指定基準", (PredicateKind.CRITERION,)),
    ("equipment", "設備区分及び維持管理区分", (PredicateKind.EQUIPMENT, PredicateKind.MAINTENANCE)),
)
"""Anchor, title and the kinds of each section, in order."""


def rule_sections(material: Material) -> Iterator[Section]:
    """A section for each group that has rules."""
    taken: set[str] = set()
    for anchor, title, kinds in GROUPS:
        rules = [p for p in _own(material) if p.kind in kinds]
        subjects = {p.subject for p in rules} - taken
        terms = [p for p in _own(material) if p.kind is PredicateKind.DEFINITION and p.subject in subjects]
        taken |= subjects
        if rules:
            blocks = tuple(_blocks(material, anchor, title, rules, terms))
            yield Section(anchor=anchor, title=title, blocks=blocks)


def other_terms(material: Material) -> tuple[Article, ...]:
    """The 定義 on 対象 of which no rule speaks."""
    ruled = {p.subject for p in _own(material) if p.kind is not PredicateKind.DEFINITION}
    return predicate_articles(material, [p for p in _own(material) if p.subject not in ruled])


def _own(material: Material) -> list[Predicate]:
    return [p for p in material.spec.predicates.values() if is_own(material.spec, p.header)]


def _blocks(
    material: Material, anchor: str, title: str, rules: Sequence[Predicate], terms: Sequence[Predicate]
) -> Iterator[Block]:
    yield from predicate_articles(material, rules)
    if terms:
        yield Heading(text="用語", anchor=f"{anchor}-terms")
        yield from predicate_articles(material, terms)
    yield _annex(material, anchor, title, rules)
    excluding = _excluding(material, [*rules, *terms])
    if excluding:
        yield _exclusions(material, anchor, excluding)
    subjects = {p.subject for p in rules}
    scenarios = [s for s in material.spec.scenarios.values() if s.record.subject in subjects]
    own = [s for s in scenarios if is_own(material.spec, s.header)]
    if own:
        yield _examples(material, anchor, own)


# ---------------------------------------------------------------- the annex table


def _annex(material: Material, anchor: str, title: str, rules: Sequence[Predicate]) -> Table:
    listed = sorted(rules, key=lambda p: place_order(p.header))
    return Table(
        anchor=f"{anchor}-annex",
        caption=f"別表（{title}）",
        headings=("区分", "条項", "要件", "除かれるもの", "出典"),
        rows=tuple(_annex_row(material, rule) for rule in listed),
    )


def _annex_row(material: Material, rule: Predicate) -> tuple[Cell, ...]:
    header = rule.header
    provision = material.printed.predicates.get(header.name)
    wanted, left_out = _split(provision) if provision else ((), ())
    return (
        Cell(lines=(Link(text=header.name, target=item_anchor(header)),), heads=True),
        Cell(lines=(Link(text=place_words(header) or "―"),), short=True),
        plain(*wanted),
        plain(*(left_out or ("―",))),
        plain(*(citation_words(c) for c in header.sources)),
    )


def _split(provision: Provision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines that include, and the ただし書 and further 項 that exclude or override."""
    first, *later = provision.paragraphs
    text, proviso, rest = first.text.partition("ただし、")
    wanted = (text, *(line for item in first.items for line in lines_of(item)))
    left_out = [proviso + rest] if proviso else []
    return wanted, (*left_out, *(line for paragraph in later for line in lines_of(paragraph)))


# ---------------------------------------------------------------- what excludes


def _excluding(material: Material, rules: Sequence[Predicate]) -> list[Predicate]:
    """The terms that some rule denies or takes out, in the order they are met."""
    found = dict.fromkeys(term for rule in rules for term in _denied(rule.body))
    predicates = material.spec.predicates
    return [predicates[term] for term in found if term in material.printed.predicates]


def _denied(formula: Formula) -> Iterator[str]:
    match formula:
        case Not(body=Applies(term=term)):
            yield term
        case Except(exceptions=exceptions):
            yield from (part.body.term for part in exceptions if isinstance(part.body, Applies))
    for child in children(formula):
        yield from _denied(child)


def _exclusions(material: Material, anchor: str, terms: Sequence[Predicate]) -> Table:
    rows = tuple(row for term in terms for row in _exclusion_rows(material, term))
    return Table(
        anchor=f"{anchor}-exclusions",
        caption="対象から除く要件",
        headings=("除く用語", "除く要件", "出典"),
        rows=rows,
    )


def _exclusion_rows(material: Material, term: Predicate) -> Iterator[tuple[Cell, ...]]:
    """A row for every 号 of the term, under its name."""
    first = material.printed.predicates[term.header.name].paragraphs[0]
    listed = [tuple(lines_of(item)) for item in first.items] or [(first.text,)]
    name = Link(text=term.header.name, target=item_anchor(term.header))
    for position, lines in enumerate(listed):
        if not position:
            head = Cell(lines=(name,), rows=len(listed), heads=True)
            sources = Cell(
                lines=tuple(Link(text=citation_words(c)) for c in term.header.sources), rows=len(listed)
            )
            yield head, plain(*lines), sources
        else:
            yield (plain(*lines),)


# ---------------------------------------------------------------- 事例


def _examples(material: Material, anchor: str, scenarios: Sequence[Scenario]) -> Table:
    return Table(
        anchor=f"{anchor}-examples",
        caption="当てはめの例（事例）",
        headings=("事例", "事実と結果", "検証", "出典及び備考"),
        rows=tuple(_example_row(material, scenario) for scenario in scenarios),
    )


def _example_row(material: Material, scenario: Scenario) -> tuple[Cell, ...]:
    header = scenario.header
    body = [line.strip() for line in material.words_of(header.span)[1:]]
    shown = [line for line in body if line and not line.startswith(("出典", "備考"))]
    entries = material.ledger.of_item(header)
    notes = (*(citation_words(c) for c in header.sources), *header.remarks)
    return (
        Cell(lines=(Link(text=header.name, target=material.source_link(header.span).target),), heads=True),
        plain(*shown),
        Cell(lines=material.ledger.links(entries), short=True),
        plain(*notes),
    )
