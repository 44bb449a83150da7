"""Preferences come back as they were kept, and nothing about their file can stop the app."""

import json
from pathlib import Path

import pytest

from chronology_app.settings import Settings, load, login_name, save


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "settings"
    monkeypatch.setenv("CHRONOLOGY_SETTINGS", str(folder))
    return folder


def test_a_first_start_has_the_first_settings() -> None:
    first = load()
    assert first == Settings()
    assert (first.theme, first.lock_minutes, first.letter_keys, first.who) == ("system", 10, True, login_name())


def test_what_was_kept_comes_back() -> None:
    kept = Settings(
        "dark",
        150,
        "S. Reed",
        0,
        True,
        ("/reviews/Baby K.chronology",),
        False,
        "/o.docx",
        "AAAA",
        "QkJC",
        {"fact": "G"},
    )
    assert save(kept)
    assert load() == kept


def test_recent_files_can_be_switched_off(folder: Path) -> None:
    assert save(Settings(keep_recent=False, recent=("/reviews/Baby K.chronology",), template="/Baby K/ours.docx"))
    assert (load().recent, load().template) == ((), "")
    assert "Baby K" not in (folder / "settings.json").read_text("utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[1]",
        b"null",
        b'"dark"',
        b"[" * 100_000,
        b'{"theme": 7, "recent": [1]}',
        b'{"keys": {"fact": 1}}',
    ],
)
def test_a_damaged_file_gives_the_first_settings(folder: Path, damage: bytes) -> None:
    folder.mkdir()
    (folder / "settings.json").write_bytes(damage)
    assert load() == Settings()


def test_one_wrong_value_costs_only_itself(folder: Path) -> None:
    folder.mkdir()
    wrong = {"theme": "purple", "text_size": 9000, "lock_minutes": -1, "who": " ", "letter_keys": False, "colour": 1}
    (folder / "settings.json").write_text(json.dumps(wrong), "utf-8")
    assert load() == Settings(letter_keys=False)


def test_a_true_is_no_number(folder: Path) -> None:
    folder.mkdir()
    (folder / "settings.json").write_text('{"text_size": true, "letter_keys": 1}', "utf-8")
    assert load() == Settings()


def test_a_folder_that_cannot_be_written_is_told_and_harmless(folder: Path) -> None:
    folder.write_text("a file where the folder should be", "utf-8")
    assert not save(Settings(theme="dark"))
    assert load() == Settings()


def test_no_half_written_file_stays(folder: Path) -> None:
    assert save(Settings())
    assert [path.name for path in folder.iterdir()] == ["settings.json"]
