"""What a drafter is told about a broken line of a 手続.

Owns: the rules for events, periods, limits and sentences of rules that nearly say what they should.
Refuses to know: other items; the grammar behind the names of the terminals.

Each rule knows its place by the keyword of the line, what could have stood there, and the words around it.
"""

from __future__ import annotations

import re

from regcheck.diagnostics import codes
from regcheck.source.span import shown
from regcheck.syntax.ast import RULE_VERBS
from regcheck.syntax.expectations import LINES_OF_ITEM
from regcheck.syntax.trouble import Finding, Rule, Trouble

STEP_WORDS = ("事象", "期間", "期限", "義務", "禁止", "権限", "準用", "違反")
"""Words that begin a line of a 手続, and of a rule in it."""

_HEAD = re.compile(r"[ \t]*(事象|期間|期限|義務|禁止|権限|準用|検査期間)(?=[ \t「｢])")
_ITEMS = ("手続", "名称")


def _keyword(trouble: Trouble) -> str:
    """The word that the line begins with, if it is one of a 手続."""
    if trouble.raw.keyword != "手続":
        return ""
    found = _HEAD.match(trouble.shape, *trouble.line)
    return found[1] if found else ""


def _ahead(trouble: Trouble) -> str:
    return trouble.shape[trouble.place : trouble.line[1]].rstrip()


def _needed(trouble: Trouble, wanted: tuple[str, str], advice: tuple[str, str], length: int = 0) -> Finding:
    """What is needed before the word at hand; `length` is that of the words to show in its place."""
    found, span = trouble.found()
    if length:
        return trouble.finding(
            _expected(shown(trouble.source.text[trouble.place : trouble.place + length]), wanted, advice),
            trouble.place,
            trouble.place + length,
        )
    return _expected(found, wanted, advice), span


def _expected(found: str, wanted: tuple[str, str], advice: tuple[str, str]) -> codes.syntax.Expected:
    return codes.syntax.Expected(
        found=found, wanted_ja=wanted[0], wanted_en=wanted[1], advice_ja=advice[0], advice_en=advice[1]
    )


# ------------------------------------------------------------ rules


def _name_missing(trouble: Trouble) -> Finding | None:
    """義務　事業者は、…: the first word was taken for the name of the rule."""
    keyword = _keyword(trouble)
    if keyword not in ("期間", "期限", *RULE_VERBS) or "QUOTED" not in trouble.acceptable:
        return None
    if not _ahead(trouble).startswith(("から", "は")):
        return None
    advice = (
        f"「{keyword}「名前」　…」のように、行の初めの語の後に名前を書いてください",
        f"Write a name behind the first word of the line: {keyword}「…」",
    )
    return _needed(trouble, (f"「{keyword}」の名前", f"the name of the {keyword}"), advice)


_ACTOR = (
    "「特定社会基盤事業者は、」「主務大臣は、」のように、義務、禁止又は権限の主体を初めに書いてください",
    "Begin with who must, must not or may: 特定社会基盤事業者は、",
)


def _actor_missing(trouble: Trouble) -> Finding | None:
    if _keyword(trouble) not in RULE_VERBS or "_WA" not in trouble.acceptable:
        return None
    return _needed(trouble, ("主体を表す「は、」", "は、 behind who acts"), _ACTOR)


_OTHER_ENDING = re.compile(
    r"を? *(?:して(?:は|も)|する(?:こと|もの)|し(?:な|ない)|しなく|でき|行|禁止|義務|差し止|許|可能|せよ|すべき)[^、。]*$|を?する$|できる$"
)


def _other_verb(trouble: Trouble) -> Finding | None:
    """してはいけない, することができない."""
    keyword = _keyword(trouble)
    if keyword not in RULE_VERBS or "ACT" not in trouble.acceptable:
        return None
    ending = _OTHER_ENDING.match(_ahead(trouble))
    if ending is None:
        return None
    written = trouble.source.text[trouble.place : trouble.place + ending.end()]
    verb = codes.steps.VerbOfRule(keyword=keyword, found=written.lstrip("を"), wanted=RULE_VERBS[keyword])
    return trouble.finding(verb, trouble.place, trouble.place + ending.end())


_CHANGES = re.compile(r"を.*(?:延長|短縮)する")


def _change_without_event(trouble: Trouble) -> Finding | None:
    """審査期間を延長することができる, without 延長により、."""
    if _keyword(trouble) not in RULE_VERBS or "ACT" not in trouble.acceptable:
        return None
    if not _CHANGES.match(_ahead(trouble)):
        return None
    advice = (
        "期間を変える事象を「延長により、審査期間を…を限度として延長することができる」「短縮により、…」のように書いてください",
        "Name the event that changes the period: 延長により、審査期間を…を限度として延長することができる",
    )
    return _needed(trouble, ("「…により、」", "…により、"), advice, 1)


_WHEN = re.compile(r".*(?:とき|場合)$")


def _when_without_topic(trouble: Trouble) -> Finding | None:
    """勧告があったとき、 and 勧告があったら、."""
    if _keyword(trouble) not in RULE_VERBS or not {"JOIN", "_IF"} <= trouble.acceptable:
        return None
    is_comma = _ahead(trouble).startswith(("、", ","))
    before = trouble.shape[trouble.line[0] : trouble.place]
    if not (_ahead(trouble).startswith("ら") or (is_comma and _WHEN.match(before))):
        return None
    advice = (
        "条件は「勧告があったときは、」「…である場合は、」のように書いてください",
        "Write a condition as 勧告があったときは、 or …である場合は、",
    )
    return _needed(trouble, ("「ときは、」", "ときは、"), advice, 1)


_CONDITION_AHEAD = re.compile(r"[^、。]*(?:が|に)[^、。]*(?:とき|場合)(?:に?は)")


def _condition_too_late(trouble: Trouble) -> Finding | None:
    """審査期間内に勧告があったときは: the stretch says when the rule is done, not when the condition is met."""
    acceptable = trouble.acceptable
    if _keyword(trouble) not in RULE_VERBS or "ACT" not in acceptable or "THERE_IS" in acceptable:
        return None
    if not _CONDITION_AHEAD.match(_ahead(trouble)):
        return None
    found, span = trouble.found()
    payload = codes.syntax.NotHere(
        found=found,
        advice_ja="「…ときは、」の条件は「審査期間内に」などの日の限りより前に書いてください。日の限りは、する日を限ります",
        advice_en="Write the condition before the stretch of days (審査期間内に), which says when it is done",
    )
    return payload, span


_PROMPTLY = re.compile(r"(速やか|すみやか|直ち|ただち|即時|すぐ)に")


def _other_promptness(trouble: Trouble) -> Finding | None:
    if _keyword(trouble) not in RULE_VERBS:
        return None
    near = _PROMPTLY.search(trouble.shape, max(trouble.line[0], trouble.place - 2), trouble.line[1])
    if near is None or near.start() > trouble.place:
        return None
    written = trouble.source.text[near.start() : near.end()]
    payload = codes.syntax.NotHere(
        found=written,
        advice_ja="日の決まらない限りは「遅滞なく、」だけです。日が決まっているなら「回答期限までに、」のように書いてください",
        advice_en="The only limit without a day is 遅滞なく、; write 回答期限までに、 where there is a day",
    )
    return trouble.finding(payload, near.start(), near.end())


_STRETCH = (
    "「審査期間内に、」「回答期限までに、」「勧告の日から起算して十日以内に、」「導入の前に、」のように書いてください",
    "Write 審査期間内に、 回答期限までに、 勧告の日から起算して十日以内に、 or 導入の前に、",
)


def _stretch_without_particle(trouble: Trouble) -> Finding | None:
    """十日以内、届出をしなければならない."""
    if _keyword(trouble) not in RULE_VERBS or "UNTIL" not in trouble.acceptable:
        return None
    if not _ahead(trouble).startswith(("、", ",")):
        return None
    return _needed(trouble, ("「に」「までに」", "に or までに"), _STRETCH, 1)


def _nothing_done(trouble: Trouble) -> Finding | None:
    """A sentence that ends, or goes on, where it should say what is done."""
    keyword = _keyword(trouble)
    if keyword not in RULE_VERBS:
        return None
    if not (trouble.at_line_end or "IN_ADVANCE" in trouble.acceptable):
        return None
    verb = RULE_VERBS[keyword]
    advice = (
        f"「主体は、（条件）ときは、（日の限り）、事象{verb}」の順に書いてください",
        f"Write who は、 the condition ときは、 the days, and the event with {verb}",
    )
    return _needed(trouble, (f"「…{verb}」", f"…{verb}"), advice)


# ------------------------------------------------------------ 事象, 期間, 期限

_LENGTH = re.compile(r"[0-9一二三四五六七八九十百千][年月日週箇か]")
_FROM = re.compile(r"から([^ \t、,。()]+)")


def _odd_period(trouble: Trouble) -> Finding | None:
    """受理の日から起算し三十日を経過する日."""
    if _keyword(trouble) not in ("事象", "期間", "期限", *RULE_VERBS):
        return None
    for found in _FROM.finditer(trouble.shape, *trouble.line):
        if found.start() <= trouble.place < found.end() and _is_odd(found[1]):
            words = trouble.source.text[found.start(1) : found.end(1)]
            return trouble.finding(codes.steps.OddPeriod(text=words), found.start(1), found.end(1))
    return None


def _is_odd(words: str) -> bool:
    """Meant as a period, and none."""
    from regcheck.calendar.wording import Unreadable, period_of

    return bool(_LENGTH.search(words)) and isinstance(period_of(words), Unreadable)


_MOVES = (
    "民間の期限が閉庁日に当たるときに繰り下げるなら、期間のすぐ後に「（閉庁日繰下げ）」と書いてください",
    "Where a filer's limit moves from a closed day, write （閉庁日繰下げ） right behind the period",
)


def _odd_moves(trouble: Trouble) -> Finding | None:
    if "MOVES" not in trouble.acceptable or not re.match(r"\(?[^、。]*閉庁", _ahead(trouble)):
        return None
    return _needed(trouble, ("「（閉庁日繰下げ）」", "（閉庁日繰下げ）"), _MOVES, len(_ahead(trouble)))


def _period_without_from(trouble: Trouble) -> Finding | None:
    """受理の日より三十日間."""
    if _keyword(trouble) not in ("期間", "期限") or "PERIOD" not in trouble.acceptable:
        return None
    advice = (codes.steps.PERIODS_JA, codes.steps.PERIODS_EN)
    if trouble.at_line_end or not re.match(r"より|の?[0-9一二三四五六七八九十]|まで(?=.)", _ahead(trouble)):
        return None
    return _needed(trouble, ("「から」と期間", "から and a period"), advice)


def _events_side_by_side(trouble: Trouble) -> Finding | None:
    """受理以後　導入以後."""
    if _keyword(trouble) != "事象" or "_SEP" not in trouble.acceptable or trouble.at_line_end:
        return None
    advice = (
        "前に来る事象や日の限りは「届出以後、令和九年四月一日以後」のように「、」で区切ってください",
        "Separate what comes before and the bounds by 、: 届出以後、令和九年四月一日以後",
    )
    return _needed(trouble, ("「、」か改行", "、 or a line break"), advice)


_BOUNDS = (
    "「届出以後」「令和九年四月一日以後」「公布の日から起算して一年六月を超えない範囲内」のように書いてください",
    "Write 届出以後, 令和九年四月一日以後 or 公布の日から起算して一年六月を超えない範囲内",
)


def _open_bound(trouble: Trouble) -> Finding | None:
    """事象　届出：事業者　受理から."""
    before = trouble.shape[trouble.line[0] : trouble.place].rstrip()
    if _keyword(trouble) != "事象" or not trouble.at_line_end or not before.endswith("から"):
        return None
    return _needed(trouble, ("期間か「以後」", "a period, or 以後 in place of から"), _BOUNDS)


# ------------------------------------------------------------ 準用, 検査期間


def _applied(trouble: Trouble) -> Finding | None:
    if _keyword(trouble) != "準用" or trouble.at_line_end:
        return None
    advice = (
        "「準用　「甲」（「乙」を除く）、届出は変更の届出と読み替える」「準用　「甲」のうち「乙」、「丙」」のように書いてください",
        "Write 準用　「甲」（「乙」を除く）、届出は変更の届出と読み替える or 準用　「甲」のうち「乙」、「丙」",
    )
    return _needed(
        trouble,
        ("「のうち…」「（…を除く）」か「…は…と読み替える」", "のうち…, （…を除く） or …は…と読み替える"),
        advice,
    )


_HORIZON = re.compile(r"[ \t]*検査期間[ \t]")


def _horizon(trouble: Trouble) -> Finding | None:
    found = _HORIZON.match(trouble.shape, *trouble.line)
    if found is None or trouble.place < found.end() or "_KARA" not in trouble.acceptable:
        return None
    advice = (
        "「検査期間　令和五年十一月十七日から令和十五年十一月十六日まで」のように、初めの日と終わりの日を書いてください",
        "Write its first and last day: 検査期間　令和五年十一月十七日から令和十五年十一月十六日まで",
    )
    return _needed(trouble, ("「から」と終わりの日", "から and the last day"), advice)


def _unknown_line(trouble: Trouble) -> Finding | None:
    """A first word that begins no line of a 手続."""
    item = trouble.raw.keyword
    at_head = not trouble.shape[trouble.line[0] : trouble.place].strip()
    if item not in _ITEMS or not at_head or trouble.at_line_end:
        return None
    word, span = trouble.found()
    return codes.syntax.UnknownLine(word=word, item=item, lines=LINES_OF_ITEM[item]), span


def _days_of_name(trouble: Trouble) -> Finding | None:
    """甲機構　令和九年四月一日."""
    if trouble.raw.keyword != "名称" or not {"_KARA", "ENDING"} & trouble.acceptable:
        return None
    advice = (
        "「甲機構　令和九年四月一日から」「乙機構　未確定「改称の日」の前日まで」のように書いてください",
        "Write 甲機構　令和九年四月一日から or 乙機構　未確定「改称の日」の前日まで",
    )
    return _needed(trouble, ("「から」か「の前日まで」", "から or の前日まで"), advice)


STEP_RULES: tuple[Rule, ...] = (
    _name_missing,
    _odd_period,
    _other_verb,
    _change_without_event,
    _actor_missing,
    _when_without_topic,
    _condition_too_late,
    _other_promptness,
    _stretch_without_particle,
    _nothing_done,
    _odd_moves,
    _period_without_from,
    _open_bound,
    _events_side_by_side,
    _applied,
    _horizon,
    _days_of_name,
    _unknown_line,
)
