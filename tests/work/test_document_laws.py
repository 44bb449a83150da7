"""Laws of every document: of any review, whole and valid, each entry's words once in its row, and none of another's."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import NamesLeft
from chronology_app.core.fields import TEXT_FIELDS, Field
from chronology_app.core.person import Person
from chronology_app.reading.readers import sheets_of
from chronology_app.work.documents import write_document
from chronology_app.work.finished import lines_of
from chronology_app.work.previewing import preview
from chronology_app.writing.look import ALL_PARTS, Look
from chronology_app.writing.tidy import HEADINGS
from chronology_app.writing.wording import wording
from chronology_app.writing.wordml import legal
from tests.writing.docx_parts import Document, W, opened, words
from tests.writing.sound_reviews import sound_reviews
from tests.writing.wordml_rules import RULES

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
COLUMNS = {column.name: column for column in wording().columns}
FIELDS = tuple(field for field in TEXT_FIELDS if field is not Field.AGENCY)
FORMS = st.sampled_from([{}, {}, {"anonymise": True}, {"publication": True}])


@st.composite
def looks(draw: st.DrawFn) -> Look:
    """Any choice of parts and columns in any order, with or without reviewers' notes."""
    parts = draw(st.lists(st.sampled_from(ALL_PARTS), unique=True).map(tuple))
    columns = draw(st.just(()) | st.lists(st.sampled_from(sorted(COLUMNS)), unique=True, min_size=1).map(tuple))
    return Look(parts, columns, notes=draw(st.booleans()), written=date(2022, 9, 5))


def told_apart(review: Chronology) -> Chronology:
    """The same review, signs no document can hold and a word of its own behind every text of every entry."""
    entries = [
        replace(
            entry, **{field: f"{entry.text(field)} \x0b\r\n\tword{number}x{at}" for at, field in enumerate(TEXT_FIELDS)}
        )
        for number, entry in enumerate(review.entries.values())
    ]
    return review.after(Change("", tuple(entries)))


def written(review: Chronology, look: Look, ending: str, folder: str) -> Path:
    path = Path(folder) / f"x{ending}"
    write_document(review, path, look)
    return path


def shown(text: str) -> str:
    return re.sub("\r\n|\r", "\n", legal(text))


def row_words(row: etree._Element) -> str:
    """What a row says without the letters that begin marked passages."""
    for letter in row.xpath(".//w:r[w:rPr/w:rStyle/@w:val='MarkLetter']", namespaces={"w": W.strip("{}")}):
        letter.getparent().remove(letter)
    return "\n".join(words(cell) for cell in row.iter(f"{W}tc"))


@settings(max_examples=30, suppress_health_check=SLOW)
@given(sound_reviews(), looks(), FORMS)
def test_a_document_of_any_review_is_a_valid_one(review: Chronology, look: Look, form: dict[str, bool]) -> None:
    look = replace(look, **form)  # type: ignore[arg-type]
    with TemporaryDirectory() as folder, suppress(NamesLeft):
        path = written(told_apart(review), look, ".docx", folder)
        document = opened(path)
        assert [fault for rule in RULES for fault in rule(document)] == []
        assert len(docx.Document(str(path)).tables) == len(document.tables)


@settings(max_examples=30, suppress_health_check=SLOW)
@given(sound_reviews(), looks())
def test_every_words_of_an_entry_stand_once_in_its_row(review: Chronology, look: Look) -> None:
    review = told_apart(review)
    look = replace(look, parts=("chronology",))
    with TemporaryDirectory() as folder:
        document = opened(written(review, look, ".docx", folder))
    rows = [row_words(row) for table in document.tables for row in table.iter(f"{W}tr")]
    kept = [field for name in look.columns or COLUMNS for field in COLUMNS[name].fields]
    for number, entry in enumerate(review.entries.values()):
        own = [row for row in rows if re.search(rf"word{number}x\d", row)]
        assert len(own) == bool(kept and not entry.set_aside)
        for at, field in enumerate(TEXT_FIELDS):
            if own and field in kept:
                assert own[0].count(f"word{number}x{at}\n") + own[0].endswith(f"word{number}x{at}") == 1
                assert shown(entry.text(field)) in own[0]


@settings(max_examples=30, suppress_health_check=SLOW)
@given(sound_reviews(), st.sampled_from([".csv", ".xlsx"]))
def test_a_table_of_any_review_comes_back_row_by_row(review: Chronology, ending: str) -> None:
    review = told_apart(review)
    with TemporaryDirectory() as folder:
        (sheet,) = sheets_of(written(review, Look(), ending, folder).read_bytes())
    entries = review.in_order()
    assert sheet.height == len(entries) + 1
    for row, entry in enumerate(entries, 2):
        back = [sheet.text(row, HEADINGS.index(title) + 1) for title in TITLES]
        assert back == [shown(entry.when.text), *(shown(entry.text(field)) for field in FIELDS)]


FIRST = HEADINGS.index("Professional") - FIELDS.index(Field.PROFESSIONAL)
TITLES = ("Date as written", *HEADINGS[FIRST : FIRST + len(FIELDS)])


@settings(max_examples=30, suppress_health_check=SLOW)
@given(sound_reviews(), looks(), FORMS)
def test_a_preview_says_what_the_document_says(review: Chronology, look: Look, form: dict[str, bool]) -> None:
    look = replace(look, **form)  # type: ignore[arg-type]
    pages = preview(review, look)
    with TemporaryDirectory() as folder, suppress(NamesLeft):
        document = opened(written(review, look, ".docx", folder))
        assert letters_of(unescape(re.sub("<[^>]*>", "", pages.text))) == letters_of(said_in(document))


def said_in(document: Document) -> str:
    return "".join(node.text or "" for node in document.main.iter(f"{W}t"))


def letters_of(text: str) -> str:
    return re.sub(r"\s", "", text)


@settings(max_examples=30, suppress_health_check=SLOW)
@given(sound_reviews(), st.data(), st.sampled_from([".docx", ".xlsx", ".csv", ".json"]))
def test_a_document_with_designations_holds_no_name(review: Chronology, data: st.DataObject, ending: str) -> None:
    entries = data.draw(st.permutations(list(review.entries.values())))
    told = replace(entries[0], event=f"{entries[0].event} Quorinda came", action=f"QUORINDA’s {entries[0].action}")
    review = review.after(Change("", (told, Person("q", "Mother", "", ("Quorinda Vane", "Quorinda")))))
    with TemporaryDirectory() as folder, suppress(NamesLeft):
        path = written(review, Look(anonymise=True), ending, folder)
        assert "quorinda" not in everything_in(path)


def everything_in(path: Path) -> str:
    return "\n".join(text for texts in lines_of(path).values() for text in texts).casefold()


@settings(max_examples=30, suppress_health_check=SLOW)
@given(sound_reviews(), st.sampled_from([".docx", ".xlsx", ".csv", ".json"]), st.booleans())
def test_an_extract_holds_nothing_another_agency_wrote(review: Chronology, ending: str, anonymise: bool) -> None:
    review = told_apart(review)
    numbers = {entry.id: number for number, entry in enumerate(review.entries.values())}
    for agency_id in review.agencies:
        own = {numbers[entry.id] for entry in review.entries.values() if entry.agency_id == agency_id}
        with TemporaryDirectory() as folder, suppress(NamesLeft):
            path = written(review, Look(agency_id=agency_id, anonymise=anonymise), ending, folder)
            assert words_told(everything_in(path)) <= own


def words_told(text: str) -> set[int]:
    return set(map(int, re.findall(r"word(\d+)x\d", text)))
