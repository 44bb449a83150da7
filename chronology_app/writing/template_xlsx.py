"""The blank chronology as a workbook: no macro, a heading row that is marked as one, and every cell text.

Cells are text on purpose: Excel would turn "March 2022" into the first of March and "3/5" into a day of this year, and
an invented date would be sent. Only the blank form is written here, so openpyxl's temporary files hold no case text.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import chain
from math import ceil
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from chronology_app.writing.output import replacing
from chronology_app.writing.template import Template, TemplateColumn
from chronology_app.writing.to_xlsx import column_letters

_TEXT = "@"
_HEAD = "E8EDF3"
_PLAIN, _BOLD = Font(name="Arial", size=10), Font(name="Arial", size=10, bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_CHARACTERS_A_MILLIMETRE = 0.55
_LINE = 13.5
"""Points from one line of 10 point text to the next."""

_NOTE_WIDTHS = (44, 110, 110)
_A4 = 9


def write_template_xlsx(template: Template, path: Path, written: date) -> None:
    """Write it whole or not at all: the sheet to fill in first, then its notes.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
    """
    book = Workbook()
    _describe(book, template, written)
    sheet = book.worksheets[0]
    sheet.title = template.say("chronology")
    _fill(sheet, template)
    _note(book.create_sheet(template.say("notes")), template)
    with replacing(path) as temporary, ZipFile(temporary, "w", ZIP_DEFLATED) as packed:
        ExcelWriter(book, packed).write_data()


def _describe(book: Workbook, template: Template, written: date) -> None:
    """Fill the properties; nobody is named as author."""
    moment = datetime.combine(written, time.min)
    properties = book.properties
    properties.creator = properties.lastModifiedBy = None
    properties.title, properties.language = template.say("title"), "en-GB"
    properties.category = template.marking.upper()
    properties.created = properties.modified = moment


def _fill(sheet: Worksheet, template: Template) -> None:
    """Write the heading row and prepare the rows beneath it."""
    last = template.rows("xlsx") + 1
    for number, column in enumerate(template.columns, 1):
        letters = column_letters(number)
        _head(sheet, number, column.heading)
        _dress(sheet, letters, column.width)
        rule = _rule(column, letters)
        rule.add(f"{letters}2:{letters}{last}")
        sheet.add_data_validation(rule)
    table = Table(displayName="Chronology", ref=f"A1:{column_letters(len(template.columns))}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    sheet.freeze_panes = "A2"
    _page(sheet, template)


def _note(sheet: Worksheet, template: Template) -> None:
    """Write what belongs into each column with an example, after what holds for the whole form."""
    for number, (key, width) in enumerate(zip(("column", "note", "example"), _NOTE_WIDTHS, strict=True), 1):
        _dress(sheet, column_letters(number), width)
        _head(sheet, number, template.say(key))
    whole = ((template.say("whole"), template.say(key), "") for key in ("intro", "people"))
    facts = ((label, words, "") for label, words in template.facts)
    columns = ((column.heading, column.note, column.example) for column in template.columns)
    for row, texts in enumerate(chain(facts, whole, columns), 2):
        for number, text in enumerate(texts, 1):
            _text(sheet, row, number, text)
        _heighten(sheet, row, texts)
    sheet.freeze_panes = "A2"
    _page(sheet, template)


def _heighten(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    """Make a row as high as its wrapped words need: not every program measures them when it opens a file."""
    widths = (width * _CHARACTERS_A_MILLIMETRE for width in _NOTE_WIDTHS)
    lines = max(ceil(len(text) / width) for text, width in zip(texts, widths, strict=True))
    sheet.row_dimensions[row].height = lines * _LINE + 2


def _rule(column: TemplateColumn, letters: str) -> DataValidation:
    """Return the rule of a column: it says what to write there when a cell is chosen, and forbids nothing."""
    rule = DataValidation(allow_blank=True)
    if column.kind == "date":
        rule.type, rule.formula1 = "custom", f"OR(ISNUMBER({letters}2),ISNUMBER(DATEVALUE({letters}2)))"
    elif column.kind == "yes_no":
        rule.type, rule.formula1 = "list", f'"{",".join(column.choices)}"'
    rule.promptTitle, rule.prompt, rule.showInputMessage = column.heading[:32], column.note[:255], True
    if column.warning:
        rule.errorStyle, rule.showErrorMessage = "warning", True
        rule.errorTitle, rule.error = column.heading[:32], column.warning[:255]
    return rule


def _head(sheet: Worksheet, number: int, text: str, row: int = 1) -> None:
    cell = sheet.cell(row, number, text)
    cell.font, cell.fill, cell.alignment = _BOLD, PatternFill("solid", fgColor=_HEAD), _WRAPPED


def _text(sheet: Worksheet, row: int, number: int, text: str) -> None:
    cell = sheet.cell(row, number, text)
    cell.data_type = "s"  # whatever it begins with, it is no formula
    cell.number_format, cell.font, cell.alignment = _TEXT, _PLAIN, _WRAPPED


def _dress(sheet: Worksheet, letters: str, width: int) -> None:
    """Give a column its width and make every cell of it text, those nobody has written in included."""
    column = sheet.column_dimensions[letters]
    column.width = max(10.0, width * _CHARACTERS_A_MILLIMETRE)
    column.number_format, column.font, column.alignment = _TEXT, _PLAIN, _WRAPPED


def _page(sheet: Worksheet, template: Template) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    marking = template.marking.upper().replace("&", "&&")
    header, footer = sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter
    assert header is not None
    assert footer is not None
    header.center.font = footer.center.font = "Arial,Bold"  # without it, a number that begins the words is their size
    header.center.text = footer.center.text = marking
    footer.right.text = "Page &P of &N"
