"""The blank chronology as a Word document: notes first, then one table with a heading row that is marked as one."""

from datetime import date
from pathlib import Path

from chronology_app.writing.paper import Facts, Grid, Paper, Section, Words
from chronology_app.writing.paper_docx import write_paper_docx
from chronology_app.writing.template import Template


def write_template_docx(template: Template, path: Path, written: date) -> None:
    """Write it whole or not at all.

    The notes are paragraphs, so that the file has no other table than the one to fill in.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
    """
    say, columns = template.say, template.columns
    notes = Facts(tuple((c.heading, say("fact", note=c.note, example=c.example)) for c in columns))
    grid = Grid(
        say("caption"),
        say("description"),
        tuple(column.heading for column in columns),
        tuple(column.width for column in columns),
        tuple(("",) * len(columns) for _ in range(template.rows("docx"))),
        template.rows("height"),
    )
    sections = (
        Section(say("notes"), (Words(say("intro")), Words(say("people")), notes)),
        Section(say("chronology"), (grid,)),
    )
    paper = Paper(say("title"), say("kind"), template.facts, (), sections, template.marking)
    write_paper_docx(paper, path, written)
