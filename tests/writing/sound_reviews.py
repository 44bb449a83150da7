"""Reviews of every kind that hold together: any words in any text, every record there is, ids that lead somewhere."""

from dataclasses import fields
from datetime import date
from typing import Any

from hypothesis import strategies as st

from chronology_app.core.agency import Agency
from chronology_app.core.change import Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry, Origin
from chronology_app.core.fields import TEXT_FIELDS, Field
from chronology_app.core.filter import ALL_KINDS, Filter
from chronology_app.core.link import Link
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.named_look import NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note
from chronology_app.core.person import Person
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Source, SourceTable
from chronology_app.core.stay import Stay
from chronology_app.core.when import When

Built = st.SearchStrategy[Any]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NAME = st.text("kqx9é", min_size=1, max_size=4)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ANYTHING: dict[Any, Built] = {str: TEXT, int: st.integers(-(2**63), 2**63 - 1), date | None: st.none() | DAYS}
SPANS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda days: (min(days), max(days)) if all(days) else days  # type: ignore[type-var]
)
ROW = st.integers(1, 90)
KINDS = st.sampled_from([Kind.FACT, Kind.OPINION, Kind.REPORTED])
FIELDS = st.sampled_from(["", *Field])


def built(kind: type, /, **known: Built) -> Built:
    """Records of a kind with anything in every text, number and day of theirs."""
    anything = {field.name: ANYTHING[field.type] for field in fields(kind) if field.type in ANYTHING}
    return st.builds(kind, **{**anything, **known})


def many(one: Built) -> Built:
    return st.lists(one, max_size=2).map(tuple)


def spanning(kind: type, /, **known: Built) -> Built:
    """Records of a kind whose first day is not after their last."""
    return SPANS.flatmap(lambda span: built(kind, earliest=st.just(span[0]), latest=st.just(span[1]), **known))


def in_columns(kind: type, /, **known: Built) -> Built:
    """Records of a kind that has a field for each of its headings."""
    columns = st.integers(0, 3).flatmap(
        lambda n: st.tuples(*[st.lists(one, min_size=n, max_size=n).map(tuple) for one in (TEXT, FIELDS)])
    )
    return columns.flatmap(lambda pair: built(kind, headings=st.just(pair[0]), fields=st.just(pair[1]), **known))


PLAIN_WHENS = spanning(When, dates=many(DAYS), offers=st.just(()))
WHENS = PLAIN_WHENS | spanning(When, dates=many(DAYS), offers=many(PLAIN_WHENS))
CONSTANTS = many(built(Constant, field=st.sampled_from(TEXT_FIELDS)))
ASKED = st.builds(Filter, kinds=st.none() | st.frozensets(st.sampled_from(sorted(ALL_KINDS))), text=TEXT)
STANDING_ALONE = (
    built(Person, id=NAME, designation=NAME, names=many(TEXT)),
    built(NamedLook, id=NAME, name=NAME, parts=many(TEXT), columns=many(TEXT), asked=ASKED),
    built(NotAName, id=NAME),
    in_columns(RememberedLayout, id=NAME, constants=CONSTANTS),
)


@st.composite
def sound_reviews(draw: st.DrawFn) -> Chronology:
    """Give a chronology with any records, each id in them that of a record that is there."""
    agencies = draw(st.lists(built(Agency, id=NAME), min_size=1, max_size=2, unique_by=_id))
    sources = _sources(draw, st.sampled_from([agency.id for agency in agencies]))
    entries = _entries(draw, st.sampled_from(agencies), st.sampled_from([source.id for source in sources]))
    about = st.sampled_from(entries)
    marks = draw(st.lists(about.flatmap(_marks), max_size=4))
    of = about.map(_id)
    beside = draw(st.lists(st.one_of(_beside(of, [entry.id for entry in entries]), *STANDING_ALONE), max_size=6))
    facts = draw(built(Review, id=st.just("review"), born=st.none() | DAYS, due=st.none() | DAYS))
    records: list[Record] = [facts, *agencies, *sources, *entries, *marks, *beside]
    return Chronology.of(records)


def _sources(draw: st.DrawFn, agency: Built) -> list[Source]:
    tables = many(in_columns(SourceTable, heading_row=ROW, rows=ROW, entries=ROW))
    others = many(spanning(OtherRow, row=ROW, last_row=ROW.map(lambda row: row + 90)))
    made: list[Source] = []
    for number in range(draw(st.integers(1, 3))):
        replaces = st.sampled_from(["", *(source.id for source in made)])
        known = {"agency_id": agency, "tables": tables, "others": others, "replaces": replaces}
        made.append(draw(built(Source, id=st.just(f"source-{number}"), **known)))
    return made


def _entries(draw: st.DrawFn, agency: Built, source_id: Built) -> list[Entry]:
    place: dict[str, Built] = {"source_id": source_id, "row": ROW, "last_row": ROW.map(lambda row: row + 90)}
    earlier = many(built(Origin, original=many(TEXT), **place))
    known = {"agency_id": agency.map(_id), "when": WHENS, "original": many(TEXT), "earlier": earlier, **place}
    return draw(st.lists(built(Entry, id=NAME, **known), min_size=2, max_size=4, unique_by=_id))


@st.composite
def _marks(draw: st.DrawFn, entry: Entry) -> Mark:
    field = draw(st.sampled_from(["", *TEXT_FIELDS]))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(entry.text(field)) if field else 0)] * 2)))
    words = draw(NAME) if field and start == end else ""
    spot = {"field": st.just(field), "start": st.just(start), "end": st.just(end), "words": st.just(words)}
    return draw(built(Mark, id=NAME, entry_id=st.just(entry.id), kind=KINDS, **spot))  # type: ignore[no-any-return]


def _beside(of: Built, ids: list[str]) -> Built:
    tied = st.lists(st.sampled_from(ids), min_size=2, unique=True).map(lambda some: tuple(sorted(some)))
    return st.one_of(
        built(Note, id=NAME, entry_id=of, field=FIELDS),
        built(Stay, id=NAME, entry_id=of | st.just(""), started=WHENS, ended=WHENS),
        built(Link, id=NAME, entry_ids=tied),
    )


def _id(record: Any) -> str:
    return str(record.id)
