"""Lists of the same 区分 in parallel provisions have the same members.

Owns: the obligations `symmetry:`, one for each fact whose members two provisions list, and those of 性質 …は同じ.
Refuses to know: the solver: lists are held against each other as they are written.

Two lists are parallel if they ask the same fact and differ in one member only, of three or more: a list that is
meant to be another one differs in more. Lists that a 性質 declares the same are compared however far apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.evaluation.describe import name_text
from regcheck.evaluation.sentences import path_text
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Applies, Path
from regcheck.model.specification import Property, Specification
from regcheck.proof.families.bodies import texts
from regcheck.proof.families.made import Made
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of
from regcheck.proof.listings import Listing, listings_here, members_named
from regcheck.proof.obligation import Obligation, Settled
from regcheck.proof.verdict import Verdict

_FEWEST = 3
"""Members of the longer of two lists that are taken to be parallel."""


class Group(Frozen):
    """The same fact of the same 対象, and the 区分 that its values are members of."""

    subject: str
    fact: str
    enum: str


def symmetry(spec: Specification, made: Made) -> Iterator[Obligation]:
    """Settled: no list lacks just one member of a list of the same fact in another provision; lists that a 性質
    declares the same lack none."""
    for prop in spec.properties.values():
        if prop.listed is not None and is_own(spec, prop.header):
            yield from _declared(spec, prop, prop.listed)
    yield from _parallel(spec, made)


def _parallel(spec: Specification, made: Made) -> Iterator[Obligation]:
    groups = dict[Group, list[Listing]]()
    for text in texts(spec, made):
        here = partial(listings_here, spec, text.subject, text.label, text.formula)
        for listing in made.of(("lists", *text.key, text.subject, text.label), (text.formula,), here):
            group = Group(subject=text.subject, fact=listing.fact, enum=listing.enum)
            groups.setdefault(group, []).append(listing)
    for group, found in groups.items():
        if len({listing.label for listing in found}) > 1:
            yield _of_group(group, found)
            yield from _missing(group, found)


def _of_group(group: Group, found: Sequence[Listing]) -> Obligation:
    labels = tuple(dict.fromkeys(listing.label for listing in found))
    return Obligation(
        id=f"symmetry:{group.subject}の{group.fact}",
        family="symmetry",
        term="列記",
        provisions=labels,
        span=found[0].span,
        ask=Settled(verdict=Verdict.PROVED, rests_on=labels),
    )


def _missing(group: Group, found: Sequence[Listing]) -> Iterator[Obligation]:
    """Each list that lacks a member, against the first list that has it; twice in one place is told once."""
    told = dict[tuple[str, str], Obligation]()
    for short in found:
        longer = (one for one in found if one.label != short.label and _is_parallel(short, one))
        longest = next(longer, None)
        if longest is not None:
            told.setdefault((short.label, longest.label), _of_pair(group, short, longest))
    yield from told.values()


def _is_parallel(short: Listing, long: Listing) -> bool:
    return len(long.members) >= _FEWEST and short.members < long.members and _gap(short, long) == 1


def _gap(short: Listing, long: Listing) -> int:
    return len(long.members) - len(short.members)


def _of_pair(group: Group, short: Listing, long: Listing) -> Obligation:
    left, right = (Annotation(span=one.span, label=one.label) for one in (short, long))
    return Obligation(
        id=f"symmetry:{group.subject}の{group.fact}/{short.label}と{long.label}",
        family="symmetry",
        term="列記",
        provisions=(short.label, long.label),
        span=short.span,
        ask=_lacking(group.fact, long.members - short.members, left, right),
    )


def _lacking(
    fact: str, members: Iterable[str], short: Annotation, long: Annotation, anchor: str = ""
) -> Settled:
    finding = Diagnostic(
        payload=codes.conflicts.MemberMissing(
            fact=fact,
            member="、".join(name_text(member) for member in sorted(members)),
            shorter=short.label,
            longer=long.label,
        ),
        annotations=(short, replace(long, primary=False)),
        provisions=(short.label, long.label),
        anchor=anchor or f"{fact}/{short.label}/{long.label}",
    )
    return Settled(verdict=Verdict.REFUTED, diagnostic=finding)


# ---------------------------------------------------------------- 性質 …に掲げる…は同じ


def _declared(spec: Specification, prop: Property, listed: Path) -> Iterator[Obligation]:
    """Each term that lacks what another one lists; without any lists nothing is said."""
    terms = [spec.predicates[f.term] for f in prop.members if isinstance(f, Applies)]
    lists = [(term, members_named(term.body, listed)) for term in terms]
    whole = {member for _, members in lists for member in members}
    lacking = [(term, members) for term, members in lists if whole - set(members)]
    if not whole:
        vacuous = Diagnostic(
            payload=codes.dead.Vacuous(name=item_label(prop.header)),
            annotations=(Annotation(span=prop.header.span),),
            anchor=item_label(prop.header),
        )
        yield _of_property(prop, Settled(verdict=Verdict.VACUOUS, diagnostic=vacuous))
    elif not lacking:
        yield _of_property(
            prop, Settled(verdict=Verdict.PROVED, rests_on=tuple(label_of(t.header) for t in terms))
        )
    for term, members in lacking:
        missing = whole - set(members)
        other, has = next((t, m) for t, m in lists if missing & set(m))
        short = Annotation(span=term.header.span, label=label_of(term.header))
        long = Annotation(span=next(iter(has.values())), label=label_of(other.header))
        ask = _lacking(path_text(listed), missing & set(has), short, long, item_label(prop.header))
        yield _of_property(prop, ask, key=f"/{term.header.name}")


def _of_property(prop: Property, ask: Settled, key: str = "") -> Obligation:
    header = prop.header
    return Obligation(
        id=f"symmetry:{header.name}{key}",
        family="symmetry",
        term=item_label(header),
        provisions=provisions_of(header),
        span=header.span,
        ask=ask,
    )
