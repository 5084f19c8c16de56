"""A check from bytes to report: nothing stops it, nothing goes missing, two runs give the same."""

from __future__ import annotations

from pathlib import Path

from tests.unit.proof.one_by_one import OneByOne

from regcheck.analysis.pipeline import PHASES, Inputs, check
from regcheck.analysis.report import Entry, KnownFinding, Report
from regcheck.diagnostics.diagnostic import Example
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Answer, Prover, Question, Undecided
from regcheck.proof.verdict import Verdict

ACT = """\
対象　病院
  名称：文字列
  病床数：整数（床）　０以上
  承認：真偽

定義「特定機能病院」：病院
  出典　「医療法」第四条の二第一項
  承認があること

指定基準「法の基準」：病院
  出典　「法」第一条
  次の各号のいずれにも該当すること
    一　病床数が四百床以上であること
    二　病床数が三百床以上であること
"""
DRAFT = """\
利用「act.regspec」

指定基準「規模の基準」：病院
  条項　第二条
  出典　「法」第五十条第一項
  次の各号のいずれにも該当すること
    一　特定機能病院に該当すること
    二　病床数が四百床以上であること

性質「小さな病院は対象外」
  すべての病院について、病床数が四百床未満であるならば、規模の基準に該当しない
"""
FACTS = """\
事実表「一覧」：病院
  資料「list.csv」　時点　令和七年四月一日
  見出し　名称

確認「数」
  出典　資料「第２回資料」
  「一覧」の件数が2
  「一覧」の全てについて、病床数が四百床以上であること
"""
ROWS = "名称,病床数,承認\n甲病院,400,あり\n乙病院,399,あり\n"


def report(
    files: dict[str, str | bytes],
    own: set[str] | None = None,
    facts: dict[str, str] | None = None,
    known: dict[str, KnownFinding] | None = None,
) -> Report:
    data = {name: text if isinstance(text, bytes) else text.encode() for name, text in files.items()}
    rows = {name: text.encode() for name, text in (facts or {}).items()}
    names = frozenset(own if own is not None else files)
    return check(Inputs(own=names, files=data, facts=rows, known=known or {}), Z3Prover)


def codes(found: Report) -> list[str]:
    return [diagnostic.code.id for diagnostic in found.diagnostics]


def entries(found: Report) -> dict[str, Entry]:
    return {entry.id: entry for entry in found.entries}


def test_a_sound_draft_is_green() -> None:
    found = report({"act.regspec": ACT, "draft.regspec": DRAFT}, own={"draft.regspec"})
    assert codes(found) == []
    assert found.is_green
    assert "property:小さな病院は対象外" in entries(found)


def test_only_own_files_owe_proofs() -> None:
    both = report({"act.regspec": ACT, "draft.regspec": DRAFT})
    assert "RC503" in codes(both)
    used = report({"act.regspec": ACT, "draft.regspec": DRAFT}, own={"draft.regspec"})
    assert not any("法の基準" in key for key in entries(used))


def test_a_file_that_is_no_text_leaves_the_others_checked() -> None:
    found = report({"act.regspec": ACT, "draft.regspec": DRAFT, "sjis.regspec": "定義「甲」".encode("cp932")})
    assert any(code.startswith("RC00") for code in codes(found))
    assert entries(found)["property:小さな病院は対象外"].verdict is Verdict.PROVED


def test_every_item_in_force_has_a_line_in_the_ledger() -> None:
    """Of a broken item a line NOT_RUN with the finding in it; of one that leans on it, a line without."""
    broken = DRAFT.replace("病床数が四百床以上", "病床数が四百件以上")
    found = entries(report({"act.regspec": ACT, "draft.regspec": broken}, own={"draft.regspec"}))
    wrong, leaning = found["item:指定基準「規模の基準」"], found["item:性質「小さな病院は対象外」"]
    assert wrong.verdict is leaning.verdict is Verdict.NOT_RUN
    assert wrong.diagnostic is not None
    assert wrong.diagnostic.code.id == "RC221"
    assert leaning.diagnostic is None
    assert "よりどころ" in leaning.note


def test_an_item_that_cannot_be_parsed_has_a_line_too() -> None:
    found = report({"a.regspec": ACT + "\n指定基準「壊れた」：病院\n  病床数が（\n"})
    line = entries(found)["item:指定基準「壊れた」"]
    assert line.verdict is Verdict.NOT_RUN
    assert line.diagnostic in found.diagnostics


def test_while_items_are_broken_nobody_is_told_that_a_name_is_unused() -> None:
    """The broken item may be what uses it."""
    text = ACT + "\n定義「大病院」：病院\n  出典　「法」\n  病床数が八百床以上であること\n"
    assert "RC510" in codes(report({"a.regspec": text}))
    broken = text + "\n指定基準「壊れた」：病院\n  大病院に該当し（\n"
    assert "RC510" not in codes(report({"a.regspec": broken}))


def test_a_missing_use_is_told_and_the_rest_goes_on() -> None:
    found = report({"draft.regspec": DRAFT})
    assert "RC208" in codes(found)
    assert {e.verdict for e in found.entries} == {Verdict.NOT_RUN}


def test_rows_and_claims_have_their_lines() -> None:
    found = report({"act.regspec": ACT, "facts.regspec": "利用「act.regspec」\n\n" + FACTS},
                   own={"facts.regspec"}, facts={"list.csv": ROWS})  # fmt: skip
    lines = entries(found)
    assert lines["facts:一覧"].verdict is Verdict.PROVED
    assert lines["facts:数/「一覧」の件数"].verdict is Verdict.PROVED
    wrong = lines["facts:数/「一覧」の全てについて、病床数が400床以上"]
    assert wrong.verdict is Verdict.REFUTED
    assert wrong.diagnostic in found.diagnostics
    assert "list.csv" in found.sources


def test_a_row_that_is_a_counterexample_is_named() -> None:
    claim = "\n性質「全て大きい」\n  すべての病院について、承認があるならば、病床数が四百床以上である\n"
    found = report({"a.regspec": ACT + "\n" + FACTS + claim}, facts={"list.csv": ROWS})
    witness = entries(found)["property:全て大きい"].witness
    assert witness is not None
    assert witness.example == Example(name="乙病院", facts=(("病床数", "三百九十九床"),))


def test_a_missing_fact_file_is_told_once_and_its_claims_are_not_run() -> None:
    found = report({"a.regspec": ACT + "\n" + FACTS})
    assert codes(found).count("RC014") + codes(found).count("RC012") == 1
    lines = entries(found)
    assert lines["facts:一覧"].verdict is Verdict.NOT_RUN
    assert lines["facts:数/「一覧」の件数"].verdict is Verdict.NOT_RUN


def test_a_known_finding_no_longer_counts() -> None:
    open_report = report({"a.regspec": ACT})
    known = {
        d.fingerprint: KnownFinding(fingerprint=d.fingerprint, code=d.code.id, reason="資料のとおり")
        for d in open_report.diagnostics
    }
    found = report({"a.regspec": ACT}, known=known)
    assert not open_report.is_green
    assert found.is_green
    assert found.diagnostics == open_report.diagnostics


def test_a_comment_with_a_reason_makes_a_finding_known() -> None:
    text = ACT.replace("三百床以上であること", "三百床以上であること # regcheck: ignore[RC503] 資料のとおり")
    found = report({"a.regspec": text})
    assert found.is_green
    assert [k.where for k in found.known.values()] == ["a.regspec:14"]


def test_fingerprints_do_not_move_with_lines() -> None:
    moved = report({"a.regspec": "# 注\n\n" + ACT})
    assert {d.fingerprint for d in moved.diagnostics} == {
        d.fingerprint for d in report({"a.regspec": ACT}).diagnostics
    }


def _tour() -> Report:
    tour = Path(__file__).parents[3] / "dsl"
    files: dict[str, str | bytes] = {"tour.regspec": (tour / "tour.regspec").read_bytes()}
    return report(files, facts={"tour.csv": (tour / "tour.csv").read_text(encoding="utf-8")})


def test_the_tour_of_the_language_is_proved() -> None:
    assert _tour().diagnostics == ()
    assert _tour().is_green


def test_two_runs_give_the_same() -> None:
    first, second = _tour(), _tour()
    assert first.entries == second.entries
    assert first.diagnostics == second.diagnostics


def test_a_prover_that_gives_up_makes_the_report_undecided() -> None:
    class Tired(OneByOne):
        def ask(self, question: Question) -> Undecided:
            return Undecided(reason="予算")

    def tired(_: Specification) -> Prover:
        return Tired()

    found = check(Inputs(own=frozenset({"a.regspec"}), files={"a.regspec": ACT.encode()}), tired)
    assert found.verdict is Verdict.UNDECIDED
    assert set(codes(found)) == {"RC902", "RC510"}


def test_what_was_decided_before_an_interruption_stays() -> None:
    class Impatient(OneByOne):
        def __init__(self, spec: Specification) -> None:
            self.inner, self.asked = Z3Prover(spec), 0

        def ask(self, question: Question) -> Answer:
            self.asked += 1
            if self.asked > 2:
                raise KeyboardInterrupt
            return self.inner.ask(question)

    inputs = Inputs(own=frozenset({"a.regspec"}), files={"a.regspec": ACT.encode()})
    whole, broken_off = check(inputs, Z3Prover), check(inputs, Impatient)
    assert (whole.interrupted, broken_off.interrupted) == (False, True)
    assert [e.id for e in broken_off.entries] == [e.id for e in whole.entries]
    known = [e for e in broken_off.entries if e.verdict is not Verdict.NOT_RUN]
    assert known
    assert all(
        e.verdict is w.verdict for e, w in zip(broken_off.entries, whole.entries, strict=True) if e in known
    )
    assert {e.note for e in broken_off.entries if e not in known} == {"中断したため"}


def test_progress_runs_over_all_epochs() -> None:
    seen: list[tuple[int, int]] = []
    text = ACT.replace(
        "指定基準「法の基準」：病院\n", "指定基準「法の基準」：病院\n  失効　令和十年四月一日\n"
    )
    text += "\n指定基準「新しい基準」：病院\n  出典　「法」\n  施行　令和十年四月一日\n  承認があること\n"
    inputs = Inputs(own=frozenset({"a.regspec"}), files={"a.regspec": text.encode()})
    found = check(inputs, Z3Prover, lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]
    assert seen == sorted(seen)
    days = {entry.id.split("@")[1] for entry in found.entries if entry.family != "version"}
    assert days == {"当初", "2028-04-01"}


def test_the_phases_have_names_of_their_own() -> None:
    names = [name for name, _ in PHASES]
    assert len(set(names)) == len(names)


def test_definitions_upon_definitions_without_end_are_a_finding() -> None:
    lines = [
        "対象　甲",
        "  数：整数（人）",
        "",
        "定義「段0」：甲",
        "  出典　「法」第一条",
        "  数が一人以上であること",
    ]
    for i in range(1, 300):
        lines += [
            "",
            f"定義「段{i}」：甲",
            "  出典　「法」第一条",
            f"  「段{i - 1}」に該当し、かつ、数が{i}人以上であること",
        ]
    found = report({"a.regspec": "\n".join(lines) + "\n"})
    told = [d.payload for d in found.diagnostics if d.code.id == "RC217"]
    assert len(told) == 1
    verdicts = {entry.term: entry.verdict for entry in found.entries}
    assert verdicts["定義「段299」"] is Verdict.NOT_RUN
    assert Verdict.UNDECIDED not in verdicts.values()


def test_an_item_whose_fault_is_told_of_the_next_has_its_line_as_well() -> None:
    text = "事実表「一覧」：施設\n「  資料「一覧.csv」\n"
    report = check(Inputs(own=frozenset({"a.regspec"}), files={"a.regspec": text.encode()}), Z3Prover)
    assert [d.code.id for d in report.diagnostics] == ["RC101"]
    assert [(entry.term, entry.verdict) for entry in report.entries] == [
        ("事実表「一覧」", Verdict.NOT_RUN),
        ("「", Verdict.NOT_RUN),
    ]
    assert all(entry.diagnostic for entry in report.entries)
