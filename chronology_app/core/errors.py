"""Every way work can fail, each carrying the sentence the person reads.

The message of a `ChronologyError` is shown as it is, so it says what happened, that nothing was lost (if so) and
what to do next. It never holds text controlled by the file that failed, nor the text of another exception.
"""

from dataclasses import dataclass, field


class ChronologyError(Exception):
    """A fault of the world, not of the program: its message is the sentence shown to the person."""


class FileProblem(ChronologyError):
    """A file an agency sent cannot be read (damaged, protected, not a kind we read, too large)."""


class NeedsPassword(FileProblem):
    """A file an agency sent is protected with a password, and none was given or it is not the right one."""


class ReviewProblem(ChronologyError):
    """A review file cannot be opened or written."""


class WrongPassphrase(ReviewProblem):
    """The passphrase does not open this review; the file itself is sound."""


class ReviewInUse(ReviewProblem):
    """Another window or person holds the review open."""


class ReviewTooNew(ReviewProblem):
    """The review was written by a later version of the app."""


class ReviewDamaged(ReviewProblem):
    """The review file is not whole; backups are the way back."""


class OutputProblem(ChronologyError):
    """A document cannot be written (full disk, open in Word, read-only folder); the old file is untouched."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a finished document, for the window to show; what was found is never part of a message.

    `where` is the part of the document in words; `entry_id` and `reference` name the entry it stands in ("" where it is
    in none). `words` are what was taken for the name of `designation`, `around` the same in brackets between the words
    before and after (see `core.not_a_name.NotAName`).
    """

    where: str
    entry_id: str
    reference: str
    designation: str
    words: str = field(repr=False)
    around: str = field(repr=False)


class NamesLeft(OutputProblem):
    """A document that must name nobody still names somebody, so it was not written; `hits` say where."""

    def __init__(self, sentence: str, hits: tuple[Hit, ...]) -> None:
        super().__init__(sentence)
        self.hits = hits


class ResourceProblem(ChronologyError):
    """A data file in resources/ is wrong; the sentence names the file and the line."""


class Cancelled(ChronologyError):
    """The person stopped a long job; nothing of it was kept."""
