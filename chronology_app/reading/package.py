"""A zip of parts (Word and Excel files), opened so that a hostile one can do no harm.

The format is the Open Packaging Conventions (ECMA-376 part 2). Relationships that lead outside the file are never
followed: they are not even returned.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from chronology_app.core.errors import FileProblem
from chronology_app.reading import limits

DAMAGED = (
    "This file is damaged or not complete, so nothing was taken from it. "
    "Open it in Word or Excel, save it again under a new name and add that one, or ask the agency to send it again."
)
ENTITIES = (
    "This file holds instructions (a document type definition) that a chronology never needs and that can be used "
    "to attack a reader, so nothing was taken from it. Ask the agency to copy the table into a new document."
)
_PROLOGUE = 4096
"""Bytes looked at for a document type definition, which stands before the root; a later one fails in the parser."""
_ROOT = 64 * 1024
"""Bytes at the start of a part that hold its root with every namespace."""
_STRICT = b"http://purl.oclc.org/ooxml/"
"""How every namespace of the strict variant starts (ISO/IEC 29500-1:2016)."""
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship inside the file: its kind (the last word of its type, "comments") and the part it leads to."""

    id: str
    kind: str
    part: str


@dataclass(frozen=True)
class Package:
    """The parts of one file. Make one with `open_package`."""

    archive: zipfile.ZipFile

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {name.lower(): name for name in self.archive.namelist()}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def part(self, name: str) -> bytes:
        """Return the bytes of a part (names are not case-sensitive); b"" where there is none.

        Raises:
            FileProblem: the part holds a document type definition.
        """
        if name not in self:
            return b""
        content = self.archive.read(self._names[name.lower()])
        if b"<!DOCTYPE" in content[:_PROLOGUE]:
            raise FileProblem(ENTITIES)
        if _STRICT in content[:_ROOT]:
            for strict, transitional in _TRANSITIONAL.items():
                content = content.replace(strict, transitional)
        return content

    def relationships(self, name: str) -> Iterator[Relationship]:
        """Yield where a part leads to inside the file ("" is the package itself)."""
        folder, file = posixpath.split(name)
        content = self.part(posixpath.join(folder, "_rels", file + ".rels"))
        for element in parse(content) if content else ():
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                kind = element.get("Type", "").rpartition("/")[2]
                yield Relationship(element.get("Id", ""), kind, target.lstrip("/"))

    def related(self, name: str, kind: str) -> bytes:
        """Return the bytes of the first part of that kind a part leads to, b"" where there is none."""
        return next((self.part(found.part) for found in self.relationships(name) if found.kind == kind), b"")

    def main_part(self) -> str:
        """Return the name of the part the file is about.

        Raises:
            FileProblem: the file names none.
        """
        for found in self.relationships(""):
            if found.kind == "officeDocument" and found.part in self:
                return found.part
        raise FileProblem(DAMAGED)


def open_package(content: bytes) -> Package:
    """Open a zip after checking what it claims to hold; reading a part that lied about its size fails later.

    Raises:
        FileProblem: a zip bomb, or not a zip.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise FileProblem(DAMAGED) from None
    infos = archive.infolist()
    limits.within(len(infos), limits.PARTS)
    limits.within(sum(info.file_size for info in infos), limits.UNPACKED_BYTES)
    for info in infos:
        if info.file_size > limits.PART_BYTES_ANY_RATIO:
            limits.within(info.file_size / max(info.compress_size, 1), limits.PACKING_RATIO)
    if len({info.filename.lower() for info in infos}) < len(infos):
        raise FileProblem(DAMAGED)  # two parts of one name: readers differ on which one counts
    return Package(archive)


def parse(content: bytes) -> etree._Element:
    """Parse XML without entities, network or unlimited depth.

    Raises:
        FileProblem: it has a document type definition.
        lxml.etree.XMLSyntaxError: it is not XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileProblem(ENTITIES)
    return root
