"""Which entries a document holds: all, those shown now, a rapid review's, what one agency sent, or a look's own."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.filter import UNMARKED, Filter
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.showing import shown
from chronology_app.gui.dialogs.choose import Choose
from chronology_app.gui.dialogs.form import Field
from chronology_app.work.looks import nothing_to_write
from chronology_app.writing.extracts import rapid_review

_RAPID = "Flagged, tied to others, or about practice."
"""What makes an entry one of a rapid review's; see `writing.extracts.rapid_review`."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the choices; its parts are those of `core.named_look.NamedLook`."""

    choice: Choice = Choice.ALL
    asked: Filter = field(default_factory=Filter)
    agency_id: str = ""

    def put_into(self, look: NamedLook) -> NamedLook:
        """Return a look with this choice of entries."""
        return replace(look, choice=self.choice, asked=self.asked, agency_id=self.agency_id)


def of_look(look: NamedLook) -> Chosen:
    """Return a look's choice of entries, without what it does not depend on."""
    asked = look.asked if look.choice is Choice.FILTER else Filter()
    return Chosen(look.choice, asked, look.agency_id if look.choice is Choice.AGENCY else "")


class WhichEntries(Field):
    """Asks for one of them; `changed` is sent after each choice.

    `asked` is the filter of the window and `visible` the ids of the entries it shows (None: those that answer it).
    """

    changed = Signal()

    def __init__(self, chronology: Chronology, asked: Filter, visible: Collection[str] | None) -> None:
        self._chronology = chronology
        self._now = Chosen(Choice.FILTER, asked)
        kept = frozenset(entry.id for entry in chronology.in_order())
        self._visible = self._answering(self._now) if visible is None else kept & frozenset(visible)
        self._choices: list[Chosen] = []
        self._box = Choose()
        super().__init__("&Entries", self._box, check=self._wrong)
        self.take(Chosen())
        self._box.currentIndexChanged.connect(self._choose)

    @property
    def chosen(self) -> Chosen:
        """The choice made."""
        return self._choices[max(0, self._box.currentIndex())]

    @property
    def visible_ids(self) -> frozenset[str] | None:
        """The ids of the entries shown now where these are chosen, else None."""
        return self._visible if self.chosen == self._now else None

    @property
    def can_be_asked_again(self) -> bool:
        """Whether the choice, kept, would give the same entries: not where words were found in designations shown."""
        return self.visible_ids is None or self._visible == self._answering(self._now)

    def take(self, chosen: Chosen) -> None:
        """Choose this; what is not among the choices, such as the filter a look was kept with, is added to them."""
        usual = dict(self._usual())
        words = usual if chosen in usual else {**usual, chosen: self._words(chosen)}
        self._choices = list(words)
        self._box.blockSignals(True)
        self._box.clear()
        self._box.addItems(list(words.values()))
        self._box.setCurrentIndex(self._choices.index(chosen))
        self._box.blockSignals(False)
        self._box.currentTextChanged.emit(self._box.currentText())
        self._choose()

    def _choose(self, _: int = 0) -> None:
        self.hint(_RAPID if self.chosen.choice is Choice.RAPID else "")
        self.is_sound()
        self.changed.emit()

    def _wrong(self) -> str:
        return nothing_to_write(self._chronology, self.chosen.put_into(NamedLook("", "", (), ())))

    def _usual(self) -> Iterator[tuple[Chosen, str]]:
        """Give what can be chosen in any review, with the words for it."""
        entries, agencies = self._chronology.in_order(), self._chronology.agencies
        yield Chosen(), f"All {_entries(len(entries))}"
        if 0 < len(self._visible) < len(entries):
            yield self._now, f"Only what is shown now: {_entries(len(self._visible))}"
        rapid = _entries(len(rapid_review(self._chronology)))
        yield Chosen(Choice.RAPID), f"Rapid review: {rapid}"
        sent = Counter(entry.agency_id for entry in entries)
        for agency in agencies.values() if len(agencies) > 1 else ():
            words = f"Only what {agency.code} · {agency.name} sent: {_entries(sent[agency.id])}"
            yield Chosen(Choice.AGENCY, agency_id=agency.id), words

    def _words(self, chosen: Chosen) -> str:
        """Return the words for a choice that is not among the usual ones."""
        if chosen.choice is Choice.AGENCY:
            agency = self._chronology.agencies.get(chosen.agency_id)
            return f"Only what {agency.name} sent" if agency else "What an agency sent that is no longer here"
        found = len(self._answering(chosen))
        return f"Only {', '.join(_asked(self._chronology, chosen.asked)) or 'what is asked for'}: {_entries(found)}"

    def _answering(self, chosen: Chosen) -> frozenset[str]:
        """Return the ids of the entries that answer a filter and are not set aside."""
        return frozenset(entry.id for entry in shown(self._chronology, chosen.asked) if not entry.set_aside)


def _asked(chronology: Chronology, asked: Filter) -> Iterator[str]:
    """Say what a filter asks for, in the words of the window's left side."""
    if asked.agencies is not None:
        codes = (agency.code for agency in chronology.agencies.values() if agency.id in asked.agencies)
        yield _listed(codes) or "no agency"
    if asked.kinds is not None:
        yield _listed("not marked yet" if kind == UNMARKED else kind for kind in sorted(asked.kinds)) or "no mark"
    if asked.text:
        yield f"with “{asked.text}”"
    for wanted, words in ((asked.needing, "needing attention"), (asked.flagged, "flagged"), (asked.aside, "set aside")):
        if wanted:
            yield words


def _listed(words: Iterator[str]) -> str:
    return " or ".join(words)


def _entries(number: int) -> str:
    return count(number, "entry", "entries")
