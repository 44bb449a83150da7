"""The key sheet: every command with its key, found by typing a few letters of either, and where it is changed."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from chronology_app.gui.dialogs.form import label, set_role
from chronology_app.gui.own_keys import KeyRow, OwnKeys

_HIGH = 28
_NAME = Qt.ItemDataRole.UserRole
_HOW = "Choose a command, press the key it is to have, then Set. A key that another command has stays with that one."
_NO_KEY = "none"


class KeysDialog(QDialog):
    """Shows every command with its key, menu by menu; the chosen one can be given another. Escape closes."""

    def __init__(self, keys: OwnKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(620, 700)
        self._keys = keys
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
        self.pressed = QKeySequenceEdit()
        self.pressed.setAccessibleName("New key")
        self.pressed.setMaximumSequenceLength(1)
        self._said = label(_HOW, "muted")
        self._set, self._usual = QPushButton("&Set"), QPushButton("&Usual key")
        self._lay_out()
        self._connect()
        self._show()
        self.search.setFocus()

    def _lay_out(self) -> None:
        column, change = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        caption = label("New &key:")
        caption.setBuddy(self.pressed)
        for part, share in ((caption, 0), (self.pressed, 1), (self._set, 0), (self._usual, 0)):
            change.addWidget(part, share)
        column.addWidget(label("Keys", "title"))
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addLayout(change)
        column.addWidget(self._said)
        for button in (self._set, self._usual):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._show())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._turn())
        self.view.activated.connect(lambda _: self.pressed.setFocus())
        self.pressed.keySequenceChanged.connect(lambda _: self._turn())
        self._set.clicked.connect(self._give)
        self._usual.clicked.connect(self._give_usual)

    @property
    def sentence(self) -> str:
        """What is said under the list now."""
        return self._said.text()

    def _chosen(self) -> KeyRow | None:
        name = self.view.currentIndex().siblingAtColumn(0).data(_NAME)
        return next((row for row in self._keys.rows() if row.name == name), None)

    def _turn(self) -> None:
        """Follow the chosen command and the key pressed: what can be done with them, or why not."""
        row, key = self._chosen(), self._pressed()
        wrong = self._keys.wrong(row.name, key) if row and key else ""
        self._set.setEnabled(bool(row and key and not wrong))
        self._usual.setEnabled(bool(row and row.own))
        self._say(wrong or (f"{row.words}: {row.keys or 'no key'}. {_HOW}" if row else _HOW), bool(wrong))

    def _pressed(self) -> str:
        return self.pressed.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _give(self) -> None:
        row = self._chosen()
        if row:
            self._keys.give(row.name, self._pressed())
            self._after(f"{row.words} has the key {self._pressed()} now.")

    def _give_usual(self) -> None:
        row = self._chosen()
        wrong = self._keys.usual_wrong(row.name) if row else ""
        if row and wrong:
            self._say(wrong, True)
        elif row:
            self._keys.give_usual(row.name)
            self._after(f"{row.words} has its usual key again.")

    def _after(self, sentence: str) -> None:
        """Show the keys as they are now; the chosen command stays chosen."""
        row = self._chosen()
        self.pressed.clear()
        self._show(row.name if row else "")
        self._say(sentence)
        self.view.setFocus()

    def _say(self, sentence: str, wrong: bool = False) -> None:
        self._said.setText(sentence)
        set_role(self._said, "attention" if wrong else "muted")

    def _show(self, chosen: str = "") -> None:
        """Show the commands that hold the words looked for."""
        wanted = self.search.text().casefold().strip()
        rows = self._keys.rows()
        found = [row for row in rows if any(wanted in part.casefold() for part in (row.group, row.words, row.keys))]
        self._model.clear()
        self._model.setHorizontalHeaderLabels(["Command", "Key"])
        for group, commands in groupby(found, key=lambda row: row.group):
            self._model.appendRow(_group(group, commands))
        self.view.expandAll()
        self.view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.view.header().resizeSection(1, self.fontMetrics().averageCharWidth() * 32)
        self.view.header().setStretchLastSection(False)
        again = self._model.match(self._model.index(0, 0), _NAME, chosen, 1, Qt.MatchFlag.MatchRecursive)
        if chosen and again:
            self.view.setCurrentIndex(again[0])
        self._turn()


def _group(name: str, commands: Iterable[KeyRow]) -> list[QStandardItem]:
    head, nothing = QStandardItem(name), QStandardItem()
    bold = QFont()
    bold.setBold(True)
    head.setSizeHint(QSize(0, _HIGH))
    head.setData(bold, Qt.ItemDataRole.FontRole)
    for item in (head, nothing):
        item.setSelectable(False)
    for row in commands:
        words, keys = QStandardItem(row.words), QStandardItem(row.keys + (" (changed)" if row.own else ""))
        keys.setSizeHint(QSize(0, _HIGH))
        words.setData(row.name, _NAME)
        for item in (words, keys):
            item.setData(f"{row.words}: {row.keys or _NO_KEY}", Qt.ItemDataRole.AccessibleTextRole)
        head.appendRow([words, keys])
    return [head, nothing]
