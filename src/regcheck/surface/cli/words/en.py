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
                "config": "Change a setting; may be repeated. Example: check.rlimit=50000000",
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
                "config": "Change a setting; may be repeated. Example: check.rlimit=50000000",
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
                "config": "Change a setting; may be repeated. Example: check.rlimit=50000000",
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
    not_key_value="Write a setting as name=value, for example check.rlimit=50000000",
    no_path='There is neither a file nor a folder "{name}"',
    no_code='There is no finding "{name}"; "regcheck explain" lists all',
    no_finding='There is no finding with the fingerprint "{name}"',
    many_findings='{count} findings have a fingerprint that begins with "{name}"; give more of it',
    no_row='No row of a 事実表 has the key "{name}"',
    no_subject="Name the 対象 of the facts with --subject ({choices})",
    one_specification='Name one specification (there are {count} below "{name}")',
    file_or_row="Give either FILE or --row",
    crashed='The tool broke down; the provisions are not at fault.\nA record is in "{file}". Please send it to the developers.',
    interrupted="Interrupted.",
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
    accepted='Added to "{file}": {code}',
    already_accepted="This finding is known already",
)
