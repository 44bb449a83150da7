"""Hands a file or folder that was written to the program the person uses for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path) -> None:
    """Open a document in its own program, a folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
