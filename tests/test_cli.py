"""The command line from outside: what it prints, what it leaves behind, and with which exit status."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from chronology_app import cli
from chronology_app.__main__ import wants_window
from chronology_app.core.source import Outcome
from chronology_app.store.store import Store

ROOT = Path(__file__).parents[1]
VISITS = """Date,Event,Action
12/03/2022,Home visit. Isla said that Wren cried all night.,None
25/03/2022,"Weighed 4.2 kg. Isla seemed tired.",None
"""
LOG = """Date of incident,Time,What happened,Outcome
13/03/2022,14:30,Officers attended. Isla denied shouting.,None
31/02/2022,,Call back at the door.,None
"""
PEOPLE = "designation,role,names\nMother,,Isla\nBaby Q,,Wren\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files of two agencies, a list of people, a passphrase and a file that is no table."""
    (tmp_path / "Health visiting.csv").write_text(VISITS, "utf-8")
    (tmp_path / "Police log.csv").write_text(LOG, "utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    (tmp_path / "word").write_text("four small grey geese\nsecond line\n", "utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 and then nothing")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> "Run":
    """Run a command in the folder; return the exit status and what was printed."""
    monkeypatch.chdir(folder)

    def runs(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return runs


Run = Callable[..., tuple[int, str, str]]


def listed(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def sentences(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def test_a_sound_file_is_told_in_words_that_add_up(run: Run, folder: Path) -> None:
    before = listed(folder)
    status, out, err = run("check", "Health visiting.csv")
    assert (status, err) == (0, "")
    assert "Read as the chronology of: Health visiting (HV)." in out
    assert "3 rows = 2 entries + 1 heading." in out
    assert "Nothing in Health visiting.csv needs a person." in out
    assert listed(folder) == before


def test_a_row_that_needs_a_person_is_told_with_its_place_and_reason(run: Run) -> None:
    status, out, _ = run("check", "Police log.csv")
    assert status == 1
    assert "3 rows = 1 entry + 1 entry that needs a person + 1 heading." in out
    line = out[out.index("Rows that need you") :].splitlines()[1]
    assert "Table 1, row 3 · 31/02/2022 · There is no day 31 in February" in line
    assert "Look the date up in your record" in line


def test_check_as_json_keeps_the_contract(run: Run, folder: Path) -> None:
    status, out, _ = run("check", "Health visiting.csv", "Police log.csv", "--json", "--born", "2022-01-20")
    assert status == 1
    files = json.loads(out)["files"]
    assert [Path(file["file"]).name for file in files] == ["Health visiting.csv", "Police log.csv"]
    for file in files:
        assert set(file) == {"file", "sha256", "agency", "error", "tables", "counts"}
        assert sum(file["counts"].values()) == sum(len(table["rows"]) for table in file["tables"])
        assert set(file["counts"]) == set(Outcome)
    row = files[0]["tables"][0]["rows"][1]
    assert (row["row"], row["outcome"], row["when"]["earliest"], row["reason"]) == (2, "entry", "2022-03-12", None)


def test_scope_and_birth_are_looked_at(run: Run) -> None:
    assert run("check", "Health visiting.csv", "--scope", "2022-03-01..2022-03-31")[0] == 0
    status, out, _ = run("check", "Health visiting.csv", "--scope", "2022-03-20..2022-03-31")
    assert status == 1
    assert "12/03/2022" in out[out.index("Entries outside the scope period") :]


def test_one_file_that_cannot_be_read_does_not_stop_the_others(run: Run) -> None:
    status, out, err = run("check", "broken.docx", "Health visiting.csv")
    assert status == 1
    assert len(sentences(err)) == 1
    assert "broken.docx: " in err
    assert "2 entries" in out


@pytest.mark.parametrize("command", [("check", "broken.docx"), ("merge", "broken.docx", "-o", "out.docx")])
def test_where_no_file_can_be_read_nothing_was_done(run: Run, folder: Path, command: Sequence[str]) -> None:
    before = listed(folder)
    status, _, err = run(*command)
    assert status == 2
    assert len(sentences(err)) == 1
    assert "broken.docx: " in err
    assert listed(folder) == before


def test_merge_writes_the_document_and_says_what_is_in_it(run: Run, folder: Path) -> None:
    status, out, err = run(
        "merge", "Health visiting.csv", "Police log.csv", "-o", "out.docx", "--title", "Baby Q", "--born", "2022-01-20",
        "--agency", "MP=Police log.csv",
    )  # fmt: skip
    assert (status, err) == (1, "")
    assert (folder / "out.docx").read_bytes().startswith(b"PK")
    assert "The combined chronology is in out.docx." in out
    assert "4 entries of 2 agencies, 12 March 2022 to 25 March 2022; 1 of them needs a person." in out
    assert "(MP): 3 rows = 1 entry + 1 entry that needs a person + 1 heading." in out
    assert "Police log.csv" in out[out.index("These entries need a person:") :]


def merged(run: Run, folder: Path, *options: str) -> dict[str, Any]:
    run("merge", "Health visiting.csv", "Police log.csv", "-o", "out.json", *options)
    whole: dict[str, Any] = json.loads((folder / "out.json").read_text("utf-8"))
    return whole


def test_merge_as_json_holds_entries_suggestions_and_facts(run: Run, folder: Path) -> None:
    whole = merged(run, folder, "--title", "Baby Q", "--due", "2022-01-25", "--scope", "2022-01-01..2022-12-31")
    assert (whole["review"]["title"], whole["review"]["due"]) == ("Baby Q", "2022-01-25")
    assert (whole["review"]["scope_from"], whole["review"]["scope_to"]) == ("2022-01-01", "2022-12-31")
    visit = next(entry for entry in whole["entries"] if entry["event"].startswith("Home visit"))
    told = visit["suggestions"][-1]
    assert (told["kind"], visit["event"][told["start"] : told["end"]]) == (
        "reported",
        "Isla said that Wren cried all night.",
    )


def test_anonymised_nothing_of_a_name_is_left(run: Run, folder: Path) -> None:
    assert "Isla" in repr(merged(run, folder))
    whole = merged(run, folder, "--people", "people.csv", "--anonymise")
    assert "Isla" not in repr(whole)
    assert "Wren" not in repr(whole)
    assert "Mother said that Baby Q cried" in repr(whole)


def test_a_review_is_made_added_to_and_exported(run: Run, folder: Path) -> None:
    words = ("--passphrase-file", "word")
    assert (
        run("merge", "Health visiting.csv", "-o", "a.docx", "--review", "q.chronology", "--title", "Q", *words)[0] == 0
    )
    assert run("merge", "Police log.csv", "-o", "b.docx", "--review", "q.chronology", *words)[0] == 1
    status, out, _ = run("merge", "Police log.csv", "-o", "b.docx", "--review", "q.chronology", *words)
    assert "left out, the same file is already there" in out
    assert status == 1
    status, out, _ = run("export", "q.chronology", "-o", "c.json", *words)
    assert status == 1
    assert "4 entries of 2 agencies" in out
    whole = json.loads((folder / "c.json").read_text("utf-8"))
    assert (whole["review"]["title"], len(whole["entries"]), len(whole["sources"])) == ("Q", 4, 2)
    assert b"Isla" not in (folder / "q.chronology").read_bytes()
    store = Store.open(folder / "q.chronology", "four small grey geese", "tester")
    labels = [line.label for line in store.log()]
    kept = [store.file(source.sha256) for source in store.chronology.sources.values()]
    store.close()
    assert labels[0] == "Set the facts of the review"
    assert (folder / "Health visiting.csv").read_bytes() in kept


def test_a_wrong_passphrase_opens_nothing_and_writes_nothing(run: Run, folder: Path) -> None:
    run("merge", "Health visiting.csv", "-o", "a.docx", "--review", "q.chronology", "--passphrase-file", "word")
    (folder / "wrong").write_text("five large white swans", "utf-8")
    before = listed(folder)
    status, out, err = run("export", "q.chronology", "-o", "c.docx", "--passphrase-file", "wrong")
    assert (status, out, len(sentences(err))) == (2, "", 1)
    assert listed(folder) == before


def test_a_document_that_cannot_be_written_leaves_no_review_behind(run: Run, folder: Path) -> None:
    before = listed(folder)
    status, _, err = run(
        "merge",
        "Health visiting.csv",
        "-o",
        "nowhere/out.docx",
        "--review",
        "q.chronology",
        "--passphrase-file",
        "word",
    )
    assert (status, len(sentences(err))) == (2, 1)
    assert listed(folder) == before


def test_a_new_passphrase_is_asked_for_twice(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["one passphrase", "another passphrase"])
    monkeypatch.setattr(cli, "getpass", lambda _: next(answers))
    status, _, err = run("merge", "Health visiting.csv", "-o", "a.docx", "--review", "q.chronology")
    assert status == 2
    assert "differ" in err
    assert not (folder / "q.chronology").exists()


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("chek",),
        ("check",),
        ("check", "Police log.csv", "--born", "6/4/2022"),
        ("check", "Police log.csv", "--scope", "2022-01-01"),
        ("check", "Police log.csv", "--scope", "2022-02-01..2022-01-01"),
        ("merge", "Police log.csv"),
        ("merge", "Police log.csv", "-o", "out.odt"),
        ("merge", "Police log.csv", "-o", "Police log.csv"),
        ("merge", "Police log.csv", "-o", "people.csv", "--people", "people.csv"),
        ("merge", "Police log.csv", "-o", f"{'x' * 300}.docx"),
        ("merge", "Police log.csv", "-o", "out.docx", "--agency", "MP"),
        ("merge", "Police log.csv", "-o", "out.docx", "--agency", "MP=other.csv"),
        ("merge", "Police log.csv", "-o", "out.docx", "--people", "missing.csv"),
        ("merge", "Police log.csv", "-o", "out.docx", "--anonymise"),
        ("export", "missing.chronology", "-o", "out.docx"),
        ("export", "missing.chronology", "-o", "out.docx", "--passphrase-file", "missing.txt"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_writes_nothing(run: Run, folder: Path, command: Sequence[str]) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    status, out, err = run(*command)
    assert (status, out) == (2, "")
    assert len(sentences(err)) == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_fault_of_the_program_prints_no_case_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("Isla Ashby-Pell")

    monkeypatch.setattr(cli, "check_report", fails)
    status, out, err = run("check", "Police log.csv")
    assert (status, out) == (2, "")
    assert "ValueError, test_cli.py line" in err
    assert "Isla" not in err


def test_the_sample_is_put_into_a_folder(run: Run, folder: Path) -> None:
    status, out, _ = run("sample", "sample")
    assert status == 0
    assert len(listed(folder / "sample")) == 6
    assert all(name in out for name in listed(folder / "sample"))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["Baby Q.chronology"], True),
        (["--sample"], True),
        (["check", "Baby Q.chronology"], False),
        (["--help"], False),
        (["nonsense"], False),
    ],
)
def test_what_opens_the_window(arguments: list[str], expected: bool) -> None:
    assert wants_window(arguments) is expected


def test_no_command_needs_qt(folder: Path) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from chronology_app.__main__ import main\n"
        "if __name__ == '__main__': sys.exit(main())\n"
    )
    script = folder / "without_qt.py"
    script.write_text(code, "utf-8")
    for command in (
        ["check", "Health visiting.csv"],
        ["merge", "Health visiting.csv", "-o", "out.docx", "--review", "q.chronology", "--passphrase-file", "word"],
        ["export", "q.chronology", "-o", "out.json", "--passphrase-file", "word"],
        ["sample", "sample"],
    ):
        environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
        ran = subprocess.run(
            [sys.executable, str(script), *command], cwd=folder, env=environment, capture_output=True, text=True
        )
        assert (ran.returncode, ran.stderr) == (0, ""), command
