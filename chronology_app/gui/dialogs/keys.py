"""The key sheet: every command with its key, found by typing a few letters of either."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from chronology_app.gui.dialogs.form import label

Row = tuple[str, str, str]
"""Group, command, key."""


_HIGH = 28


class KeysDialog(QDialog):
    """Shows (group, command, key) rows, in the order given, group by group. Escape closes."""

    def __init__(self, rows: Iterable[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(560, 640)
        self._rows = tuple(rows)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a command or a key")
        self.search.setAccessibleName("Find a command or a key")
        self.search.setClearButtonEnabled(True)
        self._model = QStandardItemModel(self)
        self.view = QTreeView()
        self.view.setAccessibleName("Commands and their keys")
        self.view.setModel(self._model)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setRootIsDecorated(False)
        self.view.setItemsExpandable(False)
        self.view.setIndentation(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label("Keys", "title"))
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        self.search.textChanged.connect(self._show)
        self._show("")

    def _show(self, words: str) -> None:
        wanted = words.casefold().strip()
        found = [row for row in self._rows if any(wanted in part.casefold() for part in row)]
        self._model.clear()
        self._model.setHorizontalHeaderLabels(["Command", "Key"])
        for group, commands in groupby(found, key=lambda row: row[0]):
            self._model.appendRow(_group(group, commands))
        self.view.expandAll()
        self.view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.view.header().resizeSection(1, self.fontMetrics().averageCharWidth() * 32)
        self.view.header().setStretchLastSection(False)


def _group(name: str, commands: Iterable[Row]) -> list[QStandardItem]:
    head = QStandardItem(name)
    bold = QFont()
    bold.setBold(True)
    head.setSizeHint(QSize(0, _HIGH))
    head.setData(bold, Qt.ItemDataRole.FontRole)
    for _, command, key in commands:
        keys = QStandardItem(key)
        keys.setSizeHint(QSize(0, _HIGH))
        keys.setData(f"{command}: {key}", Qt.ItemDataRole.AccessibleTextRole)
        head.appendRow([QStandardItem(command), keys])
    return [head, QStandardItem()]
