"""Which command does what: the one place where the names in COMMANDS meet the code that does them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from chronology_app.core.link import LinkKind
from chronology_app.core.mark import Kind
from chronology_app.core.note import NoteKind
from chronology_app.gui.desk import Desk
from chronology_app.gui.exporting import Exporting
from chronology_app.gui.find_bar import FindBar
from chronology_app.gui.finding import Finding
from chronology_app.gui.for_agencies import ForAgencies
from chronology_app.gui.layouts import Layouts
from chronology_app.gui.lock import Lock
from chronology_app.gui.marking import Marking
from chronology_app.gui.opening import Opening
from chronology_app.gui.own_keys import OwnKeys
from chronology_app.gui.people.showing import People
from chronology_app.gui.preferences import Preferences
from chronology_app.gui.returned.returning import Returning

Slots = dict[str, Callable[[], object]]


class WindowJobs(Protocol):
    """What the window itself does for its commands."""

    def import_files(self) -> None:
        """Ask for agency files."""

    def paste(self) -> None:
        """Take the files on the clipboard."""

    def next_pane(self) -> None:
        """Put the focus on the next part."""

    def turn_side(self, number: int) -> None:
        """Show or hide a side."""

    def close(self) -> bool:
        """Close the window."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """Everybody who does something for a command."""

    window: WindowJobs
    desk: Desk
    opening: Opening
    exporting: Exporting
    returning: Returning
    people: People
    marking: Marking
    finding: Finding
    find_bar: FindBar
    lock: Lock
    preferences: Preferences
    keys: OwnKeys


def bindings(jobs: Jobs) -> Slots:
    """Return what each command does, by name."""
    return _file(jobs) | _edit_and_view(jobs) | _entry(jobs)


def _file(jobs: Jobs) -> Slots:
    opening, window, agencies, layouts = jobs.opening, jobs.window, ForAgencies(jobs.desk), Layouts(jobs.desk)
    return {
        "new": opening.new,
        "open": opening.choose,
        "recent": lambda: None,  # it opens a menu of its own
        "from_export": opening.choose_export,
        "sample": opening.sample,
        "import_files": window.import_files,
        "export": jobs.exporting.export,
        "take_comments": jobs.returning.choose,
        "check": agencies.check,
        "template": agencies.template,
        "query_sheets": agencies.query_sheets,
        "save_copy": opening.save_copy,
        "passphrase": opening.change_passphrase,
        "lock": jobs.lock.lock,
        "close": opening.close,
        "quit": window.close,
        "details": opening.details,
        "export_layouts": layouts.export,
        "import_layouts": layouts.take_in,
        "people": jobs.people.show,
        "show_designations": jobs.people.turn,
    }


def _edit_and_view(jobs: Jobs) -> Slots:
    finding, preferences, window, desk = jobs.finding, jobs.preferences, jobs.window, jobs.desk
    return {
        "undo": desk.workspace.stack.undo,
        "redo": desk.workspace.stack.redo,
        "paste": window.paste,
        "find": jobs.find_bar.find_words,
        "find_next": lambda: finding.again(forwards=True),
        "find_previous": lambda: finding.again(forwards=False),
        "filter": desk.sidebar.words.setFocus,
        "go_to_date": jobs.find_bar.go_to_date,
        "clear_filter": desk.sidebar.clear_filter,
        "larger": lambda: preferences.change_text_size(10),
        "smaller": lambda: preferences.change_text_size(-10),
        "normal_size": lambda: preferences.change_text_size(0),
        "next_pane": window.next_pane,
        "show_agencies": lambda: window.turn_side(0),
        "show_entry": lambda: window.turn_side(1),
        "theme_system": lambda: preferences.set_theme("system"),
        "theme_light": lambda: preferences.set_theme("light"),
        "theme_dark": lambda: preferences.set_theme("dark"),
        "letters": jobs.keys.turn_letters,
        "remember": preferences.turn_remembering,
        "keys": lambda: _show_keys(jobs),
        "help": lambda: _show_help(jobs),
    }


def _show_keys(jobs: Jobs) -> None:
    from chronology_app.gui.dialogs.keys import KeysDialog  # not while the window starts

    KeysDialog(jobs.keys, jobs.desk.window).exec()


def _show_help(jobs: Jobs) -> None:
    from chronology_app.gui.dialogs.help import HelpDialog

    HelpDialog(jobs.desk.window).exec()


def _entry(jobs: Jobs) -> Slots:
    marking = jobs.marking
    return {
        "fact": lambda: marking.mark(Kind.FACT),
        "opinion": lambda: marking.mark(Kind.OPINION),
        "reported": lambda: marking.mark(Kind.REPORTED),
        "clear": marking.clear,
        "accept": marking.accept,
        "next_unmarked": marking.next_unmarked,
        "next_needing": marking.next_needing,
        "next_question": marking.next_question,
        "date": marking.date,
        "take_date": marking.take_date,
        "split": marking.split,
        "settle": marking.settle,
        "earlier": lambda: marking.move(-1),
        "later": lambda: marking.move(1),
        "original": jobs.desk.panel.show_original,
        "flag": marking.flag,
        "note": lambda: marking.note(NoteKind.NOTE),
        "question": lambda: marking.note(NoteKind.QUESTION),
        "theme": lambda: marking.note(NoteKind.THEME),
        "same": lambda: marking.tie(LinkKind.SAME_EVENT),
        "conflict": lambda: marking.tie(LinkKind.CONFLICT),
        "set_aside": marking.set_aside,
        "bring_back": marking.bring_back,
    }
