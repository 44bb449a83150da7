"""Keeps the XML of a small document as it was agreed: `python -m tests.writing.test_golden` writes it anew."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import mark_passage
from chronology_app.core.mark import Kind
from chronology_app.core.review import Review
from chronology_app.core.when import Precision, When
from tests.make import POLICE, a_chronology, an_entry
from tests.writing.docx_parts import DATED, written

GOLDEN = Path(__file__).resolve().parents[1] / "data" / "writing"
PARTS = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml")


def small() -> Chronology:
    """Two dated entries and one that is not, a marked passage, every part of the document but the people."""
    march = When("March 22", date(2022, 3, 1), date(2022, 3, 31), Precision.MONTH)
    entries = (
        replace(an_entry(1, "Home seemed cold.\nMother said he slept."), source="Case record", experience="Asleep."),
        replace(an_entry(2, "Call to the address <flat 2> & left.", march, POLICE), professional="PC 1"),
        replace(an_entry(3, when=When("31/02/2022")), needs="This day does not exist."),
    )
    review = Review(title="Review: Baby K", designation="Baby K", born=date(2022, 1, 20), scope_from=date(2021, 5, 1))
    chronology = a_chronology(*entries, review=review)
    return chronology.after(mark_passage(chronology, "entry-1", "event", 5, 16, Kind.OPINION))


def parts(folder: Path) -> dict[str, str]:
    """Return the parts that are kept, one element a line."""
    made = written(small(), folder / "x.docx", DATED).parts
    return {name: etree.tostring(etree.fromstring(made[name]), pretty_print=True).decode() for name in PARTS}


def kept(name: str) -> Path:
    return GOLDEN / name.replace("/", "_")


def test_the_parts_are_as_agreed(tmp_path: Path) -> None:
    assert parts(tmp_path) == {name: kept(name).read_text("utf-8") for name in PARTS}


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        for part, xml in parts(Path(folder)).items():
            kept(part).write_text(xml, "utf-8")
