"""Abbreviations a reader may not know are found, those a file explains or everybody knows are not."""

import pytest

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.sheet import Place
from chronology_app.reviewing.abbreviations import abbreviations, known_abbreviations, read_abbreviations

ORDINARY = {"ordinary": {"words": ["NOT", "OK", "T/C"]}}
KNOWN = read_abbreviations({"health": {"HV": "health visitor", "A&E": "accident and emergency"}, **ORDINARY})


def found(*texts: str) -> dict[str, tuple[int, str]]:
    """How often each abbreviation stands in texts of one column, and what it means."""
    placed = [(Place("Table 1", row, 1), text) for row, text in enumerate(texts, 1)]
    return {one.short: (one.times, one.meaning) for one in abbreviations(placed, KNOWN)}


def test_known_and_unknown_ones_are_counted() -> None:
    assert found("HV rang the QST.", "Two HVs and the QST met at A&E.") == {
        "A&E": (1, "accident and emergency"),
        "HV": (2, "health visitor"),
        "QST": (2, ""),
    }


def test_the_first_place_is_told() -> None:
    texts = [
        (Place("Table 1", 2, 1), "Nothing."),
        (Place("Table 2", 7, 3), "QST met."),
        (Place("Table 2", 9, 3), "QST."),
    ]
    assert [(one.short, one.first) for one in abbreviations(texts, KNOWN)] == [("QST", Place("Table 2", 7, 3))]


@pytest.mark.parametrize(
    "text",
    [
        "Talk to the quiet support team (QST). The QST rang.",
        "QST (quiet support team) rang.",
        "QST = Quiet Support Team",
        "QST: quiet support team",
        "QST – quiet support team",
    ],
)
def test_what_the_file_explains_is_not_listed(text: str) -> None:
    assert found(text, "The QST rang again.") == {}


def test_a_row_of_a_list_explains_its_abbreviation() -> None:
    cells = [(Place("Key", 4, 1), "QST"), (Place("Key", 4, 2), "Quiet support team"), (Place("Log", 1, 1), "QST rang.")]
    assert abbreviations(cells, KNOWN) == ()


def test_words_beside_it_that_do_not_fit_explain_nothing() -> None:
    assert "QST" in found("Seen at home (QST).")


@pytest.mark.parametrize(
    "text",
    [
        "Mother did NOT attend. OK. T/C to her.",
        "MOTHER DID COME BUT LEFT AGAIN.",
        "Seen at home; Jo WREN was out.",
        "Dr FINCH rang.",
        "BS3 4TU",
        "Log 12345AB, £300, W7",
        "Home visit by Ada.",
        "",
    ],
)
def test_what_is_no_abbreviation_is_not_listed(text: str) -> None:
    assert found(text) == {}


def test_two_with_a_stroke_between_are_two() -> None:
    assert set(found("HV/QST meeting")) == {"HV", "QST"}


def test_the_table_of_the_app_can_be_read() -> None:
    known = known_abbreviations()
    assert known.meanings["MASH"] == "multi-agency safeguarding hub"
    assert not set(known.meanings) & known.ordinary


@pytest.mark.parametrize(
    "table",
    [
        {"health": {"HV": "a"}, "police": {"HV": "b"}, **ORDINARY},
        {"health": {"HV": ""}, **ORDINARY},
        {"health": {"HV": "a"}},
    ],
)
def test_a_slip_in_the_table_is_told(table: dict[str, dict[str, object]]) -> None:
    with pytest.raises(ResourceProblem, match=r"abbreviations\.toml"):
        read_abbreviations(table)
