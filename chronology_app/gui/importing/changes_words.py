"""What a later version of a file changes, to be read: word by word, by sign and word and not only by colour."""

from collections.abc import Iterable, Iterator
from html import escape

from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.fields import TITLES
from chronology_app.gui.theme import Theme
from chronology_app.gui.word_changes import differences_html
from chronology_app.reviewing.versions import Pair, differing
from chronology_app.work.replacing import Replacement

_SECOND_LOOK = "What was decided about these words waits for your second look."


def changes_html(made: Replacement, colours: Theme) -> str:
    """Return the changes of one file as HTML: counts, then what changed, is new, is gone and stands elsewhere."""
    compared = made.compared
    parts = [
        f"<h3>{escape(made.new.name)}, version {made.version}, in the place of {escape(made.old.name)}</h3>",
        f"<p>{escape(sums(made))}</p>",
        *_part("Changed", [_changed(pair, made, colours) for pair in compared.changed]),
        *_part("New", map(_row, compared.new)),
        *_part("Set aside: not in this version", map(_row, compared.gone)),
        *_part("In another order", map(_moved, compared.reordered)),
    ]
    return "".join(parts)


def sums(made: Replacement) -> str:
    """Return the counts in words: the entries of both versions add up."""
    compared = made.compared
    before = len(compared.unchanged) + len(compared.changed) + len(compared.gone)
    after = len(compared.unchanged) + len(compared.changed) + len(compared.new)
    renumbered = sum(pair.old.reference != pair.new.reference for pair in compared.unchanged)
    same = f"{len(compared.unchanged):,} unchanged + {len(compared.changed):,} changed"
    said = [
        f"Before: {count(before, 'entry', 'entries')} = {same} + {len(compared.gone):,} not in this version.",
        f"Now: {count(after, 'entry', 'entries')} = {same} + {len(compared.new):,} new.",
        f"{renumbered:,} of those unchanged with another reference." if renumbered else "",
        f"{len(compared.reordered):,} of them in another order." if compared.reordered else "",
        f"{count(len(made.second_looks), 'entry waits', 'entries wait')} for your second look."
        if made.second_looks
        else "",
    ]
    return " ".join(filter(None, said))


def _part(title: str, blocks: Iterable[str]) -> Iterator[str]:
    listed = list(blocks)
    if listed:
        yield f"<h4>{escape(title)} ({len(listed):,})</h4>"
        yield from listed


def _row(entry: Entry) -> str:
    return f"<p>{_place(entry)}<br/>{_text(entry.event)}</p>"


def _moved(pair: Pair) -> str:
    return f"<p>{_place(pair.new)} (before: row {pair.old.row})<br/>{_text(pair.new.event)}</p>"


def _changed(pair: Pair, made: Replacement, colours: Theme) -> str:
    fields = "".join(
        f"<br/>{escape(TITLES[field])}: {differences_html(found, colours)}" for field, found in differing(pair).items()
    )
    look = f'<br/><span style="color:{colours.attention}">{_SECOND_LOOK}</span>'
    return f"<p>{_place(pair.new)}{fields}{look if pair.old.id in made.second_looks else ''}</p>"


def _place(entry: Entry) -> str:
    return f"<b>{escape(entry.when.text) or 'No date'}</b> · {escape(entry.table)}, row {entry.row}"


def _text(words: str) -> str:
    return escape(words).replace("\n", "<br/>") or "<i>nothing</i>"
