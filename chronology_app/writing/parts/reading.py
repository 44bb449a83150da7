"""How to read the document: its order, dates, references, colours, and the key to the marks."""

from collections.abc import Iterator

from chronology_app.core.mark import LETTERS, Kind
from chronology_app.core.saying import say
from chronology_app.core.when import Precision, When, span_of
from chronology_app.writing.linked import linked
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.marked import STYLE_OF, letter
from chronology_app.writing.parts.grid import cells, grid, heading, leading
from chronology_app.writing.wordml import paragraph, plain, run

_SHARES = (10, 15, 35, 90)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give the explanations and the key."""
    month = span_of(manuscript.look.written.replace(day=1), Precision.MONTH)
    values = {
        "dates": say(When("", *month, Precision.MONTH)),
        "references": next((manuscript.references[entry.id] for entry in manuscript.entries), "HV-014"),
    }
    yield heading(manuscript, "reading", new_page=True)
    for key in ("order", *_of_dates_and_names(manuscript), "references", "agencies", "sources"):
        yield paragraph(_explained(manuscript, key, values.get(key, "")), "DocumentText")
    yield leading(_explained(manuscript, "marks", ""))
    titles = ("key_letter", "key_name", "key_sample", "key_meaning")
    rows = (_mark(manuscript, kind) for kind in (*Kind, None))
    yield from grid(manuscript, "reading", titles, _SHARES, rows, named="key_")


def _of_dates_and_names(manuscript: Manuscript) -> Iterator[str]:
    """Give what is to be said of dates, ages and names: only what the document has."""
    review, look = manuscript.chronology.review, manuscript.look
    if look.publication:
        yield "published_dates"
        return
    yield "dates"
    if review.born or review.due:
        yield "ages"
    if look.anonymise:
        yield "names"


def _explained(manuscript: Manuscript, key: str, example: str) -> str:
    """Return the runs of an explanation behind the word it is about."""
    about, words = manuscript.say("reading", f"{key}_about"), manuscript.say("reading", key, example=example)
    return run(f"{about}. ", "FactLabel") + linked(manuscript, words)


def _mark(manuscript: Manuscript, kind: Kind | None) -> str:
    """Return the row of the key for a mark, or for no mark."""
    name = kind or "unmarked"
    shown = LETTERS[kind] if kind else manuscript.say("chronology", "unmarked")
    sample = run(manuscript.say("reading", f"{name}_sample"), STYLE_OF.get(kind, "") if kind else "")
    begun = run(letter(kind), "MarkLetter") if kind in STYLE_OF and kind else ""
    words, meaning = manuscript.say("reading", name), manuscript.say("reading", f"{name}_meaning")
    shows = plain(shown, "EntryAgency"), words, paragraph(begun + sample, "EntryText"), meaning
    return cells(manuscript, _SHARES, shows)
