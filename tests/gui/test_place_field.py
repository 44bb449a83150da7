"""Whatever is written where a file is to be kept, the dialog says in a sentence what is wrong with it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from chronology_app.gui.dialogs.new_review import documents_folder
from chronology_app.gui.dialogs.place_field import PlaceField


@pytest.fixture
def field(qtbot: QtBot, tmp_path: Path) -> PlaceField:
    made = PlaceField("&Where", ".docx", tmp_path)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "Say where"),
        ("   ", "Say where"),
        ("/", "Say where"),
        ("~nobody-of-that-name/x", "no such folder"),
        ("{folder}/gone/x.docx", "no such folder"),
        ("{folder}/" + "y" * 300 + "/x.docx", "no such folder"),
        ("{folder}/Baby K: draft", "No file on a Windows computer"),
        ("{folder}/nul.docx", "No file on a Windows computer"),
        ("{folder}/there.DOCX", "already a file of this name"),
        ("{folder}/folder.docx", "already a file of this name"),
    ],
)
def test_what_is_wrong_is_told(field: PlaceField, tmp_path: Path, written: str, sentence: str) -> None:
    (tmp_path / "there.DOCX").write_text("as it was")
    (tmp_path / "folder.docx").mkdir()
    field.line.setText(written.format(folder=tmp_path))
    assert not field.is_sound()
    assert sentence in field.sentence


@pytest.mark.parametrize(
    ("written", "name"),
    [("Baby K", "Baby K.docx"), ("v0.1", "v0.1.docx"), ("x.pdf", "x.pdf.docx"), ("x.DOCX", "x.DOCX")],
)
def test_the_ending_is_added_where_it_is_missing(field: PlaceField, tmp_path: Path, written: str, name: str) -> None:
    field.line.setText(str(tmp_path / written))
    assert field.is_sound()
    assert field.path == tmp_path / name


def test_the_persons_own_folder_may_be_written_short(field: PlaceField) -> None:
    field.line.setText("~/x.docx")
    assert field.path == Path.home() / "x.docx"


def test_a_suggestion_takes_another_ending_without_the_number_of_the_first(field: PlaceField, tmp_path: Path) -> None:
    for name in ("Baby K.docx", "Baby K 2.pdf"):
        (tmp_path / name).write_text("as it was")
    field.suggest("Baby K")
    assert field.path.name == "Baby K 2.docx"
    field.turn_to(".pdf")
    assert field.path.name == "Baby K.pdf"
    field.turn_to(".docx")
    assert (field.path.name, field.is_sound()) == ("Baby K 2.docx", True)


def test_what_a_person_wrote_keeps_its_name_with_another_ending(qtbot: QtBot, field: PlaceField) -> None:
    field.suggest("Baby K")
    field.line.selectAll()
    qtbot.keyClicks(field.line, "mine.docx")
    field.turn_to(".pdf")
    assert field.path.name == "mine.pdf"


def test_an_account_without_a_folder_for_documents_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = {"there": str(tmp_path), "gone": str(tmp_path / "gone"), "unknown": ""}
    found = {}
    for name, told in where.items():
        monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _, told=told: told)
        found[name] = documents_folder()
    assert found == {"there": tmp_path, "gone": Path.home(), "unknown": Path.home()}
