"""What a person does to the chosen entries: mark, date, note, tie together, set aside. Five lines an act."""

from PySide6.QtWidgets import QDialog

from chronology_app.core import edits
from chronology_app.core.asking import open_questions
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Suggestion
from chronology_app.core.link import LinkKind
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.saying import say
from chronology_app.gui.desk import Desk


class Marking:
    """The commands of the Entry menu. Every one is a Change and can be undone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        desk.panel.accepted.connect(self._accept)
        desk.table.placed.connect(lambda one, other: desk.do(edits.move_to(self._chronology, one, other)))
        desk.panel.cleared.connect(self._clear_mark)
        desk.panel.accounts.opened.connect(self._open_account)
        desk.panel.notes.opened.connect(self._change_note)
        desk.sidebar.asked.connect(self.next_question)
        desk.panel.notes.removed.connect(lambda note_id: desk.do(edits.change_note(self._chronology, note_id, "")))

    def mark(self, kind: Kind) -> None:
        """Mark the selected words of the entry's text, else the selected entries; then move on."""
        passage = self._passage()
        if passage:
            entry_id, field, start, end = passage
            self._desk.do(edits.mark_passage(self._chronology, entry_id, field, start, end, kind))
            self._desk.panel.words.go_past_selection()
        elif self._desk.do(edits.mark(self._chronology, self._desk.chosen(), kind)):
            self._desk.table.move_on()

    def clear(self) -> None:
        """Clear the marks on the selected words, else on the selected entries."""
        passage = self._passage()
        if passage:
            self._desk.do(edits.clear_passage(self._chronology, *passage))
        else:
            self._desk.do(edits.clear_marks(self._chronology, self._desk.chosen()))

    def accept(self) -> None:
        """Accept the suggestion in focus, else the first one of the entry; where there is none, move on."""
        suggestion = self._desk.panel.first_suggestion()
        if suggestion is None:
            self._desk.table.move_on()
        else:
            self._accept(suggestion)

    def next_unmarked(self) -> None:
        """Choose the next entry that nobody has marked."""
        if not self._desk.table.choose_next(lambda entry: self._chronology.kind_of(entry.id) is None):
            self._desk.bar.say("Every entry shown is marked.")

    def next_needing(self) -> None:
        """Choose the next entry that needs a person."""
        if not self._desk.table.choose_next(lambda entry: entry.needs != ""):
            self._desk.bar.say("No entry shown needs attention.")

    def next_question(self) -> None:
        """Choose the next entry with an open question, and the question itself, so that Enter opens it."""
        asked = {note.entry_id: note.id for note in reversed(open_questions(self._chronology))}
        if self._desk.table.choose_next(lambda entry: entry.id in asked):
            self._desk.panel.show_note(asked[self._desk.table.current_id()])
        elif asked:
            self._desk.bar.say("The open questions are about entries that are not shown. Show every entry first.")
        else:
            self._desk.bar.say("No question is open.")

    def date(self) -> None:
        """Set what a person decides the entry's date to be; the agency's text stays."""
        from chronology_app.gui.dialogs.date import DateDialog

        entry = self._current()
        if entry is None:
            return
        dialog = DateDialog(entry, self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.when is not None:
            self._desk.do(edits.set_date(self._chronology, entry.id, dialog.when))
            self._desk.table.choose(entry.id)

    def take_date(self) -> None:
        """Take the first reading that is offered for the entry's date."""
        entry = self._current()
        if entry is None or not entry.needs or not entry.when.offers:
            self._desk.bar.say("No reading is offered for this date. F2 writes one.")
            return
        offer = entry.when.offers[0]
        self._desk.do_and_offer_undo(edits.set_date(self._chronology, entry.id, offer), f"Date set: {say(offer)}.")
        self._desk.table.choose(entry.id)

    def split(self) -> None:
        """Make an entry of each day where the row gives several; else ask where its words tell of another event."""
        entry = self._current()
        if entry is None:
            return
        change = edits.split(self._chronology, entry.id)
        if change:
            self._desk.do_and_offer_undo(change, f"{len(change.put)} entries, one a day, each with the row as sent.")
        elif entry.event:
            self._split_words(entry)
        else:
            self._desk.bar.say("The row gives one day and no event, so there is nothing to split.")

    def _split_words(self, entry: Entry) -> None:
        from chronology_app.gui.dialogs.split import SplitDialog
        from chronology_app.understanding.events import offered_cuts

        dialog = SplitDialog(entry, offered_cuts(entry.event), self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            change = edits.split(self._chronology, entry.id, dialog.cuts)
            self._desk.do_and_offer_undo(change, f"{change.label.replace('Make ', '')}, each with the row as sent.")

    def settle(self) -> None:
        """Say that the selected entries need nobody any more."""
        self._desk.do(edits.settle(self._chronology, self._desk.chosen()))

    def move(self, by: int) -> None:
        """Move the entry within its day."""
        if not self._desk.do(edits.move(self._chronology, self._desk.table.current_id(), by)):
            self._desk.bar.say("Only entries of the same day and time can change places.")

    def flag(self) -> None:
        """Flag the selected entries, or take the flag away where all have one."""
        entries = [self._chronology.entries[entry_id] for entry_id in self._desk.chosen()]
        on = not all(entry.flagged for entry in entries)
        self._desk.do(edits.flag(self._chronology, self._desk.chosen(), on))

    def note(self, kind: NoteKind) -> None:
        """Write a note, a theme or a question beside the entry."""
        from chronology_app.gui.dialogs.note import NoteDialog

        entry = self._current()
        if entry is None:
            return
        dialog = NoteDialog(kind, _about(self._chronology, entry), "", self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._desk.do(edits.add_note(self._chronology, entry.id, kind, dialog.text))

    def tie(self, kind: LinkKind) -> None:
        """Say that the selected entries tell of the same event, or conflict."""
        if len(self._desk.chosen()) < 2:
            self._desk.bar.say("Select two or more entries first (Shift or Ctrl with the arrow keys or a click).")
        else:
            self._desk.do(edits.link(self._chronology, self._desk.chosen(), kind))

    def set_aside(self) -> None:
        """Put the selected entries aside; they stay listed under Set aside."""
        ids = self._desk.chosen()
        change = edits.set_aside(self._chronology, ids, "Set aside by a person")
        said = f"{count(len(ids), 'entry', 'entries')} set aside: not in the chronology, still listed under Set aside."
        self._desk.do_and_offer_undo(change, said)

    def bring_back(self) -> None:
        """Bring the selected entries back that were set aside."""
        self._desk.do(edits.bring_back(self._chronology, self._desk.chosen()))

    @property
    def _chronology(self) -> Chronology:
        return self._desk.workspace.chronology

    def _current(self) -> Entry | None:
        return self._chronology.entries.get(self._desk.table.current_id())

    def _passage(self) -> tuple[str, str, int, int] | None:
        words = self._desk.panel.words.selected_passage()
        if not words or len(self._desk.chosen()) != 1:
            return None
        entry_id, (field, start, end) = self._desk.table.current_id(), words
        return entry_id, field, *self._desk.designating.passage(entry_id, field, start, end)

    def _accept(self, found: Suggestion) -> None:
        entry_id = self._desk.table.current_id()
        start, end = self._desk.designating.passage(entry_id, found.field, found.start, found.end)
        change = edits.mark_passage(self._chronology, entry_id, found.field, start, end, found.kind, found.cue)
        self._desk.do(change)

    def _clear_mark(self, shown: Mark) -> None:
        mark = self._chronology.all(Mark)[shown.id]
        if mark.words:
            self._desk.do(edits.clear_lost_mark(self._chronology, mark.id))
        elif mark.is_passage:
            self._desk.do(edits.clear_passage(self._chronology, mark.entry_id, mark.field, mark.start, mark.end))
        else:
            self._desk.do(edits.clear_marks(self._chronology, [mark.entry_id]))

    def _open_account(self, entry_id: str) -> None:
        if not self._desk.table.choose(entry_id):
            self._desk.sidebar.clear_filter()
            self._desk.table.choose(entry_id)

    def _change_note(self, note_id: str) -> None:
        from chronology_app.gui.dialogs.note import NoteDialog
        from chronology_app.gui.entry.note_words import words_about

        note = self._chronology.all(Note)[note_id]
        entry = _about(self._chronology, self._chronology.entries[note.entry_id])
        about = "\n".join(filter(None, (entry, words_about(note))))
        answer = note.answer if note.kind is NoteKind.QUESTION else None
        dialog = NoteDialog(note.kind, about, note.text, self._desk.window, answer)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._keep_note(note_id, dialog.text, dialog.answer)

    def _keep_note(self, note_id: str, text: str, answer: str) -> None:
        """Keep the words of a note, and the answer to a question with them, as one step."""
        changed = edits.change_note(self._chronology, note_id, text)
        answered = edits.answer(self._chronology.after(changed), note_id, answer)
        self._desk.do(answered or changed)


def _about(chronology: Chronology, entry: Entry) -> str:
    return f"{entry.when.text}, {chronology.agency_of(entry).name}"
