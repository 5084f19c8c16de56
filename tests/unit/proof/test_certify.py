"""A second solver and the evaluator stand behind every verdict, and a wrong one does not get past them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import cvc5 as cvc5_package
import pytest

from regcheck.analysis.epochs import epochs
from regcheck.frozen import replace
from regcheck.model.specification import Specification
from regcheck.proof.certificate import Agreement, Certificate, tally
from regcheck.proof.certify import Certified, certify
from regcheck.proof.cvc5_solver import Cvc5
from regcheck.proof.decide import Decided, decide
from regcheck.proof.engine import Z3Prover
from regcheck.proof.families import obligations
from regcheck.proof.obligation import How, NoCase, SomeCase
from regcheck.proof.posed import Posed, decided_by, posed
from regcheck.proof.smt_files import SUFFIX, file_name, is_file_name, smt_text, status
from regcheck.proof.solver import Outcome, Solver
from regcheck.proof.stating import Stater
from regcheck.proof.verdict import Verdict
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

TOUR = Path(__file__).parents[3] / "dsl" / "tour.regspec"
FAULTY = """\
対象　病院
  病床数：整数（床）　０以上千以下
  承認：真偽

定義「大病院」：病院
  出典　資料「見本」
  病床数が四百床以上であること

定義「小病院」：病院
  出典　資料「見本」
  病床数が四百床以下であること

性質「大小は重ならない」
  病院について、次の各号は排他
    一　大病院に該当すること
    二　小病院に該当すること

区分表「手数料」：病院
  出典　資料「見本」
  該当は一つのみ、漏れなし
  | 病床数 | → 手数料 |
  | 300床未満 | 低額 |
  | 300床以上 | 高額 |
"""
BUDGET = 2_000_000
EXPECTED = {"sat": Outcome.SATISFIABLE, "unsat": Outcome.UNSATISFIABLE}


def cvc5() -> Cvc5:
    return Cvc5(BUDGET)


def specification(text: str) -> Specification:
    parsed = parse_file(SourceText("spec.regspec", text))
    assert parsed.diagnostics == ()
    (epoch, *_) = epochs((parsed.file,), frozenset({"spec.regspec"}))
    assert epoch.diagnostics == ()
    return epoch.specification


def decided(spec: Specification) -> list[Decided]:
    return list(decide(spec, tuple(obligations(spec)), Z3Prover(spec), witnesses=True))


@pytest.fixture(scope="module")
def tour() -> tuple[Specification, list[Decided]]:
    spec = specification(TOUR.read_text(encoding="utf-8"))
    return spec, decided(spec)


@pytest.fixture(scope="module")
def faulty() -> tuple[Specification, list[Decided]]:
    spec = specification(FAULTY)
    return spec, decided(spec)


def checked(spec: Specification, listed: list[Decided]) -> list[Certified]:
    return certify(spec, listed, cvc5, Stater(spec))


def one(listed: list[Decided], id_: str) -> Decided:
    (found,) = [d for d in listed if d.obligation.id == id_]
    return found


def verdict_of(certified: Certified) -> tuple[Verdict, Agreement | None, str]:
    found, certificate = certified
    code = found.diagnostic.code.id if found.diagnostic else ""
    return found.verdict, certificate.agreement if certificate else None, code


# ---------------------------------------------------------------- agreement


@pytest.mark.parametrize("name", ["tour", "faulty"])
def test_both_solvers_agree_on_every_proof_and_refutation(name: str, request: pytest.FixtureRequest) -> None:
    spec, listed = request.getfixturevalue(name)
    certified = checked(spec, listed)
    claims = [d for d in listed if d.verdict in (Verdict.PROVED, Verdict.REFUTED)]
    counted = Counter(certificate.agreement for _, certificate in certified if certificate)
    assert set(counted) == {Agreement.AGREES, Agreement.EXEMPT}
    assert sum(counted.values()) == len(claims)
    assert [d for d, _ in certified] == listed, "what is confirmed stays as it was"
    for before, (_, certificate) in zip(listed, certified, strict=True):
        if certificate and certificate.agreement is Agreement.EXEMPT:
            assert decided_by(before) not in (How.SOLVER, How.NOTHING)
        if certificate:
            assert certificate.replayed is (before.case is not None)


def test_every_case_that_is_told_is_run_again(faulty: tuple[Specification, list[Decided]]) -> None:
    spec, listed = faulty
    told = [d for d in listed if d.witness is not None and isinstance(d.obligation.ask, NoCase | SomeCase)]
    assert {d.verdict for d in told} == {Verdict.PROVED, Verdict.REFUTED}
    assert tally(c for _, c in checked(spec, told) if c is not None).replayed == len(told)


def test_what_boxes_settle_is_asked_as_well(faulty: tuple[Specification, list[Decided]]) -> None:
    spec, listed = faulty
    settled = [d for d in listed if decided_by(d) is How.GEOMETRY and d.obligation.family != "live_part"]
    assert {d.obligation.family for d in settled} == {"exclusive", "cover"}
    assert [c for _, c in checked(spec, settled)] == [
        Certificate(agreement=Agreement.AGREES, questions=1) for _ in settled
    ]


def test_nothing_is_certified_that_nobody_claims(faulty: tuple[Specification, list[Decided]]) -> None:
    spec, listed = faulty
    given_up = replace(listed[0], verdict=Verdict.NOT_RUN)
    assert checked(spec, [given_up]) == [(given_up, None)]


def test_the_cases_that_answered_are_put_to_the_second_solver_whatever_was_drawn_since(
    faulty: tuple[Specification, list[Decided]],
) -> None:
    """What was answered by one of the cases of the first drawing is not searched for after another."""
    spec, _ = faulty
    prover = Z3Prover(spec)
    listed = list(decide(spec, tuple(obligations(spec)), prover, witnesses=True))
    stated = [prover.stater.refined(q.question) for one in listed for q in posed(one) if q.possible]
    before = prover.stater.cases([one for one in stated if one is not None])
    for one in stated:
        if one is not None:
            one.shared.draw([])
    assert any(before)
    assert prover.stater.cases([one for one in stated if one is not None]) == before


# ---------------------------------------------------------------- disagreement


@pytest.mark.parametrize(
    ("id_", "wrong"),
    [
        ("exclusive:大小は重ならない/第一号・第二号", Verdict.PROVED),
        ("satisfiable:大病院", Verdict.REFUTED),
        ("exclusive:手数料", Verdict.REFUTED),
    ],
)
def test_a_wrong_verdict_is_withdrawn(
    faulty: tuple[Specification, list[Decided]], id_: str, wrong: Verdict
) -> None:
    spec, listed = faulty
    planted = replace(one(listed, id_), verdict=wrong, case=None, witness=None, diagnostic=None)
    (found,) = checked(spec, [planted])
    assert verdict_of(found) == (Verdict.UNREPLAYED, Agreement.DISAGREES, "RC903")


def test_a_wrong_premise_is_found(faulty: tuple[Specification, list[Decided]]) -> None:
    """A proof that would be vacuous: its question has no case, and neither has its premise."""
    spec, listed = faulty
    right = one(listed, "exclusive:大小は重ならない/第一号・第二号")
    empty = one(listed, "exclusive:手数料")
    assert isinstance(right.obligation.ask, NoCase)
    (impossible,) = posed(empty)
    ask = replace(right.obligation.ask, question=impossible.question, premises=(impossible.question,))
    planted = Decided(obligation=replace(right.obligation, ask=ask), verdict=Verdict.PROVED)
    (found,) = checked(spec, [planted])
    assert verdict_of(found) == (Verdict.UNREPLAYED, Agreement.DISAGREES, "RC903")
    assert found[0].diagnostic is not None
    assert "/前提一" in found[0].diagnostic.payload.ja().headline


def test_a_case_that_does_not_come_out_as_told_is_withdrawn(
    faulty: tuple[Specification, list[Decided]],
) -> None:
    spec, listed = faulty
    right = one(listed, "exclusive:大小は重ならない/第一号・第二号")
    assert right.case is not None
    planted = replace(right, case=replace(right.case, facts={"病床数": 401}))
    (found,) = checked(spec, [planted])
    assert verdict_of(found) == (Verdict.UNREPLAYED, Agreement.DISAGREES, "RC901")


def test_a_second_solver_without_an_answer_is_no_agreement(
    faulty: tuple[Specification, list[Decided]],
) -> None:
    class Silent(Cvc5):
        def outcomes(self, assertions, asked):  # type: ignore[no-untyped-def]
            return iter([Outcome.UNKNOWN for _ in asked])

        def truths(self, assertion, names, rows):  # type: ignore[no-untyped-def]
            return iter([False for _ in rows])

    spec, listed = faulty
    right = one(listed, "satisfiable:大病院")
    (found,) = certify(spec, [right], lambda: Silent(1), Stater(spec))
    assert verdict_of(found) == (Verdict.UNDECIDED, Agreement.UNDECIDED, "RC904")


# ---------------------------------------------------------------- the texts


def said_by_cvc5(text: str) -> str:
    """What cvc5 prints for a file, run as anybody would run it."""
    solver = cvc5_package.Solver(cvc5_package.TermManager())
    parser = cvc5_package.InputParser(solver)
    parser.setStringInput(cvc5_package.InputLanguage.SMT_LIB_2_6, text, "file.smt2")
    symbols, said = parser.getSymbolManager(), ""
    while not (command := parser.nextCommand()).isNull():
        said += command.invoke(solver, symbols)
    return said.strip()


def texts(spec: Specification, listed: list[Decided]) -> list[tuple[Posed, str]]:
    stater = Stater(spec)
    stated = [(question, stater.refined(question.question)) for d in listed for question in posed(d)]
    return [(question, smt_text(spec, question, state)) for question, state in stated if state is not None]


def test_a_text_alone_says_the_same_to_both_solvers(tour: tuple[Specification, list[Decided]]) -> None:
    found = texts(*tour)
    assert {status(question.possible) for question, _ in found} == {"sat", "unsat"}
    for question, text in found:
        wanted = EXPECTED[status(question.possible)]
        assert f"(set-info :status {status(question.possible)})" in text
        first = Solver(BUDGET)
        first.feed(text)
        assert first.check() is wanted, question.id
        assert said_by_cvc5(text) == status(question.possible), question.id


def test_what_the_second_solver_gets_is_what_the_text_says(
    tour: tuple[Specification, list[Decided]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line of the text of a question, up to the numbers of names without a meaning."""
    spec, listed = tour
    given = set[str]()

    class Listening(Cvc5):
        def read(self, text: str) -> Sequence[Any]:
            lines = [line for line in text.split("\n") if line.startswith("(assert")]
            assertions = super().read(text)
            self.lines = dict(zip(map(id, assertions), lines, strict=True))
            self.assertions = assertions
            return assertions

        def outcomes(self, assertions, asked):  # type: ignore[no-untyped-def]
            self.note(assertions)
            return super().outcomes(assertions, asked)

        def truths(self, assertion, names, rows):  # type: ignore[no-untyped-def]
            self.note([assertion])
            return super().truths(assertion, names, rows)

        def note(self, assertions: Iterable[Any]) -> None:
            given.update(without_numbers(self.lines[id(assertion)]) for assertion in assertions)

    certify(spec, listed, lambda: Listening(BUDGET), Stater(spec))
    bodies = {line for _, text in texts(spec, listed) for line in text.split("\n") if "(assert (" in line}
    named = {line for line in map(without_numbers, bodies) if not line.startswith("(assert (not |")}
    assert named <= given


def without_numbers(line: str) -> str:
    return re.sub(r"(claim|value|steps)\?\d+", r"\1?", line)


def test_a_text_tells_what_it_asks_in_words(faulty: tuple[Specification, list[Decided]]) -> None:
    spec, listed = faulty
    refuted = one(listed, "exclusive:大小は重ならない/第一号・第二号")
    ((_, text),) = texts(spec, [refuted])
    assert text.startswith(
        "; 検査　exclusive:大小は重ならない/第一号・第二号\n"
        "; 問い　次の全てに当たる「病院」があるか。前提を全て満たすものに限る\n"
    )
    assert "; 答え　ある（sat）" in text


def test_names_of_files_are_safe_and_tell_any_two_questions_apart() -> None:
    names = [
        "cover:表/一／二",
        "cover:表/一_二",
        "cover:表:一_二",
        "C:\\a?",
        "性" * 300,
        "性" * 301,
        "../x",
        ".",
    ]
    files = [file_name(name) for name in names]
    assert len({file.lower() for file in files}) == len(names)
    for file in files:
        assert is_file_name(file)
        assert len(file.encode()) < 200
        assert not re.search(r'[\\/:*?"<>|]', file)
        assert not file.startswith(".") or file == f".{file.split('.')[1]}{SUFFIX}"
    assert file_name("satisfiable:大病院") == file_name("satisfiable:大病院")
    assert not is_file_name("notes.smt2")
