"""The document around the text: template, properties, and the marking at the top and bottom of every page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from zipfile import ZipFile

from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer, _Header

from chronology_app.core.saying import say_day
from chronology_app.writing.controls import fill
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.own_template import HERE, opened, width_of
from chronology_app.writing.wordml import field, legal, paragraph, plain, run

_TAB = "<w:r><w:tab/></w:r>"
_BETWEEN = " · "
"""What stands between the words of a footer in a partnership's template, whose tab stops may be anywhere."""

MAIN = "word/document.xml"
"""The part that holds the text."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A finished document without its text: every part but the main one, and what stands before and after the text.

    `width` is what the page of the text has between its margins, in twentieths of a point.
    """

    parts: tuple[tuple[str, bytes], ...]
    before: bytes
    after: bytes
    width: int


def shell(manuscript: Manuscript) -> Shell:
    """Return the shell of a document, made from the template its look names or the app's own.

    Raises:
        OutputProblem: the template is wrong; see `own_template.opened`.
    """
    document = opened(manuscript.look.template)
    _describe(document, manuscript)
    _dress(document, manuscript)
    packed = BytesIO()
    document.save(packed)
    with ZipFile(packed) as made:
        parts = tuple((name, made.read(name)) for name in made.namelist() if name != MAIN)
        before, after = made.read(MAIN).split(f"<w:p><w:r><w:t>{HERE}</w:t></w:r></w:p>".encode())
    return Shell(parts, before, after, width_of(document))


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


def _dress(document: DocumentObject, manuscript: Manuscript) -> None:
    """Put the marking, title, version and page numbers on every kind of page of every section.

    What a later section takes over from the one before it is dressed there.
    """
    words = _words(manuscript)
    fill(document.element.body, words)
    dressed: set[str] = set()
    for section in document.sections:
        for kind, margin, lines in _margins(section, document.settings.odd_and_even_pages_header_footer, manuscript):
            if margin.is_linked_to_previous and kind in dressed:
                continue
            margin.is_linked_to_previous = False
            dressed.add(kind)
            root = margin.part.element
            _put(root, lines, fill(root, words))


_Margin = _Header | _Footer


def _margins(
    section: Section, odd_and_even: bool, manuscript: Manuscript
) -> Iterator[tuple[str, _Margin, Mapping[str, str]]]:
    """Give each kind of header and footer a section has, with its lines by the tag of what stands for them."""
    above, below = _header(manuscript), _footer(manuscript)
    yield from (("header", section.header, above), ("footer", section.footer, below))
    if section.different_first_page_header_footer:
        yield from (
            ("first header", section.first_page_header, above),
            ("first footer", section.first_page_footer, below),
        )
    if odd_and_even:
        yield from (("even header", section.even_page_header, above), ("even footer", section.even_page_footer, below))


def _words(manuscript: Manuscript) -> Mapping[str, str]:
    """Return what a template's content controls are filled with, by tag."""
    review = manuscript.chronology.review
    return {
        "title": manuscript.title,
        "designation": review.designation,
        "scope": manuscript.scope,
        "version": review.version,
        "marking": marking(manuscript),
        "written": say_day(manuscript.look.written),
    }


def _put(root: BaseOxmlElement, lines: Mapping[str, str], filled: frozenset[str]) -> None:
    """Put lines at the top of a header or footer that keeps what a template has there, but for what stands there."""
    if len(root) == 1 and not root.xpath(".//w:r | .//w:sdt"):
        root.remove(root[0])
    numbered = root.xpath(".//w:instrText[contains(., 'PAGE')] | .//w:fldSimple[contains(@w:instr, 'PAGE')]")
    there = filled | ({"page"} if numbered else set())
    wanted = [xml for tag, xml in lines.items() if tag not in there]
    for number, xml in enumerate(wanted):
        root.insert(number, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def marking(manuscript: Manuscript) -> str:
    """Return the marking as it is printed: in capitals."""
    return manuscript.chronology.review.marking.upper()


def _header(manuscript: Manuscript) -> Mapping[str, str]:
    review = manuscript.chronology.review
    named = "" if review.designation in manuscript.title else f" · {review.designation}"
    return {"marking": plain(marking(manuscript), "Marking"), "title": plain(manuscript.title + named, "Header")}


def _footer(manuscript: Manuscript) -> Mapping[str, str]:
    review, say = manuscript.chronology.review, manuscript.say
    version = say("page", "version", version=review.version) if review.version else ""
    pages = f"{run(say('page', 'page') + ' ')}{field('PAGE')}{run(' ' + say('page', 'of') + ' ')}{field('NUMPAGES')}"
    told = [run(version), run(say_day(manuscript.look.written)), pages]
    line = run(_BETWEEN).join(filter(None, told)) if manuscript.look.template else _TAB.join(told)
    return {"page": paragraph(line, "Footer"), "marking": plain(marking(manuscript), "Marking")}
