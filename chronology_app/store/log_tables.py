"""The tables of what a review file keeps about its records: the steps, the files as received, and which review it is.

A fourth holds the number of the format (see `store.formats`).
"""

from sqlalchemy import LargeBinary
from sqlmodel import Field

from chronology_app.store.tables import Row


class StepRow(Row, table=True):
    """One step of the log, in the order they were done; rows are only ever added.

    `at` is UTC in ISO 8601; `deed` is do, undo or redo, and `of_step` the step an undo or redo is about. `what` is
    JSON: for each kind of record how many were added, changed and removed.
    """

    __tablename__ = "step"
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str
    who: str
    label: str
    deed: str
    of_step: int | None
    what: str


class OriginalRow(Row, table=True):
    """A file as it was received: `size` bytes, kept deflated (zlib, RFC 1950) under the SHA-256 of what it was."""

    __tablename__ = "original"
    sha256: str = Field(primary_key=True)
    size: int
    content: bytes = Field(sa_type=LargeBinary)


class IdentityRow(Row, table=True):
    """Which review this is (one row): copies and backups share its id, whatever they are called."""

    __tablename__ = "identity"
    id: str = Field(primary_key=True)
