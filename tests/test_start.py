"""The set-up program: it needs nothing but Python, says one sentence where it stops, and tells what it merged."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from installers import start

SOURCE = Path(start.__file__).read_text("utf-8")


def test_it_needs_the_standard_library_only() -> None:
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SOURCE))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    assert imported <= set(sys.stdlib_module_names)


def test_an_older_python_can_read_it_far_enough_to_say_what_is_needed() -> None:
    ast.parse(SOURCE, feature_version=(3, 8))
    assert "Chronology Builder needs Python 3.11 or later" in SOURCE


def test_nothing_missing_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(start.subprocess, "run", lambda *args, **_: started.append(args))
    start.install_system([], needed=True)
    assert started == []


def test_where_packages_cannot_be_installed_the_sentence_names_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(start.CannotGoOn, match="libegl1 libxcb-cursor0"):
        start.install_system(["libegl1", "libxcb-cursor0"], needed=True)
    start.install_system(["libegl1"], needed=False)


def test_a_screen_is_what_linux_calls_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert start.has_screen()
    monkeypatch.setenv("DISPLAY", "")
    assert start.has_screen() == (sys.platform != "linux")


@pytest.mark.skipif(sys.platform != "linux", reason="ldd is a Linux program")
@pytest.mark.parametrize("plugin", ["libqxcb.so", "libqwayland.so", "libqoffscreen.so"])
def test_with_these_libraries_qt_finds_everything_it_is_linked_against(plugin: str) -> None:
    assert start.missing_libraries() == []
    import PySide6

    path = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / plugin
    found = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=True).stdout
    assert "not found" not in found


def test_the_sample_is_merged_with_the_facts_of_its_toml() -> None:
    options = start.merge_options(tomllib.loads((start.SAMPLE / "sample.toml").read_text("utf-8")))
    given = dict(zip(options[::2], options[1::2], strict=True))
    assert (given["--born"], given["--due"]) == ("2022-04-06", "2022-04-11")
    assert given["--scope"] == "2021-09-01..2022-07-31"
    assert [code.split("=")[0] for code in options if "=" in code] == ["MW", "HV", "GP", "CSC", "POL", "HOU"]
    assert Path(given["--people"]).is_file()


def test_what_is_told_is_what_was_counted() -> None:
    def row(outcome: str, reason: str | None = None) -> dict[str, str | None]:
        return {"outcome": outcome, "reason": reason}

    tables = [{"rows": [row("heading"), row("entry"), row("entry", "No such day."), row("footer", "A total.")]}]
    sound = {"file": "in/HV.xlsx", "error": None, "counts": {"entry": 2}, "tables": tables}
    damaged = {"file": "GP.csv", "error": "This file is empty.", "counts": {"entry": 0}, "tables": []}
    report = {"files": [sound, damaged]}
    assert start.told(report).splitlines() == [
        "It holds 2 entries from 2 files:",
        "     2 from HV.xlsx",
        "     0 from GP.csv This file is empty.",
        "1 of them need a person to look (for example a date that cannot be read).",
        "2 other rows are listed there with the reason.",
    ]
