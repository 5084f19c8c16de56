"""Texts read by a copy of this process while this one loads what comes after reading.

Owns: when that pays, and who reads which items.
Refuses to know: how an item is read.

The copy begins at the end of the texts, this process afterwards at their beginning, until they meet. What was read is
remembered by the parser and need not be read again; what is not there, because it cannot be read or because the copy
died, is read by whoever wants it, as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from types import TracebackType

from regcheck.app.forks import Tickets, can_fork
from regcheck.app.helper import Helper
from regcheck.source.span import SourceText
from regcheck.syntax.decode import decode
from regcheck.syntax.parse import Sheet, sheet_of
from regcheck.syntax.remembered import Known, remembered

PAYS = 8_000
"""Signs above which a copy saves more time than it costs."""

_MOST = 32
"""Portions, each of which one process takes."""

_Portion = Sequence[tuple[Sheet, int]]
"""Items, each by its sheet and its place there."""


class SharedReading:
    """`with SharedReading(files, hands) as reading:` what the files say is read meanwhile; `reading.finish()` helps."""

    def __init__(self, files: Mapping[str, bytes], hands: int) -> None:
        self._portions = _portions(files) if hands > 1 and can_fork() else ()

    @property
    def is_shared(self) -> bool:
        """Whether there is time until the texts are read."""
        return bool(self._portions)

    def __enter__(self) -> SharedReading:
        if self._portions:
            self._tickets = Tickets(len(self._portions))
            self._other = Helper(self._from_the_end, memory=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._portions:
            self._other.leave()
            self._tickets.close()
            self._portions = ()

    def finish(self) -> None:
        """Read what nobody has read yet; what the copy reads is taken over while it goes on."""
        for place, portion in enumerate(self._portions):
            _remember(self._other.brought())
            if not self._tickets.take(place):
                break
            _read(portion)
        if self._portions:
            self._other.wait()
            _remember(self._other.leave())

    def _from_the_end(self) -> Iterator[dict[str, Known]]:
        for place in reversed(range(len(self._portions))):
            if not self._tickets.take(place):
                return
            yield _read(self._portions[place])


def _read(portion: _Portion) -> dict[str, Known]:
    """What is remembered of items after they were read."""
    for sheet, place in portion:
        sheet.read(place)
    texts = [sheet.written(place) for sheet, place in portion]
    return {text: remembered()[text] for text in texts if text in remembered()}


def _remember(brought: Iterable[dict[str, Known]]) -> None:
    for known in brought:
        for text, one in known.items():
            remembered().keep(text, one)


def _portions(files: Mapping[str, bytes]) -> Sequence[_Portion]:
    """Neighbours together: all items that this process has not read before; none if they are few."""
    if sum(map(len, files.values())) <= PAYS:  # a sign takes a byte or more
        return ()
    sources = [decode(name, files[name]) for name in sorted(files)]
    sheets = [sheet_of(source) for source in sources if isinstance(source, SourceText)]
    items = [(sheet, place) for sheet in sheets for place in range(len(sheet.text.items))]
    unread = [(sheet, place) for sheet, place in items if sheet.written(place) not in remembered()]
    ends = list(accumulate(len(sheet.written(place)) for sheet, place in unread))
    if not ends or ends[-1] <= PAYS:
        return ()
    each = ends[-1] // _MOST + 1
    portions: dict[int, list[tuple[Sheet, int]]] = {}
    for item, end in zip(unread, ends, strict=True):
        portions.setdefault(end // each, []).append(item)
    return list(portions.values())
