"""Every command of the window as data: its menu, its words and its keys; menus are made from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `name` is what the window binds it to, `menu` where it stands, `text` its words with a mnemonic.

    `keys` are in Qt's portable form, the first is shown. A single letter works outside text fields and can be
    switched off. `rule` draws a line above it; `needs` is "" (always), "review" or "entry"; `choice` names the
    group of commands of which exactly one is ticked.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    needs: str = ""
    rule: bool = False
    choice: str = ""


COMMANDS = (
    Command("new", "&File", "&New review…", ("Ctrl+N",)),
    Command("open", "&File", "&Open review…", ("Ctrl+O",)),
    Command("recent", "&File", "Open &recent"),
    Command("from_export", "&File", "New review from an e&xport…"),
    Command("sample", "&File", "Open the sa&mple review"),
    Command("import_files", "&File", "&Import agency files…", ("Ctrl+I",), rule=True),
    Command("export", "&File", "&Export the chronology…", ("Ctrl+E",), "review"),
    Command("take_comments", "&File", "Take comments &from Word…", ("Ctrl+Shift+E",), "review"),
    Command("check", "&File", "Chec&k a file…", rule=True),
    Command("template", "&File", "New &agency template…"),
    Command("query_sheets", "&File", "Q&uery sheets…", (), "review"),
    Command("save_copy", "&File", "&Save a copy…", ("Ctrl+Shift+S",), "review", rule=True),
    Command("passphrase", "&File", "Change the &passphrase…", (), "review"),
    Command("lock", "&File", "&Lock now", ("Ctrl+L",), "review"),
    Command("close", "&File", "&Close the review", ("Ctrl+W",), "review", rule=True),
    Command("quit", "&File", "&Quit", ("Ctrl+Q",)),
    Command("undo", "&Edit", "&Undo", ("Ctrl+Z",)),
    Command("redo", "&Edit", "&Redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("paste", "&Edit", "&Paste files", ("Ctrl+V",), rule=True),
    Command("find", "&Edit", "&Find…", ("Ctrl+F",), "review", rule=True),
    Command("find_next", "&Edit", "Find &next", ("F3",), "review"),
    Command("find_previous", "&Edit", "Find pre&vious", ("Shift+F3",), "review"),
    Command("filter", "&Edit", "Fi&lter by words", ("Ctrl+Shift+F",), "review"),
    Command("go_to_date", "&Edit", "&Go to date…", ("Ctrl+G",), "review"),
    Command("larger", "&View", "&Larger text", ("Ctrl++", "Ctrl+=")),
    Command("smaller", "&View", "&Smaller text", ("Ctrl+-",)),
    Command("normal_size", "&View", "&Normal text size", ("Ctrl+0",)),
    Command("next_pane", "&View", "Next &pane", ("F6",), "review"),
    Command("show_agencies", "&View", "&Agencies and filters", (), "review", rule=True),
    Command("show_entry", "&View", "&Entry", (), "review"),
    Command("show_designations", "&View", "Show desi&gnations", ("Ctrl+D",), "review", rule=True),
    Command("theme_system", "&View", "Colours as the s&ystem", (), rule=True, choice="theme"),
    Command("theme_light", "&View", "L&ight", (), choice="theme"),
    Command("theme_dark", "&View", "&Dark", (), choice="theme"),
    Command("fact", "E&ntry", "Mark as &fact", ("F",), "entry"),
    Command("opinion", "E&ntry", "Mark as &opinion", ("O",), "entry"),
    Command("reported", "E&ntry", "Mark as &reported", ("R",), "entry"),
    Command("clear", "E&ntry", "&Clear the mark", ("0",), "entry"),
    Command("accept", "E&ntry", "&Accept the suggestion", ("Space",), "entry"),
    Command("next_unmarked", "E&ntry", "Next un&marked", ("Ctrl+M",), "review", rule=True),
    Command("next_needing", "E&ntry", "Ne&xt that needs attention", ("Ctrl+.",), "review"),
    Command("next_question", "E&ntry", "Next open &question", ("Ctrl+,",), "review"),
    Command("date", "E&ntry", "&Edit the date…", ("F2",), "entry", rule=True),
    Command("take_date", "E&ntry", "Ta&ke the date offered", ("Y",), "entry"),
    Command("split", "E&ntry", "S&plit…", (), "entry"),
    Command("settle", "E&ntry", "Needs no more attent&ion", (), "entry"),
    Command("earlier", "E&ntry", "Move earlier within the da&y", ("Alt+Up",), "entry"),
    Command("later", "E&ntry", "Move later &within the day", ("Alt+Down",), "entry"),
    Command("original", "E&ntry", "Origina&l row", ("Ctrl+R",), "entry"),
    Command("flag", "E&ntry", "Fla&g", ("S",), "entry", rule=True),
    Command("note", "E&ntry", "&Note…", ("N",), "entry"),
    Command("question", "E&ntry", "A&sk the agency…", ("Q",), "entry"),
    Command("theme", "E&ntry", "T&heme…", ("T",), "entry"),
    Command("same", "E&ntry", "Same e&vent", ("D",), "entry"),
    Command("conflict", "E&ntry", "Conflic&t", ("C",), "entry"),
    Command("set_aside", "E&ntry", "Set asi&de", ("Delete",), "entry", rule=True),
    Command("bring_back", "E&ntry", "&Bring back", (), "entry"),
    Command("details", "&Review", "&Details of the review…", (), "review"),
    Command("export_layouts", "&Review", "E&xport layouts…", (), "review"),
    Command("import_layouts", "&Review", "&Import layouts…", (), "review"),
    Command("people", "&Review", "&People and designations…", ("Ctrl+P",), "review"),
    Command("clear_filter", "&Review", "Show &every entry", (), "review"),
    Command("letters", "&View", "Single-letter &keys", (), rule=True),
    Command("remember", "&View", "&Remember recent reviews", ()),
    Command("keys", "&Help", "&Keys", ("Ctrl+/",)),
    Command("help", "&Help", "&Help", ("F1",)),
)
TICKED = {"letters", "show_designations", "remember", "theme_system", "theme_light", "theme_dark"}


def make_actions(window: QMainWindow, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Make the menus of a window from COMMANDS, each bound to the slot of its name; returns the actions by name.

    They have no keys yet: `own_keys` gives them those a person wants.
    """
    actions: dict[str, QAction] = {}
    menus: dict[str, QMenu] = {}
    groups: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        menu = menus.get(command.menu)
        if menu is None:
            menu = menus[command.menu] = window.menuBar().addMenu(command.menu)
        if command.rule:
            menu.addSeparator()
        action = QAction(command.text, window)
        action.setCheckable(command.name in TICKED)
        if command.choice:
            group = groups.setdefault(command.choice, QActionGroup(window))
            action.setActionGroup(group)
        action.triggered.connect(lambda _=False, slot=slots[command.name]: slot())
        menu.addAction(action)
        actions[command.name] = action
    return actions
