"""A file's name is seen by everybody who sees the folder: no listed name stands in it unless a person types it."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.gui.dialogs.export import ExportDialog, suggested_name
from tests.gui.answering import pick, write
from tests.make import HEALTH, a_chronology, an_entry

MOTHER = Person("mother", "Mother", "", ("Isla Wren", "Isla"))
WHOLE = NamedLook("", "", (), ())


def test_a_name_in_the_designation_is_not_suggested() -> None:
    review = Review(title="The Wren family", designation="Isla Wren's baby", version="2")
    assert suggested_name(Chronology.of([review, MOTHER]), WHOLE) == "Mother's baby combined chronology v2"


def test_a_review_without_a_designation_is_not_called_by_its_title() -> None:
    assert suggested_name(Chronology.of([Review(title="The Wren family")]), WHOLE) == "combined chronology v0.1"


@pytest.mark.parametrize(
    ("look", "name"),
    [
        (replace(WHOLE, choice=Choice.AGENCY, agency_id=HEALTH.id), "Baby K chronology of HV alone v0.1"),
        (replace(WHOLE, choice=Choice.RAPID, designations=True), "Baby K rapid review extract with designations v0.1"),
        (replace(WHOLE, designations=True, publication=True), "Baby K combined chronology for publication v0.1"),
        (replace(WHOLE, choice=Choice.FILTER), "Baby K combined chronology, chosen entries v0.1"),
    ],
)
def test_a_file_is_called_by_what_is_in_it(look: NamedLook, name: str) -> None:
    assert suggested_name(a_chronology(), look) == name


def test_the_name_follows_the_choices_until_a_person_writes_one(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(a_chronology(an_entry(1)).after(Change("", (MOTHER,))), lambda _: True, folder=tmp_path)
    qtbot.addWidget(dialog)
    pick(qtbot, dialog, "Names and dates", "Designations")
    assert dialog.path.name == "Baby K combined chronology with designations v0.1.docx"
    pick(qtbot, dialog, "Kind of file", "PDF")
    assert dialog.path.name == "Baby K combined chronology with designations v0.1.pdf"
    write(qtbot, dialog, "Where", str(tmp_path / "mine.pdf"))
    pick(qtbot, dialog, "Names and dates", "As the agencies")
    assert dialog.path.name == "mine.pdf"
