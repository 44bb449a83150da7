"""Help that is on the laptop: pages beside the work that open nothing by themselves."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.resources import resource
from chronology_app.gui.dialogs.form import label

_FOLDER, _PAGE = "help", "help.md"


def help_text(page: str = _PAGE) -> str:
    """Return a page of resources/help (Markdown), or the sentence to show where it is missing."""
    try:
        return resource(f"{_FOLDER}/{page}").read_text("utf-8")
    except OSError:
        return str(
            ResourceProblem(f"The file resources/{_FOLDER}/{page} is missing. Reinstall the app to put it back.")
        )


class HelpDialog(QDialog):
    """Shows the help. A link to another of its pages is followed; any other is shown to copy, and never opened."""

    def __init__(self, parent: QWidget | None = None, text: str | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.resize(760, 680)
        self.page = QTextBrowser()
        self.page.setAccessibleName("Help")
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(18)
        self._show(help_text() if text is None else text)
        self.page.anchorClicked.connect(self._follow)
        self._address = label("", "muted")
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._copy = QPushButton("&Copy the address")
        close = QPushButton("Close")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._address.text()))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._address, 1)
        row.addWidget(self._copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 18)
        column.setSpacing(12)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        self._copy.hide()
        self.page.setFocus()

    @property
    def address(self) -> str:
        """The address of the link that was followed last, "" where none was."""
        return self._address.text()

    def _show(self, text: str) -> None:
        self.page.setMarkdown(text)
        _breathe(self.page.document())

    def _follow(self, url: QUrl) -> None:
        if url.isRelative() and url.path().endswith(".md") and "/" not in url.path():
            self._show(help_text(url.path()))
            return
        self._address.setText(url.toString())
        self._copy.show()


def _breathe(page: QTextDocument) -> None:
    """Give lines and headings the room that the plain rendering of Markdown leaves out."""
    cursor = QTextCursor(page)
    block = page.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        room = QTextBlockFormat()
        room.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if block.blockFormat().headingLevel() > 1:
            room.setTopMargin(22)
        cursor.mergeBlockFormat(room)
        block = block.next()
