"""Which rows of a Word document are entries of a review, and which column holds what, however the panel moved them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from chronology_app.reading.remarked import Line
from chronology_app.work.alike import plainly
from chronology_app.writing.wording import MADE, Wording

REF = "ref"
_HEADING_ROWS = 3
"""Rows among which the heading row is looked for: somebody may have put a row above it."""

_OWN = frozenset(MADE) - {REF, "agency"}
"""Columns that no agency's own table has under the same title."""

_FEW = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of a table stand, from 0: those of the app by name, those the panel added by their heading."""

    columns: Mapping[str, int]
    added: Mapping[int, str]

    @property
    def is_chronology(self) -> bool:
        """Whether it has the references of entries and something of the entries beside them."""
        return REF in self.columns and bool(self.columns.keys() - {REF, "agency"})

    @property
    def lacks_references(self) -> bool:
        """Whether it is a chronology of the app's from which the references were taken out."""
        return REF not in self.columns and len(self.columns) >= _FEW and bool(_OWN & self.columns.keys())


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a combined chronology; `references` are what its ref cell says, of whichever review they are."""

    line: Line
    layout: Layout
    references: tuple[str, ...]

    @property
    def gone(self) -> bool:
        """Whether the row, or all that stood in it, was taken out."""
        return self.line.deleted or not any(text.strip() for text in self.line.texts)

    def text(self, column: str) -> str:
        """Return what stands in a column of the app's, "" where the document has none."""
        at = self.layout.columns.get(column, -1)
        return self.line.texts[at] if 0 <= at < len(self.line.texts) else ""

    def before(self, column: str) -> str:
        """Return what stood there before tracked changes."""
        return self.line.before(self.layout.columns[column])

    def is_changed(self, column: str) -> bool:
        """Whether something in the column is tracked, or struck out."""
        at = self.layout.columns.get(column, -1)
        return any(edit.column == at for edit in self.line.edits) and not self.line.inserted


@dataclass(frozen=True, slots=True)
class Found:
    """What a document holds: `rows` of combined chronologies, every other line, and all `lines` from top to bottom.

    `lacking` says that a combined chronology without references was seen.
    """

    rows: tuple[Row, ...]
    others: tuple[Line, ...]
    lines: tuple[Line, ...]
    lacking: bool


def rows_in(lines: Iterable[Line], wording: Wording, known: Mapping[str, str]) -> Found:
    """Return the rows of combined chronologies among lines; `known` are the references of the review."""
    titles = {plainly(column.title).casefold(): column.name for column in wording.columns}
    titles[plainly(wording.say("chronology", "age")).casefold()] = "date"
    elsewhere = frozenset(_headings(wording))
    rows: list[Row] = []
    others: list[Line] = []
    every: list[Line] = []
    layout, lacking = None, False
    for table, group in groupby(lines, key=lambda line: line.table):
        held = list(group)
        is_elsewhere = not table or plainly(held[0].heading).casefold() in elsewhere
        held = held if is_elsewhere else _upright(held, titles)
        every += held
        if is_elsewhere:
            others += held
            continue
        found = _layout(held, titles)
        lacking |= found is not None and found.lacks_references
        layout = found if found and found.is_chronology else layout
        if layout is None or not (found is layout or _goes_on(held, layout, known)):
            others += held
            continue
        rows += (Row(one, layout, _references(one, layout, known)) for one in held if not _is_heading(one, titles))
    return Found(tuple(rows), tuple(others), tuple(every), lacking)


def _headings(wording: Wording) -> Iterator[str]:
    """Give the headings of the other parts: their tables have references too."""
    for name, texts in wording.sections.items():
        if name != "chronology":
            yield from (plainly(text).casefold() for key, text in texts.items() if key.endswith("heading") and text)


def _named(line: Line, titles: Mapping[str, str]) -> list[str]:
    return [titles.get(plainly(text).casefold(), "") for text in line.texts]


def _is_heading(line: Line, titles: Mapping[str, str]) -> bool:
    return len(set(filter(None, _named(line, titles)))) > 1


def _layout(lines: Sequence[Line], titles: Mapping[str, str]) -> Layout | None:
    for line in lines[:_HEADING_ROWS]:
        names = _named(line, titles)
        columns: dict[str, int] = {}
        for number, name in enumerate(names):
            if name:
                columns.setdefault(name, number)
        if len(columns) > 1:
            taken = set(columns.values())
            added = {n: " ".join(t.split()) for n, t in enumerate(line.texts) if n not in taken}
            return Layout(columns, added)
    return None


def _goes_on(lines: Sequence[Line], layout: Layout, known: Mapping[str, str]) -> bool:
    """Return whether a table without a heading row is the rest of one that was parted in two."""
    return any(one in known for line in lines for one in _references(line, layout, known))


def _upright(lines: list[Line], titles: Mapping[str, str]) -> list[Line]:
    """Return a table whose rows and columns somebody exchanged as it was; any other as it is."""
    side = [titles.get(plainly(line.texts[0]).casefold(), "") if line.texts else "" for line in lines]
    if REF not in side or len(set(filter(None, side))) < _FEW or _layout(lines, titles):
        return lines
    width = min(len(line.texts) for line in lines)
    return [_turned(lines, column) for column in range(width)]


def _turned(lines: Sequence[Line], column: int) -> Line:
    edits = tuple(e._replace(column=n) for n, line in enumerate(lines) for e in line.edits if e.column == column)
    anchors = tuple(a._replace(column=n) for n, line in enumerate(lines) for a in line.anchors if a.column == column)
    texts = tuple(line.texts[column] for line in lines)
    return replace(lines[0], texts=texts, edits=edits, anchors=anchors, bookmark="")


def _references(line: Line, layout: Layout, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a ref cell says: one reference, or those of rows that were joined; "" is no reference."""
    at = layout.columns[REF]
    text = line.texts[at] if at < len(line.texts) else ""
    if at < len(line.texts) and not text.strip():
        text = line.before(at)
    whole = " ".join(text.split())
    pieces = tuple(" ".join(piece.split()) for piece in text.replace("\v", "\n").split("\n"))
    several = pieces if set(pieces) & known.keys() else tuple(whole.replace(",", " ").split())
    return (whole,) if whole in known else tuple(one for one in several if one in known) or (whole,)
