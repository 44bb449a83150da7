"""The parts of a document in the order they are printed: each one turns a manuscript into paragraphs and tables.

A new part is one module with a function `blocks(manuscript)` and one line in `PARTS`; its name also stands in
`writing.look.ALL_PARTS`, its heading in resources/document.toml, and, where it may have nothing to say, in
`Manuscript.parts`.
"""

from collections.abc import Callable, Iterator, Mapping

from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts import (
    abbreviations,
    agencies,
    chronology,
    contents,
    left_out,
    needing,
    nil_returns,
    people,
    practice,
    questions,
    reading,
    title,
    wording,
)

Blocks = Callable[[Manuscript], Iterator[str]]
"""Gives the paragraphs and tables of a part, in order, as WordprocessingML; asked where `Manuscript.parts` names it."""

PARTS: Mapping[str, Blocks] = {
    "title": title.blocks,
    "contents": contents.blocks,
    "reading": reading.blocks,
    "abbreviations": abbreviations.blocks,
    "agencies": agencies.blocks,
    "nil_returns": nil_returns.blocks,
    "people": people.blocks,
    "chronology": chronology.blocks,
    "wording": wording.blocks,
    "practice": practice.blocks,
    "questions": questions.blocks,
    "needing": needing.blocks,
    "left_out": left_out.blocks,
}
