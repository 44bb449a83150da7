"""Rows that are no entries are known by their words; words that only look like them are left alone."""

from datetime import date

import pytest

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.when import When
from chronology_app.understanding.rows import known_cues, read_cues


@pytest.mark.parametrize(
    "text",
    [
        *("Total contacts: 41", "Completed by A. Worker", "TOTAL", "Total: 41", "Page 2 of 9", "End"),
        *("Total consultations: 6", "Name of person completing: Dr Hazel"),
    ],
)
def test_footers(text: str) -> None:
    assert known_cues().is_footer(text)


@pytest.mark.parametrize(
    "text",
    ["Total loss of feeling was described.", "Total bilirubin 250", "Completed the booking form with mother.", ""],
)
def test_what_is_no_footer(text: str) -> None:
    assert not known_cues().is_footer(text)


@pytest.mark.parametrize(
    "text", ["Note: dates are of contact", "NB this is from paper records", "Author's note - see above"]
)
def test_notes(text: str) -> None:
    assert known_cues().is_note(text)


@pytest.mark.parametrize("text", ["Note left at the door.", "Key worker allocated.", "Notes were not read."])
def test_what_is_no_note(text: str) -> None:
    assert not known_cues().is_note(text)


def test_the_signs_of_chronolator() -> None:
    cues = known_cues()
    assert all(cues.is_author_source(f"{sign} author") for sign in "#^¬~")
    assert not cues.is_author_source("#4512")
    assert not cues.is_author_source("")


def test_a_nil_return_gives_its_period() -> None:
    when = known_cues().nil_return("No contact between 1 March 2022 and 4 May 2022.")
    assert when is not None
    assert (when.earliest, when.latest) == (date(2022, 3, 1), date(2022, 5, 4))
    assert when.text == "between 1 March 2022 and 4 May 2022"


def test_a_nil_return_without_a_period() -> None:
    assert known_cues().nil_return("Nil return") == When()


@pytest.mark.parametrize(
    "text", ["No contact between mother and MGM was seen.", "No visits were offered.", "Home visit."]
)
def test_what_is_no_nil_return(text: str) -> None:
    assert known_cues().nil_return(text) is None


def test_a_missing_list_is_told_with_its_line() -> None:
    table = {"footer": {"starts": []}, "nil_return": {}, "note": {}, "section": {}}
    with pytest.raises(ResourceProblem, match=r'"signs" is missing'):
        read_cues(table)


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Youth Justice chronology 2022", "2022"),
        ("Entries for January 2022", "January 2022"),
        ("Year: 2021", "2021"),
        ("Mother's partner died in 2019", ""),
        ("12 contacts 2022", ""),
        ("2022", ""),
    ],
)
def test_a_title_ends_with_its_year_or_month(text: str, ending: str) -> None:
    assert known_cues().titled(text) == ending
