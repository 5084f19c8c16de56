"""A comparison of two versions as documents.

comparison → amending_law (to_law.py) → 法令標準XML, Lawtext, docx, HTML, PDF by instrument.emit
comparison + meanings → comparison_flow (review.py) → docx, HTML, PDF
"""

from __future__ import annotations

from regcheck.documents.comparison.review import comparison_flow as comparison_flow
from regcheck.documents.comparison.styles import STYLES as STYLES, Style as Style
from regcheck.documents.comparison.to_law import amending_law as amending_law
