"""The remarks of a Word document: comments with their threads and moments, footnotes and endnotes.

Comments stand in ECMA-376 part 1, 17.13.4; whether they are done and what they answer in commentsExtended ([MS-DOCX]
2.5.3.1, by the id of the comment's last paragraph), their moment in UTC in commentsExtensible ([MS-DOCX] 2.8.2.1, by a
durable id that commentsIds gives for that paragraph). `w:date` is the clock of whoever wrote it, whatever zone it says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chronology_app.reading import limits
from chronology_app.reading.docx_words import W
from chronology_app.reading.package import Package, parse
from chronology_app.reading.remark_words import RemarkedWords, named
from chronology_app.reading.remarked import BREAK, Remark

_NAME = 200
"""Characters of an author's name that are kept."""

_MOMENT = len("2022-03-12T14:30:00")
_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the parts beside the comments say, by the id of a comment's last paragraph."""

    done: Mapping[str, bool]
    parents: Mapping[str, str]
    moments: Mapping[str, str]


def remarks_of(package: Package, name: str) -> tuple[Remark, ...]:
    """Return the remarks of the part of that name: comments first, then footnotes, then endnotes.

    Raises:
        FileProblem: there are more than people write.
    """
    comments = list(_elements(package, name, "comment"))
    others = [(kind, note) for kind in ("footnote", "endnote") for note in _elements(package, name, kind)]
    limits.within(len(comments) + len(others), limits.REMARKS)
    parts = _parts(package, name)
    by_paragraph = {_last_paragraph(one): f"comment-{named(one, 'id')}" for one in comments} | {"": ""}
    found = [_comment(one, parts, by_paragraph) for one in comments]
    notes = (Remark(f"{kind}-{named(note, 'id')}", "", "", _words(note)) for kind, note in others)
    return (*found, *(note for note in notes if note.text))


def _elements(package: Package, name: str, kind: str) -> Iterator[Element]:
    part = package.related(name, f"{kind}s")
    if part:
        limits.within(part.count(f"<w:{kind} ".encode()), limits.REMARKS)
        yield from parse(part).iterchildren(f"{W}{kind}")


def _comment(element: Element, parts: _Parts, by_paragraph: Mapping[str, str]) -> Remark:
    paragraph = _last_paragraph(element)
    utc = parts.moments.get(paragraph) or _attribute(element, "dateUtc")
    moment = utc or named(element, "date")
    return Remark(
        id=f"comment-{named(element, 'id')}",
        author=" ".join(named(element, "author").split())[:_NAME],
        written=moment[:_MOMENT] + ("Z" if utc else ""),
        text=_words(element),
        resolved=parts.done.get(paragraph, False),
        answers=by_paragraph.get(parts.parents.get(paragraph, ""), ""),
    )


def _words(element: Element) -> str:
    words = RemarkedWords(0, (), set())
    words.walk(element)
    return words.settle().replace(BREAK, "\n").strip()


def _last_paragraph(comment: Element) -> str:
    ids = [_attribute(paragraph, "paraId") for paragraph in comment.iterchildren(f"{W}p")]
    return ids[-1] if ids else ""


def _parts(package: Package, name: str) -> _Parts:
    threads = [
        (_attribute(one, "paraId"), _attribute(one, "paraIdParent"), _attribute(one, "done") in _TRUE)
        for one in _beside(package, name, "commentsExtended")
    ]
    durable = {_attribute(one, "durableId"): _attribute(one, "paraId") for one in _beside(package, name, "commentsIds")}
    moments = {
        durable.get(_attribute(one, "durableId"), ""): _attribute(one, "dateUtc")
        for one in _beside(package, name, "commentsExtensible")
    }
    moments.pop("", None)
    return _Parts(
        {own: done for own, _, done in threads if own},
        {own: parent for own, parent, _ in threads if own and parent},
        moments,
    )


def _beside(package: Package, name: str, kind: str) -> Iterator[Element]:
    part = package.related(name, kind)
    if part:
        limits.within(part.count(b"<w"), limits.REMARKS)
        yield from parse(part)


def _attribute(element: Element, name: str) -> str:
    """Return the attribute of that name in whatever namespace: each part of Word's has one of its own."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")
