"""What a person can do: each edit looks at the chronology and returns a Change; nothing else happens."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from chronology_app.core.agency import Agency
from chronology_app.core.change import Change, Key, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.cutting import cut
from chronology_app.core.entry import Entry
from chronology_app.core.identity import new_id
from chronology_app.core.link import Link, LinkKind
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.named_look import NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.core.when import Precision, When

_ADDED = {
    NoteKind.NOTE: "Add a note",
    NoteKind.THEME: "Add a theme",
    NoteKind.QUESTION: "Ask the agency",
    NoteKind.PROPOSAL: "Propose other words",
}


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 entry" or "3 entries"; the plural is `one` + "s" unless given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _entries(chronology: Chronology, ids: Iterable[str]) -> list[Entry]:
    return [chronology.entries[entry_id] for entry_id in dict.fromkeys(ids) if entry_id in chronology.entries]


def _how_many(entries: Sequence[Entry]) -> str:
    return count(len(entries), "entry", "entries")


def mark(chronology: Chronology, ids: Iterable[str], kind: Kind) -> Change:
    """Mark whole entries; a mark an entry already had is replaced, marks on its passages stay."""
    entries = _entries(chronology, ids)
    put: list[Record] = []
    drop: list[Key] = []
    for entry in entries:
        old = [m for m in chronology.marks_of(entry.id) if not m.is_passage]
        put.append(Mark(old[0].id if old else new_id(), entry.id, kind))
        drop.extend((Mark, m.id) for m in old[1:])
    return Change(f"Mark {_how_many(entries)} as {kind}", tuple(put), tuple(drop))


def mark_passage(
    chronology: Chronology, entry_id: str, field: str, start: int, end: int, kind: Kind, cue: str = ""
) -> Change:
    """Mark characters `start` to `end` of a field; passages it overlaps are cut back to what is left of them."""
    entry = chronology.entries.get(entry_id)
    start, end = max(0, start), min(end, len(entry.text(field)) if entry else 0)
    if start >= end:
        return Change(f"Mark a passage as {kind}")
    change = clear_passage(chronology, entry_id, field, start, end)
    made = Mark(new_id(), entry_id, kind, field, start, end, cue)
    return replace(change, label=f"Mark a passage as {kind}", put=(*change.put, made))


def clear_passage(chronology: Chronology, entry_id: str, field: str, start: int, end: int) -> Change:
    """Clear the marks on characters `start` to `end` of a field; what lies outside keeps its mark."""
    put: list[Record] = []
    drop: list[Key] = []
    for old in chronology.marks_of(entry_id):
        if old.field != field or not old.is_passage or not max(old.start, start) < min(old.end, end):
            continue
        left = [(a, b) for a, b in ((old.start, start), (end, old.end)) if a < b]
        drop.extend([] if left else [(Mark, old.id)])
        for number, (a, b) in enumerate(left):
            put.append(replace(old, id=new_id() if number else old.id, start=a, end=b))
    return Change("Clear a passage's mark", tuple(put), tuple(drop))


def clear_lost_mark(chronology: Chronology, mark_id: str) -> Change:
    """Clear a mark whose words a later version of the file changed; other marks stay where they are."""
    mark = chronology.all(Mark).get(mark_id)
    return Change("Clear a passage's mark", (), ((Mark, mark_id),) if mark and mark.words else ())


def clear_marks(chronology: Chronology, ids: Iterable[str]) -> Change:
    """Clear every mark on entries, passages included."""
    entries = _entries(chronology, ids)
    drop = tuple((Mark, m.id) for entry in entries for m in chronology.marks_of(entry.id))
    return Change(f"Clear the marks of {_how_many(entries)}", (), drop)


def set_date(chronology: Chronology, entry_id: str, when: When) -> Change:
    """Set what a person decided the date to be; the agency's text of it stays."""
    entry = chronology.entries[entry_id]
    decided = replace(when, text=entry.when.text, reason="", offers=())
    put = replace(entry, when=decided, date_decided=True, needs="" if decided.known else entry.needs)
    return Change("Set a date", (put,))


def settle(chronology: Chronology, ids: Iterable[str]) -> Change:
    """Say that entries need nobody any more, as they stand."""
    entries = [entry for entry in _entries(chronology, ids) if entry.needs]
    return Change(f"Settle {_how_many(entries)}", tuple(replace(e, needs="") for e in entries))


def flag(chronology: Chronology, ids: Iterable[str], on: bool) -> Change:
    """Flag entries, or take their flag away."""
    entries = [entry for entry in _entries(chronology, ids) if entry.flagged != on]
    return Change(f"{'Flag' if on else 'Unflag'} {_how_many(entries)}", tuple(replace(e, flagged=on) for e in entries))


def set_aside(chronology: Chronology, ids: Iterable[str], why: str) -> Change:
    """Put entries aside with the reason; they are kept and listed, but not in the chronology."""
    entries = [entry for entry in _entries(chronology, ids) if not entry.set_aside]
    return Change(f"Set aside {_how_many(entries)}", tuple(replace(e, set_aside=why) for e in entries))


def bring_back(chronology: Chronology, ids: Iterable[str]) -> Change:
    """Bring entries back that were set aside."""
    entries = [entry for entry in _entries(chronology, ids) if entry.set_aside]
    return Change(f"Bring back {_how_many(entries)}", tuple(replace(e, set_aside="") for e in entries))


def move(chronology: Chronology, entry_id: str, by: int) -> Change:
    """Move an entry `by` places within the entries that share its date (and time); nothing where there is no room."""
    entry = chronology.entries[entry_id]
    peers = [e for e in chronology.in_order() if same_slot(e, entry)]
    at = next((i for i, e in enumerate(peers) if e.id == entry_id), None)
    if at is None or not 0 <= at + by < len(peers):
        return Change("Move an entry")
    peers.insert(at + by, peers.pop(at))
    put = tuple(replace(e, sequence=i) for i, e in enumerate(peers, 1) if e.sequence != i)
    return Change("Move an entry", put)


def move_to(chronology: Chronology, entry_id: str, other_id: str) -> Change:
    """Move an entry to the place of another one that shares its date (and time); nothing where it does not."""
    entry = chronology.entries[entry_id]
    peers = [e.id for e in chronology.in_order() if same_slot(e, entry)]
    if entry_id not in peers or other_id not in peers:
        return Change("Move an entry")
    return move(chronology, entry_id, peers.index(other_id) - peers.index(entry_id))


def split(chronology: Chronology, entry_id: str, cuts: Sequence[int] = ()) -> Change:
    """Make several entries of one row, each with the row as it was sent: one a day, or one for each event in its words.

    `cuts` are the characters of the event at which another one begins (see `core.cutting`); without them an entry is
    made of each day the row gives. Rows are counted by their source, so that nothing is counted twice. Notes stay with
    the first entry; marks stay with it too, or go with their words where those are cut.
    """
    entry = chronology.entries[entry_id]
    if cuts:
        return cut(chronology, entry, cuts)
    days = entry.when.dates
    alone = {offer.earliest: offer for offer in entry.when.offers if offer.earliest == offer.latest}
    put = []
    for number, day in enumerate(days if len(days) > 1 else (), 1):
        read = alone.get(day) or replace(entry.when, precision=Precision.DAY, time=None, end_time=None)
        when = replace(read, text=entry.when.text, earliest=day, latest=day, dates=(), reason="", offers=())
        said = f"date {number} of {len(days)} of the same row"
        comment = "; ".join(filter(None, (entry.comment, said)))
        needs = "" if entry.needs == entry.when.reason else entry.needs
        made = replace(entry, when=when, date_decided=True, needs=needs, comment=comment)
        put.append(made if number == 1 else replace(made, id=new_id(), flagged=False))
    return Change(f"Make {len(put)} entries of one row", tuple(put))


def same_slot(one: Entry, other: Entry) -> bool:
    """Return whether two entries share their date (and time), so that a person may say which came first."""
    a, b = one.when, other.when
    return a.known and (a.earliest, a.latest, a.time, a.end_time) == (b.earliest, b.latest, b.time, b.end_time)


def link(chronology: Chronology, ids: Iterable[str], kind: LinkKind, comment: str = "") -> Change:
    """Tie entries together; a decision that was already made about exactly these entries is replaced."""
    entries = _entries(chronology, ids)
    tied = tuple(sorted(entry.id for entry in entries))
    titles = {
        LinkKind.SAME_EVENT: "Say that {} tell of the same event",
        LinkKind.CONFLICT: "Say that {} conflict",
        LinkKind.DIFFERENT: "Say that {} are different events",
        LinkKind.LATER: "Leave {} to decide later",
    }
    label = titles[kind].format(_how_many(entries))
    if len(tied) < 2:
        return Change(label)
    same = next((old.id for old in chronology.links.values() if old.entry_ids == tied), None)
    return Change(label, (Link(same or new_id(), kind, tied, comment),))


def unlink(chronology: Chronology, link_id: str) -> Change:
    """Take a decision about entries back."""
    return Change("Untie entries", (), ((Link, link_id),) if link_id in chronology.links else ())


def add_note(chronology: Chronology, entry_id: str, kind: NoteKind, text: str) -> Change:
    """Write a note, a theme or a question to the agency beside an entry."""
    label = _ADDED[kind]
    kept = text.strip()
    if not kept or entry_id not in chronology.entries:
        return Change(label)
    return Change(label, (Note(new_id(), entry_id, kind, kept),))


def change_note(chronology: Chronology, note_id: str, text: str) -> Change:
    """Change the words of a note; without words it is removed."""
    old = chronology.all(Note).get(note_id)
    if old is None or old.text == text.strip():
        return Change("Change a note")
    if not text.strip():
        return Change("Remove a note", (), ((Note, note_id),))
    return Change("Change a note", (replace(old, text=text.strip()),))


def set_review(chronology: Chronology, review: Review) -> Change:
    """Set the facts of the review."""
    return Change("Change the review's details", (review,) if review != chronology.review else ())


def set_agency(chronology: Chronology, agency: Agency) -> Change:
    """Set an agency's code, name or colour."""
    old = chronology.agencies.get(agency.id)
    return Change("Change an agency", (agency,) if agency != old else ())


def set_person(chronology: Chronology, person: Person) -> Change:
    """Add a person or change what is known of one."""
    old = chronology.people.get(person.id)
    return Change("Change a person" if old else "Add a person", (person,) if person != old else ())


def remove_person(chronology: Chronology, person_id: str) -> Change:
    """Take a person off the list."""
    return Change("Remove a person", (), ((Person, person_id),) if person_id in chronology.people else ())


def keep_look(chronology: Chronology, look: NamedLook) -> Change:
    """Keep what a document shows under its name; one of that name, in any case, is replaced."""
    name = look.name.strip()
    same = (old for old in chronology.looks.values() if old.name.casefold() == name.casefold())
    old = next(same, chronology.looks.get(look.id))
    kept = replace(look, id=old.id if old else look.id or new_id(), name=name)
    return Change("Change a look" if old else "Keep a look", (kept,) if name and kept != old else ())


def remove_look(chronology: Chronology, look_id: str) -> Change:
    """Remove a look that was kept."""
    return Change("Remove a look", (), ((NamedLook, look_id),) if look_id in chronology.looks else ())


def name_nobody(chronology: Chronology, found: Iterable[NotAName]) -> Change:
    """Say of words that look like a name that they name nobody; what was said before is not said twice."""
    said = {(one.words, one.designation, one.around) for one in chronology.not_names.values()}
    new = {(one.words, one.designation, one.around): one for one in found}
    put = tuple(replace(one, id=one.id or new_id()) for key, one in new.items() if key not in said)
    return Change(f"Say that {count(len(put), 'name is', 'names are')} none", put)


def may_be_names(chronology: Chronology, ids: Iterable[str]) -> Change:
    """Take back that words name nobody."""
    drop = tuple((NotAName, one) for one in dict.fromkeys(ids) if one in chronology.not_names)
    return Change(f"Say that {count(len(drop), 'name')} may be one after all", (), drop)


def answer(chronology: Chronology, note_id: str, text: str) -> Change:
    """Write what an agency answered to a question; without words the question is open again."""
    old = chronology.all(Note).get(note_id)
    if old is None or old.kind is not NoteKind.QUESTION or old.answer == text.strip():
        return Change("Note the answer")
    label = "Note the answer" if text.strip() else "Take the answer back"
    return Change(label, (replace(old, answer=text.strip()),))
