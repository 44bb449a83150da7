"""Words of an agency that look like a part of the document are shown as words."""

from dataclasses import replace
from pathlib import Path

from chronology_app.core.change import Change
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.core.when import When
from chronology_app.writing.wordml import paragraph, run
from tests.make import HEALTH, a_chronology, a_source, an_entry
from tests.writing.docx_parts import written

HOSTILE = str(paragraph(run("shown as if the app had written it"), "Title"))


def test_a_paragraph_written_by_an_agency_is_shown_letter_by_letter(tmp_path: Path) -> None:
    entry = replace(an_entry(1, HOSTILE, When(HOSTILE)), set_aside=HOSTILE)
    needing = replace(an_entry(2), needs=HOSTILE, practice=HOSTILE, when=When(HOSTILE))
    others = (OtherRow("Sheet1", 9, 9, Outcome.NOTE, HOSTILE, HOSTILE),)
    source = replace(a_source(HEALTH, 2), name=HOSTILE, others=others)
    made = written(a_chronology(entry, needing).after(Change("", (source,))), tmp_path / "x.docx")
    assert "shown as if" not in "".join(made.headings(1))
    titles = made.find("//w:p[w:pPr/w:pStyle/@w:val='Title']")
    assert len(titles) == 1
    assert made.said().count(HOSTILE) >= 6
