"""様式 against the provisions that ask for their entries, both ways.

Owns: whether the forms have a field for each 事項 that a line asks for, and whether each field answers something.
Refuses to know: pages, which lines ask, how references are put into words.

A form that is named by a line with 事項, or that has a field for one of them, has a field for all. An entry that takes up
another list (…に係る前条各号に掲げる事項) has fields for each of that list, `through` it. What a form `covers` of another law is
answered by a field, or by an article of which all entries have one. Every `answers` leads somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.documents.cited.checking import is_there
from regcheck.documents.cited.stored import StoredLaw, find_law
from regcheck.documents.ordinance.draft import Draft, FormUse, Line, articles_of, lines_of
from regcheck.documents.ordinance.forms.asked import Asked, Entry, Goal, asked_by, law_goals, plain
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.documents.ordinance.outline.plans import FieldPlan, FormPlan
from regcheck.frozen import replace
from regcheck.law.address import Address, read_address
from regcheck.law.tree import Item, Paragraph
from regcheck.model.from_syntax.suggest import nearest
from regcheck.model.specification import Instrument
from regcheck.source.span import shown


def check_forms(
    draft: Draft,
    numbering: Numbering,
    laws: Mapping[str, Instrument],
    stored: Sequence[StoredLaw] = (),
) -> Iterator[Diagnostic]:
    """Entries without a field, fields that answer nothing. `stored` are the texts of laws that are at hand."""
    plans = [form for form in draft.forms.values() if form.fields]
    if plans:
        yield from _Checking(draft, numbering, laws, stored).all(plans)


class _Checking:
    def __init__(
        self,
        draft: Draft,
        numbering: Numbering,
        laws: Mapping[str, Instrument],
        stored: Sequence[StoredLaw],
    ) -> None:
        self._draft, self._numbering = draft, numbering
        self._names = {name: key for key, law in laws.items() for name in (key, law.abbreviation) if name}
        texts = {name: find_law(stored, law.title, law.number) for name, law in laws.items()}
        self._texts = {name: text for name, text in texts.items() if text}
        self._asked = tuple(asked_by(draft))
        self._goals_of: dict[str, Goal | None] = {}

    def all(self, plans: Sequence[FormPlan]) -> Iterator[Diagnostic]:
        for plan in plans:
            yield from self._answers(plan)
        for asked in self._asked:
            yield from self._list(asked, plans)
        for plan in plans:
            yield from self._covers(plan)
            yield from self._opening(plan)

    # ------------------------------------------------------------ what fields answer

    def goal(self, written: str) -> Goal | None:
        """The provision of a written name, if there is one."""
        if written not in self._goals_of:
            self._goals_of[written] = self._read(written)
        return self._goals_of[written]

    def _read(self, written: str) -> Goal | None:
        if address := self._numbering.places.get(written):
            return Goal("", address)
        for name in sorted(self._names, key=len, reverse=True):
            rest = read_address(written.removeprefix(name)) if written.startswith(name) else None
            if rest is not None:
                text = self._texts.get(self._names[name])
                return Goal(self._names[name], rest) if text is None or _may_be(text, rest) else None
        return None

    def _answers(self, plan: FormPlan) -> Iterator[Diagnostic]:
        named: list[tuple[str, FieldPlan | FormPlan, str]] = [
            (one.label, one, name) for one in plan.fields for name in (*one.answers, one.through) if name
        ]
        for label, at, name in [*named, *(("covers", plan, name) for name in plan.covers)]:
            if self.goal(name) is None:
                payload = codes.forms.FieldAnswersNothing(
                    form=plan.title,
                    field=label,
                    provision=name,
                    similar=nearest(name, self._numbering.places),
                )
                yield _told(payload, plan, at)

    def _is_answered(self, plan: FormPlan, goal: Goal, through: Goal | None = None) -> bool:
        """Whether a field answers a provision or one that it stands in, for itself or through another."""
        return any(found.holds(goal) for found in self._goals(plan, through))

    def _goals(self, plan: FormPlan, through: Goal | None = None) -> Iterator[Goal]:
        for one in plan.fields:
            by = self.goal(one.through) if one.through else None
            if by == through:
                yield from (goal for name in one.answers if (goal := self.goal(name)))

    # ------------------------------------------------------------ lists of 事項

    def _list(self, asked: Asked, plans: Sequence[FormPlan]) -> Iterator[Diagnostic]:
        concerned = [plan for plan in plans if plan.id in asked.forms or self._takes(plan, asked)]
        if not concerned:
            payload = codes.forms.EntriesWithoutForm(
                provision=self._named(asked.goal), words=_shown(asked.line)
            )
            yield _told(payload, None, asked.line)
        for plan in concerned:
            for entry in asked.entries:
                yield from self._entry(plan, entry)

    def _takes(self, plan: FormPlan, asked: Asked) -> bool:
        goals = [*self._goals(plan), *(goal for one in plan.fields if (goal := self.goal(one.through)))]
        return any(one.goal.holds(goal) or goal.holds(one.goal) for one in asked.entries for goal in goals)

    def _entry(self, plan: FormPlan, entry: Entry) -> Iterator[Diagnostic]:
        if entry.takes_up and not self._is_answered(plan, entry.goal):
            of = self._numbering.places.get(entry.takes_up)
            below = [
                one for asked in self._asked if of and Goal("", of).holds(asked.goal) for one in asked.entries
            ]
            for one in below:
                if not self._is_answered(plan, one.goal, entry.goal):
                    yield self._missing(plan, entry, one)
            if below:
                return
        if not self._is_whole(plan, entry.goal, entry.line):
            yield self._missing(plan, entry)

    def _is_whole(self, plan: FormPlan, goal: Goal, line: Line) -> bool:
        """Answered itself, or in all that it is made of."""
        if self._is_answered(plan, goal):
            return True
        below = [
            (Goal("", replace(goal.address, items=(*goal.address.items, str(n)))), one)
            for n, one in enumerate(line.lines, 1)
        ]
        return bool(below) and all(self._is_whole(plan, *one) for one in below)

    def _missing(self, plan: FormPlan, entry: Entry, below: Entry | None = None) -> Diagnostic:
        last = below or entry
        provision = self._named(entry.goal) + (f"に係る{self._named(below.goal)}" if below else "")
        payload = codes.forms.EntryWithoutField(form=plan.title, provision=provision, words=_shown(last.line))
        return _told(payload, plan, plan, last.line)

    def _named(self, goal: Goal) -> str:
        if goal.law:
            return goal.law + str(goal.address)
        return str(self._numbering.shortest(goal.address))

    # ------------------------------------------------------------ other laws

    def _covers(self, plan: FormPlan) -> Iterator[Diagnostic]:
        for name in plan.covers:
            for goal in self._leaves(self.goal(name)):
                if not self._is_covered(plan, goal):
                    payload = codes.forms.EntryWithoutField(form=plan.title, provision=self._named(goal))
                    yield _told(payload, plan, plan)

    def _leaves(self, goal: Goal | None) -> Iterator[Goal]:
        """What a provision is made of, if its law is at hand; otherwise the provision."""
        if goal is None:
            return
        place = self._texts[goal.law].places.find(goal.address) if goal.law in self._texts else None
        below = place.node.items if place and isinstance(place.node, Paragraph | Item) else ()
        for item in below:
            yield from self._leaves(
                Goal(goal.law, replace(goal.address, items=(*goal.address.items, item.num)))
            )
        if not below:
            yield goal

    def _is_covered(self, plan: FormPlan, goal: Goal) -> bool:
        if self._is_answered(plan, goal) or any(goal.holds(one) for one in self._goals(plan)):
            return True
        answering = [
            address
            for address, article in articles_of(self._draft)
            if any(given and goal.holds(given) for given in map(self.goal, article.plan.answers))
        ]
        asked = [one for one in self._asked if any(Goal("", at).holds(one.goal) for at in answering)]
        return any(self._takes(plan, one) for one in asked)

    def _opening(self, plan: FormPlan) -> Iterator[Diagnostic]:
        """Of a law that the lines using the form name, the opening names a provision that they name too."""
        named = law_goals(self._draft.form_texts[plan.id].get(plan.opening, ()))
        uses = [line for _, line in lines_of(self._draft) if FormUse(form=plan.id) in line.pieces]
        wanted = [goal for line in uses for goal in law_goals(line.pieces)]
        own = [goal for goal in named if goal.law in {one.law for one in wanted}]
        if own and not set(own) & set(wanted):
            here, there = ("、".join(dict.fromkeys(map(self._named, some))) for some in (own, wanted))
            payload = codes.forms.OpeningElsewhere(form=plan.title, named=here, wanted=there)
            yield _told(payload, plan, plan)


def _shown(line: Line) -> str:
    return shown(plain(line.pieces))


def _may_be(text: StoredLaw, address: Address) -> bool:
    """Whether a law has a provision, as far as its text is at hand."""
    beyond = text.source.part and text.places.find(Address(address.part, address.article)) is None
    return beyond or text.is_absent(address) or is_there(text, address)


def _told(
    payload: Payload, plan: FormPlan | None, at: FieldPlan | FormPlan | Line, beside: Line | None = None
) -> Diagnostic:
    spans = [(at.span, True), *([(beside.span, False)] if beside else [])]
    annotations = tuple(Annotation(span=span, primary=first) for span, first in spans if span.file)
    return Diagnostic(payload=payload, annotations=annotations, anchor=plan.id if plan else "様式")
