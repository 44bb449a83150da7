"""Reviews that older versions of the app wrote, kept for ever: each opens whole, and what is new can be kept in it."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.store import formats
from chronology_app.store.store import Store
from chronology_app.writing.from_json import from_json

DATA = Path(__file__).resolve().parents[1] / "data"
PASSPHRASE = "three crows on a gate"
NUMBERS = range(1, formats.SCRIPTS.newest)
LAYOUT = RememberedLayout("layout-1", "HV", ("Day", "Text"), ("date", "event"), True, (Constant("source", "Record"),))


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
        assert (nil.row, nil.earliest, nil.latest) == (5, None, None)
        store.apply(Change("Remember a layout", (LAYOUT,)))
    with closing(Store.open(path, PASSPHRASE, "A. Other")) as again:
        assert again.chronology.layouts == {LAYOUT.id: LAYOUT}
        assert again.undo() is not None
        assert again.chronology == exported
        assert again.undo() is not None
        assert not again.chronology.people
