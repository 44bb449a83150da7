"""Finds words and dates among the entries shown."""

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.when import When, order_key
from chronology_app.gui.chronology.table import ChronologyTable
from chronology_app.gui.find_bar import FindBar
from chronology_app.gui.workspace import Workspace


class Finding:
    """Find, find next, find previous and go to date."""

    def __init__(self, bar: FindBar, table: ChronologyTable, workspace: Workspace) -> None:
        self._bar, self._table, self._workspace = bar, table, workspace
        bar.wanted.connect(self.step)
        bar.dated.connect(self._go_to)
        bar.closed.connect(table.setFocus)

    def again(self, forwards: bool) -> None:
        """Go to the next or previous entry with the words last looked for; ask for words where there are none."""
        if self._bar.words:
            self.step(self._bar.words, forwards)
        else:
            self._bar.find_words()

    def step(self, words: str, forwards: bool) -> None:
        """Choose the next (or previous) entry shown that holds these words, in any case."""
        chronology, wanted = self._workspace.chronology, words.casefold()
        found = wanted != "" and self._table.choose_next(lambda e: _holds(chronology, e, wanted), forwards)
        self._bar.say("" if found else "No entry shown holds these words.")

    def _go_to(self, when: When) -> None:
        """Choose the first entry shown that is not before a date."""
        wanted = order_key(when)
        entries = [entry for entry in self._table.rows.entries if entry.when.known]
        later = next((entry for entry in entries if order_key(entry.when)[0] >= wanted[0]), None)
        if later is None:
            self._bar.say("No entry shown is that late." if entries else "No entry shown has a date.")
        else:
            self._table.choose(later.id)
            self._bar.say("")


def _holds(chronology: Chronology, entry: Entry, words: str) -> bool:
    return words in chronology.words_of(entry)
