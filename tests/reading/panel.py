"""What a panel does to a document in Word: words changed with or without tracking, comments, rows moved and taken out.

The XML is as Word writes it (ECMA-376 part 1, 17.13): runs are cut where a change or a comment begins.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx.oxml.ns import nsdecls, qn
from lxml import etree
from lxml.etree import _Element as Element

_MAIN, _LINKS, _TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_CID = 'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
_CEX = 'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"'
_KINDS = {
    "comments": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    "commentsIds": "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
    "commentsExtensible": "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible",
}
WHEN = "2026-03-05T14:30:00Z"


class InWord:
    """A document open in Word: change it, then `save` it."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as packed:
            self._parts = {name: packed.read(name) for name in packed.namelist()}
        self.root = etree.fromstring(self._parts[_MAIN])
        self._comments: list[tuple[str, ...]] = []

    def row(self, reference: str) -> Element:
        """The row of an entry in the chronology: the first one that begins with its reference."""
        return next(r for r in self.root.iter(qn("w:tr")) if text_of(next(r.iter(qn("w:tc")))) == reference)

    def cell(self, reference: str, column: int) -> Element:
        """The cell of an entry's row, from 0."""
        return list(self.row(reference).iter(qn("w:tc")))[column]

    def say(self, cell: Element, words: str) -> None:
        """Write words as a new paragraph of a cell."""
        paragraph = etree.SubElement(cell, qn("w:p"))
        _say(etree.SubElement(paragraph, qn("w:r")), words)

    def copy_row(self, reference: str, words: Mapping[int, str]) -> None:
        """Put a copy of a row beneath it, with other words in some cells."""
        row = self.row(reference)
        made = deepcopy(row)
        row.addnext(made)
        cells = list(made.iter(qn("w:tc")))
        for at, text in words.items():
            for old in list(cells[at].iter(qn("w:p"))):
                _drop(old)
            self.say(cells[at], text)

    def move_row(self, reference: str, before: str) -> None:
        """Cut a row and paste it above another one."""
        self.row(before).addprevious(self.row(reference))

    def order_columns(self, order: Sequence[int]) -> None:
        """Drag the columns of the chronology to another order; those not named are deleted."""
        for row in [row for row in self.root.iter(qn("w:tr")) if len(list(row.iter(qn("w:tc")))) > max(order)]:
            cells = list(row.iter(qn("w:tc")))
            for cell in cells:
                row.remove(cell)
            for at in order:
                row.append(cells[at])

    def add_column(self, heading: str, words: Mapping[str, str]) -> None:
        """Add a column at the right of every table, with words beside some references."""
        for table in self.root.iter(qn("w:tbl")):
            for number, row in enumerate(table.iter(qn("w:tr"))):
                said = words.get(text_of(next(row.iter(qn("w:tc")))), "")
                self.say(etree.SubElement(row, qn("w:tc")), heading if number == 0 else said)

    def change(self, place: Element, old: str, new: str, author: str = "") -> None:
        """Put words in the place of others; tracked where somebody is named."""
        runs = self._alone(place, old)
        last = runs[-1]
        made = deepcopy(last)
        _say(made, new)
        if not author:
            last.addnext(made)
            for run in runs:
                _drop(run)
            return
        if new:
            last.addnext(_around("ins", author, [made]))
        _around("del", author, runs)
        for run in runs:
            for text in run.iter(qn("w:t")):
                text.tag = qn("w:delText")

    def comment(self, place: Element, about: str, text: str, author: str = "A. Panel", **more: str | bool) -> str:
        """Comment on words (all of the place where none are given); return the comment's number.

        `answers` is the number of the comment it replies to, `done` and `utc` what Word's other parts say of it.
        """
        number = str(len(self._comments))
        runs = self._alone(place, about) if about else list(place.iter(qn("w:r")))
        start, end = (_bare(f"commentRange{side}", number) for side in ("Start", "End"))
        _top(runs[0]).addprevious(start)
        _top(runs[-1]).addnext(end)
        reference = _bare("r")
        reference.append(_bare("commentReference", number))
        end.addnext(reference)
        answers, done, utc = str(more.get("answers", "")), "1" if more.get("done") else "0", str(more.get("utc", ""))
        self._comments.append((number, author, text, answers, done, utc))
        return number

    def strike_row(self, reference: str, author: str = "") -> None:
        """Delete a row; tracked where somebody is named."""
        row = self.row(reference)
        if not author:
            _drop(row)
            return
        looks = row.find(qn("w:trPr"))
        assert looks is not None
        looks.append(_tracked("del", author))
        _strike(row, author)

    def save(self, path: Path) -> Path:
        """Save under a name and return it."""
        parts = {**self._parts, _MAIN: etree.tostring(self.root)}
        if self._comments:
            parts |= self._said()
        with ZipFile(path, "w", ZIP_DEFLATED) as packed:
            for name, content in parts.items():
                packed.writestr(name, content)
        return path

    def _alone(self, place: Element, words: str) -> list[Element]:
        """The runs that hold exactly these words, cut out of the runs around them."""
        runs = [run for run in place.iter(qn("w:r")) if "".join(t.text or "" for t in run.iter(qn("w:t")))]
        texts = ["".join(t.text or "" for t in run.iter(qn("w:t"))) for run in runs]
        start = "".join(texts).index(words)
        found, at = [], 0
        for run, text in zip(runs, texts, strict=True):
            first, last = max(start, at), min(start + len(words), at + len(text))
            if first < last:
                found.append(_cut(run, text, first - at, last - at))
            at += len(text)
        return found

    def _said(self) -> dict[str, bytes]:
        made = {
            "comments": "".join(map(_comment, self._comments)),
            "commentsExtended": "".join(map(_thread, self._comments)),
            "commentsIds": "".join(
                f'<w16cid:commentId w16cid:paraId="{_paragraph(c[0])}" w16cid:durableId="{_durable(c[0])}"/>'
                for c in self._comments
            ),
            "commentsExtensible": "".join(
                f'<w16cex:commentExtensible w16cex:durableId="{_durable(c[0])}" w16cex:dateUtc="{c[5]}"/>'
                for c in self._comments
                if c[5]
            ),
        }
        roots = {"comments": ("w:comments", f"{nsdecls('w')} {_W14}"), "commentsExtended": ("w15:commentsEx", _W15)}
        roots |= {
            "commentsIds": ("w16cid:commentsIds", _CID),
            "commentsExtensible": ("w16cex:commentsExtensible", _CEX),
        }
        links = "".join(
            f'<Relationship Id="panel{name}" Type="{kind}" Target="{name}.xml"/>' for name, kind in _KINDS.items()
        )
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{word}.{name}+xml"/>' for name in _KINDS)
        return {
            _LINKS: self._parts[_LINKS].replace(b"</Relationships>", f"{links}</Relationships>".encode()),
            _TYPES: self._parts[_TYPES].replace(b"</Types>", f"{types}</Types>".encode()),
            **{
                f"word/{name}.xml": f"<{roots[name][0]} {roots[name][1]}>{inside}</{roots[name][0]}>".encode()
                for name, inside in made.items()
            },
        }


def text_of(element: Element) -> str:
    """The words of an element."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _paragraph(number: str) -> str:
    return f"{int(number) + 1:08X}"


def _durable(number: str) -> str:
    return f"{int(number) + 0x2000:08X}"


def _comment(said: tuple[str, ...]) -> str:
    number, author, text, *_ = said
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="{WHEN}"><w:p><w:r><w:t>Well:</w:t></w:r></w:p>'
        f'<w:p w14:paraId="{_paragraph(number)}"><w:r><w:annotationRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:comment>"
    ).replace("<w:p><w:r><w:t>Well:</w:t></w:r></w:p>", "")


def _thread(said: tuple[str, ...]) -> str:
    number, _, _, answers, done, _ = said
    parent = f' w15:paraIdParent="{_paragraph(answers)}"' if answers else ""
    return f'<w15:commentEx w15:paraId="{_paragraph(number)}"{parent} w15:done="{done}"/>'


def _bare(tag: str, number: str = "") -> Element:
    made = etree.Element(qn(f"w:{tag}"))
    if number:
        made.set(qn("w:id"), number)
    return made


def _tracked(tag: str, author: str) -> Element:
    made = _bare(tag, "900")
    made.set(qn("w:author"), author)
    made.set(qn("w:date"), WHEN)
    return made


def _around(tag: str, author: str, inside: list[Element]) -> Element:
    made = _tracked(tag, author)
    if inside[0].getparent() is not None:
        inside[0].addprevious(made)
    for one in inside:
        made.append(one)
    return made


def _strike(place: Element, author: str) -> None:
    for run in list(place.iter(qn("w:r"))):
        _around("del", author, [run])
        for text in run.iter(qn("w:t")):
            text.tag = qn("w:delText")


def _top(run: Element) -> Element:
    """The run, or what stands for it in its paragraph (a tracked change)."""
    parent = run.getparent()
    assert parent is not None
    return run if parent.tag == qn("w:p") else _top(parent)


def _cut(run: Element, text: str, first: int, last: int) -> Element:
    """The run of only these characters; what stood before and after them stays in runs of its own."""
    for piece, add in ((text[:first], run.addprevious), (text[last:], run.addnext)):
        if piece:
            other = deepcopy(run)
            _say(other, piece)
            add(other)
    _say(run, text[first:last])
    return run


def _say(run: Element, words: str) -> None:
    for child in list(run):
        if child.tag != qn("w:rPr"):
            run.remove(child)
    text = etree.SubElement(run, qn("w:t"))
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
