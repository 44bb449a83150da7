"""Asks where a file is to be saved, and never replaces one that the person was not asked about."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, suggested: Path, kinds: Mapping[str, str]) -> Path | None:
    """Return the place a person chose, with one of the endings; None where they chose none.

    `kinds` are endings by what the dialog calls them. The dialog asks about replacing a file of the name as written:
    where an ending is still to be added and there is such a file too, it comes again with the whole name.
    """
    asked = suggested
    while True:
        chosen, kind = QFileDialog.getSaveFileName(parent, title, str(asked), ";;".join(kinds))
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() in kinds.values():
            return path
        asked = path.parent / (path.name + kinds.get(kind, next(iter(kinds.values()))))
        if not os.path.lexists(asked):
            return asked
