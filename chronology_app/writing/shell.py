"""The document around the text: template, properties, and the marking at the top and bottom of every page."""

from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from lxml.etree import XMLSyntaxError

from chronology_app.core.errors import OutputProblem
from chronology_app.core.resources import resource
from chronology_app.core.saying import say_day
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.wordml import field, legal, paragraph, plain, run

STYLES = (
    *("Title", "Subtitle", "Heading 1", "Heading 2", "Document Text", "Document Fact", "Handling Note"),
    *("Handling Title", "Continued", "Entry Head", "Entry Text", "Entry Small", "Entry Agency", "Marking"),
    *("Header", "Footer", "Fact", "Opinion", "Reported", "Mark Letter", "Entry Label", "Fact Label", "Hyperlink"),
    *("toc 1", "toc 2", "Chronology Table"),
)
"""The named styles a template must have."""

MAIN = "word/document.xml"
"""The part that holds the text."""

_HERE = "the document is put here"
_NOT_WORD = (
    "The chosen template is not a Word document (.docx) that can be read, so nothing was written. "
    "Choose another template, or none to use the app's own."
)


@dataclass(frozen=True, slots=True)
class Shell:
    """A finished document without its text: every part but the main one, and what stands before and after the text."""

    parts: tuple[tuple[str, bytes], ...]
    before: bytes
    after: bytes


def shell(manuscript: Manuscript) -> Shell:
    """Return the shell of a document, made from the template its look names or the app's own.

    Raises:
        OutputProblem: the template is not a Word document or lacks a style.
    """
    document = _template(manuscript.look.template)
    _describe(document, manuscript)
    for section in document.sections:
        _dress(section, document.settings.odd_and_even_pages_header_footer, manuscript)
    document.add_paragraph(_HERE)
    packed = BytesIO()
    document.save(packed)
    with ZipFile(packed) as made:
        parts = tuple((name, made.read(name)) for name in made.namelist() if name != MAIN)
        before, after = made.read(MAIN).split(f"<w:p><w:r><w:t>{_HERE}</w:t></w:r></w:p>".encode())
    return Shell(parts, before, after)


def _template(path: Path | None) -> DocumentObject:
    """Open a template and see that it has every style."""
    try:
        document = Document(str(path or resource("template.docx")))
    except (OSError, OpcError, BadZipFile, KeyError, ValueError, XMLSyntaxError):
        raise OutputProblem(_NOT_WORD) from None
    lacking = [name for name in STYLES if name not in document.styles]
    if lacking:
        names = ", ".join(f"“{name}”" for name in lacking)
        raise OutputProblem(
            f"The template has no style named {names}, so nothing was written. Add the style in Word, or choose no "
            "template to use the app's own."
        )
    return document


def _describe(document: DocumentObject, manuscript: Manuscript) -> None:
    """Fill the properties. Nobody is named as author unless a person typed one."""
    properties, review = document.core_properties, manuscript.chronology.review
    author = "" if manuscript.look.anonymise else legal(review.author)
    moment = datetime.combine(manuscript.look.written, time.min)
    properties.title = legal(manuscript.title)[:255]
    properties.subject = manuscript.say("title", "kind")
    properties.author = properties.last_modified_by = author[:255]
    properties.comments = properties.keywords = ""
    properties.category = legal(review.marking)[:255]
    properties.version = legal(review.version)[:255]
    properties.language = "en-GB"
    properties.created = properties.modified = moment
    properties.revision = 1


def _dress(section: Section, odd_and_even: bool, manuscript: Manuscript) -> None:
    """Put the marking, title, version and page numbers on every kind of page a section has."""
    pages = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        pages.append((section.first_page_header, section.first_page_footer))
    if odd_and_even:
        pages.append((section.even_page_header, section.even_page_footer))
    for header, footer in pages:
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        _fill(header.part.element, _header(manuscript))
        _fill(footer.part.element, _footer(manuscript))


def _fill(root: BaseOxmlElement, paragraphs: tuple[str, ...]) -> None:
    """Put paragraphs at the top of a header or footer, keeping what a partnership's template has there."""
    if len(root) == 1 and not root.xpath(".//w:r"):
        root.remove(root[0])
    for number, xml in enumerate(paragraphs):
        root.insert(number, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def marking(manuscript: Manuscript) -> str:
    """Return the marking as it is printed: in capitals."""
    return manuscript.chronology.review.marking.upper()


def _header(manuscript: Manuscript) -> tuple[str, ...]:
    review = manuscript.chronology.review
    named = "" if review.designation in manuscript.title else f" · {review.designation}"
    return plain(marking(manuscript), "Marking"), plain(manuscript.title + named, "Header")


def _footer(manuscript: Manuscript) -> tuple[str, ...]:
    review, say = manuscript.chronology.review, manuscript.say
    version = say("page", "version", version=review.version) if review.version else ""
    pages = f"{run(say('page', 'page') + ' ')}{field('PAGE')}{run(' ' + say('page', 'of') + ' ')}{field('NUMPAGES')}"
    line = f"{run(version)}<w:r><w:tab/></w:r>{run(say_day(manuscript.look.written))}<w:r><w:tab/></w:r>{pages}"
    return paragraph(line, "Footer"), plain(marking(manuscript), "Marking")
