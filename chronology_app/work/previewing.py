"""What a document would look like, before it is written: its first pages, from the blocks that would be in it."""

from chronology_app.core.chronology import Chronology
from chronology_app.work.documents import as_read
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
    shown = as_read(of_agency(chronology, look.agency_id) if look.agency_id else chronology, look)
    return first_pages(Manuscript(shown, shortened(shown, look), look))
