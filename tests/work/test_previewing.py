"""Makes the first pages of a document for the preview: the same words as the file, in its styles."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.errors import OutputProblem
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.work.previewing import preview
from chronology_app.writing.look import Look
from chronology_app.writing.pages import PAGE, PAGES
from chronology_app.writing.to_docx import write_docx
from tests.make import HEALTH, POLICE, a_chronology, an_entry
from tests.writing.docx_parts import opened

TWO = a_chronology(an_entry(1, "Home <seen>, & asleep.\nFed."), an_entry(2, "Call.", agency=POLICE))


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", " ", html)))


def test_every_word_of_the_document_stands_on_the_pages(tmp_path: Path) -> None:
    from chronology_app.core.findings import Findings

    look = Look()
    write_docx(TWO, Findings(), tmp_path / "x.docx", look)
    shown = re.findall(r"\w+", words(preview(TWO, look).text))
    assert set(re.findall(r"\w+", opened(tmp_path / "x.docx").said())) <= set(shown)


def test_nothing_of_an_agencys_words_becomes_mark_up() -> None:
    text = preview(TWO, Look()).text
    assert "Home &lt;seen&gt;, &amp; asleep.<br>Fed." in text
    assert "<seen>" not in text


def test_pages_have_their_size_margins_marking_and_numbers() -> None:
    pages = preview(a_chronology(an_entry(1), review=Review(marking="Secret")), Look())
    assert [round(side) for side in pages.size] == [842, 595]
    assert [round(side) for side in pages.margins] == [68, 43, 57, 42, 26, 23]
    assert "SECRET" in pages.header
    assert "SECRET" in pages.footer
    assert {PAGE, PAGES} <= set(pages.footer)


def test_the_look_decides_what_is_shown() -> None:
    assert "Baby K" in words(preview(TWO, Look(title="Baby K", parts=("title", "chronology"))).text)
    only_health = words(preview(TWO, Look(agency_id=HEALTH.id)).text)
    assert ("Fed." in only_health, "Call." in only_health) == (True, False)
    few = words(preview(TWO, Look(parts=("chronology",), columns=("event",))).text)
    assert ("Fed." in few, "HV-001" in few) == (True, False)


def test_designations_stand_for_names() -> None:
    named = a_chronology(an_entry(1, "Joanna Testerly came."))
    named = named.after(Change("", (Person("p", "Mother", "", ("Joanna Testerly",)),)))
    assert "Mother came." in words(preview(named, Look(anonymise=True)).text)


def test_a_long_review_is_shown_only_as_far_as_the_first_pages() -> None:
    many = a_chronology(*(an_entry(number, "word " * 30) for number in range(500)))
    text = preview(many, Look(parts=("chronology",))).text
    assert 20 < text.count("HV-") < 400
    assert text.count("<table") == text.count("</table>")


def test_a_wrong_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(b"no document")
    with pytest.raises(OutputProblem, match="not a Word document"):
        preview(TWO, replace(Look(), template=tmp_path / "own.docx"))
