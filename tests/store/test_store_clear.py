"""Nothing of a case is on the disk in the clear: not in the review, not beside it, not in a temporary file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SENTENCE = "the plum coloured pram stood by the canal"
WORK = f"""
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from chronology_app.core.change import Change
from chronology_app.store.store import Store
from tests.make import HEALTH, an_entry

def seen(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and "w" in str(arguments[1]):
        print(arguments[0], flush=True)

sys.addaudithook(seen)
folder = Path(sys.argv[1])
store = Store.create(folder / "a.chronology", "{SENTENCE} passphrase", "who")
for start in range(0, 3000, 1000):
    entries = tuple(an_entry(number, "{SENTENCE} " * 9) for number in range(start, start + 1000))
    content = ("{SENTENCE} " * 99).encode()
    store.apply(Change("{SENTENCE}", (HEALTH, *entries)), {{sha256(content).hexdigest(): content}})
store.apply(Change("again", tuple(replace(entry, flagged=True) for entry in store.chronology.entries.values())))
store.undo()
store.backup(folder / "backups", 3)
store.save_copy(folder / "copy.chronology")
store.change_passphrase("{SENTENCE} anew")
store.undo()
import os
os._exit(0)
"""


def test_no_file_holds_a_word_of_it_and_no_temporary_file_is_made(tmp_path: Path) -> None:
    review, temporary = tmp_path / "review", tmp_path / "temporary"
    review.mkdir()
    temporary.mkdir()
    places = dict.fromkeys(("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"), str(temporary))
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(review)],
        env={**os.environ, **places, "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert all(line.startswith(str(review)) for line in done.stdout.split("\n") if line)
    assert list(temporary.iterdir()) == []
    found = list(_files(review))
    assert {path.suffix for path in found} <= {".chronology", ".lock", ".chronology-journal"}
    for path in found:
        content = path.read_bytes()
        for word in (SENTENCE, "plum", "CREATE TABLE", "SQLite format"):
            assert word.encode() not in content, f"{path.name} holds {word}"


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
