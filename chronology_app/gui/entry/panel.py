"""The entry panel: heading, the words to mark, and tabs for marks, other accounts, the original row and notes."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from chronology_app.core.age import ages_of
from chronology_app.core.beside import NOTHING, Beside
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.fields import MARKED_FIELDS
from chronology_app.core.findings import Accounts, Suggestion
from chronology_app.core.mark import Mark
from chronology_app.core.saying import say
from chronology_app.gui.chronology.rows import UNORDERED
from chronology_app.gui.entry.accounts import AccountList
from chronology_app.gui.entry.marks import MarkList
from chronology_app.gui.entry.notes import NoteList
from chronology_app.gui.entry.original import OriginalRow, place_of
from chronology_app.gui.entry.text import EntryText

_SEVERAL = "Entry, Split makes one entry a day of it"


class EntryPanel(QWidget):
    """Shows one entry in full. It asks for changes (`accepted`, `cleared`) and makes none."""

    accepted = Signal(object)
    cleared = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry_id = ""
        self._date, self._about, self._needs = QLabel(), QLabel(), QLabel()
        self.words, self.marks, self.original = EntryText(), MarkList(), OriginalRow()
        self.accounts, self.notes = AccountList(), NoteList()
        self._tabs = QTabWidget()
        self._lay_out()
        self.marks.accepted.connect(self.accepted)
        self.marks.cleared.connect(self.cleared)
        self.marks.picked.connect(self._show_picked)

    def show_entry(
        self, chronology: Chronology, entry_id: str, accounts: Sequence[Accounts], beside: Beside = NOTHING
    ) -> None:
        """Show an entry ("" or one that is gone: an empty panel); `beside` is what the entries around it say of it."""
        entry = chronology.entries.get(entry_id)
        same = entry_id == self._entry_id
        self._entry_id = entry_id if entry else ""
        self.setEnabled(entry is not None)
        if entry is None:
            self._show_nothing()
            return
        cursor, scrolled = self.words.textCursor().position(), self.words.verticalScrollBar().value()
        marks, suggestions = chronology.marks_of(entry.id), open_suggestions(chronology, entry)
        self._show_heading(chronology, entry, beside)
        self.words.show_words(entry, marks, suggestions, chronology.kept_of(entry))
        if same:
            self._restore(cursor, scrolled)
        self.marks.show_items(entry, marks, suggestions)
        self.original.show_row(chronology, entry)
        self.accounts.show_accounts(chronology, entry.id, accounts)
        self.notes.show_notes(chronology.notes_of(entry.id))
        self._count_tabs()

    def show_original(self) -> None:
        """Turn to the original row and put the focus there."""
        self._tabs.setCurrentWidget(self.original)
        self.original.setFocus()

    def show_note(self, note_id: str) -> None:
        """Turn to the notes and put the focus on one of them."""
        self._tabs.setCurrentWidget(self.notes)
        self.notes.choose(note_id)

    @property
    def heading(self) -> tuple[str, str, str]:
        """What stands above the words: the date as written, what is known of the entry, what a person is asked."""
        return self._date.text(), self._about.text(), self._needs.text()

    def page(self) -> QWidget:
        """Return the list or text of the tab that is shown."""
        return self._tabs.currentWidget()

    def first_suggestion(self) -> Suggestion | None:
        """Return the suggestion in focus in the list, else the first one; None where there is none."""
        current = self.marks.current()
        if isinstance(current, Suggestion) and self.marks.hasFocus():
            return current
        return self.marks.first_suggestion()

    def _lay_out(self) -> None:
        self.setMinimumWidth(325)
        self._date.setProperty("role", "title")
        self._about.setProperty("role", "muted")
        self._needs.setProperty("role", "attention")
        for label in (self._date, self._about, self._needs):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget, title in self._pages():
            self._tabs.addTab(widget, title)
        self._tabs.setDocumentMode(True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.words)
        parts.addWidget(self._tabs)
        parts.setSizes([380, 240])
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        for widget in (self._date, self._about, self._needs):
            column.addWidget(widget)
        column.addWidget(parts, 1)

    def _pages(self) -> tuple[tuple[QWidget, str], ...]:
        return (
            (self.marks, "Marks"),
            (self.accounts, "Same event"),
            (self.original, "As sent"),
            (self.notes, "Notes"),
        )

    def _count_tabs(self) -> None:
        for number, (widget, title) in enumerate(self._pages()):
            count = widget.count() if isinstance(widget, MarkList | AccountList | NoteList) else 0
            self._tabs.setTabText(number, f"{title} ({count})" if count else title)

    def _show_heading(self, chronology: Chronology, entry: Entry, beside: Beside) -> None:
        review, when = chronology.review, entry.when
        self._date.setText(when.text or "No date is written")
        reading = say(when) if when.known else "Date not known"
        age = ages_of(when, review.born, review.due)
        parts = [
            f"Read as {reading} ({when.edtf})" if when.edtf else reading,
            "set by a person" if entry.date_decided else "",
            f"Baby: {age}" if age else "",
            beside.interval(),
            UNORDERED if beside.unordered else "",
            _SEVERAL if len(when.dates) > 1 else "",
        ]
        where = f"{chronology.agency_of(entry).name} · {place_of(chronology, entry)}"
        noticed = f"\n{entry.comment}" if entry.comment else ""
        self._about.setText(" · ".join(part for part in parts if part) + f"\n{where}{noticed}")
        aside = f"Set aside: {entry.set_aside}" if entry.set_aside else ""
        needs = f"Needs you: {entry.needs}" if entry.needs else ""
        self._needs.setText("\n".join(filter(None, (needs, _offered(entry), aside))))
        self._needs.setVisible(bool(self._needs.text()))

    def _show_nothing(self) -> None:
        self._date.setText("")
        self._about.setText("Choose an entry to read it in full and to mark its words.")
        self._needs.hide()
        self.words.show_words(None, (), ())
        for widget in (self.marks, self.accounts, self.notes):
            widget.clear()
        self.original.clear()
        self._count_tabs()

    def _restore(self, position: int, scrolled: int) -> None:
        cursor = self.words.textCursor()
        cursor.setPosition(min(position, self.words.document().characterCount() - 1))
        self.words.setTextCursor(cursor)
        self.words.verticalScrollBar().setValue(scrolled)

    def _show_picked(self, item: Mark | Suggestion) -> None:
        self.words.select(item.field, item.start, item.end)


def _offered(entry: Entry) -> str:
    """Return the reading that is offered for a date nobody has decided."""
    offers = entry.when.offers if entry.needs and not entry.date_decided else ()
    more = f" (F2 shows {len(offers) - 1} more)" if len(offers) > 1 else ""
    return f"Offered: {say(offers[0])}. Y takes it{more}." if offers else ""


def open_suggestions(chronology: Chronology, entry: Entry) -> tuple[Suggestion, ...]:
    """Return the suggestions on an entry's words that nobody has decided: no mark lies over them."""
    from chronology_app.reviewing.wording import suggest

    marks = [mark for mark in chronology.marks_of(entry.id) if mark.is_passage]
    found = []
    for field in MARKED_FIELDS:
        for suggestion in suggest(entry.text(field)):
            over = (m for m in marks if m.field == field and m.start < suggestion.end and suggestion.start < m.end)
            if next(over, None) is None:
                found.append(replace(suggestion, field=field))
    return tuple(found)
