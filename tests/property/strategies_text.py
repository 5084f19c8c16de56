"""Random well-typed spec files over one 対象: syntax trees of which every name means something.

No name is part of another or of a word of the language, so that one can be written for another anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from regcheck.source.numerals import to_kanji
from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file

FACTS = """\
区分　系統
  甲種、乙種、丙種

対象　病院
  承認：真偽
  国立：真偽
  病床数：整数（床）　０以上十以下
  医師数：整数（人）　０以上
  類型：系統

裁量「特に必要」：病院
  判断者　主務大臣

前提「承認の範囲」：病院
  承認があるならば、病床数が二床以上であること
"""
TERMS = ("大規模", "特定", "高度")
RENAMED = {
    "病院": "施設",
    "承認": "免許",
    "国立": "官営",
    "病床数": "定員数",
    "医師数": "教員数",
    "類型": "流派",
    "系統": "分野",
    "大規模": "小規模",
    "特定": "普通",
    "高度": "平易",
    "甲種": "丁種",
    "主務大臣": "都道府県",
    "特に必要": "既に十分",
    "例外": "別格",
}
"""Names of one length for each other, so that even places in the text stay the same."""
KEYWORDS = ("定義", "指定基準", "対象事業")
COUNTED = (("病床数", "床"), ("医師数", "人"))


def name(text: str) -> ast.Name:
    return ast.Name(text=text)


def path(text: str) -> ast.PathName:
    return ast.PathName(steps=(name(text),))


def facts() -> tuple[ast.Item, ...]:
    return parse_file(SourceText("facts.regspec", FACTS)).file.items


HEADER = ast.HeaderLines()
LIMITS = (ast.CompareWord.GE, ast.CompareWord.GT, ast.CompareWord.LE, ast.CompareWord.LT)


@st.composite
def comparisons(draw: st.DrawFn) -> ast.Clause:
    fact, unit = draw(st.sampled_from(COUNTED))
    value = draw(st.integers(1, 6))
    literal = ast.NumberLiteral(value=Fraction(value), unit=unit, text=to_kanji(value) + unit)
    bound = ast.Bound(op=draw(st.sampled_from(LIMITS)), value=literal)
    return ast.CompareClause(left=path(fact), bounds=(bound,), negated=draw(st.booleans()))


def leaves(terms: Sequence[str]) -> st.SearchStrategy[ast.Clause]:
    members = st.lists(st.sampled_from(("甲種", "乙種", "丙種")), min_size=1, max_size=2, unique=True)
    flags = st.builds(ast.HasClause, path=st.sampled_from(("承認", "国立")).map(path), negated=st.booleans())
    kinds = members.map(lambda found: ast.IsClause(path=path("類型"), values=tuple(map(name, found))))
    judged = st.just(
        ast.JudgedClause(authority=name("主務大臣"), discretion=ast.Name(text="特に必要", quoted=True))
    )
    options = [comparisons(), comparisons(), flags, kinds, judged]
    if terms:
        named = st.sampled_from(terms).map(lambda term: (ast.TermRef(name=name(term)),))
        options.append(st.builds(ast.BelongsClause, path=st.none(), terms=named, negated=st.booleans()))
    return st.one_of(options)


def clauses(terms: Sequence[str]) -> st.SearchStrategy[ast.Clause]:
    """A condition of up to two levels."""
    leaf = leaves(terms)
    several = st.lists(leaf, min_size=2, max_size=3).map(tuple)
    words = st.sampled_from(((ast.Joiner.OR, "又は"), (ast.Joiner.AND, "かつ")))
    joined = st.builds(
        lambda word, parts: ast.ConnectiveClause(joiner=word[0], word=word[1], parts=parts), words, several
    )
    implied = st.builds(ast.ImpliesClause, premise=leaf, conclusion=leaf)
    return st.one_of(leaf, joined, implied, listed(leaf))


@st.composite
def listed(draw: st.DrawFn, leaf: st.SearchStrategy[ast.Clause]) -> ast.Clause:
    mode = draw(st.sampled_from(ast.ListMode))
    bodies = draw(st.lists(leaf, min_size=3 if mode is ast.ListMode.AT_LEAST else 2, max_size=3))
    items = tuple(
        ast.ListItem(label=to_kanji(place), body=body, exceptions=draw(exceptions(leaf)))
        for place, body in enumerate(bodies, start=1)
    )
    return ast.ListClause(mode=mode, items=items, count=2 if mode is ast.ListMode.AT_LEAST else 0)


def exceptions(leaf: st.SearchStrategy[ast.Clause]) -> st.SearchStrategy[tuple[ast.ExceptionClause, ...]]:
    one = leaf.map(lambda body: (ast.ExceptionClause(body=body),))
    return st.just(()) | st.just(()) | one


@st.composite
def rules(draw: st.DrawFn) -> tuple[ast.Item, ...]:
    """Terms built on each other, perhaps with a 特例, 性質 and 段階."""
    items, terms = list[ast.Item](), list[str]()
    for term in TERMS[: draw(st.integers(1, 3))]:
        said = clauses(tuple(terms))
        items.append(
            ast.PredicateItem(
                keyword=draw(st.sampled_from(KEYWORDS)),
                name=name(term),
                subject=name("病院"),
                header=HEADER,
                body=draw(said),
                exceptions=draw(exceptions(leaves(()))),
            )
        )
        terms.append(term)
    said = leaves(terms)
    for place in range(draw(st.integers(0, 2))):
        items.append(
            ast.OverrideItem(
                name=name(f"例外{'上下'[place]}"),
                subject=name("病院"),
                header=HEADER,
                target=name(terms[0]),
                condition=draw(leaves(())),
                outcome=draw(st.booleans()),
            )
        )
    for kind in draw(st.lists(st.sampled_from(("exclusive", "cover", "equivalent")), unique=True)):
        items.append(
            ast.PropertyItem(
                name=name({"exclusive": "別々", "cover": "網目", "equivalent": "同一"}[kind]),
                header=HEADER,
                kind=kind,
                subject=name("病院"),
                members=draw(st.tuples(said, said)),
                whole=draw(said) if kind == "cover" else None,
            )
        )
    return tuple(items)
