"""What became of the references: those that moved with the provision they name, and those that were left behind.

Owns: where a provision of the old version is in the new one, and which reference of the one is which of the other.
Refuses to know: how references are read (references.py of the law), what is told of one left behind.

A reference of the old version is looked for in the same provision of the new one: first one that names the same
provision, wherever that is; then, of those left over, one in the same words. Found in the same words only, it names
something else than it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.law.comparing.pairing import Move, Pair, pairs_of
from regcheck.law.comparing.units import UnitKind
from regcheck.law.places import Places, Spoken, parts
from regcheck.law.references import Follower, Reference, Status
from regcheck.law.tree import Appendix, Law, Sentence

_ADDRESSED = frozenset(
    {UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.ITEM, UnitKind.SUPPLEMENT, UnitKind.APPENDIX}
)
_ALL = "*"
"""The 号 of 各号."""

Destinations = Mapping[Address, Address | None]
"""Where each provision of the old version is in the new one; None if it was removed."""


class MovedReference(Frozen):
    """A reference in other words that names the same provision."""

    place: Address
    """In the new version."""
    old: str
    new: str
    target: Address
    """In the old version."""
    destination: Address


class LeftBehind(Frozen):
    """A reference in the words that it had, though what it named has another number, or is no more."""

    reference: Reference
    """In the new version."""
    target: Address
    """What it named, in the old version."""
    destination: Address | None
    """Where that is; None if it was removed."""


class ReferenceChanges(Frozen):
    """Both, each in the order of the new version."""

    moved: tuple[MovedReference, ...] = ()
    left_behind: tuple[LeftBehind, ...] = ()


def destinations_of(pairs: Iterable[Pair], moves: Iterable[Move]) -> Destinations:
    """Of every provision that has an address."""
    found: dict[Address, Address | None] = {}
    moved = (pair for move in moves for pair in pairs_of((move.old,), (move.new,)))
    for pair in (inner for several in (pairs, moved) for one in several for inner in one.walk()):
        if pair.old and pair.old.kind in _ADDRESSED and not found.get(pair.old.address):
            found[pair.old.address] = pair.new.address if pair.new else None
    return found


def reference_changes(old: Law, new: Law, destinations: Destinations) -> ReferenceChanges:
    """Of all references of both versions into themselves."""
    before, after = _by_place(old), _by_place(new)
    known = _Known(Places.of(old), Places.of(new), destinations)
    moved: list[MovedReference] = []
    behind: list[LeftBehind] = []
    for place, references in before.items():
        there = _place(place, destinations)
        if there is None or there not in after:
            continue
        for one, other, is_same in known.matched(references, after[there]):
            if is_same and one.text != other.text and one.law is None and one.targets:
                moved.append(_moved(one, other, known))
            elif not is_same:
                target = known.old_address(one.targets[-1])
                behind.append(
                    LeftBehind(reference=other, target=target, destination=known.destination(target))
                )
    order = {place: number for number, place in enumerate(after)}
    return ReferenceChanges(
        moved=tuple(sorted(moved, key=lambda one: order[one.place])),
        left_behind=_leading(sorted(behind, key=lambda one: order[one.reference.said.address])),
    )


def _leading(behind: Sequence[LeftBehind]) -> tuple[LeftBehind, ...]:
    """Without those that only go on with another: of 「第五条第一項及び第二項」 the first is to be mended."""
    kept: list[LeftBehind] = []
    for one in behind:
        if not (_goes_on(one.reference.text) and any(_is_led(one, before) for before in kept)):
            kept.append(one)
    return tuple(kept)


def _goes_on(text: str) -> bool:
    """Whether an expression takes its article from one before it: 第二号, 同項, ロ."""
    return "条" not in text and not text.startswith(("前", "次", "附則", "別表", "様式"))


def _is_led(one: LeftBehind, before: LeftBehind) -> bool:
    here, there = one.reference.said, before.reference.said
    same = (one.target.part, one.target.article) == (before.target.part, before.target.article)
    return same and (here.address.part, here.address.article) == (there.address.part, there.address.article)


def _moved(one: Reference, other: Reference, known: _Known) -> MovedReference:
    return MovedReference(
        place=other.said.address,
        old=one.text,
        new=other.text,
        target=known.old_address(one.targets[-1]),
        destination=known.new_address(other.targets[-1]),
    )


def _by_place(law: Law) -> dict[Address, list[Reference]]:
    """The references by the provision that says them; those of （第一条関係） and of the 目次 too."""
    follower = Follower(law)
    found: dict[Address, list[Reference]] = {}
    for reference in follower.references():
        found.setdefault(reference.said.address, []).append(reference)
    for said in _headings(law):
        for reference in follower.of_sentence(said):
            found.setdefault(said.address, []).append(reference)
    return found


def _headings(law: Law) -> Iterator[Spoken]:
    for address, part in parts(law):
        if isinstance(part, Appendix) and part.related.text:
            yield Spoken(replace(address, inside=RELATED), Sentence(words=part.related))
    entries = list(law.contents.entries) if law.contents else []
    while entries:
        entry = entries.pop(0)
        if entry.extent.text:
            yield Spoken(Address("目次"), Sentence(words=entry.extent))
        entries = [*entry.entries, *entries]


RELATED = "の関係条"
"""Where （第一条関係） stands."""


def _place(place: Address, destinations: Destinations) -> Address | None:
    """The provision of the new version in which a reference is to be looked for."""
    whole = replace(place, inside="")
    there = destinations.get(whole, whole if whole.part in {"目次", "前文"} else None)
    return replace(there, inside=place.inside) if there else None


class _Known:
    """Both versions, and what of the one is what of the other."""

    def __init__(self, old: Places, new: Places, destinations: Destinations) -> None:
        self._old, self._new, self._destinations = old, new, destinations

    def old_address(self, target: Address) -> Address:
        return _full(self._old, target)

    def new_address(self, target: Address) -> Address:
        return _full(self._new, target)

    def destination(self, target: Address) -> Address | None:
        """Where a provision of the old version is; of 各号, where their 項 is; of 様式第四, where 様式第四（一） is."""
        full = self.old_address(target)
        if full.items[-1:] == (_ALL,):
            head = self.destination(replace(full, items=full.items[:-1]))
            return replace(head, items=(*head.items, _ALL)) if head else None
        if full in self._destinations:
            return self._destinations[full]
        there = self._destinations.get(self._first_of(full))
        return Address(there.part.partition("（")[0]) if there else None

    def _first_of(self, whole: Address) -> Address:
        """様式第四（一） of 様式第四; an address that is none if it has no such parts."""
        parts = (one for one in self._destinations if one.part.startswith(f"{whole.part}（") and whole.part)
        return next(parts, whole)

    def matched(
        self, old: Sequence[Reference], new: Sequence[Reference]
    ) -> Iterator[tuple[Reference, Reference, bool]]:
        """Those of the old version with those of the new one, and whether both name the same."""
        wanted, named = list(map(self._wanted, old)), list(map(self._named, new))
        rest_old, rest_new = dict.fromkeys(range(len(old))), dict.fromkeys(range(len(new)))
        for i, j in _in_order(wanted, named):
            del rest_old[i], rest_new[j]
            yield old[i], new[j], True
        for i in rest_old:
            found = next((j for j in rest_new if named[j] == wanted[i]), None)
            found = (
                next((j for j in rest_new if new[j].text == old[i].text), None) if found is None else found
            )
            if found is None:
                continue
            del rest_new[found]
            is_same = named[found] == wanted[i]
            if is_same or (self._is_known(old[i]) and _is_here(new[found])):
                yield old[i], new[found], is_same

    def _is_known(self, one: Reference) -> bool:
        """Whether it named provisions of its own law of which it is known where they are."""
        return _is_own(one) and one.status is Status.FOUND and all(map(self._is_followed, one.targets))

    def _is_followed(self, target: Address) -> bool:
        full = self.old_address(target)
        full = replace(full, items=full.items[:-1]) if full.items[-1:] == (_ALL,) else full
        return full in self._destinations or self._first_of(full) in self._destinations

    def _wanted(self, one: Reference) -> object:
        """What a reference of the old version has to name in the new one."""
        if not self._is_known(one) or one.text.startswith(_ALL_BEFORE):
            return _as_written(one)
        return (tuple(map(self.destination, one.targets)), one.tail)

    def _named(self, one: Reference) -> object:
        if not _is_own(one) or one.text.startswith(_ALL_BEFORE):
            return _as_written(one)
        return (tuple(map(self.new_address, one.targets)), one.tail)


_ALL_BEFORE = "前各"
"""前各号 names whichever there are."""


def _in_order(wanted: Sequence[object], named: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Pairs of equal ones, in the order of both."""
    for start, at, size in SequenceMatcher(None, wanted, named, autojunk=False).get_matching_blocks():
        yield from ((start + n, at + n) for n in range(size))


def _is_here(one: Reference) -> bool:
    """Whether it is a reference into the law that says it, as far as can be known."""
    return one.law is None and one.status is not Status.ELSEWHERE


def _is_own(one: Reference) -> bool:
    """Whether it names provisions of the law that says it."""
    return _is_here(one) and bool(one.targets)


def _as_written(one: Reference) -> object:
    return (one.text, one.law.name if one.law else "")


def _full(places: Places, target: Address) -> Address:
    """The address with the 項 that the law need not write."""
    if target.items[-1:] == (_ALL,):
        if target.paragraph:
            return target
        return replace(target, paragraph="1") if target.article else target
    place = places.find(target)
    return place.address if place else target
