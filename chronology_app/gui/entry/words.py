"""The agency's words of one entry as a text to read and mark; positions in it and in the entry's fields, both ways."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from chronology_app.core.entry import Entry
from chronology_app.core.fields import MARKED_FIELDS, TITLES, Field
from chronology_app.gui.theme import Theme

SHOWN_FIELDS = (
    *MARKED_FIELDS,
    Field.SEEN,
    Field.PEOPLE,
    Field.PROFESSIONAL,
    Field.CONTACT_TYPE,
    Field.LOCATION,
    Field.SHARED_WITH,
    Field.PRACTICE,
    Field.SOURCE,
    Field.RECORDED,
    Field.REFERENCE,
)
"""In the order a reader wants them; fields the agency left empty are not shown."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a field's words stand in the document: `start` is its first position, `text` the agency's words.

    The document counts UTF-16 units, the entry counts characters; both differ only past the basic plane.
    """

    field: str
    start: int
    text: str

    @property
    def end(self) -> int:
        """The position after the last of its words."""
        return self.start + utf16(self.text)

    def to_document(self, offset: int) -> int:
        """Return the document's position of a character of the field."""
        return self.start + utf16(self.text[:offset])

    def to_field(self, position: int) -> int:
        """Return the character of the field at a document's position, kept inside the field."""
        units = self.text.encode("utf-16-le")[: 2 * max(0, position - self.start)]
        return len(units.decode("utf-16-le", "ignore"))


def utf16(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def write_words(
    document: QTextDocument, entry: Entry, colours: Theme, kept: Iterable[tuple[str, str]] = ()
) -> tuple[Span, ...]:
    """Fill a document with the entry's fields under small headings; returns where each field's words stand.

    Below them stand the columns nobody claimed, `kept` with the entry, each as (heading, words).
    """
    document.clear()
    cursor = QTextCursor(document)
    heading, words = QTextCharFormat(), QTextCharFormat()
    heading.setForeground(_brush(colours.muted))
    heading.setFontWeight(QFont.Weight.DemiBold)
    words.setForeground(_brush(colours.text))
    paragraph, under = QTextBlockFormat(), QTextBlockFormat()
    paragraph.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    under.setTopMargin(10)
    under.setBottomMargin(3)
    spans: list[Span] = []
    blocks = [(str(field), TITLES[field], entry.text(field)) for field in SHOWN_FIELDS]
    blocks += [("", f"Other column: {title}", text) for title, text in kept]
    for field, title, text in blocks:
        if not text:
            continue
        cursor.setBlockFormat(under)
        cursor.insertText(title, heading)
        cursor.insertBlock(paragraph)
        if field:
            spans.append(Span(field, cursor.position(), text))
        cursor.insertText(text.replace("\n", "\u2028"), words)
        cursor.insertBlock(QTextBlockFormat())
    return tuple(spans)


def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))
