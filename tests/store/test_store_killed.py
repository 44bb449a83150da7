"""A step that was acknowledged is on disk, whenever the process is killed."""

import subprocess
import sys
import time
from pathlib import Path

from chronology_app.store.store import Store

PASSPHRASE = "three crows on a gate"
KILLS = 5
WRITER = """
import sys
from pathlib import Path
from chronology_app.core.change import Change
from chronology_app.core.note import Note, NoteKind
from chronology_app.store.store import Store
store = Store.open(Path(sys.argv[1]), "three crows on a gate", "B. Writer")
for number in range(100_000):
    name = f"{sys.argv[2]}-{number}"
    store.apply(Change("Add a note", (Note(name, "entry-1", NoteKind.NOTE, "Seen. " * 200),)))
    print(name, flush=True)
"""


def test_every_acknowledged_step_survives_a_kill(store: Store, path: Path) -> None:
    store.close()
    told: list[str] = []
    for kill in range(KILLS):
        told += killed(path, kill)
        again = Store.open(path, PASSPHRASE, "A. Other")
        steps = [line for line in again.log() if line.label == "Add a note"]
        there = [note.id for note in again.chronology.notes_of("entry-1")]
        again.save_copy(path.with_name("checked.chronology"))
        again.close()
        assert set(told) <= set(there)
        assert len(steps) == len(there) <= len(told) + kill + 1


def killed(path: Path, kill: int) -> list[str]:
    """Let a process write until it is killed in the middle of it; return what it had acknowledged by then."""
    command = [sys.executable, "-c", WRITER, str(path), str(kill)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        first = [writer.stdout.readline().strip() for _ in range(3)]
        time.sleep(0.013 * (kill + 1))
        writer.kill()
        return first + [line.strip() for line in writer.stdout if line.endswith("\n")]
