"""Which documents there are, by name, and how each is made; nothing is made before it is asked for.

    material → pages │ lists        ordinance → law files, trace, 様式        flow → docx │ HTML │ PDF

`plan.py` is the page to read first. A further kind of document is a function that gives a Plan, named in build.py.
"""
