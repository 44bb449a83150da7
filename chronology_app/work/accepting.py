"""An import a person has looked over becomes one change, with every row accounted for and the original bytes kept."""

from collections.abc import Mapping

from chronology_app.core.agency import Agency
from chronology_app.core.change import Change, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.work.entering import entries_of, source_of
from chronology_app.work.plan import FilePlan, ImportPlan
from chronology_app.work.remembering import remembered_of
from chronology_app.work.replacing import replace_source


def accept(plan: ImportPlan, chronology: Chronology, *, now: str) -> tuple[Change, Mapping[str, bytes]]:
    """Return the change that brings the accepted files in, and the bytes of each by SHA-256.

    `now` is the moment of the import (ISO 8601, kept as it is). Files that are left out or could not be read are no
    part of it; a table that is left out is listed row by row with its source. A file that `replaces` another comes in
    as its later version (see `work.replacing`), in the same step. How a table was corrected is remembered for the
    agency's next file.
    """
    changes = [Change("", _new_agencies(plan, chronology))]
    after = chronology.after(changes[0])
    for file in plan.accepted:
        kept = Change("", remembered_of(file, after))
        changes += (kept, replace_source(file, after, now=now) if file.replaces else _new_source(file, after, now))
        after = after.after(kept).after(changes[-1])
    put = {(type(record), record.id): record for change in changes for record in change.put}
    label = changes[-1].label if len(plan.accepted) == 1 else _label(plan)
    return Change(label, tuple(put.values())), {file.sha256: file.content for file in plan.accepted}


def _label(plan: ImportPlan) -> str:
    later = sum(file.replaces != "" for file in plan.accepted)
    said = f"Import {count(plan.entries(), 'entry', 'entries')} from {count(len(plan.accepted), 'file')}"
    return f"{said}, {later} of them later versions" if later else said


def _new_source(file: FilePlan, chronology: Chronology, now: str) -> Change:
    position = max((source.position for source in chronology.sources.values()), default=-1) + 1
    source = source_of(file, position, now)
    entries: tuple[Record, ...] = tuple(entries_of(file, source, chronology.review))
    return Change(_label(ImportPlan((file,))), (source, *entries))


def _new_agencies(plan: ImportPlan, chronology: Chronology) -> tuple[Agency, ...]:
    named = {file.agency.id: file.agency for file in plan.accepted}
    return tuple(agency for agency in named.values() if chronology.agencies.get(agency.id) != agency)
