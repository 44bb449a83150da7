"""What a document would look like, before it is written: its first pages, from the blocks that would be in it."""

from chronology_app.core.chronology import Chronology
from chronology_app.reviewing.designations import designate
from chronology_app.work.publication import publish
from chronology_app.work.shortening import shortened
from chronology_app.writing.extracts import of_agency
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.page_html import first_pages
from chronology_app.writing.pages import Pages


def preview(chronology: Chronology, look: Look) -> Pages:
    """Return the first pages of a Word document with this look; nothing is written and no name is searched for.

    Raises:
        OutputProblem: the template is wrong.
    """
    shown = of_agency(chronology, look.agency_id) if look.agency_id else chronology
    if look.publication:
        shown = publish(shown)
    elif look.anonymise:
        shown = designate(shown)
    return first_pages(Manuscript(shown, shortened(shown, look), look))
