"""What a drafter is told when an item cannot be parsed.

Owns: the rules that turn a place where the parser stopped, and what it could have taken there, into one message.
Refuses to know: the grammar; it sees names of terminals only.

The rules are tried in order, the special before the general; each sees the whole place and may decline.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from regcheck.diagnostics import codes
from regcheck.source.numerals import halve
from regcheck.source.span import SourceText, Span, shown
from regcheck.syntax.expectations import LINES_OF_ITEM, Want, wanted_at
from regcheck.syntax.explain_steps import STEP_RULES, STEP_WORDS
from regcheck.syntax.items import KEYWORDS, CutText, RawItem
from regcheck.syntax.machine import UNREADABLE, LayoutError, UnexpectedTokenError
from regcheck.syntax.tables import DEDENT, INDENT
from regcheck.syntax.trouble import Finding, Rule, Trouble
from regcheck.syntax.units import unit_pattern, units

LINE_WORDS = (
    "条項", "出典", "施行", "失効", "備考", "種別", "題名", "略称", "法令番号", "根拠", "未確定", "判断者", "形式",
    "範囲", "委任", "資料", "時点", "見出し", "列", "ただし", "改正", "検査期間",
)  # fmt: skip
"""Words that begin a line inside an item; those of a 手続 are its own."""


def explain_token(source: SourceText, text: CutText, raw: RawItem, error: UnexpectedTokenError) -> Finding:
    """The first rule that knows the place."""
    place = raw.start + error.token.start
    start = text.shape.rfind("\n", 0, place) + 1
    end = text.shape.find("\n", place)
    line = (start, len(text.shape) if end < 0 else end)
    trouble = Trouble(source, text.shape, raw, error.token, error.acceptable, line)
    return next(found for rule in RULES if (found := rule(trouble)) is not None)


def explain_word(source: SourceText, raw: RawItem) -> Finding:
    """A line in column 0 that begins with no keyword."""
    word = shown(raw.word.strip())
    led = max((k for k in KEYWORDS if word.startswith(k)), key=len, default="")
    near = [led] if led else get_close_matches(word, KEYWORDS, n=1, cutoff=0.5)
    payload = codes.syntax.UnknownItem(
        word=word,
        nearest=near[0] if near else "",
        is_line_of_item=not led and word in LINE_WORDS,
        lacks_gap=bool(led),
    )
    return payload, Span(source.name, raw.start, raw.start + len(raw.word))


def explain_layout(source: SourceText, raw: RawItem, error: LayoutError) -> Finding:
    """Indentation that fits no line above."""
    span = Span(source.name, raw.start + error.start, raw.start + error.end)
    margin = source.text[span.start : span.end]
    columns = sum(2 if c == "\u3000" else 1 for c in margin)
    return codes.syntax.BadIndentation(columns=columns, has_tab=error.has_tab), span


# ------------------------------------------------------------ rules that look at the text


def _unclosed(trouble: Trouble) -> Finding | None:
    start, end = trouble.line
    rest = re.sub(r"[「｢][^「」｢｣]*[」｣]", lambda m: " " * len(m[0]), trouble.shape[start:end])
    if (opened := re.search(r"[「｢]", rest)) is not None:
        at = start + opened.start()
        return trouble.finding(
            codes.syntax.UnclosedQuotation(text=shown(trouble.source.text[at:end].rstrip())), at, end
        )
    if (closed := re.search(r"[」｣]", rest)) is not None:
        at = start + closed.start()
        return trouble.finding(codes.syntax.UnclosedQuotation(text="", opening=False), at, at + 1)
    return None


_NEAR = 40
"""Places before and behind that a number may reach."""

_MIXED = re.compile(
    r"[0-9][0-9,.]*[〇一二三四五六七八九十百千][〇一二三四五六七八九十百千万億兆0-9]*"
    r"|[〇一二三四五六七八九十百千万億兆]*[一二三四五六七八九十百千][0-9][0-9〇一二三四五六七八九十百千万億兆]*"
)


def _mixed_numerals(trouble: Trouble) -> Finding | None:
    near = max(trouble.line[0], trouble.place - _NEAR), min(trouble.line[1], trouble.place + _NEAR)
    for found in _MIXED.finditer(trouble.shape, *near):
        if found.start() <= trouble.place <= found.end():
            text = trouble.source.text[found.start() : found.end()]
            return trouble.finding(codes.sentences.MixedNumerals(text=text), found.start(), found.end())
    return None


_NUMBER_AND_WORD = re.compile(r"([0-9][0-9,.]*[万億兆]?)([々一-鿿ァ-ヺーA-Za-z/㎡-㏿]+)")
_NAME = re.compile(r"[々一-鿿ァ-ヺーA-Za-z/㎡-㏿]+")
_LIMITS = ("以上", "以下", "未満", "以前", "以後", "以降", "又は", "及び", "若しくは", "並びに")


def _unknown_unit(trouble: Trouble) -> Finding | None:
    if "UNIT" in trouble.acceptable and not trouble.at_line_end:
        word, span = trouble.found()
        return (_no_unit(word, word), span) if _NAME.fullmatch(halve(word)) else None
    if not {"QUANTITY", "LIMIT"} & trouble.acceptable:
        return None
    found = _NUMBER_AND_WORD.match(trouble.shape, trouble.place, trouble.line[1])
    if found is None:
        return None
    end = min((at for word in _LIMITS if (at := found[2].find(word)) >= 0), default=len(found[2]))
    start = found.start(2)
    word = trouble.source.text[start : start + end]
    if unit := re.match(rf"(?:{unit_pattern()})|(?=[以未超上下]$)", found[2][:end]):
        return _run_on(trouble, start + unit.end(), start + end)
    text = trouble.source.text[found.start() : start + end]
    return trouble.finding(_no_unit(text, word), start, start + end) if word else None


def _run_on(trouble: Trouble, start: int, end: int) -> Finding:
    """A number with its unit, and a word that cannot follow it."""
    want = codes.syntax.Expected(
        found=trouble.source.text[start:end],
        wanted_ja="「以上」「未満」「、」などの区切り",
        wanted_en="a limit (以上, 未満) or a comma",
        advice_ja="数と単位の後には限度の語か区切りを書いてください",
        advice_en="Write a limit or a comma behind a number and its unit",
    )
    return trouble.finding(want, start, end)


def _no_unit(text: str, unit: str) -> codes.sentences.UnknownUnit:
    alike = [known for known in units() if known.lower() == unit.lower()]
    near = alike or get_close_matches(unit, units(), n=1, cutoff=0.6)
    return codes.sentences.UnknownUnit(text=text, unit=unit, nearest=near[0] if near else "")


def _deeper(trouble: Trouble) -> Finding | None:
    if trouble.token.kind != INDENT:
        return None
    start = trouble.shape.rfind("\n", 0, trouble.place) + 1
    margin = trouble.source.text[start : trouble.place]
    columns = sum(2 if c == "\u3000" else 1 for c in margin)
    return trouble.finding(codes.syntax.BadIndentation(columns=columns, is_deeper=True), start, trouble.place)


_LABEL = re.compile(r"[ \t]*([一二三四五六七八九十]+|[イロハニホヘトチリヌル]|\([0-9]+\)|\([ivx]+\))[ \t]+\S")


def _label_out_of_place(trouble: Trouble) -> Finding | None:
    found = _LABEL.match(trouble.shape, *trouble.line)
    if found is None or "LABEL" in trouble.acceptable or trouble.place > found.end():
        return None
    label = trouble.source.text[found.start(1) : found.end(1)]
    payload = codes.syntax.NotHere(
        found=label,
        advice_ja="号は、「次のいずれかに該当すること」などの行のすぐ下に、それより2字深く下げて書いてください",
        advice_en="Write a list right below the line that announces it, indented two columns deeper",
    )
    return trouble.finding(payload, found.start(1), found.end(1))


_LINE_HEAD = re.compile(r"[ \t]*([々一-鿿ァ-ヺー]+)(?=[ \t「])")


def _misspelt_line(trouble: Trouble) -> Finding | None:
    """A first word that was taken for a name, because no line here begins with it."""
    found = _LINE_HEAD.match(trouble.shape, *trouble.line)
    if found is None or trouble.line[0] == trouble.raw.start or trouble.place > found.end() + 1:
        return None
    if trouble.place != found.start(1) and "_NO" not in trouble.acceptable:
        return None
    word, item = found[1], trouble.raw.keyword
    known = LINE_WORDS + STEP_WORDS if item == "手続" else LINE_WORDS
    if word in known:
        payload = codes.syntax.UnknownLine(word=word, item=item, lines=LINES_OF_ITEM[item])
        return trouble.finding(payload, found.start(1), found.end(1))
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    if not near:
        return None
    payload = codes.syntax.UnknownLine(word=word, item=item, nearest=near[0])
    return trouble.finding(payload, found.start(1), found.end(1))


_BARE_LIMIT = re.compile(r"(?:以上|以下|未満|を超え)")


def _number_before_limit(trouble: Trouble) -> Finding | None:
    if "QUANTITY" not in trouble.acceptable or not _BARE_LIMIT.match(trouble.shape, trouble.place):
        return None
    payload = codes.syntax.Expected(
        found=trouble.source.text[trouble.place : trouble.place + 2],
        wanted_ja="数",
        wanted_en="a number",
        advice_ja="「四百床以上」「400床以上」のように書いてください",
        advice_en="Write 四百床以上 or 400床以上",
    )
    return trouble.finding(payload, trouble.place, trouble.place + 2)


_ENDS_IN_LIMIT = re.compile(r"([々〆一-鿿㐀-䶿ァ-ヺーA-Za-z_]+)(以上|以下|未満|以前|以後|以降)[ ]*$")


def _operator_in_name(trouble: Trouble) -> Finding | None:
    """A limit that a particle follows as if it were the end of a name."""
    if trouble.shape[trouble.place : trouble.place + 1] not in ("が", "は", "の"):
        return None
    found = _ENDS_IN_LIMIT.search(trouble.shape[trouble.line[0] : trouble.place])
    if found is None:
        return None
    start = trouble.line[0] + found.start()
    return trouble.finding(
        codes.sentences.OperatorInName(name=found[1], operator=found[2]), start, start + len(found[0])
    )


def _topic(trouble: Trouble) -> Finding | None:
    """は where the subject of a condition takes が."""
    if (
        not {"_GA", "THERE_IS"} <= trouble.acceptable
        or trouble.shape[trouble.place : trouble.place + 1] != "は"
    ):
        return None
    payload = codes.syntax.Expected(
        found="は",
        wanted_ja="「が」",
        wanted_en="が",
        advice_ja="条件の主語には「が」を使い、「病床数が四百床以上であること」のように書いてください",
        advice_en="The subject of a condition takes が: 病床数が四百床以上であること",
    )
    return trouble.finding(payload, trouble.place, trouble.place + 1)


def _comma_alone(trouble: Trouble) -> Finding | None:
    if trouble.token.kind not in ("_SEP", UNREADABLE) or "JOIN" not in trouble.acceptable:
        return None
    if not trouble.token.text.startswith(("、", "，", ",")):
        return None
    payload = codes.syntax.Expected(
        found=trouble.token.text,
        wanted_ja="「かつ」か「又は」",
        wanted_en="かつ or 又は",
        advice_ja="「、」だけでは条件をつなげません。「…であり、かつ、…」「…であり、又は…」と書いてください",
        advice_en="A comma alone does not join conditions: write …であり、かつ、… or …であり、又は…",
    )
    return trouble.finding(payload, trouble.place, trouble.place + 1)


# ------------------------------------------------------------ the general rule


def _wanted(trouble: Trouble) -> Finding | None:
    found, span = trouble.found()
    want = wanted_at(trouble.acceptable) or _line_wanted(trouble)
    if want is None:
        return None
    payload = codes.syntax.Expected(
        found=found,
        wanted_ja=want.ja,
        wanted_en=want.en,
        advice_ja=want.advice_ja,
        advice_en=want.advice_en,
    )
    return payload, span


def _line_wanted(trouble: Trouble) -> Want | None:
    if DEDENT not in trouble.acceptable:
        return None
    lines = LINES_OF_ITEM[trouble.raw.keyword]
    return Want(
        (),
        f"「{trouble.raw.keyword}」の行",
        f"a line of '{trouble.raw.keyword}'",
        f"書けるのは{lines}です",
        f"It takes {lines}",
    )


def _not_here(trouble: Trouble) -> Finding | None:
    found, span = trouble.found()
    return codes.syntax.NotHere(found=found or "改行"), span


RULES: tuple[Rule, ...] = (
    _unclosed,
    _deeper,
    _mixed_numerals,
    _unknown_unit,
    _label_out_of_place,
    _misspelt_line,
    _number_before_limit,
    *STEP_RULES,
    _operator_in_name,
    _topic,
    _comma_alone,
    _wanted,
    _not_here,
)
