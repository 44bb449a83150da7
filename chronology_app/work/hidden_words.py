"""Reads what stands in a part of a package where nobody looks: pictures' metadata, embedded files, comments in XML."""

import re
import zlib
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

_PNG = b"\x89PNG\r\n\x1a\n"
_PACKED = {b"zTXt": 2, b"iTXt": 5}
"""PNG chunks whose text may be compressed (PNG specification, 11.3.3), and where at the soonest it begins."""

_RUN = re.compile(rb"[\x20-\x7e\x80-\xff]{3,}")
_WIDE_RUN = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){3,}")
_COMMENT = re.compile("<!--(.*?)-->|<\\?(.*?)\\?>", re.DOTALL)
_ATTRIBUTES = re.compile('="([^"]*)"'), re.compile("='([^']*)'")
_MOST = 50_000_000
"""Bytes a packed text may grow to: a picture is no reason to fill the memory."""


def words_in(content: bytes) -> Iterator[str]:
    """Give the lines of text that stand in a part that is no XML: of packed files those of each part of theirs."""
    if content.startswith(b"PK"):
        yield from _packed(content)
        return
    for run in _RUN.findall(content):
        yield run.decode("utf-8", "replace")
    for run in _WIDE_RUN.findall(content):
        yield run.decode("utf-16-le")
    if content.startswith(_PNG):
        yield from _chunks(content)


def words_beside(xml: str) -> Iterator[str]:
    """Give what stands in XML without being shown, once: attributes (addresses of links unquoted too) and comments."""
    for written in dict.fromkeys(written for kind in _ATTRIBUTES for written in kind.findall(xml)):
        value = unescape(written)
        yield value
        if "%" in value:
            yield unquote(value)
    for comment, instruction in _COMMENT.findall(xml):
        yield comment or instruction


def _packed(content: bytes) -> Iterator[str]:
    try:
        with ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name
                yield from words_in(packed.read(name))
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, zlib.error):
        yield from (run.decode("utf-8", "replace") for run in _RUN.findall(content))


def _chunks(png: bytes) -> Iterator[str]:
    """Give the compressed texts of a PNG picture (PNG specification, 5.3: length, type, data, check)."""
    at = len(_PNG)
    while at + 8 <= len(png):
        size, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        if kind in _PACKED:
            yield from _inflated(png[at + 8 : at + 8 + size], _PACKED[kind])
        at += size + 12


def _inflated(data: bytes, least: int) -> Iterator[str]:
    start = data.find(b"\x78", data.find(b"\x00") + least - 1)
    if start < 0:
        return
    try:
        text = zlib.decompressobj().decompress(data[start:], _MOST)
    except zlib.error:
        return
    yield text.decode("utf-8", "replace")
