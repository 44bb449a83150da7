"""Text and signs can be read on their ground, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.palette import palette
from chronology_app.core.resources import read_table, wrong
from chronology_app.gui.theme import dress, set_text_size

SCHEMES = read_table("theme.toml")
TEXTS = ("text", "muted", "accent", "fact", "opinion", "reported", "mixed", "attention")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (part / 255 for part in QColor(colour).getRgb()[:3])
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("ground", ["window", "base", "selection"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_stands_out(scheme: str, ground: str, text: str) -> None:
    assert contrast(SCHEMES[scheme][text], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_buttons_outlines_and_the_strip_stand_out(scheme: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(colours["accent_text"], colours["accent"]) >= 4.5
    assert contrast(colours["text"], colours["attention_back"]) >= 4.5
    assert contrast(colours["text"], colours["raised"]) >= 4.5
    assert contrast(colours["suggestion"], colours["base"]) >= 3


def test_agency_codes_stand_out_on_their_colour() -> None:
    for colour in palette():
        assert contrast(colour.ink, colour.pale) >= 7
        assert contrast(colour.strong, colour.pale) >= 3


def test_a_mistake_in_a_data_file_is_told_with_its_line() -> None:
    problem = wrong("theme.toml", "[dark]", "no such colour")
    assert isinstance(problem, ResourceProblem)
    assert "line 23" in str(problem)


def a_side(qtbot: QtBot) -> QMainWindow:
    window, dock = QMainWindow(), QDockWidget("Agencies and filters")
    dock.setWidget(QLabel("Police"))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    qtbot.addWidget(window)
    window.resize(400, 200)
    window.show()
    return window


def test_every_word_has_the_new_size_when_the_text_size_changes(qtbot: QtBot) -> None:
    app = cast(QApplication, QApplication.instance())
    dress(app, text_size=200)
    large = a_side(qtbot)
    before = large.grab().toImage()
    set_text_size(app, 100)
    after = a_side(qtbot).grab().toImage()
    assert before != after
    qtbot.waitUntil(lambda: large.grab().toImage() == after)
