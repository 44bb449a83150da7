"""What of a partnership's Word template goes into a document, and what of it stays behind or is refused.

A document leaves the laptop. What a reader sees on the template's pages goes along: logo, words, header and footer,
styles, fonts, links to web pages. What nobody sees and nobody would expect in it is left behind without a word: authors
and other properties, comments, revision numbers, custom XML, the template it was itself made from, printer settings,
building blocks. What cannot be settled without a person is told in a sentence and nothing is written: macros, things
outside or inside the file, tracked changes, hidden words.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from posixpath import basename, dirname, join, normpath

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element, tostring

from chronology_app.core.errors import OutputProblem
from chronology_app.writing.controls import found

_OTHER = "so nothing was written."
_MACROS = (
    f"The chosen template holds macros, which the app never passes on, {_OTHER} Save it in Word as a document without "
    "macros (.docx) and choose that."
)
_OUTSIDE = (
    f"The chosen template refers to something outside itself (a linked picture, object or file), {_OTHER} In Word, put "
    "pictures into the document and break the links (File, Info, Edit Links to Files), save it and choose it again."
)
_INSIDE = (
    f"The chosen template holds something the app cannot look into (a chart, SmartArt or another file), {_OTHER} In "
    "Word, put it in as a picture instead, save the template and choose it again."
)
_TRACKED = (
    f"The chosen template has tracked changes, {_OTHER} In Word, accept or reject them all, save the template and "
    "choose it again."
)
_HIDDEN = (
    f"The chosen template has hidden words, {_OTHER} In Word, have them shown (Ctrl+Shift+8), take them out, save the "
    "template and choose it again."
)

_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWN_TITLE = "{urn:schemas-microsoft-com:office:office}title"
_WORDS = re.compile(r"word/[^/]+\.xml")
_TYPES = "[Content_Types].xml"
_PACKAGE, _SETTINGS = "_rels/.rels", "word/_rels/settings.xml.rels"
_KEPT = frozenset(
    (
        *("styles", "numbering", "settings", "theme", "fontTable", "font"),
        *("header", "footer", "footnotes", "endnotes", "image", "hyperlink"),
    )
)
"""Kinds of parts a document takes over, by the end of the relationship's type (ECMA-376 part 1, 11.3 and 15.2)."""

_KEPT_SETTINGS = frozenset(
    qn(f"w:{name}")
    for name in (
        *("mirrorMargins", "gutterAtTop", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
        *("alignBordersAndEdges", "displayBackgroundShape", "defaultTabStop", "evenAndOddHeaders"),
        *("autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"),
        *("characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "footnotePr", "endnotePr"),
        *("compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
    )
)
"""Settings that decide how pages look (17.15.1); the others tell of people, places and ways of working."""

_WEB = re.compile(r"(https?|mailto):", re.IGNORECASE)
_FETCHING = re.compile(
    r"(^|\s)(INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO|IMPORT|DATABASE|RD)\s"
    r'|(^|\s)HYPERLINK\s+(?!\\|"?(https?|mailto):)',
    re.IGNORECASE,
)
"""Codes of fields that fetch what stands elsewhere, or lead to a file (17.16.5)."""

_FILE_NAME = re.compile(r"[\\/]|\.\w{3,4}$")
_OURS = re.compile(r"entry\d+|part_\w+|month_\w+|_GoBack")
"""Names of bookmarks the document has itself, and that of the place where somebody last wrote."""

_ABOVE = 30_000_000
"""Where the numbers of a template's own bookmarks begin, above those of the document."""

_GONE = (
    "//w:r[w:commentReference] | //w:*[contains(local-name(), 'RangeStart') or contains(local-name(), 'RangeEnd')] "
    "| //w:proofErr | //w:permStart | //w:permEnd | //w:printerSettings | //w:rsid "
    "| //w:sdtPr/*[local-name()='dataBinding'] | //w:sdtPr/w:placeholder "
    "| //w:*[substring(local-name(), string-length(local-name()) - 5) = 'Change']"
)
"""What tells of people, of how the template came about, or of a part that stays behind."""

_WRAPPED = "//w:smartTag | //w:customXml"
_CHANGES = "//w:ins | //w:del | //w:moveFrom | //w:moveTo | //w:cellIns | //w:cellDel | //w:cellMerge"

Parts = Mapping[str, bytes]
"""The parts of a Word file by name."""


def carried(parts: Parts) -> dict[str, bytes]:
    """Return the parts of a template without what stays behind; one that is a .dotx becomes a document.

    Raises:
        OutputProblem: a person must put the template right; see above.
        KeyError: a part every Word file has is missing.
        lxml.etree.XMLSyntaxError: a part is damaged.
    """
    types = parts[_TYPES].replace(b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") or "/activeX/" in name for name in parts):
        raise OutputProblem(_MACROS)
    styles = parse_xml(parts["word/styles.xml"]) if "word/styles.xml" in parts else None
    hiding = frozenset(found(styles, "//w:style[w:rPr/w:vanish]/@w:styleId")) if styles is not None else frozenset()
    relations = {name: parse_xml(parts[name]) for name in parts if name.endswith(".rels")}
    dropped = {_owner(name): tuple(_drop_relations(name, root)) for name, root in relations.items()}
    behind = {_target(owner, one.get("Target", "")) for owner, some in dropped.items() for one in some}
    made = {name: content for name, content in parts.items() if name not in behind} | {_TYPES: types}
    changed = relations | {name: parse_xml(made[name]) for name in made if _WORDS.fullmatch(name)}
    for name, root in changed.items():
        if name not in relations:
            _see_that_nothing_is_left_to_decide(root, hiding)
            _leave_behind(root)
            if {one.get("Id") for one in dropped.get(name, ())}.intersection(_relations_used(root)):
                raise OutputProblem(_INSIDE)
        made[name] = tostring(root, encoding="UTF-8", standalone=True)
    return made


def _owner(name: str) -> str:
    """Return the part whose relationships a part holds, "" for those of the package (ECMA-376 part 2, 9.3.3)."""
    return join(dirname(dirname(name)), basename(name).removesuffix(".rels"))


def _target(owner: str, target: str) -> str:
    return normpath(join("/", dirname(owner), target)).lstrip("/")


def _drop_relations(name: str, root: _Element) -> Iterator[_Element]:
    """Drop the relationships to what a document does not take over, and give them."""
    kept = {_PACKAGE: frozenset({"officeDocument"}), _SETTINGS: frozenset[str]()}.get(name, _KEPT)
    for relation in list(root):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind not in kept:
            root.remove(relation)
            yield relation
        elif relation.get("TargetMode") == "External" and not _is_web(kind, relation.get("Target", "")):
            raise OutputProblem(_OUTSIDE)


def _is_web(kind: str, target: str) -> bool:
    return kind == "hyperlink" and bool(_WEB.match(target))


def _relations_used(root: _Element) -> Iterator[str]:
    for element in root.iter():
        yield from (str(value) for name, value in element.attrib.items() if str(name).startswith(_OFFICE))


def _see_that_nothing_is_left_to_decide(root: _Element, hiding: frozenset[str]) -> None:
    if found(root, _CHANGES):
        raise OutputProblem(_TRACKED)
    if any(_is_hidden(run, hiding) for run in found(root, "//w:r[w:t]")):
        raise OutputProblem(_HIDDEN)
    codes = chain(
        ("".join(found(paragraph, ".//w:instrText/text()")) for paragraph in found(root, "//w:p[.//w:instrText]")),
        found(root, "//w:fldSimple/@w:instr"),
    )
    if any(_FETCHING.search(code) for code in codes):
        raise OutputProblem(_OUTSIDE)


def _is_hidden(run: _Element, hiding: frozenset[str]) -> bool:
    for switch in found(run, "w:rPr/w:vanish"):
        return switch.get(qn("w:val"), "1") not in ("0", "false", "off")
    return bool(hiding.intersection(found(run, "w:rPr/w:rStyle/@w:val | ancestor::w:p[1]/w:pPr/w:pStyle/@w:val")))


def _leave_behind(root: _Element) -> None:
    """Take out of a part what a document does not take over."""
    if root.tag == qn("w:settings"):
        for setting in [each for each in root if each.tag not in _KEPT_SETTINGS]:
            root.remove(setting)
    for element in found(root, _GONE):
        _take_out(element)
    for wrapped in found(root, _WRAPPED):
        _unwrap(wrapped)
    _number_bookmarks(root)
    for element in root.iter():
        _leave_attributes(element)


def _take_out(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: _Element) -> None:
    for inside in [each for each in element if not str(each.tag).endswith("Pr")]:
        element.addprevious(inside)
    _take_out(element)


def _number_bookmarks(root: _Element) -> None:
    """Give bookmarks numbers apart from the document's own, and take out those the document has itself."""
    begun = found(root, "//w:bookmarkStart")
    ours = {mark.get(qn("w:id")) for mark in begun if _OURS.fullmatch(mark.get(qn("w:name"), ""))}
    for mark in found(root, "//w:bookmarkStart | //w:bookmarkEnd"):
        number = mark.get(qn("w:id"), "")
        if number in ours or not number.isdigit():
            _take_out(mark)
        else:
            mark.set(qn("w:id"), str(_ABOVE + int(number)))


def _leave_attributes(element: _Element) -> None:
    """Take revision numbers off an element, and off a picture the name of the file it came from."""
    for name in list(map(str, element.attrib)):
        if name.startswith((qn("w:rsid"), f"{_WORD_2010}paraId", f"{_WORD_2010}textId", _DRAWN_TITLE)):
            del element.attrib[name]
    if element.tag in (qn("wp:docPr"), qn("pic:cNvPr")):
        element.set("name", "")
        if _FILE_NAME.search(element.get("descr", "")):
            del element.attrib["descr"]
