"""Help that is on the laptop: one page, beside the work, that opens nothing by itself."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.resources import resource
from chronology_app.gui.dialogs.form import label

_PAGE = "help/help.md"


def help_text() -> str:
    """Return the help page (resources/help/help.md, Markdown), or the sentence to show where it is missing."""
    try:
        return resource(_PAGE).read_text("utf-8")
    except OSError:
        return str(ResourceProblem(f"The file resources/{_PAGE} is missing. Reinstall the app to put it back."))


class HelpDialog(QDialog):
    """Shows the help page. A link inside it scrolls there; an address is shown to copy, never opened."""

    def __init__(self, parent: QWidget | None = None, text: str | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.resize(760, 680)
        self.page = QTextBrowser()
        self.page.setAccessibleName("Help")
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(18)
        self.page.setMarkdown(help_text() if text is None else text)
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
        """The address of the link that was followed last, "" where it was inside the page."""
        return self._address.text()

    def _follow(self, url: QUrl) -> None:
        inside = not url.scheme() and url.hasFragment()
        if inside:
            self.page.scrollToAnchor(url.fragment())
        self._address.setText("" if inside else url.toString())
        self._copy.setVisible(not inside)
