"""A check from beginning to end. Start reading here.

Owns: the phases, their order, and what is handed from one to the next.
Refuses to know: how a phase does its work; files on disk, terminals, which prover.

    bytes → texts → trees → specifications → days → facts → lint → obligations → verdicts → report

No phase stops the check: what a phase cannot make, it reports, and the rest goes on. An item that is broken
has a line NOT_RUN in the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from regcheck.analysis.days import check_days
from regcheck.analysis.epochs import Epoch, epochs
from regcheck.analysis.facts import bind_tables, fact_entries, rows_by_subject
from regcheck.analysis.ledger import broken_items, entry_of, unread_items, withheld
from regcheck.analysis.report import Entry, KnownFinding, Report
from regcheck.analysis.versions import title_of
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen, field, replace
from regcheck.lint.ignores import accept_ignored
from regcheck.lint.unused import find_unused
from regcheck.model.from_syntax import order_uses, uses_of
from regcheck.model.specification import Specification
from regcheck.proof.decide import Decided, Progress, decide
from regcheck.proof.families import obligations_of_each
from regcheck.proof.families.made import Made
from regcheck.proof.obligation import Obligation
from regcheck.proof.question import Prover
from regcheck.proof.verdict import Verdict
from regcheck.proof.work import ALONE, Hands, Recording
from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.decode import decode
from regcheck.syntax.parse import parse_file

if TYPE_CHECKING:  # few runs record anything, carry anything or have 事実表
    from regcheck.analysis.account import Account
    from regcheck.analysis.ledger_file import Recorder
    from regcheck.proof.carried import Carried
    from regcheck.proof.slices import Earlier, Named
    from regcheck.proof.stating import Stater
    from regcheck.registry.table import BoundTable

_INTERRUPTED = "中断したため"


class Inputs(Frozen):
    """What is checked: spec files and fact files by name, and which of the specs owe proofs."""

    own: frozenset[str]
    files: Mapping[str, bytes]
    facts: Mapping[str, bytes] = field(default_factory=dict)
    known: Mapping[str, KnownFinding] = field(default_factory=dict)
    """Findings that are accepted, by fingerprint."""
    as_of: date | None = None
    """The day as of which the law is read; None for every day."""


class State(Frozen):
    """What is known so far."""

    inputs: Inputs
    prover: Callable[[Specification], Prover]
    progress: Progress | None = None
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    trees: tuple[ast.File, ...] = ()
    epochs: tuple[Epoch, ...] = ()
    tables: tuple[Mapping[str, BoundTable], ...] = ()
    """The 事実表 of each epoch, by name."""
    broken: tuple[Entry, ...] = ()
    """Items, also of files that are only used, that could not be read or built."""
    entries: tuple[Entry, ...] = ()
    interrupted: bool = False
    recorder: Recorder | None = None
    hands: Hands = ALONE
    """Who decides and records the obligations of an epoch."""
    more: int = 0
    """Counterexamples wanted of each obligation that fails, besides the first."""
    briefly: bool = False
    """Of findings that are accepted, only the headline is wanted."""
    carried: Carried | None = None
    """What a process that stays alive has proved before."""
    diagnostics: tuple[Diagnostic, ...] = ()
    known: Mapping[str, KnownFinding] = field(default_factory=dict)

    def telling(self, *diagnostics: Diagnostic) -> State:
        """With more findings; one that was made already is not repeated."""
        unique = dict.fromkeys((*self.diagnostics, *diagnostics))
        return replace(self, diagnostics=tuple(unique))


def check(
    inputs: Inputs,
    prover: Callable[[Specification], Prover],
    progress: Progress | None = None,
    recorder: Recorder | None = None,
    *,
    hands: Hands = ALONE,
    more: int = 0,
    briefly: bool = False,
    carried: Carried | None = None,
) -> Report:
    """Everything that can be said about some files. `prover` makes a prover for a specification, `recorder` an
    account of each verdict; `hands` do the work of both; `more` counterexamples are told besides the first; `briefly`
    leaves out the cases of findings that are accepted. `carried` has what the process proved before, and gets what it
    proves now."""
    state = State(
        inputs=inputs,
        prover=prover,
        progress=progress,
        recorder=recorder,
        hands=hands,
        more=more,
        briefly=briefly,
        carried=carried,
        known=inputs.known,
    )
    for _, phase in PHASES:
        state = phase(state)
    return _report(state)


# ---------------------------------------------------------------- the phases


def read_texts(state: State) -> State:
    """Bytes → texts. A file that is no text is reported and left out."""
    sources = dict[str, SourceText]()
    found = list[Diagnostic]()
    for name in sorted(state.inputs.files):
        decoded = decode(name, state.inputs.files[name])
        if isinstance(decoded, SourceText):
            sources[name] = decoded
        else:
            found.append(decoded)
    return replace(state, sources=sources).telling(*found)


def parse_items(state: State) -> State:
    """Texts → trees. A broken item is reported, and has its line in the ledger."""
    trees, broken, found = list[ast.File](), list[Entry](), list[Diagnostic]()
    for source in state.sources.values():
        parsed = parse_file(source)
        trees.append(parsed.file)
        found += parsed.diagnostics
        broken += unread_items(parsed.unread, parsed.diagnostics)
    return replace(state, trees=tuple(trees), broken=tuple(broken)).telling(*found)


def order_files(state: State) -> State:
    """Each file after those it 利用; files that are missing or use each other are reported."""
    by_name = {tree.name: tree for tree in state.trees}
    uses = order_uses({tree.name: uses_of(tree) for tree in state.trees})
    ordered = tuple(by_name[name] for name in uses.order)
    return replace(state, trees=ordered).telling(*uses.diagnostics)


def build_epochs(state: State) -> State:
    """Trees → one specification for each stretch of time in which the law does not change."""
    found = epochs(state.trees, state.inputs.own, state.inputs.as_of)
    told = [diagnostic for epoch in found for diagnostic in epoch.diagnostics]
    broken = [
        entry
        for epoch in found
        for entry in broken_items(epoch.items, epoch.specification, epoch.diagnostics, epoch.mark)
    ]
    return replace(state, epochs=found, broken=(*state.broken, *broken)).telling(*told)


def look_at_days(state: State) -> State:
    """On every day there is one version of each item, references lead to what they mean, and names are borne."""
    found = check_days(state.trees, state.inputs.own, state.sources, state.inputs.as_of)
    entries = tuple(looked.entry for looked in found.looked)
    return replace(state, entries=(*state.entries, *entries)).telling(*found.diagnostics)


def bind_facts(state: State) -> State:
    """The files of 事実表 are read; rows, 前提 and 確認 are held against each other."""
    for epoch in state.epochs:
        tables = bind_tables(epoch.specification, state.inputs.facts)
        entries = tuple(fact_entries(epoch.specification, tables, epoch.mark))
        sources = {bound.file: bound.source for bound in tables.values() if bound.source is not None}
        state = replace(
            state,
            tables=(*state.tables, tables),
            entries=(*state.entries, *entries),
            sources={**state.sources, **sources},
        ).telling(*(d for bound in tables.values() for d in bound.diagnostics), *_told(entries))
    return state


def lint(state: State) -> State:
    """What can be said without a solver; while items are broken, nobody knows what they would use, nor on one day what
    is used on the others."""
    if state.broken or state.inputs.as_of is not None:
        return state
    unused = [{d.anchor: d for d in find_unused(epoch.specification)} for epoch in state.epochs]
    used = {
        title
        for epoch, idle in zip(state.epochs, unused, strict=True)
        for title in map(title_of, epoch.items)
        if title not in idle
    }
    found = {anchor: told for idle in unused for anchor, told in idle.items() if anchor not in used}
    return state.telling(*found.values())


def prove(state: State) -> State:
    """Specification → obligations → verdicts."""
    made = [_made(state, epoch) for epoch in state.epochs]
    owed = obligations_of_each([epoch.specification for epoch in state.epochs], made)
    total, before = sum(map(len, owed)), 0
    done: list[Earlier] = []
    named: Named = {}
    for epoch, tables, of_texts, listed in zip(state.epochs, state.tables, made, owed, strict=True):
        prover, rows = state.prover(epoch.specification), rows_by_subject(tables)
        counted = _counted(state.progress, before, total)
        due, shown = (
            () if state.interrupted else listed,
            state.recorder is not None and state.recorder.witnesses,
        )
        standing = {} if state.recorder is not None else _standing(epoch, due, done, named)
        if state.carried is not None and not shown:
            standing |= state.carried.of(epoch.mark, epoch.specification, due, of_texts)
        stater = _stater(state, prover, epoch)
        work = partial(
            decide,
            epoch.specification,
            prover=prover,
            rows=rows,
            witnesses=shown,
            more=state.more,
            briefly=state.known if state.briefly else (),
            refiner=stater.refiner if stater is not None else None,
        )
        recording = _recording(state, epoch, stater)
        deciding = state.hands.decide(due, standing, counted, work, recording)
        decided, interrupted = _until_interrupted(deciding, listed)
        done.append((epoch.specification, {one.obligation.id: one for one in decided}))
        if state.carried is not None:
            state.carried.keep(epoch.mark, decided)
        state = replace(state, interrupted=state.interrupted or interrupted)
        state = _recorded(state, epoch, [withheld(one, state.broken) for one in decided], recording)
        before += len(listed)
    if state.interrupted and state.progress is not None:
        state.progress(total, total)
    return state


def _made(state: State, epoch: Epoch) -> Made:
    """What was made of texts that are the very same, if the process has checked before."""
    spec = epoch.specification
    return Made(spec) if state.carried is None else state.carried.made(epoch.mark, spec)


def _stater(state: State, prover: Prover, epoch: Epoch) -> Stater | None:
    """What puts questions into terms, if they will be recorded."""
    if state.recorder is None:
        return None
    from regcheck.proof.stating import stater_of

    return stater_of(prover, epoch.specification)


def _standing(
    epoch: Epoch, due: Sequence[Obligation], done: Sequence[Earlier], named: Named
) -> dict[str, Decided]:
    """What the epochs before it have decided for it too."""
    if not done:
        return {}
    from regcheck.proof.slices import standing

    return standing(epoch.specification, due, done, named)


def _recording(state: State, epoch: Epoch, stater: Stater | None) -> Recording[Account] | None:
    """What is made of the obligations of an epoch besides verdicts."""
    if state.recorder is None or state.interrupted:
        return None
    return Recording(partial(state.recorder.record, epoch.specification, mark=epoch.mark, stater=stater))


def _recorded(
    state: State, epoch: Epoch, decided: Sequence[Decided], recording: Recording[Account] | None = None
) -> State:
    """With the lines of some obligations, each with its account if that is wanted."""
    made: Iterable[tuple[Decided, Account | None]] = ((one, None) for one in decided)
    interrupted = state.interrupted
    if recording is not None and not interrupted:
        try:
            made = recording.of(decided, state.hands)
        except KeyboardInterrupt:
            interrupted = True
    entries = tuple(entry_of(one, epoch.mark, account) for one, account in made)
    more = replace(state, entries=(*state.entries, *entries), interrupted=interrupted)
    before = {_told_as(diagnostic, state) for diagnostic in state.diagnostics}
    news = [d for d in _told(entries) if _told_as(d, state) not in before]  # not of another epoch
    return more.telling(*news)


def _told_as(diagnostic: Diagnostic, state: State) -> tuple[object, ...]:
    """What makes a finding the same in two epochs: of an accepted one, the limits of its case are not told."""
    known = diagnostic.fingerprint in state.known
    return diagnostic.fingerprint, () if known else diagnostic.annotations


def _until_interrupted(
    deciding: Iterable[Decided], listed: Sequence[Obligation]
) -> tuple[tuple[Decided, ...], bool]:
    """What was decided when the user had enough, and the others as NOT_RUN; whether that was so."""
    decided, interrupted = dict[str, Decided](), False
    try:
        for one in deciding:
            decided[one.obligation.id] = one  # what came before the interruption stays
    except KeyboardInterrupt:
        interrupted = True
    every = (decided.get(one.id) or _not_run(one) for one in listed)
    return tuple(every), interrupted


def _not_run(obligation: Obligation) -> Decided:
    return Decided(obligation=obligation, verdict=Verdict.NOT_RUN, note=_INTERRUPTED)


def accept(state: State) -> State:
    """Findings that a comment accepts join those of the baseline."""
    texts = {name: state.sources[name] for name in state.inputs.own if name in state.sources}
    found = accept_ignored(state.diagnostics, texts)
    accepted = {
        fingerprint: KnownFinding(
            fingerprint=fingerprint,
            code="、".join(ignore.codes),
            reason=ignore.reason,
            where=f"{ignore.file}:{texts[ignore.file].line_of(ignore.span.start)}",
        )
        for fingerprint, ignore in found.accepted.items()
    }
    is_whole = not state.interrupted and state.inputs.as_of is None
    complaints = found.complaints if is_whole else ()  # what was not met may still be there
    return replace(state, known={**accepted, **state.known}).telling(*complaints)


Phase = Callable[[State], State]

PHASES: tuple[tuple[str, Phase], ...] = (
    ("read", read_texts),
    ("parse", parse_items),
    ("order", order_files),
    ("build", build_epochs),
    ("days", look_at_days),
    ("facts", bind_facts),
    ("lint", lint),
    ("prove", prove),
    ("accept", accept),
)


def _report(state: State) -> Report:
    return Report(
        specification=state.epochs[-1].specification,
        entries=(*(entry for entry in state.broken if _is_own(entry, state)), *state.entries),
        diagnostics=tuple(sorted(state.diagnostics, key=_place_in_files)),
        known=state.known,
        sources=state.sources,
        interrupted=state.interrupted,
        as_of=state.inputs.as_of,
        assumed=state.epochs[-1].assumed,
    )


def _is_own(entry: Entry, state: State) -> bool:
    return entry.span is not None and entry.span.file in state.inputs.own


def _place_in_files(diagnostic: Diagnostic) -> tuple[str, int, str, str]:
    place = diagnostic.place
    file, start = (place.file, place.start) if place is not None else ("", 0)
    return file, start, diagnostic.code.id, diagnostic.fingerprint


def _told(entries: tuple[Entry, ...]) -> tuple[Diagnostic, ...]:
    return tuple(entry.diagnostic for entry in entries if entry.diagnostic is not None)


def _counted(progress: Progress | None, before: int, total: int) -> Progress | None:
    """The progress of one epoch as that of all."""
    if progress is None:
        return None
    return lambda done, _: progress(before + done, total)
