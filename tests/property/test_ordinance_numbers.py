"""Numbers and references of an ordinance: whatever refers to whatever, a reader of laws follows it to what was meant, and
an article that is put in moves every number behind it and no meaning."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.documents.ordinance.small import composed, outline, spec

from regcheck.documents.ordinance.checks.read_back import check_references
from regcheck.documents.ordinance.citing import Mention
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.labels import article_title
from regcheck.law.references import Follower, Status
from regcheck.law.tree import Article

NAMES = "甲乙丙丁戊"
JOINTS = (
    "の規定により",
    "及び",
    "又は",
    "から",
    "に規定する者（",
    "に規定する者）の",
    "に掲げる者とする。",
    "、",
)
LAWS = ("第五条", "第五条第一項", "第五条第二項第一号イ", "第五条第二項第一号ロ", "第六条第三項ただし書")


@st.composite
def texts(draw: st.DrawFn) -> dict[str, str]:
    """Articles whose 項, 号 and イ refer to each other and to two laws."""
    shape = {name: draw(st.lists(st.integers(0, 3), min_size=1, max_size=3)) for name in NAMES}
    ids = [f"{a}/{a}{p}" for a, sizes in shape.items() for p, _ in enumerate(sizes)]
    ids += [f"{a}/{a}{p}_{i}" for a, sizes in shape.items() for p, n in enumerate(sizes) for i in range(n)]
    ids += [f"{a}/{a}{p}_{i}_い" for a, sizes in shape.items() for p, n in enumerate(sizes) for i in range(n)]
    targets = [*(f'{{{{ 条("{one}") }}}}' for one in (*ids, *NAMES))]
    targets += [f'{{{{ {law}("{place}") }}}}' for law in ("法", "令") for place in LAWS]
    targets += ['{{ 様式("届") }}'] * 3
    sentence = st.builds(
        _sentence,
        st.lists(st.sampled_from(targets), max_size=4),
        st.lists(st.sampled_from(JOINTS), min_size=4, max_size=4),
    )
    return {a: "\n".join(_lines(draw, a, sizes, sentence)) for a, sizes in shape.items()}


def _sentence(targets: Sequence[str], joints: Sequence[str]) -> str:
    """Words with references in them, every bracket closed."""
    text, opened = "", False
    for target, joint in zip(targets, joints, strict=False):
        if (joint.endswith("（") and opened) or ("）" in joint and not opened) or ("。" in joint and opened):
            joint = "の規定により"
        opened = (opened or joint.endswith("（")) and "）" not in joint
        text += target + joint
    return text + ("者をいう。）の" if opened else "") + "者とする。"


def _lines(
    draw: st.DrawFn, article: str, sizes: Sequence[int], sentence: st.SearchStrategy[str]
) -> list[str]:
    found = []
    for p, items in enumerate(sizes):
        found.append(f"[{article}{p}] {draw(sentence)}")
        for i in range(items):
            found.append(f"  [{article}{p}_{i}] {draw(sentence)}")
            found.append(f"    [{article}{p}_{i}_い] {draw(sentence)}")
    return found


def _outline(found: dict[str, str]) -> Outline:
    return outline(
        found,
        supplement={"施行": '{{ 条("甲") }}及び{{ 様式("届") }}による。', "経過": '{{ 条("施行") }}による。'},
        forms=("届",),
    )


@examples(120)
@given(texts())
def test_every_reference_is_followed_to_what_was_meant(found: dict[str, str]) -> None:
    made = composed(_outline(found))
    assert made.law is not None, made.diagnostics
    titles = {name: one.title for name, one in spec().instruments.items()}
    assert [one.payload for one in check_references(made.law, made.mentions, titles)] == []


@examples(60)
@given(texts(), st.integers(0, len(NAMES)))
def test_an_article_that_is_put_in_moves_every_number(found: dict[str, str], at: int) -> None:
    before = composed(_outline(found))
    names = list(found)
    names.insert(at, "新")
    after = composed(_outline({name: found.get(name, "新とする。") for name in names}))
    assert before.law is not None
    assert after.law is not None
    titles = [one.title.text for one in after.law.main.children if isinstance(one, Article)]
    assert titles == [article_title(str(n + 1)) for n in range(len(names))]
    assert _meant(before.mentions, list(found)) == [
        one for one in _meant(after.mentions, names) if one[0] != "新"
    ]
    known = {name: one.title for name, one in spec().instruments.items()}
    assert list(check_references(after.law, after.mentions, known)) == []
    assert all(one.status is not Status.MISSING for one in Follower(after.law).references())


def _meant(mentions: Sequence[Mention], names: Sequence[str]) -> list[tuple[str, list[Address]]]:
    """Who names which provisions of the ordinance, with the name of the article for its number."""

    def named(address: Address) -> Address:
        return address if address.part else replace(address, article=names[int(address.article) - 1])

    own = [one for one in mentions if not one.law]
    return [(named(one.here).article, [named(meant) for meant in one.meant]) for one in own]
