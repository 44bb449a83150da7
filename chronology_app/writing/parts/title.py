"""The first page: whose life, which days, which version, what it holds of the review, and how it is to be handled."""

from collections.abc import Iterator
from itertools import dropwhile

from chronology_app.core.edits import count
from chronology_app.core.saying import say_day
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import fact
from chronology_app.writing.wordml import plain


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give the title, the facts of the review and the handling note."""
    yield plain(manuscript.title, "Title")
    yield plain(_subtitle(manuscript), "Subtitle")
    for label, words in _facts(manuscript):
        if words:
            yield fact(manuscript.say("title", label), words)
    made = _made(manuscript)
    yield plain(manuscript.say("title", "handling_title"), "HandlingTitle")
    yield plain(manuscript.say("title", f"handling{'_published' if made == '_published' else ''}"), "HandlingNote")
    yield plain(manuscript.say("title", f"draft{made}"), "HandlingNote")


def _made(manuscript: Manuscript) -> str:
    """Return what the keys of words end in that depend on what was done to the agencies' words."""
    if manuscript.look.publication:
        return "_published"
    return "_designated" if manuscript.look.anonymise else ""


def _subtitle(manuscript: Manuscript) -> str:
    """Return what the title does not say already: the kind of document and the child, else what the document is."""
    kind, designation = manuscript.say("title", "kind"), manuscript.chronology.review.designation
    new = [words for words in (kind, designation) if words and words.casefold() not in manuscript.title.casefold()]
    return ", ".join(new) or manuscript.say("title", "subtitle")


def _facts(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Give what is said about the review: the key of its label and the words, "" where nothing is known."""
    review, look = manuscript.chronology.review, manuscript.look
    yield "child", _child(manuscript)
    yield "scope", manuscript.scope
    yield "holds", _holds(manuscript)
    yield "extract", _extract(manuscript)
    yield "version", review.version
    yield "written", say_day(look.written)
    yield "author", "" if look.anonymise or look.publication else review.author
    yield "marking", review.marking.upper()


def _child(manuscript: Manuscript) -> str:
    review, look = manuscript.chronology.review, manuscript.look
    if not (review.born and review.designation) or look.anonymise or look.publication:
        return review.designation
    return manuscript.say("title", "child_line", designation=review.designation, born=say_day(review.born))


def _extract(manuscript: Manuscript) -> str:
    """Return what of the review is not in the document, "" where it is whole."""
    chronology, look = manuscript.chronology, manuscript.look
    hidden = len(chronology.in_order()) - len(manuscript.entries)
    agency = chronology.agencies.get(look.agency_id)
    told = (
        manuscript.say("title", "extract_agency", name=agency.name, code=agency.code) if agency else "",
        manuscript.say("title", "extract_choice", entries=count(hidden, "entry", "entries")) if hidden else "",
    )
    return ". ".join(filter(None, told))


def _holds(manuscript: Manuscript) -> str:
    """Return how many entries there are, from how many agencies, over which days, and how many lack a date."""
    entries = manuscript.entries
    if not entries:
        return manuscript.say("chronology", "none")
    words = manuscript.say(
        "title",
        "holds_line",
        entries=count(len(entries), "entry", "entries"),
        agencies=count(len({entry.agency_id for entry in entries}), "agency", "agencies"),
    )
    dated = list(dropwhile(lambda entry: not entry.when.known, entries))  # what needs a date stands first
    days = {day for entry in dated for day in (entry.when.earliest, entry.when.latest) if day}
    if days:
        key = "holds_dates" if min(days) < max(days) else "holds_day"
        words += manuscript.say("title", key, first=say_day(min(days)), last=say_day(max(days)))
    undated = 0 if manuscript.look.publication else len(entries) - len(dated)
    return words + ("; " + manuscript.say("title", "undated", undated=undated) if undated else "")
