"""Real files as agencies send them, made for tests: Word and Excel by their libraries, and Word XML by hand."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

import docx
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W_NAMESPACE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def zip_of(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip that holds these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relationships(**targets: str) -> str:
    """A .rels part that leads to a part for each kind."""
    links = "".join(
        f'<Relationship Id="r{i}" Type="{KINDS}{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def word(body: str, **others: str) -> bytes:
    """A Word file with this body; `others` are further parts by kind ("comments"), without their root element."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relationships(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(**{kind: f"{kind}.xml" for kind in others}),
    }
    for kind, content in others.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {_NAMESPACES}>{content}</w:{kind}>"
    return zip_of(parts)


def table(*rows: str) -> str:
    """A w:tbl of ready rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, looks: str = "") -> str:
    """A w:tr of ready cells."""
    return f"<w:tr><w:trPr>{looks}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*paragraphs: str, looks: str = "") -> str:
    """A w:tc; a paragraph is plain text or ready runs."""
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{''.join(map(paragraph, paragraphs or ('',)))}</w:tc>"


def paragraph(inside: str) -> str:
    """A w:p of plain text or ready runs."""
    return f"<w:p>{inside if inside.startswith('<') or not inside else run(inside)}</w:p>"


def run(text: str, looks: str = "", tag: str = "t") -> str:
    """A w:r of plain text, with its looks ("<w:strike/>")."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def word_of(rows: Sequence[Sequence[str]]) -> bytes:
    """A Word file made by python-docx that holds one table of these texts."""
    document = docx.Document()
    made = document.add_table(len(rows), len(rows[0]))
    for target, texts in zip(made.rows, rows, strict=True):
        for place, text in zip(target.cells, texts, strict=True):
            place.text = text
    return saved(document)


def workbook_of(rows: Sequence[Sequence[object]], title: str = "Chronology") -> Workbook:
    """A workbook with one sheet of these values."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column, value)
    return book


def saved(book: object) -> bytes:
    """The bytes of a workbook or document."""
    file = io.BytesIO()
    book.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def ods(tables: str, styles: str = "", changes: str = "") -> bytes:
    """An OpenDocument spreadsheet with these tables, automatic styles and tracked changes."""
    names = "".join(f' xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "table", "text", "style", "number"))
    names = names.replace(f"{_ODF}number", f"{_ODF}datastyle") + f' xmlns:draw="{_ODF}drawing:1.0"'
    body = f"<office:body><office:spreadsheet>{changes}{tables}</office:spreadsheet></office:body>"
    styled = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content = f"<office:document-content{names}>{styled}{body}</office:document-content>"
    return zip_of({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def ods_table(*rows: str, name: str = "Chronology", columns: str = "<table:table-column/>") -> str:
    """A table:table of ready rows."""
    return f'<table:table table:name="{name}">{columns}{"".join(rows)}</table:table>'


def ods_row(*cells: str, looks: str = "") -> str:
    """A table:table-row of ready cells; `looks` are its attributes."""
    return f"<table:table-row {looks}>{''.join(cells)}</table:table-row>"


def ods_cell(inside: str = "", looks: str = "") -> str:
    """A table:table-cell of plain text or ready paragraphs; `looks` are its attributes."""
    words = inside if inside.startswith("<") or not inside else f"<text:p>{inside}</text:p>"
    kind = 'office:value-type="string" ' if words and "office:value-type" not in looks else ""
    return f"<table:table-cell {kind}{looks}>{words}</table:table-cell>"


def ods_of(rows: Sequence[Sequence[str]]) -> bytes:
    """An OpenDocument spreadsheet with one sheet of these texts, written as LibreOffice writes them."""
    return ods(ods_table(*(ods_row(*(ods_cell(_ods_text(text)) for text in texts)) for texts in rows)))


def _ods_text(text: str) -> str:
    words = escape(text).replace("\t", "<text:tab/>").replace("  ", ' <text:s text:c="1"/>')
    return "".join(f"<text:p>{line}</text:p>" for line in words.split("\n")) if text else ""


def struck_book() -> Workbook:
    """A workbook in which row 2, the cell C3 and a word of C4 are struck out."""
    seen = ("12/03/2022", "14:30", "Seen")
    words = CellRichText("Seen ", TextBlock(InlineFont(strike=True), "ill"))
    book = workbook_of((("Date", "Time", "Event"), seen, seen, (None, None, words)))
    for place in ("A2", "B2", "C2", "C3"):
        book.worksheets[0][place].font = Font(strike=True)
    return book
