"""The pages people read stay true: links lead somewhere, the help names every key, the README the real commands."""

import re
from pathlib import Path

import pytest

from chronology_app.gui.commands import COMMANDS, Command
from tests.bench.run import END, START
from tests.test_architecture import ROOT, named

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "resources").rglob("*.md")])
HELP = (ROOT / "resources" / "help" / "help.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_to_a_file_that_is_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.keys], ids=lambda c: c.name)
def test_the_help_names_the_key_of_every_command(command: Command) -> None:
    cells = re.findall(r"\| (.+?) \|", HELP.partition("## Keys")[2].replace("|", "| |"))
    keys = {key for cell in cells for key in re.split(r", | or |; ", cell)}
    assert set(command.keys) - {"Ctrl+="} <= keys


def test_the_readme_has_a_place_for_the_measurements() -> None:
    assert README.count(START) == README.count(END) == 1


def test_the_readme_gives_both_commands_for_both_systems() -> None:
    for command in ("python3 installers/start.py", r"py installers\start.py"):
        assert f"`{command}`" in README
        assert f"`{command} --test`" in README
