"""Layouts leave one review and come into another as they were; a file that does not hold together changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.fields import TEXT_FIELDS, Field
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.work.layout_files import from_toml, read_layouts, to_toml, write_layouts

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
FIELDS = st.sampled_from(["", *map(str, Field)])
CONSTANTS = st.dictionaries(st.sampled_from([*map(str, TEXT_FIELDS)]), TEXT, max_size=2)
LAYOUTS = st.builds(
    lambda code, columns, order, given: RememberedLayout(
        "id",
        code,
        tuple(h for h, _ in columns),
        tuple(f for _, f in columns),
        order,
        tuple(map(Constant, given, given.values())),
    ),
    TEXT,
    st.lists(st.tuples(TEXT, FIELDS), max_size=4),
    st.none() | st.booleans(),
    CONSTANTS,
)
LAYOUT = RememberedLayout("layout-1", "POL", ("Log", "Stamp"), ("", "date"), False, (Constant("source", "Log"),))


@given(st.lists(LAYOUTS, max_size=3))
def test_what_is_written_reads_back_the_same(layouts: list[RememberedLayout]) -> None:
    assert [replace(one, id="id") for one in from_toml(to_toml(layouts))] == layouts


def test_layouts_go_from_one_review_to_another(tmp_path: Path) -> None:
    path = tmp_path / "layouts.toml"
    review = Chronology.of([LAYOUT])
    assert write_layouts(review, path) == 1
    other = Chronology.of([replace(LAYOUT, id="own", fields=("reference", "date"))])
    change = read_layouts(path, other)
    assert change.label == "Take in 1 layout"
    assert other.after(change).layouts == {"own": replace(LAYOUT, id="own")}
    assert read_layouts(path, review) == Change("Take in 0 layouts")
    (new,) = Chronology().after(read_layouts(path, Chronology())).layouts.values()
    assert new == replace(LAYOUT, id=new.id)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "no layouts",
        lambda text: text.replace("chronology-builder", "other"),
        lambda text: text.replace('"date"', '"day"'),
        lambda text: text.replace(', "date"', ""),
        lambda text: text.replace("false", '"no"'),
        lambda text: text.replace("source =", "date ="),
        lambda text: text.replace('"Log" }', "7 }"),
        lambda text: text.replace('["Log", "Stamp"]', '"Log"'),
        lambda text: text.replace('agency = "POL"', ""),
    ],
)
def test_what_does_not_hold_together_is_told(tmp_path: Path, change: Callable[[str], str]) -> None:
    path = tmp_path / "layouts.toml"
    whole = to_toml([LAYOUT])
    path.write_text(change(whole), "utf-8")
    assert change(whole) != whole
    with pytest.raises(FileProblem, match="nothing was taken in"):
        read_layouts(path, Chronology())


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "layouts.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("gone.toml", "layouts.toml"):
        with pytest.raises(FileProblem):
            read_layouts(tmp_path / name, Chronology())
