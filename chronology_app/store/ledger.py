"""The review on disk: records, steps and originals as rows, moved in bulk and never as objects of a session."""

import json
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import astuple
from datetime import datetime
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, bindparam, insert, literal_column, select, update

from chronology_app.core.change import RECORD_TYPES, Change, Key, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.identity import new_id
from chronology_app.store.log_tables import IdentityRow, OriginalRow, StepRow
from chronology_app.store.rows import shape_of
from chronology_app.store.steps import Counts, Deed, LogLine, Trail
from chronology_app.store.tables import ROWS, Row, table_of

_AT_ONCE = 500
"""How many ids one statement asks for."""
_STEP = table_of(StepRow)
_ORIGINAL = table_of(OriginalRow)
_IDENTITY = table_of(IdentityRow)


def load(connection: Connection) -> Chronology:
    """Return every record the review holds now, in the order they were first put."""
    records = {}
    for kind in RECORD_TYPES:
        found = _records(connection, kind, table_of(ROWS[kind]).c.replaced_in.is_(None))
        if found:
            records[kind] = {record.id: record for record in found}
    return Chronology(records)


def write(connection: Connection, number: int, change: Change, before: Chronology) -> dict[str, Counts]:
    """Write a change as step `number`; return how many records of each kind it added, changed and removed."""
    put: dict[type[Record], dict[str, Record]] = {}
    for sort, records in groupby(change.put, key=type):
        put.setdefault(sort, {}).update({record.id: record for record in records})
    gone: dict[type[Record], dict[str, None]] = {}
    for kind, record_id in change.drop:
        gone.setdefault(kind, {})[record_id] = None
    touched = [kind for kind in RECORD_TYPES if kind in put or kind in gone]
    return {
        str(ROWS[kind].__tablename__): _write_kind(
            connection, number, kind, put.get(kind, {}), gone.get(kind, {}), held
        )
        for kind, held in ((kind, before.records.get(kind, {})) for kind in touched)
    }


def _write_kind(
    connection: Connection,
    number: int,
    kind: type[Record],
    put: Mapping[str, Record],
    gone: Mapping[str, None],
    held: Mapping[str, Record],
) -> Counts:
    """Write one kind of record; one that is dropped and put in the same step goes to the end of the order."""
    replaced = [record_id for record_id in put if record_id in held]
    removed = [record_id for record_id in gone if record_id in held and record_id not in put]
    places = _places(connection, kind, [record_id for record_id in replaced if record_id not in gone])
    _retire(connection, kind, number, [*replaced, *removed])
    _put(connection, kind, number, list(put.values()), places)
    return Counts(len(put) - len(replaced), len(replaced), len(removed))


def change_of(connection: Connection, line: LogLine) -> Change:
    """Return the change that a step made, read from the rows it put and took away."""
    return _step(connection, line, "record_version", "replaced_in")


def inverse_of(connection: Connection, line: LogLine) -> Change:
    """Return the change that takes a step back, read from the same rows."""
    return _step(connection, line, "replaced_in", "record_version")


def write_line(connection: Connection, line: LogLine) -> None:
    """Add a line to the log."""
    what = json.dumps({kind: astuple(counts) for kind, counts in line.what.items()})
    row = (line.number, line.at.isoformat(), line.who, line.label, line.deed.value, line.of_step, what)
    _insert(connection, StepRow, [row])


def trail(connection: Connection) -> Trail:
    """Return the whole log."""
    found = Trail()
    for number, at, who, label, deed, of_step, what in connection.execute(select(_STEP).order_by(_STEP.c.number)):
        counts = {kind: Counts(*numbers) for kind, numbers in json.loads(what).items()}
        found.add(LogLine(number, datetime.fromisoformat(at), who, label, Deed(deed), of_step, counts))
    return found


def keep_originals(connection: Connection, files: Mapping[str, bytes]) -> None:
    """Keep files as received by their SHA-256; one that is kept already is left alone."""
    for sha256, content in files.items():
        there = connection.execute(select(_ORIGINAL.c.size).where(_ORIGINAL.c.sha256 == sha256)).first()
        if there is None:
            _insert(connection, OriginalRow, [(sha256, len(content), zlib.compress(content))])


def original(connection: Connection, sha256: str) -> bytes | None:
    """Return a file as it is kept (deflated), or None where the review does not hold it."""
    return connection.execute(select(_ORIGINAL.c.content).where(_ORIGINAL.c.sha256 == sha256)).scalar()


def name_review(connection: Connection) -> None:
    """Give a new review its own id."""
    _insert(connection, IdentityRow, [(new_id(),)])


def identity(connection: Connection) -> str:
    """Return the review's own id, which its copies share."""
    return str(connection.execute(select(_IDENTITY.c.id)).scalar_one())


def _step(connection: Connection, line: LogLine, putting: str, dropping: str) -> Change:
    put: list[Record] = []
    drop: list[Key] = []
    for kind in RECORD_TYPES:
        table = table_of(ROWS[kind])
        if table.name in line.what:
            back = _records(connection, kind, table.c[putting] == line.number)
            ids = connection.execute(select(table.c.id).where(table.c[dropping] == line.number)).scalars()
            kept = {record.id for record in back}
            put += back
            drop += [(kind, record_id) for record_id in ids if record_id not in kept]
    return Change(line.label, tuple(put), tuple(drop))


def _records(connection: Connection, kind: type[Record], where: ColumnElement[bool]) -> list[Record]:
    """Return records in the order they were first put (sorted here: SQLite sorts wide rows slowly).

    Every column is asked for at once: to have SQLAlchemy name each of fifty takes longer than opening a small review.
    """
    statement: Select[Any] = select(literal_column("*")).select_from(table_of(ROWS[kind])).where(where)
    cursor = connection.execute(statement).cursor  # plain tuples: a third less time
    names = [about[0] for about in cursor.description]
    rows = sorted(cursor.fetchall(), key=itemgetter(names.index("first_in"), names.index("first_place")))
    columns = dict(zip(names, zip(*rows, strict=True), strict=bool(rows)))
    shape = shape_of(kind)
    return list(shape.records(iter([columns[name] for name in shape.columns]))) if rows else []


def _places(connection: Connection, kind: type[Record], ids: list[str]) -> dict[str, tuple[int, int]]:
    """Return when each of these records was first put, which a new version keeps."""
    table = table_of(ROWS[kind])
    found = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = table.c.id.in_(ids[start : start + _AT_ONCE])
        wanted = select(table.c.id, table.c.first_in, table.c.first_place).where(some, table.c.replaced_in.is_(None))
        found.update({record_id: (first_in, place) for record_id, first_in, place in connection.execute(wanted)})
    return found


def _retire(connection: Connection, kind: type[Record], number: int, ids: Iterable[str]) -> None:
    table = table_of(ROWS[kind])
    rows = [{"its_id": record_id} for record_id in ids]
    if rows:
        current = (table.c.id == bindparam("its_id"), table.c.replaced_in.is_(None))
        connection.execute(update(table).where(*current).values(replaced_in=number), rows)


def _put(
    connection: Connection,
    kind: type[Record],
    number: int,
    records: list[Record],
    places: Mapping[str, tuple[int, int]],
) -> None:
    first = [places.get(record.id, (number, place)) for place, record in enumerate(records)]
    ids, *cells = shape_of(kind).cells(records)
    kept = (repeat(number), repeat(None), map(itemgetter(0), first), map(itemgetter(1), first))
    _insert(connection, ROWS[kind], zip(ids, *kept, *cells))  # noqa: B905  # two of the columns never end


def _insert(connection: Connection, row: type[Row], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows, in the order of the table's columns, as they come.

    SQLAlchemy writes the statement and the driver's own cursor (PEP 249) runs it: a dictionary for each row, as
    `execute` wants them, would take three times as long.
    """
    statement = str(insert(table_of(row)).compile(connection))
    with closing(connection.connection.cursor()) as cursor:
        cursor.executemany(statement, cast(Any, rows))  # any iterable will do, whatever the annotation says
