"""One table for each contact, its fields as lines: every contact becomes an entry, and no word of it is lost."""

from dataclasses import replace
from datetime import date, time

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Sheet, State, Value
from chronology_app.core.source import Outcome
from chronology_app.understanding.draft import Draft
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import find_layout
from chronology_app.understanding.parts import parts_of
from tests.make import a_sheet

Row = tuple[Value, ...]


def contact(day: Value, event: str, action: str = "None") -> tuple[Row, ...]:
    return (("Date", day), ("Time", "08:50"), ("What happened", event), ("Action taken", action), ("Weather", "Wet"))


def drafts_of(sheet: Sheet) -> list[Draft]:
    return [one for part in parts_of(sheet) for one in draft(part, find_layout(part))]


def entries_of(sheet: Sheet) -> list[Draft]:
    return [one for one in drafts_of(sheet) if one.outcome is Outcome.ENTRY]


def test_a_contact_set_as_lines_is_one_entry() -> None:
    (entry,) = entries_of(a_sheet(*contact("3 May 2022", "Brought in with a bruise.", "Body map")))
    assert (entry.when.earliest, entry.when.time) == (date(2022, 5, 3), time(8, 50))
    assert (entry.texts[Field.EVENT], entry.texts[Field.ACTION]) == ("Brought in with a bruise.", "Body map")
    assert entry.original == ("3 May 2022", "08:50", "Brought in with a bruise.", "Body map", "Wet")


def test_several_one_below_another_with_a_title_between_them() -> None:
    first, second = contact(date(2022, 5, 3), "Late."), contact("not known", "Absent.")
    sheet = a_sheet(*first, ("Contact 2",), *second, *contact("5/5/22", "Came in."))
    drafts = drafts_of(sheet)
    assert [one.texts[Field.EVENT] for one in drafts if one.outcome is Outcome.ENTRY] == [
        "Late.",
        "Absent.",
        "Came in.",
    ]
    assert sum(one.last_row - one.row + 1 for one in drafts) == len(sheet.rows)


def test_contacts_beside_one_another() -> None:
    rows = [
        (*left, right[1]) for left, right in zip(contact("3/5/22", "Late."), contact("4/5/22", "Absent."), strict=True)
    ]
    assert [one.texts[Field.EVENT] for one in entries_of(a_sheet(*rows))] == ["Late.", "Absent."]


def test_what_is_said_of_a_cell_goes_with_it() -> None:
    states = {(3, 2): State.STRUCK, (4, 0): State.STRUCK}
    sheet = replace(a_sheet(*contact("3/5/22", "Late.")), states=states, comments={(1, 2): "Check"})
    (part,) = parts_of(sheet)
    assert dict(part.comments) == {(2, 1): "Check"}
    assert dict(part.states) == {(2, 3): State.STRUCK, (1, 4): State.STRUCK, (2, 4): State.STRUCK}


def test_a_cover_a_key_and_an_ordinary_table_stay_as_they_are() -> None:
    guidance = a_sheet(("Date", "When it happened"), ("Event", "What was seen or heard"), ("Action", "What was done"))
    example = [(*row, extra) for row, extra in zip(guidance.rows, ("14/03/2022", "Home visit.", "None"), strict=True)]
    example[0] = ("Date", "The day it happened, not the day on which it was recorded in your system.", "14/03/2022")
    assert parts_of(a_sheet(*example)) == (a_sheet(*example),)
    ordinary = a_sheet(("Date", "Event"), ("3/5/22", "Late."), ("Date", "Event"), ("4/5/22", "Absent."))
    summary = ("Summary", "The service knew the family for six months.")
    cover = a_sheet(("Agency", "Housing"), ("Author", "Manager"), ("Date", "14/07/2022"), summary)
    assert [parts_of(sheet) for sheet in (guidance, ordinary, cover)] == [(guidance,), (ordinary,), (cover,)]
