"""A line for a path with Browse beside it, as every field has that asks for a file or a folder."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget


def with_browse(line: QLineEdit, called: str, browse: Callable[[], object], words: str = "&Browse…") -> QWidget:
    """Return `line` with a button beside it that says `words`; `called` is what a screen reader calls the button."""
    button, beside = QPushButton(words), QWidget()
    button.setAutoDefault(False)
    button.setAccessibleName(called)
    button.clicked.connect(browse)
    beside.setFocusProxy(line)
    row = QHBoxLayout(beside)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line, 1)
    row.addWidget(button)
    return beside
