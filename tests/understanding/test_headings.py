"""A heading is recognised in the many ways agencies write it, and what is only like one is called a guess."""

import pytest

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.fields import TITLES, Field
from chronology_app.understanding.headings import Match, known_headings, plain, read_headings


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date", Field.DATE),
        ("DATE OF EVENT:", Field.DATE),
        ("Date & time", Field.DATE),
        ("Month/Year", Field.DATE),
        ("End Date", Field.END_DATE),
        ("Time (please use the 24 hour clock)", Field.TIME),
        ("Date and time of writing", Field.RECORDED),
        ("Event Ref", Field.REFERENCE),
        ("Name of service", Field.AGENCY),
        ("Source of Information", Field.SOURCE),
        ("Professional(s) involved", Field.PROFESSIONAL),
        ("Family members seen", Field.PEOPLE),
        ("Information/Details of concerns or contact", Field.EVENT),
        ("Significant events", Field.EVENT),
        ("Contact type", Field.CONTACT_TYPE),
        ("Was child seen / spoken to?", Field.SEEN),
        ("Child’s lived experience", Field.EXPERIENCE),
        ("Action Taken to Mitigate Adverse Impact on Child", Field.ACTION),
        ("Who I told", Field.SHARED_WITH),
        ("Author's comment(s)", Field.ANALYSIS),
        ("Missed opportunities", Field.PRACTICE),
        ("Placement", Field.LOCATION),
    ],
)
def test_known_headings_are_sure(heading: str, field: Field) -> None:
    assert known_headings().match(heading) == Match(field, sure=True)


@pytest.mark.parametrize(("field", "title"), TITLES.items())
def test_the_words_the_app_has_for_a_field_are_known_as_its_heading(field: Field, title: str) -> None:
    assert known_headings().match(title) == Match(field, sure=True)


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Sorce of infomation", Field.SOURCE), ("Full description of the event", Field.EVENT), ("Date seen", Field.DATE)],
)
def test_headings_that_are_only_alike_are_guesses(heading: str, field: Field) -> None:
    assert known_headings().match(heading) == Match(field, sure=False)


@pytest.mark.parametrize("heading", ["Date of birth", "NHS number", "Recommendation"])
def test_headings_known_to_be_something_else_are_claimed_by_no_field(heading: str) -> None:
    assert known_headings().match(heading) == Match(None, sure=True)


@pytest.mark.parametrize("text", ["Police", "12", "", "Home visit", "The health visitor came " * 9])
def test_other_words_are_no_headings(text: str) -> None:
    assert known_headings().match(text) is None


def test_plain_words_have_no_case_punctuation_or_plural() -> None:
    assert plain(" CHILD’S  View(s) ") == plain("childs view") == "child view"


def test_a_field_that_is_none_is_told_with_its_line() -> None:
    with pytest.raises(ResourceProblem, match=r"line 1.*not the name of a field"):
        read_headings({"likeness": 86, "fields": {"dates": ["Date"]}, "unclaimed": {"headings": []}})


def test_a_heading_in_two_lists_is_told_with_its_line() -> None:
    table = {"likeness": 86, "fields": {"time": ["Time"], "event": ["TIME"]}, "unclaimed": {"headings": []}}
    with pytest.raises(ResourceProblem, match="two lists"):
        read_headings(table)


def test_a_list_that_is_none_is_told_with_its_line() -> None:
    table = {"likeness": 86, "fields": {"date": "Date"}, "unclaimed": {"headings": []}}
    with pytest.raises(ResourceProblem, match="is a list of words"):
        read_headings(table)


@pytest.mark.parametrize("likeness", ["86", 101])
def test_a_likeness_that_is_none_is_told(likeness: object) -> None:
    with pytest.raises(ResourceProblem, match="from 0 to 100"):
        read_headings({"likeness": likeness, "fields": {}, "unclaimed": {"headings": []}})
