"""Numbers that are shown with zeros before them are read as they are shown."""

import pytest

from chronology_app.core.sheet import Value
from chronology_app.reading import from_ods, from_xls, from_xlsb, from_xlsx
from chronology_app.reading.digit_format import digit_format
from tests.reading.binary import xls, xls_cell, xlsb, xlsb_cell, xlsb_row
from tests.reading.build import ods, ods_cell, ods_row, ods_table, saved, workbook_of


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0000", 930, "0930"),
        ("0000", 12345, "12345"),
        ('00":"00', 930.0, "09:30"),
        ("00\\:00", 5, "00:05"),
        ('"HV"000', 7, "HV007"),
        ("000-000", 1234, "001-234"),
        ("0000;-0000", 0, "0000"),
        ("0000", -5, None),
        ("0000", 2.5, None),
        ("0000", "Seen", None),
        ("0000", True, None),
    ],
)
def test_zeros_are_digits_that_are_always_shown(code: str, value: Value, shown: str | None) -> None:
    found = digit_format(code)
    assert found is not None
    assert found.shown(value) == shown


@pytest.mark.parametrize("code", ["", "0", "General", "0.00", "#,##0", "0%", "dd/mm/yyyy", "00E+00", "@"])
def test_other_formats_say_no_more_than_the_value(code: str) -> None:
    assert digit_format(code) is None


def test_every_reader_of_workbooks_shows_them() -> None:
    book = workbook_of([["Time"], [930]])
    book.worksheets[0]["A2"].number_format = "0000"
    records = xlsb_row(0) + xlsb_cell(0, "Time") + xlsb_row(1) + xlsb_cell(0, 930, 2)
    number = ods_cell("<text:p>0930</text:p>", 'office:value-type="float" office:value="930"')
    for (sheet,) in (
        from_xlsx.read(saved(book)),
        from_xls.read(xls({"a": xls_cell(0, 0, "Time") + xls_cell(1, 0, 930, 2)}, ["0000"])),
        from_xlsb.read(xlsb({"a": records}, ["0000"])),
        from_ods.read(ods(ods_table(ods_row(ods_cell("Time")), ods_row(number)))),
    ):
        assert (sheet.text(2, 1), sheet.value(2, 1)) == ("0930", 930)
