"""Opens a written document part by part, as the tests of this folder look at it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Findings
from chronology_app.writing.look import Look
from chronology_app.writing.to_docx import write_docx

NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = "{" + NAMESPACES["w"] + "}"
DATED = Look(written=date(2022, 9, 5))


@dataclass(frozen=True)
class Document:
    """The parts of a document by name."""

    parts: dict[str, bytes]

    @cached_property
    def main(self) -> etree._Element:
        return etree.fromstring(self.parts["word/document.xml"])

    def find(self, path: str) -> list[etree._Element]:
        return self.main.xpath(path, namespaces=NAMESPACES)

    @property
    def tables(self) -> list[etree._Element]:
        return self.find("//w:tbl")

    def headings(self, level: int) -> list[str]:
        return [words(p) for p in self.find(f"//w:p[w:pPr/w:pStyle/@w:val='Heading{level}']")]

    def captioned(self, caption: str) -> etree._Element:
        """Return the table with that caption."""
        return next(t for t in self.tables if t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == caption)

    def said(self) -> str:
        return "\n".join(words(paragraph) for paragraph in self.find("//w:p"))


def words(element: etree._Element) -> str:
    """Return what an element shows, paragraphs of a cell one a line."""
    if element.tag == f"{W}tc":
        return "\n".join(words(p) for p in element.iter(f"{W}p"))
    shown = {f"{W}t": lambda e: e.text or "", f"{W}br": lambda _: "\n", f"{W}tab": lambda _: "\t"}
    return "".join(shown[e.tag](e) for e in element.iter(*shown) if e.getparent().tag == f"{W}r")


def rows(table: etree._Element) -> list[list[str]]:
    """Return the words of each cell of a table, row by row, the heading row first."""
    return [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]


def written(chronology: Chronology, path: Path, look: Look = DATED) -> Document:
    """Write a chronology and open what was written."""
    write_docx(chronology, Findings(), path, look)
    return opened(path)


def opened(path: Path) -> Document:
    """Open a document that was written."""
    with ZipFile(path) as packed:
        assert packed.testzip() is None
        return Document({name: packed.read(name) for name in packed.namelist()})
