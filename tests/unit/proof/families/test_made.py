"""What is taken over from an earlier specification is what would be made anew, in its words and at its place."""

from __future__ import annotations

from dataclasses import dataclass

from tests.unit.proof.test_carried import SPEC, edits

from regcheck.frozen import replace
from regcheck.model.from_syntax import build_specification
from regcheck.model.specification import Specification
from regcheck.proof.families import obligations
from regcheck.proof.families.made import Made
from regcheck.proof.obligation import Obligation, Refutation, Settled
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

EXCEPTION = SPEC.replace(
    "床以上であること\n\n定義「対象", "床以上であること\n  ただし、承認があるものを除く\n\n定義「対象"
)
KINDS = (
    "subjects",
    "predicates",
    "overrides",
    "plans",
    "tables",
    "properties",
    "assumptions",
    "enumerations",
)


def built(text: str) -> Specification:
    """What can be built of a text, broken or not."""
    return build_specification(
        [parse_file(SourceText("a.regspec", text)).file], frozenset({"a.regspec"})
    ).specification


@dataclass
class Chain:
    """Specifications one after the other, in which what is the same is the same object."""

    spec: Specification
    made: Made

    def owed(self, text: str) -> dict[str, Obligation]:
        """What the text owes after the one before it."""
        spec = built(text)
        for kind in KINDS:
            before, now = getattr(self.spec, kind), getattr(spec, kind)
            same = {n: before[n] if repr(before.get(n)) == repr(item) else item for n, item in now.items()}
            spec = replace(spec, **{kind: same})
        self.spec, self.made = spec, Made(spec, self.made)
        return {one.id: one for one in obligations(spec, made=self.made)}


def chain() -> Chain:
    """One that has seen the text once."""
    spec = built(EXCEPTION)
    begun = Chain(spec=spec, made=Made(spec))
    begun.owed(EXCEPTION)
    return begun


def said(obligation: Obligation) -> tuple[object, ...]:
    """Everything that comes of an obligation, places and words included."""
    owed, ask = obligation, obligation.ask
    shape = owed.id, owed.term, owed.provisions, owed.span, repr(owed.places), owed.shows, owed.presupposes
    if isinstance(ask, Settled):
        shown = (list(ask.witness.facts), list(ask.witness.outcomes)) if ask.witness is not None else ()
        return *shape, ask.verdict, list(ask.rests_on), shown, repr(ask.diagnostic)
    return *shape, repr(ask.question), repr(ask.blame(Refutation(case="場合", core=("甲",))))


def test_after_every_edit_it_is_as_if_nothing_had_been_made() -> None:
    along = chain()
    for text in (EXCEPTION, *edits(EXCEPTION), EXCEPTION):
        for owed in (along.owed(text), chain().owed(text)):
            assert [said(one) for one in owed.values()] == [said(one) for one in obligations(built(text))]


def test_what_is_the_very_same_is_not_made_again() -> None:
    along = chain()
    before = along.owed(EXCEPTION)
    after = along.owed(EXCEPTION.replace("病床数が五百床未満であること", "病床数が六百床未満であること"))
    again = {name for name in after if after[name] is before.get(name)}
    assert {"live_part:対象病院/一", "swallow:大病院/ただし書", "satisfiable:大病院"} <= again
    assert "satisfiable:小病院" not in again


def test_a_rule_that_overrides_a_term_belongs_to_what_is_made_of_it() -> None:
    along = chain()
    before = along.owed(EXCEPTION)
    after = along.owed(EXCEPTION.replace("小病院に該当する病院は", "承認病院に該当する病院は"))
    name = "live_part:大病院/ただし書"
    assert after[name].ask != before[name].ask


def test_nothing_is_taken_over_where_facts_are_called_something_else() -> None:
    along = chain()
    before = along.owed(EXCEPTION)
    after = along.owed(EXCEPTION.replace("  承認：真偽\n", "  承認：真偽\n  届出：真偽\n"))
    assert not any(after[name] is one for name, one in before.items())
