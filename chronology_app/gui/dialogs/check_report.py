"""The report on files before they are sent: to read, to select from, to try with a scope period, and to save."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from chronology_app.core.review import Review
from chronology_app.gui.dialogs.day_field import DayField
from chronology_app.gui.dialogs.form import label, set_role
from chronology_app.gui.dialogs.new_review import documents_folder
from chronology_app.gui.dialogs.saving import ask_where_to_save
from chronology_app.gui.opening_files import open_file
from chronology_app.gui.task import Task
from chronology_app.gui.theme import theme
from chronology_app.work.check_report import CheckReport, check_report
from chronology_app.work.check_words import in_plain_words, write_report
from chronology_app.work.plan import ImportPlan
from chronology_app.writing.paper_html import body
from chronology_app.writing.places import free_place

_STYLE = """
h1, h2, h3 {{ color: {text}; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid {line}; padding: 5px 7px; }}
th {{ background-color: {raised}; text-align: left; }}
dt {{ font-weight: bold; }}
p {{ margin-bottom: 8px; line-height: 120%; }}
"""
_SUGGESTED = "Check of agency files"
"""An agency's file is often called after the child or a parent: its name is not carried on."""

_ENDINGS = {"Word document (*.docx)": ".docx", "HTML page (*.html)": ".html"}


class CheckReportDialog(QDialog):
    """Shows the report on a plan's files; `review` gives the birth and the scope period to begin with."""

    def __init__(self, plan: ImportPlan, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._review = plan, review
        self.report: CheckReport | None = None
        self._saved = Path()
        self.setWindowTitle("Check before sending")
        self.resize(1000, 760)
        self.page = QTextBrowser()
        self.page.setAccessibleName("Report")
        self.page.setOpenLinks(False)
        flags = Qt.TextInteractionFlag
        self.page.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.page.setTabChangesFocus(True)
        self.page.document().setDocumentMargin(18)
        self._from = DayField("Scope &from", review.scope_from)
        self._to = DayField("Scope &to", review.scope_to)
        self._again, self._save = QPushButton("&Check with this scope"), QPushButton("&Save the report…")
        self._open, close = QPushButton("&Open the report"), QPushButton("Close")
        self._said = label("", "muted")
        self._again.clicked.connect(self.check)
        self._save.clicked.connect(self._ask_where)
        self._open.clicked.connect(lambda: open_file(self._saved))
        self._open.hide()
        close.clicked.connect(self.accept)
        self._lay_out(close)
        self.check()
        self.page.setFocus()

    @property
    def said(self) -> str:
        """What was said last about saving."""
        return self._said.text()

    def check(self) -> None:
        """Look at the files again with the scope period in the fields."""
        if not (self._from.is_sound() and self._to.is_sound()):
            return
        review = replace(self._review, scope_from=self._from.day, scope_to=self._to.day)
        self._work(lambda: check_report(self._plan, review), self._show)

    def save(self, path: Path) -> None:
        """Save the report as Word or HTML, as the path ends."""
        report = self.report
        if report is not None:
            self._work(lambda: write_report(report, path, date.today()), lambda _: self._tell(path))

    def _work(self, job: Callable[[], object], then: Callable[..., None]) -> None:
        """Do something off the window's thread; the buttons wait for it."""
        self._turn(False)
        task = Task(lambda _: job())
        task.ended.connect(lambda: self._turn(True))
        task.done.connect(then)
        task.failed.connect(lambda sentence: self._say(sentence, "attention"))
        task.start()

    def _turn(self, on: bool) -> None:
        for button in (self._again, self._save):
            button.setEnabled(on)

    def _show(self, report: CheckReport) -> None:
        self.report = report
        colours = theme()
        style = _STYLE.format(text=colours.text, line=colours.line, raised=colours.raised)
        self.page.document().setDefaultStyleSheet(style)
        self.page.setHtml(body(in_plain_words(report, date.today())))
        self._say("", "muted")

    def _ask_where(self) -> None:
        suggested = free_place(documents_folder(), _SUGGESTED, ".docx")
        path = ask_where_to_save(self, "Save the report", suggested, _ENDINGS)
        if path is not None:
            self.save(path)

    def _tell(self, path: Path) -> None:
        self._saved = path
        self._open.show()
        self._say(f"Written: {path.name}. It is not encrypted; keep it where your most sensitive records are.", "muted")

    def _say(self, sentence: str, role: str) -> None:
        set_role(self._said, role)
        self._said.setText(sentence)

    def _lay_out(self, close: QPushButton) -> None:
        scope, below = QHBoxLayout(), QHBoxLayout()
        scope.setSpacing(14)
        scope.addWidget(self._from, 1)
        scope.addWidget(self._to, 1)
        scope.addWidget(self._again, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self._said, 1)
        for button in (self._open, self._save, close):
            button.setAutoDefault(False)
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addLayout(scope)
        column.addWidget(self.page, 1)
        column.addLayout(below)
