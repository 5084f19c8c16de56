"""Sentences: clauses joined, conditions in front of them, and the lists below.

Owns: what fits in one sentence and what becomes a list; かつ and 又は between clauses; 全ての…について、…において、
…場合にあっては.
Refuses to know: the sentence around it (とは…をいう, こととする), the words inside a clause.

All formulas here are in the shape of normal_form. 又は and かつ are never mixed in one sentence: a mixture becomes a
list, as does everything that more than three clauses would be needed for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regcheck.documents.provision import Item
from regcheck.documents.to_statutory.clauses import (
    LEAVES,
    applies_clause,
    contains_clause,
    leaf_clause,
    range_clause,
)
from regcheck.documents.to_statutory.connectives import Joint, enumerate_nouns, joint_around
from regcheck.documents.to_statutory.names import Scope, name_words, owner, path_words
from regcheck.documents.to_statutory.normal_form import (
    as_range,
    is_list,
    without_exceptions,
    without_premise,
)
from regcheck.documents.to_statutory.writing import Annex, Annexed, Clause, Context, label_of
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Contains,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    OverList,
    OverSeries,
    Part,
    Path,
    Quantity,
)
from regcheck.source.span import Span

LONGEST = 3
"""Clauses in one sentence; more become a list."""

_YEARS = {Quantity.SOME: "いずれかにおいて、", Quantity.ALL: "全てにおいて、"}


class Written(Frozen):
    """A sentence and the list below it."""

    text: str
    items: tuple[Item, ...] = ()


def write(scope: Scope, depth: int, words: Callable[[Context], str]) -> Written:
    """The sentence that `words` makes, and its list at the depth (0: 号)."""
    annex = Annex(depth=depth)
    text = words(Context(scope=scope, annex=annex, say=sentence))
    if len(annex.placed) > 1:
        annex = Annex(depth=depth, labelled=True)
        text = words(Context(scope=scope, annex=annex, say=sentence))
        parts = [(placed, Part(body=placed.formula)) for placed in annex.placed]
    else:
        parts = [(placed, part) for placed in annex.placed for part in _members(placed.formula)]
    return Written(text=text, items=tuple(_item(depth, n, *pair) for n, pair in enumerate(parts)))


def _members(formula: Formula) -> tuple[Part, ...]:
    match formula:
        case Not(body=Or(parts=parts)) | And(parts=parts) | Or(parts=parts) | AtLeast(parts=parts):
            return parts
        case _:
            raise AssertionError(formula)


def _item(depth: int, position: int, placed: Annexed, part: Part) -> Item:
    """One member of a list: …こと。, with its ただし書 if it has one."""
    label = label_of(depth, position)
    written = write(placed.scope, depth + 1, lambda context: with_proviso(part.body, context, "こと。"))
    return Item(label=label, text=written.text, items=written.items, span=_span(part))


def _span(part: Part) -> Span:
    return part.span if part.span.file else part.body.span


# ---------------------------------------------------------------- ただし書


def with_proviso(formula: Formula, context: Context, closing: str) -> str:
    """…こと。ただし、…ものを除く。"""
    match formula:
        case Except(body=body, exceptions=exceptions) if proviso_fits(formula, context):
            return f"{sentence(body, context)}{closing}{proviso(exceptions, context)}"
        case _:
            return sentence(formula, context) + closing


def proviso_fits(formula: Except, context: Context) -> bool:
    """Whether every exception is short enough for a ただし書."""
    return all(_is_light(part.body, context) for part in formula.exceptions)


def proviso(exceptions: Sequence[Part], context: Context) -> str:
    """ただし、Aであるもの及びBであるものを除く。"""
    words = [f"{sentence(part.body, context)}もの" for part in exceptions]
    return f"ただし、{enumerate_nouns(words, joint_around(words))}を除く。"


# ---------------------------------------------------------------- sentences


def sentence(formula: Formula, context: Context) -> str:
    """The words of a condition up to its last verb."""
    match formula:
        case Implies(premise=premise, conclusion=conclusion):
            if (chain := _chain(premise, context)) is None:
                return sentence(without_premise(formula), context)
            return f"{chain}場合にあっては、{sentence(conclusion, context)}"
        case OverList(quantity=Quantity.ALL, path=path, variable=variable, body=body):
            inner = context.about(context.scope.inside(variable, path))
            return _for_all(path, context) + sentence(body, inner)
        case OverSeries(quantity=quantity, window=window, index=index, body=body):
            inner = context.about(context.scope.in_year(index, window))
            return f"{window}の{_YEARS[quantity]}{sentence(body, inner)}"
        case Except():
            return sentence(without_exceptions(formula), context)
        case _:
            return _chain(formula, context) or _alone(formula, context)


def _for_all(path: Path, context: Context) -> str:
    before, last = path_words(context.scope, owner(path)), name_words(path.steps[-1])
    return f"{before}の全ての{last}について、" if before else f"全ての{last}について、"


def _alone(formula: Formula, context: Context) -> str:
    """A condition that is no chain of clauses: one long clause, or a list."""
    clause = _clause(formula, context)
    return clause.final if clause else context.annex.place(formula, context.scope)


def _is_light(formula: Formula, context: Context) -> bool:
    trial = context.trial()
    sentence(formula, trial)
    return not trial.annex.placed


# ---------------------------------------------------------------- chains of clauses


def _chain(formula: Formula, context: Context) -> str | None:
    """AでありBであり、かつ、Cである; None if it needs a list."""
    trial = context.trial()
    words = _chain_words(formula, trial)
    return None if words is None or trial.annex.placed else words


def _chain_words(formula: Formula, context: Context) -> str | None:
    alone = _clause(formula, context)
    if alone is not None:
        return alone.final
    if not isinstance(formula, And | Or) or is_list(formula) or len(formula.parts) > LONGEST:
        return None
    inner = replace(context, in_or=isinstance(formula, Or))
    clauses = [_clause(part.body, inner) for part in formula.parts]
    found = [clause for clause in clauses if clause is not None]
    return _linked(found, formula) if len(found) == len(clauses) else None


def _linked(clauses: Sequence[Clause], formula: And | Or) -> str:
    *before, last = clauses
    joint = "、又は" if isinstance(formula, Or) else "、かつ、"
    return "、".join(clause.linking for clause in before) + joint + last.final


def _clause(formula: Formula, context: Context) -> Clause | None:
    """The formula as one clause, or None if it is more."""
    match formula:
        case Not(body=OverList() as some):
            return leaf_clause(some, context, denied=True)
        case OverList(quantity=Quantity.SOME):
            return leaf_clause(formula, context, denied=False)
        case Not(body=body) if isinstance(body, LEAVES):
            return leaf_clause(body, context, denied=True)
        case _ if isinstance(formula, LEAVES):
            return leaf_clause(formula, context, denied=False)
        case And() | Or() if not is_list(formula):
            return _grouped(formula, context)
        case _:
            return None


def _grouped(formula: And | Or, context: Context) -> Clause | None:
    """Two limits of one fact, or several names under one predicate."""
    pair = as_range(formula)
    if pair:
        return range_clause(*pair, context)
    bodies = [part.body for part in formula.parts]
    if isinstance(formula, And) and all(isinstance(body, Not) for body in bodies):
        inner = [body.body for body in bodies if isinstance(body, Not)]
        return _group(inner, context, Joint.OR, denied=True)
    joint = Joint.AND if isinstance(formula, And) else Joint.OR
    return _group(bodies, context, joint, denied=False)


def _group(bodies: Sequence[Formula], context: Context, joint: Joint, *, denied: bool) -> Clause | None:
    applied = [body for body in bodies if isinstance(body, Applies)]
    contained = [body for body in bodies if isinstance(body, Contains)]
    if len(applied) == len(bodies) and len({body.path for body in applied}) == 1:
        terms = [body.term for body in applied]
        return applies_clause(applied[0].path, terms, context, joint, denied=denied)
    if len(contained) == len(bodies) and len({body.path for body in contained}) == 1:
        values = [body.value for body in contained]
        return contains_clause(contained[0].path, values, context, joint, denied=denied)
    return None
