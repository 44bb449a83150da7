"""Format 3: layouts that are remembered, and the period of nil returns, which nobody kept before."""

import json

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"

_NAME = "remembered"
_SOURCE = sa.table("source", sa.column("id"), sa.column("record_version"), sa.column("others"))


def upgrade() -> None:
    """Make the table and its indexes, and give every row that is no entry a period that is not known."""
    op.create_table(
        _NAME,
        sa.Column("id", sa.String, nullable=False, primary_key=True),
        sa.Column("record_version", sa.Integer, nullable=False, primary_key=True, autoincrement=False),
        sa.Column("replaced_in", sa.Integer),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("first_in", "first_place")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("agency_code", "headings", "fields")),
        sa.Column("day_first", sa.Integer),
        sa.Column("constants", sa.String, nullable=False),
    )
    op.create_index(f"ix_{_NAME}_record_version", _NAME, ["record_version"])
    op.create_index(f"ix_{_NAME}_replaced_in", _NAME, ["replaced_in"], sqlite_where=sa.text("replaced_in IS NOT NULL"))
    _give_periods()


def _give_periods() -> None:
    connection = op.get_bind()
    for row_id, version, others in connection.execute(sa.select(*_SOURCE.c)).all():
        longer = json.dumps(
            [[*row, None, None] for row in json.loads(others)], ensure_ascii=False, separators=(",", ":")
        )
        is_row = sa.and_(_SOURCE.c.id == row_id, _SOURCE.c.record_version == version)
        connection.execute(sa.update(_SOURCE).where(is_row).values(others=longer))
