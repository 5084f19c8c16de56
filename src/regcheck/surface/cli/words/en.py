"""The command line in English.

Owns: every English text that is not part of a finding.
Refuses to know: layout, what a verb does.
"""

from __future__ import annotations

from regcheck.surface.cli.words.texts import Texts, VerbTexts

_EXITS = "Exit codes: 0 clean, 1 findings, 2 usage or configuration, 3 undecided, 101 internal error, 130 interrupted."

EN = Texts(
    about="Checks a specification written in the forms of Japanese statutes, and prints its annexes.",
    usage="Usage",
    arguments="Arguments",
    options="Options",
    verbs_heading="Commands",
    footer="Read about a command with regcheck COMMAND --help.",
    help_option="Show this page.",
    version_option="Show the version.",
    lang_option="Language of all output (ja by default).",
    debug_option="Show the internal record of a crash.",
    verbs={
        "check": VerbTexts(
            brief="Check specifications; show contradictions and gaps with a case.",
            page="Checks the specifications at PATHS. A folder is one specification. Without PATHS: specs.\n\n"
            + _EXITS,
            options={
                "paths": "Files or folders to check.",
                "format": "Form of the output (full by default): full, concise (a line each), json (for machines).",
                "baseline": "List of known findings. Without it: baseline.toml in the folder of the specification.",
                "config": "Change a setting; may be repeated. Example: prove.rlimit=50000000",
                "no_cache": "Neither use nor keep results.",
                "jobs": "Processes that prove at the same time (1 by default).",
                "more": "Up to N further counterexamples per finding, each decided by other conditions.",
                "ledger": "File for the ledger of all checks, in JSON.",
                "certify": "Have the second solver cvc5 decide every proof and refutation again; run every case again.",
                "dump_smt": "Folder for every question as an SMT-LIB file of its own.",
            },
        ),
        "generate": VerbTexts(
            brief="Print the documents of a specification that passes its checks.",
            page="Checks the specification SPEC and prints its documents. Nothing is written unless it passes.\n\n"
            + _EXITS,
            options={
                "spec": "Folder of the specification.",
                "out": "Folder for the documents. Without it: the folder of the same name below generated.",
                "check": "Write nothing; only say whether the documents that are there are fresh.",
                "draft": "Print a draft marked 未検証 even if the checks do not pass.",
                "baseline": "List of known findings. Without it: baseline.toml in the folder of the specification.",
                "config": "Change a setting; may be repeated. Example: prove.rlimit=50000000",
                "no_cache": "Neither use nor keep results.",
                "jobs": "Processes that prove at the same time (1 by default).",
            },
        ),
        "case": VerbTexts(
            brief="Show which provisions one set of facts meets, item by item.",
            page="Applies the specification SPEC to one set of facts and shows which items hold and which do not. The facts "
            "are a file with a 事例, a file with the body of one, a CSV with one row, or a row of a 事実表.\n\n"
            + _EXITS,
            options={
                "spec": "Folder or file of the specification.",
                "file": "File with the facts (.regspec, .txt, .csv).",
                "row": "Key of a row of a 事実表, for example the name of a hospital.",
                "subject": "Name of the 対象 of the facts, unless the specification leaves no choice.",
                "format": "Form of the output: full or json.",
            },
        ),
        "cache": VerbTexts(
            brief="Show how many results are kept, or delete them.",
            page="check keeps its results, so that nothing is proved twice. stats shows where and how many, clear deletes "
            "them all. The environment variable REGCHECK_CACHE_DIR or the setting cache.dir says where they are.",
            options={
                "action": "stats (show place and size) or clear (delete).",
                "config": "Change a setting; may be repeated. Example: cache.dir=.cache",
            },
        ),
        "sensitivity": VerbTexts(
            brief="See which rows of the 事実表 change when a limit moves.",
            page="Moves the limits of the specification SPEC (四百床以上 and so on) one at a time and shows, by name, which rows of "
            "a 事実表 come out differently, and at exactly which number. The turning points are the numbers of the rows "
            "themselves, so none is missed.\n\n"
            "Example: regcheck sensitivity specs/medical --limit 第一段階",
            options={
                "spec": "Folder or file of the specification.",
                "words": "Only limits whose provision, item, fact or number has WORDS in it, with all turning points. Without it: "
                "every limit, three points each way.",
                "format": "Form of the output: full or json.",
            },
        ),
        "mutate": VerbTexts(
            brief="Make small slips in the provisions and see whether the checks notice.",
            page="Changes limits and their strictness, dates, items, connectives, exceptions and so on in the specification SPEC, "
            "one at a time, and shows the slips that no proof, 性質 or 事例 notices, with the case that tells them apart. "
            "Slips that do not change the meaning do not count. Those that may go unnoticed are accepted with a reason, "
            "in a comment # regcheck: ignore[RC862] reason or in baseline.toml.\n\n"
            "The exit code is 0 if all the others have a reason and enough are noticed.",
            options={
                "spec": "Folder or file of the specification.",
                "only": "Kind of slip (strictness, limit, date, drop, connective, exception) or name of an item; may be "
                "repeated.",
                "limit": "Try only N of them, spread evenly.",
                "at_least": "Percentage that must be noticed (90 by default).",
                "format": "Form of the output: full or json.",
                "baseline": "List of known findings. Without it: baseline.toml in the folder of the specification.",
                "config": "Change a setting; may be repeated. Example: prove.rlimit=50000000",
            },
        ),
        "explain": VerbTexts(
            brief="Explain a kind of finding and how to mend it.",
            page="Shows the page of CODE (RC301, say) or of the name of a finding, with a bad and a mended example. "
            "Without CODE: the list of all.",
            options={"code": "Code or name of a finding."},
        ),
        "fmt": VerbTexts(
            brief="Tidy the layout of spec files.",
            page="Tidies indentation and spaces of the files at PATHS. Meaning and comments stay. Files that cannot be read "
            "are not touched.",
            options={
                "paths": "Files or folders to tidy. Without it: specs.",
                "check": "Write nothing; name the files that are not tidy. Exit code 1 if there are any.",
                "diff": "Write nothing; show the lines that would change. Exit code 1 if there are any.",
            },
        ),
        "init": VerbTexts(
            brief="Make an example specification in a new folder.",
            page="Makes a small specification in FOLDER. One finding is left in it on purpose, to learn from.",
            options={"folder": "Folder to make; if it exists it must be empty."},
        ),
        "baseline": VerbTexts(
            brief="Accept a finding, with the reason.",
            page="Adds the finding FINGERPRINT to the known findings in baseline.toml. check shows the fingerprint.",
            options={
                "action": "add.",
                "fingerprint": "Fingerprint of the finding; its first signs suffice if no other begins so.",
                "reason": "Why it is left as it is (required).",
                "paths": "Specifications to look in. Without it: specs.",
                "config": "Change a setting; may be repeated. Example: prove.rlimit=50000000",
            },
        ),
    },
    usage_error="Usage error",
    see_help='Read "{command} --help".',
    no_verb="There is no command",
    unknown_verb='There is no command "{name}"',
    unknown_option='There is no option "{name}"',
    did_you_mean='did you mean "{name}"?',
    missing_value='"{name}" needs a value',
    missing_argument='"{name}" is missing',
    unexpected_argument='There is one argument too many, "{name}"',
    bad_value='"{name}" cannot be "{value}" (it can be {choices})',
    not_key_value="Write a setting as name=value, for example prove.rlimit=50000000",
    no_path='There is neither a file nor a folder "{name}"',
    no_code='There is no finding "{name}"; "regcheck explain" lists all',
    no_finding='There is no finding with the fingerprint "{name}"',
    many_findings='{count} findings have a fingerprint that begins with "{name}"; give more of it',
    no_row='No row of a 事実表 has the key "{name}"',
    no_limit="No limit has 「{words}」 in it",
    no_subject="Name the 対象 of the facts with --subject ({choices})",
    one_specification='Name one specification (there are {count} below "{name}")',
    file_or_row="Give either FILE or --row",
    no_second_solver="The second solver, cvc5, is not installed. Get it with: pip install 'regcheck[certify]'",
    crashed='The tool broke down; the provisions are not at fault.\nA record is in "{file}". Please send it to the developers.',
    interrupted="Interrupted.",
    mutating="slips {done}/{total}",
    solving="checks {done}/{total}",
    written='Made {count} documents in "{folder}".',
    fresh='The {count} documents in "{folder}" are fresh.',
    stale="differs: {file}",
    missing="missing: {file}",
    extra="not expected: {file}",
    would_format="not tidy: {file}",
    formatted="tidied: {file}",
    format_summary="Tidied {changed} of {total} files.",
    made='Made an example in "{folder}". Now run "regcheck check {folder}".',
    certified="Second solver ({solver}): {found.questions} questions of {found.agreed} checks answered alike ({found.disagreed} differently, {found.undecided} undecided). Cases run again: {found.replayed}.",
    not_certified="Checks not decided again: {count} ({kinds}). There is nothing in them to ask a solver.",
    kinds={
        "solver": "solver",
        "geometry": "enumeration of a table",
        "evaluator": "evaluation",
        "shape": "shape",
    },
    kept="Kept results were used ({count} of {count} checks).",
    remembered="Kept answers were used ({found} of {asked} questions).",
    cache_broken='What was kept in "{folder}" was damaged; it is not used, and made anew.',
    cache_useless='What is kept in "{folder}" cannot be used ({reason}).',
    cache_stats="""Folder: {folder}
Results of checks: {runs} ({run_bytes} bytes)
Answers to questions: {verdicts} ({verdict_bytes} bytes)""",
    cache_cleared='What was kept in "{folder}" is gone.',
    accepted='Added to "{file}": {code}',
    already_accepted="This finding is known already",
)
