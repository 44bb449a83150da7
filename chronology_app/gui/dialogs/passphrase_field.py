"""A passphrase is typed hidden, and shown only while the person asks for it."""

from PySide6.QtWidgets import QCheckBox, QLineEdit


def passphrase_line(text: str = "") -> QLineEdit:
    """Return a line whose characters are hidden and that no dictionary or input method learns from."""
    line = QLineEdit(text)
    hide(line, True)
    return line


def hide(line: QLineEdit, hidden: bool) -> None:
    """Hide or show the characters of a line."""
    line.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)


def show_switch(*lines: QLineEdit) -> QCheckBox:
    """Return the switch that shows what is typed in these lines."""
    switch = QCheckBox("&Show what I type")

    def turn(shown: bool) -> None:
        for line in lines:
            hide(line, not shown)

    switch.toggled.connect(turn)
    return switch
