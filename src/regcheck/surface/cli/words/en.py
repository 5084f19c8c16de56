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
                "jobs": "Processes that prove at the same time (by default as many as pay).",
                "more": "Up to N further counterexamples per finding, each decided by other conditions.",
                "ledger": "File for the ledger of all checks, in JSON.",
                "certify": "Have the second solver cvc5 decide every proof and refutation again; run every case again.",
                "dump_smt": "Folder for every question as an SMT-LIB file of its own.",
                "as_of": "Read the law as of this day only (2025-04-01, 令和七年四月一日). Without it: every day.",
            },
        ),
        "generate": VerbTexts(
            brief="Print the documents of a specification that passes its checks.",
            page="Checks the specification SPEC and prints its documents. Nothing is written unless it passes.\n\n"
            + _EXITS,
            options={
                "spec": "Folder of the specification.",
                "out": "Folder for the documents. Without it: the folder of the same name below generated.",
                "only": "Make only the document of this name. May be repeated. Example: ordinance.docx",
                "check": "Write nothing; only say whether the documents that are there are fresh.",
                "force": "Overwrite documents even if they were changed by hand.",
                "draft": "Print a draft marked 未検証 even if the checks do not pass.",
                "final": "Refuse an ordinance that still has a 〇 (未確定), and say where.",
                "fix_provisions": "First rewrite each 条項 as the ordinance has its item (what RC895 tells).",
                "baseline": "List of known findings. Without it: baseline.toml in the folder of the specification.",
                "config": "Change a setting; may be repeated. Example: prove.rlimit=50000000",
                "no_cache": "Neither use nor keep results.",
                "jobs": "Processes that prove at the same time (by default as many as pay).",
                "as_of": "Read the law as of this day only (2025-04-01, 令和七年四月一日). Without it: every day.",
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
                "as_of": "Read the law as of this day only (2025-04-01, 令和七年四月一日). Without it: every day.",
            },
        ),
        "period": VerbTexts(
            brief="Count a period, as statutes word it, from a day.",
            page="Counts the period PHRASE from the day of --from by the Civil Code, and shows the first counted day, the last "
            "day and the day after it, with the articles. PHRASE is Japanese, in the words of a statute: they say whether the "
            "first day counts, which day is meant, and whether a last day on which offices are closed moves.\n\n"
            "Example: regcheck period 三十日以内 --from 2025-05-01",
            options={
                "phrase": "The wording of the period, whole or from its length on.",
                "start": "Day of the event that starts the period (2025-05-01, 令和七年五月一日).",
                "format": "Form of the output: full or json.",
            },
        ),
        "timeline": VerbTexts(
            brief="Show the days of a procedure, from days that you choose, as a table and a figure.",
            page="For the procedures of SPEC, shows what each event, period, limit, duty, prohibition and power comes to "
            "with the days chosen by --from: who, from when, to when. A day that is open is shown as a range. How days "
            "were counted is told with the articles of the Civil Code; what a breach leads to and the provisions come "
            "from the specification.\n\n"
            "Example: regcheck timeline specs/act --from EVENT=2026-04-01 --format svg -o figure.svg\n\n"
            "The exit code is 2 if the chosen days do not fit the order of the procedure; if they breach a rule, the "
            "figure is drawn and the exit code is 1.",
            options={
                "spec": "Folder or file of the specification.",
                "days": "The day of an event, as EVENT=2026-04-01, or of the new last day that an event sets; may be repeated.",
                "procedure": "Name of the procedure; by default all that have every chosen event.",
                "format": "Form of the output (default: text). text is a table, svg a figure, html both, json for programs.",
                "output": "Write to FILE instead.",
                "as_of": "Read the law as of this day (2025-04-01, 令和七年四月一日). Without it: as of the first chosen day.",
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
                "as_of": "Read the law as of this day only (2025-04-01, 令和七年四月一日). Without it: every day.",
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
                "as_of": "Read the law as of this day only (2025-04-01, 令和七年四月一日). Without it: every day.",
            },
        ),
        "import-law": VerbTexts(
            brief="Read the text of laws; look at references, terms and form.",
            page="Reads the laws of the FILEs (law XML, Lawtext, Markdown) into provisions, follows every reference and looks "
            "for what drafters look for. Laws that are given together are at hand for each other's references, and "
            "ordinances of one make are compared. XML is held against its schema; where it breaks it, the place is told "
            "and nothing is made.\n\nExample: regcheck import-law act.xml order.xml ordinance.md\n\n"
            + _EXITS,
            options={
                "files": "Files with laws (.xml, .txt, .md).",
                "format": "Form of the output: full, or json (with all provisions and references).",
                "to": "Instead, write one law to standard output in another form (lawtext or xml).",
                "fix": "Make the fixes that need no look, and write the law to standard output (the file itself stays).",
            },
        ),
        "compare": VerbTexts(
            brief="compare two versions of a text and make the 新旧対照表.",
            page="Pairs the provisions of OLD and NEW by what they say, not by number, and compares them word by word. Where a provision is put in, those after "
            "it only change their numbers. Lists the references that moved with them, and finds those that were left behind. Of two specifications it says what "
            "became of the meaning: same, wider or narrower, with the smallest case.\n\n"
            "OLD and NEW are files of laws (.xml, .txt, .md) or folders of specifications with an outline of their ordinance (ordinance/outline.toml).\n\n"
            "Example: regcheck compare old.xml new.xml --format docx -o amendment.docx\n\n"
            "Exit codes: 0 same text and meaning, 1 differences or findings, 2 usage, or a version that cannot be read or is not proved (nothing is written), "
            "3 same text but the meaning of something is undecided, 101 broken tool, 130 interrupted.",
            options={
                "old": "The version before.",
                "new": "The version after.",
                "format": "What to make (default full): full is a list of lines, json is for programs; xml, law.txt, docx, html and pdf are the amending ordinance. Without it, the end of the name given to -o decides.",
                "review": "Make docx, html or pdf the table for review, with a column for the meaning.",
                "profile": "The page (plain, plain-tate, kakugi; default plain). A PDF is always horizontal.",
                "style": "How the amendment is worded (default mhlw): mhlw is that of the Ministry of Health, houshiki explains its signs.",
                "signs": "Whether the signs for what is added and removed are underlined (lined) or not (plain); by default as --style has it.",
                "output": "Write to FILE and show nothing.",
                "as_of_old": "The day as of which the old specification is read (2025-04-01, 令和七年四月一日).",
                "as_of_new": "The day as of which the new specification is read.",
                "draft": "Compare specifications that are not proved too; documents are marked 未検証.",
                "config": "Change one setting; may be repeated. Example: prove.rlimit=50000000",
                "no_cache": "Neither use nor keep results.",
                "jobs": "How many processes prove at a time (default: as many as pay).",
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
                "as_of": "Read the law as of this day only (2025-04-01, 令和七年四月一日). Without it: every day.",
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
    no_day='"{name}" cannot be "{text}": write a day as 2025-05-01, 2025年5月1日 or 令和七年五月一日',
    no_period='"{text}" cannot be read as a period',
    not_understood='Not understood from "{rest}" on',
    expected={
        "anchor": "Begin with the day to count from: 指定を受けた日から, 変更する日の",
        "length": "Give the length of the period: 六月間, 起算して十日以内, 二週間, 一年六月",
        "numeral": "Write a number of at least one, as 三十 or 30",
        "end": "End the length with 間, 以内, を経過する日, を経過した日, を超えない範囲内, 前まで or the like",
    },
    outside_calendar="The period leaves the years 1 to 9999",
    outside_table="Whether offices are closed on {day} is not known (it is for {first} to {last})",
    not_event_day='write "{text}" as EVENT=DAY (for example 2026-04-01)',
    event_twice='two days are chosen for "{name}"',
    one_procedure="choose one procedure to draw with --procedure ({choices})",
    wants_file="{format} needs a file: -o FILE",
    day_of_law="{option} is for the folder of a specification (“{name}” is the file of a law)",
    unknown_suffix="the end of “{name}” tells no format; give --format",
    one_law="give one file only with --to or --fix",
    law_mended="{count} places mended. The file itself is unchanged.",
    fix_or_check="--fix-provisions and --check exclude each other: --check writes nothing",
    restated="条項 of {item}: 「{old}」 is 「{new}」 now.",
    crashed='The tool broke down; the provisions are not at fault.\nA record is in "{file}". Please send it to the developers.',
    interrupted="Interrupted.",
    mutating="slips {done}/{total}",
    solving="checks {done}/{total}",
    written='Made {count} documents in "{folder}".',
    fresh='The {count} documents in "{folder}" are fresh.',
    stale="differs: {file}",
    missing="missing: {file}",
    extra="not expected: {file}",
    changed='Changes made by hand to "{file}" (- what is there, + what would be written):',
    changed_more="  ({count} more lines)",
    changed_other='"{file}" is no text; it differs.',
    changed_gone='"{file}" is a document that is not made any more.',
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
