"""Files are read and understood into a plan that says all of their doubts, and nothing is kept."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import Cancelled, ResourceProblem
from chronology_app.core.sheet import Value
from chronology_app.core.source import Outcome
from chronology_app.work.accepting import accept
from chronology_app.work.agencies import agency_for, read_agencies
from chronology_app.work.plan import TablePlan
from chronology_app.work.planning import plan_import, plan_table
from tests.make import HEALTH, POLICE, a_sheet
from tests.reading.binary import locked_xls_of

ROWS = "Date,Event,Agency\n12/03/2022,Home visit.,{agency}\n13/03/2022,Call.,{agency}\nTotal: 2,,\n"


def a_file(folder: Path, name: str, agency: str = "") -> Path:
    path = folder / name
    path.write_text(ROWS.format(agency=agency), "utf-8")
    return path


def a_table(*rows: tuple[Value, ...]) -> TablePlan:
    return plan_table(a_sheet(*rows))


def test_every_row_of_a_file_is_in_its_plan(tmp_path: Path) -> None:
    (file,) = plan_import([a_file(tmp_path, "HV chronology.csv")], received=date(2022, 9, 1)).files
    assert (file.name, file.agency.code, file.received, file.problem) == (
        "HV chronology.csv",
        "HV",
        date(2022, 9, 1),
        "",
    )
    counts = file.counts()
    assert (counts[Outcome.ENTRY], counts[Outcome.HEADING], counts[Outcome.FOOTER]) == (2, 1, 1)
    assert sum(counts.values()) == len(file.tables[0].sheet.rows) == 4


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    broken = tmp_path / "police.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    missing = tmp_path / "gone.csv"
    plan = plan_import([broken, missing, a_file(tmp_path, "HV.csv")])
    first, second, third = plan.files
    assert first.problem
    assert (first.included, len(first.sha256)) == (False, 64)
    assert second.problem
    assert (third.problem, plan.entries()) == ("", 2)


def test_the_same_bytes_are_taken_in_once(tmp_path: Path) -> None:
    first, copy = a_file(tmp_path, "HV.csv"), a_file(tmp_path, "HV copy.csv")
    plan = plan_import([first, copy])
    assert [(file.seen_as, file.included) for file in plan.files] == [("", True), ("HV.csv", False)]
    change, _ = accept(plan, Chronology(), now="2022-09-01T10:00:00+00:00")
    again = plan_import([copy], Chronology().after(change))
    assert (again.files[0].seen_as, again.entries()) == ("HV.csv", 0)


def test_agencies_of_the_review_are_used_again_and_new_ones_get_the_next_colour(tmp_path: Path) -> None:
    files = [
        a_file(tmp_path, "hv.csv"),
        a_file(tmp_path, "Midwifery.csv", "x"),
        a_file(tmp_path, "Acorn Place.csv", "y"),
    ]
    plan = plan_import(files, Chronology.of([HEALTH, POLICE]))
    assert plan.files[0].agency is HEALTH
    assert [(f.agency.code, f.agency.name, f.agency.colour) for f in plan.files[1:]] == [
        ("MW", "Midwifery", 2),
        ("AP", "Acorn Place", 3),
    ]


def test_a_person_says_which_agency_a_file_is_from(tmp_path: Path) -> None:
    north, south = a_file(tmp_path, "HV north.csv"), a_file(tmp_path, "HV south.csv", "x")
    plan = plan_import([north, south], agencies={"NHV": "HV north.csv", "SHV": str(south)})
    assert [(file.agency.code, file.agency.name) for file in plan.files] == [
        ("NHV", "Health visiting"),
        ("SHV", "Health visiting"),
    ]


def test_the_agency_is_guessed_from_titles_the_agency_column_and_the_sheet() -> None:
    title = a_table(("Chronology of the ambulance service",), ("Date", "Event"), ("1/2/2022", "Called."))
    column = a_table(("Date", "Event", "Agency"), ("1/2/2022", "Called.", "Housing provider"))
    assert agency_for("one.csv", (title,), ()).code == "AMB"
    assert agency_for("one.csv", (column,), ()).code == "HOU"
    assert agency_for("one.csv", (plan_table(a_sheet(("Date", "Event"), name="Probation")),), ()).code == "PRO"


def test_an_agency_nobody_knows_is_named_after_its_file() -> None:
    one = agency_for("Baby K - Larch chronology v2.docx", (), ())
    assert (one.code, one.name) == ("LAR", "Larch")
    assert agency_for("larch (final).docx", (), (one,)) is one
    assert agency_for("Larix.docx", (), (one,)).code == "LAR2"


def test_a_file_without_a_table_says_so(tmp_path: Path) -> None:
    empty = tmp_path / "HV.csv"
    empty.write_text("", "utf-8")
    (file,) = plan_import([empty]).files
    assert file.problem
    assert not file.included


def test_a_person_can_stop_the_planning(tmp_path: Path) -> None:
    def stop(done: int, total: int, what: str) -> None:
        raise Cancelled("Stopped; nothing was imported.")

    with pytest.raises(Cancelled):
        plan_import([a_file(tmp_path, "HV.csv")], report=stop)


def test_mistakes_in_the_list_of_agencies_are_told() -> None:
    one = {"code": "HV", "name": "Health visiting", "words": ["HV"]}
    skip = {"file_name": {"skip": []}}
    for agencies, why in (([one, {**one, "code": "hv"}], "twice"), ([{"code": "HV"}], '"name" is missing')):
        with pytest.raises(ResourceProblem, match=why):
            read_agencies({"agency": agencies, **skip})


def test_a_protected_file_waits_for_its_password_and_keeps_the_bytes_that_were_sent(tmp_path: Path) -> None:
    path, sent = tmp_path / "Police.xls", locked_xls_of((("Date", "Event"), ("12/03/2022", "Seen.")), "herons")
    path.write_bytes(sent)
    for passwords in (None, {path: "larks"}):
        (file,) = plan_import([path], passwords=passwords).files
        assert (file.locked, file.included, "password" in file.problem) == (True, False, True)
    (file,) = plan_import([path], passwords={path: "herons"}).files
    assert (file.locked, file.problem, file.content) == (False, "", sent)
    assert file.sha256 == sha256(sent).hexdigest()
