"""One condition as one clause: a subject, a predicate, and the two endings it can have.

Owns: the words of every leaf of a formula, denied or not, and of several names under one predicate.
Refuses to know: how clauses are joined, lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from regcheck.documents.phrasebook import Said
from regcheck.documents.to_statutory.connectives import Joint, enumerate_nouns
from regcheck.documents.to_statutory.expressions import expression_words, is_day, listed_words
from regcheck.documents.to_statutory.names import (
    Scope,
    item_path_words,
    name_words,
    owner,
    path_words,
    quoted,
)
from regcheck.documents.to_statutory.normal_form import MIRRORED, OPPOSITE
from regcheck.documents.to_statutory.refusal import Refusal, Unprintable
from regcheck.documents.to_statutory.writing import Clause, Context, Verb
from regcheck.model.formula import (
    Applies,
    Breaches,
    Comparator,
    Compare,
    Contains,
    Day,
    Holds,
    HoldsIn,
    IsOneOf,
    Judged,
    Lawful,
    Number,
    OutcomeIs,
    OverList,
    Path,
    SameValue,
    StageApplies,
    Truth,
)
from regcheck.model.types import TextType
from regcheck.source.numerals import to_kanji

Leaf = (
    Truth | Holds | HoldsIn | Compare | IsOneOf | Contains | SameValue | Applies | StageApplies | OutcomeIs
    | Judged | Breaches | Lawful | OverList
)  # fmt: skip
"""What one clause says. An 一覧 is one when some element is asked for: …を有する."""

LEAVES = (
    Truth, Holds, HoldsIn, Compare, IsOneOf, Contains, SameValue, Applies, StageApplies, OutcomeIs, Judged,
    Breaches, Lawful,
)  # fmt: skip

_LIMITS = {Comparator.GE: "以上", Comparator.LE: "以下", Comparator.LT: "未満"}
_DAY_LIMITS = {
    Comparator.GE: "以後",
    Comparator.GT: "より後",
    Comparator.LE: "以前",
    Comparator.LT: "より前",
}


def leaf_clause(leaf: Leaf, context: Context, *, denied: bool) -> Clause:
    """The clause of a leaf, or of its denial."""
    scope = context.scope
    if said := _phrase(leaf, scope, denied=denied):
        return Clause(stem="", verb=said)
    match leaf:
        case Truth(value=value):
            return Clause(stem="", verb=Verb.ALWAYS if value is not denied else Verb.NEVER)
        case Holds(path=path):
            return _exists(path_words(scope, path), denied=denied)
        case HoldsIn(path=path, index=index):
            return _exists(item_path_words(scope, path, index), denied=denied)
        case Compare():
            return _compare(leaf, context, denied=denied)
        case IsOneOf(path=path, values=values):
            return _is_one_of(path, values, context, denied=denied)
        case Contains(path=path, value=value):
            return contains_clause(path, (value,), context, Joint.AND, denied=denied)
        case SameValue(left=left, right=right):
            return _same(path_words(scope, left), path_words(scope, right), denied=denied)
        case Applies() | StageApplies() | OutcomeIs() | Judged():
            return _named(leaf, context, denied=denied)
        case OverList():
            return _has(leaf, context, denied=denied)
        case Breaches(rule=rule):
            raise Unprintable(Refusal.RUN, f"{rule}に違反する")
        case Lawful():
            raise Unprintable(Refusal.RUN, "適法である")
        case _:
            assert_never(leaf)


def _phrase(leaf: Leaf, scope: Scope, *, denied: bool) -> Said | None:
    """How the ordinance says the leaf, where it has words of its own for it."""
    match leaf:
        case Holds(path=path):
            found = scope.phrase(path)
        case IsOneOf(path=path, values=(value,)) | Contains(path=path, value=value):
            found = scope.phrase(path, value)
        case _:
            return None
    return found.said(denied=denied) if found else None


def _exists(words: str, *, denied: bool) -> Clause:
    return Clause(stem=words, verb=Verb.EXISTS_NOT if denied else Verb.EXISTS)


def _same(left: str, right: str, *, denied: bool) -> Clause:
    if denied:
        return Clause(stem=f"{left}が{right}", verb=Verb.DIFFERS)
    return Clause(stem=f"{left}が{right}と同じ", verb=Verb.IS)


# ---------------------------------------------------------------- comparisons


def _compare(compare: Compare, context: Context, *, denied: bool) -> Clause:
    op = OPPOSITE[compare.op] if denied else compare.op
    left, right = compare.left, compare.right
    if isinstance(left, Number | Day) and not isinstance(right, Number | Day):
        left, right, op = right, left, MIRRORED[op]
    subject = expression_words(left, context)
    other = expression_words(right, context)
    if op in (Comparator.EQ, Comparator.NE):
        if not isinstance(right, Number | Day):
            return _same(subject, other, denied=op is Comparator.NE)
        return Clause(stem=f"{subject}が{other}", verb=Verb.IS if op is Comparator.EQ else Verb.IS_NOT)
    return _limit(f"{subject}が{other}", op, day=is_day(left, context) or is_day(right, context))


def _limit(stem: str, op: Comparator, *, day: bool) -> Clause:
    if day:
        return Clause(stem=stem + _DAY_LIMITS[op], verb=Verb.IS)
    if op is Comparator.GT:
        return Clause(stem=stem, verb=Verb.EXCEEDS)
    return Clause(stem=stem + _LIMITS[op], verb=Verb.IS)


def range_clause(low: Compare, high: Compare, context: Context) -> Clause:
    """百分の二十五以上三分の一未満である, 四百床を超え六百床以下である."""
    day = is_day(low.left, context)
    first = expression_words(low.right, context)
    second = expression_words(high.right, context)
    if day:
        first += _DAY_LIMITS[low.op]
    else:
        first += "を超え" if low.op is Comparator.GT else _LIMITS[low.op]
    return _limit(f"{expression_words(low.left, context)}が{first}{second}", high.op, day=day)


# ---------------------------------------------------------------- values of 区分 and 文字列


def _is_one_of(path: Path, values: tuple[str, ...], context: Context, *, denied: bool) -> Clause:
    text = isinstance(context.scope.type_at(path), TextType)
    words = [quoted(value) if text else name_words(value) for value in values]
    stem = f"{path_words(context.scope, path)}が{enumerate_nouns(words, _or_word(context))}"
    if denied:
        return Clause(stem=stem, verb=Verb.NONE_OF if len(words) > 1 else Verb.IS_NOT)
    return Clause(stem=stem, verb=Verb.IS)


def contains_clause(
    path: Path, values: Sequence[str], context: Context, joint: Joint, *, denied: bool
) -> Clause:
    """機能に貨物情報の確認又は運行計画の作成を含む. Denied: none of them (the joint is then 又は)."""
    words = [name_words(value) for value in values]
    word = _or_word(context) if joint is Joint.OR else joint
    stem = f"{path_words(context.scope, path)}に{enumerate_nouns(words, word)}"
    if denied:
        return Clause(stem=stem, verb=Verb.CONTAINS_NONE if len(words) > 1 else Verb.CONTAINS_NOT)
    every = joint is Joint.AND and len(words) > 1
    return Clause(stem=stem, verb=Verb.CONTAINS_ALL if every else Verb.CONTAINS)


def _or_word(context: Context) -> Joint:
    return Joint.INNER_OR if context.in_or else Joint.OR


# ---------------------------------------------------------------- rules by name


def _named(leaf: Applies | StageApplies | OutcomeIs | Judged, context: Context, *, denied: bool) -> Clause:
    scope = context.scope
    match leaf:
        case Applies(term=term, path=path):
            return applies_clause(path, (term,), context, Joint.AND, denied=denied)
        case StageApplies(plan=plan, number=number, path=path):
            words = f"{name_words(plan)}の第{to_kanji(number)}段階"
            return _meets(path, words, context, denied=denied)
        case OutcomeIs(table=table, output=output, value=value, path=path):
            about = path_words(scope, path)
            ruled = f"{name_words(table)}により定まる{name_words(output)}が{name_words(value)}"
            stem = f"{about}に係る{ruled}" if about else ruled
            return Clause(stem=stem, verb=Verb.IS_NOT if denied else Verb.IS)
        case Judged(discretion=discretion, path=path):
            authority = name_words(scope.spec.discretions[discretion].authority)
            about = path_words(scope, path)
            stem = f"{authority}が{about}について" if about else f"{authority}が"
            verb = Verb.FINDS_NOT if denied else Verb.FINDS
            return Clause(stem=stem + quoted(discretion), verb=verb)
        case _:
            assert_never(leaf)


def applies_clause(
    path: Path, terms: Sequence[str], context: Context, joint: Joint, *, denied: bool
) -> Clause:
    """特定機能病院に該当する. Denied: none of them (the joint is then 又は)."""
    word = _or_word(context) if joint is Joint.OR else joint
    words = enumerate_nouns([name_words(term) for term in terms], word)
    if len(terms) > 1 and (denied or joint is Joint.AND):
        return _about(path, words, context, Verb.MEETS_NONE if denied else Verb.MEETS_ALL)
    return _meets(path, words, context, denied=denied)


def _meets(path: Path, words: str, context: Context, *, denied: bool) -> Clause:
    return _about(path, words, context, Verb.MEETS_NOT if denied else Verb.MEETS)


def _about(path: Path, words: str, context: Context, verb: Verb) -> Clause:
    about = path_words(context.scope, path)
    return Clause(stem=f"{about}が{words}" if about else words, verb=verb)


def _has(some: OverList, context: Context, *, denied: bool) -> Clause:
    """出力が五十万キロワット以上であるものに限った設備を有する."""
    before = path_words(context.scope, owner(some.path))
    where = None if some.body == Truth(value=True) else some.body
    whole = listed_words(some.path, some.variable, where, context)
    listed = whole.removeprefix(f"{before}の") if before else whole
    stem = f"{before}が{listed}" if before else listed
    return Clause(stem=stem, verb=Verb.HAS_NOT if denied else Verb.HAS)
