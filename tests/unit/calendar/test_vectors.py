"""Protects: the days that published dates and the Civil Code give, from the words of a statute to the day."""

from __future__ import annotations

from datetime import date

import pytest

from regcheck.calendar.reckon import Reckoned, day_of_period, reckon
from regcheck.calendar.wording import Worded, parse_wording

FREE = "指定を受けた日から六月間"
BARRED = "受理した日から起算して三十日を経過する日まで"
FOUR_MONTHS = "受理した日から起算して四月間"
ANSWER = "勧告を受けた日から起算して十日以内（閉庁日繰下げ）"
WITHIN = "公布の日から起算して{}を超えない範囲内において政令で定める日"


def counted(phrase: str, start: str) -> Reckoned:
    worded = parse_wording(phrase.removesuffix("政令で定める日"))
    assert isinstance(worded, Worded)
    assert worded.period is not None
    found = reckon(worded.period, date.fromisoformat(start))
    assert found.day == day_of_period(worded.period, date.fromisoformat(start))
    return found


@pytest.mark.parametrize(
    ("phrase", "start", "day"),
    [
        (FREE, "2023-11-16", "2024-05-16"),
        (FREE, "2025-05-01", "2025-11-01"),
        (FREE, "2025-06-13", "2025-12-13"),
        *((FREE, f"2026-08-{day}", last) for day, last in [(27, "2027-02-27"), (28, "2027-02-28")]),
        *((FREE, f"2026-08-{day}", "2027-02-28") for day in (29, 30, 31)),
        *((FREE, f"2027-08-{day}", last) for day, last in [(27, "2028-02-27"), (28, "2028-02-28")]),
        *((FREE, f"2027-08-{day}", "2028-02-29") for day in (29, 30, 31)),
        (FREE, "2028-02-29", "2028-08-31"),
        (FREE, "2027-02-28", "2027-08-31"),
        (FREE, "2027-03-31", "2027-09-30"),
        (FREE, "2027-12-16", "2028-06-16"),
        (BARRED, "2026-04-01", "2026-04-30"),
        (BARRED, "2027-01-31", "2027-03-01"),
        (BARRED, "2028-01-31", "2028-02-29"),
        (FOUR_MONTHS, "2026-10-28", "2027-02-27"),
        *((FOUR_MONTHS, start, "2027-02-28") for start in ("2026-10-29", "2026-10-30", "2026-10-31")),
        (FOUR_MONTHS, "2026-11-01", "2027-02-28"),
        (FOUR_MONTHS, "2027-10-28", "2028-02-27"),
        (FOUR_MONTHS, "2027-10-29", "2028-02-28"),
        (FOUR_MONTHS, "2027-10-30", "2028-02-29"),
        (FOUR_MONTHS, "2027-10-31", "2028-02-29"),
        (WITHIN.format("九月"), "2022-05-18", "2023-02-17"),
        (WITHIN.format("一年六月"), "2022-05-18", "2023-11-17"),
        (WITHIN.format("一年九月"), "2022-05-18", "2024-02-17"),
        (WITHIN.format("二年"), "2022-05-18", "2024-05-17"),
        (WITHIN.format("一年六月"), "2024-05-17", "2025-11-16"),
        (WITHIN.format("一年六月"), "2025-12-12", "2027-06-11"),
        (WITHIN.format("六月"), "2026-06-17", "2026-12-16"),
        (WITHIN.format("一年"), "2026-06-17", "2027-06-16"),
        (WITHIN.format("一年六月"), "2026-06-17", "2027-12-16"),
        (WITHIN.format("一年"), "2026-07-23", "2027-07-22"),
        ("公布の日から起算して一月を経過した日", "2026-06-17", "2026-07-17"),
        ("公布の日から起算して二十日を経過した日", "2026-07-23", "2026-08-12"),
        ("公布の日から起算して二十日を経過した日", "2026-05-08", "2026-05-28"),
        (ANSWER, "2026-04-24", "2026-05-07"),
        (ANSWER, "2026-09-11", "2026-09-24"),
        (ANSWER, "2026-12-20", "2027-01-04"),
        (ANSWER, "2027-04-22", "2027-05-06"),
        ("変更する日の二週間前まで", "2026-04-15", "2026-03-31"),
    ],
)
def test_the_day_that_a_phrase_means(phrase: str, start: str, day: str) -> None:
    assert counted(phrase, start).day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("phrase", "start", "first", "last", "following"),
    [
        (FREE, "2023-11-16", "2023-11-17", "2024-05-16", "2024-05-17"),
        (FREE, "2025-05-01", "2025-05-02", "2025-11-01", "2025-11-02"),
        (BARRED, "2026-04-01", "2026-04-01", "2026-04-30", "2026-05-01"),
        ("公布の日から起算して一月を経過した日", "2026-06-17", "2026-06-17", "2026-07-16", "2026-07-17"),
        (ANSWER, "2026-04-24", "2026-04-24", "2026-05-07", "2026-05-08"),
        ("変更する日の二週間前まで", "2026-04-15", "2026-04-14", "2026-03-31", "2026-04-01"),
        ("届出の日から二週間", "2026-04-01", "2026-04-02", "2026-04-15", "2026-04-16"),
    ],
)
def test_the_days_around_it(phrase: str, start: str, first: str, last: str, following: str) -> None:
    found = counted(phrase, start)
    assert [str(day) for day in (found.first, found.last, found.next)] == [first, last, following]


def test_no_other_designation_gives_the_day_from_which_ports_owed() -> None:
    starts = [f"2025-{month:02}-{day:02}" for month in (4, 5) for day in range(1, 31)]
    assert [start for start in starts if str(counted(FREE, start).next) == "2025-11-02"] == ["2025-05-01"]


@pytest.mark.parametrize(
    ("phrase", "start", "day"),
    [
        ("変更の日の一月前まで", "2026-03-15", "2026-02-14"),
        ("変更の日の一月前まで", "2026-03-01", "2026-01-31"),
        ("変更の日の一月前まで", "2026-03-31", "2026-02-27"),
        ("変更の日の一年前まで", "2028-02-29", "2027-02-27"),
        ("変更の日から起算して十日前まで", "2026-03-15", "2026-03-05"),
        ("変更する日の二週間前まで（閉庁日繰下げ）", "2026-05-18", "2026-05-03"),
    ],
)
def test_backwards_the_day_satisfies_both_readings_and_never_moves(phrase: str, start: str, day: str) -> None:
    assert str(counted(phrase, start).day) == day


# ------------------------------------------------------------ reasons


def ja(phrase: str, start: str) -> str:
    return "\n".join(reason.ja for reason in counted(phrase, start).reasons)


def en(phrase: str, start: str) -> str:
    return "\n".join(reason.en for reason in counted(phrase, start).reasons)


@pytest.mark.parametrize(
    ("phrase", "start", "provisions"),
    [
        (FREE, "2025-05-01", ["民法第百四十条", "民法第百四十三条第二項", "民法第百四十一条"]),
        (FREE, "2027-08-30", ["民法第百四十条", "民法第百四十三条第二項ただし書", "民法第百四十一条"]),
        (FREE, "2027-08-31", ["民法第百四十条", "民法第百四十三条第一項", "民法第百四十一条"]),
        (BARRED, "2026-04-01", ["民法第百三十八条", "民法第百四十一条"]),
        (
            WITHIN.format("一年"),
            "2027-04-01",
            ["民法第百三十八条", "民法第百四十三条第二項", "民法第百四十一条"],
        ),
        (
            WITHIN.format("一年"),
            "2027-01-01",
            ["民法第百三十八条", "民法第百四十三条第一項", "民法第百四十一条"],
        ),
        (
            "届出の日から二週間",
            "2026-04-01",
            ["民法第百四十条", "民法第百四十三条第二項", "民法第百四十一条"],
        ),
        ("変更する日の二週間前まで", "2026-04-15", ["民法第百四十条", "民法第百四十一条"]),
    ],
)
def test_the_articles_stand_in_the_order_of_the_counting(
    phrase: str, start: str, provisions: list[str]
) -> None:
    found = counted(phrase, start)
    assert [reason.provision for reason in found.reasons] == provisions
    assert all(reason.provision in reason.ja for reason in found.reasons)


def test_the_first_day_is_left_out_by_article_140() -> None:
    assert ja(FREE, "2025-05-01").startswith(
        "民法第百四十条により初日不算入（起算日は翌日の令和七年五月二日）"
    )
    assert "art. 140" in en(FREE, "2025-05-01")


def test_a_month_without_the_corresponding_day_is_named() -> None:
    assert "最後の月に応当する日（三十一日）がないのでその月の末日（令和十年二月二十九日）" in ja(
        FREE, "2027-08-30"
    )
    assert "has no day 31" in en(FREE, "2027-08-30")


def test_the_open_reading_is_told_with_both_days() -> None:
    told = ja("変更する日の二週間前まで", "2026-04-15")
    assert "定まっておらず" in told
    assert "令和八年三月三十一日まで" in told
    assert "令和八年四月一日で足りる" in told
    assert "not settled" in en("変更する日の二週間前まで", "2026-04-15")


def test_every_closed_day_is_named_with_what_closes_it() -> None:
    told = ja(ANSWER, "2026-04-24")
    for day in ("五月三日は日曜日・憲法記念日", "五月四日はみどりの日", "五月六日は憲法記念日 振替休日"):
        assert day in told
    assert "行政機関の休日に関する法律第二条" in told
    english = en(ANSWER, "2026-04-24")
    assert "2026-05-03 Sunday and Constitution Memorial Day" in english
    assert "2026-05-06 substitute for Constitution Memorial Day" in english
    assert "九月二十二日は国民の休日" in ja(ANSWER, "2026-09-11")
    assert "十二月二十九日は年末年始" in ja(ANSWER, "2026-12-20")


def test_an_open_day_stays_and_is_said_to() -> None:
    assert "繰下げはない" in ja(ANSWER, "2026-06-01")
    assert "does not move" in en(ANSWER, "2026-06-01")


def test_a_year_that_no_notice_has_fixed_is_said_to_be_computed() -> None:
    assert "公表" not in ja(ANSWER, "2027-06-01")
    assert "2028年の祝日は、内閣府の公表（2027年分まで）" in ja(ANSWER, "2027-12-20")
    assert "does not yet fix the holidays of 2028" in en(ANSWER, "2028-06-01")
    assert "公表" not in ja(FREE, "2028-06-01")
