"""How tests answer a dialog: as a person does, by what a control is called, with keys and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from chronology_app.gui.dialogs.form import Field, Form

NO_SCREEN = "does not support propagateSizeHints"
"""What the screen that is not there says of every window; nothing is wrong then."""


def named(dialog: QWidget, name: str) -> QLineEdit:
    """Return the line that a screen reader calls `name`."""
    return next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == name)


def shown(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
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


def complaints(dialog: QWidget) -> list[str]:
    return [field.sentence for field in dialog.findChildren(Field) if not field.is_sound()]
