"""Findings about files, settings and folders (RC001–RC099).

Owns: what is said when a text cannot be read as UTF-8, a file is missing, or a place cannot be written.
Refuses to know: file systems, TOML, how the problem was found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words

# ------------------------------------------------------------ files and folders (RC010–RC019)


class Unreadable(Payload):
    """A file that is there but cannot be read."""

    CODE: ClassVar[Code] = Code("RC010", "unreadable-file")
    file: str

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」を読めません",
            "ファイルの読取りの権限と、フォルダではないことを確かめてください",
        )

    def en(self) -> Words:
        return Words(f"「{self.file}」 cannot be read", "Check its permissions, and that it is not a folder.")


class NoSpecification(Payload):
    """A folder without spec files."""

    CODE: ClassVar[Code] = Code("RC011", "no-specification")
    folder: str

    def ja(self) -> Words:
        return Words(
            f"「{self.folder}」の下に .regspec のファイルがありません",
            "フォルダの名前を確かめるか、regcheck init で見本を作ってください",
        )

    def en(self) -> Words:
        return Words(
            f"there is no .regspec file below 「{self.folder}」",
            "Check the name of the folder, or make an example with regcheck init.",
        )


class MissingFactFile(Payload):
    """事実表 names a file that is not there or cannot be read."""

    CODE: ClassVar[Code] = Code("RC012", "missing-fact-file")
    path: str
    near: str = ""

    def ja(self) -> Words:
        advice = f"「{self.near}」ではありませんか。" if self.near else ""
        return Words(
            f"事実表の資料「{self.path}」がありません",
            advice + "資料の道筋は、事実表を書いたファイルのあるフォルダから数えます",
        )

    def en(self) -> Words:
        advice = f"Did you mean 「{self.near}」? " if self.near else ""
        return Words(
            f"the file 「{self.path}」 of the 事実表 does not exist",
            advice + "Its path starts at the folder of the file that holds the 事実表.",
        )


# ------------------------------------------------------------ settings (RC020–RC029)


class UnknownSetting(Payload):
    """A key that regcheck.toml does not have."""

    CODE: ClassVar[Code] = Code("RC020", "unknown-setting")
    key: str
    origin: str
    known: tuple[str, ...]
    near: str = ""

    def ja(self) -> Words:
        meant = f"「{self.near}」ではありませんか。" if self.near else ""
        return Words(f"設定「{self.key}」はありません", f"{meant}使えるのは {'、'.join(self.known)} です")

    def en(self) -> Words:
        meant = f"Did you mean 「{self.near}」? " if self.near else ""
        return Words(f"there is no setting 「{self.key}」", f"{meant}There are {', '.join(self.known)}.")


class BadSetting(Payload):
    """A value that a setting cannot have."""

    CODE: ClassVar[Code] = Code("RC021", "bad-setting")
    key: str
    value: str
    origin: str
    wanted: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"設定「{self.key}」の値「{self.value}」は使えません",
            f"使えるのは {'、'.join(self.wanted)} です",
        )

    def en(self) -> Words:
        return Words(
            f"the setting 「{self.key}」 cannot be 「{self.value}」", f"It can be {', '.join(self.wanted)}."
        )


class NotToml(Payload):
    """regcheck.toml or baseline.toml that is not TOML."""

    CODE: ClassVar[Code] = Code("RC022", "not-toml")
    file: str
    line: int = 0

    def ja(self) -> Words:
        where = f"（{self.line}行目）" if self.line else ""
        return Words(
            f"「{self.file}」がTOMLの形になっていません{where}",
            '名前 = "値" の形で書き、UTF-8で保存してください。',
        )

    def en(self) -> Words:
        where = f" (line {self.line})" if self.line else ""
        return Words(
            f"「{self.file}」 is not TOML{where}", 'Write name = "value" and save the file as UTF-8.'
        )


# ------------------------------------------------------------ the baseline (RC030–RC039)


class StrangeBaselineLine(Payload):
    """Something in baseline.toml that is not a [[known]] table of the four keys."""

    CODE: ClassVar[Code] = Code("RC030", "strange-baseline-line")
    what: str

    def ja(self) -> Words:
        return Words(
            f"承知済みの一覧の「{self.what}」を読めません",
            "[[known]] の下に fingerprint、code、where、reason だけを書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.what}」 in the baseline cannot be read",
            "Write only fingerprint, code, where and reason below [[known]].",
        )


class BaselineWithoutReason(Payload):
    """An accepted finding without a reason."""

    CODE: ClassVar[Code] = Code("RC031", "baseline-without-reason")
    fingerprint: str

    def ja(self) -> Words:
        return Words(
            f"承知済みの指摘「{self.fingerprint}」に理由がありません",
            "reason に、なぜ直さずに置くのかを書いてください。理由のない行は効きません",
        )

    def en(self) -> Words:
        return Words(
            f"the known finding 「{self.fingerprint}」 has no reason",
            "Say in `reason` why it is left as it is. A line without a reason has no effect.",
        )


class BaselineUnused(Payload):
    """An accepted finding that no longer comes up."""

    CODE: ClassVar[Code] = Code("RC032", "baseline-unused", Severity.WARNING)
    fingerprint: str
    code: str
    where: str

    def ja(self) -> Words:
        return Words(
            f"承知済みの指摘「{self.fingerprint}」（{self.code} {self.where}）はもう出ていません",
            "直ったのであれば、この行を消してください",
        )

    def en(self) -> Words:
        return Words(
            f"the known finding 「{self.fingerprint}」 ({self.code} {self.where}) no longer comes up",
            "If it has been mended, delete the line.",
        )


class BaselineTwice(Payload):
    """The same finding accepted twice."""

    CODE: ClassVar[Code] = Code("RC033", "baseline-twice", Severity.WARNING)
    fingerprint: str

    def ja(self) -> Words:
        return Words(f"承知済みの指摘「{self.fingerprint}」が二度書かれています", "一方を消してください")

    def en(self) -> Words:
        return Words(f"the known finding 「{self.fingerprint}」 is listed twice", "Delete one of the two.")


# ------------------------------------------------------------ writing (RC040–RC049)


class Unwritable(Payload):
    """A place that cannot be written to; what stood there stays."""

    CODE: ClassVar[Code] = Code("RC040", "unwritable")
    path: str

    def ja(self) -> Words:
        return Words(
            f"「{self.path}」に書き込めません",
            "書込みの権限と空き容量を確かめてください。元のファイルはそのまま残っています",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.path}」 cannot be written",
            "Check permissions and free space. What was there is unchanged.",
        )


class ForeignFiles(Payload):
    """An output folder that holds files which the tool did not make."""

    CODE: ClassVar[Code] = Code("RC041", "foreign-files")
    folder: str
    files: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"出力先「{self.folder}」に、この道具が作ったのではないファイル「{self.files[0]}」があります",
            "失われるのを防ぐため書き込みませんでした。ファイルを移すか、別のフォルダを指定してください",
        )

    def en(self) -> Words:
        return Words(
            f"the output folder 「{self.folder}」 holds 「{self.files[0]}」, which this tool did not make",
            "Nothing was written, so that it is not lost. Move the file, or name another folder.",
        )


class FolderNotEmpty(Payload):
    """init into a folder that already holds something."""

    CODE: ClassVar[Code] = Code("RC042", "folder-not-empty")
    folder: str

    def ja(self) -> Words:
        return Words(
            f"「{self.folder}」は空ではありません", "まだないフォルダか、空のフォルダを指定してください。"
        )

    def en(self) -> Words:
        return Words(
            f"「{self.folder}」 is not empty", "Name a folder that does not exist yet, or an empty one."
        )


class NotGreen(Payload):
    """generate refused: the ledger has open findings or unproved obligations."""

    CODE: ClassVar[Code] = Code("RC043", "not-green")
    findings: int
    unproved: int

    def ja(self) -> Words:
        return Words(
            f"検査が済んでいないため文書を作りません（指摘{self.findings}件、証明されていない検査{self.unproved}件）",
            "指摘を直すか、--draft を付けて「未検証」と印した案を作ってください",
        )

    def en(self) -> Words:
        return Words(
            f"no documents are made: {self.findings} findings, {self.unproved} checks not proved",
            "Mend the findings, or make a draft marked 未検証 with --draft.",
        )
