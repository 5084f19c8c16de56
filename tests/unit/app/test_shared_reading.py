"""Protects: what a copy of this process reads is what this one would read, and what it does not read is read here."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.unit.app.test_forks import nothing_left  # noqa: F401

from regcheck.app import shared_reading
from regcheck.app.forks import Tickets, has_copies
from regcheck.app.shared_reading import SharedReading
from regcheck.source.span import SourceText
from regcheck.syntax.parse import Parsed, Sheet, parse_file
from regcheck.syntax.remembered import remembered

pytestmark = pytest.mark.skipif(not has_copies(), reason="processes are copied on Linux only")

TOUR = (Path(__file__).parents[3] / "dsl/tour.regspec").read_text(encoding="utf-8")
BROKEN = TOUR.replace("四百床以上", "四百床以上以上", 1)
FILES = {"甲.regspec": TOUR, "乙.regspec": BROKEN, "丙.regspec": "\n".join(["# 注記", TOUR])}


@pytest.fixture(autouse=True)
def afresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(shared_reading, "can_fork", lambda: True)  # whatever other tests have left running
    monkeypatch.setattr(shared_reading, "PAYS", 1_000)
    remembered().clear()
    yield
    remembered().clear()


def parsed(files: Mapping[str, str]) -> dict[str, Parsed]:
    return {name: parse_file(SourceText(name, text)) for name, text in files.items()}


def alone(files: Mapping[str, str]) -> dict[str, Parsed]:
    remembered().clear()
    return parsed(files)


def shared(files: Mapping[str, str], hands: int = 2) -> dict[str, Parsed]:
    encoded = {name: text.encode() for name, text in files.items()}
    with SharedReading(encoded, hands) as reading:
        reading.finish()
        return parsed(files)


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process takes nothing."""
    take, here = Tickets.take, os.getpid()
    monkeypatch.setattr(Tickets, "take", lambda self, place: os.getpid() != here and take(self, place))


def test_trees_and_findings_are_those_of_one_process() -> None:
    assert shared(FILES) == alone(FILES)


@pytest.mark.usefixtures("idle")
def test_what_the_copy_reads_is_not_read_again(texts_read: list[str]) -> None:
    expected = alone({"甲.regspec": TOUR})
    remembered().clear()
    texts_read.clear()
    assert shared({"甲.regspec": TOUR}) == expected
    assert texts_read == []


def test_both_read(texts_read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    take, here = Tickets.take, os.getpid()

    def half(self: Tickets, place: int) -> bool:
        return (place < len(self) // 2) is (os.getpid() == here) and take(self, place)

    monkeypatch.setattr(Tickets, "take", half)
    shared({"甲.regspec": TOUR})
    assert 0 < len(texts_read) < len(remembered())


@pytest.mark.parametrize("hands", [1, 2])
def test_alone_or_with_little_to_read_nobody_is_needed(hands: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("nobody is needed"))
    files = FILES if hands == 1 else {"甲.regspec": TOUR[:900]}
    encoded = {name: text.encode() for name, text in files.items()}
    assert not SharedReading(encoded, hands).is_shared


def test_what_was_read_before_is_not_read_by_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    alone({"甲.regspec": TOUR})
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("nobody is needed"))
    shared({"甲.regspec": f"\n{TOUR}"})


def test_a_copy_that_dies_costs_nothing_but_time(monkeypatch: pytest.MonkeyPatch) -> None:
    expected, here, sheet_read = alone(FILES), os.getpid(), Sheet.read

    def mortal(self: Sheet, place: int) -> object:
        if os.getpid() != here and "定義" in self.written(place):
            os.kill(os.getpid(), signal.SIGKILL)
        return sheet_read(self, place)

    remembered().clear()
    monkeypatch.setattr(Sheet, "read", mortal)
    assert shared(FILES) == expected


def test_where_the_system_gives_no_process_one_reads_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    expected = alone(FILES)
    remembered().clear()
    monkeypatch.setattr(os, "fork", refuse)
    assert shared(FILES) == expected


def test_bytes_that_are_no_text_are_left_to_others() -> None:
    with SharedReading({"甲.regspec": TOUR.encode(), "乙.regspec": b"\xff\xfe" * 9_000}, 2) as reading:
        reading.finish()
    assert remembered()


def test_when_the_user_breaks_off_the_copy_ends() -> None:
    with pytest.raises(KeyboardInterrupt), SharedReading({"甲.regspec": TOUR.encode()}, 2):
        raise KeyboardInterrupt
