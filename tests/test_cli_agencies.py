"""The commands for the agency that sends a file: check it, keep the report, get a blank chronology."""

from pathlib import Path

import pytest

from chronology_app import cli

LOG = """Date of incident,What happened
13/03/2022,Officers attended.
31/02/2022,Call back at the door.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one file to check; commands run in it."""
    (tmp_path / "Police log.csv").write_text(LOG, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(("name", "begins"), [("report.docx", b"PK"), ("report.html", b"<!DOCTYPE html>")])
def test_a_check_is_written_as_a_report(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, begins: bytes
) -> None:
    assert cli.main(["check", "Police log.csv", "--report", name]) == 1
    assert "Rows that need you" in capsys.readouterr().out
    assert listed(folder) == {"Police log.csv", name}
    assert (folder / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("name", ["report.pdf", "nowhere/report.docx", "Police log.csv"])
def test_a_report_that_cannot_be_written_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert cli.main(["check", "Police log.csv", "--report", name]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert listed(folder) == {"Police log.csv"}
    assert (folder / "Police log.csv").read_text("utf-8") == LOG


@pytest.mark.parametrize("name", ["blank.docx", "blank.xlsx"])
def test_a_blank_chronology_is_written(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert cli.main(["template", "-o", name]) == 0
    assert capsys.readouterr().out == f"The blank chronology is in {name}.\n"
    assert (folder / name).read_bytes().startswith(b"PK")
    assert cli.main(["check", name]) == 0
    assert f"No entry was found in {name}" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["template"], ["template", "-o", "x.csv"], ["template", "-o", "nowhere/x.docx"]])
def test_a_blank_chronology_of_no_known_kind_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert cli.main(command) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert listed(folder) == {"Police log.csv"}
