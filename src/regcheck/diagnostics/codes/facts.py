"""RC801–RC819: fact tables, the files behind 事実表.

Owns: the words for files that cannot be read as a table, and for columns that do not fit.
Refuses to know: how a file is read, its rows (cells.py), what is claimed about it (claims.py).
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail

# ------------------------------------------------------------ the file as a whole (RC801–RC809)


class EmptyTable(Payload):
    """A file without a heading row."""

    CODE: ClassVar[Code] = Code("RC801", "empty-fact-file")
    file: str

    def ja(self) -> Words:
        return Words(f"「{self.file}」は空です", "1行目に見出しを、2行目から事実を書いてください")

    def en(self) -> Words:
        return Words(f"「{self.file}」 is empty", "Write the headings in line 1 and the facts below them.")


class NotUtf8Table(Payload):
    """A CSV file in another encoding; `encoding` names it if it is known."""

    CODE: ClassVar[Code] = Code("RC802", "fact-file-encoding")
    file: str
    encoding: str = ""

    def ja(self) -> Words:
        if not self.encoding:
            return Words(f"「{self.file}」はUTF-8ではありません", "UTF-8で保存し直してください")
        return Words(
            f"「{self.file}」はUTF-8ではなく、{self.encoding}で書かれています",
            "表計算ソフトで「CSV UTF-8」として保存し直すか、"
            f"iconv -f {_ICONV[self.encoding]} -t UTF-8 元のファイル > 新しいファイル で変換してください",
        )

    def en(self) -> Words:
        if not self.encoding:
            return Words(f"「{self.file}」 is not UTF-8", "Save it as UTF-8.")
        return Words(
            f"「{self.file}」 is not UTF-8 but {self.encoding}",
            f"Save it as “CSV UTF-8”, or convert it with iconv -f {_ICONV[self.encoding]} -t UTF-8 OLD > NEW",
        )


_ICONV = {"Shift_JIS": "CP932", "UTF-16": "UTF-16"}


class NulBytes(Payload):
    """A CSV file with NUL bytes: not a text."""

    CODE: ClassVar[Code] = Code("RC803", "fact-file-nul-bytes")
    file: str
    line: int = detail()

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」の{self.line}行目にNUL文字があり、CSVとして読めません",
            "別の形式のファイルではないかを確かめ、CSVとして保存し直してください",
        )

    def en(self) -> Words:
        return Words(
            f"line {self.line} of 「{self.file}」 has a NUL byte and cannot be read as CSV",
            "Check that it is not a file of another kind, and save it as CSV.",
        )


class BrokenCsv(Payload):
    """A quotation mark that is not closed or stands inside a cell."""

    CODE: ClassVar[Code] = Code("RC804", "broken-csv")
    file: str
    line: int = detail()

    def ja(self) -> Words:
        return Words(
            f'「{self.file}」の{self.line}行目から、引用符「"」の対応が取れていません',
            "欄を囲む引用符を閉じ、欄の中の引用符は二つ重ねてください",
        )

    def en(self) -> Words:
        return Words(
            f"from line {self.line} on, the quotation marks of 「{self.file}」 do not match",
            "Close the quotation mark around the cell, and double those inside it.",
        )


class BrokenWorkbook(Payload):
    """An .xlsx file that is none."""

    CODE: ClassVar[Code] = Code("RC805", "broken-workbook")
    file: str

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」をExcelブックとして読めません",
            "壊れていないか、パスワードが掛かっていないかを確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.file}」 cannot be read as an Excel workbook",
            "Check that it is not damaged or protected by a password.",
        )


class WorkbookSupportMissing(Payload):
    """An .xlsx file, and the optional package that reads it is not installed."""

    CODE: ClassVar[Code] = Code("RC806", "workbook-support-missing")
    file: str

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」を読むための追加の部品が入っていません",
            "pip install 'regcheck[xlsx]' を実行するか、CSVとして保存し直してください",
        )

    def en(self) -> Words:
        return Words(
            f"the optional part that reads 「{self.file}」 is not installed",
            "Run pip install 'regcheck[xlsx]', or save the file as CSV.",
        )


# ------------------------------------------------------------ columns (RC810–RC819)


class MissingColumn(Payload):
    """A column that the 事実表 or a 確認 needs and the file does not have."""

    CODE: ClassVar[Code] = Code("RC810", "missing-column")
    file: str
    column: str
    near: str = ""

    def ja(self) -> Words:
        advice = f"見出し「{self.near}」のことではありませんか。" if self.near else ""
        return Words(
            f"「{self.file}」に「{self.column}」の列がありません",
            advice + "列を加えるか、事実表に「列「見出し」は…」と対応を書いてください",
        )

    def en(self) -> Words:
        advice = f"Is it the heading 「{self.near}」? " if self.near else ""
        return Words(
            f"「{self.file}」 has no column 「{self.column}」",
            advice + "Add the column, or say in the 事実表 which heading it is (列「…」は…).",
        )


class ExtraColumn(Payload):
    """A column that is no fact of the 対象 and not mapped."""

    CODE: ClassVar[Code] = Code("RC811", "extra-column")
    file: str
    column: str
    subject: str
    near: str = ""

    def ja(self) -> Words:
        advice = f"「{self.near}」ではありませんか。" if self.near else ""
        return Words(
            f"「{self.file}」の列「{self.column}」は対象「{self.subject}」の事実ではありません",
            advice + f"使わない列なら、事実表に「列「{self.column}」は用いない」と書いてください",
        )

    def en(self) -> Words:
        advice = f"Did you mean 「{self.near}」? " if self.near else ""
        return Words(
            f"the column 「{self.column}」 of 「{self.file}」 is no fact of 対象「{self.subject}」",
            advice + f"If it is not used, write 列「{self.column}」は用いない in the 事実表.",
        )


class RepeatedColumn(Payload):
    """Two columns for one fact."""

    CODE: ClassVar[Code] = Code("RC812", "repeated-column")
    file: str
    column: str
    fact: str

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」の列「{self.column}」は、前の列と同じ「{self.fact}」を表しています",
            "一方の列を除くか、事実表で一方を「用いない」としてください",
        )

    def en(self) -> Words:
        return Words(
            f"the column 「{self.column}」 of 「{self.file}」 gives 「{self.fact}」, as an earlier column does",
            "Remove one of them, or declare one 用いない in the 事実表.",
        )


class ColumnOfRecords(Payload):
    """A column for a 一覧 or 参照, which does not fit into a cell."""

    CODE: ClassVar[Code] = Code("RC813", "column-of-records")
    file: str
    column: str

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」の列「{self.column}」は一覧又は参照で、一つの欄には書けません",
            f"「{self.column}の名称」のように、その中の事実の列にしてください",
        )

    def en(self) -> Words:
        return Words(
            f"the column 「{self.column}」 of 「{self.file}」 is a 一覧 or 参照 and does not fit into a cell",
            f"Use columns for the facts inside it, such as 「{self.column}の名称」.",
        )
