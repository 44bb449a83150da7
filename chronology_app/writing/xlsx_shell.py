"""The parts of a workbook that do not depend on the entries: what it is called and how its cells look."""

import re
from collections.abc import Mapping

from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.wordml import attribute

MAIN = "xl/worksheets/sheet1.xml"
"""The part that holds the rows."""

_MARKED = 100
"""Characters of the marking a header is given; doubled and beside the page they stay below 255."""

START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"

_TYPES = (
    f'{START}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETS}.sheet.main+xml"/>'
    f'<Override PartName="/{MAIN}" ContentType="{_SHEETS}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SHEETS}.styles+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_CORE_TYPE}"/></Types>'
)
_STYLES = (
    f'{START}<styleSheet {NAMESPACE}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font>'
    '</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
    '</fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
    '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>'
    '<xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment wrapText="1"/></xf>'
    '<xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def parts(manuscript: Manuscript, cells: str) -> Mapping[str, str]:
    """Return every part of a workbook but its sheet, by name; `cells` is where the table stands ("A1:C9")."""
    book = (f"{_OFFICE}/officeDocument", "xl/workbook.xml")
    core = (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    inside = (f"{_OFFICE}/worksheet", "worksheets/sheet1.xml"), (f"{_OFFICE}/styles", "styles.xml")
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relationships(book, core),
        "docProps/core.xml": _core(manuscript),
        "xl/workbook.xml": _book(cells),
        "xl/_rels/workbook.xml.rels": _relationships(*inside),
        "xl/styles.xml": _STYLES,
    }


def printed(marking: str) -> str:
    """Return how the sheet is printed: landscape A4, marked at its top and bottom.

    Every "&" in the words of a header is doubled (ECMA-376 part 1, 18.3.1.39), which holds 255 characters.
    """
    bold = '&C&"Arial,Bold"'
    marked = bold + marking.upper()[:_MARKED].replace("&", "&&")
    return (
        '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape"/><headerFooter>'
        f"<oddHeader>{attribute(marked)}</oddHeader>"
        f"<oddFooter>{attribute(marked)}&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"
    )


def _book(cells: str) -> str:
    """Return the workbook: one sheet, its filter, and its references and headings on every printed page."""
    filtered = 'name="_xlnm._FilterDatabase" localSheetId="0" hidden="1"'
    repeated = 'name="_xlnm.Print_Titles" localSheetId="0"'
    return (
        f'{START}<workbook {NAMESPACE} xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        '<sheets><sheet name="Chronology" sheetId="1" r:id="rId1"/></sheets><definedNames>'
        f"<definedName {filtered}>Chronology!{_fixed(cells)}</definedName>"
        f"<definedName {repeated}>Chronology!$A:$A,Chronology!$1:$1</definedName></definedNames></workbook>"
    )


def _fixed(cells: str) -> str:
    """Return "A1:C9" as "$A$1:$C$9"."""
    return re.sub("[A-Z]+|[0-9]+", r"$\g<0>", cells)


def _relationships(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{to}"/>' for i, (kind, to) in enumerate(targets, 1)
    )
    return f'{START}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _core(manuscript: Manuscript) -> str:
    """Return the properties. Nobody is named as author unless a person typed one."""
    review = manuscript.chronology.review
    author = "" if manuscript.look.anonymise else review.author
    said = {"dc:title": manuscript.title, "dc:creator": author, "dc:language": "en-GB"}
    words = "".join(f"<{name}>{attribute(text)}</{name}>" for name, text in said.items() if text)
    return (
        f'{START}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{words}'
        f"<cp:category>{attribute(review.marking.upper())}</cp:category></cp:coreProperties>"
    )
