"""The fields an agency's column can be understood as: one list for layouts, entries, documents and windows."""

from enum import StrEnum


class Field(StrEnum):
    """What a column of an agency's table holds; the value is the name of the same attribute on `Entry`."""

    REFERENCE = "reference"
    DATE = "date"
    END_DATE = "end_date"
    TIME = "time"
    END_TIME = "end_time"
    RECORDED = "recorded"
    AGENCY = "agency"
    SOURCE = "source"
    PROFESSIONAL = "professional"
    PEOPLE = "people"
    EVENT = "event"
    CONTACT_TYPE = "contact_type"
    SEEN = "seen"
    EXPERIENCE = "experience"
    ACTION = "action"
    SHARED_WITH = "shared_with"
    ANALYSIS = "analysis"
    PRACTICE = "practice"
    LOCATION = "location"


TITLES: dict[Field, str] = {
    Field.REFERENCE: "Reference",
    Field.DATE: "Date",
    Field.END_DATE: "End date",
    Field.TIME: "Time",
    Field.END_TIME: "End time",
    Field.RECORDED: "Date recorded",
    Field.AGENCY: "Agency",
    Field.SOURCE: "Source",
    Field.PROFESSIONAL: "Professional",
    Field.PEOPLE: "People",
    Field.EVENT: "Event",
    Field.CONTACT_TYPE: "Contact type",
    Field.SEEN: "Child seen",
    Field.EXPERIENCE: "Child's experience",
    Field.ACTION: "Action or outcome",
    Field.SHARED_WITH: "Shared with",
    Field.ANALYSIS: "Analysis",
    Field.PRACTICE: "About practice",
    Field.LOCATION: "Location",
}
"""The words a person reads for each field."""

DATE_FIELDS = frozenset({Field.DATE, Field.END_DATE, Field.TIME, Field.END_TIME})
"""Fields that become the entry's `When`; every other field keeps its text on the entry under its own name."""

TEXT_FIELDS = tuple(field for field in Field if field not in DATE_FIELDS)
MARKED_FIELDS = (Field.EVENT, Field.EXPERIENCE, Field.ACTION, Field.ANALYSIS)
"""Fields whose passages can be marked fact, opinion or reported, in the order they are read."""
