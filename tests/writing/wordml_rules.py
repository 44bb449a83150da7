"""What a valid Word document is, as far as the app writes one: each rule gives what breaks it, in words.

The order of children is that of ECMA-376 part 1, section 17 and annex A (transitional); Word refuses a file, or drops
what follows, where an element stands elsewhere. Packages follow ECMA-376 part 2.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath, split

from lxml import etree

from tests.writing.docx_parts import Document, W

OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
KNOWN = {
    W.strip("{}"),
    OFFICE.strip("{}"),
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://www.w3.org/XML/1998/namespace",
}
"""Namespaces of elements and attributes in the parts a document has."""

ORDER = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
        lang eastAsianLayout specVanish oMath""",
    "pBdr": "top left bottom right between bar",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tcMar": "top left start bottom right end",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid""",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime displayBackgroundShape
        mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
        attachedTemplate trackRevisions documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit
        hyphenationZone doNotHyphenateCaps evenAndOddHeaders characterSpacingControl noLineBreaksAfter
        noLineBreaksBefore updateFields footnotePr endnotePr compat rsids mathPr themeFontLang clrSchemeMapping
        decimalSymbol listSeparator""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
        personal personalCompose personalReply pPr rPr tblPr trPr tcPr tblStylePr""",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "document": "background body",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tblGrid": "gridCol",
    "tr": "tblPrEx trPr tc",
    "sdt": "sdtPr sdtEndPr sdtContent",
}
"""Children of an element in the order they may stand in."""

FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}
"""What can only be the first child of an element, and only once."""

UNORDERED = {"sectPr": {"headerReference", "footerReference"}}
"""Children whose order among themselves is free."""


def xml_parts(document: Document) -> Iterator[tuple[str, etree._Element]]:
    for name, content in document.parts.items():
        if name.endswith((".xml", ".rels")):
            yield name, etree.fromstring(content)


def word_parts(document: Document) -> Iterator[tuple[str, etree._Element]]:
    return ((name, root) for name, root in xml_parts(document) if re.fullmatch(r"word/\w+\.xml", name))


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def children_in_order(document: Document) -> Iterator[str]:
    for name, root in word_parts(document):
        for element in root.iter(*(W + parent for parent in ORDER)):
            order = ORDER[local(element)].split()
            free = UNORDERED.get(local(element), set())
            found = [local(child) for child in element]
            known = [order.index(child) if child not in free else 0 for child in found if child in order]
            if set(found) - set(order) or known != sorted(known):
                yield f"{name}: {local(element)} holds {found}"


def properties_come_first(document: Document) -> Iterator[str]:
    for name, root in word_parts(document):
        for element in root.iter(*(W + parent for parent in FIRST)):
            first = FIRST[local(element)]
            at = [i for i, child in enumerate(element) if local(child) == first]
            if at not in ([], [0]):
                yield f"{name}: {first} is child {at} of {local(element)}"


def properties_once(document: Document) -> Iterator[str]:
    """Elements of properties stand once, but for those that are lists."""
    lists = {"headerReference", "footerReference", "tab", "gridCol", "tblStylePr", "compatSetting", "lvlOverride"}
    for name, root in word_parts(document):
        for element in root.iter():
            if local(element).endswith("Pr"):
                twice = [child for child, n in Counter(map(local, element)).items() if n > 1 and child not in lists]
                yield from (f"{name}: {child} twice in {local(element)}" for child in twice)


def known_namespaces(document: Document) -> Iterator[str]:
    for name, root in word_parts(document):
        used = {etree.QName(each).namespace for each in root.iter()}
        used |= {etree.QName(key).namespace for each in root.iter() for key in each.attrib}
        ignorable = {
            root.nsmap.get(p) for key, v in root.attrib.items() if key.endswith("}Ignorable") for p in v.split()
        }
        yield from (f"{name}: {space}" for space in used - KNOWN - {None} - ignorable if "drawingml" not in space)


def bookmarks_are_sound(document: Document) -> Iterator[str]:
    """Names as Word takes them: letter or underscore, then letters, digits, underscores, 40 at most; each ends once."""
    names, starts = document.find("//w:bookmarkStart/@w:name"), document.find("//w:bookmarkStart/@w:id")
    yield from (f"name {name}" for name in names if not re.fullmatch(r"[A-Za-z_]\w{0,39}", name))
    yield from (f"{name} twice" for name, n in Counter(map(str.casefold, map(str, names))).items() if n > 1)
    yield from (f"number {number} twice" for number, n in Counter(starts).items() if n > 1)
    if Counter(starts) != Counter(document.find("//w:bookmarkEnd/@w:id")):
        yield "a bookmark does not end"
    yield from (f"number {number} is too high" for number in starts if int(number) >= 2**31)


def links_lead_somewhere(document: Document) -> Iterator[str]:
    names = set(document.find("//w:bookmarkStart/@w:name"))
    anchors = set(document.find("//w:hyperlink/@w:anchor"))
    counted = {
        match for code in document.find("//w:fldSimple/@w:instr") for match in re.findall(r"PAGEREF (\w+)", code)
    }
    yield from (anchors | counted) - names


def drawings_have_their_own_numbers(document: Document) -> Iterator[str]:
    found = Counter(each.get("id") for _, root in word_parts(document) for each in root.iter(f"{DRAWING}docPr"))
    yield from (number for number, n in found.items() if n > 1)


def relationships_are_resolved(document: Document) -> Iterator[str]:
    for name, root in xml_parts(document):
        if name.endswith(".rels"):
            ids = Counter(one.get("Id") for one in root)
            yield from (f"{name}: {number} twice" for number, n in ids.items() if n > 1)
            for one in root:
                target = normpath(join("/", dirname(dirname(name)), one.get("Target"))).lstrip("/")
                if one.get("TargetMode") != "External" and target not in document.parts:
                    yield f"{name}: {target} is missing"


def used_relationships_exist(document: Document) -> Iterator[str]:
    for name, root in word_parts(document):
        folder, file = split(name)
        held = document.parts.get(f"{folder}/_rels/{file}.rels", b"<none/>")
        ids = {one.get("Id") for one in etree.fromstring(held)}
        used = {value for each in root.iter() for key, value in each.attrib.items() if key.startswith(OFFICE)}
        yield from (f"{name}: {number}" for number in used - ids)


def every_part_has_a_type_and_is_reached(document: Document) -> Iterator[str]:
    types = etree.fromstring(document.parts["[Content_Types].xml"])
    endings = {one.get("Extension") for one in types if one.get("Extension")}
    named = {one.get("PartName").lstrip("/") for one in types if one.get("PartName")}
    parts = set(document.parts) - {"[Content_Types].xml"}
    yield from (f"{name} has no type" for name in parts if name not in named and name.rpartition(".")[2] not in endings)
    yield from (f"{name} is only listed" for name in named - parts)
    reached = {
        normpath(join("/", dirname(dirname(name)), one.get("Target"))).lstrip("/")
        for name, root in xml_parts(document)
        if name.endswith(".rels")
        for one in root
    }
    yield from (f"{name} is reached by nothing" for name in parts - reached if not name.endswith(".rels"))


def styles_are_defined(document: Document) -> Iterator[str]:
    styles = etree.fromstring(document.parts["word/styles.xml"])
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    yield from (f"{name} twice" for name, n in Counter(ids).items() if n > 1)
    for name, root in word_parts(document):
        used = {each.get(f"{W}val") for each in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn")}
        yield from (f"{name}: {style}" for style in used - set(ids))


def tables_are_whole(document: Document) -> Iterator[str]:
    """Every row has every column, every cell ends with a paragraph, and no two tables touch (17.4.38, 17.4.66)."""
    for table in document.tables:
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = table.findall(f"{W}tr")
        if {len(row.findall(f"{W}tc")) for row in rows} != {columns}:
            yield "a row lacks a cell"
        cells = [list(cell) for row in rows for cell in row.findall(f"{W}tc")]
        if any(not inside or inside[-1].tag != f"{W}p" for inside in cells):
            yield "a cell does not end with a paragraph"
        if table.getnext().tag != f"{W}p":
            yield "two tables touch"


def space_is_kept(document: Document) -> Iterator[str]:
    kept = "{http://www.w3.org/XML/1998/namespace}space"
    for name, root in word_parts(document):
        for text in root.iter(f"{W}t"):
            if text.text and text.text != text.text.strip() and text.get(kept) != "preserve":
                yield f"{name}: {text.text!r}"


def the_last_section_ends_the_body(document: Document) -> Iterator[str]:
    if local(document.find("//w:body")[0][-1]) != "sectPr":
        yield "the body does not end with its section"


RULES: tuple[Callable[[Document], Iterator[str]], ...] = (
    children_in_order,
    properties_come_first,
    properties_once,
    known_namespaces,
    bookmarks_are_sound,
    links_lead_somewhere,
    drawings_have_their_own_numbers,
    relationships_are_resolved,
    used_relationships_exist,
    every_part_has_a_type_and_is_reached,
    styles_are_defined,
    tables_are_whole,
    space_is_kept,
    the_last_section_ends_the_body,
)
