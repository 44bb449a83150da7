"""What the panel wrote into a combined chronology in Word, listed for a person who takes it or leaves it.

Nothing here changes an agency's words: a comment becomes a note, other words become a proposal beside them. Only what
reviewers decide themselves (a date, a mark, their own notes) is set, and all that is taken is one step.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count, mark, set_date
from chronology_app.core.entry import Entry
from chronology_app.core.fields import Field
from chronology_app.core.identity import new_id
from chronology_app.core.mark import LETTERS, Kind
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.when import When
from chronology_app.understanding.dates import read_when

NOTES, MARK = "notes", "mark"
"""The `Proposal.field` of the reviewers' own columns; that of the date is `Field.DATE`."""

LEAVE_OUT = "[leave these words out]"
"""The words of a proposal to put nothing in the place of some words."""

_KINDS = {LETTERS[kind]: kind for kind in (Kind.FACT, Kind.OPINION, Kind.REPORTED)}


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment made in Word; `id` is unique in the document ("comment-3").

    `entry_id` is "" where it stands beside no entry of the review, `place` says where in words ("HV-014, Event").
    `written` is ISO 8601: with "Z" where the document tells it in UTC, without a zone where it is only known by the
    clock of whoever wrote it, "" where it is not known at all. `field` is the `core.fields.Field` the commented words
    are in ("": the whole entry, or not known), `about` are those words ("": all of the cell or row). `resolved` is
    Word's "done", `answers` the id of the comment it replies to. `taken`: it is a note of the review already.
    """

    id: str
    entry_id: str
    place: str
    author: str
    written: str
    text: str
    field: str
    about: str
    resolved: bool
    answers: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that were changed in Word, `before` and `after`, either "" where there are none.

    `field` is the `core.fields.Field` of an agency's words, "date", "mark" or "notes" for those columns. `author` made
    the tracked change, "" where it was not tracked. `entry_id` is "" for words beside no entry, which are only shown.
    `taken`: the review says so already.
    """

    id: str
    entry_id: str
    place: str
    field: str
    before: str
    after: str
    author: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Returned:
    """A combined chronology of this review that came back from Word.

    `recognised` is how many entries were, `added` the words of rows that somebody typed in, `gone` the ids of entries
    whose rows were deleted. `since` are ids of entries whose date, mark or notes differ in the way the app itself
    writes them: the review has changed since the document was written, and nothing is proposed.
    """

    name: str
    comments: tuple[Comment, ...]
    proposals: tuple[Proposal, ...]
    recognised: int
    added: tuple[str, ...]
    gone: tuple[str, ...]
    since: tuple[str, ...] = ()


def take(returned: Returned, ids: Collection[str], chronology: Chronology) -> Change:
    """Return the one step that takes the comments and proposals of these ids.

    A comment becomes a note with its author, a proposal for an agency's words a proposal beside them. A date that can
    be read is set, a mark F, O or R is made, a reviewers' note is changed or added; what cannot be read as one stays a
    proposal in words. What is taken already, and what stands beside no entry, is left where it is.
    """
    wanted, by_id = set(ids), {comment.id: comment for comment in returned.comments}
    comments = [one for one in returned.comments if _can_be_taken(one, wanted, chronology)]
    proposals = [one for one in returned.proposals if _can_be_taken(one, wanted, chronology)]
    notes = tuple(_note(comment, by_id) for comment in comments)
    steps = {_slot(one): _TAKEN.get(one.field, _proposed)(one, chronology) for one in proposals}
    put = tuple(record for step in steps.values() for record in step.put)
    drop = tuple(key for step in steps.values() for key in step.drop)
    numbers = ((len(comments), "comment"), (len(proposals), "proposal"))
    said = " and ".join(count(number, what) for number, what in numbers if number)
    return Change(f"Take {said or 'nothing'} from Word", notes + put, drop)


def note_text(comment: Comment, by_id: Mapping[str, Comment]) -> str:
    """Return the words of the note a comment becomes: a reply says whom it answers."""
    answered = by_id.get(comment.answers)
    return f"To {answered.author or 'the comment before'}: {comment.text}" if answered else comment.text


def date_of(proposal: Proposal, chronology: Chronology) -> When | None:
    """Return the date a proposal for the date can only be read as, None where a person must look."""
    entry = chronology.entries[proposal.entry_id]
    when = read_when(proposal.after, day_first=_is_day_first(entry, chronology))
    return when if when.known and not when.reason else None


def _is_day_first(entry: Entry, chronology: Chronology) -> bool:
    source = chronology.sources.get(entry.source_id)
    table = source.table(entry.table) if source else None
    return table is None or table.day_first is not False


def _can_be_taken(one: Comment | Proposal, wanted: Collection[str], chronology: Chronology) -> bool:
    return one.id in wanted and not one.taken and one.entry_id in chronology.entries


def _note(comment: Comment, by_id: Mapping[str, Comment]) -> Note:
    text = note_text(comment, by_id)
    return Note(
        new_id(), comment.entry_id, NoteKind.NOTE, text, comment.author, comment.written, comment.field, comment.about
    )


def _slot(proposal: Proposal) -> tuple[str, ...]:
    """Return what of the review a proposal sets: of two for one date or mark the later in the document counts."""
    is_one = proposal.field in (Field.DATE, MARK)
    return (proposal.entry_id, proposal.field) if is_one else (proposal.id,)


def _proposed(proposal: Proposal, _chronology: Chronology) -> Change:
    text = proposal.after or LEAVE_OUT
    made = Note(new_id(), proposal.entry_id, NoteKind.PROPOSAL, text, proposal.author)
    return Change("", (replace(made, field=proposal.field, about=proposal.before),))


def _dated(proposal: Proposal, chronology: Chronology) -> Change:
    when = date_of(proposal, chronology)
    return set_date(chronology, proposal.entry_id, when) if when else _proposed(proposal, chronology)


def _marked(proposal: Proposal, chronology: Chronology) -> Change:
    kind = _KINDS.get(proposal.after)
    if kind:
        return mark(chronology, [proposal.entry_id], kind)
    text = f"Mark: {proposal.after or 'none'}"
    return Change("", (Note(new_id(), proposal.entry_id, NoteKind.PROPOSAL, text, proposal.author),))


def _noted(proposal: Proposal, chronology: Chronology) -> Change:
    """Change the note whose words were changed, add one where there was none; a note taken out is removed."""
    old = next(_notes_saying(proposal, chronology), None)
    if not proposal.after:
        return Change("", (), ((Note, old.id),) if old else ())
    if old:
        return Change("", (replace(old, text=proposal.after),))
    return Change("", (Note(new_id(), proposal.entry_id, NoteKind.NOTE, proposal.after, proposal.author),))


def _notes_saying(proposal: Proposal, chronology: Chronology) -> Iterator[Note]:
    return (note for note in chronology.notes_of(proposal.entry_id) if proposal.before == note.text)


_TAKEN: Mapping[str, Callable[[Proposal, Chronology], Change]] = {Field.DATE: _dated, MARK: _marked, NOTES: _noted}
