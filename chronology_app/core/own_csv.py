"""How text stands in the app's own csv so that no spreadsheet runs it, and how the same text is read from it again."""

import re

BEGINS = ("Ref", "Date as written", "Date as read")
"""The first headings of the app's own table, by which its csv is known when it comes back."""

_RUNS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""What makes a spreadsheet take text for a formula (OWASP, "CSV Injection"), also behind apostrophes of its own."""


def guarded(text: str) -> str:
    """Return text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _RUNS.match(text) else text


def unguarded(text: str) -> str:
    """Return text as it was before it was guarded: `unguarded(guarded(text)) == text`."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text
