"""What the app calls the files it suggests: by designation and by what is in them, never by a listed name."""

from chronology_app.core.chronology import Chronology
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.reviewing.designations import designate_text, edits_for

_WHAT = {
    Choice.ALL: "combined chronology",
    Choice.FILTER: "combined chronology, chosen entries",
    Choice.RAPID: "rapid review extract",
}


def document_name(chronology: Chronology, look: NamedLook) -> str:
    """Return what a document of this look is called, without ending: what it must not be mistaken for is said.

    The title of the review is no part of it, for the family's name often is.
    """
    review, agency = chronology.review, chronology.agencies.get(look.agency_id)
    what = f"chronology of {agency.code} alone" if look.choice is Choice.AGENCY and agency else _WHAT.get(look.choice)
    hidden = "for publication" if look.publication else "with designations" if look.designations else ""
    version = f"v{review.version}" if review.version else ""
    return without_names(" ".join(filter(None, (review.designation, what, hidden, version))), chronology)


def without_names(text: str, chronology: Chronology) -> str:
    """Return text for a file's name with designations in the place of listed names and of numbers that tell somebody.

    A name is seen in every list of files, on every stick and in every mail, whatever the file itself holds.
    """
    return designate_text(text, edits_for(chronology.people.values(), chronology.not_names.values()))
