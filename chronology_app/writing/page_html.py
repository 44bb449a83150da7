"""The first pages of a document as HTML for a preview, made from the very blocks that are written to the file.

It is kept in memory only. Pictures of a template are not shown, and pages may break elsewhere than in Word.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise

from docx.oxml.ns import qn
from lxml.etree import _Element, fromstring

from chronology_app.writing.controls import found
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.page_styles import PageStyles, spaces, tabs
from chronology_app.writing.pages import PAGE, PAGES, Pages
from chronology_app.writing.shell import shell
from chronology_app.writing.to_docx import body
from chronology_app.writing.wordml import TABLE_END

ENOUGH = 120_000
"""Characters of WordprocessingML that fill the first pages, title and contents included."""

_A4 = {"w": 841.9, "h": 595.3}
_MARGIN = 36.0
_SIDES = ("top", "right", "bottom", "left", "header", "footer")


def first_pages(manuscript: Manuscript) -> Pages:
    """Return the first pages of a document.

    Raises:
        OutputProblem: its template is wrong; see `own_template.opened`.
    """
    around = shell(manuscript)
    manuscript = replace(manuscript, width=around.width)
    parts = dict(around.parts)
    drawn = _Drawn(PageStyles(parts["word/styles.xml"]), around.width)
    root = fromstring(around.before + _enough(manuscript).encode() + around.after)
    header, footer = (drawn.margin(parts, kind) for kind in ("header", "footer"))
    text = drawn.document(root)
    return Pages(text, header, footer, *_page(root))


def _enough(manuscript: Manuscript) -> str:
    """Return as many blocks as fill the first pages, the last table closed."""
    made: list[str] = []
    held = 0
    for block in body(manuscript):
        made.append(block)
        held += len(block)
        if held > ENOUGH:
            break
    text = "".join(made)
    return text + TABLE_END * (text.count("<w:tbl>") - text.count(TABLE_END))


def _page(root: _Element) -> tuple[tuple[float, float], tuple[float, ...]]:
    """Return the size and margins of the last section's page, in points; A4 landscape where it does not say."""
    told = [dict(element.attrib) for element in found(root, "w:body/w:sectPr/w:pgSz | w:body/w:sectPr/w:pgMar")]
    said = {name: int(value) / 20 for attributes in told for name, value in attributes.items() if value.isdigit()}
    width, height = (said.get(qn(f"w:{name}"), usual) for name, usual in _A4.items())
    return (width, height), tuple(said.get(qn(f"w:{side}"), _MARGIN) for side in _SIDES)


def _flow(parent: _Element) -> Iterator[_Element]:
    """Give the paragraphs and tables that stand in an element, also those inside content controls."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _flow(child)


Tab = tuple[str, int]
"""A tab stop: its kind and its place in twentieths of a point."""


class _Drawn:
    """Turns paragraphs and tables into HTML in the styles of a document."""

    def __init__(self, styles: PageStyles, width: int) -> None:
        self._styles = styles
        self._width = width

    def document(self, root: _Element) -> str:
        """Return the text; what stands first needs no new page, and Qt would leave one empty before it."""
        blocks = list(_flow(found(root, "w:body")[0]))
        for new_page in found(blocks[0], "w:pPr/w:pageBreakBefore") if blocks else ():
            new_page.getparent().remove(new_page)
        return self._page_of("".join(map(self._block, blocks)))

    def margin(self, parts: Mapping[str, bytes], kind: str) -> str:
        """Return the first header or footer that says anything."""
        roots = (fromstring(xml) for name, xml in parts.items() if name.startswith(f"word/{kind}"))
        said = next((root for root in roots if found(root, ".//w:t")), None)
        return self._page_of("" if said is None else "".join(map(self._block, _flow(said))))

    def _page_of(self, inside: str) -> str:
        return f'<html><body style="{_style(self._styles.ground)}">{inside}</body></html>'

    def _block(self, block: _Element) -> str:
        return self._table(block) if block.tag == qn("w:tbl") else self._paragraph(block)

    def _paragraph(self, paragraph: _Element) -> str:
        style = "".join(found(paragraph, "w:pPr/w:pStyle/@w:val"))
        css = dict(self._styles.css(style)) | dict(spaces(paragraph))
        stops = tabs(paragraph) or self._styles.tabs(style)
        if found(paragraph, "w:pPr/w:pageBreakBefore"):
            css["page-break-before"] = "always"
        inside = "".join(self._inline(paragraph)).rstrip("\t")  # the page numbers of contents are not known here
        if "\t" in inside and stops:
            return self._tabbed(inside.split("\t"), stops, css)
        return f'<p style="{_style(_NONE | css)}">{inside or "&nbsp;"}</p>'

    def _tabbed(self, words: list[str], known: Sequence[Tab], css: Mapping[str, str]) -> str:
        """Return a line with tab stops as a table of one row, as Qt knows no tab stops in CSS."""
        stops = (*known, *[("left", self._width)] * len(words))[: len(words) - 1]
        starts = [0]
        for kind, at in stops:
            starts.append({"right": (starts[-1] + at) // 2, "center": at * 2 // 3}.get(kind, at))
        end = stops[-1][1] if stops[-1][0] == "right" else self._width
        sides = ("left", *(kind for kind, _ in stops))
        cells = "".join(
            f'<td width="{100 * (after - before) / end:.0f}%" align="{side}" style="{_style(css)}">{text}</td>'
            for text, side, (before, after) in zip(words, sides, pairwise([*starts, end]), strict=True)
        )
        return f'<table width="{100 * end / self._width:.0f}%" cellspacing="0" cellpadding="1"><tr>{cells}</tr></table>'

    def _table(self, table: _Element) -> str:
        widths = [int(width) for width in found(table, "w:tblGrid/w:gridCol/@w:w")]
        rows = "".join(self._row(row, widths) for row in found(table, "w:tr"))
        whole = min(100, 100 * sum(widths) / self._width)
        return f'<table width="{whole:.0f}%" cellspacing="0" cellpadding="3">{rows}</table>'

    def _row(self, row: _Element, widths: Sequence[int]) -> str:
        head = self._styles.head_fill if found(row, "w:trPr/w:tblHeader") else ""
        return f"<tr>{''.join(self._cell(*cell, head) for cell in zip(found(row, 'w:tc'), widths, strict=False))}</tr>"

    def _cell(self, cell: _Element, width: int, head: str) -> str:
        fill = next((f"#{fill}" for fill in found(cell, "w:tcPr/w:shd/@w:fill")), head)
        ground = f' bgcolor="{fill}"' if fill else ""
        ruled = f"border-bottom: 1px solid {self._styles.rule};"
        inside = "".join(map(self._block, _flow(cell)))
        return f'<td width="{100 * width / self._width:.1f}%"{ground} style="{ruled}">{inside}</td>'

    def _inline(self, parent: _Element) -> Iterator[str]:
        for child in parent:
            name = child.tag.rpartition("}")[2]
            if name == "r":
                yield self._run(child)
            elif name == "fldSimple":
                yield _counted(child.get(qn("w:instr"), ""))
            elif name in _HOLDING:
                yield from self._inline(child)

    def _run(self, run: _Element) -> str:
        text = "".join(_SIGNS[sign.tag](sign) for sign in run if sign.tag in _SIGNS)
        css = self._styles.css("".join(found(run, "w:rPr/w:rStyle/@w:val")))
        return f'<span style="{_style(css)}">{text}</span>' if css and text.strip() else text


_NONE = {"margin-top": "0px", "margin-bottom": "0px"}
_HOLDING = ("hyperlink", "ins", "sdt", "sdtContent", "smartTag")
_SIGNS: Mapping[str, Callable[[_Element], str]] = {
    qn("w:t"): lambda sign: escape(sign.text or ""),
    qn("w:br"): lambda _: "<br>",
    qn("w:tab"): lambda _: "\t",
}


def _counted(instruction: str) -> str:
    """Return what stands for a field: the page's number, the number of pages, or nothing until somebody counts."""
    return {"PAGE": PAGE, "NUMPAGES": PAGES}.get(instruction.strip().partition(" ")[0], "")


def _style(css: Mapping[str, str]) -> str:
    return escape("; ".join(f"{name}: {value}" for name, value in css.items()))
