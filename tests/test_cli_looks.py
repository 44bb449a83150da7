"""`chronology export --look`: what a person kept in the window is written the same way without it."""

from collections.abc import Callable, Iterable
from contextlib import closing
from csv import DictReader
from pathlib import Path

import pytest

from chronology_app import cli
from chronology_app.core.change import Change, Record
from chronology_app.core.edits import keep_look
from chronology_app.core.filter import Filter
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.person import Person
from chronology_app.store.store import Store
from chronology_app.work.looks import own_looks

PASSPHRASE = "four small grey geese"
REVIEW = "q.chronology"
WORDS = ("--passphrase-file", "word")
VISITS = "Date,Event,Action\n12/03/2022,Home visit. Isla said that Wren cried.,None\n25/03/2022,Weighed 4.2 kg.,None\n"
LOG = "Date of incident,What happened,Outcome\n13/03/2022,Officers attended.,None\n31/02/2022,Call back.,None\n"
PARTS = ("title", "chronology")
COLUMNS = ("date", "event")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder with a review of two agencies; return the exit status and what was printed."""
    (tmp_path / "Health visiting.csv").write_text(VISITS, "utf-8")
    (tmp_path / "Police log.csv").write_text(LOG, "utf-8")
    (tmp_path / "word").write_text(PASSPHRASE, "utf-8")
    monkeypatch.chdir(tmp_path)

    def runs(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments)
        out, err = capsys.readouterr()
        return status, out, err

    runs("merge", "Health visiting.csv", "Police log.csv", "-o", "all.csv", "--review", REVIEW, *WORDS)
    return runs


def keep(folder: Path, look: NamedLook | None = None, records: Iterable[Record] = ()) -> None:
    with closing(Store.open(folder / REVIEW, PASSPHRASE, "tester")) as store:
        store.apply(keep_look(store.chronology, look) if look else Change("", tuple(records)))


def agency(folder: Path, code: str) -> str:
    with closing(Store.open(folder / REVIEW, PASSPHRASE, "tester")) as store:
        return next(one.id for one in store.chronology.agencies.values() if one.code == code)


def events(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["Event"] for row in DictReader(file)]


def test_a_kept_look_chooses_the_entries_and_what_is_said_of_them(run: Run, tmp_path: Path) -> None:
    keep(tmp_path, NamedLook("", "Weights", PARTS, COLUMNS, Choice.FILTER, Filter(text="weighed")))
    status, out, err = run("export", REVIEW, "-o", "out.csv", "--look", "weights", *WORDS)
    assert (status, err) == (0, "")
    assert events(tmp_path / "out.csv") == ["Weighed 4.2 kg."]
    assert "1 entry of 1 agency, 25 March 2022 to 25 March 2022." in out
    assert "need a person" not in out


def test_one_agencys_look_holds_its_entries_and_those_that_need_a_person(run: Run, tmp_path: Path) -> None:
    keep(tmp_path, NamedLook("", "Police", PARTS, COLUMNS, Choice.AGENCY, agency_id=agency(tmp_path, "POL")))
    status, out, _ = run("export", REVIEW, "-o", "out.csv", "--look", "Police", *WORDS)
    assert status == 1
    assert sorted(events(tmp_path / "out.csv")) == ["Call back.", "Officers attended."]
    assert "2 entries of 1 agency" in out


def test_a_json_file_holds_every_entry_whatever_the_look(run: Run, tmp_path: Path) -> None:
    keep(tmp_path, NamedLook("", "Weights", PARTS, COLUMNS, Choice.FILTER, Filter(text="weighed")))
    status, out, _ = run("export", REVIEW, "-o", "out.json", "--look", "Weights", *WORDS)
    assert status == 1
    assert "4 entries of 2 agencies" in out


def test_a_look_with_designations_replaces_names_without_being_asked_again(run: Run, tmp_path: Path) -> None:
    keep(tmp_path, records=[Person("p", "Mother", names=("Isla",)), Person("q", "Baby Q", names=("Wren",))])
    assert run("export", REVIEW, "-o", "out.csv", "--look", "With designations", *WORDS)[0] == 1
    assert "Mother said that Baby Q cried" in (tmp_path / "out.csv").read_text("utf-8")


def test_without_a_look_everything_is_written_as_ever(run: Run, tmp_path: Path) -> None:
    keep(tmp_path, NamedLook("", "Weights", PARTS, COLUMNS, Choice.FILTER, Filter(text="weighed")))
    assert run("export", REVIEW, "-o", "out.csv", *WORDS)[0] == 1
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "all.csv").read_bytes()


def test_an_unknown_name_is_one_sentence_that_lists_the_names_there_are(run: Run, tmp_path: Path) -> None:
    keep(tmp_path, NamedLook("", "Weights", PARTS, COLUMNS))
    status, out, err = run("export", REVIEW, "-o", "out.csv", "--look", "Wieghts", *WORDS)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert all(f"“{name}”" in err for name in ("Weights", *(look.name for look in own_looks())))
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Rapid review", "No entry is flagged"),
        ("Gone", "no longer in the review"),
        ("With designations", "Nobody is on the list of people"),
        ("For publication", "Nobody is on the list of people"),
    ],
)
def test_a_look_that_gives_nothing_to_write_is_one_sentence(run: Run, tmp_path: Path, name: str, told: str) -> None:
    keep(tmp_path, NamedLook("", "Gone", PARTS, COLUMNS, Choice.AGENCY, agency_id="agency-gone"))
    status, out, err = run("export", REVIEW, "-o", "out.csv", "--look", name, *WORDS)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert told in err
    assert not (tmp_path / "out.csv").exists()
