"""Holds the accounts of one event against each other and shows where they differ; which is right a person decides."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Accounts, Conflict
from chronology_app.core.link import LinkKind
from chronology_app.reviewing.telling import Question, Said, questions


def conflicts(chronology: Chronology, accounts: Iterable[Accounts]) -> tuple[Conflict, ...]:
    """Return where the accounts of one event differ: what a person decided first, then what was noticed.

    Times differ from 30 minutes on, measurements where rounding does not explain it. Each reason says what one
    agency wrote. What a person has decided about exactly those entries is not noticed again.
    """
    decided = tuple(_decided(chronology))
    known = {frozenset(conflict.entry_ids) for conflict in decided}
    noticed = [
        conflict
        for group in accounts
        for question in questions()
        for conflict in _differing(chronology, group, question)
        if frozenset(conflict.entry_ids) not in known
    ]
    return (*decided, *noticed)


def _decided(chronology: Chronology) -> Iterable[Conflict]:
    place = {entry.id: number for number, entry in enumerate(chronology.in_order())}
    for link in chronology.links.values():
        ids = tuple(sorted((i for i in link.entry_ids if i in place), key=place.__getitem__))
        if link.kind is LinkKind.CONFLICT and len(ids) > 1:
            yield Conflict(ids, "decided", (link.comment or "A person decided it.",), decided=True)


def _differing(chronology: Chronology, group: Accounts, question: Question) -> list[Conflict]:
    entries = [chronology.entries[i] for i in group.entry_ids if i in chronology.entries]
    said = {entry.id: answer for entry in entries if (answer := question.find(entry, chronology)) is not None}
    clashing = {
        entry_id
        for one, other in combinations(said, 2)
        if question.clash(said[one].value, said[other].value)
        for entry_id in (one, other)
    }
    if not clashing:
        return []
    ids = tuple(entry.id for entry in entries if entry.id in clashing)
    return [Conflict(ids, question.about, _reasons(chronology, [e for e in entries if e.id in clashing], said))]


def _reasons(chronology: Chronology, entries: Sequence[Entry], said: Mapping[str, Said]) -> tuple[str, ...]:
    return tuple(f"{chronology.agency_of(entry).code}: {said[entry.id].words}" for entry in entries)
