"""Makes the pictures of the README: the real window on a real screen, with the sample review in it.

Run with a screen (or under Xvfb): `python -m tests.make_pictures [FOLDER] [light|dark]`; without a folder the pictures
in resources/help are made anew.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from chronology_app.core.chronology import Chronology
from chronology_app.gui import jobs
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.theme import dress
from chronology_app.settings import Settings
from chronology_app.work.planning import plan_import
from chronology_app.work.sample import sample

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "help"
_MARKS = (Qt.Key.Key_F, Qt.Key.Key_O, Qt.Key.Key_F, Qt.Key.Key_R, Qt.Key.Key_F)


def make(folder: Path, scheme: str) -> tuple[Path, ...]:
    """Make window.png and import.png in a folder; returns where they are."""
    app = QApplication.instance() or QApplication([])
    dress(app, scheme)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as place:
        os.environ["CHRONOLOGY_SETTINGS"] = place
        return (_window(Path(place), folder / "window.png", scheme), _import(folder / "import.png"))


def _window(place: Path, picture: Path, scheme: str) -> Path:
    window = MainWindow(Settings(theme=scheme, who="A. Reviewer"))
    window.resize(1480, 900)
    window.show()
    window.activateWindow()
    window.workspace.take(jobs.create_sample(place, "A. Reviewer", lambda *_: None))
    until(lambda: bool(window.noticing.accounts))
    table = window.desk.table
    entries = window.workspace.chronology.in_order()
    referral = next(entry.id for entry in entries if entry.event.startswith("Referral made"))
    table.choose(referral)
    for key in _MARKS:
        QTest.keyClick(table, key)
    table.choose(referral)
    for _ in range(2):
        window.marking.accept()
    QTest.qWait(500)
    window.grab().save(str(picture))
    window.close()
    return picture


def _import(picture: Path) -> Path:
    dialog = ImportDialog(plan_import([file.path for file in sample().files]), Chronology())
    dialog.resize(1280, 760)
    dialog.show()
    QTest.qWait(300)
    dialog.grab().save(str(picture))
    dialog.reject()
    return picture


def until(true: Callable[[], bool], milliseconds: int = 20_000) -> None:
    """Let the window live until something is true."""
    clock = QElapsedTimer()
    clock.start()
    while not true() and clock.elapsed() < milliseconds:
        QTest.qWait(20)


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    sys.stdout.writelines(f"{path}\n" for path in make(where, sys.argv[2] if len(sys.argv) > 2 else "light"))
