"""What people wrote about cells of a worksheet: notes and threaded comments.

Notes are ECMA-376 part 1, 18.7; threaded comments [MS-XLSX] 2.6.205. Excel keeps a copy of a thread in the notes,
under a sentence for older versions: where there is a thread, the thread counts.
"""

from collections.abc import Callable, Mapping

from lxml import etree

from chronology_app.reading.marks import At
from chronology_app.reading.package import Package, parse
from chronology_app.reading.xlsx_looks import S, runs_of
from chronology_app.reading.xlsx_marks import position

_T = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"


def comments_of(
    package: Package, part: str, notes_of: Callable[[bytes], Mapping[At, str]] | None = None
) -> dict[At, str]:
    """Return the comments of a worksheet by (row, column), several in one cell each on a line.

    `notes_of` reads a part of notes, where they are not XML.
    """
    notes = package.related(part, "comments")
    threads = package.related(part, "threadedComment")
    found = {at: [text] for at, text in (notes_of or _notes)(notes).items()} if notes else {}
    threaded: dict[At, list[str]] = {}
    for comment in parse(threads).iter(f"{_T}threadedComment") if threads else ():
        at = position(comment.get("ref", ""))
        threaded.setdefault(at, []).append((comment.findtext(f"{_T}text") or "").strip())
    both = (found | threaded).items()
    return {at: "\n".join(f"comment: {text}" for text in texts if text) for at, texts in both if any(texts)}


def _notes(part: bytes) -> dict[At, str]:
    return {position(note.get("ref", "")): _note(note) for note in parse(part).iter(f"{S}comment")}


def _note(note: etree._Element) -> str:
    text = note.find(f"{S}text")
    return "".join(words for words, _ in runs_of(text)).strip() if text is not None else ""
