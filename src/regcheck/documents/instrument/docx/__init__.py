"""Flow → docx. `package.py` is the page to read first: the body, its sections, the parts of the file."""
