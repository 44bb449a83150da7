"""Every way work can fail, each carrying the sentence the person reads.

The message of a `ChronologyError` is shown as it is, so it says what happened, that nothing was lost (if so) and
what to do next. It never holds text controlled by the file that failed, nor the text of another exception.
"""


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


class ResourceProblem(ChronologyError):
    """A data file in resources/ is wrong; the sentence names the file and the line."""


class Cancelled(ChronologyError):
    """The person stopped a long job; nothing of it was kept."""
