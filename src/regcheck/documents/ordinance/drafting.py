"""Outline and templates → draft.

Owns: the 項 of every article: those of its text, and those that an item of the specification makes; the 別表.
Refuses to know: numbers, references, how the words of an item are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn, ParamSpec, TypeVar

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.documents.ordinance.draft import (
    Annex,
    AnnexUse,
    Article,
    Draft,
    Line,
    Manner,
    Piece,
    Printed,
    Proved,
)
from regcheck.documents.ordinance.forms.texts import texts_of
from regcheck.documents.ordinance.insertions import Insertion
from regcheck.documents.ordinance.outline.plans import ArticlePlan, FormPlan, Layout, Outline, TermPlan
from regcheck.documents.ordinance.phrases import phrasebook_of
from regcheck.documents.ordinance.template import Raw, RawLine, Templates
from regcheck.documents.ordinance.terms import TermFinder
from regcheck.documents.phrasebook import NO_PHRASES
from regcheck.documents.problems import OutlineError, told
from regcheck.documents.provision import Item, Provision
from regcheck.documents.to_statutory import entry_words, name_words, plan_words, predicate_words
from regcheck.frozen import replace
from regcheck.law.labels import DEEPEST, MOST
from regcheck.model.specification import Predicate, PredicateKind, Specification
from regcheck.source.span import NOWHERE, Span

P = ParamSpec("P")
T = TypeVar("T")

LEADS = {
    PredicateKind.CRITERION: ("基準に該当する{0}は、", "{0}とする。"),
    PredicateKind.DEFINITION: ("{0}とは、", "{0}をいう。"),
}
_LEAD = ("{0}は、", "{0}とする。")


def draft_of(spec: Specification, outline: Outline) -> Draft:
    """The draft. Raises OutlineError, and Unprintable for an item that has no words."""
    return _Drafting(spec, outline).draft()


class _Drafting:
    def __init__(self, spec: Specification, outline: Outline) -> None:
        self._spec, self._outline = spec, outline
        self._problems: list[Diagnostic] = []
        self._phrases = next(self._sound(phrasebook_of, spec, outline), NO_PHRASES)
        self._templates = Templates(spec, outline)
        self._terms = TermFinder(outline.terms)
        self._annexes: list[Annex] = []
        self._derived: dict[str, Predicate] = {}

    def draft(self) -> Draft:
        outline = self._outline
        terms, forms = outline.terms.values(), [form for form in outline.forms.values() if form.fields]
        made = Draft(
            enactment=next(self._sound(self._text, "制定文", outline.enactment), ()),
            articles=self._articles(outline.articles),
            supplement=self._articles(outline.supplement),
            annexes=tuple(self._annexes),
            forms=outline.forms,
            form_texts={form.id: texts for form in forms for texts in self._sound(self._form, form)},
            terms=outline.terms,
            definitions={term.name: words for term in terms for words in self._sound(self._definition, term)},
            derived=self._derived,
            phrases=self._phrases,
        )
        if self._problems:
            raise OutlineError(*self._problems)
        return made

    def _sound(self, make: Callable[P, T], *given: P.args, **named: P.kwargs) -> Iterator[T]:
        """What is made, if it can be: else what is wrong is kept until everything has been looked at."""
        try:
            yield make(*given, **named)
        except OutlineError as error:
            self._problems += error.diagnostics

    def _text(self, name: str, text: str) -> tuple[Piece, ...]:
        return self._words(name, self._templates.pieces(name, text))

    def _definition(self, term: TermPlan) -> tuple[Piece, ...]:
        with _at(term.span):
            return self._text(term.name, term.short or term.means)

    def _form(self, form: FormPlan) -> dict[str, tuple[Piece, ...]]:
        with _at(form.span):
            return {
                text: self._text(form.id, text) if "{" in text else self._words(form.id, (text,))
                for text in texts_of(form)
            }

    # ------------------------------------------------------------ articles

    def _articles(self, plans: Sequence[ArticlePlan]) -> tuple[Article, ...]:
        return tuple(article for plan in plans for article in self._sound(self._article, plan))

    def _article(self, plan: ArticlePlan) -> Article:
        raw = self._templates.lines(plan.id)
        paragraphs: list[Line] = []
        for line, below in _nested(plan.id, raw, 0):
            made = self._paragraphs(plan.id, line, below)
            if len(made) > 1 and paragraphs:
                self._fail(plan.id, line, "paragraphs")
            paragraphs += made
        return Article(plan=plan, lines=tuple(paragraphs))

    def _paragraphs(self, article: str, line: RawLine, below: Sequence[RawLine]) -> list[Line]:
        *before, last = line.pieces or ("",)
        if not isinstance(last, Insertion):
            return [self._line(article, line, below)]
        if below:
            self._fail(article, line, "place")
        front = self._words(article, before, line.span)
        if last.manner is Manner.ENTRY:
            return [self._list(article, line, front, last)]
        return self._rule(line, front, last)

    def _line(self, article: str, line: RawLine, below: Sequence[RawLine]) -> Line:
        lines = tuple(self._line(article, one, rest) for one, rest in _nested(article, below, line.depth + 1))
        return Line(
            pieces=self._words(article, line.pieces, line.span), id=line.id, lines=lines, span=line.span
        )

    def _words(self, article: str, pieces: Sequence[Raw], span: Span = NOWHERE) -> tuple[Piece, ...]:
        return in_pieces(article, pieces, self._terms, span)

    def _fail(self, article: str, line: RawLine, why: str) -> NoReturn:
        words = next((piece.items[0] for piece in line.pieces if isinstance(piece, Insertion)), "")
        payload = codes.ordinance.TextUnusable(article=article, why=why, words=words)
        raise OutlineError(told(payload, article, line.span))

    # ------------------------------------------------------------ items of the specification

    def _rule(self, line: RawLine, front: tuple[Piece, ...], insertion: Insertion) -> list[Line]:
        """The 項 of a 基準, 区分, 定義 or 段階; the words of the template stand in front of the first."""
        (name,) = insertion.items
        first, *others = self._provision(insertion, line.span).paragraphs
        printed = Printed(manner=insertion.manner, item=name, paragraphs=1 + len(others))
        head = Line(
            pieces=(*front, Proved(text=first.text)),
            id=line.id or name,
            lines=_items(first.items),
            printed=printed,
            span=line.span,
        )
        rest = [
            Line(pieces=(Proved(text=one.text),), lines=_items(one.items), span=line.span) for one in others
        ]
        return [head, *rest]

    def _provision(self, insertion: Insertion, span: Span) -> Provision:
        (name,) = insertion.items
        if insertion.derived is not None:
            if self._derived.setdefault(name, insertion.derived) != insertion.derived:
                payload = codes.ordinance.OutlineUnusable(key=name, why="twice")
                raise OutlineError(told(payload, name, span))
            return predicate_words(self._spec, insertion.derived, self._phrases)
        if insertion.manner is Manner.PLAN:
            return plan_words(self._spec, self._spec.plans[name], self._phrases)
        return predicate_words(self._spec, self._spec.predicates[name], self._phrases)

    def _list(self, article: str, line: RawLine, front: tuple[Piece, ...], insertion: Insertion) -> Line:
        """A 対応号, or a 別表 and the 項 that names it."""
        predicates = [self._spec.predicates[name] for name in insertion.items]
        first = predicates[0]
        if {(one.kind, one.subject) for one in predicates} != {(first.kind, first.subject)}:
            self._fail(article, line, "place")
        rows = tuple(self._entry(predicate) for predicate in predicates)
        before, after = (part.format(name_words(first.subject)) for part in LEADS.get(first.kind, _LEAD))
        made = Line(pieces=(), id=line.id, span=line.span)
        if self._outline.layout is Layout.ITEMS:
            text = f"次の各号に掲げる{before}それぞれ当該各号に定める{after}"
            return replace(made, pieces=(*front, Proved(text=text)), lines=rows)
        left, right = self._outline.style.columns
        annex = AnnexUse(position=len(self._annexes))
        self._annexes.append(Annex(article=article, heading=name_words(first.subject), lines=rows))
        text = f"の{left}に掲げる{before}それぞれ同表の{right}に定める{after}"
        return replace(made, pieces=(*front, annex, Proved(text=text)))

    def _entry(self, predicate: Predicate) -> Line:
        item = entry_words(self._spec, predicate, self._phrases)
        name = predicate.header.name
        return Line(
            pieces=(Proved(text=item.text),),
            id=name,
            lines=_items(item.items),
            printed=Printed(manner=Manner.ENTRY, item=name),
            span=predicate.header.span,
        )


@contextmanager
def _at(span: Span) -> Iterator[None]:
    """What is wrong with a text of a table is told at the table."""
    try:
        yield
    except OutlineError as error:
        at = (Annotation(span=span),) if span.file else ()
        raise OutlineError(*(replace(one, annotations=at) for one in error.diagnostics)) from None


def in_pieces(name: str, raw: Sequence[Raw], terms: TermFinder, span: Span = NOWHERE) -> tuple[Piece, ...]:
    """What a text is made of, its terms as pieces of their own. Raises OutlineError for an item of the specification,
    which makes 項."""
    found: list[Piece] = []
    for piece in raw:
        if isinstance(piece, Insertion):
            payload = codes.ordinance.TextUnusable(article=name, why="place", words=piece.items[0])
            raise OutlineError(told(payload, name, span))
        found += terms.split(piece) if isinstance(piece, str) else [piece]
    return tuple(found)


def _items(items: Sequence[Item]) -> tuple[Line, ...]:
    return tuple(
        Line(pieces=(Proved(text=item.text),), lines=_items(item.items), span=item.span) for item in items
    )


def _nested(article: str, lines: Sequence[RawLine], depth: int) -> list[tuple[RawLine, list[RawLine]]]:
    """The lines at a depth, each with those below it."""
    found: list[tuple[RawLine, list[RawLine]]] = []
    for line in lines:
        if line.depth > DEEPEST:
            raise _misplaced(article, line, "deep")
        if line.depth == depth:
            found.append((line, []))
        elif line.depth > depth and found and line.depth <= _deepest(found[-1], depth) + 1:
            found[-1][1].append(line)
        else:
            raise _misplaced(article, line, "indent")
    if depth and len(found) > MOST[depth - 1]:
        raise _misplaced(article, found[-1][0], "many")
    return found


def _deepest(last: tuple[RawLine, list[RawLine]], depth: int) -> int:
    return last[1][-1].depth if last[1] else depth


def _misplaced(article: str, line: RawLine, why: str) -> OutlineError:
    words = "".join(piece for piece in line.pieces if isinstance(piece, str))[:20]
    return OutlineError(
        told(codes.ordinance.TextUnusable(article=article, why=why, words=words), article, line.span)
    )
