"""Follows every reference in a document: each leads to its entry, wherever it stands."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.note import Note, NoteKind
from tests.make import HEALTH, a_chronology, an_entry
from tests.writing.documents import EVERYTHING, NAMES, documents
from tests.writing.docx_parts import Document, W, rows, words, written

REFERENCE = re.compile(r"(HV|POL)-\d{3}[a-z]?")


def places(document: Document) -> dict[str, str]:
    """The name of the bookmark of every entry the document shows, by its reference."""
    found = document.find("//w:p[w:bookmarkStart[starts-with(@w:name, 'entry')]]")
    return {words(place): place.find(f"{W}bookmarkStart").get(f"{W}name") for place in found}


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_to_its_entry(name: str) -> None:
    document = documents()[name]
    shown = places(document)
    for link in document.find("//w:hyperlink[starts-with(@w:anchor, 'entry')]"):
        assert shown[words(link)] == link.get(f"{W}anchor")
    for paragraph in document.find("//w:p[not(w:bookmarkStart)]"):
        alone = "".join(words(each) for each in paragraph.findall(f"{W}r"))
        assert not {match.group() for match in REFERENCE.finditer(alone)} & set(shown)


def test_the_fullest_document_has_links_in_every_part_that_speaks_of_entries() -> None:
    document = documents()["everything"]
    linked = {
        "Abbreviations in the entries": {"HV-001", "HV-002"},
        "Open questions to agencies": {"HV-001", "POL-001"},
        "Questions that were answered": {"POL-001", "HV-002"},
        "Practice, as the agencies wrote it": {"POL-001"},
        "Entries that still need a person": {"HV-002", "POL-001"},
        "Entries set aside": {"HV-001"},
        "March 2022": {"POL-001", "HV-002"},
    }
    for caption, references in linked.items():
        table = document.captioned(caption)
        assert {words(link) for link in table.iter(f"{W}hyperlink")} == references


def test_an_entry_set_aside_is_named_but_leads_nowhere() -> None:
    (row,) = rows(documents()["everything"].captioned("Entries set aside"))[1:]
    assert row[1] == "HV-003"
    assert "HV-003" not in places(documents()["everything"])


@pytest.mark.parametrize("code", ["MASH-N", "GP (north)", "A&E", "C/S", "?", "Schule Süd"])
def test_a_reference_leads_to_its_entry_whatever_its_code_is_made_of(tmp_path: Path, code: str) -> None:
    agency, note = replace(HEALTH, code=code), Note("n", "entry-1", NoteKind.NOTE, f"See {code}-002, not X{code}-002.")
    chronology = a_chronology(an_entry(1), an_entry(2)).after(Change("", (agency, note)))
    table = written(chronology, tmp_path / "x.docx", EVERYTHING).captioned("March 2022")
    assert [words(link) for link in table.iter(f"{W}hyperlink")] == [f"{code}-002"]
