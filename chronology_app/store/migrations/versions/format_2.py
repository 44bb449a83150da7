"""Format 2: later versions of a file. Every source, entry and mark there was is of a first version."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"

_NEW = (
    ("source", "replaces", ""),
    ("entry", "earlier", "[]"),
    ("mark", "words", ""),
)
"""Table, column of text, and what stands in it for the rows that are there."""


def upgrade() -> None:
    """Add the columns."""
    for table, name, stands in _NEW:
        op.add_column(table, sa.Column(name, sa.String, nullable=False, server_default=stands))
