"""The desktop app: start here to see the window put together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.theme import dress
from chronology_app.settings import load


def run(arguments: Sequence[str]) -> int:
    """Show the window until the person quits; `arguments` may name a review's file, or be `--sample`."""
    app = QApplication(["Chronology Builder"])
    app.setApplicationName("Chronology Builder")
    app.setDesktopFileName("chronology-builder")
    settings = load()
    dress(app, settings.theme, settings.text_size)
    window = MainWindow(settings)
    window.show()
    if "--sample" in arguments:
        QTimer.singleShot(0, window.opening.sample)
    elif arguments:
        QTimer.singleShot(0, lambda: window.opening.open(Path(arguments[0])))
    return app.exec()
