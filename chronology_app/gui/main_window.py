"""The main window: puts the parts in their places and keeps them in step; the work is done elsewhere."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QMenu, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from chronology_app.core.mark import Kind
from chronology_app.core.showing import shown
from chronology_app.gui import jobs
from chronology_app.gui.bindings import Jobs, bindings
from chronology_app.gui.chronology.table import ChronologyTable
from chronology_app.gui.commands import COMMANDS, make_actions
from chronology_app.gui.designating import Designating
from chronology_app.gui.desk import Desk
from chronology_app.gui.entry.panel import EntryPanel
from chronology_app.gui.exporting import Exporting
from chronology_app.gui.find_bar import FindBar
from chronology_app.gui.finding import Finding
from chronology_app.gui.glyph import kind_icon
from chronology_app.gui.importing_files import ImportingFiles, files_in
from chronology_app.gui.lock import Lock
from chronology_app.gui.marking import Marking
from chronology_app.gui.noticing import Noticing
from chronology_app.gui.opening import Opening
from chronology_app.gui.own_keys import OwnKeys
from chronology_app.gui.people.showing import People
from chronology_app.gui.preferences import Preferences
from chronology_app.gui.sentence import SentenceBar
from chronology_app.gui.sidebar import Sidebar
from chronology_app.gui.space_key import SpaceKey
from chronology_app.gui.start_page import StartPage
from chronology_app.gui.task import Task, wait_for_all
from chronology_app.gui.workspace import Workspace
from chronology_app.settings import Settings

_TOOLS = ("import_files", "export", "", "undo", "redo", "", "fact", "opinion", "reported", "clear", "", "lock")
_BACK_UP_EVERY = 30 * 60 * 1000
_SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class MainWindow(QMainWindow):
    """One window on one review. `settings` are the person's preferences, kept as they change."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.preferences = Preferences(settings)
        self.keys = OwnKeys(self.preferences)
        self.workspace = Workspace(self)
        views = ChronologyTable(), EntryPanel(), Sidebar(), SentenceBar()
        self.desk = Desk(self, self.workspace, *views, Designating(self.workspace))
        self.find_bar, self.start_page = FindBar(), StartPage()
        self.noticing = Noticing(self.workspace)
        self.opening = Opening(self.desk, settings.who, self._opened)
        self.importing = ImportingFiles(self.desk)
        self.exporting, self.people = Exporting(self.desk, self.preferences), People(self.desk)
        self.marking = Marking(self.desk)
        self.finding = Finding(self.find_bar, self.desk.table, self.workspace)
        self.lock = Lock(self, self.opening.knows, settings.lock_minutes)
        self.commands = make_actions(self, bindings(self._jobs()))
        self._pages, self._state = QStackedWidget(), QLabel()
        self._counting, self._backing_up = QTimer(self), QTimer(self)
        self._recent = QMenu("Open &recent", self)
        self._build()
        self._connect()
        self._show_opened()

    def import_files(self) -> None:
        """Ask for agency files; without a review, make one first."""
        if self.workspace.store is None:
            self.opening.new(self.importing.choose)
        else:
            self.importing.choose()

    def paste(self) -> None:
        """Take the files on the clipboard: the drop's twin on the keyboard."""
        paths = files_in()
        if paths:
            self.take_paths(paths)
        else:
            self.desk.bar.say("There are no files on the clipboard. Copy them in the file manager first.")

    def take_paths(self, paths: list[Path]) -> None:
        """Take dropped or pasted files: a review is opened, anything else is looked over for import."""
        if self.opening.takes(paths, self.importing.look_over):
            return
        if self.workspace.store is None:
            self.opening.new(lambda: self.importing.look_over(paths))
        else:
            self.importing.look_over(paths)

    def next_pane(self) -> None:
        """Put the focus on the next part of the window."""
        panes = [self.desk.sidebar.words, self.desk.table, self.desk.panel.words, self.desk.panel.page()]
        shown = [pane for pane in panes if pane.isVisible()]
        here = next((number for number, pane in enumerate(shown) if pane.hasFocus()), -1)
        if shown:
            shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_side(self, number: int) -> None:
        """Show or hide the left (0) or right (1) side of the window."""
        self._docks[number].setVisible(not self._docks[number].isVisible())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped files once the drop has ended, so that the other program is not kept waiting."""
        paths = files_in(event.mimeData())
        event.acceptProposedAction()
        QTimer.singleShot(0, lambda: self.take_paths(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's shape; everything else was saved as it was done."""
        geometry, state = (bytes(kept.toBase64().data()).decode() for kept in (self.saveGeometry(), self.saveState()))
        self.preferences.keep_shape(geometry, state)
        wait_for_all()
        self.workspace.take(None)
        event.accept()

    def _jobs(self) -> Jobs:
        return Jobs(
            window=self,
            desk=self.desk,
            opening=self.opening,
            exporting=self.exporting,
            returning=self.importing.returning,
            people=self.people,
            marking=self.marking,
            finding=self.finding,
            find_bar=self.find_bar,
            lock=self.lock,
            preferences=self.preferences,
            keys=self.keys,
        )

    def _build(self) -> None:
        self.setWindowTitle("Chronology Builder")
        self.setAcceptDrops(True)
        self.resize(1360, 860)
        for page in (self.start_page, self.desk.table):
            self._pages.addWidget(page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.desk.bar, self.find_bar, self._pages):
            column.addWidget(part)
        self.setCentralWidget(middle)
        self._add_docks()
        self._add_tools()
        self.commands["recent"].setMenu(self._recent)
        self.statusBar().addWidget(self._state, 1)
        settings = self.preferences.settings
        self.commands[f"theme_{settings.theme}"].setChecked(True)
        self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self.restoreState(QByteArray.fromBase64(settings.state.encode()))

    def _add_docks(self) -> None:
        parts = (("Agencies and filters", self.desk.sidebar), ("Entry", self.desk.panel))
        docks = [QDockWidget(title, self) for title, _ in parts]
        features = QDockWidget.DockWidgetFeature
        for dock, (title, inside), side in zip(docks, parts, _SIDES, strict=True):
            dock.setObjectName(title)
            dock.setWidget(inside)
            dock.setFeatures(features.DockWidgetClosable | features.DockWidgetMovable)
            self.addDockWidget(side, dock)
        self.resizeDocks(docks, [310, 400], Qt.Orientation.Horizontal)
        self._docks = docks

    def _add_tools(self) -> None:
        tools = QToolBar("Tools", self)
        tools.setObjectName("Tools")
        tools.setMovable(False)
        tools.setIconSize(QSize(20, 20))
        tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for kind in (Kind.FACT, Kind.OPINION, Kind.REPORTED):
            self.commands[kind.value].setIcon(kind_icon(kind))
            self.commands[kind.value].setIconText(f" {kind.capitalize()}")
        for name in _TOOLS:
            if name:
                tools.addAction(self.commands[name])
                tools.widgetForAction(self.commands[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)
            else:
                tools.addSeparator()
        self.addToolBar(tools)

    def _connect(self) -> None:
        desk, workspace = self.desk, self.workspace
        workspace.opened.connect(self._show_opened)
        workspace.changed.connect(self._show_changed)
        workspace.failed.connect(desk.bar.problem)
        self.noticing.changed.connect(self._show_entry)
        desk.designating.changed.connect(self._show_changed)
        desk.designating.turned.connect(self.commands["show_designations"].setChecked)
        desk.sidebar.filtered.connect(lambda _: self._show_table())
        desk.table.chosen.connect(lambda _: self._show_entry())
        desk.table.opened.connect(lambda _: desk.panel.words.setFocus())
        self.start_page.asked.connect(lambda name: self.commands[name].trigger())
        self.start_page.picked.connect(self.opening.open)
        self._follow_stack()
        self.commands["remember"].setChecked(self.preferences.settings.keep_recent)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._backing_up.timeout.connect(self._back_up)
        self._backing_up.start(_BACK_UP_EVERY)
        self.lock.quitted.connect(self.close)
        self._counting.setSingleShot(True)
        self._counting.setInterval(60)
        self._counting.timeout.connect(self._count)
        self.keys.use(self.commands)
        SpaceKey(self)

    def _follow_stack(self) -> None:
        """The undo and redo commands say what they would undo or redo."""
        stack, undo, redo = self.workspace.stack, self.commands["undo"], self.commands["redo"]
        undo.setIconText("Undo")
        redo.setIconText("Redo")
        stack.indexChanged.connect(lambda _: self.desk.bar.end_offer())
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.undoTextChanged.connect(lambda text: undo.setText(f"&Undo: {text}" if text else "&Undo"))
        stack.redoTextChanged.connect(lambda text: redo.setText(f"&Redo: {text}" if text else "&Redo"))

    def _opened(self, path: Path) -> None:
        self.preferences.remember(path)
        self.desk.bar.hide()

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in map(Path, self.preferences.settings.recent):
            self._recent.addAction(path.stem).triggered.connect(lambda _=False, path=path: self.opening.open(path))
        if self._recent.isEmpty():
            self._recent.addAction("None remembered").setEnabled(False)

    def _back_up(self) -> None:
        """Keep a backup where something changed; it runs beside the work and never speaks unless asked."""
        store = self.workspace.store
        if store is not None:
            Task(lambda _: jobs.back_up(store)).start()

    def _show_opened(self) -> None:
        """Another review was opened, or none is open now: what was said of the one before is over."""
        store = self.workspace.store
        self.desk.bar.hide()
        self._pages.setCurrentIndex(1 if store else 0)
        self.setWindowTitle(f"{store.path.stem} – Chronology Builder" if store else "Chronology Builder")
        self.start_page.show_recent(tuple(map(Path, self.preferences.settings.recent)))
        for dock in self._docks:
            dock.setVisible(store is not None)
        for command in COMMANDS:
            self.commands[command.name].setEnabled(store is not None or not command.needs)
        self.commands["undo"].setEnabled(self.workspace.stack.canUndo())
        self.commands["redo"].setEnabled(self.workspace.stack.canRedo())
        self.lock.watch(store is not None)
        if store:
            self.desk.sidebar.clear_filter()
            self.desk.table.setFocus()

    def _show_changed(self) -> None:
        self._show_table()
        self._show_entry()
        self._counting.start()

    def _show_table(self) -> None:
        chronology = self.desk.designating.chronology
        self.desk.table.show_entries(chronology, shown(chronology, self.desk.sidebar.filter()))
        self._counting.start()

    def _show_entry(self) -> None:
        table, shown = self.desk.table, self.desk.designating
        chosen, accounts = table.current_id(), shown.accounts(self.noticing.accounts)
        self.desk.panel.show_entry(shown.chronology, chosen, accounts, table.rows.beside(chosen))

    def _count(self) -> None:
        """Counts follow a moment later: they are not worth holding up a key press."""
        chronology = self.desk.designating.chronology
        self.desk.sidebar.show_chronology(chronology)
        entries = chronology.in_order()
        marked = sum(chronology.kind_of(entry.id) is not None for entry in entries)
        needing = sum(entry.needs != "" for entry in entries)
        shown = len(self.desk.table.rows.entries)
        parts = [f"{marked:,} of {len(entries):,} marked", f"{needing:,} need attention", "saved"]
        if shown != len(entries):
            parts.insert(0, f"{shown:,} shown")
        if self.desk.designating.on:
            parts.append("designations shown")
        self._state.setText(" · ".join(parts) if self.workspace.store else "")
