"""Which facts can be named at a point of a formula, and finding them.

Owns: the records in scope (the element first, then the enclosing record), paths to facts.
Refuses to know: what is asked of a fact.

Names of facts may hold の themselves (輸入量の割合), so the longest run of steps that is a fact wins.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.codes.wants import Want
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Expression, Path
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.findings import Broken, Place
from regcheck.model.from_syntax.signatures import Fields
from regcheck.model.from_syntax.words import type_words
from regcheck.model.types import DateType, ListType, ReferenceType, SeriesType, Type
from regcheck.source.span import Span
from regcheck.syntax import ast


class Frame(Frozen):
    """One record in scope: its variable ("" for the record asked about) and its 対象."""

    root: str
    subject: str


class Year(Frozen):
    """The year bound by an enclosing …のいずれかにおいて."""

    index: str
    window: ast.Window


class Scope(Frozen):
    """The records in scope, innermost first."""

    place: Place
    frames: tuple[Frame, ...]
    year: Year | None = None
    depth: int = 0
    in_example: bool = False
    """A 事例: its facts say which events of a run happen."""
    about: str = ""
    """The event of a rule of a 手続: its conditions are asked where that happens."""

    @property
    def record(self) -> Frame:
        """The innermost record: the one that is asked."""
        return self.frames[0]

    def variable(self) -> str:
        """A variable that no enclosing binder and no binder of another item has."""
        return f"{self.place.item}#{self.depth + 1}"

    def of_element(self, subject: str) -> Scope:
        """The scope inside a quantifier over a 一覧."""
        frame = Frame(root=self.variable(), subject=subject)
        return replace(self, frames=(frame, *self.frames), depth=self.depth + 1)

    def in_year(self, window: ast.Window) -> Scope:
        """The scope inside …のいずれかにおいて."""
        return replace(self, year=Year(index=self.variable(), window=window), depth=self.depth + 1)

    def labelled(self, label: str) -> Scope:
        """The scope of a 号."""
        return replace(self, place=self.place.labelled(label)) if label else self


def scope_of(place: Place, subject: str) -> Scope:
    """The scope of a body that is asked of a record of a 対象."""
    return Scope(place=place, frames=(Frame(root="", subject=subject),))


class Located(Frozen):
    """A fact: the path to it, its type, and the steps after it if it is a 一覧 on the way. `day` is set for a day
    of a 手続 that has a name and is no fact (回答期限, 審査期間の末日); the path then leads nowhere."""

    path: Path
    type: Type
    words: str
    span: Span
    rest: tuple[ast.Name, ...] = ()
    day: Expression | None = None


def locate(context: Context, scope: Scope, path: ast.PathName) -> Located:
    """The fact that a path names; a 一覧 may only be its last step."""
    found = locate_through_list(context, scope, path)
    if found.rest:
        assert isinstance(found.type, ListType)
        payload = codes.types.ListNeedsQuantifier(path=found.words, subject=found.type.subject)
        raise context.findings.broken(scope.place, payload, found.span)
    return found


def locate_given(context: Context, scope: Scope, path: ast.PathName, wanted: Want) -> Located:
    """The fact that a path names, which is one that a case gives and no day that is counted."""
    found = locate(context, scope, path)
    if found.day is not None:
        raise mismatch(context, scope, found, wanted)
    return found


def locate_through_list(context: Context, scope: Scope, path: ast.PathName) -> Located:
    """The fact that a path names, stopping at a 一覧 with the remaining steps in `rest`."""
    if len(path.steps) > 1:
        return _first_found(context, scope, path)
    record, name = scope.frames[0], path.steps[0]
    key = record.root, record.subject, name.text
    known = context.facts.get(key)
    if known is not None:
        return Located(path=known[0], type=known[1], words=name.text, span=name.span)
    found = _first_found(context, scope, path)
    if found.day is None and found.path.root == record.root:
        context.facts[key] = found.path, found.type
    return found


def _first_found(context: Context, scope: Scope, path: ast.PathName) -> Located:
    """The fact in the innermost record that has one of that name."""
    for frame in scope.frames:
        names, count = _within(context, frame, path.steps)
        if context.signatures.procedures and names:
            named = _named_day(context, scope, frame, names)
            if named is not None:
                return named
        if count:
            return _walk(context, scope, frame, names, count)
        if not names:
            return Located(
                path=Path(root=frame.root),
                type=ReferenceType(subject=frame.subject),
                words=frame.subject,
                span=path.span,
            )
    candidates = [name for frame in scope.frames for name in context.fields(frame.subject)]
    first, wanted = path.steps[0], Noun.FACT
    if any(frame.subject in context.signatures.procedures for frame in scope.frames):
        first, wanted = ast.Name(text=_joined(path.steps), span=path.span), Noun.RUN_FACT
        candidates += [name for frame in scope.frames for name in _named_days(context, frame)]
    raise context.unknown(scope.place, first.text, first.span, wanted, candidates, scope.record.subject)


def _named_days(context: Context, frame: Frame) -> tuple[str, ...]:
    run = context.signatures.procedures.get(frame.subject)
    return () if run is None else tuple(run.days)


def _named_day(context: Context, scope: Scope, frame: Frame, names: tuple[ast.Name, ...]) -> Located | None:
    """A day of a run that is no fact; a 期間 is none, which is reported."""
    run = context.signatures.procedures.get(frame.subject)
    if run is None:
        return None
    words, span = _joined(names), names[0].span.to(names[-1].span)
    if words in run.days:
        day = run.days[words]
        if day is None:
            raise Broken
        return Located(path=Path(), type=DateType(), words=words, span=span, day=day)
    if words in run.periods:
        raise context.findings.broken(scope.place, codes.time.PeriodIsNoDay(period=words), span)
    return None


def is_fact(context: Context, scope: Scope, steps: tuple[ast.Name, ...]) -> bool:
    """Whether a path begins with a fact of some record in scope."""
    return any(first_fact(context.fields(frame.subject), steps) for frame in scope.frames)


def first_fact(fields: Fields, names: tuple[ast.Name, ...]) -> int:
    """How many of the names together are one fact, the longest run first; 0 for none."""
    for count in range(len(names), 1, -1):
        if _joined(names[:count]) in fields:
            return count
    return 1 if names and names[0].text in fields else 0


def _joined(names: tuple[ast.Name, ...]) -> str:
    return names[0].text if len(names) == 1 else "の".join([name.text for name in names])


def _within(context: Context, frame: Frame, names: tuple[ast.Name, ...]) -> tuple[tuple[ast.Name, ...], int]:
    """病院の病床数 asked of a 病院 is its 病床数; and how many of the names are its first fact."""
    fields = context.fields(frame.subject)
    count = first_fact(fields, names)
    if count or names[0].text != frame.subject:
        return names, count
    return names[1:], first_fact(fields, names[1:])


def _walk(context: Context, scope: Scope, frame: Frame, names: tuple[ast.Name, ...], count: int) -> Located:
    """Along the names, of which the first `count` are a fact of the frame."""
    subject, steps, rest = frame.subject, list[str](), names
    while count:
        steps.append(_joined(rest[:count]))
        field = context.fields(subject)[steps[-1]]
        if field is None:
            raise Broken
        rest, type_ = rest[count:], field.type
        if not rest or not isinstance(type_, ReferenceType):
            break
        subject = type_.subject
        count = first_fact(context.fields(subject), rest)
    else:
        candidates = context.fields(subject)
        raise context.unknown(scope.place, rest[0].text, rest[0].span, Noun.FACT, candidates, subject)
    done = names[: len(names) - len(rest)]
    located = Located(
        path=Path(root=frame.root, steps=tuple(steps)),
        type=type_,
        words=_joined(done),
        span=done[0].span if len(done) == 1 else done[0].span.to(done[-1].span),
        rest=rest,
    )
    if rest and not isinstance(type_, ListType):
        raise mismatch(context, scope, located, Want.RECORD)
    return located


def mismatch(context: Context, scope: Scope, located: Located, wanted: Want) -> Broken:
    """Report that a fact has the wrong type for the words around it, and give the way out."""
    if isinstance(located.type, SeriesType) and scope.year is None and wanted is not Want.RECORD:
        bare = codes.types.BareSeries(path=located.words, window=located.type.window)
        return context.findings.broken(scope.place, bare, located.span)
    payload = codes.types.TypeMismatch(what=located.words, found=type_words(located.type), wanted=wanted)
    return context.findings.broken(scope.place, payload, located.span)
