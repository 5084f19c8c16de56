"""What names owe: a name in a text that is in force on a day is the name borne on that day.

Owns: the line of the ledger for every 名称, and the findings about own texts that use a name it has on no such day.
Refuses to know: which days there are, what the texts say.

Looked at is the text of every own item as it is written. 備考, 出典, 改正 and comments speak of the past, and what a
source is called does not change with the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from regcheck.analysis.versions import Looked, finding, looked_at, title_of, when_of
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.frozen import Frozen, replace
from regcheck.model.from_syntax.chronology import Moment, Stretch, Written
from regcheck.model.from_syntax.items import NamedItem
from regcheck.model.from_syntax.versions import is_in_force
from regcheck.source.span import SourceText, Span
from regcheck.syntax import ast

_PAST = r"(?m)^[^\S\n]+(?:備考|出典|改正)[\s\u3000].*$|[#＃].*$"


_EVIDENCE = (ast.PropertyItem, ast.ScenarioItem, ast.FactTableItem, ast.FigureCheckItem)
"""Items that speak about the law, in its own words: they follow it."""


class Use(Frozen):
    """A name where it stands in the text of an item."""

    item: NamedItem
    name: str
    span: Span


def check_names(
    items: Sequence[NamedItem],
    own: frozenset[str],
    stretches: Sequence[Stretch],
    sources: Mapping[str, SourceText],
) -> Iterator[Looked]:
    """A line for each 名称 whose names own texts use, or that is an own one itself."""
    bodies = [item for item in items if type(item) is ast.NameItem]
    if not bodies:
        return
    names = _pattern(line.name.text for body in bodies for line in body.names)
    texts = [item for item in items if item.span.file in own and type(item) is not ast.NameItem]
    uses = [use for item in texts for use in _uses(item, names, sources)]
    for body in bodies:
        own_uses = [use for use in uses if any(line.name.text == use.name for line in body.names)]
        if own_uses or body.span.file in own:
            found = [*_not_one(body, stretches), *_all_told(own_uses, body, stretches)]
            yield looked_at("name", [body], found, _pending(body))


def _pattern(names: Iterator[str]) -> re.Pattern[str]:
    """Any of some names, the longer before one that is part of it."""
    return re.compile("|".join(map(re.escape, sorted(set(names), key=lambda name: (-len(name), name)))))


def _uses(item: NamedItem, names: re.Pattern[str], sources: Mapping[str, SourceText]) -> Iterator[Use]:
    source = sources.get(item.span.file)
    if source is None:
        return
    text = source.text[item.span.start : item.span.end]
    if names.search(text) is None:
        return
    present = re.sub(_PAST, lambda past: " " * len(past[0]), text)
    for found in names.finditer(present):
        start = item.span.start + found.start()
        yield Use(item=item, name=found[0], span=Span(source.name, start, start + len(found[0])))


def _pending(body: ast.NameItem) -> tuple[str, ...]:
    days = (day for line in body.names for day in (line.since, line.until))
    return tuple(dict.fromkeys(f"未確定「{day.name.text}」" for day in days if isinstance(day, ast.Pending)))


# ---------------------------------------------------------------- days


def _all_told(uses: Sequence[Use], body: ast.NameItem, stretches: Sequence[Stretch]) -> Iterator[Diagnostic]:
    """A finding for each use in the law; what only speaks about the law is a further place of the first one."""
    speaking = [use for use in uses if isinstance(use.item, _EVIDENCE)]
    of_law = {use.name for use in uses if use not in speaking}
    places = {name: _places(use for use in speaking if use.name == name) for name in of_law}
    for use in uses:
        if use not in speaking or use.name not in of_law:
            for found in _told(use, body, stretches):
                yield replace(found, annotations=(*found.annotations, *places.pop(use.name, ())))


def _places(uses: Iterable[Use]) -> tuple[Annotation, ...]:
    return tuple(Annotation(span=use.span, label=title_of(use.item), primary=False) for use in uses)


def _told(use: Use, body: ast.NameItem, stretches: Sequence[Stretch]) -> Iterator[Diagnostic]:
    """The first day on which the name may not be borne while the text is in force, and the first on which that is
    certain."""
    wrong = [one for one in stretches if _is_wrong(use, body, one)]
    if not wrong:
        return
    payload = codes.versions.NameNotBorne(
        item=title_of(use.item),
        name=use.name,
        first=wrong[0].first,
        certain=_certain(wrong, stretches),
        borne=tuple(dict.fromkeys(name for one in wrong for name in _borne(body, one.moment))),
    )
    yield Diagnostic(
        payload=payload,
        annotations=(
            Annotation(span=use.span, label=use.name),
            Annotation(span=body.name.span, label=body.name.text, primary=False),
        ),
        provisions=(title_of(use.item), title_of(body)),
        anchor=title_of(use.item),
    )


def _not_one(body: ast.NameItem, stretches: Sequence[Stretch]) -> Iterator[Diagnostic]:
    """The first stretch on which two names are borne, or none between two."""
    for stretch in stretches:
        borne = _borne(body, stretch.moment)
        begun = [line for line in body.names if stretch.moment.has_come(line.since, unless_written=True)]
        if len(borne) > 1 or (not borne and begun and len(begun) < len(body.names)):
            payload = codes.versions.NamesInTurn(item=title_of(body), when=when_of(stretch), borne=borne)
            yield finding(body, payload)
            return


def _is_wrong(use: Use, body: ast.NameItem, stretch: Stretch) -> bool:
    """A text without a 施行 is of today, whenever that is: a name that came later is not held against it."""
    if not is_in_force(use.item, stretch.moment) or use.name in _borne(body, stretch.moment):
        return False
    gone = (line.until for line in body.names if line.name.text == use.name)
    return use.item.header.effective is not None or any(
        stretch.moment.has_come(day, unless_written=False) for day in gone
    )


def _borne(body: ast.NameItem, moment: Moment) -> tuple[str, ...]:
    """The names borne at a moment: one, if the 名称 is as it should be."""
    return tuple(line.name.text for line in body.names if _is_borne(line, moment))


def _is_borne(line: ast.NameLine, moment: Moment) -> bool:
    since = moment.has_come(line.since, unless_written=True)
    return since and not moment.has_come(line.until, unless_written=False)


def _certain(wrong: Sequence[Stretch], stretches: Sequence[Stretch]) -> date | None:
    """The first day on which it is wrong for every choice of the open days."""
    days = dict.fromkeys(one.first for one in wrong)
    return next((day for day in days if all(one in wrong for one in stretches if one.first == day)), None)


def days_of_names(items: Sequence[NamedItem]) -> list[Written]:
    """The days on which names begin and end."""
    lines = (line for item in items if type(item) is ast.NameItem for line in item.names)
    return [day for line in lines for day in (line.since, line.until)]
