"""Format 4: who wrote a note and about which words, answers, kept looks, and what looks like a name and is none."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"

_OF_NOTES = ("author", "written", "field", "about", "answer")
_NAMED = (
    *((name, sa.String, False) for name in ("name", "parts", "columns", "choice")),
    *((f"asked_{name}", sa.String, True) for name in ("agencies", "sources", "kinds")),
    ("asked_text", sa.String, False),
    *((f"asked_{name}", sa.Integer, False) for name in ("needing", "flagged", "aside")),
    ("agency_id", sa.String, False),
    *((name, sa.Integer, False) for name in ("designations", "publication")),
)
_TABLES = {
    "look": _NAMED,
    "not_a_name": tuple((name, sa.String, False) for name in ("words", "designation", "around")),
}
"""The columns of each new table beside those every record has: name, type, whether it may be NULL."""


def upgrade() -> None:
    """Give every note that is there no author, no field and no answer; make the tables and their indexes."""
    for name in _OF_NOTES:
        op.add_column("note", sa.Column(name, sa.String, nullable=False, server_default=""))
    for name, columns in _TABLES.items():
        op.create_table(
            name,
            sa.Column("id", sa.String, nullable=False, primary_key=True),
            sa.Column("record_version", sa.Integer, nullable=False, primary_key=True, autoincrement=False),
            sa.Column("replaced_in", sa.Integer),
            *(sa.Column(place, sa.Integer, nullable=False) for place in ("first_in", "first_place")),
            *(sa.Column(column, kind, nullable=nullable) for column, kind, nullable in columns),
        )
        replaced = sa.text("replaced_in IS NOT NULL")
        op.create_index(f"ix_{name}_record_version", name, ["record_version"])
        op.create_index(f"ix_{name}_replaced_in", name, ["replaced_in"], sqlite_where=replaced)
