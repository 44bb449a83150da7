"""The few WordprocessingML strings a document is made of, so that rows can be streamed instead of built as objects.

Element names and the order of children follow ECMA-376 part 1, section 17 (CT_PPr, CT_RPr, CT_TblPr, CT_TcPr).
Characters XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets) are shown as U+FFFD: one of them left in makes a
file Word cannot open, and one taken out without a trace would change an agency's words.
"""

import re
from collections.abc import Iterable, Sequence

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|\r|\n")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"})

TABLE_END = "</w:tbl>"
ROW_END = "</w:tr>"


class Made(str):
    """A paragraph that is WordprocessingML already: an agency's words that only look like it are never one."""

    __slots__ = ()


def legal(text: str) -> str:
    """Return `text` with every character XML 1.0 forbids shown as U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def attribute(text: str) -> str:
    """Return `text` fit to stand in a double-quoted attribute."""
    return legal(text).translate(_ENTITIES)


def letters(text: str) -> str:
    """Return the content of a run that shows `text`; every kind of line break is one `w:br`, a tab one `w:tab`."""
    if text.isprintable() and "&" not in text and "<" not in text and ">" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    shown = legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    end, start = "</w:t>", '<w:t xml:space="preserve">'
    broken = _BREAK.sub(f"{end}<w:br/>{start}", shown).replace("\t", f"{end}<w:tab/>{start}")
    return f"{start}{broken}{end}".replace(start + end, "")


def run(text: str, style: str = "") -> str:
    """Return a run in a character style ("" for the paragraph's own); "" for no text."""
    if not text:
        return ""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{properties}{letters(text)}</w:r>"


def link(text: str, anchor: str, style: str = "Hyperlink") -> str:
    """Return a run that leads to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(text, style)}</w:hyperlink>'


def bookmark(number: int, name: str, inside: str) -> str:
    """Return `inside` with a bookmark around it; `number` is unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(inside: str, style: str, new_page: bool = False) -> Made:
    """Return a paragraph of runs in a paragraph style, at the top of a page where `new_page`."""
    top = "<w:pageBreakBefore/>" if new_page else ""
    return Made(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{top}</w:pPr>{inside}</w:p>')


def plain(text: str, style: str) -> Made:
    """Return a paragraph that shows `text`."""
    return paragraph(run(text), style)


def cell_start(width: int, fill: str = "") -> str:
    """Return the opening of a table cell, `width` in twentieths of a point, `fill` rrggbb."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'


def cell(inside: str, width: int, fill: str = "") -> str:
    """Return a table cell; `inside` is at least one paragraph."""
    return f"{cell_start(width, fill)}{inside}</w:tc>"


def row_start(whole: bool = True) -> str:
    """Return the opening of a table row, one that stays on one page where `whole`."""
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" if whole else "<w:tr>"


def row(cells: Iterable[str]) -> str:
    """Return a table row that stays on one page."""
    return f"{row_start()}{''.join(cells)}{ROW_END}"


def table_start(titles: Sequence[str], widths: Sequence[int], caption: str, description: str) -> str:
    """Return the opening of a table of fixed layout and its heading row, repeated on every page.

    `titles` are words, or paragraphs that are made already; `caption` and `description` are the table's title and
    alternative text (ISO 29500 17.4.62, 17.4.61).
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = (title if isinstance(title, Made) else plain(title, "EntryHead") for title in titles)
    heads = "".join(cell(title, width) for title, width in zip(made, widths, strict=True))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ChronologyTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val="{attribute(caption)}"/>'
        f'<w:tblDescription w:val="{attribute(description)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    )


def page_of(anchor: str) -> str:
    """Return the number of the page a bookmark stands on, once somebody counts; nothing until then."""
    return f'<w:fldSimple w:instr=" PAGEREF {anchor} \\h "><w:r><w:t></w:t></w:r></w:fldSimple>'


def field(code: str, shown: str = "1") -> str:
    """Return a field such as PAGE or NUMPAGES, showing `shown` until Word counts."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
