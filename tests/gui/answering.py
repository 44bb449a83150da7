"""How tests answer a dialog: as a person does, by what a control is called, with keys and clicks."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from chronology_app.gui.dialogs.form import Field, Form

D = TypeVar("D", bound=QDialog)
NO_SCREEN = "does not support propagateSizeHints"
"""What the screen that is not there says of every window; nothing is wrong then."""


def named(dialog: QWidget, name: str) -> QLineEdit:
    """Return the line that a screen reader calls `name`."""
    return next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == name)


def shown(qtbot: QtBot, dialog: QWidget) -> None:
    """Show a window that stays until the test ends, as one of the app's stays with the window it belongs to.

    A window that nobody holds is taken apart by the garbage collector, children first, and Qt then falls over them.
    """
    qtbot.addWidget(dialog, before_close_func=lambda _, held=dialog: held.hide())
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()


def write(qtbot: QtBot, dialog: QWidget, name: str, text: str) -> None:
    line = named(dialog, name)
    line.selectAll()
    qtbot.keyClicks(line, text)


def press(qtbot: QtBot, dialog: Form) -> None:
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)


def switch(qtbot: QtBot, dialog: QDialog, words: str) -> None:
    """Go to the box or button that says `words` and press Space; nothing where it is not to be seen."""
    for button in dialog.findChildren(QAbstractButton):
        if words in button.text().replace("&", "") and button.isVisible():
            qtbot.keyClick(button, Qt.Key.Key_Space)


def box(dialog: QWidget, name: str) -> QComboBox:
    """Return the box to choose from that a screen reader calls `name`."""
    return next(found for found in dialog.findChildren(QComboBox) if found.accessibleName() == name)


def pick(qtbot: QtBot, dialog: QWidget, name: str, words: str) -> None:
    """Go to a box with the keyboard and down to the first choice that says `words`."""
    chosen = box(dialog, name)
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Home)
    for _ in range(chosen.count()):
        if words in chosen.currentText():
            return
        qtbot.keyClick(chosen, Qt.Key.Key_Down)
    raise AssertionError(f"{name} has no choice with {words}")


def complaints(dialog: QWidget) -> list[str]:
    return [field.sentence for field in dialog.findChildren(Field) if not field.is_sound()]


def when_asked(kind: type[D], answer: Callable[[D], object]) -> None:
    """Answer the next dialog of a kind as soon as it stands there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            timer.stop()
            answer(dialog)

    timer = QTimer(QApplication.instance())
    timer.timeout.connect(look)
    timer.start(20)
