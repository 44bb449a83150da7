"""A cut is only offered where the agency's own layout or a time of day begins something new."""

from itertools import pairwise

import pytest

from chronology_app.understanding.events import offered_cuts


def parts(text: str) -> list[str]:
    cuts = [0, *offered_cuts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:00 Home visit. 14:30hrs Mother rang.", ["10:00 Home visit.", "14:30hrs Mother rang."]),
        ("Visit at home.\n1430 hrs Call from MGM.", ["Visit at home.", "1430 hrs Call from MGM."]),
        ("- Seen at home.\n- Weighed.", ["- Seen at home.", "- Weighed."]),
        ("1. Seen.\n2. Weighed.\n3) Left.", ["1. Seen.", "2. Weighed.", "3) Left."]),
        ("Rang at nine. At 2.30pm she came.", ["Rang at nine.", "At 2.30pm she came."]),
        ("Seen.\n12/03/22 Seen again.", ["Seen.", "12/03/22 Seen again."]),
    ],
)
def test_where_another_event_begins(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Weight 3.18 kg. Fed at 14:30 and slept.", "10:00 Home visit.", "First line\nruns on.", "Dose 2.5 ml."]
)
def test_one_event_is_left_alone(text: str) -> None:
    assert offered_cuts(text) == ()
