"""The real window on a real (virtual) screen: it opens on the sample review, in light and in dark, and shows it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from chronology_app.core.resources import read_table

ROOT = Path(__file__).resolve().parents[1]
pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(
        shutil.which("Xvfb") is None, reason="Xvfb is not installed: installers/start.py --test as root"
    ),
]


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A virtual screen's name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_window_shows_the_sample(screen: str, scheme: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"} | {"DISPLAY": screen}
    command = [sys.executable, "-m", "tests.make_pictures", str(tmp_path), scheme]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    for name in ("window.png", "import.png"):
        picture = QImage(str(tmp_path / name))
        colours = [picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 700, 3)]
        base = QColor(read_table("theme.toml")[scheme]["base"]).name()
        assert colours.count(base) > len(colours) // 5, "the ground that text is read on"
        assert len(set(colours)) > 40, "text, badges and marks are drawn"
