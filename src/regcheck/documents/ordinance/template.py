"""Templates → lines of pieces.

Owns: the functions that a template may call, and the lines it makes: one line is one 項 or 号, two spaces are a step.
Refuses to know: numbers, where a reference stands, what the words of an item are.

A function returns a mark, since what it stands for depends on its place; the marks are taken out of the lines again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from traceback import walk_tb
from typing import NoReturn

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.documents.ordinance.draft import (
    FormUse,
    LawReference,
    OwnReference,
    Proved,
    Unsettled,
)
from regcheck.documents.ordinance.insertions import Insertion, Insertions
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.documents.problems import OutlineError, told
from regcheck.frozen import Frozen
from regcheck.law.address import read_address
from regcheck.model.from_syntax.suggest import nearest
from regcheck.model.specification import Specification
from regcheck.source.span import NOWHERE, Span

Raw = str | Proved | OwnReference | LawReference | FormUse | Unsettled | Insertion
_MARK = re.compile("\ue000([0-9]+)\ue001")
_ID = re.compile(r"\[(?P<id>[^\[\]]+)\] *(?P<text>.*)")
_NUMBER = re.compile("\ue002([0-9]+)\ue003")
_MARKS = re.compile("[\ue000-\ue003]")
_OPENING, _CLOSING = ("{{", "{%", "{#"), ("}}", "%}", "#}")
_STEP = 2
_BROKEN = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
"""What Python raises on an expression that makes no sense."""


class _MissingError(Exception):
    """A function of a template was given a name that leads nowhere."""

    def __init__(self, payload: codes.ordinance.UnknownTarget) -> None:
        super().__init__(payload)
        self.payload = payload


class RawLine(Frozen):
    """A line as the template made it: how deep it stands, and its pieces."""

    depth: int
    id: str
    pieces: tuple[Raw, ...]
    span: Span = NOWHERE


class Templates:
    """The templates of one outline, over one specification."""

    def __init__(self, spec: Specification, outline: Outline) -> None:
        self._spec, self._outline = spec, outline
        self._marks: list[Raw] = []
        self._article = ""
        self._environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
        )
        self._environment.globals |= self._functions()

    def lines(self, article: str) -> tuple[RawLine, ...]:
        """The lines of an article."""
        numbered = "\n".join(_numbered(_MARKS.sub("", self._outline.texts[article])))
        text = self._rendered(article, numbered)
        found = tuple(
            line for raw in text.split("\n") if _NUMBER.sub("", raw).strip() for line in [self._line(raw)]
        )
        if not found:
            self._fail(codes.ordinance.TextUnusable(article=article, why="empty"))
        return found

    def pieces(self, name: str, text: str) -> tuple[Raw, ...]:
        """The pieces of a single text: the 制定文, what a term means."""
        return tuple(self._pieces(self._rendered(name, _MARKS.sub("", text)).strip()))

    # ------------------------------------------------------------ rendering

    def _rendered(self, article: str, text: str) -> str:
        self._article = article
        unusable = codes.ordinance.TextUnusable
        try:
            return self._environment.from_string(text).render()
        except TemplateSyntaxError as error:
            self._fail(unusable(article=article, why="template"), error.lineno)
        except _MissingError as error:
            self._fail(error.payload, _line_of(error))
        except UndefinedError as error:
            named = re.search(r"'([^']+)'", str(error))
            name = named[1] if named else ""
            near = nearest(name, self._environment.globals)
            self._fail(unusable(article=article, why="name", words=name, similar=near), _line_of(error))
        except (TemplateError, *_BROKEN) as error:
            self._fail(unusable(article=article, why="template"), _line_of(error))

    def _place(self, number: int) -> Span:
        """A line of the template of the article, by its number."""
        name, text = self._outline.names.get(self._article, ""), self._outline.texts.get(self._article, "")
        lines = text.split("\n")
        if not name or number > len(lines):
            return NOWHERE
        start = sum(len(one) + 1 for one in lines[: number - 1])
        return Span(name, start, start + len(lines[number - 1]))

    def _fail(self, payload: Payload, number: int = 1) -> NoReturn:
        raise OutlineError(told(payload, self._article, self._place(number))) from None

    # ------------------------------------------------------------ lines

    def _line(self, raw: str) -> RawLine:
        numbered, words = _NUMBER.search(raw), _NUMBER.sub("", raw)
        number = int(numbered[1]) if numbered else 1
        text = words.lstrip(" ")
        indent = len(words) - len(text)
        if indent % _STEP or text[0].isspace():
            payload = codes.ordinance.TextUnusable(article=self._article, why="indent", words=_shown(words))
            self._fail(payload, number)
        named = _ID.fullmatch(text.rstrip())
        pieces = tuple(self._pieces(named["text"] if named else text.rstrip()))
        return RawLine(
            depth=indent // _STEP,
            id=named["id"] if named else "",
            pieces=pieces,
            span=self._place(number),
        )

    def _pieces(self, text: str) -> Iterator[Raw]:
        for at, part in enumerate(_MARK.split(text)):
            if at % 2:
                yield self._marks[int(part)]
            elif part:
                yield part

    def _mark(self, piece: Raw) -> str:
        self._marks.append(piece)
        return f"\ue000{len(self._marks) - 1}\ue001"

    # ------------------------------------------------------------ what a template may call

    def _functions(self) -> Mapping[str, object]:
        laws: dict[str, Callable[..., str]] = {name: self._law(name) for name in self._spec.instruments}
        insertions = Insertions(self._spec, self._missing)
        return {
            **laws,
            "条": self._own,
            "様式": self._form,
            "未確定": self._unsettled,
            "期間": lambda procedure, name: self._mark(insertions.period(procedure, name)),
            "項目": lambda name: self._mark(insertions.item(name)),
            "区分": lambda name, *others: self._mark(insertions.list((name, *others))),
            "結果": lambda table, outcome, name: self._mark(insertions.outcome(table, outcome, name)),
        }

    def _own(self, target: str, *others: str) -> str:
        return self._mark(OwnReference(targets=(str(target), *map(str, others))))

    def _law(self, name: str) -> Callable[..., str]:
        def law(provision: str = "") -> str:
            address = read_address(provision) if provision else None
            if provision and address is None:
                self._missing("条項", provision, ())
            return self._mark(LawReference(law=name, address=address))

        return law

    def _form(self, name: str) -> str:
        if name not in self._outline.forms:
            self._missing("様式", name, self._outline.forms)
        return self._mark(FormUse(form=name))

    def _unsettled(self, name: str, shown: str) -> str:
        if name not in self._spec.placeholders:
            self._missing("未確定", name, self._spec.placeholders)
        return self._mark(Unsettled(name=name, shown=str(shown)))

    def _missing(self, what: str, name: str, names: Iterable[str]) -> NoReturn:
        raise _MissingError(
            codes.ordinance.UnknownTarget(
                article=self._article, what=what, name=name, similar=nearest(name, names)
            )
        )


def _numbered(text: str) -> Iterator[str]:
    """The lines of a template, each with its number in front where that is outside of an expression: what is made of a
    line is still known by it."""
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        is_words = depth == 0 and not line.lstrip().startswith(("{%", "{#"))
        yield f"\ue002{number}\ue003{line}" if is_words else line
        depth += sum(line.count(sign) for sign in _OPENING) - sum(line.count(sign) for sign in _CLOSING)


def _line_of(error: Exception) -> int:
    """The line of the template on which it was raised, which Jinja writes into the traceback."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return lines[-1] if lines else 1


def _shown(raw: str) -> str:
    return _MARK.sub("…", raw.strip())[:20]
