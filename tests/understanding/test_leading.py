"""A table that tells everything in one column: its rows are entries, and the date a text begins with is offered."""

from datetime import date

import pytest

from chronology_app.core.fields import Field
from chronology_app.core.source import Outcome
from chronology_app.understanding.dates import leading, read_when
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import find_layout
from tests.make import a_sheet

CALL = "06/05/2022 - Telephone call from the GP."
LETTER = "Late May 2022 - letter to the GP, copy not on file."


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (CALL, "06/05/2022"),
        (LETTER, "Late May 2022"),
        ("06/05/2022 - 08/05/2022 - Admitted.", "06/05/2022 - 08/05/2022"),
        ("9 May 2022 at 14:30: assessed at home.", "9 May 2022 at 14:30"),
        ("9/5/22\nAssessed at home.", "9/5/22"),
        ("Discussed in the team - 9 May 2022.", None),
        ("Seen. Review on 9 May 2022.", None),
        ("Mother aged 22: seen.", None),
    ],
)
def test_the_date_a_text_begins_with(text: str, begins: str | None) -> None:
    when = leading(text, read_when)
    assert (when.text if when else None) == begins


def test_each_row_is_an_entry_whose_date_is_only_offered() -> None:
    sheet = a_sheet(("Date and narrative",), (CALL,), (LETTER,), ("Discussed in the team meeting.",))
    heading, *entries = draft(sheet, find_layout(sheet))
    assert (heading.outcome, [one.outcome for one in entries]) == (Outcome.HEADING, [Outcome.ENTRY] * 3)
    assert [one.texts[Field.EVENT] for one in entries] == [CALL, LETTER, "Discussed in the team meeting."]
    assert not any(one.when.known for one in entries)
    assert [[offer.earliest for offer in one.when.offers] for one in entries][::2] == [[date(2022, 5, 6)], []]


def test_one_column_without_dates_is_no_chronology() -> None:
    assert find_layout(a_sheet(("Notes on the family",), ("The mother moved here.",), (CALL,))) is None
