"""Makes resources/template.docx, the Word template a document starts from: `python tests/make_template.py`.

A partnership may use its own instead: any .docx with styles of these names. Everything that decides how the pages look
is in the table of styles below; nothing in it is older than what the document needs, so nothing else is carried along.
"""

import zipfile
from pathlib import Path

TEMPLATE = Path(__file__).resolve().parents[1] / "resources" / "template.docx"
INK, SOFT, ACCENT, RULE, HEAD = "1F2933", "4A5560", "1D3A5F", "B9C2CC", "E8EDF3"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def spacing(before: int, after: int, line: int = 259) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def text(size: float, colour: str = INK, bold: bool = False, italic: bool = False) -> str:
    half = round(size * 2)
    weight = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    return f'{weight}<w:color w:val="{colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


RULED = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3" w:color="{ACCENT}"/></w:pBdr>'
BOXED = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
FACTS = '<w:tabs><w:tab w:val="left" w:pos="2552"/></w:tabs>'
FOOT = '<w:tabs><w:tab w:val="center" w:pos="7568"/><w:tab w:val="right" w:pos="15137"/></w:tabs>'
ASIDE = '<w:ind w:left="227" w:right="3400"/>'
NEXT = "<w:keepNext/><w:keepLines/>"
CENTRED = '<w:jc w:val="center"/>'

PARAGRAPHS: dict[str, tuple[str, str]] = {
    "Title": (NEXT + spacing(1900, 60, 240), text(28, ACCENT, bold=True)),
    "Subtitle": (RULED + spacing(0, 280), text(14, SOFT)),
    "Heading 1": (NEXT + RULED + spacing(360, 160, 240) + '<w:outlineLvl w:val="0"/>', text(17, ACCENT, bold=True)),
    "Heading 2": (NEXT + spacing(260, 90, 240) + '<w:outlineLvl w:val="1"/>', text(12.5, ACCENT, bold=True)),
    "Document Text": (spacing(0, 120, 276) + '<w:ind w:right="3400"/>', ""),
    "Document Fact": (FACTS + spacing(0, 70) + '<w:ind w:left="2552" w:hanging="2552"/>', ""),
    "Handling Note": (BOXED + spacing(0, 80, 276) + ASIDE, ""),
    "Handling Title": (NEXT + BOXED + spacing(360, 0, 300) + ASIDE, text(10.5, ACCENT, bold=True)),
    "Continued": (NEXT + spacing(200, 60), text(9, SOFT, italic=True)),
    "toc 1": (spacing(100, 20, 240), text(10.5, bold=True)),
    "toc 2": (spacing(0, 20, 240) + '<w:ind w:left="284"/>', text(10)),
    "Entry Head": (NEXT + spacing(40, 40, 240), text(8.5, ACCENT, bold=True)),
    "Entry Text": (spacing(30, 30, 247), text(9.5)),
    "Entry Small": (spacing(0, 20, 240), text(8, SOFT)),
    "Entry Agency": (spacing(30, 30, 240), text(9.5, bold=True)),
    "Marking": (spacing(0, 0, 240) + CENTRED, text(10, bold=True)),
    "Header": (spacing(40, 120, 240) + CENTRED, text(8, SOFT)),
    "Footer": (FOOT + spacing(80, 40, 240), text(8, SOFT)),
}
"""Paragraph styles by name: paragraph and character properties."""

CHARACTERS: dict[str, str] = {
    "Fact": '<w:u w:val="single" w:color="1D3A5F"/>',
    "Opinion": '<w:i/><w:iCs/><w:u w:val="dotted" w:color="7A3E00"/>',
    "Reported": '<w:u w:val="dash" w:color="4A2A6B"/>',
    "Mark Letter": text(8, ACCENT, bold=True),
    "Entry Label": text(8, SOFT, bold=True),
    "Fact Label": text(10.5, SOFT, bold=True),
    "Hyperlink": '<w:color w:val="1D3A5F"/><w:u w:val="single"/>',
}
"""Character styles by name: how a marked passage, a label and a link look."""


def style_id(name: str) -> str:
    return name.replace(" ", "").replace("toc", "TOC")


def paragraph_style(name: str, properties: tuple[str, str]) -> str:
    paragraph, letters = properties
    built_in = name.lower() if name.startswith("Head") or name == "Footer" else name
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(name)}"><w:name w:val="{built_in}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def character_style(name: str, letters: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{letters}</w:rPr></w:style>"
    )


def table_style() -> str:
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for edge in ("top", "bottom"))
    inside = f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    margins = (
        '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    under = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/></w:tcBorders>'
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD}"/>'
    return (
        '<w:style w:type="table" w:styleId="ChronologyTable"><w:name w:val="Chronology Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{edges}{inside}</w:tblBorders>{margins}'
        f'</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>{under}{shade}<w:vAlign w:val="bottom"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def styles() -> str:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{text(10.5)}"
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    ground = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    named = "".join(paragraph_style(*item) for item in PARAGRAPHS.items())
    named += "".join(character_style(*item) for item in CHARACTERS.items())
    return f"{START}<w:styles {W}>{defaults}{ground}{named}{table_style()}</w:styles>"


SECTION = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1361" w:right="851" '
    'w:bottom="1134" w:left="850" w:header="510" w:footer="454" w:gutter="0"/></w:sectPr>'
)
SETTINGS = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)
CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>en-GB</dc:language></cp:coreProperties>'
)


def overrides() -> str:
    word = {"document": "document.main", "styles": "styles", "settings": "settings"}
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>' for name, kind in word.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{listed}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def relationships(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{to}"/>' for i, (kind, to) in enumerate(targets, 1)
    )
    return f'{START}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def parts() -> dict[str, str]:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": START + overrides(),
        "_rels/.rels": relationships((f"{OFFICE}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")),
        "docProps/core.xml": START + CORE,
        "word/document.xml": f'{START}<w:document {W} xmlns:r="{OFFICE}"><w:body>{SECTION}</w:body></w:document>',
        "word/_rels/document.xml.rels": relationships(
            (f"{OFFICE}/styles", "styles.xml"), (f"{OFFICE}/settings", "settings.xml")
        ),
        "word/styles.xml": styles(),
        "word/settings.xml": f"{START}<w:settings {W}>{SETTINGS}</w:settings>",
    }


def write(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts().items():
            packed.writestr(zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    write(TEMPLATE)
