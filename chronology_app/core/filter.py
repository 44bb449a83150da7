"""What is shown of a chronology: one question a person can ask of it (`core.showing` finds the entries that answer)."""

from dataclasses import dataclass

from chronology_app.core.mark import Kind

UNMARKED = "unmarked"
ALL_KINDS = frozenset({*(str(kind) for kind in Kind), UNMARKED})


@dataclass(frozen=True, slots=True)
class Filter:
    """A question. None or "" asks nothing; all that is asked must hold.

    `agencies` are agency ids, `sources` source ids; `kinds` are mark kinds and may hold UNMARKED; `text` is found, in
    any case, in any of the agency's words; `needing` keeps entries that need a person; `aside` shows those set aside.
    """

    agencies: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    text: str = ""
    needing: bool = False
    flagged: bool = False
    aside: bool = False
