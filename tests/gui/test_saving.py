"""No file is replaced that the dialog did not ask about: not by an ending that is added afterwards."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from chronology_app.gui.dialogs.place_field import PlaceField
from chronology_app.gui.dialogs.saving import ask_where_to_save

KINDS = {"Word (*.docx)": ".docx", "HTML (*.html)": ".html"}


class Person:
    """Answers the system's dialog with one name after another, and keeps what was suggested to them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, str]) -> None:
        self.suggested: list[str] = []
        self._answers = list(answers)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._answer)

    def _answer(self, _: QWidget, title: str, suggested: str, kinds: str) -> tuple[str, str]:
        self.suggested.append(suggested)
        return self._answers.pop(0)


@pytest.mark.parametrize(
    ("written", "kind", "name"),
    [
        ("x.docx", "", "x.docx"),
        ("x.HTML", "Word (*.docx)", "x.HTML"),
        ("Panel v1.2", "HTML (*.html)", "Panel v1.2.html"),
        ("x", "", "x.docx"),
    ],
)
def test_an_ending_is_added_where_it_is_missing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, kind: str, name: str
) -> None:
    Person(monkeypatch, (str(tmp_path / written), kind))
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask_where_to_save(parent, "Save", tmp_path / "start", KINDS) == tmp_path / name


def test_a_file_that_the_ending_would_hit_is_asked_about(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "x.docx"
    there.write_text("as it was")
    parent = QWidget()
    qtbot.addWidget(parent)
    agreeing = Person(monkeypatch, (str(tmp_path / "x"), ""), (str(there), ""))
    assert ask_where_to_save(parent, "Save", tmp_path, KINDS) == there
    assert agreeing.suggested == [str(tmp_path), str(there)]
    Person(monkeypatch, (str(tmp_path / "x"), ""), ("", ""))
    assert ask_where_to_save(parent, "Save", tmp_path, KINDS) is None


def test_a_place_chosen_with_browse_is_agreed_to(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "x.docx"
    there.write_text("as it was")
    field = PlaceField("&Where", ".docx", tmp_path, replaceable=True)
    qtbot.addWidget(field)
    Person(monkeypatch, (str(tmp_path / "x"), ""), (str(there), ""))
    field._browse()
    assert (field.path, field.is_sound()) == (there, True)
    field.line.setText("")
    Person(monkeypatch, ("", ""))
    field._browse()
    assert not field.is_sound()
