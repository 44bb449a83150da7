"""Reads a document that is finished but not yet in its place: every text of it, by the part in which it stands."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

from chronology_app.work.hidden_words import words_beside, words_in

Lines = Mapping[str, tuple[str, ...]]
"""The texts of a finished file (a paragraph, a cell, a value) by where they stand: a part of a package, or TEXT."""

TEXT, NAMES = "its text", "the names of its parts"

_APART = "\0"
_INSTEAD = {"<w:br/>": " ", "<w:tab/>": " ", **dict.fromkeys(("</w:p>", "</t>", "</v>", "</c>"), _APART)}
"""What stands for a break within a text, and between one text and the next."""

_PROPERTIES = "docProps/"
_LETTER = re.compile(r'<w:r><w:rPr><w:rStyle w:val="MarkLetter"/></w:rPr>.*?</w:r>')
"""The letter a marked passage begins with: it must not hide a name it stands in the middle of."""

_TAG = re.compile("<[^>]*>")
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)


def lines_of(path: Path) -> Lines:
    """Return the texts of a finished file; of XML what is shown and what stands in attributes, without its tags.

    Runs are joined, so that a name is found even where its letters have different styles, and so are the lines of one
    paragraph or cell.
    """
    if not is_zipfile(path):
        return {TEXT: _told(_values(path.read_text("utf-8-sig")))}
    with ZipFile(path) as packed:
        found = {name: _told(_lines(name, packed.read(name))) for name in packed.namelist()}
        return {**found, NAMES: (*packed.namelist(), packed.comment.decode("utf-8", "replace"))}


def _told(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text and not text.isspace())


def _values(text: str) -> Iterable[str]:
    """Return the values of a JSON or csv file: as they are written, a line break would hide the name after it."""
    if text.startswith("{"):
        return _strings(json.loads(text))
    try:
        return [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
    except csv.Error:
        return text.splitlines()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _lines(name: str, content: bytes) -> Iterator[str]:
    if not name.endswith((".xml", ".rels", ".vml")):
        yield from words_in(content)
        return
    xml = content.decode("utf-8", "replace")
    shown = _COMMENT.sub("", _LETTER.sub("", xml)) if "MarkLetter" in xml or "<!--" in xml else xml
    for tag, instead in _INSTEAD.items():
        shown = shown.replace(tag, instead)
    between = _APART if name.startswith(_PROPERTIES) else ""
    yield from unescape(_TAG.sub(between, shown)).split(_APART)
    yield from words_beside(xml)
