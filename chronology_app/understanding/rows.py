"""Which rows are not entries: footers, nil returns, notes and section titles, known by words that can be edited."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from chronology_app.core.resources import read_table, wrong
from chronology_app.core.when import When
from chronology_app.understanding.dates import read_when
from chronology_app.understanding.headings import plain
from chronology_app.understanding.lists import part_of, words_of

_FILE = "rows.toml"
_LONGEST = 200
"""Characters of the longest text that can be a footer, note or nil return: longer ones tell of something."""

_TITLE_WORDS = 7
_PERIOD_WORDS = 16


@dataclass(frozen=True, slots=True)
class Cues:
    """The words rows are known by, each phrase as plain words; see resources/rows.toml for what each list means."""

    footer_starts: tuple[str, ...]
    footer_whole: frozenset[str]
    nil_alone: tuple[str, ...]
    nil_with_period: tuple[str, ...]
    period_words: frozenset[str]
    nil_letters: frozenset[str]
    note_starts: tuple[str, ...]
    note_labels: frozenset[str]
    note_signs: str
    titles: frozenset[str] = frozenset()

    def is_footer(self, text: str) -> bool:
        """Return whether a row whose first text is this closes a table."""
        words = _words(text)
        bare = " ".join(word for word in words.split() if not word.isdigit())
        return bare in self.footer_whole or _begins(words, self.footer_starts)

    def is_note(self, text: str) -> bool:
        """Return whether a row whose only text is this is a note of its author."""
        label, colon, _ = text.partition(":")
        return _begins(_words(text), self.note_starts) or (bool(colon) and plain(label) in self.note_labels)

    def titled(self, text: str) -> str:
        """Return the last one or two words of a section's title, where they may name its year or month; "" else."""
        words = text.split()
        for number in (1, 2):
            rest = plain(" ".join(words[:-number]).removesuffix(" for")) if len(words) <= _TITLE_WORDS else ""
            if rest.split()[-1:] and rest.split()[-1] in self.titles and not any(map(str.isdigit, rest)):
                return " ".join(words[-number:])
        return ""

    def is_author_source(self, source: str) -> bool:
        """Return whether a row with this source is an author's note of Chronolator's."""
        return source[:1] in self.note_signs and not source[1:2].isdigit() if source else False

    def may_be_nil(self, text: str) -> bool:
        """Return False where a text cannot be a nil return: a quick look, for every entry is asked."""
        return len(text) <= _LONGEST and text[:2].casefold() in self.nil_letters

    def is_nil(self, text: str) -> bool:
        """Return whether the event of a row that has a period as its date says that there was nothing in it."""
        words = _words(text)
        return words in self.nil_with_period or _begins(words, self.nil_alone)

    def nil_return(self, text: str, read: Callable[[str], When] = read_when) -> When | None:
        """Return the period a nil return speaks of (unknown where none is written), None where it is none.

        `read` reads a date as the rows around it are read.
        """
        words = _words(text)
        if _begins(words, self.nil_alone):
            return self._period(text, read) or When()
        return self._period(text, read) if _begins(words, self.nil_with_period) else None

    def _period(self, text: str, read: Callable[[str], When]) -> When | None:
        """Return the longest ending of a sentence that reads as a date, with its words; None where none does."""
        words = text.strip().rstrip(".").split()
        for start, word in enumerate(words[:_PERIOD_WORDS]):
            if not (start and (word[0].isdigit() or word.casefold() in self.period_words)):
                continue
            ending = " ".join(words[start:])
            when = read(ending)
            if when.known:
                return replace(when, text=ending)
        return None


@cache
def known_cues() -> Cues:
    """Return the cues of resources/rows.toml.

    Raises:
        ResourceProblem: a list is missing or is none.
    """
    return read_cues(read_table(_FILE))


def read_cues(table: Mapping[str, Any]) -> Cues:
    """Return the cues of a table shaped like resources/rows.toml; see `known_cues` for what it raises."""
    footer, nil, note, section = (part_of(_FILE, table, part) for part in ("footer", "nil_return", "note", "section"))
    signs = part_of(_FILE, note, "signs")
    if not isinstance(signs, str):
        raise wrong(_FILE, "signs =", "signs stand together in one pair of quotation marks")
    alone, with_period = words_of(_FILE, nil, "alone"), words_of(_FILE, nil, "with_period")
    return Cues(
        footer_starts=_phrases(words_of(_FILE, footer, "starts")),
        footer_whole=frozenset(_phrases(words_of(_FILE, footer, "whole"))),
        nil_alone=_phrases(alone),
        nil_with_period=_phrases(with_period),
        period_words=frozenset(words_of(_FILE, nil, "period_words")),
        nil_letters=frozenset(phrase[:2].casefold() for phrase in (*alone, *with_period)),
        note_starts=_phrases(words_of(_FILE, note, "starts")),
        note_labels=frozenset(_phrases(words_of(_FILE, note, "labels"))),
        note_signs=signs,
        titles=frozenset(_phrases(words_of(_FILE, section, "titles"))),
    )


def _phrases(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(phrase) for phrase in phrases))


def _words(text: str) -> str:
    return plain(text) if len(text) <= _LONGEST else ""


def _begins(words: str, phrases: Iterable[str]) -> bool:
    return any(words == phrase or words.startswith(phrase + " ") for phrase in phrases)
