"""The app's window as tests open it: with settings of its own, shown and active, on a review or without one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.theme import dress
from chronology_app.settings import Settings
from chronology_app.store.store import Store
from tests.gui.answering import shown

PASSPHRASE = "seven slow herons"


@contextmanager
def a_window(qtbot: QtBot, folder: Path, held: Chronology | None = None) -> Iterator[MainWindow]:
    """Give the window on a review in `folder` that holds these records, on none where there are none."""
    dress(cast(QApplication, QApplication.instance()))
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CHRONOLOGY_SETTINGS", str(folder / "settings"))
        made = MainWindow(Settings(who="A. Reviewer"))
        shown(qtbot, made)
        if held is not None:
            store = Store.create(folder / "Baby K.chronology", PASSPHRASE, "A. Reviewer")
            store.apply(Change("Add entries", tuple(one for kept in held.records.values() for one in kept.values())))
            made.workspace.take(store)
        yield made
        made.workspace.take(None)
