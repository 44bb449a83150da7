"""The first page: whose life, which days, which version, and how the document is to be handled."""

from collections.abc import Iterator

from chronology_app.core.edits import count
from chronology_app.core.saying import say_day
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import fact
from chronology_app.writing.wordml import plain


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give the title, the facts of the review and the handling note."""
    yield plain(manuscript.title, "Title")
    kind = manuscript.say("title", "kind")
    said = kind.casefold() in manuscript.title.casefold()
    yield plain(manuscript.chronology.review.designation if said else kind, "Subtitle")
    for label, words in _facts(manuscript):
        if words:
            yield fact(manuscript.say("title", label), words)
    yield plain(manuscript.say("title", "handling_title"), "HandlingTitle")
    yield plain(manuscript.say("title", "handling"), "HandlingNote")
    yield plain(manuscript.say("title", "draft"), "HandlingNote")


def _facts(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Give what is said about the review: the key of its label and the words, "" where nothing is known."""
    review, look = manuscript.chronology.review, manuscript.look
    born = review.born if not look.anonymise else None
    line = manuscript.say("title", "child_line", designation=review.designation, born=say_day(born)) if born else ""
    yield "child", line if review.designation else ""
    if not line:
        yield "child", review.designation
    yield "scope", manuscript.scope
    yield "holds", _holds(manuscript)
    yield "version", review.version
    yield "written", say_day(look.written)
    yield "author", "" if look.anonymise else review.author
    yield "marking", review.marking.upper()


def _holds(manuscript: Manuscript) -> str:
    """Return how many entries there are, from how many agencies, over which days, and how many lack a date."""
    entries = manuscript.entries
    words = manuscript.say(
        "title",
        "holds_line",
        entries=count(len(entries), "entry", "entries"),
        agencies=count(len({entry.agency_id for entry in entries}), "agency", "agencies"),
    )
    days = [day for entry in entries for day in (entry.when.earliest, entry.when.latest) if day]
    if days:
        words += manuscript.say("title", "holds_dates", first=say_day(min(days)), last=say_day(max(days)))
    undated = 0 if manuscript.look.publication else sum(not entry.when.known for entry in entries)
    return words + ("; " + manuscript.say("title", "undated", undated=undated) if undated else "")
