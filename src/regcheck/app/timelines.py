"""The plans of the 手続 of a project, for days that a user chooses.

Owns: reading the project, which version of which 手続 a choice is about, whether it can be made.
Refuses to know: how a plan is made, figures, argv.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from regcheck.analysis.timeline import Plan
from regcheck.app.cases import Reading, read_project
from regcheck.app.names import shown_name
from regcheck.app.problems import about
from regcheck.app.projects import Project
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.frozen import Frozen
from regcheck.model.procedures import Procedure
from regcheck.model.specification import Specification
from regcheck.source.span import SourceText


class Version(Frozen):
    """A 手続 and the specification that it is part of, which may be one of an earlier time."""

    spec: Specification
    procedure: Procedure

    @property
    def name(self) -> str:
        return self.procedure.header.name

    def is_in_force(self, day: date) -> bool:
        """Whether the text of the 手続 is in force on a day."""
        header = self.procedure.header
        begun = header.effective is None or header.effective <= day
        return begun and (header.expires is None or day < header.expires)


class Timelines(Frozen):
    """Plans; what is wrong with the specification or the choice, so that there are none; and the rules that the days
    break."""

    sources: Mapping[str, SourceText]
    plans: tuple[Plan, ...] = ()
    broken: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()
    breaches: tuple[Diagnostic, ...] = ()
    assumed: tuple[str, ...] = ()


def timelines(
    project: Project, chosen: Mapping[str, date], name: str | None = None, as_of: date | None = None
) -> Timelines:
    """The plans of the 手続 of that name, or of all in which the days can be chosen. A 手続 is read as of a day, or
    as it is in force on the first of the chosen days. Raises RefusedError for a day of which nothing is known."""
    reading = read_project(project, as_of=as_of)
    if reading.errors:
        return Timelines(sources=reading.sources, broken=reading.errors)
    place = shown_name(project.folder)
    found = _about(versions(reading, chosen), chosen, name)
    if isinstance(found, Payload):
        return Timelines(sources=reading.sources, refused=(about(place, found),))
    return _planned(found, chosen, reading, place)


def versions(reading: Reading, chosen: Mapping[str, date]) -> tuple[Version, ...]:
    """Each 手続 of the project's own files once, in the order of the text: as in force on the first chosen day, or as
    it is read last."""
    found: dict[str, list[Version]] = {}
    for spec in (*reading.earlier, reading.specification):
        for procedure in spec.procedures.values():
            if procedure.header.span.file in reading.own:
                found.setdefault(procedure.header.name, []).append(Version(spec=spec, procedure=procedure))
    picked = (_picked(of_name, min(chosen.values(), default=None)) for of_name in found.values())
    return tuple(sorted(picked, key=_place))


def _picked(found: Sequence[Version], day: date | None) -> Version:
    fitting = [one for one in found if day is not None and one.is_in_force(day)]
    return (fitting or found)[-1]


def _place(version: Version) -> tuple[str, int]:
    span = version.procedure.header.span
    return span.file, span.start


def _planned(found: Sequence[Version], chosen: Mapping[str, date], reading: Reading, place: str) -> Timelines:
    """The plans of those in which the days can be chosen, or why they can be in none."""
    from regcheck.analysis.timeline_choice import breaches
    from regcheck.analysis.timeline_rows import plan_of

    objections = {one.name: tuple(objections_to(one, chosen)) for one in found}
    fitting = [one for one in found if not objections[one.name]]
    if not fitting:
        wrong = (payload for payloads in objections.values() for payload in payloads)
        return Timelines(sources=reading.sources, refused=_told(place, wrong))
    broken = (payload for one in fitting for payload in breaches(one.spec, one.procedure, chosen))
    return Timelines(
        sources=reading.sources,
        plans=tuple(plan_of(one.spec, one.procedure, chosen) for one in fitting),
        breaches=_told(place, broken),
        assumed=reading.assumed,
    )


def objections_to(version: Version, chosen: Mapping[str, date]) -> Iterator[Payload]:
    """Why the days cannot be chosen in a 手続."""
    from regcheck.analysis.timeline_choice import disorder, outside

    far = tuple(outside(version.procedure, chosen))
    yield from far or disorder(version.spec, version.procedure, chosen)


def _told(place: str, payloads: Iterable[Payload]) -> tuple[Diagnostic, ...]:
    return tuple(about(place, payload) for payload in payloads)


# ---------------------------------------------------------------- which 手続


def _about(
    own: Sequence[Version], chosen: Mapping[str, date], name: str | None
) -> tuple[Version, ...] | Payload:
    """The 手続 that are wanted and have every event of the choice."""
    names = tuple(one.name for one in own)
    if not own or (name is not None and name not in names):
        return codes.timeline.UnknownProcedure(name=name or "", known=names)
    return _with_events([one for one in own if name in (None, one.name)], chosen)


def _with_events(wanted: Sequence[Version], chosen: Mapping[str, date]) -> tuple[Version, ...] | Payload:
    from regcheck.analysis.timeline_choice import names_to_choose

    known = [(one, names_to_choose(one.procedure)) for one in wanted]
    fitting = tuple(one for one, names in known if set(chosen) <= set(names))
    if fitting:
        return fitting
    nearest, names = max(known, key=lambda pair: len(set(chosen) & set(pair[1])))
    return _unknown(nearest, names, chosen)


def _unknown(version: Version, names: tuple[str, ...], chosen: Mapping[str, date]) -> Payload:
    from difflib import get_close_matches

    event = next(name for name in chosen if name not in names)
    near = "".join(get_close_matches(event, names, n=1))
    return codes.timeline.UnknownEvent(event=event, procedure=version.name, known=names, nearest=near)
