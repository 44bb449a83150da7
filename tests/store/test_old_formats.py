"""Reviews that older versions of the app wrote, kept for ever: each opens whole, and what is new can be kept in it."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from chronology_app.core.change import Change, Record
from chronology_app.core.filter import Filter
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.store import formats
from chronology_app.store.store import Store
from chronology_app.writing.from_json import from_json

DATA = Path(__file__).resolve().parents[1] / "data"
PASSPHRASE = "three crows on a gate"
NUMBERS = range(1, formats.SCRIPTS.newest)
PERIODS = {1: (None, None), 2: (None, None), 3: (date(2022, 3, 1), date(2022, 5, 4))}
"""The period of the nil return in the file of each format; the first two formats did not keep it."""

ASKED = Filter(agencies=frozenset({"agency-HV"}), kinds=frozenset(), text="asleep", flagged=True)
NEW: tuple[Record, ...] = (
    RememberedLayout("layout-1", "HV", ("Day", "Text"), ("date", "event"), True, (Constant("source", "Record"),)),
    Note("note-9", "entry-1", NoteKind.PROPOSAL, "8 May", "R. Panel", "2022-11-02T10:00Z", "event", "9 April", "-"),
    NamedLook("look-1", "Panel", ("title", "chronology"), ("ref",), Choice.FILTER, ASKED, "agency-HV", True, True),
    NotAName("none-1", "Grace", "MGM", "said grace before"),
)
"""A record of every kind that some older format could not keep, or not whole."""


@pytest.fixture(params=NUMBERS)
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def test_an_old_review_opens_with_everything_in_it(number: int, tmp_path: Path) -> None:
    path = tmp_path / "old.chronology"
    shutil.copy(DATA / f"format_{number}.chronology", path)
    exported = from_json((DATA / f"format_{number}.json").read_text("utf-8"))
    with closing(Store.open(path, PASSPHRASE, "A. Other")) as store:
        assert store.chronology == exported
        (nil,) = store.chronology.sources["source-HV"].nil_returns()
        assert (nil.row, nil.earliest, nil.latest) == (5, *PERIODS[number])
        store.apply(Change("Keep what is new", NEW))
    with closing(Store.open(path, PASSPHRASE, "A. Other")) as again:
        assert again.chronology == exported.after(Change("", NEW))
        assert again.undo() is not None
        assert again.chronology == exported
        assert again.undo() is not None
        assert not again.chronology.people
