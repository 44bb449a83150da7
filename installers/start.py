"""Sets the app up in this folder and opens it on the sample review; with `--test` runs every check instead.

Only the standard library, because nothing else is there yet. The first run makes `.venv` and fills it with the
pinned, hash-checked packages of `installers/requirements.txt`; later runs see from a stamp that nothing changed.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
SAMPLE = ROOT / "resources" / "sample"
DOCUMENT = ROOT / "out" / "Baby K combined chronology.docx"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")

LIBRARIES = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libX11.so.6", "libx11-6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ("libxcb.so.1", "libxcb1"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
"""What Qt and its platform plugins are linked against (`readelf -d`), and the Debian package of each."""

PROGRAMS = (("Xvfb", "xvfb"), ("soffice", "libreoffice-writer"), ("pdftoppm", "poppler-utils"))
"""What the tests that look at real windows and real pages start, and the Debian package of each."""


class CannotGoOn(Exception):
    """Set-up stops here; the message is the sentence the person reads."""


def main(arguments: list[str] | None = None) -> int:
    """Set up, then open the app or run the checks; return the exit status (2: could not be set up)."""
    parser = argparse.ArgumentParser(description="Set Chronology Builder up and open it on the sample review.")
    parser.add_argument("--test", action="store_true", help="run every check instead")
    chosen = parser.parse_args(arguments)
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - started by whatever Python is there
            raise CannotGoOn("Chronology Builder needs Python 3.11 or later: install it and run this again with it.")
        set_up("requirements-test.txt" if chosen.test else "requirements.txt")
        if chosen.test:
            install_system(missing_libraries() + missing_fonts() + missing_programs(), needed=True)
            return run_checks()
        install_system(missing_libraries() + missing_fonts(), needed=has_screen())
        return open_sample() if has_screen() else merge_sample()
    except CannotGoOn as stop:
        print(stop, file=sys.stderr)
        return 2


def set_up(requirements: str) -> None:
    """Make `.venv` and install the packages of `installers/REQUIREMENTS` and the app, where that is not done yet.

    Raises:
        CannotGoOn: the virtual environment cannot be made, or a package cannot be installed.
    """
    pinned = ROOT / "installers" / requirements
    stamp = VENV / f"{requirements}.done"
    wanted = hashlib.sha256(b"\0".join((pinned.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), bytes(ROOT))))
    if PYTHON.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted.hexdigest():
        return
    make_environment()
    print("Installing what the app needs into .venv (several minutes the first time) ...", flush=True)
    pip("--require-hashes", "--only-binary", ":all:", "-r", str(pinned))
    pip("--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    stamp.write_text(wanted.hexdigest(), "utf-8")


def make_environment() -> None:
    """Make `.venv` with pip, installing its system package first where the system's Python comes without it.

    Raises:
        CannotGoOn: it cannot be made.
    """
    if PYTHON.exists() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0:
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_system([f"python3.{sys.version_info[1]}-venv"], needed=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)]).returncode != 0:
        raise CannotGoOn(f"The folder {VENV} could not be made; the lines above say why. Nothing was installed.")


def pip(*arguments: str) -> None:
    """Install into `.venv`.

    Raises:
        CannotGoOn: pip could not; it has said why.
    """
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}).returncode != 0:
        raise CannotGoOn(
            "The packages could not be installed; the lines above say why. "
            "When the connection works again, run the same command: it goes on where it stopped."
        )


def missing_libraries() -> list[str]:
    """Return the Debian packages of the libraries that Qt needs and this Linux has not; none on other systems."""
    return [package for library, package in LIBRARIES if not _loads(library)] if sys.platform == "linux" else []


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_fonts() -> list[str]:
    """Return the package of a plain font where this Linux has no font at all."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    found = any(font for folder in folders for font in folder.rglob("*.[to]t[fc]"))
    return [] if found or sys.platform != "linux" else ["fonts-dejavu-core"]


def missing_programs() -> list[str]:
    """Return the Debian packages that the tests of real windows and pages need and this Linux has not."""
    if sys.platform != "linux":
        return []
    liberation = any(Path("/usr/share/fonts").rglob("LiberationSans-Regular.*"))
    programs = [package for program, package in PROGRAMS if shutil.which(program) is None]
    return programs + ([] if liberation else ["fonts-liberation"])


def install_system(packages: list[str], *, needed: bool) -> None:
    """Install Debian packages as root; without being root, say the command to give.

    Raises:
        CannotGoOn: they are `needed` and cannot be installed from here.
    """
    if not packages:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    sentence = f"Some system packages are missing. Give this command, then run this again: sudo {' '.join(command)}"
    if shutil.which("apt-get") is None:
        sentence = f"Install these system packages first (Debian's names): {' '.join(packages)}."
    elif os.geteuid() == 0:
        print(f"Installing system packages: {' '.join(packages)} ...", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment)
        if subprocess.run([*command, "-qq"], env=environment, stdout=subprocess.DEVNULL).returncode == 0:
            return
        sentence = f"apt-get could not install {' '.join(packages)}; the lines above say why."
    if needed:
        raise CannotGoOn(sentence)


def has_screen() -> bool:
    """Return whether a window can be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_sample() -> int:
    """Open the app on the sample review; return its exit status once it is closed."""
    print("Opening Chronology Builder on the sample review ...", flush=True)
    return subprocess.run([PYTHON, "-m", "chronology_app", "--sample"], cwd=ROOT).returncode


def merge_sample() -> int:
    """Merge the sample's files into a Word document, as there is no screen; say where it is and what is in it."""
    import tomllib  # only since Python 3.11, and the sentence about older ones must still be said

    facts = tomllib.loads((SAMPLE / "sample.toml").read_text("utf-8"))
    files = [str(SAMPLE / file["name"]) for file in facts["file"]]
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.unlink(missing_ok=True)
    merged = chronology("merge", *files, "-o", str(DOCUMENT), *merge_options(facts))
    checked = chronology("check", *files, "--json", "--born", str(facts["born"]))
    if not DOCUMENT.exists() or checked.returncode > 1:
        print(merged.stderr or checked.stderr, file=sys.stderr)
        return 2
    print(f"No screen here, so the sample review was merged into\n  {DOCUMENT}")
    report = json.loads(checked.stdout)
    print(told(report))
    return int(any(file["error"] for file in report["files"]))


def merge_options(facts: dict[str, Any]) -> list[str]:
    """Return the options of `chronology merge` that say what `resources/sample/sample.toml` says."""
    scope = f"{facts['scope_from']}..{facts['scope_to']}"
    options = ["--title", facts["title"], "--born", str(facts["born"]), "--due", str(facts["due"]), "--scope", scope]
    for file in facts["file"]:
        options += ["--agency", f"{file['code']}={SAMPLE / file['name']}"]
    return [*options, "--people", str(SAMPLE / facts["people"])]


def chronology(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the app's command line and return what it said."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [str(PYTHON), "-m", "chronology_app", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8")


def told(report: dict[str, Any]) -> str:
    """Return what `chronology check --json` found, in sentences."""
    files = report["files"]
    lines = [f"It holds {sum(file['counts']['entry'] for file in files)} entries from {len(files)} files:"]
    each = ((file["counts"]["entry"], Path(file["file"]).name, file["error"] or "") for file in files)
    lines += [f"  {entries:4} from {name} {error}".rstrip() for entries, name, error in each]
    rows = [row for file in files for table in file["tables"] for row in table["rows"]]
    needing = sum(row["outcome"] == "entry" and bool(row["reason"]) for row in rows)
    lines.append(f"{needing} of them need a person to look (for example a date that cannot be read).")
    lines.append(f"{sum(row['outcome'] != 'entry' for row in rows)} other rows are listed there with the reason.")
    return "\n".join(lines)


def run_checks() -> int:
    """Run every check in turn and stop at the first that fails; return its exit status."""
    python = str(PYTHON)
    checks = (
        ("ruff check", [python, "-m", "ruff", "check", "."]),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "."]),
        ("mypy", [python, "-m", "mypy"]),
        ("lint-imports", [str(SCRIPTS / "lint-imports")]),
        ("pytest", [python, "-m", "pytest", "-q", "--ignore=tests/test_journey.py"]),
        ("the journey", [python, "-m", "pytest", "-q", "tests/test_journey.py"]),
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for name, command in checks:
        print(f"== {name}", flush=True)
        started = time.monotonic()
        status = subprocess.run(command, cwd=ROOT, env=environment).returncode
        if status != 0:
            print(f"== {name} failed", file=sys.stderr)
            return status
        print(f"== {name}: sound ({time.monotonic() - started:.0f} s)", flush=True)
    print("Every check passed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
