"""An instrument as documents: 法令標準XML, Lawtext, docx, HTML, PDF, and lists.

    law → flow (lines, grids, new pages) → docx | HTML | PDF        law → XML | Lawtext

`emit.py` is the page to read first, `flow.py` what all formats share. How a composer calls it:

    from regcheck.documents.instrument.emit import Beside, Format, emit
    from regcheck.documents.instrument.profile import PROFILES

    beside = Beside(forms={"./pict/様式第一.pdf": form}, notes={Address("", "2", "1", ("1",)): (note,)})
    files = {f"条文.{format}": emit(law, format, PROFILES["kakugi"], beside) for format in Format}

- `law` is a regcheck.law.tree.Law, labels and all: 「第二条」, 「２」, 「イ」. Nothing is numbered here.
- A 様式 is an Appendix(annex=Annex.STYLE) with a Framed(frame=Frame.STYLE, body=Picture(source=…)); the form that
  `forms` has for that source is printed in its place (form.py). Without it the name of the file is printed.
- 上欄 or 左欄 are words of the law: who composes it writes them by `profile.direction`.
- A key of `notes` is an address as regcheck.law.places gives it: always with its 項. The same text is the anchor in
  the page: 条文.html#第二条第一項第一号.
- PDF is 横書き whatever the profile; docx and HTML follow it. A 様式 is always 横書き.
- Lists are not laws: roster.py has to_csv and roster_to_docx.
- The bytes depend on nothing but the arguments.
"""
