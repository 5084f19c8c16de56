"""Items as lines: 法令 to 性質.

Owns: the order and form of the lines of each item (tables.py and facts.py own the others).
Refuses to know: sentences.
"""

from __future__ import annotations

from regcheck.source.numerals import to_kanji
from regcheck.syntax import ast
from regcheck.syntax.printer import words
from regcheck.syntax.printer.layout import GAP, Sheet
from regcheck.syntax.printer.sentences import Binding, is_plain_term, sentence
from regcheck.syntax.printer.words import Form


def head(
    sheet: Sheet, keyword: str, name: ast.Name, subject: ast.Name | None, header: ast.HeaderLines
) -> None:
    """The first line of an item and the lines that any item may have."""
    sheet.comments_between(header.comments)
    about = f"：{words.name(subject)}" if subject else ""
    sheet.line(0, f"{titled(keyword, name)}{about}")
    header_lines(sheet, 1, header, day(header.effective) if header.effective else "")
    sheet.comments(1, header.inner_comments)


def titled(keyword: str, name: ast.Name) -> str:
    """定義「A」, 区分　A."""
    return f"{keyword}{'' if name.quoted else GAP}{words.name(name)}"


def header_lines(sheet: Sheet, depth: int, header: ast.HeaderLines, effective: str) -> None:
    """条項, 出典, 施行, 失効, 改正 and 備考."""
    for line in citation_lines(header.provisions):
        sheet.line(depth, f"条項{GAP}{line}")
    for line in citation_lines(header.sources):
        sheet.line(depth, f"出典{GAP}{line}")
    if effective:
        sheet.line(depth, f"施行{GAP}{effective}")
    if header.expires:
        sheet.line(depth, f"失効{GAP}{day(header.expires)}")
    for law in header.amended_by:
        sheet.line(depth, f"改正{GAP}「{law}」")
    for remark in header.remarks:
        sheet.line(depth, f"備考{GAP}「{remark}」")


def day(found: ast.DateLiteral | ast.Pending) -> str:
    """A date as written, or 未確定「…」."""
    return found.text if isinstance(found, ast.DateLiteral) else f"未確定{words.name(found.name)}"


def citation_lines(citations: tuple[ast.CitationText, ...]) -> list[str]:
    """Citations in rows; a law is named once, and one of this instrument after another law begins a new row."""
    lines: list[str] = []
    law = ""
    for found in citations:
        own = not found.source and not found.free
        again = bool(law) and found.source == law and bool(found.provision)
        told = _citation(found, again)
        if lines and not (own and law):
            lines[-1] += f"、{told}"
        else:
            lines.append(told)
        law = found.source
    return lines


def _citation(found: ast.CitationText, again: bool) -> str:
    if found.free:
        return f"資料「{found.free}」"
    source = f"「{found.source}」" if found.source and not again else ""
    pending = f"{GAP if source or found.provision else ''}未確定「{found.pending}」" if found.pending else ""
    called = f"（{found.called}）" if found.called else ""
    return source + found.provision + called + pending


def instrument(sheet: Sheet, item: ast.InstrumentItem) -> None:
    """法令."""
    head(sheet, "法令", item.name, None, item.header)
    sheet.line(1, f"種別{GAP}{item.kind}")
    for keyword, text in (("題名", item.title), ("法令番号", item.number)):
        if text:
            sheet.line(1, f"{keyword}{GAP}「{text}」")
    if item.abbreviation:
        sheet.line(1, f"略称{GAP}{words.name(words.named(item.abbreviation))}")
    for line in citation_lines(item.basis):
        sheet.line(1, f"根拠{GAP}{line}")
    if item.pending:
        sheet.line(1, f"未確定{GAP}" + "、".join(words.name(name) for name in item.pending))
    horizon(sheet, item.horizon)


def horizon(sheet: Sheet, found: tuple[ast.DateLiteral, ast.DateLiteral] | None) -> None:
    """検査期間."""
    if found:
        since, until = found
        sheet.line(1, f"検査期間{GAP}{since.text}から{until.text}まで")


def use(sheet: Sheet, item: ast.UseItem) -> None:
    """利用."""
    sheet.comments_between(item.comments)
    sheet.line(0, f"利用「{item.path}」")


def placeholder(sheet: Sheet, item: ast.PlaceholderItem) -> None:
    """未確定, and the days that it can be."""
    head(sheet, "未確定", item.name, None, item.header)
    sides = ((item.first, "以後"), (item.last, "以前"))
    told = "".join(found.text + word for found, word in sides if found)
    if told:
        sheet.line(1, f"範囲{GAP}{told}")


def enumeration(sheet: Sheet, item: ast.EnumItem) -> None:
    """区分."""
    head(sheet, "区分", item.name, None, item.header)
    sheet.row(1, (words.name(member) for member in item.members))


def subject(sheet: Sheet, item: ast.SubjectItem) -> None:
    """対象."""
    head(sheet, "対象", item.name, None, item.header)
    for fact in item.fields:
        sheet.comments(1, fact.comments)
        limits = "".join(bound(b) for b in fact.bounds)
        parts = [
            f"{words.name(fact.name)}：{_type(fact.type)}",
            limits,
            "不明可" if fact.may_be_unknown else "",
        ]
        sheet.line(1, GAP.join(part for part in parts if part))


def bound(found: ast.Bound) -> str:
    """四百床以上; 四百床を超える."""
    assert isinstance(found.value, ast.NumberLiteral | ast.DateLiteral)
    word = "を超える" if found.op is ast.CompareWord.GT else words.limit(found.op)
    return found.value.text + word


def _type(found: ast.TypeName) -> str:
    window = f"{found.window.text}の" if found.window else ""
    kind = "の一覧" if found.is_list else "の集合" if found.is_set else ""
    notes = [found.unit] if found.unit else []
    if found.places is not None:
        notes.append(f"小数点以下{to_kanji(found.places)}位")
    if found.limit is not None:
        notes.append(f"{to_kanji(found.limit)}以下")
    noted = f"（{'、'.join(notes)}）" if notes else ""
    return f"{window}{words.name(found.name)}{kind}{noted}"


def discretion(sheet: Sheet, item: ast.DiscretionItem) -> None:
    """裁量."""
    head(sheet, "裁量", item.name, item.subject, item.header)
    sheet.line(1, f"判断者{GAP}{words.name(item.authority)}")


def delegation(sheet: Sheet, item: ast.DelegationItem) -> None:
    """委任."""
    head(sheet, "委任", item.name, item.subject, item.header)
    sheet.line(1, f"形式{GAP}{item.kind}")
    if item.limit:
        sheet.body(1, f"範囲{GAP}", item.limit)


def assumption(sheet: Sheet, item: ast.AssumptionItem) -> None:
    """前提."""
    head(sheet, "前提", item.name, item.subject, item.header)
    sheet.body(1, "", item.body)


def predicate(sheet: Sheet, item: ast.PredicateItem) -> None:
    """定義, 指定基準, 対象事業, 設備区分, 維持管理区分."""
    head(sheet, item.keyword, item.name, item.subject, item.header)
    if item.fills:
        sheet.line(1, f"委任{GAP}{words.names(item.fills, ast.Joiner.AND)}")
    sheet.body(1, "", item.body)
    sheet.exceptions(1, item.exceptions)


def override(sheet: Sheet, item: ast.OverrideItem) -> None:
    """特例."""
    head(sheet, "特例", item.name, item.subject, item.header)
    bare = not item.subject.quoted and "の" not in item.subject.text
    who = item.subject.text if bare else "もの"
    outcome = "該当するものとする" if item.outcome else "該当しないものとする"
    opening = f"{words.name(item.target)}の規定にかかわらず、"
    tail = f"{who}は、{outcome}"
    sheet.body(1, opening, item.condition, tail=tail, form=Form.PLAIN, place=Binding.CHAIN)
    if item.prevails_over:
        sheet.line(1, f"{words.names(item.prevails_over, ast.Joiner.AND)}に優先する")


def stages(sheet: Sheet, item: ast.StageItem) -> None:
    """段階."""
    head(sheet, "段階", item.name, item.subject, item.header)
    for stage in item.stages:
        sheet.comments(1, stage.comments)
        sheet.body(1, f"{words.stage_word(stage.number)}{GAP}{day(stage.start)}から{GAP}", stage.body)
        sheet.exceptions(2, stage.exceptions)
    if item.growing:
        sheet.line(1, "拡大のみ")
    if item.finally_covers:
        sheet.line(1, f"最終段階は{words.names(item.finally_covers, ast.Joiner.AND)}を網羅する")


# ------------------------------------------------------------ 性質


def property_(sheet: Sheet, item: ast.PropertyItem) -> None:
    """性質."""
    head(sheet, "性質", item.name, None, item.header)
    about = words.name(item.subject)
    if item.kind in ("always", "possible"):
        whom = f"すべての{about}" if item.kind == "always" else f"ある{about}"
        sheet.body(1, f"{whom}について、", item.members[0], form=Form.PLAIN)
    elif item.listed is not None:
        named = (words.terms(m.terms, m.joiner) for m in item.members if isinstance(m, ast.BelongsClause))
        sheet.line(1, f"{about}について、{'と'.join(named)}に掲げる{words.path(item.listed)}は同じ")
    elif item.kind == "equivalent" and all(_is_short(member) for member in item.members):
        sheet.line(1, f"{about}について、{'と'.join(_member(m) for m in item.members)}は同値")
    else:
        sheet.line(1, f"{about}について、次の各号は{_claim(item)}")
        for number, member in enumerate(item.members, start=1):
            sheet.body(2, to_kanji(number) + GAP, member)


def _claim(item: ast.PropertyItem) -> str:
    if item.kind == "exclusive":
        return "排他"
    if item.kind == "equivalent":
        return "同値"
    if item.whole is None:
        return "全ての場合を網羅する"
    if isinstance(item.whole, ast.BelongsClause) and is_plain_term(item.whole):
        return f"{words.terms(item.whole.terms, item.whole.joiner)}を網羅する"
    return f"{sentence(item.whole, Form.PLAIN, Binding.PLAIN)}ものを網羅する"


def _is_short(member: ast.Clause) -> bool:
    return isinstance(member, ast.BelongsClause | ast.HasClause | ast.IsClause)


def _member(member: ast.Clause) -> str:
    if isinstance(member, ast.BelongsClause) and is_plain_term(member):
        term = member.terms[0]
        if term.name.quoted and term.stage is None:
            return words.name(term.name)
    return sentence(member, Form.THAT)
