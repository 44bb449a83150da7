"""A short paper as a Word document, in the same shell, styles and marking as the combined chronology."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Findings
from chronology_app.core.review import Review
from chronology_app.writing.columns import LONG
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.output import replacing
from chronology_app.writing.paper import Facts, Grid, Paper, Section, Words
from chronology_app.writing.parts.grid import fact, widths
from chronology_app.writing.shell import MAIN, shell
from chronology_app.writing.wording import Wording, wording
from chronology_app.writing.wordml import TABLE_END, cell, plain, table_start

_TWIPS_A_MILLIMETRE = 56.7


def write_paper_docx(paper: Paper, path: Path, written: date) -> None:
    """Write a paper as Word, whole or not at all; nobody is named as its author.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
    """
    with replacing(path) as temporary:
        put_paper_docx(paper, temporary, written)


def put_paper_docx(paper: Paper, path: Path, written: date) -> None:
    """Write a paper to a file that may be thrown away; see `write_paper_docx`."""
    around = shell(_manuscript(paper, written))
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for name, content in around.parts:
            packed.writestr(name, content)
        packed.writestr(MAIN, around.before + "".join(blocks(paper)).encode() + around.after)


def blocks(paper: Paper) -> Iterator[str]:
    """Give the paragraphs and tables of a paper, in order, as WordprocessingML."""
    yield plain(paper.title, "Title")
    yield plain(paper.kind, "Subtitle")
    yield from (fact(label, words) for label, words in paper.facts)
    yield from (plain(words, "DocumentText") for words in paper.intro)
    for section in paper.sections:
        yield from _section(section, paper.continued)


def _row(grid: Grid, texts: tuple[str, ...]) -> str:
    """Return a row as high as the table wants (ECMA-376 part 1, 17.4.81 trHeight), on one page unless it is long."""
    high = round(grid.height * _TWIPS_A_MILLIMETRE)
    height = f'<w:trHeight w:val="{high}" w:hRule="atLeast"/>' if high else ""
    whole = "<w:cantSplit/>" if sum(map(len, texts)) < LONG else ""
    made = (cell(plain(text, "EntryText"), width) for text, width in zip(texts, widths(grid.shares), strict=True))
    return f"<w:tr><w:trPr>{whole}{height}</w:trPr>{''.join(made)}</w:tr>"


def _section(section: Section, continued: str) -> Iterator[str]:
    yield plain(section.heading, f"Heading{section.level}")
    for block in section.blocks:
        if isinstance(block, Words):
            yield plain(block.text, "DocumentText")
        elif isinstance(block, Facts):
            yield from (fact(label, words) for label, words in block.rows)
        else:
            yield from _tables(block, continued)


def _tables(grid: Grid, continued: str) -> Iterator[str]:
    for number, part in enumerate(grid.parts(continued)):
        if number:
            yield plain(part.caption, "Continued")
        yield table_start(part.titles, widths(part.shares), part.caption, part.description)
        yield from (_row(part, texts) for texts in part.rows)
        yield TABLE_END
        yield plain("", "EntrySmall")


def _manuscript(paper: Paper, written: date) -> Manuscript:
    """Return what the shell is made from: a review that is nothing but this paper's title and marking."""
    review = Review(title=paper.title, marking=paper.marking, version="")
    return Manuscript(Chronology.of([review]), Findings(), Look(written=written), _called(paper.kind))


def _called(kind: str) -> Wording:
    """Return the fixed words, with the kind of document in its properties."""
    usual = wording()
    return replace(usual, sections={**usual.sections, "title": {**usual.sections["title"], "kind": kind}})
