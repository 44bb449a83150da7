"""The command line takes an exported review as what files are merged into, and gives it back as it was."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from chronology_app import cli
from chronology_app.store.store import Store
from chronology_app.work.documents import write_document
from chronology_app.writing.from_json import from_json
from chronology_app.writing.look import Look
from tests.writing.a_full_review import full

Run = Callable[..., tuple[int, str, str]]
KEEP = ("--review", "q.chronology", "--passphrase-file", "word")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an export, a file an agency sent since, and a passphrase."""
    write_document(full()[0], tmp_path / "x.json", Look())
    (tmp_path / "Police log.csv").write_text("Date,Event\n13/03/2022,Officers attended.\n", "utf-8")
    (tmp_path / "word").write_text("four small grey geese\n", "utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(folder)

    def runs(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return runs


def test_an_export_comes_back_the_same_also_through_a_review(run: Run, folder: Path) -> None:
    status, out, err = run("merge", "x.json", "-o", "y.json", *KEEP)
    assert (status, err) == (0, "")
    assert "2 entries were in the exported review already" in out
    assert "The review is in q.chronology." in out
    assert run("export", "q.chronology", "-o", "z.json", "--passphrase-file", "word")[0] == 0
    before, *after = (json.loads((folder / f"{name}.json").read_text("utf-8")) for name in "xyz")
    assert after == [before, before]
    chronology = from_json((folder / "x.json").read_text("utf-8"))
    with closing(Store.open(folder / "q.chronology", "four small grey geese", "tester")) as store:
        assert store.chronology == chronology


def test_files_sent_since_are_merged_into_it(run: Run, folder: Path) -> None:
    status, out, err = run("merge", "x.json", "Police log.csv", "-o", "y.json", "--title", "Part 2", *KEEP)
    assert (status, err) == (0, "")
    assert "Police log.csv, Police (POL): 2 rows = 1 entry + 1 heading." in out
    before, after = (json.loads((folder / f"{name}.json").read_text("utf-8")) for name in "xy")
    kept = {entry["id"]: entry for entry in after["entries"]}
    assert len(kept) == len(before["entries"]) + 1
    assert all({**kept[one["id"]], "ref": ""} == {**one, "ref": ""} for one in before["entries"])
    assert (after["review"]["title"], after["notes"]) == ("Part 2", before["notes"])


def changed(folder: Path, **parts: Any) -> None:
    whole = json.loads((folder / "x.json").read_text("utf-8"))
    (folder / "bad.json").write_text(json.dumps({**whole, **parts}), "utf-8")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"format_version": 3}, "later version"),
        ({"format": "other"}, "not a review exported by the app"),
        ({"agencies": []}, "not a review exported by the app"),
        ({"themes": []}, "not a review exported by the app"),
    ],
)
def test_what_cannot_be_taken_in_is_one_sentence_and_writes_nothing(
    run: Run, folder: Path, parts: dict[str, Any], said: str
) -> None:
    changed(folder, **parts)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for files in (["bad.json"], ["bad.json", "Police log.csv"]):
        status, out, err = run("merge", *files, "-o", "y.json", *KEEP)
        assert (status, out, len(err.splitlines())) == (2, "", 1)
        assert said in err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_export_begins_only_a_new_review(run: Run, folder: Path) -> None:
    run("merge", "Police log.csv", "-o", "y.json", *KEEP)
    before = (folder / "q.chronology").read_bytes()
    status, _, err = run("merge", "x.json", "-o", "z.json", *KEEP)
    assert (status, len(err.splitlines())) == (2, 1)
    assert "Give --review a name that is not there yet." in err
    assert (folder / "q.chronology").read_bytes() == before
    assert not (folder / "z.json").exists()
    status, _, err = run("merge", "x.json", "y.json", "-o", "z.json")
    assert (status, len(err.splitlines())) == (2, 1)
