"""The app's own csv and Excel files are files like any other: imported again, no row, word or date of them is lost."""

from collections import Counter
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from chronology_app.core.chronology import Chronology
from chronology_app.core.fields import TEXT_FIELDS, Field
from chronology_app.core.review import Review
from chronology_app.core.when import Precision, When
from chronology_app.work.documents import write_document
from chronology_app.work.merging import merge
from chronology_app.work.sample import sample
from chronology_app.writing.look import Look
from tests.make import a_chronology, an_entry, on

_SAME = [field for field in TEXT_FIELDS if field not in (Field.REFERENCE, Field.AGENCY, Field.SOURCE, Field.PRACTICE)]
"""Fields with one column in the app's own table; that of references and agencies stands in two."""

HARD = (
    an_entry(1, "=SUM(A1)\n'- twice"),
    an_entry(2, "'=quoted"),
    an_entry(3, "Total contacts: 41"),
    an_entry(4, "January 2022", When("not known")),
    an_entry(5, "Event", on("12 March 1962", date(1962, 3, 12))),
    an_entry(6, "a;b\tc|d \"e\" 'f' <g> &h; _x0041_ 👶", on("c. 12/3/22", date(2022, 3, 12))),
    an_entry(7, "One of two.", When("2pm", date(2022, 5, 3), date(2022, 5, 3), Precision.MINUTE, time=time(14))),
    an_entry(8, ("Seen. " * 9_000).strip()),
    replace(an_entry(9, ""), action="", experience="Cried."),
)


def told(chronology: Chronology) -> Counter[tuple[object, ...]]:
    """Return what an import must keep of every entry: its words by field (spaces apart), and when it was."""
    return Counter(
        (*("".join(entry.text(field).split()) for field in _SAME), entry.when.earliest, entry.when.latest)
        for entry in chronology.in_order()
    )


def back(chronology: Chronology, path: Path) -> Chronology:
    write_document(chronology, path, Look())
    merged = merge([path], Chronology.of([Review()]))
    (file,) = merged.plan.files
    assert file.problem == ""
    assert sum(file.counts().values()) == len(chronology.in_order()) + 1
    return merged.chronology


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_every_row_of_the_sample_comes_back(tmp_path: Path, ending: str) -> None:
    files = sample().files
    whole = merge([file.path for file in files], Chronology.of([sample().review])).chronology
    assert told(back(whole, tmp_path / f"x{ending}")) == told(whole)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_hard_words_and_dates_come_back(tmp_path: Path, ending: str) -> None:
    whole = a_chronology(*HARD)
    assert told(back(whole, tmp_path / f"x{ending}")) == told(whole)
