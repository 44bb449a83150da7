"""A check prints what would be imported in the shape of its contract, row by row."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

from chronology_app.work.checking import check

ROWS = (
    "Chronology of the police,,,,,\n"
    "Date,Time,Event,Source,Action,Child seen?\n"
    "12/03/2022,14:30,Home visit.,Record,None.,Yes\n"
    ",,,,,\n"
    ",,,,,\n"
    "c. March 2022,,Called.,Record,,\n"
    ",,and called again,,,\n"
    "undated,,Seen.,,,\n"
)


def a_file(folder: Path) -> Path:
    path = folder / "return.csv"
    path.write_text(ROWS, "utf-8")
    return path


def test_the_shape_of_a_file(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    found = check([path])
    (file,) = found["files"]
    (table,) = file["tables"]
    assert list(file) == ["file", "sha256", "agency", "error", "tables", "counts"]
    assert (file["file"], file["agency"], file["error"]) == (str(path), {"code": "POL", "name": "Police"}, None)
    assert list(table) == ["name", "heading_row", "columns", "day_first", "rows"]
    assert (table["heading_row"], table["day_first"]) == (2, None)
    assert table["columns"] == {
        "date": "Date",
        "time": "Time",
        "event": "Event",
        "source": "Source",
        "action": "Action",
        "seen": "Child seen?",
    }
    assert json.loads(json.dumps(found)) == found


def test_the_shape_of_a_row(tmp_path: Path) -> None:
    rows = check([a_file(tmp_path)])["files"][0]["tables"][0]["rows"]
    assert rows[2] == {
        "row": 3,
        "outcome": "entry",
        "when": {
            "text": "12/03/2022 14:30",
            "earliest": "2022-03-12",
            "latest": "2022-03-12",
            "precision": "minute",
            "approximate": False,
            "uncertain": False,
            "edtf": "2022-03-12T14:30:00",
        },
        "time": "14:30",
        "event": "Home visit.",
        "source": "Record",
        "action": "None.",
        "seen": "Yes",
        "reason": None,
    }
    assert (rows[3]["outcome"], rows[3]["when"], rows[3]["reason"]) == ("blank", None, None)
    assert (rows[5]["when"]["precision"], rows[5]["when"]["approximate"]) == ("month", True)
    assert (rows[7]["when"]["earliest"], bool(rows[7]["reason"])) == (None, True)


def test_rows_are_listed_one_by_one_and_counts_add_up(tmp_path: Path) -> None:
    (file,) = check([a_file(tmp_path)])["files"]
    rows = file["tables"][0]["rows"]
    assert [row["row"] for row in rows] == list(range(1, 9))
    assert Counter(row["outcome"] for row in rows) == Counter(file["counts"])


def test_the_scope_and_the_birth_give_reasons(tmp_path: Path) -> None:
    scope = (date(2022, 3, 13), None)
    rows = check([a_file(tmp_path)], scope=scope)["files"][0]["tables"][0]["rows"]
    assert rows[2]["reason"] == "It lies outside the scope period."
    assert rows[5]["reason"] is None


def test_a_file_that_cannot_be_read_has_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "return.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    (file,) = check([broken])["files"]
    assert file["error"]
    assert (file["tables"], sum(file["counts"].values())) == ([], 0)
