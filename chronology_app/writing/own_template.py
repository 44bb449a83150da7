"""A partnership's own Word template: what makes one wrong, the styles it is lent, and where in it the text is put."""

import zlib
from collections.abc import Mapping
from copy import deepcopy
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import XMLSyntaxError, _Element

from chronology_app.core.errors import OutputProblem
from chronology_app.core.resources import resource
from chronology_app.writing.controls import found, with_tag
from chronology_app.writing.template_parts import carried
from chronology_app.writing.wordml import attribute

STYLES = (
    *("Title", "Subtitle", "Heading 1", "Heading 2", "Document Text", "Document Fact", "Handling Note"),
    *("Handling Title", "Continued", "Entry Head", "Entry Text", "Entry Small", "Entry Agency", "Marking"),
    *("Header", "Footer", "Fact", "Opinion", "Reported", "Mark Letter", "Entry Label", "Fact Label", "Hyperlink"),
    *("toc 1", "toc 2", "Chronology Table"),
)
"""The named styles of a document; those a template has are used as they are there, the others are the app's own."""

BODY = "body"
"""The tag of the content control in whose place the text is put."""

HERE = "the document is put here"
_ZIP, _COMPOUND = b"PK", bytes.fromhex("D0CF11E0A1B11AE1")
"""How a .docx begins, and how an encrypted one or a .doc does (MS-CFB, 2.2)."""

_NARROWEST = 11340
"""The narrowest page that can hold the chronology's columns: 200 mm between its margins, in twentieths of a point."""

_NOTHING = "so nothing was written."
_OTHER = "Choose another template, or none to use the app's own."
_UNREADABLE = (
    f"The chosen template cannot be read: it is not there any more, or it is open in another program, {_NOTHING} See "
    "that it is there and choose it again."
)
_NOT_WORD = f"The chosen template is not a Word document (.docx or .dotx), {_NOTHING} {_OTHER}"
_LOCKED = (
    f"The chosen template is protected by a password, or is one of an older Word (.doc or .dot), {_NOTHING} Save it in "
    "Word as .docx without a password and choose that."
)
_DAMAGED = (
    f"The chosen template is damaged and cannot be read, {_NOTHING} Open it in Word, save it under another name and "
    "choose that."
)
_NO_PLACE = (
    "The chosen template has words but no place for the text, so nothing was written. In Word, put a rich text content "
    f"control with the tag “{BODY}” on a line of its own where the chronology is to stand, once only."
)
_NARROW = (
    "In the chosen template the page for the text is too narrow for the chronology, so nothing was written. In Word, "
    "make that page A4 landscape with at least 20 cm between its margins."
)


def opened(path: Path | None) -> DocumentObject:
    """Return a template (None: the app's own) with every style, and with `HERE` where the text is to be put.

    Raises:
        OutputProblem: it cannot be read, a person must put something right in it (see `template_parts`), it has no
            place for the text, or too narrow a page.
    """
    own = Document(str(resource("template.docx")))
    document = own
    if path is not None:
        document = _read(path)
        _lend_styles(document, own)
    _mark_the_place(document)
    if width_of(document) < _NARROWEST:
        raise OutputProblem(_NARROW)
    return document


def width_of(document: DocumentObject) -> int:
    """Return how wide the page is on which the text is put, in twentieths of a point between its margins."""
    here = next(p for p in document.element.body.iterchildren(qn("w:p")) if p.xpath("string(.)") == HERE)
    after = here.itersiblings(qn("w:p"), qn("w:sectPr"))
    ends = chain.from_iterable(p.xpath("self::w:sectPr | w:pPr/w:sectPr") for p in after)
    section = next(ends, document.sections[-1]._sectPr)  # noqa: SLF001
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    sides = [int(margins.get(qn(f"w:{side}"), "0")) for side in ("left", "right")] if margins is not None else [0, 0]
    return (int(size.get(qn("w:w"), "0")) if size is not None else 0) - sum(sides)


def _read(path: Path) -> DocumentObject:
    try:
        content = path.read_bytes()
    except OSError:
        raise OutputProblem(_UNREADABLE) from None
    if content.startswith(_COMPOUND):
        raise OutputProblem(_LOCKED)
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, zlib.error):
        raise OutputProblem(_NOT_WORD if not content.startswith(_ZIP) else _DAMAGED) from None
    if "[Content_Types].xml" not in parts or "_rels/.rels" not in parts:
        raise OutputProblem(_NOT_WORD)
    try:
        document = Document(_packed(carried(parts)))
    except (OpcError, KeyError, XMLSyntaxError):
        raise OutputProblem(_DAMAGED) from None
    except ValueError:
        raise OutputProblem(_NOT_WORD) from None
    document.part.partname = PackURI("/word/document.xml")
    return document


def _packed(parts: Mapping[str, bytes]) -> BytesIO:
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made


def _mark_the_place(document: DocumentObject) -> None:
    """Put `HERE` in the place of the control for the text; a template without any word needs none."""
    body = document.element.body
    places = [_line_of(control) for control in with_tag(body, BODY)]
    here = parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{HERE}</w:t></w:r></w:p>")
    if [place.getparent() for place in places] == [body]:
        body.replace(places[0], here)
    elif places or body.xpath(".//w:t | .//w:drawing | .//w:pict | .//w:tbl"):
        raise OutputProblem(_NO_PLACE)
    else:
        body.add_p().append(here[0])


def _line_of(control: _Element) -> _Element:
    """Return the paragraph in which a control stands alone, else the control: Word and LibreOffice put it in either."""
    line = control.getparent()
    if line is None or line.tag != qn("w:p"):
        return control
    others = found(line, "*[not(self::w:pPr or self::w:sdt)] | w:sdt[2] | w:pPr/w:sectPr")
    return control if others else line


def _lend_styles(document: DocumentObject, own: DocumentObject) -> None:
    """Give a template the styles it lacks, and where it calls one otherwise inside, the name the app uses for it."""
    styles = document.styles.element
    default = {kind: _default(styles, kind) for kind in ("paragraph", "table")}
    for name in STYLES:
        ours = own.styles[name].element
        theirs = document.styles[name].element if name in document.styles else None
        if found(styles, f"w:style[@w:styleId='{ours.styleId}']"):
            continue
        styles.append(_lent(ours, default) if theirs is None else _also_called(theirs, ours.styleId, name))


def _default(styles: BaseOxmlElement, kind: str) -> str:
    """Return the id of the style everything of a kind is based on, "" where there is none."""
    path = f"w:style[@w:type='{kind}'][@w:default='1' or @w:default='true']/@w:styleId"
    return next(map(str, found(styles, path)), "")


def _lent(ours: BaseOxmlElement, default: dict[str, str]) -> BaseOxmlElement:
    lent = deepcopy(ours)
    for based in found(lent, "w:basedOn"):
        based.set(qn("w:val"), default.get(str(lent.get(qn("w:type"))), "") or str(based.get(qn("w:val"))))
    return lent


def _also_called(theirs: BaseOxmlElement, style_id: str, name: str) -> BaseOxmlElement:
    kind, based = theirs.get(qn("w:type")), attribute(str(theirs.get(qn("w:styleId"))))
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="{kind}" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="Chronology {name}"/><w:basedOn w:val="{based}"/></w:style>'
    )
