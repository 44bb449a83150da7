"""One look for the whole window, light and dark, following the system while it runs."""

from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from chronology_app.core.mark import Kind
from chronology_app.core.resources import read_table, resource, wrong

SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of resources/theme.toml for one scheme, as #rrggbb."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    accent_text: str
    selection: str
    fact: str
    opinion: str
    reported: str
    mixed: str
    attention: str
    attention_back: str
    suggestion: str
    dark: bool = False

    def of_kind(self, kind: Kind) -> QColor:
        """Return the colour of a mark."""
        return QColor(getattr(self, kind.value))


@cache
def _theme(name: str) -> Theme:
    table = read_table("theme.toml").get(name, {})
    names = {field.name for field in fields(Theme)} - {"dark"}
    for key in names - set(table):
        raise wrong("theme.toml", f"[{name}]", f"[{name}] has no colour named {key}")
    for key, value in table.items():
        if key not in names or not QColor.isValidColorName(str(value)):
            raise wrong("theme.toml", f'{key} = "{value}"', f"{key} is not a colour this app knows")
    return Theme(**table, dark=name == "dark")


@cache
def theme() -> Theme:
    """Return the colours in force now: the person's choice, else the system's; high contrast goes before both.

    Painting asks for them hundreds of times a frame, so they are kept until `_paint` puts on others.
    """
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return _theme("contrast")
    app = QGuiApplication.instance()
    asked = SCHEMES.get(str(app.property("scheme")) if app else "", Qt.ColorScheme.Unknown)
    scheme = hints.colorScheme() if asked is Qt.ColorScheme.Unknown else asked
    return _theme("dark" if scheme is Qt.ColorScheme.Dark else "light")


def dress(app: QApplication, scheme: str = "system", text_size: int = 100) -> None:
    """Dress the whole app in the theme and keep following the system; `text_size` in per cent of the system font."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setProperty("system_points", app.property("system_points") or app.font().pointSizeF())
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _: _paint(app))
    hints.accessibility().contrastPreferenceChanged.connect(lambda _: _paint(app))
    set_scheme(app, scheme)
    set_text_size(app, text_size)


def set_scheme(app: QApplication, scheme: str) -> None:
    """Follow the system, or stay light or dark ("system", "light", "dark")."""
    app.setProperty("scheme", scheme)
    QGuiApplication.styleHints().setColorScheme(SCHEMES.get(scheme, Qt.ColorScheme.Unknown))
    _paint(app)


def set_text_size(app: QApplication, per_cent: int) -> None:
    """Set the text size, 80 to 200 per cent of the system font."""
    font = QFont(app.font())
    font.setPointSizeF(float(app.property("system_points")) * max(80, min(200, per_cent)) / 100)
    app.setFont(font)
    _paint(app)


def _paint(app: QApplication) -> None:
    theme.cache_clear()
    colours = theme()
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, colours.window),
        (role.Base, colours.base),
        (role.AlternateBase, colours.raised),
        (role.Button, colours.raised),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_text),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Mid, colours.line),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.suggestion))
    app.setPalette(palette)
    app.setStyleSheet(_sheet(colours, app.font().pointSizeF()))


def _sheet(c: Theme, points: float) -> str:
    return f"""
    QMainWindow::separator {{ background: {c.line}; width: 5px; height: 5px; }}
    QDockWidget {{ font-weight: 600; }} /* not of ::title, whose font would keep the text size it had at first */
    QDockWidget::title {{ padding: 8px 10px 6px 10px; background: {c.window}; }}
    QToolBar {{ border: none; border-bottom: 1px solid {c.line}; spacing: 6px; padding: 5px 8px;
                background: {c.window}; }}
    QToolButton {{ padding: 5px 9px; border-radius: 5px; border: 1px solid transparent; }}
    QToolButton:hover {{ background: {c.raised}; }}
    QToolButton:focus, QPushButton:focus {{ border: 2px solid {c.accent}; }}
    QPushButton {{ padding: 6px 16px; min-height: 22px; border: 1px solid {c.suggestion}; border-radius: 6px;
                   background: {c.base}; }}
    QPushButton:hover {{ background: {c.raised}; }}
    QPushButton:disabled {{ border-color: {c.line}; }}
    QPushButton[verb="true"] {{ background: {c.accent}; color: {c.accent_text}; border-color: {c.accent};
                                font-weight: 600; }}
    QPushButton[verb="true"]:disabled {{ background: {c.raised}; color: {c.suggestion}; border-color: {c.line}; }}
    QPushButton[verb="true"]:focus {{ border: 2px solid {c.text}; }}
    QLabel[role="title"] {{ font-size: {points * 1.7:.1f}pt; font-weight: 600; }}
    QLabel[role="heading"] {{ font-weight: 600; }}
    QLabel[role="muted"] {{ color: {c.muted}; }}
    QLabel[role="attention"] {{ color: {c.attention}; }}
    QHeaderView::section {{ background: {c.window}; color: {c.muted}; border: none;
                            border-bottom: 1px solid {c.line}; padding: 6px 8px; }}
    QTableView, QTreeView, QListView, QTextEdit, QTextBrowser {{ border: 1px solid {c.line}; background: {c.base}; }}
    QTableView:focus, QTreeView:focus, QListView:focus, QTextEdit:focus {{ border: 1px solid {c.accent}; }}
    QTreeView::item, QListView::item {{ min-height: 24px; }}
    QTreeView::item:selected, QListView::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QStatusBar {{ border-top: 1px solid {c.line}; }}
    QFrame#sentence {{ background: {c.raised}; border-bottom: 1px solid {c.line}; }}
    QFrame#sentence[kind="problem"] {{ background: {c.attention_back}; }}
    """ + _fields(c)


def _fields(c: Theme) -> str:
    tick = resource(f"icons/tick-{'light' if QColor(c.accent_text).lightness() > 127 else 'dark'}.svg").as_posix()
    return f"""
    QLineEdit, QComboBox, QDateEdit, QPlainTextEdit {{ padding: 4px 6px; min-height: 22px; background: {c.base};
                   border: 1px solid {c.suggestion}; border-radius: 4px; }}
    QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {c.accent}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: none; width: 0; height: 0; margin-right: 9px; border-left: 5px solid {c.base};
                             border-right: 5px solid {c.base}; border-top: 6px solid {c.muted}; }}
    QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator, QListView::indicator {{
                   width: 15px; height: 15px; border: 1px solid {c.suggestion}; background: {c.base}; }}
    QCheckBox::indicator, QTreeView::indicator, QListView::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {{
                   border-color: {c.accent}; background: {c.accent}; image: url("{tick}"); }}
    QRadioButton::indicator:checked {{ width: 7px; height: 7px; border: 5px solid {c.accent}; }}
    QCheckBox::indicator:focus {{ width: 13px; height: 13px; border: 2px solid {c.text}; }}
    QRadioButton::indicator:focus {{ width: 13px; height: 13px; border: 2px solid {c.text}; }}
    QRadioButton::indicator:checked:focus {{ width: 7px; height: 7px; border: 5px solid {c.text}; }}
    QCheckBox::indicator:checked:disabled {{ border-color: {c.suggestion}; background: {c.suggestion}; }}
    """
