"""What came back from Word as the rows of a list: comments first, then changed words, each under its entry in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.fields import Field
from chronology_app.core.mark import Mark
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.saying import day_of, say
from chronology_app.gui.entry.note_words import field_title, quote
from chronology_app.gui.word_changes import differences_in_words
from chronology_app.reviewing.versions import differences
from chronology_app.work.returned import MARK, NOTES, Comment, Proposal, Returned, note_text, take
from chronology_app.writing.references import references

Say = Callable[[str], str]
"""Shows words as they may be shown: as they are, or with designations in the place of names."""

TAKEN = "Taken already."
_COMMENT = "Becomes a note beside the entry, with its author."
_NOWHERE = "It stands beside no entry, so it cannot be taken. Ctrl+C copies it."
_COLUMNS: Mapping[str, str] = {Field.DATE: "Date", MARK: "Mark", NOTES: "Reviewers' notes"}
_ADDED = (
    "A row that somebody added in Word is no entry of an agency, so nothing of it is taken. Ctrl+C copies it: ask the "
    "agency for it, or write it as a note beside an entry."
)
_GONE = "Its row was deleted in Word. The entry stays. To leave it out, go to it (Enter) and set it aside (Delete)."


class Kind(StrEnum):
    """What a row of the list is."""

    SECTION = "section"
    ENTRY = "entry"
    COMMENT = "comment"
    PROPOSAL = "proposal"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `id` is what can be taken, "" where nothing can; `entry_id` the entry to go to, "" for none.

    `head` is a heading, who wrote a comment and when, or the column of changed words; `about` the words a comment is
    about, or who changed them. `text` is what it says, of changed words those after, and `before` those that stood
    there. `does` says what taking it would do, or what a person can do; `under` is the heading it stands under;
    `passage` is (field, words): what a comment is about.
    """

    kind: Kind
    head: str
    about: str = ""
    before: str = ""
    text: str = ""
    does: str = ""
    id: str = ""
    entry_id: str = ""
    taken: bool = False
    under: str = ""
    passage: tuple[str, str] = ("", "")

    @property
    def can_be_taken(self) -> bool:
        """Whether it can be ticked."""
        return self.id != "" and not self.taken


def rows_of(returned: Returned, chronology: Chronology, shown: Chronology, words: Say = str) -> tuple[Row, ...]:
    """Return everything that came back as rows, by entry, those of one entry in the order of the document.

    `shown` is the chronology as it may be shown, and `words` shows any other text so.
    """
    titles = _titles(returned, chronology, shown)
    by_id = {one.id: one for one in returned.comments}
    comments = [_comment(one, by_id) for one in returned.comments]
    proposals = [_proposal(one, chronology) for one in returned.proposals]
    beside = [row for row in (*comments, *proposals) if row.entry_id not in titles]
    added = [Row(Kind.TOLD, "Added in Word", text=text, does=_ADDED) for text in returned.added]
    gone = [Row(Kind.TOLD, titles[one], does=_GONE, entry_id=one) for one in titles if one in set(returned.gone)]
    parts = (
        ("Comments", _grouped(comments, titles)),
        ("Proposals: changed words", _grouped(proposals, titles)),
        ("Beside no entry", [replace(row, id="", entry_id="", does=_NOWHERE) for row in beside]),
        ("Rows added in Word", added),
        ("Rows deleted in Word", gone),
    )
    return tuple(_shown(row, words) for title, rows in parts for row in _part(title, rows))


def sentence_of(row: Row, ticked: bool) -> str:
    """Return a row as one sentence, for people who hear the list and for the clipboard."""
    told = differences_in_words(differences(row.before, row.text)) if row.kind is Kind.PROPOSAL else row.text
    lead = ", ".join(filter(None, (row.head, row.about)))
    state = ("Ticked" if ticked else "Not ticked") if row.can_be_taken else ""
    parts = (part.strip() for part in (row.under, lead, told, row.does, state) if part.strip())
    return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts)


def numbers(comments: int, proposals: int) -> str:
    """Return "12 comments and 1 proposal"; "nothing" of neither."""
    said = ((comments, "comment"), (proposals, "proposal"))
    return " and ".join(count(number, what) for number, what in said if number) or "nothing"


def _titles(returned: Returned, chronology: Chronology, shown: Chronology) -> dict[str, str]:
    """Return what the entries that anything is said of are called, in order of time; those set aside come last."""
    said = {one.entry_id for one in returned.comments} | {one.entry_id for one in returned.proposals}
    wanted = said | set(returned.gone)
    named = references(chronology)
    entries = (entry for entry in (*shown.in_order(), *shown.aside()) if entry.id in wanted)
    return {entry.id: _title(entry, named, shown) for entry in entries}


def _title(entry: Entry, named: Mapping[str, str], shown: Chronology) -> str:
    when = say(entry.when) or "date not known"
    return " · ".join((named[entry.id], when, shown.agency_of(entry).name, *(["set aside"] if entry.set_aside else [])))


def _grouped(rows: Sequence[Row], titles: Mapping[str, str]) -> Iterator[Row]:
    for entry_id, title in titles.items():
        mine = [replace(row, under=title) for row in rows if row.entry_id == entry_id]
        if mine:
            yield Row(Kind.ENTRY, title, entry_id=entry_id)
            yield from mine


def _part(title: str, rows: Iterable[Row]) -> Iterator[Row]:
    listed = list(rows)
    if listed:
        yield Row(Kind.SECTION, f"{title} ({sum(row.kind is not Kind.ENTRY for row in listed):,})")
        yield from listed


def _comment(one: Comment, by_id: Mapping[str, Comment]) -> Row:
    done = "marked as resolved in Word" if one.resolved else ""
    where = f"in {field_title(one.field)}" if field_title(one.field) else ""
    about = (one.place if not one.entry_id else "", f"on {quote(one.about)}" if one.about else "", where)
    return Row(
        Kind.COMMENT,
        " · ".join(filter(None, (one.author or "Author not known", day_of(one.written), done))),
        " ".join(filter(None, about)),
        text=note_text(one, by_id),
        does=TAKEN if one.taken else _COMMENT,
        id=one.id,
        entry_id=one.entry_id,
        taken=one.taken,
        passage=(one.field, one.about),
    )


def _proposal(one: Proposal, chronology: Chronology) -> Row:
    return Row(
        Kind.PROPOSAL,
        _COLUMNS.get(one.field) or field_title(one.field) if one.entry_id else one.place,
        f"changed by {one.author}" if one.author else "changed without tracking, so its author is not known",
        one.before,
        one.after,
        TAKEN if one.taken else what_it_does(one, chronology),
        one.id,
        one.entry_id,
        one.taken,
    )


def what_it_does(one: Proposal, chronology: Chronology) -> str:
    """Return what taking a proposal would do, from the step that would do it."""
    alone = Returned("", (), (replace(one, taken=False),), 0, (), ())
    return _told(take(alone, [one.id], chronology), chronology)


def _told(change: Change, chronology: Chronology) -> str:
    if any(kind is Note for kind, _ in change.drop):
        return "Removes your note."
    for record in change.put:
        if isinstance(record, Entry):
            return f"Sets the date to {say(record.when)}; the agency's words of it stay."
        if isinstance(record, Mark):
            return f"Marks the entry as {record.kind}."
        if isinstance(record, Note) and record.kind is NoteKind.NOTE:
            return "Changes your note." if record.id in chronology.all(Note) else "Becomes a note beside the entry."
    return "Becomes a proposal beside the entry; the agency's words stay."


def _shown(row: Row, words: Say) -> Row:
    """Return a row as it may be shown. Headings are made of what is shown already."""
    if row.kind in (Kind.SECTION, Kind.ENTRY):
        return row
    field, about = row.passage
    return replace(
        row,
        head=words(row.head),
        about=words(row.about),
        before=words(row.before),
        text=words(row.text),
        passage=(field, words(about)),
    )
