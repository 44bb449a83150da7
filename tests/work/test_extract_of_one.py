"""What one agency is sent holds nothing of another's: every record of the other has words that are looked for."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from chronology_app.core.agency import Agency
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry, Origin
from chronology_app.core.filter import Filter
from chronology_app.core.link import Link, LinkKind
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.core.source import OtherRow, Outcome, SourceTable
from chronology_app.core.stay import Stay
from chronology_app.core.when import When
from chronology_app.work.documents import KINDS, write_document
from chronology_app.work.finished import lines_of
from chronology_app.work.previewing import preview
from chronology_app.work.query_sheets import write_query_sheets
from chronology_app.writing.look import Look
from tests.make import HEALTH, a_chronology, a_source, an_entry, on

_numbers = count(1)


def planted(words: str = "") -> str:
    """Return a word that stands nowhere else."""
    return f"Zq{words}{next(_numbers):03d}x"


OTHER = Agency("agency-other", planted("code"), planted("name"), 1)
TEXTS = [f.name for f in fields(Entry) if f.type == "str" or f.type is str]
_KEPT = {"id", "agency_id", "source_id", "table", "set_aside"}


def other_entry(number: int, **given: object) -> Entry:
    """An entry of the other agency with planted words in every field."""
    texts = {name: planted(name) for name in TEXTS if name not in _KEPT}
    entry = an_entry(number, "", on(planted("date"), date(2021, 7, number)), OTHER)
    earlier = Origin("source-before", planted("table"), 1, 1, (planted("before"),))
    return replace(entry, original=(planted("row"),), table="Zqtable", earlier=(earlier,), **{**texts, **given})


def other_records() -> Iterator[object]:
    yield OTHER
    others = tuple(
        OtherRow(planted("sheet"), n, n, outcome, planted("other"), planted("why"))
        for n, outcome in enumerate(Outcome, 20)
    )
    table = SourceTable("Zqtable", 1, (planted("heading"),), ("event",), 2, 2)
    yield replace(a_source(OTHER, 2), name=planted("file"), sha256=planted("hash"), tables=(table,), others=others)
    yield from (other_entry(5), other_entry(6, set_aside=planted("aside"), needs=planted("needs")), other_entry(7))
    yield Mark(planted("mark"), "entry-5", Kind.OPINION, "event", 0, 3, planted("cue"), planted("marked"))
    for kind in NoteKind:
        yield Note(
            planted("note"),
            "entry-5",
            kind,
            planted("said"),
            planted("author"),
            "",
            "event",
            planted("about"),
            planted("answer"),
        )
    yield Link(planted("link"), LinkKind.CONFLICT, ("entry-5", "entry-7"), planted("tied"))
    yield Link(planted("link"), LinkKind.SAME_EVENT, ("entry-1", "entry-5"), planted("tied"))
    yield Person("person-other", planted("designation"), planted("role"), (planted("Testerly"),))
    yield Stay(planted("stay"), planted("place"), planted("carers"), planted("area"), When(), When(), "entry-5")
    yield RememberedLayout(
        planted("layout"),
        OTHER.code,
        (planted("heading"),),
        ("event",),
        None,
        (Constant("source", planted("constant")),),
    )
    yield NamedLook(
        planted("look"), planted("called"), ("title",), ("ref",), Choice.FILTER, Filter(text=planted("asked")), OTHER.id
    )
    yield NotAName(planted("none"), planted("words"), planted("whose"), planted("around"))


OWN = (
    Note("own-note", "entry-1", NoteKind.QUESTION, "Who was there?"),
    Person("mother", "Mother", "Mother of Baby K", ("Isla Wren",)),
    RememberedLayout("own-layout", "HV", ("Ownheading",), ("event",)),
    Stay("own-stay", "Ownplace", entry_id="entry-1"),
)


def the_review() -> Chronology:
    own = a_chronology(an_entry(1, "Isla Wren seen. DNA recorded."), an_entry(2, "Rang."))
    return own.after(Change("", (*OWN, *other_records())))  # type: ignore[arg-type]


REVIEW = the_review()
ENDINGS = sorted(ending for ending, kind in KINDS.items() if not kind.laid_out)
LOOKS = {
    "names": Look(agency_id=HEALTH.id, notes=True),
    "designations": Look(agency_id=HEALTH.id, notes=True, anonymise=True),
    "publication": Look(agency_id=HEALTH.id, publication=True),
}


NO_SUCH_COPY = ("publication", ".json")


def all_text(path: Path) -> str:
    return "\n".join(text for texts in lines_of(path).values() for text in texts)


@pytest.mark.parametrize(
    ("look", "ending"), [(look, ending) for look in LOOKS for ending in ENDINGS if (look, ending) != NO_SUCH_COPY]
)
def test_every_part_of_an_extract_is_the_agencys_own(tmp_path: Path, look: str, ending: str) -> None:
    write_document(REVIEW, tmp_path / f"x{ending}", LOOKS[look])
    text = all_text(tmp_path / f"x{ending}")
    assert "zq" not in text.casefold()
    assert "Rang." in text
    assert "HV-001" in text


def test_the_whole_document_does_hold_them(tmp_path: Path) -> None:
    write_document(REVIEW, tmp_path / "x.json", Look())
    assert all_text(tmp_path / "x.json").count("Zq") > 60


def test_what_is_its_own_stays_in_an_extract(tmp_path: Path) -> None:
    write_document(REVIEW, tmp_path / "x.json", LOOKS["names"])
    text = all_text(tmp_path / "x.json")
    assert all(words in text for words in ("Who was there?", "Mother of Baby K", "Ownheading", "Ownplace"))


@pytest.mark.parametrize("look", LOOKS)
def test_the_preview_of_an_extract_is_the_agencys_own(look: str) -> None:
    assert "zq" not in repr(preview(REVIEW, LOOKS[look])).casefold()


def test_the_questions_to_an_agency_hold_nothing_of_another(tmp_path: Path) -> None:
    for path in write_query_sheets(REVIEW, tmp_path):
        words = "zq" if "HV" in path.name else "who was there?"
        assert words not in all_text(path).casefold()
