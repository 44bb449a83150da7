"""Which command does what: the one place where the names in COMMANDS meet the code that does them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chronology_app.core.link import LinkKind
from chronology_app.core.mark import Kind
from chronology_app.core.note import NoteKind
from chronology_app.gui.commands import key_rows
from chronology_app.gui.dialogs.help import HelpDialog
from chronology_app.gui.dialogs.keys import KeysDialog

if TYPE_CHECKING:
    from chronology_app.gui.main_window import MainWindow

Slots = dict[str, Callable[[], object]]


def bindings(window: "MainWindow") -> Slots:
    """Return what each command of a window does, by name."""
    return _file(window) | _edit_and_view(window) | _entry(window)


def _file(window: "MainWindow") -> Slots:
    opening = window.opening
    return {
        "new": opening.new,
        "open": opening.choose,
        "sample": opening.sample,
        "import_files": window.import_files,
        "export": window.exporting.export,
        "save_copy": opening.save_copy,
        "passphrase": opening.change_passphrase,
        "lock": window.lock.lock,
        "close": opening.close,
        "quit": window.close,
        "details": opening.details,
    }


def _edit_and_view(window: "MainWindow") -> Slots:
    finding, preferences = window.finding, window.preferences
    return {
        "undo": window.workspace.stack.undo,
        "redo": window.workspace.stack.redo,
        "paste": window.paste,
        "find": window.find_bar.find_words,
        "find_next": lambda: finding.again(forwards=True),
        "find_previous": lambda: finding.again(forwards=False),
        "filter": window.desk.sidebar.words.setFocus,
        "go_to_date": window.find_bar.go_to_date,
        "clear_filter": window.desk.sidebar.clear_filter,
        "larger": lambda: preferences.change_text_size(10),
        "smaller": lambda: preferences.change_text_size(-10),
        "normal_size": lambda: preferences.change_text_size(0),
        "next_pane": window.next_pane,
        "show_agencies": lambda: window.turn_side(0),
        "show_entry": lambda: window.turn_side(1),
        "theme_system": lambda: preferences.set_theme("system"),
        "theme_light": lambda: preferences.set_theme("light"),
        "theme_dark": lambda: preferences.set_theme("dark"),
        "letters": preferences.turn_letters,
        "keys": lambda: KeysDialog(key_rows(), window).exec(),
        "help": lambda: HelpDialog(window).exec(),
    }


def _entry(window: "MainWindow") -> Slots:
    marking = window.marking
    return {
        "fact": lambda: marking.mark(Kind.FACT),
        "opinion": lambda: marking.mark(Kind.OPINION),
        "reported": lambda: marking.mark(Kind.REPORTED),
        "clear": marking.clear,
        "accept": marking.accept,
        "next_unmarked": marking.next_unmarked,
        "next_needing": marking.next_needing,
        "date": marking.date,
        "settle": marking.settle,
        "earlier": lambda: marking.move(-1),
        "later": lambda: marking.move(1),
        "original": window.desk.panel.show_original,
        "flag": marking.flag,
        "note": lambda: marking.note(NoteKind.NOTE),
        "question": lambda: marking.note(NoteKind.QUESTION),
        "theme": lambda: marking.note(NoteKind.THEME),
        "same": lambda: marking.tie(LinkKind.SAME_EVENT),
        "conflict": lambda: marking.tie(LinkKind.CONFLICT),
        "set_aside": marking.set_aside,
        "bring_back": marking.bring_back,
    }
