"""A name the app makes can stand on every system, and nothing that is there is written over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.writing.places import file_name_of, fits, free_place


@given(st.text())
def test_whatever_a_review_is_called_its_files_can_stand_everywhere(text: str) -> None:
    name = file_name_of(text)
    assert fits(name)
    assert fits(f"{name} 12.docx")
    assert len(f"{name} 12.docx".encode()) < 255


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baby K: A/B?", "Baby K A B"),
        ("...", "review"),
        ("nul", "_nul"),
        ("AUX.2", "_AUX.2"),
        ("Console", "Console"),
        ("Baby K .", "Baby K"),
    ],
)
def test_what_windows_can_not_have_is_left_out(text: str, name: str) -> None:
    assert file_name_of(text) == name


def test_a_place_that_is_taken_is_numbered(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_text("there")
    second = tmp_path / "x 2.docx"
    assert free_place(tmp_path, "x", ".docx") == second
    assert free_place(tmp_path, "x", ".docx", [second]) == tmp_path / "x 3.docx"


def test_a_link_to_nothing_takes_its_place_too(tmp_path: Path) -> None:
    try:
        (tmp_path / "x.docx").symlink_to(tmp_path / "gone.docx")
    except OSError:
        pytest.skip("this system makes no links")
    assert free_place(tmp_path, "x", ".docx") == tmp_path / "x 2.docx"
