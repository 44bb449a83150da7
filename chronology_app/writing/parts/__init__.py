"""The parts of a document in the order they are printed: each one turns a manuscript into paragraphs and tables.

A new part is one module with a function `blocks(manuscript)` and one line in `PARTS`; its name also stands in
`writing.look.ALL_PARTS`, its heading in resources/document.toml.
"""

from collections.abc import Callable, Iterator, Mapping

from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts import agencies, chronology, left_out, needing, people, reading, title

Blocks = Callable[[Manuscript], Iterator[str]]
"""Gives the paragraphs and tables of a part, in order, as WordprocessingML; nothing where there is nothing to say."""

PARTS: Mapping[str, Blocks] = {
    "title": title.blocks,
    "reading": reading.blocks,
    "agencies": agencies.blocks,
    "people": people.blocks,
    "chronology": chronology.blocks,
    "needing": needing.blocks,
    "left_out": left_out.blocks,
}
