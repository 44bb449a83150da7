"""What understanding a large workbook costs over only unzipping and parsing it: ratios within one run."""

import gc
import io
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median
from xml.parsers import expat

from chronology_app.core.sheet import Sheet
from chronology_app.reading.read import sheets_of
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import find_layout
from chronology_app.understanding.parts import parts_of

ROWS, REPEATS = 50_000, 5
_HEADINGS = ("Ref", "Date", "Time", "Source of information", "Practitioner", "Event", "Action taken", "Child seen?")
_WORDS = (
    "Home visit. Baby seen awake in the cot, weight 4.2 kg on the 25th centile. Mother said that feeding goes well and "
    "that she sleeps little. Father was not at home. Safe sleep was talked about again. Visit "
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_X14 = 'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
_AS_EXCEL = 'spans="1:8" ht="45" x14ac:dyDescent="0.3"'
_PARTS = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/></Types>',
    "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_XML}<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Chronology" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (("worksheet", "sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")), 1
        )
    )
    + "</Relationships>",
    "xl/styles.xml": f"{_XML}<styleSheet {_MAIN}><fonts><font/></fonts><fills><fill/></fills>"
    "<borders><border/></borders>"
    '<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
    '<xf numFmtId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>',
}


def run() -> list[tuple[str, float, str]]:
    """Measure in turn, `REPEATS` times, and return (what, ratio, budget)."""
    book = _workbook()
    jobs: dict[str, Callable[[], object]] = {
        "floor": lambda: _unzip_and_parse(book),
        "sheets": lambda: sheets_of(book),
        "drafts": lambda: [_drafted(sheet) for sheet in sheets_of(book)],
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(REPEATS):
        for name, job in jobs.items():
            times[name].append(_timed(job))
    middle = {name: median(took) for name, took in times.items()}
    return [
        ("xlsx of 50,000 rows to drafts", middle["drafts"] / middle["floor"], "<= 6 x unzip + expat"),
        ("of which understanding", (middle["drafts"] - middle["sheets"]) / middle["floor"], "part of the above"),
    ]


def _drafted(sheet: Sheet) -> int:
    (part,) = parts_of(sheet)
    drafts = draft(part, find_layout(part))
    assert drafts[-1].last_row == ROWS + 1
    return len(drafts)


def _timed(job: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _unzip_and_parse(book: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        for name in ("xl/sheet1.xml", "xl/sharedStrings.xml"):
            expat.ParserCreate().Parse(package.read(name), True)


def _workbook() -> bytes:
    """Return a workbook with a heading and ROWS entries: true dates in three of four rows, texts in the others."""
    strings: dict[str, int] = {}
    rows = "".join(f'<row r="{row}" {_AS_EXCEL}>{"".join(cells)}</row>' for row, cells in enumerate(_rows(strings), 1))
    shared = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in strings)
    parts = {
        **_PARTS,
        "xl/sheet1.xml": f"{_XML}<worksheet {_MAIN} {_X14}><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"{_XML}<sst {_MAIN}>{shared}</sst>",
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return content.getvalue()


def _rows(strings: dict[str, int]) -> Iterator[list[str]]:
    def text(column: str, row: int, words: str) -> str:
        return f'<c r="{column}{row}" s="2" t="s"><v>{strings.setdefault(words, len(strings))}</v></c>'

    yield [text(column, 1, heading) for column, heading in zip("ABCDEFGH", _HEADINGS, strict=True)]
    for number in range(ROWS):
        row, day = number + 2, date(2021, 9, 1) + timedelta(days=number // 60)
        serial = (day - date(1899, 12, 30)).days
        written = f"{day:%d/%m/%Y}" if number % 8 else f"{day.day} {day:%B %Y}"
        yield [
            f'<c r="A{row}" s="2"><v>{number + 1}</v></c>',
            f'<c r="B{row}" s="1"><v>{serial}</v></c>' if number % 4 else text("B", row, written),
            text("C", row, f"{number % 24:02d}:{number % 60:02d}"),
            text("D", row, f"Record {number % 90}, page {number % 400}"),
            text("E", row, f"Practitioner {number % 40}"),
            text("F", row, f"{_WORDS}{number}."),
            text("G", row, ("None.", "Seen again in a week.", "Referred to the family hub.")[number % 3]),
            text("H", row, ("Yes", "No")[number % 2]),
        ]


if __name__ == "__main__":
    for what, ratio, budget in run():
        print(f"{what}: {ratio:.2f} ({budget})")
