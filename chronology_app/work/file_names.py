"""What the app calls the files it suggests: by designation, never by a name that is on the list of people."""

from chronology_app.core.chronology import Chronology
from chronology_app.reviewing.designations import designate_text, edits_for


def without_names(text: str, chronology: Chronology) -> str:
    """Return text for a file's name with designations in the place of listed names and of numbers that tell somebody.

    A name is seen in every list of files, on every stick and in every mail, whatever the file itself holds.
    """
    return designate_text(text, edits_for(chronology.people.values(), chronology.not_names.values()))
