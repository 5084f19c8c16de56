"""The command line in Japanese.

Owns: every Japanese text that is not part of a finding.
Refuses to know: layout, what a verb does.
"""

from __future__ import annotations

from regcheck.surface.cli.words.texts import Texts, VerbTexts

_EXITS = """終了コード：0 問題なし、1 指摘あり、2 使い方か設定の誤り、3 判定できない検査あり、101 道具の故障、130 中断。"""

JA = Texts(
    about="法令の形で書いた仕様を検査し、別表などの文書を作ります。",
    usage="使い方",
    arguments="引数",
    options="オプション",
    verbs_heading="コマンド",
    footer="各コマンドの説明は regcheck コマンド --help で読めます。",
    help_option="この説明を表示します。",
    version_option="版を表示します。",
    lang_option="表示の言語（既定は ja）。",
    debug_option="故障のときに内部の記録を表示します。",
    verbs={
        "check": VerbTexts(
            brief="仕様を検査し、矛盾や漏れを具体例とともに示します。",
            page="PATHSの仕様を検査します。フォルダ一つが一つの仕様です。省略したときは specs を検査します。\n\n"
            + _EXITS,
            options={
                "paths": "検査するファイルかフォルダ。",
                "format": "表示の形（既定は full）。full は詳しく、concise は一行ずつ、json は機械用。",
                "baseline": "承知済みの指摘の一覧。省略したときは仕様のフォルダの baseline.toml。",
                "config": "設定を一つ変えます。何度でも書けます。例：prove.rlimit=50000000",
                "no_cache": "保存した結果を使わず、保存もしません。",
                "jobs": "同時に証明する処理の数（省略すると、割に合うだけ）。",
                "more": "反例のある指摘ごとに、決め手の違う別の例をN個まで示します。",
                "ledger": "全ての検査の台帳をJSONで書くファイル。",
                "certify": "証明と反例の全てを第二の証明器cvc5に解き直させ、全ての例を計算し直します。",
                "dump_smt": "全ての問いをSMT-LIBで、一つずつファイルに書くフォルダ。",
                "as_of": "この日の時点の法令だけを読みます（例：2025-04-01、令和七年四月一日）。省略したときは全ての日。",
            },
        ),
        "generate": VerbTexts(
            brief="検査に通った仕様から文書を作ります。",
            page="SPECの仕様を検査し、文書を作ります。検査に通らないときは何も書きません。\n\n" + _EXITS,
            options={
                "spec": "仕様のフォルダ。",
                "out": "文書を置くフォルダ。省略したときは generated の下の仕様と同じ名前のフォルダ。",
                "only": "この名前の文書だけを作ります。何度でも書けます。例：ordinance.docx",
                "check": "書き込まず、今ある文書が最新かどうかだけを調べます。",
                "force": "手で直された文書も、捨てて書き直します。",
                "draft": "検査に通らなくても、「未検証」と印した案を作ります。",
                "final": "省令案に「〇」（未確定）が残っていれば、作らずにその場所を示します。",
                "fix_provisions": "仕様の条項を、省令案での場所（RC895 の示すもの）に書き直してから作ります。",
                "baseline": "承知済みの指摘の一覧。省略したときは仕様のフォルダの baseline.toml。",
                "config": "設定を一つ変えます。何度でも書けます。例：prove.rlimit=50000000",
                "no_cache": "保存した結果を使わず、保存もしません。",
                "jobs": "同時に証明する処理の数（省略すると、割に合うだけ）。",
                "as_of": "この日の時点の法令だけを読みます（例：2025-04-01、令和七年四月一日）。省略したときは全ての日。",
            },
        ),
        "case": VerbTexts(
            brief="一つの事案がどの規定に当たるかを、号ごとに示します。",
            page="SPECの仕様を一つの事案に当てはめ、どの号に該当し、どの号に該当しないかを示します。事案は、"
            "事例を書いたファイル、事例の本文だけを書いたファイル、一行だけのCSV、又は事実表の行で与えます。\n\n"
            + _EXITS,
            options={
                "spec": "仕様のフォルダかファイル。",
                "file": "事案を書いたファイル（.regspec、.txt、.csv）。",
                "row": "事実表の行の見出し（例：病院の名称）。",
                "subject": "事案の対象の名前。仕様から一つに決まるときは省略できます。",
                "format": "表示の形。full か json。",
                "as_of": "この日の時点の法令だけを読みます（例：2025-04-01、令和七年四月一日）。省略したときは全ての日。",
            },
        ),
        "period": VerbTexts(
            brief="期間の文言を、ある日から数えます。",
            page="PHRASEの期間を--fromの日から民法に従って数え、起算日、末日、その翌日を、根拠の条とともに示します。"
            "初日を数えるかどうか（起算して）、どの日を指すか（経過する日、経過した日）は文言で決まります。"
            "末尾に（閉庁日繰下げ）と書くと、行政機関の休日に当たる末日を繰り下げます。\n\n"
            "例：regcheck period 指定を受けた日から六月間 --from 令和七年五月一日",
            options={
                "phrase": "期間の文言（例：受理した日から起算して三十日を経過する日まで）。",
                "start": "数え始めの事実があった日（例：2025-05-01、令和七年五月一日）。",
                "format": "表示の形。full か json。",
            },
        ),
        "timeline": VerbTexts(
            brief="手続の日程を、選んだ日から表と図にします。",
            page="SPECの手続の事象、期間、期限、義務、禁止、権限を、--from で選んだ日のときに、だれが、いつから、いつまで、と示します。"
            "定まらない日は、早ければいつ、遅くともいつ、と幅で示します。数え方は民法の条とともに、違反の効果と根拠条項は仕様から示します。\n\n"
            "例：regcheck timeline specs/act --from 受理=2026-04-01 --format svg -o figure.svg\n\n"
            "選んだ日が手続の順序に合わないときの終了コードは2、規定に違反するときは、図を描いたうえで1です。",
            options={
                "spec": "仕様のフォルダかファイル。",
                "days": "事象の日（例：受理=2026-04-01、勧告=令和八年四月二十一日）。延長などによる新しい末日は「延長後の末日=2026-07-31」のように書きます。何度でも書けます。",
                "procedure": "手続の名前。省略したときは、選んだ事象が全てある手続の全部です。",
                "format": "表示の形（既定は text）。text は表、svg は図、html は表と図、json は機械用。",
                "output": "表示せずにFILEに書きます。",
                "as_of": "この日の時点の法令を読みます（例：2025-04-01、令和七年四月一日）。省略したときは、選んだ最も早い日の時点。",
            },
        ),
        "cache": VerbTexts(
            brief="保存した結果の量を示し、又は消します。",
            page="check は、同じ検査を繰り返さないように結果を保存します。stats は場所と量を示し、clear は全てを消します。場所は"
            "環境変数 REGCHECK_CACHE_DIR か設定 cache.dir で変えられます。",
            options={
                "action": "stats（場所と量を示す）か clear（消す）。",
                "config": "設定を一つ変えます。何度でも書けます。例：cache.dir=.cache",
            },
        ),
        "sensitivity": VerbTexts(
            brief="限度を動かすと事実表のどの行が変わるかを調べます。",
            page="SPECの仕様の限度（四百床以上など）を一つずつ動かし、事実表のどの行の結果が、ちょうどどの値で変わるかを、行の名前で示します。"
            "変わり目は行の値そのものから求めるので、飛ばすことはありません。\n\n"
            "例：regcheck sensitivity specs/medical --limit 第一段階",
            options={
                "spec": "仕様のフォルダかファイル。",
                "words": "条項、項目の名前、事実、限度のいずれかにWORDSを含む限度だけを、全ての変わり目とともに示します。省略したときは、どの限度も前後三つずつ示します。",
                "format": "表示の形。full か json。",
                "as_of": "この日の時点の法令だけを読みます（例：2025-04-01、令和七年四月一日）。省略したときは全ての日。",
            },
        ),
        "mutate": VerbTexts(
            brief="条文をわざと少し書き換え、検査がどれだけ気付くかを調べます。",
            page="SPECの仕様の以上と超える、限度、期日、号、又はとかつ、ただし書などを一つずつ書き換え、どの証明も性質も事例も"
            "気付かない書換えを、見分ける場合とともに示します。意味の変わらない書換えは数えません。気付かないままでよいものは、"
            "「# regcheck: ignore[RC862] 理由」の注釈か baseline.toml で、理由を添えて承知済みにします。\n\n"
            "終了コードは、残りに全て理由があり、気付いた割合が足りるときに0です。",
            options={
                "spec": "仕様のフォルダかファイル。",
                "only": "書換えの種類（strictness、limit、date、drop、connective、exception）か項目の名前。何度でも書けます。",
                "limit": "全体から均等に選んだN個だけを試します。",
                "at_least": "気付くべき割合（％、既定は90）。",
                "format": "表示の形。full か json。",
                "baseline": "承知済みの指摘の一覧。省略したときは仕様のフォルダの baseline.toml。",
                "config": "設定を一つ変えます。何度でも書けます。例：prove.rlimit=50000000",
                "as_of": "この日の時点の法令だけを読みます（例：2025-04-01、令和七年四月一日）。省略したときは全ての日。",
            },
        ),
        "import-law": VerbTexts(
            brief="法令の条文を読み、参照、用語、体裁を調べます。",
            page="FILEの法令（法令標準XML、Lawtext、Markdown）を条項に分け、参照の行き先を確かめ、起案者が見る点を調べます。"
            "一緒に指定した法令どうしは互いに参照先となり、同じ作りの省令は字句を比べます。XMLはスキーマに照らし、"
            "合わないときは場所を示して何も作りません。\n\n例：regcheck import-law 法.xml 施行令.xml 省令.md\n\n"
            + _EXITS,
            options={
                "files": "法令のファイル（.xml、.txt、.md）。",
                "format": "表示の形。full か json（条項と参照の一覧を含む）。",
                "to": "調べる代わりに、一つの法令を別の形（lawtext か xml）にして標準出力に書きます。",
                "fix": "見るまでもなく直せる指摘を直して、法令を標準出力に書きます（元のファイルは変えません）。",
            },
        ),
        "compare": VerbTexts(
            brief="二つの版の条文を比べ、新旧対照表を作ります。",
            page="OLDとNEWの条文を、番号ではなく内容で対応させ、語ごとに比べます。条項を挟んでも、後の条項は番号が変わるだけです。番号とともに改まる引用を"
            "並べ、改め忘れた引用を指摘します。仕様のフォルダどうしなら、意味が同じか、広がるか、狭まるかを、最小の事例とともに示します。\n\n"
            "OLDとNEWは、法令のファイル（.xml、.txt、.md）か、条文の組立て（ordinance/outline.toml）のある仕様のフォルダです。\n\n"
            "例：regcheck compare 旧.xml 新.xml --format docx -o 改正.docx\n\n"
            "終了コード：0 条文も意味も同じ、1 違いか指摘あり、2 使い方の誤りか、読めない・検査に通らない版（何も書きません）、3 条文は同じで意味を判定できない、101 道具の故障、130 中断。",
            options={
                "old": "改正前。",
                "new": "改正後。",
                "format": "出す形（既定は full）。full は一行ずつの一覧、json は機械用。xml、law.txt、docx、html、pdf は一部改正省令。省略して -o を付けたときは、ファイルの末尾で決まります。",
                "review": "docx、html、pdf を、意味の欄を添えた検討用の表にします。",
                "profile": "紙の体裁（plain、plain-tate、kakugi。既定は plain）。PDFはいつも横書きです。",
                "style": "改正文の書き方（既定は mhlw）。mhlw は厚生労働省、houshiki は記号を文で説明する方式。",
                "signs": "（新設）と（削る）に傍線を付けるか（lined）、付けないか（plain）。省略したときは --style の習わし。",
                "output": "表示せずにFILEに書きます。",
                "as_of_old": "改正前の仕様を読む日（例：2025-04-01、令和七年四月一日）。",
                "as_of_new": "改正後の仕様を読む日。",
                "draft": "検査に通らない仕様も比べ、作る文書に「未検証」と印します。",
                "config": "設定を一つ変えます。何度でも書けます。例：prove.rlimit=50000000",
                "no_cache": "保存した結果を使わず、保存もしません。",
                "jobs": "同時に証明する処理の数（省略すると、割に合うだけ）。",
            },
        ),
        "explain": VerbTexts(
            brief="指摘の符号の意味と直し方を説明します。",
            page="CODE（例：RC301）か指摘の名前の説明を、誤った例と直した例とともに表示します。省略したときは一覧を表示します。",
            options={"code": "指摘の符号か名前。"},
        ),
        "fmt": VerbTexts(
            brief="仕様のファイルの体裁を整えます。",
            page="PATHSのファイルの字下げ、空白などを整えます。意味と注釈は変わりません。読めないファイルには触れません。",
            options={
                "paths": "整えるファイルかフォルダ。省略したときは specs。",
                "check": "書き込まず、整っていないファイルの名前だけを表示します。あれば終了コードは1です。",
                "diff": "書き込まず、変わる行を表示します。あれば終了コードは1です。",
            },
        ),
        "init": VerbTexts(
            brief="見本の仕様を新しいフォルダに作ります。",
            page="FOLDERに小さな仕様を作ります。わざと残した指摘が一つあり、直しながら使い方を覚えられます。",
            options={"folder": "作るフォルダ。既にあるときは空でなければなりません。"},
        ),
        "baseline": VerbTexts(
            brief="指摘を、理由を添えて承知済みにします。",
            page="FINGERPRINTの指摘を、承知済みの一覧 baseline.toml に書き加えます。指紋は check の表示にあります。",
            options={
                "action": "add（書き加える）。",
                "fingerprint": "指摘の指紋。ほかと紛れなければ初めの数文字でも構いません。",
                "reason": "直さずに置く理由（必須）。",
                "paths": "探す仕様。省略したときは specs。",
                "config": "設定を一つ変えます。何度でも書けます。例：prove.rlimit=50000000",
                "as_of": "この日の時点の法令だけを読みます（例：2025-04-01、令和七年四月一日）。省略したときは全ての日。",
            },
        ),
    },
    usage_error="使い方の誤り",
    see_help="説明は「{command} --help」で読めます。",
    no_verb="コマンドがありません",
    unknown_verb="「{name}」というコマンドはありません",
    unknown_option="「{name}」というオプションはありません",
    did_you_mean="「{name}」ではありませんか",
    missing_value="「{name}」には値が必要です",
    missing_argument="「{name}」がありません",
    unexpected_argument="余分な引数「{name}」があります",
    bad_value="「{name}」の値「{value}」は使えません（使えるのは {choices}）",
    not_key_value="設定は 名前=値 の形で書いてください（例：prove.rlimit=50000000）",
    no_path="「{name}」というファイルもフォルダもありません",
    no_code="「{name}」という指摘はありません。一覧は「regcheck explain」で見られます",
    no_finding="指紋「{name}」の指摘は見つかりません",
    many_findings="指紋「{name}」で始まる指摘が{count}件あります。もう少し長く書いてください",
    no_row="「{name}」という見出しの行は事実表にありません",
    no_limit="「{words}」を含む限度がありません",
    no_subject="事案の対象を --subject で指定してください（{choices}）",
    one_specification="仕様を一つだけ指定してください（「{name}」の下に{count}個あります）",
    file_or_row="FILE と --row のどちらか一方を指定してください",
    no_second_solver="第二の証明器cvc5がありません。「pip install 'regcheck[certify]'」で入れてください",
    no_day="「{name}」の「{text}」は日付として読めません（2025-05-01、2025年5月1日、令和七年五月一日のように書いてください）",
    no_period="「{text}」は期間の文言として読めません",
    not_understood="「{rest}」からが分かりません",
    expected={
        "anchor": "「指定を受けた日から」「変更する日の」のように、数え始めの日で始めてください",
        "length": "「六月間」「起算して十日以内」「二週間」「一年六月」のような期間の長さを書いてください",
        "numeral": "数は一以上とし、「三十」「30」のように書いてください",
        "end": "長さの後は「間」「以内」「を経過する日」「を経過した日」「を超えない範囲内」「前まで」のように終えてください",
    },
    outside_calendar="期間が西暦1年から9999年までの外に出ます",
    outside_table="{day}が行政機関の休日かどうかは分かりません（分かるのは{first}年から{last}年まで）",
    not_event_day="「{text}」は 事象=日 の形で書いてください（例：--from 受理=2026-04-01）",
    event_twice="「{name}」の日が二度選ばれています",
    one_procedure="図にする手続を --procedure で一つ指定してください（{choices}）",
    wants_file="{format} は -o でファイルを指定してください",
    day_of_law="「{option}」は仕様のフォルダにだけ使えます（「{name}」は法令のファイルです）",
    unknown_suffix="「{name}」の末尾からは形式が決まりません。--format を指定してください",
    one_law="--to か --fix を使うときは、ファイルを一つだけ指定してください",
    law_mended="{count}か所を直しました。元のファイルは変えていません。",
    fix_or_check="--fix-provisions と --check は一緒に使えません（--check は何も書きません）",
    restated="{item}の条項を「{old}」から「{new}」に直しました。",
    crashed="道具の中で故障が起きました。条文の誤りではありません。\n記録を「{file}」に置きました。開発者に知らせてください。",
    interrupted="中断しました。",
    mutating="書換え {done}/{total}",
    solving="検査 {done}/{total}",
    written="{count}個の文書を「{folder}」に作りました。",
    fresh="「{folder}」の{count}個の文書は最新です。",
    stale="内容が違います：{file}",
    missing="ありません：{file}",
    extra="余分です：{file}",
    changed="「{file}」に手で加えられた変更（- 今の内容、+ 書こうとした内容）：",
    changed_more="  （ほかに{count}行）",
    changed_other="「{file}」は文字のファイルではないので、内容が違うことだけを示します。",
    changed_gone="「{file}」は、もう作られない文書です。",
    would_format="整っていません：{file}",
    formatted="整えました：{file}",
    format_summary="{total}個のファイルのうち{changed}個を整えました。",
    made="「{folder}」に見本を作りました。次は「regcheck check {folder}」を実行してください。",
    certified="第二の証明器（{solver}）：検査{found.agreed}件の問い{found.questions}個の答えが一致（食い違い{found.disagreed}件、決まらず{found.undecided}件）。例{found.replayed}件を計算し直しました。",
    not_certified="解き直していない検査：{count}件（{kinds}）。証明器に問う形のないものです。",
    kinds={"solver": "証明器", "geometry": "表の数え上げ", "evaluator": "計算", "shape": "字面"},
    kept="保存した結果を使いました（{count}件中{count}件）。",
    remembered="保存した答えを使いました（問い{asked}件中{found}件）。",
    cache_broken="「{folder}」に保存した結果が壊れていたので、使わずに作り直しました。",
    cache_useless="「{folder}」の保存した結果は使えません（{reason}）。",
    cache_stats="""場所：{folder}
検査の結果：{runs}件（{run_bytes}バイト）
問いの答え：{verdicts}件（{verdict_bytes}バイト）""",
    cache_cleared="「{folder}」に保存した結果を消しました。",
    accepted="「{file}」に書き加えました：{code}",
    already_accepted="この指摘は既に承知済みです",
)
