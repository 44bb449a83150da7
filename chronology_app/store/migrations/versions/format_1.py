"""Format 1: the first. Frozen: it says what the tables were, whatever `store.tables` says by now."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None

_KEPT = "record_version:key replaced_in:int? first_in:int first_place:int"
_WHEN = (
    "text earliest? latest? precision? approximate:int uncertain:int time? end_time? time_approximate:int dates reason "
    "offers"
)
_RECORDS = {
    "review": "title designation born? due? scope_from? scope_to? marking version author",
    "agency": "code name colour:int",
    "source": "agency_id name sha256 size:int received? imported tables others position:int",
    "person": "designation role names",
    "stay": "place carers area started:when ended:when entry_id",
    "entry": (
        "agency_id source_id table row:int last_row:int when:when reference recorded agency source professional people "
        "event contact_type seen experience action shared_with analysis practice location comment original "
        "date_decided:int needs sequence:int flagged:int set_aside"
    ),
    "mark": "entry_id kind field start:int end:int cue",
    "link": "kind entry_ids comment",
    "note": "entry_id kind text",
}
_OTHERS = {
    "step": "number:key at who label deed of_step:int? what",
    "original": "sha256:name size:int content:bytes",
    "identity": "id:name",
}


def upgrade() -> None:
    """Make every table and its indexes."""
    for name, columns in _RECORDS.items():
        op.create_table(name, *_columns(f"id:name {_KEPT} {columns}"))
        op.create_index(f"ix_{name}_record_version", name, ["record_version"])
        op.create_index(
            f"ix_{name}_replaced_in", name, ["replaced_in"], sqlite_where=sa.text("replaced_in IS NOT NULL")
        )
    for name, columns in _OTHERS.items():
        op.create_table(name, *_columns(columns))


def _columns(words: str) -> list[sa.Column[str] | sa.Column[int] | sa.Column[bytes]]:
    """Return columns from words `name`, `name:kind` or `name?` (may be NULL); text is the kind unless told."""
    found: list[sa.Column[str] | sa.Column[int] | sa.Column[bytes]] = []
    for word in words.split():
        name, _, kind = word.rstrip("?").partition(":")
        null = word.endswith("?")
        if kind == "when":
            found += _columns(" ".join(f"{name}_{part}" for part in _WHEN.split()))
        elif kind in ("int", "key"):
            key = kind == "key"
            found.append(sa.Column(name, sa.Integer, nullable=null, primary_key=key, autoincrement=False))
        elif kind == "bytes":
            found.append(sa.Column(name, sa.LargeBinary, nullable=null))
        else:
            found.append(sa.Column(name, sa.String, nullable=null, primary_key=kind == "name"))
    return found
